"""Texts of a sheet that no record holds: comments, labels of unnamed sources."""

from __future__ import annotations

import bisect
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from claimtrack.validation import Beside, locate_spans

if TYPE_CHECKING:
    from claimtrack.notation._drafts import Block, Draft, Span
    from claimtrack.notation._reader import Reader
    from claimtrack.notation._statements import Line

__all__ = ["texts_beside"]


def texts_beside(
    reader: Reader, asides: list[Line], text: str, file: str | None
) -> tuple[Beside, ...]:
    """Return the comments of a sheet and the labels of its unnamed sources.

    A comment belongs to the unnamed source in whose lines it is, and to the one that is
    declared next below it.

    Args:
        reader: the reader of the sheet.
        asides: its comments and doubts.
        text: the text of the sheet.
        file: the name to use in places.
    """
    begins = [(block.statement.whole[0], block) for block in reader.blocks]
    made: list[tuple[str, str, Span, tuple[str, ...]]] = []
    for line in asides:
        if line.text.startswith("#"):
            span = line.start, line.start + len(line.text)
            below = bisect.bisect_right(begins, line.start, key=itemgetter(0))
            around = [block for _, block in begins[max(below - 1, 0) : below + 1]]
            keys = tuple(_key(each) for each in around if _is_unnamed(each))
            made.append(("comment", line.text[1:].strip(), span, keys))
    for start, block in begins:
        if _is_unnamed(block) and block.label != _draft(block).data["description"]:
            span = start, start + 1
            made.append(("label", block.label, span, (_key(block),)))
    where = locate_spans(text, file, [span for _, _, span, _ in made])
    return tuple(
        Beside(
            kind="label" if kind == "label" else "comment",
            text=said,
            location=location,
            sources=keys,
        )
        for (kind, said, _, keys), location in zip(made, where, strict=True)
    )


def _draft(block: Block) -> Draft:
    return cast("Draft", block.draft)


def _key(block: Block) -> str:
    return str(_draft(block).data["id"])


def _is_unnamed(block: Block) -> bool:
    return block.kind == "source" and _draft(block).data["kind"] == "unnamed"
