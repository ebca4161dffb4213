"""Dossiers as documents with ClaimReview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack import disclosure
from claimtrack.errors import DanglingReference
from claimtrack.findings import Finding, suggest
from claimtrack.interop._exported import Exported, Loss
from claimtrack.interop._extension import write_whole
from claimtrack.interop._published_review import refusal_of, review_of
from claimtrack.interop._published_sources import Draft
from claimtrack.interop.claimreview._profiles import (
    PROFILES,
    Profile,
    narrowed,
    shortcomings,
)
from claimtrack.interop.claimreview._review_pages import read
from claimtrack.records import Assessment, to_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.schema import JsonValue

__all__ = ["write", "write_all"]

NAME: Final = "claimreview"

CONTEXT: Final = "https://schema.org"


def write(
    dossier: Dossier,
    *,
    assessment: str | Assessment | None = None,
    profile: Profile = "plain",
    lossless: bool = False,
    include_private: bool = False,
    unreviewed: bool = False,
) -> Exported:
    """Return the judgements of a dossier as ClaimReview, with what is lost.

    A judgement on a claim becomes a ClaimReview; one on a picture or a recording, or
    one with a category of media, becomes a MediaReview. One review is the document
    itself; several are its ``@graph``, in Duke's profile a list. Only what is public
    in the dossier is written.

    Args:
        dossier: the dossier.
        assessment: the judgement, or its id; all of them if None.
        profile: plain (all that schema.org can say), google (the same, held against
            what Google asks for) or duke (what Duke's schemas take).
        lossless: give what was imported back as it came, with what has changed since;
            all else that the dossier says goes with it in a block of our own, from
            which `read` gives equal records.
        include_private: write what is private, too; `lossless` needs it, because what
            an import keeps is private.
        unreviewed: write what a tool drafted and nobody has reviewed.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> claim, desk = d.claim("The ferry is free."), d.outlet("Harbour Check")
    >>> verdict = d.assess(claim, by=desk, verdict="False")
    >>> made = write(d, profile="google")
    >>> made.document["claimReviewed"], made.document["reviewRating"]
    ('The ferry is free.', {'@type': 'Rating', 'alternateName': 'False'})
    >>> print(made.findings[0])
    /url: error CT710  the address of the review is missing, which the profile google \
requires

    Raises:
        UnreviewedDraft: where it is a draft that nobody has reviewed.
        DanglingReference: for a judgement that the dossier does not have.
        ValueError: for one that no review can say, for a profile that there is not,
            and with `lossless` where `include_private` is missing, where the profile
            takes no block, or where one judgement is asked for.
    """
    _check(profile, assessment, lossless=lossless, include_private=include_private)
    given = disclosure.for_others(
        dossier, include_private=include_private, unreviewed=unreviewed
    )
    chosen = _chosen(given, assessment, profile)
    drafted = _drafted(dossier)
    if lossless:
        return write_whole(
            given, NAME, lambda some: _document(given, some, profile, drafted)
        )
    return _document(given, chosen, profile, drafted)


def write_all(
    dossier: Dossier,
    *,
    profile: Profile = "plain",
    include_private: bool = False,
    unreviewed: bool = False,
) -> Iterator[Exported]:
    """Yield a document for each judgement that a review can say, in their order.

    Args:
        dossier: the dossier.
        profile: as for `write`.
        include_private: as for `write`.
        unreviewed: as for `write`.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> for text in ("Tea is free.", "Toast is free."):
    ...     verdict = d.assess(d.claim(text), verdict="False")
    >>> [each.document["claimReviewed"] for each in write_all(d)]
    ['Tea is free.', 'Toast is free.']

    Raises:
        UnreviewedDraft: where it is a draft that nobody has reviewed.
        ValueError: for a profile that there is not.
    """
    _check(profile, None, lossless=False, include_private=include_private)
    given = disclosure.for_others(
        dossier, include_private=include_private, unreviewed=unreviewed
    )
    drafted = _drafted(dossier)
    for each in given.assessments:
        if refusal_of(Draft(given, is_narrow=profile == "duke"), each) is None:
            yield _document(given, [each], profile, drafted)


def _check(
    profile: str,
    assessment: object,
    *,
    lossless: bool,
    include_private: bool,
) -> None:
    """Refuse what cannot be written."""
    if profile not in PROFILES:
        near = suggest(profile, PROFILES)
        hint = f' Did you mean "{near}"?' if near else ""
        message = (
            f"there is no profile {profile!r}; expected {', '.join(PROFILES)}.{hint}"
        )
        raise ValueError(message)
    if not lossless:
        return
    if not include_private:
        message = (
            "lossless needs include_private, because what an import keeps is private"
        )
        raise ValueError(message)
    if profile == "duke":
        message = "the profile duke has no place for what lossless writes; use plain"
        raise ValueError(message)
    if assessment is not None:
        message = "lossless writes the whole dossier; leave out the assessment"
        raise ValueError(message)


def _chosen(
    dossier: Dossier, assessment: str | Assessment | None, profile: Profile
) -> tuple[Assessment, ...]:
    """Return the judgements that are asked for."""
    if assessment is None:
        return dossier.assessments
    key = to_id(assessment)
    found = dossier.get(str(key))
    if not isinstance(found, Assessment):
        raise DanglingReference(str(key))
    refusal = refusal_of(Draft(dossier, is_narrow=profile == "duke"), found)
    if refusal is not None:
        message = f"{key} cannot be published as a review: {refusal}"
        raise ValueError(message)
    return (found,)


_Nodes: TypeAlias = "list[tuple[str, dict[str, JsonValue]]]"
"""Reviews, each with the id of its judgement."""

_STEPS: Final = 8
"""How often a document is read and written until nothing changes any more."""


def _document(
    dossier: Dossier,
    assessments: Iterable[Assessment],
    profile: Profile,
    drafted: frozenset[str],
) -> Exported:
    """Return a document with judgements.

    Args:
        dossier: with what others may have.
        assessments: the judgements.
        profile: which of them the document has.
        drafted: ids of claims in whose chains there is a draft.
    """
    draft = Draft(dossier, is_narrow=profile == "duke")
    reviews = _settled(draft, _reviews(draft, assessments), profile)
    texts = {each.text for each in dossier.claims if each.id in drafted}
    for key, each in reviews:
        if _text_of(each) in texts and profile != "duke":
            each["creativeWorkStatus"] = disclosure.DRAFTED
        elif _text_of(each) in texts:
            draft.losses.append(Loss(key, "verdict", disclosure.DRAFTED))
    findings: list[Finding] = []
    for number, (key, each) in enumerate(reviews):
        inside = () if profile == "duke" else ("@graph",)
        steps = () if len(reviews) == 1 else (*inside, str(number))
        findings += shortcomings(each, profile, steps, key)
    document = _joined([each for _, each in reviews], profile)
    losses = tuple(dict.fromkeys(draft.losses))
    return Exported(document, losses, tuple(findings))


def _drafted(dossier: Dossier) -> frozenset[str]:
    """Return the ids of claims that have an unreviewed draft."""
    drafted = disclosure.unreviewed(dossier)
    return frozenset(e.claim for e in dossier.attributions if e.id in drafted)


def _text_of(review: dict[str, JsonValue]) -> JsonValue:
    """Return the claim that is reviewed."""
    item = review.get("itemReviewed", {})
    inner = item.get("interpretedAsClaim", {})
    return review.get("claimReviewed", inner.get("description"))


def _joined(reviews: list[dict[str, JsonValue]], profile: Profile) -> JsonValue:
    """Return reviews as one document."""
    if len(reviews) == 1:
        return {"@context": CONTEXT, **reviews[0]}
    if profile == "duke":
        return [{"@context": CONTEXT, **each} for each in reviews]
    return {"@context": CONTEXT, "@graph": reviews}


def _reviews(draft: Draft, assessments: Iterable[Assessment]) -> _Nodes:
    """Return each judgement that a review can say, and each review once."""
    made: _Nodes = []
    for each in assessments:
        refusal = refusal_of(draft, each)
        if refusal is not None:
            draft.lose(each, "verdict", refusal)
            continue
        review = review_of(draft, each)
        if draft.is_narrow:
            review = narrowed(draft, each, review)
        if all(review != there for _, there in made):
            made.append((str(each.id), review))
    return made


def _settled(draft: Draft, reviews: _Nodes, profile: Profile) -> _Nodes:
    """Return several reviews so that they are read as they are written.

    Who reads them takes pages with one address for one, and one name for one source:
    where reviews say different things of what is one, the first counts for all.
    """
    keys, made = [key for key, _ in reviews], [each for _, each in reviews]
    for _ in range(_STEPS if len(reviews) > 1 else 0):
        again = Draft(read(_joined(made, profile)).dossier, is_narrow=draft.is_narrow)
        settled = [each for _, each in _reviews(again, again.dossier.assessments)]
        if settled == made:
            break
        made = settled
    if len(made) < len(reviews):
        keys = [next(k for k, each in reviews if _is_of(each, one)) for one in made]
    for key, each in reviews:
        if each not in made:
            message = "others would merge it, or something it names, with another"
            draft.losses.append(Loss(key, "document", message))
    return [*zip(keys, made, strict=True)]


def _is_of(one: dict[str, JsonValue], other: dict[str, JsonValue]) -> bool:
    """Return whether two reviews are of one judgement."""
    left, right = (
        (_text_of(each), each.get("reviewRating", {}).get("alternateName"))
        for each in (one, other)
    )
    return left == right
