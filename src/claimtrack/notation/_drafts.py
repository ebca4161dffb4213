"""Records on their way from a sheet: their JSON, and where each part stands."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from claimtrack.notation._chains import Step
from claimtrack.notation._cursor import Name
from claimtrack.notation._statements import Statement
from claimtrack.schema import JsonValue, Path

__all__ = ["Block", "Draft", "Quote", "Span"]

Span: TypeAlias = tuple[int, int]
"""Where something stands in a sheet: the first character, and the one after it."""


@attrs.frozen
class Quote:
    """Words of the article under an attribution.

    Attributes:
        text: the words, or their beginning … their end.
        span: where they stand in the sheet.
    """

    text: str
    span: Span


@attrs.define
class Draft:
    """A record as a sheet says it.

    Attributes:
        data: the record as JSON.
        span: where it begins in the sheet.
        places: where its parts stand, by the path inside the record.
        steps: of an attribution: its chain as written.
        quotes: of an attribution: what it quotes of the article.
        spots: of an attribution: places of the content.
        bullet: of an attribution: what its claim begins with, or what it says itself.
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
    """A statement at the margin, with those that belong to it.

    Attributes:
        kind: what it is: head, document, source, claim, relations or judgement.
        statement: at the margin.
        at: where it goes on behind what is known of it.
        children: those that are indented below it.
        draft: the record that it declares, if it does.
        label: what a source is called in the sheet.
        bullet: what a claim begins with.
        colon: where the colon of a source stands.
        names: names of a source behind the colon.
        drafts: the records that were read of it so far.
        items: what holds for all relations of the block.
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
