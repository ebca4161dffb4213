"""Schema and model agree: what one takes the other takes too, and nothing else.

One way, for every record that can be built; the other way, for sound JSON that has
been spoilt in one to four places.
"""

from __future__ import annotations

import copy
import json
import math
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

import claimtrack as ct
from claimtrack.schema import NAMES as SCHEMAS
from claimtrack.schema import (
    JsonValue,
    is_array,
    is_object,
    load_schema,
    read_record,
    write_record,
)
from claimtrack.testing import dossiers, records
from claimtrack.validation import _doors, examine
from claimtrack.validation._engine import find_refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.records import Record

Container: TypeAlias = "dict[str, Any] | list[Any]"

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

small_dossiers = dossiers(
    max_sources=3,
    max_documents=2,
    max_claims=2,
    max_attributions=2,
    max_relations=2,
    max_links=3,
)


written_dossiers = small_dossiers.map(
    lambda each: cast("dict[str, JsonValue]", json.loads(each.dumps()))
)


@laws
@given(records())
def test_what_can_be_built_is_valid(record: Record) -> None:
    """No record that exists is refused as JSON text; it may contradict itself."""
    found = ct.validate(json.dumps(write_record(record)))
    assert {each.code for each in found} <= {"CT040", "CT041", "CT042"}


@laws
@given(dossiers())
def test_dossiers_that_can_be_built_are_valid(dossier: ct.Dossier) -> None:
    """Nor is a dossier, in memory or as text."""
    found = dossier.validate()
    assert all(each.severity != "error" for each in found)
    again = ct.validate(dossier.dumps())
    told, told_again = (
        sorted((each.code, each.pointer, each.message) for each in findings)
        for findings in (found, again)
    )
    assert told == told_again


# What spoils a document.


def nested(levels: int) -> JsonValue:
    """Return lists inside each other."""
    value: JsonValue = []
    for _ in range(levels - 1):
        value = [value]
    return value


JUNK: Final[tuple[JsonValue, ...]] = (
    None,
    True,
    False,
    0,
    -1,
    1.0,
    2.5,
    1e15,
    1.1e15,
    2**53,
    2**53 + 1,
    10**30,
    math.nan,
    math.inf,
    "",
    " ",
    "\u00a0\n",
    "x",
    "x\n",
    "x y",
    "x\u2003y",
    "urn:x:\u2003y",
    "urn:x:\u202ey",
    "\0",
    "\ud800",
    "х" * 1001,
    "x" * 257,
    "x" * 20_001,
    "2025-02-30",
    "2025-05/2025-04",
    "2025-04-17T10:00:00",
    "5 June 2025",
    "2025-13~",
    "source",
    "person",
    "unnamed",
    "allegation",
    "leak",
    [],
    [[]],
    [None],
    ["x", "x"],
    {},
    {"x": 1},
    {"text": "in April", "relative_to": "urn:x:\u2003y"},
    {"source": ["x"], "at": "never"},
    {"source": "x", "candidates": []},
    {"start": 3, "end": 3},
    {"exact": "x", "link": 7},
    {"min": 3, "max": 2},
    {"min": 3.0},
    {"in": nested(56)},
    {"in": nested(58)},
    {"in": nested(70)},
)

NAMES: Final = (
    "type",
    "id",
    "kind",
    "name",
    "description",
    "chain",
    "source",
    "candidates",
    "count",
    "members",
    "anonymity",
    "response",
    "ext",
    "note",
    "title",
    "url",
    "edtf",
    "text",
    "records",
    "at",
    "nme",
    "",
    "a/b~c",
    "\u202e",
    "_stretch",
    "self",
)


RICH: Final[dict[str, JsonValue]] = {
    "claimtrack": "1.0",
    "title": "US air cover",
    "base": "https://example.org/",
    "lang": "en",
    "records": [
        {
            "type": "source",
            "id": "unn",
            "kind": "outlet",
            "name": "UNN",
            "aka": ["УНН", {"text": "Ukrainian National News", "lang": "en"}],
            "same_as": ["https://example.org/unn"],
            "role": "agency",
            "affiliations": ["allies"],
            "country": "UA",
            "url": "https://unn.example.org/",
            "image": ["https://unn.example.org/logo.png"],
            "note": "n",
            "ext": {"cms": {"id": 7}},
        },
        {
            "type": "source",
            "id": "allies",
            "kind": "group",
            "name": "The allies",
            "members": ["unn"],
            "count": {"min": 2, "max": 30},
        },
        {
            "type": "source",
            "id": "u1",
            "kind": "unnamed",
            "description": "European officials",
            "count": {"min": 2},
            "anonymity": {"reason": "r", "known_to": ["editor"], "approved_by": []},
        },
        {
            "type": "document",
            "id": "d1",
            "kind": "leak",
            "title": "A paper",
            "publisher": "unn",
            "authors": ["unn"],
            "url": "https://example.org/leak",
            "archived": ["https://archive.example.org/leak"],
            "sha256": "0" * 64,
            "image": ["https://example.org/leak.jpg"],
            "lang": "en",
            "published": "2025-04~",
            "modified": "2025-06-05T10:00:00+03:00",
            "retrieved": {"edtf": "2025", "text": "this year", "relative_to": "d1"},
            "status": "draft",
            "version": "3",
            "license": "none",
        },
        {
            "type": "claim",
            "id": "c1",
            "text": "Troops would come",
            "lang": "en",
            "kind": "allegation",
            "about": ["unn", "https://example.org/us"],
            "holds": "2025-04/2025-06",
            "quantity": {"min": 1, "max": 2.5, "unit": "brigades", "of": "c2"},
            "condition": {"text": "if asked", "claim": "c2"},
            "response": {"outcome": "declined", "sought": "2025-06-05"},
        },
        {"type": "claim", "id": "c2", "text": "They were asked", "kind": "fact"},
        {
            "type": "attribution",
            "id": "a1",
            "claim": "c1",
            "chain": [
                "unn",
                {
                    "source": "u1",
                    "cue": "with reference to",
                    "cue_basis": "explicit",
                    "mode": "indirect",
                    "stance": "distances",
                    "ground_rules": "background",
                    "embargo_until": "2025-07",
                    "addressee": "unn",
                    "original_lang": "en",
                    "attitude": "belief",
                    "ascribed": True,
                    "factuality": "PR+",
                    "negated": True,
                    "hypothetical": True,
                    "basis": "official",
                    "at": "2025-06-05",
                    "document": "d1",
                    "evidence": ["d1"],
                    "occasion": "a dinner",
                    "utterance": "c2",
                    "on_behalf_of": "allies",
                    "mention": "officials",
                },
                {"candidates": [{"source": "allies", "weight": 0.5, "why": "style"}]},
            ],
            "document": "d1",
            "placement": "lead",
            "excerpts": [
                {"exact": "x", "prefix": "a", "suffix": "b", "role": "cue", "link": 1},
                {"start": 3, "end": 9, "role": "source", "link": 2},
            ],
            "presupposed": True,
            "recorded": {
                "at": "2025-06-06",
                "by": "night desk",
                "method": "tool",
                "tool": "extractor",
            },
            "note": "n",
        },
        {"type": "attribution", "claim": "c2", "chain": ["allies"]},
        {"type": "attribution", "claim": "c2", "chain": ["allies"]},
        {"type": "attribution", "claim": "c2", "chain": [{"at": "2025-05"}]},
        {
            "type": "assessment",
            "subject": "c1",
            "by": "unn",
            "document": "d1",
            "verdict": "True but misleading",
            "rating": {"value": 2, "best": 1, "worst": 5},
            "normalized": [
                {"scheme": "desk", "axis": "veracity", "code": "true"},
                {
                    "scheme": "desk",
                    "axis": "completeness",
                    "code": "missing-context",
                    "method": "by hand",
                    "rule": "but",
                },
                {"scheme": "desk", "axis": "authenticity", "code": "cropped"},
                {"scheme": "desk", "axis": "authenticity", "code": "altered"},
            ],
            "confidence": [{"scale": "percent", "value": 70}],
            "evidence": ["d1"],
            "at": "2025-06-08",
        },
        {
            "type": "assessment",
            "subject": "c2",
            "rating": {"best": 5},
            "normalized": {"scheme": "desk", "axis": "status", "code": "satire"},
        },
        {
            "type": "relation",
            "kind": "contradicts",
            "subject": "c1",
            "object": "c2",
            "by": "unn",
            "at": "2025-06-07",
            "score": 0.9,
            "method": "read side by side",
        },
    ],
}
"""Every field, in one document."""


def places(value: JsonValue) -> Iterator[tuple[Container, Any]]:
    """Yield every container with each of its keys, all but what is inside `ext`."""
    todo = [value]
    while todo:
        held = todo.pop()
        inside = held.items() if is_object(held) else enumerate(held)
        for key, each in list(inside):
            yield held, key
            if key != "ext" and (is_object(each) or is_array(each)):
                todo.append(each)


def spoil(draw: st.DrawFn, root: JsonValue) -> None:
    """Change one thing somewhere in a document."""
    everywhere = list(places(root))
    held, key = everywhere[draw(st.integers(0, len(everywhere) - 1))]
    value: JsonValue = held[key]
    junk = copy.deepcopy(draw(st.sampled_from(JUNK)))
    match draw(st.integers(0, 9)):
        case 0:
            del held[key]
        case 1 if isinstance(held, dict):
            held[draw(st.sampled_from(NAMES))] = held.pop(key)
        case 1 if isinstance(held, list):
            held.insert(key, copy.deepcopy(value))
        case 2 if isinstance(value, str):
            odd = ["{}\n", " {}", "{}\0", "\u202e{}", "{}{}", "{}\ud800", "{}~"]
            held[key] = draw(st.sampled_from(odd)).replace("{}", value)
        case 2 if isinstance(value, (int, float)):
            odd_numbers = [-value, value + 0.5, float(value), value * 10**9, str(value)]
            held[key] = draw(st.sampled_from(odd_numbers))
        case 3:
            other, place = everywhere[draw(st.integers(0, len(everywhere) - 1))]
            held[key] = copy.deepcopy(other[place])
        case 4:
            held[key] = [value]
        case 5:
            held[key] = {draw(st.sampled_from(NAMES)): value}
        case 6 | 7 if isinstance(held, dict):
            held[draw(st.sampled_from(NAMES))] = junk
        case _:
            held[key] = junk


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, JsonValue]:
    """Return the JSON of a dossier that is wrong in one to four places, or not."""
    root = copy.deepcopy(draw(st.one_of(st.just(RICH), written_dossiers)))
    for _ in range(draw(st.integers(1, 4))):
        if root:
            spoil(draw, root)
    return root


@laws
@given(spoilt())
def test_loads_what_has_no_error_and_nothing_else(root: dict[str, JsonValue]) -> None:
    """Validation never raises, and a dossier loads whole where it finds no error."""
    text = json.dumps(root)
    examined = examine(text)
    if examined.is_valid:
        listed: list[JsonValue] = root.get("records", [])
        if "type" in root:
            record, problems = read_record(root)
            assert record is not None
            assert problems == ()
        else:
            assert len(ct.Dossier.loads(text)) == len(listed)
        return
    with pytest.raises(ct.InvalidDossier) as caught:
        ct.Dossier.loads(text)
    assert caught.value.findings == examined.findings
    assert ct.validate(text) == examined.findings


def plain_refusals(root: JsonValue) -> list[tuple[tuple[str | int, ...], str]]:
    """Return what jsonschema by itself refuses, with nothing of ours in between."""
    schemas = {name: dict(load_schema(name)) for name in SCHEMAS}
    registry = Registry[JsonValue]().with_resources(
        (schema["$id"], DRAFT202012.create_resource(schema))
        for schema in schemas.values()
    )
    plain: Any = Draft202012Validator(schemas["dossier"], registry=registry)
    errors = plain.iter_errors(root)
    found = [(tuple(each.absolute_path), each.validator) for each in errors]
    return sorted(found, key=repr)


@laws
@given(spoilt())
def test_the_engine_refuses_what_jsonschema_refuses(root: dict[str, JsonValue]) -> None:
    """The same keywords at the same places: to be fast is no other verdict."""
    # jsonschema takes a newline for the end of a text; ours must not.
    assume("\\n" not in json.dumps(root))
    ours = [(each.path, each.keyword) for each in find_refusals("dossier", root)]
    assert sorted(ours, key=repr) == plain_refusals(root)


@laws
@given(spoilt())
def test_both_engines_find_the_same(root: dict[str, JsonValue]) -> None:
    """To the letter and the place, in text and in memory."""
    text = json.dumps(root)
    fast = examine(text, engine="fast")
    reference = examine(text, engine="reference")
    assert fast == reference
    assert ct.validate(root, engine="fast") == ct.validate(root, engine="reference")
    with pytest.MonkeyPatch.context() as patched:
        # As if it were long enough to be read without its text.
        patched.setattr(_doors, "SHORT", 0)
        patched.setattr(_doors, "FEW", 0)
        assert examine(text.encode(), engine="fast") == reference
