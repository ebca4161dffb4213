"""Laws of saving: nothing changes but the layout, and no id that nobody gave."""

from __future__ import annotations

import contextlib
import copy
import json
import re
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.dossier import Dossier
from claimtrack.dossier._json_file import write_dossier, write_lines
from claimtrack.dossier._json_layout import WIDTH, lay_out
from claimtrack.errors import DanglingReference, InvalidDossier
from claimtrack.schema import Part, part_of
from claimtrack.testing import dossiers, json_values

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

SMALL: Final = dossiers(
    max_sources=4, max_documents=3, max_claims=3, max_attributions=4, max_links=3
)

NAMELESS: Final = ("attribution", "relation", "assessment", "notice", "waiver")
"""Types of record that may do without an id."""


TOP: Final = Path(__file__).parents[2]
VALID: Final = sorted(
    path
    for pattern in ("examples/*.json", "docs/how-to/*.json", "tests/records/valid/*")
    for path in TOP.glob(pattern)
    if '"records"' in path.read_text("utf-8")
)


def check_saving(text: str) -> None:
    """Check that loading and saving a text changes nothing but its layout."""
    before = json.loads(text)
    dossier = Dossier.loads(text)
    saved = dossier.dumps()
    after = json.loads(saved)
    again = Dossier.loads(saved)
    assert again == dossier
    assert list(again) == list(dossier)
    assert again.dumps() == saved
    assert again.derived_ids == dossier.derived_ids - ids_in(after)
    assert after.get("$schema") == before.get("$schema")
    for old, new in zip(before["records"], after["records"], strict=True):
        assert old["type"] == new["type"]
        assert "id" not in old or new["id"] == old["id"]
        if "id" in new and "id" not in old:
            # Only what another record names gets its id written down.
            rest = json.dumps([each for each in after["records"] if each is not new])
            assert json.dumps(new["id"]) in rest


def ids_in(document: dict[str, Any]) -> set[str]:
    """Return the ids that the records of a file have."""
    return {each["id"] for each in document["records"] if "id" in each}


@pytest.mark.parametrize("path", VALID, ids=lambda each: each.name)
def test_saving_a_file_changes_its_layout_only(path: Path) -> None:
    """Ours, and those that every test reads."""
    check_saving(path.read_text("utf-8"))


@laws
@given(SMALL, st.data())
def test_saving_changes_the_layout_only(dossier: Dossier, data: st.DataObject) -> None:
    """Whichever records have an id of their own, and wherever the schema is."""
    save_and_compare(dossier, data)


@pytest.mark.long
@settings(laws, max_examples=300)
@given(SMALL, st.data())
def test_saving_many_changes_the_layout_only(
    dossier: Dossier, data: st.DataObject
) -> None:
    """The same, three hundred times."""
    save_and_compare(dossier, data)


def save_and_compare(dossier: Dossier, data: st.DataObject) -> None:
    """Write a dossier in other layouts, and compare what is read and saved again."""
    document: dict[str, Any] = json.loads(dossier.dumps())
    free = [each for each in document["records"] if each["type"] in NAMELESS]
    for each in free:
        if data.draw(st.booleans()):
            each.pop("id", None)
    twins = data.draw(st.lists(st.sampled_from(free), max_size=2)) if free else []
    for each in twins:
        bare = {key: value for key, value in each.items() if key != "id"}
        place = data.draw(st.integers(0, len(document["records"])))
        document["records"].insert(place, bare)
    if data.draw(st.booleans()):
        document["$schema"] = "../schemas/v1/dossier.schema.json"
    text = json.dumps(document)
    try:
        Dossier.loads(text)
    except InvalidDossier:
        # An id that went may have been one that others name.
        return
    check_saving(text)


@laws
@given(SMALL)
def test_ids_that_nobody_gave_are_not_written(dossier: Dossier) -> None:
    """Of records that were built as of those that were read, removed and put back."""
    made = Dossier()
    made.head = dossier.head
    for each in dossier.values():
        record: Any = each
        is_derived = each.id in dossier.derived_ids
        made.add(attrs.evolve(record, id=None) if is_derived else record)
    assert made == dossier
    assert made.dumps() == dossier.dumps()
    written = ids_in(json.loads(made.dumps()))
    referred = set(re.findall(r"urn:uuid:[0-9a-f-]{36}", made.dumps()))
    assert written & made.derived_ids <= referred
    for key in made.derived_ids - referred:
        record = made[key]
        made.remove(key)
        assert key not in made.derived_ids
        made.add(record)
        assert key in ids_in(json.loads(made.dumps()))


def change(dossier: Dossier, data: st.DataObject) -> None:
    """Add twins of a record, take the first of them away, or put another there."""
    free = [key for key, each in dossier.items() if each.type in NAMELESS]
    key = data.draw(st.sampled_from(free or sorted(dossier)))
    record: Any = dossier[key]
    if free:
        key = dossier.add(attrs.evolve(record, id=None)).id
    dossier.add(attrs.evolve(record, id=None if free else f"copy-{len(dossier)}"))
    way = data.draw(st.sampled_from(["", "replace", "remove"]))
    if way == "replace":
        alike = [each for each in dossier.values() if each.type == record.type]
        other: Any = data.draw(st.sampled_from(alike))
        dossier.replace(attrs.evolve(other, id=key))
    elif way == "remove":
        with contextlib.suppress(DanglingReference):
            dossier.remove(key)


def written(dossier: Dossier, **known: Any) -> list[str]:  # noqa: ANN401
    """Return both texts of a dossier, or the codes of what is wrong with it."""
    content = attrs.evolve(dossier.content(), **known)
    try:
        return [write(content) for write in (write_dossier, write_lines)]
    except InvalidDossier as error:
        return [each.code for each in error.findings]


@laws
@given(SMALL, st.sampled_from(["unseen", "read", "grown"]), st.data())
def test_what_is_known_of_records_changes_nothing_of_their_text(
    dossier: Dossier, history: str, data: st.DataObject
) -> None:
    """Ids that nobody gave are left out as if none of them were known to come back."""
    text = dossier.dumps()
    made = copy.copy(dossier) if history == "grown" else Dossier.loads(text)
    if history == "read":
        assert list(made) == list(dossier)
    assert made.content().history == history or not made
    said = written(made)
    assert said[0] == text
    assert list(made) == list(dossier)
    assert said == written(made) == written(made, history="changed")
    for _ in range(data.draw(st.integers(0, 3)) if made else 0):
        change(made, data)
        assert written(made) == written(made, history="changed")


def is_one_field(line: str) -> bool:
    """Return whether nothing on a line could have been put on a line of its own."""
    bare = line.strip().removesuffix(",")
    if bare in ("[", "]", "{", "}"):
        return True
    if bare.endswith(("{", "[")):
        bare += "}" if bare.endswith("{") else "]"
    for text in (bare, f"{{{bare}}}"):
        try:
            value = json.loads(text)
        except ValueError:
            continue
        inner = list(value.values()) if text != bare else [value]
        return len(inner) == 1 and (not inner[0] or isinstance(inner[0], str))
    return False


def lay_out_all(root: dict[str, Any]) -> str:
    """Return the text of a dossier."""
    head = {key: each for key, each in root.items() if key != "records"}
    records = [
        [part_of(e, f"{encode_basestring(key)}: ") for key, e in each.items()]
        for each in root["records"]
    ]
    return "".join(lay_out(head, records))


def text_of(part: Part) -> str:
    """Return a part on one line."""
    return part if isinstance(part, str) else part[0]


def check_lines(root: dict[str, Any]) -> None:
    """Check that records have lines of their own, and that lines are short."""
    text = lay_out_all(root)
    assert json.loads(text) == root
    assert list(json.loads(text)) == list(root)
    lines = text.split("\n")
    assert [
        each for each in lines if len(each) > WIDTH and not is_one_field(each)
    ] == []
    whole = {line.strip().removesuffix(",") for line in lines}
    for each in root["records"]:
        flat = text_of(part_of(each))
        assert (flat in whole) == (len(flat) + len("    ,") <= WIDTH)


@laws
@given(SMALL)
def test_a_record_has_a_line_where_it_fits(dossier: Dossier) -> None:
    """And no line is longer than that, unless it is one field."""
    check_lines(json.loads(dossier.dumps()))


FOREIGN: Final = st.dictionaries(
    st.text(max_size=60), json_values() | st.text(min_size=60, max_size=110), max_size=5
)


@laws
@given(st.lists(FOREIGN.map(lambda each: {"type": "x", **each}), max_size=4))
def test_whatever_it_holds(records: list[dict[str, Any]]) -> None:
    """Long names, long texts, lists in lists."""
    check_lines({"claimtrack": "1.0", "records": records})
