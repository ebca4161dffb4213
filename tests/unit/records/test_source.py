"""Sources, and what is inside them: aliases, counts, anonymity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    Alias,
    Anonymity,
    AnonymityKnower,
    Count,
    Source,
    SourceKind,
    words,
)

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

SPECIAL: Final[dict[str, tuple[JsonValue, set[str]]]] = {
    "description": ("an official", {"unnamed"}),
    "name": ("S", set(words(SourceKind)) - {"unnamed"}),
    "count": ("2+", {"unnamed", "group", "crowd"}),
    "members": (["m"], {"group"}),
    "anonymity": (Anonymity(reason="fear"), {"unnamed"}),
}
"""Field → a value of it → the kinds that have it."""


def needed(kind: str) -> JsonValue:
    """Return the fields that a source of this kind needs."""
    label = "description" if kind == "unnamed" else "name"
    return {"id": "s", "kind": kind, label: "S"}


@pytest.mark.parametrize("kind", words(SourceKind))
@pytest.mark.parametrize("field", SPECIAL)
def test_fields_of_kinds(kind: str, field: str) -> None:
    """A field that only some kinds have is refused by the others."""
    value, kinds = SPECIAL[field]
    fields = {**needed(kind), field: value}
    if kind in kinds:
        assert getattr(Source(**fields), field) not in (None, ())
        return
    with pytest.raises(InvalidRecord) as caught:
        Source(**fields)
    assert str(caught.value) == (
        f"source.{field}: {field} is not allowed on a source of kind {kind}. "
        f"Remove it, or use one of the kinds: {', '.join(sorted(kinds))}. (CT019)"
    )


@pytest.mark.parametrize("kind", words(SourceKind))
def test_what_it_is_called(kind: SourceKind) -> None:
    """An unnamed source needs a description, every other one a name."""
    assert Source(**needed(kind)).label == "S"
    field = "description" if kind == "unnamed" else "name"
    with pytest.raises(InvalidRecord) as caught:
        Source(id="s", kind=kind)
    assert str(caught.value) == (
        f"source.{field}: {field} is required because kind is {kind}. "
        f"Add the {field}. (CT011)"
    )


COUNTS: Final[dict[str, tuple[int, int | None]]] = {
    "1": (1, 1),
    "2": (2, 2),
    "2+": (2, None),
    "2-5": (2, 5),
    "5-5": (5, 5),
    "0002+": (2, None),
    "10000000000": (10_000_000_000, 10_000_000_000),
}


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_is_read_from_text(text: str) -> None:
    """A count is read from text, by itself and in a source."""
    least, most = COUNTS[text]
    count = Count(min=least, max=most)
    assert Count.from_text(text) == count
    assert Source(id="s", kind="crowd", name="S", count=text).count == count


REFUSED_COUNTS: Final = {
    "": 'count: "" is not a count. Write "2", "2+" or "2-5". (CT014)',
    "two": 'count: "two" is not a count. ',
    "2 +": 'count: "2 +" is not a count. ',
    "2\n": r'count: "2\n" is not a count. ',
    "-2": 'count: "-2" is not a count. ',
    "٢": 'count: "٢" is not a count. ',
    "x" * 10_000: f'count: "{"x" * 59}…" is not a count. ',
    "1" * 12: f'count: "{"1" * 12}" is not a count. ',
    "0": "count.min: 0 is not between 1 and 10000000000.",
    "0+": "count.min: 0 is not between 1 and 10000000000.",
    "99999999999": "count.min: 99999999999 is not between 1 and 10000000000.",
    "5-2": "count.min: min 5 is greater than max 2. Swap them, or correct one. (CT024)",
}


@pytest.mark.parametrize("text", REFUSED_COUNTS, ids=range(len(REFUSED_COUNTS)))
def test_what_is_no_count_says_what_to_write(text: str) -> None:
    """What is no count, or makes no sense, says what to write."""
    with pytest.raises(InvalidRecord) as caught:
        Count.from_text(text)
    assert REFUSED_COUNTS[text] in str(caught.value)


def test_count_of_nothing() -> None:
    """A count with nothing said is one or more."""
    assert Count() == Count(min=1, max=None) == Count.from_text("1+")


def test_text_serves_for_an_alias() -> None:
    """Text serves for an alias without a language; records serve for ids."""
    other = Source(id="o", kind="group", name="O", members=["a", "b"])
    made = Source(
        id="s",
        kind="outlet",
        name="S",
        aka=("S1", Alias(text="С", lang="uk")),
        affiliations=[other, "p"],
    )
    assert made.aka == (Alias(text="S1"), Alias(text="С", lang="uk"))
    assert made.affiliations == ("o", "p")
    assert other.members == ("a", "b")


@pytest.mark.parametrize("function", words(AnonymityKnower))
def test_why_it_is_unnamed_is_never_shown(function: AnonymityKnower) -> None:
    """It is kept, and never shown."""
    made = Anonymity(reason="fear", known_to=[function], approved_by={function})
    assert (made.known_to, made.approved_by) == ((function,), (function,))
    assert repr(made) == "Anonymity(…)"
