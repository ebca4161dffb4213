"""Did you mean …? One answer for keys, words and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.findings._synonyms import meant_by

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["suggest"]

LONGEST: Final = 64
"""Longer words are not compared: nobody misspells them, and it would cost."""

CANDIDATES: Final = 2_000
"""Words that one suggestion is sought among at most."""

CLOSE_ENOUGH: Final = 0.6
"""The least `difflib` ratio at which a word is offered; 0.6 is its own advice."""

SHORTEST: Final = 2
"""Letters of the shortest word in which two can be swapped."""


def suggest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` that was probably meant by `word`, or None.

    Case and the choice between "-", "_" and space do not count as mistakes. A word that
    people use for one of `words` means that one.

    >>> suggest("oulet", ["person", "outlet"]), suggest("xyz", ["person"])
    ('outlet', None)
    >>> suggest("politician", ["outlet", "person"])
    'person'
    """
    if not word or len(word) > LONGEST:
        return None
    known: dict[str, str] = {}
    for candidate in words:
        if len(candidate) <= LONGEST:
            known.setdefault(_plain(candidate), candidate)
        if len(known) >= CANDIDATES:
            break
    plain = _plain(word)
    meant = (known.get(each) for each in (plain, *meant_by(plain)))
    sure = next((each for each in meant if each is not None), None)
    if sure is not None:
        return sure
    # Slips are rare.
    import difflib  # noqa: PLC0415

    near = difflib.get_close_matches(plain, known, n=1, cutoff=CLOSE_ENOUGH)
    if near:
        return known[near[0]]
    # Two letters that are swapped are all of a short word, and too far for difflib.
    return known.get(plain[::-1]) if len(plain) == SHORTEST else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
