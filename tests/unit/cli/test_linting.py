"""`claimtrack check` by rules: presets, settings, modules of rules, baselines."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from claimtrack.cli import main
from claimtrack.dossier import Dossier, write_dossiers
from claimtrack.lint import PRESETS

ROOT: Final = Path(__file__).resolve().parents[3]
EXAMPLE: Final = ROOT / "examples" / "us-air-cover.claims.json"

MODULE: Final = '''
"""Rules of a desk."""

from claimtrack.lint import Hit, RuleSet, rule

EMPTY = '{"claimtrack": "1.0", "records": []}'


@rule(
    code="CT900",
    name="untitled",
    severity="error",
    unit="dossier",
    text="A dossier has a title",
    why="People look for it.",
    fix="Give it one.",
    fires=EMPTY,
    passes=EMPTY,
    near=EMPTY,
)
def untitled(case):
    if case.dossier.title is None:
        yield Hit("", "the dossier has no title")


RULES = RuleSet((untitled,))
LISTED = [untitled]
TWICE = [untitled, untitled]
NOTHING = "untitled"
'''


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, list(map(str, arguments)), input=stdin)


def codes(result: Result) -> dict[str, str]:
    """Return code and severity of what an answer in JSON holds."""
    findings = json.loads(result.stdout)["findings"]
    return {each["code"]: each["severity"] for each in findings}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a dossier, a module of rules, and nothing else."""
    monkeypatch.chdir(tmp_path)
    d = Dossier()
    d.attribute(d.claim("The ferry stops"), [d.outlet("Post")])
    d.save(tmp_path / "a.claims.json")
    (tmp_path / "desk_rules.py").write_text(MODULE, encoding="utf-8")
    return tmp_path


def test_the_example_deserves_its_status() -> None:
    """Two errors, and nothing of it is waived."""
    result = run("check", EXAMPLE)
    assert result.exit_code == 1
    assert result.stdout.endswith("\n2 errors, 4 warnings, 5 info.\n")
    assert run("check", EXAMPLE).stdout == result.stdout
    assert run("check", EXAMPLE, "--ignore", "CT5").exit_code == 0


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_is_chosen_by_its_name(preset: str) -> None:
    """With the severities of its file."""
    found = codes(run("check", EXAMPLE, "--preset", preset, "--format", "json"))
    assert len(found) == 11
    assert found["CT207"] == ("warning" if preset in ("ap", "reuters") else "info")
    assert found["CT107"] == ("warning" if preset == "reuters" else "info")


def test_settings_stand_in_the_nearest_pyproject(desk: Path) -> None:
    """Of the folder, or of one above it; one without settings is passed over."""
    inner = desk / "in"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    settings = desk / "pyproject.toml"
    settings.write_text(
        '[tool.claimtrack.lint]\nseverities.CT102 = "error"\n', encoding="utf-8"
    )
    os.chdir(inner)
    result = run("check", desk / "a.claims.json", "--format", "json")
    assert (codes(result), result.exit_code) == ({"CT102": "error"}, 1)
    other = desk / "lint.toml"
    other.write_text('ignore = ["CT1"]\n', encoding="utf-8")
    result = run("check", desk / "a.claims.json", "--config", other)
    assert (result.stdout, result.exit_code) == ("No findings.\n", 0)
    # What is selected takes the place of what the settings select.
    result = run("check", desk / "a.claims.json", "--select", "CT7")
    assert (result.stdout, result.exit_code) == ("No findings.\n", 0)


def test_paths_may_be_passed_over(desk: Path) -> None:
    """By the names of the files as they were given."""
    (desk / "pyproject.toml").write_text(
        '[tool.claimtrack.lint.per-path-ignores]\n"a.*" = ["CT102"]\n', encoding="utf-8"
    )
    assert run("check", "a.claims.json").stdout == "No findings.\n"
    Path("a.claims.json").rename("b.claims.json")
    assert "CT102" in run("check", "b.claims.json").stdout


def test_a_misspelt_setting_is_a_finding(desk: Path) -> None:
    """An error in its file; the check is made all the same."""
    settings = desk / "pyproject.toml"
    settings.write_text("[tool.claimtrack.lint]\nmin_unamed = 1\n", encoding="utf-8")
    result = run("check", "a.claims.json")
    assert result.exit_code == 1
    head, fix, *_ = result.stdout.splitlines()
    assert head.startswith(f"{settings}:2:1: error CT012 [lint.min_unamed]  ")
    assert head.endswith('Did you mean "min_unnamed"?')
    assert fix.strip().startswith("fix: Use one of: preset, select,")
    assert "CT102" in result.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [", "cannot read lint.toml: Invalid value (at end of document)"),
        (None, "cannot read lint.toml: no such file or directory"),
    ],
)
def test_settings_that_cannot_be_read_are_said_in_a_line(
    desk: Path, text: str | None, said: str
) -> None:
    """Exit status 2: the check was not made as it was asked for."""
    if text is not None:
        (desk / "lint.toml").write_text(text, encoding="utf-8")
    result = run("check", "a.claims.json", "--config", "lint.toml")
    assert (result.stderr, result.stdout) == (f"Error: {said}\n", "")
    assert result.exit_code == 2


def test_a_pyproject_without_settings_that_was_named_is_wrong(desk: Path) -> None:
    """Whoever names it expects it to have some."""
    (desk / "pyproject.toml").write_text("", encoding="utf-8")
    result = run("check", "a.claims.json", "--config", "pyproject.toml")
    assert "there is no [tool.claimtrack.lint] in pyproject.toml" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "place",
    ["desk_rules", "desk_rules:untitled", "desk_rules.py", "desk_rules.py:LISTED"],
)
def test_rules_of_ones_own_run_beside_ours(
    desk: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """From a module that can be imported, or from a file."""
    monkeypatch.setattr(sys, "path", [str(desk), *sys.path])
    result = run("check", "a.claims.json", "--rules", place, "--format", "json")
    assert codes(result) == {"CT900": "error", "CT102": "warning"}
    result = run("check", "a.claims.json", "--rules", place, "--select", "CT9")
    assert result.stdout.startswith("a.claims.json:1:1: error CT900 [dossier]  the d")
    explained = run("explain", "CT900", "--rules", place).stdout
    assert explained.startswith("CT900 untitled (error)\n")
    assert "Fires:     Read the code of its function." in explained
    assert "untitled" in run("explain", "--rules", place).stdout
    for style in ("sarif", "github"):
        shown = run("check", "a.claims.json", "--rules", place, "--format", style)
        assert "untitled" in shown.stdout
        assert "open-lineage" in shown.stdout


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("no_such_module", 'there is no module of rules "no_such_module"'),
        ("no_such.py", 'there is no module of rules "no_such.py"'),
        ("..", 'there is no module of rules ".."'),
        ("desk_rules.py:NOTHING", 'NOTHING of "desk_rules.py" has no rules'),
        ("desk_rules.py:MISSING", 'MISSING of "desk_rules.py" has no rules'),
        ("json", 'RULES of "json" has no rules'),
        ("desk_rules.py:TWICE", '"desk_rules.py": CT900 is taken'),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_holds_no_rules_is_said_in_a_line(place: str, said: str) -> None:
    """Exit status 2."""
    result = run("check", "a.claims.json", "--rules", place)
    assert said in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_code_that_is_nearly_one_is_suggested() -> None:
    """As everywhere."""
    result = run("check", EXAMPLE, "--select", "CT1O2")
    assert 'no code begins with "CT1O2"' in result.stderr
    assert 'Did you mean "CT102"?' in result.stderr


def test_a_baseline_keeps_old_findings_quiet(desk: Path) -> None:
    """Shows new ones, and reports what is gone."""
    known = ("--baseline", "known.json")
    written = run("check", "a.claims.json", *known, "--write-baseline")
    assert (written.stdout, written.exit_code) == ("No findings.\n", 0)
    assert written.stderr == "1 finding in known.json\n"
    result = run("check", "a.claims.json", *known)
    assert (result.stdout, result.stderr) == ("No findings.\n", "")
    d = Dossier.load(desk / "a.claims.json")
    d.attribute(d.claim("It goes on"), ["post"])
    d.save(desk / "a.claims.json")
    result = run("check", "a.claims.json", *known)
    assert "CT102" in result.stdout
    assert result.stderr == (
        "gone: CT102 post in a.claims.json\n"
        "Update the baseline with --write-baseline.\n"
    )
    run("check", "a.claims.json", *known, "--write-baseline")
    assert run("check", "a.claims.json", *known).stdout == "No findings.\n"


def test_of_many_that_are_gone_the_first_are_named(desk: Path) -> None:
    """And how many more."""
    d = Dossier()
    for number in range(12):
        d.claim(f"Number {number}")
    d.save(desk / "a.claims.json")
    known = ("--baseline", "known.json")
    written = run("check", "a.claims.json", *known, "--write-baseline")
    assert written.stderr == "12 findings in known.json\n"
    Dossier().save(desk / "a.claims.json")
    lines = run("check", "a.claims.json", *known).stderr.splitlines()
    assert len(lines) == 12
    assert lines[10] == "gone: 2 more"
    # Of codes that are not asked for nothing is gone.
    assert run("check", "a.claims.json", *known, "--select", "CT8").stderr == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--write-baseline"], "--write-baseline needs --baseline FILE."),
        (["--baseline", "no.json"], "cannot read no.json: no such file or directory"),
        (["--baseline", "a.claims.json"], "a.claims.json is not a baseline: it is not"),
        (
            ["--baseline", "no/such.json", "--write-baseline"],
            "cannot write no/such.json: no such file or directory",
        ),
    ],
)
@pytest.mark.usefixtures("desk")
def test_a_baseline_that_cannot_be_used_is_said_in_a_line(
    options: list[str], said: str
) -> None:
    """Exit status 2."""
    result = run("check", "a.claims.json", *options)
    assert said in result.stderr
    assert result.exit_code == 2


def relayed() -> tuple[Dossier, Dossier]:
    """Return a dossier with a report and its correction, and one with a relay of it."""
    first, second = Dossier(title="H"), Dossier(title="P")
    url = "https://example.org/herald"
    herald = first.outlet("Herald")
    report = first.document("article", "Ferry", publisher=herald, url=url)
    jane = first.person("Jane Roe")
    first.attribute(
        first.claim("The ferry stops"),
        herald.citing(jane, occasion="a speech"),
        document=report,
    )
    first.notice(
        "correction", report, by=herald, at="2025-05-03", was="May", now="June"
    )
    post, cited = second.outlet("Post"), second.outlet("Herald")
    story = second.document("article", "Ferry", publisher=post, published="2025-05-01")
    read = second.document("article", "Report", publisher=cited, url=url)
    chain = post.citing(cited, document=read).citing(second.person("Jane Roe"))
    second.attribute(second.claim("The ferry stops"), chain, document=story)
    return first, second


def test_notices_of_other_files_count(desk: Path) -> None:
    """A correction reaches a relay in another file, or in another dossier of one."""
    first, second = relayed()
    first.save(desk / "first.claims.json")
    second.save(desk / "second.claims.json")
    write_dossiers([first, second], desk / "both.claims.ndjson")
    select = ("--select", "CT606", "--format", "json")
    assert codes(run("check", "second.claims.json", *select)) == {}
    for files in (["first.claims.json", "second.claims.json"], ["both.claims.ndjson"]):
        result = run("check", *files, *select)
        (finding,) = json.loads(result.stdout)["findings"]
        assert (finding["code"], finding["related"]) == ("CT606", ["ferry"])
        assert finding["record"].startswith("urn:claimtrack:elsewhere:")


def test_of_a_pipe_each_dossier_knows_its_own_notices(desk: Path) -> None:
    """It can be read only once, and is not kept in memory for it."""
    first, second = relayed()
    write_dossiers([first, second], desk / "both.claims.ndjson")
    text = (desk / "both.claims.ndjson").read_text(encoding="utf-8")
    select = ("--select", "CT606", "--format", "json")
    assert codes(run("check", "-", *select, stdin=text)) == {}
    first.save(desk / "first.claims.json")
    found = codes(run("check", "first.claims.json", "-", *select, stdin=text))
    assert found == {"CT606": "warning"}
