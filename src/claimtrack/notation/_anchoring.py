"""Where the words that a sheet quotes stand in the article."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from claimtrack.notation._drafts import Draft
    from claimtrack.notation._reader import Reader
    from claimtrack.schema import JsonValue

__all__ = ["anchor", "find_cue", "find_quote", "hash_of"]

_GAP: Final = re.compile(r"\s*(?:…|\.\.\.)\s*")
_MOST_SHOWN: Final = 5


def hash_of(article: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()


def find_quote(text: str, article: str) -> tuple[int, int] | None:
    """Return where quoted words stand, None where they do not stand there once.

    >>> find_quote("The port … year", "The port will close for a year.")
    (0, 30)
    """
    if article.count(text) == 1 and text:
        start = article.index(text)
        return start, start + len(text)
    parts = _GAP.split(text, maxsplit=1)
    if len(parts) == 1 or not all(parts) or article.count(parts[0]) != 1:
        return None
    start = article.index(parts[0])
    last = article.find(parts[1], start + len(parts[0]))
    return None if last < 0 else (start, last + len(parts[1]))


def find_cue(
    cue: str, article: str, quotes: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return where a cue stands: once in the paragraphs of the quotes, else at all.

    Args:
        cue: the words.
        article: the text.
        quotes: the places of what is quoted.
    """
    for places in (_within(cue, article, quotes), places_of(cue, article)):
        if len(places) == 1:
            return places[0], places[0] + len(cue)
    return None


def places_of(
    words: str, article: str, start: int = 0, end: int | None = None
) -> list[int]:
    """Return up to a few offsets at which words stand between two others."""
    stop = len(article) if end is None else end
    found: list[int] = []
    position = article.find(words, start, stop)
    while position >= 0 and len(found) < _MOST_SHOWN:
        found.append(position)
        position = article.find(words, position + 1, stop)
    return found


def _within(cue: str, article: str, quotes: list[tuple[int, int]]) -> list[int]:
    found: set[int] = set()
    for start, end in quotes:
        begin = article.rfind("\n", 0, start) + 1
        stop = article.find("\n", end)
        found.update(places_of(cue, article, begin, None if stop < 0 else stop))
    return sorted(found)


def anchor(reader: Reader, article: str | None) -> None:
    """Give what is quoted its place in the article, and say what has none."""
    key = reader.attributing.read
    document = reader.attributing.documents.get(str(key))
    usable = None
    if article is not None and document is not None:
        usable = article
        digest = hash_of(article)
        if document.data.setdefault("sha256", digest) != digest:
            span = document.places.get(("sha256",), document.span)
            message = "the article has changed: its hash is not the sha256 given here"
            fix = "Restore the text, or remove sha256 and place the quotes again."
            reader.say("CT034", message, span, fix, severity="error")
    for draft in reader.drafts:
        if draft.quotes:
            is_read = draft.data.get("document") == key
            _anchor_one(reader, draft, usable if is_read else None)


def _anchor_one(reader: Reader, draft: Draft, article: str | None) -> None:
    if article is None:
        for quoted in draft.quotes:
            message = "the article is not at hand, so these words have no place"
            reader.say("CT034", message, quoted.span)
        return
    places: list[tuple[int, int]] = []
    for quoted in draft.quotes:
        place = find_quote(quoted.text, article)
        if place is None:
            count = len(places_of(quoted.text, article))
            how = f"stand there {count} times" if count > 1 else "do not stand there"
            message = f"these words have no place in the article: they {how}"
            reader.say("CT034", message, quoted.span)
        else:
            places.append(place)
    spots: list[JsonValue] = [{"start": s, "end": e} for s, e in places]
    _put_first(draft, spots)
    offset = len(_links(draft)) - len(draft.steps)
    for index, step in enumerate(draft.steps, offset):
        cue = step.fields.get("cue")
        if isinstance(cue, str) and step.cue_place is None and not step.has_no_place:
            found = find_cue(cue, article, places)
            if found is None:
                listed = ", ".join(f"@{each}" for each in places_of(cue, article))
                where = f"stands at {listed}" if listed else "does not stand there"
                message = f"this cue has no one place in the article: it {where}"
                fix = "Write the place behind the cue (@480), or @none."
                span = step.start, step.end
                reader.say("CT034", message, span, fix, severity="info")
            else:
                _put_cue(draft, index, found)


def _links(draft: Draft) -> list[JsonValue]:
    chain = draft.data["chain"]
    return chain if is_array(chain) else []


def _put_first(draft: Draft, spots: list[JsonValue]) -> None:
    there = draft.data.get("excerpts")
    rest = there if is_array(there) else []
    count = len(draft.spots)
    if spots or rest:
        draft.data["excerpts"] = [*rest[:count], *spots, *rest[count:]]
    draft.spots.extend(spots)


def _put_cue(draft: Draft, index: int, place: tuple[int, int]) -> None:
    """Put the place of a cue among the excerpts, in the order of the links."""
    there = cast("list[JsonValue]", draft.data.setdefault("excerpts", []))
    at = len(draft.spots)
    while at < len(there) and _link_of(there[at]) < index:
        at += 1
    start, end = place
    there.insert(at, {"start": start, "end": end, "role": "cue", "link": index})


def _link_of(excerpt: JsonValue) -> int:
    link = excerpt.get("link") if is_object(excerpt) else None
    return link if isinstance(link, int) else 1 << 20
