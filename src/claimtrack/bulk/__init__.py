"""Bulk: answers about files that are too long to look at each record.

This layer must not know about newsroom rules, pictures or the terminal.
"""

from claimtrack.bulk._verdict_counts import verdict

__all__ = ["verdict"]
