"""What the view computes is computed nowhere else."""

from __future__ import annotations

import ast
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import pytest

import claimtrack
from claimtrack.records import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SRC: Final = Path(claimtrack.__file__).parent
KINDS: Final = frozenset(get_args(SourceKind))

SEVERAL: Final = 4
"""Kinds of source in one list that say that sources are judged by kind there."""

ALLOWED: Final[dict[str, dict[str, str]]] = {
    "kinds": {
        "records/_words.py": "the vocabulary",
        "extract/_draft/_candidates.py": 'whom "they" may mean',
    },
    "joining": {
        "records/_words.py": "the vocabulary",
        "records/_relation.py": "which records each kind of relation joins",
        "validation/_soundness.py": "what one pass leaves to the exact way",
        "disclosure/_joined.py": "the relations that name an unnamed source",
        "validation/_code_examples.py": "examples of findings",
    },
    "classes": {},
    "closure": {
        "lineage/_trace/_cut.py": "paths that share no source",
        "lineage/_trace/_cycles.py": "circles and what leads into them",
        "pages/_microdata.py": "elements of a page that refer to each other",
        "lineage/_trace/_single_points.py": "paths without one source",
    },
}
"""For each thing that only the view does: the modules that look as if they did it."""


def lists_of_kinds(tree: ast.AST) -> Iterator[int]:
    """Yield the lines with lists, tuples or sets of several kinds of source."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            values = {e.value for e in node.elts if isinstance(e, ast.Constant)}
            if len(values & KINDS) >= SEVERAL:
                yield node.lineno


def joining_words(tree: ast.AST) -> Iterator[int]:
    """Yield the lines with a kind of relation that makes sources one, or owned."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in ("same-as", "owned-by"):
            yield node.lineno


def loops_to_the_top(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of loops that follow a mapping up: union-find."""
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            for inner in ast.walk(node.test):
                if isinstance(inner, ast.NamedExpr) and called(inner.value) in (
                    "get",
                    "setdefault",
                ):
                    yield node.lineno


def loops_that_reach(tree: ast.AST) -> Iterator[int]:
    """Yield the lines of loops that take from a list what is not reached yet."""
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            inside = list(ast.walk(node))
            takes = any(called(each) in ("pop", "popleft") for each in inside)
            if takes and asked_for(inside) & grown(inside):
                yield node.lineno


def asked_for(nodes: list[ast.AST]) -> set[str]:
    """Return the names X of all `… in X`, `… not in X` and `… - X`."""
    return {
        ast.unparse(each.right)
        for each in nodes
        if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Sub)
    } | {
        ast.unparse(right)
        for each in nodes
        if isinstance(each, ast.Compare)
        for op, right in zip(each.ops, each.comparators, strict=True)
        if isinstance(op, (ast.In, ast.NotIn))
    }


def grown(nodes: list[ast.AST]) -> set[str]:
    """Return the names of the sets and mappings that nodes put something into."""
    return {
        ast.unparse(each.func.value)
        for each in nodes
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr in ("add", "update")
    } | {
        ast.unparse(each.value if isinstance(each, ast.Subscript) else each.target)
        for each in nodes
        if isinstance(each, ast.AugAssign)
        or (isinstance(each, ast.Subscript) and isinstance(each.ctx, ast.Store))
    }


def called(node: ast.AST) -> str:
    """Return the name of the method that a node calls."""
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return node.func.attr if is_method else ""  # type: ignore[attr-defined]


CHECKS: Final[dict[str, Callable[[ast.AST], Iterator[int]]]] = {
    "kinds": lists_of_kinds,
    "joining": joining_words,
    "classes": loops_to_the_top,
    "closure": loops_that_reach,
}


@functools.cache
def tree_of(path: Path) -> ast.AST:
    """Return what a module of ours is made of."""
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("what", CHECKS)
def test_only_the_view_does_it(what: str) -> None:
    """And every exception is one."""
    found = {
        path.relative_to(SRC).as_posix()
        for path in SRC.rglob("*.py")
        if not path.is_relative_to(SRC / "view")
        and not path.is_relative_to(SRC / "testing")
        and any(CHECKS[what](tree_of(path)))
    }
    assert found == set(ALLOWED[what])


COPIES: Final = {
    "kinds": 'K = frozenset({"person", "outlet", "group", "organization"})',
    "joining": 'same = [each for each in relations if each.kind == "same-as"]',
    "classes": """
while (parent := self.parents.get(key, key)) != key:
    key = parent
""",
    "closure": """
while todo:
    for each in owners.get(todo.pop(), ()):
        if each not in found:
            found.add(each)
            todo.append(each)
""",
}
OTHER_COPIES: Final = {
    "kinds": 'K = ("person", "outlet", "organization", "group", "unnamed", "crowd")',
    "joining": 'owners = relations("owned-by")',
    "classes": """
while (parent := parents.setdefault(key, key)) != key:
    parents[key], key = parents[parent], parent
""",
    "closure": """
while todo:
    near = [each for each in neighbours[todo.pop()] if each not in found]
    found |= set(near)
    todo += near
""",
}


@pytest.mark.parametrize("copies", [COPIES, OTHER_COPIES])
@pytest.mark.parametrize("what", CHECKS)
def test_a_copy_is_found(what: str, copies: dict[str, str]) -> None:
    """As there were in lineage, lint, disclosure and validation."""
    assert list(CHECKS[what](ast.parse(copies[what])))
