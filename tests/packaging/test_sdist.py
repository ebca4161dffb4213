"""The source distribution: all of the checkout, and tests find their files in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

import pytest

from claimtrack import __version__

ROOT: Final = Path(__file__).resolve().parents[2]

BUILD: Final = """
import sys
from hatchling.build import build_sdist

print(build_sdist(sys.argv[1]))
"""
"""What pip and uv call (PEP 517), without the isolated environment around it."""


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the distribution unpacks to."""
    folder = tmp_path_factory.mktemp("sdist")
    built = subprocess.run(  # noqa: S603  the project's own build backend
        [sys.executable, "-c", BUILD, str(folder)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    with tarfile.open(folder / built.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / f"claimtrack-{__version__}"


def tracked() -> set[str]:
    """Return the files of the checkout; of an unpacked distribution, all of them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  wherever it is
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
    )
    names = listed.stdout.split("\0")
    if not (ROOT / ".git").exists():
        found = (each.relative_to(ROOT) for each in ROOT.rglob("*"))
        names = [each.as_posix() for each in found if "__pycache__" not in each.parts]
    return {each for each in names if (ROOT / each).is_file()}


def reading() -> list[str]:
    """Return what reads files of the checkout: pages, and the tests that look for one.

    All other tests look at the package alone. Those in a browser need more than a
    distribution asks for, and this file would build the distribution of the
    distribution, and so on.
    """
    others = {Path(__file__).resolve(), *(ROOT / "tests/browser").iterdir()}
    tests = sorted({*(ROOT / "tests").rglob("test_*.py")} - others)
    looking = [each for each in tests if "parents[" in each.read_text("utf-8")]
    return ["docs", "README.md", *(str(each.relative_to(ROOT)) for each in looking)]


def test_everything_of_the_checkout_is_in_it(unpacked: Path) -> None:
    """Pages, examples and settings too, byte for byte: the tests read them."""
    wanted = tracked()
    assert "conftest.py" in wanted
    for name in sorted(wanted):
        copy = unpacked / name
        assert copy.is_file(), name
        assert copy.read_bytes() == (ROOT / name).read_bytes(), name


@pytest.mark.long
def test_its_tests_find_the_files_that_they_read(unpacked: Path) -> None:
    """As anybody who packages it for a distribution would run them."""
    ran = subprocess.run(  # noqa: S603  our own tests
        [sys.executable, "-m", "pytest", "-q", "-pno:cacheprovider", *reading()],
        capture_output=True,
        check=False,
        cwd=unpacked,
        env={**os.environ, "PYTHONPATH": str(unpacked / "src")},
        text=True,
    )
    assert ran.returncode == 0, ran.stdout
