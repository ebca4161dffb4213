"""The package as users import it: cheap, complete, and without surprises."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import claimtrack

HEAVY: Final = frozenset(
    {
        "click",
        "dateutil",
        "hypothesis",
        "jsonschema",
        "jsonschema_rs",
        "orjson",
        "referencing",
        "sqlite3",
    }
)
"""What comes in at first use, and not before."""

PUBLIC: Final = tuple(
    each.name
    for each in pkgutil.iter_modules(claimtrack.__path__, "claimtrack.")
    if not each.name.rpartition(".")[2].startswith("_")
)

OPTIONAL: Final = ("hypothesis", "orjson", "jsonschema_rs")
"""What a bare install does not have."""

FEW: Final = {"confidence", "disclosure", "draw", "lineage", "lint", "sheet"}
"""Packages that a star brings along."""

LAYERS: Final = tuple(
    each.name
    for each in pkgutil.iter_modules(claimtrack.__path__, "claimtrack.")
    if each.ispkg
)

PACKAGES: Final = frozenset(each.rpartition(".")[2] for each in PUBLIC) - {"cli"}
"""All that users import but the command."""

LAZY: Final = sorted({*claimtrack.__all__, *PACKAGES} - {"__version__", "testing"})
"""What costs no more than attrs; `testing` needs hypothesis."""


def process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what Python answers in a process of its own."""
    return subprocess.run(  # noqa: S603  our own code in our own interpreter
        [sys.executable, *arguments],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )


def loaded(code: str) -> list[str]:
    """Return the modules that some code loads, in a process of its own."""
    before = "import json, sys; before = set(sys.modules)"
    after = "print(json.dumps(sorted(set(sys.modules) - before)))"
    result = process("-c", f"{before}; {code}; {after}")
    assert result.returncode == 0, result.stderr
    found: list[str] = json.loads(result.stdout)
    return found


def order(name: str) -> tuple[int, str]:
    """Return how names are sorted: constants, then classes, then the rest."""
    letters = name.strip("_")
    return (0 if letters.isupper() else 1 if letters[0].isupper() else 2, name)


def names_in(body: list[ast.stmt], package: str) -> set[str]:
    """Return the names that a module defines, or re-exports from within `package`."""
    found: set[str] = set()
    for node in body:
        if isinstance(node, ast.If):
            # What only type checkers import is loaded at its first use.
            found |= names_in(node.body, package)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package):
            found |= {each.asname or each.name for each in node.names}
        elif isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {each.id for each in node.targets if isinstance(each, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


def body_of(name: str) -> list[ast.stmt]:
    """Return the statements of a module."""
    file = importlib.import_module(name).__file__
    assert file is not None
    return ast.parse(Path(file).read_text(encoding="utf-8")).body


def test_importing_it_loads_nothing_that_costs_time() -> None:
    """Only itself and the standard library, and of that no database."""
    found = {each.partition(".")[0] for each in loaded("import claimtrack")}
    assert "claimtrack" in found
    assert found - {"claimtrack", "attr", "attrs"} <= sys.stdlib_module_names
    assert not found & HEAVY


def test_importing_it_reads_three_modules_of_ours() -> None:
    """The constant of the version, what reads the rest later, and itself."""
    found = loaded("import claimtrack")
    ours = [each for each in found if each.partition(".")[0] == "claimtrack"]
    assert ours == ["claimtrack", "claimtrack._late_names", "claimtrack._version"]


@pytest.mark.parametrize(
    "records",
    [
        [{"type": "claim", "id": "c1", "text": "The ferry stops"}],
        [
            {"type": "claim", "id": "c1", "text": "The ferry stops"},
            {"type": "attribution", "claim": "c1", "chain": ["unn"]},
            {"type": "source", "id": "unn", "kind": "outlet", "name": "UNN"},
        ],
    ],
)
def test_the_first_check_reads_no_engine(records: list[dict[str, object]]) -> None:
    """Nor what finds words for mistakes, where there is none in a few records."""
    data = records[0]
    if len(records) > 1:
        data = {"claimtrack": "1.0", "records": records}
    text = json.dumps(data)
    code = f"import claimtrack; assert claimtrack.validate({text!r}) == ()"
    found = loaded(code)
    assert not {each.partition(".")[0] for each in found} & (HEAVY | {"difflib"})
    for late in ("_code_examples", "_render", "_verdict", "_integrity", "_sweep"):
        assert f"claimtrack.validation.{late}" not in found
    assert "claimtrack.when._last_resort" not in found


@pytest.mark.parametrize("name", LAZY)
def test_naming_something_loads_no_more_than_attrs(name: str) -> None:
    """What checks, reads dates or draws comes in when it is asked to."""
    code = f"import claimtrack; claimtrack.{name}"
    found = {each.partition(".")[0] for each in loaded(code)}
    assert found - {"claimtrack", "attr", "attrs"} <= sys.stdlib_module_names
    assert not found & HEAVY


def test_records_and_dates_need_attrs_alone() -> None:
    """Building a chain and parsing EDTF stay out of the way of everything else."""
    code = (
        "import claimtrack as ct; ct.When.parse('2025-04~'); "
        "c = ct.link('unn').citing('bloomberg'); ct.Claim(id='c1', text='T'); "
        "ct.lineage.voices(c)"
    )
    found = {each.partition(".")[0] for each in loaded(code)}
    assert found - {"claimtrack", "attr", "attrs"} <= sys.stdlib_module_names
    assert not found & HEAVY


def test_the_top_level_is_small_enough_to_be_read() -> None:
    """Fifty names at most, packages not counted."""
    assert len(set(claimtrack.__all__) - PACKAGES) <= 50


@pytest.mark.parametrize("module", ["claimtrack", *PUBLIC])
def test_public_names_are_sorted_and_there(module: str) -> None:
    """Constants, classes, functions; each of them once."""
    package = importlib.import_module(module)
    listed = list(package.__all__)
    assert listed == sorted(set(listed), key=order)
    assert [each for each in listed if not hasattr(package, each)] == []


@pytest.mark.parametrize("module", LAYERS)
def test_a_layer_lists_all_that_it_exports(module: str) -> None:
    """All that its `__init__` takes from its modules, and from lower layers at most."""
    body = body_of(module)
    own = {each for each in names_in(body, module) if each[0] != "_"}
    listed = set(importlib.import_module(module).__all__)
    assert own <= listed <= own | names_in(body, "claimtrack")


def test_errors_lists_every_error() -> None:
    """The layer that is one module."""
    classes = [each for each in body_of("claimtrack.errors") if _is_class(each)]
    listed = importlib.import_module("claimtrack.errors").__all__
    assert set(listed) == names_in(classes, "claimtrack")


def _is_class(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef)


def test_type_checkers_see_what_there_is_at_run_time() -> None:
    """The imports that only they read are those that are made at first use."""
    (typed,) = [each for each in body_of("claimtrack") if isinstance(each, ast.If)]
    listed = {*claimtrack.__all__}
    assert names_in(typed.body, "claimtrack") | {"__version__"} == listed | PACKAGES
    assert set(dir(claimtrack)) == listed | PACKAGES


def test_every_package_is_an_attribute() -> None:
    """Without an import of its own."""
    code = "import claimtrack as ct; print(ct.{0}.__name__)"
    for name in sorted(PACKAGES):
        assert process("-c", code.format(name)).stdout == f"claimtrack.{name}\n"


def test_a_star_takes_names_and_no_packages_that_need_more() -> None:
    """It works where nothing but the requirements is installed."""
    assert PACKAGES & {*claimtrack.__all__} == FEW
    hidden = "; ".join(f"sys.modules[{each!r}] = None" for each in OPTIONAL)
    program = f"import sys; {hidden}; from claimtrack import *; print(MissingExtra)"
    result = process("-c", program)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("name", LAZY)
def test_a_name_is_loaded_at_its_first_use(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the very object that its layer has, and is kept for the next use."""
    monkeypatch.delitem(vars(claimtrack), name, raising=False)
    first = getattr(claimtrack, name)
    assert first is getattr(claimtrack, name)
    if f"claimtrack.{name}" in PUBLIC:
        assert first is importlib.import_module(f"claimtrack.{name}")
    else:
        assert vars(claimtrack)[name] is first
        homes = [importlib.import_module(each) for each in PUBLIC]
        assert any(getattr(home, name, None) is first for home in homes)


@pytest.mark.parametrize("package", ["scales", "validation"])
def test_a_layer_has_no_names_that_it_does_not_list(package: str) -> None:
    """Though some of those that it lists are loaded at their first use."""
    layer = importlib.import_module(f"claimtrack.{package}")
    expected = f"^module 'claimtrack.{package}' has no attribute 'rendr'$"
    with pytest.raises(AttributeError, match=expected):
        layer.rendr  # noqa: B018


@pytest.mark.parametrize("name", ["Dosier", "annotations_of", "__wrapped__"])
def test_an_unknown_name_is_named(name: str) -> None:
    """As of any module."""
    expected = f"^module 'claimtrack' has no attribute '{name}'$"
    with pytest.raises(AttributeError, match=expected) as caught:
        getattr(claimtrack, name)
    assert caught.value.name == name
    assert not hasattr(claimtrack, name)


def test_a_misspelt_name_is_answered_with_the_right_one() -> None:
    """Python's own "did you mean", which looks at what `dir` lists."""
    result = process("-c", "import claimtrack as ct; ct.Dosier")
    assert result.stderr.endswith("Did you mean: 'Dossier'?\n")


def test_python_m_is_the_command() -> None:
    """In a process of its own."""
    result = process("-m", "claimtrack", "--version")
    expected = f", version {claimtrack.__version__}\n"
    assert result.stdout.endswith(expected)
    assert (result.returncode, result.stderr) == (0, "")


def test_running_the_package_runs_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And importing the same module does not."""
    monkeypatch.delitem(sys.modules, "claimtrack.__main__", raising=False)
    monkeypatch.setattr(sys, "argv", ["claimtrack", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("claimtrack", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out.endswith(f"version {claimtrack.__version__}\n")
    importlib.import_module("claimtrack.__main__")
    assert capsys.readouterr().out == ""
