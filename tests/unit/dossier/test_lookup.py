"""Records of one type, found by their place, their id and their name."""

from __future__ import annotations

import copy
import pickle
from typing import Any, assert_type

import attrs
import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import DanglingReference, UnknownName
from claimtrack.records import Claim, Notice, Record


def filled() -> Dossier:
    """Return a dossier with names that several have."""
    d = Dossier()
    d.outlet("The Wall Street Journal", id="wsj", aka=["WSJ", "Journal"])
    d.outlet("Post", id="p1", aka=["The Post"])
    d.outlet("the post", id="p2", aka=["Journal"])
    d.unnamed("a port worker", id="u1")
    d.unnamed("a port worker", id="u2")
    d.unnamed("an official", id="u3")
    d.document("article", "Ferry stops", id="story", publisher="wsj")
    d.document("page", url="https://example.org/ferry", id="page")
    d.claim("It stops.")
    d.attribute("c1", "wsj", document="story")
    return d


def test_they_stay_tuples() -> None:
    """By place, in slices, in comparisons and copies."""
    d = filled()
    found = d.sources
    assert isinstance(found, tuple)
    assert found == tuple(found)
    assert (found[0], found[-1].id) == (d["wsj"], "u3")
    assert type(found[:2]) is tuple
    assert found[:2] == (d["wsj"], d["p1"])
    for again in (copy.copy(found), pickle.loads(pickle.dumps(found))):  # noqa: S301
        assert again == found
        assert again["p1"] == d["p1"]
    assert Dossier().sources == ()


def test_a_record_stands_for_its_id() -> None:
    """In a dossier and in its views, typed, and as the record is now."""
    d = filled()
    rain = d.claims["c1"]
    told = d.replace(attrs.evolve(rain, text="It stopped."))
    assert_type(d[rain], Claim)
    assert_type(d.get(rain), Claim | None)
    assert_type(d.get(rain, 5), Claim | int)
    assert_type(d["c1"], Record)
    assert_type(d.get("c1", 5), Record | int)
    assert_type(d.claims[rain], Claim)
    assert d[rain] is d["c1"] is told
    assert d.get(rain) is d.claims[rain] is d.claims.get(rain) is told
    anything: Any = d
    assert rain in anything
    assert all(d[each] is each for each in d.values())


def test_a_record_that_is_not_there_is_no_key() -> None:
    """Nor is one without an id, or another type of record that has the id."""
    d = filled()
    others = (Notice(kind="retraction", target="c1"), Claim(id="c9", text="It rains."))
    namesake = Claim(id="wsj", text="It rains.")
    anything: Any = d
    for each in (*others, namesake):
        assert each not in anything
        assert d.get(each) is None
        assert d.get(each, 5) == 5
        with pytest.raises(KeyError):
            d[each]
    for each in others:
        assert d.claims.get(each) is None
        with pytest.raises(DanglingReference):
            d.claims[each]
    assert 5 not in anything
    assert anything.get(5) is None


def test_an_id_finds_records_of_its_type_alone() -> None:
    """Of their own type alone."""
    d = filled()
    assert d.sources["wsj"] is d["wsj"]
    assert d.documents["story"].publisher == "wsj"
    assert d.claims["c1"].text == "It stops."
    assert d.attributions["a1"].chain[0].source == "wsj"
    found = d.sources
    assert found.get("wsj") is d["wsj"]
    assert found.get("c1") is None
    keys: tuple[object, ...] = ("wsj", "c1")
    assert [each in d.sources for each in keys] == [True, False]
    assert (d["wsj"] in d.sources, d["c1"] in d.sources) == (True, False)
    with pytest.raises(DanglingReference, match=r'"c1" is not in this dossier'):
        d.sources["c1"]
    with pytest.raises(IndexError):
        d.sources[99]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Wall Street Journal", "wsj"),
        ("the wall  street journal", "wsj"),
        ("WSJ", "wsj"),
        ("The Post", "p1"),
        ("the post", "p2"),
        ("an official", "u3"),
    ],
)
def test_a_name_finds_aliases_and_descriptions_too(name: str, key: str) -> None:
    """Aliases and descriptions too; as it is spelled first."""
    assert filled().sources.named(name).id == key


def test_documents_by_title() -> None:
    """One without a title has none."""
    assert filled().documents.named("Ferry stops").id == "story"
    with pytest.raises(UnknownName, match=r'named "Fery stops"\. Did you mean "Ferry'):
        filled().documents.named("Fery stops")


@pytest.mark.parametrize(
    ("name", "ids", "meant"),
    [
        ("Journal", ("wsj", "p2"), None),
        ("a port worker", ("u1", "u2"), None),
        ("THE POST", ("p1", "p2"), None),
        ("Wall Street Journal", (), "The Wall Street Journal"),
        ("an officiall", (), None),
        ("", (), None),
    ],
)
def test_names_that_find_none_or_several(
    name: str, ids: tuple[str, ...], meant: str | None
) -> None:
    """The error says which; it never suggests an unnamed source."""
    with pytest.raises(UnknownName) as caught:
        filled().sources.named(name)
    error = caught.value
    assert (error.name, error.ids, error.meant) == (name, ids, meant)
    assert all(f'"{each}"' in str(error) for each in (*ids, name))
