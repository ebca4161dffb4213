"""Where the voices of a chain stop, and what kind of end that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.lineage._voices import voices
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.records import Basis, Chain, Record, SourceKind

__all__ = ["ChainEnd", "EndKind", "chain_end"]

EndKind: TypeAlias = Literal["stated", "unnamed", "witnessed", "document", "open"]

_OF_KIND: Final[dict[SourceKind, EndKind]] = {
    "person": "stated",
    "organization": "stated",
    "group": "stated",
    "unnamed": "unnamed",
    "outlet": "open",
    "crowd": "open",
    "platform": "open",
    "unresolved": "open",
}
"""What kind of end a source is that does not say how it knows."""

_OF_OUTLETS: Final[dict[Basis, EndKind]] = {
    "witnessed": "witnessed",
    "participant": "witnessed",
    "document": "document",
}
"""What kind of end an outlet is that says how it knows."""


@attrs.frozen
class ChainEnd:
    """Where the voices of one chain stop.

    Attributes:
        source: id of the last voice's source; None where the speaker is not settled.
        kind: stated, unnamed, witnessed, document or open.
    """

    source: str | None
    kind: EndKind


def chain_end(chain: Chain, records: Mapping[str, Record]) -> ChainEnd:
    """Return where the voices of a chain stop, for this one chain alone.

    Args:
        chain: the chain.
        records: where its sources are; a source that is not there is open.

    >>> from claimtrack.records import Chain, Link
    >>> unn = Source(id="unn", kind="outlet", name="UNN")
    >>> chain_end(Chain(links=["unn"]), {"unn": unn}).kind
    'open'
    """
    last = voices(chain)[-1]
    source = None if last.source is None else records.get(last.source)
    if not isinstance(source, Source) or last.basis == "hearsay":
        return ChainEnd(last.source, "open")
    if source.kind == "outlet":
        return ChainEnd(last.source, _OF_OUTLETS.get(last.basis, "open"))
    return ChainEnd(last.source, _OF_KIND[source.kind])
