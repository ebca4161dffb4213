"""Where many words first stand in one text."""

from __future__ import annotations

from functools import partial
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.notation._first_places import first_places
from cpu_time import times_as_long

LETTERS: Final = st.sampled_from("ab ")


@given(st.data())
def test_it_is_the_first_place_that_python_finds(data: st.DataObject) -> None:
    """Of few words and of many, short and long, that are there or nearly there."""
    text = data.draw(st.text(LETTERS, max_size=90))
    cuts = st.tuples(st.integers(0, 90), st.integers(1, 45), st.text(LETTERS))
    words = [
        text[start : start + length] + more[:1]
        for start, length, more in data.draw(st.lists(cuts, max_size=80))
    ]
    wanted = [each for each in words if each]
    expected = {each: text.find(each) for each in wanted if each in text}
    assert first_places(text, wanted) == expected


def test_words_that_are_alike_are_found_too() -> None:
    """Although they are looked up one by one in the end."""
    text = "said " * 2_000
    there = ["said " * 9 + "said"[:end] for end in range(1, 4)]
    nearly = [f"{'said ' * 9}x{number}" for number in range(300)]
    assert first_places(text, [*nearly, *there]) == dict.fromkeys(there, 0)


def test_blocks_that_no_word_has_are_passed_over() -> None:
    """Nearly all of a text is."""
    text = "".join(f"word{number} " for number in range(500))
    there = [text[at : at + 40] for at in range(0, 1_000, 40)]
    nearly = [f"quay {number} is closed until it rains" for number in range(40)]
    expected = {each: text.find(each) for each in there}
    assert first_places(text, [*nearly, *there]) == expected


@pytest.mark.long
def test_ten_million_characters_are_gone_through_once() -> None:
    """Ten times as many words cost less than five times as much."""
    text = "".join(f"word{number} " for number in range(1_000_000))[:10_000_000]
    words = [text[at : at + 40] + "!" for at in range(0, 250_000, 50)]
    assert first_places(text, words) == {}
    many = partial(first_places, text, words)
    assert times_as_long(many, partial(first_places, text, words[:500])) < 5
