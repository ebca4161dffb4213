"""Real dates: of fact-checks as published, and of markup with a date beside words.

The oracles are the readers of the standard library, python-dateutil with its default
given, and in markup what the author wrote for machines.
"""

from __future__ import annotations

import html
import json
import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from dateutil.parser import parse as parse_by_dateutil

from claimtrack.errors import InvalidRecord
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).resolve().parents[2].parent / "shared"

DATE_KEYS = {
    *("claimDate", "reviewDate", "datePublished", "dateModified", "dateCreated"),
    *("creativeWork_datePublished", "claimReview_datePublished"),
    *("birthDate", "foundingDate", "date", "modified", "created"),
    *("first_seen", "last_seen", "valid_from", "valid_until", "published"),
}

FILES = (
    # Where they are, which they are, and how many dates there are at least.
    ("data/claimreview", "api.jsonl", 2_200),
    ("data/claimreview", "claimskg.jsonl", 650),
    ("data/claimreview", "factckbr.jsonl", 750),
    ("data/claimreview", "jsonld.jsonl", 120),
    ("conformance/stix21/examples", "**/*.json", 500),
)


def present(path: Path) -> Path:
    """Return a path if something is there, else skip the test."""
    if not path.exists():
        pytest.skip("../shared is not there")
    return path


def texts_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a JSON document but empty ones, with the key it is under."""
    if isinstance(value, dict):
        for name, inner in cast("dict[str, object]", value).items():
            yield from texts_in(inner, name)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from texts_in(inner, key)
    elif isinstance(value, str) and value:
        yield key, value


def dates_of(folder: str, pattern: str) -> list[str]:
    """Return the dates of the files that a pattern names, in their order."""
    found: list[str] = []
    for path in sorted(present(SHARED / folder).glob(pattern)):
        text = path.read_text(encoding="utf-8")
        # Lines end with a line feed; some have other separators inside of strings.
        rows = text.split("\n") if path.suffix == ".jsonl" else [text]
        for row in filter(str.strip, rows):
            texts = texts_in(json.loads(row))
            found += [text for key, text in texts if key in DATE_KEYS]
    return found


def by_library(text: str) -> datetime:
    """Return a date as the standard library reads it, else as dateutil does."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text)
        except ValueError:
            continue
    # Whatever its default fills in, these texts state the day.
    return parse_by_dateutil(text, default=datetime(1, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(("folder", "pattern", "least"), FILES)
def test_reads_every_published_date(folder: str, pattern: str, least: int) -> None:
    """Each is read as what the oracle reads, the instant too if it is stated."""
    texts = dates_of(folder, pattern)
    assert len(texts) >= least
    for text in set(texts):
        when = When.from_text(text)
        expected = by_library(text)
        assert str(when)[:10] == expected.date().isoformat(), text
        assert text in {when.text, when.edtf}
        has_offset = re.search("Z$|[0-9][+-][0-9:]{4,5}$", text) is not None
        if re.search(":[0-9]{2}:[0-9]{2}", text) and has_offset:
            assert when.earliest == expected.replace(microsecond=0), text


def test_reads_offsets_behind_a_name() -> None:
    """Real feeds write "UTC +00:00", and mean hours east of it by what follows."""
    texts = [
        text for text in dates_of("data/claimreview", "jsonld.jsonl") if "UTC +" in text
    ]
    assert len(texts) >= 3
    for winter in texts:
        for text in (winter, winter.replace("UTC +00:00", "UTC +03:00")):
            upright = datetime.strptime(text, "%a, %d %b %Y %H:%M:%S UTC %z")
            assert When.from_text(text).earliest == upright


@pytest.mark.parametrize("hours", [-11, -3, 3, 12])
def test_dateutil_is_not_believed(hours: int) -> None:
    """It reads "UTC+3" as three hours west, which is the law of POSIX and no one's."""
    text = f"2025-06-05 10:00:00 UTC{hours:+}"
    assert parse_by_dateutil(text).utcoffset() == -timedelta(hours=hours)
    upright = datetime(2025, 6, 5, 10, tzinfo=timezone(timedelta(hours=hours)))
    assert When.from_text(text).earliest == upright


def other_texts() -> set[str]:
    """Return what fact-checks hold as text in fields that are not for dates."""
    found: set[str] = set()
    for path in present(SHARED / "data" / "claimreview").glob("*.jsonl"):
        for row in filter(str.strip, path.read_text(encoding="utf-8").split("\n")):
            found.update(text for _, text in texts_in(json.loads(row)))
    return found - set(dates_of("data/claimreview", "*.jsonl"))


def test_reads_no_date_that_is_none() -> None:
    """Claims, names, verdicts, addresses: none is taken for a date, or hardly any."""
    texts = other_texts()
    assert len(texts) >= 8_000
    read: set[str] = set()
    for text in texts:
        with suppress(InvalidRecord):
            read.add(When.from_text(text).text or text)
    assert all(re.search("[0-9]{4}", text) for text in read)
    assert len(read) <= 5


def marked_up() -> list[tuple[str, str]]:
    """Return dates for machines, each with the words for readers, from schema.org."""
    path = present(SHARED / "conformance" / "schemaorg" / "schemaorg-all-examples.txt")
    text = path.read_text(encoding="utf-8")
    iso = "[12][0-9]{3}(?:-[0-9]{2}){0,2}"
    pairs = re.findall(
        rf'<(\w+)[^<>]*(?:datetime|content)="({iso})(?:T[^"]*)?"[^<>]*>([^<]+)</\1>',
        text,
    )
    return [(day, html.unescape(words)) for _, day, words in pairs]


# The author's slip: one day stands for two in the same example.
SLIPS = {("2010-07-03", "Jul 10, 2010"), ("1998", "1999")}


def test_reads_the_words_of_markup() -> None:
    """What is read of the words is what the author wrote for machines, or less."""
    pairs = [pair for pair in marked_up() if pair not in SLIPS]
    dated = [(day, words) for day, words in pairs if day[:4] in words]
    read = 0
    for day, words in dated:
        try:
            edtf = When.from_text(words).edtf or ""
        except InvalidRecord:
            continue
        assert edtf, words
        assert edtf.startswith(day) or day.startswith(edtf), words
        read += 1
    assert len(dated) >= 55
    assert read >= 0.8 * len(dated)


def test_adds_no_year_to_the_words_of_markup() -> None:
    """The machine's date has a year, the reader's words have none: they stay words."""
    yearless = [
        (day, words)
        for day, words in marked_up()
        if len(day) == len(date.min.isoformat()) and not re.search("[0-9]{4}", words)
    ]
    assert len(yearless) >= 10
    for _, words in yearless:
        with pytest.raises(InvalidRecord):
            When.from_text(words)
