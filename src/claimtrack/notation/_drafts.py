"""Records being read from a sheet: their JSON, and the place of each part."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from claimtrack.notation._chains import Step
from claimtrack.notation._cursor import Name
from claimtrack.notation._statements import Statement
from claimtrack.schema import JsonValue, Path

__all__ = ["Block", "Draft", "Quote", "Span"]

Span: TypeAlias = tuple[int, int]
"""A place in a sheet: the first character, and the one after the last."""


@attrs.frozen
class Quote:
    """Words of the article under an attribution.

    Attributes:
        text: the words, or their beginning … their end.
        span: their place in the sheet.
    """

    text: str
    span: Span


@attrs.define
class Draft:
    """A record as written in a sheet.

    Attributes:
        data: the record as JSON.
        span: where it begins in the sheet.
        places: places of its parts, by their paths in the record.
        steps: for an attribution: its chain as written.
        quotes: for an attribution: its quotations from the article.
        spots: for an attribution: places of the content.
        bullet: for an attribution: the bullet of its claim, or its own.
        has_label: whether the sheet gives its id.
    """

    data: dict[str, JsonValue]
    span: Span
    places: dict[Path, Span] = attrs.Factory(dict["Path", Span])
    steps: list[Step] = attrs.Factory(list[Step])
    quotes: list[Quote] = attrs.Factory(list[Quote])
    spots: list[JsonValue] = attrs.Factory(list["JsonValue"])
    bullet: str = "-"
    has_label: bool = False

    @property
    def type(self) -> str:
        """The type of the record."""
        return str(self.data["type"])


@attrs.define
class Block:
    """A statement at the margin, with the indented statements that belong to it.

    Attributes:
        kind: head, document, source, claim, relations or judgement.
        statement: the statement at the margin.
        at: where to continue reading it.
        children: the statements that are indented below it.
        draft: the record that it declares, if any.
        label: the name of a source in the sheet.
        bullet: the bullet of a claim.
        colon: the position of a source's colon.
        names: names of a source after the colon.
        drafts: the records that have been read from it so far.
        items: properties of all relations of the block.
    """

    kind: str
    statement: Statement
    at: int = 0
    children: list[Statement] = attrs.Factory(list["Statement"])
    draft: Draft | None = None
    label: str = ""
    bullet: str = "-"
    colon: int = 0
    names: list[Name] = attrs.Factory(list[Name])
    drafts: list[Draft] = attrs.Factory(list["Draft"])
    items: dict[str, JsonValue] = attrs.Factory(dict[str, "JsonValue"])
