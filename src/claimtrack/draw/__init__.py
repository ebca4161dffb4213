"""Pictures of what a dossier says: for now trees for the terminal.

This layer turns what lineage knows into text. It must not compute anything of its own.
"""

from claimtrack.draw._tree import LEGEND, draw_claim

__all__ = ["LEGEND", "draw_claim"]
