"""Sources that a pronoun may mean, the closest first. Never makes a choice."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._right_phrases import is_somebody, right_of
from claimtrack.extract._grammar._unit import Unit
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._source_names import is_pronoun, name_of

if TYPE_CHECKING:
    from claimtrack.extract._draft._sources_named import Register
    from claimtrack.extract._grammar._paragraphs import Layout
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.records import Link

__all__ = ["Candidates"]

_MOST: Final = 4
_LOOK_BACK: Final = 12
_QUOTES: Final = ("«", "“", "„", '"')
_PLURAL: Final = frozenset(
    {"group", "crowd", "unnamed", "organization", "outlet", "unresolved"}
)
_THINGS: Final = frozenset({"organization", "outlet", "unresolved", "platform"})


class Candidates:
    """The sources mentioned so far, by place."""

    def __init__(
        self, text: str, layout: Layout, words: Lexicon, register: Register
    ) -> None:
        """Start without sources."""
        self._text = text
        self._sentences = layout.sentences
        self._starts = [start for start, _ in layout.sentences]
        self._words = words
        self._register = register
        self._seen: list[tuple[int, str, str]] = []
        self._subjects: dict[int, str | None] = {}

    def add(self, source: str, place: int, phrase: str) -> None:
        """Record that a source was named at a place."""
        self._seen.append((place, source, phrase))

    def speakers(self, place: int) -> tuple[str, ...]:
        """Return the last speakers before a quote without a speaker."""
        return self._closest(place, "")

    def of(self, pronoun: str, place: int, links: tuple[Link, ...]) -> tuple[str, ...]:
        """Return the sources that a pronoun may mean.

        "I" inside a quote can only be its speaker; other pronouns can mean sources
        named before, and the subject of the sentence before.
        """
        low = pronoun.lower()
        if low in self._words.listed("words", "unknown_pronouns") and links:
            link = links[-1]
            if link.source is not None:
                return (link.source,)
            return tuple(candidate.source for candidate in link.candidates or ())
        return self._closest(place, low)

    def _closest(self, place: int, low: str) -> tuple[str, ...]:
        chosen: list[tuple[int, str]] = []
        at = bisect_right(self._starts, place) - 1
        for index in range(at, max(-1, at - 3), -1):
            subject = self._subject(index, place)
            if subject is not None:
                chosen.append((self._starts[index], subject))
        before = [row for row in self._seen[-60:] if row[0] < place][-_LOOK_BACK:]
        chosen += [(start, source) for start, source, _ in before]
        found: list[str] = []
        for _, source in sorted(chosen, key=lambda row: -row[0]):
            if source not in found and self._fits(source, low):
                found.append(source)
        return tuple(found[:_MOST])

    def _fits(self, source: str, low: str) -> bool:
        kind = getattr(self._register.dossier[source], "kind", "")
        count = getattr(self._register.dossier[source], "count", None)
        single = count is not None and count.max == 1
        if low in self._words.listed("words", "plural_pronouns"):
            return kind in _PLURAL and not single
        if low in self._words.listed("words", "organization_pronouns"):
            return kind in _THINGS
        if low in self._words.listed("kinds", "singular_pronouns"):
            return kind in ("person", "unresolved") or (
                kind == "unnamed" and (single or count is None)
            )
        return True

    def _subject(self, index: int, place: int) -> str | None:
        """Return the source that a sentence begins with, before a place."""
        if index in self._subjects:
            return self._subjects[index]
        start, end = self._sentences[index]
        unit = Unit(self._text, start, min(end, start + 400), inside=True)
        unit.add(self._text, start, self._words)
        source = None
        first = 0
        while first < len(unit) and unit.flags[first] & (
            Flag.COORD | Flag.ADV | Flag.PUNCT
        ):
            first += 1
        if first < len(unit) and self._opens(unit, first):
            while first < len(unit) and unit.words[first] != ",":
                first += 1
            first += 1
        phrase = right_of(unit, first) if first < len(unit) else None
        if phrase is not None and unit.words[phrase[1] + 1 : phrase[1] + 2] == [":"]:
            # A label, or a speaker who is already known.
            phrase = None
        if phrase is not None and self._words.has_cases:
            phrase = _named_first(unit, *phrase)
        if phrase is not None and unit.ends[phrase[1]] <= place:
            words = self._cut(unit, phrase)
            named = name_of(words, self._words)
            usable = {
                "unnamed": is_somebody(unit, *phrase),
                "unresolved": named.name[:1].isupper(),
            }.get(named.kind, True)
            if usable and not is_pronoun(words, self._words):
                seen = [row[1] for row in self._seen if row[2] == words]
                source = seen[-1] if seen else self._register.find(words).id
        if unit.ends and unit.ends[-1] <= place:
            self._subjects[index] = source
        return source

    def _opens(self, unit: Unit, i: int) -> bool:
        """Return whether words with a comma open a sentence: "Opening the fair, "."""
        if unit.flags[i] & Flag.PREP:
            return True
        after = unit.flags[i + 1] if i + 1 < len(unit) else 0
        return unit.words[i] in self._words.listed("words", "openers") or bool(
            unit.words[i].endswith("ing") and after & (Flag.DET | Flag.DOCUMENT)
        )

    def _cut(self, unit: Unit, phrase: tuple[int, int]) -> str:
        """Return the words of a phrase up to its first verb."""
        first, last = phrase
        for i in range(first + 1, last + 1):
            flag = unit.flags[i]
            if flag & Flag.CUE and not flag & (Flag.PEOPLE | Flag.DOCUMENT | Flag.CAP):
                last = i - 1
                break
            if not flag & Flag.CAP and unit.words[i].endswith("ed"):
                last = i - 1
                break
        return self._text[unit.starts[first] : unit.ends[last]]


def _named_first(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """Return the name that a sentence begins with, if verbs cannot be recognised.

    A lower-case word after a name is not part of it. Words of a quote, and pronouns,
    are not names.
    """
    sign = unit.text[unit.start : unit.start + 1]
    if sign in _QUOTES or unit.flags[first] & Flag.SUBJ:
        return None
    office = Flag.CAP | Flag.PEOPLE | Flag.BODY | Flag.OUTLET
    names = 0
    for i in range(first + 1, last + 1):
        if names and not unit.flags[i] & office:
            return first, i - 1
        names += bool(unit.flags[i] & Flag.CAP)
    return first, last
