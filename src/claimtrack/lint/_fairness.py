"""CT210, CT212-CT214: fair to sources, to the accused, and to independence."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.lineage import voices
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
from claimtrack.lint._steps import is_out, last_voice, polarity
from claimtrack.records import Attribution, Claim, Source
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Link, Relation
    from claimtrack.schema import JsonValue

__all__ = ["FAIRNESS"]

_COVERED: Final = frozenset({"background", "deep-background", "not-for-attribution"})
_STOPS: Final = claim("c1", "The ferry stops running in May.")
_GOES_ON: Final = claim("c2", "The ferry runs on after May.")


def _faces(rules: str) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        _STOPS,
        _GOES_ON,
        relation("c1", "contradicts", "c2"),
        says("a1", "c1", "post", _spoken("on-record")),
        says("a2", "c2", "post", _spoken(rules)),
    )


def _spoken(rules: str, **fields: JsonValue) -> JsonValue:
    given = {"source": "jane-roe", "occasion": "in parliament"}
    return {**given, "ground_rules": rules, **fields}


@rule(
    code="CT210",
    name="two-faced-source",
    severity="warning",
    unit="source",
    authority=("Rs",),
    text="Not one thing on record and the opposite off it",
    why="Readers see one of the two, and are misled by it.",
    fix="Put the contradiction to the source, or use neither.",
    fires=_faces("background"),
    passes=dossier(
        outlet("post"),
        person("jane-roe"),
        _STOPS,
        says("a1", "c1", "post", _spoken("background")),
    ),
    near=_faces("on-record"),
    form=(
        "One source is the last voice of two attributions that support claims joined "
        "by contradicts, or that support and oppose one class; on-record in one, "
        "background, deep-background or not-for-attribution in the other. Related are "
        "both."
    ),
)
def two_faced_source(case: Case) -> Iterator[Hit]:
    """Yield CT210: two faced source."""
    voiced = group_pairs(
        (case.sources.least_of(str(link.source)), (each, link.ground_rules))
        for each in case.view.all(Attribution)
        for link in [last_voice(each)]
        if link.source is not None
    )
    for source, said in voiced.items():
        opened = _sides(case, [each for each, rules in said if rules == "on-record"])
        covered = _sides(case, [each for each, rules in said if rules in _COVERED])
        clash = {
            key
            for side, ids in opened.items()
            for other in _opposites(side, case)
            if other in covered
            for key in (*ids, *covered[other])
        }
        if clash:
            name = case.name(source)
            message = f"{name} says one thing on record and the opposite off it"
            yield Hit(source, message, tuple(clash))


_Side: TypeAlias = tuple[str, int]
"""A class of claims, and what is made of it: 1 supported, -1 opposed."""


def _sides(case: Case, said: list[Attribution]) -> dict[_Side, tuple[str, ...]]:
    """Return the attributions by what they say."""
    return group_pairs(
        ((case.claims.least_of(each.claim), polarity(each)), str(each.id))
        for each in said
    )


def _opposites(side: _Side, case: Case) -> Iterator[_Side]:
    """Yield what is the opposite of supporting or opposing a class."""
    key, value = side
    if value:
        yield key, -value
    if value == 1:
        for other in case.claims.contradicting_with(key):
            yield other, 1


def _apart(**fields: JsonValue) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        person("john-doe"),
        person("desk"),
        _STOPS,
        says("a1", "c1", "post", {"source": "jane-roe", "occasion": "in parliament"}),
        says("a2", "c1", "post", {"source": "john-doe", "occasion": "in parliament"}),
        relation("jane-roe", "independent-of", "john-doe", **fields),
    )


@rule(
    code="CT212",
    name="assumed-independence",
    severity="warning",
    unit="relation",
    text="Independence is shown, not presumed",
    why="Two sources count as two only if neither leans on the other.",
    fix="Record who found them independent, and how; or remove the relation.",
    fires=_apart(method="asked both"),
    passes=dossier(
        outlet("post"),
        person("jane-roe"),
        _STOPS,
        says("a1", "c1", "post", _spoken("unknown")),
    ),
    near=_apart(method="asked both", by="desk"),
    form=(
        "An independent-of relation whose `by` is absent or one of the two, or "
        "without `method`, or whose two have a common owner (owned-by) or a common "
        "affiliation, or one of whom is among the other's members or affiliations."
    ),
)
def assumed_independence(case: Case) -> Iterator[Hit]:
    """Yield CT212: assumed independence."""
    circle = functools.cache(case.sources.circle)
    for each in case.view.related(Source, "independent-of"):
        reason = _presumed(each, circle, case)
        if reason:
            pair = f"{case.name(each.subject)} and {case.name(each.object)}"
            yield Hit(str(each.id), f"{pair} count as independent, and {reason}")


def _presumed(
    relation: Relation, circle: Callable[[str], frozenset[str]], case: Case
) -> str:
    sources = case.sources
    one, other = map(sources.least_of, (relation.subject, relation.object))
    if relation.by is None:
        return "who found so is not told"
    if not sources.is_judged_by_others(relation):
        return "one of them says so"
    if relation.method is None:
        return "how that was found is not told"
    if sources.have_common_owner(one, other):
        return "they have an owner in common"
    if sources.affiliations(one) & sources.affiliations(other):
        return "they have an affiliation in common"
    inside = one in circle(other) or other in circle(one)
    return "one belongs to the other" if inside else ""


def _off_record(status: str) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        document("post-story", "post", status=status),
        _STOPS,
        says("a1", "c1", "post", _spoken("off-record"), document="post-story"),
    )


@rule(
    code="CT213",
    name="ground-rules-broken",
    severity="error",
    unit="attribution",
    authority=("APt",),
    text="Off the record stays out, deep background unattributed",
    why="A promise to a source is broken, and the next one will not talk.",
    fix="Take it out, or agree other ground rules with the source and record these.",
    fires=_off_record("published"),
    passes=dossier(
        outlet("post"),
        person("jane-roe"),
        document("post-story", "post", status="published"),
        _STOPS,
        says("a1", "c1", "post", _spoken("deep-background"), document="post-story"),
    ),
    near=_off_record("draft"),
    form=(
        "An attribution of a document that is out has a link off-record, or one on "
        "deep-background with a cue or mention."
    ),
)
def ground_rules_broken(case: Case) -> Iterator[Hit]:
    """Yield CT213: ground rules broken."""
    for each in case.view.all(Attribution):
        if is_out(case.document_of(each)):
            broken = [link.ground_rules for link in each.chain if _is_broken(link)]
            if broken:
                story = case.title(str(each.document))
                message = f"what was said {broken[0]} is attributed in {story}"
                yield Hit(str(each.id), message)


def _is_broken(link: Link) -> bool:
    told = link.cue is not None or link.mention is not None
    return link.ground_rules == "off-record" or (
        link.ground_rules == "deep-background" and told
    )


def _accused(**fields: JsonValue) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        person("john-doe"),
        claim(
            "c1",
            "John Doe sold the ferry.",
            kind="allegation",
            about=["john-doe"],
            **fields,
        ),
        says("a1", "c1", "post", {"source": "jane-roe", "occasion": "in parliament"}),
    )


@rule(
    code="CT214",
    name="no-right-of-reply",
    severity="warning",
    unit="claim",
    authority=("Ba", "SPJ"),
    text="Seek a response to an allegation",
    why="Whoever is accused has a right to answer, and may know better.",
    fix='Ask them, and record in "response" what became of it.',
    fires=_accused(),
    passes=_accused(response={"outcome": "replied"}),
    near=_accused(response={"outcome": "no-answer"}),
    form=(
        "An allegation about a person, an organization or a group has no response, "
        "and none of these is a voice for a claim that contradicts it."
    ),
)
def no_right_of_reply(case: Case) -> Iterator[Hit]:
    """Yield CT214: no right of reply."""
    for each in case.view.all(Claim):
        accused = _accused_by(each, case)
        if each.response is not None or not accused:
            continue
        heard = {
            key
            for claim_ in case.claims.contradicting_with(each.id)
            for attribution in case.view.on_record_of(claim_)
            for link in voices(attribution.chain)
            if link.source is not None
            for key in [case.sources.least_of(link.source)]
        }
        if accused.isdisjoint(heard):
            names = ", ".join(case.name(key) for key in sorted(accused))
            yield Hit(each.id, f"no response of {names} is recorded")


def _accused_by(claim_: Claim, case: Case) -> frozenset[str]:
    if claim_.kind != "allegation":
        return frozenset()
    return frozenset(
        case.sources.least_of(key)
        for key in claim_.about
        if case.sources.kind(key) in ("person", "organization", "group")
    )


FAIRNESS: Final = (
    two_faced_source,
    assumed_independence,
    ground_rules_broken,
    no_right_of_reply,
)
