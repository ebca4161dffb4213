"""One mistake is one finding, with its place and a sentence that anybody understands.

The table is meant to be read aloud: what was written, and what is said about it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.records import RECORD_TYPES
from claimtrack.validation import validate
from plain_records import claim, document, dossier, source, without

if TYPE_CHECKING:
    from claimtrack.findings import Finding
    from claimtrack.schema import JsonValue


def unnamed(**fields: JsonValue) -> dict[str, JsonValue]:
    """Return an unnamed source, with these fields."""
    kind = "unnamed"
    return {"type": "source", "id": "s", "kind": kind, "description": "D", **fields}


def attribution(**fields: JsonValue) -> dict[str, JsonValue]:
    """Return an attribution, with these fields."""
    return {"type": "attribution", "claim": "c", "chain": ["s"], **fields}


def relation(**fields: JsonValue) -> dict[str, JsonValue]:
    """Return a relation, with these fields."""
    ends = {"subject": "a", "object": "b"}
    return {"type": "relation", "kind": "same-as", **ends, **fields}


def write(value: JsonValue) -> str:
    """Return a value as JSON: two-space indents, a field a line."""
    return json.dumps(value, ensure_ascii=False, indent=2)


TABLE: dict[str, tuple[Any, ...]] = {
    "type misspelt": (
        source(type="sorce"),
        '2:11 CT013 [/type] "sorce" is not a type of record. Did you mean "source"?',
    ),
    "type that is no text": (
        source(type=None),
        "2:11 CT013 [/type] null is not a type of record",
    ),
    "type missing": (
        without(source(), "type"),
        "1:1 CT011 [] type is missing",
    ),
    "key of the type misspelt": (
        {"tpye": "source", "id": "s"},
        '2:3 CT012 [/tpye] "tpye" is not a field of a record. Did you mean "type"?',
    ),
    "kind misspelt": (
        source(kind="oulet"),
        '4:11 CT013 [/kind] "oulet" is not a kind of source. Did you mean "outlet"?',
    ),
    "kind in capitals": (
        source(kind="Outlet"),
        '4:11 CT013 [/kind] "Outlet" is not a kind of source. Did you mean "outlet"?',
    ),
    "kind that is no text": (
        source(kind=3),
        "4:11 CT013 [/kind] 3 is not a kind of source",
    ),
    "kind missing, and a field misspelt that some kind has": (
        {"type": "source", "id": "s", "nmae": "S"},
        "1:1 CT011 [] kind is missing",
    ),
    "kind missing": (
        without(source(), "kind"),
        "1:1 CT011 [] kind is missing",
    ),
    "key of the kind misspelt": (
        {"type": "source", "id": "s", "knd": "outlet", "name": "S"},
        '4:3 CT012 [/knd] "knd" is not a field of a source. Did you mean "kind"?',
    ),
    "unknown kind suppresses all of its variant": (
        {"type": "source", "id": "s", "kind": "x", "nmae": "S", "count": 3},
        '4:11 CT013 [/kind] "x" is not a kind of source',
    ),
    "unknown type suppresses all of its variant": (
        {"type": "x", "id": 7, "kind": "x", "nmae": "S"},
        '2:11 CT013 [/type] "x" is not a type of record',
    ),
    "unknown kind of claim": (
        claim(kind="predicton", response={}),
        (
            '5:11 CT013 [/kind] "predicton" is not a kind of claim. Did you mean '
            '"prediction"?'
        ),
    ),
    "kind of document misspelt": (
        document(kind="artcle"),
        (
            '4:11 CT013 [/kind] "artcle" is not a kind of document. Did you mean '
            '"article"?'
        ),
    ),
    "kind of relation misspelt": (
        relation(kind="contradict"),
        (
            '3:11 CT013 [/kind] "contradict" is not a kind of relation. Did you '
            'mean "contradicts"?'
        ),
    ),
    "id missing": (
        without(source(), "id"),
        "1:1 CT011 [] id is missing",
    ),
    "id with a space": (
        source(id="a b"),
        '3:9 CT014 [/id] "a b" is not an id',
    ),
    "id with a line break": (
        source(id="unn\n"),
        '3:9 CT014 [/id] "unn\\n" is not an id',
    ),
    "id in other digits": (
        source(id="१"),
        '3:9 CT014 [/id] "१" is not an id',
    ),
    "id empty": (
        source(id=""),
        '3:9 CT014 [/id] "" is not an id',
    ),
    "id that is no text": (
        source(id=3),
        "3:9 CT010 [/id] 3 is not text",
    ),
    "id too long": (
        source(id="x" * 257),
        (
            "3:9 CT015 [/id] "
            '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" has '
            "257 characters; at most 256 are allowed"
        ),
    ),
    "field misspelt, its own missing": (
        {"type": "source", "id": "s", "kind": "outlet", "nmae": "S"},
        '5:3 CT012 [/nmae] "nmae" is not a field of a source. Did you mean "name"?',
    ),
    "field misspelt, its own there": (
        source(nmae="S"),
        ('6:3 CT012 [/nmae] "nmae" is not a field of a source. Did you mean "image"?'),
    ),
    "field that nobody knows": (
        source(colour="red"),
        (
            '6:3 CT012 [/colour] "colour" is not a field of a source. Did you mean '
            '"country"?'
        ),
    ),
    "field misspelt that would do instead": (
        {"type": "document", "id": "d", "kind": "article", "ulr": "ex:y"},
        '5:3 CT012 [/ulr] "ulr" is not a field of a document. Did you mean "url"?',
    ),
    "field under its name in another format": (
        {"type": "source", "id": "s", "kind": "outlet", "label": "S"},
        (
            '5:3 CT012 [/label] "label" is not a field of a source, and name is '
            'missing. Did you mean "name"?'
        ),
    ),
    "key of the kind misspelt, on which a field depends": (
        {"type": "claim", "id": "c", "text": "T", "knd": "x", "response": {"x": 1}},
        '5:3 CT012 [/knd] "knd" is not a field of a claim. Did you mean "kind"?',
    ),
    "kind under its name in another format": (
        {"type": "source", "id": "s", "category": "outlet", "name": "S"},
        (
            '4:3 CT012 [/category] "category" is not a field of a source, and kind '
            'is missing. Did you mean "kind"?'
        ),
    ),
    "fields of another format, and one missing": (
        {"type": "source", "id": "s", "kind": "outlet", "label": "S", "zzz": "Z"},
        "1:1 CT011 [] name is required because kind is outlet",
        '5:3 CT012 [/label] "label" is not a field of a source',
        '6:3 CT012 [/zzz] "zzz" is not a field of a source',
    ),
    "field of another type, and one missing": (
        {"type": "source", "id": "s", "kind": "outlet", "zzz": ["S"]},
        "1:1 CT011 [] name is required because kind is outlet",
        '5:3 CT012 [/zzz] "zzz" is not a field of a source',
    ),
    "letters of the id swapped": (
        {"type": "claim", "di": "c", "text": "T"},
        '3:3 CT012 [/di] "di" is not a field of a claim. Did you mean "id"?',
    ),
    "name missing": (
        without(source(), "name"),
        "1:1 CT011 [] name is required because kind is outlet",
    ),
    "description missing": (
        without(unnamed(), "description"),
        "1:1 CT011 [] description is required because kind is unnamed",
    ),
    "title missing": (
        without(document(), "title"),
        "1:1 CT011 [] title is required because there is no url",
    ),
    "text missing": (
        without(claim(), "text"),
        "1:1 CT011 [] text is missing",
    ),
    "claim and chain missing": (
        {"type": "attribution"},
        "1:1 CT011 [] chain is missing",
        "1:1 CT011 [] claim is missing",
    ),
    "subject missing": (
        without(relation(), "subject"),
        "1:1 CT011 [] subject is missing",
    ),
    "name of an unnamed source": (
        {"type": "source", "id": "s", "kind": "unnamed", "name": "S"},
        "5:3 CT019 [/name] name is not allowed on a source of kind unnamed",
    ),
    "name beside a description": (
        unnamed(name="S"),
        "6:3 CT019 [/name] name is not allowed on a source of kind unnamed",
    ),
    "description of an outlet": (
        {"type": "source", "id": "s", "kind": "outlet", "description": "D"},
        (
            "5:3 CT019 [/description] description is not allowed on a source of kind "
            "outlet"
        ),
    ),
    "count of an outlet": (
        source(count={"min": 1}),
        "6:3 CT019 [/count] count is not allowed on a source of kind outlet",
    ),
    "count of an outlet without a name": (
        without(source(count={"min": 1}), "name"),
        "1:1 CT011 [] name is required because kind is outlet",
        "5:3 CT019 [/count] count is not allowed on a source of kind outlet",
    ),
    "members of a crowd": (
        source(kind="crowd", members=["a"]),
        "6:3 CT019 [/members] members is not allowed on a source of kind crowd",
    ),
    "anonymity of a person": (
        source(kind="person", anonymity={}),
        "6:3 CT019 [/anonymity] anonymity is not allowed on a source of kind person",
    ),
    "response to a fact": (
        claim(response={"outcome": "declined"}),
        "5:3 CT019 [/response] response is not allowed on a claim of kind fact",
    ),
    "response to a claim without a kind": (
        claim(kind="norm", response={"outcome": "x"}),
        "6:3 CT019 [/response] response is not allowed on a claim of kind norm",
    ),
    "list too long": (
        attribution(chain=["s"] * 10_001),
        "4:12 CT016 [/chain] the list has 10001 items; at most 10000 are allowed",
    ),
    "text empty": (
        claim(text=""),
        "4:11 CT015 [/text] the text is empty",
    ),
    "text blank": (
        claim(text=" "),
        '4:11 CT014 [/text] " " is blank',
    ),
    "text too long": (
        claim(text="x" * 20001),
        (
            "4:11 CT015 [/text] "
            '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" has '
            "20001 characters; at most 20000 are allowed"
        ),
    ),
    "text null": (
        claim(text=None),
        "4:11 CT010 [/text] null is not text",
    ),
    "language in words": (
        claim(lang="english"),
        (
            '5:11 CT029 [/lang] "english" is not a registered language code; '
            'English is "en"'
        ),
    ),
    "country's code for a language's": (
        claim(lang="ua"),
        '5:11 CT029 [/lang] "ua" is not a registered language code; Ukrainian is "uk"',
    ),
    "language tag of a system": (
        claim(lang="uk_UA"),
        '5:11 CT014 [/lang] "uk_UA" is not a language tag. Did you mean "uk-UA"?',
    ),
    "language of a dossier": (
        dossier(lang="jp"),
        '3:11 CT029 [/lang] "jp" is not a registered language code; Japanese is "ja"',
    ),
    "language and title of a dossier": (
        dossier(lang="jp", title=""),
        '3:11 CT029 [/lang] "jp" is not a registered language code; Japanese is "ja"',
        "4:12 CT015 [/title] the text is empty",
    ),
    "country that has another code": (
        source(country="UK"),
        (
            '6:14 CT029 [/country] "UK" is not a registered country code; the United '
            'Kingdom is "GB"'
        ),
    ),
    "language in English": (
        claim(lang="English language"),
        '5:11 CT014 [/lang] "English language" is not a language tag',
    ),
    "country in words": (
        source(country="Ukraine"),
        '6:14 CT014 [/country] "Ukraine" is not a country code. Did you mean "UA"?',
    ),
    "url without its scheme": (
        source(url="example.org"),
        '6:10 CT014 [/url] "example.org" is not a full address (IRI)',
    ),
    "hash too short": (
        document(sha256="abc"),
        '6:13 CT014 [/sha256] "abc" is not a SHA-256 hash',
    ),
    "list that is none": (
        source(aka="UNN"),
        '6:10 CT010 [/aka] "UNN" is not a list',
    ),
    "alias blank": (
        source(aka=["UNN", ""]),
        "8:5 CT015 [/aka/1] the text is empty",
    ),
    "alias with a field misspelt": (
        source(aka=[{"txt": "UNN"}]),
        '8:7 CT012 [/aka/0/txt] "txt" is not a field of an alias. Did you mean "text"?',
    ),
    "date in words": (
        claim(holds="April 2025"),
        '5:12 CT020 [/holds] "April 2025" is not an EDTF date',
    ),
    "date-time without an offset": (
        claim(holds="2025-06-05T10:00:00"),
        '5:12 CT021 [/holds] "2025-06-05T10:00:00" is a time without an offset',
    ),
    "day that does not exist": (
        claim(holds="2025-02-30"),
        (
            '5:12 CT022 [/holds] "2025-02-30" is not a possible date: February '
            "2025 runs from 01 to 28"
        ),
    ),
    "interval reversed": (
        claim(holds="2025-06/2025-04"),
        '5:12 CT023 [/holds] "2025-06/2025-04" ends before it begins',
    ),
    "date as a number": (
        claim(holds=2025),
        "5:12 CT010 [/holds] 2025 is neither text nor an object",
    ),
    "date in an object": (
        claim(holds={"edtf": "April 2025"}),
        '6:13 CT020 [/holds/edtf] "April 2025" is not an EDTF date',
    ),
    "day that does not exist, in an object": (
        claim(holds={"edtf": "2025-02-30", "text": "end of February"}),
        (
            '6:13 CT022 [/holds/edtf] "2025-02-30" is not a possible date: '
            "February 2025 runs from 01 to 28"
        ),
    ),
    "date without anything": (
        claim(holds={}),
        "5:12 CT011 [/holds] edtf is required because there is no text",
    ),
    "date with a field misspelt": (
        claim(holds={"eddtf": "2025"}),
        (
            '6:5 CT012 [/holds/eddtf] "eddtf" is not a field of a date. Did you '
            'mean "edtf"?'
        ),
    ),
    "date of a document": (
        document(published="30 February 2025"),
        '6:16 CT020 [/published] "30 February 2025" is not an EDTF date',
    ),
    "count as text": (
        source(kind="crowd", count="2+"),
        '6:12 CT010 [/count] "2+" is not an object',
    ),
    "count of nobody": (
        source(kind="crowd", count={"min": 0}),
        "7:12 CT017 [/count/min] 0 is not between 1 and 10000000000",
    ),
    "count of half a person": (
        source(kind="crowd", count={"min": 2.5}),
        "7:12 CT010 [/count/min] 2.5 is not a whole number",
    ),
    "count reversed": (
        source(kind="crowd", count={"min": 5, "max": 2}),
        "7:12 CT024 [/count/min] min 5 is greater than max 2",
    ),
    "quantity without a bound": (
        claim(quantity={"unit": "kg"}),
        "5:15 CT011 [/quantity] min is required because there is no max",
    ),
    "quantity reversed": (
        claim(quantity={"min": 3, "max": 1}),
        "6:12 CT024 [/quantity/min] min 3 is greater than max 1",
    ),
    "quantity with the field of a claim": (
        claim(quantity={"min": 3, "text": "x"}),
        '7:5 CT012 [/quantity/text] "text" is not a field of a quantity',
    ),
    "quantity too great": (
        claim(quantity={"min": 1e16}),
        (
            "6:12 CT017 [/quantity/min] 1e+16 is not between -1000000000000000 and "
            "1000000000000000"
        ),
    ),
    "condition without anything": (
        claim(condition={}),
        "5:16 CT011 [/condition] text is required because there is no claim",
    ),
    "response without an outcome": (
        claim(kind="allegation", response={}),
        "6:15 CT011 [/response] outcome is missing",
    ),
    "chain empty": (
        attribution(chain=[]),
        "4:12 CT016 [/chain] the list is empty",
    ),
    "chain that is no list": (
        attribution(chain="unn"),
        '4:12 CT010 [/chain] "unn" is not a list',
    ),
    "link that is a number": (
        attribution(chain=["s", 3]),
        "6:5 CT010 [/chain/1] 3 is neither text nor an object",
    ),
    "link with a space": (
        attribution(chain=["a b"]),
        '5:5 CT014 [/chain/0] "a b" is not an id',
    ),
    "link without a source": (
        attribution(chain=["s", {"cue": "said"}]),
        ("6:5 CT011 [/chain/1] source is required because there are no candidates"),
    ),
    "link with source misspelt in a longer chain": (
        attribution(chain=["s", {"sorce": "t"}]),
        (
            '7:7 CT012 [/chain/1/sorce] "sorce" is not a field of a link. Did you '
            'mean "source"?'
        ),
    ),
    "rating without a number": (
        {"type": "assessment", "subject": "c1", "verdict": "False", "rating": {}},
        ("5:13 CT011 [/rating] value is required because there is no best or worst"),
    ),
    "verdict in a word": (
        {
            "type": "assessment",
            "subject": "c1",
            "verdict": "False",
            "normalized": "false",
        },
        '5:17 CT010 [/normalized] "false" is neither a list nor an object',
    ),
    "two codes on one axis": (
        {
            "type": "assessment",
            "subject": "c1",
            "verdict": "Half true",
            "normalized": [
                {"scheme": "desk", "axis": "veracity", "code": "half-true"},
                {"scheme": "desk", "axis": "veracity", "code": "false"},
            ],
        },
        (
            '11:5 CT003 [/normalized/1] the scheme "desk" already has a code for '
            "veracity"
        ),
    ),
    "link with source misspelt": (
        attribution(chain=[{"sorce": "s"}]),
        (
            '6:7 CT012 [/chain/0/sorce] "sorce" is not a field of a link. Did you '
            'mean "source"?'
        ),
    ),
    "link with candidates misspelt": (
        attribution(chain=[{"candidtes": []}]),
        (
            '6:7 CT012 [/chain/0/candidtes] "candidtes" is not a field of a link. '
            'Did you mean "candidates"?'
        ),
    ),
    "link with source and candidates": (
        attribution(chain=[{"source": "s", "candidates": []}]),
        "6:7 CT019 [/chain/0/source] source is not allowed on a link with candidates",
    ),
    "attitude misspelt": (
        attribution(chain=[{"source": "s", "attitude": "beleif"}]),
        (
            '7:19 CT013 [/chain/0/attitude] "beleif" is not an attitude. Did you '
            'mean "belief"?'
        ),
    ),
    "ascribed in words": (
        attribution(chain=[{"source": "s", "ascribed": "yes"}]),
        '7:19 CT010 [/chain/0/ascribed] "yes" is neither true nor false',
    ),
    "weight too great": (
        attribution(chain=[{"candidates": [{"source": "s", "weight": 60}]}]),
        "9:21 CT017 [/chain/0/candidates/0/weight] 60 is not between 0 and 1",
    ),
    "excerpt without anything": (
        attribution(excerpts=[{}]),
        ("8:5 CT011 [/excerpts/0] exact is required because there is no start and end"),
    ),
    "excerpt without its end": (
        attribution(excerpts=[{"start": 3}]),
        "8:5 CT011 [/excerpts/0] end is required because start is given",
    ),
    "excerpt without its start": (
        attribution(excerpts=[{"end": 3}]),
        "8:5 CT011 [/excerpts/0] start is required because end is given",
    ),
    "excerpt with start misspelt": (
        attribution(excerpts=[{"strat": 3, "end": 9}]),
        (
            '9:7 CT012 [/excerpts/0/strat] "strat" is not a field of an excerpt. '
            'Did you mean "start"?'
        ),
    ),
    "excerpt reversed": (
        attribution(excerpts=[{"start": 9, "end": 3}]),
        "9:16 CT024 [/excerpts/0/start] start 9 is not before end 3",
    ),
    "excerpt of no link": (
        attribution(excerpts=[{"exact": "x", "link": 1}]),
        (
            "10:15 CT025 [/excerpts/0/link] link 1 is not in the chain, whose "
            "links are 0 to 0"
        ),
    ),
    "placement misspelt": (
        attribution(placement="headlin"),
        (
            '7:16 CT013 [/placement] "headlin" is not a placement. Did you mean '
            '"headline"?'
        ),
    ),
    "relation of a record to itself": (
        relation(object="a"),
        '5:13 CT026 [/object] "a" is both subject and object',
    ),
    "score too great": (
        relation(score=1.5),
        "6:12 CT017 [/score] 1.5 is not between 0 and 1",
    ),
    "dossier of another version": (
        dossier(claimtrack="2.0"),
        '2:17 CT027 [/claimtrack] "2.0" is not a version that this claimtrack reads',
    ),
    "dossier whose version is a number": (
        dossier(claimtrack=1.0),
        "2:17 CT010 [/claimtrack] 1.0 is not text",
    ),
    "dossier without a version": (
        {"records": []},
        "1:1 CT011 [] claimtrack is missing",
    ),
    "dossier without records": (
        {"claimtrack": "1.0"},
        "1:1 CT011 [] records is missing",
    ),
    "dossier with records misspelt": (
        {"claimtrack": "1.0", "record": []},
        (
            '3:3 CT012 [/record] "record" is not a field of a dossier. Did you '
            'mean "records"?'
        ),
    ),
    "dossier with a type": (
        dossier(type="dossier"),
        '3:3 CT012 [/type] "type" is not a field of a dossier',
    ),
    "dossier with a field misspelt": (
        dossier(titel="x"),
        '3:3 CT012 [/titel] "titel" is not a field of a dossier. Did you mean "title"?',
    ),
    "records that are no list": (
        {"claimtrack": "1.0", "records": {}},
        "3:14 CT010 [/records] an object is not a list",
    ),
    "record that is no object": (
        dossier(3),
        "4:5 CT010 [/records/0] 3 is not an object",
    ),
    "record in a dossier": (
        dossier(source(), source(id="t", kind="oulet")),
        (
            '13:15 CT013 [/records/1/kind] "oulet" is not a kind of source. Did '
            'you mean "outlet"?'
        ),
    ),
    "neither a record nor a dossier": (
        {},
        "1:1 CT011 [] type is missing",
    ),
    "two mistakes": (
        source(kind="outlet", nmae="x", country="ua"),
        ('6:3 CT012 [/nmae] "nmae" is not a field of a source. Did you mean "image"?'),
        '7:14 CT014 [/country] "ua" is not a country code. Did you mean "UA"?',
    ),
    "three mistakes": (
        {
            "type": "source",
            "id": "a b",
            "kind": "outlet",
            "nmae": "S",
            "url": "example.org",
        },
        '3:9 CT014 [/id] "a b" is not an id',
        '5:3 CT012 [/nmae] "nmae" is not a field of a source. Did you mean "name"?',
        '6:10 CT014 [/url] "example.org" is not a full address (IRI)',
    ),
    "three mistakes of three kinds": (
        claim(id="", kind="norm", holds="2025-02-30", respnse={"x": 1}),
        '3:9 CT014 [/id] "" is not an id',
        (
            '6:12 CT022 [/holds] "2025-02-30" is not a possible date: February '
            "2025 runs from 01 to 28"
        ),
        (
            '7:3 CT012 [/respnse] "respnse" is not a field of a claim. Did you '
            'mean "response"?'
        ),
    ),
}
"""Name → what is written, and what is said: line:column, code, [pointer], message."""


def said(finding: Finding) -> str:
    """Return what a finding says, in the form of the table."""
    at = finding.location
    assert at is not None
    place = f"{at.line}:{at.column}"
    return f"{place} {finding.code} [{finding.pointer}] {finding.message}"


@pytest.mark.parametrize("name", TABLE)
def test_one_mistake_is_one_finding(name: str) -> None:
    """Every mistake is reported once, where it stands, in these words."""
    value, *expected = TABLE[name]
    assert [said(each) for each in validate(write(value))] == expected


@pytest.mark.parametrize("name", TABLE)
def test_a_value_in_memory_is_judged_alike(name: str) -> None:
    """What is said of JSON text is said of the same value, less the place."""
    value, *_ = TABLE[name]
    of_text = {(f.code, f.pointer, f.message, f.fix) for f in validate(write(value))}
    found = validate(value)
    assert {(f.code, f.pointer, f.message, f.fix) for f in found} == of_text
    assert [each.location for each in found] == [None] * len(of_text)


@pytest.mark.parametrize("name", TABLE)
def test_every_finding_is_complete(name: str) -> None:
    """Each says what, where, why and what to do, and on whose authority."""
    value, *_ = TABLE[name]
    for each in validate(write(value)):
        assert each.severity == "error"
        assert each.message
        assert not each.message.endswith(".")
        assert each.why.endswith(".")
        assert each.fix
        assert each.field.split(".")[0] in {*RECORD_TYPES, "dossier", "record"}
        assert each.rule
        assert len(each.fingerprint) == 16
        assert " a a" not in each.message
        assert "None" not in str(each)


def test_the_same_mistake_keeps_its_fingerprint() -> None:
    """Records may change their order in a file; a baseline still knows the mistake."""
    first, second = source(), source(id="t", kind="oulet")
    prints = [
        {each.fingerprint for each in validate(write(dossier(*records)))}
        for records in ((first, second), (second, first))
    ]
    assert prints[0] == prints[1]


FIXES: dict[str, str] = {
    "kind misspelt": (
        "Use one of: person, organization, outlet, group, crowd, platform, "
        "unnamed, unresolved."
    ),
    "kind missing": (
        'Add "kind", one of: person, organization, outlet, group, crowd, '
        "platform, unnamed, unresolved."
    ),
    "key of the kind misspelt": "Correct the name of the field, or remove it.",
    "id missing": 'Add it, as in "id": "bloomberg".',
    "id with a space": (
        'Write it without spaces, as in "bloomberg-april", or as a URN or an IRI.'
    ),
    "id that is no text": 'Use text, as in "bloomberg".',
    "id too long": "Shorten it to 256 characters.",
    "field misspelt, its own missing": (
        'Correct the name of the field, or keep foreign data in "ext".'
    ),
    "name missing": 'Add it, as in "name": "Bloomberg".',
    "name of an unnamed source": 'Use "description" instead, or change the kind.',
    "name beside a description": "Remove the field, or change the kind.",
    "description of an outlet": 'Use "name" instead, or change the kind.',
    "text empty": "Write something, or leave the field out.",
    "text null": (
        'Use text, as in "The coalition has 30 members", or leave the field out.'
    ),
    "language in words": 'Write "en".',
    "country's code for a language's": 'Write "uk".',
    "country that has another code": 'Write "GB".',
    "country in words": 'Use two capital letters from ISO 3166-1, such as "UA".',
    "url without its scheme": (
        "Write it with its scheme and without spaces: https://example.org/story."
    ),
    "hash too short": "Give its 64 hexadecimal digits in lower case.",
    "alias with a field misspelt": "Correct the name of the field, or remove it.",
    "date in words": 'Write "2025-04".',
    "date-time without an offset": (
        "Add the offset (Z or +03:00), or write the day without the time."
    ),
    "day that does not exist": (
        "Correct the date; leave out the parts that are not known."
    ),
    "interval reversed": "Swap the two dates, or correct one.",
    "date as a number": 'Use text or an object, as in "2025-04".',
    "count as text": 'Use an object, as in {"min": 2}.',
    "count of nobody": "Use a number from 1 to 10000000000.",
    "count of half a person": "Use a whole number, as in 2.",
    "count reversed": "Swap them, or correct one.",
    "chain empty": (
        'Add at least one item, as in ["unn", {"source": "bloomberg", "cue": '
        '"with reference to"}].'
    ),
    "link with a space": 'Use the id of a source, or an object with "source".',
    "link without a source": 'Add it, as in "source": "bloomberg".',
    "link with source and candidates": (
        "Keep the one of the two that is right, and remove the other."
    ),
    "ascribed in words": "Write true or false, without quotes.",
    "excerpt without its end": 'Add it, as in "end": 92.',
    "excerpt reversed": "The end is exclusive: a single character is start 5, end 6.",
    "excerpt of no link": ("Give the index of a link in the chain, counted from 0."),
    "relation of a record to itself": (
        "Name two different records, or remove the relation."
    ),
    "dossier of another version": (
        'Write "1.0", or use a claimtrack that reads this version.'
    ),
    "dossier with a type": "Correct the name of the field, or remove it.",
    "dossier without records": (
        'Add it, as in "records": [{"type": "source", "id": "unn", "kind": '
        '"outlet", "name": "UNN"}].'
    ),
    "record that is no object": "Use an object.",
}
"""Name → what to do about it."""


@pytest.mark.parametrize("name", FIXES)
def test_the_fix_says_what_to_do(name: str) -> None:
    """A fix is exact where the schema knows more than the code does."""
    value, *_ = TABLE[name]
    assert [each.fix for each in validate(write(value))] == [FIXES[name]]
