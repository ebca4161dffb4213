"""Find the words that a sheet quotes in the article."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from claimtrack.notation._word_matches import Article
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from claimtrack.notation._chains import Step
    from claimtrack.notation._drafts import Draft, Quote, Span
    from claimtrack.notation._reader import Reader
    from claimtrack.schema import JsonValue

__all__ = ["anchor", "hash_of", "span_of"]


def hash_of(article: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()


def anchor(reader: Reader, article: str | None) -> None:
    """Set the places of quotations in the article, and report those not found.

    If the sheet gives a place next to the words, that place is kept; a report says if
    the words are elsewhere in the article.
    """
    key = reader.attributing.read
    document = reader.attributing.documents.get(str(key))
    usable = None
    if article is not None and document is not None:
        usable = Article(article)
        digest = hash_of(article)
        if document.data.setdefault("sha256", digest) != digest:
            span = document.places.get(("sha256",), document.span)
            message = "the article has changed: its hash is not the sha256 given here"
            fix = "Restore the text, or remove sha256 and place the quotes again."
            reader.say("CT034", message, span, fix, severity="error")
    for draft in reader.drafts:
        if draft.type == "attribution":
            is_read = draft.data.get("document") == key
            _anchor_one(reader, draft, usable if is_read else None)


def _anchor_one(reader: Reader, draft: Draft, article: Article | None) -> None:
    if article is None:
        for quoted in draft.quotes[len(draft.spots) :]:
            message = "the article was not given, so these words cannot be found in it"
            fix = (
                "Name its file (text: FILE, below the article), or give it with --text."
            )
            reader.say("CT034", message, quoted.span, fix)
        return
    given = [span_of(each) for each in draft.spots]
    places = [*given]
    unplaced: list[Span] = []
    for index, quoted in enumerate(draft.quotes):
        beside = given[index] if index < len(given) else None
        place = _place_of(reader, quoted, beside, article)
        if place is not None and beside is None:
            unplaced.append(place)
    places += unplaced
    if unplaced:
        _put_contents(draft, unplaced)
    offset = len(_listed(draft, "chain")) - len(draft.steps)
    for index, step in enumerate(draft.steps, offset):
        _anchor_cue(reader, draft, (index, step), article, places)


def _place_of(
    reader: Reader, quoted: Quote, beside: Span | None, article: Article
) -> Span | None:
    """Return the place of quoted words, and report where the article differs."""
    place = article.find_quote(quoted.text)
    if place == beside and place is not None:
        return place
    if place is not None and beside is not None:
        message = f"these words are at {_shown(place)}, not at {_shown(beside)}"
        reader.say("CT034", message, quoted.span, "Correct the numbers after at:.")
    elif place is None and (beside is None or not article.has(quoted.text, beside)):
        listed = article.places(quoted.text)
        how = "not in the article"
        if len(listed) > 1:
            how = f"in the article {len(listed)} times"
        message = f"these words are {how}"
        reader.say("CT034", message, quoted.span)
    return place


def _anchor_cue(
    reader: Reader,
    draft: Draft,
    numbered: tuple[int, Step],
    article: Article,
    places: list[Span],
) -> None:
    index, step = numbered
    cue = step.fields.get("cue")
    if not isinstance(cue, str) or step.has_no_place:
        return
    given = step.cue_place
    if not draft.quotes and given is None:
        return
    found = article.find_cue(cue, places)
    span = step.start, step.end
    if given is not None:
        if found is not None and found != given and not article.has(cue, given):
            message = f"this cue is at @{found[0]}, not at @{given[0]}"
            fix = "Correct the number after the cue."
            reader.say("CT034", message, span, fix, severity="info")
    elif found is None:
        listed = ", ".join(f"@{start}" for start, _ in article.places(cue))
        where = f"in several places: {listed}" if listed else "not in the article"
        message = f"this cue is {where}"
        fix = "Write its place after the cue (@480), or @none."
        reader.say("CT034", message, span, fix, severity="info")
    else:
        _put_cue(draft, index, found)


def _shown(place: Span) -> str:
    return f"{place[0]}-{place[1]}"


def span_of(excerpt: JsonValue) -> Span:
    """Return a place from a line "at:"."""
    start, end = cast("dict[str, int]", excerpt).values()
    return start, end


def _put_contents(draft: Draft, places: list[Span]) -> None:
    there, count = _listed(draft), len(draft.spots)
    spots: list[JsonValue] = [{"start": s, "end": e} for s, e in places]
    draft.data["excerpts"] = [*there[:count], *spots, *there[count:]]
    draft.spots.extend(spots)


def _put_cue(draft: Draft, index: int, place: Span) -> None:
    """Insert the place of a cue among the excerpts, in the order of the links."""
    there = _listed(draft)
    at = len(draft.spots)
    while at < len(there) and _link_of(there[at]) < index:
        at += 1
    made = {"start": place[0], "end": place[1], "role": "cue", "link": index}
    draft.data["excerpts"] = [*there[:at], made, *there[at:]]


def _link_of(excerpt: JsonValue) -> int:
    link = excerpt.get("link") if is_object(excerpt) else None
    return link if isinstance(link, int) else 1 << 20


def _listed(draft: Draft, key: str = "excerpts") -> list[JsonValue]:
    listed = draft.data.get(key)
    return listed if is_array(listed) else []
