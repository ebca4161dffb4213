"""`claimtrack check --desk`, and what the summary says of the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from claimtrack import Dossier
from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

UNNAMED: Final = (
    "No desk is named (--desk NAME): unnamed sources are graded as relayed, and "
    "CT204, CT206, CT208 and CT215 do not run."
)
ABSENT: Final = UNNAMED.replace(
    "No desk is named (--desk NAME)", 'No dossier has the desk "Herald"'
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a dossier whose publisher dealt with an unnamed source."""
    monkeypatch.chdir(tmp_path)
    d = Dossier()
    source = d.unnamed("clerks", count="2+", role="clerk")
    d.attribute(d.claim("The ferry stops"), d.outlet("Post").citing(source))
    path = tmp_path / "a.claims.json"
    d.save(path)
    return path


def run(*arguments: str | Path) -> Result:
    """Run `claimtrack check`."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def test_the_option_and_the_setting_do_the_same(file: Path) -> None:
    """The option takes the place of the setting; it may be given several times."""
    option = run(file, "--desk", "Herald", "--desk", "post", "--format", "json")
    assert [e["code"] for e in json.loads(option.stdout)["findings"]] == ["CT206"]
    settings = file.with_name("pyproject.toml")
    settings.write_text('[tool.claimtrack.lint]\ndesk = "Post"\n', encoding="utf-8")
    assert run(file, "--format", "json").stdout == option.stdout
    assert run(file, "--desk", "Herald").stdout == f"{ABSENT}\nNo findings.\n"


def test_an_empty_desk_is_a_mistake_of_usage(file: Path) -> None:
    """A shell variable that is not set would switch rules off."""
    result = run(file, "--desk", "")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--desk needs the name of an outlet" in result.stderr


def test_the_summary_says_that_no_desk_is_named(file: Path) -> None:
    """In one line, where something hangs on it."""
    assert run(file).stdout == f"{UNNAMED}\nNo findings.\n"
    assert run(file, "--select", "CT1").stdout == "No findings.\n"
    short = "No desk is named (--desk NAME): unnamed sources are graded as relayed."
    assert run(file, "--select", "CT201").stdout == f"{short}\nNo findings.\n"
    only = "No desk is named (--desk NAME): CT204 does not run."
    assert run(file, "--select", "CT204").stdout == f"{only}\nNo findings.\n"
    assert run(file, "--desk", "Post").stdout.startswith(str(file))


def test_the_summary_says_that_the_desk_is_in_no_dossier(file: Path) -> None:
    """Nor in a later one; of several, which are missing."""
    assert run(file, "--desk", "Herald").stdout == f"{ABSENT}\nNo findings.\n"
    result = run(file, "--desk", "Herald", "--desk", "Post", "--select", "CT208")
    line = 'No dossier has an outlet "Herald", which was named as desk.'
    assert result.stdout == f"{line}\nNo findings.\n"
    other = Dossier()
    other.outlet("Herald")
    other.save(file.with_name("b.claims.json"))
    assert "No dossier" not in run(file.parent, "--desk", "Herald").stdout


def test_without_unnamed_sources_nothing_hangs_on_a_desk(tmp_path: Path) -> None:
    """And what rules never looked at says nothing either."""
    sound, broken = tmp_path / "a.claims.json", tmp_path / "b.claims.json"
    d = Dossier()
    d.outlet("Post")
    d.save(sound)
    d.unnamed("clerks")
    broken.write_text(d.dumps().replace("1.0", "one"), encoding="utf-8")
    assert "desk" not in run(sound, broken).stdout
