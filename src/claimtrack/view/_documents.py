"""Documents with their copies and translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.view._groups import closure, group_pairs
from claimtrack.view._union import Classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Relation

__all__ = ["Documents"]


@attrs.frozen
class Documents:
    """The documents of a dossier, merged with their copies and translations.

    Attributes:
        classes: which documents are merged.
        originals: for each class of several documents, by its least id, the documents
            that are not a copy of another one; all of them if they copy each other in a
            circle.
        copies: the direct copies and translations of each document.
        copied: the documents that each document was directly copied or translated from.
    """

    classes: Classes
    originals: Mapping[str, tuple[str, ...]]
    copies: Mapping[str, tuple[str, ...]]
    copied: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, copying: Iterable[Relation]) -> Documents:
        """Return the documents, merged as relations say.

        Args:
            copying: relations whose subject is a copy or a translation of the object.
        """
        pairs = [(each.subject, each.object) for each in copying]
        classes = Classes.of(pairs)
        copies = {copy for copy, _ in pairs}
        originals = {
            least: tuple(each for each in ids if each not in copies) or ids
            for least, ids in classes.members.items()
        }
        turned = group_pairs((last, first) for first, last in pairs)
        return cls(classes, originals, turned, group_pairs(pairs))

    def original_of(self, key: str) -> str:
        """Return the original of a document, which may be the document itself.

        The original is the document of the class that is not a copy of another one. If
        there are several or none, it is the one with the least id.
        """
        return self.originals_of(key)[0]

    def originals_of(self, key: str) -> tuple[str, ...]:
        """Return all documents of this one's class that may be its original."""
        return self.originals.get(self.classes.least_of(key), (key,))

    def members_of(self, key: str) -> tuple[str, ...]:
        """Return the ids of all documents merged with this one, and its own, sorted."""
        return self.classes.members_of(key)

    def with_copies(self, keys: Iterable[str]) -> set[str]:
        """Return documents with their copies and translations, direct and indirect."""
        return closure(keys, self.copies)

    def with_originals(self, keys: Iterable[str]) -> set[str]:
        """Return documents with what they copy or translate, directly or indirectly."""
        return closure(keys, self.copied)
