"""The gate: an engine only sees input that every JSON program reads in the same way.

Checks encoding, syntax, depth, duplicate keys, numbers, half surrogates and NUL. Clean
input is checked cheaply: the slow search for a place only runs if there is a fault to
locate.
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
"""Digits up to which an integer is parsed as one; long since too large."""

DIGITS: Final = 15
"""Integers of up to this many characters, sign included, never exceed 2^53."""

_STRINGS: Final = re.compile(r'"[^"\\]*(?:\\.?[^"\\]*)*"?', re.DOTALL)
_BRACKETS: Final = re.compile(r"[\[{]+|[\]}]+")

_SUSPECT: Final = re.compile(r"\\u(?:0000|[dD][89a-fA-F])|[\ud800-\udfff]")
"""Matches every text with a forbidden character. Clean text may match too, which
only costs a walk over the value."""


@attrs.frozen
class Admitted:
    """A value that passed the gate, and the faults that were found.

    Attributes:
        value: the JSON value, as far as it could be read.
        faults: what keeps out the whole value or single records.
    """

    value: JsonValue = attrs.field(repr=False)
    faults: tuple[Fault, ...] = ()


class _OddError(Exception):
    """Stops the parser at the first object or number that needs a closer look."""


def decode(data: bytes, file: str | None = None) -> tuple[str | None, list[Finding]]:
    """Return the text of bytes in UTF-8 (None if they are not), and the findings.

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
    """Return a text without its byte order mark, and the findings about the mark."""
    if not text.startswith("\ufeff"):
        return text, []
    here = Lines(text, file).location((0, 1))
    message = "the text begins with a byte order mark"
    found = Finding.of("CT008", message, location=here, rule=authority("CT008"))
    return text[1:], [found]


def admit_text(
    text: str, engine: Engine = REFERENCE, most: int | None = None
) -> Admitted:
    """Return the value of a JSON text, or the faults that keep it out.

    Args:
        text: text that may be JSON.
        engine: the engine that reads it if it is clean.
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
    """Return a Python value as JSON, or the faults that keep it out.

    Accepts what `json.loads` returns, any mapping instead of a dictionary, and tuples
    instead of lists.

    Args:
        value: anything.
        most: maximum number of faults to keep; all if None.

    >>> admit_value({"score": float("nan")}).faults[0].code
    'CT005'
    """
    plain, faults = to_plain(value, most)
    if not faults:
        return Admitted(plain)
    is_private = privacy_of(plain)
    return Admitted(plain, tuple(_shown(each, is_private) for each in faults))


def _shown(fault: Fault, is_private: Callable[[Path], bool]) -> Fault:
    """Return a fault with its path cut to the part that may be shown."""
    path = public_part(fault.path, is_private)
    if path == fault.path:
        return fault
    spot = fault.path if fault.spot is None else fault.spot
    return attrs.evolve(fault, path=path, spot=spot)


def _too_deep(text: str) -> int | None:
    """Return the offset of the first bracket that exceeds the depth limit, or None."""
    if text.count("[") + text.count("{") <= DEPTH:
        return None
    # Strings are blanked, not cut out, so that offsets stay correct.
    plain = _STRINGS.sub(lambda match: " " * len(match[0]), text)
    depth = 0
    for match in _BRACKETS.finditer(plain):
        before, size = depth, len(match[0])
        depth += size if match[0][0] in "[{" else -size
        if depth > DEPTH:
            return match.start() + DEPTH - before
    return None


def _parse(text: str) -> tuple[JsonValue, bool]:
    """Return the value of a JSON text, and whether it needs a closer look."""
    if text.startswith("\ufeff"):
        # The parser's own error already reports a second byte order mark.
        json.loads(text)
    try:
        value: JsonValue = _EXACT.decode(text)
    except _OddError:
        # A syntax error further on matters more.
        return _LOOSE.decode(text), True
    return value, False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _OddError
    return found


def _integer(digits: str) -> float:
    # Python refuses integers of over 4,300 digits; these are too large in any case.
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
"""Decoder that stops at odd values; created once, because creating it takes time."""

_LOOSE: Final = json.JSONDecoder(parse_int=_integer)
"""Decoder that accepts everything that Python accepts as JSON."""


def _is_encodable(text: str) -> bool:
    """Return whether a text contains no half of a surrogate pair."""
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
