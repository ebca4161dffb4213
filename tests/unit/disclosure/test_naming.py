"""Which texts hold a name: whole words, whatever the case and the accents."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.disclosure._identities import Names
from claimtrack.disclosure._name_words import words_of

HELD: Final = (
    ("Trump", "a TRUMP aide"),
    ("Trump", "Trump's aide"),
    ("Trump", "close to (trump)"),
    ("Keir Starmer", "keir-starmer-2"),
    ("Keir Starmer", "keir_starmer.aide"),
    ("Keir Starmer", "Keir  \n Starmer"),
    ("Inés Moreau", "ines-moreau"),
    ("Ines Moreau", "INE\u0301S MOREAU"),
    ("Ines Moreau", "Ine\u00ads Mo\u200breau"),
    ("Škoda", "skoda"),
    ("Łukasz Nowak", "lukasz-nowak"),
    ("Straße", "STRASSE"),
    ("Українські національні новини", "з УКРАЇНСЬКІ НАЦІОНАЛЬНІ НОВИНИ"),
    ("ΣΊΣΥΦΟΣ", "ο σίσυφος"),
    ("İstanbul", "istanbul"),
    ("欧州", "欧州当局者"),
    ("トランプ", "トランプ氏の側近"),
    ("สมชาย", "คนของสมชายพูด"),
    ("राम", "राम का मित्र"),
    ("AB", "\uff21\uff22"),
    ("O'Brien", "o-brien"),
    ("20 Minutes", "20 minutes"),
)

NOT_HELD: Final = (
    ("Trump", "a trumpet player"),
    ("Trump", "Trumpism"),
    ("Keir Starmer", "Keir and Starmer"),
    ("Keir Starmer", "Starmer Keir"),
    ("Keir Starmer", "Keir"),
    ("US", "Russia"),
    ("トランプ", "トランプマン"),
    ("राम", "रामायण"),
    ("UNN", ""),
    ("😀", "a 😀"),
    ("…", "…"),
)


@pytest.mark.parametrize(("name", "text"), HELD)
def test_a_name_is_held_whatever_its_case_and_accents(name: str, text: str) -> None:
    """Case, accents, hyphens and what cannot be seen make no difference."""
    assert Names.of({"s": [name]}).are_in(text, but=frozenset())


@pytest.mark.parametrize(("name", "text"), NOT_HELD)
def test_a_part_of_a_word_is_no_name(name: str, text: str) -> None:
    """A part of a word is none, and a name has its order."""
    assert not Names.of({"s": [name]}).are_in(text, but=frozenset())


def test_a_name_that_somebody_may_have_does_not_count() -> None:
    """Also where another has it too."""
    names = Names.of({"one": ["Trump", "Donald Trump"], "other": ["Trump"]})
    assert names.are_in("a Trump aide", but=frozenset({"third"}))
    assert not names.are_in("a Trump aide", but=frozenset({"one"}))
    assert not names.are_in("a Trump aide", but=frozenset({"other"}))
    assert names.are_in("a Donald Trump aide", but=frozenset({"other"}))


def test_the_longer_of_two_names_is_found_too() -> None:
    """Names that begin with the same word."""
    names = Names.of({"one": ["New York Post"], "other": ["New York"]})
    assert names.are_in("of the New York Post", but=frozenset({"other"}))
    assert not names.are_in("of New York", but=frozenset({"other"}))


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_words_are_those_of_any_script(text: str) -> None:
    """Plain letters and digits are taken apart more quickly, and no otherwise."""
    assert (*words_of(text), "e") == words_of(f"{text} \u00e9")


def test_words_of_a_text_keep_their_order() -> None:
    """In their order; none where there is no letter or digit."""
    assert words_of("a b-c, D") == ("a", "b", "c", "d")
    assert words_of(" …  ") == words_of("\u0301") == ()
    assert words_of("東京a\u0301b") == ("東", "京", "ab")
