"""Foreign data: JSON that is kept as it came, and cannot be changed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypeGuard, Union, cast

from claimtrack.errors import InvalidRecord
from claimtrack.records import _limits
from claimtrack.records._checks import FORBIDDEN

__all__ = ["EMPTY", "Foreign", "FrozenMapping", "freeze_mapping"]

Foreign: TypeAlias = Union[
    bool, int, float, str, tuple["Foreign", ...], "FrozenMapping", None
]
"""A JSON value with tuples for arrays and `FrozenMapping` for objects."""


class FrozenMapping(Mapping[str, Foreign]):
    """An immutable, hashable, picklable mapping of JSON values.

    `types.MappingProxyType` neither hashes nor pickles, so `ext` needs its own.

    >>> FrozenMapping({"cms": {"tags": ["war"]}})["cms"]
    FrozenMapping(…)
    """

    __slots__ = ("_items",)

    _items: dict[str, Foreign]

    def __init__(self, items: Mapping[str, object] | None = None) -> None:
        """Freeze `items` and all that is inside.

        Raises:
            InvalidRecord: if a value is not a JSON value, or is nested too deeply.
        """
        given: object = items
        if not (given is None or _is_object(given)):
            raise _refusal("it is not a dictionary", "Use a dictionary of JSON values.")
        object.__setattr__(self, "_items", _freeze_items(items or {}, depth=1))

    def __getitem__(self, key: str) -> Foreign:
        """Return the value under `key`."""
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys in the order given."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        """Return whether both hold the same JSON: 1, 1.0 and true are three values."""
        return _typed(self) == _typed(other) if _is_object(other) else NotImplemented

    def __hash__(self) -> int:
        """Return a hash that does not depend on the order of the keys."""
        return hash(frozenset(self._items.items()))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: the mapping cannot change."""
        message = f"{type(self).__name__} is immutable: cannot set {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: the mapping cannot change."""
        message = f"{type(self).__name__} is immutable: cannot delete {name!r}"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[type[FrozenMapping], tuple[dict[str, Foreign]]]:
        """Pickle as the plain items."""
        return (type(self), (self._items,))

    def __repr__(self) -> str:
        """Return the type alone: foreign data may be private."""
        return f"{type(self).__name__}({'…' if self._items else ''})"


def freeze_mapping(given: Mapping[str, object]) -> FrozenMapping:
    """Return `given` itself if it is frozen, or a frozen copy.

    >>> freeze_mapping({"slug": "us-air-cover"})["slug"]
    'us-air-cover'

    Raises:
        InvalidRecord: if it is not a mapping, or a value inside is not a JSON value.
    """
    return given if isinstance(given, FrozenMapping) else FrozenMapping(given)


def _is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_array(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray))


def _typed(value: object) -> object:
    """Return a value that equals only the same JSON: in Python, 1 equals 1.0 and True.

    Other mappings, and lists, compare as the objects and arrays they would become.
    """
    if _is_object(value):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(map(_typed, cast("Sequence[object]", value)))
    kind = next((each for each in (bool, int, float) if isinstance(value, each)), None)
    return value if kind is None else (kind, value)


def _freeze_items(items: Mapping[str, object], depth: int) -> dict[str, Foreign]:
    _check_depth(depth)
    return {_text(key): _freeze(value, depth + 1) for key, value in items.items()}


def _freeze(value: object, depth: int) -> Foreign:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if _is_object(value):
        frozen = FrozenMapping.__new__(FrozenMapping)
        object.__setattr__(frozen, "_items", _freeze_items(value, depth))
        return frozen
    if _is_array(value):
        _check_depth(depth)
        return tuple(_freeze(item, depth + 1) for item in value)
    raise _refusal(
        f"a value of type {type(value).__name__} is not a JSON value",
        "Use text, numbers, true, false, None, lists and dictionaries.",
    )


def _check_depth(depth: int) -> None:
    if depth > _limits.FOREIGN_DEPTH:
        raise _refusal(
            f"it is nested deeper than {_limits.FOREIGN_DEPTH} levels",
            "Flatten it, or keep it as text.",
            code="CT004",
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _refusal("a key is not text", "Use text as keys.")
    if FORBIDDEN.search(value):
        raise _refusal(
            "its text contains a NUL or half a surrogate pair",
            "Remove the character.",
            code="CT006",
        )
    return value


def _number(value: float) -> float:
    if isinstance(value, int):
        exact = abs(value) <= _limits.INTEGER
    else:
        exact = math.isfinite(value)
    if not exact:
        raise _refusal(
            "it has a number that not every program can hold exactly",
            "Write it as text.",
            code="CT005",
        )
    return value


def _refusal(problem: str, fix: str, code: str = "CT010") -> InvalidRecord:
    return InvalidRecord("record", "ext", problem, fix, code)


EMPTY: Final = FrozenMapping()
