"""Write dossiers as documents with ClaimReview."""

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
    """Return the judgements of a dossier as ClaimReview, with the losses.

    A judgement on a claim becomes a ClaimReview. A judgement on a picture or a
    recording, or with a media category, becomes a MediaReview. A single review is the
    document itself; several form its ``@graph``, or a list in Duke's profile. Only the
    public part of the dossier is written.

    Args:
        dossier: the dossier.
        assessment: the judgement, or its id; all of them if None.
        profile: plain (all that schema.org can say), google (the same, checked against
            Google's requirements) or duke (limited to Duke's schemas).
        lossless: restore imported documents with later changes. Everything else in the
            dossier is added in a separate block, from which `read` gives equal records.
        include_private: write private values too; `lossless` needs it, because the data
            that an import keeps are private.
        unreviewed: write drafts of a tool that nobody has reviewed.

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
        UnreviewedDraft: if the dossier is a draft that nobody has reviewed.
        DanglingReference: if the judgement is not in the dossier.
        ValueError: if a review cannot express the judgement, if the profile is unknown,
            and with `lossless` if `include_private` is missing, the profile does not
            allow the block, or a single judgement is requested.
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
    """Yield a document for each judgement that a review can express, in order.

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
        UnreviewedDraft: if the dossier is a draft that nobody has reviewed.
        ValueError: if the profile is unknown.
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
    """Refuse arguments that cannot be combined."""
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
    """Return the requested judgements."""
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
"""Maximum rounds of reading and writing a document until nothing changes."""


def _document(
    dossier: Dossier,
    assessments: Iterable[Assessment],
    profile: Profile,
    drafted: frozenset[str],
) -> Exported:
    """Return a document with judgements.

    Args:
        dossier: the dossier, reduced to what may be published.
        assessments: the judgements.
        profile: the profile of the document.
        drafted: ids of claims with a draft in their chains.
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
    """Return the reviewed claim."""
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
    """Return each judgement that a review can express, and each review once."""
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
    """Return several reviews in a form that is read back unchanged.

    Readers merge pages with one address, and sources with one name. If reviews disagree
    about something that is merged, the first one counts for all.
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
