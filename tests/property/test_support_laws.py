"""Laws of support: echoes add nothing, origins do, and nothing is surer than they."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.confidence import (
    GRADES,
    Opinion,
    cumulative_fusion,
    support,
    support_all,
)
from claimtrack.lineage import trace
from claimtrack.records import Factuality, Record
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from collections.abc import Iterable


laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

OUTLETS: Final = ("o0", "o1", "o2", "o3")
PEOPLE: Final = ("p0", "p1", "p2")
SLACK: Final = 1e-9


@attrs.frozen
class Report:
    """Who relays whom: outlets from the publisher inward, and a person or nobody."""

    relays: tuple[str, ...]
    origin: str | None
    factuality: Factuality = "CT+"

    @property
    def chain(self) -> ct.Chain:
        """Return it as a chain."""
        links = [ct.Link(source=each) for each in self.relays]
        if self.origin is not None:
            links.append(ct.Link(source=self.origin, factuality=self.factuality))
        return ct.Chain(links=links)


@attrs.frozen
class Case:
    """Reports of one claim, and how far everybody is relied on."""

    reports: tuple[Report, ...]
    grades: Mapping[str, str]

    def but(self, *more: Report, grades: Mapping[str, str] | None = None) -> Case:
        """Return the same with more reports, and more or other grades."""
        return Case((*self.reports, *more), {**self.grades, **(grades or {})})

    def dossier(self, order: Iterable[int] | None = None) -> ct.Dossier:
        """Return it as records, put in in this order."""
        names = {key for each in self.reports for key in each.chain.links}
        keys = sorted({str(each.source) for each in names} | set(self.grades))
        sources = [
            ct.Source(id=key, kind="outlet" if key[0] == "o" else "person", name=key)
            for key in keys
        ]
        grades = [
            ct.Assessment(
                id=f"v-{key}",
                subject=key,
                confidence=[ct.Confidence("admiralty-reliability", grade)],
            )
            for key, grade in self.grades.items()
        ]
        chains = [
            ct.Attribution(id=f"a{place}", claim="c", chain=each.chain)
            for place, each in enumerate(self.reports)
        ]
        made = ct.Dossier()
        rest: list[Record] = [*grades, *chains]
        made.add(ct.Claim(id="c", text="It is so"))
        for source in sources:
            made.add(source)
        for place in order or range(len(rest)):
            made.add(rest[place])
        return made

    @property
    def records(self) -> int:
        """How many records can be put in in any order."""
        return len(self.grades) + len(self.reports)

    def opinion(self, **given: float) -> Opinion:
        """Return what it comes to; a case of ours can always be judged."""
        found = support(self.dossier(), "c", reliability=given).opinion
        assert found is not None
        return found


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return reports with circles and open ends, of sources that are all graded."""
    relays = st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=3).map(tuple)
    certain: st.SearchStrategy[Factuality] = st.sampled_from(["CT+", "PR+", "PS+"])
    known = st.builds(Report, relays, st.sampled_from(PEOPLE), certain)
    open_ = st.builds(Report, relays, st.none())
    reports = draw(st.lists(known | open_, max_size=5))
    reports.insert(draw(st.integers(0, len(reports))), draw(known))
    grade = st.sampled_from("ABCDE")
    return Case(tuple(reports), {key: draw(grade) for key in (*OUTLETS, *PEOPLE)})


def is_same(one: Opinion, other: Opinion) -> bool:
    """Return whether two opinions are one, but for rounding."""
    return (
        abs(one.belief - other.belief) < SLACK
        and abs(one.disbelief - other.disbelief) < SLACK
    )


@laws
@given(cases(), st.data())
def test_the_order_of_records_changes_no_bit(case: Case, data: st.DataObject) -> None:
    """Nor anything else; and parts are parts of one."""
    order = data.draw(st.permutations(range(case.records)))
    found = support(case.dossier(), "c")
    assert support(case.dossier(order), "c") == found
    assert found.opinion is not None
    total = found.opinion.belief + found.opinion.disbelief + found.opinion.uncertainty
    assert total == pytest.approx(1)
    assert all(0 <= each.probability <= 1 for each in found.attestation)
    assert all(0 <= each.weight <= 1 for each in found.by_origin)
    assert all(0 <= (each.share or 0) <= 1 for each in found.by_origin)


@laws
@given(cases(), st.data())
def test_the_same_report_again_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Not even who is surely quoted rightly."""
    again = case.but(data.draw(st.sampled_from(case.reports)))
    before, after = (support(each.dossier(), "c") for each in (case, again))
    assert (after.opinion, after.by_origin) == (before.opinion, before.by_origin)
    assert after.attestation == before.attestation


@laws
@given(cases(), st.integers(1, 10), st.sampled_from("ABCDEF"), st.data())
def test_one_more_outlet_repeating_the_same_changes_nothing(
    case: Case, relays: int, grade: str, data: st.DataObject
) -> None:
    """The first law: one, three, ten relays of what is reported are no evidence."""
    repeated = data.draw(st.sampled_from(case.reports))
    more = [
        attrs.evolve(repeated, relays=(f"o-new-{n}", *repeated.relays))
        for n in range(relays)
    ]
    echo = case.but(*more, grades={f"o-new-{n}": grade for n in range(relays)})
    assert echo.opinion() == case.opinion()


@laws
@given(cases(), st.data())
def test_a_weaker_way_to_a_known_origin_changes_nothing(
    case: Case, data: st.DataObject
) -> None:
    """An outlet of no better grade, in the place of the one that is repeated."""
    repeated = data.draw(st.sampled_from(case.reports))
    graded = case.grades[repeated.relays[0]]
    grade = data.draw(st.sampled_from([each for each in "ABCDE" if each >= graded]))
    weaker = attrs.evolve(repeated, relays=("o-new", *repeated.relays[1:]))
    # A paper that does not name its source opens an end, and moves none.
    assert case.but(weaker, grades={"o-new": grade}).opinion() == case.opinion()


@laws
@given(cases(), st.sampled_from("ABCDE"), st.sampled_from("ABCDE"))
def test_a_new_origin_raises_it(case: Case, outlet: str, person: str) -> None:
    """Strictly, however little it is relied on: more is known than before."""
    more = case.but(
        Report(("o-new",), "p-new"), grades={"o-new": outlet, "p-new": person}
    )
    before, after = case.opinion(), more.opinion()
    assert after.projection > before.projection
    assert after.uncertainty < before.uncertainty


@laws
@given(cases())
def test_nothing_is_surer_than_hearing_the_origins(case: Case) -> None:
    """Each of them directly, as if it published."""
    roots = {each.origin: each for each in case.reports if each.origin}
    direct = Case(
        tuple(
            ct_report
            for each in case.reports
            if each.origin is not None
            for ct_report in (Report((), each.origin, each.factuality),)
        ),
        case.grades,
    )
    assert roots
    assert case.opinion().projection <= direct.opinion().projection + SLACK
    assert case.opinion().uncertainty >= direct.opinion().uncertainty - SLACK


@laws
@given(cases(), st.sampled_from("ABCDE"))
def test_a_longer_chain_is_never_surer(case: Case, grade: str) -> None:
    """With one more relay behind every publisher, and another one for each."""
    mids = [f"o-mid-{place}" for place in range(len(case.reports))]
    longer = Case(
        tuple(
            attrs.evolve(each, relays=(each.relays[0], mid, *each.relays[1:]))
            for each, mid in zip(case.reports, mids, strict=True)
        ),
        {**case.grades, **dict.fromkeys(mids, grade)},
    )
    assert longer.opinion().uncertainty >= case.opinion().uncertainty - SLACK
    assert longer.opinion().projection <= case.opinion().projection + SLACK


@laws
@given(cases())
def test_through_nobody_nothing_arrives(case: Case) -> None:
    """A relay on whom one does not rely at all passes nothing on."""
    assert case.opinion(**dict.fromkeys(OUTLETS, 0.0)).is_vacuous


@laws
@given(cases(), st.sampled_from((*OUTLETS, *PEOPLE)), st.floats(0, 0.99))
def test_more_reliance_is_never_less_support(
    case: Case, key: str, share: float
) -> None:
    """Of any source, outlet or origin."""
    recorded = GRADES["admiralty-reliability"][case.grades[key]].belief
    low, high = sorted((share, recorded))
    before, after = case.opinion(**{key: low}), case.opinion(**{key: high})
    assert after.projection >= before.projection - SLACK
    assert after.uncertainty <= before.uncertainty + SLACK


@laws
@given(cases(), st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_more_dependence_is_never_more_support(
    case: Case, degrees: list[float]
) -> None:
    """Between two origins; none is cumulative fusion, all is the greater alone."""
    two = Case(
        (
            Report(case.reports[0].relays, "p0"),
            Report(case.reports[0].relays, "p1"),
        ),
        case.grades,
    )
    d = two.dossier()

    def at(degree: float) -> Opinion:
        found = support(d, "c", dependence={("p0", "p1"): degree}).opinion
        assert found is not None
        return found

    low, high = map(at, sorted(degrees))
    assert high.projection <= low.projection + SLACK
    alone = [Case((each,), two.grades).opinion() for each in two.reports]
    assert is_same(at(0), cumulative_fusion(alone))
    assert is_same(at(1), max(alone, key=lambda each: each.belief))


@laws
@given(cases(), st.data())
def test_dependence_never_adds_and_never_turns(case: Case, data: st.DataObject) -> None:
    """Whatever hangs on whatever, there is no more evidence than of all apart."""
    pairs = [("p0", "p1"), ("p1", "p2"), ("p2", "p0")]
    degrees = {each: data.draw(st.floats(0, 1)) for each in pairs}
    found = support(case.dossier(), "c", dependence=degrees).opinion
    assert found is not None
    assert found.uncertainty >= case.opinion().uncertainty - SLACK
    assert found.disbelief == 0


@laws
@given(cases(), st.sampled_from(PEOPLE))
def test_a_retraction_is_as_if_it_had_never_been_said(case: Case, who: str) -> None:
    """To the last bit."""
    rest = tuple(each for each in case.reports if each.origin != who)
    d = case.dossier()
    gone = [
        f"a{place}" for place, each in enumerate(case.reports) if each.origin == who
    ]
    d.remove(*gone)
    fresh = support(Case(rest, case.grades).dossier(), "c")
    found = support(d, "c")
    assert (found.opinion, found.by_origin) == (fresh.opinion, fresh.by_origin)


@laws
@given(cases())
def test_names_are_nothing(case: Case) -> None:
    """Other ids, in the same order, give the same numbers."""

    def renamed(key: str) -> str:
        return f"{key}-x"

    other = Case(
        tuple(
            attrs.evolve(
                each,
                relays=tuple(map(renamed, each.relays)),
                origin=None if each.origin is None else renamed(each.origin),
            )
            for each in case.reports
        ),
        {renamed(key): grade for key, grade in case.grades.items()},
    )
    assert other.opinion() == case.opinion()


@laws
@given(cases(), st.data())
def test_an_origin_that_cannot_be_judged_is_neutral(
    case: Case, data: st.DataObject
) -> None:
    """The grade F is not 0.5: it changes no bit."""
    outlet = data.draw(st.sampled_from(case.reports)).relays[0]
    more = case.but(Report((outlet,), "p-new"), grades={"p-new": "F"})
    assert more.opinion() == case.opinion()
    nobody = case.but(Report((outlet,), "p-new"))
    assert nobody.opinion() == case.opinion()


@laws
@given(cases(), st.integers(2, 4))
def test_who_only_cite_each_other_are_nobody(case: Case, size: int) -> None:
    """A circle has no origin, whoever is in it and however reliable."""
    ring = [f"o-ring-{n}" for n in range(size)]
    reports = [
        Report((each, ring[(n + 1) % size]), None) for n, each in enumerate(ring)
    ]
    more = case.but(*reports, grades=dict.fromkeys(ring, "A"))
    assert more.opinion() == case.opinion()
    alone = Case(tuple(reports), dict.fromkeys(ring, "A"))
    assert support(alone.dossier(), "c").opinion is None


@laws
@given(cases())
def test_without_a_single_point_nothing_is_left(case: Case) -> None:
    """Take away all that goes through it: no path, and nothing to judge."""
    for lost in trace(case.dossier(), "c").single_points:
        rest = tuple(
            each
            for each in case.reports
            if lost != each.origin and lost not in each.relays
        )
        found = support(Case(rest, case.grades).dossier(), "c")
        assert found.opinion is None


@laws
@given(dossiers(max_sources=6, max_judgements=4))
def test_any_dossier_is_judged_or_not(dossier: ct.Dossier) -> None:
    """All its claims, in whatever order its records come, and never "true"."""
    every = support_all(dossier)
    backwards = ct.Dossier()
    for record in reversed(list(dossier.values())):
        backwards.add(record)
    assert support_all(backwards) == every
    for key, found in every.items():
        assert found == support(dossier, key)
        assert (found.opinion is None) == ("not-judged" in {r.code for r in found.why})
        assert " true" not in "".join(r.text for r in found.why if not r.ids)


@laws
@given(dossiers(max_sources=6, max_judgements=0))
def test_without_any_assessment_nothing_is_judged(dossier: ct.Dossier) -> None:
    """There is no number, and a reason."""
    assume(dossier.claims)
    for found in support_all(dossier).values():
        assert found.opinion is None
        assert found.why[0].text.startswith("it cannot be judged: ")
