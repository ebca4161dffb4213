"""Nouns of saying: "the claim that …", "his warning that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._clause_ends import clause_end
from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._verb_groups import verb_group
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._cue_match import span

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["by_noun"]

F = Flag
_NEAR: Final = 4


def by_noun(unit: Unit, i: int, words: Lexicon) -> list[Mention]:
    """Return the mention of "X's claim that CONTENT", if there is one at item i."""
    flags, low = unit.flags, unit.words
    if low[i] not in words.nouns or i + 2 >= len(low) or not flags[i + 1] & F.THAT:
        return []
    owner: tuple[int, int] | None = None
    j = i - 1
    while (
        j > 0
        and i - j < _NEAR
        and not flags[j] & (F.DET | F.AUX | F.CUE | F.PUNCT)
        and low[j][0] not in "'’"
    ):
        j -= 1
    if j < 0:
        return []
    if low[j][0] in "'’":
        owner = left_of(unit, j - 1)
    elif low[j] in ("his", "her", "their", "its", "my", "our", "your"):
        owner = (j, j)
    elif flags[j] & F.DET and j > 1 and not flags[j - 1] & (F.PREP | F.PUNCT | F.COORD):
        group = verb_group(unit, j - 1)
        owner = left_of(unit, group.first - 1) if not group.passive else None
    if owner is None:
        return []
    content = span(unit, i + 1, clause_end(unit, i + 1, words))
    made = Mention(
        source=span(unit, *owner),
        cue=span(unit, i, i),
        content=content,
        attitude=words.nouns[low[i]],
        rule="noun",
    )
    return [made]
