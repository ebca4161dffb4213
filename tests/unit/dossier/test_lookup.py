"""Records of one type, found by their place, their id and their name."""

from __future__ import annotations

import copy
import pickle

import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import DanglingReference, UnknownName


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
