"""The dossier: the workspace that holds, builds, reads and writes records.

This layer must not know of lineage, rules, pictures or the terminal.
"""

from claimtrack.dossier._chain_text import format_chain, format_link, format_source
from claimtrack.dossier._dossier import Dossier, Merged
from claimtrack.dossier._sequences import read_dossiers, write_dossiers

__all__ = [
    "Dossier",
    "Merged",
    "format_chain",
    "format_link",
    "format_source",
    "read_dossiers",
    "write_dossiers",
]
