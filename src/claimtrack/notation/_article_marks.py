"""Fill in a sheet from its article: the hash, and the places of quotations."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, cast

from claimtrack.notation._anchors import anchor, hash_of, span_of
from claimtrack.notation._excerpt_places import with_place
from claimtrack.notation._reader import Reader
from claimtrack.notation._signs import OPENING
from claimtrack.notation._statements import statements_of
from claimtrack.notation._word_places import WordPlaces
from claimtrack.records import Excerpt
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.notation._chains import Step
    from claimtrack.notation._drafts import Draft, Span
    from claimtrack.schema import JsonValue

__all__ = ["fill_sheet"]

_EXCERPTS: Final = re.compile(r"\s*excerpts\s*[:：]\s*(\[.*\])\s*", re.IGNORECASE)
"""A line that lists excerpts as JSON."""

_CLOSERS: Final = frozenset("".join(OPENING.values()))


def fill_sheet(text: str, article: str) -> str:
    r"""Return a sheet with everything its article can fill in; its words do not change.

    The document that was read gets the article's hash if it has none. A sheet that
    names no `text:` also gets places as numbers, `at:` under its quotes and `@` after
    its cues, so that it says the same without the article. Existing values are kept,
    and a sheet of another article is returned unchanged.

    Args:
        text: the text of the sheet.
        article: the text of the document that was read.

    >>> sheet = "article [a]: Port\n- It closes.\n  body: Ruiz “said”\n    > a year\n"
    >>> print(fill_sheet(sheet, "For a year, Ruiz said.").partition("- ")[2], end="")
    It closes.
      body: Ruiz “said”@17
        > a year
        at: 4-10
    """
    reader = Reader()
    statements, _ = statements_of(text)
    reader.read(statements)
    key = str(reader.attributing.read)
    document = reader.attributing.documents.get(key)
    if document is None:
        return text
    is_hashed = "sha256" in document.data
    given = {id(each): len(each.spots) for each in reader.drafts}
    anchor(reader, article)
    drafts = [each for each in reader.drafts if each.quotes]
    is_other = document.data["sha256"] != hash_of(article) or (
        bool(drafts) and not any(each.spots for each in drafts)
    )
    if is_other:
        return text
    put: list[tuple[int, str]] = []
    if not is_hashed:
        put.append(_line(text, document.span[1], f"  sha256: {hash_of(article)}"))
    if key not in reader.attributing.texts:
        for each in drafts:
            if not given[id(each)] and len(each.spots) == len(each.quotes):
                spans = [span_of(spot) for spot in each.spots]
                shown = ", ".join(f"{start}-{end}" for start, end in spans)
                put.append(_line(text, each.quotes[-1].span[1], f"    at: {shown}"))
            put += _cues(text, each)
    replaced = [(at, at, words) for at, words in put]
    replaced += _listed_excerpts(reader, text, key, article)
    for start, end, words in sorted(replaced, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _listed_excerpts(
    reader: Reader, text: str, key: str, article: str
) -> Iterator[tuple[int, int, str]]:
    """Yield changes to lines "excerpts:" that add the places of their words."""
    lines: list[tuple[Span, list[dict[str, JsonValue]], list[Excerpt]]] = []
    for draft in reader.drafts:
        span = draft.places.get(("excerpts",))
        if span is None or draft.data.get("document") != key:
            continue
        match = _EXCERPTS.fullmatch(text, *span)
        if match is not None and (values := _read_objects(match[1])) is not None:
            lines.append((match.span(1), values, list(_excerpts_of(values))))
    bare = [e for _, _, listed in lines for e in listed if e.start is None]
    places = WordPlaces.of(article, bare)
    for (start, end), values, listed in lines:
        is_new = False
        for value, each in zip(values, listed, strict=True):
            made = None if each.start is not None else with_place(each, article, places)
            if made is not None:
                value |= {"exact": made.exact, "start": made.start, "end": made.end}
                is_new = True
        if is_new:
            yield start, end, json.dumps(values, ensure_ascii=False)


def _read_objects(words: str) -> list[dict[str, JsonValue]] | None:
    """Return the objects in a JSON list; None if it does not list excerpts."""
    try:
        values = json.loads(words)
        list(_excerpts_of(values))
    except (ValueError, TypeError):
        return None
    return cast("list[dict[str, JsonValue]]", values)


def _excerpts_of(values: list[dict[str, Any]]) -> Iterator[Excerpt]:
    return (Excerpt(**each) for each in values)


def _line(text: str, behind: int, words: str) -> tuple[int, str]:
    """Return a new line to insert below the line that contains a position."""
    end = text.find("\n", behind)
    return (len(text), f"\n{words}\n") if end < 0 else (end + 1, f"{words}\n")


def _cues(text: str, draft: Draft) -> Iterator[tuple[int, str]]:
    """Yield the place of each cue whose place is only known from the article."""
    chain, listed = draft.data["chain"], draft.data.get("excerpts")
    offset = len(chain) - len(draft.steps) if is_array(chain) else 0
    for each in listed if is_array(listed) else []:
        if not is_object(each) or each.get("role") != "cue":
            continue
        step = draft.steps[int(str(each["link"])) - offset]
        at = _behind_cue(text, step)
        if step.cue_place is None and at is not None:
            start, end = int(str(each["start"])), int(str(each["end"]))
            is_plain = end - start == len(str(step.fields["cue"]))
            yield at, f"@{start}" if is_plain else f"@{start}-{end}"


def _behind_cue(text: str, step: Step) -> int | None:
    """Return the end of a step's cue in the sheet; None if the step spans lines."""
    cue = str(step.fields["cue"])
    found = text.find(cue, step.end)
    end = found + len(cue)
    while found >= 0 and text[end : end + 1] == " ":
        end += 1
    return end + 1 if found >= 0 and text[end : end + 1] in _CLOSERS else None
