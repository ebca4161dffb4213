"""View: the records of a dossier, with duplicates merged.

Classes of claims, merged sources (kind, counts, members, owners, affiliations) and
documents with their copies and translations are computed here and nowhere else, so
that no result depends on how ids are spelt. Lineage, confidence, lint, disclosure and
validation only look things up.

A view is a pure function of records. It knows nothing of files, JSON, schemas or
workspaces, or of what other layers conclude from it.
"""

from claimtrack.view._claims import Claims
from claimtrack.view._documents import Documents
from claimtrack.view._groups import closure, group_pairs, neighbours
from claimtrack.view._heaviest import Heaviest, find_heaviest
from claimtrack.view._interval import Interval
from claimtrack.view._kinds import IDENTIFIED, KIND_PRECEDENCE
from claimtrack.view._sources import Sources
from claimtrack.view._union import Classes
from claimtrack.view._view import View

__all__ = [
    "IDENTIFIED",
    "KIND_PRECEDENCE",
    "Claims",
    "Classes",
    "Documents",
    "Heaviest",
    "Interval",
    "Sources",
    "View",
    "closure",
    "find_heaviest",
    "group_pairs",
    "neighbours",
]
