"""An article as text: what drafting starts from."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Article", "Span", "pieces"]

Span: TypeAlias = tuple[int, int] | tuple[tuple[int, int], ...]
"""Where words stand: start and end in code points, end exclusive; or several such
pairs, in order, where something interrupts them."""


def pieces(span: Span | None) -> tuple[tuple[int, int], ...]:
    """Return the pairs of a span: one, several, or none for None.

    >>> pieces((3, 8)), pieces(((0, 4), (9, 12))), pieces(None)
    (((3, 8),), ((0, 4), (9, 12)), ())
    """
    if span is None:
        return ()
    found: list[tuple[int, int]] = []
    for item in span:
        if isinstance(item, int):
            return (cast("tuple[int, int]", span),)
        found.append(item)
    return tuple(found)


def _pairs(values: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in values)


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen(kw_only=True)
class Article:
    """The text of an article, and what its page says about it.

    Offsets count in `text`, in code points.

    Attributes:
        text: headline and body; one paragraph a line.
        title: the headline, where the page names it; else the first line is looked at.
        published: when, as the page's own data give it: text for `When.from_text`.
        publisher: name of the outlet.
        authors: names.
        lang: BCP 47 tag.
        url: where it was published.
        blockquotes: places of paragraphs that the page sets off as quotes.
        encoding: what the bytes were read as; UTF-8 unless they say otherwise.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = attrs.field(default=(), converter=_names)
    lang: str | None = None
    url: str | None = None
    blockquotes: tuple[tuple[int, int], ...] = attrs.field(default=(), converter=_pairs)
    encoding: str = "utf-8"

    @property
    def sha256(self) -> str:
        """The hash of the text in UTF-8, as a document carries it."""
        data = self.text.encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()
