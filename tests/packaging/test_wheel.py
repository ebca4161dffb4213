"""The wheel: what is inside, and that it works where nothing else of ours is."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from claimtrack import __version__
from claimtrack.schema import NAMES

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "claimtrack"
SCHEMAS = ROOT / "schemas"
INFO = f"claimtrack-{__version__}.dist-info"

BUILD = """
import sys
from hatchling.build import build_wheel

print(build_wheel(sys.argv[1]))
"""
"""What pip and uv call (PEP 517), without the isolated environment around it."""

USE = """
import json, sys

sys.path.insert(0, sys.argv[1])
import claimtrack
from claimtrack.cli import main
from claimtrack.lint import PRESETS, load_preset
from claimtrack.schema import NAMES, load_schema, schema_root

found = {
    "presets": {name: len(load_preset(name).settings) for name in PRESETS},
    "file": claimtrack.__file__,
    "root": str(schema_root()),
    "schemas": {name: load_schema(name) for name in NAMES},
    "codes": [each.code for each in claimtrack.validate(sys.argv[2])],
}
print(json.dumps(found))
main(["--version"])
"""
"""A few lines that need every part: records, schemas, validation, the command."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(  # noqa: S603  the project's own build backend
        [sys.executable, "-c", BUILD, str(folder)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    return folder / built.stdout.split()[-1]


@pytest.fixture(scope="session")
def files(wheel: Path) -> dict[str, bytes]:
    """Return what is in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def below(folder: Path, pattern: str) -> dict[str, bytes]:
    """Return the files below a folder by their names there."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob(pattern)
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_it_is_for_every_machine(wheel: Path) -> None:
    """Pure Python, under its own version."""
    assert wheel.name == f"claimtrack-{__version__}-py3-none-any.whl"


def test_the_schemas_are_those_of_the_checkout(files: dict[str, bytes]) -> None:
    """Every one of them, to the byte, and no others."""
    prefix = "claimtrack/schemas/"
    packed = {n.removeprefix(prefix): b for n, b in files.items() if prefix in n}
    assert packed == below(SCHEMAS, "*")
    folders = ("v1", "v1-bundles")
    names = {f"{each}/{name}.schema.json" for name in NAMES for each in folders}
    assert names == set(packed)


def test_the_code_is_that_of_the_checkout(files: dict[str, bytes]) -> None:
    """Every module, preset, map and example, the mark of types, and nothing beside."""
    prefix = "claimtrack/"
    packed = {
        name.removeprefix(prefix): content
        for name, content in files.items()
        if name.startswith(prefix) and not name.startswith(f"{prefix}schemas/")
    }
    code = below(SOURCE, "*.py") | below(SOURCE, "*.toml")
    code |= below(SOURCE, "*.claims.json") | below(SOURCE, "*.claims.ndjson")
    code |= below(SOURCE, "*.html") | below(SOURCE, "*.css") | below(SOURCE, "*.js")
    code |= below(SOURCE, "*.txt")
    assert packed == code | {"py.typed": b""}


def test_nothing_else_is_installed(files: dict[str, bytes]) -> None:
    """No tests, no examples, no pages: the package, and what describes it."""
    assert {name.partition("/")[0] for name in files} == {"claimtrack", INFO}
    assert not [name for name in files if "test_" in name or "conftest" in name]


def test_the_licence_comes_along(files: dict[str, bytes]) -> None:
    """Apache 2.0 asks for it."""
    assert files[f"{INFO}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()


def test_it_says_what_it_is_and_what_it_needs(files: dict[str, bytes]) -> None:
    """Name, version, licence, Python, dependencies, and the readme as it stands."""
    with (ROOT / "pyproject.toml").open("rb") as stream:
        project: dict[str, Any] = tomllib.load(stream)["project"]
    says = message_from_bytes(files[f"{INFO}/METADATA"])
    assert (says["Name"], says["Version"]) == ("claimtrack", __version__)
    assert says["License-Expression"] == project["license"] == "Apache-2.0"
    assert says["Requires-Python"] == project["requires-python"]
    needed = says.get_all("Requires-Dist", [])
    required = [each for each in needed if "extra ==" not in each]
    assert sorted(required) == sorted(project["dependencies"])
    extras = says.get_all("Provides-Extra", [])
    assert sorted(extras) == sorted(project["optional-dependencies"])
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert files[f"{INFO}/METADATA"].decode("utf-8").endswith(readme)


def test_the_command_is_installed(files: dict[str, bytes]) -> None:
    """As `claimtrack`."""
    lines = files[f"{INFO}/entry_points.txt"].decode("utf-8").split("\n")
    assert lines[:2] == ["[console_scripts]", "claimtrack = claimtrack.cli:main"]


@pytest.mark.parametrize("how", ["unpacked", "zipped"])
def test_it_works_in_a_bare_folder(wheel: Path, tmp_path: Path, how: str) -> None:
    """Unpacked, and straight from the archive: schemas, checks and the command."""
    place = wheel
    if how == "unpacked":
        place = tmp_path / "site"
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(place)
    used = subprocess.run(  # noqa: S603  the package in our own interpreter
        [sys.executable, "-I", "-c", USE, str(place), '{"type": "claim", "id": "c1"}'],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        text=True,
        encoding="utf-8",
    )
    assert (used.returncode, used.stderr) == (0, "")
    first, last = used.stdout.splitlines()
    found = json.loads(first)
    assert Path(found["file"]).is_relative_to(place)
    assert Path(found["root"]) == place / "claimtrack" / "schemas"
    assert last.endswith(f"version {__version__}")
    assert found["codes"] == ["CT011"]
    assert found["schemas"] == {
        name: json.loads((SCHEMAS / "v1" / f"{name}.schema.json").read_bytes())
        for name in NAMES
    }
