"""Make a value from the fields it needs and some of those it may have."""

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
"""What a reference may name: ids, or records, which serve for their ids."""

_RARELY: Final = st.integers(0, 19).map(lambda drawn: drawn == 1)

_BITS: Final = 7
"""Fields that one whole number chooses: of larger ones, hypothesis draws the small more
often, and the last fields would hardly ever be set."""

_FEW: Final = 4
"""So many optional fields stand in the half of all values; of more, in a quarter."""


def mostly(
    common: st.SearchStrategy[T], rare: st.SearchStrategy[T]
) -> st.SearchStrategy[T]:
    """Return the common values, and one time in twenty the rare ones."""
    return _RARELY.flatmap(lambda is_rare: rare if is_rare else common)


def a_few(values: st.SearchStrategy[T]) -> st.SearchStrategy[list[T]]:
    """Return lists of one to three values; nothing where there are no values.

    An empty list is what an optional field has where it is left out.
    """
    return st.nothing() if values.is_empty else st.lists(values, min_size=1, max_size=3)


@st.composite
def built(
    draw: st.DrawFn, make: Callable[..., T], needed: Fields, optional: Fields
) -> T:
    """Return what `make` makes of all needed and a few of the optional fields.

    Mostly of about a quarter, or of half where there are few, so that a field deep
    inside is reached as well; now and then of all; of none where an example shrinks.

    Args:
        draw: given by hypothesis.
        make: a class, or another function of keywords.
        needed: fields that are always given.
        optional: fields that may be left out; empty strategies always are.
    """
    free = [name for name, values in optional.items() if not values.is_empty]
    # One bit a field: far fewer choices than a list of names takes.
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
