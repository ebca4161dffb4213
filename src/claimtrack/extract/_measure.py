"""Measure how well mentions agree with those that people marked."""

from __future__ import annotations

from collections.abc import Mapping  # attrs needs it at run time
from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._article import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.extract._article import Span
    from claimtrack.extract._mention import Mention

__all__ = ["Measure", "Score", "measure"]


@attrs.frozen(kw_only=True)
class Score:
    """Precision and recall of one kind of match.

    Attributes:
        right: pairs that agree.
        drafted: mentions that were found.
        gold: mentions that people marked.
    """

    right: int
    drafted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found mentions that is right, in [0, 1]."""
        return self.right / self.drafted if self.drafted else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked mentions that was found, in [0, 1]."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, in [0, 1]."""
        both = self.drafted + self.gold
        return 2 * self.right / both if both else 0.0


@attrs.frozen(kw_only=True)
class Measure:
    """Agreement of mentions with gold ones, paired one to one by their contents.

    Attributes:
        content: contents that overlap.
        content_strict: contents that are equal, ignoring their ends.
        source: pairs whose sources overlap, too.
        whole: pairs whose cue, source and content all overlap.
        whole_strict: pairs whose cue, source and content are equal, ignoring ends.
        close: gold contents paired with an intersection over union of at least 0.8.
        by_rule: for each rule, its mentions and how many of them are in `content`.
    """

    content: Score
    content_strict: Score
    source: Score
    whole: Score
    whole_strict: Score
    close: Score
    by_rule: Mapping[str, Score]


def _letters(span: Span | None, text: str) -> frozenset[int]:
    return frozenset(
        place
        for start, end in pieces(span)
        for place in range(start, end)
        if text[place].isalnum()
    )


def measure(found: Iterable[Mention], gold: Iterable[Mention], text: str) -> Measure:
    """Return how well mentions agree with gold ones of the same text.

    Only letters and digits count as characters, so that quotes, blanks and full stops
    at the ends make no difference. Pairs are one to one, with the largest overlap
    first.

    >>> from claimtrack.extract import Article, mentions
    >>> text = "It will rain, she said."
    >>> m = mentions(Article(text=text))
    >>> measure(m, m, text).whole_strict.f1
    1.0
    """
    mine, theirs = list(found), list(gold)
    ours = [_letters(m.content, text) for m in mine]
    marked = [_letters(m.content, text) for m in theirs]
    ranked = sorted(
        (-len(a & b) / len(a | b), j, i)
        for j, b in enumerate(marked)
        for i, a in enumerate(ours)
        if a & b
    )
    used: dict[int, int] = {}
    taken: set[int] = set()
    for _, j, i in ranked:
        if j not in used and i not in taken:
            used[j] = i
            taken.add(i)
    strict = sum(ours[i] == marked[j] for j, i in used.items())
    source = whole = exact = 0
    for j, i in used.items():
        roles = [
            (_letters(mine[i].source, text), _letters(theirs[j].source, text)),
            (_letters(mine[i].cue, text), _letters(theirs[j].cue, text)),
        ]
        agree = [bool(a & b) or not b for a, b in roles]
        source += agree[0]
        whole += all(agree)
        exact += ours[i] == marked[j] and all(a == b for a, b in roles)
    near = sum(
        any(len(a & b) * 5 >= len(a | b) * 4 for a in ours if a & b) for b in marked
    )
    rules = {
        rule: Score(
            right=sum(mine[i].rule == rule for i in taken),
            drafted=sum(m.rule == rule for m in mine),
            gold=len(theirs),
        )
        for rule in sorted({m.rule for m in mine})
    }

    def score(right: int) -> Score:
        return Score(right=right, drafted=len(mine), gold=len(theirs))

    return Measure(
        content=score(len(used)),
        content_strict=score(strict),
        source=score(source),
        whole=score(whole),
        whole_strict=score(exact),
        close=score(near),
        by_rule=rules,
    )
