"""The gate: nothing reaches an engine before every program would read it alike.

Encoding, syntax, depth, duplicate keys, numbers, half surrogates and NUL. Cheap on
clean input: the slow search for a place runs only when there is a fault to place.
"""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from claimtrack.findings import Finding, quote
from claimtrack.records import limits
from claimtrack.schema import JsonValue
from claimtrack.validation._engines import REFERENCE, Engine
from claimtrack.validation._fault import Fault, authority, public_part, up_to
from claimtrack.validation._plain import DEPTH, TOO_DEEP, to_plain
from claimtrack.validation._private_values import privacy_of
from claimtrack.validation._scan import Lines, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.schema import Path

__all__ = ["Admitted", "admit_text", "admit_value", "decode", "without_mark"]

LONGEST_INTEGER: Final = 400
"""Digits of an integer that is still read as one; far too great already."""

DIGITS: Final = 15
"""Digits, or sign and digits, that every integer up to 2^53 may have."""

_STRINGS: Final = re.compile(r'"[^"\\]*(?:\\.?[^"\\]*)*"?', re.DOTALL)
_BRACKETS: Final = re.compile(r"[\[{]+|[\]}]+")

_SUSPECT: Final = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|[\ud800-\udfff]")
"""What a forbidden character cannot do without. Clean text may match too: it costs a
walk over the value, nothing else."""


@attrs.frozen
class Admitted:
    """What came through the gate.

    Attributes:
        value: the JSON value, as far as there is one.
        faults: what keeps it, or single records of it, out.
    """

    value: JsonValue = attrs.field(repr=False)
    faults: tuple[Fault, ...] = ()


class _OddError(Exception):
    """Stops the parser at the first object or number to look at more closely."""


def decode(data: bytes, file: str | None = None) -> tuple[str | None, list[Finding]]:
    """Return the text of UTF-8 bytes, None where they are not, and what was wrong.

    >>> decode(b"{}")
    ('{}', [])
    """
    found = json.detect_encoding(data)
    if not found.startswith("utf-8"):
        name = found[:6].upper()
        return None, [_not_utf_8(f"the text is {name}", "", file)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        message = (
            "the text is not UTF-8 "
            f"(byte {error.start + 1} is 0x{data[error.start]:02x})"
        )
        return None, [_not_utf_8(message, data[: error.start].decode("utf-8"), file)]


def _not_utf_8(message: str, before: str, file: str | None) -> Finding:
    here = Lines(before, file).location((len(before), len(before) + 1))
    return Finding.of("CT001", message, location=here, rule=authority("CT001"))


def without_mark(text: str, file: str | None) -> tuple[str, list[Finding]]:
    """Return a text without its byte order mark, and what is to say of one."""
    if not text.startswith("\ufeff"):
        return text, []
    here = Lines(text, file).location((0, 1))
    message = "the text begins with a byte order mark"
    found = Finding.of("CT008", message, location=here, rule=authority("CT008"))
    return text[1:], [found]


def admit_text(
    text: str, engine: Engine = REFERENCE, most: int | None = None
) -> Admitted:
    """Return the value of a JSON text, or what keeps it out.

    Args:
        text: what may be JSON.
        engine: what reads it where it is clean.
        most: as for `admit_value`.

    >>> admit_text('{"type": "claim"}').value
    {'type': 'claim'}
    """
    clean = engine.read_clean(text)
    if clean is not None:
        return Admitted(clean)
    deep = _too_deep(text)
    if deep is not None:
        here = slice(deep, deep + 1)
        fault = Fault(path=(), code="CT004", message=TOO_DEEP, spot=here)
        return Admitted(None, (fault,))
    try:
        value, is_odd = _parse(text)
    except json.JSONDecodeError as error:
        from claimtrack.validation._syntax import find_syntax_faults  # noqa: PLC0415

        slips = find_syntax_faults(error, text)
        return Admitted(None, tuple(slips if most is None else up_to(most, slips)))
    if is_odd:
        numbers = admit_value(value, most).faults
        doubled = _duplicates(text, value)
        kept = doubled if most is None else up_to(most, doubled)
        return Admitted(value, (*kept, *numbers))
    if ("\\u" in text or not _is_encodable(text)) and _SUSPECT.search(text):
        return admit_value(value, most)
    return Admitted(value)


def admit_value(value: object, most: int | None = None) -> Admitted:
    """Return a Python value as JSON, or what keeps it out.

    Takes what `json.loads` gives, any mapping for a dictionary, tuples for lists.

    Args:
        value: anything.
        most: how much of what keeps it out is said, if there is more.

    >>> admit_value({"score": float("nan")}).faults[0].code
    'CT005'
    """
    plain, faults = to_plain(value, most)
    if not faults:
        return Admitted(plain)
    is_private = privacy_of(plain)
    return Admitted(plain, tuple(_shown(each, is_private) for each in faults))


def _shown(fault: Fault, is_private: Callable[[Path], bool]) -> Fault:
    """Return a fault whose path goes no further than it may be shown."""
    path = public_part(fault.path, is_private)
    if path == fault.path:
        return fault
    spot = fault.path if fault.spot is None else fault.spot
    return attrs.evolve(fault, path=path, spot=spot)


def _too_deep(text: str) -> int | None:
    """Return the offset of the first bracket that is one too many, or None."""
    if text.count("[") + text.count("{") <= DEPTH:
        return None
    # Strings are blanked, not cut out, so that offsets stay.
    plain = _STRINGS.sub(lambda match: " " * len(match[0]), text)
    depth = 0
    for match in _BRACKETS.finditer(plain):
        before, size = depth, len(match[0])
        depth += size if match[0][0] in "[{" else -size
        if depth > DEPTH:
            return match.start() + DEPTH - before
    return None


def _parse(text: str) -> tuple[JsonValue, bool]:
    """Return the value of a JSON text, and whether to look at it more closely."""
    if text.startswith("\ufeff"):
        # This says that there is a second byte order mark.
        json.loads(text)
    try:
        value: JsonValue = _EXACT.decode(text)
    except _OddError:
        # What is wrong with the syntax further on counts for more.
        return _LOOSE.decode(text), True
    return value, False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _OddError
    return found


def _integer(digits: str) -> float:
    # Python refuses integers of over 4,300 digits; these are too great in any case.
    return int(digits) if len(digits) <= LONGEST_INTEGER else math.inf


def _safe_integer(digits: str) -> int:
    if len(digits) > DIGITS and abs(_integer(digits)) > limits.INTEGER:
        raise _OddError
    return int(digits)


def _finite_float(digits: str) -> float:
    found = float(digits)
    if math.isinf(found):
        raise _OddError
    return found


def _no_constant(_name: str) -> float:
    raise _OddError


_EXACT: Final = json.JSONDecoder(
    object_pairs_hook=_unique,
    parse_int=_safe_integer,
    parse_float=_finite_float,
    parse_constant=_no_constant,
)
"""Reads what nobody can read otherwise; made once, since to make it takes its time."""

_LOOSE: Final = json.JSONDecoder(parse_int=_integer)
"""Reads all that Python reads as JSON."""


def _is_encodable(text: str) -> bool:
    """Return whether there is no half surrogate pair in a text, as it stands."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _duplicates(text: str, value: JsonValue) -> Iterator[Fault]:
    """Yield a fault for each key that appears twice in one object."""
    is_private = privacy_of(value)
    for place in scan(text):
        if place.key is not None and place.again:
            hidden = is_private(place.path[:-1])
            shown = "a key" if hidden else f"the key {quote(place.path[-1])}"
            yield Fault(
                path=public_part(place.path, is_private),
                code="CT003",
                message=f"{shown} appears twice in this object",
                spot=slice(*place.key),
            )
