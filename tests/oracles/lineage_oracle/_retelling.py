"""Dossiers in which reports are passed on, and grow or lose something by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

import attrs

from claimtrack import Attribution, Candidate, Claim, Document, Link, Relation, Source
from claimtrack.records import Attitude, Factuality, GroundRules, Placement, Stance
from lineage_oracle._tricky import holding

if TYPE_CHECKING:
    from random import Random

    from claimtrack import Dossier
    from claimtrack.records import Basis, Record, RelationKind

__all__ = ["retold"]

PAPERS: Final = ("k-d0", "k-d1", "k-d2")
CLAIMS: Final = ("k-c0", "k-c1", "k-c2")
OUTLETS: Final = ("k-o0", "k-o1")
UNNAMED: Final = ("k-u0", "k-u1")
SPEAKERS: Final = ("k-p", "k-b", "k-g", *UNNAMED)
STEPS: Final[tuple[RelationKind, ...]] = (
    "stronger-than",
    "stronger-than",
    "stronger-than",
    "inferred-from",
    "inferred-from",
    "same-as",
    "narrower-than",
)
FEW: Final[tuple[GroundRules, ...]] = get_args(GroundRules)
PLACES: Final[tuple[Placement | None, ...]] = ("headline", "headline", "body", None)


def retold(base: Dossier, chance: Random) -> Dossier:
    """Return a dossier with more in it: few sources, whose word is passed on.

    Each later chain may be an earlier one, read elsewhere and taken from where that
    one was read, with a link more, less or changed, or about another claim.
    """
    made: list[Attribution] = []
    for number in range(chance.randint(3, 9)):
        key = f"k-a{number}"
        fresh = _first(chance, key)
        is_copy = made and chance.random() < 0.7
        made.append(_passed_on(chance, key, chance.choice(made)) if is_copy else fresh)
    chance.shuffle(made)
    added: list[Record] = [
        *(Document(id=each, kind="article", title=each) for each in PAPERS),
        *(Claim(id=each, text=each) for each in CLAIMS),
        *_sources(chance),
        *made,
        *_relations(chance),
    ]
    return holding(base, [*base.values(), *added])


def _sources(chance: Random) -> list[Source]:
    def some(*keys: str) -> list[str]:
        return [each for each in keys if chance.random() < 0.4]

    text = chance.choice(("officials", "others"))
    return [
        *(Source(id=each, kind="outlet", name=each) for each in OUTLETS),
        Source(id="k-p", kind="person", name="k-p", affiliations=some("k-b", "k-u0")),
        Source(id="k-b", kind="organization", name="k-b"),
        Source(id="k-g", kind="group", name="k-g", members=some("k-b", "k-p", "k-o0")),
        Source(id="k-u0", kind="unnamed", description="officials"),
        Source(
            id="k-u1", kind="unnamed", description=text, affiliations=some("k-g", "k-b")
        ),
    ]


def _first(chance: Random, key: str) -> Attribution:
    outlets = chance.sample(OUTLETS, chance.randint(0, 2))
    sources = [*outlets, chance.choice((*SPEAKERS, *UNNAMED, *OUTLETS))]
    chain = [_said(chance, Link(source=each)) for each in sources]
    if chance.random() < 0.3:
        paper = chance.choice(PAPERS)
        outlet = chance.choice(OUTLETS)
        chain[-1] = Link(source=outlet, basis="document", evidence=[paper])
    if chance.random() < 0.1:
        guesses = [Candidate(source=each) for each in chance.sample(SPEAKERS, 2)]
        chain.append(Link(candidates=guesses))
    return Attribution(
        id=key,
        claim=chance.choice(CLAIMS),
        chain=chain,
        document=chance.choice((*PAPERS, *PAPERS, None)),
        placement=chance.choice(PLACES),
    )


def _passed_on(chance: Random, key: str, told: Attribution) -> Attribution:
    links = list(told.chain)
    if chance.random() < 0.7:
        links[0] = attrs.evolve(links[0], document=told.document)
    if chance.random() < 0.7:
        links.insert(0, Link(source=chance.choice(OUTLETS)))
    is_unnamed = links[-1].source in UNNAMED
    if chance.random() < (0.5 if is_unnamed else 0.15) and len(links) > 1:
        links.pop()
    if chance.random() < 0.6:
        links[-1] = _said(chance, links[-1])
    claim = told.claim if chance.random() < 0.6 else chance.choice(CLAIMS)
    paper = chance.choice((*PAPERS, *PAPERS, *PAPERS, told.document, None))
    place = chance.choice(PLACES)
    return attrs.evolve(
        told, id=key, claim=claim, chain=links, document=paper, placement=place
    )


def _said(chance: Random, link: Link) -> Link:
    """Return a link with another way of saying it, often the plain one."""

    def likely(share: float) -> bool:
        return chance.random() < share

    changed = link
    if likely(0.4):
        changed = attrs.evolve(changed, attitude=chance.choice(get_args(Attitude)))
    if likely(0.3):
        changed = attrs.evolve(changed, factuality=chance.choice(get_args(Factuality)))
    if likely(0.4):
        changed = attrs.evolve(changed, ground_rules=chance.choice(FEW))
    if likely(0.2):
        stance = chance.choice(get_args(Stance))
        changed = attrs.evolve(changed, stance=stance)
    if likely(0.2):
        changed = attrs.evolve(changed, ascribed=likely(0.5))
    if likely(0.3):
        papers = chance.sample(PAPERS, chance.randint(0, 2))
        basis: Basis = "hearsay" if likely(0.25) else "document"
        changed = attrs.evolve(changed, basis=basis, evidence=papers)
    if likely(0.15):
        changed = attrs.evolve(changed, document=chance.choice(PAPERS))
    return changed


def _relations(chance: Random) -> list[Relation]:
    pairs: list[tuple[RelationKind, tuple[str, ...]]] = [
        (chance.choice(STEPS), CLAIMS) for _ in range(chance.randint(0, 4))
    ]
    if chance.random() < 0.25:
        pairs.append(("same-as", (*SPEAKERS, *OUTLETS)))
    if chance.random() < 0.4:
        copying: tuple[RelationKind, ...] = ("copied-from", "translation-of")
        pairs.append((chance.choice(copying), PAPERS))
    made: list[Relation] = []
    for number, (kind, keys) in enumerate(pairs):
        subject, end = chance.sample(keys, 2)
        key = f"k-r{number}"
        made.append(Relation(id=key, kind=kind, subject=subject, object=end))
    return made
