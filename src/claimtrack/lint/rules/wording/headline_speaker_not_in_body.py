"""\"X announced" needs X in the body.

Why: The headline puts words in someone's mouth that the body does not.

Fires: The end of a headline is an origin (stated, unnamed, witnessed or document) that
    ends no chain in the body, either of the headline's class or of a claim that its
    claim is stronger-than or inferred-from, directly or through other claims. Members
    of a group and those affiliated with a source count as that group or source, and so
    do their own members and affiliates. It does not fire if no body is on record.
    Related: the claims of the nearest of these chains.

Fix: Name in the headline who speaks in the body, or report where X said it.
"""  # noqa: D301  it begins with a quote

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._drifts import drifts_of
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.wording._headlines import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["headline_speaker_not_in_body"]


@rule(code="CT502", severity="error", unit="attribution")
def headline_speaker_not_in_body(case: Case) -> Iterator[Hit]:
    """Find headlines that quote a source whom the body does not."""
    for headline, drifts in drifts_of(case, "headline"):
        for each in (each for each in drifts if each.was is None):
            source = str(each.now)
            message = (
                f"the headline quotes {case.name(source)}, but nothing in the body is "
                f"attributed to {case.view.sources.pronoun(source)}"
            )
            yield Hit(str(headline.id), message, claims_of([each], case))
