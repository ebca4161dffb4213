"""Disclosure: what of a dossier may leave the desk, and what must never be in one.

Pure functions over a dossier. This layer must not know of files, formats, pictures or
the terminal; what writes for others calls it first.
"""

from claimtrack.disclosure._beside import check_beside
from claimtrack.disclosure._check import check
from claimtrack.disclosure._public import WITHHELD, public

__all__ = ["WITHHELD", "check", "check_beside", "public"]
