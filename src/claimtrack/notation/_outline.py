"""First reading of a sheet: the declared records with their names and ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.findings import quote
from claimtrack.notation._cursor import Cursor
from claimtrack.notation._drafts import Block, Draft
from claimtrack.notation._field_lines import is_iri, read_text
from claimtrack.notation._sheet_words import (
    BULLETS,
    HEAD,
    KINDS,
    PLACEMENTS,
    PRIVATE,
    SYNONYMS,
    WORDS,
    value_of,
)
from claimtrack.notation._signs import COLONS, COMMAS, ROUND, is_blank
from claimtrack.notation._slips import Slip, meant
from claimtrack.notation._slugs import Mint, slug
from claimtrack.notation._statements import first_word

if TYPE_CHECKING:
    from claimtrack.notation._cursor import Name
    from claimtrack.notation._declared_names import Names
    from claimtrack.notation._statements import Statement

__all__ = ["Outline"]

_UNLESS: Final = re.compile(r"unless\s+said(?![\w-])", re.IGNORECASE)
_RELATED: Final = re.compile(
    rf"\s(?:{'|'.join(map(re.escape, KINDS['relation']))})\s", re.IGNORECASE
)
_COUNTS: Final = {"?": {"min": 1, "max": 1}, "??": {"min": 2}}
"""Mark → the number of people it stands for, unless the sheet states another."""


class Outline:
    """Assigns ids and names to all declared records before references are read."""

    def __init__(self, names: Names) -> None:
        """Start empty."""
        self.names = names
        self._mint = Mint()
        self._without: list[tuple[Draft, str]] = []
        self._called: list[tuple[str, Draft]] = []
        self._labels: list[tuple[str, Draft]] = []
        self.declared: Draft | None = None

    def open(self, statement: Statement) -> Block:  # noqa: PLR0911
        """Return the block that a statement at the margin begins.

        Raises:
            Slip: if it cannot be read; what it declares is recorded all the same.
        """
        text = statement.text
        self.declared = None
        if text[0] in BULLETS and (len(text) == 1 or _ends_bullet(text)):
            return self._claim(statement)
        word = first_word(text)
        if _UNLESS.match(text):
            return Block("unless", statement, _UNLESS.match(text).end())  # type: ignore[union-attr]
        behind = text[len(word) :].lstrip()[:1]
        if word in HEAD and behind and behind in COLONS:
            return Block("head", statement, len(word), label=word)
        if word == "relations" and behind and behind in (*COLONS, *COMMAS):
            return Block("relations", statement, len(word))
        if word in ("verdict", "waiver") or word in KINDS["notice"]:
            return Block("judgement", statement)
        if word in KINDS["document"] and behind and behind in (*COLONS, "["):
            return self._document(statement, word)
        return self._source(statement)

    def _claim(self, statement: Statement) -> Block:
        text = statement.text
        bullet = BULLETS[text[0]]
        block = Block("claim", statement, bullet=bullet)
        cursor = Cursor(text, at=1)
        block.at = cursor.at
        if bullet == "x":
            return block
        draft = Draft({"type": "claim"}, statement.span(0, len(text)))
        block.draft = self.declared = draft
        if cursor.sign == "[":
            label = cursor.label()
            # A colon directly after the label is not part of the claim.
            if statement.text[cursor.at - 1] == "]":
                cursor.takes(COLONS)
            block.at = cursor.at
            self._identify(draft, label, statement)
        else:
            self._without.append((draft, ""))
        return block

    def _document(self, statement: Statement, word: str) -> Block:
        cursor = Cursor(statement.text, at=len(word))
        block = Block("document", statement)
        draft = Draft(
            {"type": "document", "kind": value_of("document", word)},
            statement.span(0, len(statement.text)),
        )
        block.draft = self.declared = draft
        label = cursor.label()
        cursor.colon("the kind of document")
        is_quoted = cursor.sign == '"'
        start = cursor.at
        title = read_text(cursor)
        key = "url" if not is_quoted and is_iri(title) else "title"
        draft.data[key] = title
        draft.places[key,] = statement.span(start, len(statement.text))
        if label is None:
            self._without.append((draft, title if key == "title" else ""))
        else:
            self._identify(draft, label, statement)
        if key == "title":
            self._called.append((title, draft))
        return block

    def _source(self, statement: Statement) -> Block:
        cursor = Cursor(statement.text)
        if cursor.sign == "[":
            if not _RELATED.search(statement.text):
                raise self._no_bullet(cursor, statement)
            return Block("relations", statement)
        name = cursor.name("".join(COLONS))
        label = cursor.label()
        if not cursor.sign or cursor.sign not in COLONS:
            if not name.mark and _RELATED.search(statement.text):
                return Block("relations", statement)
            word = first_word(statement.text)
            shown = quote(word if word in PRIVATE else name.text)
            problem = f"a colon is missing after {'this name' if name.mark else shown}"
            fix = "A source is “Name: kind”, a claim begins with a hyphen."
            raise Slip(problem, cursor.at - 1, cursor.at, fix=fix)
        colon = cursor.at
        cursor.takes(COLONS)
        draft = Draft({"type": "source"}, statement.span(name.start, name.end))
        block = Block("source", statement, label=name.text, draft=draft, colon=colon)
        self.declared = draft
        self._labels.append((name.mark + name.text, draft))
        if label is not None:
            self._identify(draft, label, statement)
        elif not name.mark:
            self._without.append((draft, name.text))
        else:
            self._without.append((draft, ""))
        self._called_what(cursor, block, name)
        return block

    def _no_bullet(self, cursor: Cursor, statement: Statement) -> Slip:
        """Return the slip for a label at the margin without a hyphen before it."""
        label = cursor.bracket()
        if not cursor.is_done:
            self.declared = Draft({"type": "claim"}, statement.span(0, label.end))
            self._identify(self.declared, label, statement)
        problem = "a label alone begins neither a claim nor a relation"
        fix = "Begin a claim with a hyphen (- [c1] …), or write [a] contradicts [b]."
        return Slip(problem, label.start, label.end, fix=fix)

    def _called_what(self, cursor: Cursor, block: Block, name: Name) -> None:
        draft = block.draft
        if draft is None:  # pragma: no cover  a source declares something
            return
        data = draft.data
        if name.mark:
            described = name.text
            if not cursor.is_done and cursor.sign not in COMMAS:
                block.names.append(cursor.name())
                described = block.names[0].text
            data.update(kind="unnamed", description=described)
            data["count"] = dict(_COUNTS[name.mark])
        else:
            data["name"] = name.text
            data["kind"] = "unresolved"
            start = cursor.at
            word = cursor.word()
            kind = value_of("source", word)
            if kind is None:
                raise _unknown_kind(word, name, start, cursor.at)
            data["kind"] = kind
            if not cursor.is_done and cursor.sign not in COMMAS:
                block.names.append(cursor.name())
                data["name"] = block.names[0].text
            if kind == "unnamed":
                data["description"] = data.pop("name")
            self._called.append((str(data.get("name", name.text)), draft))
        block.at = cursor.at
        self._aliases(cursor, draft)

    def _aliases(self, cursor: Cursor, draft: Draft) -> None:
        """Record the other names of a source; faults in them are reported later."""
        text = cursor.text
        for match in _ALSO.finditer(text, cursor.at):
            inner = Cursor(text, at=match.end())
            try:
                alias = inner.name("".join(ROUND))
            except Slip:
                continue
            self._called.append((alias.text, draft))

    def _identify(self, draft: Draft, label: Name | None, statement: Statement) -> None:
        if label is None:  # pragma: no cover  asked for where one stands
            return
        draft.data["id"] = label.text
        draft.has_label = True
        draft.places["id",] = statement.span(label.start, label.end)
        self.names.declare(label.text, draft.type)

    def look_into(self, block: Block) -> None:
        """Record the ids that further lines of a block give to their records."""
        if block.bullet == "x":
            return
        for statement in (block.statement, *block.children):
            is_top = statement is block.statement
            if is_top and block.kind not in ("judgement", "relations"):
                continue
            word = first_word(statement.text)
            try:
                if word in PLACEMENTS:
                    found, kind = _label_behind(statement, word), "attribution"
                elif word in {"verdict", "waiver"} or word in KINDS["notice"]:
                    found = _label_behind(statement, word)
                    kind = _JUDGEMENTS.get(word, "notice")
                elif block.kind == "relations" and statement.text.startswith("["):
                    found, kind = _label_before(statement), "relation"
                else:
                    continue
            except Slip:
                continue
            if found is not None:
                self.names.declare(found.text, kind)

    def close(self) -> None:
        """Assign the missing ids, and make all names known."""
        taken = self.names.types
        for draft, name in self._without:
            if draft.type == "claim":
                key = self._mint.numbered("c", taken)
            elif draft.data.get("kind") == "unnamed":
                key = self._mint.numbered("unnamed-", taken)
            else:
                stem = slug(name) or str(draft.data.get("kind"))
                key = self._mint.named(stem, taken)
            draft.data["id"] = key
            self.names.declare(key, draft.type)
        for label, draft in self._labels:
            self.names.add_label(label, str(draft.data["id"]))
        for name, draft in self._called:
            self.names.add_name(name, str(draft.data["id"]))

    def new_unnamed(self) -> str:
        """Return an id for an undeclared unnamed source."""
        return self._mint.numbered("unnamed-", self.names.types)

    def new_source(self, name: str) -> str:
        """Return an id for an undeclared name."""
        return self._mint.named(slug(name) or "unresolved", self.names.types)


_ALSO: Final = re.compile(r"[,，،、]\s*also\s+", re.IGNORECASE)


_JUDGEMENTS: Final = {"verdict": "assessment", "waiver": "waiver"}


def _label_behind(statement: Statement, word: str) -> Name | None:
    """Return the label between a word and its colon."""
    cursor = Cursor(statement.text, at=len(word))
    colons = "".join(COLONS)
    while cursor.sign and cursor.sign not in COLONS:
        if cursor.sign == "[":
            return cursor.label()
        if cursor.takes_word("in") or cursor.takes_word("on"):
            cursor.name(colons)
        elif not cursor.takes(COMMAS) and not cursor.word():
            return None
    return None


def _label_before(statement: Statement) -> Name | None:
    """Return the label before a relation."""
    cursor = Cursor(statement.text)
    label = cursor.label()
    is_subject = cursor.word().casefold() in KINDS["relation"]
    return None if is_subject else label


_DECLARES: Final = re.compile(
    rf"[XХ]\s[^:：]*[:：]\s*(?:{'|'.join(map(re.escape, KINDS['source']))})(?![\w-])"
)
"""A source whose name begins with a capital X, as opposed to a dropped claim."""


def _ends_bullet(text: str) -> bool:
    if _DECLARES.match(text):
        return False
    return is_blank(text[1]) or (text[1] == "[" and text[0] not in "xX×хХ")


def _unknown_kind(word: str, name: Name, start: int, end: int) -> Slip:
    label = name.text.casefold()
    if label in WORDS:
        problem = f'"{label}" is at the margin, but cannot begin a line there'
        fix = "Indent the line: it belongs to the claim, document or source above it."
        return Slip(problem, name.start, name.end, fix=fix)
    if SYNONYMS.get(label) in HEAD:
        problem = f'"{label}" is not a word of the notation'
        fix = f"Write “{SYNONYMS[label]}: ”."
        return Slip(problem, name.start, name.end, code="CT031", fix=fix)
    known = KINDS["source"].values()
    near = meant(word, known)
    hint = f'; did you mean "{near}"?' if near else ""
    shown = f'"{word}"' if word else "what follows the colon"
    problem = f"{shown} is not a kind of source{hint}"
    fix = f"Write “{name.text}: ” and one of: {', '.join(known)}."
    return Slip(problem, start, end, code="CT031", fix=fix)
