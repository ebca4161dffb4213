"""Claims in question: they rest on another claim that falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._reasons import Reason
from claimtrack.records import Claim
from claimtrack.view import closure, group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.records import RelationKind
    from claimtrack.view import View

__all__ = ["find_in_question"]

_RESTS: Final[Mapping[RelationKind, str]] = {
    "inferred-from": "is inferred from",
    "presupposes": "presupposes",
}
"""Relations by which a claim rests on another, and the words for them in a sentence."""


def find_in_question(
    falls: AbstractSet[str], view: View
) -> Mapping[str, tuple[Reason, ...]]:
    """Return why claims that do not fall rest on one that does, even indirectly.

    Linear in the relations and claims.

    Args:
        falls: the claims that fall, one of each class.
        view: the view of the dossier.

    Returns:
        The reasons, by the least id of each class of claims.
    """
    steps = [(of, verb, on) for of, verb, on in _steps(view) if of != _class(on, view)]
    resting = group_pairs((_class(on, view), of) for of, _, on in steps)
    reached = closure(falls, resting)
    found = group_pairs(
        (of, _reason(verb, on, falls, view))
        for of, verb, on in steps
        if of not in falls and _class(on, view) in reached
    )
    return {
        key: tuple(sorted(set(reasons), key=lambda each: (each.text, each.ids)))
        for key, reasons in found.items()
    }


def _class(claim: str, view: View) -> str:
    return view.claims.least_of(claim)


def _steps(view: View) -> Iterator[tuple[str, str, str]]:
    """Yield which class of claims rests on which other one, and how."""
    for kind, verb in _RESTS.items():
        for each in view.related(Claim, kind):
            yield _class(each.subject, view), verb, each.object
    for claim in view.all(Claim):
        condition = claim.condition
        if condition is not None and view.get(condition.claim, Claim) is not None:
            yield _class(claim.id, view), "is conditioned on", str(condition.claim)


def _reason(verb: str, on: str, falls: AbstractSet[str], view: View) -> Reason:
    what = "falls" if _class(on, view) in falls else "rests on a claim that falls"
    return Reason("in-question", (on,), f"It {verb} {view.named(on)}, which {what}")
