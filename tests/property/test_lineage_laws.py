"""Laws of lineage: what no order, name or relay may change, and what a count obeys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack import Attribution, Chain, Dossier, Link, Source, lineage
from claimtrack.testing import chains, dossiers, sources
from lineage_oracle import (
    End,
    Joined,
    Traced,
    holding,
    seen,
    tricky,
    uncited,
    walks,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

CHANCE: Final = st.randoms(use_true_random=False)

TRICKY: Final = CHANCE.map(tricky)
"""Small dossiers in which chains cross, splice and circle."""

ANY: Final = TRICKY | dossiers(max_judgements=1)
"""These, and whatever else a dossier may hold."""


@given(ANY, st.data())
def test_the_order_of_records_never_matters(
    dossier: Dossier, data: st.DataObject
) -> None:
    """The same records in another order give the same answers, word for word."""
    moved = holding(dossier, data.draw(st.permutations(list(dossier.values()))))
    for claim in dossier.claims:
        one, other = (lineage.trace(each, claim) for each in (dossier, moved))
        assert one == other
        assert str(one) == str(other)
        assert one.why == other.why


@given(ANY)
def test_all_at_once_is_one_after_the_other(dossier: Dossier) -> None:
    """Claim by claim, and for any of them by record or id."""
    answers = lineage.trace_all(dossier)
    assert list(answers) == sorted(each.id for each in dossier.claims)
    for claim in dossier.claims:
        assert answers[claim.id] == lineage.trace(dossier, claim)
        assert answers[claim.id] == lineage.trace(dossier, claim.id)


def renamed(dossier: Dossier, chance: Random) -> tuple[Dossier, dict[str, str]]:
    """Return a tricky dossier with other ids, and what is now called how."""
    others = [f"x{number}" for number in range(len(dossier))]
    chance.shuffle(others)
    new = dict(zip(dossier, others, strict=True))
    old = re.compile(r'"([sdcarn][0-9a-g])"')
    text = old.sub(lambda found: f'"{new[found[1]]}"', dossier.dumps())
    return Dossier.loads(text), new


def under(name: Callable[[str], str], answer: Traced) -> Traced:
    """Return an answer with other names; a circle goes by the least of its own."""
    leasts = {min(cycle): min(map(name, cycle)) for cycle in answer.cycles}

    def named(end: End) -> End:
        source = None if end.source is None else name(end.source)
        return attrs.evolve(
            end,
            source=leasts[str(end.source)] if end.kind == "circular" else source,
            documents=frozenset(map(name, end.documents)),
        )

    return attrs.evolve(
        answer,
        ends=frozenset(map(named, answer.ends)),
        origins=frozenset((what, name(key)) for what, key in answer.origins),
        cycles=frozenset(frozenset(map(name, each)) for each in answer.cycles),
        publishers=frozenset(map(name, answer.publishers)),
        outlets=frozenset(map(name, answer.outlets)),
        holders=frozenset(map(name, answer.holders)),
        single_points=frozenset(map(name, answer.single_points)),
        bottlenecks=frozenset(map(name, answer.bottlenecks)),
        cut=frozenset(map(name, answer.cut)),
        supported_by=frozenset(map(name, answer.supported_by)),
        opposed_by=frozenset(map(name, answer.opposed_by)),
        uncommitted=frozenset(map(name, answer.uncommitted)),
    )


@given(TRICKY, CHANCE)
def test_renaming_changes_nothing_but_ids(dossier: Dossier, chance: Random) -> None:
    """Sources that are one go by the least of their ids, whichever that is."""
    other, new = renamed(dossier, chance)
    there = Joined(other)
    sources = {each.id for each in dossier.sources}

    def name(key: str) -> str:
        return there.source(new[key]) if key in sources else new[key]

    for claim in dossier.claims:
        before = seen(lineage.trace(dossier, claim))
        after = seen(lineage.trace(other, new[claim.id]))
        assert after == under(name, before)


def with_chain(dossier: Dossier, claim: str, *links: Link) -> Dossier:
    """Return the dossier with one more chain for a claim, and a new source "new"."""
    new = Source(id="new", kind="outlet", name="New")
    made = Attribution(id="one-more", claim=claim, chain=links)
    return holding(dossier, [*dossier.values(), new, made])


UNCHANGED: Final = ("ends", "origins", "individuals", "independence", "cycles")
"""What says how much a claim rests on: no repetition changes it."""


def relay_of(chain: Chain, data: st.DataObject) -> list[Link]:
    """Return a chain in which somebody new goes by one of the voices of another."""
    speaking = [at for at, link in enumerate(chain) if not link.is_ascribed]
    places = [
        at
        for at in range(max([0, *speaking]) + 1)
        if at == 0
        or chain[at].source is None
        or chain[at].source != chain[at - 1].source
    ]
    first, *rest = chain[data.draw(st.sampled_from(places)) :]
    if first.source is not None and data.draw(st.booleans()):
        return [Link(source="new"), Link(source=first.source)]
    heard = attrs.evolve(first, stance="neutral", ascribed=False)
    return [Link(source="new"), heard, *rest]


@given(TRICKY, st.data())
def test_another_relay_changes_no_origin(dossier: Dossier, data: st.DataObject) -> None:
    """One more outlet that goes by somebody who is there already is no news."""
    for claim in dossier.claims:
        before = lineage.trace(dossier, claim)
        if not before.supported_by:
            continue
        record = dossier[data.draw(st.sampled_from(before.supported_by))]
        assert isinstance(record, Attribution)
        relay = relay_of(record.chain, data)
        after = lineage.trace(with_chain(dossier, claim.id, *relay), claim)
        for name in UNCHANGED:
            assert getattr(after, name) == getattr(before, name), name
        assert "new" in after.publishers


@given(ANY)
def test_the_least_count_is_never_above_the_greatest(dossier: Dossier) -> None:
    """Whatever the counts of its sources say."""
    for claim in dossier.claims:
        individuals = lineage.trace(dossier, claim).individuals
        assert individuals.lo >= 0
        assert individuals.hi is None or individuals.lo <= individuals.hi


NEW: Final = ("new", "new-2", "new-3")


@given(ANY, st.data())
def test_a_new_chain_never_lowers_the_least_count(
    dossier: Dossier, data: st.DataObject
) -> None:
    """A chain over sources that are all new."""
    assume(dossier.claims)
    claim = data.draw(st.sampled_from(dossier.claims))
    papers = [each.id for each in dossier.documents]
    documents = st.sampled_from(papers) if papers else st.nothing()
    new = [data.draw(sources(ids=st.just(key), sources=st.nothing())) for key in NEW]
    chain = data.draw(
        chains(sources=st.sampled_from(NEW), documents=documents, claims=st.nothing())
    )
    made = Attribution(id="one-more", claim=claim, chain=chain)
    more = holding(dossier, [*dossier.values(), *new, made])
    before, after = (lineage.trace(each, claim) for each in (dossier, more))
    assert after.individuals.lo >= before.individuals.lo


@given(ANY)
def test_bottlenecks_are_what_all_paths_pass_and_none_ends_at(dossier: Dossier) -> None:
    """Single points but for origins and for publishers that nobody cites."""
    for claim in dossier.claims:
        answer = lineage.trace(dossier, claim)
        aside = uncited(dossier, claim.id) | {key for _, key in seen(answer).origins}
        assert set(answer.bottlenecks) == set(answer.single_points) - aside
        assert list(answer.bottlenecks) == sorted(answer.bottlenecks)


@given(ANY)
def test_losing_a_single_point_leaves_no_path(dossier: Dossier) -> None:
    """And losing the cut neither, which is a single point wherever there is one."""
    for claim in dossier.claims:
        answer = lineage.trace(dossier, claim)
        paths = walks(dossier, claim.id)
        assert all(set(answer.single_points) <= path for path in paths)
        assert all(path & set(answer.cut) for path in paths) or not answer.cut
        assert bool(answer.single_points) == (len(answer.cut) == 1)
        assert set(answer.cut) <= set(answer.single_points) or len(answer.cut) > 1
