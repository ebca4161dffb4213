"""Small dossiers full of what makes lineage hard, from a source of chance.

The chance may be a seeded `random.Random`, or hypothesis', which then makes what
disagrees smaller.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import attrs

from claimtrack import (
    Attribution,
    Candidate,
    Claim,
    Condition,
    Count,
    Document,
    Dossier,
    Link,
    Notice,
    Relation,
    Source,
)
from claimtrack.records import Attitude, Basis, Factuality, SourceKind, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from random import Random

    from claimtrack.records import NoticeKind, Record, RelationKind

__all__ = ["explain", "holding", "tricky"]

KINDS: Final[Mapping[SourceKind, int]] = {
    "outlet": 5,
    "person": 3,
    "unnamed": 3,
    "organization": 2,
    "group": 3,
    "crowd": 1,
    "platform": 1,
    "unresolved": 1,
}
"""Kinds of source, and how often they come."""

COUNTS: Final = (None, "1", "2", "2+", "3-5", "1-4", "10+")
BASES: Final[tuple[Basis, ...]] = (
    "witnessed",
    "participant",
    "document",
    "document",
    "hearsay",
    "official",
)
NOTICES: Final[tuple[NoticeKind, ...]] = ("retraction", "retraction", "correction")
PLACEMENTS: Final = ("headline", "standfirst", "lead", "body", "body", "caption", None)

DATES: Final = ("2024", "2025-04", "2025-05-02")
"""Few, so that several things happen at one time."""

BETWEEN_SOURCES: Final[tuple[RelationKind, ...]] = (
    "same-as",
    "distinct-from",
    "distinct-from",
    "independent-of",
    "independent-of",
    "owned-by",
    "owned-by",
    "syndicates",
)
BETWEEN_CLAIMS: Final[tuple[RelationKind, ...]] = (
    "same-as",
    "translation-of",
    "stronger-than",
    "inferred-from",
    "presupposes",
    "contradicts",
    "contradicts",
    "supersedes",
)
BETWEEN_DOCUMENTS: Final[tuple[RelationKind, ...]] = (
    "copied-from",
    "translation-of",
    "version-of",
)


@attrs.frozen(kw_only=True)
class Cast:
    """Those whom a dossier's chains may name, and how wild the chains are."""

    sources: list[str]
    documents: list[str]
    claims: list[str]
    longest: int
    is_layered: bool
    is_plain: bool


def tricky(chance: Random) -> Dossier:
    """Return a dossier of a few chains that cross, splice, circle, deny and end.

    Small enough that every path can be walked and every set of sources be tried.
    """
    names = [f"s{letter}" for letter in "abcdefg"[: chance.randint(2, 7)]]
    chance.shuffle(names)
    papers = [f"d{number}" for number in range(chance.randint(0, 3))]
    claims = [f"c{number}" for number in range(chance.choice((1, 1, 2, 3)))]
    cast = Cast(
        sources=names,
        documents=papers,
        claims=claims,
        longest=chance.randint(1, 5),
        is_layered=chance.random() < 0.5,
        is_plain=chance.random() < 0.4,
    )
    dossier = Dossier(title="Tricky")
    for name in names:
        dossier.add(_source(chance, name, names))
    for paper in papers:
        out = _one_of(chance, DATES, 0.5)
        title = f"Paper {paper.upper()}"
        dossier.add(Document(id=paper, kind="article", title=title, published=out))
    for claim in claims:
        other = _one_of(chance, claims, 0.15)
        condition = Condition(claim=other) if other not in (None, claim) else None
        text = f"Text of {claim.upper()}"
        dossier.add(Claim(id=claim, text=text, condition=condition))
    for number in range(chance.randint(1, 8)):
        dossier.add(_attribution(chance, f"a{number}", cast))
    for relation in _relations(chance, cast):
        dossier.add(relation)
    targets = [*names, *papers, *claims, *(each.id for each in dossier.attributions)]
    for number in range(chance.choice((0, 0, 1, 2))):
        kind = chance.choice(NOTICES)
        target = str(chance.choice(targets))
        at = _one_of(chance, DATES, 0.7)
        dossier.add(Notice(id=f"n{number}", kind=kind, target=target, at=at))
    return dossier


def _source(chance: Random, name: str, names: list[str]) -> Source:
    (kind,) = chance.choices(list(KINDS), list(KINDS.values()))
    if kind not in ("unnamed", "group", "crowd"):
        return Source(id=name, kind=kind, name=f"Name {name.upper()}")
    text = chance.choice(COUNTS)
    count = None if text is None else Count.from_text(text)
    if kind == "unnamed":
        return Source(
            id=name, kind=kind, description=f"Some {name.upper()}", count=count
        )
    members: list[str] = []
    if kind == "group":
        others = [each for each in names if each != name]
        members = chance.sample(others, chance.randint(0, min(3, len(others))))
        count = None if chance.random() < 0.6 else count
    return Source(
        id=name, kind=kind, name=f"Name {name.upper()}", members=members, count=count
    )


def _attribution(chance: Random, key: str, cast: Cast) -> Attribution:
    if chance.random() < 0.1:
        chain = [_unattributed(chance, cast)]
        return Attribution(id=key, claim=chance.choice(cast.claims), chain=chain)
    length = chance.randint(1, cast.longest)
    named = [chance.choice(cast.sources) for _ in range(length)]
    if cast.is_layered:
        # In one order, so that no cycle comes of it.
        named.sort(key=cast.sources.index)
    return Attribution(
        id=key,
        claim=chance.choice(cast.claims),
        chain=[_link(chance, each, cast) for each in named],
        document=_one_of(chance, cast.documents, 0.2),
        placement=chance.choice(PLACEMENTS),
    )


def _unattributed(chance: Random, cast: Cast) -> Link:
    """Return the only link of a claim that nobody is on record for."""
    return Link(
        factuality=chance.choice((None, *get_args(Factuality))),
        basis=chance.choice(BASES),
        document=_one_of(chance, cast.documents, 0.3),
        evidence=_evidence(chance, "document", cast),
    )


def _link(chance: Random, source: str, cast: Cast) -> Link:
    """Return a link; in plain dossiers what it rests on is all that it carries."""
    basis: Basis = chance.choice(BASES) if chance.random() < 0.35 else "unknown"
    link = Link(
        source=source,
        basis=basis,
        evidence=_evidence(chance, basis, cast),
        document=_one_of(chance, cast.documents, 0.15),
        utterance=_one_of(chance, cast.claims, 0.05),
        at=_one_of(chance, DATES, 0.1),
    )
    if chance.random() < (0.02 if cast.is_plain else 0.08):
        guesses = chance.sample(cast.sources, chance.randint(0, 2))
        candidates = [Candidate(source=each) for each in guesses]
        link = attrs.evolve(link, source=None, candidates=candidates)
    if cast.is_plain:
        return link
    if chance.random() < 0.15:
        link = attrs.evolve(link, attitude=chance.choice(get_args(Attitude)))
    if chance.random() < 0.1:
        link = attrs.evolve(link, ascribed=chance.random() < 0.5)
    if chance.random() < 0.15:
        link = attrs.evolve(link, factuality=chance.choice(get_args(Factuality)))
    if chance.random() < 0.15:
        link = attrs.evolve(link, stance=chance.choice(get_args(Stance)))
    return link


def _evidence(chance: Random, basis: Basis, cast: Cast) -> list[str]:
    is_likely = basis == "document" or chance.random() < 0.05
    if not is_likely or not cast.documents or chance.random() < 0.2:
        return []
    return chance.sample(cast.documents, chance.randint(1, min(2, len(cast.documents))))


def _one_of(chance: Random, keys: Sequence[str], likelihood: float) -> str | None:
    return chance.choice(keys) if keys and chance.random() < likelihood else None


def _relations(chance: Random, cast: Cast) -> list[Relation]:
    made: list[Relation] = []
    for kinds, keys, most in (
        (BETWEEN_SOURCES, cast.sources, 4),
        (BETWEEN_CLAIMS, cast.claims, 4),
        (BETWEEN_DOCUMENTS, cast.documents, 2),
    ):
        for _ in range(chance.randint(0, most) if len(keys) > 1 else 0):
            subject, object_ = chance.sample(keys, 2)
            kind = chance.choice(kinds)
            if kind in ("supersedes", "version-of"):
                # A circle of these is refused.
                subject, object_ = sorted((subject, object_))
            made.append(
                Relation(
                    id=f"r{len(made)}",
                    kind=kind,
                    subject=subject,
                    object=object_,
                    by=_one_of(chance, cast.sources, 0.2),
                )
            )
    return made


def holding(dossier: Dossier, records: Iterable[Record]) -> Dossier:
    """Return a dossier of the same head with other records."""
    made = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in records:
        made.add(record)
    return made


def explain(dossier: Dossier, find: Callable[[Dossier], list[str]]) -> str:
    """Return what is found in the smallest dossier in which anything still is."""
    kept = list(dossier.values())
    for record in reversed(kept.copy()):
        fewer = [each for each in kept if each is not record]
        is_named = record.type in ("source", "document", "claim")
        if not is_named and find(holding(dossier, fewer)):
            kept = fewer
    least = holding(dossier, kept)
    return "\n".join([*find(least), least.dumps()])
