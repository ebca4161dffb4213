"""Everything that validation does, in its order: gate, shape, meaning, integrity."""

from __future__ import annotations

import io
import itertools
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import Finding, sort_findings
from claimtrack.records import Head, Record
from claimtrack.schema import JsonValue, is_object, write_record
from claimtrack.validation._coherence import find_coherence_faults
from claimtrack.validation._fault import Fault
from claimtrack.validation._gate import (
    Admitted,
    admit_text,
    admit_value,
    decode,
    without_mark,
)
from claimtrack.validation._integrity import find_integrity_faults
from claimtrack.validation._judge import Judgement, judge
from claimtrack.validation._placing import NOWHERE, Layout, locate, to_findings
from claimtrack.validation._privacy import privacy_of
from claimtrack.validation._sequence import is_sequence, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

__all__ = [
    "SEQUENCE",
    "Examination",
    "check_integrity",
    "examine",
    "examine_all",
    "validate",
]

SEQUENCE: Final = ".ndjson"
"""What the name of a file ends in that holds a sequence of dossiers."""


@attrs.frozen(kw_only=True)
class Examination:
    """What validation knows about an input when it is done.

    Attributes:
        findings: all of them, sorted by place.
        value: the input as JSON; None where it does not get that far.
        head: of a dossier without errors between its records.
        records: the records that could be built, in their order.
        layout: how the input is written down.
    """

    findings: tuple[Finding, ...]
    value: JsonValue = None
    head: Head | None = None
    records: tuple[Record, ...] = ()
    layout: Layout = NOWHERE

    @property
    def is_valid(self) -> bool:
        """Whether there is no finding of severity error."""
        return not any(finding.severity == "error" for finding in self.findings)

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings about its dossier with where they stand in it, sorted.

        Args:
            findings: what a check found in the dossier that was built of it.
        """
        return locate(findings, self.value, self.layout)


def validate(
    data: bytes | str | Mapping[str, object] | FilePath, *, today: date | None = None
) -> tuple[Finding, ...]:
    """Check a record, a dossier or a sequence of dossiers: return all that is wrong.

    Syntax, shape (the JSON Schemas), meaning (dates that exist, bounds in order) and,
    in a dossier, whether ids are unique and lead somewhere, and whether the records
    fit together. Nothing is fetched.

    Args:
        data: JSON as bytes or text, a mapping as `json.loads` gives it, or the path
            of a file.
        today: the day on which waivers must not have ended; not checked if None.

    Returns:
        Findings sorted by place; empty when there is nothing to say.

    Raises:
        OSError: when the file cannot be read. Never for what is in the data.

    >>> [finding.code for finding in validate('{"type": "claim", "id": "c1"}')]
    ['CT011']
    """
    return tuple(
        finding
        for examination in examine_all(data, today=today)
        for finding in examination.findings
    )


def examine_all(
    data: bytes | str | Mapping[str, object] | FilePath,
    *,
    file: str | None = None,
    today: date | None = None,
) -> Iterator[Examination]:
    """Yield what is known of each dossier of a sequence, or of the one input.

    A sequence (``*.claims.ndjson``, or what begins with a head line) is read line by
    line: no more than one of its dossiers is in memory.

    Args:
        data: as for `validate`.
        file: the name that findings give; of a path, the path.
        today: as for `validate`.

    Raises:
        OSError: when the file cannot be read.
    """
    if isinstance(data, FilePath):
        with data.open("rb") as lines:
            # What comes out of a pipe can be read only once.
            first = lines.readline()
            name = file or str(data)
            if data.suffix == SEQUENCE or is_sequence(first):
                whole = itertools.chain([first] if first else (), lines)
                yield from _examine_parts(whole, name, today)
            else:
                yield examine(first + lines.read(), file=name, today=today)
        return
    if isinstance(data, bytes) and is_sequence(data[: data.find(b"\n") + 1]):
        yield from _examine_parts(io.BytesIO(data), file, today)
    elif isinstance(data, str) and is_sequence(data[: data.find("\n") + 1]):
        yield from _examine_parts(io.StringIO(data, newline="\n"), file, today)
    else:
        yield examine(data, file=file, today=today)


def examine(
    data: bytes | str | Mapping[str, object],
    *,
    file: str | None = None,
    today: date | None = None,
) -> Examination:
    """Check one record or dossier, and return what was built on the way as well.

    Args:
        data: as for `validate`, but neither a path nor a sequence.
        file: the name that findings give.
        today: as for `validate`.
    """
    if not isinstance(data, (bytes, str)):
        return _examine(admit_value(data), NOWHERE, today)
    if isinstance(data, bytes):
        decoded, found = decode(data, file)
        if decoded is None:
            return Examination(findings=tuple(found), layout=Layout(file=file))
        data = decoded
    text, found = without_mark(data, file)
    return _examine(admit_text(text), Layout(text=text, file=file), today, found)


def check_integrity(
    records: Iterable[Record], *, today: date | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong between records that are each well-formed.

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
    return to_findings(faults, root, NOWHERE)


def _examine(
    admitted: Admitted,
    layout: Layout,
    today: date | None,
    before: Iterable[Finding] = (),
) -> Examination:
    root = admitted.value
    judgement = Judgement(list(admitted.faults), ())
    if is_object(root) and not admitted.faults:
        judgement = judge(root, today)
    elif not admitted.faults:
        message = "it is neither a record nor a dossier, which are objects"
        judgement = Judgement([Fault(path=(), code="CT009", message=message)], ())
    found = to_findings(judgement.faults, root, layout)
    return Examination(
        findings=sort_findings([*before, *found]),
        # What did not come through the gate is not to be relied on.
        value=None if admitted.faults else root,
        head=judgement.head,
        records=judgement.records,
        layout=layout,
    )


def _examine_parts(
    lines: Iterable[bytes] | Iterable[str], file: str | None, today: date | None
) -> Iterator[Examination]:
    for part in read_parts(lines, file):
        if part.value is None:
            findings = sort_findings(list(part.findings))
            yield Examination(findings=findings, layout=part.layout)
        else:
            yield _examine(Admitted(part.value), part.layout, today, part.findings)
