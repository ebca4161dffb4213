"""CT104, CT508, CT509: what lineage says drifts where a report is passed on."""

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
    unnamed,
)
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import Drift, DriftKind
    from claimtrack.lint._case import Case

__all__ = ["DRIFTS", "drifts_of"]

_SPOKE: Final[Sketch] = {"source": "jane-roe", "occasion": "in parliament"}
_FROM_HERALD: Final[Sketch] = {"source": "herald", "document": "herald-story"}
_STOPS: Final = claim("c1", "The ferry stops running in May.")


def drifts_of(
    case: Case, *kinds: DriftKind, are_headlines: bool | None = None
) -> Iterator[tuple[Attribution, tuple[Drift, ...]]]:
    """Yield the attributions with drifts of these kinds, each with all of them.

    Args:
        case: the case.
        kinds: the kinds of drift.
        are_headlines: whether only headlines count, or only others; all if None.
    """
    found = group_pairs(
        (each.attribution, each) for each in case.drifts if each.kind in kinds
    )
    for key, drifts in found.items():
        attribution = case.view.get(key, Attribution)
        if attribution is not None and are_headlines in (
            None,
            attribution.placement == "headline",
        ):
            yield attribution, drifts


def _hit(
    attribution: Attribution,
    drifts: tuple[Drift, ...],
    message: str,
    *field: str | int,
) -> Hit:
    related = tuple(other for each in drifts for other in each.related)
    return Hit(str(attribution.id), message, related, field=field)


def _dropped(report: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        outlet("echo"),
        outlet("radio"),
        person("jane-roe"),
        unnamed("u1", "harbour clerks"),
        document("post-story", "post"),
        document("echo-story", "echo"),
        document("herald-story", "herald"),
        document("herald-earlier", "herald"),
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {**_FROM_HERALD, "document": report},
            document="post-story",
        ),
        says("a2", "c1", "echo", _FROM_HERALD, "u1", document="echo-story"),
        says("a3", "c1", "radio", _SPOKE),
    )


def _relayed(kind: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        document("post-story", "post"),
        document("herald-story", "herald"),
        claim("c1", "The ferry stops for good in May."),
        claim("c2", "The ferry stops for a while in May."),
        relation("c1", kind, "c2", id="r1"),
        says("a1", "c1", "post", _FROM_HERALD, _SPOKE, document="post-story"),
        says("a2", "c2", "herald", _SPOKE, document="herald-story"),
    )


_PLAIN: Final = _relayed("narrower-than")


@rule(
    code="CT104",
    name="dropped-anonymity",
    severity="warning",
    unit="attribution",
    authority=("WPs",),
    text="Pass on that the cited outlet relied on unnamed sources",
    why="Without it, a claim of unnamed people reads as the outlet's own knowledge.",
    fix="Let the chain go on to the unnamed source.",
    fires=_dropped("herald-story"),
    passes=_PLAIN,
    near=_dropped("herald-earlier"),
    form=(
        "An attribution stops at an outlet that it cites, and in another of its class, "
        "read in another document, the outlet's next voice is unnamed. Not where the "
        "two are known to be different reports of the outlet, nor where one in the "
        "same document goes on to somebody unnamed. Related are the others."
    ),
)
def dropped_anonymity(case: Case) -> Iterator[Hit]:
    """Yield CT104: dropped anonymity."""
    for attribution, drifts in drifts_of(case, "anonymity"):
        outlet_ = str(attribution.chain[drifts[0].link].source)
        message = (
            f"{case.name(outlet_)} relied on an unnamed source, and "
            f"“{case.chain(attribution)}” does not say so"
        )
        yield _hit(attribution, drifts, message)


def _endorsed(outer: str) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        claim("c1", "The ferry stops in May."),
        says(
            "a1",
            "c1",
            {"source": "post", "factuality": outer},
            {
                "source": "jane-roe",
                "occasion": "in parliament",
                "stance": "endorses",
                "factuality": "PR+",
            },
        ),
    )


@rule(
    code="CT508",
    name="hedge-lost",
    severity="warning",
    unit="attribution",
    text="No relay is surer than its source",
    why='A "probably" that gets lost on the way turns a guess into news.',
    fix="Pass the claim on as sure as its source is of it.",
    form=(
        "The factuality recorded on a link is surer than the one composed from the "
        "links inside it: more certain, or committed to the other polarity. Or an "
        "attribution goes through a document, and is surer than all of its class and "
        "last source that were read there, or has a stronger attitude (desire, "
        "intention, belief, assertion, knowledge). Related are these."
    ),
    fires=_endorsed("CT+"),
    passes=_PLAIN,
    near=_endorsed("PR+"),
)
def hedge_lost(case: Case) -> Iterator[Hit]:
    """Yield CT508: hedge lost."""
    for attribution, drifts in drifts_of(case, "factuality", "attitude"):
        first = drifts[0]
        message = f"“{case.chain(attribution)}” turns {first.was} into {first.now}"
        yield _hit(attribution, drifts, message, "chain", first.link)


@rule(
    code="CT509",
    name="relay-stronger-than-report",
    severity="warning",
    unit="attribution",
    text="What is passed on says no more than what was taken",
    why="A claim that grows a little with each relay ends as another story.",
    fix="Pass on the claim that the report has, or cite where the source said more.",
    form=(
        "An attribution outside headlines goes through a document that has none of its "
        "class from its last source, and has a claim from that source that its own is "
        "stronger-than, at any remove. Related are the nearest of these."
    ),
    fires=_relayed("stronger-than"),
    passes=_endorsed("PR+"),
    near=_PLAIN,
)
def relay_stronger_than_report(case: Case) -> Iterator[Hit]:
    """Yield CT509: relay stronger than report."""
    for attribution, drifts in drifts_of(case, "wording", are_headlines=False):
        message = (
            f"“{case.chain(attribution)}” passes on a stronger claim than the report "
            "that it cites"
        )
        yield _hit(attribution, drifts, message, "chain", drifts[0].link)


DRIFTS: Final = (dropped_anonymity, hedge_lost, relay_stronger_than_report)
