"""Chains of claims that nobody is recorded to have made."""

from __future__ import annotations

from typing import Final

import attrs
import pytest

import claimtrack as ct
from claimtrack.records import Chain, Link, nobody, to_chain

WHO_IS_MISSING: Final = "source is required because there are no candidates"


def test_one_link_without_anybody() -> None:
    """Neither a source nor candidates, and a date where there is one."""
    chain = nobody(at="2025-05")
    assert chain == Chain(links=[Link(at="2025-05")])
    assert chain.is_nobody
    assert (chain.head.source, chain.head.candidates) == (None, None)
    assert nobody() == Chain(links=[Link()])
    assert hash(nobody()) == hash(nobody())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        chain.links = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    "chain", [["unn"], [Link(candidates=())], ["unn", Link(candidates=())]]
)
def test_everybody_else_is_somebody(chain: list[Link | str]) -> None:
    """An outlet, and even a speaker at whom nobody can guess."""
    assert not Chain(links=chain).is_nobody


@pytest.mark.parametrize(
    ("links", "place"), [([Link(), "unn"], 0), (["unn", Link()], 1), ([Link()] * 3, 0)]
)
def test_not_in_a_longer_chain(links: list[Link | str], place: int) -> None:
    """Whoever cites, or is cited, is somebody."""
    with pytest.raises(ct.InvalidRecord) as caught:
        Chain(links=links)
    assert str(caught.value) == (
        f"chain.links.{place}.source: {WHO_IS_MISSING}. Give a source. (CT011)"
    )


def test_it_cites_nobody_and_is_cited_by_nobody() -> None:
    """The sentence would have no subject, or no object."""
    with pytest.raises(ct.InvalidRecord, match=WHO_IS_MISSING):
        nobody().citing("unn")
    with pytest.raises(ct.InvalidRecord, match=WHO_IS_MISSING):
        Link(source="unn").citing(nobody().head)


@pytest.mark.parametrize("value", [None, [None], ["unn", None]])
def test_nothing_is_not_nobody(value: object) -> None:
    """A variable that was never set must not say that nobody is on record."""
    with pytest.raises(ct.InvalidRecord, match=rf"^link\.source: {WHO_IS_MISSING}"):
        to_chain(value)  # type: ignore[arg-type]
    with pytest.raises(ct.InvalidRecord, match=rf"^link\.source: {WHO_IS_MISSING}"):
        ct.link(None)  # type: ignore[arg-type]


def test_a_date_that_is_none() -> None:
    """It is refused as on any link."""
    with pytest.raises(ct.InvalidRecord, match=r"^link\.at: "):
        nobody(at="last week")


def test_in_a_dossier() -> None:
    """Built, kept, written and read again; a date is not in the repr."""
    d = ct.Dossier()
    claim = d.claim("The ferry stops")
    made = d.attribute(claim, ct.nobody(at="2025-05"))
    assert repr(made) == "Attribution(id='a1', claim='c1', chain=<Chain …>)"
    again = ct.Dossier.loads(d.dumps())
    assert again == d
    assert again.attributions[0].chain.is_nobody
    assert d.validate() == ()


def test_three_dots_alone_are_nobody_in_notation() -> None:
    """What stands alone is not even an unsettled speaker; in a longer chain it is."""
    d = ct.Dossier()
    assert d.format_chain(ct.nobody(at="2025-05")) == "…"
    for text in ("…", "...", " … "):
        assert d.parse_chain(text) == ct.nobody()
    assert d.parse_chain("UNN < …").last == Link(candidates=())
    assert d.format_chain(d.parse_chain("…")) == "…"
