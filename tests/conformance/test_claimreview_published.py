"""What is published is what others expect: unchanged, or in the form of a profile.

The records beside the project come back as they came, and one change shows alone. The
schemas and the vocabulary of schema.org stand beside the project too.
"""

from __future__ import annotations

import csv
import functools
import importlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft6Validator

from claimtrack import Chain, Dossier
from claimtrack.interop import CONTEXT, Exported, claimreview, factcheck_api
from claimtrack.interop._extension import BLOCK
from claimtrack.interop._leaves import find_leaves
from claimtrack.interop.claimreview import PROFILES, Profile
from claimtrack.schema import is_array, is_object
from claimtrack.when import When
from dirty_documents import ANSWER, MEDIA, REVIEW
from reviewed_dossiers import reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack import Assessment
    from claimtrack.records import Rating
    from claimtrack.schema import JsonValue

SHARED: Final = Path(__file__).resolve().parents[2].parent / "shared"
RECORDS: Final = SHARED / "data" / "claimreview"
VOCABULARY: Final = SHARED / "conformance" / "schemaorg"
DUKE: Final = SHARED / "conformance" / "duke-claimreview"

jsonld: Any = importlib.import_module("pyld.jsonld")

FORMATS: Final = {"jsonld": claimreview, "api": factcheck_api}
OURS: Final = {"accessedOnUrl"}
"""What Duke's profile has beyond schema.org."""

laws = settings(
    deadline=None,
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def needed(path: Path) -> Path:
    """Return a path beside the project, or skip the test."""
    if not path.exists():
        pytest.skip("../shared is not there")
    return path


@functools.cache
def rows_of(file: str) -> tuple[Any, ...]:
    """Return the records of a file, or skip the test."""
    lines = needed(RECORDS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(row.get("node", row) for row in map(json.loads, lines))


def lossless(form: Any, dossier: Dossier) -> JsonValue:  # noqa: ANN401  a module
    """Return a dossier as it is written without loss."""
    return form.write(dossier, lossless=True, include_private=True).document


EACH: Final = ("jsonld", pytest.param("api", marks=pytest.mark.long))


@pytest.mark.parametrize("file", EACH)
def test_every_record_comes_back_as_it_came(file: str) -> None:
    """Equal as JSON, in which 1 and 1.0 are two values."""
    for row in rows_of(file):
        made = FORMATS[file].read(row).dossier
        back = lossless(FORMATS[file], made)
        assert json.dumps(back, sort_keys=True) == json.dumps(row, sort_keys=True)


NEW: Final = "Changed by the desk"
DAY: Final = "2031-01-02"


def changed(d: Dossier, assessment: Assessment) -> Iterator[tuple[Dossier, Any]]:
    """Yield a dossier with one change after the other, and what is new in it."""
    for claim in d.claims:
        yield replaced(d, attrs.evolve(claim, text=NEW)), NEW
    if assessment.verdict is not None:
        yield replaced(d, attrs.evolve(assessment, verdict=NEW)), NEW
    if assessment.rating is not None and assessment.rating.value is not None:
        rating: Rating = attrs.evolve(assessment.rating, value=77)
        yield replaced(d, attrs.evolve(assessment, rating=rating)), 77
    for document in d.documents:
        if document.published is not None:
            yield replaced(d, attrs.evolve(document, published=When.parse(DAY))), DAY
    for each in d.attributions:
        if each.chain.head.at is not None:
            link = attrs.evolve(each.chain.head, at=When.parse(DAY))
            yield replaced(d, attrs.evolve(each, chain=Chain(links=[link]))), DAY


def replaced(dossier: Dossier, record: Any) -> Dossier:  # noqa: ANN401  any record
    """Return a dossier with another record in the place of one."""
    made = Dossier.loads(dossier.dumps())
    made.replace(record)
    return made


def hold_alone(form: Any, document: JsonValue) -> int:  # noqa: ANN401  a module
    """Assert that each change shows where it was, and nothing else changes."""
    dossier: Dossier = form.read(document).dossier
    before = find_leaves(document)
    number = 0
    for assessment in dossier.assessments[:1]:
        for made, new in changed(dossier, assessment):
            after = find_leaves(lossless(form, made))
            assert after.keys() == before.keys()
            differing = [k for k in after if repr(after[k]) != repr(before[k])]
            assert differing
            assert {str(after[each]) for each in differing} == {str(new)}
            number += 1
    return number


@pytest.mark.parametrize("file", EACH)
def test_one_change_shows_alone(file: str) -> None:
    """In the claim, the verdict, the number, and each date."""
    rows = rows_of(file)
    assert sum(hold_alone(FORMATS[file], row) for row in rows[::5]) > len(rows) // 5


@pytest.mark.parametrize(
    ("form", "document", "number"),
    [(claimreview, REVIEW, 5), (claimreview, MEDIA, 2), (factcheck_api, ANSWER, 4)],
)
def test_one_change_shows_alone_in_what_stands_here(
    form: Any,  # noqa: ANN401  a module
    document: JsonValue,
    number: int,
) -> None:
    """Without data beside the project too."""
    assert hold_alone(form, document) >= number


def published(profile: Profile) -> list[Exported]:
    """Return documents from the records beside the project, a review each."""
    return [
        made
        for row in rows_of("jsonld")
        for made in claimreview.write_all(
            claimreview.read(row).dossier, profile=profile
        )
    ]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_record_is_written_the_same_again(profile: Profile) -> None:
    """In each profile."""
    for made in published(profile):
        read = claimreview.read(made.document).dossier
        assert claimreview.write(read, profile=profile).document == made.document


ASKED: Final = {
    "ClaimReview": (
        ("claimReviewed",),
        ("reviewRating", "alternateName"),
        ("author",),
        ("url",),
    ),
    "MediaReview": (("author",), ("url",)),
}
"""Type → what the schema of ClaimReview does not ask for, and ought to."""


@functools.cache
def validators() -> dict[str, Draft6Validator]:
    """Return the schemas of the Duke Reporters' Lab by the types that they are of."""
    texts = {
        f"{name}Review": needed(DUKE / f"{name.lower()}-review-schema.json").read_text()
        for name in ("Claim", "Media")
    }
    # An "$id" inside gives the references around it another place to start from.
    return {
        name: Draft6Validator(json.loads(re.sub(r'"\$id"', '"$comment"', text)))
        for name, text in texts.items()
    }


def hold_duke(made: Exported) -> bool:
    """Assert that a document without errors is valid, and return whether it is."""
    if any(each.severity == "error" for each in made.findings):
        return False
    for review in made.document if is_array(made.document) else [made.document]:
        validator: Any = validators()[review["@type"]]
        validator.validate(review)
        for way in ASKED[review["@type"]]:
            value: JsonValue = review
            for step in way:
                value = value[step]
            assert value
    return True


def test_what_is_written_for_duke_is_valid() -> None:
    """Nearly all records have what the schemas ask for, and what they ought to."""
    valid = [hold_duke(each) for each in published("duke")]
    assert sum(valid) >= len(valid) * 0.9


@given(dossier=reviewed())
@laws
def test_any_dossier_is_valid_for_duke(dossier: Dossier) -> None:
    """Unless the findings say what is missing."""
    needed(DUKE)
    hold_duke(claimreview.write(dossier, profile="duke", unreviewed=True))


def keys_of(value: JsonValue) -> Iterator[str]:
    """Yield the keys of all objects, but not of what is JSON inside a document."""
    for each in value if is_array(value) else ():
        yield from keys_of(each)
    if is_object(value) and value.get("@type") != "@json":
        yield from value
        for each in value.values():
            yield from keys_of(each)


@functools.cache
def properties() -> frozenset[str]:
    """Return the properties of schema.org."""
    path = needed(VOCABULARY / "schemaorg-current-https-properties.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return frozenset(each["label"] for each in csv.DictReader(lines))


def hold_vocabulary(made: Exported, profile: Profile) -> None:
    """Assert that only schema.org and we have named what is in a document."""
    known = properties() | {"@context", "@graph", "@type", BLOCK}
    unknown = set(keys_of(made.document)) - known
    assert unknown <= (OURS if profile == "duke" else set())


@pytest.mark.parametrize("profile", PROFILES)
@given(dossier=reviewed())
@laws
def test_only_known_properties_are_used(profile: Profile, dossier: Dossier) -> None:
    """Of schema.org, and in Duke's profile one of theirs."""
    hold_vocabulary(
        claimreview.write(dossier, profile=profile, unreviewed=True), profile
    )


@pytest.mark.parametrize("profile", PROFILES)
def test_only_known_properties_are_used_of_records(profile: Profile) -> None:
    """Of the records beside the project."""
    for made in published(profile):
        hold_vocabulary(made, profile)


def load_offline(url: str, _options: object) -> dict[str, Any]:
    """Return the context of schema.org, without asking anybody for it."""
    assert url.rstrip("/") == "https://schema.org"
    text = (VOCABULARY / "schemaorgcontext.jsonld").read_text(encoding="utf-8")
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": json.loads(text),
    }


def iris_of(value: JsonValue) -> Iterator[str]:
    """Yield the properties and types of expanded linked data."""
    for each in value if is_array(value) else ():
        yield from iris_of(each)
    if is_object(value) and value.get("@type") != "@json":
        yield from (key for key in value if not key.startswith("@"))
        types = value.get("@type", ())
        yield from types if is_array(types) else ()
        for key, each in value.items():
            if key not in ("@type", "@value"):
                yield from iris_of(each)


EXAMPLES: Final[dict[str, Callable[[], Exported]]] = {
    "plain": lambda: claimreview.write(claimreview.read(REVIEW).dossier),
    "several": lambda: claimreview.write(claimreview.read([REVIEW, MEDIA]).dossier),
    "duke": lambda: claimreview.write(claimreview.read(REVIEW).dossier, profile="duke"),
    "block": lambda: claimreview.write(desk(), lossless=True, include_private=True),
}


def desk() -> Dossier:
    """Return a dossier of one's own, with a kind of source that a name does not say."""
    d = Dossier(title="Ferry")
    claim = d.claim("The ferry is free.")
    d.attribute(claim, d.group("The dockers of the old harbour"))
    d.assess(claim, by=d.outlet("Harbour Check"), verdict="False")
    return d


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_program_of_others_expands_it(name: str) -> None:
    """Each property and type becomes an IRI of schema.org, or of ours."""
    needed(VOCABULARY)
    made = EXAMPLES[name]().document
    expanded = jsonld.expand(made, {"documentLoader": load_offline})
    iris = set(iris_of(expanded))
    assert len(iris) > 5
    assert {each.partition("org/")[0] for each in iris} <= {"http://schema.", BLOCK}
    if name == "block":
        ((block,),) = (each[BLOCK] for each in expanded)
        assert block["@type"] == "@json"
        assert block["@value"]["dossier"]["title"] == "Ferry"


def test_a_dossier_is_linked_data_with_our_context() -> None:
    """Its fields become terms of ours, and what refers to a record becomes an IRI."""
    d = desk()
    d.head = attrs.evolve(d.head, base="https://desk.example/")
    document = {**json.loads(d.dumps()), **CONTEXT}
    options = {"base": "https://desk.example/", "documentLoader": load_offline}
    (expanded,) = jsonld.expand(document, options)
    claim = next(
        each
        for each in expanded["urn:claimtrack:v1:records"]
        if each["@type"] == ["urn:claimtrack:v1:claim"]
    )
    assert claim["@id"] == "https://desk.example/c1"
    judged = next(
        each
        for each in expanded["urn:claimtrack:v1:records"]
        if each["@type"] == ["urn:claimtrack:v1:assessment"]
    )
    assert judged["urn:claimtrack:v1:subject"] == [{"@id": "https://desk.example/c1"}]
