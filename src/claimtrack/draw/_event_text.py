"""What happened to claims, and when, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._phrases import LINE
from claimtrack.findings import clip
from claimtrack.lineage import timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Event
    from claimtrack.records import Claim
    from claimtrack.schema import JsonValue

__all__ = ["draw_timeline", "timeline_data"]

NO_CLAIM: Final = "There is no claim in this dossier."

NO_EVENT: Final = "nothing on record has a date"


def draw_timeline(dossier: Dossier, claims: Sequence[Claim]) -> str:
    """Return as text what happened to each of these claims, the earliest event first.

    Args:
        dossier: the dossier with the claims.
        claims: the claims.

    >>> from claimtrack import Dossier, link
    >>> d = Dossier()
    >>> rain = d.claim("It rains")
    >>> told = link(d.outlet("UNN"), at="2025-06")
    >>> a = d.attribute(rain, told.citing(link(d.person("Keir"), at="2025-05")))
    >>> print(draw_timeline(d, [rain]))
    c1  It rains
        2025-05  Keir said so
        2025-06  UNN said so
    """
    parts: list[str] = []
    for claim in claims:
        lines = [f"{clip(claim.id, LINE)}  {clip(claim.text, LINE)}"]
        events = timeline(dossier, claim)
        lines += [f"    {clip(str(each), 2 * LINE)}" for each in events]
        parts.append("\n".join(lines if events else [*lines, f"    {NO_EVENT}"]))
    return "\n\n".join(parts) or NO_CLAIM


def timeline_data(dossier: Dossier, claims: Sequence[Claim]) -> dict[str, JsonValue]:
    """Return what happened to each of these claims, as data for JSON.

    Args:
        dossier: the dossier with the claims.
        claims: the claims.

    >>> from claimtrack import Dossier
    >>> timeline_data(Dossier(), [])
    {'claims': []}
    """
    found: list[JsonValue] = [
        {
            "claim": each.id,
            "text": each.text,
            "events": [_event(event) for event in timeline(dossier, each)],
        }
        for each in claims
    ]
    return {"claims": found}


def _event(event: Event) -> JsonValue:
    return {
        "kind": event.kind,
        "record": event.record,
        "link": event.link,
        "when": None if event.is_private else str(event.when),
        "text": event.text,
    }
