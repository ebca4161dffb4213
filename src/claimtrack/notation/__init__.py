"""Chains and sheets: text ↔ head and records, with places.

The plain-text form of a dossier, ``*.claims.txt``, as people write it. Reading never
raises because of what the text contains. This layer must not know about dossiers as
workspaces, lineage, rules or the terminal.
"""

from claimtrack.notation._anchors import hash_of
from claimtrack.notation._article_marks import fill_sheet
from claimtrack.notation._excerpt_places import check_excerpts, place_excerpts
from claimtrack.notation._files import examine_any, open_sheet
from claimtrack.notation._first_sheet import begin_sheet
from claimtrack.notation._pieces import Piece, split_sheet
from claimtrack.notation._sheet_layout import format_sheet
from claimtrack.notation._sheet_text import EMPTY_SHEET, Sheet, examine_sheet, is_sheet
from claimtrack.notation._slugs import Mint, slug
from claimtrack.notation._word_matches import find_quote
from claimtrack.notation._written_sheet import write_sheet
from claimtrack.notation._written_values import write_text

__all__ = [
    "EMPTY_SHEET",
    "Mint",
    "Piece",
    "Sheet",
    "begin_sheet",
    "check_excerpts",
    "examine_any",
    "examine_sheet",
    "fill_sheet",
    "find_quote",
    "format_sheet",
    "hash_of",
    "is_sheet",
    "open_sheet",
    "place_excerpts",
    "slug",
    "split_sheet",
    "write_sheet",
    "write_text",
]
