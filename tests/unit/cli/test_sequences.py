"""Files of many dossiers on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from claimtrack import Dossier, write_dossiers
from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def run(*args: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, args)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of three dossiers."""
    made: list[Dossier] = []
    for number in (1, 2, 3):
        dossier = Dossier(title=f"Case {number}")
        claim = dossier.claim(f"The ferry stops at {number}", id=f"c{number}")
        dossier.attribute(claim, dossier.outlet("Post"))
        made.append(dossier)
    path = tmp_path / "cases.claims.ndjson"
    write_dossiers(made, path)
    return path


def test_every_dossier_is_shown(file: Path) -> None:
    """With its title, in its order, and one legend at the end."""
    result = run("show", str(file))
    assert result.exit_code == 0
    places = [result.stdout.index(f"Case {number}") for number in (1, 2, 3)]
    assert places == sorted(places)
    assert result.stdout.count("each line cites the one below it") == 1


def test_one_claim_is_found_in_its_dossier(file: Path) -> None:
    """The others are not shown."""
    result = run("show", str(file), "c2")
    assert "Case 2" in result.stdout
    assert "Case 1" not in result.stdout
    assert "Case 3" not in result.stdout


def test_a_claim_of_none_is_wrong_usage(file: Path) -> None:
    """With what was probably meant, of any of them."""
    result = run("show", str(file), "c-3")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'Did you mean "c' in result.stderr


def test_a_folder_is_checked_with_its_sequences(file: Path) -> None:
    """Findings name the line of the file."""
    sound = run("check", str(file.parent), "--select", "CT0,CT7")
    assert sound.stdout == "No findings.\n"
    text = file.read_text(encoding="utf-8").replace('"kind":"outlet"', '"kind":"x"', 1)
    file.write_text(text, encoding="utf-8")
    result = run("check", str(file.parent), "--select", "CT0,CT7")
    assert result.exit_code == 1
    assert f"{file}:3:" in result.stdout or f"{file}:2:" in result.stdout
    assert "1 error." in result.stdout
    shown = run("show", str(file))
    assert shown.exit_code == 1
    assert "1 error." in shown.stdout


def test_a_waiver_that_has_ended_is_told_by_the_day_of_the_check(
    tmp_path: Path,
) -> None:
    """The command knows what day it is."""
    dossier = Dossier()
    dossier.claim("T", id="c")
    dossier.waive("CT705", "c", by="A", reason="B", until="1999-12")
    path = tmp_path / "old.claims.json"
    dossier.save(path)
    result = run("check", str(path))
    assert result.exit_code == 0
    assert "CT707" in result.stdout
    assert run("check", "--severity", "warning", str(path)).exit_code == 1
