"""What merging says of what two dossiers say differently."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack import Claim, Dossier, InvalidRecord

if TYPE_CHECKING:
    from claimtrack.dossier import Merged


def made(base: str | None = None, title: str | None = None, **claims: str) -> Dossier:
    """Return a dossier of claims by their ids."""
    dossier = Dossier(base=base, title=title)
    for key, text in claims.items():
        dossier.claim(text, id=key)
    return dossier


def told(merged: Merged) -> list[str]:
    """Return what is said, and of what."""
    return [f"{each.field}: {each.message}" for each in merged.findings]


def test_one_id_for_two_texts() -> None:
    """Ours is kept, and the finding names the fields."""
    merged = made(c1="A").merge(made(c1="B", c2="C"))
    assert told(merged) == ["claim.text: c1 differs in text; the first is kept"]
    assert [each.text for each in merged.dossier.claims] == ["A", "C"]


def test_one_id_for_two_types() -> None:
    """A claim here and a source there."""
    other = Dossier()
    other.outlet("Post", id="c1")
    merged = made(c1="A").merge(other)
    assert told(merged) == ["claim: c1 is a claim here and a source there"]


def test_two_titles() -> None:
    """One has to be chosen; one that is missing need not."""
    merged = made(title="One", c1="A").merge(made(title="Two", c2="B"))
    assert told(merged) == ['dossier.title: both have a title, and "One" is kept']
    assert merged.dossier.title == "One"
    assert made(c1="A").merge(made(title="Two", c2="B")).dossier.title == "Two"


def test_slugs_of_another_base_become_global() -> None:
    """Two claims c1 of two desks are two claims."""
    merged = made("https://a.example/", c1="A").merge(
        made("https://b.example/", c1="B")
    )
    assert told(merged) == []
    assert dict(merged.dossier) == {
        "c1": Claim(id="c1", text="A"),
        "https://b.example/c1": Claim(id="https://b.example/c1", text="B"),
    }
    assert merged.dossier.base == "https://a.example/"


def test_a_review_is_renamed_with_what_refers_to_it() -> None:
    """The assessment still leads to the document that published it."""
    other = made("https://b.example/", c1="B")
    page = other.document("article", "Checked", id="page", url="https://b.example/1")
    other.assess("c1", document=page, verdict="False", id="v1")
    merged = made("https://a.example/", c1="A").merge(other)
    (judgement,) = merged.dossier.assessments
    assert judgement.document == "https://b.example/page"
    assert judgement.document in merged.dossier
    assert merged.dossier.validate() == ()


def test_what_is_global_there_is_a_slug_here() -> None:
    """A claim that comes back home has its own id again; references follow."""
    home = made("https://a.example/", c1="A")
    away = made("https://b.example/", c2="B")
    away.add(Claim(id="https://a.example/c1", text="A"))
    away.relate("c2", "contradicts", "https://a.example/c1", id="r1")
    merged = home.merge(away)
    assert told(merged) == []
    relation = merged.dossier.relations[0]
    assert (relation.id, relation.subject, relation.object) == (
        "https://b.example/r1",
        "https://b.example/c2",
        "c1",
    )


def test_a_slug_and_its_global_id_become_one() -> None:
    """Two records over there, one id here: the first is kept, and that is told."""
    away = made("https://b.example/", c1="A")
    away.add(Claim(id="https://b.example/c1", text="B"))
    merged = made("https://a.example/", c0="0").merge(away)
    assert list(merged.dossier) == ["c0", "https://b.example/c1"]
    assert len(merged.findings) == 1


def test_an_id_spelled_out_under_its_own_base_is_its_slug() -> None:
    """Found by the laws: ours stayed spelled out beside the slug of the other copy."""
    base = "https://a.example/"
    spelled = made(base)
    spelled.add(Claim(id=f"{base}c1", text="A"))
    spelled.claim("B", id="c2", about=[f"{base}c1"])
    short = made(base, c1="A")
    for merged in (spelled.merge(short), short.merge(spelled), spelled.merge(spelled)):
        assert told(merged) == []
        assert dict(merged.dossier) == {
            "c1": Claim(id="c1", text="A"),
            "c2": Claim(id="c2", text="B", about=["c1"]),
        }
        assert merged.dossier.merge(merged.dossier) == merged


def test_two_spellings_of_one_id_in_one_dossier_are_told() -> None:
    """The first is kept, as where two dossiers differ."""
    twice = made("https://a.example/", c1="A")
    twice.add(Claim(id="https://a.example/c1", text="B"))
    merged = twice.merge(twice)
    assert [each.text for each in merged.dossier.claims] == ["A"]
    assert set(told(merged)) == {"claim.text: c1 differs in text; the first is kept"}
    twice.relate("c1", "contradicts", "https://a.example/c1")
    with pytest.raises(InvalidRecord, match="both subject and object"):
        twice.merge(twice)


def test_what_would_be_no_slug_stays_global() -> None:
    """Letters that a slug cannot have, a path, or nothing at all."""
    keys = ["https://a.example/яя", "https://a.example/x/y", "https://a.example/"]
    away = Dossier()
    for key in keys:
        away.add(Claim(id=key, text="T"))
    merged = made("https://a.example/", c1="A").merge(away).dossier
    assert list(merged) == ["c1", *keys]


def test_an_iri_that_leads_out_stays_one() -> None:
    """As a slug it would lead nowhere."""
    other = made("https://a.example/", c1="A")
    other.claim("B", id="c2", about=["https://a.example/story", "c1"])
    merged = made("https://a.example/", c1="A").merge(other).dossier
    assert merged.claims[1].about == ("https://a.example/story", "c1")
    assert merged.merge(merged).dossier == merged
    away = made("https://b.example/", c1="A").merge(other).dossier
    assert away.claims[2].about == (
        "https://a.example/story",
        "https://a.example/c1",
    )


def test_slugs_without_a_base_become_ours_and_that_is_told() -> None:
    """They were local to their file; now they are ours."""
    merged = made("https://a.example/", c1="A").merge(made(c2="B"))
    assert told(merged) == [
        'dossier.base: the other has no base; its slugs are read after "https://a.example/"'
    ]
    assert list(merged.dossier) == ["c1", "c2"]
    assert told(made(c1="A").merge(made("https://b.example/", c1="B"))) == []


def test_a_global_id_that_would_be_too_long_is_refused() -> None:
    """As any other id would be."""
    with pytest.raises(InvalidRecord, match="256"):
        made(c1="A").merge(made("https://b.example/" + "x" * 300, c1="B"))


def test_both_stay_as_they_are() -> None:
    """A merge makes a third dossier."""
    one, other = made(c1="A"), made(c1="B")
    before = one.dumps(), other.dumps()
    merged = one.merge(other).dossier
    merged.claim("More")
    assert (one.dumps(), other.dumps()) == before


def test_a_newer_version_stays_the_newest() -> None:
    """What was kept for it is written back."""
    texts = [
        json.dumps(
            {
                "claimtrack": f"1.{minor}",
                "mood": "calm",
                "records": [
                    {"type": "claim", "id": f"c{minor}", "text": "T", "tone": 1}
                ],
            }
        )
        for minor in (9, 10)
    ]
    one, other = (Dossier.loads(each) for each in texts)
    for merged in (one.merge(other).dossier, other.merge(one).dossier):
        written = merged.dumps()
        assert '"claimtrack": "1.10"' in written
        assert written.count('"tone": 1') == 2
        assert '"mood": "calm"' in written


@pytest.mark.parametrize(
    ("base", "key", "expected"),
    [
        ("https://a.example/", "c1", "https://a.example/c1"),
        ("urn:desk:", "c1", "urn:desk:c1"),
        ("https://a.example/", "urn:x:1", "urn:x:1"),
        (None, "urn:x:1", "urn:x:1"),
        (None, "c1", None),
    ],
)
def test_global_ids(base: str | None, key: str, expected: str | None) -> None:
    """A slug follows the base as it is; an IRI is global already."""
    dossier = Dossier(base=base)
    assert dossier.global_id(key) == expected
    assert dossier.global_id(Claim(id=key, text="T")) == expected
