"""CT101-CT103, CT105: on whose word each claim stands, and who gathered it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import (
    Sketch,
    claim,
    document,
    dossier,
    outlet,
    person,
    relation,
    says,
)
from claimtrack.lint._steps import end_of
from claimtrack.records import Assessment, Attribution, Claim, Document
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.schema import JsonValue

__all__ = ["ATTRIBUTING"]

_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}
_PEOPLE: Final = (outlet("post"), person("jane-roe"))
_STOPS: Final = claim("c1", "The ferry stops running in May.")


def _conditional(**condition: JsonValue) -> str:
    return dossier(
        *_PEOPLE,
        claim("c1", "The ferry stops.", condition={"text": "a strike", **condition}),
        claim("c2", "The crews go on strike."),
        says("a1", "c1", "post", _SPOKE),
    )


@rule(
    code="CT101",
    name="unattributed-claim",
    severity="warning",
    unit="claim",
    authority=("Rs", "APb"),
    text="Say on whose word each claim stands",
    why="A claim without a source is the desk's own word, and nobody can weigh it.",
    fix="Attribute the claim to a chain, or remove it.",
    fires=_conditional(),
    passes=dossier(*_PEOPLE, _STOPS, says("a1", "c1", "post", _SPOKE)),
    near=_conditional(claim="c2"),
    form=(
        "A claim whose class has neither an attribution nor an assessment, and that "
        "is not the claim of a condition, no utterance, and not the object of a "
        "context-of or presupposes relation. An attribution that nobody is on record "
        "for does not count."
    ),
)
def unattributed_claim(case: Case) -> Iterator[Hit]:
    """Yield CT101: unattributed claim."""
    judged = {case.claims.least_of(each.subject) for each in case.view.all(Assessment)}
    related = case.view.related(Claim, "context-of", "presupposes")
    excused = {each.object for each in related}
    for each in case.view.all(Claim):
        if each.condition is not None and each.condition.claim is not None:
            excused.add(each.condition.claim)
    for attribution in case.view.all(Attribution):
        excused.update(link.utterance for link in attribution.chain if link.utterance)
    for each in case.view.all(Claim):
        is_judged = case.claims.least_of(each.id) in judged
        stands = is_judged or case.view.on_record_of(each.id)
        if not stands and each.id not in excused:
            yield Hit(each.id, "nobody is on record for the claim")


def _open(basis: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        document("herald-story", "herald"),
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story", "basis": basis},
        ),
    )


@rule(
    code="CT102",
    name="open-lineage",
    severity="warning",
    unit="source",
    authority=("APb",),
    text="Say how the outlet knows, where a chain stops at one",
    why="An outlet that does not say how it knows is a relay, and no origin.",
    fix=(
        "Cite whom the outlet cites, or record its basis; a desk may accept an "
        "outlet's word as it stands (accept_open)."
    ),
    fires=_open("unknown"),
    passes=dossier(*_PEOPLE, _STOPS, says("a1", "c1", "post", _SPOKE)),
    near=_open("witnessed"),
    form=(
        "The end of an attribution is open, and its source is an outlet that the "
        "setting `accept_open` does not name. One finding for each outlet."
    ),
)
def open_lineage(case: Case) -> Iterator[Hit]:
    """Yield CT102: open lineage."""
    pairs = (
        (source, attribution.claim)
        for attribution in case.view.all(Attribution)
        for source, kind in [end_of(attribution, case)]
        if source is not None
        and kind == "open"
        and case.sources.kind(source) == "outlet"
        and source not in case.accepted
    )
    for source, claims in group_pairs(pairs).items():
        message = f"chains stop at {case.name(source)}, and how it knows is not told"
        yield Hit(source, message, claims)


def _copied(cited: str, *, page: str = "wire") -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        outlet("echo"),
        person("jane-roe"),
        document("post-story", "post"),
        document("herald-story", "herald"),
        _WIRE,
        relation("post-story", "copied-from", "herald-story"),
        claim("c1", "The ferry stops running in May.", about=["echo", "herald"]),
        says(
            "a1",
            "c1",
            "post",
            {"source": cited, "document": page},
            "jane-roe",
            document="post-story",
        ),
    )


_WIRE: Final[Sketch] = {
    "type": "document",
    "id": "wire",
    "kind": "page",
    "url": "https://example.org/wire",
}
_FROM_HERALD: Final = {"source": "herald", "document": "herald-story"}


@rule(
    code="CT103",
    name="missing-second-hand-credit",
    severity="warning",
    unit="document",
    authority=("APc",),
    text="Credit who gathered it",
    why="Readers take what is copied for the desk's own reporting.",
    fix="Let a chain of the document go through the outlet that it was copied from.",
    fires=_copied("echo"),
    passes=_copied("herald", page="herald-story"),
    near=_copied("herald"),
    form=(
        "A document is copied-from one of another publisher; it has attributions, and "
        "none of their chains names that publisher."
    ),
)
def missing_second_hand_credit(case: Case) -> Iterator[Hit]:
    """Yield CT103: missing second hand credit."""
    for copy, models in group_pairs(
        (each.subject, each.object)
        for each in case.view.related(Document, "copied-from")
    ).items():
        chains = [a for a in case.chains_in(copy) if not a.chain.is_nobody]
        named = {
            key for a in chains for link in a.chain for key in case.sources_in(link)
        }
        publisher = case.publisher_of(copy)
        owners = {case.publisher_of(each) for each in models} - {None, publisher}
        missing = sorted(str(each) for each in owners - named)
        if chains and publisher is not None and missing:
            message = (
                f"{case.title(copy)} is copied, and no chain names "
                f"{', '.join(case.name(each) for each in missing)}"
            )
            yield Hit(copy, message)


def _skipped(publisher: str) -> str:
    return dossier(
        *_PEOPLE,
        outlet("herald"),
        document("story", publisher),
        _STOPS,
        says("a1", "c1", "post", {"source": "jane-roe", "document": "story"}),
    )


@rule(
    code="CT105",
    name="skipped-link",
    severity="warning",
    unit="source",
    text="Name the outlet you read it in",
    why="Whoever stands between can have changed what was said.",
    fix="Put the outlet into the chain, before the source that it quotes.",
    fires=_skipped("herald"),
    passes=_copied("herald", page="herald-story"),
    near=_skipped("jane-roe"),
    form=(
        "A link after the head has a document whose publisher is an outlet, and is no "
        "source of the chain. One finding for each outlet that is skipped."
    ),
)
def skipped_link(case: Case) -> Iterator[Hit]:
    """Yield CT105: skipped link."""
    pairs: list[tuple[str, str]] = []
    for attribution in case.view.all(Attribution):
        named = {key for link in attribution.chain for key in case.sources_in(link)}
        for link in attribution.chain[1:]:
            publisher = case.publisher_of(link.document)
            if (
                publisher is not None
                and publisher not in named
                and case.sources.kind(publisher) == "outlet"
            ):
                pairs.append((publisher, str(attribution.id)))
    for publisher, attributions in group_pairs(pairs).items():
        message = (
            f"{case.name(publisher)} published what is cited, and no link names it"
        )
        yield Hit(publisher, message, attributions)


ATTRIBUTING: Final = (
    unattributed_claim,
    open_lineage,
    missing_second_hand_credit,
    skipped_link,
)
