"""The findings of a report: what was found, why it matters, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._card_rows import SIGNS
from claimtrack.draw._html._spans import Words
from claimtrack.findings import SEVERITIES, natural_key
from claimtrack.lint import AUTHORITIES
from claimtrack.records import Attribution, Claim, Document, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._html._facts import Facts
    from claimtrack.findings import Finding

__all__ = ["FindingRow", "Place", "find_findings"]

_LINKED: Final = (Attribution, Claim, Document, Source)
"""The types of record that have an element on a page."""


@attrs.frozen
class Place:
    """Where a finding is.

    Attributes:
        message: what is wrong there.
        concerns: links to the records that it concerns; empty for none.
    """

    message: str
    concerns: Words


@attrs.frozen
class FindingRow:
    """The findings of one code that have the same reason and the same fix.

    Attributes:
        sign: the sign next to the word for their severity.
        severity: the word for their severity.
        code: their code.
        places: the findings, one by one.
        why: why it matters.
        fix: what to do.
        basis: the newsrooms that ask for it, or the name of the rule.
    """

    sign: str
    severity: str
    code: str
    places: tuple[Place, ...]
    why: str
    fix: str
    basis: str


def find_findings(facts: Facts) -> tuple[FindingRow, ...]:
    """Return the findings, the worst first, grouped by reason and fix."""
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
        basis=_basis(first.rule),
    )


def _basis(rule: str) -> str:
    """Return the authority behind a rule, in words.

    >>> _basis("APs, B3")
    'Asked for by: AP Statement of News Values; BBC Guidelines 3.3.1-3.3.7'
    """
    keys = rule.split(", ")
    if not all(key in AUTHORITIES for key in keys):
        return f"Rule: {rule}" if rule else ""
    names = dict.fromkeys(AUTHORITIES[key].partition(", ")[0] for key in keys)
    return f"Asked for by: {'; '.join(names)}"


def _concerns(finding: Finding, facts: Facts) -> Words:
    related = sorted(finding.related, key=natural_key)
    keys = dict.fromkeys([*filter(None, [finding.record]), *related])
    linked = [key for key in keys if isinstance(facts.dossier.get(key), _LINKED)]
    return facts.named(linked)
