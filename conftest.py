"""Run what the documentation shows, and let only one reason to skip a test count."""

from __future__ import annotations

import functools
import importlib
import inspect
import os
import pkgutil
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from coverage import Coverage
    from sybil import Example

# Machines are slow at times, and that is nothing a law of ours says anything about.
# `.ci/run` has the patience for more examples than a developer has. Both try the same
# examples each time, so that a commit that passed passes again; who wants to find what
# nobody has tried yet runs the laws with the profile "exploring".
_PATIENT: Final = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("claimtrack", _PATIENT, max_examples=20, derandomize=True)
settings.register_profile("thorough", _PATIENT, max_examples=150, derandomize=True)
settings.register_profile("long", _PATIENT, max_examples=300, derandomize=True)
settings.register_profile("exploring", _PATIENT, max_examples=1_000)
settings.register_profile("mutations", _PATIENT, max_examples=720, derandomize=True)
settings.register_profile("support", _PATIENT, max_examples=3_000, derandomize=True)
settings.load_profile("claimtrack")

# Click before 8.2 writes standard error into standard output unless told otherwise, and
# later releases cannot be told. Tests read the two apart, so they say `stdout` and
# `stderr`: what `output` holds differs between releases.
if "mix_stderr" in inspect.signature(CliRunner).parameters:
    _apart = functools.partialmethod(CliRunner.__init__, mix_stderr=False)
    CliRunner.__init__ = _apart

# Tests start many interpreters, each of which would compile all that it imports. Where
# Python may leave no bytecode beside the sources, it goes to the cache of the tests.
if sys.dont_write_bytecode:
    sys.pycache_prefix = str(Path(__file__).resolve().parent / ".pytest_cache/bytecode")
    sys.dont_write_bytecode = False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# What looks at pages in a browser needs a package of the group "engines".
if find_spec("playwright") is None:
    collect_ignore: Final = ["tests/browser"]

_OPTIONS: Final = ELLIPSIS | NORMALIZE_WHITESPACE

_TOP: Final = Path(__file__).resolve().parent

_ONLY_REASON: Final = "../shared is not there"
"""Why a test may be skipped; the summary counts them."""


def _run_console(example: Example) -> str | None:
    """Run what stands after ``$ `` in a shell, and compare what it prints."""
    commands: list[tuple[str, list[str]]] = []
    for line in str(example.parsed).splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append((line[2:], []))
        else:
            commands[-1][1].append(line)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    wrong: list[str] = []
    for command, lines in commands:
        expected = "".join(lines)
        ran = subprocess.run(  # noqa: S602  # the documentation's own commands
            command,
            shell=True,
            cwd=_TOP,
            env={**os.environ, "PATH": path, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        if not OutputChecker().check_output(expected, ran.stdout, ELLIPSIS):
            wrong.append(f"$ {command}expected:\n{expected}got:\n{ran.stdout}")
    return "\n".join(wrong) or None


_PAGES: Final = [
    PythonCodeBlockParser(doctest_optionflags=_OPTIONS),
    CodeBlockParser("console", _run_console),
]

_examples = Sybil([DocTestParser(_OPTIONS)], path="src", pattern="*.py") + Sybil(
    _PAGES, path="docs", pattern="*.md"
)
_examples.append(Sybil(_PAGES, filenames=["README.md"], excludes=["docs/*"]))

pytest_collect_file = _examples.pytest()


_UNMEASURED: Final = tuple(
    _TOP / "tests" / each
    for each in (
        *("conformance", "docs", "packaging"),
        *(
            f"property/test_{each}.py"
            for each in (
                "agreement_laws",
                "canaries",
                "check_laws",
                "dependence_laws",
                "disclosure_laws",
                "dossier_laws",
                "drift_laws",
                "engine_laws",
                "export_laws",
                "factuality_laws",
                "file_laws",
                "from_text_laws",
                "impact_agrees",
                "impact_laws",
                "import_laws",
                "layout_laws",
                "lineage_agrees",
                "lineage_laws",
                "lint_laws",
                "mutations",
                "nobody_laws",
                "notation_laws",
                "renaming_laws",
                "sequence_laws",
                "support_ids",
                "when_laws",
            )
        ),
    )
)
"""Tests that run without coverage, with which they would take far longer.

They reach no line that others do not. A new law is measured until it stands here.
"""


def _current_coverage() -> Coverage | None:
    """Return what measures this run, if anything does."""
    coverage = sys.modules.get("coverage")
    return coverage.Coverage.current() if coverage else None


@contextmanager
def _unmeasured() -> Iterator[None]:
    """Measure no coverage inside."""
    current = _current_coverage()
    if current is None:
        yield
        return
    current.stop()
    try:
        yield
    finally:
        current.start()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Measure what importing claimtrack runs, and not how the tests are found."""
    if _current_coverage() is not None:
        package = importlib.import_module("claimtrack")
        for module in pkgutil.walk_packages(package.__path__, "claimtrack."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    with _unmeasured():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure what counts for coverage, and the fixtures of it."""
    is_free = any(each in (item.path, *item.path.parents) for each in _UNMEASURED)
    with _unmeasured() if is_free else nullcontext():
        return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Turn a skip for any other reason into a failure."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr)
        if _ONLY_REASON not in reason:
            report.outcome = "failed"
            report.longrepr = f'skipped, but not because "{_ONLY_REASON}": {reason}'
