"""Lines of attributions, ``body, presupposed: Ruiz “said”``, and their quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._chains import read_chain
from claimtrack.notation._drafts import Draft, Quote
from claimtrack.notation._signs import COLONS, COMMAS
from claimtrack.notation._slips import Slip, meant
from claimtrack.notation._statements import first_word

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_attribution", "read_quote"]

_COLONS: Final = "".join(COLONS)
_BULLETS: Final = {"drafted": "~", "accepted": "+"}
"""A word after the placement → the bullet that says the same of a whole claim."""


def read_attribution(context: Context, block: Block, statement: Statement) -> None:
    """Read the line that attributes a claim: its placement and its chain."""
    word = first_word(statement.text)
    data: dict[str, JsonValue] = {
        "type": "attribution",
        "claim": cast("Draft", block.draft).data["id"],
    }
    if word != "said":
        data["placement"] = word
    draft = Draft(data, statement.span(0, len(statement.text)))
    draft.bullet = block.bullet
    cursor = context.cursor(statement, len(word))
    document = context.attributing.read
    if cursor.takes_word("in"):
        document = None
        if not cursor.takes_word("none"):
            document = context.refer(cursor.name(_COLONS), "document")
    while cursor.takes(COMMAS):
        _read_flag(cursor, draft)
    label = cursor.label()
    if label is not None:
        data["id"] = label.text
    cursor.colon(f'"{word}"')
    if document is not None:
        data["document"] = document
    draft.steps = read_chain(cursor, context.refer)
    for step in draft.steps:
        step.start, step.end = statement.span(step.start, step.end)
    context.add(draft, block)


def _read_flag(cursor: Cursor, draft: Draft) -> None:
    start = cursor.at
    flag = cursor.word()
    if flag.casefold() == "presupposed":
        draft.data["presupposed"] = True
    elif flag.casefold() in _BULLETS:
        draft.bullet = _BULLETS[flag.casefold()]
    else:
        near = meant(flag, ("presupposed", *_BULLETS))
        hint = f'; did you mean "{near}"?' if near else ""
        problem = f"expected presupposed, drafted or accepted{hint}"
        raise Slip(problem, start, cursor.at, code="CT031")


def read_quote(_context: Context, block: Block, statement: Statement) -> None:
    """Read a quotation from the article under an attribution."""
    for draft in reversed(block.drafts):
        if draft.type == "attribution":
            span = statement.span(0, len(statement.text))
            draft.quotes.append(Quote(statement.text[1:].strip(), span))
            return
    problem = "a quote (>) belongs under an attribution, and there is none above it"
    raise Slip(problem, 0, 1)
