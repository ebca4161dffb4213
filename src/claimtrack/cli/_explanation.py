"""What a code means, in words for the terminal and for the reference page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.findings import Code
    from claimtrack.lint import Rule, Settings

__all__ = ["explanation_of", "explanation_of_rule"]

WIDTH = 400
"""Characters of a line of an example that are shown at most."""


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
    This gets it:
      {"type": "source", "id": "u1", ..., "count": 2}
    This does not:
      {"type": "source", "id": "u1", ..., "count": {"min": 2}}
    """
    # Neither the rules nor foreign formats are read where nobody asks for them.
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
        lines += ["", "This gets it:", *_shown(example.failing)]
        lines += ["This does not:", *_shown(example.passing)]
    return "\n".join(lines)


def explanation_of_rule(rule: Rule) -> str:
    """Return all that is to be said of a rule, and its three fragments.

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
    This gets it:
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
        *_entry("Fires", rule.form or "See its function."),
    ]
    if rule.scope == "preview":
        lines += _entry("Preview", "It runs where it is selected by its code.")
    if said := _settings(rule.sample):
        lines += _entry("Settings", f"of these examples: {said}")
    if rule.sample.desk:
        desk = " ".join(f'--desk "{each}"' for each in rule.sample.desk)
        lines += _entry("Check", f"them by: claimtrack check {desk} FILE")
    return "\n".join(
        [
            *lines,
            "",
            "This gets it:",
            *_shown(rule.fires.encode()),
            "This does not, for one field:",
            *_shown(rule.near.encode()),
            "Nor does this:",
            *_shown(rule.passes.encode()),
        ]
    )


def _entry(name: str, *values: str) -> list[str]:
    """Return an entry of several lines, the values below each other."""
    head = f"{name}:"
    return [f"{'' if n else head:11}{value}" for n, value in enumerate(values)]


def _authorities(rule: Rule) -> list[str]:
    from claimtrack.lint import AUTHORITIES  # noqa: PLC0415  as above

    listed = [f"{key}: {AUTHORITIES[key]}" for key in rule.authority]
    return listed or ["the model of claimtrack"]


def _settings(settings: Settings) -> str:
    import attrs  # noqa: PLC0415  # as above

    return ", ".join(
        f"{field.name} = {value!r}"
        for field in attrs.fields(type(settings))
        for value in [getattr(settings, field.name)]
        if value != field.default and value not in ((), None)
    )


def _shown(example: bytes) -> list[str]:
    from claimtrack.findings import clip  # noqa: PLC0415  # as above

    text = example.decode("utf-8", "backslashreplace").replace("\ufeff", "\\ufeff")
    return [f"  {clip(line, WIDTH)}" for line in text.splitlines()]
