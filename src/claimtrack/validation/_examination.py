"""The result of validating an input, and how many findings of it are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import attrs

from claimtrack.findings import SEVERITIES, Finding, Location, sort_findings
from claimtrack.records import Head, Record
from claimtrack.schema import JsonValue, Path, is_object
from claimtrack.validation._fault import authority
from claimtrack.validation._judgement import Built, build
from claimtrack.validation._places import NOWHERE, Layout, locate, locations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.findings import Severity

__all__ = ["Beside", "Examination", "name_of_dossier", "within"]


@attrs.frozen(kw_only=True)
class Beside:
    """A text that a sheet has next to its records, but that no record holds.

    Attributes:
        kind: "comment", or "label" of an unnamed source.
        text: the text.
        location: its position in the sheet.
        sources: ids of the unnamed sources that it is about, as far as its position
            shows.
    """

    kind: Literal["comment", "label"]
    text: str = attrs.field(repr=False)
    location: Location
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Examination:
    """The result of validating an input.

    Its ``repr`` shows nothing of the input that may be private.

    Attributes:
        findings: all findings, sorted by place.
        value: the input as JSON; None if it could not be parsed that far.
        head: the head of a dossier whose records have no errors between them.
        records: the records that could be built, in order; some are built only when
            they are accessed.
        layout: how the input is written.
        number: position of the dossier in its file, from 1.
        beside: texts of a sheet that no record holds.
    """

    findings: tuple[Finding, ...]
    value: JsonValue = attrs.field(default=None, repr=False)
    head: Head | None = None
    _records: Built = attrs.field(alias="records", default=(), eq=build, repr=False)
    layout: Layout = NOWHERE
    number: int = 1
    beside: tuple[Beside, ...] = attrs.field(default=(), repr=False)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that could be built, in order."""
        return build(self._records)

    @property
    def is_valid(self) -> bool:
        """Whether there are no findings of severity error."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def dossier(self) -> str:
        """A name that distinguishes the dossier: its base, its title, or its place."""
        return name_of_dossier(self.value, self.layout.file, self.number)

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings about the dossier with their places in its file, sorted.

        Args:
            findings: findings of a check of the dossier that was built from this input.
        """
        return locate(findings, self.value, self.layout)

    def locations(self, asked: Iterable[tuple[Path, bool]]) -> list[Location | None]:
        """Return the places of values of the dossier; None for a value in memory.

        A value that is not written in the file gets the place of its enclosing value.

        Args:
            asked: the path to each value, and whether its key is meant.
        """
        return locations_of(list(asked), self.layout)


def name_of_dossier(value: JsonValue, file: str | None, number: int) -> str:
    """Return a name that distinguishes a dossier: its base, its title, or its place.

    Args:
        value: the dossier as JSON, or any other value that was checked.
        file: the file it was read from.
        number: position of the dossier in that file, from 1.

    >>> name_of_dossier({"records": []}, "a.claims.json", 1)
    'a.claims.json#1'
    """
    root = value if is_object(value) and "records" in value else {}
    for name in ("base", "title"):
        if isinstance(text := root.get(name), str) and text:
            return text
    return f"{file or ''}#{number}" if file or number > 1 else ""


def within(examinations: Iterable[Examination], most: int) -> Iterator[Examination]:
    """Yield the results for the dossiers of one file, up to `most` findings in all.

    One additional finding (CT007) says that there are more. It is as severe as the most
    severe of the omitted findings, so a valid file stays valid. If one of them is an
    error, nothing further is read.

    Args:
        examinations: the results for one file, as they come.
        most: maximum number of findings to keep.
    """
    left, is_full = most, False
    for each in examinations:
        kept, others = each.findings[:left], each.findings[left:]
        left -= len(kept)
        if not others:
            yield each
            continue
        found = {other.severity for other in others}
        severity: Severity = next(level for level in SEVERITIES if level in found)
        if severity == "error" or not is_full:
            kept = (*kept, _more(others[0], most, severity))
        yield attrs.evolve(each, findings=sort_findings(list(kept)))
        is_full = True
        if severity == "error":
            return


def _more(first: Finding, most: int, severity: Severity) -> Finding:
    """Return the finding that others were left out, at the first of them."""
    message = f"there are more than {most:,} findings; the rest are left out"
    made = Finding.of(
        "CT007", message, location=first.location, rule=authority("CT007")
    )
    return attrs.evolve(made, severity=severity, dossier=first.dossier)
