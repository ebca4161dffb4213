"""Records that contradict themselves: built, kept, and reported."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, Excerpt, Rating, validate
from plain_records import Json, document


def reported(record: Json) -> list[tuple[str, str, str]]:
    """Return code, severity and pointer of what both engines find in a record."""
    one, other = (
        validate(json.dumps(record), engine=engine) for engine in ("reference", "fast")
    )
    assert one == other
    return [(each.code, each.severity, str(each.pointer)) for each in one]


def messages(record: Json) -> list[str]:
    """Return the messages about a record."""
    return [each.message for each in validate(record)]


def quoting(**excerpt: object) -> Json:
    """Return an attribution with one excerpt."""
    kept = {key: value for key, value in excerpt.items() if value is not None}
    return {"type": "attribution", "claim": "c", "chain": ["s"], "excerpts": [kept]}


def rated(**rating: float) -> Json:
    """Return an assessment with a rating."""
    return {"type": "assessment", "subject": "c", "rating": rating}


@pytest.mark.parametrize(
    ("exact", "end", "hint"),
    [
        ("ferry", 8, "fits characters, if the last one is counted in end"),
        ("👍a", 7, "fits UTF-16 units"),
        ("паром", 14, "fits UTF-8 bytes"),
        ("ferry", 500, "end 500 are 496 apart"),
        ("f", 40, "has 1"),
    ],
)
def test_an_excerpt_is_as_long_as_its_place(exact: str, end: int, hint: str) -> None:
    """In code points; the message says what else the place fits."""
    record = quoting(exact=exact, start=4, end=end)
    assert reported(record) == [("CT040", "warning", "/excerpts/0/end")]
    (message,) = messages(record)
    assert message.endswith(hint) or hint == "has 1"


@given(st.text(min_size=1), st.integers(0, 10**6))
def test_a_place_of_the_right_length_is_sound(text: str, start: int) -> None:
    """Whatever the script; only an excerpt with both says anything."""
    excerpt = {"exact": f"a{text.replace(chr(0), '')}"}
    place = {"start": start, "end": start + len(excerpt["exact"])}
    assert "CT040" not in {code for code, *_ in reported(quoting(**excerpt, **place))}
    assert reported(quoting(**place)) == []


@pytest.mark.parametrize(
    ("published", "modified"),
    [
        ("2025-06-05", "2025-06-01"),
        ("2025-06-05T23:30:00+03:00", "2025-06-05T20:29:59Z"),
        ("2025", "2024-12"),
        ("2025-06/2025-07", "2025-05"),
        ("2025-06-05T12:00:00Z", "2025-06-03"),
    ],
)
def test_nothing_changes_before_it_comes_out(published: str, modified: str) -> None:
    """Surely before: in any zone, at any precision."""
    record = document(published=published, modified=modified)
    assert reported(record) == [("CT041", "warning", "/modified")]
    # The other way round there is nothing to say.
    assert reported(document(published=modified, modified=published)) == []


@pytest.mark.parametrize(
    "dates",
    [
        {"published": "2025-06", "modified": "2025-06-01"},
        {"published": "2025-06-05", "retrieved": "2025-06-01"},
        {"modified": "2025-06-01"},
        {
            "published": "2025-06-05T23:30:00+03:00",
            "modified": "2025-06-05T20:30:00Z",
        },
    ],
)
def test_what_may_be_is_not_reported(dates: Json) -> None:
    """Vague dates, the same instant, an embargoed copy, one date alone."""
    assert reported(document(**dates)) == []


@given(st.integers(-9, 9), st.integers(-9, 9), st.integers(-9, 9))
def test_a_rating_lies_on_its_scale(value: int, best: int, worst: int) -> None:
    """Either way round."""
    outside = value < min(best, worst) or value > max(best, worst)
    found = reported(rated(value=value, best=best, worst=worst))
    assert found == [("CT042", "warning", "/rating/value")] * outside


@pytest.mark.parametrize(
    ("value", "best", "shown"),
    [(5.0000001, 5, "5.0000001 is outside its scale, 1 to 5"), (10**7, 5, "10000000 ")],
)
def test_a_rating_is_shown_as_it_was_given(value: float, best: int, shown: str) -> None:
    """Rounded, it would seem to be inside."""
    (message,) = messages(rated(value=value, best=best, worst=1))
    assert shown in message


@pytest.mark.parametrize("rating", [{"value": 9}, {"value": 9, "best": 5}, {"best": 1}])
def test_a_rating_without_a_whole_scale_is_not_outside(
    rating: dict[str, float],
) -> None:
    """Whether the other end is above or below, nobody knows."""
    assert reported(rated(**rating)) == []


def test_such_records_are_built_and_kept() -> None:
    """A dossier of foreign data loads and saves, and reports each of them once."""
    d = Dossier()
    claim, post = d.claim("It rains"), d.outlet("Post")
    story = d.document(
        "article", title="Rain", publisher=post, published="2025-06-05", modified="2025"
    )
    early = d.document(
        "article",
        title="Sun",
        publisher=post,
        published="2025-06-05",
        modified="2024-06",
    )
    for paper in (story, early):
        d.attribute(
            claim,
            post,
            document=paper,
            excerpts=[Excerpt(exact="rain", start=0, end=9)],
        )
    d.assess(claim, rating=Rating(value=-1, best=5, worst=1))
    codes = [each.code for each in d.validate()]
    assert sorted(codes) == ["CT040", "CT040", "CT041", "CT042"]
    assert Dossier.loads(d.dumps()) == d
