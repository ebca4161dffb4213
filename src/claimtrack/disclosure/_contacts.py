"""Detect e-mail addresses and telephone numbers in a text.

Numbers come in many forms, and so do dates, counts and ids. The forms that count as a
telephone number are listed below; every search is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["contacts_in"]

_DOMAIN: Final = re.compile(r"[\w.-]+")
_LONGEST: Final = 255
"""Maximum number of characters of a domain (RFC 1035, section 2.3.4)."""

_TOP: Final = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+")
"""The last part of a domain."""

_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_OTHERS: Final = re.compile(
    # 2025-06-05T10:00:00+03:00, and shorter forms of it
    r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?"
    r"(?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?!\d)"
    # 05.06.2025, 6/5/25
    rf"|(?<!\d)(?<!\d[./ -]){_DAY}(?P<mark>[./ -]){_DAY}(?P=mark)"
    r"(?:(?:19|20)\d\d|\d\d)(?!\d)(?!(?P=mark)\d)"
    # 10:30, 10:30:00
    r"|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    # A UUID; an ISSN
    r"|(?<!\w)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)"
    r"|(?<![\w-])\d{4}-\d{3}[\dx](?![\w-])"
)
"""Dates, times and numbers that look like a telephone number."""

_INTERNATIONAL: Final = re.compile(r"(?<!\d)\+(?:[ ./()-]{0,3}\d){7,15}(?!\d)")
"""+380 44 123 4567: this form is unambiguous."""

# Not in the middle of a word or of a longer number.
_START: Final = r"(?<![\w.,+])(?<!\d[./-])"
_NATIONAL: Final = tuple(
    re.compile(form)
    for form in (
        # 00 49 (30) 123456
        rf"{_START}00(?= ?[1-9])(?:[ ./()-]{{0,3}}\d){{9,15}}(?!\w)",
        # With its trunk prefix: 030/123456, (030) 123456, 01 23 45 67 89, 0301234567
        (
            rf"{_START}(?=\(?(?:[ ./()-]{{0,2}}\d){{8,12}}(?!\w))"
            r"(?:\(0[1-9]\d{0,3}\)|0[1-9]\d{0,3})(?:[ ./-]{1,3}\d{2,8}){1,4}(?!\w)"
        ),
        rf"{_START}0[1-9]\d{{7,10}}(?!\w)",
        # North America: (212) 555-0100, 1-212-555-0100
        (
            rf"{_START}(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])"
            r"[2-9]\d\d[ .-]\d{4}(?![\w-])"
        ),
        # 8 (495) 123-45-67
        rf"{_START}8[ -]?\(?\d{{3}}\)?[ -]\d{{3}}[ -]\d\d[ -]\d\d(?!\w)",
        # An area code in brackets that cannot be a year: (495) 123-45-67
        r"(?<!\d)\((?!(?:19|20)\d\d\))\d{2,5}\) ?\d{2,4}(?:[ -]\d{2,4}){1,3}(?!\w)",
        # Labelled as a number: tel. 123 456, tel:5550100, phone number: 2125550100
        (
            r"(?<!\w)(?:tel|telephone|phone|mobile|whatsapp|тел|телефон)(?: number)?"
            r"[.: ]{0,3}\(?\d(?:[ ./()-]{0,3}\d){5,14}(?!\w)"
        ),
    )
)
"""Source: ITU-T Recommendation E.123, sections 2 to 7 (how numbers are written); the
North American Numbering Plan (area codes and exchanges begin with 2 to 9)."""


_DIGIT: Final = re.compile(r"\d")
_FEWEST: Final = 6
"""Digits of the shortest of these telephone numbers."""


def contacts_in(text: str) -> tuple[str, ...]:
    """Return, in words, the kinds of contacts that a text contains.

    >>> contacts_in("Ask i.m@example.org or +380 44 555 0100")
    ('an e-mail address', 'a telephone number')
    >>> contacts_in("The second call was on 2025-06-05 at 10:30.")
    ()
    """
    plain = _plain(text)
    found = {
        "an e-mail address": _has_address(plain),
        "a telephone number": _has_phone(plain),
    }
    return tuple(what for what, is_there in found.items() if is_there)


def _plain(text: str) -> str:
    """Return text with plain lower-case letters, digits, spaces and hyphens."""
    if text.isascii():
        return text.lower().replace("_", " ")
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(map(_plain_char, normal))


def _plain_char(char: str) -> str:
    if char == "_":
        # It joins the words of an id, and does not occur in telephone numbers.
        return " "
    if char.isascii():
        return char
    kind = unicodedata.category(char)
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    return {"Cf": "", "Pd": "-", "Zs": " "}.get(kind, char)


def _has_address(text: str) -> bool:
    return any(_is_address(text, match.start()) for match in re.finditer("@", text))


def _is_address(text: str, at: int) -> bool:
    """Return whether an "@" is between a local part and a domain."""
    domain = _DOMAIN.match(text, at + 1, at + 1 + _LONGEST)
    if domain is None or not re.match(r"[\w.+-]", text[at - 1 : at]):
        return False
    host, *parts = domain[0].split(".")
    return bool(host) and any(map(_TOP.fullmatch, parts))


def _has_phone(text: str) -> bool:
    if len(_DIGIT.findall(text)) < _FEWEST:
        return False
    if _INTERNATIONAL.search(text):
        return True
    # Replaced by a letter, so that the text on both sides is not joined.
    left = _OTHERS.sub("x", text)
    return any(form.search(left) for form in _NATIONAL)
