"""The script that keeps hashes of outputs sees what is said, printed and written."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TOP: Final = Path(__file__).parents[2]
SCRIPT: Final = runpy.run_path(str(TOP / "tests/outputs.py"))

hashes_of: Callable[[Path], dict[str, str]] = SCRIPT["hashes_of"]
compare: Callable[[dict[str, str], dict[str, str]], list[tuple[str, str]]] = SCRIPT[
    "compare"
]


@pytest.mark.long
def test_another_word_in_a_dossier_is_another_output(tmp_path: Path) -> None:
    """Of every command that shows it; the same dossier gives the same hashes."""
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
        shutil.copy(TOP / "examples/us-air-cover.claims.json", folder / "a.claims.json")
    one = hashes_of(before)
    assert compare(one, hashes_of(after)) == []
    file = after / "a.claims.json"
    file.write_text(file.read_text("utf-8").replace("Bloomberg", "Blumberg"), "utf-8")
    found = compare(one, hashes_of(after))
    assert {how for _, how in found} == {"says something else"}
    shown = {call.split()[0] for call, _ in found}
    assert {"show", "draw", "convert", "timeline"} <= shown


def test_what_is_gone_and_what_is_new_is_told() -> None:
    """Besides what is said otherwise."""
    before = {"check a": "1", "show a": "2", "draw a": "3"}
    after = {"check a": "1", "show a": "7", "impact a": "4"}
    assert compare(before, after) == [
        ("draw a", "is gone"),
        ("impact a", "is new"),
        ("show a", "says something else"),
    ]
