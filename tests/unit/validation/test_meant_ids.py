"""A missing id is looked for among the names of sources too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack import validate
from plain_records import claim, dossier

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue


def message(source: str, *, aka: JsonValue = None) -> str:
    """Return what is said of a reference to a source that is not there."""
    people: list[JsonValue] = [
        {"id": "donald-trump", "kind": "person", "name": "Donald Trump"},
        {"id": "journal", "kind": "outlet", "name": "The Journal", "aka": ["WSJ"]},
        {"id": "doe-1", "kind": "person", "name": "John Smith"},
        {
            "id": "doe-2",
            "kind": "person",
            "name": "Jane Smith",
            "aka": [{"text": "JD"}],
        },
        {"id": "u1", "kind": "unnamed", "description": "Clerk", "aka": aka},
    ]
    records: list[JsonValue] = [
        *({"type": "source", **each} for each in people),
        claim("c1", text="It rains."),
        {"type": "attribution", "claim": "c1", "chain": [source]},
    ]
    found = validate(json.dumps(dossier(*records)))
    return next(each.message for each in found if each.code == "CT701")


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("wsj", "journal"),
        ("trump", "donald-trump"),
        ("jd", "doe-2"),
        ("donald-trmp", "donald-trump"),
    ],
)
def test_names_and_aliases_lead_to_the_id(source: str, meant: str) -> None:
    """And so does one word of a name that only one source has."""
    assert message(source).endswith(f'Did you mean "{meant}"?')


def test_what_two_are_called_means_neither() -> None:
    """Nor does anything that an unnamed source holds."""
    assert "Did you mean" not in message("smith")
    assert "Did you mean" not in message("somebody", aka=["somebody"])
