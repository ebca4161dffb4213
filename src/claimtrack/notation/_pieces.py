"""Blocks of a sheet as text, for code that puts sheets together."""

from __future__ import annotations

import attrs

from claimtrack.notation._reader import Reader
from claimtrack.notation._statements import statements_of

__all__ = ["Piece", "split_sheet"]


@attrs.frozen
class Piece:
    """A block of a sheet: a line at the margin, and the lines that belong to it.

    Attributes:
        kind: claim, source, document, relations, judgement, head or unless.
        text: its lines, with the comments and blank lines after them.
        key: id of the record that it declares; empty if none.
        bullet: the bullet of a claim.
        quotes: its quotations from the article.
        said: the text of a claim.
        comments: the lines with its comments.
        is_closed: whether an empty line follows.
    """

    kind: str
    text: str = attrs.field(repr=False)
    key: str = attrs.field(default="", repr=False)
    bullet: str = ""
    quotes: tuple[str, ...] = attrs.field(default=(), repr=False)
    said: str = attrs.field(default="", repr=False)
    comments: str = attrs.field(default="", repr=False)
    is_closed: bool = False


def split_sheet(text: str) -> list[Piece]:
    r"""Return the blocks of a sheet; together they are its whole text.

    >>> [each.kind for each in split_sheet("title: Port\n- It will close.")]
    ['head', 'claim']
    """
    reader = Reader()
    statements, _ = statements_of(text)
    reader.read(statements)
    blocks = reader.blocks
    begins = [0, *(each.statement.pieces[0][1] for each in blocks[1:]), len(text)]
    made: list[Piece] = []
    for index, block in enumerate(blocks):
        data = {} if block.draft is None else block.draft.data
        whole = text[begins[index] : begins[index + 1]]
        body = whole.rstrip() + "\n"
        asides = [e.strip() for e in body.splitlines() if e.lstrip().startswith("#")]
        quotes = [e.text[1:].strip() for e in block.children if e.text[0] == ">"]
        made.append(
            Piece(
                kind=block.kind,
                text=body,
                key=str(data.get("id", "")),
                bullet=block.bullet if block.kind == "claim" else "",
                quotes=tuple(quotes),
                said=str(data.get("text", "")),
                comments="".join(f"  {each}\n" for each in asides),
                is_closed=whole[len(body) :].strip(" \t\r") != "",
            )
        )
    return made
