"""Chains as people write them, read."""

from __future__ import annotations

import pytest

from claimtrack import Dossier, InvalidRecord, Source


@pytest.fixture
def dossier() -> Dossier:
    """Return a dossier that knows some sources."""
    made = Dossier()
    made.outlet("UNN", id="unn", aka=["УНН", "Ukrainian National News"])
    made.outlet("Bloomberg", id="bb")
    made.person("Post", id="man")
    made.outlet("Post", id="paper")
    made.unnamed("officials", id="many", count="2+")
    made.unnamed("officials", id="one", count="1")
    made.unnamed("aides", id="aides1", count="2+")
    made.unnamed("aides", id="aides2", count="3+")
    made.outlet('The <"Odd"> (one)…', id="odd")
    return made


KNOWN: dict[str, list[str | None]] = {
    "UNN": ["unn"],
    "unn": ["unn"],
    "УНН<Bloomberg": ["unn", "bb"],
    "  Ukrainian National News  <  bloomberg ": ["unn", "bb"],
    "UNN < ??officials": ["unn", "many"],
    "UNN < ?officials": ["unn", "one"],
    "UNN < ? officials": ["unn", "one"],
    "UNN < …": ["unn", None],
    "UNN < ... < Bloomberg": ["unn", None, "bb"],
    "UNN < (Bloomberg)": ["unn", "bb"],
    "UNN < (??officials)": ["unn", "many"],
    "UNN < (…)": ["unn", None],
    'UNN < "Bloomberg"': ["unn", "bb"],
    "Ukrainian\u00a0National  NEWS < Bloom\u200bberg": ["unn", "bb"],
    r'"The <\"Odd\"> (one)…" < UNN': ["odd", "unn"],
}


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_known_is_reused(dossier: Dossier, text: str) -> None:
    """By name or alias, without regard to case; nothing is added."""
    before = dict(dossier)
    chain = dossier.parse_chain(text)
    assert [each.source for each in chain] == KNOWN[text]
    assert dict(dossier) == before


def test_what_is_missing_is_minted(dossier: Dossier) -> None:
    """Unknown names are unresolved; unnamed ones have their number."""
    chain = dossier.parse_chain("Radio < ?a clerk < ??clerks < (Radio)")
    radio, clerk, clerks, again = (dossier.get(str(each.source)) for each in chain)
    assert radio is again
    assert [each for each in dossier.sources[-3:]] == [radio, clerk, clerks]  # noqa: C416
    kinds = [each.kind for each in dossier.sources[-3:]]
    counts = [str(each.count) for each in dossier.sources[-3:]]
    assert kinds == ["unresolved", "unnamed", "unnamed"]
    assert counts[0] == "None"
    assert "max=1" in counts[1]
    assert "min=2" in counts[2]


def test_of_several_spellings_the_very_same_one_is_meant(dossier: Dossier) -> None:
    """Any other may be either, and is refused."""
    dossier.outlet("Bloom-berg", id="first")
    dossier.add(Source(id="second", kind="outlet", name="BLOOM\u2011BERG"))
    chain = dossier.parse_chain("Bloom-berg < BLOOM\u2011BERG < Bloom-berg")
    assert [each.source for each in chain] == ["first", "second", "first"]
    with pytest.raises(InvalidRecord, match="may be any of: first, second"):
        dossier.parse_chain("UNN < bloom-berg")
    again = dossier.parse_chain("Wire < UNN < Wire < ?aide < ?AIDE")
    assert again[0].source == again[2].source
    assert again[3].source != again[4].source


def test_a_holder_is_ascribed_what_the_chain_holds(dossier: Dossier) -> None:
    """It did not speak."""
    chain = dossier.parse_chain("UNN < Bloomberg < (officials of the ministry)")
    assert [each.is_ascribed for each in chain] == [False, False, True]


REFUSED = {
    "": "a name is missing here (character 1",
    "  ": "a name is missing here (character 3",
    "UNN <": "a name is missing here (character 6",
    "UNN < < Bloomberg": "a name is missing here (character 7",
    "UNN > Bloomberg": "a < is missing here (character 5",
    "UNN < (Bloomberg": "this bracket is not closed (character 7",
    'UNN < "Bloomberg': "this quote is not closed (character 7",
    "(UNN) < Bloomberg": "the first source published, so it cannot be a holder",
    "UNN < (Bloomberg) x": "a < is missing here (character 19",
    "UNN < Post": '"Post" may be any of: man, paper',
    "UNN < ??aides": '"aides" may be any of: aides1, aides2',
    "Radio < RADIO": '"RADIO" may be "Radio", which is spelled differently',
    "UNN < new < Post": '"Post" may be any of: man, paper',
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_notation_is_refused(dossier: Dossier, text: str) -> None:
    """With the place and an example; nothing is added."""
    before = dict(dossier)
    with pytest.raises(InvalidRecord) as caught:
        dossier.parse_chain(text)
    assert REFUSED[text] in str(caught.value)
    assert dict(dossier) == before


def test_a_chain_of_ten_thousand_is_read_at_once(dossier: Dossier) -> None:
    """Not recursive, and linear."""
    chain = dossier.parse_chain(" < ".join(["UNN", "Bloomberg"] * 5000))
    assert len(chain) == 10_000


def test_a_name_that_no_source_may_have_adds_none_of_the_others() -> None:
    """Found by the laws: UNN stayed behind when what it cites was refused."""
    dossier = Dossier()
    kept = dossier.outlet("Bloomberg")
    for wrong in ("\x1b", "a" * 2_000, "a\ud800"):
        with pytest.raises(InvalidRecord):
            dossier.parse_chain(f"UNN < Bloomberg < {wrong}")
        assert dossier.sources == (kept,)
