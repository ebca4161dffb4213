"""What becomes of each claim where something is taken back.

A claim falls where taking back any part of what is lost leaves it without a chain, or
without any of the origins that it had: every part is tried.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import attrs

from lineage_oracle._chains import value_of, voices_of
from lineage_oracle._ends import Origin, ends_of, origins_of
from lineage_oracle._graph import Graph
from lineage_oracle._joining import Joined
from lineage_oracle._tracing import supporting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack import Attribution, Dossier

__all__ = ["Outcome", "Resting", "dependence", "impact", "in_question", "taken"]


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of a claim, and what stood behind it before and stands after."""

    became: str
    chains_before: frozenset[str]
    chains_after: frozenset[str]
    origins_before: frozenset[str]
    origins_after: frozenset[str]
    lost_opposing: frozenset[str]
    lost_uncommitted: frozenset[str]
    retracted_candidates: frozenset[str]


@attrs.frozen(kw_only=True)
class Resting:
    """What an attribution supports, what takes it away, and the origins it carries."""

    claims: frozenset[str]
    taken_by: frozenset[str]
    carries: frozenset[str]


def impact(
    dossier: Dossier, retract: Iterable[str] = (), *, as_recorded: bool = False
) -> dict[str, Outcome]:
    """Return the outcome for every claim."""
    joined = Joined(dossier)
    things = {*retract}
    if as_recorded:
        things |= {n.target for n in dossier.notices if n.kind == "retraction"}
    return {each.id: _outcome(joined, each.id, things) for each in dossier.claims}


def taken(joined: Joined, thing: str) -> frozenset[str]:
    """Return the attributions that go with a source, document, claim or one of them."""
    dossier = joined.dossier
    sources = {each.id for each in dossier.sources}
    claims = {each.id for each in dossier.claims}
    named = {joined.source(thing)} if thing in sources else {thing}
    papers = _copies(dossier, thing)
    statements = joined.claims(thing) if thing in claims else frozenset[str]()
    gone: set[str] = set()
    for each in dossier.attributions:
        links = list(each.chain)
        speakers = {
            joined.source(link.source) for link in links if link.source is not None
        }
        read = {each.document, *(link.document for link in links)}
        read |= {paper for link in links for paper in link.evidence}
        said = {each.claim, *(link.utterance for link in links)}
        if each.id == thing or named & speakers or papers & read or statements & said:
            gone.add(str(each.id))
    return frozenset(gone)


def _copies(dossier: Dossier, original: str) -> frozenset[str]:
    """Return a document, what was copied or translated from it, and from these."""
    found = {original}
    for _ in dossier.relations:
        found |= {
            each.subject
            for each in dossier.relations
            if each.kind in ("copied-from", "translation-of") and each.object in found
        }
    return frozenset(found) & {each.id for each in dossier.documents}


def _outcome(joined: Joined, claim: str, things: set[str]) -> Outcome:
    recorded = [
        each
        for each in joined.dossier.attributions
        if each.claim in joined.claims(claim)
    ]
    gone = frozenset[str]().union(*(taken(joined, each) for each in things))
    had = supporting(joined, claim)
    left = [each for each in had if each.id not in gone]
    before, after = (_origins(joined, some) for some in (had, left))
    still = _carried(joined, had, left, before)
    return Outcome(
        became=_became(joined, had, left),
        chains_before=_names(had),
        chains_after=_names(left),
        origins_before=_ids(before),
        origins_after=_ids((after - before) | (after & still)),
        lost_opposing=_names(recorded, "opposes") & gone,
        lost_uncommitted=_names(recorded, "uncommitted") & gone,
        retracted_candidates=frozenset(
            joined.source(each.source)
            for attribution in recorded
            for link in attribution.chain
            for each in link.candidates or ()
        )
        & {
            joined.source(each.id)
            for each in joined.dossier.sources
            if each.id in things
        },
    )


def _became(joined: Joined, had: list[Attribution], left: list[Attribution]) -> str:
    if not had:
        return "unsupported"
    lost = [each for each in had if each not in left]
    origins = _origins(joined, had)
    for size in range(len(lost) + 1):
        for part in combinations(lost, size):
            rest = [each for each in had if each not in part]
            if not rest or (origins and not origins & _origins(joined, rest)):
                return "falls"
    return "weakened" if lost else "stands"


def _origins(joined: Joined, some: list[Attribution]) -> frozenset[Origin]:
    return origins_of(ends_of(Graph.of(some, joined), joined))


def _carried(
    joined: Joined,
    had: list[Attribution],
    some: list[Attribution],
    origins: frozenset[Origin],
) -> frozenset[Origin]:
    """Return which origins one of the chains ends in by itself.

    Beside it stand those that say: from hearsay alone. Whoever does not say how the
    source knows adds nothing to that.
    """
    heard = [each for each in had if _is_hearsay_alone(joined, each)]
    alone = [_origins(joined, [each, *heard]) for each in some]
    return origins & frozenset[Origin]().union(*alone)


def _is_hearsay_alone(joined: Joined, attribution: Attribution) -> bool:
    bases = {link.basis for link in voices_of(attribution, joined)[-1].links}
    return bases - {"unknown"} == {"hearsay"}


def _names(some: Iterable[Attribution], value: str = "supports") -> frozenset[str]:
    return frozenset(str(each.id) for each in some if value_of(each) == value)


def _ids(origins: frozenset[Origin]) -> frozenset[str]:
    return frozenset(key for _, key in origins)


def dependence(dossier: Dossier) -> dict[str, Resting]:
    """Return what each supporting attribution hangs on: every record is tried."""
    joined = Joined(dossier)
    things = ("source", "document", "claim", "attribution")
    ids = [key for key, record in dossier.items() if record.type in things]
    takes = {each: taken(joined, each) for each in ids}
    found: dict[str, Resting] = {}
    for claim in dossier.claims:
        had = supporting(joined, claim.id)
        for each in had:
            carries = _carried(joined, had, [each], _origins(joined, had))
            found[str(each.id)] = Resting(
                claims=joined.claims(claim.id),
                taken_by=frozenset(key for key in ids if each.id in takes[key]),
                carries=_ids(carries),
            )
    return found


def in_question(dossier: Dossier, became: dict[str, str]) -> frozenset[str]:
    """Return the claims that lose nothing, and rest on one that falls."""
    joined = Joined(dossier)
    rests = [
        (each.subject, each.object)
        for each in dossier.relations
        if each.kind in ("inferred-from", "presupposes")
    ]
    rests += [
        (each.id, each.condition.claim)
        for each in dossier.claims
        if each.condition is not None and each.condition.claim is not None
    ]
    steps = [(joined.claims(one), joined.claims(other)) for one, other in rests]
    reached = {key for key, verdict in became.items() if verdict == "falls"}
    for _ in steps:
        reached |= {key for ones, others in steps if others & reached for key in ones}
    return frozenset(
        key for key in reached if became.get(key) in ("stands", "unsupported")
    )
