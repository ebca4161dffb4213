"""The picture of one claim, for a file of its own or for a page."""

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
"""The namespace of SVG; nothing is fetched from there."""

CHAINS: Final = 4
"""Most chains in the title of a picture; the others are counted."""


@attrs.frozen(kw_only=True)
class Panel:
    """The picture of a claim.

    Attributes:
        inside: its content as SVG elements, the title first.
        width: the width in pixels.
        height: the height in pixels.
        label: the id of its title, for `aria-labelledby`.
        chains: the attributions to which the numbers in `data-chains` refer.
    """

    inside: str
    width: float
    height: float
    label: str
    chains: tuple[str, ...]

    def element(self, x: float = 0, y: float = 0) -> str:
        """Return the picture as an `svg` element, for a page or for another `svg`.

        It needs the style `STYLE`, once for all pictures.

        Args:
            x: its horizontal place in another `svg`.
            y: its vertical place in another `svg`.
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
        retraction: what is retracted; empty for nothing.
        prefix: the beginning of its element ids, so that no two pictures share an id.
        is_described: whether to add the lineage in words, for readers who cannot see
            the picture and have no text next to it.
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
