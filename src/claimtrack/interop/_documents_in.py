"""Inputs of an import: values, text, bytes, files, HTML pages."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack._file_names import TEXT_READER, open_file
from claimtrack.findings import Finding, quote
from claimtrack.pages import read_linked_data, read_microdata
from claimtrack.schema import JsonValue
from claimtrack.validation import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.validation import Limits

__all__ = ["Given", "Input", "each_input", "open_input"]

Input: TypeAlias = "JsonValue | str | bytes | Path"
"""A JSON value, the text or bytes of JSON or of an HTML page, or a file of these."""

LINES: Final = (".jsonl", ".ndjson")
"""Suffixes of files that have a document on each line."""

_DIGITS: Final = 400
"""Digits up to which a whole number is read as one."""


@attrs.frozen
class Given:
    """A document that was opened.

    Attributes:
        value: the document as JSON; for a page, the list of its scripts and items.
        findings: findings about anything that could not be read.
        is_page: whether it is an HTML page.
    """

    value: JsonValue
    findings: tuple[Finding, ...] = ()
    is_page: bool = False


def each_input(given: Iterable[Input]) -> Iterator[Input]:
    """Yield the documents of several inputs; files may have one document per line.

    Raises:
        OSError: when a file cannot be read.
    """
    for each in given:
        if isinstance(each, Path) and each.suffix.lower() in LINES:
            with open_file(each, TEXT_READER) as lines:
                yield from (line for line in lines if line.strip())
        else:
            yield each


def open_input(given: Input, *, base: str = "", limits: Limits = LIMITS) -> Given:
    """Return a document as JSON, in whatever form it was given.

    Raises:
        OSError: when a file cannot be read.
        MissingExtra: for an HTML page, if the extra `html` is not installed.
    """
    data = given
    if isinstance(data, Path):
        with open_file(data, TEXT_READER) as file:
            size = os.fstat(file.fileno()).st_size
            if size > limits.dossier:
                message = f"the file has {size} bytes, more than {limits.dossier}"
                return _unread(message, None)
            data = file.read()
    if not isinstance(data, (str, bytes)):
        return Given(data)
    text, findings = _decode(data) if isinstance(data, bytes) else (data, [])
    text = text.removeprefix("\ufeff")
    if text.lstrip().startswith("<"):
        return _open_page(text, base, findings)
    value, found = _parse(text)
    return Given(value, (*findings, *found))


def _decode(data: bytes) -> tuple[str, list[Finding]]:
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        message = "the text is not UTF-8; what could not be decoded is lost"
        return data.decode("utf-8", "replace"), [Finding.of("CT736", message)]


def _open_page(text: str, base: str, findings: list[Finding]) -> Given:
    """Return the contents of a page: each JSON-LD script, then each item."""
    values: list[JsonValue] = []
    for number, script in enumerate(read_linked_data(text)):
        value, found = _parse(script)
        findings += [attrs.evolve(each, pointer=f"/{number}") for each in found]
        values.append(value)
    values += read_microdata(text, base=base)
    return Given(values, tuple(findings), is_page=True)


def _parse(text: str) -> tuple[JsonValue, list[Finding]]:
    """Return the value of a JSON text; if it is not JSON, the text itself."""
    doubled: list[str] = []

    def unite(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
        made: dict[str, JsonValue] = {}
        for key, value in pairs:
            name, number = key, 1
            while name in made:
                number += 1
                name = f"{key}#{number}"
            if number > 1:
                doubled.append(key)
            made[name] = value
        return made

    try:
        value = json.loads(
            text, strict=False, object_pairs_hook=unite, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        message = f"the text is not JSON: {error.msg} in line {error.lineno}"
        return text, [Finding.of("CT721", message)]
    except RecursionError:
        message = "the JSON is nested too deeply to be read; it is kept as text"
        return text, [Finding.of("CT721", message)]
    messages = (
        f"the key {quote(each)} appears twice in an object; the second is kept as "
        f"{quote(each + '#2')}"
        for each in dict.fromkeys(doubled)
    )
    return value, [Finding.of("CT743", each) for each in messages]


def _integer(digits: str) -> int | str:
    """Return a whole number; as written if Python refuses to read it."""
    return int(digits) if len(digits) <= _DIGITS else digits


def _unread(message: str, value: JsonValue) -> Given:
    return Given(value, (Finding.of("CT721", message),))
