"""Findings as people and programs read them."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.findings import CODES, Finding, Location
from claimtrack.schema import is_array, is_object
from claimtrack.validation import (
    examine,
    render_json,
    render_ndjson,
    render_sarif,
    render_text,
)
from claimtrack.validation._render import WIDTH
from plain_records import claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.findings import Severity
    from claimtrack.schema import JsonValue

MOVING = ("Cc", "Cf", "Zl", "Zp")
"""Categories of characters that move, hide or reverse what stands around them."""

KIND = '{"type": "source", "id": "s", "kind": "oulet", "name": "S"}'


def shown(text: str) -> list[str]:
    """Return what people read about a text, in lines."""
    examination = examine(text, file="f.json")
    return render_text(examination.findings, [examination]).splitlines()


def test_the_line_is_shown_with_marks_under_the_place() -> None:
    """The name of an unknown kind of source is blanked: it may be unnamed."""
    assert shown(KIND) == [
        (
            'f.json:1:39: error CT013 [source.kind]  "oulet" is not a kind of source. '
            'Did you mean "outlet"?'
        ),
        '   1 | {"type": "source", "id": "s", "kind": "oulet", "name": ···}',
        (
            "     |                                       ^^^^^^^   Use one of: "
            "person, organization, outlet, group, crowd, platform, unnamed, unresolved."
        ),
        "1 error.",
    ]


def test_the_line_before_is_shown_too() -> None:
    """A place is easier to find with what stands above it."""
    lines = shown('{"type": "claim", "id": "c",\n "text": 7}')
    assert lines[1:3] == [
        '   1 | {"type": "claim", "id": "c",',
        '   2 |  "text": 7}',
    ]
    assert lines[3].startswith("     |          ^ ")


def test_a_long_line_is_shown_around_the_place() -> None:
    """No more than a screen's width, and the marks move along."""
    text = json.dumps(claim("c", text="x" * 500, kind="x"))
    source, under = shown(text)[1:3]
    assert len(source) <= WIDTH + 7
    assert under.index("^") == source.index('"x"')


def test_without_the_text_the_fix_stands_below() -> None:
    """Findings about values in memory have no line to show."""
    examination = examine({"type": "claim", "id": "c"})
    assert render_text(examination.findings, [examination]).splitlines() == [
        "error CT011 [claim]  text is missing",
        '        fix: Add it, as in "text": "The US will not provide air cover".',
        "1 error.",
    ]


def test_broken_json_shows_its_marks_and_our_words_alone() -> None:
    """Nobody can tell yet which of its texts are private."""
    lines = shown('{"type": "source", "name": "Secret", x: 3, "kind": "person",}')
    assert lines[1] == (
        '   1 | {"type": "source", "name": ········, ·: ·, "kind": "person",}'
    )


@pytest.mark.parametrize(
    ("character", "columns"),
    [("e", 1), ("é", 1), ("e\u0301", 1), ("新", 2), ("\uff21", 2), ("Ж", 1)],
)
def test_marks_stand_under_wide_and_combining_characters(
    character: str, columns: int
) -> None:
    """Columns are those of a terminal, not characters."""
    text = f'{{"type": "claim", "id": "c", "text": "{character * 5}", "kind": "x"}}'
    plain = shown(text.replace(character, "e"))
    lines = shown(text)
    assert lines[2].index("^") - plain[2].index("^") == 5 * (columns - 1)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    """Neither in messages nor in lines, whatever the file holds."""
    raw = json.dumps(
        {"type": "claim", "id": "c", "text": "T", "kind": text, text: 1},
        ensure_ascii=False,
    )
    for line in "\n".join(shown(raw)).split("\n"):
        assert not [each for each in line if unicodedata.category(each) in MOVING]


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "No findings."),
        (["error"], "1 error."),
        (["error", "error", "warning"], "2 errors, 1 warning."),
        (["warning", "warning", "info", "info"], "2 warnings, 2 info."),
    ],
)
def test_the_last_line_counts(severities: list[Severity], words: str) -> None:
    """In words, worst first."""
    found = [
        attrs.evolve(Finding.of("CT010", "m"), severity=each) for each in severities
    ]
    assert render_text(found).splitlines()[-1] == words


def test_json_holds_every_field_and_counts() -> None:
    """A program gets all that a person gets, and the fingerprint."""
    examination = examine(KIND, file="f.json")
    (finding,) = examination.findings
    document = json.loads(render_json(examination.findings))
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0}
    (found,) = document["findings"]
    assert found["fingerprint"] == finding.fingerprint
    assert found["location"] == {"file": "f.json", "line": 1, "column": 39, "end": 46}
    assert found["why"] == CODES["CT013"].why
    assert finding.location == Location(**found["location"])
    assert (found["pointer"], found["record"]) == ("/kind", "s")


def test_lines_of_json_hold_what_json_holds() -> None:
    """A finding a line, so that a program need not wait for the end."""
    text = KIND.replace('"oulet"', '"outlet", "count": 2').replace('"S"', "7")
    found = examine(text, file="f.json").findings
    lines = render_ndjson(found).split("\n")
    assert len(lines) == 2
    whole = json.loads(render_json(found))["findings"]
    assert [json.loads(line) for line in lines] == whole


ODD: Final = "\u202e\u2028\u0085\U000e0041\U0010fffd"
"""What turns text round, breaks lines, or is not to be seen."""


@pytest.mark.parametrize("render", [render_json, render_ndjson, render_sarif])
def test_a_program_s_text_steers_no_terminal_either(
    render: Callable[[Sequence[Finding]], str],
) -> None:
    """People look at it too; what a program reads from it is the same."""
    text = json.dumps({"type": "claim", "id": "c", ODD: 1}, ensure_ascii=False)
    found = examine(text, file=f"{ODD}.json").findings
    pointers = [each.pointer for each in found]
    assert f"/{ODD}" in pointers
    shown = render(found)
    assert all(each.isprintable() or each == "\n" for each in shown)
    told = json.loads(shown.splitlines()[-1] if render is render_ndjson else shown)
    assert any(f"/{ODD}" in str(each) for each in _texts_in(told))


def _texts_in(value: JsonValue) -> Iterator[str]:
    """Yield every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    for each in value.values() if is_object(value) else ():
        yield from _texts_in(each)
    for each in value if is_array(value) else ():
        yield from _texts_in(each)


def test_no_findings_are_no_lines() -> None:
    """There is nothing to read."""
    assert render_ndjson([]) == ""


@pytest.mark.parametrize(("code", "lines"), [("CT801", 3), ("CT705", 4)])
def test_what_is_about_a_source_shows_no_line(code: str, lines: int) -> None:
    """A line says who said what. The advice stands below, as without a text."""
    text = '{"type": "claim", "id": "c1", "text": "T"}'
    examination = examine(text)
    (finding,) = examination.locate([Finding.of(code, "m", pointer="/text")])
    shown = render_text([finding], [examination]).splitlines()
    assert len(shown) == lines
    assert ('"T"' in "\n".join(shown)) == (code == "CT705")
    assert finding.fix in shown[-2]
