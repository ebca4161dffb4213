"""The register of languages, scripts and countries, and how to look things up in it."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from claimtrack.findings import suggest
from claimtrack.records import _subtags
from claimtrack.records._alpha_3 import ALPHA_2

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "COUNTRIES_MEANT",
    "code_of_language",
    "is_language",
    "is_registered",
    "language_name",
    "meant_country",
]

_OF_COUNTRIES: Final = {
    "at": "de",
    "au": "en",
    "by": "be",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "ge": "ka",
    "gb": "en",
    "gr": "el",
    "il": "he",
    "iq": "ar",
    "ir": "fa",
    "jp": "ja",
    "kz": "kk",
    "md": "ro",
    "mx": "es",
    "pk": "ur",
    "rs": "sr",
    "sy": "ar",
    "ua": "uk",
    "us": "en",
    "vn": "vi",
    "xk": "sq",
}
"""Country code that people write for a language → the code of that language.

Only country codes that are not language codes: "se" is Sweden, but also Northern Sami.
Countries where several languages might be meant are left out.

Source: ISO 3166-1 and ISO 639-1; the first official language of each country.
"""

COUNTRIES_MEANT: Final = {
    "UAE": ("the United Arab Emirates", "AE"),
    "UK": ("the United Kingdom", "GB"),
    "USA": ("the United States", "US"),
}
"""What people write as a country code → the country and its code."""

_PRIVATE: Final = {
    "language": re.compile("q[a-t][a-z]"),
    "script": re.compile("qa(a[a-z]|b[a-x])"),
    "region": re.compile("q[m-z]|x[a-z]"),
}
"""Codes that anybody may use as they like. Source: RFC 5646, section 2.2."""

_TABLES: Final = {
    "language": _subtags.EXTENDED,
    "script": _subtags.SCRIPTS,
    "variant": _subtags.VARIANTS,
    "whole": _subtags.WHOLE,
}
"""Part of a tag → what is registered for it; here, a language follows another one."""

LEAST_NAME: Final = 4
"""How many letters a word must have to be read as a name."""


def is_language(code: str) -> bool:
    """Return whether a tag may begin with a code, in upper or lower case.

    >>> is_language("uk"), is_language("yue"), is_language("ua")
    (True, True, False)
    """
    plain = code.lower()
    is_private = _PRIVATE["language"].fullmatch(plain) is not None
    return plain in _languages() or plain in _longer_languages() or is_private


def is_registered(kind: str, code: str) -> bool:
    """Return whether a code is registered for a part of a tag, whatever its case.

    Args:
        kind: "language" (after another one), "script", "region", "variant", or
            "whole" for a tag that is registered as it is.
        code: the part.

    >>> is_registered("region", "UA"), is_registered("region", "UK")
    (True, False)
    """
    plain = code.lower()
    private = _PRIVATE.get(kind)
    is_private = private is not None and private.fullmatch(plain) is not None
    known = _regions() if kind == "region" else _words(kind)
    return plain in known or is_private


def language_name(code: str) -> str:
    """Return the name of a language with a code of two letters.

    >>> language_name("uk")
    'Ukrainian'
    """
    return _languages()[code][0]


def code_of_language(word: str) -> str | None:
    """Return the code of the language that a word probably means, or None.

    >>> code_of_language("Ukranian"), code_of_language("deu"), code_of_language("ua")
    ('uk', 'de', 'uk')
    """
    code = word.lower()
    found = _shorter_languages().get(code) or _OF_COUNTRIES.get(code)
    return found or _code_of(word, _names_of_languages())


def meant_country(word: str) -> str | None:
    """Return the code of the country that a word probably means, or None.

    >>> meant_country("ua"), meant_country("uk"), meant_country("Ukraine")
    ('UA', 'GB', 'UA')
    >>> meant_country("DEU"), meant_country("ukr")
    ('DE', 'UA')
    """
    code = word.upper()
    if code in COUNTRIES_MEANT:
        return COUNTRIES_MEANT[code][1]
    if code in ALPHA_2:
        return ALPHA_2[code]
    is_code = word.lower() in _regions()
    found = word.lower() if is_code else _code_of(word, _names_of_regions())
    return found and found.upper()


def _code_of(word: str, codes: Mapping[str, str]) -> str | None:
    if len(word) < LEAST_NAME:
        return None
    near = suggest(word, codes)
    # Somebody may misspell a name, but hardly its first letter.
    return codes[near] if near and near[0].lower() == word[0].lower() else None


@functools.cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_TABLES[kind].lower().split())


@functools.cache
def _languages() -> dict[str, tuple[str, ...]]:
    """Return the languages with a code of two letters, and their names."""
    return _named(_subtags.NAMES)


@functools.cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Return the countries and regions, and the names of countries."""
    return _named(_subtags.REGIONS)


@functools.cache
def _names_of_languages() -> dict[str, str]:
    """Return the code of each name of a language."""
    return {name: code for code, names in _languages().items() for name in names}


@functools.cache
def _names_of_regions() -> dict[str, str]:
    """Return the code of each name of a country."""
    return {name: code for code, names in _regions().items() for name in names}


@functools.cache
def _shorter_languages() -> dict[str, str]:
    """Return the code of two letters of each language with one of three."""
    pairs = (pair.partition("=") for pair in _subtags.LONGER.split())
    return {longer: short for longer, _, short in pairs}


def _named(table: str) -> dict[str, tuple[str, ...]]:
    entries = " ".join(table.split()).removesuffix(";").split("; ")
    pairs = (each.partition(" ") for each in entries)
    return {
        code.lower(): tuple(names.split("/")) if names else ()
        for code, _, names in pairs
    }


@functools.cache
def _longer_languages() -> frozenset[str]:
    """Return the languages with a code of three letters."""
    groups = _subtags.LANGUAGES.split()
    return frozenset(group[:2] + last for group in groups for last in group[2:])
