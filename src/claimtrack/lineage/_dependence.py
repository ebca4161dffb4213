"""Dependence: what each supporting chain hangs on, and which origins it carries."""

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
"""What becomes of a claim: of its recorded support, not of its being right."""


@attrs.frozen(kw_only=True)
class Dependence:
    """What one attribution hangs on, and what hangs on it.

    Attributes:
        attribution: its id.
        standing: what it does to its claim: supports, opposes or uncommitted.
        claims: ids of the claims that it is about: all that are one, sorted.
        taken_by: ids of what takes it away when it is retracted, sorted.
        carries: those of the claim's origins that it carries by itself, sorted. None
            where it does not say how its source knows, and another chain says: from
            hearsay alone. One that does not support the claim carries none.
    """

    attribution: str
    standing: Standing = "supports"
    claims: tuple[str, ...]
    taken_by: tuple[str, ...]
    carries: tuple[str, ...]


@attrs.frozen
class HangingOn:
    """What the retraction of one thing alone does to the claims of a dossier.

    Attributes:
        falls: ids of the claims that fall, sorted.
        weakened: ids of the claims that are weakened, sorted.
    """

    falls: tuple[str, ...]
    weakened: tuple[str, ...]


def dependence(
    dossier: Dossier, *, include_others: bool = False
) -> tuple[Dependence, ...]:
    """Return what each supporting attribution hangs on, sorted by attribution.

    The verdict on any set of retractions follows from it by set algebra. A claim falls
    where no chain is left, or where some chain carried an origin and none that is left
    does; it is weakened where a chain is lost, and stands where none is.

    Takes time and room in proportion to the ids that it returns.

    Args:
        dossier: the dossier.
        include_others: whether the attributions that oppose their claim, or commit to
            nothing, are returned as well.

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
    """Return what falls and is weakened when each thing alone is retracted.

    By the ids of all that takes something away, sorted. Takes time and room in
    proportion to the ids of `depends`, for each claim as often as something takes
    chains of it away.

    Args:
        depends: what `dependence` returned.

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
    """Return which origins of a claim each supporting attribution carries by itself.

    Each chain is judged alone, and against what all of them say. So what counted for
    nothing does not begin to count, and to retract more never saves anything.

    Args:
        had: the attributions that support the claim.
        origins: ids of its origins.
        view: where they are.
    """
    heard = heard_from_others((each.chain for each in had), view)
    return {
        to_id(each): origins_alone(each.chain, view, heard) & origins for each in had
    }


def decide(carries: Mapping[str, AbstractSet[str]], left: AbstractSet[str]) -> Verdict:
    """Return what becomes of a claim.

    Args:
        carries: the origins that each supporting attribution carries.
        left: ids of those attributions that are left.
    """
    if not carries:
        return "unsupported"
    had_origins = any(carries.values())
    if not left or (had_origins and not any(carries[each] for each in left)):
        return "falls"
    # An origin is not lost without a chain.
    return "weakened" if len(left) < len(carries) else "stands"
