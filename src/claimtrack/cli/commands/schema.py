"""`claimtrack schema`: print the JSON Schemas by name."""

from __future__ import annotations

import json

import click

from claimtrack.cli._completion import (
    complete_schema,
)
from claimtrack.cli._inputs import (
    UnusableInput,
)
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.errors import UnknownSchema
from claimtrack.schema import NAMES, bundle_schema, schema_text

__all__ = ["schema"]


@click.command()
@click.argument("name", required=False, shell_complete=complete_schema)
@click.option(
    "--bundle", is_flag=True, help="Include all that it refers to, in one file."
)
def schema(name: str | None, *, bundle: bool) -> None:
    """Print the JSON Schema NAME, or list the names."""
    if name is None:
        echo("\n".join(NAMES))
        return
    try:
        text = schema_text(name)
        if bundle:
            text = json.dumps(bundle_schema(name), indent=2, ensure_ascii=False) + "\n"
        echo_utf_8(text)
    except UnknownSchema as error:
        raise UnusableInput(str(error)) from error
