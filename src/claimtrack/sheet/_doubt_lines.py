"""Write doubts as lines of a sheet, and join blocks of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.notation import Piece

__all__ = ["doubt_lines", "joined", "loose_doubts"]


def doubt_lines(doubts: Iterable[str]) -> str:
    r"""Return doubts as the lines below a claim.

    >>> doubt_lines(["who is “they”?", "two\nlines"])
    '  ! who is “they”?\n  ! two lines\n'
    """
    return "".join(f"  ! {' '.join(each.split())}\n" for each in doubts)


def loose_doubts(doubts: Mapping[str, Sequence[str]], claims: AbstractSet[str]) -> str:
    """Return the doubts about missing claims, which are put at the end of a sheet.

    Args:
        doubts: claim id → doubts.
        claims: ids of the existing claims.
    """
    lines = [line for key, some in doubts.items() if key not in claims for line in some]
    return f"\n{doubt_lines(lines)}" if lines else ""


def joined(blocks: Iterable[tuple[str, Piece]]) -> str:
    """Return the text of blocks, with empty lines as before and around claims."""
    made: list[str] = []
    last: Piece | None = None
    for text, piece in blocks:
        if last is not None and (last.is_closed or "claim" in {last.kind, piece.kind}):
            made.append("\n")
        made.append(text)
        last = piece
    return "".join(made)
