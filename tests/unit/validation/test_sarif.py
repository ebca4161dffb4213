"""SARIF 2.1.0: what the standard requires of each object, asked of ours.

The sections are those of OASIS, Static Analysis Results Interchange Format (SARIF)
Version 2.1.0 Plus Errata 01. "Required" below means that the standard says SHALL.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import __version__, interop
from claimtrack.findings import CODES, Finding, Location
from claimtrack.lint import Config, check_examination
from claimtrack.notation import examine_sheet
from claimtrack.validation import EXAMPLES, examine, render_sarif
from plain_records import claim

if TYPE_CHECKING:
    from collections.abc import Sequence

Json = dict[str, Any]

LEVELS: Final = {"error": "error", "warning": "warning", "info": "note"}
URI: Final = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
"""What RFC 3986 lets a URI reference consist of."""

FOUND: Final = [
    finding
    for code, example in EXAMPLES.items()
    for finding in check_examination(
        examine_sheet(example.failing.decode(), file=f"{code}.txt").examination
        if code.startswith("CT03")
        else examine(example.failing, file=f"dossiers/{code}.json"),
        config=Config().with_choice(select=CODES),
    )
]
"""At least one finding of nearly every code."""


def log_of(findings: Sequence[Finding]) -> Json:
    """Return the log of some findings."""
    log: Json = json.loads(render_sarif(findings))
    return log


def check_message(message: Json) -> str:
    """Check a message and return how it is read.

    3.11.2: it has a text or an id. 3.11.5: braces are doubled, for ours hold no place.
    3.11.6: nothing in it reads as a link.
    """
    text: str = message["text"]
    assert text
    assert not re.search(r"\[[^\]]*\]\(", text)
    plain = text.replace("{{", "").replace("}}", "")
    assert "{" not in plain
    assert "}" not in plain
    return text.replace("{{", "{").replace("}}", "}")


def check_location(location: Json) -> None:
    """Check a location.

    3.29.2: a physical location has an artifact location or an address. 3.4.3: a URI.
    3.30.5-3.30.8: lines and columns count from 1; the end is not before the start,
    and the end column is that of the character after.
    """
    if not location:
        return
    physical = location["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert URI.fullmatch(uri)
    assert "\\" not in uri
    region = physical["region"]
    numbers = [region[key] for key in ("startLine", "startColumn", "endColumn")]
    assert all(isinstance(number, int) and number >= 1 for number in numbers)
    assert region["endLine"] >= region["startLine"]
    assert region["endColumn"] > region["startColumn"]


def check_rule(rule: Json) -> None:
    """Check a reporting descriptor: 3.49.3 asks for an id, 3.12.2 for texts."""
    assert re.fullmatch(r"[A-Za-z0-9]+", rule["id"])
    for key in ("shortDescription", "fullDescription", "help"):
        if key in rule:
            check_message(rule[key])
    if "defaultConfiguration" in rule:
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def check_result(result: Json, rules: list[Json]) -> None:
    """Check a result.

    3.27.5 and 3.27.6: its rule's id, and where in the list of rules that stands.
    3.27.10: a level of four. 3.27.11: a message. 3.27.12: locations are a list.
    3.27.17: fingerprints are texts under versioned names.
    """
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] in ("none", "note", "warning", "error")
    check_message(result["message"])
    for location in result.get("locations", []):
        check_location(location)
    for name, value in result["partialFingerprints"].items():
        # GitHub reads one name alone, which is older than the rule.
        is_versioned = re.fullmatch(r"[A-Za-z]+(/[A-Za-z]+)*/v[0-9]+", name)
        assert is_versioned or name == "primaryLocationLineHash"
        assert isinstance(value, str)
        assert value


def check_log(log: Json) -> list[Json]:
    """Check a log and return its results.

    3.13.2: its version. 3.13.4: runs. 3.14.6: a run has a tool; 3.18.2: that has a
    driver; 3.19.8: that has a name. 3.14.17: columns are counted in one of two units.
    3.14.23: results are there, be they none, when the tool ran. 3.19.23: no two rules
    of one id.
    """
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "claimtrack"
    assert driver["version"] == __version__
    rules: list[Json] = driver["rules"]
    ids = [rule["id"] for rule in rules]
    assert len(set(ids)) == len(ids)
    for rule in rules:
        check_rule(rule)
    results: list[Json] = run["results"]
    for result in results:
        check_result(result, rules)
    return results


def test_a_finding_of_every_code_is_as_the_standard_requires() -> None:
    """And says what the finding says."""
    results = check_log(log_of(FOUND))
    foreign = {*interop.EXAMPLES, "CT747"}
    # What is found in drafts, in proposals, in texts and on publication.
    foreign |= {each for each in CODES if each.startswith(("CT05", "CT06", "CT71"))}
    foreign |= {code for code, example in EXAMPLES.items() if example.text}
    assert {each.code for each in FOUND} >= set(CODES) - foreign - {"CT007", "CT700"}
    for result, finding in zip(results, FOUND, strict=True):
        assert result["ruleId"] == finding.code
        assert result["level"] == LEVELS[finding.severity]
        assert check_message(result["message"]).startswith(finding.message)
        prints = result["partialFingerprints"]
        assert prints["claimtrack/v1"] == finding.fingerprint
        assert prints["primaryLocationLineHash"] == finding.fingerprint
        (location,) = result["locations"]
        place = location["physicalLocation"]
        where = finding.location
        assert where is not None
        assert place["artifactLocation"] == {"uri": where.file}
        assert place["region"]["startLine"] == where.line
        assert place["region"]["startColumn"] == where.column
        assert place["region"]["endColumn"] == where.end
        assert result["properties"]["why"] == finding.why
        assert result["properties"].get("pointer", "") == finding.pointer


def test_rules_are_said_once_and_only_those_that_fired() -> None:
    """In the order of their codes, whatever the order of the findings."""
    (run,) = log_of([*reversed(FOUND), *FOUND])["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == sorted({each.code for each in FOUND})
    (rule,) = [r for r in run["tool"]["driver"]["rules"] if r["id"] == "CT705"]
    assert rule["name"] == "unreachable-record"
    assert rule["fullDescription"]["text"] == CODES["CT705"].why
    assert rule["help"]["text"] == CODES["CT705"].fix
    assert rule["defaultConfiguration"] == {"level": "note"}


def test_no_findings_are_an_empty_list_of_results() -> None:
    """Not a log without results, which would say that nothing was checked."""
    assert check_log(log_of([])) == []


def test_the_same_findings_are_the_same_log() -> None:
    """No time, no random id: a file of it in a repository changes with its content."""
    assert render_sarif(FOUND) == render_sarif(FOUND)


def test_braces_hold_no_place_and_brackets_are_no_link() -> None:
    """Our own advice has braces; a file may hold what a viewer would make a link of."""
    finding = Finding.of(
        "CT013", 'no "[see](https://example.org/)" {0}', fix='As in {"min": 2}.'
    )
    (result,) = check_log(log_of([finding]))
    assert result["message"]["text"] == (
        'no "[see] (https://example.org/)" {{0}}. As in {{"min": 2}}.'
    )


def test_a_code_from_elsewhere_is_a_rule_without_words() -> None:
    """Findings can be made by anybody."""
    finding = Finding(code="X1", message="m", severity="info", why="", fix="")
    log = log_of([finding])
    check_log(log)
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "X1"}]


def test_a_value_in_memory_has_no_place() -> None:
    """The pointer tells where in it; of text without a name there is nothing more."""
    found = examine(claim("c", text=7)).findings
    (result,) = check_log(log_of(found))
    assert "locations" not in result
    assert result["properties"]["pointer"] == "/text"
    unnamed = examine('{"type": "claim", "id": "c", "text": 7}').findings
    (result,) = check_log(log_of(unnamed))
    assert result["locations"] == [{}]


NAMES: Final = {
    "dossiers/a.claims.json": "dossiers/a.claims.json",
    "<stdin>": "%3Cstdin%3E",
    "a b/100%.json": "a%20b/100%25.json",
    "c:d.json": "c%3Ad.json",
    "українська.json": (
        "%D1%83%D0%BA%D1%80%D0%B0%D1%97%D0%BD%D1%81%D1%8C%D0%BA%D0%B0.json"
    ),
}
"""Names of files → their URIs."""


def uri_of(file: str) -> str:
    """Return the URI that a log has for a file."""
    here = Location(file=file, line=1, column=1, end=2)
    (result,) = check_log(log_of([Finding.of("CT002", "m", location=here)]))
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return uri


@pytest.mark.parametrize("name", NAMES)
def test_a_relative_name_stays_relative(name: str) -> None:
    """And what no URI may hold stands in it as an escape."""
    assert uri_of(name) == NAMES[name]


def test_an_absolute_name_says_so(tmp_path: Path) -> None:
    """As a URI of the scheme "file"."""
    file = tmp_path / "a b.json"
    uri = urlsplit(uri_of(str(file)))
    assert uri.scheme == "file"
    assert Path(unquote(uri.path)) == file or sys.platform == "win32"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text here")
def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    """As escapes."""
    assert uri_of("a\udcff.json") == "a%FF.json"


@given(
    message=st.text(min_size=1, max_size=40),
    file=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        min_size=1,
        max_size=20,
    ),
)
def test_whatever_is_in_a_finding_the_log_stays_one(message: str, file: str) -> None:
    """Names and values come from files that anybody may have written."""
    here = Location(file=file, line=3, column=4, end=9)
    finding = Finding.of("CT013", message, location=here)
    (result,) = check_log(log_of([finding]))
    assert result["ruleId"] == "CT013"
