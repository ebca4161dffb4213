"""Find names of people among words that describe them: "Mayor Jo Smith"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag
from claimtrack.extract._source_phrase import OWNER

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._source_phrase import Phrase

__all__ = ["find_person", "is_short"]

_NO_NAME: Final = Flag.PEOPLE | Flag.BODY | Flag.OUTLET | Flag.DET


def find_person(phrase: Phrase, words: Lexicon) -> tuple[str, str] | None:
    """Return the name and role of the person in a phrase; None if there is none."""
    return (
        _titled(phrase, words)
        or _of_office(phrase, words)
        or _of_body(phrase, words)
        or _owned(phrase, words)
    )


def is_short(word: str) -> bool:
    """Return whether a word is an organization's acronym rather than a name: "NATO"."""
    return len(word) > 1 and word.isupper()


def _titled(phrase: Phrase, words: Lexicon) -> tuple[str, str] | None:
    """Return "Prime Minister Jo Smith" or "Jo Smith a lawyer" as a person."""
    head, tokens, flags = phrase.head, phrase.tokens, phrase.flags
    capital, after = phrase.capital, phrase.somebody
    if _is_of_another(flags, capital, after, words):
        return None
    trailing = tokens[after + 1 :]
    run = len(tokens)
    while (
        run > 0 and capital[run - 1] and not flags[run - 1] & (Flag.DET | Flag.PEOPLE)
    ):
        run -= 1
    if (
        0 <= after < run
        and len(tokens) - run > 1
        and (run > after + 1 or words.has_cases)
    ):
        first = len(tokens) - 2 if words.has_cases else run
        if not flags[run - 1] & (Flag.PREP | Flag.DET) or words.has_cases:
            role = head[tokens[0][1] : tokens[first - 1][2]]
            return (head[tokens[first][1] : tokens[-1][2]], role)
    is_office = words.has_cases and any(is_short(token) for token, *_ in trailing)
    if after >= 0 and trailing and all(capital[after + 1 :]) and not is_office:
        bodies = words.listed("kinds", "organization")
        named = [i for i, token in enumerate(trailing) if token[0] in bodies]
        if named and named[-1] + 1 < len(trailing):
            after += named[-1] + 1
            trailing = tokens[after + 1 :]
        role = head[tokens[0][1] : tokens[after][2]]
        return (head[trailing[0][1] : trailing[-1][2]], role)
    titles = 0
    while titles < len(tokens) - 1 and flags[titles] & Flag.TITLE:
        titles += 1
    if titles and capital[-1]:
        role = head[: tokens[titles - 1][2]]
        return (head[tokens[titles][1] : tokens[-1][2]], role)
    names = 0
    while (
        names < len(tokens)
        and capital[names]
        and not flags[names] & (Flag.DET | Flag.PEOPLE | Flag.BODY)
    ):
        names += 1
    if (
        names in (1, 2, 3)
        and names + 1 < len(tokens)
        and (
            flags[names] & Flag.DET
            or (
                names > 1
                and flags[names] & Flag.PEOPLE
                and not tokens[names][0].endswith("s")
            )
        )
    ):
        role = head[tokens[names][1] :]
        return (head[: tokens[names - 1][2]], role)
    return None


def _of_office(phrase: Phrase, words: Lexicon) -> tuple[str, str] | None:
    """Return "Superintendent of Police Jo Smith" as a person."""
    tokens, offices = phrase.tokens, words.listed("kinds", "offices")
    last = phrase.limit
    if phrase.somebody < 0 or last != phrase.somebody + 1:
        return None
    while last + 1 < len(tokens) and tokens[last + 1][0] in offices:
        last += 1
    is_office = last > phrase.limit
    return _behind(phrase, last, len(tokens), words) if is_office else None


def _of_body(phrase: Phrase, words: Lexicon) -> tuple[str, str] | None:
    """Return "political scientist Jo Smith of Sund University" as a person."""
    is_of = phrase.somebody >= 0 and phrase.limit < len(phrase.tokens)
    return _behind(phrase, phrase.somebody, phrase.limit, words) if is_of else None


def _owned(phrase: Phrase, words: Lexicon) -> tuple[str, str] | None:
    """Return "the Washington Post's Jo Smith" as a person, not as the outlet."""
    tokens = phrase.tokens
    owner = next((i for i, token in enumerate(tokens) if token[0].endswith(OWNER)), -1)
    return _behind(phrase, owner, len(tokens), words) if owner >= 0 else None


def _behind(
    phrase: Phrase, role: int, end: int, words: Lexicon
) -> tuple[str, str] | None:
    """Return the full name between a role and an end, with the role."""
    tokens, name = phrase.tokens, range(role + 1, end)
    bodies = words.listed("kinds", "organization")
    is_named = len(name) in (2, 3) and all(
        phrase.capital[i]
        and not phrase.flags[i] & _NO_NAME
        and tokens[i][0] not in bodies
        for i in name
    )
    if not is_named or words.has_cases:
        return None
    said = phrase.head[tokens[role + 1][1] : tokens[end - 1][2]]
    return said, phrase.head[: tokens[role][2]]


def _is_of_another(
    flags: list[int], capital: list[bool], title: int, words: Lexicon
) -> bool:
    """Return whether title and name only modify another: a spokesman for Mayor Ruiz.

    If names have cases, one word after two titles is the name of the second.
    """
    if words.has_cases:
        titles = sum(bool(flag & Flag.PEOPLE) for flag in flags)
        return titles > 1 and title == len(flags) - 2
    before = title - 1
    while before > 0 and capital[before] and not flags[before] & Flag.PREP:
        before -= 1
    heads = (flag & (Flag.PEOPLE | Flag.BODY) for flag in flags[: max(before, 0)])
    is_owner = before > 0 and bool(flags[before] & Flag.PREP) and capital[title]
    return is_owner and any(heads)
