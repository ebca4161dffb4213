"""Speech that continues after its speaker: "— A, — said X. — B"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from claimtrack.extract._article import pieces
from claimtrack.extract._mention import Mention

if TYPE_CHECKING:
    from claimtrack.extract._grammar._paragraphs import Layout

__all__ = ["resumed"]

_FIRST: Final = re.compile(r"\s[—–-]\s+$")
"""The dash before the verb: "— A, — said X"."""

_NEXT: Final = re.compile(r"[^.!?…»”\n]{0,200}[.!?…][^\S\n]+[—–-][^\S\n]+(?=\S)")
"""Text between the speaker and the dash that opens more speech."""


def resumed(text: str, layout: Layout, found: list[Mention]) -> list[Mention]:
    """Return what speakers named between two dashes say after the second one.

    It continues to the end of the quote or paragraph, or until the words of the next
    speaker begin.
    """
    dashed = [
        mention
        for mention in found
        if mention.rule.startswith("inverted")
        and mention.cue is not None
        and _FIRST.search(text, max(pieces(mention.cue)[0][0] - 3, 0), _cue(mention))
    ]
    places = sorted(pieces(mention.content)[0][0] for mention in found)
    made: list[Mention] = []
    for mention in dashed:
        after = pieces(mention.source)[-1][1]
        match = _NEXT.match(text, after)
        if match is None:
            continue
        start, end = match.end(), _end_of(layout, match.end())
        at = bisect_left(places, start)
        if at < len(places):
            end = min(end, places[at])
        if after < start < end:
            made.append(
                Mention(
                    source=mention.source,
                    content=(start, end),
                    rule="follow-up",
                    sure=mention.sure,
                )
            )
    return made


def _cue(mention: Mention) -> int:
    return pieces(mention.cue)[0][0]


def _end_of(layout: Layout, place: int) -> int:
    """Return the end of the quote around a place, or else of its paragraph."""
    at = bisect_right(layout.quotes, (place, place)) - 1
    if at >= 0 and place < layout.quotes[at][1]:
        start, end = layout.quotes[at]
        return end if start in layout.unclosed else end - 1
    line = bisect_right(layout.paragraphs, (place, place)) - 1
    return layout.paragraphs[line][1]
