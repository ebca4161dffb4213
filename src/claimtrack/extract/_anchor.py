"""Turn a model's output into mentions, using only words that are in the article."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final

import attrs

from claimtrack.extract._draft._doubts import Lines
from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._mention import Mention
from claimtrack.findings import Finding, clip, quote
from claimtrack.schema import JsonValue, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.extract._article import Article
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.records import Attitude

__all__ = ["Anchored", "anchor"]

_ROLES: Final = ("source", "cue", "content", "addressee")
_KEYS: Final = frozenset({"exact", "prefix", "suffix", "start", "end"})
_MARKS: Final = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛ʼ′`", "'")
_MOST: Final = 10_000
_SHOWN: Final = 60


@attrs.frozen(kw_only=True)
class Anchored:
    """The parts of a proposal that the article confirms.

    Attributes:
        mentions: mentions whose pieces are all in the article, in order.
        findings: what was refused, and why.
    """

    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...]


class _Text:
    """An article with uniform white space and quotation marks, and the way back."""

    def __init__(self, text: str) -> None:
        """Normalise the text in one pass."""
        made: list[str] = []
        self.places: list[int] = []
        for place, char in enumerate(text):
            if char.isspace():
                if made and made[-1] == " ":
                    continue
                made.append(" ")
            else:
                made.append(_MARKS.get(char, char))
            self.places.append(place)
        self.places.append(len(text))
        self.plain = "".join(made)

    def find(self, words: str) -> list[int]:
        """Return up to two places of words in the plain text."""
        found: list[int] = []
        place = self.plain.find(words)
        while place >= 0 and len(found) < _MOST:
            found.append(place)
            place = self.plain.find(words, place + 1)
        return found

    def before(self, place: int, size: int) -> str:
        """Return the text before a place, without blanks at its end."""
        return self.plain[max(0, place - size - 1) : place].rstrip()

    def after(self, place: int, size: int) -> str:
        """Return the text after a place, without blanks at its beginning."""
        return self.plain[place : place + size + 1].lstrip()

    def span(self, place: int, length: int) -> tuple[int, int]:
        """Return the place in the article for a place in the plain text."""
        return self.places[place], self.places[place + length - 1] + 1


def _plain(words: str) -> str:
    return " ".join("".join(_MARKS.get(char, char) for char in words).split())


class _Refused(Exception):  # it never leaves this module
    """A piece that the article does not confirm."""

    def __init__(self, code: str, message: str, place: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.place = place


def anchor(proposal: Mapping[str, Any] | str, article: Article) -> Anchored:
    """Return the mentions of a proposal whose words are in the article.

    Only places are taken from the proposal. White space and the form of quotation marks
    are ignored; every other character counts. Words that occur in several places need a
    prefix or a suffix. Never raises because of what the proposal contains.

    Args:
        proposal: an object described by `claimtrack schema proposal`, or its JSON.
        article: the article that it is about.

    >>> from claimtrack.extract import Article
    >>> article = Article(text="“It will rain,” she said.")
    >>> made = anchor({"mentions": [
    ...     {"source": "she", "cue": "said", "content": ['"It will rain,"']}]}, article)
    >>> made.mentions[0].content, made.findings
    ((0, 15), ())
    """
    words = lexicon(article.lang or "en")
    rows, findings = _rows(proposal)
    text = _Text(article.text)
    lines = Lines(article.text)
    found: list[Mention] = []
    for index, row in enumerate(rows):
        try:
            found.append(_mention(row, text, article, words))
        except _Refused as refused:
            location = None
            if refused.place is not None:
                location = lines.location(refused.place, refused.place + 1)
            findings.append(
                Finding.of(
                    refused.code,
                    refused.message,
                    pointer=f"/mentions/{index}",
                    location=location,
                )
            )
    found.sort(key=_order)
    return Anchored(mentions=tuple(found), findings=tuple(findings))


def _order(mention: Mention) -> tuple[Any, ...]:
    first = mention.cue or mention.content
    return (
        (first, mention.content)
        if isinstance(first[0], int)
        else (first[0], mention.content)
    )


def _rows(proposal: Mapping[str, Any] | str) -> tuple[list[Any], list[Finding]]:
    if isinstance(proposal, str):
        try:
            proposal = json.loads(proposal)
        except (ValueError, RecursionError):
            return [], [Finding.of("CT065", "the proposal is not JSON")]
    rows: JsonValue = proposal.get("mentions") if is_object(proposal) else None
    if not is_array(rows):
        message = 'expected an object with a list "mentions"'
        return [], [Finding.of("CT065", message)]
    return list(rows), []


def _mention(row: JsonValue, text: _Text, article: Article, words: Lexicon) -> Mention:
    """Return the mention of one row.

    Raises:
        _Refused: if the article does not contain a piece as given.
    """
    if not is_object(row) or not {*row} <= {*_ROLES} or "content" not in row:
        message = f"expected an object with {', '.join(_ROLES)}; content is required"
        raise _Refused("CT065", message)
    content = row["content"]
    pieces = content if is_array(content) else [content]
    if not pieces:
        raise _Refused("CT065", "the content is an empty list")
    places = sorted(_find(piece, "content", text, None) for piece in pieces)
    near = places[0][0]
    spans: dict[str, tuple[int, int] | None] = {}
    for role in ("source", "cue", "addressee"):
        given = row.get(role)
        spans[role] = None if given is None else _find(given, role, text, near)
    cue = spans["cue"]
    quoted = "" if cue is None else article.text[slice(*cue)]
    return Mention(
        source=spans["source"],
        cue=cue,
        content=places[0] if len(places) == 1 else tuple(places),
        addressee=spans["addressee"],
        attitude=_attitude(quoted, article.text[places[0][0] : places[0][1]], words),
        negated=any(
            word in words.listed("words", "negation") for word in quoted.lower().split()
        ),
        rule=_rule(quoted, spans, words),
        sure=False,
    )


def _find(
    given: JsonValue, role: str, text: _Text, near: int | None
) -> tuple[int, int]:
    """Return the place of a piece.

    Raises:
        _Refused: if it is not in the article, or is in several places.
    """
    piece: JsonValue = {"exact": given} if isinstance(given, str) else given
    if not is_object(piece) or not {*piece} <= _KEYS:
        raise _Refused("CT065", f"the {role} is neither text nor an object with exact")
    exact: JsonValue = piece.get("exact")
    sides: list[JsonValue] = [piece.get(key, "") for key in ("prefix", "suffix")]
    if not isinstance(exact, str) or not all(isinstance(side, str) for side in sides):
        raise _Refused("CT065", f"the {role} has no exact words")
    words = _plain(exact)
    places = text.find(words) if words else []
    if not places:
        raise _absent(words, role, text)
    prefix, suffix = (_plain(side) for side in sides)
    fitting = (
        [
            place
            for place in places
            if text.before(place, len(prefix)).endswith(prefix)
            and text.after(place + len(words), len(suffix)).startswith(suffix)
        ]
        if prefix or suffix
        else places
    )
    return _choose(piece, role, words, fitting, text, near)


def _choose(
    piece: dict[str, JsonValue],
    role: str,
    words: str,
    places: list[int],
    text: _Text,
    near: int | None,
) -> tuple[int, int]:
    start, end = piece.get("start"), piece.get("end")
    if start is not None or end is not None:
        for place in places:
            if text.span(place, len(words)) == (start, end):
                return start, end  # type: ignore[return-value]  # equal to a span
        message = f"{_shown(words)} is not at {start} to {end}"
        first = text.span(places[0], len(words))[0] if places else None
        raise _Refused("CT064", message, first)
    if len(places) != 1 and near is not None and places:
        # A name or a cue is searched for near its content, in the same sentence.
        return text.span(_closest(places, near, text), len(words))
    if len(places) != 1:
        how = (
            "nowhere with this prefix and suffix" if not places else "in several places"
        )
        raise _Refused("CT061", f"the {role} {_shown(words)} is {how}")
    return text.span(places[0], len(words))


def _closest(places: list[int], near: int, text: _Text) -> int:
    at = bisect_left(text.places, near)
    return min(places, key=lambda place: (abs(place - at), place))


def _absent(words: str, role: str, text: _Text) -> _Refused:
    """Return why words are not in the article: joined, changed or invented."""
    tokens = words.split(" ")
    low, high = 0, min(len(tokens), 400)
    while low < high:
        middle = (low + high + 1) // 2
        if text.plain.find(" ".join(tokens[:middle]).rstrip('",.')) >= 0:
            low = middle
        else:
            high = middle - 1
    rest = " ".join(tokens[low:]).strip('"…. ')
    if role == "content" and low > 1 and len(tokens) - low > 1 and rest in text.plain:
        return _Refused("CT063", f"{_shown(words)} is put together from two places")
    if role == "source":
        return _Refused("CT062", f"the article does not name {_shown(words)}")
    return _Refused("CT060", f"the article does not have the words {_shown(words)}")


def _shown(words: str) -> str:
    return quote(clip(words, _SHOWN))


def _attitude(cue: str, content: str, words: Lexicon) -> Attitude:
    """Return the attitude that a verb expresses, according to the rules."""
    first = content.lower().split(" ")[0]
    wanted = (
        ("to",)
        if first in words.listed("words", "to")
        else ("clause", "that", "quote", "trailing")
    )
    for token in reversed([match[0].lower() for match in words.token.finditer(cue)]):
        readings = words.cues.get(token, ())
        for frame in wanted:
            for reading in readings:
                if frame in reading.frames:
                    return reading.attitude
    low = tuple(cue.lower().split())
    for row, reading in words.phrases.get(low[0] if low else "", ()):
        if row == low:
            return reading.attitude
    return "assertion"


def _rule(cue: str, spans: dict[str, tuple[int, int] | None], words: Lexicon) -> str:
    if not cue:
        return "follow-up" if spans["source"] else "bare-quote"
    if not any(char.isalnum() for char in cue):
        return "headline"
    low = tuple(cue.lower().split())
    return "relay" if low in words.relays.get(low[0], ()) else "proposal"
