"""The page of a rule: its texts, which are read from the docstring of its file."""

from __future__ import annotations

import ast
import linecache
import re
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Page", "page_of"]

_ENTRY: Final = re.compile(r"(Why|Fires|Fix|Authority): +(.*)", re.DOTALL)


@attrs.frozen(kw_only=True)
class Page:
    """What a rule asks for, and who asks for it.

    Attributes:
        text: what is asked for, a sentence without its full stop.
        why: why it matters, a sentence.
        form: when exactly it fires; empty if the function says so.
        fix: what to do, a sentence.
        authority: keys of `AUTHORITIES`; empty if the rule is based on the model.
    """

    text: str = ""
    why: str = ""
    form: str = ""
    fix: str = ""
    authority: tuple[str, ...] = ()

    @classmethod
    def parse(cls, docstring: str) -> Page:
        r"""Return the page in a docstring, whose paragraphs mostly begin with a name.

        >>> page = Page.parse("Name whom you cite.\n\nWhy: Readers ask.")
        >>> page.text, page.why
        ('Name whom you cite', 'Readers ask.')
        """
        first, *rest = docstring.split("\n\n")
        found: dict[str, str] = {}
        for paragraph in rest:
            entry = _ENTRY.fullmatch(paragraph.strip())
            if entry:
                found[entry[1]] = _joined(entry[2])
        keys = found.get("Authority", "").split(",")
        return cls(
            text=_joined(first).removesuffix("."),
            why=found.get("Why", ""),
            form=found.get("Fires", ""),
            fix=found.get("Fix", ""),
            authority=tuple(key.strip() for key in keys if key.strip()),
        )


def page_of(function: Callable[..., Any]) -> Page:
    """Return the page at the top of the file that defines a function.

    Python drops docstrings if it runs with `-OO`; then the file itself is read.

    >>> from claimtrack.lint import RULES
    >>> page_of(RULES["CT109"].check).text
    "An outlet's earlier report is not a second origin"
    """
    scope: dict[str, Any] = function.__globals__
    docstring = scope.get("__doc__")
    if docstring is None:
        lines = linecache.getlines(function.__code__.co_filename, scope)
        docstring = _docstring_in("".join(lines))
    return Page.parse(docstring or "")


def _docstring_in(source: str) -> str | None:
    try:
        return ast.get_docstring(ast.parse(source))
    except SyntaxError:
        # A rule may be in a page of another kind, which is run piece by piece.
        return None


def _joined(text: str) -> str:
    return " ".join(text.split())
