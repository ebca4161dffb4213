"""Show results in a notebook, as plain text and as Markdown."""

from __future__ import annotations

import itertools
import re
from typing import Final, Protocol

__all__ = ["Printer", "print_as_text", "to_markdown"]

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]<>#|~&$!]")
"""Characters that Markdown, HTML or a formula would not read as plain text."""


class Printer(Protocol):
    """The printer that a notebook passes to ``_repr_pretty_``."""

    def text(self, obj: str) -> object:
        """Print a piece of text."""


def print_as_text(value: object, printer: Printer, cycle: bool) -> None:  # noqa: ARG001, FBT001  # IPython calls it so
    """Print the text of a value; used as ``_repr_pretty_``."""
    printer.text(str(value))


def to_markdown(value: object) -> str:
    r"""Return the text of a value as Markdown; used as ``_repr_markdown_``.

    Lines and lists are kept, and nothing in the text is read as markup.

    >>> print(to_markdown("c1: <b>It stops</b>\n- It ends at UNN."))
    c1: \<b\>It stops\</b\>
    <BLANKLINE>
    - It ends at UNN.
    """
    lines = _SPECIAL.sub(r"\\\g<0>", str(value)).split("\n")
    shown = lines[0]
    for before, line in itertools.pairwise(lines):
        is_item, was_item = line.startswith("- "), before.startswith("- ")
        shown += "\n" if is_item and was_item else "\n\n"
        shown += line
    return shown
