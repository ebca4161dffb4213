"""Linked data of a page: the texts of its JSON-LD scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.pages._markup import parse_page

if TYPE_CHECKING:
    from claimtrack.pages._markup import Element

__all__ = ["linked_data_in", "read_linked_data"]


def read_linked_data(page: bytes | str) -> tuple[str, ...]:
    """Return the texts of the JSON-LD scripts of a page, in order.

    They are not parsed, because some are not valid JSON. Comment and CDATA marks that
    pages put around them are removed.

    >>> read_linked_data('<script type="application/ld+json">{"@id": "x"}</script>')
    ('{"@id": "x"}',)

    Raises:
        MissingExtra: if the extra `html` is not installed.
    """
    tree = parse_page(page)
    return () if tree is None else linked_data_in(tree)


def linked_data_in(tree: Element) -> tuple[str, ...]:
    """Return the texts of the JSON-LD scripts in the tree of a page."""
    return tuple(
        _unwrapped(each.text or "")
        for each in tree.iter("script")
        if (each.get("type") or "").partition(";")[0].strip().lower()
        == "application/ld+json"
    )


_WRAPPERS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"))
"""Marks that pages put around a script for old browsers and for XML."""


def _unwrapped(text: str) -> str:
    plain = text.strip()
    for opening, closing in _WRAPPERS:
        if plain.startswith(opening):
            plain = plain.removeprefix(opening).removesuffix(closing).strip()
    return plain
