"""Check the types of arguments, and explain a wrong one."""

from __future__ import annotations

import os
from typing import Final

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote

__all__ = ["GIVE_DOSSIER", "GIVE_PATH", "GIVE_TEXT", "PATH", "require"]

GIVE_DOSSIER: Final = "Give a Dossier; Dossier.load(path) reads a file."
GIVE_PATH: Final = "Use the path of a file; Dossier.loads reads JSON and its bytes."
GIVE_TEXT: Final = "Use text."

PATH: Final = (str, os.PathLike)
"""The types of the path of a file."""


def require(
    value: object, kind: type | tuple[type, ...], *, place: str, what: str, fix: str
) -> None:
    """Raise an error if a value does not have one of the types.

    The caller then gets one clear line, and not an error from the code that happens to
    use the value first.

    Args:
        value: an argument.
        kind: the types that it may have.
        place: what the argument is for, such as "dossier" or "source.name".
        what: what it should be, such as "a dossier".
        fix: what to do, a sentence.

    Raises:
        InvalidRecord: if the value has another type.

    >>> require(None, str, place="source.name", what="text", fix=GIVE_TEXT)
    Traceback (most recent call last):
        ...
    claimtrack.errors.InvalidRecord: source.name: null is not text. Use text. (CT010)
    """
    if not isinstance(value, kind):
        record, _, field = place.partition(".")
        problem = f"{quote(value)} is not {what}"
        raise InvalidRecord(record, field, problem, fix, "CT010")
