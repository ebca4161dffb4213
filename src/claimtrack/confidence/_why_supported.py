"""Why support is as it is: reasons in words, with names in place of ids."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.confidence._origins import Testimony
from claimtrack.confidence._reliability import Reliability
from claimtrack.confidence._result import Support
from claimtrack.confidence._worth import Echo
from claimtrack.lineage import Lineage, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.confidence._echo import Cause
    from claimtrack.confidence._index import Index
    from claimtrack.confidence._result import OriginSupport

__all__ = ["Told", "why_supported"]

_NAMED: Final = 5
"""How many names a sentence lists before it only counts the rest."""

_CAUSES: Final[Mapping[Cause, str]] = {
    "given": "as was said by hand",
    "may-be-one-elsewhere": "nothing says that they are different people",
    "may-be-one": "nothing says that neither is among the other",
    "one-outlet": "one outlet has both, and names neither",
    "common-owner": "they have an owner in common",
    "belongs": "one belongs to the other, or both to a third",
}


@attrs.frozen
class Told:
    """What the reasons are about.

    Attributes:
        support: what was found.
        lineage: of the claim.
        testimonies: the chains that were read, for and against.
        echoes: origins that hang on each other.
        reliability: how far sources are relied on.
        grounded: origins of which a caller says what hearing them is worth.
    """

    support: Support
    lineage: Lineage
    testimonies: Sequence[Testimony]
    echoes: Sequence[Echo]
    reliability: Reliability
    grounded: AbstractSet[str]

    @property
    def index(self) -> Index:
        """Where names are."""
        return self.reliability.index

    def listed(self, keys: Iterable[str]) -> str:
        """Return sources as a sentence lists them."""
        return _listed(map(self.index.name, keys))

    def rated(self, keys: Iterable[str]) -> str:
        """Return sources with how far each is relied on, as a sentence lists them."""
        return _listed(
            f"{self.index.name(key)} ({self.reliability.said(key)})" for key in keys
        )


def why_supported(told: Told) -> Iterator[Reason]:
    """Yield the reasons for what was found, the decisive ones first."""
    if told.support.opinion is None:
        yield Reason("not-judged", (), _not_judged(told))
    for each in told.support.by_origin:
        yield _of_origin(each, told)
    for echo in told.echoes:
        yield _of_echo(echo, told.index)
    for testimony in told.testimonies:
        yield from _of_open_ends(testimony, told.index)
    for cycle in told.lineage.cycles:
        names = _listed([told.index.name(key) for key in cycle])
        yield Reason("circular", cycle, f"{names} cite each other in a circle")


def _not_judged(told: Told) -> str:
    if not told.lineage.supported_by and not told.support.by_origin:
        return "it cannot be judged: no chain on record speaks for it"
    if not told.support.by_origin:
        return "it cannot be judged: nobody on record is an origin of it"
    return "it cannot be judged: of no origin it is known how far to rely on its word"


def _of_origin(found: OriginSupport, told: Told) -> Reason:
    ids = tuple(dict.fromkeys((found.origin, *found.path, found.claim)))
    side = f"{found.side} it"
    if found.claim != told.support.claim:
        side = f"{side}, by saying {found.claim}"
    who = told.rated([found.origin])
    if found.origin in told.grounded:
        who = f"{told.index.name(found.origin)} (as was said by hand)"
    relays = [key for key in found.path if key != found.origin]
    way = f" by way of {told.rated(relays)}" if relays else ""
    if not found.is_judged:
        missing = told.listed(found.unjudged) or "who passes it on"
        text = f"{side}: {who}{way}, not counted as long as {missing} cannot be judged"
        return Reason("origin-not-judged", ids, text)
    parts = [f"{side}: {who}"]
    if relays:
        parts.append(f"{_percent(found.share)} arrives{way}")
    if found.strength < 1:
        parts.append(f"said with {_percent(found.strength)} of certainty")
    if found.weight < 1:
        parts.append(f"{_percent(found.weight)} counts beside the others")
    return Reason("origin", ids, ", ".join(parts))


def _of_echo(echo: Echo, index: Index) -> Reason:
    first, second = index.name(echo.first), index.name(echo.second)
    text = (
        f"{second} may be an echo of {first} ({_percent(echo.dependence.degree)}): "
        f"{_CAUSES[echo.dependence.cause]}"
    )
    return Reason("echo", (echo.first, echo.second), text)


def _of_open_ends(testimony: Testimony, index: Index) -> Iterator[Reason]:
    for key in testimony.open_ends:
        text = f"{index.name(key)} counts for nothing: how it knows is not recorded"
        yield Reason("open-end", (key,), text)


def _percent(share: float | None) -> str:
    return f"{(share or 0) * 100:.0f} %"


def _listed(names: Iterable[str]) -> str:
    every = list(names)
    shown = every[:_NAMED]
    if len(every) > _NAMED:
        shown.append(f"{len(every) - _NAMED} more")
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
