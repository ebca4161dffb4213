"""Whatever claimtrack writes, says or raises: none of it shows a private value.

`OUTPUTS` is the registry: a way to each thing that can be read about a dossier. A new
command, a new format of a command, or a new public function of a dossier, of records
or of findings that is not in it fails a test here.

An output is *for others* if it is made from `disclosure.public` unless it is told
otherwise: two dossiers that differ in private fields alone then give the same, and
nothing withheld is in it. Of all others it holds that no private field is in them.
"""

from __future__ import annotations

import importlib
import inspect
import itertools
import json
import pkgutil
import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs
import click
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack
from claimtrack import (
    Dossier,
    confidence,
    disclosure,
    draw,
    lineage,
    lint,
    sheet,
    validation,
)
from claimtrack.cli import main
from claimtrack.dossier import (
    format_chain,
    format_link,
    format_source,
    read_dossiers,
)
from claimtrack.errors import ClaimtrackError
from claimtrack.interop import Imported, claimreview, factcheck_api, table
from claimtrack.notation import check_excerpts, examine_sheet, split_sheet
from claimtrack.records import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    RECORD_TYPES,
    Anonymity,
    Assessment,
    Attribution,
    Chain,
    Claim,
    Document,
    Excerpt,
    Link,
    Notice,
    Recorded,
    Relation,
    Source,
    Waiver,
)
from claimtrack.schema import is_array, is_object
from claimtrack.testing import dossiers
from claimtrack.view import View
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.findings import Finding
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue
    from claimtrack.validation import Examination

laws = settings(
    deadline=None,
    # Each example goes through all outputs.
    max_examples=settings().max_examples // 4,
    suppress_health_check=[
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)

MARK: Final = "canary1c6e"
"""Stands in private fields, and nowhere else."""

IRI: Final = f"ex:{MARK}"

MARKS: Final = (MARK, "ca" * 32)
"""What no output shows: the mark, and the hash that a leak has."""


@attrs.frozen
class Case:
    """What an output is made of.

    Attributes:
        dossier: the dossier.
        text: its file.
        folder: where files can be written.
    """

    dossier: Dossier
    text: str
    folder: Path

    @property
    def file(self) -> str:
        """The name of its file, written anew."""
        path = self.folder / "f.claims.json"
        path.write_text(self.text, encoding="utf-8")
        return str(path)

    def examine(self) -> Examination:
        """Return what validation says of its file."""
        return validation.examine(self.text, file="f.claims.json")


Way: TypeAlias = "Callable[[Case], str]"


@attrs.frozen
class Output:
    """Something that can be read.

    Attributes:
        of: returns all of it as text.
        for_others: whether it is made from what is public alone.
    """

    of: Way
    for_others: bool = False


def said(value: object) -> str:
    """Return what can be read of a value: as text, and in a prompt."""
    return f"{value}\n{value!r}"


def command(*arguments: str) -> Way:
    """Return what a command prints; FILE and CLAIM stand for those of the case."""

    def run(case: Case) -> str:
        claims = [each.id for each in case.dossier.claims] or ["none"]
        places = {"FILE": case.file, "CLAIM": claims[0]}
        filled = [places.get(each, each) for each in arguments]
        result = CliRunner().invoke(main, filled)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        # Where it lies is the caller's.
        return result.output.replace(str(case.folder), "")

    return run


def of_dossier(function: Callable[[Dossier], object]) -> Way:
    """Return what a function says of a dossier."""
    return lambda case: said(function(case.dossier))


def of_claims(function: Callable[[Dossier, Claim], object]) -> Way:
    """Return what a function says of each claim."""
    return lambda case: "\n".join(
        said(function(case.dossier, each)) for each in case.dossier.claims
    )


def of_chains(function: Callable[[Chain, Dossier], object]) -> Way:
    """Return what a function says of each chain."""
    return lambda case: "\n".join(
        said(function(each.chain, case.dossier)) for each in case.dossier.attributions
    )


def of_links(function: Callable[[Link, Dossier], object]) -> Way:
    """Return what a function says of each link."""
    return lambda case: "\n".join(
        said(function(link, case.dossier))
        for each in case.dossier.attributions
        for link in each.chain
    )


def of_findings(render: Callable[[tuple[Finding, ...], Examination], str]) -> Way:
    """Return what a renderer makes of all that is found in a file."""

    def run(case: Case) -> str:
        examination = case.examine()
        found = examination.findings
        if examination.is_valid:
            found += examination.locate(disclosure.check(case.dossier))
        return render(found, examination)

    return run


def of_public(function: Callable[[Dossier], object]) -> Way:
    """Return what a function says of what is public in a dossier."""
    return lambda case: said(function(disclosure.public(case.dossier)))


def merged(dossier: Dossier) -> object:
    """Return what is said when a dossier meets another with the same ids."""
    other = Dossier(title="Another", base=dossier.base)
    for record in dossier.values():
        changed: Any = attrs.evolve(record, note=f"{MARK} too")
        other.add(changed)
    return dossier.merge(other)


def broken_sheet(dossier: Dossier) -> str:
    """Return all that is said of sheets of it in which one sign is wrong."""
    text = sheet.write(dossier)
    said_of: list[str] = []
    for old, new in (("note: ", "note "), ("recorded: ", "recorded: ,"), (": ", " ")):
        examination = examine_sheet(text.replace(old, new), file="f").examination
        found = examination.findings
        said_of.append(validation.render_text(found, [examination]))
        said_of.append(validation.render_json(found))
    return "\n".join(said_of)


def commented_sheet(dossier: Dossier) -> str:
    """Return all that is said of sheets with private comments, doubts and labels."""
    label = f"{MARK} aides"
    text = (
        f"# {MARK}\n{sheet.write(dossier)}\n?? {label} [zz-1]: two\n"
        f"# Call {MARK}, aide@{MARK}.example.\n# zz-1\n! {MARK}?\n"
        f"??{label} [zz-2]: two\n"
    )
    said_of: list[str] = []
    for end in (
        "",
        "- [zz-3] It closes.\n  body: ??aides\n  lead: ?two\n  headline: aides\n",
        f"- [zz-3] It closes.\n  body: ??{label}\n",
        f"??{label}\n",
        f"??{label} [zz-1\n",
        f"??{label} [zz-4]: [\n",
        f"! {MARK}\n  # {MARK}\n",
    ):
        examination = examine_sheet(text + end, file="f").examination
        found = examination.findings
        if examination.is_valid:
            read = Dossier.from_examination(examination)
            found += disclosure.check_beside(read, examination.beside)
        said_of.append(validation.render_text(found, [examination]))
        said_of.append(validation.render_json(found))
        said_of.append(repr(examination))
    return "\n".join(said_of)


def published(dossier: Dossier) -> str:
    """Return all that is said of a dossier in the profiles of ClaimReview."""
    said_of: list[str] = []
    for profile in claimreview.PROFILES:
        whole = claimreview.write(dossier, profile=profile, unreviewed=True)
        alone = claimreview.write_all(dossier, profile=profile, unreviewed=True)
        for each in (whole, *alone):
            said_of += [said(each), each.html, *map(str, each.losses)]
            said_of += [said(finding) for finding in each.findings]
    return "\n".join(said_of)


def tabled(dossier: Dossier) -> str:
    """Return all that is said of a dossier in tables."""
    made = [
        table.write(dossier, columns=columns, rows=rows, unreviewed=True)
        for columns in table.MAPS
        for rows in table.ROWS
    ]
    return "\n".join(said(each) for each in made)


def everything_retracted(dossier: Dossier) -> lineage.Impact:
    """Return what falls if every source takes back what it said."""
    return lineage.impact(dossier, retract=dossier.sources)


def texts_of(dossier: Dossier) -> dict[str, str]:
    """Return a text for each document, in which hardly anything stands."""
    return {each.id: "On Monday the ferry stops." for each in dossier.documents}


def linted(dossier: Dossier) -> object:
    """Return what all rules say, those in preview too."""
    desk = [each.id for each in dossier.sources if each.kind == "outlet"]
    loud = lint.Settings(desk=desk, preview=True, languages=["en"], stale_days=1)
    return lint.check(dossier, config=lint.Config(settings=loud))


def read(case: Case) -> str:
    """Return what is said of a file that is read, and of one that cannot be."""
    shown = [said(each) for each in read_dossiers(case.file)]
    path = Path(case.folder, "broken.claims.json")
    text = case.text.replace('"records": [', '"records": [{ "type": "claim" },', 1)
    path.write_text(text, encoding="utf-8")
    list(read_dossiers(path, on_error=lambda found: shown.append(said(found))))
    return "\n".join(shown)


OUTPUTS: Final[dict[str, Output]] = {
    # Commands, one for each of their formats.
    "claimtrack check --format text": Output(command("check", "FILE")),
    "claimtrack check --format json": Output(
        command("check", "--format", "json", "FILE")
    ),
    "claimtrack check --format ndjson": Output(
        command("check", "--format", "ndjson", "FILE")
    ),
    "claimtrack check --format github": Output(
        command("check", "--format", "github", "FILE")
    ),
    "claimtrack check --format sarif": Output(
        command("check", "--format", "sarif", "FILE")
    ),
    "claimtrack conflicts --format json": Output(
        command("conflicts", "--format", "json", "FILE")
    ),
    "claimtrack conflicts --format text": Output(command("conflicts", "FILE")),
    "claimtrack drift --format json": Output(
        command("drift", "--format", "json", "FILE")
    ),
    "claimtrack drift --format text": Output(command("drift", "FILE")),
    "claimtrack timeline --format json": Output(
        command("timeline", "--format", "json", "FILE")
    ),
    "claimtrack timeline --format text": Output(command("timeline", "FILE")),
    "claimtrack show --brief": Output(command("show", "--brief", "FILE")),
    "claimtrack draw --format dot": Output(
        command("draw", "--format", "dot", "FILE"), for_others=True
    ),
    "claimtrack draw --unreviewed": Output(
        command("draw", "--unreviewed", "FILE"), for_others=True
    ),
    "claimtrack draw --format mermaid": Output(
        command("draw", "--format", "mermaid", "FILE"), for_others=True
    ),
    "claimtrack draw --format svg": Output(
        command("draw", "--format", "svg", "FILE"), for_others=True
    ),
    "claimtrack draw --format html": Output(
        command("draw", "--format", "html", "--unreviewed", "FILE"), for_others=True
    ),
    "claimtrack impact --format json": Output(
        command("impact", "--as-recorded", "--format", "json", "FILE")
    ),
    "claimtrack impact --format text": Output(
        command("impact", "--as-recorded", "--format", "text", "FILE")
    ),
    "claimtrack review": Output(command("review", "FILE")),
    "claimtrack show --format text": Output(command("show", "FILE")),
    "claimtrack show --format json": Output(
        command("show", "--format", "json", "FILE")
    ),
    "claimtrack convert": Output(
        command("convert", "--public", "FILE", "-o", "/dev/null"), for_others=True
    ),
    "claimtrack show --format csv": Output(command("show", "--format", "csv", "FILE")),
    "claimtrack export": Output(
        command("export", "claimreview", "--html", "--unreviewed", "FILE"),
        for_others=True,
    ),
    # Functions, by the name that users import.
    "claimtrack.interop.claimreview.write": Output(
        of_dossier(published), for_others=True
    ),
    "claimtrack.interop.claimreview.write_all": Output(
        of_dossier(lambda d: [*claimreview.write_all(d, unreviewed=True)]),
        for_others=True,
    ),
    "claimtrack.interop.factcheck_api.write": Output(
        of_dossier(lambda d: factcheck_api.write(d, unreviewed=True)), for_others=True
    ),
    "claimtrack.interop.table.write": Output(of_dossier(tabled), for_others=True),
    "claimtrack.interop.table.write_all": Output(
        of_dossier(lambda d: table.write_all([d], unreviewed=True)), for_others=True
    ),
    "claimtrack.sheet.write": Output(of_public(sheet.write), for_others=True),
    "claimtrack check SHEET": Output(of_dossier(broken_sheet)),
    "claimtrack.disclosure.check_beside": Output(of_dossier(commented_sheet)),
    "claimtrack.confidence.support": Output(of_claims(confidence.support)),
    "claimtrack.confidence.support_all": Output(of_dossier(confidence.support_all)),
    "claimtrack.disclosure.check": Output(of_dossier(disclosure.check)),
    "claimtrack.disclosure.public": Output(of_public(Dossier.dumps), for_others=True),
    "claimtrack.disclosure.for_others": Output(
        of_dossier(lambda d: disclosure.for_others(d, unreviewed=True).dumps()),
        for_others=True,
    ),
    "claimtrack.disclosure.unreviewed": Output(of_dossier(disclosure.unreviewed)),
    "claimtrack.notation.check_excerpts": Output(
        of_dossier(lambda d: check_excerpts(d, texts_of(d)))
    ),
    "claimtrack.dossier.format_chain": Output(of_chains(format_chain)),
    "claimtrack.dossier.format_link": Output(of_links(format_link)),
    "claimtrack.dossier.format_source": Output(
        of_dossier(lambda d: [format_source(key, d) for key in d])
    ),
    "claimtrack.draw.claims_data": Output(
        of_dossier(lambda d: draw.claims_data(d, d.claims))
    ),
    "claimtrack.draw.claim_rows": Output(
        of_claims(lambda d, claim: draw.claim_rows(lineage.trace(d, claim), d))
    ),
    "claimtrack.draw.brief_rows": Output(
        of_dossier(lambda d: [*draw.brief_rows(d, d.claims)])
    ),
    "claimtrack.draw.conflicts_data": Output(of_dossier(draw.conflicts_data)),
    "claimtrack.draw.draw_conflicts": Output(of_dossier(draw.draw_conflicts)),
    "claimtrack.draw.draw_drift": Output(of_dossier(draw.draw_drift)),
    "claimtrack.draw.drift_data": Output(of_dossier(draw.drift_data)),
    "claimtrack.draw.draw_timeline": Output(
        of_dossier(lambda d: draw.draw_timeline(d, d.claims))
    ),
    "claimtrack.draw.timeline_data": Output(
        of_dossier(lambda d: draw.timeline_data(d, d.claims))
    ),
    "claimtrack.draw.claim_table": Output(of_dossier(draw.claim_table)),
    "claimtrack.draw.draw_claim": Output(of_claims(draw.draw_claim)),
    "claimtrack.draw.draw_claims": Output(
        of_dossier(lambda d: list(draw.draw_claims(d, d.claims)))
    ),
    "claimtrack.draw.find_supports": Output(
        of_dossier(lambda d: draw.find_supports(d, d.claims))
    ),
    "claimtrack.draw.support_note": Output(
        of_dossier(
            lambda d: draw.support_note([(d, draw.find_supports(d, d.claims).values())])
        )
    ),
    "claimtrack.draw.draw_dot": Output(
        of_dossier(lambda d: draw.draw_dot(d, d.claims, unreviewed=True)),
        for_others=True,
    ),
    "claimtrack.draw.draw_impact": Output(
        of_dossier(lambda d: draw.draw_impact(d, everything_retracted(d)))
    ),
    "claimtrack.draw.draw_mermaid": Output(
        of_dossier(lambda d: draw.draw_mermaid(d, d.claims, unreviewed=True)),
        for_others=True,
    ),
    "claimtrack.draw.draw_svg": Output(
        of_dossier(
            lambda d: draw.draw_svg(
                d, unreviewed=True, retract=disclosure.public(d).sources
            )
        ),
        for_others=True,
    ),
    "claimtrack.draw.index": Output(
        of_dossier(lambda d: draw.index([d, d], unreviewed=True)), for_others=True
    ),
    "claimtrack.draw.report": Output(
        of_dossier(lambda d: draw.report(d, unreviewed=True)), for_others=True
    ),
    "claimtrack.draw.site": Output(
        of_dossier(lambda d: [*draw.site([d], unreviewed=True)]), for_others=True
    ),
    "claimtrack.draw.impact_data": Output(
        of_dossier(lambda d: draw.impact_data(d, everything_retracted(d)))
    ),
    "claimtrack.lineage.chain_end": Output(of_chains(lineage.chain_end)),
    "claimtrack.lineage.conflicts": Output(of_dossier(lineage.conflicts)),
    "claimtrack.lineage.dependence": Output(of_dossier(lineage.dependence)),
    "claimtrack.lineage.drift": Output(of_dossier(lineage.drift)),
    "claimtrack.lineage.impact": Output(
        of_dossier(lambda d: lineage.impact(d, retract=d.sources, as_recorded=True))
    ),
    "claimtrack.lineage.timeline": Output(of_claims(lineage.timeline)),
    "claimtrack.dossier.read_dossiers": Output(read),
    "claimtrack.lineage.trace": Output(of_claims(lineage.trace)),
    "claimtrack.lineage.trace_all": Output(of_dossier(lineage.trace_all)),
    "claimtrack.lint.check": Output(of_dossier(linted)),
    "claimtrack.lint.missing_outlets": Output(
        of_dossier(lambda each: lint.missing_outlets(["nobody"], each.values()))
    ),
    "claimtrack.lint.check_examination": Output(
        lambda case: said(lint.check_examination(case.examine()))
    ),
    "claimtrack.validation.check_integrity": Output(
        of_dossier(lambda d: validation.check_integrity(d.values()))
    ),
    "claimtrack.validation.render_github": Output(
        of_findings(lambda found, _: validation.render_github(found))
    ),
    "claimtrack.validation.render_json": Output(
        of_findings(lambda found, _: validation.render_json(found))
    ),
    "claimtrack.validation.render_ndjson": Output(
        of_findings(lambda found, _: validation.render_ndjson(found))
    ),
    "claimtrack.validation.render_parts": Output(
        of_findings(lambda found, e: "\n".join(validation.render_parts(found, [e])))
    ),
    "claimtrack.validation.render_sarif": Output(
        of_findings(lambda found, _: validation.render_sarif(found))
    ),
    "claimtrack.validation.render_text": Output(
        of_findings(lambda found, each: validation.render_text(found, [each]))
    ),
    # What a dossier says of itself.
    "Dossier.__repr__": Output(of_dossier(lambda d: d)),
    "Dossier.format_chain": Output(
        of_dossier(lambda d: [d.format_chain(each) for each in d.attributions])
    ),
    "Dossier.global_id": Output(of_dossier(lambda d: [d.global_id(key) for key in d])),
    "Dossier.merge": Output(of_dossier(merged)),
    "Dossier.validate": Output(of_dossier(Dossier.validate)),
}
"""Name → the output. Commands are named with their formats, functions by the package
that users import them from."""

EXEMPT: Final[dict[str, str]] = {
    "claimtrack fmt": "gives the sheet as it is, in another layout",
    "claimtrack new": "begins a sheet for an article, and reads no dossier",
    "claimtrack.notation.write_sheet": "files keep everything: see SECURITY.md",
    "claimtrack.sheet.merge": "gives a sheet, which keeps everything",
    "claimtrack.sheet.accepted": "gives a dossier, which keeps everything",
    "claimtrack draft": "reads an article, and a dossier for its sources alone",
    "claimtrack.extract.draft": "gives a dossier, which keeps everything",
    "Dossier.items": "gives the records themselves",
    "Dossier.keys": "gives the ids of records, as iterating does",
    "claimtrack explain": "says what a code means, and reads no dossier",
    "claimtrack import": "reads foreign documents, and no dossier",
    "claimtrack schema": "prints the schemas, and reads no dossier",
    "claimtrack.dossier.dump_dossiers": "files keep everything: see SECURITY.md",
    "claimtrack.dossier.fill_dossier": "gives a dossier, which keeps everything",
    "claimtrack.notation.place_excerpts": "gives records, which keep everything",
    "claimtrack.dossier.write_dossiers": "files keep everything: see SECURITY.md",
    "claimtrack.findings.sort_findings": "gives the findings as they are",
    "claimtrack.lineage.as_of": "gives a dossier, which keeps everything",
    "claimtrack.lineage.factuality": "gives eight words of a closed vocabulary",
    "claimtrack.lineage.holders": "gives links of the chain as they are",
    "claimtrack.lineage.voices": "gives links of the chain as they are",
    "Dossier.dumps": "files keep everything: see SECURITY.md",
}
"""Name → why it is no output, or may hold what is private."""

ABOUT: Final = re.compile(
    r"\b(Attribution|Chain|Claim|Document|Dossier|Examination|Finding|Lineage|Link|Record"
    r"|Source)\b"
)
"""What a function takes that can tell of a dossier."""


def commands_of(group: click.Command, name: str) -> Iterator[str]:
    """Yield every command, once for each of its formats."""
    if isinstance(group, click.Group):
        for each in group.commands.values():
            yield from commands_of(each, f"{name} {each.name}")
        return
    styles = [
        f"{name} {option.opts[0]} {choice}"
        for option in group.params
        if "--format" in option.opts and isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    yield from styles or [name]


def functions() -> Iterator[str]:
    """Yield every public function that takes what can tell of a dossier."""
    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if "._" in module.name or module.name.split(".")[1] in UNSEEN:
            continue
        home = importlib.import_module(module.name)
        for name in getattr(home, "__all__", ()):
            value = getattr(home, name)
            if inspect.isfunction(value) and ABOUT.search(takes(value)):
                yield f"{module.name}.{name}"


UNSEEN: Final = frozenset({"__main__", "cli", "records", "schema", "testing"})
"""Packages whose functions are no outputs: commands are listed by themselves, and the
layers below validation give records and JSON as they are."""


def takes(function: Callable[..., object]) -> str:
    """Return the types of all that a function takes."""
    parameters = inspect.signature(function).parameters.values()
    return " ".join(str(each.annotation) for each in parameters)


def methods() -> Iterator[str]:
    """Yield every method of a dossier that returns text or findings."""
    for name, value in inspect.getmembers(Dossier, inspect.isfunction):
        returned = str(inspect.signature(value).return_annotation)
        is_ours = not name.startswith("_") or name == "__repr__"
        if is_ours and re.search(r"\b(str|Finding|Merged)\b", returned):
            yield f"Dossier.{name}"


def test_every_output_has_a_canary() -> None:
    """Whoever adds a command, a format or a function adds it to `OUTPUTS`."""
    found = {*commands_of(main, "claimtrack"), *functions(), *methods()}
    found.add("claimtrack show --brief")
    found.add("claimtrack check SHEET")
    found.add("claimtrack draw --unreviewed")
    assert found - {*OUTPUTS, *EXEMPT} == set(), "add these to OUTPUTS in this file"
    assert {*OUTPUTS, *EXEMPT} - found == set(), "these are gone"
    assert not {*OUTPUTS} & {*EXEMPT}


def marked(record: Record, named: frozenset[str]) -> Any:  # noqa: ANN401  any record
    """Return a record in which every field that is private for it holds a mark."""
    evolve: Any = attrs.evolve
    made = evolve(record, note=MARK, ext={MARK: [MARK, {MARK: MARK}]})
    if isinstance(record, Source) and record.kind == "unnamed":
        why = Anonymity(reason=MARK, known_to=["editor"], approved_by=["lawyer"])
        made = evolve(made, anonymity=why, aka=[MARK], same_as=[IRI])
        return evolve(made, url=IRI, image=[IRI])
    if isinstance(record, Document) and record.kind == "leak":
        # Its address may be all that it is known by.
        return evolve(made, url=IRI, archived=[IRI], image=[IRI], sha256=MARKS[1])
    if isinstance(record, Attribution):
        when = When(text=MARK)
        links = [
            each
            if each.source in named
            # When it was made is public where nobody is on record.
            else attrs.evolve(each, occasion=MARK)
            if each.is_nobody
            else attrs.evolve(each, at=when, occasion=MARK)
            for each in record.chain
        ]
        # Whether it is a draft decides whether others get it at all: that stays.
        method = "human" if record.recorded is None else record.recorded.method
        who = Recorded(at=when, by=MARK, method=method, tool=MARK)
        return evolve(made, chain=Chain(links=links), recorded=who)
    return evolve(made, by=MARK, reason=MARK) if isinstance(record, Waiver) else made


def withheld(record: Record, deep: set[str]) -> Any:  # noqa: ANN401  any record
    """Return a record with marks in what others do not get beside private fields."""
    evolve: Any = attrs.evolve
    if isinstance(record, Source) and record.id in deep and record.description:
        return evolve(record, description=MARK)
    if isinstance(record, Attribution) and is_off(record):
        links = [attrs.evolve(each, cue=MARK, mention=MARK) for each in record.chain]
        excerpts = [Excerpt(exact=MARK, prefix=MARK, suffix=MARK)]
        return evolve(record, chain=Chain(links=links), excerpts=excerpts)
    return record


def is_off(attribution: Attribution) -> bool:
    """Return whether an attribution is off the record."""
    return any(each.ground_rules == "off-record" for each in attribution.chain)


def with_marks(dossier: Dossier, *, for_others: bool) -> Dossier:
    """Return a dossier with marks in all that must not be shown."""
    named = frozenset(each.id for each in dossier.sources if each.kind != "unnamed")
    deep = {
        key
        for each in dossier.attributions
        for link in each.chain
        if link.ground_rules == "deep-background"
        for key in (link.source, *(one.source for one in link.candidates or ()))
        if key is not None
    }
    made = dossier.emptied(dossier.head)
    for record in dossier.values():
        told = withheld(record, deep) if for_others else record
        made.add(marked(told, named))
    return made


def full() -> Dossier:
    """Return a dossier in which every context of a private field occurs."""
    d = Dossier(title="Night service", base="https://example.org/d/")
    post, ministry = d.outlet("Post"), d.organization("Ministry")
    worker, insider = d.unnamed("a worker", id="u1"), d.unnamed("an insider", id="u2")
    paper = d.document("leak", "Minutes", id="minutes", publisher=ministry)
    stops, resigns = d.claim("The ferry stops."), d.claim("The minister resigns.")
    told = Link(source=worker, addressee=ministry, document=paper, cue="told the Post")
    d.attribute(stops, post.citing(told), document=paper)
    d.attribute(stops, post.citing(Link(candidates=(), cue="it was said")))
    deep = Link(source=insider, ground_rules="deep-background")
    d.attribute(stops, post.citing(deep))
    d.attribute(resigns, post.citing(Link(source=insider, ground_rules="off-record")))
    d.relate(stops, "contradicts", resigns)
    d.assess(stops, verdict="So it is")
    d.notice("update", stops)
    d.waive("CT708", stops, by="A. Editor", reason="Known.")
    return d


SMALL: Final = dossiers(
    max_sources=5,
    max_documents=2,
    max_claims=2,
    max_attributions=3,
    max_relations=2,
    max_judgements=1,
    max_links=3,
)


def case_of(dossier: Dossier, folder: Path) -> Case:
    """Return the case that a dossier is."""
    return Case(dossier, dossier.dumps(), folder)


def leaking(case: Case, *, for_others: bool) -> list[str]:
    """Return the outputs that show a mark."""
    return [
        name
        for name, output in OUTPUTS.items()
        if output.for_others or not for_others
        if any(mark in output.of(case) for mark in MARKS)
    ]


def test_the_marks_are_where_they_are_meant_to_be(tmp_path: Path) -> None:
    """So that the tests below do not pass for want of any."""
    text = case_of(with_marks(full(), for_others=True), tmp_path).text
    unmarked = re.sub(f'"[^"]*({"|".join(MARKS)})[^"]*"', "null", text)
    assert not any(mark in unmarked for mark in MARKS)
    for field in (*ALWAYS_PRIVATE, "occasion", "sha256", "archived", "aka", "same_as"):
        assert f'"{field}"' in text
    assert text.count(MARK) > 70


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_shows_a_private_value(name: str, tmp_path: Path) -> None:
    """Each output by itself, of a dossier that has every private field."""
    output = OUTPUTS[name]
    plain = case_of(full(), tmp_path)
    case = case_of(with_marks(full(), for_others=output.for_others), tmp_path)
    shown = output.of(case)
    assert not [mark for mark in MARKS if mark in shown]
    assert output.of(plain).strip()
    if output.for_others:
        # Off the record even the words are private, so nothing of it may show.
        secret = case_of(with_marks(full(), for_others=False), tmp_path)
        assert output.of(secret) == output.of(plain)


@laws
@given(SMALL)
def test_no_output_of_any_dossier_shows_one(tmp_path: Path, dossier: Dossier) -> None:
    """Whatever the records are, and what refers to what."""
    case = case_of(with_marks(dossier, for_others=False), tmp_path)
    assert leaking(case, for_others=False) == []
    secret = case_of(with_marks(dossier, for_others=True), tmp_path)
    assert leaking(secret, for_others=True) == []
    plain = case_of(dossier, tmp_path)
    for output in OUTPUTS.values():
        if output.for_others:
            assert output.of(case) == output.of(plain)


FINDERS: Final = [each for each in OUTPUTS if re.search("check --format|render", each)]
"""What says what is wrong with a file."""


@laws
@given(SMALL, st.data())
def test_no_finding_shows_one_whatever_is_wrong(
    tmp_path: Path, dossier: Dossier, data: st.DataObject
) -> None:
    """A field misspelt, a value of another type, a text cut off, half a file."""
    case = case_of(with_marks(dossier, for_others=False), tmp_path)
    root = json.loads(case.text)
    wreck(root, data)
    wrong = json.dumps(root, indent=data.draw(st.sampled_from([None, 2])))
    end = data.draw(
        st.sampled_from([len(wrong), data.draw(st.integers(0, len(wrong)))])
    )
    broken = attrs.evolve(case, text=wrong[:end])
    shown = {name: OUTPUTS[name].of(broken) for name in FINDERS}
    assert [name for name, text in shown.items() if any(m in text for m in MARKS)] == []


def wreck(root: JsonValue, data: st.DataObject) -> None:
    """Change one thing inside a file."""
    places: list[tuple[Any, str | int]] = []
    todo: list[JsonValue] = [root]
    while todo:
        node = todo.pop()
        keys: list[Any] = list(node) if is_object(node) else []
        keys += range(len(node)) if is_array(node) else ()
        places += [(node, key) for key in keys]
        todo += [node[key] for key in keys]
    owner, key = data.draw(st.sampled_from(places))
    value = owner[key]
    how = data.draw(st.sampled_from(["wrap", "number", "double", "misspell", "drop"]))
    if how == "wrap":
        owner[key] = data.draw(st.sampled_from([[value], {"wrong": [value]}]))
    elif how == "number":
        owner[key] = 7
    elif how == "double":
        owner[key] = value * 2 if isinstance(value, str) else [value, value]
    else:
        del owner[key]
        if how == "misspell" and isinstance(key, str):
            owner[f"{key}x"] = value


@laws
@given(SMALL, st.data())
def test_no_key_inside_a_private_value_is_shown(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    dossier: Dossier,
    data: st.DataObject,
) -> None:
    """Nor what only the bytes of the file hold: the first of two values of a key."""
    case = case_of(with_marks(dossier, for_others=False), tmp_path)
    root = json.loads(case.text)
    places = [*private_places(root)]
    chosen = st.lists(st.sampled_from(places), min_size=1) if places else st.just([])
    for owner, key in data.draw(chosen):
        name = data.draw(st.sampled_from([MARK, f"reason{MARK}", f"{MARK} at"]))
        held = owner[key]
        owner[key] = {**held, name: MARK} if is_object(held) else {name: held}
    text = json.dumps(root, indent=data.draw(st.sampled_from([None, 2])))
    if data.draw(st.booleans()):
        text = text.replace('"note": ', f'"note": "{MARK}", "note": ')
    broken = attrs.evolve(case, text=text)
    shown = {name: OUTPUTS[name].of(broken) for name in FINDERS}
    for engine in ("reference", "fast"):
        found = validation.examine(text, file="f.claims.json", engine=engine)
        shown |= {f"{engine} {each!r}"[:40]: repr(each) for each in walk(found)}
        try:
            Dossier.from_examination(found)
        except ClaimtrackError as error:
            shown[f"{engine} raises"] = "".join(traceback.format_exception(error))
    assert [name for name, text in shown.items() if any(m in text for m in MARKS)] == []
    assert not caplog.records


def private_places(root: JsonValue) -> Iterator[tuple[Any, str]]:
    """Yield where values stand that are private wherever they are: owner and key."""
    todo: list[tuple[JsonValue, bool]] = [(root, False)]
    while todo:
        node, is_private = todo.pop()
        if is_array(node):
            todo += [(each, is_private) for each in node]
        for key, each in node.items() if is_object(node) else ():
            inside = is_private or key in ALWAYS_PRIVATE
            if inside:
                yield node, key
            todo.append((each, inside))


BY_THEMSELVES: Final = frozenset({"Alias", "When"})
"""Values that may be private or not, and cannot know: as a text could not."""


def walk(root: object) -> Iterator[object]:
    """Yield a value of ours, and every value of ours that is in it."""
    todo: list[object] = [root]
    seen: set[int] = set()
    while todo:
        value = todo.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if attrs.has(type(value)):
            if type(value).__name__ not in BY_THEMSELVES:
                yield value
            ours = cast("type[attrs.AttrsInstance]", type(value))
            todo += [getattr(value, each.name) for each in attrs.fields(ours)]
        elif isinstance(value, Mapping):
            held = cast("Mapping[object, object]", value)
            todo += [*held, *held.values()]
        elif isinstance(value, (tuple, list)):
            todo += cast("Sequence[object]", value)


def everything_of(case: Case) -> Iterator[object]:
    """Yield values of all public classes that can be made of a dossier."""
    d = case.dossier
    yield claimreview.write(d, unreviewed=True)
    yield claimreview.write(d, lossless=True, include_private=True, unreviewed=True)
    examination = case.examine()
    notices = lint.Notices.joined([lint.collect_notices(Path(case.file))])
    found = lint.check_examination(examination, notices=notices)
    baseline = lint.Baseline.of(found, case.folder)
    yield from (d, d.head, examination, notices, baseline, baseline.tally(case.folder))
    yield from (merged(d), everything_retracted(d), lineage.conflicts(d), found)
    yield from (lineage.trace_all(d), confidence.support_all(d), lineage.drift(d))
    yield lineage.dependence(d)
    yield lineage.supporting_chains(View.of(d))
    yield [*lineage.hanging_on(lineage.dependence(d)).values()]
    yield Imported(d, found)
    yield baseline.compare(found, case.folder, [])
    seen = View.of(d)
    yield from (seen, seen.sources, seen.claims, seen.documents)
    written = f"# {MARK}\n{sheet.write(d)}"
    yield from (sheet.read(written), examine_sheet(written), split_sheet(written))
    for each in d.claims:
        yield lineage.timeline(d, each)
    for attribution in d.attributions:
        yield lineage.chain_end(attribution.chain, d)


_PARTS: Final = (
    "Candidate Condition Confidence Count Drift Excerpt Heaviest Normalized Quantity "
    "Rating Response"
)
_TABLES: Final = (
    "Band Code Config Conversion Example ForeignExample Hit Limits MissingExtra "
    "Opinion Preset ReadConfig Reference Rule RuleSet Scale Selection Settings "
    "SupportShown Term "
    "UnknownSchema"
)
_RAISED: Final = (
    "DanglingReference DuplicateId InvalidDossier InvalidRecord KnownFinding Problem "
    "UnknownName UnreviewedDraft UnsafeReplacement"
)

UNMADE: Final = {
    "Anchored": "holds places in an article, and findings about a proposal",
    "Article": "is the text that a draft is made from, before there is a dossier",
    "ArticlePage": "is what a page holds, before there is a dossier",
    "Drafted": "holds a dossier as it is, and findings about an article",
    "Measure": "holds numbers",
    "Mention": "holds places in an article",
    "Score": "holds numbers",
    "UnreadableArticle": "is raised before there is a dossier",
    **dict.fromkeys(_PARTS.split(), "the law above draws it as a part of records"),
    **dict.fromkeys(_TABLES.split(), "says nothing of any dossier"),
    "Retraction": "holds ids alone, and is made on the way to other answers",
    **dict.fromkeys(_RAISED.split(), "other laws here look at what is raised"),
}
"""Public class → why the smallest dossier need not bring it about."""


@laws
@given(SMALL)
def test_no_repr_shows_a_private_value(tmp_path: Path, dossier: Dossier) -> None:
    """Whatever class of ours holds it, and however deep."""
    case = case_of(with_marks(dossier, for_others=False), tmp_path)
    shown = {
        type(each).__name__
        for root in everything_of(case)
        for each in walk(root)
        if any(mark in repr(each) for mark in MARKS)
    }
    assert shown == set()


def public_classes() -> Iterator[str]:
    """Yield the names of all public classes that hold something."""
    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if "._" in module.name or module.name.split(".")[1] in ("__main__", "testing"):
            continue
        home = importlib.import_module(module.name)
        for name in getattr(home, "__all__", ()):
            value = getattr(home, name)
            if inspect.isclass(value) and attrs.has(value):
                yield name


def test_the_walk_meets_every_public_class(tmp_path: Path) -> None:
    """A new one that it does not meet is added to `everything_of`."""
    case = case_of(with_marks(full(), for_others=False), tmp_path)
    met = {type(each).__name__ for root in everything_of(case) for each in walk(root)}
    assert {*public_classes()} - met - BY_THEMSELVES - {*UNMADE} == set()
    assert {*UNMADE} <= {*public_classes()}


UNNAMED: Final = {"id": "u1", "kind": "unnamed", "description": "a worker"}
LEAK: Final = {"id": "d1", "kind": "leak", "title": "Minutes"}

BUILT: Final[list[tuple[Callable[..., object], dict[str, Any], tuple[str, ...]]]] = [
    (Source, UNNAMED, ("note", "ext", "anonymity", "aka", "same_as", "url", "image")),
    (Anonymity, {}, ("reason", "known_to", "approved_by")),
    (Document, LEAK, ("note", "ext", "url", "archived", "sha256", "image")),
    (Claim, {"id": "c1", "text": "T"}, ("note", "ext")),
    (Attribution, {"claim": "c1", "chain": ["s"]}, ("note", "ext", "recorded")),
    (Recorded, {}, ("at", "by", "method", "tool")),
    (Link, {"source": "u1"}, ("at", "occasion", "addressee")),
    (Assessment, {"subject": "c1", "verdict": "Yes"}, ("note", "ext")),
    (
        Relation,
        {"kind": "contradicts", "subject": "c1", "object": "c2"},
        ("note", "ext"),
    ),
    (Notice, {"kind": "update", "target": "c1"}, ("note", "ext")),
    (
        Waiver,
        {"rule": "CT708", "target": "c1", "by": "Desk", "reason": "Known."},
        ("note", "ext", "by", "reason"),
    ),
]
"""What is built, with what it needs, and its private fields."""

WRONG: Final = (
    f"{MARK} {MARK}",
    f"{MARK}\0",
    MARK * 5000,
    [f"{MARK} {MARK}"],
    [MARK, 7],
    {MARK: {1, 2}},
    {MARK: MARK.encode()},
    MARK.encode(),
    f"{MARK}/2025-02-30",
)
"""Values that hardly any field takes."""


def test_every_private_field_can_be_built_wrong() -> None:
    """The table above has every field that is private, and every type of record."""
    fields = {field for _, _, names in BUILT for field in names}
    # A value does not know that it is on deep background: only a dossier does.
    hidden = [v for k, v in PRIVATE_IN_CONTEXT.items() if k != "deep-background"]
    assert ALWAYS_PRIVATE.union(*hidden) <= fields
    assert {*RECORD_TYPES.values()} <= {cls for cls, _, _ in BUILT}


@pytest.mark.parametrize(("cls", "needed", "fields"), BUILT)
def test_no_exception_shows_one(
    cls: Callable[..., object], needed: dict[str, Any], fields: tuple[str, ...]
) -> None:
    """What is refused is not quoted, nor is what was tried on the way."""
    refused = 0
    for field, value in itertools.product(fields, WRONG):
        try:
            made = cls(**{**needed, field: value})
        except ClaimtrackError as error:
            refused += 1
            texts = [str(error), repr(error), *traceback.format_exception(error)]
        else:
            texts = [said(made)]
        assert not [each for each in texts if MARK in each], (field, value)
    assert refused > len(fields)
