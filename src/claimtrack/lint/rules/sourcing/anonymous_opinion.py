"""Use unnamed sources for information, not for opinions, forecasts or attacks.

Why: Unnamed people cannot be held to account for their opinions and predictions.

Fires: The last link is unnamed, its attitude is assertion or belief, and the claim is
    an evaluation, norm, prediction or allegation. The finding is about the source if it
    is own, and about its dealer if it is relayed. Related: the claims.

Fix: Name the speaker, find something that can be checked, or leave the claim out.

Authority: APs, Rs, Nh
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.records import Claim
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.lint._steps import Unnamed

__all__ = ["anonymous_opinion"]

_OWN: Final[Grades] = (("own", "warning"), ("relayed", "info"))

_OPINIONS: Final = ("evaluation", "norm", "prediction", "allegation")


@rule(code="CT207", severity="warning", grades=_OWN, unit="source")
def anonymous_opinion(case: Case) -> Iterator[Hit]:
    """Find unnamed sources behind opinions, predictions and allegations."""
    found = [
        each for each in case.unnamed_links if each.is_last and _is_opinion(each, case)
    ]
    own = ((each.source, each.attribution.claim) for each in found if each.is_own)
    for source, claims in group_pairs(own).items():
        message = (
            f"an opinion, prediction or allegation is attributed to {case.name(source)}"
        )
        yield Hit(source, message, claims, grade="own")
    relayed = (
        (each.dealer(case), each.attribution.claim) for each in found if not each.is_own
    )
    for dealer, claims in group_pairs(relayed).items():
        message = (
            f"{case.name(dealer)} attributes an opinion, prediction or allegation to "
            "unnamed sources"
        )
        yield Hit(dealer, message, claims, grade="relayed")


def _is_opinion(link: Unnamed, case: Case) -> bool:
    attribution = link.attribution
    claimed = case.view.get(attribution.claim, Claim)
    return (
        attribution.chain.last.attitude in ("assertion", "belief")
        and claimed is not None
        and claimed.kind in _OPINIONS
    )
