"""Drafts that nobody reviewed: who asks for something for others is told of them."""

from __future__ import annotations

import pytest

from claimtrack import Dossier, Link, Recorded
from claimtrack.disclosure import DRAFTED, for_others, public, unreviewed
from claimtrack.errors import UnreviewedDraft

TOOL = Recorded(method="tool", tool="claimtrack.extract")
HUMAN = Recorded(method="human", by="A. Editor")


@pytest.fixture
def d() -> Dossier:
    """Return a dossier with a draft, a draft off the record, and no draft."""
    made = Dossier(title="Night service")
    post, pilot = made.outlet("Post"), made.unnamed("a pilot", note="Call at six.")
    made.attribute(made.claim("The ferry stops."), post, id="a1", recorded=TOOL)
    hidden = post.citing(Link(source=pilot, ground_rules="off-record"))
    made.attribute(made.claim("The mayor knew."), hidden, id="a2", recorded=TOOL)
    made.attribute(made.claim("The quay burns."), post, id="a3", recorded=HUMAN)
    made.attribute("c3", made.person("Ann Ruiz"), id="a4")
    return made


def test_what_a_tool_recorded_is_unreviewed(d: Dossier) -> None:
    """What a person recorded is not, nor is what says nothing of who recorded it."""
    assert unreviewed(d) == ("a1", "a2")
    assert unreviewed(Dossier()) == ()
    # Who recorded it is private, so a public dossier does not know.
    assert unreviewed(public(d)) == ()


def test_others_do_not_get_drafts_unawares(d: Dossier) -> None:
    """The refusal has the ids; one off the record is not for others anyhow."""
    with pytest.raises(UnreviewedDraft) as refused:
        for_others(d)
    assert refused.value.attributions == ("a1",)
    with pytest.raises(UnreviewedDraft) as refused:
        for_others(d, include_private=True)
    assert refused.value.attributions == ("a1", "a2")


def test_who_says_so_gets_them(d: Dossier) -> None:
    """As they are, or what of them is public."""
    assert for_others(d, unreviewed=True).dumps() == public(d).dumps()
    assert for_others(d, unreviewed=True, include_private=True) is d


def test_without_drafts_nothing_is_refused(d: Dossier) -> None:
    """Drafts that others do not get anyhow are no reason to refuse."""
    d.remove("a1")
    assert for_others(d).dumps() == public(d).dumps()
    d.remove("a2")
    assert for_others(d, include_private=True) is d


def test_an_attribution_without_an_id_of_its_own_is_named() -> None:
    """By the id that the dossier derives for it."""
    d = Dossier()
    made = d.attribute(d.claim("The ferry stops."), d.outlet("Post"), recorded=TOOL)
    with pytest.raises(UnreviewedDraft) as refused:
        for_others(d)
    assert refused.value.attributions == (made.id,) == unreviewed(d)


def test_an_output_says_it_in_these_words() -> None:
    """Which users look for."""
    assert DRAFTED == "drafted by a tool, reviewed by nobody"
