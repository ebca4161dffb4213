"""Presets: our readings of newsrooms' published rules, as data files."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Final

import attrs

from claimtrack.findings import Severity
from claimtrack.schema import JsonValue, is_object

__all__ = ["PRESETS", "Preset", "Setting", "load_preset"]

PRESETS: Final = ("default", "ap", "bbc", "ifcn", "reuters")
"""The names of all presets."""


@attrs.frozen(kw_only=True)
class Setting:
    """One difference from the default, and the authority for it.

    Attributes:
        authority: a key of `AUTHORITIES`.
        rule: the code of the rule that it is about; None for a threshold.
        severities: grade → severity; the grade is empty for the whole rule.
        is_enabled: whether it enables a rule in preview.
        name: the name of the threshold.
        value: the value of the threshold.
    """

    authority: str
    rule: str | None = None
    severities: tuple[tuple[str, Severity], ...] = ()
    is_enabled: bool = False
    name: str | None = None
    value: JsonValue = None


@attrs.frozen(kw_only=True)
class Preset:
    """Our reading of what a newsroom asks for beyond the default.

    Attributes:
        name: the name by which it is selected.
        title: the newsroom or the rules that were read.
        settings: the differences from the default.
    """

    name: str
    title: str
    settings: tuple[Setting, ...]


@functools.cache
def load_preset(name: str) -> Preset:
    """Return a preset.

    >>> [each.rule for each in load_preset("ifcn").settings]
    ['CT106', 'CT203']

    Raises:
        KeyError: if the name is not in `PRESETS`.
    """
    if name not in PRESETS:
        raise KeyError(name)
    file = resources.files("claimtrack.lint.config") / "presets" / f"{name}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    settings = tuple(_setting(each) for each in data.get("settings", []))
    return Preset(name=name, title=data["title"], settings=settings)


def _setting(entry: dict[str, JsonValue]) -> Setting:
    severity = entry.get("severity", {})
    graded: dict[str, Severity] = severity if is_object(severity) else {"": severity}
    return Setting(
        authority=entry["authority"],
        rule=entry.get("rule"),
        severities=tuple(graded.items()),
        is_enabled=entry.get("enabled", False),
        name=entry.get("name"),
        value=entry.get("value"),
    )
