"""The fast engine: `jsonschema-rs` and `orjson`, from the extra ``fast``.

Both are compiled and far faster than the code they replace. Neither decides anything by
itself: any text that might have to be refused is left to the exact gate, and refusals
come from the reference engine. Deep input makes jsonschema-rs abort the whole process,
so nothing may reach it without passing the gate.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, Final, cast

from claimtrack.schema import NAMES, URN, JsonValue, load_schema
from claimtrack.validation._plain import DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema_rs import Draft202012Validator

    from claimtrack.validation._engine import Refusal

__all__ = [
    "find_refusals_fast",
    "is_bounded",
    "is_fast_there",
    "read_clean",
    "read_unbounded",
]

_DIGITS: Final = b"0123456789"
_BEFORE_NUMBERS: Final = b":,[ \t\n\r-"
_SHAPES: Final = bytes(
    ord("0") if byte in _DIGITS else ord(":") if byte in _BEFORE_NUMBERS else ord("x")
    for byte in range(256)
)
"""Table that reduces a text to where numbers may begin and how long they are."""

_LONG: Final = b":" + b"0" * 16
"""Pattern that any integer beyond 2^53 leaves in this reduced form."""

_NOT_NESTING: Final = bytes(set(range(256)) - set(b'[]{}"'))
"""Bytes that do not affect nesting depth in a text without escaped quotes."""

_ONE_KIND: Final = bytes.maketrans(b"{}", b"[]")
"""Table that merges the two kinds of brackets, so that each round removes one level."""

_DEEP: Final = b"[" * (DEPTH + 1)
"""Pattern that is certainly too deep, unless it is inside a string."""


@functools.cache
def is_fast_there() -> bool:
    """Return whether both libraries of the extra ``fast`` can be imported."""
    try:
        importlib.import_module("jsonschema_rs")
        importlib.import_module("orjson")
    except ImportError:
        return False
    return True


def read_clean(text: str) -> JsonValue:
    """Return the value of a JSON text in which the gate has nothing to refuse.

    Returns:
        The object or list that `json.loads` returns; None if it is neither, or if
        something in it may have to be refused.

    >>> read_clean('{"a": 1}'), read_clean('{"a": 1, "a": 2}')
    ({'a': 1}, None)
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    return read_unbounded(data) if is_bounded(data) else None


def read_unbounded(data: bytes) -> JsonValue:
    r"""Return the value of a JSON text up to 254 levels deep, with any integers.

    The tame schemas check depth and the size of numbers.

    Args:
        data: the text in UTF-8.

    Returns:
        As for `read_clean`.

    >>> read_unbounded(b'[{"a": 1}]'), read_unbounded(b'{"a": "\\u0000"}')
    ([{'a': 1}], None)
    """
    import orjson  # noqa: PLC0415

    if b"\\" in data and (b"\\u0000" in data or b"\\u0022" in data):
        return None
    try:
        value = orjson.loads(data)
        written = orjson.dumps(value)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        # orjson reads very deeply nested values but refuses to write them.
        return None
    if not isinstance(value, (dict, list)):
        return None
    # If a key is duplicated, orjson keeps one, and the quotes of the others disappear.
    # A quote inside a string counts as one on both sides, because numeric escapes of
    # quotes are excluded.
    is_whole = written.count(b'"') == data.count(b'"')
    return cast("JsonValue", value) if is_whole else None


def is_bounded(data: bytes) -> bool:
    """Return whether a text is known to be shallow and to have only short integers.

    >>> is_bounded(b"[1, 2]"), is_bounded(b"[1234567890123456]")
    (True, False)
    """
    return _LONG not in data.translate(_SHAPES) and _is_shallow(data)


def _is_shallow(data: bytes) -> bool:
    """Return whether a text is known not to be too deep; False may be wrong.

    Linear, and without looking at single characters: everything but brackets is
    removed, and each round removes the brackets that are empty.
    """
    if data.count(b"[") + data.count(b"{") <= DEPTH:
        return True
    if b"\\" in data:
        data = data.replace(rb"\\", b"").replace(rb"\"", b"")
    # Between a bracket in a string and one outside there is an odd number of quotes, so
    # they are never paired. Brackets of a string that remain are those without a
    # partner.
    left, before = data.translate(_ONE_KIND, _NOT_NESTING), b""
    rounds = 0
    while left and len(left) != len(before) and rounds < DEPTH:
        before, left = left, left.replace(b'""', b"")
        if _DEEP in left:
            return False
        left = left.replace(b"[]", b"")
        rounds += 1
    return not left.replace(b'""', b"")


def find_refusals_fast(name: str, value: JsonValue) -> Iterator[Refusal]:
    """Yield every refusal by the schema `name` of a value that passed the gate.

    >>> [(r.path, r.keyword) for r in find_refusals_fast("claim", {"type": "claim"})]
    [((), 'required'), ((), 'required')]
    """
    validator = _validator(name)
    if validator.is_valid(value):
        return
    from claimtrack.validation._engine import Refusal  # noqa: PLC0415

    for error in validator.iter_errors(value):
        keyword, node = _keyword_at(error.absolute_keyword_location or "")
        yield Refusal(tuple(error.instance_path), keyword, node)


@functools.lru_cache
def _keyword_at(location: str) -> tuple[str, dict[str, JsonValue]]:
    """Return the keyword at a location in the schemas, and the node that holds it."""
    from claimtrack.validation._engine import node_at  # noqa: PLC0415

    rule, _, keyword = location.removeprefix(URN).rpartition("/")
    return keyword, node_at(rule)


@functools.cache
def _validator(name: str) -> Draft202012Validator:
    import jsonschema_rs  # noqa: PLC0415

    registry = jsonschema_rs.Registry(
        [(f"{URN}{each}", load_schema(each)) for each in NAMES],
        draft=jsonschema_rs.Draft202012,
    )
    return jsonschema_rs.Draft202012Validator(
        load_schema(name),
        registry=registry,
        # No `$ref` is ever fetched, neither from the network nor from a file.
        offline=True,
        validate_formats=False,
        # This regular expression engine is linear on any text.
        pattern_options=jsonschema_rs.RegexOptions(),
    )
