"""Names that stand beside a description: "his wife, Ana Ruiz", "the firm, Xylo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag, flags_of, is_participle

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.records import SourceKind

__all__ = ["name_beside"]

_WORD: Final = re.compile(r"[^\W_](?:[^\s,()\"“”«»]*[^\W_])?")
_NO_NAME: Final = Flag.DET | Flag.PEOPLE | Flag.TIME
_NO_ROLE: Final = Flag.DET | Flag.PREP | Flag.REL
_LONGEST: Final = 3


def name_beside(
    phrase: str,
    head: str,
    place: tuple[int, int],
    flags: list[int],
    capital: list[bool],
    words: Lexicon,
) -> tuple[SourceKind, str, str] | None:
    """Return kind, name and description of "DESCRIPTION, NAME"; None for any other.

    Args:
        phrase: all of it.
        head: what stands before the first comma or bracket.
        place: the last word of `head` that is somebody, and the word it is about.
        flags: what each word of `head` can be.
        capital: whether each word of `head` has a capital.
        words: the tables of the language.
    """
    before, comma, added = phrase.partition(",")
    stretch = re.split(r"[,(]", added, maxsplit=1)[0]
    tokens = list(_WORD.finditer(stretch))
    if not comma or not tokens:
        return None
    tokens = tokens[: _reach([token[0] for token in tokens], words)]
    run = _name_run([token[0] for token in tokens], words)
    while run < len(tokens) - 1 and flags_of(tokens[run][0], words) & Flag.TITLE:
        run += 1
    length = len(tokens) - run
    if not 1 <= length <= _LONGEST:
        return None
    name = stretch[tokens[run].start() : tokens[-1].end()]
    after, noun = place
    if after >= 0 and not capital[after]:
        if length == 1 and (run or not _is_one(head, flags, after, name, words)):
            return None
        start = len(before) + 1 + tokens[run].start()
        return "person", name, phrase[:start].strip(" ,") if run else head
    if flags[noun] & Flag.BODY and not capital[noun] and not run:
        return "organization", name, head
    return None


def _reach(tokens: list[str], words: Lexicon) -> int:
    """Return where "of …" begins behind a name: "Jo Smith of Sund University"."""
    for i, token in enumerate(tokens):
        if i and flags_of(token, words) & Flag.PREP:
            return i
    return len(tokens)


def _name_run(tokens: list[str], words: Lexicon) -> int:
    """Return where the name begins in "former captain Ana Ruiz"; the end for none."""
    run = len(tokens)
    while (
        run > 0
        and tokens[run - 1][0].isupper()
        and not flags_of(tokens[run - 1], words) & _NO_NAME
    ):
        run -= 1
    is_role = not any(
        flag & _NO_ROLE or is_participle(token.lower(), flag)
        for token in tokens[:run]
        for flag in (flags_of(token, words),)
    )
    return run if is_role else len(tokens)


def _is_one(head: str, flags: list[int], after: int, name: str, words: Lexicon) -> bool:
    """Whether a single word can name the one person of a description."""
    noun = _WORD.findall(head)[after].lower()
    is_many = noun.endswith("s") or noun in words.listed("unnamed", "plain_plural")
    is_short = len(name) > 1 and name.isupper()
    return bool(flags[0] & Flag.DET) and not is_many and not is_short
