"""Read the rating of a review: its words, its numbers, and their meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from claimtrack.findings import quote
from claimtrack.interop._leaves import Node
from claimtrack.interop._shelf import fits
from claimtrack.interop._verdicts import Verdict, VerdictMaps, band_of
from claimtrack.records import Assessment, Normalized, Rating, limits
from claimtrack.schema import is_object

if TYPE_CHECKING:
    from claimtrack.interop._filler import Reading
    from claimtrack.interop._people import Staff

__all__ = ["CATEGORIES", "Rated", "number_of", "read_rating"]

CATEGORIES: Final = "https://schema.org/mediaAuthenticityCategory"
"""The scheme of MediaReview categories."""

_NUMBERS: Final = {"value": "ratingValue", "best": "bestRating", "worst": "worstRating"}
"""Field of a rating → key of schema.org."""

_SENTINEL: Final = -1
"""The number that publishers write if they have none."""

_CONFLICT: Final = 2
"""Steps between two veracity codes from which they contradict each other."""


@attrs.frozen
class Rated:
    """A judgement as published.

    Attributes:
        fields: fields of the assessment.
        places: the leaves that these fields hold, their fields, and whether unchanged.
    """

    fields: dict[str, Any]
    places: tuple[tuple[Node, str, bool], ...]


@attrs.define
class _Draft:
    """A judgement being built."""

    fields: dict[str, Any] = attrs.Factory(dict[str, Any])
    places: list[tuple[Node, str, bool]] = attrs.Factory(list["tuple[Node, str, bool]"])


def read_rating(
    reading: Reading, review: Node, staff: Staff, maps: VerdictMaps
) -> Rated | None:
    """Return the judgement of a review; None if it has none."""
    draft = _Draft()
    given = reading.first(review.child("reviewRating"))
    words = _verdict(reading, draft, given)
    numbers = None if given is None else _numbers(reading, draft, given)
    categories = _categories(reading, draft, review)
    if not draft.fields:
        return None
    verdicts = maps.of_words(words, staff.host) if words else ()
    if not verdicts:
        verdicts = _of_categories(categories, maps)
    place = given or review
    by_number = _of_numbers(reading, place, numbers) if numbers else None
    if words and not verdicts:
        message = f"no map has the verdict {quote(words)}"
        reading.note("CT732", place, message)
    if by_number is not None:
        if verdicts:
            _compare(reading, place, words or "", verdicts, by_number)
        else:
            verdicts = (by_number,)
    normalized = [*categories, *(each.to_normalized() for each in verdicts)]
    if normalized:
        draft.fields["normalized"] = tuple(normalized)
    return Rated(draft.fields, tuple(draft.places))


def _verdict(reading: Reading, draft: _Draft, given: Node | None) -> str | None:
    """Take the verdict in words."""
    if given is None:
        return None
    place = given
    if is_object(given.value):
        keys = [given.child(key) for key in ("alternateName", "name")]
        value = given.child("ratingValue")
        # The value may be text too.
        if isinstance(value.value, str) and number_of(value.value) is None:
            keys.append(value)
        place = next((each for each in keys if each.value not in (None, "")), keys[0])
    if place.value is None:
        return None
    found = reading.plain_text(place)
    if found is None or not found[0].strip():
        return None
    text, at = found
    if not fits(Assessment, "verdict", text):
        reading.note("CT734", at, f"{quote(text)} cannot be a verdict")
        return None
    draft.fields["verdict"] = text
    draft.places.append((at, "verdict", isinstance(at.value, str)))
    return text


def _numbers(reading: Reading, draft: _Draft, given: Node) -> Rating | None:
    """Take the numbers; text that is a number counts, and anything else is kept."""
    values: dict[str, float] = {}
    for field, key in _NUMBERS.items():
        place = reading.first(given.child(key), keys=("@value",))
        if place is None:
            continue
        number = number_of(place.value)
        if number is None and place.value == draft.fields.get("verdict"):
            draft.places.append((place, "verdict", True))
            continue
        if number is None:
            message = f"{quote(place.value)} is not a rating number"
            reading.note("CT729", place, message)
            continue
        values[field] = number
        is_exact = not isinstance(place.value, str)
        draft.places.append((place, f"rating/{field}", is_exact))
    if not values:
        return None
    rating = Rating(**values)
    draft.fields["rating"] = rating
    return rating


_MOST: Final = limits.NUMBER

_DECIMAL: Final = re.compile("[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")


def number_of(value: object) -> float | None:
    """Return a number, which may be text with a point or a comma."""
    number: float | None = None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number = value
    elif isinstance(value, str) and _DECIMAL.fullmatch(value.strip()):
        number = float(value.strip().replace(",", "."))
        number = int(number) if number.is_integer() else number
    # NaN compares as False with every number.
    return number if number is not None and abs(number) <= _MOST else None


def _categories(reading: Reading, draft: _Draft, review: Node) -> list[Normalized]:
    """Take the categories of a MediaReview; the first is the verdict in words."""
    found: list[Normalized] = []
    for place in review.child("mediaAuthenticityCategory").items():
        code = place.value
        if not isinstance(code, str) or not fits(Assessment, "verdict", code):
            reading.note("CT722", place, f"expected a category, got {quote(code)}")
            continue
        plain = code.strip().rpartition("/")[2]
        if not plain or len(code) > limits.LINE:
            continue
        named = Normalized(scheme=CATEGORIES, axis="authenticity", code=plain)
        if named not in found:
            found.append(named)
        is_first = "verdict" not in draft.fields
        if is_first:
            draft.fields["verdict"] = code
        if is_first or plain == code:
            field = "verdict" if is_first else "normalized"
            draft.places.append((place, field, True))
    return found


_CAPITAL: Final = re.compile("(?<=[a-z])(?=[A-Z])")


def _of_categories(
    categories: list[Normalized], maps: VerdictMaps
) -> tuple[Verdict, ...]:
    """Return the meaning of categories, whose names are words run together."""
    found: dict[Verdict, None] = {}
    for each in categories:
        found.update(dict.fromkeys(maps.of_words(_CAPITAL.sub(" ", each.code))))
    return tuple(found)


def _of_numbers(reading: Reading, place: Node, rating: Rating) -> Verdict | None:
    """Return the meaning of the numbers; None if they have none."""
    if rating.value is None:
        return None
    if rating.best is None or rating.worst is None:
        message = "the number has no scale: bestRating or worstRating is missing"
        reading.note("CT730", place, message)
        return None
    shown = f"{rating.value:g} from {rating.worst:g} to {rating.best:g}"
    if rating.best == rating.worst:
        reading.note("CT730", place, f"the scale has only one step: {shown}")
        return None
    low, high = sorted((rating.best, rating.worst))
    if not low <= rating.value <= high or rating.value == _SENTINEL:
        reading.note("CT730", place, f"the number is not on its scale: {shown}")
        return None
    share = (rating.value - rating.worst) / (rating.best - rating.worst)
    return Verdict("veracity", band_of(share), "numbers", shown)


def _compare(
    reading: Reading,
    place: Node,
    words: str,
    verdicts: tuple[Verdict, ...],
    by_number: Verdict,
) -> None:
    """Note a number that contradicts the words; the words count."""
    apart = max((each.steps_from(by_number) for each in verdicts), default=0)
    if apart >= _CONFLICT:
        message = f"{quote(words)} counts, although the number says {by_number.code}"
        reading.note("CT733", place, message)
