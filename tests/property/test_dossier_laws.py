"""Laws of dossiers: a mapping whose changes are whole, and whose ids are unique."""

from __future__ import annotations

import copy
import pickle
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from claimtrack.dossier import Dossier
from claimtrack.errors import DanglingReference, DuplicateId
from claimtrack.records import Attribution, Claim, Source, name_key
from claimtrack.schema import find_references, write_record
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from claimtrack.records import Record

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

SMALL: Final = dossiers(
    max_sources=4,
    max_documents=2,
    max_claims=2,
    max_attributions=3,
    max_relations=2,
    max_links=3,
)


@laws
@given(SMALL)
def test_it_is_a_mapping(dossier: Dossier) -> None:
    """Ids and records in step, each record in one view, in order."""
    assert len(dossier) == len(list(dossier)) == len(dossier.items())
    for key, record in dossier.items():
        assert key == record.id
        assert key in dossier
        assert dossier.get(key) is record
    views = (
        dossier.sources,
        dossier.documents,
        dossier.claims,
        dossier.attributions,
        dossier.assessments,
        dossier.relations,
        dossier.notices,
        dossier.waivers,
    )
    shown = [record for view in views for record in view]
    assert Counter(shown) == Counter(dossier.values())
    order = {key: place for place, key in enumerate(dossier)}
    for view in views:
        places = [order[str(record.id)] for record in view]
        assert places == sorted(places)


@laws
@given(SMALL, st.data())
def test_it_does_not_depend_on_the_order(dossier: Dossier, data: st.DataObject) -> None:
    """The same records in another order are the same dossier."""
    moved = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in data.draw(st.permutations(list(dossier.values()))):
        assert moved.add(record) is record
    assert moved == dossier
    assert not moved != dossier  # noqa: SIM202  both operators are meant
    found = [{(f.code, f.record) for f in d.validate()} for d in (moved, dossier)]
    known = {"CT703", "CT705", "CT707", "CT708"}
    # Whom relations make one is drawn without regard to whether they can be.
    known |= {"CT040", "CT041", "CT042", "CT043", "CT044"}
    assert {code for code, _ in found[0]} <= known
    assert {each for each in found[0] if each[0] != "CT703"} == {
        each for each in found[1] if each[0] != "CT703"
    }


@laws
@given(SMALL)
def test_copies_go_their_own_way(dossier: Dossier) -> None:
    """A copy is equal, and what is done to it is done to it alone."""
    before = dossier.dumps()
    for twin in (
        copy.deepcopy(dossier),
        pickle.loads(pickle.dumps(dossier)),  # noqa: S301  our own bytes
        Dossier.loads(before),
    ):
        assert twin == dossier
        made = twin.outlet("a name that is in no dossier")
        assert twin != dossier
        assert made.id not in dossier
        assert dossier.dumps() == before


def names(record: Record, key: str) -> bool:
    """Return whether a record refers to an id."""
    found = find_references(write_record(record))
    return record.id != key and any(each.id == key for each in found)


@laws
@given(SMALL)
def test_one_goes_where_nothing_refers_to_it(dossier: Dossier) -> None:
    """Else the error says who does, and nothing changes; together, all can go."""
    before = list(dossier.items())
    for key, record in before:
        referrers = tuple(other for other, each in before if names(each, key))
        if referrers:
            with pytest.raises(DanglingReference) as caught:
                dossier.remove(record)
            assert (caught.value.target, caught.value.referrers) == (key, referrers)
            assert list(dossier.items()) == before
        else:
            without = copy.deepcopy(dossier)
            without.remove(key)
            assert list(without.items()) == [each for each in before if each[0] != key]
            assert all(each.severity != "error" for each in without.validate())
        with pytest.raises(DuplicateId):
            dossier.add(record)
        assert dossier.replace(record) is record
        assert list(dossier.items()) == before
    dossier.remove(*dossier)
    assert len(dossier) == 0
    assert dossier.sources == ()


KEYS: Final = st.sampled_from(["s", "s-2", "c1", "unnamed-2", "a1", "x"])
NAMES: Final = st.sampled_from(["S", "s", "Š", "東京", "C1"])
PLACES: Final = st.integers(0, 99)


class Workspace(RuleBasedStateMachine):
    """A dossier beside a plain dictionary that does what it should."""

    def __init__(self) -> None:
        """Begin both empty."""
        super().__init__()
        self.dossier = Dossier()
        self.model: dict[str, Record] = {}
        self.gone: set[str] = set()

    def put(self, made: Record) -> None:
        """Expect a new record."""
        key = str(made.id)
        assert key not in self.model
        self.model[key] = made

    @rule(name=NAMES)
    def get_or_create(self, name: str) -> None:
        """An outlet of a name is the first one there is."""
        found = [
            each
            for each in self.model.values()
            if isinstance(each, Source)
            and each.kind == "outlet"
            and name_key(each.label) == name_key(name)
        ]
        spelled_so = [each for each in found if each.name == name]
        made = self.dossier.outlet(name)
        assert self.dossier.outlet(name) is made
        if found:
            assert made in (spelled_so or found)
        else:
            self.put(made)

    @rule(name=NAMES)
    def mint(self, name: str) -> None:
        """An unnamed source is new, and never has an id that somebody had."""
        made = self.dossier.unnamed(name)
        assert made.id not in self.gone
        assert made.id.startswith("unnamed-")
        self.put(made)

    @rule(text=NAMES)
    def claim(self, text: str) -> None:
        """A claim is new, whatever its text."""
        self.put(self.dossier.claim(text))

    @rule(key=KEYS, name=NAMES, is_claim=st.booleans())
    def add(self, key: str, name: str, *, is_claim: bool) -> None:
        """An id can be taken once."""
        made: Record = Source(id=key, kind="outlet", name=name)
        if is_claim:
            made = Claim(id=key, text=name)
        if key in self.model:
            with pytest.raises(DuplicateId) as caught:
                self.dossier.add(made)
            assert caught.value.kind == self.model[key].type
        else:
            assert self.dossier.add(made) is made
            self.put(made)

    @rule(first=PLACES, second=PLACES, third=PLACES)
    def attribute(self, first: int, second: int, third: int) -> None:
        """An attribution needs what it refers to."""
        keys = [*self.model, "nowhere"]
        claim, one, other = (keys[at % len(keys)] for at in (first, second, third))
        if "nowhere" in (claim, one, other):
            with pytest.raises(DanglingReference) as caught:
                self.dossier.attribute(claim, [one, other])
            assert (caught.value.target, caught.value.referrers) == ("nowhere", ())
        else:
            self.put(self.dossier.attribute(claim, [one, other]))

    @rule(place=PLACES, text=NAMES)
    def add_without_id(self, place: int, text: str) -> None:
        """What has no id gets one that is free, the same again another one."""
        keys = list(self.model) or ["nowhere"]
        key = keys[place % len(keys)]
        made = self.dossier.add(Attribution(claim=key, chain=[key], note=text))
        assert made.id is not None
        self.put(made)
        if key == "nowhere":
            self.dossier.remove(made)
            del self.model[made.id]

    @rule(key=KEYS, name=NAMES)
    def replace(self, key: str, name: str) -> None:
        """A record takes the place of one of its type."""
        made = Source(id=key, kind="outlet", name=name)
        there = self.model.get(key)
        if isinstance(there, Source):
            assert self.dossier.replace(made) is made
            self.model[key] = made
        else:
            expected = DanglingReference if there is None else DuplicateId
            with pytest.raises(expected):
                self.dossier.replace(made)

    @rule(places=st.lists(PLACES, max_size=4))
    def remove(self, places: list[int]) -> None:
        """Records go together, or not at all."""
        keys = [*self.model, "nowhere"]
        going = {keys[at % len(keys)] for at in places}
        staying = [each for key, each in self.model.items() if key not in going]
        is_named = any(names(each, key) for each in staying for key in going)
        if "nowhere" in going or is_named:
            with pytest.raises(DanglingReference):
                self.dossier.remove(*going)
            return
        self.dossier.remove(*going)
        self.gone |= going
        for key in going:
            del self.model[key]

    @invariant()
    def both_hold_the_same(self) -> None:
        """The same ids, each its record, in the order of their coming."""
        assert list(self.dossier.items()) == list(self.model.items())
        assert all(key == each.id for key, each in self.dossier.items())


TestWorkspace = Workspace.TestCase
TestWorkspace.settings = settings(laws, stateful_step_count=25, database=None)


def test_evolved_records_are_new_ones() -> None:
    """A record that is changed outside does not change inside."""
    d = Dossier()
    made = d.outlet("S")
    attrs.evolve(made, name="T")
    assert d["s"] is made
    assert d.outlet("S").name == "S"
