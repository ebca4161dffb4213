"""All that a command finds in an input: what validation says, and what rules add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack import disclosure
from claimtrack.dossier import Dossier
from claimtrack.findings import sort_findings
from claimtrack.records import Source
from claimtrack.schema import is_object

if TYPE_CHECKING:
    from claimtrack.findings import Finding
    from claimtrack.validation import Examination

__all__ = ["judge"]


def judge(examination: Examination) -> tuple[Finding, ...]:
    """Return all findings of an input, sorted by place.

    What has an error is not judged any further, as it may not say what it means.
    """
    is_any_unnamed = any(
        isinstance(each, Source) and each.kind == "unnamed"
        for each in examination.records
    )
    if not examination.is_valid or not is_any_unnamed:
        return examination.findings
    found = disclosure.check(_dossier_of(examination))
    return sort_findings([*examination.findings, *examination.locate(found)])


def _dossier_of(examination: Examination) -> Dossier:
    """Return the dossier, or one with the single record that was examined."""
    value = examination.value
    if is_object(value) and "records" in value:
        return Dossier.from_examination(examination)
    made = Dossier()
    for record in examination.records:
        made.add(record)
    return made
