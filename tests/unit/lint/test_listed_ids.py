"""What a message lists: ids that the file has, in the order in which people read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack import Dossier
from claimtrack.draw import draw_impact
from claimtrack.findings import Finding, natural_key
from claimtrack.lineage import conflicts, impact
from claimtrack.lint import Config, KnownFinding, check, check_examination
from claimtrack.records import Assessment
from claimtrack.schema import is_derived_id
from claimtrack.validation import examine

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

OPEN = Config().with_choice(select=["CT102"])
CITED = Config().with_choice(select=["CT106"])


def dossier() -> Dossier:
    """Return claims whose numbers have one and two digits, open at one outlet."""
    d = Dossier()
    for number in (8, 9, 10):
        claim = d.claim(f"Claim {number}", id=f"c{number}")
        d.attribute(claim, [d.outlet("Post"), d.outlet("Herald")])
    return d


def test_ids_are_listed_in_natural_order() -> None:
    """And stay sorted as texts in `related`."""
    (found,) = check(dossier(), config=OPEN)
    assert found.message.endswith(": c8, c9, c10")
    assert found.related == ("c10", "c8", "c9")
    text = draw_impact(dossier(), impact(dossier(), retract=["herald"]))
    assert text.index("  c9  ") < text.index("  c10  ")


def test_numbers_are_compared_as_numbers() -> None:
    """However long, and with zeros before them."""
    ids = ["a-2-10", "c01", "c1", "a-2-9", "a-10", "c" + "9" * 5000, "c", "c2"]
    expected = ["a-2-9", "a-2-10", "a-10", "c", "c01", "c1", "c2", ids[5]]
    assert sorted(ids, key=natural_key) == expected


def test_an_attribution_without_an_id_is_named_by_claim_chain_and_line() -> None:
    """Machine forms keep the derived id, by which a baseline knows it."""
    (found,) = said(ids=False)
    listed = ", ".join(f"c{n}: Post < Herald (line {n - 2})" for n in (8, 9, 10))
    assert found.message.endswith(f": {listed}")
    assert all(each.startswith("urn:uuid:") for each in found.related)
    assert "urn:" not in str(found)


def test_an_id_that_the_file_has_is_shown() -> None:
    """It can be searched for."""
    (found,) = said(ids=True)
    assert found.message.endswith(": a1, a2, a3")


def said(*, ids: bool) -> tuple[Finding, ...]:
    """Return what is found in a file, with the ids of attributions or without."""
    return check_examination(examine(text_of(ids=ids)), config=CITED)


def text_of(*, ids: bool) -> str:
    """Return a file, with the ids of attributions or without."""
    d = dossier()
    records: list[JsonValue] = json.loads(d.dumps())["records"]
    given = [each.id for each in d.attributions]
    records.sort(key=lambda each: each["type"] == "attribution")
    for record in records:
        if record["type"] == "attribution":
            record.pop("id", None)
            if ids:
                record["id"] = given.pop(0)
    lines = ",\n".join(map(json.dumps, records))
    return f'{{"claimtrack": "1.0", "records": [{lines}]}}'


def test_in_memory_no_derived_id_is_listed_either() -> None:
    """There is no line then, but claim and chain tell which it is."""
    d = Dossier.loads(text_of(ids=False))
    (found,) = check(d, config=CITED)
    listed = ", ".join(f"c{n}: Post < Herald" for n in (8, 9, 10))
    assert found.message.endswith(f": {listed}")
    assert all(is_derived_id(each) for each in found.related)
    (found,) = check(Dossier.loads(text_of(ids=True)), config=CITED)
    assert found.message.endswith(": a1, a2, a3")


def test_long_lists_show_the_first_as_people_count() -> None:
    """And how many there are beside."""
    d = Dossier()
    for number in range(1, 13):
        claim = d.claim(f"Claim {number}", id=f"c{number}")
        d.attribute(claim, [d.outlet("Post"), d.outlet("Herald")])
    (found,) = check(d, config=OPEN)
    assert found.message.endswith(": c1, c2, c3, c4, c5 and 7 more")


def test_what_a_baseline_misses_is_named_by_an_id_of_its_file() -> None:
    """A derived id says nothing to whoever reads that a finding is gone."""
    derived = said(ids=False)[0].related[0]
    gone = KnownFinding("a.claims.json", "CT104", derived, "")
    assert str(gone) == "CT104 in a.claims.json"
    assert str(attrs.evolve(gone, record="a1")) == "CT104 a1 in a.claims.json"


def test_answers_print_in_natural_order() -> None:
    """Their tuples stay sorted as they are."""
    d = dossier()
    d.relate("c10", "contradicts", "c9")
    fallen = impact(d, retract=["herald"])
    assert [each.claim for each in fallen.outcomes] == ["c10", "c8", "c9"]
    lines = [e for e in str(fallen).splitlines() if e.startswith("FALLS")]
    assert [each.split()[1] for each in lines] == ["c8:", "c9:", "c10:"]
    (conflict,) = conflicts(d)
    assert conflict.claims == ("c10", "c9")
    assert str(conflict).startswith("c9 and c10 contradict each other.")


@pytest.mark.parametrize("key", [None, "as-1"])
def test_an_assessment_without_an_id_is_named_by_its_subject(key: str | None) -> None:
    """Here a review was published in what is retracted."""
    d = dossier()
    page = d.document("article", "Review", id="review")
    d.add(Assessment(id=key, subject="c9", verdict="supported", document=page.id))
    text = str(impact(d, retract=["review"]))
    assert ("The assessment as-1 of " if key else "An assessment of ") in text
    assert "urn:" not in text
