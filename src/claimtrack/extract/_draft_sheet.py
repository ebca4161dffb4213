"""Write a draft as a sheet, with the decisions for a person as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack import sheet
from claimtrack.dossier import Dossier
from claimtrack.findings import Location, clip
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from claimtrack.extract._article import Article
    from claimtrack.extract._draft import Drafted
    from claimtrack.findings import Finding

__all__ = ["draft_sheet"]

_WORDS: Final = 60
"""Characters of the article quoted by a doubt."""

_PLACED: Final = frozenset({"CT051", "CT053", "CT058", "CT059"})
"""Codes of doubts about a stretch of the article, which is quoted."""


def draft_sheet(
    drafted: Drafted,
    article: Article,
    *,
    file: str | None = None,
    into: str | None = None,
) -> str:
    """Return a draft as a sheet, for a person to review.

    Each claim begins with a tilde, quotes the article, and has its doubts below it.

    Args:
        drafted: the draft.
        article: the article that it was made from.
        file: the name of the file with the article's text, as written after "text:"; it
            must be in the folder of the sheet, or below it.
        into: the text of an edited sheet to merge the draft into: claims that people
            accepted or dropped in it do not change.

    >>> from claimtrack.extract import Article, draft
    >>> article = Article(text="They will strike, the union said.")
    >>> text = draft_sheet(draft(article), article, file="strike.txt")
    >>> print(text.partition("~ ")[2], end="")
    [c1] prediction: They will strike
      body: ?the union @18-27 “said”, indirect
        > They will strike
    """
    doubts: dict[str, list[str]] = {}
    hulls = _hulls(drafted.dossier)
    for doubt in drafted.doubts:
        place = _place_of(doubt, article.text)
        claim = doubt.record or _nearest(hulls, place)
        doubts.setdefault(claim, []).append(_words_of(doubt, article.text, place))
    dossier = _as_in_sheets(drafted.dossier)
    if into is not None:
        return sheet.merge(
            into, dossier, article=article.text, file=file, doubts=doubts
        )
    return sheet.write(dossier, article=article.text, file=file, doubts=doubts)


def _hulls(dossier: Dossier) -> list[tuple[int, int, str]]:
    """Return the overall start and end of each claim's words, and its id."""
    return [
        (
            min(each.start or 0 for each in attribution.excerpts),
            max(each.end or 0 for each in attribution.excerpts),
            attribution.claim,
        )
        for attribution in dossier.attributions
    ]


def _nearest(hulls: list[tuple[int, int, str]], place: int) -> str:
    """Return the claim whose words are nearest to a place."""
    distances = [
        (max(start - place, place - end, 0), claim) for start, end, claim in hulls
    ]
    return min(distances, key=lambda item: item[0], default=(0, ""))[1]


def _place_of(doubt: Finding, text: str) -> int:
    """Return the place of a doubt in the text."""
    location = doubt.location or Location(file=None, line=1, column=1, end=1)
    place = 0
    for _ in range((location.line or 1) - 1):
        place = text.index("\n", place) + 1
    return place + (location.column or 1) - 1


def _words_of(doubt: Finding, text: str, place: int) -> str:
    if doubt.code not in _PLACED:
        return doubt.message
    words = " ".join(
        text[place : place + 4 * _WORDS].split("\n", maxsplit=1)[0].split()
    )
    return f"{doubt.message}: “{clip(words, _WORDS)}”"


def _as_in_sheets(dossier: Dossier) -> Dossier:
    """Return a dossier reduced to what a sheet expresses.

    Excerpts are places, and attributions have no labels, because a second draft would
    use the same labels for others.
    """
    made = Dossier(title=dossier.title, lang=dossier.lang)
    for record in dossier.values():
        if isinstance(record, Attribution):
            excerpts = [attrs.evolve(each, exact=None) for each in record.excerpts]
            made.add(attrs.evolve(record, id=None, excerpts=excerpts))
        else:
            made.add(record)
    return made
