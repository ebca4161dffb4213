"""Laws of dates: what is read, what it means, and how it compares.

Comparison is held against a model that knows nothing of the rules: it lists the
seconds at which something may have happened and looks at every pair.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimtrack.errors import InvalidRecord
from claimtrack.when import EDTF_PATTERN, When

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

DAY = 24 * 60 * 60
HOUR = 60 * 60
LONG_AGO, FAR_AHEAD = -(10**15), 10**15
"""Seconds that stand for no bound."""

ALPHABET = "0123456789X?~%-/.TZ:+ YSE[]{},\n٣"

# A few close years, so that dates meet often, and the ends of what there is.
years = st.one_of(st.integers(2019, 2026), st.integers(1, 9999))
days = st.one_of(
    st.dates(date(2024, 2, 25), date(2024, 3, 5)),
    st.dates(date(2019, 1, 1), date(2026, 12, 31)),
    st.dates(),
)
qualifiers = st.sampled_from(["", "", "", "?", "~", "%"])
full_dates = days.map(date.isoformat)
months = full_dates.map(lambda text: text[:7])
year_texts = years.map("{:04}".format)
plain_dates = st.one_of(full_dates, months, year_texts)
ends = st.builds("{}{}".format, plain_dates, qualifiers)


def place(text: str, digits: int, marks: str) -> str:
    """Return `text` with its last `digits` characters written as `marks`."""
    return text[:-digits] + marks


single_dates = st.one_of(
    plain_dates,
    year_texts.map(lambda t: place(t, 1, "X")),
    year_texts.map(lambda t: place(t, 2, "XX")),
    months.map(lambda t: place(t, 2, "XX")),
    full_dates.map(lambda t: place(t, 2, "XX")),
    full_dates.map(lambda t: place(t, 5, "XX-XX")),
    full_dates.map(lambda t: "XXXX" + t[4:]),
    months.map(lambda t: "XXXX" + t[4:]),
    st.builds("{}-{}".format, year_texts, st.integers(21, 41)),
)
offsets = st.sampled_from(
    ["Z", "+00:00", "+14:00", "-12", "+05:30", "-03:30", "+23:59"]
)
clocks = st.times().map(lambda t: t.replace(microsecond=0, fold=0).isoformat())
date_times = st.builds("{}T{}{}".format, full_dates, clocks, offsets)
intervals = st.one_of(
    st.tuples(ends, ends).map(sorted).map("/".join),
    st.builds("{}/{}".format, ends, ends),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), ends),
    st.builds("{}/{}".format, ends, st.sampled_from(["", ".."])),
)
edtf_forms: st.SearchStrategy[str] = st.one_of(
    st.builds("{}{}".format, single_dates, qualifiers),
    date_times,
    intervals,
)


def refusal(text: str) -> str | None:
    """Return the code that parsing `text` is refused with, if it is."""
    try:
        When.parse(text)
    except InvalidRecord as error:
        return error.code
    return None


edtf_strategy = edtf_forms.filter(lambda text: refusal(text) is None)
when_strategy = st.one_of(
    edtf_strategy.map(When.parse),
    edtf_strategy.map(When.parse),
    edtf_strategy.map(When.parse),
    st.builds(When, edtf=edtf_strategy, text=st.just("then"), relative_to=st.just("d")),
    st.just(When(text="post-war")),
)


@st.composite
def near_misses(draw: st.DrawFn) -> str:
    """Return a date with one character put in, taken out or replaced."""
    text = draw(edtf_forms)
    at = draw(st.integers(0, len(text)))
    put: str = draw(st.sampled_from(["", *ALPHABET]))
    return text[:at] + put + text[at + draw(st.integers(0, 1)) :]


any_text = st.one_of(
    st.text(max_size=70),
    st.text(ALPHABET, max_size=24),
    st.from_regex(EDTF_PATTERN),
    edtf_forms,
    near_misses(),
)


@settings(laws, max_examples=250)
@given(any_text)
def test_pattern_refuses_what_has_not_the_form(text: str) -> None:
    """The schema's pattern and the parser draw the line between shape and meaning."""
    code = refusal(text)
    assert code in {None, "CT020", "CT021", "CT022", "CT023"}
    has_form = re.fullmatch(EDTF_PATTERN, text) is not None
    assert has_form == (code not in {"CT020", "CT021"})


@laws
@given(edtf_strategy)
def test_reads_what_it_writes(edtf: str) -> None:
    """The text is kept; reading it again gives the same value."""
    when = When.parse(edtf)
    assert str(when) == edtf
    assert When.parse(str(when)) == when


@laws
@given(when_strategy)
def test_bounds_are_in_order(when: When) -> None:
    """Both bounds are of one type, and the earliest is not after the latest."""
    if when.earliest is not None and when.latest is not None:
        assert type(when.earliest) is type(when.latest)
        assert when.earliest <= when.latest


@laws
@given(days)
def test_days_are_those_of_the_calendar(day: date) -> None:
    """A day lies in its month, and its month in its year."""
    texts = (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4])
    exact, month, year = (When.parse(text) for text in texts)
    assert exact.earliest == exact.latest == day
    assert exact.overlaps(month) is month.overlaps(year) is True
    assert exact.before(month) is exact.after(month) is None


@laws
@given(when_strategy, when_strategy)
def test_before_excludes_its_reverse(one: When, other: When) -> None:
    """Two things cannot each come before the other; after is before, turned."""
    if one.before(other) is True:
        assert other.before(one) is False
    assert one.before(other) is other.after(one)
    assert one.overlaps(other) is other.overlaps(one)


@laws
@given(when_strategy, when_strategy)
def test_overlap_fails_only_where_one_comes_first(one: When, other: When) -> None:
    """Spans do not meet exactly when one is before the other."""
    apart = one.before(other) is True or one.after(other) is True
    assert (one.overlaps(other) is False) == apart


@laws
@given(when_strategy)
def test_compared_with_itself(when: When) -> None:
    """Nothing comes before itself, and what has a bound meets itself."""
    assert when.before(when) is not True
    bounded = when.earliest is not None or when.latest is not None
    assert when.overlaps(when) is (True if bounded else None)


@laws
@given(st.tuples(when_strategy, when_strategy, when_strategy))
def test_before_is_transitive(whens: tuple[When, When, When]) -> None:
    """From surely before to surely before, whatever is date or date-time."""
    for one, middle, other in product(whens, repeat=3):
        if one.before(middle) is True and middle.before(other) is True:
            assert one.before(other) is True


@laws
@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)), offsets, offsets)  # noqa: DTZ001  hypothesis takes bounds without zones
def test_one_instant_at_two_offsets(moment: datetime, one: str, other: str) -> None:
    """The same instant written twice is neither before nor after itself."""
    zone = When.parse(f"2025-04-17T10:00:00{other}").earliest
    whole = moment.replace(microsecond=0, fold=0)
    left = When.parse(f"{whole.isoformat()}{one}")
    assert isinstance(left.earliest, datetime)
    assert isinstance(zone, datetime)
    right = When.parse(left.earliest.astimezone(zone.tzinfo).isoformat())
    assert left.before(right) is left.after(right) is False
    assert left.overlaps(right) is True


# The model. A date-time is one second; a plain date is the days between its bounds,
# on the calendar, or beside a date-time in the zones at either end and in between.

Span = tuple[int, int]


def is_date_time(when: When) -> bool:
    """Return whether it says an instant."""
    return isinstance(when.earliest, datetime)


def first_second(bound: date | datetime) -> int:
    """Return a bound's first second since the first day of all."""
    if not isinstance(bound, datetime):
        return bound.toordinal() * DAY
    offset = bound.utcoffset()
    assert offset is not None
    midnight = datetime(2000, 1, 1, tzinfo=bound.tzinfo)
    return (bound - midnight + timedelta(days=date(2000, 1, 1).toordinal())) // (
        timedelta(seconds=1)
    ) - offset // timedelta(seconds=1)


def known_spans(when: When, *, beside_instant: bool) -> list[tuple[int | None, ...]]:
    """Return first and last second for each zone that it may have been."""
    last_of_day = 0 if is_date_time(when) else DAY - 1
    first = None if when.earliest is None else first_second(when.earliest)
    last = None if when.latest is None else first_second(when.latest) + last_of_day
    free = beside_instant and not is_date_time(when)
    zones = (14 * HOUR, 0, -12 * HOUR) if free else (0,)
    return [
        tuple(None if bound is None else bound - zone for bound in (first, last))
        for zone in zones
    ]


def completions(when: When, *, beside_instant: bool) -> list[Span]:
    """Return the spans that it could be, unknown bounds near and far."""
    found: list[Span] = []
    for first, last in known_spans(when, beside_instant=beside_instant):
        firsts = [LONG_AGO, FAR_AHEAD if last is None else last]
        lasts = [LONG_AGO if first is None else first, FAR_AHEAD]
        found += [
            (start, end)
            for start in (firsts if first is None else [first])
            for end in (lasts if last is None else [last])
            if start <= end
        ]
    return found


def both(one: When, other: When) -> tuple[list[Span], list[Span]]:
    """Return what both could be, on one scale."""
    return (
        completions(one, beside_instant=is_date_time(other)),
        completions(other, beside_instant=is_date_time(one)),
    )


def verdict(answers: set[bool]) -> bool | None:
    """Return the answer if all possibilities give the same, else None."""
    return answers.pop() if len(answers) == 1 else None


@settings(laws, max_examples=200)
@given(when_strategy, when_strategy, st.floats(0, 1))
def test_before_is_honest(one: When, other: When, part: float) -> None:
    """True and False hold for every pair of instants; None has one pair for each."""
    spans, others = both(one, other)

    def instants(span: Span) -> tuple[int, int, int]:
        first, last = span
        return (first, first + int((last - first) * part), last)

    answers = {
        x < y
        for span, other_span in product(spans, others)
        for x, y in product(instants(span), instants(other_span))
    }
    assert one.before(other) is verdict(answers)


@settings(laws, max_examples=200)
@given(when_strategy, when_strategy)
def test_overlap_is_honest(one: When, other: When) -> None:
    """True and False hold wherever the bounds lie; None has one case for each."""
    # What has no bound at all could be anywhere, so nothing is decided.
    for when in (one, other):
        assume(when.earliest is not None or when.latest is not None)
    spans, others = both(one, other)
    answers = {
        first <= other_last and other_first <= last
        for (first, last), (other_first, other_last) in product(spans, others)
    }
    assert one.overlaps(other) is verdict(answers)
