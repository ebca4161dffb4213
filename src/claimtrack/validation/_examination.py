"""What validation knows about an input, and how much of it is said."""

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
    """A text that stands beside the records of a sheet, and in none of them.

    Attributes:
        kind: "comment", or "label" of an unnamed source.
        text: what it says.
        location: where it stands.
        sources: ids of the unnamed sources that it is about, as far as its place says.
    """

    kind: Literal["comment", "label"]
    text: str = attrs.field(repr=False)
    location: Location
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Examination:
    """What validation knows about an input when it is done.

    Its ``repr`` shows nothing of the input that may be private.

    Attributes:
        findings: all of them, sorted by place.
        value: the input as JSON; None where it does not get that far.
        head: of a dossier without errors between its records.
        records: the records that could be built, in their order; some are not built
            before somebody asks for them.
        layout: how the input is written down.
        number: which dossier of its file it is, from 1.
        beside: what it says that no record holds.
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
        """The records that could be built, in their order."""
        return build(self._records)

    @property
    def is_valid(self) -> bool:
        """Whether there is no finding of severity error."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def dossier(self) -> str:
        """What tells the dossier from others: its base, its title, or its place."""
        return name_of_dossier(self.value, self.layout.file, self.number)

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return findings about its dossier with where they stand in it, sorted.

        Args:
            findings: what a check found in the dossier that was built of it.
        """
        return locate(findings, self.value, self.layout)

    def locations(self, asked: Iterable[tuple[Path, bool]]) -> list[Location | None]:
        """Return where values of its dossier stand; None for a value in memory.

        A value that is not written down stands where what holds it does.

        Args:
            asked: the path to each value, and whether its key is meant.
        """
        return locations_of(list(asked), self.layout)


def name_of_dossier(value: JsonValue, file: str | None, number: int) -> str:
    """Return what tells a dossier from others: its base, its title, or its place.

    Args:
        value: the dossier as JSON, or what else was checked.
        file: where it was read.
        number: which dossier of that file it is, from 1.

    >>> name_of_dossier({"records": []}, "a.claims.json", 1)
    'a.claims.json#1'
    """
    root = value if is_object(value) and "records" in value else {}
    for name in ("base", "title"):
        if isinstance(text := root.get(name), str) and text:
            return text
    return f"{file or ''}#{number}" if file or number > 1 else ""


def within(examinations: Iterable[Examination], most: int) -> Iterator[Examination]:
    """Yield what is known of the dossiers of one file, with so many findings in all.

    One more finding (CT007) says that there are others, and is as severe as the most
    severe of them: what is valid stays so. Where one of them is an error, nothing
    further is read.

    Args:
        examinations: of one file, as they come.
        most: findings that are kept.
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
    """Return what is said of findings that are left out, at the first of them."""
    message = f"there are more than {most:,} findings; the rest are left out"
    made = Finding.of(
        "CT007", message, location=first.location, rule=authority("CT007")
    )
    return attrs.evolve(made, severity=severity, dossier=first.dossier)
