"""Sequences of dossiers: a head line, then a record on each line, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import Finding
from claimtrack.schema import JsonValue, Path, is_object
from claimtrack.validation._fault import Fault
from claimtrack.validation._gate import Admitted, admit_text, decode, without_mark
from claimtrack.validation._placing import Layout, to_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Part", "is_sequence", "read_parts"]

HEAD: Final = "dossier"
"""The ``type`` of a head line."""

LONGEST_HEAD: Final = 65_536
"""Bytes of a first line that is looked at: a whole dossier on one line is no head, and
to find that out must not take as long as to read it."""


@attrs.frozen
class Part:
    """One dossier of a sequence.

    Attributes:
        value: head and records as one JSON value, as a file of one dossier has them;
            None where a line did not come through the gate.
        layout: how it is written down.
        findings: what was found on the way.
    """

    value: JsonValue
    layout: Layout
    findings: tuple[Finding, ...]


def is_sequence(first: bytes | str) -> bool:
    r"""Return whether a first line is the head of a dossier.

    >>> is_sequence('{"type": "dossier", "claimtrack": "1.0"}\n')
    True
    """
    if len(first) > LONGEST_HEAD:
        return False
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else first
    return _is_head(admit_text(text.removeprefix("\ufeff")).value)


def _is_head(value: JsonValue) -> bool:
    return is_object(value) and value.get("type") == HEAD


@attrs.frozen
class _Line:
    """A line, as far as it could be read.

    Attributes:
        number: in the file, from 1.
        text: with its end; without a byte order mark.
        admitted: its value, or what keeps it out.
        findings: what was found in its bytes.
    """

    number: int
    text: str
    admitted: Admitted = attrs.field(factory=lambda: Admitted(None))
    findings: tuple[Finding, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it: such lines are passed over."""
        return not self.findings and not self.text.strip(" \t\r\n")

    @property
    def is_head(self) -> bool:
        """Whether a dossier begins here."""
        return _is_head(self.admitted.value)


def read_parts(
    lines: Iterable[bytes] | Iterable[str], file: str | None
) -> Iterator[Part]:
    """Yield the dossiers of a sequence, one by one, as the lines come.

    Args:
        lines: with their ends.
        file: the name that they are read under.
    """
    kept: list[_Line] = []
    numbered: Iterator[tuple[int, bytes | str]] = enumerate(lines, 1)
    for number, data in numbered:
        line = _read_line(data, number, file)
        if line.is_head and any(not each.is_blank for each in kept):
            yield _part(kept, file)
            kept = []
        kept.append(line)
    if kept:
        yield _part(kept, file)


def _read_line(data: bytes | str, number: int, file: str | None) -> _Line:
    found: list[Finding] = []
    if isinstance(data, bytes):
        text, found = decode(data, file)
        if text is None:
            moved = tuple(_moved(each, number) for each in found)
            return _Line(number, "\n", findings=moved)
        data = text
    if number == 1:
        data, found = without_mark(data, file)
    line = _Line(number, data, findings=tuple(found))
    if not data.strip(" \t\r\n"):
        return line
    return attrs.evolve(line, admitted=admit_text(data))


def _moved(finding: Finding, number: int) -> Finding:
    """Return the finding of a line, at its number in the file."""
    place = finding.location
    here = place and attrs.evolve(place, line=number)
    return attrs.evolve(finding, location=here)


def _part(lines: list[_Line], file: str | None) -> Part:
    told = [each for each in lines if not each.is_blank]
    is_headed = bool(told) and told[0].is_head
    findings = [finding for each in told for finding in each.findings]
    for index, line in enumerate(told, -1 if is_headed else 0):
        findings += _refusals(line, index, file)
    layout = Layout(
        text="".join(each.text for each in lines),
        file=file,
        first_line=lines[0].number,
        form="headed" if is_headed else "headless",
    )
    values = [each.admitted.value for each in told]
    head: dict[str, JsonValue] = values.pop(0) if is_headed else {}
    misplaced = _misplaced(head, is_headed=is_headed)
    findings += to_findings(misplaced, None, layout)
    if any(each.severity == "error" for each in findings):
        return Part(None, layout, tuple(findings))
    said = {key: each for key, each in head.items() if key != "type"}
    return Part({**said, "records": values}, layout, tuple(findings))


def _refusals(line: _Line, index: int, file: str | None) -> tuple[Finding, ...]:
    """Return what keeps a line out: the head, or the record of this index."""
    above: Path = () if index < 0 else ("records", index)
    faults = [
        attrs.evolve(
            each,
            path=(*above, *each.path),
            spot=each.path if each.spot is None else each.spot,
        )
        for each in line.admitted.faults
    ]
    here = Layout(text=line.text, file=file, first_line=line.number)
    return to_findings(faults, None, here)


def _misplaced(head: dict[str, JsonValue], *, is_headed: bool) -> list[Fault]:
    if not is_headed:
        message = f'a sequence begins with a head line, {{"type": "{HEAD}", …}}'
        return [Fault(path=(), code="CT009", message=message, spot=slice(0, 1))]
    if "records" in head:
        message = "the records of a sequence follow its head line, one on each line"
        return [Fault(path=("records",), code="CT012", message=message, at_key=True)]
    return []
