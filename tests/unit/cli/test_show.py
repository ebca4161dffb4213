"""`claimtrack show`: a dossier's chains as trees, in a terminal and in a pipe."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from claimtrack import Dossier, link
from claimtrack.cli import main
from claimtrack.draw import LEGEND, draw_claim
from claimtrack.lint import check_examination
from claimtrack.testing import dossiers
from claimtrack.validation import examine_all

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "us-air-cover.claims.json"

C23 = """\
US air cover for European forces in Ukraine

c23  Ukraine's own forces, training by allies, European troops and aircraft in \
the east of NATO, and Black Sea patrols are enough to deter Russia.
    evaluation · 1 chain · body
    UNN
    └─ Bloomberg  “told the publication”  ◆ bottleneck
       └─ ?one source  “told”  ◆ single point  [unnamed: 1 person]
          └─ (European governments)  “now believe”, belief, CT+
    ends           ?one source [unnamed: 1 person]
    holders        European governments
    origins        ?one source
    individuals    1
    independence   single
    bottlenecks    Bloomberg
    single points  Bloomberg, ?one source
    contradicted   by c13: To deter Russia, US guarantees are needed beside strong \
Ukrainian forces with allied training and troops behind them. (older than this claim)
                   by c15: Nothing but US security guarantees can effectively keep \
Russia from attacking Ukraine again.
    support        none: an evaluation is a view, not something that is so
    why            1 chain supports it, published by UNN
                   The only chain passes through Bloomberg
                   Without “one source” (unnamed, 1) nothing is left
                   1 origin: “one source” (unnamed, 1)
                   Individuals behind it: 1
                   European governments did not speak; spoken for by “one source” \
(unnamed, 1)

each line cites the one below it · ?x one unnamed · ??x two or more · (x) spoken \
for, did not speak · ◆ without it no path to an end is left
"""

FINDINGS = """
FILE:11:31: info CT106 [source]  Bloomberg is cited without a url or an archived copy: \
a01, a02, a03, a04, a05 and 28 more
FILE:63:25: warning CT201 [source]  only ?one source is known to be behind this: \
c22, c23
FILE:63:25: info CT216 [source]  ?one source alone speaks for many: c23
"""
"""What the rules find about the claim, its attribution, or both with others."""

NOTE = """\
support: 23 of 36 claims have no origin on record, 5 are norms or evaluations, \
8 wait for ratings: rate Bloomberg (5 claims), then ??sources (3 claims), then \
Yuriy Ushakov (3 claims)
"""

UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break what a terminal shows."""

LONG = 700
"""Claims that take more than a pipe holds."""


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Return what the command answers, in this process, as if to a terminal."""
    return CliRunner().invoke(main, arguments, input=stdin, color=True)


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return what the command answers, as a process of its own."""
    return subprocess.run(  # noqa: S603  the command under test
        [sys.executable, "-m", "claimtrack", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def write(path: Path, *records: dict[str, Any], **head: str) -> str:
    """Write a dossier of these records, and return the name of its file."""
    text = json.dumps({"claimtrack": "1.0", **head, "records": records})
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_one_claim_is_shown_in_full() -> None:
    """UNN, Bloomberg, one source, and the governments, who did not speak."""
    result = run("show", str(EXAMPLE), "c23")
    assert result.stdout == C23 + FINDINGS.replace("FILE", str(EXAMPLE))
    assert (result.exit_code, result.stderr) == (0, "")


def test_without_a_claim_every_one_is_drawn_in_its_order() -> None:
    """Title, each claim, how to read it, a line on support, and what `check` finds."""
    dossier = Dossier.load(EXAMPLE)
    (examination,) = examine_all(EXAMPLE)
    found = check_examination(examination)
    drawn = [draw_claim(dossier, each, findings=found) for each in dossier.claims]
    result = run("show", str(EXAMPLE))
    assert result.stdout.split("\n\n") == [
        dossier.title,
        *drawn,
        f"{LEGEND}\n{NOTE}".rstrip("\n"),
        "\n".join([*map(str, found), ""]),
    ]
    checked = run("check", "--format", "ndjson", str(EXAMPLE)).stdout.splitlines()
    assert [json.loads(each)["code"] for each in checked] == [e.code for e in found]
    assert not any(row.startswith("    support") for row in result.stdout.split("\n"))
    assert result.exit_code == 0


@pytest.mark.parametrize("key", ["c01", "c23", "c36"])
def test_a_claim_alone_is_drawn_as_among_the_others(key: str) -> None:
    """But for its support, which is shown where somebody asked for the claim."""
    everything = run("show", str(EXAMPLE)).stdout.split("\n\n")
    title, drawn, legend, found = run("show", str(EXAMPLE), key).stdout.split("\n\n")
    lines = drawn.split("\n")
    (place,) = [n for n, row in enumerate(lines) if row.startswith("    support  ")]
    raising = lines[place + 1].startswith("    to raise  ")
    del lines[place : place + 1 + raising]
    assert "\n".join(lines) in everything
    assert drawn.startswith(f"{key}  ")
    assert (title, f"{legend}\n{NOTE}") == (everything[0], f"{everything[-2]}\n")
    assert {*found.splitlines()} <= {*everything[-1].splitlines()}


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("c23x", 'there is no claim "c23x" in this dossier. Did you mean "c23"?'),
        ("C23", 'there is no claim "C23" in this dossier. Did you mean "c23"?'),
        ("unn", 'there is no claim "unn" in this dossier.'),
        ("", 'there is no claim "" in this dossier.'),
        ("\x1b[2J", 'there is no claim "\\x1b[2J" in this dossier.'),
    ],
)
def test_a_wrong_claim_is_answered_in_a_line(key: str, answer: str) -> None:
    """It says what is not there, what was probably meant, and shows nothing else."""
    result = run("show", str(EXAMPLE), key)
    assert (result.stderr, result.stdout) == (f"Error: {answer}\n", "")
    assert result.exit_code == 2


def test_a_dossier_without_claims_says_so(tmp_path: Path) -> None:
    """An empty answer would look like a fault of the command."""
    file = write(tmp_path / "a.json", title="Nothing yet")
    expected = "Nothing yet\n\nThere is no claim in this dossier.\n"
    assert run("show", file).stdout == expected
    assert run("show", "--brief", file).stdout == expected


def test_a_dossier_without_a_title_begins_with_its_claim(tmp_path: Path) -> None:
    """No blank lines where the title would be."""
    file = write(tmp_path / "a.json", {"type": "claim", "id": "c1", "text": "T"})
    drawn = "c1  T\n    fact · no chain: nobody is on record for it"
    drawn += "\n    findings  warning CT101"
    note = "support: 1 of 1 claim has no origin on record"
    assert run("show", file).stdout.startswith(f"{drawn}\n\n{LEGEND}\n{note}\n")


def test_an_invalid_dossier_is_answered_as_check_does(tmp_path: Path) -> None:
    """Every finding with its place, the same exit status, and no drawing."""
    claim = {"type": "claim", "id": "c1", "text": "T", "knd": "norm"}
    said = {"type": "attribution", "claim": "c1", "chain": ["nobody"]}
    file = write(tmp_path / "a.json", claim, claim, said)
    shown, checked = run("show", file), run("check", file)
    assert shown.stdout == checked.stdout
    assert shown.exit_code == checked.exit_code == 1
    assert shown.stdout.endswith("\n4 errors.\n")


def test_a_single_record_is_no_dossier(tmp_path: Path) -> None:
    """There is nothing to draw in it: it says what to do."""
    file = tmp_path / "a.json"
    file.write_text('{"type": "claim", "id": "c1", "text": "T"}')
    result = run("show", str(file))
    assert "error CT009  it is a single record, not a dossier" in result.stdout
    assert 'Put it in the "records" of a dossier.' in result.stdout
    assert result.exit_code == 1


def test_lesser_findings_follow_the_drawing(tmp_path: Path) -> None:
    """A byte order mark does not keep anybody from reading a dossier."""
    file = tmp_path / "a.json"
    file.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes())
    result = run("show", str(file), "c23")
    place = f"{file}:1:1: info CT008  the text begins with a byte order mark"
    assert result.stdout.startswith(f"{C23}\n{place}\n")
    assert result.exit_code == 0


def test_standard_input_is_read_for_a_dash() -> None:
    """As in a pipe."""
    result = run("show", "-", "c23", stdin=EXAMPLE.read_bytes())
    found = FINDINGS.replace("FILE", "<stdin>")
    assert (result.stdout, result.exit_code) == (C23 + found, 0)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.json", "no such file or directory")],
)
def test_what_cannot_be_read_is_said_in_a_line(
    tmp_path: Path, name: str, reason: str
) -> None:
    """A name that is not there, and a folder."""
    result = run("show", str(tmp_path / name))
    assert result.stderr == f"Error: cannot read {tmp_path / name}: {reason}\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_folder_without_a_dossier_is_said_in_a_line(tmp_path: Path) -> None:
    """It would look like a dossier without claims."""
    result = run("show", str(tmp_path))
    wanted = "*.claims.json, *.claims.ndjson or *.claims.txt"
    said = f"there is no {wanted} in the folder {tmp_path}"
    assert (result.stderr, result.exit_code) == (f"Error: {said}\n", 2)


def test_folders_and_many_files_are_shown_each_under_its_name(tmp_path: Path) -> None:
    """A claim may be the last word; the others are files."""
    one = write(tmp_path / "a.claims.json", {"type": "claim", "id": "c1", "text": "T"})
    claim = {"type": "claim", "id": "c2", "text": "U"}
    other = write(tmp_path / "b.claims.json", claim, title="Two")
    shown = run("show", one, other).stdout
    assert shown.startswith(f"{one}\n\nc1  T\n")
    assert f"\n\n{other}: Two\n\nc2  U\n" in shown
    assert run("show", str(tmp_path)).stdout == shown
    alone = run("show", one, other, "c2").stdout
    assert "c1  T" not in alone
    assert alone.startswith(f"{other}: Two\n\nc2  U\n")
    data = json.loads(run("show", str(tmp_path), "--format", "json").stdout)
    assert [each["file"] for each in data["dossiers"]] == [one, other]
    brief = run("show", "--brief", str(tmp_path)).stdout
    assert brief.startswith(f"{one}\n\nclaim  text")
    assert f"\n\n{other}: Two\n\nclaim  text" in brief


def test_a_file_that_is_missing_is_no_claim(tmp_path: Path) -> None:
    """It ends as the names of dossiers do."""
    one = write(tmp_path / "a.claims.json", {"type": "claim", "id": "c1", "text": "T"})
    missing = str(tmp_path / "b.claims.json")
    result = run("show", one, missing)
    assert result.stderr.startswith(f"Error: cannot read {missing}: no such file")


def test_bytes_that_are_no_text_are_a_finding(tmp_path: Path) -> None:
    """A picture instead of a dossier: no traceback, no bytes in the terminal."""
    file = tmp_path / "a.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = run("show", str(file))
    assert result.stdout.splitlines() == [
        f"{file}:1:1: error CT001  the text is not UTF-8 (byte 1 is 0x89)",
        "        fix: Save the file as UTF-8.",
        "1 error.",
    ]
    assert result.exit_code == 1


@settings(max_examples=10, deadline=None)
@given(dossiers(max_sources=4, max_documents=1, max_claims=2, max_relations=0))
def test_nothing_in_a_dossier_reaches_the_terminal_raw(dossier: Dossier) -> None:
    """Whatever valid dossier: it is shown, and nothing in it steers the terminal."""
    result = run("show", "-", stdin=dossier.dumps())
    raw = {unicodedata.category(char) for char in result.stdout.replace("\n", "")}
    assert not raw & UNSAFE
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.count("\n\n") >= len(dossier.claims)


def test_a_reader_who_has_seen_enough_ends_it_in_a_line(tmp_path: Path) -> None:
    """`claimtrack show FILE | head -1`: the first line, and a line on what is missing.

    The status is 2 and not 1, which would say that there are findings.
    """
    claims = [{"type": "claim", "id": f"c{n}", "text": "T" * 99} for n in range(LONG)]
    file = write(tmp_path / "a.json", *claims, title="Long")
    with subprocess.Popen(  # noqa: S603  the command under test
        [sys.executable, "-m", "claimtrack", "show", file],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        assert command.stdout.readline().rstrip() == b"Long"
        command.stdout.close()
        said = b"Error: cannot write standard output: broken pipe\n"
        assert command.stderr.read() == said
    assert command.returncode == 2


IN_ASCII: Final = {
    "◆": "*",
    "·": "-",
    "“": '"',
    "”": '"',
    "…": "...",
    "→": "->",
    "└": "`",
    "├": "|",
    "│": "|",
    "─": "-",
}
"""What stands for a sign of ours where it cannot be shown."""


def in_encoding(text: str, name: str) -> str:
    """Return a text as an encoding can show it."""
    return "".join(
        char if char.encode(name, "ignore") else IN_ASCII[char] for char in text
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1251"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_that_does_not_know_a_character_shows_another(
    environment: dict[str, str],
) -> None:
    """A sign of ours that it lacks is one of ASCII, and no question mark.

    "?" begins what is unnamed, "??" what is unnamed and several.
    """
    unset = {"PYTHONIOENCODING": "", "PYTHONUTF8": ""}
    result = process("show", str(EXAMPLE), "c23", **{**unset, **environment})
    name = environment.get("PYTHONIOENCODING", "ascii")
    shown = result.stdout.decode(name).replace("\r\n", "\n")
    found = FINDINGS.replace("FILE", str(EXAMPLE))
    assert shown == in_encoding(C23 + found, name)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_pipe_gets_what_was_drawn_and_no_colour() -> None:
    """UTF-8, no escape sequences, also where colour is asked for elsewhere."""
    environment = {"PYTHONIOENCODING": "utf-8", "FORCE_COLOR": "1", "TERM": "xterm"}
    result = process("show", str(EXAMPLE), "c23", **environment)
    found = FINDINGS.replace("FILE", str(EXAMPLE))
    assert result.stdout.decode("utf-8").replace("\r\n", "\n") == C23 + found
    assert b"\x1b" not in result.stdout


def test_programs_get_ids_and_a_name_for_each() -> None:
    """All that lineage knows of a claim, its chains in notation, and the findings."""
    result = run("show", str(EXAMPLE), "c23", "--format", "json")
    data = json.loads(result.stdout)
    assert set(data) == {"dossiers", "findings", "summary"}
    ((claim,),) = [each["claims"] for each in data["dossiers"]]
    why = claim.pop("why")
    support = claim.pop("support")
    assert claim == {
        "claim": "c23",
        "text": Dossier.load(EXAMPLE)["c23"].text,  # type: ignore[union-attr]
        "kind": "evaluation",
        "drift": [],
        "contradicted_by": ["c13", "c15"],
        "findings": [],
        "chains": [
            {
                "attribution": "a23",
                "chain": "UNN < Bloomberg < ?one source < (European governments)",
                "standing": "supports",
            }
        ],
        "publishers": ["unn"],
        "outlets": ["bloomberg", "unn"],
        "holders": ["european-governments"],
        "ends": [
            {
                "source": "unnamed-4",
                "kind": "unnamed",
                "basis": "unknown",
                "documents": [],
            }
        ],
        "origins": ["unnamed-4"],
        "individuals": {"lo": 1, "hi": 1},
        "independence": "single",
        "bottlenecks": ["bloomberg"],
        "single_points": ["bloomberg", "unnamed-4"],
        "cut": ["bloomberg"],
        "cycles": [],
        "depth": 4,
        "names": {
            "bloomberg": "Bloomberg",
            "european-governments": "European governments",
            "unn": "UNN",
            "unnamed-4": "?one source",
        },
    }
    because = "an evaluation is a view, not something that is so"
    assert (support["level"], support["because"]) == ("none", because)
    assert (support["scale"], support["candidates"]) == (None, [])
    assert (support["opinion"], support["origins"]) == (None, [])
    assert why[1] == {
        "code": "bottleneck",
        "ids": ["bloomberg"],
        "text": "The only chain passes through Bloomberg",
    }


def test_every_claim_of_every_dossier_is_in_the_json(tmp_path: Path) -> None:
    """In their order, with what was found; also where there is nothing to show."""
    data = json.loads(run("show", str(EXAMPLE), "--format", "json").stdout)
    ids = [each["claim"] for each in data["dossiers"][0]["claims"]]
    assert ids == [each.id for each in Dossier.load(EXAMPLE).claims]
    empty = write(tmp_path / "a.json", title="Nothing yet")
    assert json.loads(run("show", empty, "--format", "json").stdout) == {
        "dossiers": [{"title": "Nothing yet", "file": empty, "claims": []}],
        "findings": [],
        "summary": {"error": 0, "warning": 0, "info": 0},
    }


def test_errors_are_json_too(tmp_path: Path) -> None:
    """As `check --format json` has them, and the same exit status."""
    file = write(tmp_path / "a.json", {"type": "claim", "id": "c1", "txt": "T"})
    shown = run("show", file, "--format", "json")
    assert shown.stdout == run("check", file, "--format", "json").stdout
    assert shown.exit_code == 1


def test_json_hides_nothing() -> None:
    """What could turn the direction of writing round is written as an escape."""
    dossier = Dossier(title="a\u202eb")
    paper = dossier.document("report", "Accounts")
    chain = link(dossier.outlet("U\u202eN"), basis="document", evidence=[paper])
    dossier.attribute(dossier.claim("T\u2028\U000e0041"), chain)
    result = run("show", "-", "--format", "json", stdin=dossier.dumps())
    raw = {unicodedata.category(char) for char in result.stdout.replace("\n", "")}
    assert not raw & UNSAFE
    (shown,) = json.loads(result.stdout)["dossiers"]
    assert shown["title"] == "a\u202eb"
    (claim,) = shown["claims"]
    assert claim["text"] == "T\u2028\U000e0041"
    assert claim["names"] == {"accounts": "Accounts", "un": '"U\\u202eN"'}


GRADED = """\
{"claimtrack": "1.0", "records": [
  {"type": "source", "id": "unn", "kind": "outlet", "name": "UNN"},
  {"type": "source", "id": "mayor", "kind": "person", "name": "Ines Moreau"},
  {"type": "claim", "id": "c1", "text": "The bridge is closed"},
  {"type": "attribution", "id": "a1", "claim": "c1", "chain": ["unn", "mayor"]},
  {"type": "assessment", "id": "v1", "subject": "unn",
   "confidence": [{"scale": "admiralty-reliability", "value": "A"}]},
  {"type": "assessment", "id": "v2", "subject": "mayor",
   "confidence": [{"scale": "admiralty-reliability", "value": "C"}]}
]}
"""


@pytest.mark.parametrize(
    ("scale", "said"),
    [
        ("icd203", "roughly even chance or more"),
        ("kent", "chances about even or more"),
        ("percent", "48 % or more"),
    ],
)
def test_support_stands_beside_origins_on_the_scale_of_the_desk(
    scale: str, said: str
) -> None:
    """As terms, if the grades are right, in a row apart, and never "true"."""
    shown = run("show", "-", "--scale", scale, stdin=GRADED).stdout
    assert (
        "    support        moderate: Ines Moreau (C) through UNN (A); one origin\n"
        "    to raise       a second origin that somebody else calls independent\n"
        f"    as likelihood  if the grades are right: {said}\n"
        "    why "
    ) in shown
    assert "likelihood" not in run("show", "-", stdin=GRADED).stdout
    assert "true" not in shown
    told = run("show", "-", "--scale", scale, "--format", "json", stdin=GRADED).stdout
    support = json.loads(told)["dossiers"][0]["claims"][0]["support"]
    assert support["scale"] == scale
    assert support["candidates"]
    assert support["opinion"]["belief"] == pytest.approx(0.95 / 2)
    assert support["attestation"] == {"mayor": pytest.approx(0.95), "unn": 1}


def test_numbers_and_reasons_are_shown_on_request() -> None:
    """Below support, each under its own name."""
    shown = run("show", "-", "--numbers", "--why", stdin=GRADED).stdout
    assert (
        "    numbers        if the grades are right: 74 % (belief 0.475, "
        "disbelief 0.000, uncertainty 0.525, base rate 0.500)\n"
        "    because        for it: Ines Moreau (C), 95 % arrives through UNN (A)\n"
    ) in shown


def test_a_scale_of_something_else_is_none_to_choose() -> None:
    """Nor one that is not known."""
    for scale in ("admiralty-reliability", "level", "gut"):
        result = run("show", "-", "--scale", scale, stdin=GRADED)
        assert result.exit_code == 2


def test_the_readme_shows_what_is_printed() -> None:
    """Its tree is how the answer begins, and its finding is one of those of `check`."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    fence = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    tree, _, finding = fence.findall(readme)
    runner = CliRunner()
    assert tree in runner.invoke(main, ["show", str(EXAMPLE), "c23"]).stdout
    _, _, said = finding.partition(":")
    assert said in runner.invoke(main, ["check", str(EXAMPLE)]).stdout


def test_rows_for_a_spreadsheet(tmp_path: Path) -> None:
    """A row for each claim, or for the one that is asked for."""
    runner = CliRunner()
    all_rows = runner.invoke(main, ["show", str(EXAMPLE), "--format", "csv"])
    rows = [*csv.DictReader(io.StringIO(all_rows.stdout))]
    claims = Dossier.load(EXAMPLE).claims
    assert [each["claim"] for each in rows] == [each.id for each in claims]
    one = runner.invoke(main, ["show", str(EXAMPLE), "c23", "--format", "csv"])
    assert [*csv.DictReader(io.StringIO(one.stdout))] == [
        each for each in rows if each["claim"] == "c23"
    ]
    broken = tmp_path / "x.claims.json"
    broken.write_text('{"claimtrack": "1.0", "records": [7]}', encoding="utf-8")
    refused = runner.invoke(main, ["show", str(broken), "--format", "csv"])
    assert refused.exit_code == 1
    assert "CT010" in refused.stdout
