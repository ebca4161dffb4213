"""The closed vocabularies: the values of each enumerated field, as spelt in files.

A vocabulary is a `Literal` type, so that editors complete it and type checkers
refuse a typo; `words` gives the same values at run time.

Sources of the values: factuality is FactBank's scale (Saurí & Pustejovsky 2009,
"FactBank: a corpus annotated with event factuality"); attitude follows the
attribution types of the Penn Discourse Treebank (Prasad et al. 2007, "The Penn
Discourse Treebank 2.0 annotation manual", section 4); ground rules are those that
newsrooms agree on with a source before an interview.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

__all__ = [
    "AnonymityKnower",
    "Attitude",
    "Basis",
    "ClaimKind",
    "CueBasis",
    "DocumentKind",
    "DocumentStatus",
    "ExcerptRole",
    "Factuality",
    "GroundRules",
    "Mode",
    "NoticeKind",
    "Placement",
    "RecordMethod",
    "RelationKind",
    "ResponseOutcome",
    "Significance",
    "SourceKind",
    "Stance",
    "VerdictAxis",
    "words",
]

SourceKind = Literal[
    "person",
    "organization",
    "outlet",
    "group",
    "crowd",
    "platform",
    "unnamed",
    "unresolved",
]
AnonymityKnower = Literal["reporter", "editor", "manager", "lawyer"]
DocumentKind = Literal[
    "article",
    "live-blog",
    "post",
    "speech",
    "press-release",
    "broadcast",
    "interview",
    "report",
    "dataset",
    "leak",
    "image",
    "video",
    "audio",
    "page",
]
DocumentStatus = Literal["draft", "ready", "published"]
ClaimKind = Literal["fact", "prediction", "evaluation", "norm", "allegation"]
ResponseOutcome = Literal["replied", "declined", "no-answer", "not-sought"]
Placement = Literal["headline", "standfirst", "lead", "body", "caption"]
ExcerptRole = Literal["content", "cue", "source"]
RecordMethod = Literal["human", "tool"]
CueBasis = Literal[
    "explicit", "punctuation", "inherited", "carried-over", "carried-back", "absent"
]
Mode = Literal["direct", "mixed", "indirect", "free-indirect", "reported"]
Stance = Literal["neutral", "endorses", "distances", "denies"]
GroundRules = Literal[
    "on-record",
    "background",
    "deep-background",
    "not-for-attribution",
    "off-record",
    "unknown",
]
Attitude = Literal["assertion", "belief", "knowledge", "intention", "desire"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
Basis = Literal[
    "witnessed",
    "participant",
    "official",
    "expert",
    "document",
    "hearsay",
    "unknown",
]
RelationKind = Literal[
    "same-as",
    "translation-of",
    "contradicts",
    "supersedes",
    "stronger-than",
    "narrower-than",
    "presupposes",
    "inferred-from",
    "context-of",
    "distinct-from",
    "independent-of",
    "owned-by",
    "syndicates",
    "copied-from",
    "version-of",
]
VerdictAxis = Literal["veracity", "completeness", "authenticity", "status"]
NoticeKind = Literal[
    "correction",
    "clarification",
    "update",
    "editors-note",
    "refile",
    "hold",
    "retraction",
    "removal",
    "denial",
]
Significance = Literal["minor", "substantive"]

DEFAULT_FACTUALITY: Final[dict[Attitude, Factuality]] = {
    "assertion": "CT+",
    "knowledge": "CT+",
    "belief": "PR+",
    "intention": "Uu",
    "desire": "Uu",
}
"""How certain a source presents a claim to be, if no factuality is recorded."""


def words(vocabulary: object) -> tuple[str, ...]:
    """Return the values of a vocabulary in their order.

    >>> words(RecordMethod)
    ('human', 'tool')
    """
    return get_args(vocabulary)
