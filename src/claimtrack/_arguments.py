"""Arguments of another type than a function takes, and what is said of them."""

from __future__ import annotations

from typing import Final

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote

__all__ = ["GIVE_DOSSIER", "GIVE_TEXT", "require"]

GIVE_DOSSIER: Final = "Give a Dossier; Dossier.load(path) reads a file."
GIVE_TEXT: Final = "Use text."


def require(
    value: object, kind: type | tuple[type, ...], *, place: str, what: str, fix: str
) -> None:
    """Refuse a value that is of none of the types.

    A program that gives it gets one line that says so, and not the error of whatever
    looks into the value first.

    Args:
        value: an argument.
        kind: the types that it may have.
        place: what it is for, such as "dossier" or "source.name".
        what: what it should be, such as "a dossier".
        fix: what to do, a sentence.

    Raises:
        InvalidRecord: for any other value.

    >>> require(None, str, place="source.name", what="text", fix=GIVE_TEXT)
    Traceback (most recent call last):
        ...
    claimtrack.errors.InvalidRecord: source.name: null is not text. Use text. (CT010)
    """
    if not isinstance(value, kind):
        record, _, field = place.partition(".")
        problem = f"{quote(value)} is not {what}"
        raise InvalidRecord(record, field, problem, fix, "CT010")
