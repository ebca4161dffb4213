"""Settings: the thresholds of rules, and the languages of their word lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote, suggest
from claimtrack.records import AnonymityKnower, words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Settings"]

Field: TypeAlias = "attrs.Attribute[Any]"

MOST: Final = 1_000_000
"""The greatest number that a setting accepts."""


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    # A single string would become a list of its characters.
    is_list = isinstance(values, (list, tuple))
    return tuple(values) if is_list else cast("tuple[str, ...]", values)


def _one_or_more(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else _texts(values)


def _refuse(name: str, problem: str, fix: str, code: str) -> InvalidRecord:
    return InvalidRecord("settings", name, problem, fix, code)


def _check_number(_owner: object, field: Field, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        problem = f"{quote(value)} is not a whole number"
        raise _refuse(field.name, problem, "Use a whole number.", "CT010")
    if not 1 <= value <= MOST:
        problem = f"{value} is not between 1 and {MOST}"
        fix = f"Use a number from 1 to {MOST}."
        raise _refuse(field.name, problem, fix, "CT017")


def _check_optional(owner: object, field: Field, value: object) -> None:
    if value is not None:
        _check_number(owner, field, value)


def _check_flag(_owner: object, field: Field, value: object) -> None:
    if not isinstance(value, bool):
        problem = f"{quote(value)} is neither true nor false"
        raise _refuse(field.name, problem, "Write true or false.", "CT010")


def _check_texts(_owner: object, field: Field, value: object) -> None:
    given = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (None,)
    if not all(isinstance(each, str) and each for each in given):
        problem = "expected a list of texts"
        raise _refuse(field.name, problem, 'Write a list: ["Reuters"].', "CT010")


def _check_knower(_owner: object, field: Field, value: object) -> None:
    known = words(AnonymityKnower)
    if value not in known:
        near = suggest(value, known) if isinstance(value, str) else None
        hint = f'. Did you mean "{near}"?' if near else ""
        problem = f"{quote(value)} is not a function in a newsroom{hint}"
        raise _refuse(field.name, problem, f"Use one of: {', '.join(known)}.", "CT013")


@attrs.frozen(kw_only=True)
class Settings:
    """The settings of the rules that a desk can change.

    Attributes:
        desk: outlets whose own sources the rules check: names, aliases, ids, addresses.
        min_unnamed: how many unnamed people must be behind a claim (CT201).
        must_know: who must know the identity of an unnamed source (CT206).
        accept_open: outlets, by id or name, whose word is accepted as it is (CT102).
        stale_days: days after which a statement is old; None switches CT304 off.
        preview: whether all rules in preview run.
        languages: languages whose word lists are used, such as "en".

    Raises:
        InvalidRecord: if a setting does not accept the value.

    >>> Settings(min_unnamed=3).must_know
    'editor'
    >>> Settings(desk="UNN").desk
    ('UNN',)
    """

    desk: tuple[str, ...] = attrs.field(
        default=(), converter=_one_or_more, validator=_check_texts
    )
    min_unnamed: int = attrs.field(default=2, validator=_check_number)
    must_know: AnonymityKnower = attrs.field(default="editor", validator=_check_knower)
    accept_open: tuple[str, ...] = attrs.field(
        default=(), converter=_texts, validator=_check_texts
    )
    stale_days: int | None = attrs.field(default=None, validator=_check_optional)
    preview: bool = attrs.field(default=False, validator=_check_flag)
    languages: tuple[str, ...] = attrs.field(
        default=(), converter=_texts, validator=_check_texts
    )
