"""Dependence: what each supporting chain depends on, and which origins it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from claimtrack.lineage._ends import heard_from_others, origins_alone
from claimtrack.lineage._factuality import Standing
from claimtrack.lineage._impact._retraction import taken_by
from claimtrack.lineage._trace import by_standing
from claimtrack.lineage._trace._supporting_chains import SupportingChains
from claimtrack.records import Claim, to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.dossier import Dossier
    from claimtrack.records import Attribution

__all__ = [
    "Dependence",
    "HangingOn",
    "Verdict",
    "carried",
    "decide",
    "dependence",
    "hanging_on",
]

Verdict: TypeAlias = Literal["falls", "weakened", "stands", "unsupported"]
"""What happens to the recorded support of a claim, not to whether it is right."""


@attrs.frozen(kw_only=True)
class Dependence:
    """What one attribution depends on, and what depends on it.

    Attributes:
        attribution: the id of the attribution.
        standing: what it does to its claim: supports, opposes or uncommitted.
        claims: the ids of its claim and of all claims merged with it, sorted.
        taken_by: the ids that take it away when they are retracted, sorted.
        carries: the origins of the claim that it carries by itself, sorted. Empty if it
            does not say how its source knows and another chain says that the source has
            only heard it from others, and if it does not support the claim.
    """

    attribution: str
    standing: Standing = "supports"
    claims: tuple[str, ...]
    taken_by: tuple[str, ...]
    carries: tuple[str, ...]


@attrs.frozen
class HangingOn:
    """What the retraction of a single record does to the claims of a dossier.

    Attributes:
        falls: the ids of the claims that fall, sorted.
        weakened: the ids of the claims that are weakened, sorted.
    """

    falls: tuple[str, ...]
    weakened: tuple[str, ...]


def dependence(
    dossier: Dossier, *, include_others: bool = False
) -> tuple[Dependence, ...]:
    """Return what each supporting attribution depends on, sorted by attribution.

    The verdict on any set of retractions follows from this by set algebra. A claim
    falls if no chain is left, or if some chain carried an origin and no remaining chain
    does. It is weakened if a chain is lost, and stands if none is.

    Time and memory are proportional to the number of ids returned.

    Args:
        dossier: the dossier.
        include_others: whether to return also the attributions that oppose their claim
            or are uncommitted.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, keir = d.outlet("UNN"), d.person("Keir Starmer")
    >>> a = d.attribute(d.claim("It rains"), unn.citing(keir))
    >>> dependence(d)[0].taken_by, dependence(d)[0].carries
    (('a1', 'c1', 'keir-starmer', 'unn'), ('keir-starmer',))
    """
    view = View.of(dossier)
    found: list[Dependence] = []
    for key in {view.claims.least_of(each.id) for each in view.all(Claim)}:
        claims = view.claims.members_of(key)
        standings = by_standing(view.attributions_of(key))
        had = standings["supports"]
        origins = SupportingChains.of_chains(
            [each.chain for each in had], view
        ).origin_ids
        carries = carried(had, origins, view)
        found += [
            Dependence(
                attribution=to_id(each),
                standing=standing,
                claims=claims,
                taken_by=tuple(sorted(taken_by(each, view))),
                carries=tuple(sorted(carries.get(to_id(each), ()))),
            )
            for standing, some in standings.items()
            if include_others or standing == "supports"
            for each in some
        ]
    return tuple(sorted(found, key=lambda each: each.attribution))


def hanging_on(depends: Iterable[Dependence]) -> dict[str, HangingOn]:
    """Return what falls and what is weakened if a single record is retracted.

    The result has an entry for each id whose retraction takes an attribution away,
    sorted. Time and memory are proportional to the number of ids in `depends`; a claim
    counts once for each id that takes away one of its chains.

    Args:
        depends: the result of `dependence`.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> told = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> hanging_on(dependence(d))["ann"].falls
    ('c1',)
    """
    by_claims: dict[tuple[str, ...], list[Dependence]] = {}
    for each in depends:
        if each.standing == "supports":
            by_claims.setdefault(each.claims, []).append(each)
    falls: dict[str, list[str]] = {}
    weakened: dict[str, list[str]] = {}
    for claims, rows in by_claims.items():
        taken: dict[str, set[str]] = {}
        for row in rows:
            for key in row.taken_by:
                taken.setdefault(key, set()).add(row.attribution)
        carries = {row.attribution: frozenset(row.carries) for row in rows}
        for key, lost in taken.items():
            is_lost = decide(carries, carries.keys() - lost) == "falls"
            (falls if is_lost else weakened).setdefault(key, []).extend(claims)
    return {
        key: HangingOn(
            falls=tuple(sorted(falls.get(key, ()))),
            weakened=tuple(sorted(weakened.get(key, ()))),
        )
        for key in sorted({*falls, *weakened})
    }


def carried(
    had: Sequence[Attribution], origins: AbstractSet[str], view: View
) -> dict[str, set[str]]:
    """Return the origins of a claim that each supporting attribution carries by itself.

    Each chain is judged by itself, but with what all chains say about its source. So a
    chain that carried nothing does not begin to carry something when others are
    retracted, and retracting more never saves a claim.

    Args:
        had: the attributions that support the claim.
        origins: the ids of its origins.
        view: the view of the dossier.
    """
    heard = heard_from_others((each.chain for each in had), view)
    return {
        to_id(each): origins_alone(each.chain, view, heard) & origins for each in had
    }


def decide(carries: Mapping[str, AbstractSet[str]], left: AbstractSet[str]) -> Verdict:
    """Return the verdict on a claim.

    Args:
        carries: the origins that each supporting attribution carries.
        left: the ids of the supporting attributions that are left.
    """
    if not carries:
        return "unsupported"
    had_origins = any(carries.values())
    if not left or (had_origins and not any(carries[each] for each in left)):
        return "falls"
    # An origin can only be lost together with a chain.
    return "weakened" if len(left) < len(carries) else "stands"
