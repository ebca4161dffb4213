"""Build a value from its required fields and some of its optional ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from claimtrack.records import Identified

__all__ = ["Fields", "Ids", "a_few", "built", "mostly"]

T = TypeVar("T")

Fields: TypeAlias = Mapping[str, st.SearchStrategy[object]]
"""Name of a field → its values."""

Ids: TypeAlias = st.SearchStrategy[str | Identified]
"""Targets of references: ids, or records, which represent their ids."""

_RARELY: Final = st.integers(0, 19).map(lambda drawn: drawn == 1)

_BITS: Final = 7
"""Number of fields that one integer selects: from a larger range, hypothesis draws
small integers more often, and the last fields would hardly ever be set."""

_FEW: Final = 4
"""Up to this many optional fields, each is set in half of all values; if there are
more, in a quarter."""


def mostly(
    common: st.SearchStrategy[T], rare: st.SearchStrategy[T]
) -> st.SearchStrategy[T]:
    """Return the common values, and one time in twenty the rare ones."""
    return _RARELY.flatmap(lambda is_rare: rare if is_rare else common)


def a_few(values: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    """Return lists of one to three values; nothing if there are no values.

    An empty list is the value of an optional field that is left out.
    """
    return st.nothing() if values.is_empty else st.lists(values, min_size=1, max_size=3)


@st.composite
def built(
    draw: st.DrawFn, make: Callable[..., T], needed: Fields, optional: Fields
) -> T:
    """Return the result of `make` for all required and a few of the optional fields.

    Usually about a quarter of the optional fields is set, or half if there are few, so
    that deeply nested fields are reached as well. Sometimes all are set, and none when
    an example shrinks.

    Args:
        draw: given by hypothesis.
        make: a class, or another function with keywords.
        needed: fields that are always given.
        optional: fields that may be left out; those with empty strategies always are.
    """
    free = [name for name, values in optional.items() if not values.is_empty]
    # One bit per field needs far fewer choices than a list of names.
    chosen = _half_of(draw, free)
    if len(free) > _FEW:
        chosen &= _half_of(draw, free)
    if draw(_RARELY):
        chosen = set(free)
    fields = {
        **needed,
        **{name: values for name, values in optional.items() if name in chosen},
    }
    return make(**{name: draw(values) for name, values in fields.items()})


def _half_of(draw: st.DrawFn, names: list[str]) -> set[str]:
    chosen: set[str] = set()
    for start in range(0, len(names), _BITS):
        some = names[start : start + _BITS]
        drawn = draw(st.integers(0, 2 ** len(some) - 1))
        chosen.update(name for at, name in enumerate(some) if drawn >> at & 1)
    return chosen
