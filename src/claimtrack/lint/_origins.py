"""CT201, CT202, CT211: how many origins there are, and what it all hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.lint._settings import Settings
from claimtrack.lint._sketch import (
    Sketch,
    claim,
    document,
    dossier,
    outlet,
    person,
    says,
    unnamed,
)
from claimtrack.lint._steps import unnamed_links
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import Lineage
    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["ORIGINS"]

_STOPS: Final = claim("c1", "The ferry stops running in May.")
_SPOKE: Final[Sketch] = {"source": "jane-roe", "occasion": "in parliament"}


def _told(**count: int) -> str:
    return dossier(
        outlet("post"),
        unnamed("u1", "harbour clerks", count=count),
        _STOPS,
        says("a1", "c1", "post", "u1"),
    )


@rule(
    code="CT201",
    name="single-unnamed-source",
    severity="error",
    grades=(("own", "error"), ("relayed", "warning")),
    unit="source",
    authority=("APs", "B3"),
    text="One unnamed individual is not enough",
    why="One person whom nobody names can be wrong, or use the desk.",
    fix=(
        "Find a second origin, or one who can be named. A desk that knows two unnamed "
        "sources apart says so by distinct-from."
    ),
    form=(
        "All origins of a claim are unnamed, and surely fewer than `min_unnamed` "
        "individuals stand behind them. Own: the desk dealt with one of them."
        " One finding for each set of origins; the unit is the source of it "
        "with the least id, related are the claims."
    ),
    fires=_told(min=1),
    passes=dossier(
        outlet("post"), person("jane-roe"), _STOPS, says("a1", "c1", "post", _SPOKE)
    ),
    near=_told(min=2),
    sample=Settings(desk="Post"),
)
def single_unnamed_source(case: Case) -> Iterator[Hit]:
    """Yield CT201: single unnamed source."""
    found = (
        ((origins, grade), key)
        for key, traced in case.lineages.items()
        if traced.individuals.lo < case.settings.min_unnamed
        for origins, grade in _unnamed_origins(traced, case)
    )
    for ((source, *_), grade), claims in group_pairs(found).items():
        message = f"nobody but {case.name(source)} is surely behind it"
        yield Hit(source, message, claims, grade=grade)


def _unnamed_origins(
    traced: Lineage, case: Case
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the origins, sorted, and the grade, where all of them are unnamed."""
    sources = tuple(sorted(str(end.source) for end in traced.origins))
    if not sources or any(end.kind != "unnamed" for end in traced.origins):
        return
    is_own = any(
        link.is_own and link.source in sources
        for each in case.view.on_record_of(traced.claim)
        for link in unnamed_links(each, case)
    )
    yield sources, "own" if is_own else "relayed"


def _through(herald: str) -> str:
    return dossier(
        outlet("post"),
        outlet("echo"),
        outlet("herald"),
        outlet("radio"),
        person("jane-roe"),
        document("herald-story", "herald"),
        {
            "type": "document",
            "id": "wire",
            "kind": "page",
            "url": "https://example.org/wire",
        },
        _STOPS,
        says("a1", "c1", "post", {"source": "herald", "document": "wire"}, "jane-roe"),
        says("a2", "c1", "echo", {"source": herald, "document": "wire"}, "jane-roe"),
        says("a3", "c2", "echo", {"source": "radio", "document": "wire"}, "jane-roe"),
        claim("c2", "The ferry runs on after May."),
    )


@rule(
    code="CT202",
    name="single-bottleneck",
    severity="warning",
    unit="source",
    authority=("WPs",),
    text="Several outlets are not several confirmations",
    why="If the one source that all of them pass through errs, all of them do.",
    fix="Find a chain that does not pass through it, or say that all rests on it.",
    form=(
        "A claim has two or more publishers, and a bottleneck. One finding for each "
        "bottleneck; related are the claims."
    ),
    fires=_through("herald"),
    passes=dossier(
        outlet("post"), person("jane-roe"), _STOPS, says("a1", "c1", "post", _SPOKE)
    ),
    near=_through("radio"),
)
def single_bottleneck(case: Case) -> Iterator[Hit]:
    """Yield CT202: single bottleneck."""
    pairs = (
        (source, key)
        for key, traced in case.lineages.items()
        if len(traced.publishers) > 1
        for source in traced.bottlenecks
    )
    for source, claims in group_pairs(pairs).items():
        message = f"all that several outlets report passes through {case.name(source)}"
        yield Hit(source, message, claims)


def _circle(page: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        document("post-story", "post"),
        document("herald-first", "herald"),
        document("herald-story", "herald"),
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": page},
            document="post-story",
        ),
        says(
            "a2",
            "c1",
            "herald",
            {"source": "post", "document": "post-story"},
            document="herald-story",
        ),
    )


_KINDS: Final[Grades] = (("closed", "error"), ("open", "warning"))


@rule(
    code="CT211",
    name="circular-reporting",
    severity="error",
    grades=_KINDS,
    unit="source",
    text="A claim that comes home is no confirmation",
    why="Outlets that cite each other for it have nothing but each other.",
    fix="Find who had it first and how, or cite nobody of the circle for it.",
    form=(
        "Sources of a claim cite each other in a circle. Closed: without a way out and "
        "an end of its own; open otherwise. Not where a source of the circle is cited "
        "for one document, and cites on in another. One finding for each circle; the "
        "unit is the source of it with the least id, related are the claims."
    ),
    fires=_circle("herald-story"),
    passes=dossier(
        outlet("post"), person("jane-roe"), _STOPS, says("a1", "c1", "post", _SPOKE)
    ),
    near=_circle("herald-first"),
)
def circular_reporting(case: Case) -> Iterator[Hit]:
    """Yield CT211: circular reporting."""
    found = (
        ((cycle, "closed" if cycle[0] in closed else "open"), key)
        for key, traced in case.lineages.items()
        for closed in [{e.source for e in traced.ends if e.kind == "circular"}]
        for cycle in traced.cycles
        if not _is_told_apart(cycle, case.view.on_record_of(key), case)
    )
    for ((source, *_), grade), claims in group_pairs(found).items():
        message = f"chains come home to {case.name(source)}"
        yield Hit(source, message, claims, grade=grade)


def _is_told_apart(
    cycle: tuple[str, ...], chains: tuple[Attribution, ...], case: Case
) -> bool:
    """Return whether one of a circle is cited for one report, and cites in another."""
    cited: dict[str, set[str]] = {}
    citing: dict[str, set[str]] = {}
    for each in chains:
        last = len(each.chain) - 1
        for index, link in enumerate(each.chain):
            key = "" if link.source is None else case.sources.least_of(link.source)
            story = link.document or (each.document if index == 0 else None)
            if key in cycle and story is not None:
                if index:
                    cited.setdefault(key, set()).add(story)
                if index < last:
                    citing.setdefault(key, set()).add(story)
    return any(
        citing.get(key) and stories.isdisjoint(citing[key])
        for key, stories in cited.items()
    )


ORIGINS: Final = (single_unnamed_source, single_bottleneck, circular_reporting)
