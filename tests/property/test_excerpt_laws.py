"""Laws of excerpts: what was cut out of a text is in it; what was changed is not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from claimtrack import Dossier, Excerpt, check
from claimtrack.dossier import fill_dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

CODES: Final = ("CT034", "CT040", "CT045", "CT046")
SIGNS: Final = st.sampled_from([*"ab .\n“”é", "e\u0301", "\r\n", "ї", "😀", "\u200b"])
TEXTS: Final = st.lists(SIGNS, min_size=8, max_size=60).map("".join)


def dossier_of(excerpts: Sequence[Excerpt]) -> Dossier:
    """Return a dossier that quotes one document."""
    d = Dossier(title="Night ferry")
    post = d.outlet("Post")
    ferry = d.document("article", "Ferry", id="d1", publisher=post)
    d.attribute(d.claim("It stops."), post, document=ferry, excerpts=excerpts)
    return d


def found(d: Dossier, text: str) -> list[str]:
    """Return what a check says of excerpts."""
    codes = [each.code for each in check(d, texts={"d1": text})]
    return [each for each in codes if each in CODES]


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, list[Excerpt]]:
    """Draw a text, and excerpts that were cut out of it in all forms."""
    text = draw(TEXTS)
    excerpts: list[Excerpt] = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        words = text[start:end]
        if not any(each.isalpha() for each in words):
            continue
        prefix = text[max(0, start - 4) : start]
        suffix = text[end : end + 4]
        made = Excerpt(exact=words, start=start, end=end)
        if draw(st.booleans()):
            has = any(each.isalpha() for each in prefix), any(map(str.isalpha, suffix))
            made = attrs.evolve(
                made,
                prefix=prefix if has[0] else None,
                suffix=suffix if has[1] else None,
            )
        form = draw(st.sampled_from(["whole", "words", "place"]))
        if form == "words":
            made = attrs.evolve(made, start=None, end=None)
        elif form == "place":
            made = attrs.evolve(made, exact=None)
        excerpts.append(made)
    assume(excerpts)
    return text, excerpts


@given(cuts())
def test_what_was_cut_out_is_there(made: tuple[str, list[Excerpt]]) -> None:
    """In whatever form it was noted."""
    text, excerpts = made
    assert found(dossier_of(excerpts), text) == []


@given(cuts(), st.sampled_from(["NFC", "NFD"]))
def test_how_it_was_typed_makes_no_difference(
    made: tuple[str, list[Excerpt]], form: str
) -> None:
    """Nor do the line ends of the text."""
    text, excerpts = made
    other = text.replace("\r\n", "\n")
    normal: Literal["NFC", "NFD"] = "NFC" if form == "NFC" else "NFD"
    words = [
        attrs.evolve(each, start=None, end=None)
        for each in excerpts
        # What stands around the words would be cut between a letter and its mark.
        if each.exact is not None and each.prefix is None is each.suffix
        if not unicodedata.combining(each.exact[0])
        if each.exact + "\u0301" not in text
    ]
    assert found(dossier_of(words), unicodedata.normalize(normal, other)) == []


@given(cuts(), st.data())
def test_another_letter_is_not_there(
    made: tuple[str, list[Excerpt]], data: st.DataObject
) -> None:
    """One letter that the text does not have, and CT045 says so."""
    text, excerpts = made
    chosen = [each for each in excerpts if each.exact is not None]
    assume(chosen)
    each = data.draw(st.sampled_from(chosen))
    words = each.exact or ""
    at = data.draw(st.integers(0, len(words) - 1))
    wrong = attrs.evolve(each, exact=f"{words[:at]}Q{words[at + 1 :]}")
    assert found(dossier_of([wrong]), text) == ["CT045"]


@given(st.text("abcdef", min_size=12, max_size=60), st.data())
def test_another_place_is_not_where_it_is(text: str, data: st.DataObject) -> None:
    """The place that the finding names has the words."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    by = data.draw(st.integers(-start, 60).filter(bool) | st.just(5_000))
    assume(text[start + by : end + by] != text[start:end])
    shifted = Excerpt(exact=text[start:end], start=start + by, end=end + by)
    d = dossier_of([shifted])
    assert found(d, text) == ["CT046"]
    (said,) = (e for e in check(d, texts={"d1": text}) if e.code == "CT046")
    match = re.search(r"are at (\d+)-(\d+), not at (\d+)-(\d+)$", said.message)
    assert match is not None
    place = [int(each) for each in match.groups()]
    assert text[place[0] : place[1]] == text[start:end]
    assert place[2:] == [start + by, end + by]


@given(cuts())
def test_places_that_are_filled_in_are_right(made: tuple[str, list[Excerpt]]) -> None:
    """Filling in twice changes nothing, and the check is content."""
    text, excerpts = made
    words = [
        attrs.evolve(each, start=None, end=None)
        for each in excerpts
        if each.exact is not None
    ]
    assume(words)
    d = dossier_of(words)
    filled, findings = fill_dossier(d, {"d1": text})
    assert all(each.code == "CT034" for each in findings)
    assert found(filled, text) == []
    again, repeated = fill_dossier(filled, {"d1": text})
    assert (again.dumps(), repeated) == (filled.dumps(), findings)
    for before, after in zip(words, filled.attributions[0].excerpts, strict=True):
        whole = f"{before.prefix or ''}{before.exact}{before.suffix or ''}"
        first = text.find(whole)
        is_once = first >= 0 and text.find(whole, first + 1) < 0
        assert (after.start is not None) == is_once
        if is_once:
            assert text[after.start : after.end] == before.exact
    assert d.attributions[0].excerpts == tuple(words)
