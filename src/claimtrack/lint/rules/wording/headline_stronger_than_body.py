"""A headline must not claim more than the body.

Why: Most readers read only the headline.

Fires: A headline's claim is stronger-than one in the body of its document, directly or
    through other claims, and its own class is not in the body; or its factuality is
    surer than every factuality of its class in the body. Or what it takes from another
    document is a stronger claim than the one there. Related: the nearest of these
    claims.

Fix: Tone the headline down to what the body supports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._drifts import drifts_of
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.wording._headlines import claims_of
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["headline_stronger_than_body"]


@rule(code="CT501", severity="warning", unit="attribution")
def headline_stronger_than_body(case: Case) -> Iterator[Hit]:
    """Find headlines that claim more than their body or report."""
    for headline, drifts in drifts_of(case, "wording", "headline", are_headlines=True):
        stronger = [each for each in drifts if each.kind == "wording" or each.was]
        if stronger:
            related = case.view.get(stronger[0].related[0], Attribution)
            is_body = related is not None and related.document == headline.document
            than = "the body of its document" if is_body else "the report that it cites"
            message = f"the headline claims more than {than}"
            yield Hit(str(headline.id), message, claims_of(stronger, case))
