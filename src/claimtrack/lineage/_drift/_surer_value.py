"""Factuality: values that are surer than the values they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._drift._kind import Drift
from claimtrack.lineage._factuality import compose, factuality
from claimtrack.records import Attribution, Factuality, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack.lineage._drift._relays import Relays
    from claimtrack.view import View

__all__ = [
    "find_surer_links",
    "find_surer_relays",
    "is_surer_than_all",
    "surest",
    "value_of",
]

_CERTAINTY: Final[dict[Factuality, int]] = {
    "CT+": 3,
    "CT-": 3,
    "PR+": 2,
    "PR-": 2,
    "PS+": 1,
    "PS-": 1,
    "CTu": 0,
    "Uu": 0,
}
"""How certain a value is, in either direction; CTu and Uu commit to neither."""

_DENIED: Final[dict[Factuality, Factuality]] = {
    "CT+": "CT-",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "CT-",
    "PR-": "PR-",
    "PS-": "PS-",
    "CTu": "CT-",
    "Uu": "CT-",
}
"""The value of a chain in which somebody denies the claim, which opposes it. Denying an
uncommitted value is as certain as saying the opposite."""

_VALUES: Final = words(Factuality)


def value_of(attribution: Attribution, *, is_denied: bool | None = None) -> Factuality:
    """Return how certain a chain presents the claim to be: its last link, or a denial.

    Args:
        attribution: the attribution.
        is_denied: whether a link is denied; if None, the chain is searched.
    """
    value = attribution.chain.last.own_factuality
    if is_denied is None:
        is_denied = "denies" in [each.stance for each in attribution.chain[1:]]
    return _DENIED[value] if is_denied else value


def is_surer_than_all(now: Factuality, before: Iterable[Factuality]) -> bool:
    """Return whether a value is more certain than all others, or says the opposite.

    >>> is_surer_than_all("PR+", ["PS+", "CT-"]), is_surer_than_all("PR+", ["PR+"])
    (True, False)
    """
    return all(
        _CERTAINTY[now] > _CERTAINTY[was] or {now[-1], was[-1]} == {"+", "-"}
        for was in before
    )


def surest(values: Collection[Factuality], now: Factuality) -> Factuality:
    """Return the most certain value; of several, the one with the polarity of `now`."""
    return max(
        values,
        key=lambda e: (_CERTAINTY[e], e[-1] == now[-1], -_VALUES.index(e)),
    )


def find_surer_links(view: View) -> Iterator[Drift]:
    """Yield links that are recorded as surer than their inner links support."""
    for attribution in view.on_record:
        links = attribution.chain.links
        recorded = [n for n, link in enumerate(links[:-1]) if link.factuality]
        values = factuality(attribution) if recorded else ()
        for place in recorded:
            composed = compose(links[place + 1].stance, values[place + 1])
            now = values[place]
            if not is_surer_than_all(now, [composed]):
                continue
            yield Drift(
                kind="factuality",
                attribution=str(attribution.id),
                link=place,
                related=(),
                was=composed,
                now=now,
                text=f"{view.named_link(links[place])} presents the claim as {now}, "
                f"but what it cites makes that {composed}",
            )


def find_surer_relays(all_relays: Iterable[Relays], view: View) -> Iterator[Drift]:
    """Yield chains that are surer than every chain in a document they go through."""
    for relays in all_relays:
        read = relays.read_there
        values: set[Factuality] = {value_of(each) for each in read}
        related = tuple(str(each.id) for each in read)
        source, document = view.named(relays.source), view.named(relays.document)
        for passage in relays.passages if values else ():
            now = value_of(passage.attribution, is_denied=passage.is_denied)
            if is_surer_than_all(now, values):
                was = surest(values, now)
                yield Drift(
                    kind="factuality",
                    attribution=str(passage.attribution.id),
                    link=len(passage.attribution.chain) - 1,
                    related=related,
                    was=was,
                    now=now,
                    text=f"what is attributed to {source} is passed on as {now}, but "
                    f"it is {was} in {document}",
                )
