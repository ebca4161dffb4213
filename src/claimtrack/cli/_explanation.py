"""The explanation of a code, for the terminal and for the reference pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.findings import Code
    from claimtrack.lint import Rule, Settings

__all__ = ["explanation_of", "explanation_of_rule"]

WIDTH = 400
"""Maximum number of characters shown of an example's line."""


def explanation_of(code: Code) -> str:
    """Return a code's name, severity, reason, advice and authority, and two examples.

    >>> from claimtrack.findings import CODES
    >>> print(explanation_of(CODES["CT010"]))
    CT010 wrong-type (error)
    <BLANKLINE>
    Why:       A program that reads this field expects another type of value.
    Fix:       Give a value of the type that the field takes.
    Authority: RFC 8259, section 3
    <BLANKLINE>
    This is reported:
      {"type": "source", "id": "u1", ..., "count": 2}
    This is not reported:
      {"type": "source", "id": "u1", ..., "count": {"min": 2}}
    """
    # Do not load the rules or the foreign formats unless they are needed.
    from claimtrack.interop import EXAMPLES as FOREIGN  # noqa: PLC0415
    from claimtrack.validation import EXAMPLES, Example  # noqa: PLC0415

    lines = [
        f"{code.code} {code.name} ({code.severity})",
        "",
        f"Why:       {code.why}",
        f"Fix:       {code.fix}",
        f"Authority: {code.authority or 'the model of claimtrack'}",
    ]
    example = EXAMPLES.get(code.code) or FOREIGN.get(code.code)
    if isinstance(example, Example) and example.text:
        lines += ["", "The text of d1:", f"  {example.text}"]
    if example is not None:
        lines += ["", "This is reported:", *_shown(example.failing)]
        lines += ["This is not reported:", *_shown(example.passing)]
    return "\n".join(lines)


def explanation_of_rule(rule: Rule) -> str:
    """Return what a rule asks for, the reasons, and its three examples.

    >>> from claimtrack.lint import RULES
    >>> print(explanation_of_rule(RULES["CT109"]))
    ... # doctest: +ELLIPSIS
    CT109 self-citation (info)
    <BLANKLINE>
    Rule:      An outlet's earlier report is not a second origin.
    Why:       An outlet that cites itself makes the chain longer, but adds nobody...
    Fix:       Keep one link, or name the source between the two.
    Authority: the model of claimtrack
    About:     source
    Fires:     Two neighbouring links of a chain have the same outlet as their...
    <BLANKLINE>
    This is reported:
    ...
    """
    grades = [f"{name}: {severity}" for name, severity in rule.grades]
    severity = ", ".join(grades) or rule.severity
    lines = [
        f"{rule.code} {rule.name} ({severity})",
        "",
        *_entry("Rule", f"{rule.text}."),
        *_entry("Why", rule.why),
        *_entry("Fix", rule.fix),
        *_entry("Authority", *_authorities(rule)),
        *_entry("About", rule.unit),
        *_entry("Fires", rule.form or "Read the code of its function."),
    ]
    if rule.scope == "preview":
        when = "It runs only with preview = true, or if you enable or select its code."
        lines += _entry("Preview", when)
    if said := _settings(rule.sample):
        lines += _entry("Settings", f"The examples use {said}.")
    if rule.sample.desk:
        desk = " ".join(f'--desk "{each}"' for each in rule.sample.desk)
        run = f"claimtrack check {desk} FILE"
        lines += _entry("Check", f"Save an example as FILE, then run {run}")
    return "\n".join(
        [
            *lines,
            "",
            "This is reported:",
            *_shown(rule.fires.encode()),
            "This is not reported, because one field differs:",
            *_shown(rule.near.encode()),
            "This is not reported either:",
            *_shown(rule.passes.encode()),
        ]
    )


def _entry(name: str, *values: str) -> list[str]:
    """Return the lines of an entry, with one value per line."""
    head = f"{name}:"
    return [f"{'' if n else head:11}{value}" for n, value in enumerate(values)]


def _authorities(rule: Rule) -> list[str]:
    from claimtrack.lint import AUTHORITIES  # noqa: PLC0415  as above

    listed = [f"{key}: {AUTHORITIES[key]}" for key in rule.authority]
    return listed or ["the model of claimtrack"]


def _settings(settings: Settings) -> str:
    """Return what differs from the defaults, in the form of a settings file."""
    import attrs  # noqa: PLC0415  # as above

    return ", ".join(
        f"{field.name} = {json.dumps(value)}"
        for field in attrs.fields(type(settings))
        for value in [getattr(settings, field.name)]
        if value != field.default and value not in ((), None)
    )


def _shown(example: bytes) -> list[str]:
    from claimtrack.findings import clip  # noqa: PLC0415  # as above

    text = example.decode("utf-8", "backslashreplace").replace("\ufeff", "\\ufeff")
    return [f"  {clip(line, WIDTH)}" for line in text.splitlines()]
