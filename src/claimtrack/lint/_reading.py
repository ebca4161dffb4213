"""Read what a desk asks for: ``[tool.claimtrack.lint]``, or a file of its own."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import SEVERITIES, Finding, Location, clip, quote, suggest
from claimtrack.lint._config import Config
from claimtrack.lint._preset import PRESETS
from claimtrack.lint._ruleset import RuleSet
from claimtrack.lint._selection import Selection, reaches
from claimtrack.lint._settings import Settings
from claimtrack.schema import JsonValue, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.findings import Severity

__all__ = ["ReadConfig", "load_config", "read_config"]

LARGEST: Final = 1_048_576
"""Bytes that a file of settings may have."""

_TABLE: Final = ("tool", "claimtrack", "lint")
"""Where the settings stand in pyproject.toml."""

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
"""Every setting there is."""


@attrs.frozen
class ReadConfig:
    """A config, and what is wrong with what it was read from.

    Attributes:
        config: what could be understood.
        findings: the rest; errors all of them.
    """

    config: Config
    findings: tuple[Finding, ...]


def load_config(
    path: Path, rules: RuleSet, *, preset: str | None = None
) -> ReadConfig | None:
    """Return the config that a TOML file holds; None where it has no such table.

    The settings stand in ``[tool.claimtrack.lint]``. A file that is not called
    pyproject.toml may have them at its top.

    Args:
        path: of the file.
        rules: the rules whose codes it may name.
        preset: takes the place of the preset that the table names.

    Raises:
        OSError: when the file cannot be read.
        ValueError: when it is no TOML, or too large.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST} bytes")
    text = data.decode("utf-8")
    try:
        table: JsonValue = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    inner = table
    for step in _TABLE:
        inner = inner.get(step) if is_object(inner) else None
    if inner is not None:
        table = inner
    elif path.name == "pyproject.toml":
        return None
    read = read_config(table, rules, preset=preset)
    found = (_placed(each, text, str(path)) for each in read.findings)
    return attrs.evolve(read, findings=tuple(found))


def read_config(
    table: JsonValue, rules: RuleSet, *, preset: str | None = None
) -> ReadConfig:
    """Return the config that a table of settings says.

    A setting or a code that there is not is a finding, with what was probably meant;
    what is wrong has no effect.

    Args:
        table: the settings, as TOML has them.
        rules: the rules whose codes it may name.
        preset: takes the place of the preset that the table names.

    >>> from claimtrack.lint import RULES
    >>> read = read_config({"preset": "ap", "min_unnmed": 3}, RULES)
    >>> read.config.preset, [each.message for each in read.findings]
    ('ap', ['"min_unnmed" is not a setting. Did you mean "min_unnamed"?'])
    """
    reader = _Reader(rules)
    if not is_object(table):
        reader.refuse("CT010", (), f"{quote(table)} is not a table", "Give a table.")
        return ReadConfig(Config(), tuple(reader.findings))
    for key in table:
        if key not in _KEYS:
            hint = _hint(key, _KEYS)
            message = f"{quote(key)} is not a setting.{hint}"
            reader.refuse("CT012", (key,), message, f"one of: {', '.join(_KEYS)}")
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
    """Reads settings, and keeps what is wrong with them.

    Attributes:
        rules: the rules whose codes may be named.
        findings: what is wrong.
    """

    rules: RuleSet
    findings: list[Finding] = attrs.Factory(list[Finding])

    def refuse(self, code: str, path: tuple[str, ...], message: str, fix: str) -> None:
        """Keep what is wrong at a path of the table."""
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
        """Return the name of a preset, the default where there is none of it."""
        if name in PRESETS:
            return str(name)
        hint = _hint(name, PRESETS)
        message = f"{quote(name)} is not a preset.{hint}"
        self.refuse("CT013", ("preset",), message, f"one of: {', '.join(PRESETS)}")
        return "default"

    def codes(
        self, table: dict[str, JsonValue], path: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the beginnings of codes that stand in a list."""
        values = table.get(path[-1], [])
        if not is_array(values):
            message = f"{quote(values)} is not a list"
            self.refuse("CT010", path, message, 'Write a list: ["CT1", "CT201"].')
            return ()
        known = self.rules.codes()
        return tuple(each for each in values if self._is_code(each, known, path))

    def _is_code(
        self, value: JsonValue, known: Iterable[str], path: tuple[str, ...]
    ) -> bool:
        if isinstance(value, str) and reaches(value, known):
            return True
        hint = _hint(value, known)
        message = f"no code begins with {quote(value)}.{hint}"
        self.refuse("CT013", path, message, "Codes look like CT201.")
        return False

    def thresholds(self, table: dict[str, JsonValue], usual: Settings) -> Settings:
        """Return the settings with those thresholds that the table gives."""
        settings = usual
        for name in _THRESHOLDS:
            if name in table:
                try:
                    settings = attrs.evolve(settings, **{name: table[name]})
                except InvalidRecord as error:
                    self.refuse(error.code, (name,), error.problem, error.fix)
        return settings

    def severities(self, table: JsonValue) -> Iterator[tuple[str, str, Severity]]:
        """Yield code, grade and severity of what a table says."""
        path = ("severities",)
        if not is_object(table):
            fix = 'Write a table: CT201 = "warning".'
            self.refuse("CT010", path, f"{quote(table)} is not a table", fix)
            return
        known = self.rules.codes()
        for code, value in table.items():
            if code not in known:
                message = f"there is no code {quote(code)}.{_hint(code, known)}"
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
            message = f"{code} has no grade {quote(grade)}.{_hint(grade, grades)}"
            fix = f"one of: {', '.join(grades)}" if grades else "Give one severity."
            self.refuse("CT013", (*path, grade), message, fix)
            return False
        if severity not in SEVERITIES:
            message = (
                f"{quote(severity)} is not a severity.{_hint(severity, SEVERITIES)}"
            )
            self.refuse("CT013", path, message, f"one of: {', '.join(SEVERITIES)}")
            return False
        return True

    def ignores(self, table: JsonValue) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the patterns of a table, and the codes that are not reported there."""
        path = ("per-path-ignores",)
        if not is_object(table):
            fix = 'Write a table: "archive/*" = ["CT106"].'
            self.refuse("CT010", path, f"{quote(table)} is not a table", fix)
            return
        for pattern in table:
            yield pattern, self.codes(table, (*path, pattern))


def _hint(value: JsonValue, words: Iterable[str]) -> str:
    near = suggest(value, words) if isinstance(value, str) else None
    return f' Did you mean "{near}"?' if near else ""


def _placed(finding: Finding, text: str, file: str) -> Finding:
    """Return a finding with the line on which its setting stands.

    TOML is read without places, so the line is the first that has the name as a key.
    """
    name = re.escape(finding.pointer.rsplit("/", 1)[-1])
    match = re.search(rf'^[^\S\n]*"?({name})"?[^\S\n]*=', text, re.MULTILINE)
    start = match.start(1) if match else 0
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    width = len(match[1]) if match else 1
    place = Location(file=file, line=line, column=column, end=column + width)
    return attrs.evolve(finding, location=place)
