"""Clock times beside a date: cut out of a text, checked, kept where they say enough.

An instant is kept when its seconds and its offset are stated. With less, its day is
all that can be said in EDTF without inventing the rest.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from claimtrack.when._calendar import clock_part

__all__ = ["Clock", "cut_clock", "cut_out"]

_OFFSET: Final = "[+-](?:[0-9]{4}|[0-9]{1,2}(?::[0-9]{2})?)(?![0-9:])"

# EEST, MSK, ET, Europe/Kyiv. Names are capitals, and nearly all of them end in T, but
# "10:30 SEPT 5" has no zone.
_NAME: Final = (
    "(?!OCT|SAT|SEPT)(?:[A-Z]{2,4}T|[ECMP]T|MS[DK]|WIB|WITA"
    "|[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)+)(?![A-Za-z])"
)

_UNIVERSAL: Final = "(?:[Zz]|[Uu][Tt][Cc]?|[Gg][Mm][Tt])(?![A-Za-z])"

_ZONE: Final = (
    # +03:00, UTC+3, GMT+0300, UTC +03:00; a name may repeat the offset: +0300 MSK
    f"(?:(?: ?(?:[Uu][Tt][Cc]?|[Gg][Mm][Tt])? ?(?P<offset>{_OFFSET})(?: {_NAME})?"
    f"| ?(?P<universal>{_UNIVERSAL})"
    f"| ?{_NAME})"
    # Europe/Kyiv in brackets after an offset, or what JavaScript adds to it
    r"(?: ?\([^()]*\)| ?\[[^\[\]]*\])?)?"
)

# am, p.m.; a full stop at the end of the text has been cut off.
_NOON: Final = r"(?:[Mm]|\.[Mm]\.?)(?![A-Za-z])"

_TIME: Final = (
    # An hour has its minutes, or its half of the day: 10:30, 10 am, 10:30 am.
    f"(?P<hour>[0-9]{{1,2}})(?=:| ?[AaPp]{_NOON})"
    "(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)?(?![0-9:])"
    f"(?: ?(?P<half>[AaPp]){_NOON})?"
    f"{_ZONE}"
)

_GLUED: Final = (
    # 2025-06-05T10:00:00+03:00, 2025-6-5 10:00: most of what feeds write
    re.compile(f"(?P<day>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})[Tt ]{_TIME}"),
    # 20250605T100000Z, 20250605T1000; of twelve digits alone, six may be the day
    re.compile(
        "(?P<day>[12][0-9]{3}[0-9]{4})(?:[Tt ]|(?=[0-9]{6}))"
        "(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?"
        f"(?:[.,][0-9]+)?(?P<half>){_ZONE}"
    ),
    # 2025-06-05T10Z
    re.compile(
        "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2})"
        f"(?P<minute>)(?P<second>)(?P<half>){_ZONE}"
    ),
)
"""A whole text in ISO 8601, with the day that the clock time follows."""

_ANYWHERE: Final = re.compile(
    f"(?:(?<=[0-9])[Tt]| - |[ ,]+)?(?:at )?(?<![0-9:.+-]){_TIME}"
)


_GROUPS: Final = ("hour", "minute", "second", "half", "universal", "offset")


@attrs.frozen
class Clock:
    """A clock time, as far as it is said.

    Attributes:
        time: "10:00:00", or None when the seconds are not stated.
        offset: "Z" or "+03:00", or None when it is not stated as a number.
    """

    time: str | None
    offset: str | None

    def on(self, day: str) -> str:
        """Return the instant on that day, or the day if this says too little.

        >>> Clock("10:00:00", "Z").on("2025-06-05"), Clock(None, "Z").on("2025-06-05")
        ('2025-06-05T10:00:00Z', '2025-06-05')
        """
        if self.time is None or self.offset is None:
            return day
        return f"{day}T{self.time}{self.offset}"


def cut_clock(text: str) -> tuple[Clock | None, str]:
    """Return the first clock time of a text, and the text without it.

    >>> cut_clock("Thu Jun 5 10:00:00 UTC 2025")
    (Clock(time='10:00:00', offset='Z'), 'Thu Jun 5 2025')
    >>> cut_clock("10:30, 5 June 2025")
    (Clock(time=None, offset=None), '5 June 2025')

    Raises:
        ValueError: when a day has no such time, or a clock no such offset.
    """
    for pattern in _GLUED:
        if match := pattern.fullmatch(text):
            return _clock(match), match["day"]
    match = _ANYWHERE.search(text)
    if match is None:
        return None, text
    return _clock(match), cut_out(match)


def cut_out(match: re.Match[str]) -> str:
    """Return the text around a match, without what joined the two.

    A hyphen that stands right before a number may be its sign, and stays.

    >>> cut_out(re.search("Thursday", "5 June 2025 - Thursday"))
    '5 June 2025'
    """
    before = match.string[: match.start()].rstrip(" ,").removesuffix(" -")
    after = match.string[match.end() :].lstrip(" ,").removeprefix("- ")
    return f"{before} {after}".strip()


def _clock(match: re.Match[str]) -> Clock:
    hours, minutes, seconds, half, universal, offset = match.group(*_GROUPS)
    hour = clock_part("hours", hours, 23)
    if half:
        hour = _of_half_day(hour, half)
    clock_part("minutes", minutes or "00", 59)
    clock_part("seconds", seconds or "00", 59)
    return Clock(
        time=f"{hour:02}:{minutes}:{seconds}" if seconds else None,
        offset="Z" if universal else offset and _offset(offset),
    )


def _of_half_day(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:  # noqa: PLR2004  the face of a clock
        raise ValueError("hours before or after noon run from 1 to 12")
    return hour % 12 + (12 if half in "Pp" else 0)


def _offset(text: str) -> str:
    """Return an offset in full; the one of UTC is Z, however it is written.

    RFC 2822 writes -0000 where the local offset is not known: UTC is, and that is
    all that an instant needs.
    """
    digits = text[1:].replace(":", "")
    # One or two digits are hours; of three or four, the last two are minutes.
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])  # noqa: PLR2004
    hour = clock_part("the hours of an offset", hours, 23)
    minute = clock_part("the minutes of an offset", minutes, 59)
    return f"{text[0]}{hour:02}:{minute:02}" if hour or minute else "Z"
