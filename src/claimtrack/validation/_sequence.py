"""Sequences of dossiers: for each dossier, a head line and then one record per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import Finding
from claimtrack.schema import FORMAT, JsonValue, Path, is_newer, is_object
from claimtrack.validation._collector import paused_collector
from claimtrack.validation._fault import Fault
from claimtrack.validation._gate import Admitted, admit_text, decode, without_mark
from claimtrack.validation._head_line import HEAD, is_head
from claimtrack.validation._part import Part, turned_away
from claimtrack.validation._places import Layout, to_findings
from claimtrack.validation._scan import to_pointer
from claimtrack.validation._stream import BLANK, too_long
from claimtrack.validation._syntax import conflict_fault, conflict_mark, foreign_form
from claimtrack.validation._terms import Terms
from claimtrack.validation._unread import Unread, known_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


__all__ = ["Sequence", "read_parts"]

_MARKS_AT_MOST: Final = 512
"""Bytes of a line that are examined for conflict marks."""

UNREADABLE: Final = "\ufffd\n"
"""Replaces a line whose text cannot be shown."""


@attrs.frozen(kw_only=True)
class _Line:
    """A line, as far as it could be read.

    Attributes:
        number: its number in the file, from 1.
        above: number of blank lines before it.
        text: its text with the line end, without a byte order mark.
        admitted: its value, or the faults that keep it out.
        findings: findings about its bytes.
    """

    number: int
    above: int = 0
    text: str = attrs.field(repr=False)
    admitted: Admitted = attrs.field(factory=lambda: Admitted(None))
    findings: tuple[Finding, ...] = ()

    @property
    def is_head(self) -> bool:
        """Whether a dossier begins here."""
        return is_head(self.admitted.value)

    @property
    def is_read(self) -> bool:
        """Whether it passed the gate."""
        is_told = any(each.severity == "error" for each in self.findings)
        return not is_told and not self.admitted.faults


@attrs.define
class Sequence:
    """Reads the dossiers of a sequence line by line, on the exact path.

    Attributes:
        file: the name under which they are read.
        terms: the engine and the size limits of a record and a dossier.
        number: number of the last line that was read, from 1.
        is_over: whether to stop reading.
    """

    file: str | None
    terms: Terms
    number: int = 0
    is_over: bool = False
    _kept: list[_Line] = attrs.Factory(list[_Line])
    _size: int = 0
    _above: int = 0
    _is_full: bool = False
    _is_torn: bool = False
    _has_begun: bool = False

    def take(self, data: bytes | str) -> Iterator[Part]:
        """Read a line, or blank lines, and yield the dossier that it ends, if any."""
        if _is_blank(data):
            blank = _line_ends(data) or 1
            self.number += blank
            self._above += blank
            self._size += len(data)
            return
        self.number += 1
        mark = conflict_mark(_as_text(data))
        if mark and mark != "<" and self._is_torn:
            # A conflict is reported where it begins; its other marks are not records.
            self._is_torn = mark != ">"
            self._above += 1
            return
        self._is_torn = mark != ">" if mark else self._is_torn
        raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        line = self._read(data, raw)
        self._above = 0
        if not self._has_begun and (strange := _something_else(line, self.file)):
            self.is_over = True
            yield strange
            return
        self._has_begun = True
        if line.is_head:
            yield from self.close()
        self._size += len(raw)
        if self._size > self.terms.limits.dossier and not self._is_full:
            self._is_full = True
            self._kept = []
            yield _full(self.number, self.file, self.terms)
        elif not self._is_full:
            self._kept.append(line)

    def close(self) -> Iterator[Part]:
        """Yield the dossier of the lines read so far, if there is one."""
        if self._kept:
            yield _part(self._kept, self.file)
        self._kept, self._size, self._is_full = [], 0, False

    def skip(self, lines: int) -> None:
        """Count the lines of a whole dossier that was read by other means."""
        self.number += lines
        self._above = 0
        self._has_begun = True

    def _read(self, data: bytes | str, raw: bytes) -> _Line:
        """Return the line with this number, given both as it came and as its bytes."""
        number, above, file, terms = self.number, self._above, self.file, self.terms
        most = terms.limits.record
        # Remove only one line end: a line cut off within a row of carriage returns must
        # still count as too long.
        if len(raw.removesuffix(b"\n").removesuffix(b"\r")) > most:
            found = too_long("the line", most).finding(file, number)
            return _Line(number=number, above=above, text=UNREADABLE, findings=(found,))
        marks: list[Finding] = []
        if isinstance(data, bytes):
            text, marks = decode(data, file)
            if text is None:
                moved = tuple(_moved(each, number) for each in marks)
                return _Line(
                    number=number, above=above, text=UNREADABLE, findings=moved
                )
            data = text
        if number == 1:
            data, marks = without_mark(data, file)
        text = data.rstrip("\r\n")
        if conflict_mark(text):
            admitted = Admitted(None, (conflict_fault(),))
        else:
            admitted = admit_text(text, terms.engine, terms.limits.findings)
        return _Line(
            number=number,
            above=above,
            text=data,
            admitted=admitted,
            findings=tuple(marks),
        )


def read_parts(
    lines: Iterable[bytes] | Iterable[str], file: str | None, terms: Terms
) -> Iterator[Part]:
    """Yield the dossiers of a sequence one by one, as the lines come.

    Args:
        lines: lines with their line ends.
        file: the name under which they are read.
        terms: the engine and the size limits of a record and a dossier.
    """
    sequence = Sequence(file, terms)
    for data in lines:
        yield from sequence.take(data)
        if sequence.is_over:
            return
    yield from sequence.close()


def _is_blank(data: bytes | str) -> bool:
    """Return whether a line is blank; blank lines are skipped."""
    if isinstance(data, bytes):
        return not data.strip(BLANK)
    return not data.strip(BLANK.decode())


def _line_ends(data: bytes | str) -> int:
    return data.count(b"\n") if isinstance(data, bytes) else data.count("\n")


def _as_text(data: bytes | str) -> str:
    """Return a possible line of conflict marks as text; of any other, its beginning."""
    most = data[:_MARKS_AT_MOST]
    return most.decode("utf-8", "replace") if isinstance(most, bytes) else most


def _something_else(line: _Line, file: str | None) -> Part | None:
    """Return the finding for a file of another format where a sequence is expected."""
    if line.is_read:
        return None
    strange = foreign_form(line.text)
    if strange is None:
        return None
    layout = Layout(text=line.text, file=file, first_line=line.number)
    return Part(layout=layout, findings=tuple(to_findings([strange], None, layout)))


def _full(number: int, file: str | None, terms: Terms) -> Part:
    """Return the finding for a dossier that is too large to keep in memory."""
    return turned_away(too_long("the dossier", terms.limits.dossier), file, number)


def _moved(finding: Finding, number: int) -> Finding:
    """Return a finding about a line with the line's number in the file."""
    place = finding.location
    here = place and attrs.evolve(place, line=number)
    return attrs.evolve(finding, location=here)


@paused_collector()
def _part(lines: list[_Line], file: str | None) -> Part:
    first = lines[0]
    # An unreadable first line is treated as the head line that it should be.
    is_headed = first.is_head or not first.is_read
    findings: list[Finding] = []
    faults: list[Fault] = []
    unread: Unread = {}
    lost: set[int] = set()
    # Blank lines before the first line belong to no dossier.
    offset = -first.above
    for index, line in enumerate(lines, -1 if is_headed else 0):
        offset += line.above
        if line.findings or line.admitted.faults:
            above: Path = () if index < 0 else ("records", index)
            findings += _at(above, line.findings)
            faults += (_moved_fault(e, above, offset) for e in line.admitted.faults)
            if not line.is_read:
                unread[index] = known_of(line.admitted.value, line.admitted.faults)
            if line.admitted.value is None:
                lost.add(index)
        offset += len(line.text)
    others = [f"{chr(10) * each.above}{each.text}" for each in lines[1:]]
    layout = Layout(
        text="".join([first.text, *others]),
        file=file,
        first_line=first.number,
        form="headed" if is_headed else "headless",
        unread=frozenset(unread),
    )
    # These faults are located inside their lines if the lines parse; no other faults
    # are.
    parsed = attrs.evolve(layout, unread=frozenset(lost))
    findings += to_findings(faults, None, parsed)
    values = [each.admitted.value for each in lines]
    head: JsonValue = values.pop(0) if is_headed else {}
    if -1 in unread:
        del unread[-1]
        head = _head_in_doubt(head)
    misplaced = _misplaced(head, is_headed=is_headed)
    findings += to_findings(misplaced, None, layout)
    if misplaced:
        return Part(layout=layout, findings=tuple(findings))
    said = {key: each for key, each in head.items() if key != "type"}
    value = {**said, "records": values}
    return Part(
        admitted=Admitted(value),
        layout=layout,
        findings=tuple(findings),
        unread=unread,
    )


def _head_in_doubt(head: JsonValue) -> dict[str, JsonValue]:
    """Return a sound head of the same version to replace one that cannot be read."""
    version = head.get("claimtrack") if is_object(head) else None
    return {"claimtrack": version if is_newer(version) else FORMAT}


def _at(above: Path, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings about the bytes of a line: the head, or a record."""
    place = to_pointer(above)
    return [
        attrs.evolve(each, pointer=place) if each.severity == "error" else each
        for each in findings
    ]


def _moved_fault(fault: Fault, above: Path, offset: int) -> Fault:
    """Return a fault of a line as a fault of its dossier.

    Args:
        fault: the fault.
        above: the path to the value on the line.
        offset: where the line begins in the text of the dossier.
    """
    spot = fault.spot
    if isinstance(spot, slice):
        spot = slice(offset + spot.start, offset + spot.stop)
    elif spot is not None:
        spot = (*above, *spot)
    return Fault(
        path=(*above, *fault.path),
        code=fault.code,
        message=fault.message,
        fix=fault.fix,
        rule=fault.rule,
        at_key=fault.at_key,
        spot=spot,
    )


def _misplaced(head: dict[str, JsonValue], *, is_headed: bool) -> list[Fault]:
    if not is_headed:
        message = f'a sequence begins with a head line, {{"type": "{HEAD}", …}}'
        return [Fault(path=(), code="CT009", message=message, spot=slice(0, 1))]
    if "records" in head:
        message = "the records of a sequence follow its head line, one on each line"
        return [Fault(path=("records",), code="CT012", message=message, at_key=True)]
    return []
