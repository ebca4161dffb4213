"""What tests of rules have in common: a cast, and what rules find in its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dossier import Dossier
from claimtrack.lint import Config, Settings, check
from plain_records import Json, assessment, claim, dumped
from plain_records import document as bare_document
from plain_records import source as bare_source

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "ECHO",
    "ENGLISH",
    "FROM_HERALD",
    "HERALD",
    "JANE",
    "JOHN",
    "LEAK",
    "POST",
    "STORY",
    "U1",
    "U2",
    "C",
    "Case",
    "D",
    "by",
    "document",
    "found",
    "judged",
    "source",
]

Case = tuple[str, list[Json], list[str]]
"""Codes of rules, records, and each finding's record and related ids."""


def source(key: str, kind: str = "outlet", /, **fields: object) -> Json:
    """Return a source; an unnamed one has all that a desk owes it."""
    if kind != "unnamed":
        return bare_source(key, kind, **fields)
    knows = {"reason": "Risk.", "known_to": ["editor"], "approved_by": ["manager"]}
    owed = {"description": f"a {key}", "role": "clerk", "anonymity": knows}
    return {"type": "source", "id": key, "kind": kind, **owed, **fields}


def document(key: str, publisher: str | None = "post", /, **fields: object) -> Json:
    """Return an article that can be found, with a publisher unless told otherwise."""
    by = {} if publisher is None else {"publisher": publisher}
    found_at = f"https://e.org/{key}"
    return bare_document(key, **{"title": key, "url": found_at, **by, **fields})


def judged(
    key: str, subject: str, at: str | None = None, by: str | None = None
) -> Json:
    """Return an assessment, with who made it and when where that is known."""
    given = {"at": at, "by": by}
    known = {name: value for name, value in given.items() if value}
    return assessment(key, subject, **known)


def by(key: str, **fields: object) -> Json:
    """Return a link with an occasion."""
    return {"source": key, "occasion": "a speech", **fields}


POST, HERALD, ECHO = source("post"), source("herald"), source("echo")
JANE, JOHN = source("jane", "person"), source("john", "person")
U1, U2 = source("u1", "unnamed"), source("u2", "unnamed")
C, D = claim("c"), claim("d")
STORY = document("story", published="2025-05-01", authors=["jane"])
LEAK = document("leak", "herald")
FROM_HERALD = {"source": "herald", "document": "leak"}
ENGLISH = Settings(preview=True, languages=["en"], min_unnamed=1)


def found(rules: str, records: Iterable[Json], settings: Settings) -> list[str]:
    """Return record and related ids of each finding of the rules."""
    kept = [{k: v for k, v in each.items() if v is not None} for each in records]
    config = Config(settings=settings).with_choice(select=rules.split(","))
    findings = check(Dossier.loads(dumped(*kept)), config=config)
    return sorted(" ".join([str(each.record), *each.related]) for each in findings)
