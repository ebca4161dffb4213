"""CT501, CT502: what a headline says, and what the body has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from claimtrack.lint._steps import end_of, last_voice
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["HEADLINES"]

_RANKS: Final = {"CT+": 3, "PR+": 2, "PS+": 1}
"""How strongly a value supports a claim."""

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


def _headlines(case: Case) -> Iterator[tuple[Attribution, tuple[Attribution, ...]]]:
    """Yield each headline with what was read in the body of its document."""
    bodies = group_pairs(
        (str(each.document), each)
        for each in case.view.on_record
        if each.placement != "headline" and each.document is not None
    )
    for each in case.view.on_record:
        if each.placement == "headline" and each.document is not None:
            yield each, bodies.get(each.document, ())


def _claims(chains: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(each.claim for each in chains)


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
        "A headline's claim is stronger-than one in the body of its document, and its "
        "own class is not in the body; or all values of its class in the body are "
        "weaker (CT+ above PR+ above PS+). Related are these claims of the body."
    ),
)
def headline_stronger_than_body(case: Case) -> Iterator[Hit]:
    """Yield CT501: headline stronger than body."""
    stronger = case.view.leading("stronger-than")
    for headline, body in _headlines(case):
        own = case.claims.least_of(headline.claim)
        same = tuple(each for each in body if case.claims.least_of(each.claim) == own)
        if same:
            weaker = same if all(_is_weaker(each, headline) for each in same) else ()
        else:
            below = stronger.get(own, frozenset())
            weaker = tuple(e for e in body if case.claims.least_of(e.claim) in below)
        if weaker:
            message = "the headline claims more than the body of its document"
            yield Hit(str(headline.id), message, _claims(weaker))


def _is_weaker(one: Attribution, other: Attribution) -> bool:
    value, than = (_RANKS.get(e.chain.last.own_factuality) for e in (one, other))
    return value is not None and than is not None and value < than


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
    why="The headline has somebody speak who, by the body, did not.",
    fix="Name in the headline who speaks in the body, or report where X said it.",
    fires=_announced("assertion"),
    passes=_SAME,
    near=_announced("intention"),
    form=(
        "The end of a headline is stated, unnamed, witnessed or document, and no "
        "chain in the body, of its class or of what its claim is stronger-than or "
        "inferred-from (none there: of any claim), ends in that source, a member of "
        "it or a source affiliated with it. Related are the claims of these chains."
    ),
)
def headline_speaker_not_in_body(case: Case) -> Iterator[Hit]:
    """Yield CT502: headline speaker not in body."""
    below = case.view.leading("stronger-than", "inferred-from")
    for headline, body in _headlines(case):
        source, kind = end_of(headline, case)
        if source is None or kind in ("open", None):
            continue
        own = case.claims.least_of(headline.claim)
        near = {own} | below.get(own, frozenset())
        chains = tuple(e for e in body if case.claims.least_of(e.claim) in near) or body
        meant = case.sources.circle(source)
        ends = {key for each in chains for key in case.sources_in(last_voice(each))}
        if chains and meant.isdisjoint(ends):
            message = (
                f"the headline has {case.name(source)} say so, and no chain of the "
                "body ends there"
            )
            yield Hit(str(headline.id), message, _claims(chains))


HEADLINES: Final = (headline_stronger_than_body, headline_speaker_not_in_body)
