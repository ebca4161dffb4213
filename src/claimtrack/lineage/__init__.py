"""Lineage: what the chains say, as pure functions over records.

Who speaks, who is spoken for, and where the voices stop. This layer must not know of
files, JSON, the clock or the terminal.
"""

from claimtrack.lineage._ends import ChainEnd, EndKind, chain_end
from claimtrack.lineage._voices import holders, voices

__all__ = ["ChainEnd", "EndKind", "chain_end", "holders", "voices"]
