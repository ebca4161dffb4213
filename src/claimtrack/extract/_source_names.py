"""Read a source's kind, name, role and number from its words. Nothing is added."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.extract._lexicon import Flag, flags_of, is_participle
from claimtrack.extract._names_beside import name_beside
from claimtrack.extract._person_names import find_person, is_short
from claimtrack.extract._source_phrase import OWNER, WORD, Phrase
from claimtrack.records import SourceKind  # attrs needs it at run time

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Named", "find_outlet", "is_outlet_noun", "is_pronoun", "name_of"]

_QUOTED: Final = re.compile(r"(?<!\S)(\w+) «([^«»]+)»$")
"""A name in quotation marks after its kind: "newspaper «Post»"."""

_OWNING: Final = (*OWNER, "s'", "s’")
"""Endings of a word that owns the next: "the prosecutor's office"."""

_HUMAN: Final = Flag.PEOPLE
_LONGEST_CALL: Final = 5
"""Maximum number of words in "the Telegram news channel Baza"."""


@attrs.frozen
class Named:
    """A source as described by its words.

    Attributes:
        kind: its apparent kind of source.
        name: its name, or how the text describes it: words of the text.
        role: the words before or after the name that describe it.
        parts: the names that "and" joins.
    """

    kind: SourceKind
    name: str
    role: str | None = None
    parts: tuple[str, ...] = ()


def is_pronoun(phrase: str, words: Lexicon) -> bool:
    """Return whether a phrase is a pronoun and nothing else."""
    return phrase.lower() in words.listed("words", "pronouns")


def is_outlet_noun(phrase: str, words: Lexicon) -> bool:
    """Return whether a phrase is "the publication", "the agency" and the like.

    >>> from claimtrack.extract._lexicon import lexicon
    >>> is_outlet_noun("The publication", lexicon("en"))
    True
    """
    tokens = phrase.lower().split()
    nouns = words.listed("outlets", "nouns")
    the = words.listed("outlets", "the")
    if not tokens or tokens[-1] not in nouns:
        return False
    return len(tokens) == 1 or (len(tokens) == 2 and tokens[0] in the)  # noqa: PLR2004


def find_outlet(name: str, words: Lexicon) -> bool:
    """Return whether a name contains a word that shows that it is an outlet's."""
    tokens = [token.strip(".,’'") for token in name.split()]
    names = words.listed("outlets", "names")
    heads = words.listed("outlets", "heads")
    if not tokens:
        return False
    if tokens[0].lower() in words.listed("outlets", "the"):
        tokens = tokens[1:]
    return bool(tokens) and (
        " ".join(tokens) in words.outlets
        or " ".join(tokens) in words.long_titles
        or (len(tokens) == 1 and (tokens[0] in names or _as_name(tokens[0]) in names))
        or (len(tokens) > 1 and tokens[-1] in heads)
        or (len(tokens) > 1 and tokens[0] in words.listed("outlets", "first"))
        or _called(tokens, words) is not None
        or (len(tokens) > 1 and tokens[0] in names and tokens[0].isupper())
        or (
            len(tokens) > 1
            and all(token[:1].isupper() for token in tokens)
            and tokens[-1].lower() in words.listed("outlets", "nouns")
        )
        or bool(re.search(r"\.(?:com|org|net|ua|ru|uk)$", tokens[-1]))
    )


def _as_name(word: str) -> str:
    """Return an all-capitals word as names are written: "REUTERS" as "Reuters"."""
    return word.title() if word.isupper() else word


def _called(tokens: list[str], words: Lexicon) -> str | None:
    """Return the name of "the news agency Interfax", "the Telegram channel Baza"."""
    in_quotes = _QUOTED.search(" ".join(tokens))
    if in_quotes and in_quotes[1].lower() in words.listed("outlets", "nouns"):
        return in_quotes[2]
    if len(tokens) < 2 or not tokens[-1][:1].isupper():  # noqa: PLR2004
        return None
    noun = tokens[-2]
    is_noun = noun.islower() and noun in words.listed("outlets", "nouns")
    if noun in words.listed("outlets", "unsure"):
        # There are many kinds of agencies and channels.
        said = {token.lower() for token in tokens[:-2]}
        is_noun = not said.isdisjoint(words.listed("outlets", "sorts"))
    return tokens[-1] if is_noun and len(tokens) <= _LONGEST_CALL else None


def name_of(phrase: str, words: Lexicon) -> Named:
    """Return what a phrase of the text says about a source.

    >>> from claimtrack.extract._lexicon import lexicon
    >>> name_of("British Prime Minister Keir Starmer", lexicon("en"))
    Named(kind='person', name='Keir Starmer', role='British Prime Minister', parts=())
    >>> name_of("some European officials", lexicon("en")).kind
    'unnamed'
    """
    head, _, added = phrase.partition(",")
    head = head.partition("(")[0].strip() or phrase.strip()
    head, letters = _without_letters(head, words)
    named = _name_of(phrase, head, added, words)
    is_somebody = letters and named.kind == "person" and named.role is None
    return attrs.evolve(named, role=letters) if is_somebody else named


def _without_letters(head: str, words: Lexicon) -> tuple[str, str]:
    """Return a phrase without "herself" or "KC" after a name, and those words."""
    bare, _, last = head.rpartition(" ")
    if bare and last.lower() in words.listed("words", "reflexives"):
        return bare, ""
    if last in words.listed("kinds", "letters") and _is_name(bare, words):
        return bare, last
    return head, ""


def _is_name(phrase: str, words: Lexicon) -> bool:
    """Return whether a phrase is only two or more capitalised words."""
    tokens = phrase.split()
    return len(tokens) > 1 and all(
        token[0].isupper() and not words.flags.get(token.lower(), 0) & Flag.DET
        for token in tokens
    )


def _name_of(phrase: str, head: str, added: str, words: Lexicon) -> Named:
    tokens = [(m[0], m.start(), m.end()) for m in WORD.finditer(head)]
    if words.has_cases and (until := _end_of_name(tokens, words)) is not None:
        # "Ann Lee of the University": the workplace is not part of a name.
        tokens = tokens[:until]
        head = head[: tokens[-1][2]]
    if not tokens:
        return Named("unresolved", phrase.strip())
    flags = [flags_of(token, words) for token, _, _ in tokens]
    capital = [token[0].isupper() or token[0].isdigit() for token, _, _ in tokens]
    if head and find_outlet(head, words):
        called = _called(head.split(), words)
        return Named("outlet", called or _without_article(head, words))
    plural = words.listed("unnamed", "plain_plural")
    after = max(
        (
            i
            for i, flag in enumerate(flags)
            # Neither the workers of "the Workers' Union" nor the staff of a "Chief of
            # Staff" are a role.
            if flag & Flag.PEOPLE
            and head[tokens[i][2] :][:1] not in ("'", "’")
            and not (i and capital[i] and tokens[i][0].lower() in plural)
        ),
        default=-1,
    )
    limit = next(
        (
            i
            for i, flag in enumerate(flags)
            if i
            and (flag & (Flag.PREP | Flag.REL) or is_participle(tokens[i][0], flag))
        ),
        len(tokens),
    )
    if words.has_cases and head.endswith("»") and _begins_with_people(flags):
        # "A correspondent of «The Post»"
        return Named("unnamed", head)
    made = Phrase(phrase, head, tokens, flags, capital, after, limit)
    noun = made.noun
    beside = name_beside(made, words)
    if beside is not None:
        return Named(*beside)
    person = find_person(made, words)
    if person is not None:
        return Named("person", *person)
    parts = _joined(head, words)
    if parts:
        return Named("group", head, None, parts)
    if _is_mixed(head, words):
        return Named("group", head)
    if flags[noun] & Flag.DOCUMENT and not flags[noun] & Flag.PEOPLE:
        return Named("unresolved", head)
    if words.has_cases and _begins_with_people(flags):
        return Named("unnamed", head)
    is_body = tokens[noun][0].lower() in words.listed("unnamed", "bodies")
    is_owned = any(token.endswith(_OWNING) for token, *_ in tokens[:noun])
    is_called = any(capital[i] and not flags[i] & Flag.DET for i in range(noun))
    if (is_body and is_called) or (is_owned and flags[noun] & Flag.BODY):
        return Named("organization", _without_article(head, words))
    if _is_unnamed(tokens, flags, capital, noun, words):
        return Named("unnamed", head)
    nouns = words.listed("kinds", "group_nouns")
    if tokens[noun][0].lower() in nouns and (not capital[noun] or not noun):
        return Named("group", head)
    if not any(capital[1:]) and not (capital[0] and not flags[0] & Flag.DET):
        is_outlet = flags[noun] & Flag.OUTLET and (
            tokens[noun][0].lower() not in words.listed("outlets", "unsure")
        )
        return Named("outlet" if is_outlet else "unnamed", head)
    if _is_organization(tokens, flags, words):
        return Named("organization", _without_article(head, words))
    role = added.strip(" ,")
    first = role.partition(" ")[0].lower()
    if first.isdigit() or words.flags.get(first, 0) & (Flag.DET | Flag.NUM):
        return Named("person", head, None if role.isdigit() else role)
    if len(tokens) in (2, 3) and all(capital):
        return Named("person", head)
    return Named("unresolved", head)


def _end_of_name(tokens: list[tuple[str, int, int]], words: Lexicon) -> int | None:
    """Return the number of words before "of" after a name of two or more words."""
    names = 0
    for i, (token, _, _) in enumerate(tokens):
        flag = words.flags.get(token.lower(), 0)
        if flag & Flag.PREP and names > 1:
            return i
        is_name = token[0].isupper() and not flag & (Flag.PEOPLE | Flag.DET)
        names = names + 1 if is_name else 0
    return None


def _begins_with_people(flags: list[int]) -> bool:
    """Return whether a person comes before the office: a spokesman ministry's."""
    first = next((i for i, flag in enumerate(flags) if not flag & Flag.DET), 0)
    return bool(flags[first] & Flag.PEOPLE)


def _is_unnamed(
    tokens: list[tuple[str, int, int]],
    flags: list[int],
    capital: list[bool],
    noun: int,
    words: Lexicon,
) -> bool:
    """Return whether the phrase is about people, and its noun is not a name.

    In English, a single person without "a" or "the" is named: "Singer said", "Son
    said".
    """
    if not flags[noun] & Flag.PEOPLE:
        near = [i for i in (noun - 1, noun) if i >= 0]
        return any(flags[i] & Flag.PEOPLE and not capital[i] for i in near)
    if capital[noun] and noun:
        # "the Labour MP"
        return is_short(tokens[noun][0]) and bool(flags[0] & Flag.DET)
    low = tokens[noun][0].lower()
    many = low.endswith("s") or low in words.listed("unnamed", "plain_plural")
    return bool(noun) or many or not capital[noun] or words.has_cases


def _is_organization(
    tokens: list[tuple[str, int, int]], flags: list[int], words: Lexicon
) -> bool:
    names = words.listed("kinds", "organization")
    first = tokens[0][0]
    return (
        any(token in names or token.rstrip("s") in names for token, _, _ in tokens)
        or (len(tokens) == 1 and is_short(first))
        or bool(flags[0] & Flag.DET)
    )


def _joined(head: str, words: Lexicon) -> tuple[str, ...]:
    """Return the names in "the UK and France", if both are names."""
    joins = "|".join(sorted(words.listed("words", "joins")))
    parts = re.split(rf"\s+(?:{joins})\s+|,\s*", head)
    parts = [part.strip() for part in parts if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004
        return ()
    bare = [_without_article(part, words) for part in parts]
    if all(
        part[:1].isupper() and words.flags.get(part.lower(), 0) & _HUMAN == 0
        for part in bare
    ):
        return tuple(bare)
    return ()


def _is_mixed(head: str, words: Lexicon) -> bool:
    """Return whether a phrase joins a name and people: "Ruiz and two officials"."""
    joins = words.listed("words", "joins")
    tokens = head.split()
    return any(
        token in joins
        and 0 < at < len(tokens) - 1
        and all(map(_is_capital, tokens[:at]))
        and not any(map(_is_capital, tokens[at + 1 :]))
        and not any(
            words.flags.get(each.lower(), 0) & (Flag.PEOPLE | Flag.BODY | Flag.DET)
            for each in tokens[:at]
        )
        for at, token in enumerate(tokens)
    )


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _without_article(name: str, words: Lexicon) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in words.listed("outlets", "the") else name
