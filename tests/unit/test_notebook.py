"""How results print in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import markdown_it
import pytest

import claimtrack as ct

if TYPE_CHECKING:
    from collections.abc import Callable


def ferry() -> ct.Dossier:
    """Return a dossier whose texts look like markup."""
    d = ct.Dossier(title="<b>Ferry</b> & *more*")
    d.attribute(d.claim("`It` _stops_ <img src=x> [here](x) $1$ ~~2~~"), "UNN < Post")
    d.attribute(d.claim("It sank."), "UNN < Keir Starmer")
    return d


RESULTS: Final[dict[str, Callable[[ct.Dossier], object]]] = {
    "Dossier": lambda d: d,
    "Lineage": lambda d: ct.lineage.trace(d, "c1"),
    "Impact": lambda d: ct.lineage.impact(d, retract=["unn"]),
    "Support": lambda d: ct.confidence.support(d, "c1"),
}


class Page:
    """What IPython prints with."""

    def __init__(self) -> None:
        """Begin empty."""
        self.shown = ""

    def text(self, obj: str) -> None:
        """Print a piece of text."""
        self.shown += obj


@pytest.mark.parametrize("name", RESULTS)
def test_what_a_notebook_prints(name: str) -> None:
    """The text, and the same text as Markdown, in which nothing is markup."""
    result: Any = RESULTS[name](ferry())
    assert type(result).__name__ == name
    page = Page()
    result._repr_pretty_(page, cycle=False)
    assert page.shown == str(result)
    shown = (
        markdown_it.MarkdownIt().enable("strikethrough").parse(result._repr_markdown_())
    )
    lines: list[str] = []
    for token in shown:
        if token.type == "inline":
            kinds = {each.type for each in token.children or ()}
            assert kinds <= {"text", "text_special"}
            lines.append("".join(each.content for each in token.children or ()))
    expected = str(result).split("\n")
    assert lines == [each.removeprefix("- ") for each in expected]
    items = [each for each in shown if each.type == "list_item_open"]
    assert len(items) == sum(each.startswith("- ") for each in expected)


def test_a_dossier_says_what_it_holds() -> None:
    """In words, by type."""
    assert str(ferry()) == (
        "<b>Ferry</b> & *more*: 2 claims, 3 sources, 2 attributions"
    )
    assert str(ct.Dossier()) == "dossier without a title: no records"
