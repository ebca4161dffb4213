"""Linked data of a page: the texts of its scripts of JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.pages._markup import parse_page

if TYPE_CHECKING:
    from claimtrack.pages._markup import Element

__all__ = ["linked_data_in", "read_linked_data"]


def read_linked_data(page: bytes | str) -> tuple[str, ...]:
    """Return the texts of the JSON-LD scripts of a page, in their order.

    They are not parsed: some hold what is no JSON. Comments and CDATA marks that pages
    put around them are taken off.

    >>> read_linked_data('<script type="application/ld+json">{"@id": "x"}</script>')
    ('{"@id": "x"}',)

    Raises:
        MissingExtra: where the extra `html` is not installed.
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
"""What pages put around a script for old browsers and for XML."""


def _unwrapped(text: str) -> str:
    plain = text.strip()
    for opening, closing in _WRAPPERS:
        if plain.startswith(opening):
            plain = plain.removeprefix(opening).removesuffix(closing).strip()
    return plain
