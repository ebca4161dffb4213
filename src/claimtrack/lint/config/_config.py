"""The config of a desk: a preset, and the desk's own choices on top."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import Severity
from claimtrack.lint.config._preset import load_preset
from claimtrack.lint.config._selection import Selection
from claimtrack.lint.config._settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.lint._rule import Rule

__all__ = ["Config"]


@attrs.frozen(kw_only=True)
class Config:
    """Which rules run, how severe they are, and their thresholds.

    Attributes:
        preset: the name of the preset that it is based on.
        selection: the codes that are reported.
        settings: the thresholds.
        severities: triples of code, grade (empty for the whole rule) and severity; if
            there are several for one code and grade, the last one applies.
        enabled: the codes of rules in preview that run although `settings.preview` is
            off.
        path_ignores: patterns for file names, each with the beginnings of codes that
            are not reported there.
    """

    preset: str = "default"
    selection: Selection = attrs.field(factory=Selection)
    settings: Settings = attrs.field(factory=Settings)
    severities: tuple[tuple[str, str, Severity], ...] = ()
    enabled: tuple[str, ...] = ()
    path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def from_preset(cls, name: str) -> Config:
        """Return the config of a preset.

        >>> Config.from_preset("ap").settings.must_know
        'manager'

        Raises:
            KeyError: if there is no such preset.
        """
        severities: list[tuple[str, str, Severity]] = []
        enabled: list[str] = []
        settings = Settings()
        for each in load_preset(name).settings:
            if each.name is not None:
                settings = attrs.evolve(settings, **{each.name: each.value})
            if each.rule is not None:
                for grade, severity in each.severities:
                    severities.append((each.rule, grade, severity))
                enabled += [each.rule] if each.is_enabled else []
        return cls(
            preset=name,
            settings=settings,
            severities=tuple(severities),
            enabled=tuple(enabled),
        )

    def runs(self, rule: Rule) -> bool:
        """Return whether a rule runs.

        It must be selected. A rule in preview must also be enabled, and a rule about
        the desk's own sources needs a desk.
        """
        if not self.selection.takes(rule.code):
            return False
        if rule.needs_desk and not self.settings.desk:
            return False
        if rule.scope == "preview" and not self.settings.preview:
            return rule.code in (*self.enabled, *self.selection.taken)
        return True

    def severity(self, code: str, grade: str, usual: Severity) -> Severity:
        """Return the severity of a finding.

        Args:
            code: its code.
            grade: its grade; empty if the rule has none.
            usual: its default severity.
        """
        found = usual
        for each, graded, severity in self.severities:
            if each == code and graded in ("", grade):
                found = severity
        return found

    def ignores(self, code: str, file: str | None) -> bool:
        """Return whether a code is not reported for a file.

        >>> config = Config(path_ignores=[("archive/*", ("CT106",))])
        >>> config.ignores("CT106", "archive/2019.claims.json")
        True
        """
        return code.startswith(self.ignored_in(file))

    def ignored_in(self, file: str | None) -> tuple[str, ...]:
        """Return the beginnings of codes that are not reported for a file."""
        if file is None:
            return ()
        name = file.replace("\\", "/")
        found = (
            each
            for pattern, codes in self.path_ignores
            if fnmatch.fnmatchcase(name, pattern)
            for each in codes
        )
        return tuple(dict.fromkeys(found))

    def with_choice(
        self, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
    ) -> Config:
        """Return the config with another selection of codes.

        Args:
            select: the beginnings of codes that replace the current selection; empty
                to keep it.
            ignore: the beginnings of further codes to leave out.
        """
        selection = Selection(
            tuple(select) or self.selection.taken,
            (*self.selection.left_out, *ignore),
        )
        return attrs.evolve(self, selection=selection)
