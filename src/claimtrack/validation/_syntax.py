"""Explain why a text is not JSON, in a way that helps to repair it.

Private text may be anywhere in it, so messages show no more of it than punctuation and
single characters that are invisible.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import is_unseen, name_character
from claimtrack.validation._fault import Fault

if TYPE_CHECKING:
    import json
    from collections.abc import Iterator

__all__ = ["conflict_fault", "conflict_mark", "find_syntax_faults", "foreign_form"]


@attrs.frozen
class _Slip:
    """A syntax error, and what to do about it."""

    message: str
    fix: str


_COMMA: Final = _Slip("there is an extra comma", "Remove the comma.")
_EMPTY: Final = _Slip("there is nothing in it", "Give a dossier or a record.")
_CUT_OFF: Final = _Slip(
    "the JSON is incomplete", "Add what is missing; the file may have been cut off."
)
_OPEN_TEXT: Final = _Slip(
    "the text that begins here has no closing quote", "Add the closing quote."
)
_NOT_JSON: Final = _Slip("it is not JSON", "")
_VALUE: Final = _Slip(
    "a value is expected here",
    "Use text in double quotes, a number, true, false, null, a list or an object.",
)
_NUMBER: Final = _Slip(
    "JSON does not allow this form of number",
    "Write digits on both sides of the point, as in 0.5, without plus sign, leading "
    "zeros or separators; put anything else, such as a date, in double quotes.",
)
_NO_NUMBER: Final = _Slip(
    "JSON does not allow infinity or NaN",
    "Write null, or leave the field out.",
)
_CONFLICT: Final = _Slip(
    "a merge conflict begins here",
    "Finish the merge: keep one of the two versions, or what is right in both, and "
    "remove the <<<<<<<, ======= and >>>>>>> lines.",
)

_SYNTAX: Final = {
    "Expecting property name": _Slip(
        "a key in double quotes is expected here",
        'Write the key in double quotes, as in "kind": "outlet".',
    ),
    "Illegal trailing comma": _COMMA,
    "Expecting ':' delimiter": _Slip(
        "a colon is missing before this", "Put a colon between the key and its value."
    ),
    "Expecting ',' delimiter": _Slip(
        "a comma, or the end of the list or object, is missing before this",
        "Add a comma, or close the list or object.",
    ),
    "Expecting value": _VALUE,
    "Unterminated string": _OPEN_TEXT,
    "Invalid control character": _Slip(
        "the text contains a line break or control character",
        "Write a line break as \\n and a tab as \\t; remove any others.",
    ),
    "Invalid \\": _Slip(
        "this backslash does not begin an escape that JSON allows",
        "Write a backslash itself as \\\\.",
    ),
    "Extra data": _Slip(
        "there is more text after the end of the JSON",
        'Remove it; several records go into the "records" of one dossier.',
    ),
    "Unexpected UTF-8 BOM": _Slip("there is a second byte order mark", "Remove it."),
}
"""Beginning of the parser's message → our message."""

_HABITS: Final = (
    (
        r"//|/\*|#",
        _Slip("JSON has no comments", 'Remove the comment, or keep it in a "note".'),
    ),
    (
        "['\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb]",
        _Slip(
            "JSON needs straight double quotes around text",
            'Use straight quotes, as in "outlet".',
        ),
    ),
    (
        r"(?:True|TRUE|False|FALSE|Null|NULL|None|NONE)\b",
        _Slip(
            "JSON spells true, false and null in lower case",
            "Write it in lower case.",
        ),
    ),
)
"""Common notations that JSON does not have → our message."""

_HABITS_OF_NUMBERS: Final = (
    (r"[-+]?(?i:inf|infinity|nan)\b|[-+]?\u221e", _NO_NUMBER),
    (r"[-+.]{0,3}\d|[\u00bc-\u00be\u2150-\u215e]", _NUMBER),
)
"""The same, where a value is expected."""

_FOLDERS: Final = r"[^\s{}\[\]\",:]*[/\\][^\s{}\[\]\",]*"
_ENDING: Final = r"[^\s{}\[\]\",]+\.(?:json|ndjson|txt|gz)"

_FORMS: Final = (
    (
        r"version https://git-lfs\.github\.com/spec/",
        "a Git LFS pointer, not the file itself",
        "Fetch the file with git lfs pull.",
    ),
    (
        r"(?i:<!doctype html|<html|<head|<body)",
        "an HTML page",
        "Open it in a browser: it may be a sign-in page instead of the file.",
    ),
    (r"<[?!A-Za-z]", "XML", ""),
    (
        r"diff --|--- a/|--- \S+.*\n\+\+\+ |Index: |From [0-9a-f]{40} ",
        "a patch",
        "Apply the patch, then check the file that it changes.",
    ),
    (r"```", "JSON inside a Markdown code fence", "Remove the ``` lines."),
    (r"%PDF-", "a PDF", ""),
    (
        r"HTTP/\d",
        "a response from a web server, with its headers",
        "Keep only what follows the headers.",
    ),
    (
        r"(?:#.*\n|\s)*(?:%YAML|---\s|- +\S|['\"]?\w[\w $.-]*['\"]?:(?:\s|$))",
        "YAML",
        "Convert it to JSON. If it is a sheet, use a name that ends in .claims.txt.",
    ),
    (
        rf"(?:{_FOLDERS}|{_ENDING})\s*\Z",
        "the path of another file",
        "Give that file, or its Path; a symbolic link may be checked out as text.",
    ),
)
"""How other formats begin → what they are, and what to do."""

_FORM: Final = tuple(
    (begins, _Slip(f"it is {what}", fix or "Give a dossier as JSON."))
    for begins, what, fix in _FORMS
)

_EXACT: Final = (
    _OPEN_TEXT,
    *(
        _SYNTAX[e]
        for e in ("Invalid control character", "Invalid \\", "Unexpected UTF-8 BOM")
    ),
)
"""Parser messages that are exact enough to need no further search."""

_MARKS: Final = re.compile(r"(<{7,}|\|{7,}|={7,}|>{7,})(?: [^\n]*)?\r?$", re.MULTILINE)
"""A line that a version control system inserts at a conflict."""

_LINE_OF_MARKS: Final = re.compile(rf"^{_MARKS.pattern}", re.MULTILINE)

_WHITE: Final = " \t\n\r"
"""White space of JSON; Python's is a larger set."""

_AROUND: Final = 64
"""Characters examined before a place."""

_BEGUN: Final = re.compile(r"(?<![\w.+\"-])[-+.]{0,3}\d[\w.+-]*\Z")
"""The beginning of a number."""

_GOES_ON: Final = re.compile(r"[\w.+-]")
"""Continuation of a number beyond the point where JSON ends it."""

_LOOKED_AT: Final = 4_096
"""Characters at the beginning that are examined to identify a file."""


def conflict_mark(line: str) -> str:
    """Return the first character of a line of conflict marks; empty for other lines.

    >>> conflict_mark("<<<<<<< HEAD"), conflict_mark("=======")
    ('<', '=')
    """
    match = _MARKS.match(line) if line[:7] == line[:1] * 7 else None
    return match[1][0] if match else ""


def find_syntax_faults(error: json.JSONDecodeError, text: str) -> Iterator[Fault]:
    """Yield the faults of a text that Python's parser refuses.

    There is one fault, except that each merge conflict has its own.

    Args:
        error: the error of the parser.
        text: the whole text.
    """
    is_told = False
    for start in _conflicts(text):
        is_told = True
        yield _fault(_CONFLICT, start)
    if not is_told:
        yield _fault(*next(_slips(error, text)))


def foreign_form(text: str) -> Fault | None:
    """Return the fault that names another format; None if the text may be JSON.

    >>> foreign_form("<!DOCTYPE html>").message
    'it is an HTML page'
    """
    form = _form_of(text)
    return form and _fault(*form)


def conflict_fault() -> Fault:
    """Return the fault for a single line of conflict marks."""
    return _fault(_CONFLICT, 0)


def _form_of(text: str) -> tuple[_Slip, int] | None:
    """Return the slip for a text in another format, and where the text begins."""
    begins = len(text) - len(text.lstrip(_WHITE))
    start = text[begins : begins + _LOOKED_AT]
    if start[:1] in ("{", "["):
        return None
    return next(((slip, begins) for form, slip in _FORM if re.match(form, start)), None)


def _conflicts(text: str) -> Iterator[int]:
    """Yield the starts of conflicts, including those of which only the end is left."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    is_open = False
    for match in _LINE_OF_MARKS.finditer(text):
        if match[1][0] == "<" or not is_open:
            yield match.start()
        is_open = match[1][0] != ">"


def _slips(error: json.JSONDecodeError, text: str) -> Iterator[tuple[_Slip, int]]:
    """Yield possible errors and their positions; the first one is reported."""
    begun = (ours for theirs, ours in _SYNTAX.items() if error.msg.startswith(theirs))
    slip = next(begun, _NOT_JSON)
    pos = min(error.pos, len(text))
    at = len(text) - len(text[pos:].lstrip(_WHITE))
    if not text.strip():
        yield _EMPTY, 0
    if not text[:at].strip(_WHITE):
        form = _form_of(text)
        if form is not None:
            yield form
    is_cut_off = at == len(text) and slip != _OPEN_TEXT
    if slip in _EXACT and not is_cut_off:
        yield slip, pos
    yield from _slips_at(slip, at, text)
    yield _CUT_OFF if is_cut_off else slip, pos


def _slips_at(slip: _Slip, at: int, text: str) -> Iterator[tuple[_Slip, int]]:
    """Yield the possible errors suggested by the characters at a position."""
    before, here = text[:at].rstrip(_WHITE), text[at : at + 1]
    if here and is_unseen(here):
        message = f"there is an invisible character here: {name_character(here)}"
        yield _Slip(message, "Remove it, or replace it with a plain space."), at
    number = _BEGUN.search(text, max(at - _AROUND, 0), at)
    if number and _GOES_ON.match(here):
        yield _NUMBER, number.start()
    for begins, habit in (*_HABITS, *(_HABITS_OF_NUMBERS if slip == _VALUE else ())):
        if re.compile(begins).match(text, at):
            yield habit, at
    if here in ("}", "]") and before.endswith(","):
        yield _COMMA, len(before) - 1


def _fault(slip: _Slip, at: int) -> Fault:
    return Fault(
        path=(),
        code="CT002",
        message=slip.message,
        fix=slip.fix,
        spot=slice(at, at + 1),
    )
