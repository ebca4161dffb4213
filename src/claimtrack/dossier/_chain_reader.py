"""Read chains in notation: the inverse of `format_chain`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import clip, quote
from claimtrack.records import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.records import Source

__all__ = ["Step", "find_sources", "parse_steps"]

Mark: TypeAlias = Literal["", "?", "??"]
"""Prefix of a name: nothing, one unnamed source, two or more."""

_OPEN: Final = re.compile(r"…|\.\.\.")
_MARK: Final = re.compile(r"\?\??")
_BARE: Final = re.compile(r"[^<>]+")
_SEVERAL: Final = 2

_DECODER: Final = json.JSONDecoder()


@attrs.frozen
class Step:
    """One link as written.

    Attributes:
        name: its name or description; None for a speaker who is not settled.
        mark: "?" for one unnamed source, "??" for two or more.
        is_holder: whether it is in round brackets.
    """

    name: str | None
    mark: Mark = ""
    is_holder: bool = False


def parse_steps(text: str) -> tuple[Step, ...]:
    """Return the links of a chain in notation, outermost first.

    >>> parse_steps("UNN < ?one source < (governments)")[2]
    Step(name='governments', mark='', is_holder=True)

    Raises:
        InvalidRecord: if the text is not valid notation; it says what is wrong where,
            counted in characters from 1.
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
        raise _refusal(text, 0, "the first source published, so it cannot be a holder")
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
    """Return the position of the next character that is not white space."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _refusal(text: str, position: int, problem: str) -> InvalidRecord:
    fix = 'Write "UNN < Bloomberg < ??European officials < (governments)".'
    said = f"{problem} (character {position + 1} of {quote(text)})"
    return InvalidRecord("chain", "", said, fix, "CT014")


def find_sources(
    steps: Iterable[Step], sources: Iterable[Source]
) -> tuple[Source | None, ...]:
    """Return the one source that each step means; None for a new one.

    Names and aliases are compared by exact spelling first, then as names are compared.
    An unnamed source is identified by its description and its number. Linear.

    Raises:
        InvalidRecord: if a step may mean several sources, or if two new names differ
            only in their spelling.
    """
    known: dict[tuple[Mark, str], list[tuple[str, Source]]] = {}
    for source in sources:
        for name in (source.label, *(alias.text for alias in source.aka)):
            named = known.setdefault((_mark_of(source), name_key(name)), [])
            named.append((name, source))
    new: dict[str, str] = {}
    return tuple(_meant(each, known, new) for each in steps)


def _meant(
    step: Step,
    known: Mapping[tuple[Mark, str], list[tuple[str, Source]]],
    new: dict[str, str],
) -> Source | None:
    """Return the source that a step means; an unknown name is added to `new`."""
    if step.name is None:
        return None
    key = name_key(step.name)
    named = known.get((step.mark, key), [])
    spelled_so = [source for name, source in named if name == step.name]
    found = {each.id: each for each in spelled_so or [source for _, source in named]}
    if len(found) > 1:
        others = f"any of: {', '.join(map(clip, found))}"
        raise _ambiguous(step.name, others)
    # Unnamed sources with the same description may be two different ones.
    if not found and not step.mark and new.setdefault(key, step.name) != step.name:
        raise _ambiguous(step.name, f"{quote(new[key])}, which is spelled differently")
    return next(iter(found.values()), None)


def _ambiguous(name: str, others: str) -> InvalidRecord:
    fix = "Build the chain from the source itself: a.citing(b)."
    return InvalidRecord("chain", "", f"{quote(name)} may be {others}", fix, "CT014")


def _mark_of(source: Source) -> Mark:
    if source.kind != "unnamed":
        return ""
    several = source.count is not None and source.count.min >= _SEVERAL
    return "??" if several else "?"
