"""Which codes a command reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import click

from claimtrack.findings import CODES, quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Finding

__all__ = ["Selection"]


@attrs.frozen
class Selection:
    """Codes, or beginnings of codes, that are taken and that are left out.

    Attributes:
        taken: beginnings of codes; empty for all.
        left_out: beginnings of codes; a longer one here or there goes before.
    """

    taken: tuple[str, ...]
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> Selection:
        """Return the selection that the options describe: "CT0,CT7" or repeated.

        Raises:
            click.UsageError: for what is the beginning of no code.
        """
        return cls(_prefixes(select), _prefixes(ignore))

    def takes(self, finding: Finding) -> bool:
        """Return whether a finding is reported."""
        asked = _reach(finding.code, self.taken) if self.taken else 0
        return asked >= 0 and asked > _reach(finding.code, self.left_out)


def _reach(code: str, prefixes: tuple[str, ...]) -> int:
    """Return the length of the longest prefix of `code`, -1 if there is none."""
    return max((len(each) for each in prefixes if code.startswith(each)), default=-1)


def _prefixes(options: Iterable[str]) -> tuple[str, ...]:
    found = tuple(
        part.strip().upper() for option in options for part in option.split(",")
    )
    for prefix in found:
        if not prefix or not any(code.startswith(prefix) for code in CODES):
            message = f"no code begins with {quote(prefix)}. Codes look like CT013."
            raise click.UsageError(message)
    return found
