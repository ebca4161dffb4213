"""The only module that uses lxml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from claimtrack.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Element", "parse_page"]


class Element(Protocol):
    """An element of a page, limited to the parts that are used."""

    @property
    def tag(self) -> object:
        """Its name; not text if it is a comment."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first element in it."""
        ...

    @property
    def tail(self) -> str | None:
        """The text after its end, up to the next element."""
        ...

    def get(self, name: str, /) -> str | None:
        """Return an attribute."""
        ...

    def iter(self, tag: str, /) -> Iterator[Element]:
        """Iterate over the elements of a name inside it, beginning with itself."""
        ...

    def text_content(self) -> str:
        """Return all text inside it."""
        ...

    def __iter__(self) -> Iterator[Element]:
        """Iterate over its child elements."""
        ...

    def __len__(self) -> int:
        """Return the number of its child elements."""
        ...

    def __getitem__(self, index: int, /) -> Element:
        """Return one of its child elements."""
        ...


def parse_page(page: bytes | str) -> Element | None:
    """Return the tree of an HTML page; None if it is empty.

    Nothing is fetched, and a page with mistakes is read as browsers read it.

    Args:
        page: its text, or its bytes in UTF-8.

    >>> tree = parse_page("<p>Tea <b>time")
    >>> tree is not None and tree.text_content()
    'Tea time'

    Raises:
        MissingExtra: if the extra `html` is not installed.
    """
    try:
        from lxml import etree, html  # noqa: PLC0415  the one place, at first use
    except ImportError as error:
        raise MissingExtra("html", ("lxml",)) from error
    text = page.decode("utf-8", "replace") if isinstance(page, bytes) else page
    # lxml refuses NUL, and text that declares an encoding.
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    parse = cast("Callable[..., Element]", cast("Any", html).document_fromstring)
    try:
        return parse(data, parser=parser)
    except etree.ParserError:
        return None
