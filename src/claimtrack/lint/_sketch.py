"""Small dossiers for the fragments of rules, written as one writes a file.

A sketch has a record on each line, so that `explain` can show it.
"""

from __future__ import annotations

import json
from typing import Final, TypeAlias

from claimtrack.schema import FORMAT, JsonValue

__all__ = [
    "Sketch",
    "claim",
    "document",
    "dossier",
    "notice",
    "outlet",
    "person",
    "relation",
    "says",
    "unnamed",
]

Sketch: TypeAlias = dict[str, JsonValue]
"""A record as JSON."""

_SPOKEN: Final = "at a press conference"
_PAGE: Final = "https://example.org/"


def outlet(key: str, /, **fields: JsonValue) -> Sketch:
    """Return an outlet."""
    return {"type": "source", "id": key, "kind": "outlet", "name": _name(key), **fields}


def person(key: str, /, **fields: JsonValue) -> Sketch:
    """Return a person."""
    return {"type": "source", "id": key, "kind": "person", "name": _name(key), **fields}


def unnamed(key: str, description: str, /, **fields: JsonValue) -> Sketch:
    """Return an unnamed source of whom the desk knows all that it should."""
    return {
        "type": "source",
        "id": key,
        "kind": "unnamed",
        "description": description,
        "role": "clerk",
        "count": {"min": 2},
        "anonymity": {
            "reason": "Would lose the post.",
            "known_to": ["reporter", "editor"],
            "approved_by": ["manager"],
        },
        **fields,
    }


def document(key: str, publisher: str, /, **fields: JsonValue) -> Sketch:
    """Return a published article that can be found, and whose author is named."""
    return {
        "type": "document",
        "id": key,
        "kind": "article",
        "title": _name(key),
        "publisher": publisher,
        "url": f"{_PAGE}{key}",
        **fields,
    }


def claim(key: str, text: str, /, **fields: JsonValue) -> Sketch:
    """Return a claim."""
    return {"type": "claim", "id": key, "text": text, **fields}


def says(key: str, about: str, *chain: str | Sketch, **fields: JsonValue) -> Sketch:
    """Return an attribution."""
    return {
        "type": "attribution",
        "id": key,
        "claim": about,
        "chain": list(chain),
        **fields,
    }


def relation(subject: str, kind: str, end: str, /, **fields: JsonValue) -> Sketch:
    """Return a relation."""
    key = f"{subject}-{kind}-{end}"
    given = {"type": "relation", "id": key, "kind": kind}
    return {**given, "subject": subject, "object": end, **fields}


def notice(key: str, kind: str, target: str, /, **fields: JsonValue) -> Sketch:
    """Return a notice."""
    return {"type": "notice", "id": key, "kind": kind, "target": target, **fields}


def dossier(*records: Sketch) -> str:
    """Return the JSON of a dossier, a record on each line."""
    lines = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in records)
    return f'{{"claimtrack": "{FORMAT}", "records": [\n  {lines}\n]}}'


def _name(key: str) -> str:
    return key.replace("-", " ").title()
