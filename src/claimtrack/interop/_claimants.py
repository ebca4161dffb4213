"""Determine a claimant's kind of source from its words, type and properties."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.interop._addresses import HOST
from claimtrack.interop._verdicts import label_key

if TYPE_CHECKING:
    from claimtrack.records import SourceKind

__all__ = ["kind_of"]

_TYPES: Final[dict[str, SourceKind]] = {
    "Person": "person",
    "NewsMediaOrganization": "outlet",
    "Organization": "organization",
    "Corporation": "organization",
    "EducationalOrganization": "organization",
    "GovernmentOrganization": "organization",
    "LocalBusiness": "organization",
    "MedicalOrganization": "organization",
    "NGO": "organization",
    "PoliticalParty": "organization",
    "Project": "organization",
    "ResearchOrganization": "organization",
    "PerformingGroup": "group",
    "PeopleAudience": "crowd",
    "Audience": "crowd",
    "WebSite": "platform",
}
"""Type of schema.org → kind of source, unless the words say more."""

_PERSONAL: Final = frozenset(
    {"jobTitle", "givenName", "familyName", "birthDate", "affiliation", "worksFor"}
)
"""Properties that only people have."""

_CORPORATE: Final = frozenset(
    {"foundingDate", "founder", "legalName", "numberOfEmployees"}
)
"""Properties that only organizations have."""

_JOINT: Final = re.compile(
    r"\s[-–—―ـ|]+\s|[/\\|]|[-–—]\s|\s[-–—]|\s&\s|;|,\s.*,\s"  # noqa: RUF001
)
"""Separators between several names in one text."""

_ACRONYM: Final = re.compile("[A-ZÀ-ÖØ-Þ]{3,6}|[A-Z]{2,4}[0-9]{1,2}")

_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
"""Letters of languages that put no blanks between words: Thai to Korean."""

_ENDING: Final = 2
"""Letters that a language may append to the name of a platform."""

_SHORTEST: Final = 6
"""Letters of the shortest name that is recognised with an ending."""

_URL: Final = re.compile(r"https?://\S+", re.IGNORECASE)


@attrs.frozen
class Words:
    """Words by what they say about a claimant.

    Attributes:
        places: names of platforms.
        crowds: words that mean many people, or anybody.
        beside: words that may accompany these, and say nothing by themselves.
        bodies: words that show that a name belongs to an organization.
        longest: number of words in the longest of these.
    """

    places: frozenset[str]
    crowds: frozenset[str]
    beside: frozenset[str]
    bodies: frozenset[str]
    longest: int


@functools.cache
def load_words() -> Words:
    """Return the word lists that come with claimtrack."""
    file = resources.files("claimtrack.interop") / "maps" / "claimants.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    tables = {
        name: frozenset(label_key(each) for each in data[name]["words"]) - {""}
        for name in ("places", "crowds", "beside", "bodies")
    }
    longest = max(len(each.split()) for table in tables.values() for each in table)
    return Words(**tables, longest=longest)


def kind_of(
    name: str,
    types: tuple[str, ...] = (),
    traits: frozenset[str] = frozenset(),
) -> SourceKind:
    """Return the kind of source of a claimant; unresolved if nothing shows it.

    A name or a type alone is not reliable: publishers write "Person" for parties and
    posts, and a text may join several names.

    Args:
        name: the name as published.
        types: the types that the data give.
        traits: names of the keys with further properties.

    >>> kind_of("Social media users"), kind_of("x.com"), kind_of("Ines Moreau")
    ('crowd', 'platform', 'unresolved')
    >>> kind_of("Ines Moreau", ("Person",))
    'person'
    """
    plain = name.strip().strip("\"'“”«»").strip()
    if _URL.fullmatch(plain) or HOST.fullmatch(plain):
        return "platform"
    impersonal = _impersonal(plain)
    if impersonal is not None:
        return impersonal
    if _JOINT.search(plain):
        return "unresolved"
    by_type: SourceKind | None = next(
        (_TYPES[each] for each in types if each in _TYPES), None
    )
    if by_type is None and traits & _CORPORATE:
        return "organization"
    if by_type is None and traits & _PERSONAL:
        by_type = "person"
    if by_type == "person" and _is_body(plain):
        return "organization"
    return by_type or "unresolved"


def _impersonal(name: str) -> SourceKind | None:
    """Return crowd or platform if every word of a name belongs to one."""
    words = load_words()
    waiting = [
        piece for word in label_key(name).split() for piece in _pieces(word, words)
    ]
    has_place = has_crowd = has_beside = False
    while waiting:
        for length in range(min(words.longest, len(waiting)), 0, -1):
            part = " ".join(waiting[:length])
            forms = _forms(part)
            if not forms & (words.places | words.crowds | words.beside):
                continue
            has_place = has_place or bool(forms & words.places)
            has_crowd = has_crowd or bool(forms & words.crowds)
            has_beside = has_beside or bool(forms & words.beside)
            del waiting[:length]
            break
        else:
            return None
    if has_crowd or (has_place and has_beside):
        return "crowd"
    return "platform" if has_place else None


def _forms(word: str) -> set[str]:
    """Return the forms under which a word may be listed."""
    # Arabic puts its article before the word.
    forms = {word, word.removeprefix("\u0627\u0644")}
    shorter = {word[:-cut] for cut in range(1, _ENDING + 1)}
    return forms | {
        each
        for each in shorter
        if len(each) >= _SHORTEST and each in load_words().places
    }


def _pieces(word: str, words: Words) -> list[str]:
    """Return the listed words that make up a word without blanks; itself if unknown."""
    if not _UNSPACED.search(word):
        return [word]
    known = words.places | words.crowds | words.beside
    pieces: list[str] = []
    rest = word
    while rest:
        length = next((n for n in range(len(rest), 0, -1) if rest[:n] in known), None)
        if length is None:
            return [word]
        pieces.append(rest[:length])
        rest = rest[length:]
    return pieces


def _is_body(name: str) -> bool:
    """Return whether a name shows that it does not belong to a person."""
    words = name.split()
    if words and _ACRONYM.fullmatch(words[0]) and not name.isupper():
        return True
    if len(words) == 1 and _ACRONYM.fullmatch(name):
        return True
    bodies = load_words().bodies
    return any(label_key(each) in bodies for each in words)
