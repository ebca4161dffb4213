"""Workflow commands: an annotation at each place, and no way out of one.

`read` takes a command apart as the runner does: the name up to a blank, properties
between commas, the text after two colons, then the escapes.
"""

from __future__ import annotations

import re
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.findings import Finding, Location
from claimtrack.validation import examine, render_github
from plain_records import claim

PROPERTIES: Final = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
TEXT: Final = {"%0D": "\r", "%0A": "\n", "%25": "%"}


@attrs.frozen
class Annotation:
    """What the runner makes of a line."""

    command: str
    properties: dict[str, str]
    text: str


def unescaped(text: str, escapes: dict[str, str]) -> str:
    """Return a text without its escapes; that of the percent sign comes last."""
    for escape, char in escapes.items():
        text = text.replace(escape, char)
    return text


def read(line: str) -> Annotation:
    """Return what the runner makes of a line."""
    assert line.startswith("::")
    head, _, text = line[2:].partition("::")
    command, _, listed = head.partition(" ")
    properties = {
        key: unescaped(value, PROPERTIES)
        for key, _, value in (each.partition("=") for each in listed.split(","))
    }
    return Annotation(command, properties, unescaped(text, TEXT))


def annotations_of(findings: tuple[Finding, ...]) -> list[Annotation]:
    """Return the annotations of some findings, one of each."""
    return [read(line) for line in render_github(findings).splitlines()]


def test_a_finding_is_an_annotation_at_its_place() -> None:
    """From its first to its last character; title, message, fix and reason."""
    text = '{"type": "source", "id": "s", "kind": "oulet", "name": "S"}'
    examination = examine(text, file="dossiers/a.json")
    (annotation,) = annotations_of(examination.findings)
    assert annotation == Annotation(
        "error",
        {
            "file": "dossiers/a.json",
            "line": "1",
            "endLine": "1",
            "col": "39",
            "endColumn": "45",
            "title": "CT013 unknown-value [source.kind]",
        },
        '"oulet" is not a kind of source. Did you mean "outlet"? Use one of: person, '
        "organization, outlet, group, crowd, platform, unnamed, unresolved.\n"
        "Why: The field takes one of a fixed list of values.",
    )
    assert text[38:45] == '"oulet"'


@pytest.mark.parametrize(
    ("code", "command"), [("CT011", "error"), ("CT028", "warning"), ("CT705", "notice")]
)
def test_the_severity_is_the_command(code: str, command: str) -> None:
    """Of the three that make annotations."""
    assert read(render_github([Finding.of(code, "m")])).command == command


def test_no_findings_are_no_commands() -> None:
    """Not even an empty line."""
    assert render_github([]) == ""


def test_without_a_file_there_is_no_place() -> None:
    """Of a value in memory, and of text without a name."""
    found = examine(claim("c", text=7)).findings
    (annotation,) = annotations_of(found)
    assert annotation.properties == {"title": "CT010 wrong-type [claim.text]"}
    (annotation,) = annotations_of(examine('{"type": "claim", "id": 7}').findings[:1])
    assert list(annotation.properties) == ["title"]


def test_a_reason_that_is_empty_is_not_announced() -> None:
    """Findings can be made by anybody, of any code."""
    finding = Finding(code="X1", message="m", severity="info", why="", fix="")
    assert render_github([finding]) == "::notice title=X1::m."


@given(
    message=st.lists(
        st.sampled_from([*'ab%:,=\r\n":{}[]#', "::a", "##[b]"]),
        min_size=1,
        max_size=30,
    ).map("".join),
    file=st.text(alphabet="ab%:,=# /", min_size=1, max_size=20),
)
def test_nothing_ends_a_command_or_begins_another(message: str, file: str) -> None:
    """What goes in comes out, in one annotation, on one line.

    But for what would be a command: its first character comes out as an escape.
    """
    here = Location(file=file, line=3, column=4, end=9)
    finding = Finding.of("CT013", message, location=here)
    shown = render_github([finding])
    assert len(shown.splitlines()) == 1
    annotation = read(shown)
    assert annotation.command == "error"
    assert annotation.properties["file"] == file
    said = re.sub(r":(?=:[ab])", r"\\x3a", message)
    said = re.sub(r"#(?=#[ab]*\[)", r"\\x23", said)
    assert annotation.text.startswith(said)
    assert not re.search(
        r"::[ab]|##[ab]*\[", shown.partition("::")[2].split("::", 1)[1]
    )


@given(st.text(max_size=30), st.text(min_size=1, max_size=20))
def test_one_line_for_one_finding_whatever_a_file_holds(value: str, file: str) -> None:
    """Neither a value nor the name of a file can break out."""
    found = examine(
        '{"type": "claim", "id": "c", "text": "T", "kind": 7}', file=file
    ).findings
    odd = attrs.evolve(found[0], message=value)
    assert render_github([odd]).count("\n") == 0
