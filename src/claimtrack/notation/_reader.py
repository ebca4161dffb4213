"""The second reading of a sheet: its records, with all that they refer to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.findings import Finding, quote
from claimtrack.notation._attributing import Attributing
from claimtrack.notation._chains import read_chain, read_date
from claimtrack.notation._cursor import Cursor
from claimtrack.notation._drafts import Block, Draft, Quote
from claimtrack.notation._fields import (
    read_field,
    read_scale,
    read_text,
    word_of,
)
from claimtrack.notation._names import Names
from claimtrack.notation._outline import Outline
from claimtrack.notation._signs import COLONS, COMMAS, ROUND
from claimtrack.notation._slips import Slip, meant
from claimtrack.notation._statements import Statement, first_word
from claimtrack.notation._words import (
    FIELDS,
    KINDS,
    LINK_WORDS,
    PLACEMENTS,
    SYNONYMS,
    WORDS,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.findings import Severity
    from claimtrack.notation._cursor import Name
    from claimtrack.notation._drafts import Span
    from claimtrack.schema import JsonValue

__all__ = ["Reader"]

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s,]+")
_COUNT: Final = re.compile(r"(\d{1,11})(?:(\+)|\s*-\s*(\d{1,11}))?(?![\w])")
_COUNTRY: Final = re.compile(r"[A-Z]{2}(?![\w-])")
_COLONS: Final = "".join(COLONS)

_PRIVATE: Final = frozenset(
    {"note", "ext", "anonymity", "recorded", "waiver", "drafted", "reviewed"}
)
"""Words whose lines nobody but the desk sees."""

_PLACEHOLDERS: Final[dict[str, dict[str, JsonValue]]] = {
    "claim": {"text": "?"},
    "document": {"kind": "page", "title": "?"},
    "source": {"kind": "unresolved", "name": "?"},
}
"""What a record has whose line cannot be read; no dossier is made of it."""

_MAY_TELL: Final = re.compile(
    r"\b(?:also|as|to|occasion|url|archived|image|sha256)\b|://|[{“\"]|[0-9]{4}",
    re.IGNORECASE,
)
"""What stands in lines that could say who, where or when an unnamed source is."""

_TYPES: Final[dict[str, tuple[str, ...]]] = {
    "source": ("source",),
    "document": ("document",),
    "claim": ("claim",),
    "any": (),
}
"""What is wanted where a reference stands → the types of record it may be."""


class Reader:
    """Reads the statements of a sheet into drafts of records, and says what it cannot.

    Attributes:
        head: what is said of the dossier as a whole, as JSON.
        drafts: the records.
        findings: what is wrong, and where that stands.
        dropped: the number of claims that are marked as dropped.
        blocks: what stands at the margin.
        private: what no message shows, whether it can be read or not.
        unnamed: unnamed sources that nobody declares: their words → their ids.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.head: dict[str, JsonValue] = {}
        self.head_places: dict[str, Span] = {}
        self.drafts: list[Draft] = []
        self.findings: list[tuple[Finding, Span]] = []
        self.dropped = 0
        self.blocks: list[Block] = []
        self._broken: list[Draft] = []
        self.private: list[Span] = []
        self.unnamed: dict[str, list[str]] = {}
        self.is_broken = False
        self.names = Names()
        self.attributing = Attributing()
        self._outline = Outline(self.names)
        self._unresolved: dict[str, str] = {}
        self._read: Name | None = None
        self._read_at: Span = (0, 1)
        self._is_none_read = False
        self._statement: Statement | None = None

    def read(self, statements: list[Statement]) -> None:
        """Read all statements of a sheet."""
        self.private += [e.whole for e in statements if first_word(e.text) in _PRIVATE]
        self._read_all(statements)
        if self.is_broken:
            # Of whom a broken line speaks is not known: it may be private.
            self.private += [e.whole for e in statements if _MAY_TELL.search(e.text)]

    def _read_all(self, statements: list[Statement]) -> None:  # noqa: C901
        blocks = self.blocks = self._blocks(statements)
        for block in blocks:
            self._outline.look_into(block)
        self._outline.close()
        self.drafts += [each for each in self._broken if "id" in each.data]
        early = ("head", "unless", "document", "source")
        for block in blocks:
            if block.kind in ("head", "unless"):
                self._try(block.statement, self._read_head, block)
        documents = [b.draft for b in blocks if b.kind == "document" and b.draft]
        self._settle_document(documents)
        for block in blocks:
            if block.kind in ("document", "source"):
                self._read_block(block)
        for block in blocks:
            if block.kind not in early:
                self._read_block(block)
        for draft in self.drafts:
            if draft.type == "attribution":
                self.attributing.finish(draft)
                if any(_is_confidential(each.fields) for each in draft.steps):
                    self.private.append(draft.span)

    def _settle_document(self, documents: list[Draft]) -> None:
        found = self.attributing
        found.documents = {str(each.data["id"]): each for each in documents}
        if self._read is not None:
            found.read = self.names.find(self._read, ("document",))
            if found.read not in found.documents:
                found.read = None
                problem = f"no document here is called {quote(self._read.text)}"
                self.say("CT701", problem, self._read_at)
        elif documents and not self._is_none_read:
            found.read = str(documents[0].data["id"])

    def say(
        self,
        code: str,
        message: str,
        span: Span,
        fix: str = "",
        *,
        severity: Severity | None = None,
    ) -> None:
        """Take note of a finding."""
        made = Finding.of(code, message, fix=fix)
        if severity is not None:
            made = attrs.evolve(made, severity=severity)
        self.findings.append((made, span))
        self.is_broken = self.is_broken or made.severity == "error"

    def _slip(self, statement: Statement, slip: Slip) -> None:
        self.say(
            slip.code, slip.problem, statement.span(slip.start, slip.end), slip.fix
        )

    def _blocks(self, statements: list[Statement]) -> list[Block]:
        blocks: list[Block] = []
        top: Block | None = None
        is_lost = False
        for each in statements:
            if each.is_indented:
                if top is not None:
                    top.children.append(each)
                elif not is_lost:
                    problem = "an indented line belongs to one above, and there is none"
                    self.say("CT030", problem, each.span(0, len(each.text)))
                continue
            try:
                top = self._outline.open(each)
            except Slip as slip:
                self._slip(each, slip)
                self._keep_name(self._outline.declared)
                top, is_lost = None, True
            else:
                blocks.append(top)
        return blocks

    def _keep_name(self, draft: Draft | None) -> None:
        """Keep what a broken line declares: nothing else seems to be missing then."""
        if draft is not None:
            for key, value in _PLACEHOLDERS[draft.type].items():
                draft.data.setdefault(key, value)
            self._broken.append(draft)

    def _try(self, statement: Statement, read: object, *args: object) -> bool:
        self._statement = statement
        try:
            cast("Callable[..., None]", read)(*args)
        except Slip as slip:
            self._slip(statement, slip)
            return False
        return True

    def cursor(self, statement: Statement, at: int = 0) -> Cursor:
        """Return a cursor that knows the declared names."""
        return Cursor(statement.text, self.names.trie, at)

    def refer(self, name: Name, wanted: str) -> str:
        """Return the id that a name means.

        Raises:
            Slip: where nothing is declared so, or several are.
        """
        if wanted == "here":
            if self.attributing.read is None:
                problem = '"here" means the document that was read, and there is none'
                raise Slip(problem, name.start, name.end, code="CT701")
            return self.attributing.read
        found = self.names.find(name, _TYPES[wanted])
        if found is not None:
            return found
        if wanted == "source" and not name.is_id:
            return self._new_unnamed(name) if name.mark else self._new_source(name)
        if wanted == "any" and ":" in name.text and " " not in name.text:
            return name.text
        near = self.names.near(name.mark + name.text)
        hint = f"; did you mean {quote(near)}?" if near else ""
        problem = (
            f"nothing here has the id or name {quote(name.mark + name.text)}{hint}"
        )
        raise Slip(problem, name.start, name.end, code="CT701")

    def _here(self, name: Name) -> Span:
        return cast("Statement", self._statement).span(name.start, name.end)

    def _new_unnamed(self, name: Name) -> str:
        other = "??" if name.mark == "?" else "?"
        span = self._here(name)
        declared = self.names.find_marked(other, name.text)
        if declared:
            self.say(
                "CT036",
                f"{quote(name.mark + name.text)} is somebody new; "
                f"{quote(other + name.text)} is declared",
                span,
                "Write the mark that it is declared with, or declare this one too.",
            )
        key = self._outline.new_unnamed()
        words = (
            name.mark
            + cast("Statement", self._statement).text[
                name.start + len(name.mark) : name.end
            ]
        )
        self.unnamed.setdefault(words, []).append(key)
        count = {"min": 1, "max": 1} if name.mark == "?" else {"min": 2}
        self._add_new(key, span, kind="unnamed", description=name.text, count=count)
        return key

    def _new_source(self, name: Name) -> str:
        known = self._unresolved.get(name.text)
        if known is not None:
            return known
        near = self.names.near(name.text)
        hint = f"; did you mean {quote(near)}?" if near else ""
        span = self._here(name)
        self.say("CT032", f"{quote(name.text)} is not declared{hint}", span)
        key = self._outline.new_source(name.text)
        self._unresolved[name.text] = key
        self._add_new(key, span, kind="unresolved", name=name.text)
        return key

    def _add_new(self, key: str, span: Span, **fields: JsonValue) -> None:
        self.names.declare(key, "source")
        self.drafts.append(Draft({"type": "source", "id": key, **fields}, span))

    # Blocks.

    def _read_head(self, block: Block) -> None:
        cursor = self.cursor(block.statement, block.at)
        if block.kind == "unless":
            cursor.colon("unless said")
            self.attributing.read_defaults(cursor)
            return
        cursor.takes(COLONS)
        word = block.label
        if word == "read":
            if cursor.takes_word("none"):
                self._is_none_read = True
            else:
                self._read = cursor.name()
                self._read_at = self._here(self._read)
            cursor.end()
        elif word in ("drafted", "reviewed"):
            self.attributing.read_person(word, cursor, self.refer)
            cursor.end()
        elif word in self.head:
            raise Slip(f'"{word}" is given twice', 0, len(word))
        else:
            span = block.statement.span(cursor.at, len(block.statement.text))
            self.head_places[word] = span
            self.head[word] = read_text(cursor)

    def _read_block(self, block: Block) -> None:  # noqa: C901
        if block.bullet == "x":
            self.dropped += 1
            return
        drafts: list[Draft] = []
        if block.draft is not None:
            drafts.append(block.draft)
            self.drafts.append(block.draft)
        statement = block.statement
        items: dict[str, JsonValue] = {}
        if block.kind == "document":
            self._check_document(block)
        elif block.kind == "source":
            self._try(statement, self._source, block)
            data = cast("Draft", block.draft).data
            if data.get("kind") == "unnamed" and {"aka", "url"} & data.keys():
                self.private.append(statement.whole)
        elif block.kind == "claim":
            if not self._try(statement, self._claim, block):
                cast("Draft", block.draft).data.setdefault("text", "?")
        elif block.kind == "judgement":
            self._try(statement, self._judgement, statement, None, drafts)
        elif block.kind == "relations":
            if first_word(statement.text) == "relations" and block.at:
                self._try(statement, self._relation_head, block, items)
            else:
                self._try(statement, self._relation, statement, items, drafts)
        for child in block.children:
            self._try(child, self._child, block, child, drafts, items)

    def _check_document(self, block: Block) -> None:
        """Warn of a document that looks like a source: "Post: outlet"."""
        draft = cast("Draft", block.draft)
        title = str(draft.data.get("title", ""))
        if not draft.has_label and first_word(title) in KINDS["source"]:
            kind = draft.data["kind"]
            message = f"this is a {kind} with the title {quote(title)}, not a source"
            fix = "Put the name of a source in straight quotes, or label the document."
            self.say("CT036", message, draft.span, fix)

    def _claim(self, block: Block) -> None:
        draft = cast("Draft", block.draft)
        statement = block.statement
        cursor = self.cursor(statement, block.at)
        start, word = cursor.at, cursor.word()
        kind = value_of("claim", word)
        is_colon = cursor.sign != "" and cursor.sign in COLONS
        if kind is not None and (is_colon or cursor.takes_word("about")):
            draft.data["kind"] = kind
            draft.places["kind",] = statement.span(start, start + len(word))
            if not is_colon:
                about: list[JsonValue] = []
                while not about or cursor.takes(COMMAS):
                    about.append(self.refer(cursor.name(_COLONS), "any"))
                draft.data["about"] = about
            cursor.colon("the kind of claim")
        else:
            self._check_kind(word, kind, start, is_colon=is_colon)
            cursor.at = start
        begin = cursor.at
        text, holds = self._text_and_date(cursor)
        draft.data["text"] = text
        draft.places["text",] = statement.span(begin, len(statement.text))
        if holds is not None:
            draft.data["holds"] = holds

    def _check_kind(
        self, word: str, kind: str | None, start: int, *, is_colon: bool
    ) -> None:
        if kind is not None:
            span = cast("Statement", self._statement).span(start, start + len(word))
            message = f'the claim begins with "{word}", which is also a kind of claim'
            self.say("CT036", message, span, f'Write "{word}:" if it is its kind.')
        near = SYNONYMS.get(word.casefold())
        if is_colon and (near in KINDS["claim"] or meant(word, KINDS["claim"])):
            near = meant(word, KINDS["claim"].values())
            problem = f'"{word}" is not a kind of claim; did you mean "{near}"?'
            raise Slip(problem, start, start + len(word), code="CT031")

    def _text_and_date(self, cursor: Cursor) -> tuple[str, JsonValue]:
        if cursor.sign == '"':
            start = cursor.at
            text = cursor.json_text()
            holds = None
            if cursor.is_date:
                holds = read_date(cursor, self.refer)
            if cursor.is_done:
                return text, holds
            cursor.at = start
            return read_text(cursor), None
        text = cursor.text.rstrip()
        if not text.endswith("}"):
            return read_text(cursor), None
        opening = text.rfind("{")
        inner = self.cursor(cast("Statement", self._statement), max(opening, cursor.at))
        if opening < cursor.at or not text[cursor.at : opening].strip():
            problem = "the sign } closes nothing; text with braces stands in quotes"
            raise Slip(problem, len(text) - 1, len(text))
        holds = read_date(inner, self.refer)
        inner.end()
        return text[cursor.at : opening].rstrip(), holds

    def _source(self, block: Block) -> None:
        draft = cast("Draft", block.draft)
        cursor = self.cursor(block.statement, block.at)
        is_first = True
        while cursor.takes(COMMAS):
            start = cursor.at
            if not self._source_item(cursor, draft):
                cursor.at = start
                if not is_first or cursor.is_done:
                    raise _unknown_item(cursor)
                draft.data["role"] = cursor.name().text
            is_first = False
        cursor.end()

    def _source_item(self, cursor: Cursor, draft: Draft) -> bool:  # noqa: C901
        data = draft.data
        if match := _COUNTRY.match(cursor.text, cursor.at):
            return self._put(cursor, data, "country", match)
        if match := _URL.match(cursor.text, cursor.at):
            return self._put(cursor, data, "url", match)
        cursor.takes_word("count")
        if match := _COUNT.match(cursor.text, cursor.at):
            least, plus, most = match.groups()
            data["count"] = {"min": int(least)}
            if not plus:
                data["count"] = {"min": int(least), "max": int(most or least)}
            cursor.at = match.end()
            cursor.skip()
            return True
        if cursor.takes_word("unknown"):
            data.pop("count", None)
        elif cursor.takes_word("role"):
            data["role"] = cursor.quote() if cursor.is_quote else cursor.name().text
        elif cursor.takes_word("of"):
            listed = cast("list[JsonValue]", data.setdefault("affiliations", []))
            listed.append(self.refer(cursor.name(), "source"))
        elif cursor.takes_word("with"):
            listed = cast("list[JsonValue]", data.setdefault("members", []))
            listed.append(self.refer(cursor.name(), "source"))
        elif cursor.takes_word("also"):
            listed = cast("list[JsonValue]", data.setdefault("aka", []))
            listed.append(_alias(cursor))
        elif cursor.takes_word("in") and cursor.sign == "[":
            document = self.refer(cursor.bracket(), "document")
            self.attributing.reports[str(data["id"])] = document
        else:
            return False
        return True

    def _put(
        self,
        cursor: Cursor,
        data: dict[str, JsonValue],
        key: str,
        match: re.Match[str],
    ) -> bool:
        """Put what matches into a record, where nothing but a comma follows."""
        cursor.at = match.end()
        cursor.skip()
        if not cursor.is_done and cursor.sign not in COMMAS:
            return False
        data[key] = match[0]
        return True

    # Indented lines.

    def _child(
        self,
        block: Block,
        statement: Statement,
        drafts: list[Draft],
        items: dict[str, JsonValue],
    ) -> None:
        if statement.text.startswith(">"):
            _add_quote(statement, drafts)
            return
        word = first_word(statement.text)
        cursor = self.cursor(statement, len(word))
        if word in PLACEMENTS and block.kind == "claim":
            self._attribution(cursor, statement, block, drafts)
        elif word in {"verdict", "waiver"} or word in KINDS["notice"]:
            self._judgement(statement, block.draft, drafts)
        elif word in KINDS["relation"] and block.draft is not None:
            self._own_relation(cursor, statement, block.draft, drafts)
        elif word in FIELDS:
            self._field(word, cursor, statement, drafts)
        elif block.kind == "relations":
            self._relation(statement, items, drafts)
        else:
            raise _unknown_line(word)

    def _field(
        self, word: str, cursor: Cursor, statement: Statement, drafts: list[Draft]
    ) -> None:
        cursor.colon(f'"{word}"')
        types = FIELDS[word]
        for draft in reversed(drafts):
            if types and draft.type not in types:
                continue
            key = {"same as": "same_as", "if": "condition"}.get(word, word)
            if word == "by":
                self._by(cursor, draft)
            elif word == "text":
                self.attributing.texts[str(draft.data["id"])] = (
                    read_text(cursor),
                    statement.span(0, len(statement.text)),
                )
            else:
                read_field(word, cursor, self.refer, draft.data)
            if word == "at":
                draft.spots = cast("list[JsonValue]", draft.data.pop("at"))
                key = "excerpts"
            draft.places.setdefault((key,), statement.whole)
            if word == "by" and draft.data.get("kind") == "leak":
                self.private.append(statement.whole)
            return
        problem = f'nothing above this line takes "{word}"'
        raise Slip(problem, 0, len(word), code="CT019")

    def _by(self, cursor: Cursor, draft: Draft) -> None:
        data = draft.data
        if not _takes_nobody(cursor):
            data["publisher"] = self.refer(cursor.name(), "source")
        while cursor.takes(COMMAS):
            start = cursor.at
            if match := _URL.match(cursor.text, cursor.at):
                self._put(cursor, data, "url", match)
            elif cursor.is_date:
                data["published"] = read_date(cursor, self.refer)
            elif cursor.takes_word("lang"):
                data["lang"] = cursor.word()
            else:
                cursor.at = start
                data["status"] = word_of(cursor, "status", "a status of a document")
        cursor.end()

    def _attribution(  # noqa: C901, PLR0912
        self,
        cursor: Cursor,
        statement: Statement,
        block: Block,
        drafts: list[Draft],
    ) -> None:
        claim = cast("Draft", block.draft)
        data: dict[str, JsonValue] = {"type": "attribution", "claim": claim.data["id"]}
        draft = Draft(data, statement.span(0, len(statement.text)))
        draft.bullet = block.bullet
        word = first_word(statement.text)
        if word != "said":
            data["placement"] = word
        document = self.attributing.read
        while cursor.sign and cursor.sign not in COLONS:
            start = cursor.at
            if cursor.takes(COMMAS):
                flag = cursor.word().casefold()
                if flag == "presupposed":
                    data["presupposed"] = True
                elif flag in ("drafted", "accepted"):
                    draft.bullet = "~" if flag == "drafted" else "+"
                else:
                    problem = "expected presupposed, drafted or accepted"
                    raise Slip(problem, start, cursor.at, code="CT031")
            elif cursor.sign == "[":
                label = cast("Name", cursor.label())
                data["id"] = label.text
                self.names.declare(label.text, "attribution")
            elif cursor.takes_word("in"):
                if cursor.takes_word("none"):
                    document = None
                else:
                    document = self.refer(cursor.name(_COLONS), "document")
            else:
                break
        cursor.colon(f'"{word}"')
        if document is not None:
            data["document"] = document
        draft.steps = read_chain(cursor, self.refer)
        for step in draft.steps:
            step.start, step.end = statement.span(step.start, step.end)
        drafts.append(draft)
        self.drafts.append(draft)

    def _heading(
        self,
        cursor: Cursor,
        data: dict[str, JsonValue],
        field: str,
        owner: Draft | None,
    ) -> None:
        """Read "on", the label and the colon of a judgement."""
        if cursor.takes_word("on"):
            data[field] = self.refer(cursor.name(_COLONS), "any")
        elif owner is None:
            problem = '"on" is missing: what is it about?'
            raise Slip(problem, cursor.at, cursor.at)
        else:
            data[field] = owner.data["id"]
        label = cursor.label()
        if label is not None:
            data["id"] = label.text
        cursor.colon("this")

    def _judgement(
        self, statement: Statement, owner: Draft | None, drafts: list[Draft]
    ) -> None:
        word = first_word(statement.text)
        cursor = self.cursor(statement, len(word))
        data: dict[str, JsonValue] = {"type": "notice", "kind": word}
        if word == "verdict":
            data = {"type": "assessment"}
        elif word == "waiver":
            data = {"type": "waiver", "rule": cursor.word().upper()}
        draft = Draft(data, statement.span(0, len(statement.text)))
        self._heading(cursor, data, "subject" if word == "verdict" else "target", owner)
        if word == "waiver":
            data["by"] = cursor.name().text
            if not cursor.is_quote:
                problem = "the reason of a waiver stands in quotes"
                raise Slip(problem, cursor.at, cursor.at)
            data["reason"] = cursor.quote()
        elif not _takes_nobody(cursor):
            data["by"] = self.refer(cursor.name(), "source")
        if word == "verdict" and cursor.is_quote:
            data["verdict"] = cursor.quote()
        while cursor.takes(COMMAS):
            self._judged(cursor, data, word)
        cursor.end()
        drafts.append(draft)
        self.drafts.append(draft)

    def _judged(self, cursor: Cursor, data: dict[str, JsonValue], word: str) -> None:  # noqa: C901
        start = cursor.at
        if word == "waiver":
            if not cursor.takes_word("until"):
                raise Slip('expected "until" and a date', start, start)
            data["until"] = read_date(cursor, self.refer)
        elif cursor.is_date:
            data["at"] = read_date(cursor, self.refer)
        elif cursor.takes_word("in"):
            data["document"] = self.refer(cursor.name(), "document")
        elif word != "verdict":
            known = word_of(cursor, "significance", "a significance")
            data["significance"] = known
        elif match := _URL.match(cursor.text, cursor.at):
            self._put(cursor, data, "url", match)
        elif cursor.takes_word("evidence"):
            listed = cast("list[JsonValue]", data.setdefault("evidence", []))
            listed.append(self.refer(cursor.name(), "document"))
        elif cursor.takes_word("lang"):
            data["lang"] = cursor.word()
        elif cursor.takes_word("rating"):
            _read_rating(cursor, data)
        elif scale := cursor.word():
            listed = cast("list[JsonValue]", data.setdefault("confidence", []))
            listed.append(read_scale(cursor, scale, start))
        else:
            raise Slip("something is missing after the comma", start, start)

    def _relation_head(self, block: Block, items: dict[str, JsonValue]) -> None:
        cursor = self.cursor(block.statement, block.at)
        while cursor.takes(COMMAS):
            self._relation_item(cursor, items)
        cursor.colon('"relations"')
        cursor.end()

    def _relation_item(self, cursor: Cursor, items: dict[str, JsonValue]) -> None:
        start = cursor.at
        if cursor.is_date:
            items["at"] = read_date(cursor, self.refer)
        elif cursor.takes_word("by"):
            items["by"] = self.refer(cursor.name(_COLONS), "source")
        elif cursor.takes_word("score"):
            score = cursor.number()
            if score is None:
                raise Slip("expected a score from 0 to 1", start, cursor.at)
            items["score"] = score
        elif cursor.takes_word("method"):
            items["method"] = (
                cursor.quote() if cursor.is_quote else cursor.name(_COLONS).text
            )
        else:
            problem = "expected by, a date, score or method"
            raise Slip(problem, start, start, code="CT031")

    def _relation(
        self, statement: Statement, items: dict[str, JsonValue], drafts: list[Draft]
    ) -> None:
        cursor = self.cursor(statement)
        match = _find_kind(statement.text)
        if match is None:
            problem = "expected a relation: [a] contradicts [b]"
            raise Slip(problem, 0, len(statement.text))
        subject = Cursor(statement.text[: match.start()], self.names.trie)
        data: dict[str, JsonValue] = {"type": "relation"}
        name = subject.name()
        if not subject.is_done and name.is_id:
            data["id"] = name.text
            name = subject.name()
        subject.end()
        data["kind"] = match[1].casefold()
        data["subject"] = self.refer(name, "any")
        cursor.at = match.end()
        cursor.skip()
        data["object"] = self.refer(cursor.name(), "any")
        data.update(items)
        while cursor.takes(COMMAS):
            self._relation_item(cursor, data)
        cursor.end()
        self._add_relation(data, statement, drafts)

    def _own_relation(
        self, cursor: Cursor, statement: Statement, owner: Draft, drafts: list[Draft]
    ) -> None:
        kind = first_word(statement.text)
        cursor.colon(f'"{kind}"')
        objects = [self.refer(cursor.name(), "any")]
        items: dict[str, JsonValue] = {}
        while cursor.takes(COMMAS):
            start = cursor.at
            is_item = cursor.is_date or cursor.word().casefold() in _RELATION_ITEMS
            cursor.at = start
            if is_item or items:
                self._relation_item(cursor, items)
            else:
                objects.append(self.refer(cursor.name(), "any"))
        cursor.end()
        for each in objects:
            data: dict[str, JsonValue] = {
                "type": "relation",
                "kind": kind,
                "subject": owner.data["id"],
                "object": each,
                **items,
            }
            self._add_relation(data, statement, drafts)

    def _add_relation(
        self, data: dict[str, JsonValue], statement: Statement, drafts: list[Draft]
    ) -> None:
        draft = Draft(data, statement.span(0, len(statement.text)))
        drafts.append(draft)
        self.drafts.append(draft)


_RELATION_ITEMS: Final = ("by", "score", "method")
_KIND: Final = re.compile(
    rf"(?<=\s)({'|'.join(map(re.escape, KINDS['relation']))})(?=\s)", re.IGNORECASE
)
_HIDDEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]')


def _is_confidential(link: dict[str, JsonValue]) -> bool:
    """Return whether a link may say where, when or to whom a source spoke."""
    return not link.keys().isdisjoint({"addressee", "occasion", "at"})


def _find_kind(text: str) -> re.Match[str] | None:
    """Return the first kind of relation that stands outside of quotes and brackets."""
    shown = _HIDDEN.sub(lambda match: "_" * len(match[0]), text)
    return _KIND.search(shown)


def _takes_nobody(cursor: Cursor) -> bool:
    after = cursor.text[cursor.at + 1 : cursor.at + 2]
    if cursor.sign != "-" or not (after in ("", ",") or after.isspace()):
        return False
    cursor.takes("-")
    return True


def _alias(cursor: Cursor) -> JsonValue:
    name = cursor.name("".join(ROUND))
    if cursor.sign not in ROUND or not cursor.sign:
        return name.text
    opened = cursor.sign
    cursor.takes(opened)
    lang = cursor.word()
    if not cursor.takes(ROUND[opened]):
        raise Slip(f"the bracket {opened} is not closed", name.end, name.end)
    return {"text": name.text, "lang": lang}


def _read_rating(cursor: Cursor, data: dict[str, JsonValue]) -> None:
    made: dict[str, JsonValue] = {}
    start = cursor.at
    value = cursor.number()
    if value is not None:
        made["value"] = value
    for end in ("best", "worst"):
        if cursor.takes_word(end):
            made[end] = cursor.number()
            if made[end] is None:
                raise Slip(f'a number is missing after "{end}"', start, cursor.at)
    data["rating"] = made


def _add_quote(statement: Statement, drafts: list[Draft]) -> None:
    text = statement.text[1:].strip()
    for draft in reversed(drafts):
        if draft.type == "attribution":
            span = statement.span(0, len(statement.text))
            draft.quotes.append(Quote(text, span))
            return
    problem = "nothing above this line can be quoted for; > belongs to an attribution"
    raise Slip(problem, 0, 1)


def _unknown_item(cursor: Cursor) -> Slip:
    stop = cursor.text.find(",", cursor.at)
    end = stop if stop >= 0 else len(cursor.text)
    if cursor.is_done:
        return Slip("something is missing after the comma", cursor.at - 1, cursor.at)
    problem = f"{quote(cursor.text[cursor.at : end])} cannot be said of a source here"
    fix = 'A role stands first, or behind "role"; aliases stand behind "also".'
    return Slip(problem, cursor.at, end, code="CT031", fix=fix)


def _unknown_line(word: str) -> Slip:
    known = (*WORDS, *SYNONYMS)
    near = meant(word, WORDS) if word else None
    hint = f'; did you mean "{near}"?' if near else ""
    if word in LINK_WORDS or word not in known:
        shown = f'"{word}"' if word else "this line"
        problem = f"{shown} is not a word that a line begins with{hint}"
        return Slip(problem, 0, len(word), code="CT031")
    problem = f'"{word}" cannot stand here'
    return Slip(problem, 0, len(word), code="CT031")
