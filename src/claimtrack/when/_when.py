"""The value that stands for a date in every record."""

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
"""Characters that the words of a date may have."""


def _read(when: When) -> Stretch:
    """Return what `when.edtf` says, which is nothing if there is only text."""
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
    """Check what any id must be; records know which form an id has."""
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
    """A date as it is known: its EDTF, the words it was given in, or both.

    A When says that something happened at an unknown instant inside its bounds.
    Nothing is invented: "2020" never becomes a day, and words alone have no bounds.

    >>> when = When(edtf="2025-04~", text="around April", relative_to="doc-1")
    >>> when.earliest, when.latest, when.precision, when.approximate
    (datetime.date(2025, 4, 1), datetime.date(2025, 4, 30), 'month', True)

    **Comparison** (`before`, `after`, `overlaps`) is three-valued; None means that
    what is known does not decide it. It goes by the bounds alone:

    - A bound that is None decides nothing, but a known one on the other side still
      may: ``../1985`` is surely before ``1990``.
    - Qualified dates compare by their stated bounds. "~", "?" and "%" say how sure
      the speaker is; that is reported beside, not computed with.
    - Two plain dates compare on the calendar, two date-times by their instants,
      whatever their offsets. A plain date carries no zone: beside a date-time, its
      day may begin 14 hours before and end 12 hours after the same day in UTC.
    - `text` and `relative_to` are not looked at.

    Attributes:
        edtf: an EDTF string, kept as written; at most 64 characters.
        text: the words the date was given in, 1 to 1000 characters.
        relative_to: id of the document that the words count from.

    Raises:
        InvalidRecord: when built from what is not a date; `code` says why (CT010,
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
        """Return the date that an EDTF string says.

        >>> When.parse("2025-04/2025-06")
        When('2025-04/2025-06')

        Raises:
            InvalidRecord: when it is not EDTF as claimtrack takes it (CT020), a time
                without an offset (CT021), a date that the calendar does not have
                (CT022), or an interval that runs backwards (CT023).
        """
        return cls(edtf=edtf)

    @classmethod
    def from_text(cls, text: str) -> When:
        """Return the date that people or feeds wrote, with their text kept beside it.

        EDTF is tried first, so "2024-25" is what EDTF says, spring on the northern
        hemisphere; then listed shapes: ISO 8601 in its other forms, RFC 2822, HTTP
        dates, English month names, weeks, quarters, decades, "circa", ranges; last
        python-dateutil, held to what the text says.

        Nothing is invented, and no answer depends on today:

        - An instant is kept when its seconds and a numeric offset (or Z, UTC, GMT)
          are stated; of other times, the day. "UTC+3" is three hours east.
          Fractions of a second are dropped.
        - "05/06/2025", "the 1900s" and two-digit years are refused: they may say
          either of two. "25/06/2025" may not.
        - "yesterday", "10:30", "Monday", "June": without a year, these are words.
          So are "1985 -" and "-1985", which are more and other than a year.

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
            InvalidRecord: when it says no date, or one of two (CT020), one that the
                calendar does not have or on another weekday (CT022), a range that
                runs backwards (CT023); when it is not text (CT010) or too long (CT015).
        """
        _check_words(text)
        # Words are rare beside EDTF, and what reads them is large.
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
        """The first day it may be, or the instant; None if not known or open.

        Exact at the stated precision: "~" and "?" pad nothing.

        >>> When.parse("201X").earliest
        datetime.date(2010, 1, 1)
        """
        return self._stretch.earliest

    @property
    def latest(self) -> date | datetime | None:
        """The last day it may be, or the instant; None if not known or open.

        >>> When.parse("2024-02").latest
        datetime.date(2024, 2, 29)
        """
        return self._stretch.latest

    @property
    def precision(self) -> Precision:
        """How exactly it is known, as far as it is known: "1985-04-XX" is a month.

        >>> When.parse("1985-04-XX").precision, When(text="post-war").precision
        ('month', 'unknown')
        """
        return self._stretch.precision

    @property
    def approximate(self) -> bool:
        """Whether it, or one end of it, is said to be approximate ("~" or "%").

        >>> When.parse("2025-04/2025-06~").approximate
        True
        """
        return self._stretch.approximate

    @property
    def uncertain(self) -> bool:
        """Whether it, or one end of it, is said to be uncertain ("?" or "%").

        >>> When.parse("2025-04?").uncertain
        True
        """
        return self._stretch.uncertain

    def before(self, other: When) -> bool | None:
        """Return whether this came before `other`.

        Returns:
            True when each instant inside these bounds is before each inside the
            others', False when none is before any, else None.

        >>> april, day = When.parse("2025-04"), When.parse("2025-04-17")
        >>> april.before(When.parse("2025-05")), april.before(day)
        (True, None)
        """
        return is_before(self._stretch, other._stretch)

    def after(self, other: When) -> bool | None:
        """Return whether this came after `other`: `before`, the other way round.

        >>> When.parse("1990").after(When.parse("../1985"))
        True
        """
        return is_before(other._stretch, self._stretch)

    def overlaps(self, other: When) -> bool | None:
        """Return whether the time from bound to bound meets that of `other`.

        This compares whole spans, so a year overlaps each of its months, though
        what happened in one need not have happened in the other.

        Returns:
            True when the spans share an instant wherever their unknown bounds lie,
            False when they cannot share one (one is before the other), else None.

        >>> year = When.parse("2025")
        >>> year.overlaps(When.parse("2025-04")), year.overlaps(When.parse("2024"))
        (True, False)
        >>> year.overlaps(When.parse("2020/.."))  # None
        """
        return overlap(self._stretch, other._stretch)

    def __str__(self) -> str:
        """Return the EDTF string; without one, the words."""
        return self.edtf or self.text or ""

    def __repr__(self) -> str:
        """Return the fields that are set; the EDTF string needs no name."""
        shown = [] if self.edtf is None else [repr(self.edtf)]
        if self.text is not None:
            shown.append(f"text={self.text!r}")
        if self.relative_to is not None:
            shown.append(f"relative_to={self.relative_to!r}")
        return f"When({', '.join(shown)})"
