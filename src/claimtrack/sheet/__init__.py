"""The sheet: dossiers as people write them, ``*.claims.txt``.

Pure functions between text and dossiers. This layer must not know about files, lineage,
rules or the terminal.
"""

from claimtrack.notation import format_sheet as format  # noqa: A004
from claimtrack.sheet._acceptance import accepted, drafted_in
from claimtrack.sheet._second_draft import merge
from claimtrack.sheet._translation import Read, read, write

__all__ = ["Read", "accepted", "drafted_in", "format", "merge", "read", "write"]
