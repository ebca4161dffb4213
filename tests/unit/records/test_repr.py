"""How records look: what is set, in the order of the fields, and nothing private."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

import claimtrack.records
from claimtrack.records import (
    Alias,
    Anonymity,
    Attribution,
    Candidate,
    Claim,
    Condition,
    Count,
    Document,
    Excerpt,
    Head,
    Link,
    Quantity,
    Recorded,
    Relation,
    Response,
    Source,
)
from claimtrack.records._show import PRIVATE
from claimtrack.schema import is_array, is_object, load_schema

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

EXT: Final = {"canary": "canary"}

SHOWN: Final[list[tuple[object, str]]] = [
    (Alias(text="S"), "Alias(text='S')"),
    (Alias(text="S", lang="uk"), "Alias(text='S', lang='uk')"),
    (Anonymity(reason="canary", known_to=["lawyer"]), "Anonymity(…)"),
    (Count(), "Count()"),
    (Count(min=1, max=2), "Count(max=2)"),
    (Candidate(source="s", weight=0.5), "Candidate(source='s', weight=0.5)"),
    (Condition(text="if"), "Condition(text='if')"),
    (Excerpt(start=0, end=1), "Excerpt(start=0, end=1)"),
    (Head(), "Head()"),
    (
        Head(title="T", base="ex:y", lang="en"),
        "Head(title='T', base='ex:y', lang='en')",
    ),
    (Quantity(max=2, unit="km"), "Quantity(max=2, unit='km')"),
    (Recorded(by="canary"), "Recorded(…)"),
    (Response(outcome="replied"), "Response(outcome='replied')"),
    (
        Link(
            source="s", at="2025", occasion="canary", addressee="canary", mode="mixed"
        ),
        "Link(source='s', mode='mixed')",
    ),
    (
        Source(
            id="u",
            kind="unnamed",
            description="officials",
            count="2+",
            anonymity=Anonymity(reason="canary"),
            url="ex:canary",
            note="canary",
            ext=EXT,
        ),
        "Source(id='u', kind='unnamed', description='officials', count=Count(min=2))",
    ),
    (
        Document(
            id="d",
            kind="leak",
            title="T",
            url="ex:canary",
            archived=["ex:canary"],
            sha256="0" * 64,
            note="canary",
            ext=EXT,
        ),
        "Document(id='d', kind='leak', title='T')",
    ),
    (
        Claim(id="c", text="T", kind="norm", note="canary", ext=EXT),
        "Claim(id='c', text='T', kind='norm')",
    ),
    (
        Attribution(
            claim="c", chain=["s"], recorded=Recorded(by="canary"), note="canary"
        ),
        "Attribution(claim='c', chain=<Chain s>)",
    ),
    (
        Relation(
            kind="same-as", subject="a", object="b", at="2025", note="canary", ext=EXT
        ),
        "Relation(kind='same-as', subject='a', object='b')",
    ),
]


@pytest.mark.parametrize(("value", "shown"), SHOWN)
def test_a_value_shows_what_differs_from_its_defaults(
    value: object, shown: str
) -> None:
    """A value shows what differs from its defaults; text made of it is the same."""
    assert repr(value) == shown
    assert str(value) == shown
    assert f"{value}" == shown


def marked(node: JsonValue) -> set[str]:
    """Return the properties that are marked as private anywhere inside a schema."""
    if is_array(node):
        return {name for each in node for name in marked(each)}
    if not is_object(node):
        return set()
    fields: dict[str, JsonValue] = node.get("properties", {})
    found = {name for name, each in fields.items() if "x-private" in each}
    return found | {name for each in node.values() for name in marked(each)}


def test_what_the_schemas_mark_is_not_shown() -> None:
    """Each field of a record that is private in a file is private in a prompt."""
    inside = {"at", "by", "method", "tool", "reason", "known_to", "approved_by"}
    names = ("source", "document", "claim", "attribution", "relation", "values")
    found = {field for name in names for field in marked(load_schema(name))}
    assert {"note", "ext", "anonymity", "recorded"} <= found
    assert found - inside <= PRIVATE


def test_public_names_are_sorted_and_there() -> None:
    """`__all__` is sorted, has no double, and each name is there."""
    names = claimtrack.records.__all__
    upper = [name for name in names if name.isupper()]
    mixed = [name for name in names if name[0].isupper() and not name.isupper()]
    lower = [name for name in names if name[0].islower()]
    assert names == [*sorted(upper), *sorted(mixed), *sorted(lower)]
    assert len(set(names)) == len(names)
    assert all(hasattr(claimtrack.records, name) for name in names)
