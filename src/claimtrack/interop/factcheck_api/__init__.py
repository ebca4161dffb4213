"""Answers of the Fact Check Tools API: claims with the reviews of each.

Importing never raises because of what an answer contains, and loses nothing.
"""

from claimtrack.interop.factcheck_api._answers import read, read_all
from claimtrack.interop.factcheck_api._reviewed_claims import write

__all__ = ["read", "read_all", "write"]
