"""Private values: whatever is wrong with a file, no finding and no line shows one."""

from __future__ import annotations

import copy
import json
import traceback
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.schema import is_array, is_object
from claimtrack.validation import (
    examine,
    examine_all,
    render_github,
    render_json,
    render_ndjson,
    render_sarif,
    render_text,
    validate,
)
from claimtrack.validation._fault import value_at
from claimtrack.validation._private_values import privacy_of
from plain_records import claim, document, relation, source, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from claimtrack.findings import Finding
    from claimtrack.schema import JsonValue, Path
    from claimtrack.validation import EngineName, Examination

MARKS: Final = ("canary", "1987-03-04", "ca" * 32)
"""What stands in private fields only, each in the form that its field takes."""

KEPT: Final = {"note": "canary 1", "ext": {"canary": ["canary", {"canary": 7}]}}

DOSSIER: Final[dict[str, Any]] = {
    "claimtrack": "1.0",
    "records": [
        source("paper", name="Post", **KEPT),
        unnamed(
            "unnamed-1",
            description="an official",
            anonymity={
                "reason": "canary",
                "known_to": ["editor"],
                "approved_by": ["lawyer"],
            },
            **KEPT,
        ),
        document(
            "paper-1",
            kind="leak",
            title="The paper",
            url="https://canary.example/1",
            archived=["https://canary.example/2"],
            sha256="ca" * 32,
            **KEPT,
        ),
        claim("c1", **KEPT),
        claim("c2", text="T2"),
        {
            "type": "attribution",
            "id": "a1",
            "claim": "c1",
            "document": "paper-1",
            "chain": [
                "paper",
                {
                    "source": "unnamed-1",
                    "cue": "said",
                    "at": "1987-03-04",
                    "occasion": "canary",
                    "addressee": "paper",
                },
            ],
            "recorded": {
                "at": "1987-03-04",
                "by": "canary",
                "method": "tool",
                "tool": "canary",
            },
            **KEPT,
        },
        relation("c1", "contradicts", "c2", id="r1", **KEPT),
    ],
}


def paths_of(value: JsonValue, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value inside a value."""
    if path:
        yield path
    items = (
        value.items()
        if is_object(value)
        else enumerate(value)
        if is_array(value)
        else ()
    )
    for key, each in items:
        yield from paths_of(each, (*path, key))


PATHS: Final = [path for path in paths_of(DOSSIER) if len(path) > 2]


def texts_of(text: str) -> Iterator[str]:
    """Yield all that is written about a text."""
    yield from texts_of_examination(examine(text, file="f.claims.json"))


def texts_of_examination(examination: Examination) -> Iterator[str]:
    """Yield all that is written about an input."""
    yield render_text(examination.findings, [examination])
    for render in (render_json, render_ndjson, render_github, render_sarif):
        yield render(examination.findings)
    yield "\n".join(map(str, examination.findings))
    yield "\n".join(map(repr, examination.findings))


def leaks(value: JsonValue) -> list[str]:
    """Return what is shown of private values.

    The records stand on one line, so that what is beside a mistake could be shown.
    """
    shown = texts_of(json.dumps(value))
    return [text for text in shown if any(mark in text for mark in MARKS)]


def changed(path: Path, value: JsonValue) -> JsonValue:
    """Return the dossier with another value at a path."""
    root = copy.deepcopy(DOSSIER)
    owner = value_at(root, path[:-1])
    owner[path[-1]] = value
    return root


def test_the_dossier_is_sound() -> None:
    """Unless something is broken on purpose, nothing is found."""
    assert examine(json.dumps(DOSSIER)).findings == ()


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_a_wrong_value_anywhere_shows_nothing_private(path: Path) -> None:
    """Other types, other words, and the private value in a wrapping that is wrong."""
    value = value_at(DOSSIER, path)
    wrong: list[JsonValue] = [7, "", [value], {"wrong": value}]
    if privacy_of(DOSSIER)(path):
        wrong += ["canary canary", "1987-03-04T10:00:00", "canary\n", "canary" * 5000]
    for each in wrong:
        assert leaks(changed(path, each)) == []


@pytest.mark.parametrize(
    "path", [path for path in PATHS if isinstance(path[-1], str)], ids=str
)
def test_a_misspelt_key_anywhere_shows_nothing_private(path: Path) -> None:
    """A private field under a name that nobody knows is still private."""
    root = copy.deepcopy(DOSSIER)
    owner = value_at(root, path[:-1])
    owner[f"{path[-1]}x"] = owner.pop(path[-1])
    assert leaks(root) == []


@pytest.mark.parametrize(
    "path", [path for path in PATHS if isinstance(path[-1], str)], ids=str
)
def test_a_missing_field_anywhere_shows_nothing_private(path: Path) -> None:
    """Where a kind, a type or a source is gone, nothing becomes public by that."""
    root = copy.deepcopy(DOSSIER)
    del value_at(root, path[:-1])[path[-1]]
    assert leaks(root) == []


def test_half_a_file_shows_nothing_private() -> None:
    """What does not parse shows its marks and our own words."""
    text = json.dumps(DOSSIER)
    for end in range(1, len(text), 19):
        for shown in texts_of(text[:end]):
            assert not [mark for mark in MARKS if mark in shown]


def test_a_date_in_a_private_field_is_refused_without_being_shown() -> None:
    """The kind of mistake and the fix are told all the same."""
    value = changed(("records", 5, "recorded", "at"), "1987-02-30")
    (finding,) = examine(json.dumps(value)).findings
    assert finding.code == "CT022"
    assert finding.message == "the calendar has no such date"
    assert "1987" not in str(finding)


AT: Final = {"edtf": "1987-03-04", "canary": 7}

KEYS: Final[list[tuple[Path, JsonValue]]] = [
    (("records", 1, "anonymity"), {"reason": "canary", "canary": 1}),
    (("records", 1, "anonymity"), {"reasoncanary": "canary"}),
    (("records", 1, "anonymity"), {"canary": {"canary": 1}, "canary2": [1]}),
    (("records", 1, "aka"), [{"text": "A", "canary": 1}]),
    (("records", 5, "recorded"), {"at": "1987-03-04", "canary": 1}),
    (("records", 5, "recorded", "at"), AT),
    (("records", 5, "chain", 1, "at"), AT),
    (("records", 5, "chain", 1, "addressee"), {"canary": 1}),
    (("records", 2, "archived"), [{"canary": 1}]),
    (("records", 0, "note"), {"canary": 1}),
    (("records", 6, "ext"), [{"canary": 1}]),
]
"""Private values with keys that no schema knows, or that are as private as the rest."""


@pytest.mark.parametrize("engine", ["reference", "fast"])
@pytest.mark.parametrize("form", ["whole", "lines", "newer", "twice"])
@pytest.mark.parametrize(("path", "value"), KEYS, ids=str)
def test_a_key_inside_a_private_value_is_not_shown(
    path: Path, value: JsonValue, form: str, engine: EngineName
) -> None:
    """Not in a finding of any format, not in a line, and in no exception."""
    root = changed(path, value)
    assert is_object(root)
    if form == "newer":
        root["claimtrack"] = "1.9"
    text = json.dumps(root)
    if form == "lines":
        head = {"type": "dossier", "claimtrack": "1.0"}
        text = "\n".join(json.dumps(each) for each in (head, *root["records"]))
    elif form == "twice":
        text = text.replace('"canary":', '"canary": 0, "canary":')
    shown: list[str] = []
    findings: list[Finding] = []
    for each in examine_all(text, file="f.claims.json", engine=engine):
        findings += each.findings
        shown += [repr(each), repr(each.layout), *texts_of_examination(each)]
    try:
        Dossier.loads(text, engine=engine)
    except InvalidDossier as error:
        shown += [str(error), repr(error), *traceback.format_exception(error)]
    assert findings
    assert not [each for each in shown if any(mark in each for mark in MARKS)]
    # Where it stands is said all the same, and that it is a key.
    if form == "whole" and path[-1] in ("anonymity", "recorded", "at"):
        unknown = [each for each in findings if each.code == "CT012"]
        assert unknown
        for found in unknown:
            said = "the key, which may be private, is not a field of "
            assert found.message.startswith(said)
            assert found.pointer == "".join(f"/{step}" for step in path)
            assert found.location is not None


def test_the_rest_of_a_private_value_is_still_read() -> None:
    """A date that does not exist is found beside a key that nobody knows."""
    value = {"at": "1987-02-30", "canary": 1}
    root = changed(("records", 5, "recorded"), value)
    assert [each.code for each in examine(json.dumps(root)).findings] == [
        "CT022",
        "CT012",
    ]


def test_what_a_newer_version_keeps_there_is_kept(tmp_path: FilePath) -> None:
    """Under the key that it has, though no finding names it."""
    path = ("records", 1, "anonymity")
    root = changed(path, {"reason": "canary", "canary": 1})
    assert is_object(root)
    root["claimtrack"] = "1.9"
    dossier = Dossier.loads(json.dumps(root))
    dossier.save(tmp_path / "x")
    kept = json.loads((tmp_path / "x").read_text())
    assert value_at(kept, path) == {"reason": "canary", "canary": 1}


BYTES: Final = {
    "a comment": '{"note": "x"} // canary',
    "behind the end": '{"type": "claim", "id": "c1", "text": "T"} canary',
    "the first of two": '{"type": "claim", "id": "c", "text": "T", '
    '"note": "canary", "note": "x"}',
    "no JSON": "canary",
    "a line of a sequence": '{"type": "dossier", "claimtrack": "1.0"}\n'
    '{"note": "canary", }\n{"type": "claim", "id": "c1", "text": 7, "note": "canary"}',
    "a key": '{"canary": 1, ]',
    "an ending": '{"type": "claim", "id": "c", "text": "canary',
}
"""Texts that only the bytes of a file hold: no value of it does."""


@pytest.mark.parametrize("text", BYTES.values(), ids=BYTES)
def test_what_only_the_bytes_hold_is_not_shown(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Not by a finding, an exception or a repr, and nothing is logged."""
    shown: list[str] = []
    for each in examine_all(text.encode(), file="f.claims.json"):
        shown += [repr(each), repr(each.layout), *texts_of_examination(each)]
    with pytest.raises(InvalidDossier) as caught:
        Dossier.loads(text)
    shown += [str(caught.value), repr(caught.value)]
    shown += traceback.format_exception(caught.value)
    assert not [each for each in shown if "canary" in each]
    assert not caplog.records


PUBLIC: Final[list[Path]] = [
    ("records", 0, "name"),
    ("records", 1, "description"),
    ("records", 2, "title"),
    ("records", 3, "text"),
    ("records", 5, "chain", 1, "cue"),
    ("records", 5, "chain", 0),
    ("records", 6, "kind"),
]


@pytest.mark.parametrize("path", PUBLIC, ids=str)
def test_what_is_public_is_not_hidden(path: Path) -> None:
    """A finding that hides everything would help nobody."""
    assert not privacy_of(DOSSIER)(path)


def test_when_a_named_source_spoke_is_public() -> None:
    """Only of an unnamed source, or one that cannot be looked up, is it private."""
    chain = ("records", 5, "chain", 1)
    named = changed((*chain, "source"), "paper")
    assert privacy_of(DOSSIER)((*chain, "at"))
    assert not privacy_of(named)((*chain, "at"))
    assert privacy_of(changed((*chain, "source"), "nobody"))((*chain, "at"))


OF_NOBODY: Final[list[tuple[list[JsonValue], bool]]] = [
    ([{"at": "2025-02-30"}], False),
    ([{"at": "2025-02-30", "mention": "a rumour"}], False),
    # Whoever is in doubt is protected.
    ([{"at": "2025-02-30", "candidates": []}], True),
    ([{"at": "2025-02-30", "sorce": "u1"}], True),
    ([{"at": "2025-02-30", "name": "a worker"}], True),
    ([{"at": "2025-02-30", "source": None}], True),
    (["paper", {"at": "2025-02-30"}], True),
    ([{"candidates": [{"at": "2025-02-30"}]}], True),
]


@pytest.mark.parametrize(("chain", "hidden"), OF_NOBODY)
def test_when_a_claim_of_nobody_was_made_is_public(
    chain: list[JsonValue],
    hidden: bool,  # noqa: FBT001
) -> None:
    """A finding shows it; there is no source to protect."""
    data = {"type": "attribution", "claim": "c1", "chain": chain}
    shown = [str(each) for each in validate(json.dumps(data))]
    assert shown
    assert all("2025-02-30" not in each for each in shown) is hidden


def test_where_a_claim_of_nobody_was_made_is_private() -> None:
    """It may tell who is not on record."""
    link = {"at": "2025-02-30", "occasion": "canary " * 999, "addressee": "can ary"}
    data = {"type": "attribution", "claim": "c1", "chain": [link]}
    found = validate(json.dumps(data))
    assert {each.pointer for each in found} >= {
        "/chain/0/occasion",
        "/chain/0/addressee",
    }
    assert not any("can" in str(each) for each in found)
