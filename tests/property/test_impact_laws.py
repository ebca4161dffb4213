"""Laws of retracting: what falls, and that nothing comes back by taking more away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, lineage
from claimtrack.testing import dossiers
from lineage_oracle import holding, seen, tricky

if TYPE_CHECKING:
    from collections.abc import Sequence

ANY: Final = st.randoms(use_true_random=False).map(tricky) | dossiers(max_judgements=1)

TAKING: Final = ("source", "document", "attribution", "claim")
"""Types of record that one can take back."""


def targets(dossier: Dossier) -> Sequence[str]:
    """Return what can be taken back."""
    return [key for key, record in dossier.items() if record.type in TAKING]


def some_of(dossier: Dossier, data: st.DataObject) -> list[str]:
    """Return a few of these."""
    keys = targets(dossier)
    few = st.lists(st.sampled_from(keys), max_size=3) if keys else st.just([])
    return data.draw(few)


@given(ANY, st.data())
def test_the_order_of_records_never_matters(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Nor does that in which things are taken back."""
    moved = holding(dossier, data.draw(st.permutations(list(dossier.values()))))
    some = some_of(dossier, data)
    one = lineage.impact(dossier, retract=some, as_recorded=True)
    other = lineage.impact(moved, retract=reversed(some), as_recorded=True)
    assert one == other
    assert str(one) == str(other)
    assert one.why == other.why


@given(ANY)
def test_retracting_nothing_changes_nothing(dossier: Dossier) -> None:
    """Each claim stands as it stood, or had nothing to stand on."""
    answer = lineage.impact(dossier)
    assert not answer.falls
    assert not answer.weakened
    supported = [c.id for c in dossier.claims if lineage.trace(dossier, c).supported_by]
    assert list(answer.stands) == sorted(supported)
    every = {each.id for each in dossier.claims}
    assert list(answer.unsupported) == sorted(every - set(supported))


@given(ANY, st.data())
def test_each_claim_has_one_outcome(dossier: Dossier, data: st.DataObject) -> None:
    """One of four, in the order of ids, and what was before is as it was traced."""
    answer = lineage.impact(dossier, retract=some_of(dossier, data))
    four = (answer.falls, answer.weakened, answer.stands, answer.unsupported)
    assert all(list(ids) == sorted(ids) for ids in four)
    assert sorted(key for ids in four for key in ids) == sorted(
        each.id for each in dossier.claims
    )
    for outcome in answer.outcomes:
        before = lineage.trace(dossier, outcome.claim)
        assert outcome.chains_before == before.supported_by
        assert set(outcome.origins_before) == {key for _, key in seen(before).origins}


@given(ANY, st.data())
def test_what_falls_has_none_of_its_former_origins(
    dossier: Dossier, data: st.DataObject
) -> None:
    """And what is weakened or stands, and had origins, has at least one of them."""
    answer = lineage.impact(dossier, retract=some_of(dossier, data))
    for outcome in answer.outcomes:
        left = set(outcome.origins_before) & set(outcome.origins_after)
        if outcome.claim in answer.falls:
            assert not left
        elif outcome.origins_before:
            assert left


@given(ANY, st.data())
def test_taking_more_never_lets_less_fall(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Nor does it mend what was weakened."""
    some, more = some_of(dossier, data), some_of(dossier, data)
    less = lineage.impact(dossier, retract=some)
    whole = lineage.impact(dossier, retract=[*some, *more])
    assert set(less.falls) <= set(whole.falls)
    assert {*less.falls, *less.weakened} <= {*whole.falls, *whole.weakened}
    assert less.unsupported == whole.unsupported


@given(ANY, st.data())
def test_a_notice_is_a_retraction_where_one_asks_for_it(
    dossier: Dossier, data: st.DataObject
) -> None:
    """As recorded, what notices retract is taken back beside what one names."""
    some = some_of(dossier, data)
    noticed = [
        each.target
        for each in dossier.notices
        if each.kind == "retraction" and each.target in targets(dossier)
    ]
    recorded = lineage.impact(dossier, retract=some, as_recorded=True)
    named = lineage.impact(dossier, retract=[*some, *noticed])
    assert recorded.outcomes == named.outcomes
