"""How many people a phrase means, as an interval."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.records import Count

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["count_of"]

_NUMBER = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_MOST = 2**53


def count_of(phrase: str, words: Lexicon) -> Count | None:
    """Return how many people a phrase of the text means; None if it is open.

    A bare plural means two or more; "several" and "many" mean three or more. A noun for
    a body ("the ministry") gives no number.

    >>> from claimtrack.extract._lexicon import lexicon
    >>> count_of("at least three officials", lexicon("en"))
    Count(min=3)
    >>> count_of("one source", lexicon("en"))
    Count(max=1)
    """
    low = phrase.lower().strip()
    table: dict[str, Any] = words.table["counts"]
    numbers = _numbers(low, table)
    starts = _qualifier(low, table)
    if numbers:
        first, last = numbers[0], numbers[1] if len(numbers) > 1 else None
        if last is not None and last > first:
            return Count(min=first, max=last)
        return _bounded(first, starts)
    tokens = [match[0] for match in words.token.finditer(low)]
    if tokens and tokens[0] in str(table.get("none", "")).split():
        return None
    for token in tokens[:4]:
        if token in table["at_least"]:
            return Count(min=table["at_least"][token])
    return _by_noun(tokens, words)


def _numbers(low: str, table: dict[str, Any]) -> list[int]:
    """Return the numbers that a phrase begins with, in figures or words."""
    exact: dict[str, int] = table["exact"]
    found: list[int] = []
    dozen = str(table.get("dozen", "")).split()
    hundred = str(table.get("hundred", "")).split()
    joining = {str(table.get("or", "or")), str(table.get("to", "to")), "–", "-"}
    parts = re.findall(r"\d{1,3}(?:[, ]\d{3})+|\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[–-]", low)
    skipped = str(table.get("approximately", "")).split()
    phrases = [
        table.get(key, "")
        for key in ("minimum", "more", "over", "up_to", "fewer", "less")
    ]
    leading = {word for text in phrases for word in str(text).split()} | set(skipped)
    for i, part in enumerate(parts[:9]):
        if part[0].isdigit():
            found.append(int(re.sub(r"\D", "", part)))
        elif part in dozen or part in hundred:
            size = 12 if part in dozen else 100
            if i > 1 and parts[i - 2] == "half":
                size = size // 2
            found = [*found[:-1], (found[-1] if found else 1) * size]
        elif part in exact:
            if (
                part in ("a", "an")
                and i + 1 < len(parts)
                and (parts[i + 1] in table["at_least"] and parts[i + 1] not in dozen)
            ):
                return []
            value = exact[part]
            if (
                found
                and i
                and parts[i - 1] not in joining
                and value < found[-1]
                and found[-1] % 10 == 0
            ):
                found[-1] += value
            else:
                found.append(value)
        elif "-" in part and all(piece in exact for piece in part.split("-")):
            found.append(sum(exact[piece] for piece in part.split("-")))
        elif (
            part in joining
            or part in leading
            or part
            in (
                "the",
                "these",
                "those",
                "other",
                "of",
                "his",
                "her",
                "their",
                "its",
                "half",
            )
        ):
            continue
        else:
            break
    return [min(number, _MOST) for number in found]


def _qualifier(low: str, table: dict[str, Any]) -> str:
    for key in ("minimum", "more", "over", "up_to", "fewer", "less"):
        phrase = str(table.get(key, ""))
        if phrase and re.match(rf"(?:the\s+)?{re.escape(phrase)}\b", low):
            return key
    approximately = str(table.get("approximately", "")).split()
    first = low.split(maxsplit=1)[0] if low.split() else ""
    return "about" if first in approximately else ""


def _bounded(number: int, qualifier: str) -> Count | None:
    if qualifier == "minimum":
        return Count(min=number)
    if qualifier in ("more", "over"):
        return Count(min=number + 1)
    if qualifier == "up_to":
        return Count(min=1, max=number)
    if qualifier in ("fewer", "less"):
        return Count(min=1, max=max(1, number - 1))
    if qualifier == "about":
        return Count(min=2) if number > 1 else Count(min=1)
    return Count(min=number, max=number) if number else None


def _by_noun(tokens: list[str], words: Lexicon) -> Count | None:
    """Return the count given by the noun's grammatical number: a source, officials."""
    people = words.listed("unnamed", "people")
    plurals = words.listed("unnamed", "plural")
    heads = [token for token in tokens if token in people]
    if not heads:
        return None
    head = heads[0]
    if (
        head in words.listed("unnamed", "plain_plural")
        or head in plurals
        or (
            not words.has_cases
            and head.endswith(("s", "men", "women", "people", "children"))
            and not head.endswith("ss")
        )
    ):
        return Count(min=2)
    return Count(min=1, max=1)
