"""Wording: a stronger claim is passed on, or is in a headline."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimtrack.lineage._drift._kind import Drift, first_by
from claimtrack.lineage._drift._nearest import find_nearest, find_removes
from claimtrack.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.lineage._drift._bodies import Headlines
    from claimtrack.lineage._drift._relays import Relays
    from claimtrack.records import Attribution
    from claimtrack.view import View

__all__ = ["find_stronger_headlines", "find_stronger_relays"]


def find_stronger_relays(all_relays: Iterable[Relays], view: View) -> Iterator[Drift]:
    """Yield chains whose source only has a weaker claim in a document on the way."""
    removes = _removes(view)
    for relays in all_relays:
        weaker = _weaker(relays.claim, relays.reports, removes)
        if not weaker:
            continue
        related = tuple(str(each.id) for each in weaker)
        was, label = _first_claim(weaker, view)
        source, document = view.named(relays.source), view.named(relays.document)
        for passage in relays.passages:
            yield Drift(
                kind="wording",
                attribution=str(passage.attribution.id),
                link=passage.link,
                related=related,
                was=was,
                now=passage.attribution.claim,
                text=f"what is attributed to {source} is passed on as a stronger claim "
                f"than the one in {document}: {label}",
            )


def find_stronger_headlines(
    all_headlines: Iterable[Headlines], view: View
) -> Iterator[Drift]:
    """Yield headlines of documents whose body only has a weaker claim."""
    removes = _removes(view)
    for headlines in all_headlines:
        weaker = _weaker(headlines.claim, headlines.body, removes)
        if not weaker:
            continue
        related = tuple(str(each.id) for each in weaker)
        was, label = _first_claim(weaker, view)
        for headline in headlines.attributions:
            yield Drift(
                kind="wording",
                attribution=str(headline.id),
                link=len(headline.chain) - 1,
                related=related,
                was=was,
                now=headline.claim,
                text=f"the headline makes a stronger claim than the body: {label}",
            )


def _removes(view: View) -> Callable[[str], tuple[AbstractSet[str], ...]]:
    """Return a function that finds the classes a class is stronger than, by steps."""
    stronger = view.leading("stronger-than")

    @functools.cache
    def removes(claim: str) -> tuple[AbstractSet[str], ...]:
        return find_removes(claim, stronger)

    return removes


def _weaker(
    claim: str,
    attributions: Mapping[str, Sequence[Attribution]],
    removes: Callable[[str], tuple[AbstractSet[str], ...]],
) -> list[Attribution]:
    """Return the attributions of the nearest weaker claims, by id.

    The result is empty if the claim itself is attributed.
    """
    if claim in attributions:
        return []
    keys = find_nearest(removes(claim), attributions.keys())
    found = [each for key in keys for each in attributions[key]]
    return sorted(found, key=lambda each: str(each.id))


def _first_claim(found: Iterable[Attribution], view: View) -> tuple[str | None, str]:
    """Return the first of the claims by text, and how to name it."""
    keys = {each.claim for each in found}

    def text_of(key: str) -> str:
        claim = view.get(key, Claim)
        return key if claim is None else claim.text

    return first_by(text_of, keys), view.named(min(keys, key=text_of))
