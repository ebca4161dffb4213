"""Headline: a source that the body does not have, or more certainty than the body."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimtrack.lineage._drift._bodies import origins_of
from claimtrack.lineage._drift._kind import Drift
from claimtrack.lineage._drift._nearest import find_nearest, find_removes
from claimtrack.lineage._drift._surer_value import is_surer_than_all, surest, value_of
from claimtrack.lineage._voices import voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lineage._drift._bodies import Headlines
    from claimtrack.records import Factuality
    from claimtrack.view import View

__all__ = ["find_surer_headlines", "find_unattributed_headlines"]


def find_unattributed_headlines(
    all_headlines: Iterable[Headlines], view: View
) -> Iterator[Drift]:
    """Yield headlines whose origin is not the end of any chain in the body.

    This compares the chains of the headline's claim, and of claims that it is stronger
    than or inferred from. The members and affiliates of a source, and theirs in turn,
    count as the source. So does a candidate who may have spoken.
    """
    leads = (view.leading("stronger-than"), view.leading("inferred-from"))
    circle_of = functools.cache(view.sources.circle)
    for headlines in all_headlines:
        claim = headlines.claim
        body, ends = headlines.body, {*headlines.ends(claim)}
        compared = {claim} & body.keys()
        for removes in filter(None, [find_removes(claim, each) for each in leads]):
            compared |= find_nearest(removes, body.keys())
            for key in body.keys() & frozenset[str]().union(*removes):
                ends |= headlines.ends(key)
        related = tuple(sorted(str(e.id) for key in compared for e in body[key]))
        covered: dict[str, bool] = {}
        for headline in headlines.attributions:
            spoken = voices(headline.chain)
            source = view.sources.least_of(str(spoken[-1].source))
            if source not in covered:
                covered[source] = not circle_of(source).isdisjoint(ends)
            if covered[source]:
                continue
            origins = origins_of(headline, view)
            if not origins or not origins.isdisjoint(ends):
                continue
            yield Drift(
                kind="headline",
                attribution=str(headline.id),
                link=len(spoken) - 1,
                related=related,
                was=None,
                now=source,
                text=f"the headline quotes {view.named(source)}, but nothing in the "
                f"body is attributed to {view.sources.pronoun(source)}",
            )


def find_surer_headlines(all_headlines: Iterable[Headlines]) -> Iterator[Drift]:
    """Yield headlines that are surer than every chain of their claim in the body."""
    for headlines in all_headlines:
        body = headlines.body.get(headlines.claim, ())
        values: set[Factuality] = {value_of(each) for each in body}
        related = tuple(str(each.id) for each in body)
        for headline in headlines.attributions if values else ():
            now = value_of(headline)
            if is_surer_than_all(now, values):
                was = surest(values, now)
                yield Drift(
                    kind="headline",
                    attribution=str(headline.id),
                    link=len(headline.chain) - 1,
                    related=related,
                    was=was,
                    now=now,
                    text=f"the headline presents the claim as {now}, but the body "
                    f"presents it as {was}",
                )
