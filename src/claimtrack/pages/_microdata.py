"""Microdata of a page: its items in the form of JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from claimtrack.pages._markup import parse_page

if TYPE_CHECKING:
    from claimtrack.pages._markup import Element

__all__ = ["read_microdata"]

_ANY: Final = "*"
"""The name that matches every element, but not comments."""

_ADDRESSES: Final = {
    "a": "href",
    "area": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "object": "data",
    "source": "src",
    "track": "src",
    "video": "src",
}
"""Element → the attribute that holds its address."""

_VALUES: Final = {"data": "value", "meter": "value", "time": "datetime"}
"""Element → the attribute that holds its value. For all others it is "content",
where pages put the actual value of the visible words."""


def read_microdata(page: bytes | str, *, base: str = "") -> tuple[dict[str, Any], ...]:
    """Return the outermost items of a page in the form of JSON-LD.

    Args:
        page: its text, or its bytes in UTF-8.
        base: the address of the page, which relative addresses are resolved against.

    >>> read_microdata(
    ...     '<div itemscope itemtype="https://schema.org/Person">'
    ...     '<b itemprop="name">Ines Moreau</b></div>'
    ... )
    ({'@type': 'Person', 'name': 'Ines Moreau'},)

    Raises:
        MissingExtra: if the extra `html` is not installed.

    Source: HTML Living Standard, section 5 (microdata).
    """
    tree = parse_page(page)
    if tree is None:
        return ()
    # If several elements have the same id, the first counts.
    elements = list(tree.iter(_ANY))
    named = {each.get("id"): each for each in reversed(elements)}
    return tuple(
        _item(each, named, base, frozenset())
        for each in elements
        if each.get("itemscope") is not None and each.get("itemprop") is None
    )


def _item(
    root: Element,
    named: dict[str | None, Element],
    base: str,
    around: frozenset[Element],
) -> dict[str, Any]:
    """Return an item with its properties, leaving out items that enclose it."""
    found: dict[str, Any] = {}
    types = [each.rpartition("/")[2] for each in (root.get("itemtype") or "").split()]
    if types:
        found["@type"] = types[0] if len(types) == 1 else types
    if root.get("itemid") is not None:
        found["@id"] = urljoin(base, (root.get("itemid") or "").strip())
    listed: dict[str, list[Any]] = {}
    inside = around | {root}
    for element in _property_elements(root, named):
        if element in inside:
            continue
        value: Any
        if element.get("itemscope") is None:
            value = _value(element, base)
        else:
            value = _item(element, named, base, inside)
        for name in (element.get("itemprop") or "").split():
            listed.setdefault(name.rpartition("/")[2], []).append(value)
    single = {key: values[0] for key, values in listed.items() if len(values) == 1}
    return {**found, **listed, **single}


def _property_elements(
    root: Element, named: dict[str | None, Element]
) -> list[Element]:
    """Return the elements that are properties of an item, in page order."""
    referred = [named.get(each) for each in (root.get("itemref") or "").split()]
    waiting = [each for each in reversed(referred) if each is not None]
    waiting += list(root)[::-1]
    found: list[Element] = []
    seen: set[Element] = {root}
    while waiting:
        element = waiting.pop()
        if element in seen or not isinstance(element.tag, str):
            continue
        seen.add(element)
        if element.get("itemprop") is not None:
            found.append(element)
        if element.get("itemscope") is None:
            waiting += list(element)[::-1]
    return found


def _value(element: Element, base: str) -> str:
    tag = str(element.tag)
    address = element.get(_ADDRESSES[tag]) if tag in _ADDRESSES else None
    if address is not None:
        return urljoin(base, address.strip())
    given = element.get(_VALUES.get(tag, "content"))
    if given is not None:
        return given
    return element.text_content().strip()
