"""Labels of fact-checkers all over the world, judged by hand.

Each line of `verdict-labels.tsv` is a label and what it means, "-" where it says
nothing of a claim. They are single words and short phrases, as many use them. Run by
itself, ``uv run python tests/conformance/test_verdict_labels.py`` prints a report.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

import attrs

from claimtrack.interop._verdicts import load_verdict_maps

FILE: Final = Path(__file__).parent / "verdict-labels.tsv"

DRAWN: Final = 150
SEED: Final = 19


@attrs.frozen
class Report:
    """How many labels say something, are mapped, and are mapped rightly."""

    meant: int
    mapped: int
    right: int
    wrong: tuple[str, ...]


def report() -> Report:
    """Return what the maps make of labels that are drawn by a seed."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = random.Random(SEED).sample(lines, DRAWN)  # noqa: S311  no secret
    maps = load_verdict_maps()
    meant = mapped = right = 0
    wrong: list[str] = []
    for label, expected in (row.split("\t") for row in rows):
        found = "+".join(f"{v.axis}:{v.code}" for v in maps.of_words(label))
        meant += expected != "-"
        if found:
            mapped += 1
            right += found == expected
        if found not in (expected, ""):
            wrong.append(f"{label}: {found}, not {expected}")
    return Report(meant, mapped, right, tuple(wrong))


def test_most_are_understood_and_hardly_one_is_misunderstood() -> None:
    """Nine of ten, and ninety-eight of a hundred."""
    found = report()
    assert found.right / found.meant >= 0.9
    assert found.right / found.mapped >= 0.98, found.wrong


if __name__ == "__main__":
    print(report())  # noqa: T201  what it is run for
