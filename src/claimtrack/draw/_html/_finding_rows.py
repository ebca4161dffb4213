"""The findings of a report: what was found, why it matters, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._card_rows import SIGNS
from claimtrack.draw._html._spans import Words
from claimtrack.findings import SEVERITIES
from claimtrack.records import Attribution, Claim, Document, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._html._facts import Facts
    from claimtrack.findings import Finding

__all__ = ["FindingRow", "Place", "find_findings"]

_LINKED: Final = (Attribution, Claim, Document, Source)
"""Records that a page has an element for."""


@attrs.frozen
class Place:
    """Where a finding is.

    Attributes:
        message: what is wrong there.
        concerns: links to what it concerns; empty for none.
    """

    message: str
    concerns: Words


@attrs.frozen
class FindingRow:
    """The findings of one code that say the same of why and what to do.

    Attributes:
        sign: beside the word for how severe they are.
        severity: that word.
        code: their code.
        places: what they are, one by one.
        why: why it matters.
        fix: what to do.
        rule: the authority behind it.
    """

    sign: str
    severity: str
    code: str
    places: tuple[Place, ...]
    why: str
    fix: str
    rule: str


def find_findings(facts: Facts) -> tuple[FindingRow, ...]:
    """Return the findings, the worst first; why and what to do are said once."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for each in sorted(facts.findings, key=_severity):
        key = (each.severity, each.code, each.why, each.fix, each.rule)
        alike.setdefault(key, []).append(each)
    return tuple(_row(found, facts) for found in alike.values())


def _severity(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _row(found: Sequence[Finding], facts: Facts) -> FindingRow:
    first = found[0]
    return FindingRow(
        sign=SIGNS[first.severity],
        severity=first.severity,
        code=first.code,
        places=tuple(Place(each.brief, _concerns(each, facts)) for each in found),
        why=first.why,
        fix=first.fix,
        rule=first.rule,
    )


def _concerns(finding: Finding, facts: Facts) -> Words:
    keys = [*([finding.record] if finding.record else []), *finding.related]
    linked = [key for key in keys if isinstance(facts.dossier.get(key), _LINKED)]
    return facts.named(linked)
