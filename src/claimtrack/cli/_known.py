"""The baseline of a command: known findings are not reported again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack._writer import COMPRESSED
from claimtrack.cli._inputs import UnusableInput, shown, unreadable, write_output
from claimtrack.cli._output import echo
from claimtrack.findings import Finding
from claimtrack.lint import Baseline, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.lint import Selection

__all__ = ["Known", "open_baseline"]

_SHOWN: Final = 10
"""Maximum number of listed findings that no longer occur."""


@attrs.define
class Known:
    """Known findings, and findings for a new baseline.

    Attributes:
        path: path of the baseline; None if there is none.
        tally: known findings that have not occurred yet.
        coming: findings for the baseline to be written; None if none is written.
    """

    path: Path | None
    tally: Tally
    coming: list[Finding] | None

    def new_among(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings to report; none if they are written to a new baseline."""
        if self.coming is not None:
            self.coming += findings
            return []
        return self.tally.new_among(findings)

    def checked(self, file: str) -> None:
        """Record that a file has been checked."""
        self.tally.checked(file)

    def close(self, selection: Selection) -> None:
        """Write the baseline, or report which of its findings no longer occur.

        Args:
            selection: the selected codes; findings of other codes are ignored.

        Raises:
            UnusableInput: when it cannot be written.
        """
        if self.path is not None and self.coming is not None:
            made = Baseline.of(self.coming, self.path.parent)
            write_output(self.path, made.dumps())
            count = len(self.coming)
            noun = "finding" if count == 1 else "findings"
            echo(f"{count} {noun} in {shown(self.path)}", err=True)
            return
        gone = [each for each in self.tally.gone() if selection.takes(each.code)]
        for each in gone[:_SHOWN]:
            echo(f"gone: {shown(str(each))}", err=True)
        if len(gone) > _SHOWN:
            echo(f"gone: {len(gone) - _SHOWN} more", err=True)
        if gone:
            echo("Update the baseline with --write-baseline.", err=True)


def open_baseline(path: Path | None, *, is_written: bool) -> Known:
    """Return the findings that are known when a command begins.

    Args:
        path: path of the baseline; None if there is none.
        is_written: whether to write a new one and ignore the old contents.

    Raises:
        click.UsageError: if one is to be written but no path is given.
        UnusableInput: when it cannot be read, or is not a baseline.
    """
    if path is not None and path.suffix.lower() == COMPRESSED:
        message = f"a baseline cannot be compressed, as {shown(path)} would be"
        raise UnusableInput(message)
    if path is None or is_written:
        if path is None and is_written:
            raise click.UsageError("--write-baseline needs --baseline FILE.")
        folder = Path() if path is None else path.parent
        return Known(path, Baseline({}).tally(folder), [] if is_written else None)
    try:
        return Known(path, Baseline.load(path).tally(path.parent), None)
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        message = f"{shown(path)} is not a baseline: {error}"
        raise UnusableInput(message) from error
