"""Laws of support: echoes add nothing, origins do, and nothing is surer than they."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.confidence import (
    Opinion,
    Support,
    cumulative_fusion,
    support,
    support_all,
)
from claimtrack.lineage import trace
from claimtrack.testing import dossiers
from support_cases import (
    DEGREES,
    OUTLETS,
    PEOPLE,
    SLACK,
    Case,
    Report,
    belief_of,
    cases,
)

if TYPE_CHECKING:
    from claimtrack.records import Factuality

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

GRADE: Final = st.sampled_from("ABCDE")
YEAR: Final = st.sampled_from(["2019", "2020", "2021", "2022", None])
HEDGED: Final[dict[Factuality, Factuality]] = {"CT+": "PR+", "PR+": "PS+", "PS+": "PS+"}


def is_same(one: Opinion, other: Opinion) -> bool:
    """Return whether two opinions are one, but for rounding."""
    return (
        abs(one.belief - other.belief) < SLACK
        and abs(one.disbelief - other.disbelief) < SLACK
    )


def shares(found: Support) -> dict[str, float]:
    """Return how much arrives of each origin that speaks for the claim."""
    return {
        each.origin: each.share or 0.0
        for each in found.by_origin
        if each.side == "for" and each.arriving.belief > 0
    }


def numbers(found: Support) -> tuple[object, ...]:
    """Return what support comes to, without its words."""
    return found.opinion, found.by_origin, found.level


# Order, ids, repetition


@laws
@given(cases(against=True), st.data())
def test_the_order_of_records_changes_no_bit(case: Case, data: st.DataObject) -> None:
    """Nor anything else; and parts are parts of one."""
    order = data.draw(st.permutations(range(len(case.records()))))
    found = case.support()
    again = support(case.dossier(order), "c", dependence=dict(case.degrees))
    assert again == found
    if found.opinion is not None:
        opinion = found.opinion
        total = opinion.belief + opinion.disbelief + opinion.uncertainty
        assert total == pytest.approx(1)
    assert all(0 <= each.probability <= 1 for each in found.attestation)
    assert all(0 <= each.weight <= 1 for each in found.by_origin)
    assert all(0 <= (each.share or 0) <= 1 for each in found.by_origin)


@laws
@given(cases(against=True), st.data())
def test_ids_are_nothing(case: Case, data: st.DataObject) -> None:
    """Any permutation of them gives the same numbers and the same level."""
    keys = [*OUTLETS, *PEOPLE[:3]]
    new = dict(zip(keys, data.draw(st.permutations(keys)), strict=True))
    # An outlet stays an outlet: the first letter says what a source is.
    renamed = {old: f"{old[0]}-{other}" for old, other in new.items()}

    def of(key: str) -> str:
        return renamed.get(key, key)

    other = Case(
        tuple(
            attrs.evolve(
                each,
                relays=tuple(map(of, each.relays)),
                origin=None if each.origin is None else of(each.origin),
            )
            for each in case.reports
        ),
        {of(key): grade for key, grade in case.grades.items()},
        {(of(one), of(two)): degree for (one, two), degree in case.degrees.items()},
        tuple((of(one), of(two)) for one, two in case.independent),
    )
    one, two = case.support(), other.support()
    assert one.level == two.level
    assert (one.opinion is None) == (two.opinion is None)
    if one.opinion is not None and two.opinion is not None:
        assert is_same(one.opinion, two.opinion)


@laws
@given(cases(against=True), st.data())
def test_the_same_report_again_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Not even who is surely quoted rightly."""
    again = case.but(data.draw(st.sampled_from(case.reports)))
    before, after = case.support(), again.support()
    assert numbers(after) == numbers(before)
    assert after.attestation == before.attestation


@laws
@given(cases(against=True), st.integers(1, 10), st.sampled_from("ABCDEF"), st.data())
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
    assert echo.support().opinion == case.support().opinion


@laws
@given(cases(), st.integers(0, 3), st.data())
def test_a_weaker_or_equal_way_to_a_known_origin_changes_nothing(
    case: Case, more: int, data: st.DataObject
) -> None:
    """Through an outlet of no better grade, and through however many relays."""
    repeated = data.draw(st.sampled_from(case.reports))
    graded = case.grades[repeated.relays[0]]
    grade = data.draw(st.sampled_from([each for each in "ABCDE" if each >= graded]))
    news = tuple(f"o-new-{n}" for n in range(more + 1))
    weaker = attrs.evolve(repeated, relays=(*news, *repeated.relays[1:]))
    # An outlet that does not name its source opens an end, and moves none.
    assume(repeated.basis == "unknown" or len(repeated.relays) > 1)
    other = case.but(weaker, grades=dict.fromkeys(news, grade))
    assert other.opinion() == case.opinion()


@laws
@given(cases())
def test_one_new_outlet_for_every_origin_as_weak_as_the_weakest(case: Case) -> None:
    """It changes nothing, and nothing falls when it becomes better."""
    origins = [each for each in shares(case.support()) if each[0] == "p"]
    assume(origins)
    weakest = min(shares(case.support()).values())
    ways = [Report(("o-new",), each, "PS+") for each in origins]
    more = case.but(*ways)
    before = case.belief()
    assert more.belief(**{"o-new": weakest}) == pytest.approx(before, abs=SLACK)
    for better in (weakest + 0.01, 0.5, 0.95):
        share = max(better, weakest)
        assert more.belief(**{"o-new": share}) >= before - SLACK


# What raises support, and what does not


@laws
@given(cases(), GRADE, GRADE)
def test_a_new_origin_never_lowers_it(case: Case, outlet: str, person: str) -> None:
    """And raises it strictly below the ceilings, however little it is relied on."""
    more = case.but(
        Report(("o-new",), "p-new"), grades={"o-new": outlet, "p-new": person}
    )
    before, after = case.support(), more.support()
    assert before.opinion is not None
    assert after.opinion is not None
    assert after.opinion.belief >= before.opinion.belief - SLACK
    is_cut = any(each.code == "ceiling" for each in after.why)
    adds = {each.origin: sum(each.evidence) for each in after.by_origin}
    if not is_cut and adds["p-new"] > SLACK:
        assert after.opinion.belief > before.opinion.belief
    if before.opinion.belief > 0 and adds["p-new"] == 0:
        assert any(degree == 1 for degree in case.degrees.values()) or (
            after.opinion.belief == pytest.approx(before.opinion.belief)
        )


@laws
@given(cases(declared=False), st.data())
def test_to_declare_independence_never_lowers_it(
    case: Case, data: st.DataObject
) -> None:
    """And nothing is ever surer than the best way that any of it came."""
    pairs = list(itertools.combinations(PEOPLE, 2))
    some = data.draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    declared = attrs.evolve(case, independent=tuple(some))
    assert declared.belief() >= case.belief() - SLACK
    found = declared.support()
    assert declared.belief() <= max(shares(found).values(), default=0) + SLACK


@laws
@given(cases(against=True), st.sampled_from((*OUTLETS, *PEOPLE)), GRADE)
def test_a_lower_rating_of_who_speaks_for_it_never_raises_it(
    case: Case, key: str, grade: str
) -> None:
    """Of any source that is in no chain against it."""
    for each in case.reports:
        assume(each.is_for or key not in (*each.relays, each.origin))
    low, high = sorted((case.grades[key], grade), reverse=True)
    lower, higher = (case.but(grades={key: each}) for each in (low, high))
    assert lower.belief() <= higher.belief() + SLACK


@laws
@given(cases(against=True), st.sampled_from((*OUTLETS, *PEOPLE)), GRADE)
def test_a_lower_rating_of_who_speaks_against_it_never_lowers_it(
    case: Case, key: str, grade: str
) -> None:
    """Of any source that is in no chain for it."""
    for each in case.reports:
        assume(not each.is_for or key not in (*each.relays, each.origin))
    low, high = sorted((case.grades[key], grade), reverse=True)
    lower, higher = (case.but(grades={key: each}) for each in (low, high))
    assert lower.belief() >= higher.belief() - SLACK


@laws
@given(cases(), st.data())
def test_a_hedge_never_raises_it(case: Case, data: st.DataObject) -> None:
    """One origin says in one report that it is less certain."""
    place = data.draw(st.integers(0, len(case.reports) - 1))
    reports = list(case.reports)
    before = reports[place]
    reports[place] = attrs.evolve(before, factuality=HEDGED[before.factuality])
    assert case.only(reports).belief() <= case.belief() + SLACK


@laws
@given(cases(), st.data())
def test_an_end_that_opens_never_raises_it(case: Case, data: st.DataObject) -> None:
    """The last outlet no longer says from whom it has it."""
    place = data.draw(st.integers(0, len(case.reports) - 1))
    reports = list(case.reports)
    reports[place] = attrs.evolve(
        reports[place], origin=None, basis="unknown", factuality="CT+"
    )
    assert case.only(reports).belief() <= case.belief() + SLACK


@laws
@given(cases(against=True), st.sampled_from((*PEOPLE, *OUTLETS)))
def test_to_lose_an_origin_that_speaks_for_it_never_raises_it(
    case: Case, who: str
) -> None:
    """With all reports that end with it."""
    for each in case.reports:
        assume(each.is_for or who not in (*each.relays, each.origin))
    rest = [each for each in case.reports if each.end != who]
    # A source that cites on speaks for itself only where it says so.
    assume(all(who not in each.relays for each in rest))
    assert case.only(rest).belief() <= case.belief() + SLACK


@laws
@given(cases(witnesses=False), st.data())
def test_more_dependence_is_never_more_support(case: Case, data: st.DataObject) -> None:
    """Between any pairs, by a caller who goes before what is on record."""
    pairs = list(itertools.combinations(PEOPLE, 2))
    degree = st.sampled_from(DEGREES) | st.floats(0, 1)
    low: dict[tuple[str, str], float] = {}
    high: dict[tuple[str, str], float] = {}
    for pair in pairs:
        low[pair], high[pair] = sorted((data.draw(degree), data.draw(degree)))
    before, after = (attrs.evolve(case, degrees=each) for each in (low, high))
    assert after.belief() <= before.belief() + SLACK


@laws
@given(cases(witnesses=False, declared=False))
def test_no_dependence_is_cumulative_fusion_below_the_ceilings(case: Case) -> None:
    """And all of it leaves the greatest alone. A caller's word is no record."""
    pairs = list(itertools.combinations(PEOPLE, 2))
    none = attrs.evolve(case, degrees=dict.fromkeys(pairs, 0.0)).support()
    alone = [each.arriving for each in none.by_origin]
    fused = cumulative_fusion(alone)
    own = max((e.ground.belief for e in none.by_origin if e.ground), default=0.0)
    most = min(own, max(shares(none).values(), default=0.0))
    assert none.opinion is not None
    assert none.opinion.belief == pytest.approx(min(fused.belief, most))
    all_one = attrs.evolve(case, degrees=dict.fromkeys(pairs, 1.0)).opinion()
    assert is_same(all_one, max(alone, key=lambda each: each.belief))


# Ceilings


@laws
@given(cases())
def test_nothing_is_surer_than_hearing_the_origins(case: Case) -> None:
    """Each of them directly, as if it published."""
    direct = case.only(
        attrs.evolve(each, relays=(each.end,), origin=None, basis=each.basis)
        if each.origin is None
        else attrs.evolve(each, relays=())
        for each in case.reports
        if each.origin is not None or each.basis == "witnessed"
    )
    # Who hears an unnamed source directly knows no more of who it is.
    assume(not any(each.end[0] == "u" for each in case.reports))
    assert case.belief() <= direct.belief() + SLACK


@laws
@given(cases(declared=False, against=True))
def test_without_independence_it_is_no_surer_than_the_best_origin(case: Case) -> None:
    """However many there are."""
    found = case.support()
    own = [e.ground.belief for e in found.by_origin if e.ground and e.side == "for"]
    assert case.belief() <= max(own, default=0.0) + SLACK


@laws
@given(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=4), st.data())
def test_one_origin_is_no_surer_than_the_weakest_hand(
    relays: list[str], data: st.DataObject
) -> None:
    """On the way to it, itself included; a way that comes back goes on from there."""
    grades = {key: data.draw(GRADE) for key in (*OUTLETS, "p0")}
    case = Case((Report(tuple(relays), "p0"),), grades)
    way: list[str] = []
    for key in relays:
        way = [*(way[: way.index(key)] if key in way else way), key]
    hands = [belief_of(grades[key]) for key in (*way, "p0")]
    assert case.belief() <= min(hands) + SLACK


@laws
@given(cases(), GRADE, st.sampled_from(["inside", "outside"]))
def test_a_bottleneck_bounds_all_of_it(case: Case, grade: str, where: str) -> None:
    """A relay on every path: the share that it passes on is the most there can be."""
    neck = ("o-neck",)
    assume(not any(each.basis == "witnessed" for each in case.reports))
    through = case.only(
        attrs.evolve(
            each,
            relays=(*each.relays, *neck)
            if where == "inside"
            else (*neck, *each.relays),
        )
        for each in case.reports
    ).but(grades=dict.fromkeys(neck, grade))
    assert through.belief() <= belief_of(grade) + SLACK
    most = max(shares(through.support()).values(), default=0)
    assert through.belief() <= most + SLACK


@laws
@given(cases(witnesses=False), GRADE)
def test_a_longer_chain_is_never_surer(case: Case, grade: str) -> None:
    """With one more relay behind every publisher, and another one for each."""
    # Whether two unnamed may be one depends on who cites them, so they are left out.
    case = case.only(each for each in case.reports if each.end[0] != "u")
    mids = [f"o-mid-{place}" for place in range(len(case.reports))]
    longer = case.only(
        attrs.evolve(each, relays=(each.relays[0], mid, *each.relays[1:]))
        for each, mid in zip(case.reports, mids, strict=True)
    ).but(grades=dict.fromkeys(mids, grade))
    assert longer.belief() <= case.belief() + SLACK


@laws
@given(cases(witnesses=False))
def test_through_nobody_nothing_arrives(case: Case) -> None:
    """A relay on whom one does not rely at all passes nothing on."""
    assert case.opinion(**dict.fromkeys(OUTLETS, 0.0)).is_vacuous


# Splitting, negation


@laws
@given(
    st.integers(2, 6), GRADE, st.sampled_from(["p", "u"]), st.lists(GRADE, min_size=2)
)
def test_to_split_a_group_or_officials_is_no_evidence(
    parts: int, outlet: str, kind: str, grades: list[str]
) -> None:
    """Into its members, or three officials into three: no surer than the best alone."""
    given_ = (grades * parts)[:parts]
    members = [f"{kind}-{place}" for place in range(parts)]
    case = Case(
        tuple(Report(("o0",), each) for each in members),
        {"o0": outlet, **dict(zip(members, given_, strict=True))},
    )
    best = Case((Report(("o0",), "g0"),), {"o0": outlet, "g0": min(given_)})
    assert case.belief() <= belief_of(min(given_)) + SLACK
    assert case.belief() >= best.belief() - SLACK


@laws
@given(cases(), cases())
def test_what_contradicts_it_is_its_mirror(one: Case, other: Case) -> None:
    """Where nobody opposes either: belief and disbelief change places."""
    d = one.dossier()
    d.add(ct.Claim(id="not-c", text="It is not so"))
    d.relate("c", "contradicts", "not-c")
    for place, each in enumerate(other.reports):
        d.add(ct.Attribution(id=f"b{place}", claim="not-c", chain=each.chain))
    found = support_all(d)
    mine, theirs = found["c"].opinion, found["not-c"].opinion
    assert (mine is None) == (theirs is None)
    if mine is not None and theirs is not None:
        assert mine.belief == pytest.approx(theirs.disbelief)
        assert mine.disbelief == pytest.approx(theirs.belief)


# Retractions, and words that changed


@laws
@given(cases(against=True), st.sampled_from((*PEOPLE, *OUTLETS)))
def test_a_retraction_is_as_if_it_had_never_been_said(case: Case, who: str) -> None:
    """To the last bit: of a source, wherever it is in a chain."""
    d = case.dossier()
    d.notice("retraction", who)
    rest = [e for e in case.reports if who not in (*e.relays, e.origin)]
    found = support(d, "c", dependence=dict(case.degrees))
    assert numbers(found) == numbers(case.only(rest).support())
    is_lost = len(rest) < len(case.reports)
    assert ("retracted" in {each.code for each in found.why}) is is_lost


@laws
@given(cases(against=True), st.data())
def test_a_retracted_report_is_as_if_there_were_none(
    case: Case, data: st.DataObject
) -> None:
    """To the last bit."""
    place = data.draw(st.integers(0, len(case.reports) - 1))
    d, fresh = case.dossier(), case.dossier()
    d.notice("retraction", f"a{place}")
    fresh.remove(f"a{place}")
    found, other = (
        support(each, "c", dependence=dict(case.degrees)) for each in (d, fresh)
    )
    assert numbers(found) == numbers(other)


@laws
@given(
    cases(),
    st.lists(st.sampled_from([2019, 2020, 2021, 2022, None]), min_size=2),
    st.data(),
)
def test_of_an_origin_that_says_both_only_the_last_word_counts(
    case: Case, years: list[str | None], data: st.DataObject
) -> None:
    """All it has surely said before the opposite is out, and all of it if undated."""
    sides: list[Factuality] = ["CT+", "CT-"]
    said = [
        Report(
            ("o-new",),
            "p-new",
            data.draw(st.sampled_from(sides)),
            at=None if year is None else str(year),
        )
        for year in years
    ]
    assume({each.is_for for each in said} == {True, False})
    graded = {"o-new": "A", "p-new": "B"}
    found = case.but(*said, grades=graded).support()
    last = [
        each
        for each in said
        if not any(
            each.is_for != other.is_for
            and each.at is not None
            and other.at is not None
            and other.at > each.at
            for other in said
        )
    ]
    has_changed = len({each.is_for for each in last}) == 1
    kept = last if has_changed else []
    assert numbers(found) == numbers(case.but(*kept, grades=graded).support())
    code = "changed-its-word" if has_changed else "says-both"
    assert code in {each.code for each in found.why}


# Ratings


@laws
@given(
    st.lists(
        st.tuples(
            GRADE,
            st.sampled_from([None, "d0", "d1", "d2"]),
            st.sampled_from([None, "2020", "2021-05", "2021-06", "2022"]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
def test_ratings_in_any_order_and_a_lower_one_never_raises(
    ratings: list[tuple[str, str | None, str | None]], data: st.DataObject
) -> None:
    """Whatever their ids, their dates and who gave them."""

    def belief(every: list[tuple[str, str | None, str | None]], prefix: str) -> float:
        d = ct.Dossier()
        for key in ("d0", "d1", "d2"):
            d.organization(key, id=key)
        mayor = d.person("Ines Moreau", id="mayor")
        claim = d.claim("The bridge is closed")
        d.attribute(claim, ct.link(mayor))
        for place, (grade, by, at) in enumerate(every):
            d.assess(
                mayor,
                id=f"{prefix}{place}",
                by=by,
                at=at,
                confidence=[ct.Confidence("admiralty-reliability", grade)],
            )
        found = support(d, claim).opinion
        assert found is not None
        return found.belief

    before = belief(ratings, "v")
    mixed = data.draw(st.permutations(ratings))
    assert belief(mixed, "w") == pytest.approx(before)
    by = data.draw(st.sampled_from([None, "d0", "d1", "d2"]))
    at = data.draw(st.sampled_from([None, "2019", "2021-06", "2023"]))
    lowest = max(grade for grade, _, _ in ratings)
    lower = data.draw(st.sampled_from([each for each in "ABCDE" if each >= lowest]))
    assert belief([*ratings, (lower, by, at)], "v") <= before + SLACK


@laws
@given(cases(against=True), st.data())
def test_a_percentage_and_the_number_agree(case: Case, data: st.DataObject) -> None:
    """Each percentage in a reason is that of the number, and 100 % only if it is 1."""
    given_ = {key: data.draw(st.floats(0, 1)) for key in (*OUTLETS, *PEOPLE)}
    found = case.support(**given_)
    by_origin = {(each.origin, each.side): each for each in found.by_origin}
    for reason in found.why:
        if reason.code != "origin":
            continue
        each = by_origin[reason.ids[0], reason.text.split(" ", 1)[0]]  # type: ignore[index]
        for number, word in ((each.share, "arrives"), (each.weight, "counts beside")):
            said = re.search(rf"(less than |more than |)(\d+) % {word}", reason.text)
            if said is not None and number is not None:
                whole = int(said[2])
                assert abs(whole - 100 * number) <= (1 if said[1] else 0.5)
                assert (whole == 100) == (number == 1) or said[1]
                assert (whole == 0) == (number == 0) or said[1]
    if found.opinion is None:
        assert found.level in ("none", "not-rated")
    elif found.level in ("low", "moderate", "high"):
        low, high = {"low": (0, 0.35), "moderate": (0.35, 1), "high": (0.65, 1)}[
            found.level
        ]
        assert low - SLACK <= found.opinion.belief <= high + SLACK


# Nobody to judge


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
