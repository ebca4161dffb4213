"""Read the config of a desk, from ``[tool.claimtrack.lint]`` or its own file."""

from __future__ import annotations

import bisect
import re
import tomllib
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack._file_names import open_file
from claimtrack.errors import InvalidRecord
from claimtrack.findings import SEVERITIES, Finding, Location, clip, quote, suggest
from claimtrack.lint.config._config import Config
from claimtrack.lint.config._preset import PRESETS
from claimtrack.lint.config._selection import Selection, reaches
from claimtrack.lint.config._settings import Settings
from claimtrack.schema import JsonValue, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.findings import Severity
    from claimtrack.lint._ruleset import RuleSet  # noqa: TC004  for checkers alone

__all__ = ["ReadConfig", "load_config", "read_config"]

LARGEST: Final = 1_048_576
"""The greatest size of a settings file, in bytes."""

HINTED: Final = 100
"""Most mistakes for which a suggestion is looked up."""

_KEY: Final = re.compile(
    r"""^[^\S\n]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'=#\[]+))[^\S\n]*=""", re.MULTILINE
)
"""Matches the key in a line of TOML, if it is a plain key."""

_TABLE: Final = ("tool", "claimtrack", "lint")
"""The table of the settings in pyproject.toml."""

_THRESHOLDS: Final = tuple(field.name for field in attrs.fields(Settings))
_KEYS: Final = (
    "preset",
    "select",
    "ignore",
    "enable",
    "severities",
    "per-path-ignores",
    *_THRESHOLDS,
)
"""The names of all settings."""


@attrs.frozen
class ReadConfig:
    """A config, and the mistakes in the settings from which it was read.

    Attributes:
        config: the config from the valid settings.
        findings: the mistakes, all of them errors.
    """

    config: Config
    findings: tuple[Finding, ...]


def load_config(
    path: Path, rules: RuleSet, *, preset: str | None = None
) -> ReadConfig | None:
    """Return the config in a TOML file; None if the file does not have the table.

    The settings are in ``[tool.claimtrack.lint]``. A file that is not called
    pyproject.toml may have them at the top level.

    Args:
        path: the path of the file.
        rules: the rules whose codes it may use.
        preset: a preset that replaces the one in the table.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it is not TOML, or is too large.
    """
    with open_file(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST} bytes")
    text = data.decode("utf-8")
    try:
        table: JsonValue = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    inner = table
    for step in _TABLE:
        inner = inner.get(step) if is_object(inner) else None
    if inner is not None:
        table = inner
    elif path.name == "pyproject.toml":
        return None
    read = read_config(table, rules, preset=preset)
    keys = _Keys.of(text, str(path))
    found = (attrs.evolve(e, location=keys.location(e)) for e in read.findings)
    return attrs.evolve(read, findings=tuple(found))


def read_config(
    table: JsonValue, rules: RuleSet, *, preset: str | None = None
) -> ReadConfig:
    """Return the config in a table of settings.

    Unknown settings and codes are reported with a suggestion. Invalid settings have no
    effect.

    Args:
        table: the settings, as parsed from TOML.
        rules: the rules whose codes it may use.
        preset: a preset that replaces the one in the table.

    >>> from claimtrack.lint import RULES
    >>> read = read_config({"preset": "ap", "min_unnmed": 3}, RULES)
    >>> read.config.preset, [each.message for each in read.findings]
    ('ap', ['"min_unnmed" is not a setting. Did you mean "min_unnamed"?'])
    """
    reader = _Reader(rules)
    if not is_object(table):
        reader.refuse("CT010", (), f"{quote(table)} is not a table", "Use a table.")
        return ReadConfig(Config(), tuple(reader.findings))
    for key in table:
        if key not in _KEYS:
            message = f"{quote(key)} is not a setting.{reader.hint(key, _KEYS)}"
            reader.refuse("CT012", (key,), message, f"Use one of: {', '.join(_KEYS)}.")
    named = table.get("preset", "default") if preset is None else preset
    config = Config.from_preset(reader.preset(named))
    severities = tuple(reader.severities(table.get("severities", {})))
    made = attrs.evolve(
        config,
        selection=Selection(
            reader.codes(table, ("select",)), reader.codes(table, ("ignore",))
        ),
        settings=reader.thresholds(table, config.settings),
        severities=config.severities + severities,
        enabled=(*config.enabled, *reader.codes(table, ("enable",))),
        path_ignores=tuple(reader.ignores(table.get("per-path-ignores", {}))),
    )
    return ReadConfig(made, tuple(reader.findings))


@attrs.define
class _Reader:
    """Reads settings and collects the mistakes in them.

    Attributes:
        rules: the rules whose codes may be used.
        findings: the mistakes.
    """

    rules: RuleSet
    findings: list[Finding] = attrs.Factory(list[Finding])

    def hint(self, value: JsonValue, words: Iterable[str]) -> str:
        """Return what was probably meant, as long as there are few mistakes.

        Looking for a suggestion takes much longer than everything else.
        """
        if not isinstance(value, str) or len(self.findings) >= HINTED:
            return ""
        near = suggest(value, words)
        return f' Did you mean "{near}"?' if near else ""

    def refuse(self, code: str, path: tuple[str, ...], message: str, fix: str) -> None:
        """Add a finding for a path in the table."""
        made = Finding.of(
            code,
            message,
            fix=fix,
            pointer="".join(f"/{step}" for step in (*_TABLE, *path)),
            field=clip(".".join(("lint", *path))),
            rule="claimtrack.lint",
        )
        self.findings.append(made)

    def preset(self, name: JsonValue) -> str:
        """Return the name of a preset, or the default if there is no such preset."""
        if name in PRESETS:
            return str(name)
        hint = self.hint(name, PRESETS)
        message = f"{quote(name)} is not a preset.{hint}"
        self.refuse("CT013", ("preset",), message, f"Use one of: {', '.join(PRESETS)}.")
        return "default"

    def codes(
        self, table: dict[str, JsonValue], path: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the beginnings of codes in a list."""
        values = table.get(path[-1], [])
        if not is_array(values):
            message = f"{quote(values)} is not a list"
            self.refuse("CT010", path, message, 'Write a list: ["CT1", "CT201"].')
            return ()
        known = self.rules.codes()
        found = (each for each in values if self._is_code(each, known, path))
        return tuple(dict.fromkeys(found))

    def _is_code(
        self, value: JsonValue, known: Iterable[str], path: tuple[str, ...]
    ) -> bool:
        if isinstance(value, str) and reaches(value, known):
            return True
        hint = self.hint(value, known)
        message = f"no code begins with {quote(value)}.{hint}"
        self.refuse("CT013", path, message, "Codes look like CT201.")
        return False

    def thresholds(self, table: dict[str, JsonValue], usual: Settings) -> Settings:
        """Return the settings, with the thresholds from the table."""
        settings = usual
        for name in _THRESHOLDS:
            if name in table:
                try:
                    settings = attrs.evolve(settings, **{name: table[name]})
                except InvalidRecord as error:
                    self.refuse(error.code, (name,), error.problem, error.fix)
        return settings

    def severities(self, table: JsonValue) -> Iterator[tuple[str, str, Severity]]:
        """Yield the code, grade and severity of each entry of a table."""
        path = ("severities",)
        if not is_object(table):
            fix = 'Write a table: CT201 = "warning".'
            self.refuse("CT010", path, f"{quote(table)} is not a table", fix)
            return
        known = self.rules.codes()
        for code, value in table.items():
            if code not in known:
                message = f"there is no code {quote(code)}.{self.hint(code, known)}"
                self.refuse("CT013", (*path, code), message, "Codes look like CT201.")
                continue
            graded = value if is_object(value) else {"": value}
            for grade, severity in graded.items():
                if self._is_graded(code, grade, severity):
                    yield code, grade, cast("Severity", severity)

    def _is_graded(self, code: str, grade: str, severity: JsonValue) -> bool:
        rule = self.rules.get(code)
        grades = [name for name, _ in rule.grades] if rule else []
        path = ("severities", code)
        if grade and grade not in grades:
            message = f"{code} has no grade {quote(grade)}.{self.hint(grade, grades)}"
            fix = f"Use one of: {', '.join(grades)}." if grades else "Use one severity."
            self.refuse("CT013", (*path, grade), message, fix)
            return False
        if severity not in SEVERITIES:
            hint = self.hint(severity, SEVERITIES)
            message = f"{quote(severity)} is not a severity.{hint}"
            self.refuse("CT013", path, message, f"Use one of: {', '.join(SEVERITIES)}.")
            return False
        return True

    def ignores(self, table: JsonValue) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the patterns of a table, each with the codes not reported there."""
        path = ("per-path-ignores",)
        if not is_object(table):
            fix = 'Write a table: "archive/*" = ["CT106"].'
            self.refuse("CT010", path, f"{quote(table)} is not a table", fix)
            return
        for pattern in table:
            yield pattern, self.codes(table, (*path, pattern))


@attrs.frozen
class _Keys:
    """The places of keys in a TOML text, as the TOML parser does not report them.

    Attributes:
        file: the name of the file.
        starts: the offset of each line.
        places: the name of a key → the place of the first key with that name.
    """

    file: str
    starts: list[int]
    places: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, text: str, file: str) -> _Keys:
        """Return the keys of a text; linear in its length."""
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
        places: dict[str, tuple[int, int]] = {}
        for match in _KEY.finditer(text):
            group = match.lastindex or 0
            places.setdefault(match[group], match.span(group))
        return cls(file, starts, places)

    def location(self, finding: Finding) -> Location:
        """Return the place of the setting that a finding is about, or the first."""
        name = finding.pointer.rsplit("/", 1)[-1]
        start, end = self.places.get(name, (0, 1))
        line = bisect.bisect_right(self.starts, start)
        column = start - self.starts[line - 1] + 1
        width = end - start
        return Location(file=self.file, line=line, column=column, end=column + width)
