"""Text as newsrooms have it: many scripts, odd characters, the longest allowed."""

from __future__ import annotations

import re
import string
from functools import cache
from typing import Final

from hypothesis import strategies as st

from claimtrack.records import TEXT_PATTERN, limits

__all__ = [
    "bases",
    "countries",
    "foreign_ids",
    "hashes",
    "ids",
    "iris",
    "languages",
    "lines",
    "loose_text",
    "texts",
]

CHARACTERS: Final = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""All characters but NUL and half surrogate pairs, which no record holds."""

PHRASES: Final = (
    "UNN",
    "with reference to",
    "Kyiv, 5 June: \u201cnot yet\u201d",
    "Українські національні новини",
    "з посиланням на європейських посадовців",
    "مسؤولون أوروبيون",
    "גורמים אירופיים",
    "欧州当局者",
    "👩🏽\u200d🚀 and 🇺🇦",
    "exe\u202egnp.the end",  # a bidirectional override that is never closed
    "\u2066left alone\u2069 and \u200fmarked",
    "e\u0301te\u0301 \ufeff \u00ad \ufffe",
    "two\r\nlines\u2028and\ta tab",
    'a "quoted" < b > (c) \u2026 ?d ??e /f~1 {g} [h] \\i',
    "\x1b[31mred\x07\x7f",
    " blank at both ends\u00a0",
)
"""Phrases that break programs written for a single script; the plainest first."""

IRIS: Final = (
    "https://example.org/story",
    "urn:uuid:6f1d9a3e-0f0c-5b68-9f6a-4e5f0a2b7c11",
    "https://приклад.example/стаття?мова=uk#а~1б/в",  # noqa: RUF001  Cyrillic is meant
    "https://דוגמה.example/כתבה",
    "tag:example.org,2025:a'b(c)[d]!$&*+,;=%20",
    "https://example.org/👩🏽\u200d🚀/❤\ufe0f",
    "ex:😀",
)

LANGUAGES: Final = (
    "en",
    "uk",
    "pt-BR",
    "zh-Hant-TW",
    "sl-rozaj-x-abcdefgh-abcdefgh-abcdef",
)

COUNTRIES: Final = ("UA", "GB", "US", "AQ", "XK", "SU", "TW")
"""Some current codes, one without a government, one private, one historical."""

_VISIBLE: Final = re.compile(TEXT_PATTERN)


@cache
def ids() -> st.SearchStrategy[str]:
    """Return ids: slugs, URNs and IRIs, sometimes the longest allowed.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(ids())
    ... def check(key: str) -> None:
    ...     assert 1 <= len(key) <= limits.ID
    >>> check()
    """
    first = string.ascii_letters + string.digits + "_"
    slugs = st.builds(
        "{}{}".format,
        st.sampled_from(first),
        st.text(first + ".-", max_size=8),
    )
    longest = ["x" * limits.ID, IRIS[2].ljust(limits.ID, "я")]
    return st.one_of(
        slugs,
        st.uuids().map(lambda each: each.urn),
        st.sampled_from([*IRIS, *longest]),
    )


@cache
def foreign_ids() -> st.SearchStrategy[str]:
    """Return IRIs for things outside a dossier."""
    return st.sampled_from(IRIS)


@cache
def bases() -> st.SearchStrategy[str]:
    """Return IRIs that are not a prefix of any of `ids` and `foreign_ids`."""
    path = st.text(string.ascii_letters + string.digits + "/._~-%", max_size=12)
    return st.one_of(
        st.builds("https://example.org/dossiers/{}".format, path),
        st.sampled_from(["urn:desk:", "https://приклад.example/справи#", "ex:😀/"]),
    )


@cache
def iris() -> st.SearchStrategy[str]:
    """Return IRIs, sometimes the longest allowed."""
    path = st.text(string.ascii_letters + string.digits + "/._~-%", max_size=12)
    return st.one_of(
        st.builds("https://example.org/{}".format, path),
        st.sampled_from([*IRIS, IRIS[2].ljust(limits.IRI, "я")]),
    )


@cache
def languages() -> st.SearchStrategy[str]:
    """Return language tags, one of them the longest allowed."""
    return st.sampled_from(LANGUAGES)


@cache
def countries() -> st.SearchStrategy[str]:
    """Return country codes."""
    return st.sampled_from(COUNTRIES)


@cache
def hashes() -> st.SearchStrategy[str]:
    """Return SHA-256 hashes in hexadecimal digits."""
    return st.integers(0, 2**256 - 1).map("{:064x}".format)


@cache
def lines() -> st.SearchStrategy[str]:
    """Return names, cues and titles: 1 to 1,000 code points, at least one visible."""
    return _up_to(limits.LINE)


@cache
def texts() -> st.SearchStrategy[str]:
    """Return longer text: 1 to 20,000 code points, at least one visible."""
    return _up_to(limits.TEXT)


@cache
def loose_text() -> st.SearchStrategy[str]:
    """Return text as in foreign data, including blank and empty text."""
    return st.one_of(
        st.sampled_from(["", " ", *PHRASES]), st.text(CHARACTERS, max_size=8)
    )


def _up_to(most: int) -> st.SearchStrategy[str]:
    longest = ((PHRASES[3] + PHRASES[8]) * most)[:most]
    return st.one_of(
        st.sampled_from([*PHRASES, longest]),
        st.text(CHARACTERS, min_size=1, max_size=16).map(_something_to_see),
    )


def _something_to_see(text: str) -> str:
    return text if _VISIBLE.search(text) else f"{text}."
