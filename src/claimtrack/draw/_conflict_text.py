"""Claims that contradict each other or are opposed, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._json import names_data, reasons_data
from claimtrack.draw._phrases import LINE
from claimtrack.findings import clip
from claimtrack.lineage import conflicts
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Conflict
    from claimtrack.schema import JsonValue

__all__ = ["conflicts_data", "draw_conflicts"]

NO_CONFLICT: Final = "No claim is contradicted or opposed."


def draw_conflicts(dossier: Dossier) -> str:
    """Return as text the claims that contradict each other or are opposed.

    The text says who is behind each side.

    Args:
        dossier: the dossier.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> r = d.relate(d.claim("It rains"), "contradicts", d.claim("The sun shines"))
    >>> print(draw_conflicts(d))
    c1  It rains
    c2  The sun shines
        c1 and c2 contradict each other
        Behind c1: nobody on record
        Behind c2: nobody on record
    """
    view = View.of(dossier)
    parts = ("\n".join(_lines(each, view)) for each in conflicts(dossier))
    return "\n\n".join(parts) or NO_CONFLICT


def _lines(found: Conflict, view: View) -> Iterator[str]:
    for key in found.claims:
        yield f"{clip(key, LINE)}  {clip(view.claim(key).text, LINE)}"
    for each in found.why:
        yield f"    {clip(each.text, 2 * LINE)}"


def conflicts_data(dossier: Dossier) -> dict[str, JsonValue]:
    """Return the claims that contradict each other or are opposed, as data for JSON.

    Args:
        dossier: the dossier.

    >>> from claimtrack import Dossier
    >>> conflicts_data(Dossier())
    {'conflicts': []}
    """
    found: list[JsonValue] = [
        {
            "claims": [*each.claims],
            "sides": [
                {
                    "claim": side.claim,
                    "origins": [*side.origin_ids],
                    "supported_by": [*side.supported_by],
                    "opposed_by": [*side.opposed_by],
                    "uncommitted": [*side.uncommitted],
                }
                for side in each.sides
            ],
            "supersedes": [[*pair] for pair in each.supersedes],
            "relations": [*each.relations],
            "why": reasons_data(each.why),
            "names": names_data(
                {key for side in each.sides for key in side.origin_ids}, dossier
            ),
        }
        for each in conflicts(dossier)
    ]
    return {"conflicts": found}
