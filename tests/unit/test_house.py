"""The house: a name stands for one thing, and nothing leads in a circle."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import Final

import claimtrack

SRC: Final = Path(claimtrack.__file__).parent

NOUNS: Final = {
    "_finding": "what is found",
    "_mapping": "what leads from one to the other",
    "_page_encoding": "how a page is written in bytes",
    "_rating": "a value in a review",
    "_stronger_wording": "the words that are chosen",
}
"""Private modules that end as gerunds do, with what they hold: a thing."""


def modules() -> dict[str, Path]:
    """Return every module of ours by its name."""
    made: dict[str, Path] = {}
    for path in SRC.rglob("*.py"):
        parts = path.relative_to(SRC.parent).with_suffix("").parts
        if "examples" in parts:
            continue
        made[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return made


def imported(name: str, path: Path, known: set[str]) -> set[str]:
    """Return the modules of ours that a module imports when it is imported itself."""
    found: set[str] = set()
    todo: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            todo.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            inner = {f"{node.module}.{each.name}" for each in node.names}
            found |= inner & known
            if inner - known:
                found.add(node.module)
        todo.extend(ast.iter_child_nodes(node))
    return (found & known) - {name}


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Return the ways that lead back to where they began, one for each such arrow."""
    found: list[list[str]] = []
    done: set[str] = set()

    def walk(name: str, way: list[str]) -> None:
        if name in way:
            found.append([*way[way.index(name) :], name])
        elif name not in done:
            for each in sorted(arrows.get(name, ())):
                walk(each, [*way, name])
            done.add(name)

    for each in sorted(arrows):
        walk(each, [])
    return found


def test_a_private_name_stands_in_one_package() -> None:
    """Who searches for it finds one thing."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in modules().values():
        name = path.parent.name if path.name == "__init__.py" else path.stem
        if name.startswith("_"):
            places[name].append(str(path.relative_to(SRC)))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
    assert len(places) > 200


def test_private_modules_are_called_by_nouns() -> None:
    """What they hold, not what somebody was doing."""
    names = {path.stem for path in modules().values() if path.stem.startswith("_")}
    assert {name for name in names if name.endswith("ing")} == set(NOUNS)


def test_no_import_comes_back_to_where_it_began() -> None:
    """Whoever reads a module has read what it stands on."""
    known = modules()
    arrows = {name: imported(name, path, set(known)) for name, path in known.items()}
    assert sum(map(len, arrows.values())) > 1_000
    assert circles(arrows) == []


def test_a_circle_is_found() -> None:
    """Through however many modules."""
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == [
        ["b", "c", "b"]
    ]
    assert circles({"a": {"b", "c"}, "b": {"c"}}) == []


def test_the_name_of_a_test_is_a_statement() -> None:
    """It says what holds: one or two words name a thing at the most."""
    tests = Path(__file__).parents[1]
    short = [
        f"{path.name}: {node.name}"
        for path in tests.rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and node.name.count("_") < 3
    ]
    assert short == []
