"""Headlines: whether what they say, and on whose word, stands in the body too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage._drifting import Drift
from claimtrack.lineage._ends import origins_alone
from claimtrack.lineage._voices import voices
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.view import View

__all__ = ["find_headline_drift"]


@attrs.define
class _Body:
    """What the body of a document says of one class of claims.

    Attributes:
        first: the first of its attributions.
        ends: the sources in which their chains end, and the documents these rest on.
    """

    first: Attribution
    ends: set[str]


def find_headline_drift(view: View) -> Iterator[Drift]:
    """Yield headlines that say more than the body, or on another's word."""
    bodies: dict[tuple[str | None, str], _Body] = {}
    headlines: list[Attribution] = []
    for each in view.all(Attribution):
        if each.placement == "headline":
            headlines.append(each)
            continue
        key = (each.document, view.claims.least_of(each.claim))
        body = bodies.setdefault(key, _Body(each, set()))
        body.ends |= _ends(each, view)
    stronger, inferred = view.leading("stronger-than"), view.leading("inferred-from")
    for each in headlines:
        claim = view.claims.least_of(each.claim)
        own, weaker, premises = (
            [bodies[key] for key in keys if key in bodies]
            for keys in (
                [(each.document, claim)],
                [(each.document, other) for other in stronger.get(claim, ())],
                [(each.document, other) for other in inferred.get(claim, ())],
            )
        )
        if weaker and not own:
            yield _stronger(each, weaker, view)
        held = [*own, *weaker, *premises]
        ends = _ends(each, view)
        if ends and all(ends.isdisjoint(body.ends) for body in held):
            yield _unbacked(each, held, view)


def _ends(attribution: Attribution, view: View) -> set[str]:
    """Return the source in which a chain ends, if it is settled, and its documents."""
    source = voices(attribution.chain)[-1].source
    if source is None:
        return set()
    return {
        view.sources.least_of(source),
        *origins_alone(attribution.chain, view),
    }


def _related(bodies: list[_Body]) -> tuple[str, ...]:
    return tuple(sorted({str(body.first.id) for body in bodies}))


def _stronger(headline: Attribution, weaker: list[_Body], view: View) -> Drift:
    first = min(weaker, key=lambda body: body.first.claim).first
    return Drift(
        kind="wording",
        attribution=str(headline.id),
        link=len(headline.chain) - 1,
        related=_related(weaker),
        was=first.claim,
        now=headline.claim,
        text="the headline is a stronger claim than the body has: "
        f"{view.named(first.claim)}",
    )


def _unbacked(headline: Attribution, held: list[_Body], view: View) -> Drift:
    spoken = voices(headline.chain)
    source = view.sources.least_of(str(spoken[-1].source))
    return Drift(
        kind="headline",
        attribution=str(headline.id),
        link=len(spoken) - 1,
        related=_related(held),
        was=None,
        now=source,
        text=f"the headline ends in {view.named(source)}, and no chain of the body "
        "does",
    )
