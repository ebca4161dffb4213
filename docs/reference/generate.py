"""Write the reference pages from the code, so that they cannot disagree with it.

Run it from the repository's top after a change to records, schemas, codes, commands
or the public API: ``uv run python docs/reference/generate.py``. A test compares the
pages with what it would write.
"""

from __future__ import annotations

import importlib
import inspect
import json
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

from claimtrack.cli import explanation_of, main
from claimtrack.findings import CODES
from claimtrack.scales import SCALES
from claimtrack.schema import NAMES, URN, bundle_schema, load_schema
from claimtrack.validation import examine, render_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.scales import Scale

HERE: Final = Path(__file__).resolve().parent

MODULES: Final = (
    "claimtrack",
    "claimtrack.records",
    "claimtrack.when",
    "claimtrack.scales",
    "claimtrack.findings",
    "claimtrack.errors",
    "claimtrack.schema",
    "claimtrack.validation",
    "claimtrack.dossier",
    "claimtrack.lineage",
    "claimtrack.confidence",
    "claimtrack.disclosure",
    "claimtrack.lint",
    "claimtrack.draw",
    "claimtrack.interop",
    "claimtrack.interop.claimreview",
    "claimtrack.interop.factcheck_api",
    "claimtrack.interop.table",
    "claimtrack.pages",
    "claimtrack.testing",
)
"""Public packages, the widest first."""

ARTICLE: Final = runpy.run_path(str(HERE.parent / "explanation/trace_article.py"))
"""What writes the page about the example."""
MORE: Final = {"": "rules.py", "../explanation/": "../explanation/linted.py"}
"""Folder of pages → the script that says what they hold."""

GENERATED: Final = (
    "<!-- Written by docs/reference/generate.py; change the code instead. -->"
)

Json = dict[str, Any]


def pages() -> dict[str, str]:
    """Return every generated page by its file name, seen from this folder."""
    return {
        "records.md": _page(_records()),
        "scales.md": _page(_scales()),
        "schemas.md": _page(_schemas()),
        "findings.md": _page(_findings()),
        "messages.md": _page(_messages()),
        "commands.md": _page(_commands()),
        "api.md": _page(_api()),
        "../explanation/the-article-traced.md": ARTICLE["page"](),
        **{
            f"{folder}{name}": _page(lines)
            for folder, script in MORE.items()
            for name, lines in runpy.run_path(str(HERE / script))["pages"]().items()
        },
    }


def bundles() -> dict[str, str]:
    """Return each schema with all that it refers to, by its file from the top."""
    return {
        f"schemas/v1-bundles/{name}.schema.json": json.dumps(
            bundle_schema(name), indent=2, ensure_ascii=False
        )
        + "\n"
        for name in NAMES
    }


def write() -> None:
    """Write the pages and the bundles."""
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
    for name, text in bundles().items():
        (HERE.parents[1] / name).write_text(text, encoding="utf-8")


def _page(lines: Iterator[str]) -> str:
    return "\n".join([GENERATED, "", *lines]) + "\n"


def _resolve(node: Json, home: Json) -> Json:
    """Return a node with what its `$ref` says beneath what it says itself."""
    target = node.get("$ref")
    if target is None:
        return node
    name, _, pointer = str(target).partition("#")
    found = load_schema(name.removeprefix(URN)) if name else home
    root = found
    for step in pointer.split("/")[1:]:
        found = found[step]
    return {**_resolve(found, root), **node}


def _takes(node: Json, home: Json) -> str:
    """Return in words what a field takes."""
    whole = _resolve(node, home)
    ref = str(node.get("$ref", ""))
    if "enum" in whole:
        return " ".join(f"`{each}`" for each in whole["enum"])
    if "const" in whole:
        return f"`{whole['const']}`"
    if "items" in whole:
        return f"list of: {_takes(whole['items'], home)}"
    if ref:
        return ref.rsplit("/", 1)[-1]
    kinds = whole.get("type", "object")
    return " or ".join([kinds] if isinstance(kinds, str) else kinds)


def _fields(properties: Json, required: set[str], home: Json) -> Iterator[str]:
    yield "| field | takes | what it says | example |"
    yield "|---|---|---|---|"
    for name, node in properties.items():
        whole = _resolve(node, home)
        marks = " (required)" if name in required else ""
        example = json.dumps(whole["examples"][0], ensure_ascii=False)
        yield (
            f"| `{name}`{marks} | {_takes(node, home)} "
            f"| {_cell(whole['description'])} | `{_cell(example)}` |"
        )
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _records() -> Iterator[str]:
    yield "# Records"
    yield ""
    yield (
        "For everybody who writes or reads records, in JSON or in Python: every field "
        "of every type of record. The names are the same in both."
    )
    yield ""
    for name in NAMES:
        schema = load_schema(name)
        if name in ("record", "values", "proposal"):
            continue
        # Where the kinds differ, each chooses from fields that are listed apart.
        is_whole = "additionalProperties" in schema
        fields = (schema if is_whole else schema["$defs"]["fields"])["properties"]
        yield f"## {schema['title']}"
        yield ""
        yield f"{schema['description']} Schema: `{schema['$id']}`."
        yield ""
        yield from _fields(fields, set(schema["required"]), schema)
        yield from _conditions(schema)
        yield from _inner(schema.get("$defs", {}), schema)
    yield "## Values"
    yield ""
    yield "Values that several types of record share."
    yield ""
    for name, node in load_schema("values")["$defs"].items():
        yield from _value(name, node, load_schema("values"))


def _conditions(schema: Json) -> Iterator[str]:
    """Yield what a field's presence depends on, where it does."""
    for entry in schema.get("allOf", []):
        kinds = entry["if"].get("properties", {}).get("kind", {})
        target = _resolve(entry["then"], schema)
        names = kinds.get("enum", [kinds.get("const")])
        needed = sorted(set(target.get("required", [])) - set(schema["required"]))
        needs = f"; needs {', '.join(f'`{each}`' for each in needed)}" if needed else ""
        fields = ", ".join(f"`{each}`" for each in target["properties"])
        yield f"- {', '.join(f'`{each}`' for each in names)}: {fields}{needs}."
    if "allOf" in schema:
        yield ""


def _inner(definitions: Json, home: Json) -> Iterator[str]:
    variants = {
        str(entry["then"]["$ref"]).rsplit("/", 1)[-1]
        for entry in home.get("allOf", [])
        if "$ref" in entry["then"]
    }
    for name, node in definitions.items():
        if name == "fields" or name in variants or "x-misplaced" in node:
            continue
        yield from _value(name, node, home)


def _value(name: str, node: Json, home: Json) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield str(node["description"])
    yield ""
    if "properties" in node:
        yield from _fields(node["properties"], set(node.get("required", [])), home)
    elif name == "link":
        yield from _fields(home["$defs"]["fields"]["properties"], set(), home)
    else:
        yield f"Example: `{json.dumps(node['examples'][0], ensure_ascii=False)}`"
        yield ""


def _scales() -> Iterator[str]:
    yield "# Scales"
    yield ""
    yield (
        "For everybody who records how sure somebody is: every scale on which you can "
        "give a confidence, with the terms of its source and what they mean. You may "
        "write any code of a term; if there are several, the first is the usual one. "
        "Scales that measure different things are never converted into each other."
    )
    yield ""
    for scale in SCALES.values():
        yield from _scale(scale)


def _scale(scale: Scale) -> Iterator[str]:
    yield f"## {scale.id}"
    yield ""
    yield f"{scale.title}. Measures: {scale.kind}. Source: {scale.source}."
    yield ""
    if scale.numbers is not None:
        least, most = scale.numbers
        noun = "whole number" if scale.is_whole else "number"
        yield f"A {noun} from {least:g} to {most:g}."
        yield ""
        return
    yield "| code | in words | meaning |"
    yield "|---|---|---|"
    for term in scale.terms:
        codes = " ".join(f"`{each}`" for each in term.codes)
        meant = "no probability" if term.band is None else str(term.band)
        meant = meant if term.is_judged else "cannot be judged"
        yield f"| {codes} | {term.label} | {meant} |"
    yield ""


def _schemas() -> Iterator[str]:
    yield "# Schemas"
    yield ""
    yield (
        "For users of any programming language: the JSON Schemas (draft 2020-12) that "
        "define what a record looks like. They are in `schemas/v1`, and in the wheel "
        "under `claimtrack/schemas/v1`; `claimtrack schema NAME` prints one. "
        "`v1-bundles` has each schema together with everything it refers to in one "
        "file, for programs that cannot resolve a `urn:`; "
        "`claimtrack schema NAME --bundle` prints it."
    )
    yield ""
    yield "| name | `$id` | file | what it describes |"
    yield "|---|---|---|---|"
    for name in NAMES:
        schema = load_schema(name)
        yield (
            f"| {name} | `{schema['$id']}` | `schemas/v1/{name}.schema.json` "
            f"| {_cell(schema['description'])} |"
        )
    yield ""
    yield "Besides the standard keywords, the schemas have these, which decide how a"
    yield "finding is worded:"
    yield ""
    yield "| keyword | meaning |"
    yield "|---|---|"
    yield "| `x-code` | the code of a finding here, if it is not the keyword's own |"
    yield "| `x-message` | the rest of the sentence that begins with the value |"
    yield "| `x-fix` | what to do |"
    yield "| `x-because` | why a field is needed |"
    yield "| `x-misplaced` | the thing that does not take these fields |"
    yield "| `x-private` | no public export and no message shows the field |"


def _findings() -> Iterator[str]:
    yield "# Findings"
    yield ""
    yield (
        "For everybody who gets a finding: every code except those of [the newsroom "
        "rules](rules.md), why it matters and what to do. A code is never reused for "
        "something else."
    )
    yield ""
    for entry in CODES.values():
        yield f"## {entry.code} {entry.name}"
        yield ""
        yield "```text"
        yield explanation_of(entry)
        yield "```"
        yield ""


def _messages() -> Iterator[str]:
    yield "# Messages"
    yield ""
    yield (
        "For everybody who sees a message of `claimtrack check`: what it prints for "
        "typical mistakes. Above each message is what somebody wrote, and below it why "
        "it matters. Text that could be private is blanked (`·`) in the lines shown."
    )
    yield ""
    table = tomllib.loads((HERE / "mistakes.toml").read_text(encoding="utf-8"))
    for part in table["part"]:
        yield f"## {part['title']}\n"
        for each in part["mistake"]:
            yield from _mistake(**each)


def _mistake(title: str, text: str, encoding: str = "utf-8") -> Iterator[str]:
    """Yield a mistake, what is printed of it, and why that matters."""
    examination = examine(text.encode(encoding), file="desk.claims.json")
    (finding,) = examination.findings
    yield f"### {title}\n"
    for shown in (text.strip(), render_text([finding], [examination])):
        # The last line counts; there is one.
        plain = shown.removesuffix("\n1 error.").removesuffix("\n1 warning.")
        yield f"```text\n{plain}\n```\n"
    yield f"Why: {finding.why}\n"


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "For users of the terminal: every command with its options."
    yield ""
    top = click.Context(main, info_name="claimtrack", **main.context_settings)
    yield from _help(top)
    for name in sorted(main.commands):
        context = click.Context(main.commands[name], info_name=name, parent=top)
        yield from _help(context)


def _help(context: click.Context) -> Iterator[str]:
    context.max_content_width = 88
    context.terminal_width = 88
    yield f"## {context.command_path}"
    yield ""
    yield "```text"
    yield context.get_help()
    yield "```"
    yield ""


def _api() -> Iterator[str]:
    yield "# API"
    yield ""
    yield (
        "For users of Python: every public name and its signature. Names that are not "
        "here are private. In review, this page shows how a change affects the API."
    )
    yield ""
    for name in MODULES:
        module = importlib.import_module(name)
        yield f"## {name}"
        yield ""
        yield _first_line(module)
        yield ""
        yield "```text"
        for each in sorted(module.__all__):
            yield from _signature(each, getattr(module, each))
        yield "```"
        yield ""


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _signature(name: str, thing: object) -> Iterator[str]:
    if inspect.ismodule(thing):
        yield f"module {name}"
    elif inspect.isclass(thing):
        yield from _class(name, thing)
    elif inspect.isfunction(thing):
        yield f"def {name}{_parameters(thing)}"
    elif isinstance(thing, (str, int)):
        yield f"{name} = {thing!r}"
    else:
        yield f"{name}: {type(thing).__name__}"


def _class(name: str, thing: type) -> Iterator[str]:
    bases = ", ".join(b.__name__ for b in thing.__bases__ if b is not object)
    yield f"class {name}({bases}):" if bases else f"class {name}:"
    if attrs.has(thing):
        for field in attrs.fields(thing):
            default = "" if field.default is attrs.NOTHING else f" = {field.default!r}"
            if field.init:
                yield f"    {field.name}: {field.type}{default}"
    for member, value in sorted(vars(thing).items()):
        if member.startswith("_"):
            continue
        if isinstance(value, property):
            returned = (
                inspect.signature(value.fget).return_annotation if value.fget else ""
            )
            yield f"    {member}: {returned}  # property"
            continue
        wrapped = getattr(value, "__func__", None)
        if wrapped is not None:
            yield f"    def {member}{_parameters(wrapped)}  # {type(value).__name__}"
        elif inspect.isfunction(value):
            yield f"    def {member}{_parameters(value)}"


def _parameters(function: Callable[..., object]) -> str:
    return str(inspect.signature(function)).replace("'", "")


if __name__ == "__main__":
    write()
