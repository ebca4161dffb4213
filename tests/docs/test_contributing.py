"""CONTRIBUTING names files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
NAMED = sorted(
    set(
        re.findall(
            r"`((?:[a-z_]+/)+[\w.-]+\.(?:py|json|toml|md)|_[a-z_]+\.py)`",
            (TOP / "CONTRIBUTING.md").read_text("utf-8"),
        )
    )
    # What modules are called in general.
    - {"_noun.py"}
)
ROOTS = (TOP, TOP / "src/claimtrack", TOP / "schemas/v1")


def test_there_are_names_to_look_at() -> None:
    """The form of the table may change."""
    assert len(NAMED) > 50


def test_most_changes_are_found_by_name() -> None:
    """The table is for those that are not, and stays short enough to be read."""
    text = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    table = text.partition("| change | files |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = table.splitlines()
    assert all(each.startswith("| ") for each in rows)
    assert 10 < len(rows) <= 28


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_there(name: str) -> None:
    """A newcomer opens it: by its path, or by its name beside the one before."""
    found = [each for root in ROOTS for each in [root / name] if each.exists()]
    assert found or ("/" not in name and [*TOP.glob(f"src/**/{name}")]), name
