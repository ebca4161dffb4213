"""`--select` decides what is computed, not what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import claimtrack as ct
from claimtrack.lineage import (
    SupportingChains,
    supporting_chains,
    trace,
)
from claimtrack.lint import Hit, RuleSet, check_examination, rule
from claimtrack.lint.config import Config, Selection
from claimtrack.notation import examine_any
from claimtrack.validation import examine
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.lint import Case
    from claimtrack.records import Chain
    from claimtrack.validation import Examination


def examined() -> Examination:
    """Examined."""
    d = ct.Dossier(title="Ferry")
    d.attribute(d.claim("It stops"), d.outlet("UNN").citing(d.unnamed("officials")))
    return examine(d.dumps())


def test_without_rules_no_dossier_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rules no dossier is built."""
    examination = examined()
    config = Config(selection=Selection(("CT0",)))
    with monkeypatch.context() as patched:
        patched.delattr(ct.Dossier, "from_examination")
        checked = check_examination(examination, config=config)
    assert len(checked) == 0
    assert checked.dossier == ct.Dossier.from_examination(examination)


def test_rules_that_are_selected_find_what_they_find_among_all() -> None:
    """Rules that are selected find what they find among all."""
    examination = examined()
    every = check_examination(examination)
    codes = {each.code for each in every}
    assert codes
    for code in codes:
        config = Config(selection=Selection((code,)))
        found = check_examination(examination, config=config)
        assert found == tuple(each for each in every if each.code == code)


def merged() -> ct.Dossier:
    """Return four claims, three of which are one, with a chain each."""
    d = ct.Dossier()
    claims = [d.claim(f"It stops {number}") for number in range(4)]
    d.relate(claims[0], "same-as", claims[1])
    d.relate(claims[2], "translation-of", claims[1])
    for number, each in enumerate(claims):
        d.attribute(each, d.outlet(f"Post {number}").citing(d.unnamed("officials")))
    return d


@pytest.mark.parametrize(
    ("codes", "lineage", "drifts"),
    [
        (("CT106",), 0, 0),
        (("CT102", "CT303", "CT507"), 0, 0),
        (("CT201", "CT202", "CT211"), 2, 0),
        (("CT104", "CT501", "CT502"), 0, 1),
    ],
)
def test_lineage_is_worked_out_once_a_class_for_rules_that_ask(
    codes: tuple[str, ...], lineage: int, drifts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two classes are read twice in all, drift once, and neither without need."""
    counts = {"lineage": 0, "drifts": 0}
    of_chains, drift = SupportingChains.of_chains, ct.lineage.drift

    def count_chains(chains: Iterable[Chain], view: View) -> SupportingChains:
        counts["lineage"] += 1
        return of_chains(chains, view)

    def count_drift(view: View) -> tuple[ct.lineage.Drift, ...]:
        counts["drifts"] += 1
        return drift(view)

    monkeypatch.setattr(SupportingChains, "of_chains", count_chains)
    monkeypatch.setattr("claimtrack.lint._case.drift", count_drift)
    config = Config(selection=Selection(codes))
    check_examination(examine(merged().dumps()), config=config)
    assert counts == {"lineage": lineage, "drifts": drifts}


def test_supporting_chains_say_what_a_trace_says() -> None:
    """Asked one by one, they say the same, and of claims that are one the same."""
    d = merged()
    found = supporting_chains(View.of(d))
    assert [*found] == ["c1", "c2", "c3", "c4"]
    assert found["c1"] is found["c2"] is found["c3"] is not found["c4"]
    for key, chains in found.items():
        lineage = trace(d, key)
        assert chains.publishers == lineage.publishers
        assert chains.origins == lineage.origins
        assert chains.cycles == lineage.cycles
        assert chains.bottlenecks == lineage.bottlenecks
        assert chains.individuals.interval == lineage.individuals
        assert chains.independence[0] == lineage.independence


def test_comments_hold_what_they_like_where_nobody_is_unnamed(tmp_path: Path) -> None:
    """A comment that names somebody is nothing to report without unnamed sources."""
    d = ct.Dossier(title="Ferry")
    d.attribute(d.claim("It stops"), d.outlet("UNN").citing(d.person("Jane Roe")))
    file = tmp_path / "ferry.claims.txt"
    text = f"{ct.sheet.write(d)}\n# Jane Roe, jane@example.org\n"
    file.write_text(text, encoding="utf-8")
    (examination,) = examine_any(file)
    assert examination.beside
    found = check_examination(examination)
    assert "CT801" not in {each.code for each in found}


EMPTY = '{"claimtrack": "1.0", "records": []}'


@rule(
    code="CT901",
    severity="info",
    unit="claim",
    text="Ids are words",
    why="People read them.",
    fix="Give a word.",
    fires=EMPTY,
    near=EMPTY,
    passes=EMPTY,
)
def numbered(case: Case) -> Iterator[Hit]:
    """Yield each claim as a whole, by its id and by its text."""
    for each in case.dossier.claims:
        for field in ((), ("id",), ("text",)):
            yield Hit(each.id, "the id of a claim is a number", field=field)


def test_a_record_and_its_id_stand_in_one_place() -> None:
    """A finding about a whole record stands at its id, and points to the record."""
    text = (
        '{"claimtrack": "1.0", "records": [{"type": "claim", "id": "c1", "text": "T"}]}'
    )
    found = check_examination(examine(text), rules=RuleSet([numbered]))
    places = [(e.pointer, e.field, e.location and e.location.column) for e in found]
    column = text.index('"c1"') + 1
    assert places == [
        ("/records/0", "claim", column),
        ("/records/0", "claim.id", column),
        ("/records/0/text", "claim.text", text.index('"T"') + 1),
    ]
    in_memory = ct.check(ct.Dossier.loads(text), rules=RuleSet([numbered]))
    assert {e.pointer for e in in_memory} == {
        "/records/0",
        "/records/0/id",
        "/records/0/text",
    }
