"""Chains and sheets: text ↔ head and records, with places.

The plain-text form of a dossier, ``*.claims.txt``, as people write it. Reading never
raises for what is in the text. This layer must not know of dossiers as workspaces, of
lineage, rules or the terminal, and opens no file.
"""

from claimtrack.notation._reading import ENDING, Sheet, examine_sheet, is_sheet
from claimtrack.notation._slugs import Mint, slug
from claimtrack.notation._writing import write_sheet

__all__ = ["ENDING", "Mint", "Sheet", "examine_sheet", "is_sheet", "slug", "write_sheet"]
