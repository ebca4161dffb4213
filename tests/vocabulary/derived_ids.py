"""Ids that are derived, counted as they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.schema import _ids

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

__all__ = ["tried_ids"]


def tried_ids(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets each id that is derived from now on."""
    derive: Callable[[str, int], str] = vars(_ids)["_urn"]
    tried: list[str] = []

    def counted(public: str, twin: int) -> str:
        tried.append(derive(public, twin))
        return tried[-1]

    monkeypatch.setattr(_ids, "_urn", counted)
    return tried
