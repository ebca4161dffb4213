"""Ids minted from names: readable, free, and never given out twice."""

from __future__ import annotations

import string
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.notation._slugs import LONGEST, Mint, slug
from claimtrack.records import Source

SLUGS: Final = {
    "UNN": "unn",
    "Keir Starmer": "keir-starmer",
    "Škoda, a. s.": "skoda-a-s",
    "  Le Monde!  ": "le-monde",
    "The 7.30 Report": "the-7-30-report",
    "ＡＢＣ": "abc",
    "ﬁnance №5": "finance-no5",
    "УНН": "",
    "東京": "",
    "—": "",
    "": "",
    "a" * 100: "a" * LONGEST,
    "a" * 59 + " b": "a" * 59,
    "_x_": "x",
}


@pytest.mark.parametrize("name", SLUGS)
def test_a_slug_has_letters_digits_and_hyphens(name: str) -> None:
    """Lower-case ASCII letters and digits, with a hyphen for what is between."""
    assert slug(name) == SLUGS[name]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_slug_is_an_id(name: str) -> None:
    """Whatever the name, its slug is a sound id, and its own slug."""
    made = slug(name)
    assert set(made) <= set(string.ascii_lowercase + string.digits + "-")
    assert slug(made) == made
    assert len(made) <= LONGEST
    if made:
        assert Source(id=made, kind="outlet", name="S").id == made


def test_a_taken_stem_gets_a_number_from_two() -> None:
    """The stem itself, then the stem with numbers from 2."""
    mint, taken = Mint(), {"unn-3"}
    for expected in ("unn", "unn-2", "unn-4", "unn-5"):
        made = mint.named("unn", taken)
        assert made == expected
        taken.add(made)


def test_numbers_leave_out_what_is_taken() -> None:
    """Numbers from 1, leaving out what is taken."""
    mint, taken = Mint(), {"c2"}
    assert [mint.numbered("c", taken) for _ in range(3)] == ["c1", "c3", "c4"]


def test_no_number_comes_again() -> None:
    """A number that was given out is not, after its record is gone."""
    mint = Mint()
    assert [mint.numbered("u-", ()) for _ in range(3)] == ["u-1", "u-2", "u-3"]
    assert mint.named("s", {"s"}) == "s-2"
    assert mint.named("s", {"s"}) == "s-3"


def test_stems_count_apart() -> None:
    """Sources called C do not use up the numbers of claims."""
    mint = Mint()
    assert mint.named("c", {"c"}) == "c-2"
    assert mint.numbered("c", {"c", "c-2"}) == "c1"
    # Where two stems make the same ids, they share a counter.
    assert mint.numbered("c-", {"c", "c-2"}) == "c-3"
