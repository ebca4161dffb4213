"""The one place where lxml comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.errors import MissingExtra

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["parse_page"]


def parse_page(page: bytes | str) -> HtmlElement | None:
    """Return the tree of an HTML page, None where there is nothing in it.

    Nothing is fetched, and a page with mistakes is read as browsers read it.

    Args:
        page: its text, or its bytes in UTF-8.

    >>> tree = parse_page("<p>Tea <b>time")
    >>> tree is not None and tree.text_content()
    'Tea time'

    Raises:
        MissingExtra: where the extra `html` is not installed.
    """
    try:
        from lxml import etree, html  # noqa: PLC0415  the one place, at first use
    except ImportError as error:
        raise MissingExtra("html", ("lxml",)) from error
    text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page
    # lxml refuses NUL, and a text that says its own encoding.
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return None
