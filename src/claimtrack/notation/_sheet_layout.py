"""Format a sheet in one layout, without changing words or order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.notation._reader import Reader
from claimtrack.notation._sheet_words import BULLETS, FIELDS, KINDS, PLACEMENTS
from claimtrack.notation._signs import COLONS, is_blank
from claimtrack.notation._slugs import slug
from claimtrack.notation._statements import first_word, split_lines, statements_of
from claimtrack.notation._written_values import write_name

if TYPE_CHECKING:
    from claimtrack.notation._drafts import Block
    from claimtrack.notation._statements import Line

__all__ = ["format_sheet"]

_OPENERS: Final[dict[str, str]] = {
    **dict.fromkeys(PLACEMENTS, "attribution"),
    **dict.fromkeys(KINDS["notice"], "notice"),
    **dict.fromkeys(KINDS["relation"], "relation"),
    "verdict": "assessment",
    "waiver": "waiver",
}
"""First word of an indented line that has lines of its own → the type of its record."""

_WIDTH: Final = 2


def format_sheet(text: str) -> str:
    r"""Return a sheet in the standard layout: margins of 0, 2 and 4, labelled claims.

    Comments, doubts and lines that cannot be read stay.

    >>> format_sheet("• The port will close.\n\tbody: …")
    '- [c1] The port will close.\n  body: …\n'
    """
    reader = Reader()
    statements, _ = statements_of(text)
    reader.read(statements)
    blocks = {each.statement.pieces[0][1]: each for each in reader.blocks}
    begins = {each.pieces[0][1] for each in statements}
    lines: list[str] = []
    margins = _Margins()
    end = 0
    for line in split_lines(text):
        is_apart = _has_blank_line(text[end : line.start])
        if is_apart and lines:
            lines.append("")
        end = line.start + len(line.text)
        body = line.text
        block = blocks.get(line.start)
        if block is not None:
            body = _labelled(body, block)
        lines.append(margins.of(line, is_new=line.start in begins) + body)
    lines.extend(_declarations(reader))
    return "".join(f"{each}\n" for each in lines)


def _has_blank_line(between: str) -> bool:
    return between.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


class _Margins:
    """Decides how far a line is indented."""

    def __init__(self) -> None:
        self._opened: list[str] = []
        self._last = 0
        self._is_relations = False

    def of(self, line: Line, *, is_new: bool) -> str:
        """Return the blanks before a line."""
        if not line.is_indented:
            if not line.is_aside:
                self._opened, self._last = [], 0
                self._is_relations = first_word(line.text) == "relations"
            return ""
        if line.is_aside:
            return " " * max(self._last, _WIDTH)
        if not is_new:
            return " " * (self._last + _WIDTH)
        self._last = self._depth(line.text) * _WIDTH
        return " " * self._last

    def _depth(self, text: str) -> int:
        word = first_word(text)
        if text.startswith(">"):
            return 2
        if word in FIELDS:
            types = FIELDS[word]
            deep = self._opened[-1:] if not types else self._opened
            return 2 if any(not types or each in types for each in deep) else 1
        self._opened.append(_OPENERS.get(word, "relation"))
        return 1


def _labelled(text: str, block: Block) -> str:
    """Return a line at the margin with an ASCII bullet and its label."""
    draft = block.draft
    if block.kind == "claim":
        bullet, rest = BULLETS[text[0]], text[1:]
        while rest and is_blank(rest[0]):
            rest = rest[1:]
        if draft is None or rest.startswith("["):
            return f"{bullet} {rest}".rstrip()
        return f"{bullet} [{draft.data['id']}] {rest}".rstrip()
    if block.kind == "source" and draft is not None and not draft.has_label:
        key = str(draft.data["id"])
        is_plain = draft.data.get("kind") != "unnamed" and slug(block.label) == key
        at = block.colon
        if not is_plain and 0 < at < len(text) and text[at] in COLONS:
            return f"{text[:at].rstrip()} [{key}]{text[at:]}"
    return text


def _declarations(reader: Reader) -> list[str]:
    """Return a line for each unnamed source that a chain names but nothing declares.

    If the same words mean a new source twice, they stay as they are.
    """
    made: list[str] = []
    for words, keys in reader.unnamed.items():
        if len(keys) == 1:
            text = words.lstrip("?")
            # Signs that end no name in a chain may end one before a colon.
            shown = text if text.startswith('"') else write_name(text)
            mark = words[: len(words) - len(text)]
            made.append(f"{mark}{shown} [{keys[0]}]:")
    return ["", *made] if made else []
