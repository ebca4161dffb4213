"""What becomes of each claim where something is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from lineage_oracle._chains import voices_of
from lineage_oracle._joining import Joined
from lineage_oracle._tracing import supporting, trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack import Dossier
    from lineage_oracle._ends import Origin
    from lineage_oracle._tracing import Traced

__all__ = ["Outcome", "impact", "taken"]


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of a claim, and what stood behind it before and stands after."""

    became: str
    chains_before: frozenset[str]
    chains_after: frozenset[str]
    origins_before: frozenset[str]
    origins_after: frozenset[str]


def impact(
    dossier: Dossier, retract: Iterable[str] = (), *, as_recorded: bool = False
) -> dict[str, Outcome]:
    """Return the outcome for every claim."""
    joined = Joined(dossier)
    things = [*retract]
    if as_recorded:
        things += [n.target for n in dossier.notices if n.kind == "retraction"]
    gone = frozenset[str]().union(*(taken(joined, each) for each in things))
    return {each.id: _outcome(joined, each.id, gone) for each in dossier.claims}


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


def _outcome(joined: Joined, claim: str, gone: frozenset[str]) -> Outcome:
    before = trace(joined.dossier, claim)
    after = trace(joined.dossier, claim, gone)
    lost = before.origins - after.origins
    lost |= before.origins & _from_nowhere(joined, claim, after)
    return Outcome(
        became=_became(before, after, before.origins - lost),
        chains_before=before.supported_by,
        chains_after=after.supported_by,
        origins_before=_ids(before.origins),
        origins_after=_ids(after.origins - lost),
    )


def _ids(origins: frozenset[Origin]) -> frozenset[str]:
    return frozenset(key for _, key in origins)


def _became(before: Traced, after: Traced, left: frozenset[Origin]) -> str:
    if not before.supported_by:
        return "unsupported"
    if not after.supported_by or (before.origins and not left):
        return "falls"
    return "stands" if before.supported_by == after.supported_by else "weakened"


def _from_nowhere(joined: Joined, claim: str, after: Traced) -> frozenset[Origin]:
    """Return the origins that stand after on chains that added nothing before.

    Where somebody has it from hearsay too, a chain that does not say how he knows adds
    nothing, and does not begin to when others go. Else taking back the one reliable
    chain and the hearsay might fell less than taking back the former alone.
    """
    last = [voices_of(each, joined)[-1] for each in supporting(joined, claim)]
    hearsay = {
        run.node for run in last if any(link.basis == "hearsay" for link in run.links)
    }
    return frozenset(
        origin
        for end in after.ends
        if end.source in hearsay and end.bases == frozenset({"unknown"})
        for origin in end.origins
    )
