"""An article as text: the input for drafting."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Article", "Span", "pieces"]

Span: TypeAlias = tuple[int, int] | tuple[tuple[int, int], ...]
"""Place of words: start and end in code points, end exclusive; or several such
pairs, in order, if something interrupts the words."""


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
        text: headline and body; one paragraph per line.
        title: the headline, if the page names it; otherwise the first line is examined.
        published: the date in the page's own data: text for `When.from_text`.
        publisher: name of the outlet.
        authors: names.
        lang: BCP 47 tag.
        url: where it was published.
        blockquotes: places of paragraphs that the page marks as quotes.
        encoding: the encoding of the bytes; UTF-8 unless they name another.
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
        """The hash of the text in UTF-8, in the form used for documents."""
        data = self.text.encode("utf-8", "surrogatepass")
        return hashlib.sha256(data).hexdigest()
