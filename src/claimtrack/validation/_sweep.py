"""Sequences of dossiers in one pass; what is not surely sound is read line by line."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.schema import JsonValue, is_object
from claimtrack.validation._chunks import read_runs, split_lines
from claimtrack.validation._collector import paused_collector
from claimtrack.validation._fast import is_bounded
from claimtrack.validation._gate import Admitted, admit_text
from claimtrack.validation._head_line import HEAD, MARKS
from claimtrack.validation._judgement import Judgement
from claimtrack.validation._one_pass import pass_dossier
from claimtrack.validation._part import Part, turned_away
from claimtrack.validation._places import Layout
from claimtrack.validation._sequence import Sequence
from claimtrack.validation._stream import UnreadableError
from claimtrack.validation._tame import is_sound
from claimtrack.validation._terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Pass", "sweep"]


Pass: TypeAlias = Callable[
    [
        Mapping[str, JsonValue],
        list[JsonValue],
        Terms,
        Callable[[int], bool],
    ],
    Judgement | None,
]
"""What finds out about a dossier in one pass, as `pass_dossier` does."""


_OF_HEADS: Final = tuple(each.encode() for each in MARKS)
"""What a head line cannot do without one of."""

_BLANK_LINES: Final = re.compile(rb"\n[ \t\r]*\n[ \t\r]*\n")
"""Two blank lines, where there may be a million: these are passed over at once."""


def sweep(
    chunks: Iterable[bytes],
    file: str | None,
    terms: Terms,
    passing: Pass = pass_dossier,
) -> Iterator[Part]:
    """Yield the dossiers of a sequence, as `read_parts` does with its lines.

    Args:
        chunks: the lines with their ends, many at a time.
        file: the name that they are read under.
        terms: by what engine, and how large a record and a dossier may be.
        passing: what finds out in one pass what is known of a dossier.
    """
    sweeping = _Sweeping(Sequence(file, terms), passing)
    try:
        for chunk in chunks:
            for data, values in sweeping.runs_of(chunk):
                yield from sweeping.take(data, values)
                if sweeping.exact.is_over:
                    return
    except UnreadableError as error:
        line = sweeping.exact.number + len(sweeping.values) + 1
        yield turned_away(error, file, line)
        return
    yield from sweeping.close()


@attrs.frozen
class _Chunk:
    """A chunk of whole lines.

    Attributes:
        data: the chunk.
    """

    data: bytes

    @functools.cached_property
    def lines(self) -> list[bytes]:
        """Its lines, with their ends."""
        return split_lines(self.data)

    @functools.cached_property
    def is_bounded(self) -> bool:
        """Whether no line of it is deep, and none has an integer that is too great."""
        return is_bounded(self.data)


@attrs.frozen
class _Piece:
    """Some of the lines of a chunk.

    Attributes:
        chunk: the chunk.
        start: the first of the lines, from 0.
        stop: the one after the last.
    """

    chunk: _Chunk
    start: int
    stop: int


@attrs.frozen(slots=False)
class _Written:
    """The lines of a dossier, of which each parses as one value.

    Attributes:
        pieces: where they are: the head, and the records.
        terms: by what engine they are read.
    """

    pieces: list[_Piece]
    terms: Terms

    @functools.cached_property
    def is_bounded(self) -> bool:
        """Whether all of them surely come through the gate."""
        return all(each.chunk.is_bounded for each in self.pieces)

    @functools.cached_property
    def _lines(self) -> list[bytes]:
        return _lines_of(self.pieces)

    def is_clean(self, index: int) -> bool:
        """Return whether a record comes through the gate; -1 for the head."""
        if self.is_bounded:
            return True
        text = self._lines[index + 1].decode()
        return not admit_text(text, self.terms.engine).faults


@attrs.define
class _Sweeping:
    """A sequence that is being read.

    Attributes:
        exact: what reads the dossiers in which something may be wrong.
        passing: what finds out about the others.
        is_exact: whether the dossier that is being read is one of the first.
        pieces: where its lines are, if it is not.
        values: the same as JSON.
        size: of the chunks of these lines, in bytes.
    """

    exact: Sequence
    passing: Pass
    is_exact: bool = False
    pieces: list[_Piece] = attrs.Factory(list[_Piece])
    values: list[JsonValue] = attrs.Factory(list[JsonValue])
    size: int = 0

    def runs_of(self, chunk: bytes) -> Iterator[tuple[bytes, list[JsonValue] | None]]:
        """Return the lines of a chunk as `read_runs` does, unparsed if that is in vain.

        Where a dossier is read line by line, it goes on like that to the next head.
        """
        is_simple = self.is_exact and not _BLANK_LINES.search(chunk)
        if is_simple and not any(each in chunk for each in _OF_HEADS):
            return ((line, None) for line in split_lines(chunk))
        return read_runs(chunk)

    def take(self, data: bytes, values: list[JsonValue] | None) -> Iterator[Part]:
        """Read lines with their values, or without, and yield what they end."""
        if values is None:
            yield from self._read_exactly([data])
            return
        heads = [
            index
            for index, each in enumerate(values)
            if is_object(each) and each.get("type") == HEAD
        ]
        start, chunk = 0, _Chunk(data)
        for index in heads:
            yield from self._go_on(_Piece(chunk, start, index), values[start:index])
            yield from self.close()
            start = index
        yield from self._go_on(_Piece(chunk, start, len(values)), values[start:])

    def close(self) -> Iterator[Part]:
        """Yield the dossier that is being read, if there is one."""
        part = self._passed() if self.values else None
        if part is not None:
            self.exact.skip(len(self.values))
            yield part
        else:
            yield from self._read_exactly(())
            yield from self.exact.close()
        self._forget()

    def _go_on(self, piece: _Piece, values: list[JsonValue]) -> Iterator[Part]:
        if self.is_exact:
            yield from self._read_exactly(_lines_of([piece]))
            return
        self.pieces.append(piece)
        self.values += values
        self.size += len(piece.chunk.data)
        most = self.exact.terms.limits.dossier
        if self.size > most and sum(map(len, _lines_of(self.pieces))) > most:
            yield from self._read_exactly(())

    def _read_exactly(self, lines: Iterable[bytes]) -> Iterator[Part]:
        """Go on line by line, from where the dossier begins."""
        todo = [*_lines_of(self.pieces), *lines]
        self._forget()
        self.is_exact = True
        for each in todo:
            yield from self.exact.take(each)
            if self.exact.is_over:
                return

    def _forget(self) -> None:
        self.is_exact, self.size = False, 0
        self.pieces, self.values = [], []

    @paused_collector()
    def _passed(self) -> Part | None:
        """Return the dossier, if all of it surely comes through the gate."""
        terms, pieces = self.exact.terms, self.pieces
        head, *records = self.values
        most = terms.limits.record
        if not is_object(head) or head.pop("type", None) != HEAD:
            return None
        if self.size > most and len(max(_lines_of(pieces), key=len)) > most:
            return None

        written = _Written(pieces, terms)
        judgement = self.passing(head, records, terms, written.is_clean)
        if judgement is None:
            if "records" in head:
                return None
            doubtful = (n for n, each in enumerate(records) if not _is_sound(each))
            if not (written.is_bounded or all(map(written.is_clean, (-1, *doubtful)))):
                return None
        layout = Layout(
            text=lambda: b"".join(_lines_of(pieces)),
            file=self.exact.file,
            first_line=self.exact.number + 1,
            form="headed",
        )
        value = Admitted({**head, "records": records})
        return Part(
            admitted=value,
            layout=layout,
            judgement=judgement,
            is_in_doubt=judgement is None,
        )


def _is_sound(value: JsonValue) -> bool:
    return is_object(value) and is_sound(value)


def _lines_of(pieces: Iterable[_Piece]) -> list[bytes]:
    """Return the lines of some pieces, with their ends."""
    return [e for each in pieces for e in each.chunk.lines[each.start : each.stop]]
