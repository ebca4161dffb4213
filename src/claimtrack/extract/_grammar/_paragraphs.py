"""Find paragraphs, quotes and sentences of a text by its signs alone. Linear."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from claimtrack.extract._article import Article
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Layout", "lay_out"]

LONGEST: Final = 2_000
"""Maximum number of characters of a sentence that are examined together."""

_BREAK: Final = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+"
    r"(?=\s++(?:[—–]\s++)?[\"“„«‘'(\[—–-]*+[^\Wa-zа-яіїєґ_])"
)
_CLOSES: Final = {
    "“": re.compile("”"),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    "”": re.compile("”"),
    '"': re.compile('"'),
}
_QUOTE: Final = re.compile(r"[\"“”„«»]|(?<![\w.,!?])[‘'](?=\w)")
_ANGLES: Final = re.compile("[«»]")
_CLOSING: Final = re.compile(r"(?<=[\w.,!?…])[’'](?=[\s.,;:!?)\]]|$)")
_WIRE: Final = re.compile(
    r"([^\W\d_a-zа-яёіїєґ]{2}[^\n–—-]{0,60}?)\s{1,3}(?:--|[-–—])\s{1,3}(?=[\"“„«]?[A-ZА-ЯЁІЇЄҐ])"
)
"""Beginning of an agency's text: "KYIV, Oct 14 (Reuters) - ", "LONDON (AP) — "."""

_CLOCK: Final = re.compile(
    r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\s{0,3}[-–—:|]\s{1,3}(?=\D)"
)
"""Time before an entry of a live page: "06:35 - ", "7.05am: "."""

_SHORT: Final = 200
_SHORTEST: Final = 12
"""Maximum number of characters of an abbreviation."""
_HEAD: Final = 60


@attrs.frozen
class Layout:
    """The layout of a text, as places in it.

    Attributes:
        paragraphs: each line, or block of lines, without surrounding white space.
        quotes: outermost text in quotation marks, including the marks.
        nested: names in quotation marks inside a quote.
        unclosed: quotes that continue to the end of their paragraph.
        sentences: stretches that end like sentences; a quote is never cut.
        headline: the first paragraph, if it looks like one.
        dateline: the paragraph after it with place, date or outlet, or the part of the
            first paragraph before a dash: "KYIV, Oct 14 (Reuters) - ".
        heads: short lines without a full stop between paragraphs.
    """

    paragraphs: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[int, int], ...]
    nested: tuple[tuple[int, int], ...]
    unclosed: frozenset[int]
    sentences: tuple[tuple[int, int], ...]
    headline: tuple[int, int] | None
    dateline: tuple[int, int] | None
    heads: tuple[tuple[int, int], ...]


def _find_paragraphs(text: str) -> list[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n\r]+", text)]
    lines = [_strip(text, *line) for line in lines]
    lines = [line for line in lines if line[0] < line[1]]
    wrapped = [
        i
        for i in range(1, len(lines))
        if text.count("\n", lines[i - 1][1], lines[i][0]) == 1
        and text[lines[i][0]].islower()
        and text[lines[i - 1][1] - 1] not in '.!?”»"'
    ]
    if len(wrapped) * 4 < len(lines):
        return lines
    joined: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(lines):
        if joined and text.count("\n", lines[i - 1][1], start) == 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - (len(piece) - len(piece.rstrip())))


def _find_quotes(
    text: str, start: int, end: int, nested: dict[int, int]
) -> tuple[list[tuple[int, int]], bool]:
    """Return the outermost quotes of a paragraph, and whether the last stays open."""
    found: list[tuple[int, int]] = []
    position = start
    single = [m.end() for m in _CLOSING.finditer(text, start, end)]
    while match := _QUOTE.search(text, position, end):
        sign = match[0]
        if sign == "»":
            position = match.end()
            continue
        if sign in "‘'":
            at = bisect_right(single, match.end())
            close = single[at] if at < len(single) else None
        else:
            closing = _CLOSES[sign].search(text, match.end(), end)
            close = closing.end() if closing else None
            close = nested.get(match.start(), close)
        if close is not None:
            found.append((match.start(), close))
            position = close
        elif sign in "‘'”":
            position = match.end()
        else:
            found.append((match.start(), end))
            return found, True
    return found, False


def _nested(text: str, start: int, end: int) -> dict[int, int]:
    """Return where each "«" with others inside it is closed: "«a «name» there»"."""
    closed: dict[int, int] = {}
    opened: list[int] = []
    for match in _ANGLES.finditer(text, start, end):
        if match[0] == "«":
            opened.append(match.start())
        elif opened:
            closed[opened.pop()] = match.end()
    return closed


def _only_inside(
    angles: dict[int, int], quotes: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the outermost of the quotes that are inside others."""
    found: list[tuple[int, int]] = []
    outer = iter(quotes)
    here = next(outer, None)
    for start, end in sorted(angles.items()):
        while here is not None and here[1] <= start:
            here = next(outer, None)
        is_new = not found or found[-1][1] <= start
        if here is not None and here[0] < start and end < here[1] and is_new:
            found.append((start, end))
    return found


def _find_sentences(
    text: str,
    paragraph: tuple[int, int],
    quotes: list[tuple[int, int]],
    abbreviations: frozenset[str],
) -> list[tuple[int, int]]:
    start, end = paragraph
    cuts: list[int] = []
    at = 0
    for match in _BREAK.finditer(text, start, end):
        place = match.end()
        while at < len(quotes) and quotes[at][1] < place:
            at += 1
        if at < len(quotes) and quotes[at][0] < place < quotes[at][1]:
            continue
        if match[0] == "." and _is_short(text, match.start(), abbreviations):
            continue
        cuts.append(place)
    found: list[tuple[int, int]] = []
    for cut in [*cuts, end]:
        while cut - start > LONGEST:
            stop = text.rfind(" ", start + 1, start + LONGEST)
            stop = stop if stop > start else start + LONGEST
            found.append(_strip(text, start, stop))
            start = stop
        found.append(_strip(text, start, cut))
        start = cut
    return [(first, last) for first, last in found if first < last]


def _is_short(text: str, place: int, abbreviations: frozenset[str]) -> bool:
    """Return whether the full stop at a place ends an abbreviation or an initial."""
    start = place
    while (
        start > 0
        and place - start < _SHORTEST
        and (text[start - 1].isalnum() or text[start - 1] == ".")
    ):
        start -= 1
    word = text[start:place]
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations


def _find_heads(
    text: str, paragraphs: list[tuple[int, int]]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None, tuple[tuple[int, int], ...]]:
    bare = [text[end - 1] not in '.!?…"”»:;,)' or False for _, end in paragraphs]
    headline = dateline = None
    if len(paragraphs) > 1:
        start, end = paragraphs[0]
        if end - start <= _SHORT and (bare[0] or text[end - 1] in "'’\"”»)?!"):
            headline = paragraphs[0]
    if headline and len(paragraphs) > 2:  # noqa: PLR2004
        start, end = paragraphs[1]
        words = text[start:end]
        if end - start <= _HEAD and bare[1] and re.search(r"\d|[•·|]", words):
            dateline = paragraphs[1]
    heads = tuple(
        paragraph
        for paragraph, is_bare in zip(paragraphs, bare, strict=True)
        if is_bare
        and paragraph[1] - paragraph[0] <= _HEAD
        and paragraph not in (headline, dateline)
    )
    return headline, dateline, heads


def lay_out(article: Article, words: Lexicon) -> Layout:
    """Return the places of paragraphs, quotes and sentences of an article."""
    text = article.text
    abbreviations = words.listed("words", "abbreviations")
    paragraphs = _find_paragraphs(text)
    quotes: list[tuple[int, int]] = []
    nested: list[tuple[int, int]] = []
    unclosed: list[int] = []
    sentences: list[tuple[int, int]] = []
    headline, dateline, heads = _find_heads(text, paragraphs)
    for paragraph in paragraphs:
        angles = _nested(text, *paragraph)
        inside, is_open = _find_quotes(text, *paragraph, angles)
        nested += _only_inside(angles, inside)
        if is_open:
            unclosed.append(inside[-1][0])
        quotes += inside
        start, end = paragraph
        wire = None if paragraph == headline else _WIRE.match(text, start, end)
        clock = _CLOCK.match(text, start, end)
        if clock is not None:
            start = clock.end()
        elif wire is not None:
            dateline = dateline or wire.span(1)
            start = wire.end()
        sentences += _find_sentences(text, (start, end), inside, abbreviations)
    return Layout(
        tuple(paragraphs),
        tuple(quotes),
        tuple(nested),
        frozenset(unclosed),
        tuple(sentences),
        headline,
        dateline,
        heads,
    )
