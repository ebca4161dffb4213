"""CT801, CT806: what says who an unnamed source is, or whom it is near."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from claimtrack import Dossier, disclosure
from claimtrack.records import Anonymity, Link, Relation, Source

if TYPE_CHECKING:
    from claimtrack.findings import Finding

NAME: Final = "Ines Moreau"


def dossier(**fields: Any) -> Dossier:  # noqa: ANN401  what a source takes
    """Return a dossier with a person and an unnamed source that has these fields."""
    made = Dossier()
    made.person(NAME, id="moreau", aka=["Інес Моро", "I. M."], note=f"{NAME}, at home")
    made.outlet("Post", id="post")
    given: dict[str, Any] = {
        "id": "u1",
        "kind": "unnamed",
        "description": "a worker",
        **fields,
    }
    if "anonymity.reason" in given:
        given["anonymity"] = Anonymity(reason=given.pop("anonymity.reason"))
    made.add(Source(**given))
    return made


def fields_of(made: Dossier) -> list[str]:
    """Return which fields say who a source is."""
    found = [each for each in disclosure.check(made) if each.code != "CT806"]
    assert {(each.code, each.severity) for each in found} <= {("CT801", "error")}
    return [each.field.partition(".")[2] for each in found]


FIRING: Final[list[tuple[str, Any]]] = [
    ("aka", ["the driver"]),
    ("same_as", ["https://example.org/people/7"]),
    ("url", "https://example.org/people/7"),
    ("id", "ines-moreau"),
    ("id", "source_I.M."),
    ("id", "mailto:i@example.org"),
    ("id", "tel:+380445550100"),
    ("description", "INES MOREAU"),
    ("description", "Інес Моро"),
    ("description", "Post"),
    ("description", "the Post"),
    ("description", "(Mrs) Ines Moreau."),
    ("description", "I.\u00a0M."),
    ("description", "Ines Moreau, MAYOR"),
    ("role", "the former Prime Minister Ines Moreau"),
    ("role", "пані Інес Моро"),
    ("role", "прем'єр-міністр Інес Моро"),
    ("role", "г-жа Інес Моро"),
    ("role", "Frau Dr. Ines Moreau"),
    ("role", "Mme Ines Moreau"),
    ("role", "la señora Ines Moreau"),
    ("role", "Pani Ines Moreau"),
    ("role", "writes as @driver.7"),
    ("anonymity.reason", "Would lose i@example.org."),
    ("anonymity.reason", "Known as @driver_7."),
    ("role", "answers +380 44 555 0100"),
    ("note", "It is Ine\u0301s Moreau herself."),
    ("note", "Write to i@example.org."),
    ("ext", {"cms": {"people": ["somebody", "ines moreau"]}}),
    ("ext", {"cms": [{"Ines Moreau": True}]}),
    ("ext", {"Ines Moreau": None}),
    ("ext", {"contact": {"mail": "i@example.org"}}),
    ("ext", {"contact": {"phone": 2125550100}}),
]

SILENT: Final[list[tuple[str, Any]]] = [
    ("description", "a Post editor"),
    ("description", "sources of the Post"),
    ("description", "the mayor"),
    ("description", "Mrs"),
    ("description", "Ines Moreaus"),
    ("role", "a friend of Mrs Ines Moreau"),
    ("anonymity.reason", "Afraid of Ines Moreau."),
    ("note", "The call @10:30, @ home."),
    ("ext", {"@type": "Person", "@id": "urn:x"}),
    ("description", "a friend of Ines"),
    ("description", "a moreauist"),
    ("role", "worker of the year 2025"),
    ("note", "Second call on 2025-06-05 at 10:30."),
    ("ext", {"cms": {"id": 2125550100, "seen": False, "tags": [None, "port"]}}),
    ("country", "UA"),
    ("count", "2+"),
    ("affiliations", ["moreau", "post"]),
]


@pytest.mark.parametrize(("field", "value"), FIRING, ids=str)
def test_one_finding_for_each_field_that_tells(field: str, value: object) -> None:
    """With the field as its place, and nothing of what it holds."""
    made = dossier(**{field: value})
    assert fields_of(made) == [field]
    (finding,) = disclosure.check(made)
    assert finding.pointer == f"/records/2/{field.replace('.', '/')}"
    assert finding.rule == "identity-in-dossier"
    assert finding.record == (None if field == "id" else "u1")
    assert finding.related == ()


@pytest.mark.parametrize(("field", "value"), SILENT, ids=str)
def test_what_tells_nothing(field: str, value: object) -> None:
    """Parts of names, dates, counts, foreign numbers, and where it belongs."""
    assert fields_of(dossier(**{field: value})) == []


def nearness(made: Dossier) -> list[tuple[str, str]]:
    """Return field and message of each finding that a source is near somebody."""
    found = [each for each in disclosure.check(made) if each.code == "CT806"]
    assert all(each.severity == "info" and each.related == () for each in found)
    return [(each.field.partition(".")[2], each.message) for each in found]


@pytest.mark.parametrize("field", ["description", "role"])
def test_a_person_in_a_description_is_an_info_with_the_name(field: str) -> None:
    """Whom a source is near can lead to it; among its affiliations it is said."""
    text = f"a friend of {NAME.upper()}'s"
    message = (
        f'the {field} of an unnamed source names "{NAME}", outside its affiliations'
    )
    assert nearness(dossier(**{field: text})) == [(field, message)]
    assert nearness(dossier(**{field: text, "affiliations": ["moreau"]})) == []
    assert nearness(dossier(**{field: text, "affiliations": ["post"]})) != []
    assert fields_of(dossier(**{field: text})) == []


def test_a_description_that_is_a_name_is_an_identity_and_not_near_it() -> None:
    """Unless it is affiliated with whoever has the name."""
    for affiliations, fields in (
        ([], ["description"]),
        (["post"], ["description"]),
        (["moreau"], []),
    ):
        made = dossier(description=f"Mrs {NAME}", affiliations=affiliations)
        assert (fields_of(made), nearness(made)) == (fields, [])


def test_organizations_outlets_and_groups_say_where_somebody_works() -> None:
    """Even where a person has the same name, or the name is part of theirs."""
    made = dossier(description="a source of the Moreau Post close to the White House")
    made.organization("White House")
    made.outlet("Moreau Post")
    made.person("Moreau")
    made.person("White House", id="namesake")
    assert (fields_of(made), nearness(made)) == ([], [])
    made.unnamed("a friend of Moreau's", id="u2")
    assert len(nearness(made)) == 1


def test_several_persons_are_named_once_each() -> None:
    """In the order of the text; what same-as joins is one person."""
    made = dossier(description=f"close to John Doe, {NAME}, I. M. and John Doe")
    made.person("John Doe", id="doe")
    ((_, message),) = nearness(made)
    assert f'names "John Doe" and "{NAME}", ' in message


@pytest.mark.parametrize("rules", ["deep-background", "background"])
def test_on_deep_background_no_name_is_shown(rules: str) -> None:
    """Of an unnamed source that is one with it neither."""
    made = dossier(description=f"a friend of {NAME}'s")
    made.unnamed("somebody", id="u2")
    made.relate("u1", "same-as", "u2")
    link = Link(source="u2", ground_rules=rules)  # type: ignore[arg-type]
    made.attribute(made.claim("It rains."), ["post", link])
    ((_, message),) = nearness(made)
    shown = f'"{NAME}"' if rules == "background" else "a person"
    assert message.endswith(f"names {shown}, outside its affiliations")
    found = [each for each in disclosure.check(made) if each.code == "CT806"]
    assert (NAME.lower() in all_of(found[0])) == (rules == "background")


@pytest.mark.parametrize("field", ["id", "note", "ext"])
def test_names_of_its_affiliations_may_stand_anywhere(field: str) -> None:
    """Where others tell who it is."""
    value: Any = {"near": "Post"} if field == "ext" else "with-the-post"
    assert fields_of(dossier(**{field: value})) == [field]
    assert fields_of(dossier(**{field: value, "affiliations": ["post"]})) == []


def test_an_address_of_its_affiliation_is_an_address() -> None:
    """It leads to somebody, whoever that is."""
    told = dossier(note=f"{NAME}, i@example.org", affiliations=["moreau"])
    assert fields_of(told) == ["note"]
    assert "the name of" not in disclosure.check(told)[0].message


def test_affiliations_are_one_with_what_same_as_joins_to_them() -> None:
    """However many steps away; but not by way of an unnamed source."""
    made = dossier(description=f"an aide of {NAME}", affiliations=["post"])
    assert len(nearness(made)) == 1
    made.group("The Moreaus", id="family")
    made.relate("post", "same-as", "family")
    assert len(nearness(made)) == 1
    made.relate("moreau", "same-as", "family")
    assert nearness(made) == []

    other = dossier(description=f"an aide of {NAME}", affiliations=["post"])
    other.unnamed("somebody", id="u2")
    other.relate("post", "same-as", "u2")
    other.relate("u2", "same-as", "moreau")
    assert len(nearness(other)) == 1


@pytest.mark.parametrize("kind", ["crowd", "platform", "unresolved"])
def test_a_kind_that_is_not_identified_names_nobody(kind: str) -> None:
    """A crowd, a place, and a text that nobody has judged yet."""
    made = dossier(description="a Signal user")
    made.source(kind, "Signal", id="signal")  # type: ignore[arg-type]
    made.relate("u1", "same-as", "signal")
    assert fields_of(made) == []


def test_same_as_an_identified_source() -> None:
    """From either end; the relation is the place, the unnamed source the record."""
    for ends in (("u1", "moreau"), ("moreau", "u1")):
        made = dossier()
        made.add(Relation(id="r", kind="same-as", subject=ends[0], object=ends[1]))
        (finding,) = disclosure.check(made)
        end = "subject" if ends[0] == "u1" else "object"
        assert (finding.field, finding.record) == (f"relation.{end}", "u1")
        assert finding.pointer == f"/records/3/{end}"


def test_same_as_by_way_of_others_is_one_finding() -> None:
    """For the relation that names it. Two unnamed sources may be one."""
    made = dossier()
    made.unnamed("somebody", id="u2")
    made.source("unresolved", "somebody", id="x")
    made.relate("u1", "same-as", "u2")
    made.relate("u2", "same-as", "x")
    assert fields_of(made) == []
    made.relate("x", "same-as", "moreau")
    assert fields_of(made) == ["subject"]
    assert disclosure.check(made)[0].record == "u2"


def test_other_relations_and_other_ends_say_nothing() -> None:
    """That two sources are distinct, or a relation that leads nowhere."""
    made = dossier()
    made.relate("u1", "distinct-from", "moreau")
    made.add(Relation(kind="same-as", subject="u1", object="nobody"))
    assert fields_of(made) == []


def test_what_others_have_is_their_own_affair() -> None:
    """A name in an identified source's note, an address in a person's ext."""
    made = Dossier()
    made.person(NAME, note="mail i@example.org", ext={"phone": "+380 44 555 0100"})
    made.outlet("Post", note=NAME, url="https://example.org")
    assert fields_of(made) == []


SECRETS: Final = (
    "Ines",
    "Moreau",
    "ines-moreau",
    "example.org",
    "0100",
    "canary",
    "моро",
)


def all_of(finding: Finding) -> str:
    """Return everything that a finding holds, in small letters."""
    return (json.dumps(attrs.asdict(finding)) + str(finding) + repr(finding)).lower()


def test_no_finding_shows_any_value() -> None:
    """Neither what was found nor whose name it is; nor an id that tells."""
    made = Dossier()
    made.person(NAME, id="canary-person", aka=["Моро"])
    made.unnamed(
        f"a friend of {NAME}",
        id="ines-moreau",
        role="i@example.org",
        note="Моро, +380 44 555 0100",
        ext={"canary": {"Ines Moreau": "canary@example.org"}},
        aka=["canary"],
        same_as=["https://example.org/canary"],
        url="https://example.org/canary",
    )
    made.relate("ines-moreau", "same-as", "canary-person", id="canary-relation")
    found = disclosure.check(made)
    assert len(found) == 9
    assert {each.record for each in found} == {None}
    assert [s for s in SECRETS for each in found if s.lower() in all_of(each)] == []


def test_without_unnamed_sources_there_is_nothing_to_find() -> None:
    """An empty dossier, too."""
    assert disclosure.check(Dossier()) == ()


def test_findings_are_in_the_order_of_the_records() -> None:
    """And stay what they are for a baseline, whatever else is added before."""
    made = dossier(note=NAME, url="https://example.org")
    found = disclosure.check(made)
    assert [each.pointer for each in found] == ["/records/2/note", "/records/2/url"]
    moved = Dossier()
    moved.outlet("Radio")
    for record in made.values():
        moved.add(record)
    prints = [each.fingerprint for each in found]
    assert [each.fingerprint for each in disclosure.check(moved)] == prints
