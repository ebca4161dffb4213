"""Read the words around a date: weekday, clock time, "around", "from … to".

A text is taken apart and its date is read. Then the words around the date are applied:
a weekday is checked, a clock time may turn the day into an instant, and "around" makes
the date approximate.
"""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Final

from claimtrack.when._clock import cut_clock, cut_out
from claimtrack.when._pattern import has_edtf_form
from claimtrack.when._shapes import read_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["clean", "read_listed", "read_phrase"]

_IGNORED: Final = "Cf"
"""The Unicode category of invisible characters: zero-width, direction marks."""

# From the hyphen to the horizontal bar, the minus that ISO 8601 asks for in offsets,
# small and full-width forms; slashes of fractions and divisions.
_JOINTS: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2044\u2215\uff0f", "/")
)

_FLAGS: Final = re.ASCII | re.IGNORECASE

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")

_WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

_WEEKDAY: Final = re.compile(
    r"\(?(?<![A-Za-z])"
    "(?P<name>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"(?![A-Za-z])\)?[.,]*",
    _FLAGS,
)

_PREPOSITION: Final = re.compile("^(?:(?:in|on|during) )?(?:the )?", _FLAGS)

_NEAR: Final = re.compile(
    "(?:circa|about|around|approximately) |approx[. ] ?|ca?[. ] ?|~ ?"
    "|(?P<part>(?:early|mid|late)[ -]|(?:beginning|start|middle|end) of )",
    _FLAGS,
)

_RANGE: Final = re.compile(
    "between (?P<after>.+?) and (?P<before>.+)"
    "|(?:from )?(?P<first>.+?) (?:-|to|until|till|through) (?P<last>.+)",
    _FLAGS,
)


def clean(text: str) -> str:
    r"""Return a text with entities resolved, no invisible characters, single spaces.

    >>> clean("&nbsp;5\u00a0June\u200b  2025\n")
    '5 June 2025'
    """
    seen = html.unescape(text) if "&" in text else text
    if not seen.isascii():
        shown = (char for char in seen if unicodedata.category(char) != _IGNORED)
        seen = "".join(shown)
    return " ".join(seen.split())


def read_phrase(
    text: str, readers: Sequence[Callable[[str], str | None]]
) -> str | None:
    """Return the EDTF string for a clean text; None if it is not a date.

    Args:
        text: as `clean` returns it; it must not be EDTF already.
        readers: functions that read a date without its weekday and clock time; the
            first that recognises the date is used.

    >>> read_phrase("Mon, 09 Nov 2020 18:42:22 UTC +03:00", [read_listed])
    '2020-11-09T18:42:22+03:00'

    Raises:
        TwoReadings: if it may mean either of two dates.
        ValueError: if the date does not exist.
    """
    if not text.isascii():
        text = text.translate(_JOINTS)
    clock, rest = cut_clock(text.rstrip(".,; "))
    weekday = None
    edtf = read_shape(rest)
    if edtf is None:
        weekday, rest = _cut_weekday(rest)
        edtf = next(filter(None, (read(rest) for read in readers)), None)
    if edtf is None or (weekday is not None and not _has_weekday(edtf, weekday)):
        return None
    if clock is None:
        return edtf
    # A clock time is only kept with a day.
    return None if _DAY.fullmatch(edtf) is None else clock.on(edtf)


def read_listed(text: str) -> str | None:
    """Return the EDTF string of a date in a listed shape, with the words around it.

    >>> read_listed("circa 2020"), read_listed("from May 2024 to 5 June 2025")
    ('2020~', '2024-05/2025-06-05')
    >>> read_listed("the mid-1990s"), read_listed("the day before")
    ('199X~', None)

    Raises:
        TwoReadings: if it may be either of two dates.
        ValueError: if the date does not exist.
    """
    bare = _PREPOSITION.sub("", text)
    if match := _NEAR.match(bare):
        edtf = read_shape(_PREPOSITION.sub("", bare[match.end() :]))
        return _near(edtf, is_part=match["part"] is not None)
    edtf = read_shape(bare)
    if edtf is not None:
        return edtf
    match = _RANGE.fullmatch(text)
    return None if match is None else _interval(match)


def _near(edtf: str | None, *, is_part: bool) -> str | None:
    """Return a date as approximate, if words like "around" or "mid" can apply to it.

    A day has no middle, and "c. 2020-2025" does not say which end is approximate.
    """
    if edtf is None or "/" in edtf or (is_part and _DAY.fullmatch(edtf)):
        return None
    return f"{edtf}~"


def _interval(match: re.Match[str]) -> str | None:
    """Return an interval, if EDTF can join the dates: not for quarters or decades."""
    first = read_shape(match["after"] or match["first"])
    last = read_shape(match["before"] or match["last"])
    edtf = f"{first}/{last}"
    return edtf if has_edtf_form(edtf) else None


def _cut_weekday(text: str) -> tuple[str | None, str]:
    """Return the weekday's first three letters and the rest, if there is just one."""
    found = list(_WEEKDAY.finditer(text))
    if len(found) != 1:
        return None, text
    return found[0]["name"][:3].lower(), cut_out(found[0])


def _has_weekday(edtf: str, letters: str) -> bool:
    """Return whether a weekday can apply to this date; it cannot apply to a range.

    Raises:
        ValueError: if the date is a day that falls on another weekday.
    """
    if _DAY.match(edtf) is None or "/" in edtf:
        return "/" not in edtf
    day = date.fromisoformat(edtf[:10])
    name = _WEEKDAYS[day.weekday()]
    if not name.lower().startswith(letters):
        raise ValueError(f"{day} is a {name}")
    return True
