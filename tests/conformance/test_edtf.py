"""The examples of the Library of Congress's EDTF specification.

Source: Library of Congress, Extended Date/Time Format (EDTF) Specification, 2019;
the invalid ones were written for this project.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.when import Precision, When

CASES = (
    Path(__file__).resolve().parents[2].parent
    / "shared"
    / "conformance"
    / "edtf"
    / "cases.json"
)

Moment = date | datetime | None

FOUR_WEST = timezone(-timedelta(hours=4))
HALF_PAST_FOUR_EAST = timezone(timedelta(hours=4, minutes=30))

PARSED: dict[str, dict[str, tuple[Moment, Moment, Precision]]] = {
    "level0": {
        "1985-04-12": (date(1985, 4, 12), date(1985, 4, 12), "day"),
        "1985-04": (date(1985, 4, 1), date(1985, 4, 30), "month"),
        "1985": (date(1985, 1, 1), date(1985, 12, 31), "year"),
        "1985-04-12T23:20:30Z": (
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=UTC),
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=UTC),
            "second",
        ),
        "1985-04-12T23:20:30-04": (
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=FOUR_WEST),
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=FOUR_WEST),
            "second",
        ),
        "1985-04-12T23:20:30+04:30": (
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=HALF_PAST_FOUR_EAST),
            datetime(1985, 4, 12, 23, 20, 30, tzinfo=HALF_PAST_FOUR_EAST),
            "second",
        ),
        "1964/2008": (date(1964, 1, 1), date(2008, 12, 31), "interval"),
        "2004-06/2006-08": (date(2004, 6, 1), date(2006, 8, 31), "interval"),
        "2004-02-01/2005-02-08": (date(2004, 2, 1), date(2005, 2, 8), "interval"),
        "2004-02-01/2005-02": (date(2004, 2, 1), date(2005, 2, 28), "interval"),
        "2004-02-01/2005": (date(2004, 2, 1), date(2005, 12, 31), "interval"),
        "2005/2006-02": (date(2005, 1, 1), date(2006, 2, 28), "interval"),
    },
    "level1": {
        "2001-21": (date(2001, 3, 1), date(2001, 11, 30), "season"),
        "1984?": (date(1984, 1, 1), date(1984, 12, 31), "year"),
        "2004-06~": (date(2004, 6, 1), date(2004, 6, 30), "month"),
        "2004-06-11%": (date(2004, 6, 11), date(2004, 6, 11), "day"),
        "201X": (date(2010, 1, 1), date(2019, 12, 31), "decade"),
        "20XX": (date(2000, 1, 1), date(2099, 12, 31), "century"),
        "2004-XX": (date(2004, 1, 1), date(2004, 12, 31), "year"),
        "1985-04-XX": (date(1985, 4, 1), date(1985, 4, 30), "month"),
        "1985-XX-XX": (date(1985, 1, 1), date(1985, 12, 31), "year"),
        "../1985-04-12": (None, date(1985, 4, 12), "interval"),
        "../1985-04": (None, date(1985, 4, 30), "interval"),
        "../1985": (None, date(1985, 12, 31), "interval"),
        "/1985-04-12": (None, date(1985, 4, 12), "interval"),
        "/1985-04": (None, date(1985, 4, 30), "interval"),
        "/1985": (None, date(1985, 12, 31), "interval"),
        "1985-04-12/..": (date(1985, 4, 12), None, "interval"),
        "1985-04/..": (date(1985, 4, 1), None, "interval"),
        "1985/..": (date(1985, 1, 1), None, "interval"),
        "1985-04-12/": (date(1985, 4, 12), None, "interval"),
        "1985-04/": (date(1985, 4, 1), None, "interval"),
        "1985/": (date(1985, 1, 1), None, "interval"),
    },
    "level2": {
        "2001-34": (date(2001, 4, 1), date(2001, 6, 30), "quarter"),
        "2019-28": (date(2019, 12, 1), date(2020, 2, 29), "season"),
        "2004-06-11%": (date(2004, 6, 11), date(2004, 6, 11), "day"),
    },
    "invalid": {},
}

NO_OFFSET = ("CT021", "a time without an offset")
YEARS = ("CT020", "claimtrack supports years 0001 to 9999")
LEVEL_2 = ("CT020", "EDTF level 2, which claimtrack does not use")

REFUSED: dict[str, dict[str, tuple[str, str]]] = {
    "level0": {"1985-04-12T23:20:30": NO_OFFSET},
    "level1": {"Y170000002": YEARS, "Y-170000002": YEARS, "-1985": YEARS},
    "level2": {
        "Y-17E7": LEVEL_2,
        "Y10E7": LEVEL_2,
        "Y20E2": LEVEL_2,
        "1950S2": LEVEL_2,
        "Y171010000S3": LEVEL_2,
        "Y-20E2S3": LEVEL_2,
        "Y3388E2S3": LEVEL_2,
        "[1760-01,1760-02,1760-12..]": LEVEL_2,
        "[1667,1668,1670..1672]": LEVEL_2,
        "[..1760-12-03]": LEVEL_2,
        "[1760-12..]": LEVEL_2,
        "[1667,1760-12]": LEVEL_2,
        "[..1984]": LEVEL_2,
        "{1667,1668,1670..1672}": LEVEL_2,
        "{1960,1961-12}": LEVEL_2,
        "{..1984}": LEVEL_2,
        "2004-06~-11": LEVEL_2,
        "2004?-06-11": LEVEL_2,
        "?2004-06-~11": LEVEL_2,
        "2004-%06-11": LEVEL_2,
        "156X-12-25": LEVEL_2,
        "15XX-12-25": LEVEL_2,
        "1XXX-XX": LEVEL_2,
        "1XXX-12": LEVEL_2,
        "1984-1X": LEVEL_2,
        "2004-06-~01/2004-06-~20": LEVEL_2,
        "2004-06-XX/2004-07-03": LEVEL_2,
    },
    "invalid": {
        "April 2025": ("CT020", 'Write "2025-04".'),
        "2025-13": ("CT022", "there is no month 13"),
        "2025-02-30": ("CT022", "February 2025 runs from 01 to 28"),
        "2025/04": ("CT020", 'Write "2025-04".'),
        "25-04": ("CT020", "is not an EDTF date"),
        "2025-4": ("CT020", 'Write "2025-04".'),
        "2004-06-11T25:00:00Z": ("CT022", "hours run from 00 to 23"),
        "1985-04-12/1984": ("CT023", "ends before it begins"),
        "2025-04~~": ("CT020", "is not an EDTF date"),
        "[2025": ("CT020", "is not an EDTF date"),
        "2001-50": ("CT022", "there is no month 50"),
        "": ("CT020", "is not an EDTF date"),
    },
}


@pytest.mark.parametrize("group", sorted(PARSED))
def test_every_official_case_is_judged(group: str) -> None:
    """The tables name every case of the file, so the tests below judge each."""
    if not CASES.is_file():
        pytest.skip("../shared is not there")
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert set(cases) - {"source"} == set(PARSED) == set(REFUSED)
    assert set(cases[group]) == set(PARSED[group]) | set(REFUSED[group])


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [(edtf, facts) for group in PARSED.values() for edtf, facts in group.items()],
)
def test_a_date_has_the_bounds_of_the_table(
    edtf: str, expected: tuple[Moment, Moment, Precision]
) -> None:
    """Bounds and precision are those of the table, and the text is kept."""
    when = When.parse(edtf)
    assert (when.earliest, when.latest, when.precision) == expected
    assert str(when) == edtf


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [(edtf, why) for group in REFUSED.values() for edtf, why in group.items()],
)
def test_what_is_no_date_gets_the_code_of_the_table(
    edtf: str, expected: tuple[str, str]
) -> None:
    """The code and a phrase of the message are those of the table."""
    with pytest.raises(InvalidRecord) as caught:
        When.parse(edtf)
    code, phrase = expected
    assert caught.value.code == code
    assert phrase in str(caught.value)
