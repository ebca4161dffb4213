"""CT203, CT207, CT209, CT216: how unnamed sources are described, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage import voices
from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.lint._settings import Settings
from claimtrack.lint._sketch import claim, dossier, outlet, says, unnamed
from claimtrack.lint._steps import last_voice, unnamed_links
from claimtrack.lint._words import is_plural
from claimtrack.records import Attribution, Claim, Source
from claimtrack.view import Interval, group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.lint._steps import Unnamed
    from claimtrack.schema import JsonValue

__all__ = ["DESCRIBING"]

_OWN: Final[Grades] = (("own", "warning"), ("relayed", "info"))
_OPINIONS: Final = ("evaluation", "norm", "prediction", "allegation")


def _links(case: Case) -> Iterator[Unnamed]:
    for attribution in case.view.all(Attribution):
        yield from unnamed_links(attribution, case)


def _told(
    *, kind: str = "fact", attitude: str = "assertion", **fields: JsonValue
) -> str:
    return dossier(
        outlet("post"),
        unnamed("u1", "harbour clerks", **fields),
        claim("c1", "The ferry stops running in May.", kind=kind),
        says(
            "a1",
            "c1",
            {"source": "post", "basis": "witnessed"},
            {"source": "u1", "attitude": attitude},
        ),
    )


def _bare(**fields: JsonValue) -> str:
    source = unnamed("u1", "two people", **fields)
    if "role" not in fields:
        del source["role"]
    return dossier(
        outlet("post"),
        source,
        claim("c1", "The ferry stops running in May."),
        says("a1", "c1", "post", "u1"),
    )


@rule(
    code="CT203",
    name="bare-source",
    severity="warning",
    grades=_OWN,
    unit="source",
    authority=("APs", "G"),
    text='Describe an unnamed source by more than "a source"',
    why="Readers can only weigh what they are told about who speaks.",
    fix="Record a role or an affiliation that the text gives, or ask for one.",
    fires=_bare(),
    passes=_bare(affiliations=["post"]),
    near=_bare(role="diplomat"),
    sample=Settings(desk="Post"),
    form=(
        "An unnamed source in a chain has neither role nor affiliations. Own: the "
        "source. Relayed: the dealer; related are its sources."
    ),
)
def bare_source(case: Case) -> Iterator[Hit]:
    """Yield CT203: bare source."""
    bare = [each for each in _links(case) if _is_bare(each.source, case)]
    own = {each.source for each in bare if each.is_own}
    for source in sorted(own):
        message = f"nothing is told about {case.name(source)} but the words"
        yield Hit(source, message, grade="own")
    relayed = ((e.dealer(case), e.source) for e in bare if e.source not in own)
    for dealer, sources in group_pairs(relayed).items():
        message = (
            f"{case.name(dealer)} tells nothing about unnamed sources but the words"
        )
        yield Hit(dealer, message, sources, grade="relayed")


def _is_bare(source: str, case: Case) -> bool:
    records = case.sources.records_of(source)
    return not any(each.role or each.affiliations for each in records)


@rule(
    code="CT207",
    name="anonymous-opinion",
    severity="warning",
    grades=_OWN,
    unit="source",
    authority=("APs", "Rs", "Nh"),
    text="Unnamed sources give information, not opinion, forecast or attack",
    why="Who judges or foretells without a name answers for nothing.",
    fix="Name who says so, find what can be checked, or leave it out.",
    fires=_told(kind="norm"),
    passes=_told(kind="prediction", attitude="desire"),
    near=_told(kind="fact"),
    sample=Settings(desk="Post"),
    form=(
        "The last link is unnamed, its attitude assertion or belief, and the claim an "
        "evaluation, norm, prediction or allegation. Own: the source; relayed: the "
        "dealer. Related are the claims."
    ),
)
def anonymous_opinion(case: Case) -> Iterator[Hit]:
    """Yield CT207: anonymous opinion."""
    found = [each for each in _links(case) if each.is_last and _is_opinion(each, case)]
    own = ((each.source, each.attribution.claim) for each in found if each.is_own)
    for source, claims in group_pairs(own).items():
        message = f"{case.name(source)} judges or foretells without a name"
        yield Hit(source, message, claims, grade="own")
    relayed = (
        (each.dealer(case), each.attribution.claim) for each in found if not each.is_own
    )
    for dealer, claims in group_pairs(relayed).items():
        message = f"{case.name(dealer)} lets unnamed sources judge or foretell"
        yield Hit(dealer, message, claims, grade="relayed")


def _is_opinion(link: Unnamed, case: Case) -> bool:
    attribution = link.attribution
    claimed = case.view.get(attribution.claim, Claim)
    return (
        attribution.chain.last.attitude in ("assertion", "belief")
        and claimed is not None
        and claimed.kind in _OPINIONS
    )


@rule(
    code="CT209",
    name="plural-without-two",
    severity="warning",
    grades=_OWN,
    unit="source",
    scope="preview",
    authority=("Rs",),
    text="No plural for one person",
    why="Two sources weigh more than one, so the plural overstates.",
    fix="Use the singular, or correct the count.",
    fires=_told(count={"min": 1, "max": 1}),
    passes=_told(description="a clerk", count={"min": 1, "max": 1}),
    near=_told(count={"min": 1, "max": 2}),
    sample=Settings(desk="Post", preview=True, languages=("en",), min_unnamed=1),
    form=(
        "An unnamed source whose count has a maximum of 1 is described or mentioned "
        "in the plural."
    ),
)
def plural_without_two(case: Case) -> Iterator[Hit]:
    """Yield CT209: plural without two."""
    used: dict[str, bool] = {}
    plural: set[str] = set()
    for each in _links(case):
        used[each.source] = used.get(each.source, False) or each.is_own
        mention = each.attribution.chain[each.index].mention
        document = case.document_of(each.attribution)
        lang = None if document is None else document.lang
        if mention and is_plural(mention, case.speaks(lang)):
            plural.add(each.source)
    for source in case.view.all(Source):
        if source.description and is_plural(source.description, case.speaks(None)):
            plural.add(case.sources.least_of(source.id))
    for key, is_own in sorted(used.items()):
        if key in plural and _is_one_person(key, case):
            message = f"{case.name(key)} is one person, told of in the plural"
            yield Hit(key, message, grade="own" if is_own else "relayed")


def _is_one_person(source: str, case: Case) -> bool:
    return case.sources.count(source) == Interval(1, 1)


def _speaking_for(**count: int) -> str:
    return dossier(
        outlet("post"),
        unnamed("u1", "a clerk", count=count),
        {"type": "source", "id": "crews", "kind": "group", "name": "The crews"},
        claim("c1", "The ferry stops running in May."),
        says(
            "a1",
            "c1",
            {"source": "post", "basis": "witnessed"},
            "u1",
            {"source": "crews", "attitude": "belief"},
        ),
    )


@rule(
    code="CT216",
    name="one-voice-for-many",
    severity="info",
    unit="source",
    text="One person does not speak for governments",
    why="What one person tells about many is that person's word alone.",
    fix="Say whose word it is, or find somebody who may speak for them.",
    fires=_speaking_for(min=1, max=1),
    passes=_told(),
    near=_speaking_for(min=1),
    sample=Settings(min_unnamed=1),
    form=(
        "The last link is a holder of kind group or organization, and the last voice "
        "is unnamed with a maximum count of 1."
    ),
)
def one_voice_for_many(case: Case) -> Iterator[Hit]:
    """Yield CT216: one voice for many."""
    pairs: list[tuple[str, str]] = []
    for attribution in case.view.all(Attribution):
        voice, last = last_voice(attribution).source, attribution.chain.last
        if (
            len(voices(attribution.chain)) < len(attribution.chain)
            and case.kind_of(last) in ("group", "organization")
            and voice is not None
            and case.sources.is_unnamed(voice)
            and _is_one_person(voice, case)
        ):
            pairs.append((case.sources.least_of(voice), attribution.claim))
    for source, claims in group_pairs(pairs).items():
        yield Hit(source, f"{case.name(source)} alone speaks for many", claims)


DESCRIBING: Final = (
    bare_source,
    anonymous_opinion,
    plural_without_two,
    one_voice_for_many,
)
