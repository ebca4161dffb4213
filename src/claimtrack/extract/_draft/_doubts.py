"""Report every guess of a draft as a finding in the article's text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._article import pieces
from claimtrack.findings import Finding, Location, clip, sort_findings

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier
    from claimtrack.extract._article import Article
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._mention import Mention

__all__ = ["Doubts", "Lines"]

_SHOWN = 60


class Lines:
    """Starts of a text's lines, to convert offsets to lines and columns."""

    def __init__(self, text: str) -> None:
        """Index the text in one pass."""
        self._starts = [0]
        place = text.find("\n")
        while place >= 0:
            self._starts.append(place + 1)
            place = text.find("\n", place + 1)
        self._text = text

    def location(self, start: int, end: int) -> Location:
        """Return line and column of a stretch, from 1."""
        line = bisect_right(self._starts, start) - 1
        column = start - self._starts[line] + 1
        stop = self._text.find("\n", start, end)
        last = (stop if stop >= 0 else end) - self._starts[line] + 1
        return Location(line=line + 1, column=column, end=max(last, column + 1))


class Doubts:
    """Collected findings; those about a mention get the id of its claim at the end."""

    def __init__(self, article: Article) -> None:
        """Start without findings."""
        self._text = article.text
        self._lines = Lines(article.text)
        self._found: list[Finding] = []
        self._waiting: dict[int, list[int]] = {}
        self._carried: set[tuple[int, str]] = set()

    def sorted(self) -> tuple[Finding, ...]:
        """Return the findings in text order."""
        return sort_findings(self._found)

    def place(self, mention: Mention | None, claim: str) -> None:
        """Set the claim of the doubts about a mention."""
        for index in self._waiting.pop(id(mention), ()):
            self._found[index] = attrs.evolve(self._found[index], record=claim)

    def _add(
        self,
        code: str,
        start: int,
        end: int,
        message: str,
        mention: Mention | None = None,
    ) -> None:
        if mention is not None:
            self._waiting.setdefault(id(mention), []).append(len(self._found))
        location = self._lines.location(start, end)
        self._found.append(Finding.of(code, message, location=location))

    def _about(self, mention: Mention) -> tuple[int, int]:
        return pieces(mention.source or mention.cue or mention.content)[0]

    def pronoun(self, mention: Mention, phrase: str, names: list[str]) -> None:
        """Report the sources that a pronoun may mean."""
        who = " or ".join(clip(name, _SHOWN) for name in names) or "nobody named before"
        message = f"who is “{clip(phrase, _SHOWN)}”? {who}"
        self._add("CT050", *self._about(mention), message, mention)

    def carried(self, place: int, outlet: str, basis: str) -> None:
        """Report, once per paragraph, that an outlet is cited but not named there."""
        line = self._lines.location(place, place + 1).line
        if (line, outlet) in self._carried:
            return
        self._carried.add((line, outlet))
        where = "at the beginning" if basis == "inherited" else "nearby"
        message = (
            f"{clip(outlet, _SHOWN)}, named {where}, is used as the source of this "
            "paragraph"
        )
        self._add("CT051", place, place + 1, message)

    def unsure(self, mention: Mention) -> None:
        """Report that a mention was found by a rule that is often wrong."""
        message = f"the rule “{mention.rule}” is often wrong: does somebody say this?"
        self._add("CT052", *self._about(mention), message, mention)

    def split(self, mention: Mention) -> None:
        """Report that a statement is interrupted."""
        start, end = pieces(mention.content)[0][0], pieces(mention.content)[-1][1]
        message = "the statement is interrupted: the claim has only its longest part"
        self._add("CT053", start, end, message, mention)

    def divided(self, piece: tuple[int, int], mention: Mention | None) -> None:
        """Report that one sentence became several claims."""
        message = "the sentence claims several things: it is drafted in parts"
        self._add("CT053", *piece, message, mention)

    def speakerless(self, mention: Mention) -> None:
        """Report that a quote has no speaker."""
        message = "the text does not say who speaks in this quote"
        self._add("CT054", *pieces(mention.content)[0], message, mention)

    def nobody_named(self, mention: Mention) -> None:
        """Report that the speaker of a statement is not named."""
        message = "somebody is reported to say this, but the text does not say who"
        self._add("CT054", *self._about(mention), message, mention)

    def reset(self, place: int, outlet: str) -> None:
        """Report that an outlet is no longer assumed as the source after a place."""
        message = f"{clip(outlet, _SHOWN)} is no longer used as the source from here on"
        self._add("CT051", place, place + 1, message)

    def undrafted(self, start: int, end: int, cue: str) -> None:
        """Report a verb of saying from which no claim was drafted."""
        message = f"“{clip(cue, _SHOWN)}” may attribute something; no claim is drafted"
        self._add("CT058", start, end, message)

    def not_drafted(self, mention: Mention) -> None:
        """Report that a statement is nested too deeply to be drafted."""
        message = "this is nested too deeply for a chain; no claim is drafted"
        self._add("CT058", *self._about(mention), message)

    def merged(self, full: str, short: str) -> None:
        """Report that a last name was matched to a full name."""
        place = self._text.find(short, self._text.find(full) + len(full))
        place = max(place, 0)
        message = f"“{clip(short, _SHOWN)}” is taken to be {clip(full, _SHOWN)}"
        self._add("CT055", place, place + len(short), message)

    def plural(self, mention: Mention, phrase: str) -> None:
        """Report that the text gives no number."""
        message = (
            f"how many people are “{clip(phrase, _SHOWN)}”? The text gives no exact "
            "number"
        )
        self._add("CT056", *self._about(mention), message, mention)

    def states(self, dossier: Dossier, words: Lexicon) -> None:
        """Report that two sources have names of one state."""
        names = {source.name for source in dossier.sources if source.name}
        rows: list[str] = words.table.get("states", {}).get("names", [])
        for row in rows:
            both = [name for name in row.split("|") if name in names]
            if len(both) > 1:
                place = max(self._text.find(both[1]), 0)
                message = f"{both[0]} and {both[1]} are two sources here: are they one?"
                self._add("CT057", place, place + len(both[1]), message)

    def nobody_says(self, start: int, end: int) -> None:
        """Report that a sentence has no source of its own."""
        self._add("CT059", start, end, "the sentence names no source")
