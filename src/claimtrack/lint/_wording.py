"""CT407, CT503-CT507: quotes, cues and attitudes that say what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._settings import Settings
from claimtrack.lint._sketch import claim, document, dossier, outlet, person, says
from claimtrack.lint._steps import last_voice
from claimtrack.lint._words import is_loaded, is_negative, primary
from claimtrack.records import Attribution, Claim
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.schema import JsonValue

__all__ = ["WORDING"]

_WORDS: Final = Settings(preview=True, languages=("en",))
_NEGATIVE: Final = ("CT-", "PR-", "PS-")


def _said(
    text: str = "The ferry stops in May.", *, kind: str = "fact", **fields: JsonValue
) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        document("story", "post", lang="en"),
        document("speech", "jane-roe", kind="speech", lang="uk"),
        claim("c1", text, kind=kind),
        says(
            "a1",
            "c1",
            {"source": "post", "basis": "witnessed"},
            {"source": "jane-roe", "document": "speech", **fields},
            document="story",
        ),
    )


@rule(
    code="CT407",
    name="negated-twice",
    severity="warning",
    unit="claim",
    scope="preview",
    text="A negative text with a negative value says the opposite",
    why='"Will not stop", held to be false, means that it stops.',
    fix="Keep the negation in one place: in the text, or in the value.",
    fires=_said("The ferry will not stop.", factuality="CT-"),
    passes=_said(factuality="CT-"),
    near=_said("The ferry will not stop.", factuality="CT+"),
    sample=_WORDS,
    form=(
        "The text of a claim is negative (word list), and a link that holds it has "
        "the factuality CT-, PR- or PS-."
    ),
)
def negated_twice(case: Case) -> Iterator[Hit]:
    """Yield CT407: negated twice."""
    held = {
        each.claim
        for each in case.view.on_record
        if any(link.factuality in _NEGATIVE for link in each.chain)
    }
    for each in case.view.all(Claim):
        if each.id in held and is_negative(each.text, case.speaks(each.lang)):
            yield Hit(each.id, "text and value are both negative", field=("text",))


def _unsettled(mode: str) -> str:
    return _dossier_of({"candidates": [{"source": "jane-roe"}], "mode": mode})


def _dossier_of(link: JsonValue) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        claim("c1", "The ferry stops in May."),
        says("a1", "c1", "post", link),
    )


@rule(
    code="CT503",
    name="quote-without-speaker",
    severity="error",
    grades=(("unsettled", "error"), ("unjudged", "warning")),
    unit="attribution",
    authority=("Rs",),
    text="A quote has a speaker",
    why="Words in quotation marks are somebody's, and readers are not told whose.",
    fix="Settle who speaks, or report the content without quoting it.",
    fires=_unsettled("direct"),
    passes=_said(mode="direct", original_lang="uk"),
    near=_unsettled("indirect"),
    form=(
        "The last voice has mode direct or mixed, and candidates (unsettled), or a "
        "source of kind platform or unresolved (unjudged). Chains of one document "
        "that are equal in sources, candidates and modes are one finding; related are "
        "the others."
    ),
)
def quote_without_speaker(case: Case) -> Iterator[Hit]:
    """Yield CT503: quote without speaker."""
    found = group_pairs(
        ((each.document, _shape(each, case), grade), str(each.id))
        for each in case.view.on_record
        for grade in [_grade(each, case)]
        if grade
    )
    for (_, _, grade), (first, *others) in found.items():
        message = f"“{case.chain_of(first)}” quotes, and who speaks is not settled"
        yield Hit(first, message, tuple(others), grade=grade)


def _grade(attribution: Attribution, case: Case) -> str:
    voice = last_voice(attribution)
    if voice.mode not in ("direct", "mixed"):
        return ""
    if voice.source is None:
        return "unsettled"
    is_judged = case.sources.kind(voice.source) not in ("platform", "unresolved")
    return "" if is_judged else "unjudged"


def _shape(attribution: Attribution, case: Case) -> tuple[object, ...]:
    return tuple(
        (link.source is None, case.sources_in(link), link.mode)
        for link in attribution.chain
    )


def _translated(lang: str) -> str:
    return _said(mode="direct").replace('"lang": "uk"', f'"lang": "{lang}"')


@rule(
    code="CT505",
    name="translated-as-verbatim",
    severity="warning",
    unit="attribution",
    text="Mark a translated quote",
    why="Quotation marks promise the speaker's own words.",
    fix='Record "original_lang", and say in the text that it is a translation.',
    fires=_translated("uk"),
    passes=_said(mode="direct", original_lang="uk"),
    near=_translated("en-GB"),
    form=(
        "A link has mode direct and no original_lang, and its document is in another "
        "language than the document that it was read in."
    ),
)
def translated_as_verbatim(case: Case) -> Iterator[Hit]:
    """Yield CT505: translated as verbatim."""
    for each in case.view.on_record:
        story = case.document_of(each)
        if story is None or story.lang is None:
            continue
        for index, link in enumerate(each.chain):
            lang = case.lang_of(link.document)
            if (
                link.mode == "direct"
                and link.original_lang is None
                and lang is not None
                and primary(lang) != primary(story.lang)
            ):
                message = f"a quote is in {story.lang}, and was said in {lang}"
                yield Hit(str(each.id), message, field=("chain", index))
                break


@rule(
    code="CT506",
    name="loaded-verb",
    severity="info",
    unit="document",
    scope="preview",
    text="Some verbs judge",
    why='"Admitted" says that it is so, "claimed" that it is not.',
    fix='Use a verb that leaves it open: "said".',
    fires=_said(cue="claimed"),
    passes=_said(),
    near=_said(cue="said"),
    sample=_WORDS,
    form=(
        "A cue matches the word list. One finding for each document; an attribution "
        "without one stands for itself."
    ),
)
def loaded_verb(case: Case) -> Iterator[Hit]:
    """Yield CT506: loaded verb."""
    pairs = (
        (each.document or str(each.id), str(each.id))
        for each in case.view.on_record
        for languages in [case.speaks(case.lang_of(each.document))]
        if any(link.cue and is_loaded(link.cue, languages) for link in each.chain)
    )
    for key, attributions in group_pairs(pairs).items():
        yield Hit(key, "a verb of saying judges what it introduces", attributions)


@rule(
    code="CT507",
    name="plan-as-fact",
    severity="warning",
    unit="claim",
    text="A plan or hope is not a fact",
    why="What somebody means to do may never be done.",
    fix="Make the claim a prediction; that it is planned or hoped stands on the link.",
    fires=_said(attitude="intention"),
    passes=_said(),
    near=_said(kind="prediction", attitude="intention"),
    form=(
        "A claim of kind fact whose last link has the attitude intention or desire. "
        "Related are the attributions."
    ),
)
def plan_as_fact(case: Case) -> Iterator[Hit]:
    """Yield CT507: plan as fact."""
    planned = group_pairs(
        (each.claim, str(each.id))
        for each in case.view.on_record
        if each.chain.last.attitude in ("intention", "desire")
    )
    for key, attributions in sorted(planned.items()):
        planned_claim = case.view.get(key, Claim)
        if planned_claim is not None and planned_claim.kind == "fact":
            message = "what is planned or hoped is recorded as a fact"
            yield Hit(key, message, attributions)


WORDING: Final = (
    negated_twice,
    quote_without_speaker,
    translated_as_verbatim,
    loaded_verb,
    plan_as_fact,
)
