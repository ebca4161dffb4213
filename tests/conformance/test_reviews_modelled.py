"""Twelve real fact-checks, modelled by hand: whatever schema.org names has a field.

Each is read from beside the project, by file and line, and built with the builders. A
leaf that the hands took must stand in a public field; `WITHOUT` lists all others.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import pytest

import claimtrack as ct
from claimtrack.errors import InvalidRecord
from claimtrack.schema import is_array, is_object, write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack import Assessment, Claim, Document, Dossier, Source

FOLDER: Final = (
    Path(__file__).resolve().parents[2].parent / "shared" / "data" / "claimreview"
)

Steps: TypeAlias = tuple[str | int, ...]

CATEGORIES: Final = "https://schema.org/mediaAuthenticityCategory"
OURS: Final = "https://example.org/verdicts"


def leaves(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:  # noqa: ANN401  JSON
    """Yield what is not empty, but for what says only how the rest is to be read."""
    if is_object(value):
        for key, inner in value.items():
            if not key.startswith("@"):
                yield from leaves(inner, (*path, key))
    elif is_array(value):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    elif value not in (None, ""):
        yield path, value


@attrs.frozen
class Read:
    """A record from beside the project, and which of its leaves have been taken."""

    root: Any
    taken: set[Steps] = attrs.Factory(set[Steps])

    def __call__(self, path: str) -> Any:  # noqa: ANN401  JSON
        """Take the leaf at a path such as "author.name", None if there is none."""
        steps = tuple(int(s) if s.isdigit() else s for s in path.split("."))
        value = self.root
        for step in steps:
            is_there = isinstance(step, int) or step in value
            value = value[step] if is_there else None
            if value in (None, ""):
                return None
        self.taken.add(steps)
        return value

    def number(self, path: str) -> float | None:
        """Take a number, which may be written as text."""
        value = self(path)
        return None if value is None else float(value)

    def when(self, path: str) -> ct.When:
        """Take a date, in words where it is no more than that."""
        text = str(self(path))
        try:
            return ct.When.from_text(text)
        except InvalidRecord:
            return ct.When(text=text)

    def rating(self, path: str = "reviewRating") -> ct.Rating:
        """Take a rating as it was published."""
        return ct.Rating(
            value=self.number(f"{path}.ratingValue"),
            best=self.number(f"{path}.bestRating"),
            worst=self.number(f"{path}.worstRating"),
        )


def publisher(d: Dossier, read: Read, path: str = "author") -> Source:
    """Return who publishes, with what it says of itself."""
    same, logo = read(f"{path}.sameAs"), read(f"{path}.logo.url")
    logo = logo or read(f"{path}.image")
    return d.outlet(
        read(f"{path}.name") or read(f"{path}.url"),
        url=read(f"{path}.url"),
        same_as=[same] if same else [],
        image=[logo] if logo else [],
    )


def review(d: Dossier, read: Read, by: Source) -> Document:
    """Return the page that the review is on; its pictures, the badge among them."""
    badge = read("reviewRating.image") if "reviewRating" in read.root else None
    return d.document(
        "article",
        read("name"),
        publisher=by,
        url=read("url"),
        published=read.when("datePublished"),
        image=[badge] if badge else [],
    )


def misleading(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a misleading post, whose page, date and spreaders are named."""
    by = publisher(d, read)
    claim = d.claim(read("claimReviewed"))
    people = d.crowd(read("itemReviewed.author.name"))
    post = d.document("post", url=read("itemReviewed.url"))
    said = ct.link(people, at=read("itemReviewed.datePublished"))
    d.attribute(claim, said, document=post)
    verdict = d.assess(
        claim,
        by=by,
        document=review(d, read, by),
        verdict=read("reviewRating.alternateName"),
        rating=read.rating(),
        normalized=ct.Normalized(scheme=OURS, axis="authenticity", code="miscaptioned"),
    )
    return claim, verdict


def without_an_author(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a claim with nobody on record: its date, if any, is all there is."""
    by = publisher(d, read)
    claim = d.claim(read("claimReviewed"))
    d.attribute(claim, ct.nobody(at=read("itemReviewed.datePublished")))
    verdict = d.assess(
        claim,
        by=by,
        document=review(d, read, by),
        verdict=read("reviewRating.alternateName"),
        rating=read.rating(),
    )
    return claim, verdict


def unproven(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a verdict of "insufficient evidence" on a scale, but without a number."""
    claim, verdict = without_an_author(d, read)
    status = ct.Normalized(scheme=OURS, axis="status", code="unproven")
    changed = attrs.evolve(verdict, normalized=status)
    d.replace(changed)
    return claim, changed


def media(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a picture that is judged, and the claim that is read into it."""
    by = publisher(d, read)
    item = "itemReviewed"
    claim = d.claim(read(f"{item}.interpretedAsClaim.description"))
    creator = d.crowd(read(f"{item}.creator.name"), url=read(f"{item}.creator.url"))
    pictures: list[Document] = []
    for number, _ in enumerate(read.root[item]["mediaItemAppearance"]):
        here = f"{item}.mediaItemAppearance.{number}"
        archived = read(f"{here}.archivedAt")
        picture = d.document(
            "image",
            read(f"{here}.description"),
            url=read(f"{here}.accessedOnUrl"),
            archived=[archived] if archived else [],
        )
        d.attribute(claim, creator, document=picture)
        pictures.append(picture)
    category = read("mediaAuthenticityCategory")
    page = review(d, read, by)
    verdict = d.assess(
        pictures[0],
        by=by,
        document=page,
        verdict=category,
        normalized=[
            ct.Normalized(scheme=CATEGORIES, axis="authenticity", code=category),
            ct.Normalized(scheme=OURS, axis="authenticity", code="altered"),
            ct.Normalized(scheme=OURS, axis="authenticity", code="miscaptioned"),
        ],
        rationale=read("originalMediaContextDescription"),
    )
    return claim, verdict


def media_with_its_claim(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a picture and its claim, each with a verdict of its own, on one page."""
    claim, verdict = media(d, read)
    inner = "associatedClaimReview"
    logo = read(f"{inner}.author.image")
    by, page = d[str(verdict.by)], d[str(verdict.document)]
    evolve: Any = attrs.evolve
    d.replace(evolve(by, image=[logo]))
    for path in ("author.name", "author.url", "claimReviewed", "url"):
        assert read(f"{inner}.{path}")
    d.replace(evolve(page, image=[read(f"{inner}.reviewRating.image")]))
    said = f"{inner}.itemReviewed"
    speaker: Any = d[str(d.attributions[0].chain.head.source)]
    portrait = read(f"{said}.author.image")
    role = read(f"{said}.author.jobTitle")
    d.replace(evolve(speaker, role=role, image=[portrait]))
    assert read(f"{said}.author.name") == speaker.label
    head = ct.link(speaker, at=read.when(f"{said}.datePublished"))
    d.attribute(claim, head)
    d.assess(
        claim,
        by=by,
        document=verdict.document,
        at=read.when(f"{inner}.datePublished"),
        verdict=read(f"{inner}.reviewRating.alternateName"),
        rating=read.rating(f"{inner}.reviewRating"),
    )
    return claim, verdict


def satire(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a label: a joke that was taken for news."""
    by = d.outlet(read("claimReview_author_name"))
    assert read("claimReview_source") == by.name
    author = d.person(
        read("creativeWork_author_name"), url=read("claimReview_author_url")
    )
    claim = d.claim(read("claimReview_claimReviewed"))
    d.attribute(claim, ct.nobody(at=read("creativeWork_datePublished")))
    page = d.document(
        "article",
        url=read("claimReview_url"),
        publisher=by,
        authors=[author],
        published=read("claimReview_datePublished"),
    )
    verdict = d.assess(
        claim,
        by=by,
        document=page,
        verdict=read("rating_alternateName"),
        normalized=ct.Normalized(scheme=OURS, axis="status", code="satire"),
    )
    return claim, verdict


def on_two_axes(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model an essay of a verdict: misleading, because the pictures are old."""
    inner = "claimReview.0"
    site = f"https://{read(f'{inner}.publisher.site')}"
    by = d.outlet(read(f"{inner}.publisher.name"), url=site)
    claim = d.claim(read("text"))
    said = ct.link(d.source("unresolved", read("claimant")), at=read.when("claimDate"))
    d.attribute(claim, said)
    page = d.document(
        "article",
        read(f"{inner}.title"),
        url=read(f"{inner}.url"),
        publisher=by,
        published=read.when(f"{inner}.reviewDate"),
        lang=read(f"{inner}.languageCode"),
    )
    verdict = d.assess(
        claim,
        by=by,
        document=page,
        verdict=read(f"{inner}.textualRating"),
        normalized=[
            ct.Normalized(scheme=OURS, axis="completeness", code="misleading"),
            ct.Normalized(scheme=OURS, axis="authenticity", code="miscaptioned"),
        ],
    )
    return claim, verdict


def with_everything(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a page with an author, a publisher, a picture and a later change."""
    network = d.organization(read("publisher.memberOf.0.name"))
    by = attrs.evolve(publisher(d, read, "publisher"), affiliations=[network])
    d.replace(by)
    claim = d.claim(read("claimReviewed"))
    rumour = d.crowd(
        read("itemReviewed.author.name"), role=read("itemReviewed.author.jobTitle")
    )
    d.attribute(claim, ct.link(rumour, at=read("itemReviewed.datePublished")))
    page = d.document(
        "article",
        url=f"https://{read('url')}",
        authors=[d.person(read("author.0.name"))],
        publisher=by,
        published=read("datePublished"),
        modified=read("dateModified"),
        image=[read("image.url"), read("reviewRating.image")],
    )
    assert read("mainEntityOfPage") == read("url")
    verdict = d.assess(
        claim,
        by=by,
        document=page,
        verdict=read("reviewRating.alternateName"),
        rating=read.rating(),
        rationale=read("reviewBody"),
    )
    return claim, verdict


def said_somewhere(d: Dossier, read: Read) -> tuple[Claim, Assessment]:
    """Model a claim of somebody on an occasion, with what is known of them."""
    by = publisher(d, read)
    claim = d.claim(read("claimReviewed"))
    who = "itemReviewed.author"
    portrait, party = read(f"{who}.image"), read(f"{who}.affiliation.name")
    speaker = d.person(
        read(f"{who}.name"),
        role=read(f"{who}.jobTitle"),
        image=[portrait] if portrait else [],
        affiliations=[d.organization(party)] if party else [],
    )
    said = ct.link(
        speaker,
        at=read("itemReviewed.datePublished"),
        occasion=read("itemReviewed.name"),
    )
    d.attribute(claim, said)
    numbered = "ratingValue" in read.root["reviewRating"]
    verdict = d.assess(
        claim,
        by=by,
        document=review(d, read, by),
        verdict=read("reviewRating.alternateName"),
        rating=read.rating() if numbered else None,
        rationale=read("reviewRating.ratingExplanation"),
        license=read("sdLicense"),
    )
    return claim, verdict


Model: TypeAlias = "Callable[[Dossier, Read], tuple[Claim, Assessment]]"

REVIEWS: Final[dict[str, tuple[str, int, Model]]] = {
    "misleading": ("jsonld.jsonl", 9, misleading),
    "inverted scale": ("jsonld.jsonl", 59, misleading),
    "media review": ("jsonld.jsonl", 65, media),
    "media and claim review": ("jsonld.jsonl", 62, media_with_its_claim),
    "authorless, dated": ("jsonld.jsonl", 14, without_an_author),
    "authorless, no number": ("jsonld.jsonl", 50, unproven),
    "satire": ("claimskg.jsonl", 24, satire),
    "two axes": ("api.jsonl", 144, on_two_axes),
    "authors and pictures": ("jsonld.jsonl", 11, with_everything),
    "explained": ("jsonld.jsonl", 57, said_somewhere),
    "no number, in numbers": ("jsonld.jsonl", 61, said_somewhere),
    "licensed": ("jsonld.jsonl", 18, said_somewhere),
}
"""What it shows → the file and the line it is on, and how it is modelled."""

WITHOUT: Final[dict[str, set[str]]] = {
    "inverted scale": {"itemReviewed.keywords"},
    "authors and pictures": {
        "author.email",
        "image.height",
        "image.width",
        # Two addresses run into one: no field takes what is no address.
        "itemReviewed.author.image",
        "publisher.address.addressLocality",
        "publisher.contactPoint.availableLanguage",
        "publisher.contactPoint.contactType",
        "publisher.contactPoint.email",
        "publisher.correctionsPolicy",
        "publisher.email",
        "publisher.founder.birthDate",
        "publisher.founder.familyName",
        "publisher.founder.gender",
        "publisher.founder.givenName",
        "publisher.founder.jobTitle",
        "publisher.foundingDate",
        "publisher.unnamedSourcesPolicy",
        "publisher.verificationFactCheckingPolicy",
    },
    # Who wrote the markup down is nothing about the claim.
    "explained": {"sdPublisher.name", "sdPublisher.url"},
    # Keys of the publisher's own, which schema.org does not know.
    "licensed": {
        "id",
        "postTerms.claimerTermId",
        "postTerms.partyTermId",
        "postTerms.placeTermId",
        "postTerms.ratingTermId",
        "reviewRating.color",
        "reviewRating.icon",
        "reviewRating.iconShare",
        "subtitle",
        "title",
    },
}
"""The leaves of a record that have no field, without the numbers of list items.

What a review says of its claim, its speakers, its verdict and its page has one; these
describe pictures, organizations and markup.
"""


def record_of(name: str) -> Read:
    """Return one of the records, or skip the test."""
    file, line, _ = REVIEWS[name]
    path = FOLDER / file
    if not path.exists():
        pytest.skip("../shared is not there")
    row = json.loads(path.read_text(encoding="utf-8").splitlines()[line - 1])
    return Read(row.get("node", row))


def modelled(name: str) -> tuple[Dossier, Read, Claim, Assessment]:
    """Return the dossier of one of the records, and what was taken of it."""
    read, d = record_of(name), ct.Dossier()
    claim, verdict = REVIEWS[name][2](d, read)
    return d, read, claim, verdict


def held_by(dossier: Dossier) -> set[str | float]:
    """Return all texts and numbers in the fields of a dossier."""
    found: set[str | float] = set()
    for record in dossier.values():
        found |= {value for _, value in leaves(write_record(record))}
    return found


def is_held(value: Any, held: set[str | float]) -> bool:  # noqa: ANN401  JSON
    """Return whether a leaf stands in a field: as it is, as a number or as a date."""
    if value in held or f"https://{value}" in held:
        return True
    try:
        return float(value) in held
    except ValueError:
        return str(ct.When.from_text(value).edtf) in held


@pytest.mark.parametrize("name", REVIEWS)
def test_what_schema_org_names_has_a_field(name: str) -> None:
    """Every leaf is taken into a field that others may see, or is listed here."""
    d, read, _, _ = modelled(name)
    held = held_by(ct.disclosure.public(d))
    rest: set[str] = set()
    for path, value in leaves(read.root):
        if path in read.taken:
            assert is_held(value, held), path
        else:
            rest.add(".".join(step for step in path if isinstance(step, str)))
    assert rest == WITHOUT.get(name, set())


@pytest.mark.parametrize("name", REVIEWS)
def test_what_is_modelled_is_sound(name: str) -> None:
    """Nothing is wrong, nothing is unreferred to, and it comes back as it was."""
    d, _, claim, verdict = modelled(name)
    assert d.validate() == ()
    assert ct.Dossier.loads(d.dumps()) == d
    assert verdict.document is not None
    assert verdict.document in ct.disclosure.public(d)
    assert claim.id in d


def test_they_are_what_they_are_chosen_for() -> None:
    """Twelve, of nine publishers or more, and each shows what it is named for."""
    made = {name: modelled(name) for name in REVIEWS}
    verdicts = {name: verdict for name, (_, _, _, verdict) in made.items()}
    names = {v.by: d[str(v.by)] for d, _, _, v in made.values()}
    assert len(made) == 12
    assert len(names) >= 9
    upside_down = verdicts["inverted scale"].rating
    assert upside_down is not None
    assert (upside_down.best or 0) < (upside_down.worst or 0)
    unnumbered = verdicts["authorless, no number"].rating
    assert unnumbered is not None
    assert unnumbered.value is None
    axes = [each.axis for each in verdicts["two axes"].normalized]
    assert axes == ["completeness", "authenticity"]
    assert len(verdicts["media review"].normalized) == 3
    for name in ("authorless, dated", "authorless, no number", "satire"):
        d, _, claim, _ = made[name]
        found = ct.lineage.trace(d, claim)
        assert (found.publishers, found.ends, found.holders) == ((), (), ())
        assert found.uncommitted == ("a1",)
