"""What fuzzing found interesting, tried again each time."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FUZZ: Final = Path(__file__).parents[2] / "fuzz"
CORPUS: Final = sorted((FUZZ / "corpus").iterdir())

fuzz = runpy.run_path(str(FUZZ / "fuzz_validation.py"))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_is_judged_alike_by_engines_and_doors(file: Path) -> None:
    """Nothing raises, the engines agree, and what is sound can be saved again."""
    check: Callable[[bytes], set[str]] = fuzz["check"]
    assert check(file.read_bytes())


def test_fuzzing_finds_its_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second of it runs, and finds nothing wrong."""
    main: Callable[[float], int] = fuzz["main"]
    monkeypatch.setitem(main.__globals__, "CORPUS", tmp_path)
    assert main(1 / 60) == 0
    assert "0 failures" in capsys.readouterr().out
