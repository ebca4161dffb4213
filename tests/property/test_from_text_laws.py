"""Laws of reading dates from text: what is written is read, and no more than that.

The standard library writes and reads most of what feeds have, so it is the oracle.
For the rest, dates are written out in each listed shape and have to come back.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimtrack.errors import InvalidRecord
from claimtrack.testing import whens
from claimtrack.when import EDTF_PATTERN, TEXT_MAX_LENGTH, When

if TYPE_CHECKING:
    from collections.abc import Callable

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
quick = settings(laws, deadline=timedelta(seconds=1))
"""For text of any kind: no single one may take long."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)

# Years of four digits that begin with 1 or 2, as all compact forms have them.
days = st.one_of(
    st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
)
any_days = st.dates()
offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)
moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=offsets)  # noqa: DTZ001  hypothesis takes bounds without zones


def refusal(text: str) -> InvalidRecord | None:
    """Return the error that reading `text` raises, if it does."""
    try:
        When.from_text(text)
    except InvalidRecord as error:
        return error
    return None


def says(text: str, edtf: str) -> bool:
    """Return whether `text` is read as `edtf`, and kept beside it."""
    return When.from_text(text) == When(edtf=edtf, text=None if text == edtf else text)


def month_of(day: date) -> str:
    """Return the English name of the month of a day."""
    return MONTHS[day.month - 1]


def weekday_of(day: date) -> str:
    """Return the English name of the weekday of a day."""
    return WEEKDAYS[day.weekday()]


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, …, 11th, …, 21st."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 14 else ending}"


# EDTF.


@laws
@given(whens().filter(lambda when: when.edtf is not None))
def test_reads_edtf_as_it_is(when: When) -> None:
    """EDTF needs no interpretation, so its text is not kept twice."""
    edtf = when.edtf or ""
    assert When.from_text(edtf) == When.parse(edtf)


@settings(laws, max_examples=50)
@given(st.from_regex(EDTF_PATTERN, fullmatch=True))
def test_judges_edtf_as_parse_does(edtf: str) -> None:
    """What has the form of EDTF is EDTF, even where the calendar has no such date."""
    error = refusal(edtf)
    if error is None:
        assert When.from_text(edtf) == When.parse(edtf)
        return
    with pytest.raises(InvalidRecord) as caught:
        When.parse(edtf)
    assert str(error) == str(caught.value)


# What the standard library writes.


@laws
@given(moments)
def test_reads_what_mail_and_feeds_write(moment: datetime) -> None:
    """RFC 2822 names an instant, and it is that one; HTTP says GMT."""
    whole = moment.replace(microsecond=0)
    assert When.from_text(format_datetime(whole)).earliest == whole
    universal = whole.astimezone(UTC)
    for text in (
        format_datetime(universal, usegmt=True),
        format_datetime(universal.replace(tzinfo=None)),
    ):
        assert When.from_text(text).earliest == universal


@laws
@given(
    moments,
    st.sampled_from(["T", " ", "t"]),
    st.sampled_from(["hours", "minutes", "seconds", "milliseconds", "microseconds"]),
    st.sampled_from(["2025-06-05", "20250605"]),
)
def test_reads_what_isoformat_writes(
    moment: datetime, separator: str, precision: str, like: str
) -> None:
    """An instant if seconds and offset are there, else the day."""
    if precision == "hours":
        separator, like = "T", "2025-06-05"
    is_basic = "-" not in like
    assume(1000 <= moment.year < 3000 or not is_basic)
    for said in (moment, moment.replace(tzinfo=None)):
        text = said.isoformat(separator, precision)
        if is_basic:
            text = text[:10].replace("-", "") + text[10:].replace(":", "")
        when = When.from_text(text)
        if said.tzinfo and precision not in {"hours", "minutes"}:
            assert when.earliest == moment.replace(microsecond=0)
        else:
            assert when.edtf == moment.date().isoformat()


@laws
@given(st.datetimes(datetime(1000, 1, 1)))  # noqa: DTZ001  as above
def test_reads_what_ctime_writes(moment: datetime) -> None:
    """Without a zone, an asctime is its day."""
    assert says(moment.ctime(), moment.date().isoformat())


@laws
@given(st.dates(max_value=date(9999, 12, 26)))
def test_a_week_has_its_seven_days(day: date) -> None:
    """A week of ISO 8601 is seven days, and has each of its days."""
    year, week, weekday = day.isocalendar()
    for text in (f"{year:04}-W{week:02}-{weekday}", f"{year:04}W{week:02}{weekday}"):
        assert says(text, day.isoformat())
    monday = day - timedelta(days=weekday - 1)
    sunday = monday + timedelta(days=6)
    assert says(f"{year:04}-W{week:02}", f"{monday}/{sunday}")


# Listed shapes. Each row writes a date in one shape.

DAY_SHAPES: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d.year:04}-{d.month}-{d.day}",
    lambda d: f"{d.year:04}/{d.month:02}/{d.day:02}",
    lambda d: f"{d.year:04}.{d.month:02}.{d.day:02}",
    lambda d: f"{month_of(d)} {d.day}, {d.year:04}",
    lambda d: f"{month_of(d)} {ordinal(d.day)} {d.year:04}",
    lambda d: f"{month_of(d)} the {ordinal(d.day)}, {d.year:04}",
    lambda d: f"{month_of(d)[:3]}. {d.day},{d.year:04}",
    lambda d: f"{month_of(d)[:3]}-{d.day:02}-{d.year:04}",
    lambda d: f"{d.day} {month_of(d)} {d.year:04}",
    lambda d: f"{d.day:02} {month_of(d)[:3]} {d.year:04}",
    lambda d: f"{d.day:02}-{month_of(d)[:3]}-{d.year:04}",
    lambda d: f"{d.day:02}/{month_of(d)[:3]}/{d.year:04}",
    lambda d: f"{ordinal(d.day)} of {month_of(d)}, {d.year:04}",
    lambda d: f"{d.day}{month_of(d)}{d.year:04}",
    lambda d: f"{d.year:04} {month_of(d)} {d.day}",
    lambda d: f"{d.year:04}-{month_of(d)[:3]}-{d.day:02}",
)

LAST_RESORT_SHAPES: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d.year}, {d.day} {month_of(d)}",
    lambda d: f"{d.day}. {month_of(d)} AD {d.year}",
    lambda d: f"{month_of(d)} {d.year} {ordinal(d.day)}",
)

MONTH_SHAPES: tuple[Callable[[date], str], ...] = (
    lambda d: f"{month_of(d)} {d.year:04}",
    lambda d: f"{month_of(d)[:3]}. {d.year:04}",
    lambda d: f"{month_of(d)}, {d.year:04}",
    lambda d: f"{month_of(d)} of {d.year:04}",
    lambda d: f"{month_of(d)[:3]}-{d.year:04}",
    lambda d: f"{d.year:04} {month_of(d)}",
    lambda d: f"{d.year:04}.{d.month:02}",
    lambda d: f"{d.month}/{d.year:04}",
    lambda d: f"{d.month:02}.{d.year:04}",
)

day_shapes = st.sampled_from(DAY_SHAPES)
month_shapes = st.sampled_from(MONTH_SHAPES)


def written(shape: Callable[[date], str], day: date) -> str:
    """Return a day in a shape."""
    return shape(day)


cases: st.SearchStrategy[Callable[[str], str]] = st.sampled_from(
    [str, str.upper, str.lower]
)


@laws
@given(any_days, day_shapes, cases)
def test_a_day_is_that_day_in_any_shape(
    day: date, shape: Callable[[date], str], case: Callable[[str], str]
) -> None:
    """A day in any listed shape is that day, in capitals or not."""
    assert says(case(shape(day)), day.isoformat())


@laws
@given(days, st.sampled_from(LAST_RESORT_SHAPES), cases)
def test_reads_days_by_dateutil(
    day: date, shape: Callable[[date], str], case: Callable[[str], str]
) -> None:
    """A day that says its month by name is read in any order."""
    assert says(case(shape(day)), day.isoformat())


@laws
@given(any_days, month_shapes, cases)
def test_a_month_is_no_more_than_a_month(
    day: date, shape: Callable[[date], str], case: Callable[[str], str]
) -> None:
    """A month is no more than a month."""
    assert says(case(shape(day)), day.isoformat()[:7])


@laws
@given(st.integers(1, 9999), st.integers(1, 4), st.integers(1, 2))
def test_reads_parts_of_years(year: int, quarter: int, half: int) -> None:
    """Quarters and halves have numbers in EDTF."""
    for text in (
        f"Q{quarter} {year:04}",
        f"{year:04}-q{quarter}",
        f"{quarter}Q {year:04}",
    ):
        assert says(text, f"{year:04}-{32 + quarter}")
    assert says(f"H{half} of {year:04}", f"{year:04}-{39 + half}")


@laws
@given(st.integers(1, 999))
def test_a_decade_is_ten_years(tens: int) -> None:
    """A decade is ten years, unless it may be a hundred."""
    text = f"the {tens:03}0s"
    if tens % 10:
        assert says(text, f"{tens:03}X")
    else:
        error = refusal(text)
        assert error is not None
        assert f"may be {tens:03}X or {tens // 10:02}XX" in error.problem


@settings(laws, max_examples=30)
@given(
    any_days,
    day_shapes,
    st.sampled_from([3, 9]),
    st.sampled_from(["{0}, {1}", "{1} ({0})", "{0} - {1}"]),
)
def test_a_wrong_weekday_is_found(
    day: date, shape: Callable[[date], str], length: int, form: str
) -> None:
    """The right weekday changes nothing, a wrong one is found."""
    for name in WEEKDAYS:
        text = form.format(name[:length], shape(day))
        if name == weekday_of(day):
            assert says(text, day.isoformat())
        else:
            error = refusal(text)
            assert error is not None
            assert error.problem.endswith(f"{day} is a {weekday_of(day)}")


zones = st.sampled_from(
    [
        *[
            ("Z", "Z"),
            (" UTC", "Z"),
            (" GMT", "Z"),
            (" +0000", "Z"),
            (" UTC+3", "+03:00"),
        ],
        *[("+03:00", "+03:00"), (" -0330", "-03:30"), (" UTC -05:00", "-05:00")],
        *[("", None), (" EEST", None), (" ET", None), (" Europe/Kyiv", None)],
    ]
)
clocks = st.times().map(lambda time: time.replace(microsecond=0))


@settings(laws, max_examples=60)
@given(days, day_shapes, clocks, zones, st.sampled_from(["{0} {1}", "{0}, {1}"]))
def test_reads_clock_times(
    day: date,
    shape: Callable[[date], str],
    clock: Any,  # noqa: ANN401  a time of day; its module would hide datetime.time
    zone: tuple[str, str | None],
    form: str,
) -> None:
    """Seconds and an offset make an instant, whatever the day is written like."""
    zone_name, offset = zone
    text = form.format(shape(day), f"{clock.isoformat()}{zone_name}")
    assert says(text, f"{day}T{clock}{offset}" if offset else day.isoformat())
    for cut in (f"{clock:%H:%M}{zone_name}", f"{clock:%I:%M %p}", f"{clock:%I %p}"):
        assert says(form.format(shape(day), cut), day.isoformat())
    # Halves of the day change the number only.
    halved = form.format(shape(day), f"{clock:%I:%M:%S %p} {zone_name.strip()}")
    assert When.from_text(halved).edtf == When.from_text(text).edtf


@laws
@given(st.integers(0, 13), st.integers(0, 32), st.integers(1, 9999))
def test_a_numeric_date_needs_one_possible_order(
    one: int, other: int, year: int
) -> None:
    """A numeric date is read exactly if one order of day and month is possible."""
    possible: set[str] = set()
    for month, day in ((one, other), (other, one)):
        try:
            possible.add(date(year, month, day).isoformat())
        except ValueError:
            continue
    text = f"{one:02}/{other:02}/{year:04}"
    error = refusal(text)
    if len(possible) == 1:
        assert says(text, *possible)
    else:
        assert error is not None
        assert error.code == ("CT020" if possible else "CT022")
        assert all(edtf in error.problem for edtf in possible)


joints = st.tuples(
    st.sampled_from(["", " "]),
    st.sampled_from("-/\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2044\u2215\uff0f"),
    st.sampled_from(["", " "]),
).map("".join)


def years_meant(year: int, short: str) -> str | None:
    """Return the years, if the next that ends in these digits is near enough.

    In one century it always is. Past its turn it takes two digits and ten years.
    """
    last = next(n for n in range(year + 1, year + 101) if f"{n:04}".endswith(short))
    is_near = last // 100 == year // 100 or last - year <= 10
    is_in_decade = len(short) == 2 or last // 10 == year // 10
    return f"{year:04}/{last}" if is_near and is_in_decade else None


@settings(laws, max_examples=100)
@given(
    st.one_of(st.integers(1890, 2030), st.integers(1000, 9980)),
    st.one_of(st.integers(0, 9).map(str), st.integers(0, 99).map("{:02}".format)),
    joints,
)
def test_a_year_cut_short_is_no_month(year: int, short: str, joint: str) -> None:
    """What can be one thing is that; what can be two is refused with both."""
    text = f"{year}{joint}{short}"
    assume(not (joint == "-" and len(short) == 2))  # It is EDTF.
    is_slash = joint.strip() in "/\u2044\u2215\uff0f"
    number = int(short)
    is_month = 1 <= number <= 12 or (21 <= number <= 41 and not is_slash)
    month = f"{year}-{number:02}" if is_month else None
    years = years_meant(year, short)
    if month and years:
        error = refusal(text)
        assert error is not None
        assert error.code == "CT020"
        assert error.problem.endswith(f"may be {month} or {years}")
    elif years or (month and number <= 12):
        assert says(text, years or month or "")
    else:
        error = refusal(text)
        assert error is not None
        assert error.code == "CT022"


near = st.sampled_from(["circa {}", "c. {}", "about {}", "around {}", "~{}"])
parts = st.sampled_from(["early {}", "mid-{}", "late {}", "the end of {}"])


@laws
@given(any_days, st.one_of(near, parts), month_shapes)
def test_near_is_approximate(
    day: date, words: str, shape: Callable[[date], str]
) -> None:
    """Around, early, late: the date is approximate, its bounds are not moved."""
    for inner, edtf in (
        (shape(day), day.isoformat()[:7]),
        (f"{day.year:04}", f"{day.year:04}"),
    ):
        when = When.from_text(words.format(inner))
        assert when.edtf == f"{edtf}~"
        plain = When.parse(edtf)
        assert (when.earliest, when.latest) == (plain.earliest, plain.latest)


ranges = st.sampled_from(
    ["{} to {}", "from {} to {}", "between {} and {}", "{} - {}", "{} \u2013 {}"]
)


@laws
@given(any_days, any_days, ranges, day_shapes, month_shapes)
def test_each_end_of_a_range_is_read_by_itself(
    first: date,
    last: date,
    form: str,
    of_day: Callable[[date], str],
    of_month: Callable[[date], str],
) -> None:
    """Each end is read by itself; ends in the wrong order are refused."""
    text = form.format(of_day(first), of_month(last))
    if first.isoformat()[:7] <= last.isoformat()[:7]:
        assert says(text, f"{first}/{last.isoformat()[:7]}")
    else:
        error = refusal(text)
        assert error is not None
        assert (error.code, error.problem) == (
            "CT023",
            f'"{text}" ends before it begins',
        )


# Noise.


@laws
@given(
    days,
    st.one_of(day_shapes, month_shapes),
    st.text(" \t\r\n\u00a0\u200b\u200e\ufeff", max_size=5),
    st.sampled_from([" ", "  ", "\n", "\u00a0", "\u202f", "&nbsp;", "\u200b \u200b"]),
    st.sampled_from(["", ".", ",", ";"]),
)
def test_what_shows_nothing_says_nothing(
    day: date, shape: Callable[[date], str], around: str, gap: str, end: str
) -> None:
    """White space, marks of direction and a last full stop change no date."""
    text = shape(day)
    noisy = f"{around}{text.replace(' ', gap)}{end}{around}"
    assert says(noisy, When.from_text(text).edtf or "")


# Any text.

WORDS = (
    *("2025", "1985", "0001", "9999", "0000", "5", "05", "13", "31", "32", "0", "1e5"),
    *("June", "jun", "May", "mar", "sept", "Thu", "Monday", "at", "on", "of", "and"),
    *("the", "th", "st", "ad", "m", "t", "T", "Z", "am", "pm", "a.m.", "10:00", "h"),
    *(
        "10:00:00",
        "+03:00",
        "UTC",
        "GMT+3",
        "EST",
        "(",
        ")",
        "[",
        "]",
        "-",
        "/",
        ".",
        ",",
    ),
    *(":", "'", "~", "?", "circa", "to", "from", "between", "early", "Q1", "s", "W05"),
    *("250605", "20250605", "99999999999", "1.5", ".5", "nan", "inf", "&", "&#50;"),
    *("٥", "²", "\uff15", "\u2013", "\u2212", "\u200b", "\0", "\ud800", "\n", "ſ", "K"),
)
jumbles = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "", "-", "/"])), max_size=8
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def again(word: str, count: int) -> str:
    """Return a word many times over, up to just past what a text may have."""
    return (word * count)[: TEXT_MAX_LENGTH + 5]


repeated = st.builds(
    again,
    st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=5)),
    st.integers(1, 1200),
)
any_text: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=100),
    st.text("0123456789-/:.,+TZWX ~?'", max_size=40),
    jumbles,
    repeated,
    st.builds("{} {}".format, repeated, jumbles),
)

CODES = {"CT015", "CT020", "CT022", "CT023"}


@settings(quick, max_examples=300)
@given(any_text)
def test_one_clean_answer(text: str) -> None:
    """Any text is a date or one error of ours, at once, and is kept as it is."""
    error = refusal(text)
    if error is not None:
        assert error.code in CODES
        assert len(str(error)) < 1000
        return
    when = When.from_text(text)
    assert when.text in {None, text}
    assert text in {when.text, when.edtf}
    assert When.parse(when.edtf or "").edtf == when.edtf


NUMBER_OF_MONTH = {name[:3].lower(): at for at, name in enumerate(MONTHS, start=1)}


def months_in(text: str) -> set[int]:
    """Return the months that a text names."""
    names = re.findall("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", text.lower())
    return {NUMBER_OF_MONTH[name] for name in names}


_CUT = re.compile("([0-9]{4}) ?[-/] ?([0-9]{2})(?![0-9])")

SPARSE = (
    *(
        "2025",
        "1985",
        "2011",
        "0031",
        "5",
        "05",
        "12",
        "13",
        "31",
        "1st",
        "10th",
        "250605",
    ),
    *("June", "jun", "May", "Thu", "at", "on", "of", "and", "the", "ad", "t", "10am"),
    *("10:00", "-", "/", ".", ",", "circa", "to", "20250605", "0531", "am", "Q1"),
)


@settings(laws, max_examples=400)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(SPARSE), st.sampled_from([" ", " ", "", "-", "/", "."])
        ),
        min_size=1,
        max_size=6,
    )
)
def test_nothing_is_invented(pairs: list[tuple[str, str]]) -> None:
    """Each part of each day and month that is read stands in the text."""
    text = "".join(word + gap for word, gap in pairs)
    if not text.strip() or refusal(text) is not None:
        return
    edtf = When.from_text(text).edtf or ""
    numbers = {int(digits) for digits in re.findall("[0-9]+", text)}
    for digits in re.findall("(?<![0-9])[12][0-9]{7}(?![0-9])", text):
        numbers |= {int(digits[:4]), int(digits[4:6]), int(digits[6:])}
    # In 2012/13, the second year is cut short.
    cut = {int(pair[0][:2] + pair[1]) for pair in _CUT.findall(text)}
    cut |= {year + 100 for year in cut}
    numbers |= {year for year in cut if "/" in edtf}
    for found in re.findall("([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", edtf):
        year, month, day = found
        assert int(year) in numbers
        if month and int(month) <= 12:
            assert int(month) in numbers | months_in(text)
        if day:
            assert int(day) in numbers
    # Each half of a range has a part of the text for itself.
    years = len(re.findall("[0-9]{4}", text))
    assert edtf == text or "/" not in edtf or years > 1 or cut


@settings(laws, max_examples=60)
@given(
    st.integers(1900, 2100),
    st.one_of(st.builds(written, day_shapes, days), jumbles),
)
def test_today_has_no_influence(today: int, text: str) -> None:
    """With dateutil's own clock set to another year, the answer is the same."""
    parser: Any = import_module("dateutil.parser._parser")
    info = parser.DEFAULTPARSER.info

    def answer() -> str:
        error = refusal(text)
        return repr(When.from_text(text)) if error is None else str(error)

    expected = answer()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(info, "_year", today)
        patch.setattr(info, "_century", today // 100 * 100)
        assert answer() == expected


@pytest.mark.parametrize(
    "text", ["2025, 5 June", "AD 2025", "June 2025 5", "25 06 2025", "05 06 2025"]
)
def test_dateutil_is_given_each_default(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dateutil fills in today where it is given no default: it always is."""
    parser: Any = import_module("dateutil.parser")
    real = parser.parse
    seen: set[tuple[int, int]] = set()

    def spy(given_text: str, *, default: datetime, **options: bool) -> datetime:
        seen.add((default.month, default.day))
        read: datetime = real(given_text, default=default, **options)
        return read

    monkeypatch.setattr(parser, "parse", spy)
    refusal(text)
    assert len({month for month, _ in seen}) == len({day for _, day in seen}) == 2
