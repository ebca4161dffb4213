"""Conflicts: claims that contradict each other or are opposed, and who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import clip, natural_key
from claimtrack.lineage._reasons import Reason, listed, names_of
from claimtrack.lineage._trace import by_standing, trace_in
from claimtrack.lineage._trace._lineage import Lineage
from claimtrack.records import Attribution, Claim, to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Relation, RelationKind

__all__ = ["Conflict", "conflicts"]


@attrs.frozen(kw_only=True)
class Conflict:
    """Two claims that contradict each other, or one that some of its chains oppose.

    Attributes:
        claims: the ids of the two claims, sorted, or of the one claim.
        sides: their lineages in the same order: who is behind each, and who opposes it.
        supersedes: for each relation by which one supersedes the other, the newer and
            the older claim; sorted.
        relations: the ids of the relations that say that they contradict each other.
        why: the reasons, written to be read aloud.
    """

    claims: tuple[str, ...]
    sides: tuple[Lineage, ...]
    supersedes: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return the reasons, one sentence per line."""
        return "\n".join(f"{each.text}." for each in self.why)


def conflicts(dossier: Dossier) -> tuple[Conflict, ...]:
    """Return the conflicts of a dossier: contradicting claims, and opposed ones.

    Claims joined by same-as or translation-of count as one, so two classes of claims
    are in conflict only once, however many relations say so. A claim that some of its
    own chains oppose is a conflict by itself, whether or not it is in others too.

    Args:
        dossier: the dossier.

    Returns:
        The conflicts, sorted by their claims.

    >>> from claimtrack import Dossier, link
    >>> d = Dossier()
    >>> rain, sun = d.claim("It rains"), d.claim("The sun shines")
    >>> unn, keir = d.outlet("UNN"), d.person("Keir Starmer")
    >>> a = d.attribute(rain, unn.citing(keir))
    >>> b = d.attribute(rain, unn.citing(d.outlet("Bloomberg"), stance="denies"))
    >>> r = d.relate(rain, "contradicts", sun)
    >>> for each in conflicts(d):
    ...     print(each)
    c1 is opposed.
    Behind c1: Keir Starmer.
    Against c1: UNN.
    c1 and c2 contradict each other.
    Behind c1: Keir Starmer.
    Against c1: UNN.
    Behind c2: nobody on record.
    """
    view = View.of(dossier)
    later = _by_pair(view, "supersedes")
    lineages: dict[str, Lineage] = {}

    def conflict(*claims: str, relations: tuple[Relation, ...] = ()) -> Conflict:
        for each in claims:
            if each not in lineages:
                lineages[each] = trace_in(view, each)
        pair = _ordered(*map(view.claims.least_of, (claims[0], claims[-1])))
        newer = later.get(pair, ()) if relations else ()
        made = Conflict(
            claims=claims,
            sides=tuple(lineages[each] for each in claims),
            supersedes=tuple(sorted((each.subject, each.object) for each in newer)),
            relations=tuple(map(to_id, relations)),
            why=(),
        )
        return attrs.evolve(made, why=tuple(_why(made, view)))

    found = [
        conflict(*_representing(relations, view), relations=tuple(relations))
        for relations in _by_pair(view, "contradicts").values()
    ]
    found += [conflict(each) for each in _opposed(view)]
    return tuple(sorted(found, key=lambda each: each.claims))


def _by_pair(view: View, kind: RelationKind) -> dict[tuple[str, str], list[Relation]]:
    """Return the relations of a kind, by the two classes of claims that they join."""
    found: dict[tuple[str, str], list[Relation]] = {}
    for each in view.related(Claim, kind):
        pair = _ordered(
            view.claims.least_of(each.subject), view.claims.least_of(each.object)
        )
        found.setdefault(pair, []).append(each)
    return found


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _representing(relations: list[Relation], view: View) -> tuple[str, str]:
    """Return the two claims to report, chosen by their texts and not by their ids."""
    pairs = (_ordered(each.subject, each.object) for each in relations)
    return min(
        pairs, key=lambda pair: (sorted(view.claim(each).text for each in pair), pair)
    )


def _opposed(view: View) -> Iterator[str]:
    """Yield one claim of each class that some chains oppose, chosen by its text."""
    for key, attributions in view.attributions.items():
        claims = [view.get(each, Claim) for each in view.claims.members_of(key)]
        there = [(each.text, each.id) for each in claims if each is not None]
        if there and by_standing(attributions)["opposes"]:
            yield min(there)[1]


def _why(conflict: Conflict, view: View) -> Iterator[Reason]:
    """Yield what is in conflict, who is behind each side, and which claim is newer."""
    ids = [clip(each) for each in conflict.claims]
    if conflict.relations:
        both = " and ".join(sorted(ids, key=natural_key))
        text = f"{both} contradict each other"
        yield Reason("contradicts", conflict.claims, text)
    else:
        yield Reason("opposed", conflict.claims, f"{ids[0]} is opposed")
    for key, side in zip(ids, conflict.sides, strict=True):
        behind = (side.claim, *side.origin_ids)
        yield Reason("behind", behind, f"Behind {key}: {_behind(side, view)}")
        if side.opposed_by:
            told = (view.get(each, Attribution) for each in side.opposed_by)
            who = names_of((each.chain for each in told if each), view)
            against = (side.claim, *side.opposed_by)
            yield Reason("against", against, f"Against {key}: {who}")
    for newer, older in conflict.supersedes:
        text = f"{clip(newer)} supersedes {clip(older)}"
        yield Reason("supersedes", (newer, older), text)


def _behind(side: Lineage, view: View) -> str:
    """Return the ends of a side by name, with the kind of any that is not an origin."""
    names = {view.named_origin(each) for each in side.origin_ids}
    closed = {end.source for end in side.ends if end.kind == "circular"}
    names.update(
        f"{view.named(each)} (circular)"
        for cycle in side.cycles
        if cycle[0] in closed
        for each in cycle
    )
    names.update(
        "somebody who is not settled"
        if end.source is None
        else f"{view.named(end.source)} (open)"
        for end in side.ends
        if end.kind == "open"
    )
    return listed(sorted(names)) or "nobody on record"
