"""Language tags and country codes: which part is not registered, what was meant.

"ua" fits the pattern of a language tag; the register says that Ukrainian is "uk".
"""

from __future__ import annotations

import itertools
import re
from typing import Final

import attrs

from claimtrack.findings import quote
from claimtrack.records._register import (
    COUNTRIES_MEANT,
    code_of_language,
    is_language,
    is_registered,
    language_name,
)

__all__ = [
    "Slip",
    "find_country_slip",
    "find_language_slip",
    "meant_language",
]


@attrs.frozen
class Slip:
    """A code that is not registered.

    Attributes:
        problem: what is wrong, and what was probably meant, if that can be guessed.
        fix: what to do.
    """

    problem: str
    fix: str


_STAGES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("language", re.compile("[a-z]{3}")),
    ("script", re.compile("[a-z]{4}")),
    ("region", re.compile("[a-z]{2}|[0-9]{3}")),
    ("variant", re.compile("[a-z0-9]{5,8}|[0-9][a-z0-9]{3}")),
)
"""What may follow a language, in this order. Source: RFC 5646, section 2.1."""

_KINDS: Final = {
    "language": "language code",
    "script": "script code",
    "region": "country or region code",
    "variant": "variant",
}
"""Parts of a tag in words."""

LEAST_EXTENSION: Final = 2
"""Characters of the shortest subtag of an extension."""

_ADVICE: Final = 'Use a BCP 47 tag such as "en", "uk" or "pt-BR".'
_ORDER: Final = (
    "Write language, script, country and variant, in this order and each once: "
    '"zh-Hant-TW".'
)


def find_language_slip(tag: str) -> Slip | None:
    """Return the slip in a language tag, None if all of it is registered.

    Source: RFC 5646 (BCP 47), section 2.2.9: a tag is valid if it is well-formed and
    its language, script, region and variants are registered. The contents of
    extensions are registered elsewhere and are not looked up.

    Args:
        tag: subtags of letters and digits, joined by hyphens, a language first.

    >>> find_language_slip("pt-BR") is None
    True
    >>> find_language_slip("ua").problem
    '"ua" is not a registered language code; Ukrainian is "uk"'
    """
    given = tag.split("-")
    if is_registered("whole", tag):
        return None
    if not is_language(given[0]):
        return _language_slip(tag)
    stage, seen = 0, set[str]()
    for index, part in enumerate(given[1:], 1):
        if len(part) == 1:
            return _extension_slip(tag, given[index:])
        kind, stage = _kind_of(part.lower(), stage)
        if kind is None or part.lower() in seen:
            return Slip(
                f"{_inside(part, tag)} is in a place where it means nothing", _ORDER
            )
        if not is_registered(kind, part):
            return _inner_slip(given, index, kind)
        seen.add(part.lower())
    return None


def find_country_slip(code: str) -> Slip | None:
    """Return what is wrong with a country code, None if it is registered.

    Source: the regions of the IANA registry, which are the codes of ISO 3166-1 with
    those that it has reserved or withdrawn; XA to XZ and QM to QZ are for private use.

    Args:
        code: two capitals.

    >>> find_country_slip("UA") is None
    True
    >>> find_country_slip("UK").problem
    '"UK" is not a registered country code; the United Kingdom is "GB"'
    """
    if is_registered("region", code):
        return None
    problem = f"{quote(code)} is not a registered country code"
    if code not in COUNTRIES_MEANT:
        return Slip(problem, 'Use two capital letters from ISO 3166-1, such as "UA".')
    name, meant = COUNTRIES_MEANT[code]
    return Slip(f'{problem}; {name} is "{meant}"', f'Write "{meant}".')


def meant_language(text: str) -> str | None:
    """Return the language tag that was probably meant by a text, or None.

    >>> meant_language("Ukrainian"), meant_language("en_US"), meant_language("eng")
    ('uk', 'en-US', 'en')
    """
    first, *rest = text.replace("_", "-").split("-")
    code = first.lower()
    if not is_language(code):
        code = code_of_language(first) or ""
    meant = "-".join([code, *rest])
    is_sound = re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", meant)
    return meant if is_sound and find_language_slip(meant) is None else None


def _language_slip(tag: str) -> Slip:
    first, _, _ = tag.partition("-")
    shown = quote(tag) if first == tag else _inside(first, tag)
    problem = f"{shown} is not a registered language code"
    code = code_of_language(first)
    if code is None:
        return Slip(problem, _ADVICE)
    problem = f'{problem}; {language_name(code)} is "{code}"'
    meant = meant_language(tag)
    return Slip(problem, f'Write "{meant}".' if meant else _ADVICE)


def _inner_slip(given: list[str], index: int, kind: str) -> Slip:
    """Return the slip of a script, region or variant that is not registered."""
    part = given[index]
    problem = f"{_inside(part, '-'.join(given))} is not a registered {_KINDS[kind]}"
    if kind != "region" or part.upper() not in COUNTRIES_MEANT:
        return Slip(problem, f"Correct the {_KINDS[kind]}, or leave it out.")
    name, code = COUNTRIES_MEANT[part.upper()]
    meant = "-".join([*given[:index], code, *given[index + 1 :]])
    return Slip(f'{problem}; {name} is "{code}"', f'Write "{meant}".')


def _extension_slip(tag: str, parts: list[str]) -> Slip | None:
    """Return what is wrong with the part that begins at a subtag of one character.

    Args:
        tag: the whole tag.
        parts: its subtags from there on.
    """
    begun: set[str] = set()
    for here, following in itertools.pairwise([*parts, ""]):
        if here.lower() == "x" and following:
            return None
        if len(here) == 1 and len(following) < LEAST_EXTENSION:
            return Slip(f"{_inside(here, tag)} has nothing after it", _ADVICE)
        if here.lower() in begun:
            return Slip(f"{_inside(here, tag)} appears twice", _ADVICE)
        begun.update({here.lower()} if len(here) == 1 else ())
    return None


def _inside(part: str, tag: str) -> str:
    return f"{quote(part)} in {quote(tag)}"


def _kind_of(part: str, stage: int) -> tuple[str | None, int]:
    """Return what a subtag is by its form, and the stage that comes next."""
    for index, (kind, form) in enumerate(_STAGES[stage:], stage):
        if form.fullmatch(part):
            # There can be several variants, but only one of everything else.
            return kind, index if kind == "variant" else index + 1
    return None, stage
