"""The pages say everything that there is: fields, words, scales, codes, commands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
import pytest

from claimtrack.cli import main
from claimtrack.findings import CODES
from claimtrack.records import words
from claimtrack.scales import SCALES, ScaleId
from claimtrack.schema import NAMES, is_array, is_object, load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.scales import Scale
    from claimtrack.schema import JsonValue

DOCS: Final = Path(__file__).parents[2] / "docs"
GLOSSARY: Final = (DOCS / "explanation/glossary.md").read_text(encoding="utf-8")
RECORDS: Final = (DOCS / "reference/records.md").read_text(encoding="utf-8")
SCALE_PAGE: Final = (DOCS / "reference/scales.md").read_text(encoding="utf-8")
COMMANDS: Final = (DOCS / "reference/commands.md").read_text(encoding="utf-8")
BY_HAND: Final = "\n".join(
    page.read_text(encoding="utf-8")
    for page in sorted(DOCS.glob("**/*.md"))
    if page.parent.name != "reference"
)
"""What people wrote: every page but the generated ones."""

_ROW: Final = re.compile(r"^\| (`[^|]*?)(?: \(required\))? \|", re.MULTILINE)
_HEADING: Final = re.compile(r"^#{1,3} ", re.MULTILINE)


def nodes_of(schema: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Yield every object inside a schema, what it gives as examples left out."""
    todo: list[JsonValue] = [schema]
    while todo:
        node = todo.pop()
        if is_object(node):
            yield node
            todo.extend(each for key, each in node.items() if key != "examples")
        elif is_array(node):
            todo.extend(node)


def first_cells(text: str) -> set[str]:
    """Return the codes in the first cells of the tables of a text."""
    return {code for row in _ROW.findall(text) for code in re.findall("`([^`]+)`", row)}


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next heading of any level."""
    _, _, below = text.partition(f"\n{heading}\n")
    return _HEADING.split(below, maxsplit=1)[0]


def chapter(name: str) -> str:
    """Return what the reference says of a type of record and the values inside it."""
    title = "Values" if name == "values" else str(load_schema(name)["title"])
    _, _, below = RECORDS.partition(f"\n## {title}\n")
    return below.split("\n## ", maxsplit=1)[0]


def vocabularies() -> dict[str, tuple[str, ...]]:
    """Return the words of every closed vocabulary of the schemas, by where it is.

    The terms of scales and the types of record have pages of their own.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in NAMES:
        for node in nodes_of(load_schema(name)):
            for field, each in node.get("properties", {}).items():
                inner: JsonValue = each.get("items", each)
                if "enum" in inner and field not in ("type", "value"):
                    key = f"{name}.{field}"
                    found[key] = (*found.get(key, ()), *inner["enum"])
    return found


@pytest.mark.parametrize(
    "name", [each for each in NAMES if each not in ("record", "proposal")]
)
def test_every_field_of_a_schema_has_a_row(name: str) -> None:
    """In the reference, in the chapter of its record."""
    fields = {
        field
        for node in nodes_of(load_schema(name))
        for field in node.get("properties", {})
    }
    assert fields - first_cells(chapter(name)) == set()


def test_the_vocabularies_are_found() -> None:
    """So that the tests of their words do not pass for want of any."""
    found = vocabularies()
    assert {"notice.kind", "source.approved_by", "attribution.factuality"} <= set(found)
    assert set(found["values.scale"]) == set(words(ScaleId))


@pytest.mark.parametrize("key", sorted(vocabularies()))
def test_every_word_of_a_vocabulary_is_in_the_glossary(key: str) -> None:
    """In a table with a heading that names its field, or its kind of record."""
    record, _, field = key.partition(".")
    headings = re.findall(r"^### (.*)$", GLOSSARY, re.MULTILINE)
    named = [
        each
        for each in headings
        if (field == "kind" and each == f"Kinds of {record}")
        or (field == "scale" and each == "Scales of confidence")
        or re.fullmatch(rf"Values of (.* )?{field}( .*)?", each)
    ]
    explained = [first_cells(section(GLOSSARY, f"### {each}")) for each in named]
    assert set(vocabularies()[key]) in explained


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.id)
def test_every_term_of_a_scale_has_a_row(scale: Scale) -> None:
    """With all its codes, and the source of the scale above."""
    said = section(SCALE_PAGE, f"## {scale.id}")
    assert first_cells(said) == set(scale.codes)
    assert scale.source in said


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_heading(code: str) -> None:
    """Which `explain` and the messages can be looked up under."""
    page = (DOCS / "reference/findings.md").read_text(encoding="utf-8")
    assert f"\n## {code} {CODES[code].name}\n" in page


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_used_and_listed(name: str) -> None:
    """On a page that a person wrote, and with all its options in the reference."""
    assert re.search(rf"claimtrack {name}\b", BY_HAND)
    said = section(COMMANDS, f"## claimtrack {name}")
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(re.search(rf"{each}\b", said) for each in parameter.opts)
            assert any(f"{each} " in BY_HAND for each in parameter.opts)
        else:
            assert str(parameter.name).upper() in said


def test_the_options_of_all_commands_are_listed() -> None:
    """Those that stand before a command."""
    said = section(COMMANDS, "## claimtrack")
    options = [each for each in main.params if isinstance(each, click.Option)]
    assert options
    for option in options:
        assert all(f"{each} " in said for each in option.opts)
        assert all(f"claimtrack {each}" in BY_HAND for each in option.opts)
