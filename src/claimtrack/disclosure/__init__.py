"""Disclosure: what may leave the desk, and what a dossier must never contain.

Pure functions over a dossier. This layer must not know about files, formats, pictures
or the terminal. Code that makes something for others calls `for_others` first.
"""

from claimtrack.disclosure._exposure import check
from claimtrack.disclosure._marginal_names import check_beside
from claimtrack.disclosure._public import WITHHELD, public
from claimtrack.disclosure._unreviewed import DRAFTED, for_others, unreviewed

__all__ = [
    "DRAFTED",
    "WITHHELD",
    "check",
    "check_beside",
    "for_others",
    "public",
    "unreviewed",
]
