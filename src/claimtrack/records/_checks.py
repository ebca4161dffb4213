"""The checks that fields share: what a value must be before a record accepts it.

For records built in Python, they check what the JSON Schemas check. Each raises
`InvalidRecord` with the code that validation reports for the same mistake. Private
values are never quoted.
"""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from claimtrack.errors import InvalidRecord
from claimtrack.findings import CODES, quote, suggest, with_article
from claimtrack.records import _limits
from claimtrack.records._patterns import PATTERNS, TEXT_PATTERN
from claimtrack.records._show import hidden_of
from claimtrack.records._tags import find_country_slip, find_language_slip
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    import attrs

# attrs passes a validator the field, whatever class it belongs to.
Field: TypeAlias = "attrs.Attribute[Any]"
Check: TypeAlias = "Callable[[object, Field, Any], None]"

__all__ = [
    "FORBIDDEN",
    "Check",
    "Field",
    "boolean",
    "each",
    "identifier",
    "instance",
    "integer",
    "matching",
    "moment",
    "number",
    "one_of",
    "optional",
    "refuse",
    "text",
]

_PRIVATE_THROUGHOUT: Final = frozenset({"Anonymity", "Recorded"})
"""Classes whose every field is private."""

_LENGTHS: Final = {
    "id": _limits.ID,
    "iri": _limits.IRI,
    "language": _limits.LANGUAGE,
    "country": 2,
    "sha256": 64,
    "code": 5,
}
_REGISTERS: Final = {"language": find_language_slip, "country": find_country_slip}
"""What must be registered, not only fit its pattern → the function that looks it up."""

FORBIDDEN: Final = re.compile("[\0\ud800-\udfff]")
"""NUL and half surrogate pairs, where other programs lose or cut text."""


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first needed."""
    return re.compile(pattern)


def refuse(
    owner: object, field: Field | str, problem: str, fix: str, code: str
) -> InvalidRecord:
    """Return the error for `field` of the record or value `owner`."""
    name = field if isinstance(field, str) else field.name
    kind = owner if isinstance(owner, str) else type(owner).__name__.lower()
    return InvalidRecord(kind, name, problem, fix, code)


def optional(check: Check) -> Check:
    """Return `check` for values that are not None."""

    def run(owner: object, field: Field, value: object) -> None:
        if value is not None:
            check(owner, field, value)

    return run


def each(check: Check, most: int = _limits.ITEMS) -> Check:
    """Return a check of every item of a tuple, and of its length."""

    def run(owner: object, field: Field, value: object) -> None:
        if not isinstance(value, tuple):
            problem = f"{_shown(owner, field, value)} is not a list"
            raise refuse(owner, field, problem, "Use a list.", "CT010")
        items = cast("tuple[object, ...]", value)
        if len(items) > most:
            problem = f"there are {len(items)} items; at most {most} are allowed"
            raise refuse(owner, field, problem, "Keep the list shorter.", "CT016")
        for item in items:
            check(owner, field, item)

    return run


def text(most: int = _limits.LINE) -> Check:
    """Return a check for text of 1 to `most` code points with something to see."""

    def run(owner: object, field: Field, value: object) -> None:
        plain = _string(owner, field, value)
        if len(plain) > most:
            problem = f"there are {len(plain)} characters; at most {most} are allowed"
            raise refuse(owner, field, problem, "Shorten the text.", "CT015")
        if not plain:
            fix = "Write something, or leave the field out."
            raise refuse(owner, field, "the text is empty", fix, "CT015")
        if not _compiled(TEXT_PATTERN).search(plain):
            fix = "Write something, or leave the field out."
            raise refuse(owner, field, "the text is blank", fix, "CT014")

    return run


def matching(name: str) -> Check:
    """Return a check for text that fits the pattern `name` of `PATTERNS`."""
    pattern, what, fix = PATTERNS[name]
    most = _LENGTHS[name]
    find_slip = _REGISTERS.get(name)

    def run(owner: object, field: Field, value: object) -> None:
        plain = _string(owner, field, value)
        if len(plain) > most:
            problem = f"there are {len(plain)} characters; at most {most} are allowed"
            raise refuse(owner, field, problem, "Shorten the text.", "CT015")
        if not _compiled(pattern).fullmatch(plain):
            problem = f"{_shown(owner, field, plain)} is not {what}"
            raise refuse(owner, field, problem, fix, "CT014")
        slip = find_slip and find_slip(plain)
        if slip is not None:
            raise refuse(owner, field, slip.problem, slip.fix, "CT029")

    return run


identifier: Final = matching("id")


def one_of(values: tuple[str, ...], what: str) -> Check:
    """Return a check for one of `values`; `what` names them ("a kind of source")."""
    known = frozenset(values)

    def run(owner: object, field: Field, value: object) -> None:
        # An unhashable value is not a word either, and cannot be looked up.
        if isinstance(value, str) and value in known:
            return
        is_hint = isinstance(value, str) and not _is_private(owner, field)
        near = suggest(str(value), values) if is_hint else None
        hint = f'Did you mean "{near}"? ' if near else ""
        problem = f"{_shown(owner, field, value)} is not {what}"
        fix = f"{hint}Use one of: {', '.join(values)}."
        raise refuse(owner, field, problem, fix, "CT013")

    return run


def integer(least: int, most: int) -> Check:
    """Return a check for a whole number in [least, most]."""

    def run(owner: object, field: Field, value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            problem = f"{_shown(owner, field, value)} is not a whole number"
            raise refuse(owner, field, problem, "Use a whole number.", "CT010")
        _within(owner, field, value, least, most)

    return run


def number(least: float, most: float) -> Check:
    """Return a check for a finite number in [least, most]."""

    def run(owner: object, field: Field, value: object) -> None:
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            problem = f"{_shown(owner, field, value)} is not a number"
            raise refuse(owner, field, problem, "Use a number.", "CT010")
        if isinstance(value, float) and not math.isfinite(value):
            problem = "the number is not finite"
            raise refuse(
                owner, field, problem, "Leave the field out if it is open.", "CT005"
            )
        _within(owner, field, value, least, most)

    return run


def boolean(owner: object, field: Field, value: object) -> None:
    """Check for True or False."""
    if not isinstance(value, bool):
        problem = f"{_shown(owner, field, value)} is neither true nor false"
        raise refuse(owner, field, problem, "Use true or false.", "CT010")


def instance(cls: type, what: str) -> Check:
    """Return a check for an instance of `cls`; `what` says how to make one."""

    def run(owner: object, field: Field, value: object) -> None:
        if not isinstance(value, cls):
            problem = (
                f"{_shown(owner, field, value)} is not {with_article(cls.__name__)}"
            )
            raise refuse(owner, field, problem, f"Use {what}.", "CT010")

    return run


def moment(owner: object, field: Field, value: object) -> None:
    """Check for a `When` whose words and reference a file can hold."""
    if isinstance(value, str):
        # The converter could not read it as a When: report why, and name the field.
        try:
            value = When.parse(value)
        except InvalidRecord as error:
            private = _is_private(owner, field)
            problem = "the value is not a date" if private else error.problem
            fix = CODES[error.code].fix if private else error.fix
            shown = None if private else error
            raise refuse(owner, field, problem, fix, error.code) from shown
    if not isinstance(value, When):
        problem = f"{_shown(owner, field, value)} is not a date"
        fix = 'Use EDTF text such as "2025-04", or a When.'
        raise refuse(owner, field, problem, fix, "CT010")
    if value.text is not None:
        text()(owner, field, value.text)
    if value.relative_to is not None:
        identifier(owner, field, value.relative_to)


def _string(owner: object, field: Field, value: object) -> str:
    if not isinstance(value, str):
        problem = f"{_shown(owner, field, value)} is not text"
        raise refuse(owner, field, problem, "Use text.", "CT010")
    if FORBIDDEN.search(value):
        problem = "the text contains a NUL or half a surrogate pair"
        raise refuse(owner, field, problem, "Remove the character.", "CT006")
    return value


def _within(
    owner: object, field: Field, value: float, least: float, most: float
) -> None:
    if not least <= value <= most:
        problem = f"{_shown(owner, field, value)} is not between {least} and {most}"
        raise refuse(owner, field, problem, "Use a number in this range.", "CT017")


def _shown(owner: object, field: Field, value: object) -> str:
    return "the value" if _is_private(owner, field) else quote(value)


def _is_private(owner: object, field: Field) -> bool:
    return (
        field.name in hidden_of(owner)
        or bool(field.metadata.get("secret"))
        or type(owner).__name__ in _PRIVATE_THROUGHOUT
    )
