"""The pictures of the documentation are what the code draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimtrack import Dossier
from claimtrack.draw import draw_svg

TOP = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "retract"), [("c23", []), ("c23-without-bloomberg", ["bloomberg"])]
)
def test_a_picture_is_what_is_drawn(name: str, retract: list[str]) -> None:
    """Draw it again where it is another one: it is committed as it is here."""
    d = Dossier.load(TOP / "examples/us-air-cover.claims.json")
    committed = (TOP / f"docs/how-to/{name}.svg").read_text(encoding="utf-8")
    assert committed == draw_svg(d, "c23", retract=retract)
