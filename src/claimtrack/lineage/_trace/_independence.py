"""Independence: whether two origins of a claim confirm each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimtrack.records import Relation
    from claimtrack.view import View

__all__ = ["Independence", "find_independence", "independent_pairs"]

Independence: TypeAlias = Literal["none", "single", "established", "unestablished"]
"""No origin, one origin, two that somebody else calls independent, or any others."""


def independent_pairs(origins: AbstractSet[str], view: View) -> list[Relation]:
    """Return the relations that call two of these origins independent, sorted by id."""
    of = view.sources.least_of
    return [
        each
        for each in view.sources.related("independent-of")
        if of(each.subject) != of(each.object)
        and {of(each.subject), of(each.object)} <= origins
    ]


def find_independence(
    origins: AbstractSet[str], view: View
) -> tuple[Independence, tuple[str, ...]]:
    """Return whether two origins of a claim are known to be independent.

    Two origins are independent if somebody who is neither of them has joined them with
    independent-of, and they have no owner in common. Owners of owners count, and so
    does a source as its own owner: a subsidiary is not independent of its parent.

    Args:
        origins: the ids of the origins.
        view: the view of the dossier.

    Returns:
        What is known, and which two origins are independent if that is established.
    """
    if len(origins) <= 1:
        return ("single" if origins else "none"), ()
    pairs = [
        tuple(sorted(map(view.sources.least_of, (each.subject, each.object))))
        for each in independent_pairs(origins, view)
        if view.sources.is_judged_by_others(each)
        and not view.sources.have_common_owner(each.subject, each.object)
    ]
    if not pairs:
        return "unestablished", ()
    # If there are several pairs, names decide which one is reported, not ids.
    return "established", min(
        pairs, key=lambda pair: (sorted(map(view.named, pair)), pair)
    )
