"""Names and ids of a sheet: which are declared, and what a reference means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import quote
from claimtrack.notation._signs import CITING, COMMAS, OPENING
from claimtrack.notation._slips import Slip, meant
from claimtrack.records import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.notation._cursor import Name

__all__ = ["Names", "Trie"]

_SIGNS: Final = frozenset(f"{COMMAS}{CITING}[{{)@(") | frozenset(OPENING)
MOST_SUGGESTIONS: Final = 20
"""Maximum number of suggestions per sheet; each compares all of its names."""


@attrs.define
class _Node:
    further: dict[str, _Node] = attrs.Factory(dict[str, "_Node"])
    is_end: bool = False


class Trie:
    """Names that contain signs of the notation; finds the longest one at a position."""

    def __init__(self) -> None:
        """Start empty."""
        self._root = _Node()

    def add(self, name: str) -> None:
        """Add a name; a name without signs is read without this."""
        if not _SIGNS.intersection(name) and " or " not in name:
            return
        node = self._root
        for sign in name:
            node = node.further.setdefault(sign, _Node())
        node.is_end = True

    def longest(self, text: str, at: int) -> int:
        """Return the length of the longest name in `text` at `at`."""
        node, length = self._root, 0
        for index in range(at, len(text)):
            following = node.further.get(text[index])
            if following is None:
                break
            node = following
            if node.is_end:
                length = index + 1 - at
        return length


class Names:
    """The declared names of a sheet, which determine what a reference means."""

    def __init__(self) -> None:
        """Start empty."""
        self.trie = Trie()
        self.types: dict[str, str] = {}
        self._labels: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        self._folded: dict[str, set[str]] = {}
        self._left = MOST_SUGGESTIONS

    def declare(self, key: str, record_type: str) -> None:
        """Add an id."""
        self.types.setdefault(key, record_type)
        self._folded.setdefault(name_key(key), set()).add(key)

    def add_label(self, label: str, key: str) -> None:
        """Add a name that a source has only in the sheet."""
        self.trie.add(label.lstrip("?"))
        self._labels.setdefault(label, set()).add(key)
        self._folded.setdefault(name_key(label), set()).add(key)

    def add_name(self, name: str, key: str) -> None:
        """Add a name or an alias."""
        self.trie.add(name)
        self._names.setdefault(name, set()).add(key)
        self._folded.setdefault(name_key(name), set()).add(key)

    def find(self, name: Name, types: tuple[str, ...] = ()) -> str | None:
        """Return the id that a reference means; None if it is not declared.

        Args:
            name: the reference.
            types: the allowed types of record; all if empty.

        Raises:
            Slip: if it may mean several records.
        """
        text = name.mark + name.text
        is_id = text in self.types
        if is_id and (not types or self.types[text] in types):
            return text
        tables = (self._labels, self._names, self._folded)
        for table in tables if not name.is_id else (self._folded,):
            key = name_key(text) if table is self._folded else text
            hits = table.get(key, set())
            fits = {each for each in hits if not types or self.types[each] in types}
            if len(fits) > 1:
                either = " or ".join(f"[{each}]" for each in sorted(fits))
                # What a sheet calls an unnamed source is never shown.
                shown = "this name" if name.mark else quote(text)
                raise Slip(
                    f"{shown} may be {either}",
                    name.start,
                    name.end,
                    code="CT033",
                    fix="Write the id in square brackets, or declare only one of them.",
                )
            if fits:
                return next(iter(fits))
        # Of another type than requested: later checks report it.
        return text if is_id else None

    def is_declared(self, text: str) -> bool:
        """Return whether a record has this id, label, name or alias."""
        return name_key(text) in self._folded

    def has_near_mark(self, words: str) -> bool:
        """Return whether an unnamed source is declared with almost the same words."""
        marked = (each for each in self._labels if each.startswith("?"))
        return self._meant(words, marked) is not None

    def near(self, text: str) -> str | None:
        """Return a suggestion for a name that is not declared."""
        labels = (each for each in self._labels if not each.startswith("?"))
        return self._meant(text, (*labels, *self._names))

    def _meant(self, text: str, known: Iterable[str]) -> str | None:
        if not self._left:
            return None
        self._left -= 1
        return meant(text, known)
