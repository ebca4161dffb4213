"""Where many words first stand in one text, in one pass over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["first_places"]

_STEPS: Final = (4, 8, 16)
"""Characters of the blocks into which the text is cut; shorter words are looked up one
by one, as there are few of them, or they are soon found."""

_FEW: Final = 20
"""Words that are looked up one by one: one pass costs about as much."""

_TRIES: Final = 50
"""Comparisons for each of many words, beside one for each character of the text, before
they are looked up one by one: those that are alike cost more in one pass."""


def first_places(text: str, words: Iterable[str]) -> dict[str, int]:
    """Return where words first stand in a text, letter by letter; without the others.

    A text is cut into blocks, and every place at which words of twice that length can
    stand holds a whole block. So a look at each block finds all of them: linear in the
    text and the words, unless many words are alike in nearly everything.

    Args:
        text: the text.
        words: what is looked for, none of it empty.

    >>> first_places("a port, a ferry", ["a ferry", "port", "quay"])
    {'a ferry': 8, 'port': 2}
    """
    by_step: dict[int, list[str]] = {}
    for each in dict.fromkeys(words):
        fitting = [step for step in _STEPS if 2 * step - 1 <= len(each)]
        by_step.setdefault(max(fitting, default=0), []).append(each)
    found: dict[str, int] = {}
    for step, several in by_step.items():
        if step and len(several) > _FEW:
            found |= _in_blocks(text, several, step)
        else:
            found |= _one_by_one(text, several)
    return found


def _one_by_one(text: str, words: Iterable[str]) -> dict[str, int]:
    places = ((each, text.find(each)) for each in words)
    return {each: place for each, place in places if place >= 0}


def _in_blocks(text: str, words: list[str], step: int) -> dict[str, int]:
    wanted: dict[str, list[tuple[str, int]]] = {}
    # Of two places in one block, the earlier one has more before the block.
    for before in range(step - 1, -1, -1):
        for each in words:
            wanted.setdefault(each[before : before + step], []).append((each, before))
    found: dict[str, int] = {}
    tries = len(text) + _TRIES * len(words)
    for at in range(0, len(text), step):
        listed = wanted.get(text[at : at + step])
        if not listed:
            continue
        tries -= len(listed)
        for each, before in listed:
            if at >= before and text.startswith(each, at - before):
                found.setdefault(each, at - before)
        if any(each in found for each, _ in listed):
            listed[:] = [pair for pair in listed if pair[0] not in found]
        if tries < 0:
            rest = (each for each in words if each not in found)
            return found | _one_by_one(text, rest)
    return found
