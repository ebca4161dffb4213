"""Merge a second draft into an edited sheet."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from claimtrack.notation import (
    Piece,
    examine_sheet,
    find_quote,
    split_sheet,
    write_sheet,
    write_text,
)
from claimtrack.records import Source
from claimtrack.sheet._doubt_lines import doubt_lines, joined, loose_doubts
from claimtrack.sheet._joined_ids import joined_names, needless_in, with_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.notation import Sheet
    from claimtrack.records import Record

__all__ = ["merge"]

_GONE: Final = "  ! the article no longer has these words"
_FILE_LINE: Final = re.compile(r"^\s+(?:text|sha256)\s*:.*\n", re.MULTILINE)
_DECLARING: Final = ("source", "document")


def merge(
    text: str,
    dossier: Dossier,
    *,
    article: str | None = None,
    file: str | None = None,
    doubts: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return a sheet with a second draft merged in; decisions by people are kept.

    Blocks are matched by the words that they quote, then by the text of the claim.
    Claims with ``-``, ``+`` and ``x`` never change. A claim with ``~`` is replaced by
    the one that matches it and keeps its label and comments. If its words are gone from
    the article, a doubt says so. New claims are added with ``~``, in the order of the
    article, or after the other claims if their words have no place in it. The second
    draft is about the document that the sheet reads. An unnamed source in it is a new
    source, except in a claim that matches. A sheet that cannot be read is returned
    unchanged.

    Args:
        text: the text of the sheet.
        dossier: the second draft.
        article: the text that the draft was made from.
        file: the name of that text's file, which the sheet will state from now on.
        doubts: claim id of the draft → points that a person has to decide.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> c = d.claim("The port will close.")
    >>> print(merge("x The market is open.", d), end="")
    x The market is open.
    <BLANKLINE>
    ~ [c1] The port will close.
    """
    if file is not None:
        text = _with_file(text, file)
    sheet = examine_sheet(text, article=article)
    if not sheet.examination.is_valid:
        return text
    ours = split_sheet(text)
    records, theirs = _with_names_of(sheet, ours, dossier, article)
    matched, fresh = _matched(ours, theirs)
    made = [
        (_kept(each, matched.get(index), article, doubts), each)
        for index, each in enumerate(ours)
    ]
    replaced = (each for i, each in matched.items() if ours[i].bullet == "~")
    needless = needless_in(records, {each.key for each in (*fresh, *replaced)})
    declared = {each.key for each in ours if each.kind in _DECLARING} | needless
    declarations = [
        (each.text, each)
        for each in theirs
        if each.kind in _DECLARING and each.key not in declared
    ]
    at = _behind_last(made, _DECLARING, _behind_last(made, ("head", "unless"), 0))
    made[at:at] = declarations
    taken = {each.key for each in ours if each.key}
    for each in fresh:
        _insert(made, (_drafted(each, taken, doubts), each), article)
    claims = {each.key for each in theirs if each.kind == "claim"}
    loose = loose_doubts(doubts, claims)
    body = joined(made)
    return body if loose.strip() in body else body + loose


def _with_names_of(
    sheet: Sheet, ours: list[Piece], dossier: Dossier, article: str | None
) -> tuple[list[Record], list[Piece]]:
    """Return the records of a second draft with the sheet's ids, and its blocks."""
    head, records, bullets = dossier.head, [*dossier.values()], sheet.bullets
    theirs = split_sheet(write_sheet(head, records, article=article, bullets=bullets))
    matched, _ = _matched(ours, theirs)
    pairs = [(ours[index].key, each.key) for index, each in matched.items()]
    names = joined_names(sheet, records, pairs)
    held = [e for e in sheet.examination.records if isinstance(e, Source)]
    ids = {str(each.id) for each in held}
    renamed = [with_names(each, names) for each in records]
    # Uses the sheet's own sources, so that no label means two of them.
    joint = [*held, *(each for each in renamed if str(each.id) not in ids)]
    written = write_sheet(head, joint, article=article, bullets=bullets)
    return renamed, split_sheet(written)


def _with_file(text: str, file: str) -> str:
    """Return a sheet whose document is read from another file."""
    read = examine_sheet(text, article=lambda _: None).read
    line = f"  text: {write_text(file, indent='  ')}\n"
    return joined(
        (
            _FILE_LINE.sub("", each.text) + line
            if each.kind == "document" and each.key == read
            else each.text,
            each,
        )
        for each in split_sheet(text)
    )


def _matched(
    ours: list[Piece], theirs: list[Piece]
) -> tuple[dict[int, Piece], list[Piece]]:
    """Return block index → matching claim of the draft, and the claims left over."""
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


def _kept(
    piece: Piece,
    match: Piece | None,
    article: str | None,
    doubts: Mapping[str, Sequence[str]],
) -> str:
    """Return a block of the sheet unchanged, or as in the second draft."""
    if piece.bullet != "~":
        return piece.text
    if match is not None:
        lines = doubt_lines(doubts.get(match.key, ()))
        return _with_label(match, piece.key) + lines + piece.comments
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
    """Insert a new claim before the first one that comes later in the article."""
    place = _place(block[1], article)
    for index, (_, piece) in enumerate(made):
        other = _place(piece, article)
        if place is not None and other is not None and other > place:
            made.insert(index, block)
            return
    made.insert(_behind_last(made, ("claim",), len(made)), block)


def _place(piece: Piece, article: str | None) -> int | None:
    """Return the position of a claim's words in the article."""
    found = [find_quote(each, article or "") for each in piece.quotes]
    return min((each[0] for each in found if each is not None), default=None)


def _behind_last(
    made: list[tuple[str, Piece]], kinds: tuple[str, ...], default: int
) -> int:
    found = [index for index, (_, each) in enumerate(made) if each.kind in kinds]
    return found[-1] + 1 if found else default


def _drafted(piece: Piece, taken: set[str], doubts: Mapping[str, Sequence[str]]) -> str:
    """Return a new claim as a draft, with a label that is free."""
    key, number = piece.key, 1
    while key in taken:
        number += 1
        key = f"{piece.key}-{number}"
    taken.add(key)
    return _with_label(piece, key) + doubt_lines(doubts.get(piece.key, ()))


def _with_label(piece: Piece, key: str) -> str:
    """Return a claim of the draft with a tilde and a label."""
    return f"~ [{key}]{piece.text.partition(']')[2]}"
