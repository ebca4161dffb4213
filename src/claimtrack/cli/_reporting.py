"""How commands print what was found, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.cli._output import echo, echo_utf_8
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

__all__ = ["FORMATS", "Report", "echo_findings"]

FORMATS: Final = ("text", "json", "ndjson", "github", "sarif")
"""Names of the formats that findings are printed in."""

_WHOLE: Final = ("json", "sarif")
"""Formats that are one JSON value, and so are printed when everything is found."""


@attrs.define
class Report:
    """Prints findings as they come, and counts them.

    Of a format that allows it nothing is kept, however many dossiers there are.

    Attributes:
        style: one of `FORMATS`.
        codes: what codes stand for.
        counts: how many findings there were of each severity.
    """

    style: str
    codes: Mapping[str, Code]
    counts: Counter[Severity] = attrs.Factory(Counter["Severity"])
    _kept: list[Finding] = attrs.Factory(list["Finding"])

    def add(
        self, findings: Iterable[Finding], examinations: Iterable[Examination] = ()
    ) -> None:
        """Print findings, or keep them for the end.

        Args:
            findings: what to print, in this order.
            examinations: where they come from, for the source lines of "text".
        """
        found = list(findings)
        self.counts.update(each.severity for each in found)
        if self.style in _WHOLE:
            self._kept += found
        elif found and self.style == "text":
            echo("\n".join(render_parts(found, examinations)))
        elif found and self.style == "github":
            echo_utf_8(f"{render_github(found, codes=self.codes)}\n")
        elif found:
            echo_utf_8(f"{render_ndjson(found)}\n")

    def close(self) -> None:
        """Print what comes at the end."""
        if self.style == "text":
            echo(summarise(self.counts))
        elif self.style == "json":
            echo_utf_8(f"{render_json(self._kept)}\n")
        elif self.style == "sarif":
            echo_utf_8(f"{render_sarif(self._kept, codes=self.codes)}\n")


def echo_findings(
    style: str, findings: Iterable[Finding], examinations: Iterable[Examination]
) -> None:
    """Print findings of checks that know no rules in one of the formats.

    Args:
        style: one of `FORMATS`.
        findings: what to print, in this order.
        examinations: where they come from, for the source lines of "text".
    """
    report = Report(style, CODES)
    report.add(findings, examinations)
    report.close()
