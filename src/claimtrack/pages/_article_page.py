"""The article of a page: its text, and what the page says about it."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.pages._markup import parse_page
from claimtrack.pages._page_blocks import TextBlock, article_blocks
from claimtrack.pages._page_encoding import decode_page
from claimtrack.pages._page_facts import find_facts

__all__ = ["ArticlePage", "read_article_page"]

_GAP: Final = "\n\n"
"""Separator between paragraphs."""


@attrs.frozen(kw_only=True)
class ArticlePage:
    """An article as found on its page.

    Attributes:
        text: the headline and the body, with an empty line between paragraphs.
        quotes: positions in the text of paragraphs that the page marks as quotes.
        title: the headline.
        published: the date, as written in linked data or a meta element.
        publisher: the name of the outlet.
        authors: names.
        lang: the tag of its language.
        url: where it was published.
        encoding: the encoding used to read the bytes.
    """

    text: str
    quotes: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    lang: str | None = None
    url: str | None = None
    encoding: str = "utf-8"


def read_article_page(page: bytes) -> ArticlePage:
    r"""Return the article of an HTML page.

    Everything around it (menus, lists of links, captions, hidden parts) is left out.
    The date comes from linked data or a meta element, and is never guessed from the
    text.

    Args:
        page: its bytes, in the encoding that it names.

    >>> page = b"<title>Port | Post</title><article><h1>Port</h1><p>It closes."
    >>> read_article_page(page).text
    'Port\n\nIt closes.'

    Raises:
        MissingExtra: if the extra `html` is not installed.
        UnreadableArticle: if the bytes are not in the encoding that the page names.
    """
    words, encoding = decode_page(page)
    tree = parse_page(words)
    if tree is None:
        return ArticlePage(text="", encoding=encoding)
    facts = find_facts(tree)
    blocks, everywhere = article_blocks(tree)
    heading = next(
        (each.text for part in (blocks, everywhere) for each in part if _is_top(each)),
        None,
    )
    element = next(iter(tree.iter("title")), None)
    called = " ".join(element.text_content().split()) if element is not None else ""
    title = heading or facts.title or called or None
    body = [each for each in blocks if not _is_top(each) or each.text != title]
    pieces = [title] if title else []
    place = sum(len(each) + len(_GAP) for each in pieces)
    quotes: list[tuple[int, int]] = []
    for each in body:
        if each.is_quote:
            quotes.append((place, place + len(each.text)))
        pieces.append(each.text)
        place += len(each.text) + len(_GAP)
    return ArticlePage(
        text=_GAP.join(pieces),
        quotes=tuple(quotes),
        title=title,
        published=facts.published,
        publisher=facts.publisher,
        authors=facts.authors,
        lang=facts.lang,
        url=facts.url,
        encoding=encoding,
    )


def _is_top(block: TextBlock) -> bool:
    return block.tag == "h1"
