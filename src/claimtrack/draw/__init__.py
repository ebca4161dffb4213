"""Pictures of what a dossier says: trees for the terminal, graphs, JSON for programs.

This layer turns what lineage knows into text. It must not compute anything of its own.
"""

from claimtrack.draw._fallen import draw_impact, impact_data
from claimtrack.draw._graphs import draw_dot, draw_mermaid
from claimtrack.draw._json import claims_data, to_json
from claimtrack.draw._rows import claim_rows
from claimtrack.draw._support_rows import SupportShown, find_supports, support_note
from claimtrack.draw._tree import LEGEND, draw_claim, draw_claims

__all__ = [
    "LEGEND",
    "SupportShown",
    "claim_rows",
    "claims_data",
    "draw_claim",
    "draw_claims",
    "draw_dot",
    "draw_impact",
    "draw_mermaid",
    "find_supports",
    "impact_data",
    "support_note",
    "to_json",
]
