"""What holds records: what may be added, replaced and removed, and what may not."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack.dossier import Dossier, _collection
from claimtrack.errors import DanglingReference, DuplicateId
from claimtrack.records import (
    Attribution,
    Claim,
    Document,
    Record,
    Relation,
    Source,
)
from claimtrack.schema import derive_id, ids_of
from derived_ids import tried_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

S: Final = Source(id="s", kind="outlet", name="S")
T: Final = Source(id="t", kind="outlet", name="T")
D: Final = Document(id="d", kind="article", title="D", publisher="s")
C: Final = Claim(id="c", text="C")
C2: Final = Claim(id="c2", text="C2")
A: Final = Attribution(id="a", claim="c", chain=["s", "t"], document="d")
R: Final = Relation(id="r", kind="contradicts", subject="c", object="c2", by="t")
ALL: Final[tuple[Record, ...]] = (S, T, D, C, C2, A, R)


def filled(*records: Record) -> Dossier:
    """Return a dossier of these records."""
    made = Dossier()
    for each in records or ALL:
        made.add(each)
    return made


def test_a_copy_is_a_copy() -> None:
    """What is done to it is not done to the other, and both go on alike."""
    d = Dossier(title="T", base="https://example.org/d/")
    d.unnamed("an aide")
    d.outlet("Post")
    before = d.dumps()
    made = copy.copy(d)
    assert made == d
    assert made is not d
    assert type(made) is Dossier
    assert all(made[key] is d[key] for key in d)
    # Names, counters and the head are its own, too.
    there = made.unnamed("another"), made.outlet("Post"), made.outlet("New")
    made.remove("unnamed-1")
    made.head = attrs.evolve(made.head, title="Other")
    assert d.dumps() == before
    assert (d.unnamed("another"), d.outlet("Post"), d.outlet("New")) == there
    assert copy.deepcopy(d) == d


def test_it_is_a_mapping() -> None:
    """From ids to records, in the order of their coming."""
    d = filled()
    assert list(d) == [each.id for each in ALL]
    assert tuple(d.values()) == ALL
    assert len(d) == 7
    assert d["s"] is S
    assert "s" in d
    assert d.get("nowhere") is None
    assert "nowhere" not in d
    with pytest.raises(KeyError):
        d["nowhere"]


def test_each_type_has_a_view_in_its_order() -> None:
    """Each type has a view, in its order."""
    d = filled(R, A, C2, C, D, T, S)
    assert d.sources == (T, S)
    assert d.documents == (D,)
    assert d.claims == (C2, C)
    assert d.attributions == (A,)
    assert d.relations == (R,)


@pytest.mark.parametrize("record", ALL)
def test_an_id_is_taken_over_all_types(record: Record) -> None:
    """Whoever has it: nothing changes."""
    d = filled()
    with pytest.raises(DuplicateId) as caught:
        d.add(Claim(id=record.id or "", text="other"))
    assert (caught.value.id, caught.value.kind) == (record.id, record.type)
    assert d == filled()


@pytest.mark.parametrize("record", [A, R])
def test_ids_of_those_that_have_none(record: Attribution | Relation) -> None:
    """They are made of the public fields; twins get an ordinal."""
    bare = attrs.evolve(record, id=None)
    d = filled(C, C2, S, T, D)
    one, two, three = d.add(bare), d.add(bare), d.add(attrs.evolve(bare, note="n"))
    expected = [derive_id(bare, twin) for twin in (1, 2, 3)]
    assert [one.id, two.id, three.id] == expected
    assert len(set(expected)) == 3
    assert attrs.evolve(one, id=None) == bare
    d.remove(two)
    assert d.add(bare) == two


def test_many_twins_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is tried again that others have, however they come and are saved."""
    tried = tried_ids(monkeypatch)
    bare = attrs.evolve(A, id=None)
    d = filled(C, S, T, D)
    made = [d.add(bare).id for _ in range(200)]
    assert len(tried) < 800
    assert made == [derive_id(bare, twin) for twin in range(1, 201)]
    tried.clear()
    d.remove(str(made[4]), str(made[6]))
    assert len(Dossier.loads(d.dumps())) == len(d)
    assert len(tried) < 1_600
    assert [d.add(bare).id for _ in range(2)] == [made[4], made[6]]


def test_a_record_takes_the_place_of_its_id() -> None:
    """A record takes the place of the one that has its id."""
    d = filled()
    changed = attrs.evolve(T, name="Ť")
    assert d.replace(changed) is changed
    assert list(d) == [each.id for each in ALL]
    assert d["t"] is changed


def test_what_cannot_be_replaced() -> None:
    """An id that is not there, none at all, or one of another type."""
    d = filled()
    with pytest.raises(DanglingReference, match='"new" is not in this dossier'):
        d.replace(Claim(id="new", text="C"))
    with pytest.raises(DanglingReference, match="is not in this dossier"):
        d.replace(attrs.evolve(A, id=None))
    with pytest.raises(DuplicateId, match='"s" already belongs to a source'):
        d.replace(Claim(id="s", text="C"))
    assert d == filled()


REFERRED: Final[list[tuple[Record, tuple[str, ...]]]] = [
    (S, ("d", "a")),
    (T, ("a", "r")),
    (D, ("a",)),
    (C, ("a", "r")),
    (C2, ("r",)),
]


@pytest.mark.parametrize(("record", "referrers"), REFERRED)
@pytest.mark.parametrize("as_id", [True, False])
def test_what_is_referred_to_cannot_go(
    record: Record, referrers: tuple[str, ...], *, as_id: bool
) -> None:
    """Who refers to it is named, in order, and nothing changes."""
    d = filled()
    with pytest.raises(DanglingReference) as caught:
        d.remove(str(record.id) if as_id else record)
    assert (caught.value.target, caught.value.referrers) == (record.id, referrers)
    assert d == filled()


def test_together_they_can_go() -> None:
    """Who refers to a record may go in one call with it, in any order."""
    d = filled()
    d.remove(S, "a", D)
    assert d == filled(T, C, C2, R)
    d.remove("r", R, "r")
    assert d == filled(T, C, C2)
    d.remove()
    d.remove(*d.values())
    assert len(d) == 0


def test_all_of_them_or_none() -> None:
    """Where one cannot go, none does."""
    d = filled()
    for missing in ("nowhere", attrs.evolve(A, id=None)):
        with pytest.raises(DanglingReference) as caught:
            d.remove("r", missing)
        assert caught.value.target == str(missing)
        assert caught.value.referrers == ()
    with pytest.raises(DanglingReference, match=r'cannot remove "c": "a" still refers'):
        d.remove("r", "c")
    assert d == filled()


def test_what_is_removed_may_come_again() -> None:
    """It comes last then."""
    d = filled()
    d.remove(A)
    assert d.add(A) is A
    assert list(d)[-1] == "a"


def test_names_are_kept_up() -> None:
    """Builders find a source by the name that it has now."""
    d = filled(S)
    assert d.outlet("S") is S
    renamed = d.replace(attrs.evolve(S, name="Š"))
    assert d.outlet("Š") is renamed
    assert d.outlet("S").id == "s-2"
    turned = d.replace(attrs.evolve(renamed, kind="organization"))
    assert d.organization("Š") is turned
    assert d.outlet("Š").id == "s-3"
    unnamed = Source(id="s", kind="unnamed", description="Š")
    assert d.replace(unnamed) is unnamed
    assert d.organization("Š").id == "s-4"


def test_two_of_one_name() -> None:
    """The first counts; when it goes, or is called otherwise, the next one does."""
    d = Dossier()
    one = d.outlet("S")
    two = d.outlet("S", id="two")
    assert d.outlet("S") is one
    noted = d.replace(attrs.evolve(one, note="n"))
    assert d.outlet("S") is noted
    d.remove(one)
    assert d.outlet("S") is two
    three = d.outlet("S", id="three")
    d.replace(attrs.evolve(two, name="2"))
    assert d.outlet("S") is three
    d.remove(three)
    assert d.outlet("S") == Source(id="s", kind="outlet", name="S")


def test_equal_dossiers_have_equal_records_in_any_order() -> None:
    """Dossiers are equal that have the same head and records, in any order."""
    assert filled() == filled(*reversed(ALL))
    assert filled() != filled(S)
    assert Dossier(title="T") != Dossier()
    assert Dossier(title="T", lang="en") == Dossier(lang="en", title="T")
    assert Dossier() != {}
    assert Dossier() != 5
    with pytest.raises(TypeError, match="unhashable"):
        hash(Dossier())


def test_whoever_looks_while_a_loaded_dossier_is_put_in_order_sees_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Threads may share it: none finds it empty, or half filled."""
    text = filled().dumps()
    d, seen = Dossier.loads(text), list[object]()

    def look(records: Sequence[Record]) -> Iterator[str]:
        """Look again at each step, as another thread would."""
        monkeypatch.setattr(_collection, "ids_of", ids_of)
        for each in ids_of(records):
            other = copy.copy(d) if not seen else d
            seen.append((len(d), other["c"], [*d], d.dumps() == text))
            yield each

    monkeypatch.setattr(_collection, "ids_of", look)
    added = d.claim("C3")
    assert seen == [(len(ALL), C, [each.id for each in ALL], True)] * len(ALL)
    assert [*d.values()] == [*ALL, added]


def test_an_interruption_takes_nothing_from_a_loaded_dossier(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What somebody stops at the first look is there at the next one."""
    text = filled().dumps()
    d = Dossier.loads(text)

    def stopped(records: Sequence[Record]) -> Iterator[str]:
        yield from ids_of(records[:2])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(_collection, "ids_of", stopped)
        with pytest.raises(KeyboardInterrupt):
            d["c"]
    assert len(d) == len(ALL)
    assert [*d.values()] == [*ALL]
    assert d.dumps() == text
