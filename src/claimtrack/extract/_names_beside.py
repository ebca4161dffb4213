"""Names next to a description: "his wife, Ana Ruiz", "the firm, Xylo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag, flags_of, is_participle
from claimtrack.extract._person_names import is_short
from claimtrack.extract._source_phrase import WORD

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._source_phrase import Phrase
    from claimtrack.records import SourceKind

__all__ = ["name_beside"]

_NO_NAME: Final = Flag.DET | Flag.PEOPLE | Flag.TIME
_NO_ROLE: Final = Flag.DET | Flag.PREP | Flag.REL
_LONGEST: Final = 3


def name_beside(phrase: Phrase, words: Lexicon) -> tuple[SourceKind, str, str] | None:
    """Return kind, name and description of "DESCRIPTION, NAME"; otherwise None."""
    before, comma, added = phrase.whole.partition(",")
    stretch = re.split(r"[,(]", added, maxsplit=1)[0]
    tokens = list(WORD.finditer(stretch))
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
    noun = phrase.noun
    if phrase.somebody >= 0 and not phrase.capital[phrase.somebody]:
        if length == 1 and (run or not _is_one(phrase, name, words)):
            return None
        start = len(before) + 1 + tokens[run].start()
        role = phrase.whole[:start].strip(" ,") if run else phrase.head
        return "person", name, role
    if phrase.flags[noun] & Flag.BODY and not phrase.capital[noun] and not run:
        return "organization", name, phrase.head
    return None


def _reach(tokens: list[str], words: Lexicon) -> int:
    """Return where "of …" begins after a name: "Jo Smith of Sund University"."""
    for i, token in enumerate(tokens):
        if i and flags_of(token, words) & Flag.PREP:
            return i
    return len(tokens)


def _name_run(tokens: list[str], words: Lexicon) -> int:
    """Return where the name begins in "former captain Ana Ruiz", or else the end."""
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


def _is_one(phrase: Phrase, name: str, words: Lexicon) -> bool:
    """Return whether a single word can name the one person of a description."""
    noun = phrase.tokens[phrase.somebody][0].lower()
    is_many = noun.endswith("s") or noun in words.listed("unnamed", "plain_plural")
    is_one = phrase.flags[0] & Flag.DET and not is_many
    return bool(is_one) and not is_short(name)
