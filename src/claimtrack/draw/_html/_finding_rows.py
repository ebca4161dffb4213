"""The findings of a report: what was found, why it matters, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._card_rows import SIGNS
from claimtrack.draw._html._spans import Words, said
from claimtrack.findings import SEVERITIES
from claimtrack.records import Attribution, Claim, Document, Source

if TYPE_CHECKING:
    from claimtrack.draw._html._facts import Facts
    from claimtrack.findings import Finding

__all__ = ["FindingRow", "find_findings"]

_LINKED: Final = (Attribution, Claim, Document, Source)
"""Records that a page has an element for."""


@attrs.frozen
class FindingRow:
    """A finding.

    Attributes:
        sign: beside the word for how severe it is.
        severity: that word.
        code: its code.
        message: what is wrong here.
        why: why it matters.
        fix: what to do.
        concerns: links to what it concerns; empty for none.
        rule: the authority behind it.
    """

    sign: str
    severity: str
    code: str
    message: str
    why: str
    fix: str
    concerns: Words
    rule: str


def find_findings(facts: Facts) -> tuple[FindingRow, ...]:
    """Return the findings, the worst first."""
    order = sorted(facts.findings, key=lambda each: SEVERITIES.index(each.severity))
    return tuple(_row(each, facts) for each in order)


def _row(finding: Finding, facts: Facts) -> FindingRow:
    keys = [*([finding.record] if finding.record else []), *finding.related]
    linked = [key for key in keys if isinstance(facts.dossier.get(key), _LINKED)]
    return FindingRow(
        sign=SIGNS[finding.severity],
        severity=finding.severity,
        code=finding.code,
        message=finding.brief,
        why=finding.why,
        fix=finding.fix,
        concerns=facts.named(linked) if linked else said(),
        rule=finding.rule,
    )
