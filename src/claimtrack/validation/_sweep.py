"""Read a sequence in one pass, with dossiers that may be faulty read line by line."""

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
"""Function that checks a dossier in one pass, like `pass_dossier`."""


_OF_HEADS: Final = tuple(each.encode() for each in MARKS)
"""Texts of which a head line contains at least one."""

_BLANK_LINES: Final = re.compile(rb"\n[ \t\r]*\n[ \t\r]*\n")
"""Two blank lines in a row: there may be a million, which are skipped at once."""


def sweep(
    chunks: Iterable[bytes],
    file: str | None,
    terms: Terms,
    passing: Pass = pass_dossier,
) -> Iterator[Part]:
    """Yield the dossiers of a sequence, as `read_parts` does for its lines.

    Args:
        chunks: lines with their line ends, many at a time.
        file: the name under which they are read.
        terms: the engine and the size limits of a record and a dossier.
        passing: the function that checks a dossier in one pass.
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
        data: its bytes.
    """

    data: bytes

    @functools.cached_property
    def lines(self) -> list[bytes]:
        """The lines, with their line ends."""
        return split_lines(self.data)

    @functools.cached_property
    def is_bounded(self) -> bool:
        """Whether none of its lines is too deep or has an integer that is too large."""
        return is_bounded(self.data)


@attrs.frozen
class _Piece:
    """Consecutive lines of a chunk.

    Attributes:
        chunk: the chunk.
        start: index of the first line, from 0.
        stop: the index after the last line.
    """

    chunk: _Chunk
    start: int
    stop: int


@attrs.frozen(slots=False)
class _Written:
    """The lines of a dossier, each of which parses as one value.

    Attributes:
        pieces: the pieces that hold the lines: the head, then the records.
        terms: the engine used to read them.
    """

    pieces: list[_Piece]
    terms: Terms

    @functools.cached_property
    def is_bounded(self) -> bool:
        """Whether all lines are known to pass the gate."""
        return all(each.chunk.is_bounded for each in self.pieces)

    @functools.cached_property
    def _lines(self) -> list[bytes]:
        return _lines_of(self.pieces)

    def is_clean(self, index: int) -> bool:
        """Return whether the gate admits a record; -1 for the head."""
        if self.is_bounded:
            return True
        text = self._lines[index + 1].decode()
        return not admit_text(text, self.terms.engine).faults


@attrs.define
class _Sweeping:
    """A sequence that is being read.

    Attributes:
        exact: reads the dossiers that may be faulty.
        passing: checks the other dossiers in one pass.
        is_exact: whether the current dossier is read by `exact`.
        pieces: the lines of the current dossier, if not.
        values: the same lines as JSON.
        size: size in bytes of the chunks that hold these lines.
    """

    exact: Sequence
    passing: Pass
    is_exact: bool = False
    pieces: list[_Piece] = attrs.Factory(list[_Piece])
    values: list[JsonValue] = attrs.Factory(list[JsonValue])
    size: int = 0

    def runs_of(self, chunk: bytes) -> Iterator[tuple[bytes, list[JsonValue] | None]]:
        """Return the lines of a chunk like `read_runs`, unparsed if parsing is useless.

        A dossier that is read line by line is read that way up to the next head.
        """
        is_simple = self.is_exact and not _BLANK_LINES.search(chunk)
        if is_simple and not any(each in chunk for each in _OF_HEADS):
            return ((line, None) for line in split_lines(chunk))
        return read_runs(chunk)

    def take(self, data: bytes, values: list[JsonValue] | None) -> Iterator[Part]:
        """Read lines, with or without their values, and yield the finished dossiers."""
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
        """Yield the current dossier, if there is one."""
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
        """Switch to reading line by line, from the beginning of the current dossier."""
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
        """Return the dossier if all of it is known to be sound."""
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
    """Return the lines of some pieces, with their line ends."""
    return [e for each in pieces for e in each.chunk.lines[each.start : each.stop]]
