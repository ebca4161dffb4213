"""If a chain ends at an outlet, say how the outlet knows.

Why: An outlet that does not say how it knows is a relay, not an origin.

Fires: The end of an attribution is open, and its source is an outlet that the setting
    `accept_open` does not name. One finding for each outlet.

Fix: Cite the source that the outlet cites, or record the outlet's basis; to accept its
    word as it is, add the outlet to accept_open.

Authority: APb
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lineage import chain_end
from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["open_lineage"]


@rule(code="CT102", severity="warning", unit="source")
def open_lineage(case: Case) -> Iterator[Hit]:
    """Find outlets at which chains end open."""
    outlets = case.sources.of_kind("outlet")
    pairs = (
        (source, attribution.claim)
        for attribution, voice in case.last_voices
        if voice.source in outlets
        for source in _open_outlet(attribution, str(voice.source), case)
    )
    for source, claims in group_pairs(pairs).items():
        message = (
            f"attribution ends at {case.name(source)}, which does not say how it knows"
        )
        yield Hit(source, message, claims)


def _open_outlet(attribution: Attribution, outlet: str, case: Case) -> Iterator[str]:
    """Yield the least id of the outlet at which a chain ends open.

    Yield nothing if the outlet cites somebody in another chain of the class.
    """
    source = case.sources.least_of(outlet)
    if (
        source not in case.accepted
        and source not in case.citing_on(attribution.claim)
        and chain_end(attribution.chain, case.view).kind == "open"
    ):
        yield source
