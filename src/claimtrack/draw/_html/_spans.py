"""Pieces of sentences, and how they become HTML: escaped, isolated, with links.

Everything that a page shows goes through `visible` and is escaped. Each name is
isolated, so that a right-to-left name does not reverse the sentence around it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.draw._svg import as_entities

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "LONGEST",
    "Html",
    "Look",
    "Span",
    "Words",
    "aside",
    "inline",
    "plain",
    "said",
    "visible",
]

Look: TypeAlias = Literal["text", "name", "id", "quote", "code", "strong", "note"]
"""How a piece looks: plain; a name; an id; somebody else's words; a code; important;
less important."""

LONGEST: Final = 200
"""Most characters of a name or a quote in a sentence; its own entry shows all of it."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break the text around them."""

_JOINERS: Final = "\u200c\u200d"
"""Joining characters that Persian words and emoji need."""

_LINK: Final = re.compile(r"(?:https?://[^/?#]|mailto:.)", re.IGNORECASE)
"""The beginnings of addresses that become links; all others are shown as text."""

_PAGE: Final = re.compile(r"[A-Za-z0-9_-]+\.html")
"""The address of another page in the same folder."""

_TAGS: Final[dict[Look, tuple[str, str]]] = {
    "text": ("", ""),
    "name": ("<bdi>", "</bdi>"),
    "id": ("<code>", "</code>"),
    "quote": ("“<bdi>", "</bdi>”"),
    "code": ('<span class="code">', "</span>"),
    "strong": ("<strong>", "</strong>"),
    "note": ('<span class="note">', "</span>"),
}


class Html(str):
    """Text that is already HTML, so templates print it unchanged."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text itself."""
        return self


@attrs.frozen
class Span:
    """A piece of a sentence.

    Attributes:
        text: the text.
        look: how it looks.
        to: where its link leads: to an element of the page ("#c1") or to an address;
            empty for no link.
        show: for a link to the claims, which of them it shows ("origins none").
    """

    text: str
    look: Look = "text"
    to: str = ""
    show: str = ""


Words: TypeAlias = tuple[Span, ...]


def said(*parts: str | Span | Words) -> Words:
    """Return a sentence from pieces; a string becomes a plain piece.

    >>> said("read in ", Span("UNN", "name"))[0].look
    'text'
    """
    found: list[Span] = []
    for each in parts:
        if isinstance(each, str):
            found.append(Span(each))
        elif isinstance(each, Span):
            found.append(each)
        else:
            found.extend(each)
    return tuple(found)


def visible(text: str) -> str:
    r"""Return text without hidden characters: controls are shown by their numbers.

    >>> visible("a\u202eb")
    'a⟨U+202E⟩b'
    """
    if text.isprintable():
        return text
    return "".join(
        f"⟨U+{ord(char):04X}⟩"
        if unicodedata.category(char) in _UNSEEN and char not in _JOINERS
        else char
        for char in text
    )


def inline(words: Iterable[Span]) -> Html:
    """Return a sentence as HTML.

    >>> inline([Span("<b>", "name", "#b")])
    '<a href="#b"><bdi>&lt;b&gt;</bdi></a>'
    """
    return Html("".join(map(_marked_up, words)))


def plain(words: Iterable[Span]) -> Html:
    """Return a sentence as HTML without links, for places where a click does more.

    >>> plain([Span("Ann", "name", "#ann")])
    '<bdi>Ann</bdi>'
    """
    return inline(attrs.evolve(each, to="") for each in words)


def aside(words: Iterable[Span]) -> Html:
    """Return words in brackets with a space before them, or an empty sentence.

    >>> aside([Span("c1", "id")])
    ' <span class="note">(<code>c1</code>)</span>'
    >>> aside([])
    ''
    """
    made = inline(words)
    return Html(made and f' <span class="note">({made})</span>')


def _marked_up(span: Span) -> str:
    text = as_entities(visible(span.text))
    before, after = _TAGS[span.look]
    inner = f"{before}{text}{after}"
    if span.to.startswith("#") or _PAGE.fullmatch(span.to):
        shows = f' data-show="{as_entities(span.show)}"' if span.show else ""
        return f'<a href="{as_entities(span.to)}"{shows}>{inner}</a>'
    if _LINK.match(span.to) and visible(span.to) == span.to and " " not in span.to:
        rel = "noopener noreferrer external"
        return f'<a href="{as_entities(span.to)}" rel="{rel}">{inner}</a>'
    return inner
