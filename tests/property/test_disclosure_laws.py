"""Laws of disclosure: what is private is gone, and nothing shows that it was there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import disclosure
from claimtrack.disclosure import WITHHELD, public
from claimtrack.dossier import Dossier
from claimtrack.records import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    Anonymity,
    Attribution,
    Chain,
    Document,
    FrozenMapping,
    Link,
    Recorded,
    Source,
    Waiver,
)
from claimtrack.schema import find_references, load_schema, write_record
from claimtrack.testing import dossiers
from claimtrack.when import When
from renaming import joined, nameless, renamed

if TYPE_CHECKING:
    import random

    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

SMALL: Final = dossiers(
    max_sources=5,
    max_documents=2,
    max_claims=3,
    max_attributions=4,
    max_relations=3,
    max_links=3,
)

MARK: Final = "canary-1c6e"


def evolved(value: Any, **fields: Any) -> Any:  # noqa: ANN401  of any record
    """Return a record with other values in these fields."""
    return attrs.evolve(value, **fields)


def marked(record: Record, named: frozenset[str]) -> Any:  # noqa: ANN401  as above
    """Return a record in which every field that is private for it holds a mark."""
    made: Any = evolved(record, note=MARK, ext={MARK: [MARK, {MARK: MARK}]})
    if isinstance(record, Source) and record.kind == "unnamed":
        why = Anonymity(reason=MARK, known_to=["editor"], approved_by=["lawyer"])
        iri = f"ex:{MARK}"
        made = evolved(made, anonymity=why, aka=[MARK], same_as=[iri])
        return evolved(made, url=iri, image=[iri])
    if isinstance(record, Document) and record.kind == "leak" and record.title:
        iri = f"ex:{MARK}"
        return evolved(made, url=iri, archived=[iri], image=[iri], sha256="ca" * 32)
    if isinstance(record, Attribution):
        when = When(text=MARK)
        links = [
            each
            if each.source in named
            # When it was made is public where nobody is on record.
            else attrs.evolve(
                each,
                at=each.at if each.is_nobody else when,
                occasion=MARK,
                addressee=None,
            )
            for each in record.chain
        ]
        told = Recorded(at=when, by=MARK, method="tool", tool=MARK)
        return evolved(made, chain=Chain(links=links), recorded=told)
    if isinstance(record, Waiver):
        return evolved(made, by=MARK, reason=MARK)
    return made


def with_marks(dossier: Dossier) -> Dossier:
    """Return a dossier that differs from one in its private fields alone."""
    named = frozenset(each.id for each in dossier.sources if each.kind != "unnamed")
    made = dossier.emptied(
        attrs.evolve(
            dossier.head, schema=MARK, version="1.9", later=FrozenMapping({MARK: MARK})
        )
    )
    for record in dossier.values():
        made.add(marked(record, named))
    return made


@laws
@given(SMALL)
def test_what_is_private_changes_nothing_that_is_public(dossier: Dossier) -> None:
    """Dossiers that differ in private fields alone become the same, to the byte."""
    secret = with_marks(dossier)
    assert public(secret).dumps() == public(dossier).dumps()
    assert MARK not in public(secret).dumps()


@laws
@given(SMALL)
def test_what_is_left_holds_together(dossier: Dossier) -> None:
    """Nothing refers to what is gone, and a file of it can be read again.

    Doing it twice changes nothing, and the dossier that was given is as it was.
    """
    before = dossier.dumps()
    made = public(dossier)
    assert dossier.dumps() == before
    assert public(made) == made
    assert list(public(made)) == list(made)
    assert not [each for each in made.validate() if each.severity == "error"]
    assert Dossier.loads(made.dumps()) == made
    assert [key for key in dossier if key in made] == list(made)
    gone = set(dossier) - set(made)
    named = {
        each.id for record in made.values() for each in find_references(written(record))
    }
    assert named.isdisjoint(gone)


def written(record: Record) -> dict[str, JsonValue]:
    """Return a record as JSON."""
    return write_record(record)


@laws
@given(SMALL)
def test_what_is_private_goes_and_nothing_else(dossier: Dossier) -> None:
    """By the schemas, which say it by themselves, and by the table of contexts."""
    allowed = ALWAYS_PRIVATE.union(*PRIVATE_IN_CONTEXT.values()) | {"title", "about"}
    for key, after in public(dossier).items():
        assert marks_of(after.type)
        assert marks_of(after.type).isdisjoint(written(after))
        before = dossier[key]
        for name in attrs.fields_dict(type(after)):
            was, now = getattr(before, name), getattr(after, name)
            if name == "chain":
                assert [stripped(each) for each in was] == [
                    stripped(each) for each in now
                ]
            elif was != now:
                assert name in allowed
                assert now in (None, (), WITHHELD, FrozenMapping()) or name == "about"


@cache
def marks_of(record_type: str) -> frozenset[str]:
    """Return the fields of a type of record that its schema marks as private."""
    schema = load_schema(record_type)
    fields = {
        **schema.get("properties", {}),
        **schema.get("$defs", {}).get("fields", {}).get("properties", {}),
    }
    return frozenset(name for name, node in fields.items() if "x-private" in node)


def stripped(link: Link) -> Link:
    """Return a link without what is private of some."""
    return attrs.evolve(link, at=None, occasion=None, addressee=None)


@laws
@given(SMALL)
def test_off_the_record_nothing_is_left(dossier: Dossier) -> None:
    """No such link; and a claim that had chains, and lost all, only stays if needed."""
    made = public(dossier)
    rules = [link.ground_rules for each in made.attributions for link in each.chain]
    assert "off-record" not in rules
    needed = {
        each.id
        for record in made.values()
        for each in find_references(written(record))
        if record.type in ("claim", "attribution")
    }
    had = {each.claim for each in dossier.attributions}
    have = {each.claim for each in made.attributions}
    for claim in made.claims:
        assert claim.id not in had - have or claim.id in needed


@laws
@given(SMALL, st.data())
def test_the_order_of_the_records_does_not_matter(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Neither to what is public nor to what is found."""
    moved = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in data.draw(st.permutations(list(dossier.values()))):
        moved.add(record)
    assert public(moved) == public(dossier)
    assert found_in(moved) == found_in(dossier)
    # Of what is found, only what other records may rest on is still there.
    fields = {field for _, field, _ in found_in(public(dossier))}
    assert fields <= {"source.id", "source.description", "source.role"}


def found_in(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Return what is found, without where it stands among the records."""
    return sorted(
        (each.record or "", each.field, each.message)
        for each in disclosure.check(dossier)
    )


@laws
@given(SMALL)
def test_a_name_is_found_wherever_it_is_hidden(dossier: Dossier) -> None:
    """One more field that holds a name gets one finding, at that field."""
    person = dossier.person("Zebulon Quispe", aka=["Ж. Кіспе"])
    for field, name in (
        ("note", "zebulon-QUISPE"),
        ("description", "(Zebulon\nQuispe)"),
        ("role", "ж. кіспе"),
    ):
        source = dossier.unnamed("_")
        before = set(disclosure.check(dossier))
        dossier.replace(evolved(source, **{field: name}))
        (added,) = set(disclosure.check(dossier)) - before
        assert (added.record, added.field) == (source.id, f"source.{field}")
        dossier.replace(evolved(source, **{field: name}, affiliations=[person]))
        assert set(disclosure.check(dossier)) == before


@laws
@given(joined(SMALL), st.randoms())
def test_what_is_public_does_not_depend_on_ids(
    dossier: Dossier, chance: random.Random
) -> None:
    """Other ids, in another order: the same is public, and the same is found."""
    plain = renamed(dossier, nameless(dossier))
    ids = list(plain)
    chance.shuffle(ids)
    new = {key: f"o{place:03}" for place, key in enumerate(ids)}
    other = renamed(plain, new)
    assert public(other) == renamed(public(plain), new)
    expected = [
        (new.get(record, record), field, message)
        for record, field, message in found_in(plain)
    ]
    assert found_in(other) == sorted(expected)


@laws
@given(SMALL, st.sampled_from(["0-crowd", "zz-crowd"]))
def test_who_is_one_with_an_unnamed_source_is_as_private(
    dossier: Dossier, key: str
) -> None:
    """A crowd that is one with it: when, where and to whom, and deep background.

    Whichever id is the least.
    """
    crowd = dossier.crowd("Crowd", id=key)
    source = dossier.unnamed("somebody", id="m-source")
    dossier.relate(source, "same-as", crowd)
    told = Link(
        source=key, occasion=MARK, at=When(text=MARK), ground_rules="deep-background"
    )
    outlet = dossier.outlet("An outlet of its own", id="outlet-of-its-own")
    claim = dossier.claim("A claim of its own", id="claim-of-its-own")
    dossier.attribute(claim, Chain(links=[Link(source=outlet.id), told]))
    made = public(dossier)
    assert MARK not in made.dumps()
    (left,) = (each for each in made.sources if each.id == source.id)
    assert left.description == WITHHELD
