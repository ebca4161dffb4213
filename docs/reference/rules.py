"""What the reference pages say about newsroom rules. `generate.py` writes them."""

from __future__ import annotations

import inspect
import json
import re
import textwrap
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.cli import explanation_of_rule
from claimtrack.lint import AUTHORITIES, PRESETS, RULES, Settings, load_preset

WIDTH: Final = 88
"""Characters of a line of an entry."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint import Rule

FAMILIES: Final = {
    "attribution": (
        "CT1",
        "Attribution",
        "on whose word each claim rests, and whether readers can follow it",
    ),
    "sourcing": (
        "CT2",
        "Sourcing",
        "how many origins there are, how unnamed sources are used, and fairness",
    ),
    "time": ("CT3", "Time", "possible dates, and material that is old or gone"),
    "confidence": (
        "CT401,CT402,CT403,CT404",
        "Confidence",
        "grades of the right thing, with a basis, and no higher than the chain allows",
    ),
    "wording": ("CT407,CT5", "Wording", "headlines, quotes, values and verbs"),
    "corrections": (
        "CT6",
        "Corrections",
        "whether mistakes are admitted, and corrections reach everybody",
    ),
}
"""Page → beginnings of the codes on it, its title, and what they are about."""


def pages() -> dict[str, Iterator[str]]:
    """Return the lines of each page by its file name."""
    families = {f"rules-{name}.md": _family(name) for name in FAMILIES}
    return {"rules.md": _rules(), **families}


def _rules() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        "For everybody who decides what a desk asks of its records: every newsroom "
        "rule, the settings and the presets. The codes of other checks are in "
        "[Findings](findings.md)."
    )
    yield ""
    for name, (beginnings, title, about) in FAMILIES.items():
        yield f"## {title}"
        yield ""
        yield f"{about.capitalize()}. [Each rule with examples](rules-{name}.md)."
        yield ""
        yield "| code | name | asks | severity | about | sees | authority |"
        yield "|---|---|---|---|---|---|---|"
        for rule in _of_family(beginnings):
            yield (
                f"| {rule.code} | {rule.name} | {rule.text} | "
                f"{_severity(rule)} | {rule.unit} | {rule.scope} | "
                f"{', '.join(rule.authority)} |"
            )
        yield ""
    yield from _settings()
    yield from _presets()
    yield "## Authorities"
    yield ""
    yield (
        "The sources that we read, by key. Some are excerpts or mirrors. A key says "
        "where our reading comes from, not that the newsroom endorses it."
    )
    yield ""
    yield "| key | source |"
    yield "|---|---|"
    for key, source in AUTHORITIES.items():
        yield f"| `{key}` | {source} |"


def _of_family(beginnings: str) -> list[Rule]:
    wanted = tuple(beginnings.split(","))
    return [each for each in RULES.values() if each.code.startswith(wanted)]


def _severity(rule: Rule) -> str:
    grades = [f"{name}: {severity}" for name, severity in rule.grades]
    return ", ".join(grades) or rule.severity


def _family(name: str) -> Iterator[str]:
    beginnings, title, about = FAMILIES[name]
    yield f"# Rules: {title.lower()}"
    yield ""
    yield (
        f"For everybody who gets one of these findings: {about}. Each rule says what "
        "it asks for, who asks for it and exactly when it fires, with three examples. "
        "`claimtrack explain` prints the same text."
    )
    yield ""
    for rule in _of_family(beginnings):
        yield f"## {rule.code} {rule.name}"
        yield ""
        yield "```text"
        yield from map(_filled, explanation_of_rule(rule).split("\n"))
        yield "```"
        yield ""


def _filled(line: str) -> str:
    """Return an entry in lines that fit a page; examples stay as they are."""
    if len(line) <= WIDTH or re.match(r"  \S", line):
        return line
    return textwrap.fill(
        line,
        WIDTH,
        subsequent_indent=" " * 11,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _settings() -> Iterator[str]:
    yield "## Settings"
    yield ""
    yield (
        "Write these in `[tool.claimtrack.lint]` of pyproject.toml, or at the top of a "
        "file that you name with `--config`. In Python they are the fields of "
        "`claimtrack.lint.Settings`."
    )
    yield ""
    yield "| setting | default | what it sets |"
    yield "|---|---|---|"
    said = _arguments(Settings)
    for field in attrs.fields(Settings):
        default = {(): "none", None: "off", False: "off"}.get(
            field.default, f"`{field.default}`"
        )
        yield f"| `{field.name}` | {default} | {said[field.name]} |"
    yield ""


def _arguments(thing: type) -> dict[str, str]:
    """Return what a docstring says of each attribute."""
    block = (inspect.getdoc(thing) or "").partition("Attributes:\n")[2]
    found: dict[str, str] = {}
    for line in block.partition("\n\n")[0].splitlines():
        name, _, text = line.strip().partition(": ")
        found[name] = text
    return found


def _presets() -> Iterator[str]:
    yield "## Presets"
    yield ""
    yield (
        "Our readings of newsrooms' published rules. The table lists what differs from "
        "the default, each with the authority that supports it. `own` is what unnamed "
        "sources told the desk itself, `relayed` everything else they said."
    )
    yield ""
    yield "| preset | setting | authority |"
    yield "|---|---|---|"
    for name in PRESETS:
        preset = load_preset(name)
        for each in preset.settings:
            values = [
                f"{grade} {severity}".strip() for grade, severity in each.severities
            ]
            on = ["on"] if each.is_enabled else []
            what = (
                f"{each.rule} {', '.join([*on, *values])}"
                if each.rule
                else f"`{each.name} = {json.dumps(each.value)}`"
            )
            yield f"| `{name}` | {what} | {each.authority} |"
    yield ""
