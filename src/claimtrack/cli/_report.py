"""Print the findings of commands, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.cli._output import echo, echo_utf_8, terminal_width
from claimtrack.findings import CODES, Code, Finding, Severity
from claimtrack.validation import (
    render_github,
    render_json,
    render_ndjson,
    render_parts,
    render_sarif,
    summarise,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.validation import Examination

__all__ = ["FORMATS", "MOST_IN_TEXT", "Report", "echo_findings"]

FORMATS: Final = ("text", "json", "ndjson", "github", "sarif")
"""Names of the formats for findings."""

MOST_IN_TEXT: Final = 1_000
"""Findings of one code that are shown to people by default."""

_WHOLE: Final = ("json", "sarif")
"""Formats that are one JSON value, and so are printed after all findings are known."""


@attrs.define
class Report:
    """Prints findings as they come, and counts them.

    If the format allows it, no findings are kept, however many dossiers there are.

    Attributes:
        style: one of `FORMATS`.
        codes: the definitions of codes.
        most: maximum number of findings printed for one code; all if None.
        counts: number of findings of each severity.
        hidden: number of findings of each code that were not printed.
    """

    style: str
    codes: Mapping[str, Code]
    most: int | None = None
    counts: Counter[Severity] = attrs.Factory(Counter["Severity"])
    hidden: Counter[str] = attrs.Factory(Counter[str])
    _shown: Counter[str] = attrs.Factory(Counter[str])
    _kept: list[Finding] = attrs.Factory(list["Finding"])

    def add(
        self, findings: Iterable[Finding], examinations: Iterable[Examination] = ()
    ) -> None:
        """Print findings, or keep them for the end.

        Args:
            findings: the findings to print, in this order.
            examinations: the results that they come from, for the source lines of
                "text".
        """
        found = [each for each in findings if self._is_shown(each)]
        if self.style in _WHOLE:
            self._kept += found
        elif found and self.style == "text":
            parts = render_parts(found, examinations, width=terminal_width())
            echo("\n".join(parts))
        elif found and self.style == "github":
            echo_utf_8(f"{render_github(found, codes=self.codes)}\n")
        elif found:
            echo_utf_8(f"{render_ndjson(found)}\n")

    def _is_shown(self, finding: Finding) -> bool:
        """Count a finding, and return whether it is printed."""
        self.counts[finding.severity] += 1
        if self.most is not None and self._shown[finding.code] >= self.most:
            self.hidden[finding.code] += 1
            return False
        self._shown[finding.code] += 1
        return True

    def close(self, note: str = "") -> None:
        """Print the end of the report.

        Args:
            note: a line for the summary of "text"; other formats leave it out.
        """
        hidden = dict(sorted(self.hidden.items()))
        if self.style == "text":
            for code, count in hidden.items():
                echo(_not_shown(code, count))
            if note:
                echo(note)
            echo(summarise(self.counts))
        elif self.style == "json":
            text = render_json(self._kept, counts=self.counts, hidden=hidden)
            echo_utf_8(f"{text}\n")
        elif self.style == "sarif":
            text = render_sarif(self._kept, codes=self.codes, hidden=hidden)
            echo_utf_8(f"{text}\n")
        elif hidden and self.style == "ndjson":
            echo_utf_8(f"{json.dumps({'not_shown': hidden})}\n")
        elif self.style == "github":
            for code, count in hidden.items():
                echo_utf_8(f"::notice title={code}::{_not_shown(code, count)}\n")


def _not_shown(code: str, count: int) -> str:
    """Return how many findings of a code were not printed, in words."""
    noun, verb = ("finding", "is") if count == 1 else ("findings", "are")
    return f"{count:,} more {noun} of {code} {verb} not shown (--max-findings)."


def echo_findings(
    style: str, findings: Iterable[Finding], examinations: Iterable[Examination]
) -> None:
    """Print findings of checks without rules in one of the formats.

    Args:
        style: one of `FORMATS`.
        findings: the findings to print, in this order.
        examinations: the results that they come from, for the source lines of "text".
    """
    report = Report(style, CODES)
    report.add(findings, examinations)
    report.close()
