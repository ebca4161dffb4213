"""Identify the desk that a check is for, and note in the summary if none is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import quote
from claimtrack.lint import missing_outlets
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.lint import Config, RuleSet
    from claimtrack.validation import Examination

__all__ = ["Desk"]

_OWN: Final = "own"
"""Grade of findings about the desk's own sources."""


@attrs.define
class Desk:
    """The desk named by the user, and the parts that no dossier has contained so far.

    Attributes:
        named: the names, aliases, ids or addresses that were given.
        missing: those that match no outlet of any dossier.
        has_unnamed: whether any dossier checked by rules has an unnamed source.
    """

    named: tuple[str, ...]
    missing: tuple[str, ...]
    has_unnamed: bool = False

    @classmethod
    def of(cls, named: Iterable[str]) -> Desk:
        """Return a desk that has not been searched for yet."""
        texts = tuple(dict.fromkeys(named))
        return cls(texts, texts)

    def look_in(self, examination: Examination) -> None:
        """Record which outlets of the desk a dossier contains."""
        if not self.has_unnamed and examination.is_valid and examination.head:
            self.has_unnamed = any(
                isinstance(each, Source) and each.kind == "unnamed"
                for each in examination.records
            )
        if self.missing:
            self.missing = missing_outlets(self.missing, examination.records)

    def note(self, rules: RuleSet, config: Config) -> str:
        """Return a line for the summary; empty if there is nothing to report.

        Without a desk, nothing is reported if no dossier has an unnamed source.

        Args:
            rules: the rules that were run.
            config: the configuration; a line about rules that it excludes would be
                noise.
        """
        taken = [each for each in rules.rules if config.selection.takes(each.code)]
        idle = [each.code for each in taken if each.needs_desk]
        is_graded = any(_OWN in dict(each.grades) for each in taken)
        is_fine = not self.missing if self.named else not self.has_unnamed
        if is_fine or not (idle or is_graded):
            return ""
        listed = " or ".join(map(quote, self.missing))
        if self.named != self.missing:
            return f"No dossier has an outlet {listed}, which was named as desk."
        what = f"No dossier has the desk {listed}" if listed else "No desk is named"
        hint = "" if listed else " (--desk NAME)"
        effects = ["unnamed sources are graded as relayed"] if is_graded else []
        if idle:
            *others, last = idle
            codes = f"{', '.join(others)} and {last}" if others else last
            effects.append(f"{codes} {'do' if others else 'does'} not run")
        return f"{what}{hint}: {', and '.join(effects)}."
