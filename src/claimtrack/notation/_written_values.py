"""Write single values so that they are read back unchanged."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, Literal

from claimtrack.notation._field_lines import is_iri
from claimtrack.notation._sheet_words import HEAD, KINDS, WORDS
from claimtrack.notation._signs import is_blank, trimmed
from claimtrack.notation._statements import first_word
from claimtrack.schema import thaw

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Record
    from claimtrack.when import When

__all__ = [
    "is_plain_name",
    "is_slug",
    "write_common",
    "write_date",
    "write_json",
    "write_name",
    "write_quote",
    "write_text",
    "write_texts",
]

_NAME: Final = re.compile(r"[^\W_](?:[\w'’.&/-]| (?=[\w&]))*")
_SLUG: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_EDTF: Final = re.compile(r"\d[\dXTZ:./~?%+-]*")
_WORDS: Final = re.compile(r"[^\W\d_][\w -]*")
_LABELLED: Final = re.compile(r"[\w-]+\s*[:：]")
_TAKEN: Final = frozenset(
    {"by", "or", "none", "here", "count", "role", "of", "with", "also", "in", "on"}
    | {"relations", "unless", "same"}
    | HEAD
    | WORDS
    | set(KINDS["document"])
)
"""First words that a bare name may not have, because they mean something else."""


def write_json(text: str) -> str:
    """Return a text in straight quotes, on one line."""
    return json.dumps(text, ensure_ascii=not _is_printable(text))


def _is_printable(text: str) -> bool:
    return not any("\x7f" <= each <= "\x9f" for each in text)


def write_quote(text: str) -> str:
    """Return a text as a quote: in curly quotes if it contains none.

    >>> write_quote("told"), write_quote("a “b”")
    ('“told”', '"a “b”"')
    """
    is_plain = "“" not in text and "”" not in text and _fits_a_line(text)
    return f"“{text}”" if is_plain else write_json(text)


def _fits_a_line(text: str) -> bool:
    return (
        "\n" not in text
        and "\r" not in text
        and trimmed(text, 0, len(text)) == (0, len(text))
        and text != ""
    )


def is_plain_name(name: str) -> bool:
    """Return whether a name is read back unchanged in every place for names."""
    if _NAME.fullmatch(name) is None or " or " in name or name.endswith("."):
        return False
    if "’" in name and not re.fullmatch(r"(?:[^’]|(?<=\w)’(?=\w))*", name):
        return False
    return first_word(name) not in _TAKEN and "..." not in name


def write_name(name: str) -> str:
    """Return a name, in straight quotes if it would be read as something else."""
    return name if is_plain_name(name) else write_json(name)


def is_slug(key: str) -> bool:
    """Return whether an id can be written without brackets."""
    return _SLUG.fullmatch(key) is not None and first_word(key) not in _TAKEN


def write_text(
    text: str, *, indent: str, before: Literal["claim", "document", "field"] = "field"
) -> str:
    """Return text that fills the rest of a line; further lines begin with a bar.

    Args:
        text: the text.
        indent: white space before further lines.
        before: where it is used: a claim has kinds and dates, a document addresses.
    """
    lines = text.split("\n")
    is_plain = (
        all(each and trimmed(each, 0, len(each)) == (0, len(each)) for each in lines)
        and "\r" not in text
        and text[:1] not in ('"', "[", "|")
        and not (before == "document" and is_iri(text))
    )
    if is_plain and before == "claim":
        is_plain = not (
            first_word(text) in KINDS["claim"]
            or _LABELLED.match(text)
            or text.endswith("}")
            or "{" in text[text.rfind("}") + 1 :]
        )
    return f"\n{indent}| ".join(lines) if is_plain else write_json(text)


def write_date(when: When, refer: Callable[[str], str]) -> str:
    """Return a date: as bare EDTF if possible, and otherwise in braces.

    Args:
        when: the date.
        refer: returns how to refer to the document that it counts from.
    """
    parts: list[str] = []
    if when.edtf is not None:
        if when.text is None and when.relative_to is None:
            is_bare = _EDTF.fullmatch(when.edtf) is not None
            return when.edtf if is_bare else f"{{{when.edtf}}}"
        parts.append(when.edtf)
        if when.text is not None:
            parts.append(write_quote(when.text))
    else:
        text = when.text or ""
        is_bare = (
            _WORDS.fullmatch(text) is not None
            and " from" not in text
            and not text.startswith(("from", "X", "Y"))
            and not is_blank(text[-1])
        )
        parts.append(text if is_bare else write_json(text))
    if when.relative_to is not None:
        parts.append(f"from {refer(when.relative_to)}")
    return f"{{{' '.join(parts)}}}"


def write_texts(record: Record, names: tuple[str, ...], indent: str) -> list[str]:
    """Return the lines of those of the text fields `names` that a record has set."""
    return [
        f"{indent}{name}: {write_text(value, indent=f'{indent}  ')}"
        for name in names
        for value in [getattr(record, name)]
        if value is not None
    ]


def write_common(record: Record, indent: str) -> list[str]:
    """Return the lines of the fields that every record can have."""
    lines = write_texts(record, ("note",), indent)
    if record.ext:
        lines.append(f"{indent}ext: {json.dumps(thaw(record.ext), ensure_ascii=False)}")
    return lines
