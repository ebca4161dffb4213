"""The picture of one claim, for a file by itself or in the middle of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import format_chain
from claimtrack.draw._lineage_rows import claim_rows
from claimtrack.draw._phrases import LINE
from claimtrack.draw._svg._contents import compose
from claimtrack.draw._svg._elements import write_picture
from claimtrack.draw._svg._placement import place_scene
from claimtrack.draw._svg._text_lines import escape_markup
from claimtrack.draw._svg._text_lines import number_text as _n

if TYPE_CHECKING:
    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.lineage import Retraction

__all__ = ["SPACE", "Panel", "claim_panel", "notation"]

SPACE: Final = "http://www.w3.org/2000/svg"
"""The name of SVG's elements; nothing is fetched from there."""

CHAINS: Final = 4
"""Chains that the title of a picture has at most; the others are counted."""


@attrs.frozen(kw_only=True)
class Panel:
    """The picture of a claim.

    Attributes:
        inside: what stands in it, as elements of SVG, the title first.
        width: in pixels.
        height: in pixels.
        label: the id of its title, for `aria-labelledby`.
        chains: the attributions that its `data-chains` give by number.
    """

    inside: str
    width: float
    height: float
    label: str
    chains: tuple[str, ...]

    def element(self, x: float = 0, y: float = 0) -> str:
        """Return it as an `svg` element, for a page or for another one.

        The style that goes with it is `STYLE`, once for all of them.

        Args:
            x: its place in another one.
            y: its place in another one.
        """
        place = f' x="{_n(x)}" y="{_n(y)}"' if x or y else ""
        size = f'width="{_n(self.width)}" height="{_n(self.height)}"'
        return (
            f'<svg class="ct-picture" role="img" aria-labelledby="{self.label}"{place} '
            f'{size} viewBox="0 0 {_n(self.width)} {_n(self.height)}">'
            f"{self.inside}</svg>"
        )


def claim_panel(
    read: Reading, retraction: Retraction, prefix: str, *, is_described: bool = False
) -> Panel:
    """Return the picture of a claim.

    Args:
        read: the claim.
        retraction: what is taken back; empty where nothing is.
        prefix: begins the ids of its elements, so that no two pictures share one.
        is_described: whether what lineage knows is added in words, for readers who
            do not see it and have no text beside it.
    """
    placed = place_scene(compose(read, retraction))
    label = escape_markup(f"{prefix}-title")
    inside = f'<title id="{label}">{escape_markup(notation(read))}</title>'
    if is_described:
        inside += f"<desc>{escape_markup(_description(read))}</desc>"
    return Panel(
        inside=inside + write_picture(placed),
        width=placed.width,
        height=placed.height,
        label=label,
        chains=tuple(each.id or "" for each, _ in read.chains),
    )


def notation(read: Reading) -> str:
    """Return the chains of a claim in notation."""
    shown = [
        format_chain(each.chain, read.dossier)[: 4 * LINE]
        for each, _ in read.chains[:CHAINS]
    ]
    more = len(read.chains) - len(shown)
    shown += [f"and {more} more"] if more else []
    return "; ".join(dict.fromkeys(shown)) or "no chain on record"


def _description(read: Reading) -> str:
    rows = "; ".join(
        f"{row}: {said}" for row, said in claim_rows(read.found, read.dossier)
    )
    return f"{read.claim.text[: 4 * LINE]} {rows}."
