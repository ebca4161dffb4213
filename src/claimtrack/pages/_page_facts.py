"""Data about a page's article: from linked data first, then meta elements.

Nothing is taken from the text: a year in a footer is not a publication date.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from claimtrack.pages._linked_data import linked_data_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.pages._markup import Element

__all__ = ["PageFacts", "find_facts"]

_META: Final = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "date",
    ),
    "publisher": ("og:site_name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url",),
    "lang": ("og:locale", "content-language"),
}
"""Fact → the meta elements that state it, the most reliable first."""

_KINDS: Final = ("Article", "Posting", "Report")
"""Endings of type names that are articles."""

_MOST: Final = 10_000
"""Maximum number of linked data objects that are read."""


@attrs.frozen(kw_only=True)
class PageFacts:
    """What a page says about its article; None for missing facts.

    Attributes:
        title: the headline.
        published: the date, as written on the page.
        publisher: the name of the outlet.
        authors: names.
        lang: the tag of its language.
        url: where it was published.
    """

    title: str | None
    published: str | None
    publisher: str | None
    authors: tuple[str, ...]
    lang: str | None
    url: str | None


def find_facts(tree: Element) -> PageFacts:
    """Return what the elements of a page say about its article."""
    metas = _read_metas(tree)
    nodes = [*_nodes(tree)]
    by_id = {str(each.get("@id")): each for each in nodes if "name" in each}
    nothing: dict[str, Any] = {}
    article = next(filter(_is_article, nodes), nothing)
    link = next(
        (
            each.get("href")
            for each in tree.iter("link")
            if (each.get("rel") or "").lower() == "canonical"
        ),
        None,
    )
    lang = tree.get("lang") or _text(article.get("inLanguage"))
    named = _names(article.get("author"), by_id) or tuple(
        name for name in metas.get("author", ()) if "://" not in name
    )
    publisher = next(iter(_names(article.get("publisher"), by_id)), None)
    return PageFacts(
        title=_text(article.get("headline")) or _first(metas, "title"),
        published=_text(article.get("datePublished")) or _first(metas, "published"),
        publisher=publisher or _first(metas, "publisher"),
        authors=tuple(dict.fromkeys(named)),
        lang=(lang or _first(metas, "lang") or "").replace("_", "-").strip() or None,
        url=_address(link, _text(article.get("url")), _first(metas, "url")),
    )


def _read_metas(tree: Element) -> dict[str, list[str]]:
    """Return the contents of meta elements, the most reliable first."""
    given: dict[str, list[str]] = {}
    for each in tree.iter("meta"):
        value = " ".join((each.get("content") or "").split())
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (each.get(key) or "").strip().lower()
            if value and name:
                given.setdefault(name, []).append(value)
    return {
        what: [value for name in names for value in given.get(name, ())]
        for what, names in _META.items()
    }


def _first(metas: dict[str, list[str]], what: str) -> str | None:
    return next(iter(metas[what]), None)


def _nodes(tree: Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of a page's linked data, outer ones first."""
    queue: list[object] = []
    for text in linked_data_in(tree):
        try:
            queue.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            continue
    at = 0
    while at < len(queue) and at < _MOST:
        value = queue[at]
        at += 1
        if isinstance(value, dict):
            node = cast("dict[str, Any]", value)
            yield node
            queue += node.values()
        elif isinstance(value, list):
            queue += _all(cast("object", value))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(kind, str) and kind.endswith(_KINDS) for kind in _all(kinds))


def _names(value: object, by_id: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """Return the names of people or an outlet, given as texts, objects or ids."""
    return tuple(name for each in _all(value) if (name := _name(each, by_id)))


def _name(value: object, by_id: dict[str, dict[str, Any]]) -> str | None:
    if not isinstance(value, dict):
        name = _text(value)
        return None if name is None or "://" in name else name
    node = cast("dict[str, Any]", value)
    known = node.get("@id")
    if "name" not in node and isinstance(known, str):
        node = by_id.get(known, {})
    return _text(node.get("name"))


def _text(value: object) -> str | None:
    """Return a text of linked data, or the first of several."""
    first = next(iter(_all(value)), None)
    return (" ".join(first.split()) or None) if isinstance(first, str) else None


def _all(value: object) -> list[object]:
    """Return the items of a list, or any other value as the only item."""
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _address(*given: str | None) -> str | None:
    """Return the first complete web address."""
    plain: Iterable[str] = (each.strip() for each in given if each)
    return next(
        (each for each in plain if each.startswith(("https://", "http://"))), None
    )
