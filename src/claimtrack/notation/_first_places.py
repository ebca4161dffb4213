"""Find the first occurrence of many words in one text, in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["first_places"]

_STEPS: Final = (4, 8, 16)
"""Sizes in characters of the blocks into which the text is cut. Shorter words are
searched for one by one, because they are few or found quickly."""

_FEW: Final = 20
"""Number of words up to which searching one by one costs about as much as one pass."""

_TRIES: Final = 50
"""Comparisons per word, in addition to one per character of the text, after which
the words are searched for one by one: similar words cost more in one pass."""


def first_places(text: str, words: Iterable[str]) -> dict[str, int]:
    """Return the first exact occurrence of words in a text; missing words are left out.

    The text is cut into blocks, and any occurrence of words twice as long as a block
    contains a whole block. So looking at each block finds all of them. Linear in the
    text and the words, unless many words are almost the same.

    Args:
        text: the text.
        words: the words to search for; none may be empty.

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
    # Of two occurrences with the same block, the earlier has more text before the
    # block.
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
