"""Entry points: values, text, bytes, files, pipes and sequences all become parts.

After this, every input is handled in the same way.
"""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, AnyStr, Final, TypeAlias

from claimtrack._file_names import open_file
from claimtrack.findings import Finding, Location
from claimtrack.schema import is_array, is_object
from claimtrack.validation._collector import paused_collector
from claimtrack.validation._engines import REFERENCE
from claimtrack.validation._fast import is_bounded, read_unbounded
from claimtrack.validation._gate import (
    Admitted,
    admit_text,
    admit_value,
    decode,
    without_mark,
)
from claimtrack.validation._head_line import LONGEST_HEAD, is_sequence
from claimtrack.validation._one_pass import FEW, pass_dossier
from claimtrack.validation._part import Part, turned_away
from claimtrack.validation._places import NOWHERE, Layout, to_findings
from claimtrack.validation._size import are_small, is_longer, large_fault
from claimtrack.validation._stream import (
    Stream,
    UnreadableError,
    is_compressed,
    too_long,
)
from claimtrack.validation._terms import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from claimtrack.validation._sweep import Pass
    from claimtrack.validation._terms import Terms

__all__ = [
    "SEQUENCE",
    "SHEET",
    "Door",
    "check_size",
    "enter",
    "enter_one",
    "read_chunks",
    "read_text",
]

Door: TypeAlias = "bytes | str | Mapping[str, object] | Path | io.BufferedIOBase"
"""Accepted inputs: JSON as bytes or text, a value, a file's path, or an open file."""

SEQUENCE: Final = ".ndjson"
"""Suffix of files that hold a sequence of dossiers."""

SHEET: Final = ".claims.txt"
"""Suffix of sheets, which are not JSON."""

COMPRESSED: Final = ".gz"
"""Suffix of compressed files; whether they are compressed is decided by their bytes."""

CHUNK: Final = 32 * 1024
"""Approximate number of bytes of a sequence that are parsed at once."""

SHORT: Final = 8 * 1024
"""Characters of a text that any parser reads almost instantly."""

_READER: Final = "Dossier.loads reads JSON text, and validate takes it without Path"
"""The functions that read text, for a program that passes text as a path."""

_OF_DOSSIERS: Final = ('"records"', '"claimtrack"', "\\u")
"""Texts of which a dossier contains at least one; `\\u` covers keys with escapes."""


def enter(
    data: Door, file: str | None, terms: Terms, passing: Pass = pass_dossier
) -> Iterator[Part]:
    """Yield the parts of an input: each dossier of a sequence, or the single one.

    Args:
        data: any of the accepted inputs.
        file: the name under which the input is read.
        terms: the engine and the size limits.
        passing: the function that checks a dossier in one pass.

    Raises:
        OSError: when a file cannot be read.
    """
    if isinstance(data, io.BufferedIOBase):
        yield from _stream(data, file, terms, passing)
    elif isinstance(data, bytes) and (
        is_compressed(data) or is_sequence(_first_line(data, b"\n"))
    ):
        yield from _stream(io.BytesIO(data), file, terms, passing)
    elif isinstance(data, str) and is_sequence(_first_line(data, "\n")):
        yield from _lines(io.StringIO(data, newline="\n"), file, terms)
    elif isinstance(data, (bytes, str, dict)):
        yield enter_one(data, file, terms, passing)
    else:
        yield from _path_or_value(data, file, terms, passing)


def _path_or_value(
    data: Mapping[str, object] | Path, file: str | None, terms: Terms, passing: Pass
) -> Iterator[Part]:
    """Yield the parts of a file, or of a value in memory."""
    from pathlib import Path  # noqa: PLC0415  # who gives a path has read it

    if not isinstance(data, Path):
        yield enter_one(data, file, terms)
    elif data.name.lower().endswith(SHEET):
        yield _sheet(file or str(data))
    else:
        is_listed = _is_listed(data)
        with open_file(data, _READER) as raw:
            yield from _stream(
                raw, file or str(data), terms, passing, is_listed=is_listed
            )


def enter_one(
    data: bytes | str | Mapping[str, object],
    file: str | None,
    terms: Terms,
    passing: Pass = pass_dossier,
) -> Part:
    """Return one record or dossier that is neither compressed nor a sequence."""
    if isinstance(data, bytes):
        return _bytes(data, file, terms, passing)
    if isinstance(data, str):
        return _text(data, file, terms)
    return Part(admitted=admit_value(data, terms.limits.findings), layout=NOWHERE)


def read_chunks(path: Path, *, limits: Limits = LIMITS) -> Iterator[bytes]:
    """Yield the decompressed bytes of a file, as far as validation would read them.

    Args:
        path: path of the file, which may be compressed.
        limits: as for `validate`.

    Raises:
        OSError: when the file cannot be read.

    >>> from pathlib import Path
    >>> example = Path("examples/us-air-cover.claims.json")
    >>> b"".join(read_chunks(example)) == example.read_bytes()
    True
    """
    with open_file(path, _READER) as raw:
        stream = Stream.of(raw, limits)
        try:
            first = stream.first_line(LONGEST_HEAD + 1)
            is_listed = _is_listed(path) or is_sequence(first)
            yield from stream.chunks(first, is_listed=is_listed)
        except UnreadableError:
            return


def read_text(
    raw: io.BufferedIOBase, *, file: str | None = None, limits: Limits = LIMITS
) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the decompressed text of a file or pipe, or None and the reasons.

    Args:
        raw: the file, which may be compressed.
        file: the name to use in findings.
        limits: as for `validate`.
    """
    stream = Stream.of(raw, limits)
    try:
        data = stream.whole(stream.first_line(LONGEST_HEAD + 1))
    except UnreadableError as error:
        return None, (error.finding(file, stream.line),)
    text, found = decode(data, file)
    return text, tuple(found)


def check_size(
    text: str, *, file: str | None = None, limits: Limits = LIMITS
) -> tuple[Finding, ...]:
    """Return the finding for text that is longer than a dossier may be.

    Args:
        text: any text, measured in bytes of UTF-8.
        file: the file name for findings.
        limits: as for `validate`.

    >>> check_size("жж", limits=Limits(dossier=4))
    ()
    """
    if not is_longer(text, limits.dossier):
        return ()
    return (too_long("the text", limits.dossier).finding(file, 1),)


def _sheet(file: str) -> Part:
    """Return the finding for a sheet that was given where JSON is expected."""
    message = (
        "this is a sheet, not JSON; claimtrack.lint.check and Dossier.load read sheets"
    )
    found = Finding.of(
        "CT002",
        message,
        fix="Convert the sheet to JSON and validate that, or check the sheet.",
        location=Location(file=file, line=1, column=1, end=1),
    )
    return Part(layout=Layout(file=file), findings=(found,))


def _is_listed(path: Path) -> bool:
    """Return whether the name of a file marks it as a sequence."""
    return path.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE)


def _first_line(data: AnyStr, end: AnyStr) -> AnyStr:
    """Return the possible head line, including any blank lines before it."""
    start = 0
    if data[:1].isspace():
        begin = data[: LONGEST_HEAD + 1]
        start = len(begin) - len(begin.lstrip())
    stop = data.find(end, start, LONGEST_HEAD)
    return data[: LONGEST_HEAD + 1] if stop < 0 else data[: stop + 1]


def _stream(
    raw: io.BufferedIOBase,
    file: str | None,
    terms: Terms,
    passing: Pass,
    *,
    is_listed: bool = False,
) -> Iterator[Part]:
    """Yield the parts of a file or pipe, which can be read only once."""
    stream = Stream.of(raw, terms.limits)
    try:
        first = stream.first_line(LONGEST_HEAD + 1)
        if not (is_listed or is_sequence(first)):
            yield _bytes(stream.whole(first), file, terms, passing)
        elif terms.engine.is_fast:
            # Most inputs are a single dossier.
            from claimtrack.validation._sweep import sweep  # noqa: PLC0415

            chunks = stream.line_chunks(first, CHUNK)
            yield from sweep(chunks, file, terms, passing)
        else:
            yield from _lines(stream.lines(first), file, terms)
    except UnreadableError as error:
        yield turned_away(error, file, stream.line)


def _lines(
    lines: Iterable[bytes] | Iterable[str], file: str | None, terms: Terms
) -> Iterator[Part]:
    """Yield the parts of a sequence that is read line by line."""
    from claimtrack.validation._sequence import read_parts  # noqa: PLC0415

    yield from read_parts(lines, file, terms)


def _bytes(data: bytes, file: str | None, terms: Terms, passing: Pass) -> Part:
    if len(data) > terms.limits.dossier:
        return _too_large(terms, file)
    part = _clean_part(data, file, terms, passing)
    if part is not None:
        return part
    text, found = decode(data, file)
    if text is None:
        return Part(layout=Layout(file=file), findings=tuple(found))
    return _text(text, file, terms)


@paused_collector()
def _clean_part(
    data: bytes, file: str | None, terms: Terms, passing: Pass
) -> Part | None:
    """Return a part known to be clean; None if the exact path must read its text.

    Short input is read without an engine. Long input that is not a dossier is not read
    at all. Depth and the size of numbers are checked separately where the single pass
    does not check them.
    """
    most = terms.limits.record
    if len(data) <= SHORT or not terms.engine.is_fast:
        return None
    if len(data) > most and not any(each.encode() in data for each in _OF_DOSSIERS):
        return None
    root = read_unbounded(data)
    is_clean = functools.cache(lambda: is_bounded(data))
    records = root.get("records") if is_object(root) else None
    judgement, is_tried = None, False
    if is_array(records) and len(records) > FEW:
        is_tried = len(data) <= most or are_small(root, most)
        if is_tried:
            head = {key: each for key, each in root.items() if key != "records"}
            judgement = passing(head, records, terms, lambda _index: is_clean())
    if root is None or (judgement is None and not is_clean()):
        return None
    layout = Layout(text=lambda: data, file=file)
    return Part(
        admitted=Admitted(root),
        layout=layout,
        judgement=judgement,
        is_in_doubt=is_tried,
    )


def _text(data: str, file: str | None, terms: Terms) -> Part:
    if is_longer(data, terms.limits.dossier):
        return _too_large(terms, file)
    text, found = without_mark(data, file)
    layout = Layout(text=text, file=file)
    limit = terms.limits.record
    if is_longer(text, limit) and not any(each in text for each in _OF_DOSSIERS):
        # It is not parsed any further, because a million keys take time.
        large = to_findings([large_fault((), limit)], None, layout)
        return Part(layout=layout, findings=(*found, *large))
    is_early = terms.is_early(len(text), SHORT)
    engine = REFERENCE if is_early else terms.engine
    admitted = admit_text(text, engine, terms.limits.findings)
    return Part(admitted=admitted, layout=layout, findings=tuple(found))


def _too_large(terms: Terms, file: str | None) -> Part:
    return turned_away(too_long("the text", terms.limits.dossier), file, 1)
