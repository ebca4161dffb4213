"""A second draft goes into a sheet that people have edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.notation import Piece, examine_sheet, split_sheet, write_sheet

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier

__all__ = ["merge"]

_GONE = "  ! the article no longer has these words"


def merge(text: str, dossier: Dossier, *, article: str | None = None) -> str:
    """Return a sheet with a second draft in it; what people decided stays as it is.

    Blocks are matched by the words that they quote, then by the text of the claim.
    Claims with ``-``, ``+`` and ``x`` never change. A claim with ``~`` is replaced by
    the one that matches it and keeps its label; where its words are gone from the
    article, a doubt says so. New claims come in with ``~`` at the end. A sheet that
    cannot be read is returned as it is.

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
    if not examine_sheet(text, article=article).examination.is_valid:
        return text
    ours = split_sheet(text)
    drafted = write_sheet(dossier.head, dossier.values(), article=article)
    theirs = split_sheet(drafted)
    taken = {each.key for each in ours if each.key}
    declared = {each.key for each in ours if each.kind in ("source", "document")}
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
    made: list[str] = []
    for index, piece in enumerate(ours):
        match = matched.get(index)
        made.append(_kept(piece, match, article))
    further = [each for each in theirs if each.kind in ("source", "document")]
    made += [each.text for each in further if each.key not in declared]
    made += [_drafted(each, taken) for each in fresh]
    return "\n".join(made)


def _kept(piece: Piece, match: Piece | None, article: str | None) -> str:
    """Return a block of the sheet as it is, or as the second draft has it."""
    if piece.bullet != "~" or piece.kind != "claim":
        return piece.text
    if match is not None:
        return _with_label(match, piece.key)
    is_gone = article is not None and any(
        not _stands_in(each, article) for each in piece.quotes
    )
    if not is_gone or _GONE.strip() in piece.text:
        return piece.text
    return f"{piece.text}{_GONE}\n"


def _stands_in(quote: str, article: str) -> bool:
    return all(each.strip() in article for each in quote.split("…"))


def _quotes_alike(piece: Piece, other: Piece) -> bool:
    return bool(piece.quotes) and piece.quotes == other.quotes


def _says_alike(piece: Piece, other: Piece) -> bool:
    return piece.said != "" and piece.said == other.said


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
    head, _, rest = piece.text.partition("]")
    label = head.partition("[")[2]
    return f"~ [{key or label}]{rest}"
