"""Second reading of a sheet: its records, with everything that they refer to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._attribution_lines import read_attribution, read_quote
from claimtrack.notation._claim_lines import read_claim
from claimtrack.notation._context import Context
from claimtrack.notation._document_lines import read_by, read_document
from claimtrack.notation._field_lines import read_field, read_text
from claimtrack.notation._head_lines import read_defaults, read_head, settle_document
from claimtrack.notation._judgement_lines import read_judgement
from claimtrack.notation._relation_lines import (
    read_own_relation,
    read_relation,
    read_relations,
)
from claimtrack.notation._sheet_words import (
    FIELDS,
    KINDS,
    LINK_WORDS,
    PLACEMENTS,
    PRIVATE,
    SYNONYMS,
    WORDS,
)
from claimtrack.notation._signs import QUESTIONS
from claimtrack.notation._slips import Slip, meant
from claimtrack.notation._source_lines import read_source
from claimtrack.notation._statements import begins_claim, first_word

if TYPE_CHECKING:
    from claimtrack.notation._context import LineReader
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block, Draft
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["Reader"]

_PLACEHOLDERS: Final[dict[str, dict[str, JsonValue]]] = {
    "claim": {"text": "?"},
    "document": {"kind": "page", "title": "?"},
    "source": {"kind": "unresolved", "name": "?"},
}
"""Contents of a record whose line cannot be read; it never becomes part of a
dossier."""

_NESTED: Final = "a claim begins at the margin, and this line is indented"
_AT_MARGIN: Final = (
    "Begin a claim at the margin: “- [c2] …”. A line that goes on with the text above "
    "may begin with “| ”."
)

_MAY_TELL: Final = re.compile(
    r"\b(?:also|as|to|occasion|url|archived|image|sha256)\b|://|[{“\"]|[0-9]{4}",
    re.IGNORECASE,
)
"""Matches lines that could reveal who, where or when an unnamed source is."""

_CONFIDENTIAL: Final = frozenset({"addressee", "occasion", "at"})
"""Fields of a link that may reveal where, when or to whom a source spoke."""

_HEADS: Final[dict[str, LineReader]] = {"head": read_head, "unless": read_defaults}
_DECLARATIONS: Final[dict[str, LineReader]] = {
    "document": read_document,
    "source": read_source,
}
_OTHERS: Final[dict[str, LineReader]] = {
    "claim": read_claim,
    "judgement": read_judgement,
    "relations": read_relations,
}
"""Kind of a block → reader of its line at the margin, in reading order."""

_KEYS: Final = {"same as": "same_as", "if": "condition", "at": "excerpts"}
"""Fields whose key in the files is a different word."""


class Reader(Context):
    """Reads the statements of a sheet into drafts of records, and reports the others.

    Attributes:
        dropped: the number of claims that are marked as dropped.
        blocks: the blocks of the sheet.
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.dropped = 0
        self.blocks: list[Block] = []
        self._broken: list[Draft] = []

    def read(self, statements: list[Statement]) -> None:
        """Read all statements of a sheet."""
        self.private += [e.whole for e in statements if first_word(e.text) in PRIVATE]
        self.blocks = self._blocks(statements)
        for block in self.blocks:
            self.outline.look_into(block)
        self.outline.close()
        self.drafts += [each for each in self._broken if "id" in each.data]
        self._read_blocks(_HEADS)
        documents = [e.draft for e in self.blocks if e.kind == "document" and e.draft]
        settle_document(self, documents)
        self._read_blocks(_DECLARATIONS)
        self._read_blocks(_OTHERS)
        for draft in self.drafts:
            if draft.type == "attribution":
                self.attributing.finish(draft)
                if any(not _CONFIDENTIAL.isdisjoint(e.fields) for e in draft.steps):
                    self.private.append(draft.span)
        if self.is_broken:
            # It is not known whom a broken line is about, so it may be private.
            self.private += [e.whole for e in statements if _MAY_TELL.search(e.text)]

    def _blocks(self, statements: list[Statement]) -> list[Block]:
        blocks: list[Block] = []
        top: Block | None = None
        is_lost = False
        for each in statements:
            is_nested = begins_claim(each.text) and (
                top is None or top.kind != "relations"
            )
            if each.is_indented and not is_nested:
                if top is not None:
                    top.children.append(each)
                elif not is_lost:
                    problem = (
                        "an indented line belongs to the line above, but there is none"
                    )
                    self.say("CT030", problem, each.span(0, len(each.text)))
                continue
            if each.is_indented:
                # The lines below it belong to it, and not to the claim above.
                self.refuse(each, Slip(_NESTED, 0, 1, fix=_AT_MARGIN))
            try:
                top = self.outline.open(each)
            except Slip as slip:
                self.refuse(each, slip)
                if each.text[0] in QUESTIONS:
                    self.private.append(each.whole)
                self._keep_name(self.outline.declared)
                top, is_lost = None, True
            else:
                blocks.append(top)
        return blocks

    def _keep_name(self, draft: Draft | None) -> None:
        """Keep what a broken line declares, so that nothing else seems missing."""
        if draft is not None:
            for key, value in _PLACEHOLDERS[draft.type].items():
                draft.data.setdefault(key, value)
            self._broken.append(draft)

    def _read_blocks(self, readers: dict[str, LineReader]) -> None:
        for block in self.blocks:
            read = readers.get(block.kind)
            if read is None:
                continue
            if block.bullet == "x":
                self.dropped += 1
                continue
            if block.draft is not None:
                self.add(block.draft, block)
            self.attempt(read, block, block.statement)
            for child in block.children:
                self.attempt(_read_child, block, child)


def _read_child(context: Context, block: Block, statement: Statement) -> None:
    """Read an indented line according to its first word or sign."""
    if statement.text.startswith(">"):
        read_quote(context, block, statement)
        return
    word = first_word(statement.text)
    read = _CHILDREN.get(word)
    if word in KINDS["relation"] and block.draft is None:
        read = None
    if word in PLACEMENTS and block.kind != "claim":
        read = None
    if read is None and block.kind == "relations":
        read = read_relation
    if read is None:
        raise _unknown_line(word)
    read(context, block, statement)


def _read_field(context: Context, block: Block, statement: Statement) -> None:
    """Read a field of the nearest record above that can have it."""
    word = first_word(statement.text)
    cursor = context.cursor(statement, len(word))
    cursor.colon(f'"{word}"')
    types = FIELDS[word]
    for draft in reversed(block.drafts):
        if not types or draft.type in types:
            _put_field(context, cursor, draft, word, statement)
            return
    problem = f'nothing above this line can have "{word}"'
    raise Slip(problem, 0, len(word), code="CT019")


def _put_field(
    context: Context, cursor: Cursor, draft: Draft, word: str, statement: Statement
) -> None:
    if word == "by":
        read_by(context, cursor, draft)
        if draft.data["kind"] == "leak":
            context.private.append(statement.whole)
    elif word == "text":
        place = statement.span(0, len(statement.text))
        context.attributing.texts[str(draft.data["id"])] = read_text(cursor), place
    else:
        read_field(word, cursor, context, draft.data)
    if word == "at":
        draft.spots = cast("list[JsonValue]", draft.data.pop("at"))
    draft.places.setdefault((_KEYS.get(word, word),), statement.whole)


_CHILDREN: Final[dict[str, LineReader]] = {
    **dict.fromkeys(FIELDS, _read_field),
    **dict.fromkeys(KINDS["relation"], read_own_relation),
    **dict.fromkeys(KINDS["notice"], read_judgement),
    **dict.fromkeys(PLACEMENTS, read_attribution),
    "verdict": read_judgement,
    "waiver": read_judgement,
}
"""First word or sign of an indented line → its reader."""


def _unknown_line(word: str) -> Slip:
    near = meant(word, WORDS) if word else None
    hint = f'; did you mean "{near}"?' if near else ""
    if word in LINK_WORDS or word not in (*WORDS, *SYNONYMS):
        shown = f'"{word}"' if word else "this line"
        problem = f"{shown} is not a word that can begin a line{hint}"
        return Slip(problem, 0, len(word), code="CT031")
    return Slip(f'"{word}" cannot be used here{hint}', 0, len(word), code="CT031")
