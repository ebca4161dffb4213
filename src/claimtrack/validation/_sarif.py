"""Render findings as SARIF 2.1.0, the format for results of code scanners."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from claimtrack._version import __version__
from claimtrack.findings import CODES
from claimtrack.validation._plain_json import to_plain_json
from claimtrack.validation._sentence import in_full

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.findings import Code, Finding, Location, Severity
    from claimtrack.schema import JsonValue

__all__ = ["render_sarif"]

VERSION: Final = "2.1.0"

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
"""URI of the schema of the format; it is never fetched."""

FINGERPRINTS: Final = ("claimtrack/v1", "primaryLocationLineHash")
"""Names of the fingerprints: our own, which changes if the method changes, and
GitHub's, the only one by which GitHub distinguishes alerts."""

_LEVELS: Final[dict[Severity, str]] = {
    "error": "error",
    "warning": "warning",
    "info": "note",
}
"""Severity → level."""


def render_sarif(
    findings: Sequence[Finding],
    *,
    codes: Mapping[str, Code] = CODES,
    hidden: Mapping[str, int] | None = None,
) -> str:
    """Return findings as a SARIF 2.1.0 log with one run.

    Files are named by URIs, which are relative if they were given that way: a reader
    looks for them from the top of its repository. Columns count code points. The log
    contains no source lines, and so no private values.

    Args:
        findings: the findings to show, in this order.
        codes: the definitions of codes; those of rules are in a `RuleSet`.
        hidden: how many of each code are not shown; a property of the run.

    Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0
    Plus Errata 01, section 3.

    >>> import json
    >>> json.loads(render_sarif(()))["runs"][0]["results"]
    []
    """
    found = sorted({each.code for each in findings})
    indices = {code: index for index, code in enumerate(found)}
    driver: JsonValue = {
        "name": "claimtrack",
        "version": __version__,
        "rules": [_rule(code, codes) for code in found],
    }
    run: JsonValue = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, indices[each.code]) for each in findings],
    }
    if hidden:
        run["properties"] = {"notShown": dict(hidden)}
    log: JsonValue = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return to_plain_json(log, indent=2)


def _rule(code: str, codes: Mapping[str, Code]) -> JsonValue:
    """Return the description of a code, given once for all its findings."""
    entry = codes.get(code)
    if entry is None:
        return {"id": code}
    return {
        "id": code,
        "name": entry.name,
        "shortDescription": _message(f"{entry.name.replace('-', ' ').capitalize()}."),
        "fullDescription": _message(entry.why),
        "help": _message(entry.fix),
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding, index: int) -> JsonValue:
    said = {
        "pointer": finding.pointer,
        "field": finding.field,
        "record": finding.record,
        "related": list(finding.related),
        "rule": finding.rule,
        "why": finding.why,
    }
    where = finding.location
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(in_full(finding)),
        **({} if where is None else {"locations": [_location(where)]}),
        "partialFingerprints": dict.fromkeys(FINGERPRINTS, finding.fingerprint),
        "properties": {key: value for key, value in said.items() if value},
    }


def _message(text: str) -> JsonValue:
    """Return a text as a message, with braces doubled: single ones are placeholders.

    Text from a file must not become a link either: "[see](elsewhere)".
    """
    plain = text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
    return {"text": plain}


def _location(where: Location) -> JsonValue:
    """Return the file, if it has a name, and the region in it."""
    if where.file is None:
        return {}
    named = {"artifactLocation": {"uri": _uri(where.file)}, "region": _region(where)}
    return {"physicalLocation": named}


def _region(where: Location) -> dict[str, JsonValue]:
    """Return the region; its end column is one after the last character, like ours."""
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.line,
        "endColumn": where.end,
    }


def _uri(file: str) -> str:
    """Return the name of a file as a URI reference (RFC 3986).

    A relative name stays relative; bytes that are not text are percent-encoded.
    """
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
