"""What cannot be seen makes no difference, and places are kept."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.notation._folded_text import FoldedText

PLAIN: Final = {**dict.fromkeys("‘’", "'"), **dict.fromkeys("“”«", '"'), "—": "-"}
UNSEEN: Final = "\u00ad\u200b\u200d\u2060\ufeff"
MARKS: Final = "\u0301\u0308\u0340\u1161\u11a8\u3099"
SIGNS: Final = st.sampled_from(
    [*"ab]^-\\ \t\n\r\u2028\u2000éÅ\u212b\u1100か\u0958😀", *PLAIN, *UNSEEN, *MARKS]
)


def folded(text: str) -> list[tuple[str, int, int]]:
    """Return the characters of a folded text with their places, sign by sign."""
    made: list[tuple[str, int, int]] = []
    at = 0
    while at < len(text):
        end = at + 1
        if text[at].isspace():
            while end < len(text) and text[end].isspace():
                end += 1
            shown = " "
        elif text[at] in UNSEEN:
            shown = ""
        else:
            while end < len(text) and text[end] in MARKS:
                end += 1
            composed = unicodedata.normalize("NFC", text[at:end])
            shown = "".join(PLAIN.get(each, each) for each in composed)
        made += ((each, at, end) for each in shown)
        at = end
    return made


@given(st.text(SIGNS, max_size=30))
@example("e\u0301")
@example("\u200b\u200b a\u0301\u0308")
def test_it_is_what_one_gets_sign_by_sign(text: str) -> None:
    """Every character, and where it comes from."""
    made = FoldedText.of(text)
    expected = folded(text)
    assert made.text == "".join(each for each, _, _ in expected)
    places = [made.span(at, at + 1) for at in range(len(expected))]
    assert places == [(start, end) for _, start, end in expected]
    if expected:
        assert made.span(0, len(expected)) == (expected[0][1], expected[-1][2])


def test_folding_twice_changes_nothing() -> None:
    """Nor does folding what has nothing to fold."""
    once = FoldedText.of("“Cafe\u0301”\r\n—  a").text
    assert once == '"Café" - a'
    assert FoldedText.of(once).text == once
    assert not re.search(r"\s\s", once)
