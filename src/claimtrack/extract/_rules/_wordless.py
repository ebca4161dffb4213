"""Mentions without a verb: headlines with their source, speakers, bare quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._speech_resumed import resumed

if TYPE_CHECKING:
    from claimtrack.extract._article import Article
    from claimtrack.extract._grammar._paragraphs import Layout
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["add_standing"]

_NAME: Final = (
    r"[^\W\d_a-zа-яёіїєґ][\w.’'&-]*"
    r"(?:\s+(?:[^\W\d_a-zа-яёіїєґ][\w.’'&-]*|of|the|and|de|von|van|al)){0,4}"
)
_AFTER: Final = re.compile(rf"\s([-–—|:])\s({_NAME})\s*$")
_BEFORE: Final = re.compile(rf"({_NAME})\s*(:)\s+(?=\S)")
_LEAST: Final = 3
"""Minimum number of words of a bare quote."""


def add_standing(
    article: Article, layout: Layout, found: list[Mention], words: Lexicon
) -> list[Mention]:
    """Return the mentions together with those that need no verb, in text order."""
    made = [*_in_headline(article, layout), *_speakers(article, layout, words)]
    if made and made[0].rule == "headline" and layout.headline:
        found = [_clip(mention, made[0], layout.headline) for mention in found]
    made += resumed(article.text, layout, found)
    made += _bare_quotes(article, layout, [*found, *made])
    return sorted([*found, *made], key=place_of)


def _clip(mention: Mention, named: Mention, headline: tuple[int, int]) -> Mention:
    """Return a mention in the headline without the outlet at the headline's end."""
    first, last = pieces(mention.content)[0], pieces(mention.content)[-1]
    end = pieces(named.content)[0][1]
    if not headline[0] <= first[0] < end < last[1] <= headline[1] or first != last:
        return mention
    return attrs.evolve(mention, content=(first[0], end))


def place_of(mention: Mention) -> tuple[int, int, int]:
    """Return the place of a mention: its cue, or else its content."""
    first = pieces(mention.cue or mention.content)[0]
    content = pieces(mention.content)[0]
    return (first[0], content[0], content[1])


def _in_headline(article: Article, layout: Layout) -> list[Mention]:
    """Return "CONTENT - Bloomberg" and "Bloomberg: CONTENT" in a headline."""
    if layout.headline is None:
        return []
    start, end = layout.headline
    text = article.text
    after = _AFTER.search(text, start, end)
    if after and after.start() > start:
        return [
            Mention(
                source=after.span(2),
                cue=after.span(1),
                content=(start, after.start()),
                rule="headline",
                sure=True,
            )
        ]
    before = _BEFORE.match(text, start, end)
    if before and before.end() < end:
        return [
            Mention(
                source=before.span(1),
                cue=before.span(2),
                content=(before.end(), end),
                rule="headline",
            )
        ]
    return []


def _speakers(article: Article, layout: Layout, words: Lexicon) -> list[Mention]:
    """Return "NAME: text" at the beginning of paragraphs.

    "Q" and "A" are not names: a question claims nothing, and who answers is open.
    """
    questions = words.listed("words", "questions")
    answers = words.listed("words", "answers")
    found: list[Mention] = []
    for start, end in layout.paragraphs:
        if (start, end) == layout.headline:
            continue
        match = _BEFORE.match(article.text, start, end)
        label = match[1].lower() if match else ""
        if match and label in answers:
            found.append(Mention(content=(match.end(), end), rule="bare-quote"))
        elif label in questions:
            continue
        elif match and match.end() < end and len(match[1].split()) <= _LEAST:
            found.append(
                Mention(
                    source=match.span(1),
                    cue=match.span(2),
                    content=(match.end(), end),
                    rule="speaker",
                )
            )
    return found


def _bare_quotes(
    article: Article, layout: Layout, found: list[Mention]
) -> list[Mention]:
    """Return the quotes that are sentences and that are in no mention.

    A quote after a sentence with a quote in the same paragraph has the same speaker; so
    does a quoted paragraph after a quote that was not closed. For any other quote the
    source is None.
    """
    held = sorted(piece for mention in found for piece in pieces(mention.content))
    by_start = sorted(found, key=place_of)
    made: list[Mention] = []
    at = index = 0
    previous: Mention | None = None
    quotes = {start for start, _ in layout.quotes}
    paragraphs = iter(layout.paragraphs)
    paragraph = next(paragraphs, (0, 0))
    for start, end in layout.sentences:
        while paragraph[1] <= start:
            paragraph = next(paragraphs)
        while index < len(by_start) and place_of(by_start[index])[0] < start:
            previous = by_start[index]
            index += 1
        while at < len(held) and held[at][1] <= start:
            at += 1
        if at < len(held) and held[at][0] < end:
            continue
        is_block = any(a <= start < b for a, b in article.blockquotes)
        if not is_block and start not in quotes:
            continue
        if len(article.text[start:end].split()) < _LEAST:
            continue
        if not is_block and not _is_whole(layout, start, end, article.text):
            continue
        same = previous is not None and _goes_on(article, previous, paragraph)
        made.append(
            Mention(
                source=previous.source if previous and same else None,
                content=(start, end),
                rule="follow-up" if same else "bare-quote",
                sure=same,
            )
        )
    return made


def _is_whole(layout: Layout, start: int, end: int, text: str) -> bool:
    """Return whether a quote that begins a sentence is the whole sentence."""
    at = bisect_left(layout.quotes, (start, 0))
    return not text[layout.quotes[at][1] : end].strip(" .!?…")


def _goes_on(article: Article, previous: Mention, paragraph: tuple[int, int]) -> bool:
    """Return whether a quote continues a mention: one paragraph, and both quoted."""
    place = pieces(previous.content)[-1]
    quoted = article.text[place[0]] in '"“«„' or article.text[place[1] - 1] in '"”»'
    return quoted and previous.source is not None and paragraph[0] <= place[0]
