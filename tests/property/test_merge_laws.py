"""Merging dossiers: nothing is lost, and the order does not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimtrack import Claim, Dossier
from claimtrack.records import limits
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from claimtrack.records import Record

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
    for key, record in a.items():
        assert merged.dossier[key] == record
    for key, record in b.items():
        assert merged.dossier[key] == record or key in told
    both = {key for key in a if key in b and a[key] != b[key]}
    assert told - {None} == both
    assert all(each.code == "CT700" for each in merged.findings)


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
