"""Ids and what refers to them: in one dossier, over all its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.records import Attribution, Claim
from claimtrack.validation import check_integrity, validate
from claimtrack.validation._integrity import HINTED
from plain_records import claim, document, dossier, relation, says, source, unnamed

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

S: dict[str, Any] = source("s")
U: dict[str, Any] = unnamed("u", description="an official")
C: dict[str, Any] = claim("c")
D: dict[str, Any] = document("d", title="T")
A: dict[str, Any] = says("a", "s")
R: dict[str, Any] = relation("c", "contradicts", "c2", id="r")
C2 = {**C, "id": "c2"}
WHOLE = [S, U, C, C2, D, A, R]
"""A dossier that holds together."""


def said(*records: JsonValue) -> list[str]:
    """Return what is said of a dossier: code, pointer, message."""
    found = validate(dossier(*list(records)))
    errors = [each for each in found if each.severity == "error"]
    return [f"{each.code} {each.pointer} {each.message}" for each in errors]


def chain(*links: JsonValue) -> dict[str, JsonValue]:
    """Return an attribution with this chain."""
    return {**A, "chain": list(links)}


W: dict[str, Any] = {"type": "waiver", "rule": "CT705", "by": "D", "reason": "R"}


def without(record: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a record without its id."""
    return {key: value for key, value in record.items() if key != "id"}


NO = "there is no"
HERE = "in this dossier"

TABLE: dict[str, tuple[list[JsonValue], list[str]]] = {
    "all is well": (WHOLE, []),
    # Every field that refers to something.
    "claim": ([C, S, {**A, "claim": "c9"}], [f'/2/claim {NO} claim "c9" {HERE}.']),
    "short link": ([C, S, chain("s", "x9")], [f'/2/chain/1 {NO} source "x9" {HERE}']),
    "link": (
        [C, chain({"source": "x9"})],
        [f'/1/chain/0/source {NO} source "x9" {HERE}'],
    ),
    "candidate": (
        [C, chain({"candidates": [{"source": "x9"}]})],
        [f'/1/chain/0/candidates/0/source {NO} source "x9" {HERE}'],
    ),
    "addressee": (
        [C, S, chain({"source": "s", "addressee": "x9"})],
        [f'/2/chain/0/addressee {NO} source "x9" {HERE}'],
    ),
    "said in": (
        [C, S, chain({"source": "s", "document": "x9"})],
        [f'/2/chain/0/document {NO} document "x9" {HERE}'],
    ),
    "evidence": (
        [C, S, D, chain({"source": "s", "evidence": ["d", "x9"]})],
        [f'/3/chain/0/evidence/1 {NO} document "x9" {HERE}'],
    ),
    "utterance": (
        [C, S, chain({"source": "s", "utterance": "x9"})],
        [f'/2/chain/0/utterance {NO} claim "x9" {HERE}'],
    ),
    "on behalf of": (
        [C, S, chain({"source": "s", "on_behalf_of": "x9"})],
        [f'/2/chain/0/on_behalf_of {NO} source "x9" {HERE}'],
    ),
    "read in": (
        [C, S, {**A, "document": "x9"}],
        [f'/2/document {NO} document "x9" {HERE}'],
    ),
    "publisher": (
        [{**D, "publisher": "x9"}],
        [f'/0/publisher {NO} source "x9" {HERE}'],
    ),
    "author": ([{**D, "authors": ["x9"]}], [f'/0/authors/0 {NO} source "x9" {HERE}']),
    "affiliation": (
        [{**S, "affiliations": ["x9"]}],
        [f'/0/affiliations/0 {NO} source "x9" {HERE}'],
    ),
    "member": (
        [{**S, "kind": "group", "members": ["x9"]}],
        [f'/0/members/0 {NO} source "x9" {HERE}'],
    ),
    "about": ([{**C, "about": ["x9"]}], [f'/0/about/0 {NO} record "x9" {HERE}']),
    "about elsewhere": ([{**C, "about": ["https://example.org/"]}], []),
    "part of": (
        [{**C, "quantity": {"min": 1, "of": "x9"}}],
        [f'/0/quantity/of {NO} claim "x9" {HERE}'],
    ),
    "condition": (
        [{**C, "condition": {"claim": "x9"}}],
        [f'/0/condition/claim {NO} claim "x9" {HERE}'],
    ),
    "date": (
        [{**C, "holds": {"text": "then", "relative_to": "x9"}}],
        [f'/0/holds/relative_to {NO} document "x9" {HERE}'],
    ),
    "relation": ([C, {**R, "object": "x9"}], [f'/1/object {NO} claim "x9" {HERE}']),
    "relation of two types": (
        [C, {**R, "kind": "same-as", "object": "x9"}],
        [f'/1/object {NO} claim or source "x9" {HERE}'],
    ),
    "judged by": ([C, C2, {**R, "by": "x9"}], [f'/2/by {NO} source "x9" {HERE}']),
}
"""Name → records, and what is said: pointer inside records, message without hints."""


@pytest.mark.parametrize("name", TABLE)
def test_an_id_that_no_record_has_is_told(name: str) -> None:
    """An id that no record has is told where it stands, with the type it needs."""
    records, expected = TABLE[name]
    found = said(*records)
    assert len(found) == len(expected)
    for ours, theirs in zip(found, expected, strict=True):
        assert ours.startswith(f"CT701 /records{theirs}")


MEANT: dict[str, tuple[list[JsonValue], str]] = {
    "nearly the same": ([{**S, "id": "bloomberg"}, chain("bloomburg")], "bloomberg"),
    "other case": ([{**S, "id": "bloomberg"}, chain("Bloomberg")], "bloomberg"),
    "underscore": (
        [{**S, "id": "keir-starmer"}, chain("keir_starmer")],
        "keir-starmer",
    ),
    "the right type only": (
        [{**C, "id": "bloomberg1"}, {**S, "id": "bloomberg-tv"}, chain("bloomberg")],
        "bloomberg-tv",
    ),
}


@pytest.mark.parametrize("name", MEANT)
def test_did_you_mean(name: str) -> None:
    """What was probably meant is named, among the ids of the right type."""
    records, meant = MEANT[name]
    (found,) = said(C, *records)
    assert found.endswith(f'{HERE}. Did you mean "{meant}"?')


def test_no_hint_is_no_hint() -> None:
    """Where nothing of the right type is near, nothing is suggested."""
    (found,) = said(C, D, {**D, "id": "bloomberg"}, chain("bloomburg"))
    assert found == f'CT701 /records/3/chain/0 {NO} source "bloomburg" {HERE}'


def test_one_missing_id_is_one_finding() -> None:
    """Everything that names it is listed by its id; the first place is shown."""
    mine = [{**A, "id": f"a{n}", "chain": ["x9", "x9"]} for n in range(3)]
    (found,) = validate(dossier(C, *mine))
    assert found.pointer == "/records/1/chain/0"
    assert found.message == f'{NO} source "x9" {HERE}, for 5 more places too'
    assert found.related == ("a0", "a1", "a2")
    assert found.fix == "Correct the id, or add the source that it names."
    (found,) = validate(dossier(C, mine[0]))
    assert found.message == f'{NO} source "x9" {HERE}, for 1 more place too'


MISTYPED: dict[str, tuple[list[JsonValue], str]] = {
    "a claim for a source": ([C, chain("c")], '/1/chain/0 "c" is a claim, a source'),
    "a source for a claim": (
        [S, {**A, "claim": "s"}],
        '/1/claim "s" is a source, a claim',
    ),
    "an attribution": (
        [C, S, A, {**R, "object": "a"}],
        '/3/object "a" is an attribution, a claim',
    ),
    "a document for a claim or source": (
        [C, D, {**R, "kind": "same-as", "object": "d"}],
        '/2/object "d" is a document, a claim or a source',
    ),
    "a relation for a document": (
        [C, C2, S, R, {**A, "document": "r"}],
        '/4/document "r" is a relation, a document',
    ),
}
"""Name → records, and: pointer, the id, its type, the type that is needed."""


@pytest.mark.parametrize("name", MISTYPED)
def test_an_id_of_another_type_says_what_it_leads_to(name: str) -> None:
    """An id that leads to a record of another type says what it leads to."""
    records, expected = MISTYPED[name]
    place, _, needed = expected.partition(", ")
    assert said(*records) == [f"CT709 /records{place}, but this field needs {needed}"]


def test_ends_of_an_unknown_relation_are_free() -> None:
    """A misspelt kind of relation is one mistake; its ends are not judged by it."""
    found = said(C, S, {**R, "kind": "contradict", "object": "s"})
    assert [each[:5] for each in found] == ["CT013"]


def test_an_id_names_one_record_whatever_its_type() -> None:
    """An id names one record, whatever its type; each one too many is told."""
    found = validate(dossier(S, S, {**C, "id": "s"}))
    again = 'CT702 [{}]  the id "s" already belongs to an earlier source'
    assert [f"{each.code} [{each.field}]  {each.message}" for each in found] == [
        again.format("source.id"),
        again.format("claim.id"),
    ]
    assert [each.pointer for each in found] == ["/records/1/id", "/records/2/id"]
    (found_one,) = said({**S, "type": "sorce"}, {**S, "id": "t"}, {**C, "id": "s"})[1:]
    assert found_one.endswith("already belongs to an earlier record")


@pytest.mark.parametrize(
    "broken",
    [
        {**S, "nmae": "x"},
        {**S, "kind": "oulet"},
        {**S, "type": "sorce"},
        {"id": "s"},
        {"type": "source", "id": "s"},
    ],
)
def test_a_broken_record_is_still_there(broken: JsonValue) -> None:
    """What refers to a record with a mistake is not called wrong for it."""
    codes = [each[:5] for each in said(C, broken, A)]
    assert codes
    assert not {"CT701", "CT709"} & set(codes)


def test_a_malformed_id_is_one_mistake() -> None:
    """A reference that is no id at all is not called dangling on top."""
    assert [each[:5] for each in said(C, S, chain("a b"))] == ["CT014"]
    assert [each[:5] for each in said(C, S, chain(3, {"source": None}))] == [
        "CT010",
        "CT010",
    ]


def test_a_record_alone_is_not_asked() -> None:
    """Without a dossier there is nothing that an id could lead to."""
    assert validate(A) == ()


PRIVATE: dict[str, JsonValue] = {
    "addressee": {"source": "u", "addressee": "secret"},
    "of an open end": {"candidates": [], "addressee": "secret"},
    "date": {"source": "u", "at": {"text": "then", "relative_to": "secret"}},
}


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_place_shows_no_id(name: str) -> None:
    """To whom an unnamed source spoke is not said, nor what would be near it."""
    near = [{**S, "id": "secret1"}, {**D, "id": "secret2"}]
    (found,) = said(C, U, *near, chain(PRIVATE[name]))
    assert found.startswith("CT701 /records/4/chain/0/")
    assert found.endswith(
        (f"{NO} source with this id {HERE}", f"document with this id {HERE}")
    )


def test_a_private_place_is_not_told_beside_a_public_one() -> None:
    """That an id is named in private too is not to be seen from where it is public."""
    records = [
        C,
        U,
        {**A, "id": "a1", "chain": ["secret"]},
        {**A, "id": "a2", "chain": [{"source": "u", "addressee": "secret"}]},
    ]
    public, private = validate(dossier(*records))
    assert public.message == f'{NO} source "secret" {HERE}'
    assert private.message == f"{NO} source with this id {HERE}"
    assert (public.related, private.related) == ((), ())


def test_a_mistyped_private_id_is_not_shown() -> None:
    """Its type is told, for that is what has to be put right."""
    (found,) = said(C, U, chain({"source": "u", "addressee": "c"}))
    assert found.endswith("the id is a claim, but this field needs a source")


def test_many_missing_ids_cost_little() -> None:
    """Where all sources are missing, each is told; only the first are guessed at."""
    sources = [{**S, "id": f"source-{n}"} for n in range(200)]
    links = [f"sauce-{n}" for n in range(HINTED + 50)]
    found = said(C, *sources, chain(*links))
    assert len(found) == HINTED + 50
    assert sum("Did you mean" in each for each in found) == HINTED


def test_check_integrity_takes_records() -> None:
    """A dossier in memory is checked without a file: pointers, and no locations."""
    lost = Attribution(id="a", claim="c", chain=["x9"])
    (found,) = check_integrity([Claim(id="c", text="T"), lost])
    assert (found.code, found.pointer, found.location) == (
        "CT701",
        "/records/1/chain/0",
        None,
    )
    assert found.record == "a"
    assert check_integrity([]) == ()


LOST: dict[str, tuple[list[JsonValue], list[str]]] = {
    "an id left out": (
        [C, without(S), chain("s")],
        ["CT011 /1 id is missing"],
    ),
    "an id misspelt": (
        [C, {**without(S), "idd": "s"}, chain("s")],
        ['CT012 /1/idd "idd" is not a field of a source. Did you mean "id"?'],
    ),
    "an id that is a number": (
        [C, {**S, "id": 7}, chain("s")],
        ["CT010 /1/id 7 is not text"],
    ),
    "an id that is none": (
        [C, {**S, "id": "the source"}, chain("s")],
        ['CT014 /1/id "the source" is not an id'],
    ),
    "an id that is taken": (
        [C, S, {**S, "id": "s", "name": "T"}, chain("s", "t")],
        ['CT702 /2/id the id "s" already belongs to an earlier source'],
    ),
    "an id that a record of another type has": (
        [C, {**S, "id": "c"}, chain("c", "s")],
        ['CT702 /1/id the id "c" already belongs to an earlier claim'],
    ),
    "a record that is none": (
        [C, 7, chain("s")],
        ["CT010 /1 7 is not an object"],
    ),
    "a record whose type is misspelt": (
        [C, {**without(S), "type": "sorce"}, chain("s")],
        ['CT013 /1/type "sorce" is not a type of record. Did you mean "source"?'],
    ),
    "an id of a relation, which needs none, misspelt": (
        [C, C2, {**without(R), "di": "r"}, {**W, "target": "r"}],
        ['CT012 /2/di "di" is not a field of a relation. Did you mean "id"?'],
    ),
    # More is sought than one record can have been.
    "an id left out, and another misspelt": (
        [C, without(S), {**S, "id": "t"}, chain("s", "tt")],
        [
            "CT011 /1 id is missing",
            'CT701 /3/chain/0 there is no source "s" in this dossier',
            (
                'CT701 /3/chain/1 there is no source "tt" in this dossier. Did you '
                'mean "t"?'
            ),
        ],
    ),
    # A source that has lost its id is no claim.
    "an id left out, and another type sought": (
        [C, without(S), {**A, "claim": "c9", "chain": ["s"]}],
        [
            "CT011 /1 id is missing",
            'CT701 /2/claim there is no claim "c9" in this dossier. Did you mean "c"?',
        ],
    ),
    # An attribution may leave its id out.
    "a record without an id that needs none": (
        [C, S, without(A), {**W, "target": "a9"}],
        ['CT701 /3/target there is no record "a9" in this dossier'],
    ),
}
"""Name → records, and what is said: code, pointer inside the records, message."""


@pytest.mark.parametrize("name", LOST)
def test_a_lost_id_is_one_mistake(name: str) -> None:
    """What refers to the record leads nowhere then, which is not reported as well."""
    records, expected = LOST[name]
    found = [each.replace(" /records/", " /", 1) for each in said(*records)]
    assert found == expected


def test_an_id_that_is_offered_steers_no_terminal() -> None:
    """It stood as it is in "Did you mean": with a line break, or what turns text."""
    odd = "source\n\u202e"
    _, dangling, _ = said(C, S, {**S, "id": odd}, chain("s", "source", "x9"))
    assert dangling.endswith('. Did you mean "source\\n\\u202e"?')
