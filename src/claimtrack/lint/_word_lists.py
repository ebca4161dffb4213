"""Word lists for rules in preview. So far there is only one for English.

Each list is short on purpose, so that every word in it is certain.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "LANGUAGES",
    "is_boilerplate",
    "is_loaded",
    "is_negative",
    "is_plural",
    "primary",
]


def _any_of(*phrases: str) -> re.Pattern[str]:
    """Return a case-insensitive pattern for whole words; phrases contain no loops."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


_BOILERPLATE: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": _any_of(
            r"not authori[sz]ed to (?:speak|talk|comment)",
            r"not allowed to (?:speak|talk|comment)",
            r"because of the sensitivity",
            r"due to the sensitivity",
            r"sensitivity of the (?:matter|issue|subject|topic)",
            r"requested anonymity",
            r"asked not to be (?:named|identified)",
            r"wish(?:es|ed)? to remain anonymous",
            r"on condition of anonymity",
            r"to speak (?:freely|candidly|frankly)",
        )
    }
)
"""Reasons that would fit any source. Source: the phrases that N10 calls rote."""

_PLURALS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": _any_of(
            "sources",
            "officials",
            "people",
            "persons",
            "diplomats",
            "aides",
            "insiders",
            "experts",
            "analysts",
            "lawyers",
            "investigators",
            "executives",
            "employees",
            "clerks",
            "workers",
            "witnesses",
            "lawmakers",
            "ministers",
            "officers",
            "advisers",
            "advisors",
            "traders",
            "residents",
        )
    }
)
"""Nouns for people, in the plural."""

_ONE_OF: Final = re.compile(
    r"^\s*(?:one|a|an|another|some|any)\s+of\s|^\s*one\s", re.IGNORECASE
)
"""Words that single out one of many: "one of the officials"."""

_NEGATIVES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": _any_of(
            "not",
            "never",
            "no",
            "nobody",
            "none",
            "nothing",
            "nowhere",
            "cannot",
            r"\w+n['\u2019]t",
            "neither",
        )
    }
)
"""Words that make a sentence negative."""

_LOADED: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": _any_of(
            r"claim(?:s|ed|ing)?",
            r"admit(?:s|ted|ting)?",
            r"concede[sd]?",
            r"confess(?:es|ed)?",
            r"insist(?:s|ed|ing)?",
            r"purport(?:s|ed|ing)?",
            r"reveal(?:s|ed|ing)?",
            r"expose[sd]?",
            r"boast(?:s|ed|ing)?",
            r"lament(?:s|ed|ing)?",
            r"whine[sd]?",
            r"rant(?:s|ed|ing)?",
            r"so-called",
        )
    }
)
"""Verbs of saying that judge the speaker, or whether the statement is so."""

LANGUAGES: Final = tuple(_NEGATIVES)
"""The languages that have word lists."""


def primary(lang: str) -> str:
    """Return the language of a BCP 47 tag, without region and script.

    >>> primary("en-GB")
    'en'
    """
    return lang.partition("-")[0].lower()


def is_boilerplate(text: str, languages: Iterable[str]) -> bool:
    """Return whether a reason is a phrase that would fit any source.

    >>> is_boilerplate("She asked not to be named.", ["en"])
    True
    """
    return _matches(_BOILERPLATE, text, languages)


def is_plural(text: str, languages: Iterable[str]) -> bool:
    """Return whether a text speaks about people in the plural.

    >>> is_plural("European officials", ["en"]), is_plural("one of the aides", ["en"])
    (True, False)
    """
    return _ONE_OF.match(text) is None and _matches(_PLURALS, text, languages)


def is_negative(text: str, languages: Iterable[str]) -> bool:
    """Return whether a sentence is worded negatively.

    >>> is_negative("The ferry does not stop.", ["en"])
    True
    """
    return _matches(_NEGATIVES, text, languages)


def is_loaded(text: str, languages: Iterable[str]) -> bool:
    """Return whether the words that introduce a source judge it.

    >>> is_loaded("claimed", ["en"]), is_loaded("said", ["en"])
    (True, False)
    """
    return _matches(_LOADED, text, languages)


def _matches(
    lists: Mapping[str, re.Pattern[str]], text: str, languages: Iterable[str]
) -> bool:
    return any(each in lists and lists[each].search(text) for each in languages)
