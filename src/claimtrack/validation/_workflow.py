"""Render findings as workflow commands, which GitHub shows as annotations on lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.findings import CODES, escape
from claimtrack.validation._sentence import in_full, title_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.findings import Code, Finding, Severity

__all__ = ["render_github"]

_COMMANDS: Final[dict[Severity, str]] = {
    "error": "error",
    "warning": "warning",
    "info": "notice",
}
"""Severity → workflow command of the annotation."""

_IN_TEXT: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""Characters that would end a command or begin another one → their escapes."""

_IN_PROPERTIES: Final = {**_IN_TEXT, ":": "%3A", ",": "%2C"}
"""The same, for properties, which come before the text."""


def render_github(
    findings: Sequence[Finding], *, codes: Mapping[str, Code] = CODES
) -> str:
    """Return findings as GitHub's workflow commands, one per line.

    If a workflow step prints them, each becomes an annotation on its line of the
    changed file. Text from a file can neither end a command nor begin one.

    Args:
        findings: the findings to show, in this order.
        codes: the definitions of codes; those of rules are in a `RuleSet`.

    Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a notice,
    warning or error message; the escapes are those of the `@actions/core` toolkit.

    >>> from claimtrack.findings import Finding
    >>> print(render_github([Finding.of("CT011", "name is missing", fix="Add it.")]))
    ... # doctest: +ELLIPSIS
    ::error title=CT011 missing-field::name is missing. Add it.%0AWhy: Without thi...
    """
    return "\n".join(_command(each, codes) for each in findings)


def _command(finding: Finding, codes: Mapping[str, Code]) -> str:
    properties: dict[str, str | int] = {}
    where = finding.location
    if where is not None and where.file is not None:
        # GitHub's last column is included; ours is the one after it.
        properties = {
            "file": where.file,
            "line": where.line,
            "endLine": where.line,
            "col": where.column,
            "endColumn": where.end - 1,
        }
    properties["title"] = title_of(finding, codes)
    listed = ",".join(
        f"{key}={_escaped(str(value), _IN_PROPERTIES)}"
        for key, value in properties.items()
    )
    why = f"\nWhy: {finding.why}" if finding.why else ""
    text = _escaped(f"{in_full(finding)}{why}", _IN_TEXT)
    return f"::{_COMMANDS[finding.severity]} {listed}::{text}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    """Return text that can neither end nor begin a command of any form."""
    return escape("".join(escapes.get(char, char) for char in text))
