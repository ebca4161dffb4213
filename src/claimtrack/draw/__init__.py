"""Pictures of what a dossier says: trees, graphs, rows, and JSON for programs.

This layer turns what lineage knows into text. It must not compute anything of its own.
"""

from claimtrack.draw._graphs import draw_dot, draw_mermaid
from claimtrack.draw._impact import draw_impact, impact_data
from claimtrack.draw._json import claims_data, to_json
from claimtrack.draw._rows import claim_rows
from claimtrack.draw._table import ClaimRow, claim_table, to_csv
from claimtrack.draw._tree import LEGEND, draw_claim, draw_claims

__all__ = [
    "LEGEND",
    "ClaimRow",
    "claim_rows",
    "claim_table",
    "claims_data",
    "draw_claim",
    "draw_claims",
    "draw_dot",
    "draw_impact",
    "draw_mermaid",
    "impact_data",
    "to_csv",
    "to_json",
]
