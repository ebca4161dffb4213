"""Match names in other cases to the same names as subjects."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Nominatives"]

_STEM: Final = 2
"""Letters that must remain without the ending."""

_LONGEST: Final = 4
"""Maximum number of words of a name that is searched for."""


class Nominatives:
    """The names that are subjects in an article, used to recognise other cases.

    If a word can have an ending of another case, it must have it. So "according to
    Oleksandra Levchuka", who is a man, never means the woman Oleksandra Levchuk.
    """

    def __init__(self, words: Lexicon, names: Iterable[str]) -> None:
        """Start with the names of subjects."""
        endings: dict[str, list[str]] = words.table.get("cases", {}).get("endings", {})
        self._endings = endings
        self._longest = max(map(len, endings), default=0)
        self._men = words.listed("cases", "men")
        self._names: dict[tuple[str, ...], str] = {}
        self._by_last: dict[str, set[str]] = {}
        for name in names if endings else ():
            tokens = tuple(name.lower().split())
            self._names.setdefault(tokens, name)
            self._by_last.setdefault(tokens[-1], set()).add(name)

    def of(self, name: str) -> str | None:
        """Return the only subject whose name in another case this is; None otherwise.

        A single word may be the last name of a person.
        """
        tokens = name.lower().split()
        if not self._endings or len(tokens) > _LONGEST or tuple(tokens) in self._names:
            return None
        forms = [self._forms(token) for token in tokens]
        found = {self._names[form] for form in product(*forms) if form in self._names}
        if not found and len(tokens) == 1:
            found = {
                full
                for form in forms[0]
                if form != tokens[0]
                for full in self._by_last.get(form, ())
                if self._agree(full, form)
            }
        return found.pop() if len(found) == 1 else None

    def last_of(self, name: str) -> str | None:
        """Return the one-word subject that can be the last name of a full name."""
        tokens = name.lower().split()
        if not self._endings or len(tokens) < 2:  # noqa: PLR2004
            return None
        found = [form for form in self._forms(tokens[-1]) if (form,) in self._names]
        return found[0] if len(found) == 1 else None

    def _forms(self, token: str) -> list[str]:
        """Return the subject forms that a word may have; itself if no ending fits."""
        for size in range(min(self._longest, len(token) - _STEM), 0, -1):
            ends = self._endings.get(token[-size:])
            if ends is not None:
                return [token[:-size] + end for end in ends]
        return [token]

    def _agree(self, full: str, last: str) -> bool:
        """Return whether a last name that only men inflect is not used for a woman."""
        first = full.lower().split()[0]
        is_woman = first[-1] in "ая" and first not in self._men
        return not (is_woman and len(full.split()) > 1 and last[-1] not in "ая")
