"""Independence: whether two origins of a claim do not hang on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimtrack.records import Relation
    from claimtrack.view import View

__all__ = ["Independence", "find_independence", "independent_pairs"]

Independence: TypeAlias = Literal["none", "single", "established", "unestablished"]
"""Of no origin, of one, of two that somebody else calls independent, of the rest."""


def independent_pairs(origins: AbstractSet[str], view: View) -> list[Relation]:
    """Return the relations that call two of these origins independent, by id."""
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
    """Return whether origins of a claim are known not to hang on each other.

    Two are, where they are joined by independent-of, by somebody who is neither of
    them, and have no owner in common. Owners of owners are owners, and a source is
    among its own: a daughter is not independent of its mother.

    Args:
        origins: the ids of the origins.
        view: where they are.

    Returns:
        What is known, and where it is established, which two are independent.
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
    # Of several pairs the names decide which is reported, and not the ids.
    return "established", min(
        pairs, key=lambda pair: (sorted(map(view.named, pair)), pair)
    )
