"""Laws of dependence: every verdict follows from it, by set algebra alone."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, lineage
from claimtrack.testing import dossiers
from lineage_oracle import explain, tricky

if TYPE_CHECKING:
    from collections.abc import Iterable

FEW: Final = 150
EACH: Final = 250
RANDOM: Final = [
    pytest.param(start, start + EACH, marks=pytest.mark.long)
    for start in range(FEW, FEW + 5_000, EACH)
]
"""Seeds of random dossiers and retractions; the first few are always tried."""


def verdicts(dossier: Dossier, retract: Iterable[str]) -> dict[str, str]:
    """Return what becomes of each claim, from what each chain hangs on and carries."""
    gone = set(retract)
    found: dict[str, str] = {}
    depends = lineage.dependence(dossier)
    for claim in dossier.claims:
        had = [each for each in depends if claim.id in each.claims]
        left = [each for each in had if not gone.intersection(each.taken_by)]
        loses_origins = any(e.carries for e in had) and not any(e.carries for e in left)
        if not had:
            found[claim.id] = "unsupported"
        elif not left or loses_origins:
            found[claim.id] = "falls"
        else:
            found[claim.id] = "weakened" if len(left) < len(had) else "stands"
    return found


def things_of(dossier: Dossier) -> list[str]:
    """Return what can be retracted."""
    takable = ("source", "document", "claim", "attribution")
    return [key for key, record in dossier.items() if record.type in takable]


def answered(dossier: Dossier, retract: Iterable[str]) -> dict[str, str]:
    """Return what becomes of each claim, as impact says."""
    outcomes = lineage.impact(dossier, retract=retract).outcomes
    return {each.claim: each.verdict for each in outcomes}


@given(dossiers(max_judgements=1), st.data())
def test_impact_follows_from_dependence(dossier: Dossier, data: st.DataObject) -> None:
    """In whatever a dossier may hold."""
    things = things_of(dossier)
    some = data.draw(st.lists(st.sampled_from(things), max_size=3)) if things else []
    assert answered(dossier, some) == verdicts(dossier, some)


@pytest.mark.parametrize(("start", "stop"), [(0, FEW), *RANDOM])
def test_impact_follows_from_dependence_at_random(start: int, stop: int) -> None:
    """And who retracts more never lets less fall."""
    for seed in range(start, stop):
        chance = Random(seed)  # noqa: S311  no secret hangs on it
        dossier = tricky(chance)
        things = things_of(dossier)
        some = chance.sample(things, chance.randint(0, min(4, len(things))))
        more = [*some, *chance.sample(things, chance.randint(0, min(2, len(things))))]

        def differing(
            dossier: Dossier, some: list[str] = some, more: list[str] = more
        ) -> list[str]:
            found: list[str] = []
            for retract in (some, more):
                known = [each for each in retract if each in dossier]
                if answered(dossier, known) != verdicts(dossier, known):
                    found.append(f"{known}: {verdicts(dossier, known)} expected")
            return found

        assert not differing(dossier), f"seed {seed}\n{explain(dossier, differing)}"
        less, whole = answered(dossier, some), answered(dossier, more)
        fallen = [key for key, verdict in less.items() if verdict == "falls"]
        assert all(whole[key] == "falls" for key in fallen), f"seed {seed}"


@given(st.randoms(use_true_random=False).map(tricky))
def test_each_supporting_attribution_is_listed_once(dossier: Dossier) -> None:
    """Under its id, and with no origin that the claim does not have."""
    found = lineage.dependence(dossier)
    ids = [each.attribution for each in found]
    assert ids == sorted(set(ids))
    for claim in dossier.claims:
        traced = lineage.trace(dossier, claim)
        mine = [each for each in found if claim.id in each.claims]
        assert tuple(each.attribution for each in mine) == traced.supported_by
        carried = {origin for each in mine for origin in each.carries}
        assert carried <= set(traced.origin_ids)
        assert bool(carried) == bool(traced.origins)


@given(st.randoms(use_true_random=False).map(tricky), st.data())
def test_reasons_never_contradict_themselves(
    dossier: Dossier, data: st.DataObject
) -> None:
    """What is lost is not what is left, and a loss is never called none."""
    things = things_of(dossier)
    some = data.draw(st.lists(st.sampled_from(things), max_size=4))
    for outcome in lineage.impact(dossier, retract=some).outcomes:
        why = {each.code: each for each in outcome.why}
        text = ". ".join(map(str, outcome.why))
        lost = set(outcome.origins_before) - set(outcome.origins_after)
        if outcome.chains_after:
            told = [e for e in outcome.why if e.code in ("origins", "discounted")]
            assert {key for each in told for key in each.ids} == lost
        if "origins" in why:
            assert lost.isdisjoint(outcome.origins_after)
            assert not set(why["origins"].ids) & set(outcome.hangs_on)
        if outcome.chains_lost:
            assert "Nothing is lost" not in text
        is_only = "Its only chain" in text
        assert not (is_only and len(outcome.chains_lost) > 1)
        assert ("unsupported" in why) <= (outcome.verdict == "unsupported")
        assert outcome.verdict != "unsupported" or not outcome.chains_before


@given(dossiers(max_judgements=1))
def test_what_hangs_on_each_thing_is_what_its_retraction_does(
    dossier: Dossier,
) -> None:
    """Thing by thing, as impact says; what takes nothing away is left out."""
    hanging = lineage.hanging_on(lineage.dependence(dossier, include_others=True))
    for key in things_of(dossier):
        found = lineage.impact(dossier, retract=[key])
        held = hanging.get(key, lineage.HangingOn((), ()))
        assert (held.falls, held.weakened) == (found.falls, found.weakened)


@given(st.integers(0, 10_000))
def test_what_hangs_where_chains_cross(seed: int) -> None:
    """The same with merged sources, copies, denials and circles."""
    dossier = tricky(Random(seed))  # noqa: S311  # nothing secret
    depends = lineage.dependence(dossier, include_others=True)
    hanging = lineage.hanging_on(depends)
    for key in things_of(dossier):
        found = lineage.impact(dossier, retract=[key])
        held = hanging.get(key, lineage.HangingOn((), ()))
        assert (held.falls, held.weakened) == (found.falls, found.weakened)
    supporting = [each for each in depends if each.standing == "supports"]
    assert (*supporting,) == lineage.dependence(dossier)
    others = {each.attribution for each in depends} - {
        each.attribution for each in supporting
    }
    traced = lineage.trace_all(dossier).values()
    assert others == {key for e in traced for key in (*e.opposed_by, *e.uncommitted)}
