"""Write attributions as lines of a sheet: the chain, its cues and their places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.notation._ledger import Defaults, Labels, written_links
from claimtrack.notation._word_matches import Article, find_quote
from claimtrack.notation._written_values import write_quote
from claimtrack.records import Excerpt, Link

if TYPE_CHECKING:
    from claimtrack.records import Attribution, Candidate

__all__ = ["Chains"]

_NOTHING: Final = Link(source="_")
_PLAIN: Final = ("stance", "attitude", "factuality", "basis", "ground_rules")
_WORDS_AT_ENDS: Final = 3
"""Initial number of words of a quote before and after its "…"."""


@attrs.frozen
class _Spots:
    """The places of an attribution, if a line can express all of them.

    Attributes:
        contents: places of quotations.
        cues: places of cues, by the index of their link.
        names: places of names, by the index of their link.
    """

    contents: tuple[tuple[int, int], ...]
    cues: dict[int, tuple[int, int]]
    names: dict[int, tuple[int, int]]


@attrs.frozen
class Chains:
    """Writes attributions.

    Attributes:
        labels: how records are referred to.
        defaults: values that can be left unsaid.
        article: the text of the document that was read; None if not available.
    """

    labels: Labels
    defaults: Defaults
    article: Article | None = None

    def write(self, attribution: Attribution, flag: str = "") -> list[str]:
        """Return the line of an attribution, and the lines with its places.

        Args:
            attribution: the attribution.
            flag: the word that says how it was recorded; empty if none.
        """
        defaults = self.defaults
        parts: list[str] = [attribution.placement or "said"]
        document = attribution.document
        if document is None and defaults.read is not None:
            parts.append(" in none")
        elif document is not None and document != defaults.read:
            parts.append(f" in {self.labels.bracket(document)}")
        if attribution.presupposed:
            parts.append(", presupposed")
        if flag:
            parts.append(f", {flag}")
        if defaults.needs_id(attribution):
            parts.append(f" {self.labels.bracket(str(attribution.id))}")
        publisher = defaults.publishers.get(document or "")
        is_unsaid, needs_by = written_links(attribution, publisher)
        spots = _spots_of(attribution)
        if spots is not None and is_unsaid and (0 in spots.cues or 0 in spots.names):
            spots = None
        lines, placed = self._contents(attribution, spots)
        chain = " < ".join(
            self._step(link, index, spots, placed)
            for index, link in enumerate(attribution.chain.links)
            if index or not is_unsaid
        )
        return [f"{''.join(parts)}: {'by ' if needs_by else ''}{chain}", *lines]

    def _contents(
        self, attribution: Attribution, spots: _Spots | None
    ) -> tuple[list[str], list[tuple[int, int]] | None]:
        """Return the lines with quotations, and their places if cues depend on them."""
        if spots is None:
            listed = [write_excerpt(each) for each in attribution.excerpts]
            written = json.dumps(listed, ensure_ascii=False)
            return [f"excerpts: {written}"] if listed else [], None
        if not spots.contents:
            return [], None
        article = self.article
        if article is not None and attribution.document == self.defaults.read:
            quotes = [_quoted(place, article.text) for place in spots.contents]
            if None not in quotes:
                return [f"> {each}" for each in quotes], list(spots.contents)
        shown = ", ".join(f"{start}-{end}" for start, end in spots.contents)
        return [f"at: {shown}"], None

    def _step(
        self,
        link: Link,
        index: int,
        spots: _Spots | None,
        placed: list[tuple[int, int]] | None,
    ) -> str:
        if link.is_nobody:
            name = "…"
        elif link.candidates is None:
            name = self.labels.refer(str(link.source))
        else:
            inside = " or ".join(self._candidate(each) for each in link.candidates)
            name = f"… ({inside})" if inside else "…()"
        if link.is_ascribed:
            name = f"({name})"
        if spots is not None and index in spots.names:
            start, end = spots.names[index]
            name += f" @{start}-{end}"
        if link.cue is not None:
            name += f" {write_quote(link.cue)}"
            name += self._cue_place(link.cue, index, spots, placed)
        return name + self._items(link, is_head=index == 0)

    def _cue_place(
        self,
        cue: str,
        index: int,
        spots: _Spots | None,
        placed: list[tuple[int, int]] | None,
    ) -> str:
        place = None if spots is None else spots.cues.get(index)
        found = None
        if placed is not None and self.article is not None:
            found = self.article.find_cue(cue, placed)
        if place == found:
            return ""
        if place is None:
            return "@none"
        start, end = place
        return f"@{start}" if end - start == len(cue) else f"@{start}-{end}"

    def _candidate(self, candidate: Candidate) -> str:
        parts = [self.labels.refer(candidate.source)]
        if candidate.weight is not None:
            parts.append(json.dumps(candidate.weight))
        if candidate.why is not None:
            parts.append(write_quote(candidate.why))
        return ", ".join(parts)

    def _items(self, link: Link, *, is_head: bool) -> str:  # noqa: C901, PLR0912
        labels, defaults = self.labels, self.defaults
        parts: list[str] = []
        mode = None if is_head else defaults.mode
        if link.mode != mode:
            parts.append(link.mode or "mode none")
        basis = None if link.cue is None else defaults.cue_basis
        if link.cue_basis != basis:
            parts.append(link.cue_basis or "cue-basis none")
        parts.extend(
            getattr(link, field)
            for field in _PLAIN
            if getattr(link, field) != getattr(_NOTHING, field)
        )
        if link.ascribed is not None and link.attitude != "assertion":
            parts.append("ascribed" if link.ascribed else "spoken")
        elif link.ascribed is False:
            parts.append("spoken")
        parts.extend(
            word for word in ("negated", "hypothetical") if getattr(link, word)
        )
        report = None if is_head else defaults.reports.get(link.source or "")
        if link.document != report:
            document = link.document
            parts.append("[]" if document is None else labels.bracket(document))
        parts.extend(f"evidence {labels.bracket(each)}" for each in link.evidence)
        if link.at is not None:
            parts.append(labels.date(link.at))
        if link.embargo_until is not None:
            parts.append(f"embargo {labels.date(link.embargo_until)}")
        for word, key in (("to", link.addressee), ("for", link.on_behalf_of)):
            if key is not None:
                parts.append(f"{word} {labels.refer(key)}")
        if link.utterance is not None:
            parts.append(f"utterance {labels.refer(link.utterance)}")
        if link.original_lang is not None:
            parts.append(f"lang {link.original_lang}")
        if link.occasion is not None:
            parts.append(f"occasion {write_quote(link.occasion)}")
        if link.mention is not None:
            parts.append(f"as {write_quote(link.mention)}")
        return "".join(f", {each}" for each in parts)


def write_excerpt(excerpt: Excerpt) -> dict[str, object]:
    """Return an excerpt as JSON: the fields that are set."""
    fields = attrs.fields(type(excerpt))
    return {
        each.name: getattr(excerpt, each.name)
        for each in fields
        if getattr(excerpt, each.name) != each.default
    }


def _spots_of(attribution: Attribution) -> _Spots | None:
    """Return the places of an attribution; None if a line cannot express them."""
    contents: list[tuple[int, int]] = []
    cues: dict[int, tuple[int, int]] = {}
    names: dict[int, tuple[int, int]] = {}
    for each in attribution.excerpts:
        if each.start is None or each.end is None:
            return None
        place = each.start, each.end
        if each.role == "content":
            contents.append(place)
        elif each.link is not None:
            (cues if each.role == "cue" else names).setdefault(each.link, place)
    made: list[Excerpt] = [Excerpt(start=s, end=e) for s, e in contents]
    for index, link in enumerate(attribution.chain):
        if index in cues and link.cue is not None:
            start, end = cues[index]
            made.append(Excerpt(start=start, end=end, role="cue", link=index))
        if index in names:
            start, end = names[index]
            made.append(Excerpt(start=start, end=end, role="source", link=index))
    if tuple(made) != attribution.excerpts:
        return None
    return _Spots(tuple(contents), cues, names)


def _quoted(place: tuple[int, int], article: str) -> str | None:
    """Return a quote that leads back to a place, the shortest of those tried."""
    start, end = place
    words = article[start:end]
    pieces = words.split()
    for count in range(_WORDS_AT_ENDS, len(pieces) // 2):
        shown = f"{' '.join(pieces[:count])} … {' '.join(pieces[-count:])}"
        if _leads_to(shown, place, article):
            return shown
    return words if _leads_to(words, place, article) else None


def _leads_to(shown: str, place: tuple[int, int], article: str) -> bool:
    is_line = "\n" not in shown and "\r" not in shown and shown.strip() == shown
    return is_line and find_quote(shown, article) == place
