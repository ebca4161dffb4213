"""How far sources are relied on, by assessments on record or as a caller says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.confidence._fusion import averaging_fusion
from claimtrack.confidence._index import Index
from claimtrack.confidence._opinion import Opinion, check_number
from claimtrack.scales import SCALES, Confidence

if TYPE_CHECKING:
    from claimtrack.records import Assessment
    from claimtrack.when import When

__all__ = ["GRADES", "Grades", "Reliability", "Reliance"]

Grades: TypeAlias = Mapping[str, Mapping[str, Opinion]]
"""Reliability scale → code of a grade → the opinion on a source of that grade."""

GRADES: Final[Grades] = {
    "admiralty-reliability": {
        "A": Opinion(0.95, 0.01, 0.04),
        "B": Opinion(0.75, 0.10, 0.15),
        "C": Opinion(0.50, 0.25, 0.25),
        "D": Opinion(0.25, 0.50, 0.25),
        "E": Opinion(0.05, 0.80, 0.15),
    },
}
"""What a grade is taken for, unless told otherwise. The numbers are ours: no table of
the Admiralty's has any. "F" is none of them: it says that it cannot be judged."""

Reliance: TypeAlias = float | Opinion | Confidence | None
"""How far a caller relies on a source: a share from 0 to 1 of what it says, an opinion,
a grade; None where it cannot be judged."""


@attrs.frozen
class Reliability:
    """How far each source is relied on, looked up when it is asked for.

    Attributes:
        index: the dossier, with its assessments.
        given: what the caller says, by the id that the source goes by; it goes before
            what is on record.
        grades: what grades are taken for.
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
        return cls(index, {index.who(key): each for key, each in given.items()}, grades)

    def opinion(self, key: str) -> Opinion | None:
        """Return how far a source or a document is relied on; None if not judged."""
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def share(self, key: str) -> float | None:
        """Return how much of what is said arrives through a source, in [0, 1].

        Belief in it, without a share of the unknown: where nothing is known of a
        source, nothing arrives.
        """
        opinion = self.opinion(key)
        return None if opinion is None else opinion.belief

    def said(self, key: str) -> str:
        """Return in a word how far a source is relied on, as it was said."""
        given = self.given.get(key)
        if key in self.given:
            if isinstance(given, Confidence):
                return str(given.value)
            opinion = self._read(given)
            return "not judged" if opinion is None else f"{opinion.belief * 100:.0f} %"
        grades = self._grades(key)
        if grades:
            return " and ".join(dict.fromkeys(str(each.value) for each in grades))
        document = self.index.document(key)
        if document is None or document.publisher is None:
            return "not rated"
        return self.said(self.index.who(document.publisher))

    def _find(self, key: str) -> Opinion | None:
        if key in self.given:
            return self._read(self.given[key])
        opinions = [self._graded(each) for each in self._grades(key)]
        known = [each for each in opinions if each is not None]
        if opinions:
            # Several assessors judge the same conduct, so their evidence is averaged.
            return averaging_fusion(known) if known else None
        document = self.index.document(key)
        if document is None or document.publisher is None:
            return None
        # Nobody has judged the paper itself: it is worth what its publisher is.
        return self.opinion(self.index.who(document.publisher))

    def _read(self, given: Reliance) -> Opinion | None:
        if given is None or isinstance(given, Opinion):
            return given
        if isinstance(given, Confidence):
            return self._graded(given)
        check_number(given, "reliability")
        return Opinion(given, 0, 1 - given)

    def _graded(self, confidence: Confidence) -> Opinion | None:
        """Return the opinion that a grade is; None for what is no grade."""
        grade = str(confidence.value)
        return self.grades.get(confidence.scale, {}).get(grade)

    def _grades(self, key: str) -> list[Confidence]:
        """Return the grades of reliability on record, of each assessor the latest."""
        by_assessor: dict[str, list[Assessment]] = {}
        for each in self.index.assessments.get(key, ()):
            if any(map(_is_grade, each.confidence)):
                by = "" if each.by is None else self.index.who(each.by)
                by_assessor.setdefault(by, []).append(each)
        return [
            confidence
            for every in by_assessor.values()
            for each in _latest(every)
            for confidence in filter(_is_grade, each.confidence)
        ]


def _is_grade(confidence: Confidence) -> bool:
    return SCALES[confidence.scale].kind == "reliability"


def _latest(assessments: list[Assessment]) -> list[Assessment]:
    """Return those that no other is surely later than.

    Whatever is before any other is before the one that begins last; days and instants
    are compared apart, because a day is another one elsewhere.
    """
    moments = [each.at for each in assessments if each.at is not None]
    instants = [each for each in moments if isinstance(each.earliest, datetime)]
    days = [
        each
        for each in moments
        if each.earliest is not None and not isinstance(each.earliest, datetime)
    ]
    last = [max(each, key=_start) for each in (instants, days) if each]
    return [
        each
        for each in assessments
        if each.at is None or not any(each.at.before(top) is True for top in last)
    ]


def _start(moment: When) -> date:
    return moment.earliest or date.min
