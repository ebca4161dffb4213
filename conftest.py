"""Run what the documentation shows, and let only one reason to skip a test count."""

from __future__ import annotations

import functools
import inspect
import os
import subprocess
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

if TYPE_CHECKING:
    import pytest
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


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Turn a skip for any other reason into a failure."""
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr)
        if _ONLY_REASON not in reason:
            report.outcome = "failed"
            report.longrepr = f'skipped, but not because "{_ONLY_REASON}": {reason}'
