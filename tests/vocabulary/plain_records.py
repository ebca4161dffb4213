"""Records as plain JSON, each sound by itself, with the fields that a test asks for.

A field that is given replaces the one that would stand there, in its place. Keys are
taken by position, so that `id` can be given as a field like any other.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Json",
    "assessment",
    "claim",
    "document",
    "dossier",
    "dumped",
    "head",
    "lines",
    "notice",
    "relation",
    "says",
    "source",
    "unnamed",
    "waiver",
    "without",
]

Json = dict[str, Any]


def source(key: str = "s", kind: str = "outlet", /, **fields: object) -> Json:
    """Return a source that is called as its id."""
    made = {"type": "source", "id": key, "kind": kind, "name": key.title()}
    return {**made, **fields}


def unnamed(key: str = "u", /, **fields: object) -> Json:
    """Return an unnamed source."""
    made = {"type": "source", "id": key, "kind": "unnamed", "description": f"a {key}"}
    return {**made, **fields}


def document(key: str = "d", /, **fields: object) -> Json:
    """Return an article that is called as its id."""
    made = {"type": "document", "id": key, "kind": "article", "title": key.title()}
    return {**made, **fields}


def claim(key: str = "c", /, **fields: object) -> Json:
    """Return a claim."""
    return {"type": "claim", "id": key, "text": "T", **fields}


def says(key: str = "a", /, *chain: object, of: str = "c", **fields: object) -> Json:
    """Return an attribution of the claim c, or of another; to the source s, if to none.

    Args:
        key: its id.
        chain: sources or links, outermost first.
        of: id of the claim.
        fields: any others.
    """
    made: Json = {"type": "attribution", "id": key, "claim": of}
    return {**made, "chain": list(chain) or ["s"], **fields}


def relation(
    subject: str = "a", kind: str = "same-as", end: str = "b", /, **fields: object
) -> Json:
    """Return a relation, which reads as a sentence."""
    made = {"type": "relation", "id": f"{subject}-{end}", "kind": kind}
    return {**made, "subject": subject, "object": end, **fields}


def assessment(key: str = "v", subject: str = "c", /, **fields: object) -> Json:
    """Return a verdict on the claim c, or on another record."""
    made = {"type": "assessment", "id": key, "subject": subject, "verdict": "No."}
    return {**made, **fields}


def notice(kind: str = "correction", target: str = "c", /, **fields: object) -> Json:
    """Return a notice about the claim c, or about another record."""
    return {"type": "notice", "id": "n", "kind": kind, "target": target, **fields}


def waiver(rule: str = "CT705", target: str = "c", /, **fields: object) -> Json:
    """Return a waiver of a rule for the claim c, or for another record."""
    made = {"type": "waiver", "id": "w", "rule": rule, "target": target}
    return {**made, "by": "Desk", "reason": "Known.", **fields}


def without(record: Json, *names: str) -> Json:
    """Return a record without some of its fields."""
    return {key: value for key, value in record.items() if key not in names}


def dossier(*records: object, **fields: object) -> Json:
    """Return a dossier of records."""
    return {"claimtrack": "1.0", **fields, "records": list(records)}


def dumped(*records: object, **fields: object) -> str:
    """Return a dossier of records as text."""
    return json.dumps(dossier(*records, **fields), ensure_ascii=False)


def head(**fields: object) -> Json:
    """Return the head of a dossier in a sequence."""
    return {"type": "dossier", "claimtrack": "1.0", **fields}


def lines(values: Iterable[object]) -> str:
    """Return values as a sequence has them: each on a line."""
    return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in values)
