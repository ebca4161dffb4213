"""Foreign data: the possible contents of `ext`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from claimtrack.records import limits
from claimtrack.testing import _text
from claimtrack.testing._build import mostly

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

__all__ = ["foreign_data", "json_values"]

_DEEPEST: Final = limits.FOREIGN_DEPTH - 1
"""Levels of a value directly inside `ext`, which is itself one level."""


def json_values(*, max_leaves: int = 6) -> st.SearchStrategy[JsonValue]:
    """Return JSON values that `ext` may hold, sometimes as deep as allowed.

    Every program represents their numbers exactly, and their text has neither NUL nor
    half surrogate pairs.

    Args:
        max_leaves: maximum number of values that contain no others.

    >>> from hypothesis import given, settings
    >>> from claimtrack.records import FrozenMapping
    >>> @settings(max_examples=10)
    ... @given(json_values())
    ... def check(value: object) -> None:
    ...     assert FrozenMapping({"cms": value})
    >>> check()
    """
    leaves: st.SearchStrategy[JsonValue] = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-limits.INTEGER, limits.INTEGER),
        st.floats(allow_nan=False, allow_infinity=False),
        _text.loose_text(),
    )
    values = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(_text.loose_text(), inner, max_size=3),
        ),
        max_leaves=max_leaves,
    )
    deep: list[JsonValue] = [_nested(kind) for kind in ("list", "object")]
    return mostly(values, st.sampled_from(deep))


@cache
def foreign_data() -> st.SearchStrategy[dict[str, JsonValue]]:
    """Return valid values of the field `ext`."""
    return st.dictionaries(_text.loose_text(), json_values(), min_size=1, max_size=3)


def _nested(kind: str) -> JsonValue:
    """Return nested lists or objects, as deep as allowed."""
    value: JsonValue = []
    for _ in range(_DEEPEST - 1):
        value = [value] if kind == "list" else {"in": value}
    return value
