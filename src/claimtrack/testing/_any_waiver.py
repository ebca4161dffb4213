"""Waivers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.records import Waiver
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids

__all__ = ["waivers"]


def waivers(
    *,
    ids: st.SearchStrategy[str | None] | None = None,
    targets: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Waiver]:
    """Return waivers.

    Args:
        ids: strategy for their ids; any id or None by default.
        targets: strategy for their targets; any id by default.
        documents: strategy for documents that dates are relative to; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(waivers(targets=st.just("a1")))
    ... def check(waiver: Waiver) -> None:
    ...     assert waiver.target == "a1"
    >>> check()
    """
    needed: Fields = {
        "id": st.one_of(st.none(), _text.ids()) if ids is None else ids,
        "rule": st.integers(0, 999).map("CT{:03}".format),
        "target": _text.ids() if targets is None else targets,
        "by": _text.lines(),
        "reason": _text.texts(),
    }
    optional: Fields = {
        "until": whens(documents=documents),
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    return built(Waiver, needed, optional)
