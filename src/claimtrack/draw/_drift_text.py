"""Where claims grew on the way, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.dossier import format_chain
from claimtrack.draw._phrases import LINE
from claimtrack.findings import clip
from claimtrack.lineage import drift
from claimtrack.records import Attribution
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Drift
    from claimtrack.schema import JsonValue

__all__ = ["draw_drift", "drift_data"]

COMPARED: Final = 5
"""Most chains that are written out of those with which a chain was compared."""

NO_DRIFT: Final = "No claim grew on the way."


def draw_drift(dossier: Dossier) -> str:
    """Return as text each place at which a claim drifts: the claim, how, the chains.

    Args:
        dossier: the dossier.

    >>> from claimtrack import Dossier, link
    >>> d = Dossier()
    >>> told = link(d.outlet("UNN"), factuality="CT+").citing(d.person("Keir"))
    >>> a = d.attribute(d.claim("It rains"), told)
    >>> print(draw_drift(d))
    c1  It rains
        factuality: UNN presents the claim as CT+, but what it cites makes that Uu
        UNN < Keir
    """
    view = View.of(dossier)
    parts = ("\n".join(_lines(each, dossier, view)) for each in drift(dossier))
    return "\n\n".join(parts) or NO_DRIFT


def _lines(found: Drift, dossier: Dossier, view: View) -> Iterator[str]:
    claim = view.claim(_attribution(found.attribution, dossier).claim)
    yield f"{clip(claim.id, LINE)}  {clip(claim.text, LINE)}"
    yield f"    {found.kind}: {clip(found.text, 2 * LINE)}"
    yield f"    {_chain(found.attribution, dossier)}"
    for key in found.related[:COMPARED]:
        yield f"    compared with: {_chain(key, dossier)}"
    if len(found.related) > COMPARED:
        yield f"    compared with: {len(found.related) - COMPARED} more"


def _attribution(key: str, dossier: Dossier) -> Attribution:
    record = dossier[key]
    assert isinstance(record, Attribution)  # noqa: S101  lineage names no other
    return record


def _chain(key: str, dossier: Dossier) -> str:
    chain = _attribution(key, dossier).chain
    return clip(format_chain(chain, dossier), 2 * LINE)


def drift_data(dossier: Dossier) -> dict[str, JsonValue]:
    """Return each place at which a claim drifts, as data for JSON.

    Args:
        dossier: the dossier.

    >>> from claimtrack import Dossier
    >>> drift_data(Dossier())
    {'drift': []}
    """
    found: list[JsonValue] = [
        {
            "kind": each.kind,
            "claim": _attribution(each.attribution, dossier).claim,
            "attribution": each.attribution,
            "chain": _chain(each.attribution, dossier),
            "link": each.link,
            "related": [*each.related],
            "was": each.was,
            "now": each.now,
            "text": each.text,
        }
        for each in drift(dossier)
    ]
    return {"drift": found}
