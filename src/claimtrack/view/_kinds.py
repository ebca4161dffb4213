"""Kinds of source: which count, which are several people, which are never one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimtrack.records import SourceKind

__all__ = [
    "BODIES",
    "COUNTED",
    "IDENTIFIED",
    "KIND_PRECEDENCE",
    "exclude_each_other",
    "prevailing",
]

KIND_PRECEDENCE: Final[tuple[SourceKind, ...]] = (
    "person",
    "outlet",
    "organization",
    "group",
    "unnamed",
    "crowd",
    "platform",
    "unresolved",
)
"""Of several sources that are one, the first of these kinds counts."""

IDENTIFIED: Final[frozenset[SourceKind]] = frozenset(
    {"person", "outlet", "organization", "group"}
)
"""Kinds of source that say who it is. A crowd, a platform and what nobody has judged
yet do not: joined to an unnamed source, it stays unnamed."""

COUNTED: Final[frozenset[SourceKind]] = frozenset({"unnamed", "group", "crowd"})
"""Kinds whose sources may be several people; the rest are one voice each."""

BODIES: Final[frozenset[SourceKind]] = frozenset({"organization", "outlet"})
"""Kinds whose sources are one body, not people."""

_NEVER_ONE: Final[tuple[tuple[SourceKind, SourceKind], ...]] = (
    ("person", "organization"),
    ("person", "group"),
    ("person", "crowd"),
    ("person", "platform"),
    ("outlet", "crowd"),
    ("organization", "crowd"),
    ("platform", "crowd"),
    ("platform", "group"),
    ("platform", "unnamed"),
)
"""Two kinds that one source cannot have: one human being is no body of several and no
place; people at large are neither a body that acts nor a place. What nobody has judged
(unresolved), and people whom a text does not name, may turn out to be the rest."""


@functools.cache
def prevailing(kinds: frozenset[SourceKind]) -> SourceKind:
    """Return the kind that counts for a source whose records have these."""
    return next(each for each in KIND_PRECEDENCE if each in kinds)


@functools.cache
def exclude_each_other(kinds: frozenset[SourceKind]) -> bool:
    """Return whether no source has all of these kinds."""
    return any(kinds.issuperset(each) for each in _NEVER_ONE)
