"""CT401-CT404: grades of the right thing, with a basis, no higher than the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import claim, dossier, outlet, person, says
from claimtrack.records import Assessment, Attribution, Claim, Source
from claimtrack.scales import SCALES, is_top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Record
    from claimtrack.scales import Confidence, ScaleKind
    from claimtrack.schema import JsonValue

__all__ = ["GRADING"]

_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}
_CHAIN: Final = (
    outlet("post"),
    person("jane-roe"),
    claim("c1", "The ferry stops in May."),
    says("a1", "c1", "post", _SPOKE),
)
_SECOND: Final = (
    person("john-doe"),
    says("a2", "c1", "post", {**_SPOKE, "source": "john-doe"}),
)
_WHY: Final = "Read in full, and checked by phone."


def _judged(subject: str, **fields: JsonValue) -> dict[str, JsonValue]:
    return {"type": "assessment", "id": "v1", "subject": subject, **fields}


def _graded(
    subject: str, scale: str, value: str, **fields: JsonValue
) -> dict[str, JsonValue]:
    confidence: list[JsonValue] = [{"scale": scale, "value": value}]
    return _judged(subject, confidence=confidence, rationale=_WHY, **fields)


_MISPLACED: Final[dict[type[Record], ScaleKind]] = {
    Claim: "reliability",
    Source: "credibility",
}
"""What is no question about a record of this type."""


@rule(
    code="CT401",
    name="axis-mixup",
    severity="error",
    unit="assessment",
    text="Reliability is of sources, credibility of what they say",
    why="A reliable source can be wrong, and an unreliable one right; one grade for "
    "both hides which of the two is meant.",
    fix="Grade the source on a scale of reliability, the claim or the attribution on "
    "one of credibility.",
    fires=dossier(*_CHAIN, _graded("jane-roe", "admiralty-credibility", "3")),
    passes=dossier(*_CHAIN, _graded("jane-roe", "admiralty-reliability", "B")),
    near=dossier(*_CHAIN, _graded("c1", "admiralty-credibility", "3")),
    form=(
        "The subject of an assessment is a claim and its confidence has a scale of "
        "reliability, or a source and a scale of credibility."
    ),
)
def axis_mixup(case: Case) -> Iterator[Hit]:
    """Yield CT401: axis mix-up."""
    for each in case.view.all(Assessment):
        subject = case.dossier.get(each.subject)
        misplaced = None if subject is None else _MISPLACED.get(type(subject))
        for place, confidence in enumerate(each.confidence):
            kind = SCALES[confidence.scale].kind
            if kind == misplaced:
                what = "claim" if isinstance(subject, Claim) else "source"
                yield Hit(
                    str(each.id),
                    f"{confidence.scale} measures {kind}, and its subject is a {what}",
                    field=("confidence", place, "scale"),
                    related=(each.subject,),
                )
                break


@rule(
    code="CT402",
    name="confidence-without-basis",
    severity="warning",
    unit="assessment",
    scope="record",
    text="Say what a grade rests on",
    why="Nobody can check, follow or renew a grade that comes from nowhere.",
    fix="Give a rationale, or name the documents in evidence.",
    fires=dossier(
        outlet("post"),
        _judged("post", confidence=[{"scale": "admiralty-reliability", "value": "B"}]),
    ),
    passes=dossier(outlet("post"), _judged("post", verdict="Often late.")),
    near=dossier(outlet("post"), _graded("post", "admiralty-reliability", "B")),
    form="An assessment has a confidence, and neither rationale nor evidence.",
)
def confidence_without_basis(case: Case) -> Iterator[Hit]:
    """Yield CT402: confidence without basis."""
    for each in case.view.all(Assessment):
        if each.confidence and each.rationale is None and not each.evidence:
            yield Hit(
                str(each.id),
                "it has a confidence, and neither rationale nor evidence",
                field=("confidence",),
            )


@rule(
    code="CT403",
    name="confidence-exceeds-chain",
    severity="warning",
    unit="assessment",
    text="Nothing is confirmed by one origin",
    why="The highest grade says that others confirm it, and the chains on record lead "
    "to nobody else.",
    fix="Record the chains of whoever confirms it, or grade it lower.",
    fires=dossier(*_CHAIN, _graded("c1", "admiralty-credibility", "1")),
    passes=dossier(*_CHAIN, *_SECOND, _graded("c1", "admiralty-credibility", "1")),
    near=dossier(*_CHAIN, _graded("c1", "admiralty-credibility", "2")),
    form=(
        "A claim, or an attribution of one, is given credibility 1 or the top band of "
        "a scale, and its independence is none or single."
    ),
)
def confidence_exceeds_chain(case: Case) -> Iterator[Hit]:
    """Yield CT403: confidence exceeds chain."""
    for each in case.view.all(Assessment):
        claim_ = _claim_of(each.subject, case)
        if claim_ is None:
            continue
        independence = case.lineages[claim_].independence
        if independence not in ("none", "single"):
            continue
        behind = "a single origin" if independence == "single" else "no origin"
        for place, confidence in enumerate(each.confidence):
            if _is_highest(confidence):
                yield Hit(
                    str(each.id),
                    f"{_called(confidence)}, and {behind} stands behind",
                    field=("confidence", place, "value"),
                    related=tuple({claim_, each.subject}),
                )
                break


def _claim_of(subject: str, case: Case) -> str | None:
    """Return the claim that is judged, by itself or in an attribution."""
    attribution = case.view.get(subject, Attribution)
    key = subject if attribution is None else attribution.claim
    return None if case.view.get(key, Claim) is None else key


def _is_highest(confidence: Confidence) -> bool:
    return SCALES[confidence.scale].kind != "reliability" and is_top(confidence)


def _called(confidence: Confidence) -> str:
    term = confidence.term
    if term is None:
        return f"{confidence.value:g} on the scale {confidence.scale}"
    return f'"{term.label}" on the scale {confidence.scale}'


@rule(
    code="CT404",
    name="unlabelled-scale",
    severity="warning",
    unit="assessment",
    scope="record",
    text="Say between what ends a rating lies",
    why="Some scales run upwards and some downwards; a number alone says neither how "
    "good it is nor how bad.",
    fix="Give best and worst as they were published.",
    fires=dossier(
        *_CHAIN, _judged("c1", verdict="Half so.", rating={"value": 3, "best": 1})
    ),
    passes=dossier(*_CHAIN, _judged("c1", verdict="Half so.")),
    near=dossier(
        *_CHAIN,
        _judged("c1", verdict="Half so.", rating={"value": 3, "best": 1, "worst": 5}),
    ),
    form="The rating of an assessment has a value, and lacks best or worst.",
)
def unlabelled_scale(case: Case) -> Iterator[Hit]:
    """Yield CT404: unlabelled scale."""
    for each in case.view.all(Assessment):
        if each.rating is None or each.rating.value is None:
            continue
        ends = {"best": each.rating.best, "worst": each.rating.worst}
        missing = [name for name, end in ends.items() if end is None]
        if missing:
            yield Hit(
                str(each.id),
                f"its rating has a value, and no {' and no '.join(missing)}",
                field=("rating",),
            )


GRADING: Final = (
    axis_mixup,
    confidence_without_basis,
    confidence_exceeds_chain,
    unlabelled_scale,
)
"""The rules about grades."""
