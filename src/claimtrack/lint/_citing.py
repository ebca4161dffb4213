"""CT106-CT109: whether readers can follow a citation, and whether it is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.lineage import voices
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import claim, document, dossier, outlet, person, says
from claimtrack.lint._steps import second_index
from claimtrack.records import Attribution, Document
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.schema import JsonValue

__all__ = ["CITING"]

_STOPS: Final = claim("c1", "The ferry stops running in May.")


def _located(**place: JsonValue) -> str:
    story = document("herald-story", "herald")
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        {key: value for key, value in story.items() if key != "url"} | place,
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            "jane-roe",
        ),
    )


@rule(
    code="CT106",
    name="citation-without-locator",
    severity="info",
    unit="source",
    authority=("IFCN",),
    text="Let readers find what you cite",
    why="A reader who cannot find the report cannot check it.",
    fix='Give the link its "document", with a url or an archived copy.',
    fires=_located(),
    passes=_located(url="https://example.org/ferry"),
    near=_located(archived=["https://archive.example.org/ferry"]),
    form=(
        "A link after the head whose source is an outlet has no document, or one with "
        "neither url nor archived that is no leak. One finding for each outlet that is "
        "cited so."
    ),
)
def citation_without_locator(case: Case) -> Iterator[Hit]:
    """Yield CT106: citation without locator."""
    pairs = (
        (case.sources.least_of(link.source), str(attribution.id))
        for attribution in case.view.all(Attribution)
        for link in attribution.chain[1:]
        if link.source is not None
        and case.sources.kind(link.source) == "outlet"
        and not _is_located(case.view.get(link.document, Document))
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"{case.name(source)} is cited without a locator"
        yield Hit(source, message, attributions)


def _is_located(document: Document | None) -> bool:
    if document is None:
        return False
    # Where a leak lies is private, and nothing that readers could be sent to.
    return document.kind == "leak" or bool(document.url or document.archived)


def _relayed(**fields: JsonValue) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        _STOPS,
        says("a1", "c1", "post", {"source": "jane-roe", **fields}),
    )


@rule(
    code="CT107",
    name="unstated-relay",
    severity="info",
    unit="source",
    authority=("Rs",),
    text="Say where a person said it",
    why="Told to the outlet or taken from elsewhere: the two weigh differently.",
    fix="Record the occasion, the time, the document or the addressee.",
    fires=_relayed(),
    passes=_relayed(addressee="post"),
    near=_relayed(occasion="press conference"),
    form=(
        "The head is an outlet with basis neither witnessed nor participant, and the "
        "second source is a person that speaks, with no document, occasion, at or "
        "addressee. One finding for each person."
    ),
)
def unstated_relay(case: Case) -> Iterator[Hit]:
    """Yield CT107: unstated relay."""
    pairs = (
        (source, str(attribution.id))
        for attribution in case.view.all(Attribution)
        for source in _unstated(attribution, case)
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"where or to whom {case.name(source)} said it is not told"
        yield Hit(source, message, attributions)


def _unstated(attribution: Attribution, case: Case) -> Iterator[str]:
    head, spoken = attribution.chain.head, voices(attribution.chain)
    second = second_index(attribution, case)
    if second is None or second >= len(spoken):
        return
    if case.kind_of(head) != "outlet":
        return
    link = spoken[second]
    told = (link.document, link.occasion, link.at, link.addressee)
    if (
        head.basis not in ("witnessed", "participant")
        and link.source is not None
        and case.sources.kind(link.source) == "person"
        and not any(told)
    ):
        yield case.sources.least_of(link.source)


def _collapsed(document_of_short: str) -> str:
    return dossier(
        outlet("post"),
        outlet("echo"),
        person("jane-roe"),
        person("john-doe"),
        document("post-story", "post"),
        document("post-later", "post"),
        _STOPS,
        says("a1", "c1", "post", _SPOKE, "john-doe", document="post-story"),
        says("a2", "c1", "post", _HEARD, document=document_of_short),
    )


_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}
_HEARD: Final = {"source": "john-doe", "occasion": "in parliament"}


@rule(
    code="CT108",
    name="collapsed-quoting-depth",
    severity="warning",
    unit="attribution",
    authority=("APb",),
    text='"X said that Y confirmed it" is X\'s word',
    why="Who passes on another's word can err; dropped, the word looks first-hand.",
    fix="Keep the whole chain, or show that the inner source spoke directly as well.",
    fires=_collapsed("post-story"),
    passes=_relayed(occasion="press conference"),
    near=_collapsed("post-later"),
    form=(
        "Two attributions of one class, read in one document: the chain of one is "
        "that of the other without some of its inner voices, with the same head and "
        "last voice."
    ),
)
def collapsed_quoting_depth(case: Case) -> Iterator[Hit]:
    """Yield CT108: collapsed quoting depth."""
    read = (each for each in case.view.on_record if each.document is not None)
    together = group_pairs(
        ((each.document, case.claims.least_of(each.claim)), each) for each in read
    )
    for chains in together.values():
        sides = group_pairs((_sides(each, case), each) for each in chains)
        for similar in sides.values():
            yield from _collapsed_ones(similar, case)


_Step: TypeAlias = tuple[str, ...]


def _collapsed_ones(similar: tuple[Attribution, ...], case: Case) -> Iterator[Hit]:
    """Yield those of chains with one head, last voice and holders that lack voices."""
    spoken = group_pairs((_spoken(each, case), str(each.id)) for each in similar)
    # Whoever lacks no voice is part of none: it is looked for where its rarest is.
    having = group_pairs((step, full) for full in spoken for step in {*full[1:-1]})
    fuller: dict[tuple[_Step, ...], tuple[str, ...]] = {}
    for short in spoken:
        near = min((having[step] for step in short[1:-1]), key=len, default=spoken)
        parts = (spoken[full] for full in near if _is_part(short, full))
        fuller[short] = tuple(sorted(key for ids in parts for key in ids))
    for each in similar:
        full = fuller[_spoken(each, case)]
        if full:
            message = f"“{case.chain(each)}” leaves out who passed the word on"
            yield Hit(str(each.id), message, full)


def _spoken(attribution: Attribution, case: Case) -> tuple[_Step, ...]:
    """Return the voices, neighbours of one source as one."""
    steps: list[_Step] = []
    for link in voices(attribution.chain):
        step = case.sources_in(link)
        if not steps or steps[-1] != step:
            steps.append(step)
    return tuple(steps)


def _sides(attribution: Attribution, case: Case) -> tuple[_Step, ...]:
    """Return what stays when inner voices go: head, last voice and holders."""
    spoken = _spoken(attribution, case)
    told = attribution.chain[len(voices(attribution.chain)) :]
    return (spoken[0], spoken[-1], *(case.sources_in(link) for link in told))


def _is_part(short: tuple[_Step, ...], full: tuple[_Step, ...]) -> bool:
    """Return whether one is the other without some of its steps."""
    rest = iter(full)
    return len(short) < len(full) and all(step in rest for step in short)


def _cited_twice(inner: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        outlet("echo"),
        person("jane-roe"),
        document("herald-story", "herald"),
        claim("c1", "The ferry stops running in May.", about=["echo"]),
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            {"source": inner, "document": "herald-story"},
            "jane-roe",
        ),
    )


@rule(
    code="CT109",
    name="self-citation",
    severity="info",
    unit="source",
    scope="record",
    text="An outlet's earlier report is no second origin",
    why="Citing oneself makes a chain longer and adds nobody who knows.",
    fix="Keep one link, or name who stands between the two.",
    fires=_cited_twice("herald"),
    passes=_relayed(occasion="press conference"),
    near=_cited_twice("echo"),
    form=(
        "Two neighbouring links of a chain have one source, an outlet. One finding "
        "for each outlet."
    ),
)
def self_citation(case: Case) -> Iterator[Hit]:
    """Yield CT109: self citation."""
    pairs = (
        (case.sources.least_of(link.source), str(attribution.id))
        for attribution in case.view.all(Attribution)
        for link, after in zip(attribution.chain, attribution.chain[1:], strict=False)
        if link.source is not None
        and case.sources_in(link) == case.sources_in(after)
        and after.source is not None
        and case.sources.kind(link.source) == "outlet"
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"{case.name(source)} cites itself"
        yield Hit(source, message, attributions)


CITING: Final = (
    citation_without_locator,
    unstated_relay,
    collapsed_quoting_depth,
    self_citation,
)
