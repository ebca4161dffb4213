"""A second draft that goes into an edited sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.notation import (
    Piece,
    examine_sheet,
    find_quote,
    split_sheet,
    write_sheet,
)

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier

__all__ = ["merge"]

_GONE: Final = "  ! the article no longer has these words"
_DECLARING: Final = ("source", "document")


def merge(text: str, dossier: Dossier, *, article: str | None = None) -> str:
    """Return a sheet with a second draft in it; what people decided stays as it is.

    Blocks are matched by the words that they quote, then by the text of the claim.
    Claims with ``-``, ``+`` and ``x`` never change. A claim with ``~`` is replaced by
    the one that matches it and keeps its label and comments; where its words are gone
    from the article, a doubt says so. New claims come in with ``~``, in the article's
    order, or behind the other claims where their words have no place in it. A sheet
    that cannot be read is returned as it is.

    Args:
        text: of the sheet.
        dossier: the second draft.
        article: the text that the draft was made of.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> c = d.claim("The port will close.")
    >>> print(merge("x The market is open.", d), end="")
    x The market is open.
    <BLANKLINE>
    ~ [c1] The port will close.
    """
    sheet = examine_sheet(text, article=article)
    if not sheet.examination.is_valid:
        return text
    ours = split_sheet(text)
    drafted = write_sheet(
        dossier.head, dossier.values(), article=article, bullets=sheet.bullets
    )
    theirs = split_sheet(drafted)
    matched, fresh = _matched(ours, theirs)
    made = [
        (_kept(each, matched.get(index), article), each)
        for index, each in enumerate(ours)
    ]
    declared = {each.key for each in ours if each.kind in _DECLARING}
    declarations = [
        (each.text, each)
        for each in theirs
        if each.kind in _DECLARING and each.key not in declared
    ]
    at = _behind_last(made, _DECLARING, _behind_last(made, ("head", "unless"), 0))
    made[at:at] = declarations
    taken = {each.key for each in ours if each.key}
    for each in fresh:
        _insert(made, (_drafted(each, taken), each), article)
    return "\n".join(body for body, _ in made)


def _matched(
    ours: list[Piece], theirs: list[Piece]
) -> tuple[dict[int, Piece], list[Piece]]:
    """Return which claim of the draft each block matches, and the claims left."""
    fresh = [each for each in theirs if each.kind == "claim"]
    matched: dict[int, Piece] = {}
    for is_same in (_quotes_alike, _says_alike):
        for index, piece in enumerate(ours):
            if piece.kind != "claim" or index in matched:
                continue
            match = next((each for each in fresh if is_same(piece, each)), None)
            if match is not None:
                matched[index] = match
                fresh.remove(match)
    return matched, fresh


def _quotes_alike(piece: Piece, other: Piece) -> bool:
    return bool(piece.quotes) and piece.quotes == other.quotes


def _says_alike(piece: Piece, other: Piece) -> bool:
    return piece.said != "" and piece.said == other.said


def _kept(piece: Piece, match: Piece | None, article: str | None) -> str:
    """Return a block of the sheet as it is, or as the second draft has it."""
    if piece.bullet != "~":
        return piece.text
    if match is not None:
        return _with_label(match, piece.key) + piece.comments
    is_gone = article is not None and any(
        not _stands_in(each, article) for each in piece.quotes
    )
    if not is_gone or _GONE.strip() in piece.text:
        return piece.text
    return f"{piece.text}{_GONE}\n"


def _stands_in(quote: str, article: str) -> bool:
    return all(each.strip() in article for each in quote.split("…"))


def _insert(
    made: list[tuple[str, Piece]], block: tuple[str, Piece], article: str | None
) -> None:
    """Put a new claim before the first one that the article has after it."""
    place = _place(block[1], article)
    for index, (_, piece) in enumerate(made):
        other = _place(piece, article)
        if place is not None and other is not None and other > place:
            made.insert(index, block)
            return
    made.insert(_behind_last(made, ("claim",), len(made)), block)


def _place(piece: Piece, article: str | None) -> int | None:
    """Return where the words of a claim begin in the article."""
    found = [find_quote(each, article or "") for each in piece.quotes]
    return min((each[0] for each in found if each is not None), default=None)


def _behind_last(
    made: list[tuple[str, Piece]], kinds: tuple[str, ...], default: int
) -> int:
    found = [index for index, (_, each) in enumerate(made) if each.kind in kinds]
    return found[-1] + 1 if found else default


def _drafted(piece: Piece, taken: set[str]) -> str:
    """Return a new claim as a draft, with a label that is free."""
    key, number = piece.key, 1
    while key in taken:
        number += 1
        key = f"{piece.key}-{number}"
    taken.add(key)
    return _with_label(piece, key)


def _with_label(piece: Piece, key: str) -> str:
    """Return a claim of the draft with a tilde, under a label."""
    return f"~ [{key}]{piece.text.partition(']')[2]}"
