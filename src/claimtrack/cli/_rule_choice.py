"""The rules of a check: options, the settings file, and modules of rules."""

from __future__ import annotations

import importlib
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, cast

import attrs
import click

from claimtrack._file_names import exists, is_file
from claimtrack.cli._inputs import UnusableInput, shown, unreadable
from claimtrack.findings import quote, suggest
from claimtrack.lint import (
    RULES,
    Notices,
    ReadConfig,
    Rule,
    RuleSet,
    collect_notices,
    load_config,
    read_config,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Code

__all__ = ["Choice", "gather_notices", "load_rules", "read_choice"]

_SETTINGS: Final = "pyproject.toml"

_NAME: Final = "RULES"
"""Default name of the rules in a module."""


@attrs.frozen(kw_only=True)
class Choice:
    """A command's options for rules.

    Attributes:
        modules: modules of additional rules.
        file: a settings file; None for the nearest pyproject.toml.
        preset: a preset; None for that of the settings.
        select: prefixes of codes, separated by commas.
        ignore: prefixes of codes, separated by commas.
        desk: outlets whose own sources are judged; if empty, those of the settings.
    """

    modules: tuple[str, ...] = ()
    file: Path | None = None
    preset: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    desk: tuple[str, ...] = ()


def read_choice(choice: Choice, rules: RuleSet) -> ReadConfig:
    """Return the configuration from options and settings.

    Raises:
        UnusableInput: when the settings file cannot be read.
        click.UsageError: if an option is empty or is not the prefix of any code.
    """
    codes = rules.codes()
    select = _prefixes(choice.select, codes)
    ignore = _prefixes(choice.ignore, codes)
    read = _read_settings(choice, rules)
    config = read.config.with_choice(select=select, ignore=ignore)
    if choice.desk:
        if not all(choice.desk):
            raise click.UsageError("--desk needs the name of an outlet.")
        settings = attrs.evolve(config.settings, desk=choice.desk)
        config = attrs.evolve(config, settings=settings)
    return attrs.evolve(read, config=config)


def _read_settings(choice: Choice, rules: RuleSet) -> ReadConfig:
    if choice.file is not None:
        found = _load(choice.file, rules, choice.preset)
        if found is None:
            message = f"there is no [tool.claimtrack.lint] in {shown(choice.file)}"
            raise UnusableInput(message)
        return found
    here = Path.cwd()
    for folder in (here, *here.parents):
        file = folder / _SETTINGS
        found = _load(file, rules, choice.preset) if is_file(file) else None
        if found is not None:
            return found
    return read_config({}, rules, preset=choice.preset)


def _load(file: Path, rules: RuleSet, preset: str | None) -> ReadConfig | None:
    try:
        return load_config(file, rules, preset=preset)
    except OSError as error:
        raise unreadable(file, error) from error
    except ValueError as error:
        message = f"cannot read {shown(file)}: {quote(str(error), 200)[1:-1]}"
        raise UnusableInput(message) from error


def _prefixes(options: Iterable[str], codes: dict[str, Code]) -> tuple[str, ...]:
    found = tuple(
        part.strip().upper() for option in options for part in option.split(",")
    )
    for prefix in found:
        if not prefix or not any(code.startswith(prefix) for code in codes):
            near = suggest(prefix, codes)
            hint = f' Did you mean "{near}"?' if near else ""
            message = f"no code begins with {quote(prefix)}. Codes look like CT013."
            raise click.UsageError(message + hint)
    return found


def load_rules(modules: Iterable[str]) -> RuleSet:
    """Return the built-in rules with those of modules.

    A module is given by its Python name or the path of its file, optionally followed by
    a colon and the name of its rules: ``desk.rules``, ``desk/rules.py:RULES``.

    Raises:
        UnusableInput: if there is no such module, or it contains no rules.
    """
    rules = RULES
    for each in modules:
        place, _, name = each.partition(":")
        found = _rules_in(getattr(_import(place), name or _NAME, None))
        if found is None:
            message = f"{name or _NAME} of {quote(place)} has no rules"
            raise UnusableInput(message)
        try:
            rules = rules.with_rules(*found)
        except ValueError as error:
            raise UnusableInput(f"{quote(place)}: {error}") from error
    return rules


def _rules_in(value: object) -> tuple[Rule, ...] | None:
    """Return the rules that a value of a module is or contains, if any."""
    if isinstance(value, Rule):
        return (value,)
    if isinstance(value, RuleSet):
        return value.rules
    listed = cast("Iterable[object]", value if isinstance(value, (tuple, list)) else ())
    found = tuple(each for each in listed if isinstance(each, Rule))
    return found or None


def _import(place: str) -> ModuleType:
    try:
        if not place.endswith(".py"):
            return importlib.import_module(place)
        loader = SourceFileLoader("claimtrack_rules", place)
        module = ModuleType(loader.name)
        module.__file__ = place
        loader.exec_module(module)
    except (ImportError, OSError, TypeError, ValueError) as error:
        message = f"there is no module of rules {quote(place)}"
        raise UnusableInput(message) from error
    return module


def gather_notices(paths: Iterable[Path]) -> Notices:
    """Return the notices of all files.

    A pipe can be read only once, and is left out: each of its dossiers only gets its
    own notices and those of the files.

    Raises:
        UnusableInput: when one cannot be read.
    """
    files = (each for each in paths if is_file(each) or not _is_pipe(each))
    return Notices.joined(_notices_of(each) for each in files)


def _is_pipe(path: Path) -> bool:
    return str(path) == "-" or exists(path)


def _notices_of(path: Path) -> Notices:
    try:
        return collect_notices(path)
    except OSError as error:
        raise unreadable(path, error) from error
