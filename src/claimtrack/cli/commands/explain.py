"""`claimtrack explain`: the meaning of a code, and the list of all codes."""

from __future__ import annotations

import click

from claimtrack.cli._completion import (
    complete_code,
)
from claimtrack.cli._explanation import explanation_of, explanation_of_rule
from claimtrack.cli._inputs import (
    UnusableInput,
)
from claimtrack.cli._output import echo
from claimtrack.cli._rule_choice import load_rules
from claimtrack.cli._terminal_table import echo_table
from claimtrack.findings import quote, suggest

__all__ = ["explain"]


@click.command()
@click.argument("code", required=False, shell_complete=complete_code)
@click.option(
    "--rules",
    "modules",
    multiple=True,
    help="A module with your own rules, or the path of its file. Its code is run.",
)
def explain(code: str | None, modules: tuple[str, ...]) -> None:
    """Explain what a finding's CODE means and what to do, or list all codes."""
    rules = load_rules(modules)
    codes = rules.codes()
    if code is None:
        echo_table([(e.code, e.name, e.severity) for e in codes.values()])
        return
    names = {each.name: each for each in codes.values()}
    known = codes.get(code.upper()) or names.get(code.lower())
    if known is None:
        near = suggest(code, [*codes, *names])
        hint = f" Did you mean {quote(near)}?" if near else ""
        message = f"there is no code {quote(code)}.{hint}"
        raise UnusableInput(message)
    rule = rules.get(known.code)
    echo(explanation_of(known) if rule is None else explanation_of_rule(rule))
