"""What a message lists: ids that the file has, in the order in which people read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack import Dossier
from claimtrack.draw import draw_impact
from claimtrack.findings import Finding, natural_key
from claimtrack.lineage import impact
from claimtrack.lint import Config, check, check_examination
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
    text = f'{{"claimtrack": "1.0", "records": [{lines}]}}'
    return check_examination(examine(text), config=CITED)
