"""State shared by the readers of a sheet's lines: names, drafts and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.findings import Finding, quote
from claimtrack.notation._attribution_defaults import AttributionDefaults
from claimtrack.notation._cursor import Cursor
from claimtrack.notation._declared_names import Names
from claimtrack.notation._drafts import Draft
from claimtrack.notation._outline import Outline
from claimtrack.notation._slips import Slip
from claimtrack.notation._suspicions import suspicion_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.findings import Severity
    from claimtrack.notation._cursor import Name
    from claimtrack.notation._drafts import Block, Span
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["Context", "LineReader"]

_TYPES: Final[dict[str, tuple[str, ...]]] = {
    "source": ("source",),
    "document": ("document",),
    "claim": ("claim",),
    "any": (),
}
"""What a reference is for → the types of record that it may name."""

_OTHER_MARK: Final = {"?": "??", "??": "?"}

LineReader: TypeAlias = "Callable[[Context, Block, Statement], None]"
"""Reads one statement of a block into the drafts; raises Slip if it cannot be read."""


class Context:
    """The drafts and findings of a sheet, and the meaning of its references.

    Attributes:
        head: the head of the dossier as JSON.
        head_places: the place of each part of the head.
        drafts: the records.
        findings: the findings with their places.
        private: texts that no message may show, whether they can be read or not.
        unnamed: words of undeclared unnamed sources → their ids.
        names: the declared names.
        attributing: the defaults for all attributions.
        is_broken: whether there is an error.
        labelled: ids of unnamed sources whose label no record holds.
        statement: the statement that is being read.
    """

    def __init__(self) -> None:
        """Start empty."""
        self.head: dict[str, JsonValue] = {}
        self.head_places: dict[str, Span] = {}
        self.drafts: list[Draft] = []
        self.findings: list[tuple[Finding, Span]] = []
        self.private: list[Span] = []
        self.unnamed: dict[str, list[str]] = {}
        self.names = Names()
        self.outline = Outline(self.names)
        self.attributing = AttributionDefaults()
        self.is_broken = False
        self.labelled: set[str] = set()
        self.statement: Statement | None = None
        self._unresolved: dict[str, str] = {}

    def say(
        self,
        code: str,
        message: str,
        span: Span,
        fix: str = "",
        *,
        severity: Severity | None = None,
    ) -> None:
        """Add a finding."""
        made = Finding.of(code, message, fix=fix)
        if severity is not None:
            made = attrs.evolve(made, severity=severity)
        self.findings.append((made, span))
        self.is_broken = self.is_broken or made.severity == "error"

    def warn(self, message: str, start: int, end: int, fix: str = "") -> None:
        """Add a warning about the statement that is being read."""
        self.say("CT036", message, self.span(start, end), fix)

    def refuse(self, statement: Statement, slip: Slip) -> None:
        """Add an error for a statement that cannot be read."""
        span = statement.span(slip.start, slip.end)
        self.say(slip.code, slip.problem, span, slip.fix)

    def attempt(self, read: LineReader, block: Block, statement: Statement) -> bool:
        """Return whether a statement could be read."""
        self.statement = statement
        try:
            read(self, block, statement)
        except Slip as slip:
            self.refuse(statement, slip)
            return False
        return True

    def span(self, start: int, end: int) -> Span:
        """Return the place of a part of the statement that is being read."""
        return (0, 1) if self.statement is None else self.statement.span(start, end)

    def cursor(self, statement: Statement, at: int = 0) -> Cursor:
        """Return a cursor that knows the declared names."""
        return Cursor(statement.text, self.names.trie, at)

    def check_name(self, name: Name) -> bool:
        """Return whether a name contains what should follow it, and warn if so."""
        if self._as_written(name) != name.mark + name.text:
            return False
        problem = suspicion_of(name.text, self.names.is_declared)
        if problem:
            shown = quote(name.mark + name.text)
            self.warn(f"the name {shown} {problem}", name.start, name.end, _QUOTE_IT)
        return problem is not None

    def refer(self, name: Name, wanted: str) -> str:
        """Return the id that a name means.

        Raises:
            Slip: if no declared record, or more than one, has the name.
        """
        if wanted == "here":
            return self._here(name)
        found = self.names.find(name, _TYPES[wanted])
        if found is not None:
            if found in self.labelled and self.statement is not None:
                self.private.append(self.statement.whole)
            return found
        if wanted == "source" and not name.is_id:
            return self._new_unnamed(name) if name.mark else self._new_source(name)
        if wanted == "any" and ":" in name.text and " " not in name.text:
            return name.text
        shown = name.mark + name.text
        problem = f"nothing has the id or name {quote(shown)}{self._hint(shown)}"
        raise Slip(problem, name.start, name.end, code="CT701")

    def _hint(self, text: str) -> str:
        near = self.names.near(text)
        return f"; did you mean {quote(near)}?" if near else ""

    def _here(self, name: Name) -> str:
        if self.attributing.read is None:
            problem = '"here" means the document that was read, but there is none'
            raise Slip(problem, name.start, name.end, code="CT701")
        return self.attributing.read

    def _new_unnamed(self, name: Name) -> str:
        words = name.mark + name.text
        other = ""
        if self.names.is_declared(_OTHER_MARK[name.mark] + name.text):
            other = "the same words are declared with the other mark"
        elif self.names.has_near_mark(words):
            other = "nearly the same words are declared"
        if other:
            message = f"{quote(words)} is a new source; {other}"
            fix = "Use the declared words, or declare this source too."
            self.warn(message, name.start, name.end, fix)
        key = self.outline.new_unnamed()
        self.unnamed.setdefault(self._as_written(name), []).append(key)
        count = {"min": 1, "max": 1} if name.mark == "?" else {"min": 2}
        self._add(key, name, kind="unnamed", description=name.text, count=count)
        return key

    def _as_written(self, name: Name) -> str:
        written = "" if self.statement is None else self.statement.text
        return name.mark + written[name.start + len(name.mark) : name.end]

    def _new_source(self, name: Name) -> str:
        known = self._unresolved.get(name.text)
        if known is not None:
            return known
        if not self.check_name(name):
            message = f"{quote(name.text)} is not declared{self._hint(name.text)}"
            self.say("CT032", message, self.span(name.start, name.end))
        key = self.outline.new_source(name.text)
        self._unresolved[name.text] = key
        self._add(key, name, kind="unresolved", name=name.text)
        return key

    def _add(self, key: str, shown: Name, **fields: JsonValue) -> None:
        self.names.declare(key, "source")
        data: dict[str, JsonValue] = {"type": "source", "id": key, **fields}
        self.drafts.append(Draft(data, self.span(shown.start, shown.end)))

    def add(self, draft: Draft, block: Block) -> None:
        """Add a record to the sheet, so that later lines may refer to it."""
        block.drafts.append(draft)
        self.drafts.append(draft)


_QUOTE_IT: Final = (
    "Write the comma that is missing, or put the name in straight quotes."
)
