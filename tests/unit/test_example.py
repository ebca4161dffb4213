"""The example: the first thing a newcomer opens, so it has to be in order."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimtrack as ct

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.claims.json"))
AIR_COVER = ROOT / "examples" / "us-air-cover.claims.json"


@pytest.fixture(scope="module")
def dossier() -> ct.Dossier:
    """Return the example of one article."""
    return ct.Dossier.load(AIR_COVER)


def test_there_is_an_example() -> None:
    """The one that the README shows."""
    assert AIR_COVER in EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_sound(path: Path) -> None:
    """Nothing to say about them, not even for information."""
    assert ct.validate(path) == ()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_written_as_we_write(path: Path) -> None:
    """Loading and saving one changes not a byte."""
    dossier = ct.Dossier.load(path)
    assert dossier.dumps().encode("utf-8") == path.read_bytes()


def test_every_claim_has_its_chain(dossier: ct.Dossier) -> None:
    """36 claims, one attribution each, read in the one article."""
    claims = [each.id for each in dossier.claims]
    assert claims == [f"c{n:02}" for n in range(1, 37)]
    assert sorted(each.claim for each in dossier.attributions) == claims
    assert {each.document for each in dossier.attributions} == {"unn-article"}


def test_every_chain_begins_with_who_published(dossier: ct.Dossier) -> None:
    """The article's publisher is the head of each."""
    article = dossier["unn-article"]
    assert isinstance(article, ct.Document)
    heads = {each.chain.head.source for each in dossier.attributions}
    assert heads == {article.publisher}


def test_chains_are_kept_to_their_full_depth(dossier: ct.Dossier) -> None:
    """Four links for what the governments are said to believe."""
    chains = {each.claim: dossier.format_chain(each) for each in dossier.attributions}
    assert chains["c23"] == "UNN < Bloomberg < ?one source < (European governments)"
    assert max(len(each.chain) for each in dossier.attributions) == 4


def test_every_source_is_there_for_something(dossier: ct.Dossier) -> None:
    """It speaks, is spoken to or of, publishes, or belongs to one that does."""
    text = dossier.dumps()
    for source in dossier.sources:
        assert text.count(f'"{source.id}"') > 1, source.id


def test_nobody_without_a_name_is_given_one(dossier: ct.Dossier) -> None:
    """Unnamed sources have numbers for ids, and no page, no alias, nobody beside."""
    unnamed = [each for each in dossier.sources if each.kind == "unnamed"]
    numbers = {f"unnamed-{n}" for n in range(1, len(unnamed) + 1)}
    assert {each.id for each in unnamed} == numbers
    for each in unnamed:
        assert (each.aka, each.same_as, each.url, each.name) == ((), (), None, None)
    joined = {end for each in dossier.relations for end in (each.subject, each.object)}
    assert not {each for each in joined if each in numbers}
