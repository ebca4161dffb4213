"""Merging dossiers: nothing is lost, and the order does not matter."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimtrack import Attribution, Claim, Dossier, Source, validate
from claimtrack.dossier import Merged
from claimtrack.records import limits
from claimtrack.schema import find_references, read_record, write_record
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Finding
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue, Path

_PATIENT = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
]
LAWS = settings(deadline=None, suppress_health_check=_PATIENT)

SMALL = dossiers(
    max_sources=3, max_documents=2, max_claims=2, max_attributions=2, max_relations=2
)


def parts(dossier: Dossier, count: int) -> list[Dossier]:
    """Return parts of a dossier that overlap and are each as the whole says."""
    made: list[Dossier] = []
    for number in range(count):
        part = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
        for index, record in enumerate(dossier.values()):
            if index % (count + 1) in (number, count):
                part.add(record)
        made.append(part)
    return made


def records(dossier: Dossier) -> dict[str, Record]:
    """Return the records of a dossier by their ids."""
    return dict(dossier)


@given(SMALL)
@LAWS
def test_merging_with_itself_changes_nothing(dossier: Dossier) -> None:
    """And finds no conflict."""
    merged = dossier.merge(dossier)
    assert merged.dossier == dossier
    assert merged.findings == ()
    assert merged.dossier is not dossier


@given(SMALL)
@LAWS
def test_a_new_dossier_adds_nothing(dossier: Dossier) -> None:
    """From either side: it is where a merge of many begins."""
    assume(len(dossier))
    assert Dossier().merge(dossier).dossier == dossier
    assert dossier.merge(Dossier()).dossier == dossier


@given(SMALL)
@LAWS
def test_parts_make_the_whole_in_any_order(dossier: Dossier) -> None:
    """Associative and commutative where nothing conflicts."""
    a, b, c = parts(dossier, 3)
    left = a.merge(b).dossier.merge(c)
    right = a.merge(b.merge(c).dossier)
    other = c.merge(a).dossier.merge(b)
    assert left.findings == right.findings == other.findings == ()
    assert left.dossier == right.dossier == other.dossier
    assert records(left.dossier) == records(dossier)


TINY = dossiers(
    max_sources=2,
    max_documents=1,
    max_claims=1,
    max_attributions=1,
    max_relations=1,
    max_judgements=1,
)

BASES = st.lists(
    st.tuples(st.sampled_from([None, "ex:a/", "ex:b/"]), st.booleans()),
    min_size=3,
    max_size=3,
)


@given(TINY, TINY, TINY, BASES)
@LAWS
def test_associative_over_several_bases(
    a: Dossier, b: Dossier, c: Dossier, bases: list[tuple[str | None, bool]]
) -> None:
    """Slugs of other bases become global, so that nothing conflicts by accident."""
    for number, (dossier, (base, is_short)) in enumerate(
        zip((a, b, c), bases, strict=True)
    ):
        dossier.head = attrs.evolve(dossier.head, base=base, title=None)
        # One claim that all know, in both spellings where the base allows it.
        key = "s" if is_short and base == "ex:a/" else "ex:a/s"
        assume(key not in dossier)
        dossier.claim("Known to all", id=key, lang="en")
        dossier.claim("About it", id=f"about-it-{number}", about=["ex:a/s"])
    # A base and the longest slug are longer than an id may be.
    assume(all(len(key) < limits.ID - 4 for each in (a, b, c) for key in each))
    left = a.merge(b).dossier.merge(c)
    right = a.merge(b.merge(c).dossier)
    first, second = a.merge(b), b.merge(c)
    conflicts = [*first.findings, *second.findings, *left.findings, *right.findings]
    assume(not conflicts)
    assert left.dossier == right.dossier


@given(SMALL, SMALL)
@LAWS
def test_nothing_is_lost_and_every_conflict_is_told(a: Dossier, b: Dossier) -> None:
    """Ours stays as it was; theirs is there, or a finding says what was not taken."""
    base = a.base
    b.head = attrs.evolve(b.head, base=base, lang=a.lang)
    merged = a.merge(b)
    assume(base is None or not any(key.startswith(base) for key in (*a, *b)))
    told = {each.record for each in merged.findings}
    apart = kept_apart(merged)
    for key, record in a.items():
        assert merged.dossier[key] == record
    for key, record in b.items():
        assert (
            merged.dossier[apart.get(key, key)] == moved(record, apart) or key in told
        )
    both = {key for key in a if key in b and a[key] != moved(b[key], apart)}
    assert told - {None} == both
    assert all(each.code == "CT700" for each in merged.findings)


PLACES = ["x0", "x1", "x2", "x0-other"]
"""Ids of few dossiers, so that most of them clash."""

WORDS = st.sampled_from(["a", "b"])

BASE = [None, None, None, "ex:a/", "ex:a/", "ex:b/"]

KINDS = [
    ["none", "person", "unnamed", "claim", "document"],
    ["person", "unnamed", "unnamed", "unnamed", "claim"],
    ["claim"],
]
"""What an id may be: anything, for the most part unnamed, or what can be in order."""


@st.composite
def desks(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """Return two sound dossiers of few ids, of which each may be anything."""
    some = draw(st.sampled_from(KINDS))
    made: list[Dossier] = []
    for _ in range(2):
        dossier = Dossier(base=draw(st.sampled_from(BASE)))
        kinds = {key: draw(st.sampled_from(some)) for key in PLACES}
        speakers = [key for key in PLACES if kinds[key] in ("person", "unnamed")]
        for key, kind in kinds.items():
            if kind == "claim":
                dossier.claim(draw(WORDS), id=key)
            elif kind == "document":
                dossier.document("article", draw(WORDS), id=key)
            elif kind != "none":
                near = draw(st.lists(st.sampled_from(speakers), max_size=2))
                unnamed = draw(WORDS) if kind == "unnamed" else None
                name = None if unnamed else draw(WORDS)
                dossier.add(
                    Source(
                        id=key,
                        kind="unnamed" if unnamed else "person",
                        name=name,
                        description=unnamed,
                        affiliations=near,
                    )
                )
        judge(draw, dossier, [key for key in PLACES if kinds[key] == "claim"])
        made.append(dossier)
    return made[0], made[1]


def judge(draw: st.DrawFn, dossier: Dossier, claims: list[str]) -> None:
    """Add what is said of claims, which supersedes which, and notices on all that."""
    speakers = [each.id for each in dossier.sources]
    for number in range(draw(st.integers(0, 2)) if speakers and claims else 0):
        chain = draw(st.lists(st.sampled_from(speakers), min_size=1, max_size=3))
        key = draw(st.sampled_from([f"a{number}", f"b{len(dossier)}"]))
        dossier.attribute(draw(st.sampled_from(claims)), chain, id=key)
    if draw(st.booleans()):
        claims.reverse()
    for newer, older in itertools.combinations(claims, 2):
        if draw(st.integers(0, 2)):
            key = draw(st.sampled_from([f"{newer}-{older}", f"r{len(dossier)}"]))
            dossier.relate(newer, "supersedes", older, id=key)
    for target in list(dossier)[-2:]:
        if draw(st.integers(0, 2)):
            denial = dossier.notice("denial", target, id=f"n{len(dossier)}")
            dossier.notice("denial", denial, id=f"n{len(dossier)}")
            dossier.claim("T", id=f"c{len(dossier)}", about=[target, denial])


def kept_apart(merged: Merged) -> dict[str, str]:
    """Return which id the second of one id got, by the id."""
    return {
        str(each.record): each.related[0]
        for each in merged.findings
        if "the second is kept as" in each.message
    }


def moved(record: Record, names: dict[str, str]) -> Record:
    """Return a record with other ids, wherever it has or names one of them."""
    data: JsonValue = write_record(record)
    paths: list[tuple[Path, str]] = [(("id",), str(record.id))]
    paths += [(each.path, each.id) for each in find_references(data)]
    for path, key in paths:
        owner: JsonValue = data
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = names.get(key, key)
    made, _ = read_record(data)
    assert made is not None
    return made


@st.composite
def clashing(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """Return two dossiers; the ids of one mean other things in the other."""
    if draw(st.integers(0, 2)):
        return draw(desks())
    one, other = draw(SMALL), draw(SMALL)
    assume(all(len(key) < limits.ID - 20 for key in (*one, *other)))
    ids = draw(st.permutations(list(dict.fromkeys([*one, *other]))))
    names = dict(zip(other, ids, strict=False))
    clash = Dossier(base=draw(st.sampled_from([None, one.base])), lang=other.lang)
    for each in other.values():
        clash.add(moved(each, names))
    return one, clash


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are errors."""
    return [each for each in findings if each.severity == "error"]


IS_PATIENT = LAWS.max_examples > settings.get_profile("claimtrack").max_examples

OFTEN = settings(LAWS, max_examples=LAWS.max_examples * (10 if IS_PATIENT else 2))
"""What clashes in many ways is drawn more often, above all in `.ci/run`."""


@given(clashing())
@OFTEN
def test_what_is_merged_is_sound(pair: tuple[Dossier, Dossier]) -> None:
    """It passes its own check and can be saved; all that is told is CT700."""
    one, other = pair
    merged = one.merge(other)
    assert errors(merged.dossier.validate()) == []
    written = merged.dossier.dumps()
    assert errors(validate(written)) == []
    assert Dossier.loads(written) == merged.dossier
    assert {each.code for each in merged.findings} <= {"CT700"}
    assert one.merge(other) == merged


@given(clashing())
@OFTEN
def test_merging_again_adds_nothing(pair: tuple[Dossier, Dossier]) -> None:
    """Neither what came first nor what came then, nor the merged dossier itself."""
    one, other = pair
    merged = one.merge(other).dossier
    # A base that only the second has is not that of the merged dossier.
    assume(one.base is not None or other.base is None or not len(other))
    assert merged.merge(other).dossier == merged
    assert merged.merge(one).dossier == merged
    assert merged.merge(merged) == Merged(merged, ())


def seen(dossier: Dossier, source: Source) -> list[tuple[str, bool]]:
    """Return how an unnamed source is described, and whom it is affiliated to."""
    near = [dossier[each] for each in source.affiliations]
    people = [each for each in (source, *near) if isinstance(each, Source)]
    return [
        (each.label if each.kind == "unnamed" else "", each.kind == "unnamed")
        for each in people
    ]


@given(desks())
@OFTEN
def test_nobody_is_given_the_words_of_another(pair: tuple[Dossier, Dossier]) -> None:
    """What a dossier says is said by sources of the same kind, or not at all."""
    one, other = pair
    merged = one.merge(other)
    is_one_base = one.base is not None and one.base == other.base
    at_home = other.base in (None, merged.dossier.base)
    apart, told = kept_apart(merged), {each.record for each in merged.findings}
    names = {key: key if at_home else str(other.global_id(key)) for key in other}
    for key, record in other.items():
        kept = merged.dossier.get(apart.get(names[key], names[key]))
        if isinstance(record, Source):
            assert isinstance(kept, Source)
            assert (kept.kind == "unnamed") == (record.kind == "unnamed")
            if record.kind == "unnamed" and not is_one_base:
                assert seen(merged.dossier, kept) == seen(other, record)
        elif isinstance(record, Attribution) and names[key] not in told:
            assert isinstance(kept, Attribution)
            speakers = [names[str(each.source)] for each in record.chain]
            assert [each.source for each in kept.chain] == [
                apart.get(each, each) for each in speakers
            ]


@given(SMALL, SMALL, st.sampled_from([None, "en", "uk"]), st.sampled_from(["en", "de"]))
@LAWS
def test_no_text_changes_its_language(
    a: Dossier, b: Dossier, one: str | None, other: str
) -> None:
    """What each head said for its texts, the texts say for themselves."""
    assume(all(len(key) < limits.ID - 4 for key in b))
    a.head = attrs.evolve(a.head, lang=one, base="ex:a/")
    b.head = attrs.evolve(b.head, lang=other, base="ex:b/")
    merged = a.merge(b).dossier
    for dossier in (a, b):
        for claim in dossier.claims:
            key = claim.id if dossier is a else b.global_id(claim)
            kept = merged.get(str(key))
            if isinstance(kept, Claim) and len(a) and len(b):
                said = claim.lang or dossier.lang
                assert (kept.lang or merged.lang) == said
