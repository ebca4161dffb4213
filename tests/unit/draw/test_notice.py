"""Pictures are for others: what they leave out, refuse, and say of drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import Dossier, Recorded
from claimtrack.disclosure import DRAFTED
from claimtrack.draw import draw_dot, draw_mermaid
from claimtrack.errors import DanglingReference, UnreviewedDraft

if TYPE_CHECKING:
    from collections.abc import Callable

PICTURES: Final = pytest.mark.parametrize("draw", [draw_mermaid, draw_dot])


@pytest.fixture
def d() -> Dossier:
    """Return a dossier with a claim off the record."""
    made = Dossier()
    post = made.outlet("Post")
    pilot = made.unnamed("a pilot in red", count="1")
    made.attribute(made.claim("The ferry stops."), post, id="a1")
    made.attribute("c1", post.citing(pilot, ground_rules="deep-background"), id="a2")
    hidden = made.claim("The mayor knew.")
    made.attribute(hidden, post.citing(pilot, ground_rules="off-record"), id="a3")
    return made


@PICTURES
def test_others_see_what_is_public(draw: Callable[..., str], d: Dossier) -> None:
    """In Python as on the command line; a claim off the record is left out."""
    shown = draw(d, d.claims)
    assert "ferry" in shown
    assert "mayor" not in shown
    assert "in red" not in shown
    assert "mayor" not in draw(d, [d.claims["c2"]])


@PICTURES
def test_the_desk_sees_all_of_it(draw: Callable[..., str], d: Dossier) -> None:
    """When it says so."""
    shown = draw(d, d.claims, include_private=True)
    assert "mayor" in shown
    assert "in red" in shown


@PICTURES
def test_a_claim_of_another_dossier_is_a_mistake(
    draw: Callable[..., str], d: Dossier
) -> None:
    """An empty picture would hide it."""
    other = Dossier().claim("The quay burns.", id="c9")
    for claims in ([other], [*d.claims, other]):
        with pytest.raises(DanglingReference):
            draw(d, claims)


@PICTURES
def test_a_picture_of_drafts_says_so(draw: Callable[..., str], d: Dossier) -> None:
    """Above all else, with how many they are; without leave there is none."""
    d.attribute("c1", d.outlet("Gazette"), id="a4", recorded=Recorded(method="tool"))
    with pytest.raises(UnreviewedDraft) as refused:
        draw(d, d.claims)
    assert refused.value.attributions == ("a4",)
    shown = draw(d, d.claims, unreviewed=True)
    assert shown.count(f'"{DRAFTED}"') == 1
    assert "1 of 3 attributions" in shown
    whole = draw(d, d.claims, unreviewed=True, include_private=True)
    assert "1 of 4 attributions" in whole


@PICTURES
def test_a_picture_of_no_drafts_does_not(draw: Callable[..., str], d: Dossier) -> None:
    """Leave to draw them makes no difference."""
    assert DRAFTED not in draw(d, d.claims)
    assert draw(d, d.claims, unreviewed=True) == draw(d, d.claims)
