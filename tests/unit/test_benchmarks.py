"""The scripts that measure: what they import is there, and they run to their end."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER: Final = Path(__file__).parents[2] / "benchmarks"
SCRIPTS: Final = sorted(FOLDER.glob("*.py"))

SMALLEST: Final = {
    "aims": ("60", "60"),
    "claimreview": (),
    "generated": ("40", "-"),
    "imports": ("prov",),
    "lineage": ("50",),
    "lint": ("2",),
    "model": ("5",),
    "peers": ("5",),
    "statements": ("20", "prov"),
    "validation": (),
}
"""Script → the arguments for the least work. `extraction.py` reads ../shared/data."""

UNTRIED: Final = {"extraction", "measures"}
"""That one, and what the others measure with."""


def imports_in(nodes: Iterable[ast.AST]) -> list[tuple[str, str]]:
    """Return the modules that statements import, with the names taken from them."""
    found: list[tuple[str, str]] = []
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.module, each.name) for each in node.names]
        elif isinstance(node, ast.Import):
            found += [(each.name, "") for each in node.names]
    return found


def test_every_script_is_tried() -> None:
    """But for one that reads data beside the project, and what is no script."""
    assert {each.stem for each in SCRIPTS} == {*SMALLEST, *UNTRIED}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.stem)
def test_what_a_script_takes_from_us_is_there(script: Path) -> None:
    """Private modules too, which move without notice."""
    tree = ast.parse(script.read_text(encoding="utf-8"))
    for module, name in imports_in(ast.walk(tree)):
        if module.partition(".")[0] != "claimtrack":
            continue
        loaded = importlib.import_module(module)
        is_there = not name or hasattr(loaded, name)
        assert is_there or importlib.util.find_spec(f"{module}.{name}"), (module, name)


def runnable() -> list[str]:
    """Return the scripts whose peers are installed: `.ci/run` installs all of them."""
    siblings = {each.stem for each in SCRIPTS}
    heads = {
        name: {
            module.partition(".")[0]
            for node in ast.parse((FOLDER / f"{name}.py").read_text("utf-8")).body
            for module, _ in imports_in([node])
        }
        for name in SMALLEST
    }
    return [
        name
        for name, needed in heads.items()
        if all(map(importlib.util.find_spec, needed - siblings))
    ]


@pytest.mark.long
@pytest.mark.parametrize("name", runnable())
def test_a_script_runs_to_its_end(name: str, tmp_path: Path) -> None:
    """With the least work."""
    script = FOLDER / f"{name}.py"
    arguments = [str(tmp_path / "o.ndjson") if e == "-" else e for e in SMALLEST[name]]
    done = subprocess.run(  # noqa: S603
        [sys.executable, str(script), *arguments],
        cwd=FOLDER.parent,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
