"""Did you mean …? What is offered, and what is not."""

from __future__ import annotations

import difflib
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.findings import suggest
from claimtrack.findings._suggestions import CANDIDATES, CLOSE_ENOUGH, LONGEST
from claimtrack.records import SourceKind, words

KINDS: Final = words(SourceKind)

MEANT: Final[list[tuple[str, tuple[str, ...], str | None]]] = [
    ("oulet", KINDS, "outlet"),
    ("Outlet", KINDS, "outlet"),
    ("ORGANISATION", KINDS, "organization"),
    ("live blog", ("live-blog", "blog"), "live-blog"),
    ("live_blog", ("live-blog", "blog"), "live-blog"),
    ("same as", ("same_as", "aka"), "same_as"),
    ("STRASSE", ("straße",), "straße"),
    ("xyz", KINDS, None),
    ("", KINDS, None),
    ("", ("",), None),
    ("outlet", (), None),
    # All of a short word.
    ("di", ("kind", "id"), "id"),
    ("xy", ("kind", "id"), None),
    # Of two that are one but for case and hyphens, the first is offered.
    ("a-b", ("A_B", "a-b"), "A_B"),
    ("x" * LONGEST, ("x" * LONGEST,), "x" * LONGEST),
    ("x" * (LONGEST + 1), ("x" * LONGEST,), None),
    ("x" * LONGEST, ("x" * (LONGEST + 1),), None),
]


@pytest.mark.parametrize(
    ("word", "among", "meant"), MEANT, ids=[str(at) for at in range(len(MEANT))]
)
def test_the_nearest_word_is_offered_if_any_is_near(
    word: str, among: tuple[str, ...], meant: str | None
) -> None:
    """The nearest word is offered, if any is near."""
    assert suggest(word, iter(among)) == meant


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(KINDS))
def test_a_known_word_is_offered_itself(word: str) -> None:
    """Nothing is nearer than the word itself."""
    assert suggest(word, KINDS) == word
    assert suggest(word.upper(), reversed(KINDS)) == word


def test_only_so_many_are_looked_at() -> None:
    """One word in a huge file does not cost a comparison with each of its ids."""
    many = [f"n{at}" for at in range(CANDIDATES)]
    assert suggest("outlet", [*many[1:], "outlet"]) == "outlet"
    assert suggest("outlet", [*many, "outlet"]) is None
    assert suggest("n7", iter([*many, "outlet"])) == "n7"


WORDS: Final = st.text("abcdeé-\U0001f600!", max_size=7)


@settings(max_examples=300, deadline=None)
@given(WORDS.filter(lambda word: len(word) > 2), st.lists(WORDS, unique=True))
def test_what_difflib_says_is_offered(word: str, among: list[str]) -> None:
    """No word is left out that is near enough: "!" and "a" share a bit."""
    near = difflib.get_close_matches(word, among, n=1, cutoff=CLOSE_ENOUGH)
    assert suggest(word, among) == (word if word in among else next(iter(near), None))
