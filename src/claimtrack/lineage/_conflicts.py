"""Conflicts: claims that contradict each other, and who stands behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._lineage import Lineage
from claimtrack.lineage._reasons import Reason, counted, named
from claimtrack.lineage._trace import trace_in
from claimtrack.records import Claim, to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Relation, RelationKind

__all__ = ["Conflict", "conflicts"]


@attrs.frozen(kw_only=True)
class Conflict:
    """Two claims that contradict each other.

    Attributes:
        claims: the ids of the two, sorted.
        sides: their lineages in the same order: who stands behind each.
        supersedes: of each relation by which one supersedes the other, the newer and
            the older; sorted.
        relations: ids of the relations that say that they contradict each other.
        why: the reasons, to be read aloud.
    """

    claims: tuple[str, str]
    sides: tuple[Lineage, Lineage]
    supersedes: tuple[tuple[str, str], ...]
    relations: tuple[str, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return the reasons, a sentence a line."""
        return "\n".join(f"{each.text}." for each in self.why)


def conflicts(dossier: Dossier) -> tuple[Conflict, ...]:
    """Return the claims that contradict each other, who stands behind each, what since.

    A claim counts with all that same-as and translation-of join to it, so two such
    classes are in conflict once, however many relations say so.

    Args:
        dossier: the dossier.

    Returns:
        The conflicts, sorted by their claims.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> rain, sun = d.claim("It rains"), d.claim("The sun shines")
    >>> a = d.attribute(rain, d.outlet("UNN").citing(d.person("Keir Starmer")))
    >>> r = d.relate(rain, "contradicts", sun)
    >>> print(conflicts(d)[0])
    c1 and c2 contradict each other.
    Behind c1: Keir Starmer.
    Behind c2: nobody on record.
    """
    view = View.of(dossier)
    later = _by_pair(view, "supersedes")
    lineages: dict[str, Lineage] = {}
    found: list[Conflict] = []
    for pair, relations in _by_pair(view, "contradicts").items():
        claims = min(_ordered(each.subject, each.object) for each in relations)
        for each in claims:
            if each not in lineages:
                lineages[each] = trace_in(view, each)
        conflict = Conflict(
            claims=claims,
            sides=(lineages[claims[0]], lineages[claims[1]]),
            supersedes=tuple(
                sorted((each.subject, each.object) for each in later.get(pair, ()))
            ),
            relations=tuple(map(to_id, relations)),
            why=(),
        )
        found.append(attrs.evolve(conflict, why=tuple(_why(conflict, view))))
    return tuple(sorted(found, key=lambda each: each.claims))


def _by_pair(view: View, kind: RelationKind) -> dict[tuple[str, str], list[Relation]]:
    """Return the relations of a kind by the two classes of claims that they join."""
    found: dict[tuple[str, str], list[Relation]] = {}
    for each in view.related(Claim, kind):
        pair = _ordered(
            view.claims.least_of(each.subject), view.claims.least_of(each.object)
        )
        found.setdefault(pair, []).append(each)
    return found


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _why(conflict: Conflict, view: View) -> Iterator[Reason]:
    """Yield that they contradict each other, who is behind each, what is newer."""
    one, other = map(clip, conflict.claims)
    yield Reason(
        "contradicts", conflict.claims, f"{one} and {other} contradict each other"
    )
    for side in conflict.sides:
        yield Reason(
            "behind",
            (side.claim, *side.origin_ids),
            f"Behind {clip(side.claim)}: {_behind(side, view)}",
        )
    for newer, older in conflict.supersedes:
        text = f"{clip(newer)} supersedes {clip(older)}"
        yield Reason("supersedes", (newer, older), text)


def _behind(side: Lineage, view: View) -> str:
    if side.origins:
        return named(side.origin_ids, view)
    if side.supported_by:
        chains = counted(len(side.supported_by), "chain")
        return f"{chains}, without an origin on record"
    return "nobody on record"
