"""How many people a phrase stands for."""

from __future__ import annotations

import pytest

from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._people_counts import count_of

ENGLISH: list[tuple[str, int | None, int | None]] = [
    ("one source", 1, 1),
    ("two officials", 2, 2),
    ("both lawyers", 2, 2),
    ("three people familiar with the matter", 3, 3),
    ("at least three officials", 3, None),
    ("more than ten witnesses", 11, None),
    ("over a dozen diplomats", 13, None),
    ("a dozen diplomats", 12, 12),
    ("two dozen aides", 24, 24),
    ("half a dozen aides", 6, 6),
    ("up to five traders", 1, 5),
    ("fewer than ten residents", 1, 9),
    ("less than 20 employees", 1, 19),
    ("several officials", 3, None),
    ("some European officials", 2, None),
    ("many analysts", 3, None),
    ("few experts", 2, None),
    ("a few experts", 2, None),
    ("dozens of protesters", 24, None),
    ("hundreds of residents", 200, None),
    ("thousands of fans", 2000, None),
    ("a couple of aides", 2, None),
    ("a pair of lawyers", 2, None),
    ("a handful of witnesses", 2, None),
    ("a number of officials", 2, None),
    ("officials", 2, None),
    ("sources", 2, None),
    ("a source", 1, 1),
    ("an official", 1, 1),
    ("the spokeswoman", 1, 1),
    ("another customer", 1, 1),
    ("a spokesman for the ministry", 1, 1),
    ("twenty-five lawmakers", 25, 25),
    ("twenty five lawmakers", 25, 25),
    ("one hundred people", 100, 100),
    ("a hundred people", 100, 100),
    ("1,500 workers", 1500, 1500),
    ("about 30 people", 2, None),
    ("around a dozen people", 2, None),
    ("two or three officials", 2, 3),
    ("two to four officials", 2, 4),
    ("3-5 officials", 3, 5),
    ("ten of the officials", 10, 10),
    ("nobody", None, None),
    ("no officials", None, None),
    ("the ministry", None, None),
    ("police", None, None),
    ("everyone", 2, None),
    ("someone", 1, 1),
    ("others", 2, None),
    ("two other officials", 2, 2),
    ("the two officials", 2, 2),
    ("his three aides", 3, 3),
    ("numerous witnesses", 3, None),
    ("multiple sources", 2, None),
    ("various experts", 2, None),
    ("most voters", 2, None),
    ("all members", 2, None),
    ("15 lawyers", 15, 15),
    ("some 40 people", 2, None),
    ("0 people", None, None),
    ("nearly 100 people", 2, None),
    ("the poll", None, None),
    ("hundreds or more people", 200, None),
    ("at least two dozen officials", 24, None),
    ("at least one official", 1, None),
]

OTHERS: list[tuple[str, str, int | None, int | None]] = [
    ("uk", "двоє чиновників", 2, 2),
    ("uk", "кілька експертів", 2, None),
    ("uk", "джерело", 1, 1),
    ("uk", "джерела", 2, None),
    ("uk", "щонайменше три особи", 3, None),
    ("uk", "понад десять свідків", 11, None),
    ("uk", "двох чиновників", 2, 2),
    ("uk", "міністерство", None, None),
    ("ru", "двое чиновников", 2, 2),
    ("ru", "несколько экспертов", 2, None),
    ("ru", "источник", 1, 1),
    ("ru", "источники", 2, None),
    ("ru", "как минимум три лица", 3, None),
    ("ru", "до пяти лиц", 1, 5),
]


@pytest.mark.parametrize(("phrase", "least", "most"), ENGLISH)
def test_english_phrases_are_intervals(
    phrase: str, least: int | None, most: int | None
) -> None:
    """No bound is invented: a bare plural is two or more, "about 30" is open."""
    count = count_of(phrase, lexicon("en"))
    assert (count and count.min, count and count.max) == (least, most)


@pytest.mark.parametrize(("lang", "phrase", "least", "most"), OTHERS)
def test_other_languages_count_too(
    lang: str, phrase: str, least: int | None, most: int | None
) -> None:
    """Number words in the cases that news uses them in."""
    count = count_of(phrase, lexicon(lang))
    assert (count and count.min, count and count.max) == (least, most)
