"""Words of the notation in one table, made from the vocabularies of the records."""

from __future__ import annotations

from typing import Final

from claimtrack.records import (
    Attitude,
    Basis,
    ClaimKind,
    CueBasis,
    DocumentKind,
    DocumentStatus,
    Factuality,
    GroundRules,
    Mode,
    NoticeKind,
    Placement,
    RelationKind,
    ResponseOutcome,
    Significance,
    SourceKind,
    Stance,
    words,
)
from claimtrack.scales import SCALES

__all__ = [
    "BULLETS",
    "FIELDS",
    "HEAD",
    "KINDS",
    "LINK_FIELDS",
    "LINK_WORDS",
    "PLACEMENTS",
    "PRIVATE",
    "SYNONYMS",
    "TEXTS",
    "WORDS",
    "value_of",
]

KINDS: Final[dict[str, dict[str, str]]] = {
    name: {word.casefold(): word for word in words(vocabulary)}
    for name, vocabulary in (
        ("claim", ClaimKind),
        ("document", DocumentKind),
        ("notice", NoticeKind),
        ("outcome", ResponseOutcome),
        ("placement", Placement),
        ("relation", RelationKind),
        ("significance", Significance),
        ("source", SourceKind),
        ("status", DocumentStatus),
    )
}
"""Vocabulary → its words in case-folded form → their spelling in files."""
KINDS["scale"] = {scale.casefold(): scale for scale in SCALES}

LINK_FIELDS: Final[dict[str, object]] = {
    "cue_basis": CueBasis,
    "mode": Mode,
    "stance": Stance,
    "attitude": Attitude,
    "factuality": Factuality,
    "basis": Basis,
    "ground_rules": GroundRules,
}
"""Fields of a link that a single word sets."""

LINK_WORDS: Final[dict[str, tuple[str, str]]] = {
    word.casefold(): (field, word)
    for field, vocabulary in LINK_FIELDS.items()
    for word in words(vocabulary)
    # Both fields have this value by default.
    if word != "unknown"
}
"""A word after a step → the field of the link that it sets, and its value."""

PLACEMENTS: Final = frozenset({*KINDS["placement"], "said"})
PRIVATE: Final = frozenset(
    {"note", "ext", "anonymity", "recorded", "waiver", "drafted", "reviewed"}
)
"""Words whose lines nobody outside the desk may see."""

HEAD: Final = frozenset({"title", "base", "lang", "read", "drafted", "reviewed"})
BULLETS: Final[dict[str, str]] = {
    **dict.fromkeys("-–—•*", "-"),
    "~": "~",
    "+": "+",
    **dict.fromkeys("xX×хХ", "x"),
}
"""Bullets of claims, in the forms that keyboards and editors turn them into."""

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "about": ("claim",),
    "anonymity": ("source",),
    "archived": ("document",),
    "at": ("attribution",),
    "authors": ("document",),
    "by": ("document",),
    "excerpts": ("attribution",),
    "ext": (),
    "holds": ("claim",),
    "if": ("claim",),
    "image": ("document", "source"),
    "lang": ("claim", "document"),
    "license": ("assessment", "document"),
    "modified": ("document",),
    "normalized": ("assessment",),
    "note": (),
    "now": ("notice",),
    "published": ("document",),
    "quantity": ("claim",),
    "rationale": ("assessment",),
    "recorded": ("attribution",),
    "response": ("claim",),
    "retrieved": ("document",),
    "same as": ("source",),
    "sha256": ("document",),
    "status": ("document",),
    "text": ("document",),
    "url": ("assessment", "document", "source"),
    "version": ("document",),
    "was": ("notice",),
}
"""Name of a field → types of record that have it; empty for all types."""

TEXTS: Final = frozenset(
    {"note", "now", "rationale", "was", "version", "license", "lang", "sha256", "url"}
)
"""Fields whose value is the text up to the end of the line."""

WORDS: Final = frozenset(
    {*FIELDS, *PLACEMENTS, *KINDS["notice"], *KINDS["relation"], "verdict", "waiver"}
)
"""Possible first words of an indented line."""

SYNONYMS: Final[dict[str, str]] = {
    "agency": "outlet",
    "broadcaster": "outlet",
    "comment": "note",
    "company": "organization",
    "condition": "if",
    "country": "organization",
    "denied": "denies",
    "forecast": "prediction",
    "government": "organization",
    "intro": "lead",
    "journalist": "person",
    "language": "lang",
    "magazine": "outlet",
    "minister": "person",
    "ministry": "organization",
    "newspaper": "outlet",
    "opinion": "evaluation",
    "organisation": "organization",
    "party": "organization",
    "paragraph": "body",
    "politician": "person",
    "publisher": "by",
    "quote": "direct",
    "radio": "outlet",
    "remark": "note",
    "statement": "fact",
    "subtitle": "standfirst",
    "television": "outlet",
    "website": "outlet",
}
"""Words that people write → the word of the notation."""


def value_of(vocabulary: str, word: str) -> str | None:
    """Return a word of a vocabulary as spelled in files; None for any other.

    >>> value_of("source", "Outlet"), value_of("source", "newspaper")
    ('outlet', None)
    """
    return KINDS[vocabulary].get(word.casefold())
