"""Clock times next to a date: cut out of a text, checked, kept if they are complete.

An instant is kept if its seconds and its offset are stated. Otherwise only its day is
kept, because EDTF cannot say more without inventing the rest.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from claimtrack.when._calendar import clock_part

__all__ = ["Clock", "cut_clock", "cut_out"]

_OFFSET: Final = "[+-](?:[0-9]{4}|[0-9]{1,2}(?::[0-9]{2})?)(?![0-9:])"

# EEST, MSK, ET, Europe/Kyiv. Zone names are in capitals and nearly all end in T, but
# SEPT in "10:30 SEPT 5" is not a zone.
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
    # An hour comes with minutes, with am or pm, or with both: 10:30, 10 am, 10:30 am.
    f"(?P<hour>[0-9]{{1,2}})(?=:| ?[AaPp]{_NOON})"
    "(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)?(?![0-9:])"
    f"(?: ?(?P<half>[AaPp]){_NOON})?"
    f"{_ZONE}"
)

_GLUED: Final = (
    # 2025-06-05T10:00:00+03:00, 2025-6-5 10:00: what most feeds write
    re.compile(f"(?P<day>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}})[Tt ]{_TIME}"),
    # 20250605T100000Z, 20250605T1000; in twelve bare digits, the day may be six of them
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
"""Match a whole text in ISO 8601 and the day that comes before the clock time."""

_ANYWHERE: Final = re.compile(
    f"(?:(?<=[0-9])[Tt]| - |[ ,]+)?(?:at )?(?<![0-9:.+-]){_TIME}"
)


_GROUPS: Final = ("hour", "minute", "second", "half", "universal", "offset")


@attrs.frozen
class Clock:
    """A clock time, as far as it is stated.

    Attributes:
        time: "10:00:00", or None if the seconds are not stated.
        offset: "Z" or "+03:00", or None if it is not stated as a number.
    """

    time: str | None
    offset: str | None

    def on(self, day: str) -> str:
        """Return the instant on that day, or the day if time or offset is missing.

        >>> Clock("10:00:00", "Z").on("2025-06-05"), Clock(None, "Z").on("2025-06-05")
        ('2025-06-05T10:00:00Z', '2025-06-05')
        """
        if self.time is None or self.offset is None:
            return day
        return f"{day}T{self.time}{self.offset}"


def cut_clock(text: str) -> tuple[Clock | None, str]:
    """Return the first clock time in a text, and the text without it.

    >>> cut_clock("Thu Jun 5 10:00:00 UTC 2025")
    (Clock(time='10:00:00', offset='Z'), 'Thu Jun 5 2025')
    >>> cut_clock("10:30, 5 June 2025")
    (Clock(time=None, offset=None), '5 June 2025')

    Raises:
        ValueError: if the time or the offset does not exist.
    """
    for pattern in _GLUED:
        if match := pattern.fullmatch(text):
            return _clock(match), match["day"]
    match = _ANYWHERE.search(text)
    if match is None:
        return None, text
    return _clock(match), cut_out(match)


def cut_out(match: re.Match[str]) -> str:
    """Return the text around a match, without the punctuation that joined them.

    A hyphen right before a number is kept, because it may be a minus sign.

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
    """Return an offset in full; the offset of UTC is always written Z.

    RFC 2822 writes -0000 if the local offset is unknown. The time in UTC is still
    known, and an instant needs no more than that.
    """
    digits = text[1:].replace(":", "")
    # One or two digits are hours; in three or four digits, the last two are minutes.
    hours, minutes = (digits, "00") if len(digits) < 3 else (digits[:-2], digits[-2:])  # noqa: PLR2004
    hour = clock_part("the hours of an offset", hours, 23)
    minute = clock_part("the minutes of an offset", minutes, 59)
    return f"{text[0]}{hour:02}:{minute:02}" if hour or minute else "Z"
