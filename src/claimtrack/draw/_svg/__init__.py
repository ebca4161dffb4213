"""Pictures as SVG: the chains behind a claim, from its publishers to its origins.

A reading of a claim (`_drawn_claim`) becomes a scene of nodes and steps (`_contents`,
using the paths of `_path`). The nodes get sizes (`_figure`), rows (`_rank`) and places
in the rows (`_grid`), and everything gets coordinates (`_placement`). `_elements`
writes the SVG.
"""

from claimtrack.draw._svg._ink import STYLE
from claimtrack.draw._svg._panel import Panel, claim_panel
from claimtrack.draw._svg._svg_file import draw_svg
from claimtrack.draw._svg._text_lines import as_entities

__all__ = ["STYLE", "Panel", "as_entities", "claim_panel", "draw_svg"]
