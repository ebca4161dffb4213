"""Everything that validation does, in its order: gate, shape, meaning, integrity."""

from __future__ import annotations

import io
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, AnyStr, Final

from claimtrack.findings import Finding, Location, sort_findings
from claimtrack.schema import JsonValue, Path, is_object, write_record
from claimtrack.validation._coherence import find_coherence_faults
from claimtrack.validation._contradictions import find_contradictions
from claimtrack.validation._examination import Examination, within
from claimtrack.validation._fault import Fault, is_dossier
from claimtrack.validation._gate import (
    Admitted,
    admit_text,
    admit_value,
    decode,
    without_mark,
)
from claimtrack.validation._integrity import find_integrity_faults
from claimtrack.validation._judge import Judgement, judge
from claimtrack.validation._placing import NOWHERE, Layout, to_findings
from claimtrack.validation._privacy import privacy_of
from claimtrack.validation._reading import (
    Stream,
    UnreadableError,
    is_compressed,
    too_long,
)
from claimtrack.validation._sequence import LONGEST_HEAD, is_sequence, read_parts
from claimtrack.validation._terms import LIMITS, Limits, Terms
from claimtrack.validation._unread import find_large_records, large_fault, unread_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claimtrack.records import Record
    from claimtrack.validation._choosing import EngineName
    from claimtrack.validation._unread import Unread

__all__ = [
    "SEQUENCE",
    "Examination",
    "check_integrity",
    "examine",
    "examine_all",
    "examine_placed",
    "locate_spans",
    "read_chunks",
    "read_text",
    "validate",
]

SEQUENCE: Final = ".ndjson"
"""What the name of a file ends in that holds a sequence of dossiers."""

SHEET: Final = ".claims.txt"
"""What the name of a sheet ends in, which is no JSON."""

COMPRESSED: Final = ".gz"
"""What the name of a compressed file ends in; the bytes decide."""

BYTES_OF_A_CHARACTER: Final = 4
"""Bytes that one character has at most, in UTF-8."""

_OF_DOSSIERS: Final = ('"records"', '"claimtrack"', "\\u")
"""What a dossier cannot do without; the last begins other ways to write the keys."""


def validate(
    data: bytes | str | Mapping[str, object] | FilePath,
    *,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> tuple[Finding, ...]:
    """Check a record, a dossier or a sequence of dossiers: return all that is wrong.

    Syntax, shape (the JSON Schemas), meaning (dates that exist, bounds in order) and,
    in a dossier, whether ids are unique and lead somewhere, and whether the records
    fit together. A record that cannot be read does not keep the others from being
    checked. Nothing is fetched.

    Args:
        data: JSON as bytes or text, a mapping as `json.loads` gives it, or the path
            of a file. Bytes and files may be compressed with gzip.
        today: the day on which waivers must not have ended; not checked if None.
        engine: "reference" (`jsonschema`), "fast" (`jsonschema-rs` and `orjson`, the
            extra ``fast``), or "auto": fast where it is installed. The findings are
            the same.
        limits: how large the input may be.

    Returns:
        Findings sorted by place; empty when there is nothing to say.

    Raises:
        OSError: when the file cannot be read. Never for what is in the data.
        MissingExtra: for the engine "fast" where it is not installed.

    >>> [finding.code for finding in validate('{"type": "claim", "id": "c1"}')]
    ['CT011']
    """
    examinations = examine_all(data, today=today, engine=engine, limits=limits)
    return tuple(finding for each in examinations for finding in each.findings)


def examine_all(
    data: bytes | str | Mapping[str, object] | FilePath | io.BufferedIOBase,
    *,
    file: str | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Iterator[Examination]:
    """Yield what is known of each dossier of a sequence, or of the one input.

    A sequence (``*.claims.ndjson``, or what begins with a head line) is read line by
    line: no more than one of its dossiers is in memory.

    Args:
        data: as for `validate`, or an open file or pipe of bytes.
        file: the name that findings give; of a path, the path.
        today: as for `validate`.
        engine: as for `validate`.
        limits: as for `validate`.

    Raises:
        OSError: when the file cannot be read.
        MissingExtra: as for `validate`.
    """
    terms = Terms.of(engine, limits, today)
    yield from within(_examine_any(data, file, terms), limits.findings)


def examine(
    data: bytes | str | Mapping[str, object],
    *,
    file: str | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Examination:
    """Check one record or dossier, and return what was built on the way as well.

    Args:
        data: as for `validate`, but neither a path, nor compressed, nor a sequence.
        file: the name that findings give.
        today: as for `validate`.
        engine: as for `validate`.
        limits: as for `validate`.

    Raises:
        MissingExtra: as for `validate`.
    """
    terms = Terms.of(engine, limits, today)
    if isinstance(data, bytes):
        made = _examine_bytes(data, file, terms)
    elif isinstance(data, str):
        made = _examine_text(data, file, terms)
    else:
        made = _examine(admit_value(data, limits.findings), NOWHERE, terms)
    return next(within([made], limits.findings))


def examine_placed(
    value: Mapping[str, object],
    *,
    text: str,
    places: Mapping[Path, tuple[int, int]],
    file: str | None = None,
    today: date | None = None,
    limits: Limits = LIMITS,
) -> Examination:
    """Check a dossier that was read from text of another form than JSON.

    Args:
        value: the dossier as JSON.
        text: what it was read from.
        places: where its values stand there, by their paths; `()` is one of them.
        file: the name that findings give.
        today: as for `validate`.
        limits: as for `validate`.
    """
    terms = Terms.of("auto", limits, today)
    layout = Layout(text=text, file=file, spans=places)
    made = _examine(admit_value(value, limits.findings), layout, terms)
    return next(within([made], limits.findings))


def read_text(
    raw: io.BufferedIOBase, *, file: str | None = None, limits: Limits = LIMITS
) -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of a file or pipe, unfolded, or None and why there is none.

    Args:
        raw: the file, which may be compressed.
        file: the name that findings give.
        limits: as for `validate`.
    """
    stream = Stream.of(raw, limits)
    try:
        data = stream.whole(stream.first_line(LONGEST_HEAD + 1))
    except UnreadableError as error:
        return None, (error.finding(file, stream.line),)
    if len(data) > limits.dossier:
        return None, (too_long("the text", limits.dossier).finding(file, 1),)
    text, found = decode(data, file)
    return text, tuple(found)


def locate_spans(
    text: str, file: str | None, spans: Iterable[tuple[int, int]]
) -> list[Location]:
    """Return where parts of a text stand, as lines and columns.

    Args:
        text: the text.
        file: its name.
        spans: the offset of each part's first character, and the one after its last.
    """
    lines = Layout(text=text, file=file).lines
    return [lines.location(span) for span in spans]


def check_integrity(
    records: Iterable[Record], *, today: date | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong between well-formed records, or contradicts itself in one.

    Args:
        records: in the order in which a file would have them.
        today: as for `validate`.
    """
    listed = list(records)
    written = [write_record(each) for each in listed]
    root: JsonValue = {"records": written}
    faults = list(find_integrity_faults(written, privacy_of(root)))
    if not faults:
        faults = list(find_coherence_faults(listed, written, today))
    for index, record in enumerate(listed):
        faults.extend(find_contradictions(("records", index), record))
    return to_findings(faults, root, NOWHERE)


def _examine_any(
    data: bytes | str | Mapping[str, object] | FilePath | io.BufferedIOBase,
    file: str | None,
    terms: Terms,
) -> Iterator[Examination]:
    if isinstance(data, FilePath) and data.name.lower().endswith(SHEET):
        message = "it is a sheet, which claimtrack.lint.check and Dossier.load read"
        fix = "Validate its JSON, or check the sheet."
        place = Location(file=file or str(data), line=1, column=1, end=1)
        found = Finding.of("CT002", message, fix=fix, location=place)
        yield Examination(findings=(found,), layout=Layout(file=file or str(data)))
    elif isinstance(data, FilePath):
        is_listed = _is_listed(data)
        with data.open("rb") as raw:
            yield from _examine_stream(
                raw, file or str(data), terms, is_listed=is_listed
            )
    elif isinstance(data, bytes):
        if is_compressed(data) or is_sequence(_first_line(data, b"\n")):
            yield from _examine_stream(io.BytesIO(data), file, terms)
        else:
            yield _examine_bytes(data, file, terms)
    elif isinstance(data, str):
        if is_sequence(_first_line(data, "\n")):
            yield from _examine_parts(io.StringIO(data, newline="\n"), file, terms)
        else:
            yield _examine_text(data, file, terms)
    elif isinstance(data, io.BufferedIOBase):
        yield from _examine_stream(data, file, terms)
    else:
        yield _examine(admit_value(data, terms.limits.findings), NOWHERE, terms)


def read_chunks(path: FilePath, *, limits: Limits = LIMITS) -> Iterator[bytes]:
    """Yield the bytes of a file, unfolded, as far as validation would read them.

    Args:
        path: of the file. It may be compressed.
        limits: as for `validate`.

    Raises:
        OSError: when the file cannot be read.

    >>> example = FilePath("examples/us-air-cover.claims.json")
    >>> b"".join(read_chunks(example)) == example.read_bytes()
    True
    """
    with path.open("rb") as raw:
        stream = Stream.of(raw, limits)
        try:
            first = stream.first_line(LONGEST_HEAD + 1)
            is_listed = _is_listed(path) or is_sequence(first)
            yield from stream.chunks(first, is_listed=is_listed)
        except UnreadableError:
            return


def _is_listed(path: FilePath) -> bool:
    """Return whether a file is a sequence by its name."""
    return path.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE)


def _first_line(data: AnyStr, end: AnyStr) -> AnyStr:
    """Return what could be a head line, and no more than that."""
    stop = data.find(end, 0, LONGEST_HEAD)
    return data[: LONGEST_HEAD + 1] if stop < 0 else data[: stop + 1]


def _examine_stream(
    raw: io.BufferedIOBase, file: str | None, terms: Terms, *, is_listed: bool = False
) -> Iterator[Examination]:
    """Yield what is known of a file or pipe, which can be read only once."""
    stream = Stream.of(raw, terms.limits)
    try:
        first = stream.first_line(LONGEST_HEAD + 1)
        if is_listed or is_sequence(first):
            yield from _examine_parts(stream.lines(first), file, terms)
        else:
            yield _examine_bytes(stream.whole(first), file, terms)
    except UnreadableError as error:
        found = error.finding(file, stream.line)
        yield Examination(findings=(found,), layout=Layout(file=file))


def _examine_bytes(data: bytes, file: str | None, terms: Terms) -> Examination:
    if len(data) > terms.limits.dossier:
        return _too_large(terms, file)
    text, found = decode(data, file)
    if text is None:
        return Examination(findings=tuple(found), layout=Layout(file=file))
    return _examine_text(text, file, terms)


def _examine_text(data: str, file: str | None, terms: Terms) -> Examination:
    if len(data) > terms.limits.dossier:
        return _too_large(terms, file)
    text, found = without_mark(data, file)
    layout = Layout(text=text, file=file)
    limit = terms.limits.record
    if _is_longer(text, limit) and not any(each in text for each in _OF_DOSSIERS):
        # It is parsed no further than to know that: a million keys take their time.
        faults = [large_fault((), limit)]
        told = sort_findings([*found, *to_findings(faults, None, layout)])
        return Examination(findings=told, layout=layout)
    admitted = admit_text(text, terms.engine, terms.limits.findings)
    return _examine(admitted, layout, terms, found)


def _too_large(terms: Terms, file: str | None) -> Examination:
    error = too_long("the text", terms.limits.dossier)
    return Examination(findings=(error.finding(file, 1),), layout=Layout(file=file))


def _examine(
    admitted: Admitted,
    layout: Layout,
    terms: Terms,
    before: Iterable[Finding] = (),
    unread: Unread | None = None,
) -> Examination:
    """Return what is known of a value.

    Args:
        admitted: the value, and what keeps it or some of its records out.
        layout: how it is written down.
        terms: how it is checked.
        before: what was found on the way.
        unread: records that were left out on the way.
    """
    root = admitted.value
    faults = [*admitted.faults, *_oversized(admitted, layout, terms)]
    left_out = unread_of(root, faults)
    judgement = Judgement([], ())
    if is_object(root) and left_out is not None:
        left_out = {**left_out, **(unread or {})}
        judgement = judge(root, terms, left_out)
    elif not faults:
        message = "it is neither a record nor a dossier, which are objects"
        strange = Fault(path=(), code="CT009", message=message)
        judgement = Judgement([strange], ())
    found = to_findings([*faults, *judgement.faults], root, layout)
    return Examination(
        findings=sort_findings([*before, *found]),
        # What did not come through the gate is not to be relied on.
        value=None if faults or left_out else root,
        head=judgement.head,
        records=judgement.records,
        layout=layout,
    )


def _oversized(admitted: Admitted, layout: Layout, terms: Terms) -> Iterator[Fault]:
    """Yield a fault for each record that is too large, where one can be."""
    root, limit = admitted.value, terms.limits.record
    # The lines of a sequence are measured as they are read.
    if layout.form != "whole" or not is_object(root):
        return
    if layout.text is None or layout.spans is not None:
        # A value that does not come through may unfold to anything.
        if not admitted.faults:
            yield from find_large_records(root, limit)
    elif _is_longer(layout.text, limit):
        if is_dossier(root):
            yield from find_large_records(root, limit)
        else:
            yield large_fault((), limit)


def _is_longer(text: str, limit: int) -> bool:
    """Return whether a text is longer than so many bytes."""
    if len(text) <= limit // BYTES_OF_A_CHARACTER:
        return False
    return len(text) > limit or len(text.encode("utf-8", "surrogatepass")) > limit


def _examine_parts(
    lines: Iterable[bytes] | Iterable[str], file: str | None, terms: Terms
) -> Iterator[Examination]:
    for part in read_parts(lines, file, terms):
        if part.value is None:
            findings = sort_findings(list(part.findings))
            yield Examination(findings=findings, layout=part.layout)
        else:
            admitted = Admitted(part.value)
            yield _examine(admitted, part.layout, terms, part.findings, part.unread)
