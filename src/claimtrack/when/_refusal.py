"""Explain why a text is not a date that claimtrack supports, and what to write instead.

The text has already been refused, so nothing here parses it; a hint is only a
suggestion. Most hints are rows of one table.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import CODES, quote
from claimtrack.when._invalid_date import invalid_date
from claimtrack.when._pattern import (
    EDTF_MAX_LENGTH,
    GROUPING,
    QUALIFIER,
    has_edtf_form,
)
from claimtrack.when._phrase import clean, read_listed, read_phrase
from claimtrack.when._shapes import TwoReadings

if TYPE_CHECKING:
    from claimtrack.errors import InvalidRecord

__all__ = ["refused_form"]


@attrs.frozen
class _Hint:
    """The advice for texts of one form.

    Attributes:
        form: a pattern that matches these texts.
        fix: what to do, a sentence; empty for the general advice of the code.
        problem: the words after the quoted text.
        code: the code of the finding.
    """

    form: re.Pattern[str]
    fix: str
    problem: str = "is not an EDTF date"
    code: str = "CT020"


_NOT_EDTF: Final = _Hint(re.compile(""), "")

_WORD: Final = re.compile(r"[^\W\d_]{3}")
"""Matches a text in words, and never EDTF."""

_LEVEL_2: Final = (
    "This is EDTF level 2, which claimtrack does not use; "
    "write a plain date or an interval."
)

_CLOCK: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}"
_SECONDS: Final = "(?::[0-9]{2}(?:[.,][0-9]+)?)?"

# Unspecified digits and qualifiers in any place, which level 2 allows.
_LOOSE: Final = (
    f"{QUALIFIER}?[0-9X]{{4}}(?:{QUALIFIER}?-{QUALIFIER}?[0-9X]{{2}}){{0,2}}"
    f"{QUALIFIER}?"
)

_SEASON: Final = f"[0-9]{{4}}-{GROUPING}{QUALIFIER}?"

_HINTS: Final = (
    _Hint(
        re.compile(r"(?:\.\.)?/(?:\.\.)?"),
        "Give at least one end of the interval, as in 2025-04/.. or ../2025-04.",
    ),
    _Hint(
        re.compile(f"{_CLOCK}.*/.*|.*/{_CLOCK}.*"),
        "An interval runs between years, months or days; leave out the times.",
    ),
    _Hint(
        re.compile(_CLOCK + _SECONDS),
        "",
        problem="is a time without an offset",
        code="CT021",
    ),
    _Hint(
        re.compile(f"{_CLOCK}.*"),
        "Write a time as in 2025-04-17T10:00:00Z or 2025-04-17T10:00:00+03:00, "
        "with seconds and nothing after the offset.",
    ),
    _Hint(
        re.compile(f"{_SEASON}/.*|.*/{_SEASON}"),
        "An interval runs between years, months or days; "
        "name the month that the season or quarter begins or ends with.",
    ),
    _Hint(
        re.compile(f"XXXX-{GROUPING}{QUALIFIER}?"),
        "A season or quarter needs its year, as in 2025-21.",
    ),
    _Hint(re.compile(r"\[.*\]|\{.*\}"), _LEVEL_2),
    _Hint(re.compile("Y?-?[0-9]+(?:E[0-9]+(?:S[0-9]+)?|S[0-9]+)"), _LEVEL_2),
    _Hint(
        re.compile("Y-?[0-9]+|-[0-9]{4}(?:-[0-9]{2}){0,2}"),
        "claimtrack supports years 0001 to 9999; give other dates in words, as text.",
    ),
    _Hint(re.compile(rf"{_LOOSE}(?:/(?:{_LOOSE}|\.\.)?)?"), _LEVEL_2),
    _Hint(re.compile(rf"(?:\.\.)?/{_LOOSE}"), _LEVEL_2),
)
"""The first hint that matches is used."""


def refused_form(edtf: str) -> InvalidRecord:
    """Return the error for a text that does not have the form of an EDTF date.

    >>> print(refused_form("April 2025"))
    date.edtf: "April 2025" is not an EDTF date. Write "2025-04". (CT020)
    """
    # A long text is not searched, so that its length costs no time.
    hint = _NOT_EDTF if len(edtf) > EDTF_MAX_LENGTH else _hint(edtf)
    return invalid_date(hint.code, f"{quote(edtf)} {hint.problem}", fix=hint.fix)


_DAY: Final = len("2025-06-05")


@functools.lru_cache
def _hint(edtf: str) -> _Hint:
    for hint in _HINTS:
        if hint.form.fullmatch(edtf):
            return hint
    try:
        suggestion = _suggestion(edtf)
    except TwoReadings as two:
        problem = f"may mean two {'days' if len(two.one) == _DAY else 'dates'}"
        fix = f'Write "{two.other}" or "{two.one}", whichever is meant.'
        return attrs.evolve(_NOT_EDTF, problem=problem, fix=fix)
    except ValueError:
        return _NOT_EDTF
    if suggestion is None:
        return _in_words(edtf)
    return attrs.evolve(_NOT_EDTF, fix=f'Write "{suggestion}".')


def _in_words(edtf: str) -> _Hint:
    """Return how to keep a date in words; empty, for the general advice, otherwise."""
    if not _WORD.search(edtf):
        return _NOT_EDTF
    kept = f'{{"text": {quote(edtf)}, "relative_to": "…"}}'
    fix = (
        f"{CODES[_NOT_EDTF.code].fix} Or keep the words: {kept}, with the id of the "
        "document that they count from."
    )
    return attrs.evolve(_NOT_EDTF, fix=fix)


def _suggestion(edtf: str) -> str | None:
    """Return the EDTF date that was clearly meant, if any.

    Raises:
        TwoReadings: if it may be either of two dates.
        ValueError: if the date does not exist.
    """
    bare = clean(edtf)
    return bare if has_edtf_form(bare) else read_phrase(bare, [read_listed])
