"""Notices of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.records import Notice, NoticeKind, Significance, words
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids

__all__ = ["notices"]


def notices(
    *,
    ids: st.SearchStrategy[str | None] | None = None,
    targets: Ids | None = None,
    sources: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Notice]:
    """Return notices.

    Args:
        ids: strategy for their ids; any id or None by default.
        targets: strategy for their targets; any id by default.
        sources: strategy for those who gave them; any id by default.
        documents: strategy for documents that contain them or that dates are relative
            to; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(notices(targets=st.just("c1")))
    ... def check(notice: Notice) -> None:
    ...     assert notice.target == "c1"
    >>> check()
    """
    needed: Fields = {
        "id": st.one_of(st.none(), _text.ids()) if ids is None else ids,
        "kind": st.sampled_from(words(NoticeKind)),
        "target": _text.ids() if targets is None else targets,
    }
    optional: Fields = {
        "by": _text.ids() if sources is None else sources,
        "at": whens(documents=documents),
        "was": _text.texts(),
        "now": _text.texts(),
        "significance": st.sampled_from(words(Significance)),
        "document": _text.ids() if documents is None else documents,
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    return built(Notice, needed, optional)
