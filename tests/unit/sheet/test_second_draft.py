"""A second draft that goes into an edited sheet: who is who in it."""

from __future__ import annotations

from claimtrack import Dossier, sheet


def drafted(*claims: str) -> Dossier:
    """Return a draft in which two officials say each, others each time."""
    made = Dossier()
    for claim in claims:
        made.attribute(made.claim(claim), [made.unnamed("two officials")])
    return made


def test_an_unnamed_source_is_somebody_new_unless_its_claim_matches() -> None:
    """Its id in the draft says nothing."""
    first = sheet.write(drafted("it rains", "it hails"))
    made = sheet.merge(first, drafted("it snows", "it rains"))
    found = sheet.read(made).dossier
    assert found is not None
    speakers = {
        str(getattr(found[each.claim], "text", "")): each.chain[0].source
        for each in found.attributions
    }
    assert speakers["it rains"] == "unnamed-1"
    assert speakers["it hails"] == "unnamed-2"
    assert speakers["it snows"] == "unnamed-3"
    assert sheet.merge(made, drafted("it snows", "it rains")) == made


def test_doubts_stand_below_their_claims_or_at_the_end() -> None:
    """Once, however often a draft goes in."""
    draft = drafted("it rains")
    doubts = {"c1": ["who are “two officials”?"], "": ["what of\nthis?"]}
    first = sheet.write(Dossier(), doubts={"": ["nothing here?"]})
    assert first == "\n  ! nothing here?\n"
    made = sheet.merge("x it hails\n", draft, doubts=doubts)
    assert "  said [a1]: ?two officials\n  ! who are “two officials”?\n" in made
    assert made.endswith("  ! what of this?\n")
    again = sheet.merge(made, draft, doubts=doubts)
    assert again.count("what of this?") == 1


def test_a_second_draft_names_the_new_text() -> None:
    """In the place of the old one, or of its hash."""
    text = "article [a]: Port\n  by: Post\n  sha256: " + "0" * 64 + "\n\nPost: outlet\n"
    text = text.replace("Post", "Ledger")
    made = sheet.merge(text, drafted("it rains"), article="it rains", file="b.txt")
    assert "  text: b.txt\n" in made
    assert "sha256" not in made
