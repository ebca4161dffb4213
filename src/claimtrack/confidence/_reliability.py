"""How far sources are relied on, from assessments on record or as the caller says."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.confidence._enumeration import listed, percent
from claimtrack.confidence._index import Index
from claimtrack.confidence._opinion import Opinion, check_number, clipped
from claimtrack.scales import SCALES, Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["GRADES", "Grades", "Reliability", "Reliance"]

Grades: TypeAlias = Mapping[str, Mapping[str, Opinion]]
"""Reliability scale → code of a grade → the opinion on a source of that grade."""

GRADES: Final[Grades] = {
    "admiralty-reliability": {
        "A": Opinion(0.95, 0, 0.05),
        "B": Opinion(0.75, 0, 0.25),
        "C": Opinion(0.50, 0, 0.50),
        "D": Opinion(0.25, 0, 0.75),
        "E": Opinion(0.05, 0, 0.95),
    },
}
"""How far a source with a grade is believed, unless a caller says otherwise. The rest
is uncertainty, because doubt about a source is not evidence for the contrary. The
numbers are our choice, as the Admiralty's table has none. "F" is not included, because
it means that the source cannot be judged."""

Reliance: TypeAlias = float | Opinion | Confidence | None
"""How far a caller relies on a source: a share from 0 to 1 of what it says, an opinion,
or a grade; None if the source cannot be judged."""


_APART: Final = 2
"""Two assessors disagree if their grades are at least this far apart."""


@attrs.frozen
class Reliability:
    """How far each source is relied on; looked up when needed.

    Attributes:
        index: the index of the dossier, with its assessments.
        given: what the caller says, by the least id of the source; this overrides the
            assessments on record.
        grades: the opinion that each grade means.
    """

    index: Index
    given: Mapping[str, Reliance]
    grades: Grades
    _known: dict[str, Opinion | None] = attrs.field(factory=dict[str, "Opinion | None"])

    @classmethod
    def of(
        cls, index: Index, given: Mapping[str, Reliance], grades: Grades
    ) -> Reliability:
        """Return the reliability of a dossier's sources."""
        return cls(index, {index.one(key): each for key, each in given.items()}, grades)

    def opinion(self, key: str) -> Opinion | None:
        """Return how far a source or a document is relied on; None if not rated."""
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def share(self, key: str) -> float | None:
        """Return how much of what is said arrives through a source, in [0, 1].

        This is the belief in the source, without a share of the uncertainty: if nothing
        is known about a source, nothing arrives.
        """
        opinion = self.opinion(key)
        return None if opinion is None else opinion.belief

    def said(self, key: str) -> str:
        """Return how far a source is relied on, in the words in which it was rated."""
        if key in self.given:
            given = self.given[key]
            if isinstance(given, Confidence):
                return str(given.value)
            opinion = self.opinion(key)
            return "not judged" if opinion is None else percent(opinion.belief)
        grades = {
            str(each.value)
            for every in self._by_assessor(key).values()
            for each in every
        }
        if grades:
            return listed(sorted(grades))
        publisher = self.index.publisher(key)
        return "not rated" if publisher is None else self.said(publisher)

    def disputes(self, key: str) -> str | None:
        """Return who rates a source two or more grades apart, and how.

        Returns None if no two assessors do, or if the caller overrides them.
        """
        if key in self.given:
            return None
        ranked = sorted(
            (self._rank(confidence), str(confidence.value), by)
            for by, every in self._by_assessor(key).items()
            for confidence in every
            if self._graded(confidence) is not None
        )
        if not ranked or ranked[-1][0] - ranked[0][0] < _APART:
            return None
        best, worst = (
            f"{grade} by {self.index.name(by) if by else 'an assessor not on record'}"
            for _, grade, by in (ranked[0], ranked[-1])
        )
        return f"{self.index.name(key)} is rated {best} and {worst}"

    def _rank(self, confidence: Confidence) -> int:
        codes = SCALES[confidence.scale].codes
        return codes.index(str(confidence.value))

    def _find(self, key: str) -> Opinion | None:
        if key in self.given:
            return self._read(self.given[key])
        by_assessor = self._by_assessor(key)
        if by_assessor:
            return _mean(_mean(map(self._graded, e)) for e in by_assessor.values())
        publisher = self.index.publisher(key)
        # Nobody has rated the document itself, so it counts as much as its publisher.
        return None if publisher is None else self.opinion(publisher)

    def _read(self, given: Reliance) -> Opinion | None:
        if given is None:
            return None
        if isinstance(given, Confidence):
            return self._graded(given)
        if isinstance(given, Opinion):
            return self._at_most(given)
        check_number(given, "reliability")
        return self._at_most(Opinion(given, 0, 1 - given))

    def _at_most(self, opinion: Opinion) -> Opinion:
        """Return an opinion on a source, limited to the opinion of the best grade."""
        graded = (each for grades in self.grades.values() for each in grades.values())
        best = max((each.belief for each in graded), default=1.0)
        if opinion.belief <= best:
            return opinion
        return Opinion(best, opinion.disbelief, 1 - best - opinion.disbelief)

    def _graded(self, confidence: Confidence) -> Opinion | None:
        """Return the opinion that a grade means; None if the value is not a grade."""
        grade = str(confidence.value)
        return self.grades.get(confidence.scale, {}).get(grade)

    def _by_assessor(self, key: str) -> dict[str, list[Confidence]]:
        """Return the latest reliability grades from each assessor."""
        found = self.index.latest(
            key, lambda each: any(map(_is_grade, each.confidence))
        )
        return {
            by: [
                grade for each in every for grade in filter(_is_grade, each.confidence)
            ]
            for by, every in found.items()
        }


def _mean(opinions: Iterable[Opinion | None]) -> Opinion | None:
    """Return the mean of opinions, part by part; None if there are none.

    Averaging their evidence instead would let the surest assessor win.

    Source: Stone 1961, "The opinion pool": the linear pool.
    """
    known = [each for each in opinions if each is not None]
    if not known:
        return None
    belief, disbelief = (
        math.fsum(parts) / len(known)
        for parts in ([e.belief for e in known], [e.disbelief for e in known])
    )
    return clipped(belief, disbelief, 0.5)


def _is_grade(confidence: Confidence) -> bool:
    return SCALES[confidence.scale].kind == "reliability"
