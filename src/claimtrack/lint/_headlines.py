"""CT501, CT502: what a headline says, and what the body has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._drifts import drifts_of
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import (
    claim,
    document,
    dossier,
    outlet,
    person,
    relation,
    says,
)
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lineage import Drift
    from claimtrack.lint._case import Case

__all__ = ["HEADLINES"]

_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}
_SAME: Final = dossier(
    outlet("post"),
    person("jane-roe"),
    document("story", "post"),
    claim("c1", "The ferry stops in May."),
    says("a1", "c1", "post", _SPOKE, document="story", placement="headline"),
    says("a2", "c1", "post", _SPOKE, document="story", placement="lead"),
)


def _headed(
    *,
    body_claim: str = "c2",
    source: str = "jane-roe",
    body: str = "jane-roe",
    attitude: str = "assertion",
) -> str:
    spoke = {"occasion": "in parliament"}
    return dossier(
        {**outlet("post")},
        person("jane-roe"),
        person("john-doe"),
        document("story", "post"),
        claim("c1", "The ferry stops for good in May."),
        claim("c2", "The ferry stops for a while in May."),
        relation("c1", "stronger-than", "c2"),
        says(
            "a1",
            "c1",
            {"source": "post", "basis": "witnessed"},
            {"source": source, "attitude": attitude, **spoke},
            document="story",
            placement="headline",
        ),
        says("a2", "c2", "post", {"source": body, **spoke}, document="story"),
        says(
            "a3", body_claim, "post", {"source": "jane-roe", **spoke}, document="story"
        ),
        says("a4", "c2", "post", {"source": "john-doe", **spoke}),
    )


def _claims(drifts: Iterable[Drift], case: Case) -> tuple[str, ...]:
    """Return the claims of the attributions that drifts are about."""
    related = (
        case.view.get(key, Attribution) for each in drifts for key in each.related
    )
    return tuple(each.claim for each in related if each is not None)


@rule(
    code="CT501",
    name="headline-stronger-than-body",
    severity="warning",
    unit="attribution",
    text="A headline claims no more than the body",
    why="Most readers read nothing but the headline.",
    fix="Bring the headline down to what the body bears out.",
    fires=_headed(),
    passes=_SAME,
    near=_headed(body_claim="c1"),
    form=(
        "A headline's claim is stronger-than one in the body of its document, at any "
        "remove, and its own class is not in the body; or its value is surer than all "
        "values of its class in the body. Or what it takes from another document is a "
        "stronger claim than the one there. Related are the nearest of these claims."
    ),
)
def headline_stronger_than_body(case: Case) -> Iterator[Hit]:
    """Yield CT501: headline stronger than body."""
    for headline, drifts in drifts_of(case, "wording", "headline", are_headlines=True):
        stronger = [each for each in drifts if each.kind == "wording" or each.was]
        if stronger:
            related = case.view.get(stronger[0].related[0], Attribution)
            is_body = related is not None and related.document == headline.document
            than = "the body of its document" if is_body else "the report that it cites"
            message = f"the headline claims more than {than}"
            yield Hit(str(headline.id), message, _claims(stronger, case))


def _announced(attitude: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        person("john-doe"),
        document("story", "post"),
        document("herald-story", "herald"),
        claim("c1", "The ferry stops in May.", kind="prediction"),
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            {"source": "jane-roe", "attitude": attitude},
            document="story",
            placement="headline",
        ),
        says(
            "a2",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            "john-doe",
            document="story",
        ),
    )


@rule(
    code="CT502",
    name="headline-speaker-not-in-body",
    severity="error",
    unit="attribution",
    text='"X announced" needs X in the body',
    why="The headline puts words in someone's mouth that the body does not.",
    fix="Name in the headline who speaks in the body, or report where X said it.",
    fires=_announced("assertion"),
    passes=_SAME,
    near=_announced("intention"),
    form=(
        "The end of a headline is an origin (stated, unnamed, witnessed or document) "
        "that ends no chain in the body, of its class or of what its claim is "
        "stronger-than or inferred-from, at any remove; members of a group and those "
        "affiliated with a source count as it, and theirs in turn. Not where no body "
        "is on record. Related are the claims of the nearest of these chains."
    ),
)
def headline_speaker_not_in_body(case: Case) -> Iterator[Hit]:
    """Yield CT502: headline speaker not in body."""
    for headline, drifts in drifts_of(case, "headline"):
        for each in (each for each in drifts if each.was is None):
            source = str(each.now)
            message = (
                f"the headline quotes {case.name(source)}, but nothing in the body is "
                f"attributed to {case.view.sources.pronoun(source)}"
            )
            yield Hit(str(headline.id), message, _claims([each], case))


HEADLINES: Final = (headline_stronger_than_body, headline_speaker_not_in_body)
