"""The dossier: the workspace that holds, builds, reads and writes records.

This layer must not know about lineage, rules, pictures or the terminal.
"""

from claimtrack.dossier._chain_text import format_chain, format_link, format_source
from claimtrack.dossier._dossier import Dossier, Merged
from claimtrack.dossier._filled import fill_dossier
from claimtrack.dossier._sequences import (
    dump_dossiers,
    read_dossiers,
    write_dossiers,
)

__all__ = [
    "Dossier",
    "Merged",
    "dump_dossiers",
    "fill_dossier",
    "format_chain",
    "format_link",
    "format_source",
    "read_dossiers",
    "write_dossiers",
]
