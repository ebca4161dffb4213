"""Bulk: answers about files that are too long to look at what is in them.

This layer must not know of newsroom rules, of pictures or of the terminal.
"""

from claimtrack.bulk._verdict_counts import verdict

__all__ = ["verdict"]
