"""Find the blocks of text on a page, in order, without those around an article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from claimtrack.pages._markup import Element

__all__ = ["TextBlock", "article_blocks"]

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "iframe",
        "svg",
        "figure",
        "menu",
        "dialog",
        "title",
        "object",
        "video",
        "audio",
        "canvas",
        "textarea",
        "math",
    ]
)
"""Elements whose text is not part of an article."""

_ROLES: Final = frozenset(
    [
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "menu",
        "form",
    ]
)
_BESIDE: Final = re.compile(
    r"(?:^|\s|__)(?:share|sharing|social|related|comments?|newsletter|subscri\w+|promo"
    r"|advert\w*|breadcrumbs?|cookies?|sidebar|recommended|byline|pagination|tags)"
    r"(?:$|\s|[-_])",
    re.IGNORECASE,
)
"""Class names of elements next to an article."""

_BREAKING: Final = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "section",
        "article",
        "main",
        "td",
        "th",
        "tr",
        "table",
        "tbody",
        "pre",
        "header",
        "address",
        "body",
        "html",
        "hr",
        "br",
        "details",
        "summary",
        "center",
    ]
)
"""Elements that begin a new block."""

_MARKS: Final = {"q": ("“", "”")}
"""Elements that a browser shows with added quotation marks."""

_WHOLE: Final = frozenset({"html", "body", "main", "article"})
_NO_PROSE: Final = frozenset({"li", "div", "td", "dd", "section"})
_ROOMS: Final = ("body", "article", "main")
_ENOUGH: Final = 0.4
"""Share of a page's letters that one of several articles must contain."""


@attrs.frozen
class TextBlock:
    """A paragraph, heading or list item.

    Attributes:
        text: its words, separated by single blanks.
        tag: the element that contains it.
        is_quote: whether the page marks it as a quote.
        linked: number of its letters that are in links.
        rooms: the article body, article and main part of the page that contain it.
    """

    text: str
    tag: str
    is_quote: bool
    linked: int
    rooms: tuple[int, int, int]


def article_blocks(tree: Element) -> tuple[list[TextBlock], list[TextBlock]]:
    """Return the blocks of the article of a page, and those of the whole page.

    The article is the body marked by microdata, or else the longest `article` if it
    holds enough of the page, or else the main part, or else the page.
    """
    blocks = [*_blocks(tree)]
    whole = sum(len(each.text) for each in blocks)
    for index in range(len(_ROOMS)):
        sizes = Counter[int]()
        for each in blocks:
            if each.rooms[index]:
                sizes[each.rooms[index]] += len(each.text)
        best, size = max(sizes.items(), key=lambda item: item[1], default=(0, 0))
        if size and size >= whole * _ENOUGH:
            inside = [each for each in blocks if each.rooms[index] == best]
            return [each for each in inside if _is_prose(each)], blocks
    return [each for each in blocks if _is_prose(each)], blocks


def _is_prose(block: TextBlock) -> bool:
    """Whether a block is not a list of links."""
    letters = sum(map(str.isalnum, block.text))
    is_mostly_linked = block.linked * 2 > letters
    ends = block.text[-1] in '.!?…"”»'
    return letters > 0 and not (
        is_mostly_linked and (block.tag in _NO_PROSE or not ends)
    )


class _Walk:
    """The state of a walk through a page: the position, and the current block."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = 0
        self.links = 0
        self.quotes = 0
        self.tags = ["html"]
        self.rooms = [0, 0, 0]
        self.opened = [0, 0, 0]

    def add(self, text: str | None) -> None:
        """Add text to the block."""
        if text:
            self.words.append(text)
            if self.links:
                self.linked += sum(map(str.isalnum, text))

    def block(self) -> Iterator[TextBlock]:
        """Yield the current block, unless it is empty, and start another."""
        text = " ".join("".join(self.words).split())
        if text:
            rooms = (self.rooms[0], self.rooms[1], self.rooms[2])
            tag = self.tags[-1]
            yield TextBlock(text, tag, self.quotes > 0, self.linked, rooms)
        self.words.clear()
        self.linked = 0


def _blocks(tree: Element) -> Iterator[TextBlock]:
    """Yield the blocks of a page. Visits each element once, at any depth."""
    walk = _Walk()
    # The remaining work, with the next item at the end: an element, or an element's
    # end.
    waiting: list[tuple[Element, bool, int | None]] = [(tree, True, None)]
    while waiting:
        element, begins, room = waiting.pop()
        if not begins:
            yield from _leave(element, walk, room)
        elif not _is_skipped(element, walk):
            room = yield from _enter(element, walk)
            waiting.append((element, False, room))
            waiting += [(each, True, None) for each in reversed([*element])]
            continue
        if element is not tree:
            walk.add(element.tail)


def _enter(element: Element, walk: _Walk) -> Generator[TextBlock, None, int | None]:
    """Begin an element; return the number of the room that begins with it, if any."""
    tag = str(element.tag)
    if tag in _BREAKING:
        yield from walk.block()
    walk.tags.append(tag if tag in _BREAKING else walk.tags[-1])
    walk.links += tag == "a"
    walk.quotes += tag == "blockquote"
    room = _room_of(element, tag)
    if room is not None and not walk.rooms[room]:
        walk.opened[room] += 1
        walk.rooms[room] = walk.opened[room]
    else:
        room = None
    walk.add(_MARKS.get(tag, ("", ""))[0])
    walk.add(element.text)
    return room


def _leave(element: Element, walk: _Walk, room: int | None) -> Iterator[TextBlock]:
    """End an element."""
    tag = str(element.tag)
    walk.add(_MARKS.get(tag, ("", ""))[1])
    if tag in _BREAKING:
        yield from walk.block()
    walk.tags.pop()
    walk.links -= tag == "a"
    walk.quotes -= tag == "blockquote"
    if room is not None:
        walk.rooms[room] = 0


def _room_of(element: Element, tag: str) -> int | None:
    if "articlebody" in (element.get("itemprop") or "").lower().split():
        return 0
    if tag == "article":
        return 1
    return 2 if tag == "main" or element.get("role") == "main" else None


def _is_skipped(element: Element, walk: _Walk) -> bool:
    """Return whether the contents of an element are not part of an article."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return True
    if tag == "header" and not any(walk.rooms):
        return True
    is_hidden = element.get("hidden") is not None
    if is_hidden or element.get("aria-hidden") == "true":
        return True
    if tag in _WHOLE or _room_of(element, tag) is not None:
        return False
    if (element.get("role") or "") in _ROLES:
        return True
    return bool(_BESIDE.search(element.get("class") or ""))
