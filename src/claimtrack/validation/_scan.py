"""Locate keys and values in a JSON text by their paths.

Runs only if there is something to locate, and only on text that parses.
"""

from __future__ import annotations

import bisect
import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from claimtrack.findings import Location
from claimtrack.schema import Path

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

__all__ = [
    "Lines",
    "Place",
    "Wanted",
    "pick",
    "pick_lines",
    "scan",
    "scan_lines",
    "to_pointer",
]

Wanted: TypeAlias = "dict[str | int, Wanted]"
"""Steps to the values whose places are requested; enclosing values are included."""

_BLANK: Final = " \t\r"
"""White space of JSON within a line."""

_TOKEN: Final = re.compile(
    r"[ \t\n\r]*"
    r'(?:("[^"\\]*(?:\\.[^"\\]*)*")|([{}\[\],:])|([^ \t\n\r"{}\[\],:]+))',
    re.DOTALL,
)
"""White space, then a string, a punctuation mark, or a number or literal."""


@attrs.frozen
class Place:
    """One value of a JSON text.

    Attributes:
        path: keys and indices that lead to it.
        key: offsets of its key, including the quotes; None in an array and at the top.
        value: offsets of the value: its start, and the offset after its end.
        again: whether its object already had this key.
    """

    path: Path = attrs.field(repr=False)
    key: tuple[int, int] | None
    value: tuple[int, int]
    again: bool = False


@attrs.define
class _Open:
    """A list or object that has begun but not ended.

    Attributes:
        place: its place, as far as known.
        is_object: whether it is an object.
        index: index of the next item of a list.
        name: the key of the next value.
        key: offsets of that key.
        again: whether the object already had that key.
        names: the keys so far.
    """

    place: Place
    is_object: bool
    index: int = 0
    name: str | None = None
    key: tuple[int, int] | None = None
    again: bool = False
    names: set[str] = attrs.Factory(set[str])

    def begin(self, name: str, span: tuple[int, int]) -> None:
        """Record a key."""
        self.name = name
        self.key = span
        self.again = name in self.names
        self.names.add(name)


def scan(text: str) -> Iterator[Place]:
    """Yield every value of a JSON text when it ends, inner values first.

    A duplicate key yields its path twice. Not recursive; linear in the text.

    Args:
        text: JSON that parses.

    >>> [(p.path, p.value) for p in scan('{"a": [1]}')]
    [(('a', 0), (7, 8)), (('a',), (6, 9)), ((), (0, 10))]
    """
    stack: list[_Open] = []
    offset = 0
    while match := _TOKEN.match(text, offset):
        string, mark, _ = match.groups()
        span = match.span(match.lastindex or 0)
        offset = match.end()
        if mark in ("{", "["):
            stack.append(_Open(_next(stack, span), mark == "{"))
        elif mark in ("}", "]"):
            done = stack.pop().place
            yield attrs.evolve(done, value=(done.value[0], span[1]))
        elif mark == ",":
            stack[-1].index += 1
            stack[-1].name = None
        elif mark == ":":
            continue
        elif string and stack and stack[-1].is_object and stack[-1].name is None:
            stack[-1].begin(json.loads(string), span)
        else:
            yield _next(stack, span)


def scan_lines(
    text: str,
    first: int,
    unread: Container[int] = (),
    is_asked: Callable[[int], bool] = lambda _: True,
) -> Iterator[Place]:
    r"""Yield every value of a dossier that is written with one record per line.

    The paths are those that the values would have in a file of one dossier.

    Args:
        text: lines of JSON, and blank lines.
        first: index of the record on the first line; -1 for the head of the dossier.
        unread: indices of the records whose lines do not parse.
        is_asked: returns whether a line is of interest, by its number from 0.

    >>> [p.path for p in scan_lines('{"title": "T"}\n{"id": 1}', -1)]
    [('title',), (), ('records', 0, 'id'), ('records', 0)]
    """
    index, offset = first, 0
    for number, line in enumerate(text.split("\n")):
        if line.strip(_BLANK):
            above: Path = () if index < 0 else ("records", index)
            is_read = index not in unread and is_asked(number)
            for place in scan(line) if is_read else ():
                yield Place(
                    path=(*above, *place.path),
                    key=place.key and _shifted(place.key, offset),
                    value=_shifted(place.value, offset),
                    again=place.again,
                )
            index += 1
        offset += len(line) + 1


def _shifted(span: tuple[int, int], offset: int) -> tuple[int, int]:
    return span[0] + offset, span[1] + offset


_ITEM: Final = re.compile(r"[ \t\n\r,]*(?=[^ \t\n\r,\]])")
"""Separators before an item of an array, if there is another item."""

_KEY: Final = re.compile(r'[ \t\n\r,]*("[^"\\]*(?:\\.[^"\\]*)*")[ \t\n\r]*:[ \t\n\r]*')
"""A key, and the separators between it and the values on both sides."""

_FEW: Final = 8
"""Maximum number of fields searched for in the rest of a line, to see if it can be
skipped."""

_DECODER: Final[Any] = json.JSONDecoder(parse_int=str, parse_float=str)
_PASS_OVER: Final[Callable[[str, int], tuple[object, int]]] = _DECODER.scan_once
"""The raw scanner; its caller turns reaching the end of the text into an error."""


def pick(text: str, wanted: Wanted) -> Iterator[Place]:
    """Yield the requested values of a JSON text, inner values first.

    The other values are skipped as a whole, which is faster than scanning them.

    Args:
        text: JSON that parses.
        wanted: the requested values.

    >>> [(p.path, p.value) for p in pick('{"a": [1], "b": 2}', {"b": {}})]
    [(('b',), (16, 17)), ((), (0, 18))]
    """
    begin = len(text) - len(text.lstrip(f"{_BLANK}\n"))
    found: list[Place] = []
    _pick(text, ((), None, begin), wanted, found)
    return iter(found)


def pick_lines(
    text: str, first: int, unread: Container[int], wanted: Wanted
) -> Iterator[Place]:
    r"""Yield the requested values of a dossier with one record per line.

    The paths are those that the values would have in a file of one dossier.

    Args:
        text: lines of JSON, and blank lines.
        first: index of the record on the first line; -1 for the head of the dossier.
        unread: indices of the records whose lines do not parse.
        wanted: the requested values.

    >>> lines = '{"title": "T"}\n{"id": 1}\n{"id": 2}'
    >>> [p.path for p in pick_lines(lines, -1, (), {"records": {1: {"id": {}}}})]
    [(), ('records', 1, 'id'), ('records', 1)]
    """
    index, offset = first, 0
    of_records = wanted.get("records", {})
    found: list[Place] = []
    for line in text.split("\n"):
        inside = line.lstrip(_BLANK)
        if inside:
            asked = wanted if index < 0 else of_records.get(index)
            if asked is not None and index not in unread:
                above: Path = () if index < 0 else ("records", index)
                begin = offset + len(line) - len(inside)
                end = begin + len(inside.rstrip(_BLANK))
                if asked:
                    stop = end if len(asked) <= _FEW else None
                    _pick(text, (above, None, begin), asked, found, stop)
                else:
                    found.append(Place(above, None, (begin, end)))
            index += 1
        offset += len(line) + 1
    return iter(found)


def _name_of(written: str) -> str:
    """Return the name of a key without quotes and escapes."""
    return str(json.loads(written)) if "\\" in written else written[1:-1]


def _pick(
    text: str,
    begun: tuple[Path, tuple[int, int] | None, int],
    wanted: Wanted,
    found: list[Place],
    stop: int | None = None,
) -> int:
    """Append the places of a value and of the requested values inside it to a list.

    Args:
        text: JSON that parses.
        begun: the path to the value, the offsets of its key, and its start.
        wanted: the requested values inside it; nothing deeper is searched.
        found: the list.
        stop: the offset after the value, if known.

    Returns:
        The offset after the value.
    """
    path, key, begin = begun
    mark = text[begin] if wanted else ""
    if mark in ("{", "["):
        is_object = mark == "{"
        index, end = 0, begin + 1
        next_one = (_KEY if is_object else _ITEM).match
        while match := next_one(text, end):
            step = _name_of(match[1]) if is_object else index
            inside = wanted.get(step)
            index, end = index + 1, match.end()
            if inside is None:
                end = _PASS_OVER(text, end)[1]
                continue
            span = match.span(1) if is_object else None
            if inside:
                end = _pick(text, ((*path, step), span, end), inside, found)
            else:
                after = _PASS_OVER(text, end)[1]
                found.append(Place((*path, step), span, (end, after)))
                end = after
            if stop and is_object and _is_done(text[end:stop], wanted):
                end = stop - 1
        end = text.index("}" if is_object else "]", end) + 1
    else:
        end = _PASS_OVER(text, begin)[1]
    found.append(Place(path, key, (begin, end)))
    return end


def _is_done(rest: str, wanted: Wanted) -> bool:
    """Return whether the rest of an object contains none of the requested values."""
    return "\\" not in rest and not any(f'"{key}"' in rest for key in wanted)


def to_pointer(path: Path) -> str:
    """Return a path as a JSON Pointer (RFC 6901).

    >>> to_pointer(("records", 3, "a/b"))
    '/records/3/a~1b'
    """
    return "".join([f"/{_as_step(step)}" for step in path])


def _as_step(step: str | int) -> str:
    """Return a step as it is written in a JSON Pointer."""
    if isinstance(step, int) or step.isidentifier():
        return str(step)
    # Half a surrogate pair, which JSON can escape, would break any program that writes
    # it.
    plain = step.encode("utf-8", "backslashreplace").decode()
    return plain.replace("~", "~0").replace("/", "~1")


def _next(stack: list[_Open], span: tuple[int, int]) -> Place:
    """Return the place of the value that begins here."""
    if not stack:
        return Place((), None, span)
    outer = stack[-1]
    if outer.name is not None:
        return Place((*outer.place.path, outer.name), outer.key, span, outer.again)
    return Place((*outer.place.path, outer.index), None, span)


class Lines:
    """Converts offsets of a text to lines and columns."""

    def __init__(self, text: str, file: str | None = None, first: int = 1) -> None:
        """Index the lines of `text`, which was read under the name `file`.

        Args:
            text: the text, or a part of one.
            file: the name under which it was read.
            first: the number of its first line.
        """
        self.text = text
        self.file = file
        self.first = first
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def location(self, span: tuple[int, int]) -> Location:
        """Return the location of `span`; of several lines, that of the first."""
        start, end = span
        line = bisect.bisect_right(self._starts, start) + self.first - 1
        begin, stop = self.span(line)
        return Location(
            file=self.file,
            line=line,
            column=start - begin + 1,
            end=max(min(end, stop), start + 1) - begin + 1,
        )

    def span(self, number: int) -> tuple[int, int]:
        """Return the offsets of a line by its number, without its line end."""
        index = number - self.first
        begin = self._starts[index]
        if index + 1 == len(self._starts):
            return begin, len(self.text)
        return begin, self._starts[index + 1] - 1
