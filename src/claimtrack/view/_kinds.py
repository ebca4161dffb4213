"""Kinds of source: which prevail, which may be several people, which cannot merge."""

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
"""A merged source has the first of these kinds that one of its records has."""

IDENTIFIED: Final[frozenset[SourceKind]] = frozenset(
    {"person", "outlet", "organization", "group"}
)
"""Kinds of source that identify somebody. A crowd, a platform and an unresolved source
do not, so an unnamed source that is merged with one stays unnamed."""

COUNTED: Final[frozenset[SourceKind]] = frozenset({"unnamed", "group", "crowd"})
"""Kinds whose sources may be several people; a source of another kind is one voice."""

BODIES: Final[frozenset[SourceKind]] = frozenset({"organization", "outlet"})
"""Kinds whose sources are a body, not people."""

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
"""Pairs of kinds that one source cannot have. One human being is not a body of several
people or a place; people at large are neither a body that acts nor a place. An
unresolved or unnamed source may turn out to be of any kind."""


@functools.cache
def prevailing(kinds: frozenset[SourceKind]) -> SourceKind:
    """Return the kind of a source whose records have these kinds."""
    return next(each for each in KIND_PRECEDENCE if each in kinds)


@functools.cache
def exclude_each_other(kinds: frozenset[SourceKind]) -> bool:
    """Return whether one source cannot have all of these kinds."""
    return any(kinds.issuperset(each) for each in _NEVER_ONE)
