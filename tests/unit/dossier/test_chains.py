"""Attributions whose chain is written as people write it."""

from __future__ import annotations

import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import DanglingReference, DuplicateId, InvalidRecord


def filled() -> Dossier:
    """Return a dossier with an outlet, an agency and a claim."""
    d = Dossier()
    d.outlet("UNN", id="unn", aka=["УНН"])
    d.outlet("Bloomberg", id="b")
    d.claim("It stops.")
    return d


@pytest.mark.parametrize(
    "text",
    [
        "UNN < Bloomberg",
        "УНН < Bloomberg < ??European officials",
        "UNN < Bloomberg < …",
        "UNN < (Bloomberg)",
        "?one source",
        "…",
        "УНН",
        "UNN < Keir Starmer",
    ],
)
def test_notation_is_read_as_parse_chain_reads_it(text: str) -> None:
    """It is read as `parse_chain` reads it."""
    d, other = filled(), filled()
    made = d.attribute("c1", text)
    assert made.chain == other.parse_chain(text)
    assert d.sources == other.sources
    assert d.attributions == (made,)


@pytest.mark.parametrize("key", ["unn", "b"])
def test_an_id_stays_one(key: str) -> None:
    """Also where another source has it for its name."""
    d = filled()
    d.outlet("b", id="other")
    assert d.attribute("c1", key).chain[0].source == key


@pytest.mark.parametrize(
    ("claim", "text", "error"),
    [
        ("c1", "nowhere", DanglingReference),
        ("c9", "UNN < Keir Starmer", DanglingReference),
        ("c1", "UNN < New < NEW", InvalidRecord),
        ("c1", "UNN < ", InvalidRecord),
        ("c1", "", InvalidRecord),
    ],
)
def test_nothing_is_added_where_it_fails(
    claim: str, text: str, error: type[Exception]
) -> None:
    """A name by itself that nobody has is more likely an id that is wrong."""
    d = filled()
    with pytest.raises(error):
        d.attribute(claim, text)
    assert d == filled()
    d.attribute("c1", "UNN < Keir Starmer", id="a1")
    before = dict(d)
    with pytest.raises(DuplicateId):
        d.attribute("c1", "UNN < Emmanuel Macron", id="a1")
    assert dict(d) == before
