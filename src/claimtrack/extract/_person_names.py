"""Names of people among the words that say what they are: "Mayor Jo Smith"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["find_person", "is_short"]

_NO_NAME: Final = Flag.PEOPLE | Flag.BODY | Flag.OUTLET | Flag.DET
_OWNING: Final = ("'s", "’s")


def find_person(
    head: str,
    tokens: list[tuple[str, int, int]],
    flags: list[int],
    capital: list[bool],
    stretch: tuple[int, int],
    words: Lexicon,
) -> tuple[str, str] | None:
    """Return name and role of the one whom a phrase names; None for nobody.

    Args:
        head: the phrase up to its first comma or bracket.
        tokens: its words, each with its place.
        flags: what each word can be.
        capital: whether each has a capital.
        stretch: the last word that is somebody, and where "of" or "who" begins.
        words: the tables of the language.
    """
    return (
        _titled(head, tokens, flags, capital, stretch[0], words)
        or _of_body(head, tokens, flags, capital, stretch, words)
        or _owned(head, tokens, flags, capital, words)
    )


def is_short(word: str) -> bool:
    """Whether a word is short for an office, and nobody's name: "NATO"."""
    return len(word) > 1 and word.isupper()


def _titled(
    head: str,
    tokens: list[tuple[str, int, int]],
    flags: list[int],
    capital: list[bool],
    after: int,
    words: Lexicon,
) -> tuple[str, str] | None:
    """Return "Prime Minister Jo Smith" or "Jo Smith a lawyer" as a person."""
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


def _of_body(
    head: str,
    tokens: list[tuple[str, int, int]],
    flags: list[int],
    capital: list[bool],
    stretch: tuple[int, int],
    words: Lexicon,
) -> tuple[str, str] | None:
    """Return "political scientist Jo Smith of Sund University" as a person."""
    after, limit = stretch
    name = range(after + 1, limit)
    bodies = words.listed("kinds", "organization")
    is_named = (
        not words.has_cases
        and after >= 0
        and len(name) in (2, 3)
        and limit < len(tokens)
        and all(capital[i] and not flags[i] & _NO_NAME for i in name)
        and not any(tokens[i][0] in bodies for i in name)
    )
    if not is_named:
        return None
    role = head[: tokens[after][2]]
    return (head[tokens[after + 1][1] : tokens[limit - 1][2]], role)


def _owned(
    head: str,
    tokens: list[tuple[str, int, int]],
    flags: list[int],
    capital: list[bool],
    words: Lexicon,
) -> tuple[str, str] | None:
    """Return "the Washington Post's Jo Smith" as a person, not as the outlet."""
    owner = next(
        (i for i, token in enumerate(tokens) if token[0][-2:] in _OWNING),
        len(tokens),
    )
    name = range(owner + 1, len(tokens))
    bodies = words.listed("kinds", "organization")
    is_named = len(name) in (2, 3) and all(
        capital[i] and not flags[i] & _NO_NAME and tokens[i][0] not in bodies
        for i in name
    )
    if not is_named or words.has_cases:
        return None
    role = head[: tokens[owner][2]]
    return (head[tokens[owner + 1][1] : tokens[-1][2]], role)


def _is_of_another(
    flags: list[int], capital: list[bool], title: int, words: Lexicon
) -> bool:
    """Whether a title and name only say whose somebody is: a spokesman for Mayor Ruiz.

    Where names have cases, one word behind two titles is the name of the second.
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
