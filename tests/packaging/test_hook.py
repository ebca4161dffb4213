"""The hook for pre-commit: which files it gets, and what it runs."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
HOOKS: Final = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
EXAMPLE: Final = ROOT / "examples/us-air-cover.claims.json"

SOUNDNESS: Final = ("--select", "CT0,CT7")
"""Options that leave the newsroom rules out, which the example does not pass."""


def field(name: str) -> str:
    """Return a field of the hook's definition, without its quotes."""
    (value,) = re.findall(rf"^[- ] {name}: (.*)$", HOOKS, re.MULTILINE)
    return str(value).strip("'")


def run(*files: str | Path) -> subprocess.CompletedProcess[str]:
    """Run what the hook runs, as pre-commit does: the files come after the entry."""
    command, *arguments = shlex.split(field("entry"))
    path = shutil.which(command, path=str(Path(sys.executable).parent))
    assert path is not None
    return subprocess.run(  # noqa: S603  the hook's own entry
        [path, *arguments, *map(str, files)],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_the_hook_is_one_that_pre_commit_knows() -> None:
    """These fields it must have; "python" makes an environment and installs us."""
    assert field("id") == "claimtrack-check"
    assert field("name")
    assert field("language") == "python"
    assert field("entry") == "claimtrack check"


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [
        ("a.claims.json", True),
        ("dossiers/2025/a.claims.ndjson", True),
        ("package.json", False),
        ("A.CLAIMS.JSON", True),
        ("a.claims.json.gz", True),
        ("a.claims.ndjson.gz", True),
        ("a.claims.json.gzip", False),
        ("a.claims.json.bak", False),
        ("claims.json", False),
        ("aXclaimsXjson", False),
    ],
)
def test_it_gets_the_files_that_a_folder_would_give(
    name: str, *, is_taken: bool
) -> None:
    """Those whose names end as dossiers do. pre-commit searches with Python."""
    assert bool(re.search(field("files"), name)) is is_taken


def test_sound_files_pass() -> None:
    """Several at once."""
    ran = run(*SOUNDNESS, EXAMPLE, ROOT / "docs/how-to/harbour.claims.json")
    assert (ran.stdout, ran.returncode) == ("No findings.\n", 0)


def test_an_article_that_deserves_it_stops_the_commit() -> None:
    """The hook knows the newsroom rules too."""
    ran = run(EXAMPLE)
    assert ran.returncode == 1
    assert ran.stdout.endswith("2 errors, 4 warnings, 5 info.\n")


def test_one_broken_file_stops_the_commit(tmp_path: Path) -> None:
    """And it is said where."""
    broken = tmp_path / "a.claims.json"
    broken.write_text('{"claimtrack": "1.0", "record": []}', encoding="utf-8")
    ran = run(*SOUNDNESS, EXAMPLE, broken)
    assert ran.returncode == 1
    assert ran.stdout.startswith(f"{broken}:1:")
