"""Documents of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.records import Document, DocumentKind, DocumentStatus, words
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids

__all__ = ["documents"]


def documents(
    *,
    ids: st.SearchStrategy[str] | None = None,
    sources: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Document]:
    """Return documents.

    Args:
        ids: strategy for their ids.
        sources: strategy for publisher and authors; any id by default.
        documents: strategy for documents that dates are relative to; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(documents(sources=st.just("unn")))
    ... def check(document: Document) -> None:
    ...     assert document.publisher in (None, "unn")
    >>> check()
    """
    known = _text.ids() if sources is None else sources
    dates = whens(documents=documents)
    needed: Fields = {
        "id": _text.ids() if ids is None else ids,
        "kind": st.sampled_from(words(DocumentKind)),
    }
    title, url = {"title": _text.lines()}, {"url": _text.iris()}
    optional: Fields = {
        "publisher": known,
        "authors": a_few(known),
        "archived": st.lists(_text.iris(), min_size=1, max_size=2),
        "sha256": _text.hashes(),
        "image": st.lists(_text.iris(), min_size=1, max_size=2),
        "lang": _text.languages(),
        "published": dates,
        "modified": dates,
        "retrieved": dates,
        "status": st.sampled_from(words(DocumentStatus)),
        "version": _text.lines(),
        "license": _text.lines(),
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    return st.one_of(
        built(Document, {**needed, **title}, {**url, **optional}),
        built(Document, {**needed, **url}, {**title, **optional}),
    )
