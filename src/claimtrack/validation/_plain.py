"""Convert Python values to plain JSON, and report what is not JSON.

Parsed text can only contain forbidden numbers and characters. A value in memory may be
anything: a set, a mapping of another class, or a list that contains itself.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeGuard, get_args

import attrs

from claimtrack.findings import quote
from claimtrack.records import FORBIDDEN, Record, limits
from claimtrack.schema import JsonValue, Path
from claimtrack.validation._fault import Fault

__all__ = ["DEPTH", "TOO_DEEP", "to_plain"]

DEPTH: Final = 64
"""Maximum levels of arrays and objects, including the outermost."""

TOO_DEEP: Final = f"it is nested deeper than {DEPTH} levels"

UNFOLDED: Final = 1_000_000
"""Number of values that repeatedly held lists and objects may always expand to."""

TIMES: Final = 100
"""How often, on average, each value may be repeated beyond that."""

_TAKES: Final = (
    "Use text, numbers, true, false, null, lists and objects; write dates as text."
)

_INSTEAD: Final[tuple[tuple[tuple[type, ...], str], ...]] = (
    (
        get_args(Record),
        "Pass what Dossier.dumps() returns, or call Dossier.validate().",
    ),
    ((io.TextIOBase,), "Open the file in binary mode, or give its Path."),
    ((bytearray, memoryview), "Give it as bytes."),
)
"""Python types given instead of JSON → what to use instead."""


def to_plain(
    value: object, most: int | None = None
) -> tuple[JsonValue, tuple[Fault, ...]]:
    """Return a value as `json.loads` would return it, and faults for non-JSON parts.

    Mappings of any class become dictionaries, tuples become lists, and anything that is
    not JSON is left out. Linear in the values, however often one of them is held.

    Args:
        value: anything.
        most: maximum number of faults to keep; one more says that there are others. All
            if None.

    >>> to_plain({"chain": ("unn", "bloomberg")})
    ({'chain': ['unn', 'bloomberg']}, ())
    """
    copying = _Copying(most=most)
    plain = copying.copy(value, ())
    size = copying.size(value)
    if size > UNFOLDED + TIMES * copying.given:
        message = f"it expands to {size} values, because it repeats the same ones"
        copying.faults.insert(0, Fault(path=(), code="CT007", message=message))
    return plain, tuple(copying.faults)


@attrs.frozen
class _Copied:
    """A list or object that is already copied.

    Attributes:
        original: the original, kept so that its identity cannot be reused.
        plain: the copy.
        levels: its depth, including itself.
        size: how many values it expands to, including itself.
    """

    original: object
    plain: JsonValue
    levels: int
    size: int


@attrs.define
class _Copying:
    """A value being converted to plain JSON.

    Attributes:
        copied: finished lists and objects by identity.
        begun: identities of unfinished ones, which enclose the current value.
        given: how many values there are before expansion.
        faults: faults for what is not JSON.
        most: maximum number of faults to keep.
    """

    copied: dict[int, _Copied] = attrs.Factory(dict[int, _Copied])
    begun: set[int] = attrs.Factory(set[int])
    given: int = 1
    faults: list[Fault] = attrs.Factory(list[Fault])
    most: int | None = None

    def refuse(self, fault: Fault) -> None:
        """Keep a fault, unless there are already enough."""
        if self.most is None or len(self.faults) <= self.most:
            self.faults.append(fault)

    def copy(self, value: object, path: Path) -> JsonValue:
        """Return a value as plain JSON. Recursive, at most `DEPTH` levels."""
        if not _is_mapping(value) and not _is_list(value):
            refused = _refused(value)
            if refused is not None:
                code, message, fix = refused
                self.refuse(Fault(path=path, code=code, message=message, fix=fix))
            return _exact(value)
        key = id(value)
        done = self.copied.get(key)
        levels = 1 if done is None else done.levels
        if key in self.begun or len(path) + levels > DEPTH:
            message = "it contains itself" if key in self.begun else TOO_DEEP
            self.refuse(Fault(path=path, code="CT004", message=message))
            return None
        if done is not None:
            return done.plain
        self.begun.add(key)
        if _is_mapping(value):
            inner = dict(self._items(value, path))
            plain: JsonValue = {
                key: self.copy(each, (*path, key)) for key, each in inner.items()
            }
            held = list(inner.values())
        else:
            held = list(value)
            plain = [self.copy(each, (*path, i)) for i, each in enumerate(held)]
        self.begun.remove(key)
        self.given += len(held)
        levels = 1 + max(map(self._levels, held), default=0)
        size = 1 + sum(map(self.size, held))
        self.copied[key] = _Copied(value, plain, levels, size)
        return plain

    def size(self, value: object) -> int:
        """Return how many values a copied value expands to."""
        done = self.copied.get(id(value))
        return 1 if done is None else done.size

    def _levels(self, value: object) -> int:
        done = self.copied.get(id(value))
        return 0 if done is None else done.levels

    def _items(
        self, value: Mapping[object, object], path: Path
    ) -> Iterator[tuple[str, object]]:
        """Yield the items whose keys are strings."""
        for key, each in value.items():
            if not isinstance(key, str):
                message = "a key is not text"
                self.refuse(Fault(path=path, code="CT010", message=message))
                continue
            if FORBIDDEN.search(key):
                message = "a key contains a NUL or half a surrogate pair"
                spot = (*path, key)
                fault = Fault(
                    path=path, code="CT006", message=message, at_key=True, spot=spot
                )
                self.refuse(fault)
            yield str.__str__(key), each


def _exact(value: object) -> JsonValue:
    """Return a scalar as its plain type, because engines differ about enum members."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int.__int__(value)
    return value


def _is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _refused(value: object) -> tuple[str, str, str] | None:
    """Return code, message and fix if a scalar is not JSON; None if it is."""
    if isinstance(value, str):
        if FORBIDDEN.search(value):
            return "CT006", "the text contains a NUL or half a surrogate pair", ""
    elif isinstance(value, float):
        if math.isnan(value):
            return "CT005", "JSON does not allow NaN", ""
        if math.isinf(value):
            message = "the number is infinite, or greater than programs can hold"
            return "CT005", message, ""
    elif isinstance(value, int):
        if abs(value) > limits.INTEGER:
            return "CT005", "the integer is beyond 2^53", ""
    elif value is not None:
        name = quote(type(value).__name__)
        fix = next((fix for kind, fix in _INSTEAD if isinstance(value, kind)), _TAKES)
        return "CT010", f"a value of the Python type {name} is not JSON", fix
    return None
