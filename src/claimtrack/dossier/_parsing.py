"""Read chains as people write them: the other direction of the notation."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import clip, quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Source

__all__ = ["Step", "find_source", "parse_steps"]

Mark: TypeAlias = Literal["", "?", "??"]
"""Before a name: nothing, one unnamed source, two or more."""

_OPEN: Final = re.compile(r"…|\.\.\.")
_MARK: Final = re.compile(r"\?\??")
_BARE: Final = re.compile(r"[^<>]+")
_SEVERAL: Final = 2

_DECODER: Final = json.JSONDecoder()


@attrs.frozen
class Step:
    """One link as it is written.

    Attributes:
        name: its name or description; None for a speaker who is not settled.
        mark: "?" for one unnamed source, "??" for two or more.
        is_holder: whether it stands in round brackets.
    """

    name: str | None
    mark: Mark = ""
    is_holder: bool = False


def parse_steps(text: str) -> tuple[Step, ...]:
    """Return the links of a chain in notation, outermost first.

    >>> parse_steps("UNN < ?one source < (governments)")[2]
    Step(name='governments', mark='', is_holder=True)

    Raises:
        InvalidRecord: with what is wrong where, counted in characters from 1.
    """
    steps: list[Step] = []
    position = 0
    while True:
        step, position = _read_step(text, _skip(text, position))
        steps.append(step)
        position = _skip(text, position)
        if position == len(text):
            break
        if text[position] != "<":
            raise _refusal(text, position, "a < is missing here")
        position += 1
    if steps[0].is_holder:
        raise _refusal(text, 0, "the first source published, so it is no holder")
    return tuple(steps)


def _read_step(text: str, position: int) -> tuple[Step, int]:
    is_holder = text.startswith("(", position)
    begin = _skip(text, position + 1) if is_holder else position
    step, end = _read_name(text, begin, is_holder=is_holder)
    if not is_holder:
        return step, end
    end = _skip(text, end)
    if not text.startswith(")", end):
        raise _refusal(text, position, "this bracket is not closed")
    return step, end + 1


def _read_name(text: str, position: int, *, is_holder: bool) -> tuple[Step, int]:
    opened = _OPEN.match(text, position)
    if opened:
        return Step(None, is_holder=is_holder), opened.end()
    marked = _MARK.match(text, position)
    mark: Mark = "" if not marked else "??" if len(marked[0]) == _SEVERAL else "?"
    begin = _skip(text, position + len(mark))
    if text.startswith('"', begin):
        try:
            name, end = _DECODER.raw_decode(text, begin)
        except json.JSONDecodeError as error:
            raise _refusal(text, begin, "this quote is not closed") from error
        return Step(str(name), mark, is_holder), end
    bare = _BARE.match(text, begin)
    name = bare[0] if bare else ""
    if is_holder:
        name = name.rpartition(")")[0] or name
    stripped = name.rstrip()
    if not stripped:
        raise _refusal(text, begin, "a name is missing here")
    return Step(stripped, mark, is_holder), begin + len(stripped)


def _skip(text: str, position: int) -> int:
    """Return where the next character stands that is no white space."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _refusal(text: str, position: int, problem: str) -> InvalidRecord:
    fix = 'Write "UNN < Bloomberg < ??European officials < (governments)".'
    said = f"{problem} (character {position + 1} of {quote(text)})"
    return InvalidRecord("chain", "", said, fix, "CT014")


def find_source(step: Step, sources: Iterable[Source]) -> Source | None:
    """Return the one source that a step means, None if there is none yet.

    Names and aliases count, as they are written first and without regard to case
    then; an unnamed source is known by its description and by its number.

    Raises:
        InvalidRecord: where it may be several.
    """
    fitting = [each for each in sources if _fits(step, each)]
    for same in (_exactly, _caselessly):
        found = [each for each in fitting if same(step.name or "", each)]
        if len(found) > 1:
            ids = ", ".join(clip(each.id) for each in found)
            problem = f"{quote(step.name)} may be any of: {ids}"
            fix = "Build the chain from the source itself: a.citing(b)."
            raise InvalidRecord("chain", "", problem, fix, "CT014")
        if found:
            return found[0]
    return None


def _fits(step: Step, source: Source) -> bool:
    if not step.mark:
        return source.kind != "unnamed"
    several = source.count is not None and source.count.min >= _SEVERAL
    return source.kind == "unnamed" and several == (step.mark == "??")


def _names(source: Source) -> list[str]:
    return [source.label, *(alias.text for alias in source.aka)]


def _exactly(name: str, source: Source) -> bool:
    return name in _names(source)


def _caselessly(name: str, source: Source) -> bool:
    return name.casefold() in (each.casefold() for each in _names(source))
