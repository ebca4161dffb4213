"""Names of files: how to open one, and what an error shows of a name.

Programs sometimes pass text where the name of a file is expected, and Python's own
error would repeat all of it. Everything that claimtrack reads from a disk is opened by
`open_file`. This module knows nothing about what is read.
"""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import io
    import os
    from pathlib import Path

__all__ = [
    "NAME",
    "NO_NAME",
    "TEXT_READER",
    "exists",
    "is_file",
    "look_at",
    "looks_like_text",
    "name_error",
    "open_file",
    "read_file",
    "shorten",
]

NAME: Final = 400
"""Maximum number of characters of a file name that an error shows."""

TEXT: Final = 60
"""Maximum number of characters shown of text that was passed as a name."""

COMPONENT: Final = 255
"""Maximum bytes of a file name without its folders, in common file systems."""

NO_NAME: Final = "this looks like text, not the name of a file"
"""What an error says about text; "; " and the function that reads it may follow."""

TEXT_READER: Final = "without Path, text is read as it is"
"""The function that reads text, if it is the same one."""

_MISSING: Final = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)
"""Errors that mean that there is no such file."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
"""Line ends and other characters that file names hardly ever contain."""

_ABSOLUTE: Final = re.compile(r"[/\\]|[A-Za-z]:[/\\]")
"""How an absolute path begins, and hardly any text."""

_OPENING: Final = ("[", "{")
"""How JSON begins; file names can begin like this too."""

_CLOSING: Final = "\"'\u201d\u2019»)]"
"""What may follow the end of a sentence."""

_WORDS: Final = re.compile(r"[\s。、\uff0c]")
"""What separates words or clauses."""


def looks_like_text(name: str) -> bool:
    r"""Return whether something passed as the name of a file is probably text.

    >>> looks_like_text('{"records": []}'), looks_like_text("- It rains.\n")
    (True, True)
    >>> looks_like_text("[draft] The port.claims.json")
    False
    """
    if _ABSOLUTE.match(name):
        return False
    if _CONTROL.search(name) or _is_json(name.strip()) or _is_sentence(name):
        return True
    longest = max(re.split(r"[/\\]", name), key=len)
    size = len(longest.encode("utf-8", "surrogatepass"))
    return size > COMPONENT and _WORDS.search(longest) is not None


def _is_json(name: str) -> bool:
    """Return whether it looks like JSON, or begins like a page of HTML."""
    if name.startswith(_OPENING):
        return '"' in name or name.endswith(("]", "}"))
    return name.startswith("<")


def _is_sentence(name: str) -> bool:
    """Return whether it ends like a sentence, and has several words."""
    words = name.rstrip().rstrip(_CLOSING)
    if words.endswith(("。", "\uff01", "\uff1f")):
        return True
    return words.endswith((".", "!", "?", "…")) and len(words.split(None, 1)) > 1


def shorten(name: str) -> str:
    """Return the name of a file, or only its beginning if it is too long to show.

    >>> shorten("desk/port.claims.json"), len(shorten("It rains. " * 100))
    ('desk/port.claims.json', 60)
    """
    most = TEXT if looks_like_text(name) else NAME
    return name if len(name) <= most else f"{name[: most - 1]}…"


def name_error(path: Path, error: OSError | ValueError, reader: str = "") -> OSError:
    """Return the error to raise if a file cannot be opened, usually `error` itself.

    If the name is text, or very long, the result is an error of the same class that
    holds only the beginning. Raise it outside the ``except``, so that it does not carry
    the first error as its context.

    Args:
        path: of the file.
        error: the error of the system, or of Python, which refuses some names itself.
        reader: the function that reads text, as the end of the sentence.
    """
    name = str(path)
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    reason = error.strerror if isinstance(error, OSError) else "not the name of a file"
    if number in _MISSING and looks_like_text(name):
        reason = f"{NO_NAME}; {reader}" if reader else NO_NAME
    elif isinstance(error, OSError) and len(name) <= NAME:
        return error
    return OSError(number, reason, shorten(name))


def open_file(path: Path, reader: str = "") -> io.BufferedReader:
    """Return a file, open for reading its bytes.

    Args:
        path: of the file.
        reader: the function that reads text, for a program that passed some:
            "Dossier.loads reads JSON text".

    Raises:
        OSError: if it cannot be opened. If text was passed as the path, the error
            holds only its beginning.
    """
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        refusal = name_error(path, error, reader)
    raise refusal


def read_file(path: Path, reader: str = "") -> bytes:
    """Return the bytes of a file.

    Args:
        path: of the file.
        reader: as for `open_file`.

    Raises:
        OSError: as for `open_file`, or if it cannot be read.
    """
    with open_file(path, reader) as file:
        return file.read()


def look_at(path: Path) -> os.stat_result | None:
    """Return the status of a file, a folder or whatever is there; None for nothing.

    Raises:
        OSError: as for `open_file`, but not if nothing is there.
    """
    try:
        return path.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        refusal = name_error(path, error)
    raise refusal


def exists(path: Path) -> bool:
    """Return whether a file or folder exists; False if the name is impossible."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Return whether a file exists; False if the name is impossible."""
    try:
        return path.is_file()
    except OSError:
        return False
