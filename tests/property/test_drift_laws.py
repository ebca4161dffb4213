"""What grew on the way, against an oracle, and whatever the ids and their order."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, lineage
from claimtrack.lint import Config, check
from claimtrack.schema import find_references, write_record
from claimtrack.testing import dossiers
from lineage_oracle import Drifted, drifts, explain, holding, retold, tricky

if TYPE_CHECKING:
    from collections.abc import Iterable

CHANCE: Final = st.randoms(use_true_random=False)

ANY: Final = (
    dossiers(max_judgements=0)
    | CHANCE.map(tricky)
    | st.builds(retold, dossiers(max_judgements=0, max_attributions=4), CHANCE)
)

FEW: Final = 150
EACH: Final = 250
RANDOM: Final = [
    pytest.param(start, start + EACH, marks=pytest.mark.long)
    for start in range(FEW, FEW + 5_500, EACH)
]
"""Seeds of random dossiers; the first few are always tried."""

laws = settings(deadline=None)


def differences(dossier: Dossier) -> list[str]:
    """Return what only one of the two finds."""
    expected = {_key(each): each.was for each in drifts(dossier)}
    found = {_key(_as_told(each)): each.was for each in lineage.drift(dossier)}
    missing = [f"missing: {each}" for each in expected.keys() - found.keys()]
    wrong = [f"wrong: {each}" for each in found.keys() - expected.keys()]
    for each in found.keys() & expected.keys():
        was, may = found[each], expected[each]
        if was not in may and (was is not None or len(may) == 1):
            wrong.append(f"was {was}, not {sorted(may)}: {each}")
    twice = len(lineage.drift(dossier)) - len(found)
    return [*missing, *wrong, *(["one twice"] if twice else [])]


def _as_told(each: lineage.Drift) -> Drifted:
    was = frozenset[str]() if each.was is None else frozenset({each.was})
    related = frozenset(each.related)
    assert each.related == tuple(sorted(related))
    return Drifted(each.kind, each.attribution, each.link, related, was, each.now)


def _key(each: Drifted) -> tuple[object, ...]:
    is_source = each.kind == "headline" and not each.was
    return each.kind, is_source, each.attribution, each.link, each.related, each.now


@laws
@given(ANY)
def test_it_agrees_on_whatever_a_dossier_may_hold(dossier: Dossier) -> None:
    """Every kind, link, compared chain and value."""
    assert not differences(dossier)


@pytest.mark.parametrize(("start", "stop"), [(0, FEW), *RANDOM])
def test_it_agrees_on_random_ones(start: int, stop: int) -> None:
    """Reports that are passed on, among chains that cross and circle."""
    for seed in range(start, stop):
        chance = Random(seed)  # noqa: S311  no secret hangs on it
        dossier = retold(tricky(chance), chance)
        found = differences(dossier)
        assert not found, f"seed {seed}\n{explain(dossier, differences)}"


def test_every_kind_is_drawn_often() -> None:
    """A law about what hardly ever happens would prove nothing."""
    kinds: list[str] = []
    for seed in range(300):
        chance = Random(seed)  # noqa: S311  no secret hangs on it
        found = lineage.drift(retold(tricky(chance), chance))
        kinds += {f"{each.kind} {each.was is None}" for each in found}
    often = {each for each in kinds if kinds.count(each) >= 5}
    assert often >= {
        "factuality False",
        "attitude False",
        "ground-rules False",
        "anonymity False",
        "wording False",
        "headline True",
        "headline False",
    }


@laws
@given(ANY, st.data())
def test_the_order_of_records_never_matters(
    dossier: Dossier, data: st.DataObject
) -> None:
    """The same drifts, in the same order."""
    moved = holding(dossier, data.draw(st.permutations(list(dossier.values()))))
    assert lineage.drift(dossier) == lineage.drift(moved)


def renamed(dossier: Dossier, names: dict[str, str]) -> Dossier:
    """Return a dossier in which every id has another name."""
    records: list[dict[str, Any]] = []
    for record in dossier.values():
        data: dict[str, Any] = json.loads(json.dumps(dict(write_record(record))))
        for reference in list(find_references(data)):
            place: Any = data
            *steps, last = reference.path
            for step in steps:
                place = place[step]
            place[last] = names.get(reference.id, reference.id)
        records.append({**data, "id": names[str(record.id)]})
    head = {"title": dossier.title, "lang": dossier.lang, "base": dossier.base}
    told = {key: value for key, value in head.items() if value is not None}
    return Dossier.loads(json.dumps({"claimtrack": "1.0", **told, "records": records}))


@laws
@given(ANY, CHANCE)
def test_ids_say_nothing(dossier: Dossier, chance: Random) -> None:
    """Other ids in another order give the same drifts, with these ids.

    But for the least id of several sources that are one: any of them names it.
    """
    mixed = [f"n{number:03}" for number in range(len(dossier))]
    chance.shuffle(mixed)
    names = dict(zip(dossier, mixed, strict=True))
    other = renamed(dossier, names)
    ids = {each.id for each in other.sources}
    one = _classes(other)

    def named(key: str | None) -> str | None:
        new = names.get(str(key), key)
        return one[new] if new in ids else new

    expected = sorted(
        (
            each.kind,
            names[each.attribution],
            each.link,
            tuple(sorted(names[key] for key in each.related)),
            str(named(each.was)),
            str(named(each.now)),
        )
        for each in lineage.drift(dossier)
    )
    found = sorted(
        (
            each.kind,
            each.attribution,
            each.link,
            each.related,
            str(each.was),
            str(each.now),
        )
        for each in lineage.drift(other)
    )
    assert found == expected


def _classes(dossier: Dossier) -> dict[str | None, str]:
    """Return the least id of each source's class."""
    one: dict[str | None, str] = {each.id: each.id for each in dossier.sources}
    for _ in range(len(one)):
        for each in dossier.relations:
            if each.kind == "same-as" and each.subject in one:
                least = min(one[each.subject], one[each.object])
                one[each.subject] = one[each.object] = least
    return one


@laws
@given(ANY)
def test_the_rules_report_what_drifts_and_nothing_else(dossier: Dossier) -> None:
    """Each drift is in a finding of its code, and each finding is about a drift."""
    config = Config().with_choice(select=["CT104", "CT501", "CT502", "CT508", "CT509"])
    if any(each.severity == "error" for each in dossier.validate()):
        return
    waived = {each.rule for each in dossier.waivers}
    found = {
        (each.code, str(each.record))
        for each in check(dossier, config=config)
        if each.code not in waived
    }
    headlines = {a.id for a in dossier.attributions if a.placement == "headline"}
    expected = {
        (code, each.attribution)
        for each in lineage.drift(dossier)
        for code in _codes(each, is_headline=each.attribution in headlines)
        if code not in waived
    }
    assert found == expected


def _codes(each: lineage.Drift, *, is_headline: bool) -> Iterable[str]:
    if each.kind == "headline":
        return ["CT502" if each.was is None else "CT501"]
    if each.kind == "wording":
        return ["CT501" if is_headline else "CT509"]
    by_kind = {"factuality": "CT508", "attitude": "CT508", "anonymity": "CT104"}
    return [by_kind[each.kind]] if each.kind in by_kind else []
