"""CT801 for the comments and labels of a sheet, which are outside its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.disclosure._exposure import what_tells
from claimtrack.disclosure._joined import Named
from claimtrack.disclosure._name_words import words_of
from claimtrack.findings import CODES, Finding
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.validation import Beside

__all__ = ["check_beside"]

_CODE: Final = "CT801"
_FIX: Final = "Remove it: nothing in a sheet may say who an unnamed source is."


def check_beside(dossier: Dossier, texts: Iterable[Beside]) -> tuple[Finding, ...]:
    """Return findings where a text next to a dossier reveals an unnamed source (CT801).

    A label must not contain the name of an identified source or a way to reach
    somebody. The same holds for a comment that mentions an unnamed source or is at its
    lines; other comments may contain names. No finding shows a value.

    Linear in the dossier and the texts.

    Args:
        dossier: the dossier.
        texts: comments, and labels of unnamed sources.
    """
    listed = list(texts)
    if not listed:
        return ()
    sources = View.of(dossier).sources
    unnamed = {each.id: each for each in sources.all if each.kind == "unnamed"}
    if not unnamed:
        return ()
    named = Named.of(sources)
    class_of, names = named.classes.least_of, named.names()
    called: dict[tuple[str, ...], set[str]] = {}
    for key, source in unnamed.items():
        for text in (key, source.label):
            called.setdefault(words_of(text), set()).add(key)
    for each in listed:
        if each.kind == "label":
            called.setdefault(words_of(each.text), set()).update(each.sources)
    called.pop((), None)
    mentions = _Mentions.of(called)
    found: list[Finding] = []
    for each in listed:
        about = {*each.sources, *mentions.found_in(each.text)} & unnamed.keys()
        own = {class_of(a) for key in about for a in unnamed[key].affiliations}
        said = what_tells([each.text], names, own) if about else ""
        if said:
            where = "the label of an unnamed source"
            where = where if each.kind == "label" else "a comment on an unnamed source"
            made = Finding.of(
                _CODE, f"{where} contains {said}", fix=_FIX, rule=CODES[_CODE].name
            )
            found.append(attrs.evolve(made, location=each.location))
    return tuple(found)


@attrs.frozen
class _Mentions:
    """Descriptions of unnamed sources, for searching in texts.

    Attributes:
        called: words → the ids of the sources with this description.
        lengths: the word counts of the descriptions.
    """

    called: dict[tuple[str, ...], set[str]]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, called: dict[tuple[str, ...], set[str]]) -> _Mentions:
        """Return an index of descriptions."""
        return cls(called, tuple(sorted({len(each) for each in called})))

    def found_in(self, text: str) -> Iterator[str]:
        """Yield the ids of unnamed sources that a text mentions."""
        words = words_of(text)
        for start in range(len(words)):
            for length in self.lengths:
                yield from self.called.get(words[start : start + length], ())
