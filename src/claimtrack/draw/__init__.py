"""Show what a dossier says: as trees, graphs and rows, and as JSON for programs.

This layer turns the results of lineage into text. It must not compute new results.
"""

from claimtrack.draw._brief import BRIEF, brief_rows
from claimtrack.draw._claim_table import ClaimRow, claim_table, to_csv
from claimtrack.draw._conflict_text import conflicts_data, draw_conflicts
from claimtrack.draw._drift_text import draw_drift, drift_data
from claimtrack.draw._event_text import draw_timeline, timeline_data
from claimtrack.draw._fallen import draw_impact, impact_data
from claimtrack.draw._graphs import draw_dot, draw_mermaid
from claimtrack.draw._html import index, report, site
from claimtrack.draw._json import claims_data, to_json
from claimtrack.draw._lineage_rows import claim_rows
from claimtrack.draw._support_rows import SupportShown, find_supports, support_note
from claimtrack.draw._svg import draw_svg
from claimtrack.draw._tree import LEGEND, draw_claim, draw_claims

__all__ = [
    "BRIEF",
    "LEGEND",
    "ClaimRow",
    "SupportShown",
    "brief_rows",
    "claim_rows",
    "claim_table",
    "claims_data",
    "conflicts_data",
    "draw_claim",
    "draw_claims",
    "draw_conflicts",
    "draw_dot",
    "draw_drift",
    "draw_impact",
    "draw_mermaid",
    "draw_svg",
    "draw_timeline",
    "drift_data",
    "find_supports",
    "impact_data",
    "index",
    "report",
    "site",
    "support_note",
    "timeline_data",
    "to_csv",
    "to_json",
]
