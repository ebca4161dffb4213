"""Cases of support for laws: reports, grades and what is declared, the hard ones often.

Beliefs come from a few grades, so that origins of equal mass are common; circles, open
ends, hedged words, unnamed and witnessing origins are drawn as often as plain ones.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.confidence import GRADES, Opinion, Support, support
from claimtrack.records import Basis, Factuality, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OUTLETS", "PEOPLE", "SLACK", "Case", "Report", "belief_of", "cases"]

OUTLETS: Final = ("o0", "o1", "o2", "o3")
PEOPLE: Final = ("p0", "p1", "p2", "u3")
"""Origins; those with a u are unnamed."""

KINDS: Final = {"o": "outlet", "p": "person", "u": "unnamed", "g": "group"}

SLACK: Final = 1e-9

DEGREES: Final = (0.0, 0.5, 1.0)
"""How far two origins depend on each other, where the hard cases are."""


def belief_of(grade: str) -> float:
    """Return how far a source with this grade is believed."""
    return GRADES["admiralty-reliability"][grade].belief


@attrs.frozen
class Report:
    """Who relays whom: outlets from the publisher inward, and an origin or nobody.

    Attributes:
        relays: the outlets.
        origin: whom the last of them cites; None where nobody.
        factuality: how certain that one says it, and whether for it or against it.
        basis: how the last source knows.
        at: when the origin said so.
    """

    relays: tuple[str, ...]
    origin: str | None
    factuality: Factuality = "CT+"
    basis: Basis = "unknown"
    at: str | None = None

    @property
    def end(self) -> str:
        """The last source."""
        return self.origin or self.relays[-1]

    @property
    def is_for(self) -> bool:
        """Whether it speaks for the claim."""
        return self.factuality.endswith("+")

    @property
    def chain(self) -> ct.Chain:
        """Return it as a chain."""
        keys = [*self.relays, *([self.origin] if self.origin else [])]
        at = None if self.at is None else ct.When.parse(self.at)
        last = ct.Link(
            source=keys[-1], factuality=self.factuality, basis=self.basis, at=at
        )
        return ct.Chain(links=[*(ct.Link(source=each) for each in keys[:-1]), last])


@attrs.frozen
class Case:
    """Reports of one claim, how far everybody is relied on, and what is declared.

    Attributes:
        reports: the reports.
        grades: the grade of each source.
        degrees: how far pairs of origins depend on each other, as a caller says.
        independent: pairs that somebody else calls independent.
    """

    reports: tuple[Report, ...]
    grades: Mapping[str, str]
    degrees: Mapping[tuple[str, str], float] = attrs.field(
        factory=dict[tuple[str, str], float]
    )
    independent: tuple[tuple[str, str], ...] = ()

    def but(self, *more: Report, grades: Mapping[str, str] | None = None) -> Case:
        """Return the same with more reports, and more or other grades."""
        return attrs.evolve(
            self,
            reports=(*self.reports, *more),
            grades={**self.grades, **(grades or {})},
        )

    def only(self, reports: Iterable[Report]) -> Case:
        """Return the same with these reports alone."""
        return attrs.evolve(self, reports=tuple(reports))

    def records(self) -> list[Record]:
        """Return it as records, in any order that one likes."""
        used = {str(link.source) for each in self.reports for link in each.chain}
        declared = {key for pair in self.independent for key in pair}
        keys = sorted(used | set(self.grades) | declared)
        made: list[Record] = [ct.Claim(id="c", text="It is so")]
        for key in keys:
            kind = KINDS[key[0]]
            name = {"description" if kind == "unnamed" else "name": key}
            made.append(ct.Source(id=key, kind=kind, **name))  # type: ignore[arg-type]
        for key, grade in self.grades.items():
            graded = [ct.Confidence("admiralty-reliability", grade)]
            made.append(ct.Assessment(id=f"v-{key}", subject=key, confidence=graded))
        for place, each in enumerate(self.reports):
            made.append(ct.Attribution(id=f"a{place}", claim="c", chain=each.chain))
        for place, (one, other) in enumerate(self.independent):
            made.append(
                ct.Relation(
                    id=f"r{place}", kind="independent-of", subject=one, object=other
                )
            )
        return made

    def dossier(self, order: Iterable[int] | None = None) -> ct.Dossier:
        """Return it as a dossier, with its records put in in this order."""
        records = self.records()
        made = ct.Dossier()
        for place in order or range(len(records)):
            made.add(records[place])
        return made

    def support(self, **given: float) -> Support:
        """Return what it comes to."""
        return support(
            self.dossier(), "c", reliability=given, dependence=dict(self.degrees)
        )

    def opinion(self, **given: float) -> Opinion:
        """Return the opinion, for a case that can be judged."""
        found = self.support(**given).opinion
        assert found is not None
        return found

    def belief(self, **given: float) -> float:
        """Return how far the claim is believed; nothing where nobody can judge it."""
        found = self.support(**given).opinion
        return 0.0 if found is None else found.belief


_PAIRS: Final = list(itertools.combinations((*PEOPLE, *OUTLETS), 2))
_SOME_PAIRS: Final = st.lists(st.sampled_from(_PAIRS), max_size=4, unique=True)
_DEGREE: Final = st.sampled_from((None, *DEGREES))


@functools.cache
def _reports(
    *, against: bool, hedged: bool, witnesses: bool
) -> tuple[st.SearchStrategy[Report], st.SearchStrategy[list[Report]]]:
    """Return strategies of one report that speaks for the claim, and of any reports.

    They are built once: to build them takes as long as to draw from them.
    """
    relays = st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=3).map(tuple)
    certain: list[Factuality] = ["CT+", "CT+", "PR+", "PS+"] if hedged else ["CT+"]
    denied: list[Factuality] = ["CT-", "PR-"] if against else []
    known = st.builds(Report, relays, st.sampled_from(PEOPLE), st.sampled_from(certain))
    others = [known, known, st.builds(Report, relays, st.none())]
    if witnesses:
        saw: st.SearchStrategy[Basis] = st.just("witnessed")
        others.append(st.builds(Report, relays, st.none(), basis=saw))
    if denied:
        against_it = st.builds(
            Report, relays, st.sampled_from(PEOPLE), st.sampled_from(denied)
        )
        others.append(against_it)
    return known, st.lists(st.one_of(others), max_size=6)


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    against: bool = False,
    declared: bool = True,
    hedged: bool = True,
    witnesses: bool = True,
) -> Case:
    """Return cases of sources that are all graded, with an origin that speaks for it.

    Args:
        draw: draws.
        against: whether some may speak against it.
        declared: whether pairs may be called independent on record.
        hedged: whether some may be less than certain.
        witnesses: whether outlets may have seen it.
    """
    known, any_reports = _reports(against=against, hedged=hedged, witnesses=witnesses)
    reports = draw(any_reports)
    reports.insert(draw(st.integers(0, len(reports))), draw(known))
    grades = draw(st.sampled_from(["ABCDE", "AB", "C"]))
    degrees = {pair: draw(_DEGREE) for pair in _PAIRS} if draw(st.booleans()) else {}
    if declared and draw(st.booleans()):
        return _tangled(draw, reports)
    return Case(
        tuple(reports),
        {key: draw(st.sampled_from(grades)) for key in (*OUTLETS, *PEOPLE)},
        {pair: degree for pair, degree in degrees.items() if degree is not None},
        tuple(draw(_SOME_PAIRS)) if declared else (),
    )


def _tangled(draw: st.DrawFn, reports: list[Report]) -> Case:
    """Return weak people who all hang on each other unlike, below every ceiling.

    There the order in which origins count decides, and masses are equal often.
    """
    every = [*reports, *(Report(("o0",), each) for each in PEOPLE)]
    pairs = list(itertools.combinations(PEOPLE, 2))
    weak = {each: draw(st.sampled_from("DDE")) for each in PEOPLE}
    return Case(
        tuple(every),
        {**dict.fromkeys(OUTLETS, "A"), **weak},
        {pair: draw(st.sampled_from(DEGREES)) for pair in pairs},
        (("p0", "p1"),),
    )
