"""Read whole lines in chunks, and find out which chunks hold one clean value per line.

A chunk is turned into one JSON array and parsed once. Each line end is replaced by a
random text that nobody can predict. If a value ran over a line end, the array would not
have as many values as the chunk has lines.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from claimtrack.validation._collector import paused_collector
from claimtrack.validation._stream import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue

__all__ = ["read_chunk", "read_runs", "split_lines"]

_UNGUESSED: Final = f"end-{os.urandom(16).hex()}"
_BETWEEN: Final = f',"{_UNGUESSED}",'.encode()


@paused_collector()
def read_chunk(data: bytes) -> list[JsonValue] | None:
    r"""Return the value of each line, or None unless every line is known to be clean.

    A clean line is UTF-8 without duplicate keys, NUL or half of a surrogate pair. Depth
    and the size of numbers are not checked here; the tame schemas check them.

    Args:
        data: whole lines; the last one may lack its end.

    >>> read_chunk(b'{"id": "c1"}\n{"id": "c2"}\n'), read_chunk(b'[1,\n2]\n')
    ([{'id': 'c1'}, {'id': 'c2'}], None)
    """
    import orjson  # noqa: PLC0415

    lines = data.removesuffix(b"\n")
    # Escaped quotes would be counted, and an escaped NUL would look like plain text.
    # Most chunks have no backslash; searching for one is ten times as fast as searching
    # for what follows it.
    if b"\\" in lines and b"\\u00" in lines:
        return None
    joined = b"[%b]" % lines.replace(b"\n", _BETWEEN)
    try:
        values: list[JsonValue] = orjson.loads(joined)
        written = orjson.dumps(values)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        # orjson reads very deeply nested values but refuses to write them.
        return None
    # Counting the line ends would take longer than replacing them.
    ends = (len(joined) - len(lines) - len(b"[]")) // (len(_BETWEEN) - len(b"\n"))
    if len(values) != 2 * ends + 1 or values[1::2].count(_UNGUESSED) != ends:
        return None
    # If a key is duplicated, orjson keeps one, and the quotes of the others disappear.
    if written != joined and written.count(b'"') != joined.count(b'"'):
        return None
    return values[::2]


def split_lines(data: bytes) -> list[bytes]:
    r"""Return lines with their line ends; the last one may have none.

    >>> split_lines(b"[]\n{}")
    [b'[]\n', b'{}']
    """
    *lines, last = data.split(b"\n")
    whole = [line + b"\n" for line in lines]
    return [*whole, last] if last else whole


def read_runs(data: bytes) -> Iterator[tuple[bytes, list[JsonValue] | None]]:
    """Yield runs of lines in order, each with its values, or None for lines in between.

    A line between two runs is yielded alone.

    Args:
        data: whole lines; the last one may lack its end.
    """
    values = read_chunk(data)
    if values is not None or not data.strip(BLANK):
        yield data, values
        return
    lines = split_lines(data)
    if len(lines) == 1:
        yield data, None
        return
    middle = len(lines) // 2
    yield from read_runs(b"".join(lines[:middle]))
    yield from read_runs(b"".join(lines[middle:]))
