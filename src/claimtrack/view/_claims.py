"""Claims, with those merged that say the same in one language or several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.view._groups import neighbours
from claimtrack.view._union import Classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Relation

__all__ = ["Claims"]


@attrs.frozen
class Claims:
    """The claims of a dossier, merged where same-as or translation-of joins them.

    Attributes:
        classes: which claims are merged.
        contradicting: for each class, the classes that contradict it, by least id.
    """

    classes: Classes
    contradicting: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, same: Iterable[Relation], contradictions: Iterable[Relation]) -> Claims:
        """Return the claims, merged as relations say.

        Args:
            same: the relations that say that two claims are the same.
            contradictions: the relations that say that two claims contradict each
                other.
        """
        classes = Classes.of((each.subject, each.object) for each in same)
        least_of = classes.least_of
        ends = (
            (least_of(each.subject), least_of(each.object)) for each in contradictions
        )
        return cls(classes, neighbours(ends))

    def least_of(self, key: str) -> str:
        """Return the least id of a claim's class."""
        return self.classes.least.get(key, key)

    def members_of(self, key: str) -> tuple[str, ...]:
        """Return the ids of all claims merged with this one, and its own, sorted."""
        return self.classes.members_of(key)

    def contradicting_with(self, key: str) -> frozenset[str]:
        """Return the classes that contradict a claim's class, in either direction."""
        return self.contradicting.get(self.least_of(key), frozenset())
