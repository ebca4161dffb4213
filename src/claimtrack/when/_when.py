"""The type of every date in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote
from claimtrack.when._calendar import Precision, Stretch
from claimtrack.when._comparison import is_before, overlap
from claimtrack.when._invalid_date import invalid_date
from claimtrack.when._parser import read_edtf

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["TEXT_MAX_LENGTH", "When"]

TEXT_MAX_LENGTH: Final = 1000
"""Longest text of a date, in characters."""


def _read(when: When) -> Stretch:
    """Return the stretch that `when.edtf` names; one without bounds for text only."""
    if when.edtf is not None:
        _check_type("edtf", when.edtf)
        return read_edtf(when.edtf)
    if when.text is not None:
        return Stretch(precision="unknown")
    raise invalid_date(
        "CT011",
        "there is neither an EDTF date nor a text",
        fix='Give edtf ("2025-04"), or the words that were used as text ("in April").',
    )


def _check_text(_when: When, _field: object, value: str | None) -> None:
    if value is not None:
        _check_words(value)


def _check_words(value: str) -> None:
    _check_type("text", value)
    if not value:
        raise invalid_date("CT015", "the text is empty", field="text")
    if len(value) > TEXT_MAX_LENGTH:
        problem = f"{quote(value)} has {len(value)} characters"
        fix = f"Shorten it to {TEXT_MAX_LENGTH} characters."
        raise invalid_date("CT015", problem, field="text", fix=fix)


def _check_reference(_when: When, _field: object, value: str | None) -> None:
    """Check what holds for every id; the full form of ids is checked by records."""
    if value is None:
        return
    _check_type("relative_to", value)
    if not value:
        raise invalid_date("CT015", "the id is empty", field="relative_to")
    if any(char.isspace() for char in value):
        problem = f"{quote(value)} is not an id: it has white space"
        fix = "Use the id of the document that the date counts from."
        raise invalid_date("CT014", problem, field="relative_to", fix=fix)


def _check_type(field: str, value: object) -> None:
    if not isinstance(value, str):
        raise invalid_date("CT010", f"{quote(value)} is not text", field=field)


@final
@attrs.frozen(kw_only=True, repr=False)
class When:
    """A date as far as it is known: an EDTF string, the original words, or both.

    A `When` says that something happened at an unknown instant within its bounds.
    Nothing is invented: "2020" never becomes a day, and a date that has only words has
    no bounds.

    >>> when = When(edtf="2025-04~", text="around April", relative_to="doc-1")
    >>> when.earliest, when.latest, when.precision, when.approximate
    (datetime.date(2025, 4, 1), datetime.date(2025, 4, 30), 'month', True)

    **Comparison** (`before`, `after`, `overlaps`) returns True, False, or None if the
    known bounds do not decide it. Only the bounds are compared:

    - An unknown bound decides nothing, but the known bound on the other side may be
      enough: ``../1985`` is certainly before ``1990``.
    - Qualified dates are compared by their stated bounds. "~", "?" and "%" say how sure
      the speaker is; they are reported, but do not widen the bounds.
    - Two plain dates are compared on the calendar, two date-times by their instants,
      whatever their offsets. A plain date has no time zone: compared with a date-time,
      it may begin 14 hours before and end 12 hours after the same day in UTC.
    - `text` and `relative_to` are ignored.

    Attributes:
        edtf: an EDTF string, kept as written; at most 64 characters.
        text: the words in which the date was given, 1 to 1000 characters.
        relative_to: id of the document whose date the words are relative to.

    Raises:
        InvalidRecord: if the fields are not a valid date; `code` says why (CT010,
            CT011, CT014, CT015, CT020 to CT023).

    Source: ISO 8601-2:2019; Library of Congress, Extended Date/Time Format (EDTF)
    Specification, 2019. Levels 0 and 1, and of level 2 the sub-year groupings and
    the unspecified year; years 0001 to 9999.
    """

    edtf: str | None = None
    text: str | None = attrs.field(default=None, validator=_check_text)
    relative_to: str | None = attrs.field(default=None, validator=_check_reference)
    _stretch: Stretch = attrs.field(
        init=False, eq=False, default=attrs.Factory(_read, takes_self=True)
    )

    @classmethod
    def parse(cls, edtf: str) -> When:
        """Return the date that an EDTF string names.

        >>> When.parse("2025-04/2025-06")
        When('2025-04/2025-06')

        Raises:
            InvalidRecord: if it is not EDTF that claimtrack supports (CT020), is a time
                without an offset (CT021), is a date that does not exist (CT022), or
                is an interval that ends before it begins (CT023).
        """
        return cls(edtf=edtf)

    @classmethod
    def from_text(cls, text: str) -> When:
        """Return a date as people or feeds write it, and keep their text.

        The text is first read as EDTF, so "2024-25" has its EDTF meaning, spring in the
        northern hemisphere. Then the listed shapes are tried: ISO 8601 in its other
        forms, RFC 2822, HTTP dates, English month names, weeks, quarters, decades,
        "circa", ranges. Last comes python-dateutil, without its guesses.

        Nothing is invented, and no result depends on the current date:

        - An instant is kept if its seconds and a numeric offset (or Z, UTC, GMT) are
          stated; otherwise only its day is kept. "UTC+3" is three hours east of UTC.
          Fractions of a second are dropped.
        - "05/06/2025", "the 1900s" and two-digit years are refused, because they may
          mean either of two dates. "25/06/2025" has only one meaning.
        - "yesterday", "10:30", "Monday" and "June" have no year and are refused as
          words. So are "1985 -" and "-1985", which do not mean the year 1985.

        >>> When.from_text("2025-06-05"), When.from_text("5th of June 2025")
        (When('2025-06-05'), When('2025-06-05', text='5th of June 2025'))
        >>> print(When.from_text("2025-06-05 10:00:00 UTC+3"))
        2025-06-05T10:00:00+03:00
        >>> print(When.from_text("early 2020"), When.from_text("Q2 2025"))
        2020~ 2025-34

        Args:
            text: 1 to 1000 characters. It is kept as `text`, exactly as given,
                unless it is EDTF itself.

        Raises:
            InvalidRecord: if it is not a date or may mean either of two (CT020), does
                not exist or falls on another weekday (CT022), is a range that ends
                before it begins (CT023), is not text (CT010), or is empty or too
                long (CT015).
        """
        _check_words(text)
        # Most dates are EDTF, and the module that reads words is large.
        from claimtrack.when._from_text import (  # noqa: PLC0415
            edtf_in,
            refusal_of_text,
        )

        edtf = edtf_in(text)
        if edtf == text:
            return cls(edtf=edtf)
        try:
            return cls(edtf=edtf, text=text)
        except InvalidRecord as error:
            raise refusal_of_text(text, edtf, error) from error

    @property
    def earliest(self) -> date | datetime | None:
        """The first possible day, or the instant; None if unknown or open.

        Exact at the stated precision: "~" and "?" do not move it.

        >>> When.parse("201X").earliest
        datetime.date(2010, 1, 1)
        """
        return self._stretch.earliest

    @property
    def latest(self) -> date | datetime | None:
        """The last possible day, or the instant; None if unknown or open.

        >>> When.parse("2024-02").latest
        datetime.date(2024, 2, 29)
        """
        return self._stretch.latest

    @property
    def precision(self) -> Precision:
        """How exactly the date is known; "1985-04-XX" is known to the month.

        >>> When.parse("1985-04-XX").precision, When(text="post-war").precision
        ('month', 'unknown')
        """
        return self._stretch.precision

    @property
    def approximate(self) -> bool:
        """Whether the date, or one end of it, is approximate ("~" or "%").

        >>> When.parse("2025-04/2025-06~").approximate
        True
        """
        return self._stretch.approximate

    @property
    def uncertain(self) -> bool:
        """Whether the date, or one end of it, is uncertain ("?" or "%").

        >>> When.parse("2025-04?").uncertain
        True
        """
        return self._stretch.uncertain

    def before(self, other: When) -> bool | None:
        """Return whether this date is before `other`.

        Returns:
            True if every instant within these bounds is before every instant within
            the bounds of `other`, False if no instant is, None otherwise.

        >>> april, day = When.parse("2025-04"), When.parse("2025-04-17")
        >>> april.before(When.parse("2025-05")), april.before(day)
        (True, None)
        """
        return is_before(self._stretch, other._stretch)

    def after(self, other: When) -> bool | None:
        """Return whether this date is after `other`: `before` with the two swapped.

        >>> When.parse("1990").after(When.parse("../1985"))
        True
        """
        return is_before(other._stretch, self._stretch)

    def overlaps(self, other: When) -> bool | None:
        """Return whether the span between these bounds overlaps the span of `other`.

        This compares whole spans, so a year overlaps each of its months, although an
        event of that year need not have happened in that month.

        Returns:
            True if the spans share an instant wherever their unknown bounds are, False
            if they cannot share one (one is before the other), None otherwise.

        >>> year = When.parse("2025")
        >>> year.overlaps(When.parse("2025-04")), year.overlaps(When.parse("2024"))
        (True, False)
        >>> year.overlaps(When.parse("2020/.."))  # None
        """
        return overlap(self._stretch, other._stretch)

    def __str__(self) -> str:
        """Return the EDTF string, or the words if there is none."""
        return self.edtf or self.text or ""

    def __repr__(self) -> str:
        """Return the fields that are set, the EDTF string without its field name."""
        shown = [] if self.edtf is None else [repr(self.edtf)]
        if self.text is not None:
            shown.append(f"text={self.text!r}")
        if self.relative_to is not None:
            shown.append(f"relative_to={self.relative_to!r}")
        return f"When({', '.join(shown)})"
