"""What nobody has looked at is left out, with what depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given

from claimtrack import Dossier, sheet
from claimtrack.cli import main
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from pathlib import Path

SHEET = """\
drafted: “tool 1”, 2026-03-02
article [a]: Port
Ruiz: person
~ [c1] It closes.
- [c2] It pays.
+ [c3] fact about c1, c2: It opens.
  if: the port closes [c1]
  quantity: 3 of c1
  body: Ruiz, utterance c1
  body, drafted [d]: Ruiz
  contradicts: c1
- [c4] It stays.
  if: [c1]
  verdict on d: Ruiz “no”
~ [c5] It sinks.
  body: Ruiz
  verdict [v]: Ruiz “yes”
  correction on v: Ruiz
relations:
  c2 contradicts c3
"""


def convert(tmp_path: Path, source: str, target: str, *options: str) -> Dossier:
    """Return what the command writes."""
    names = [str(tmp_path / each) for each in (source, target)]
    arguments = ["convert", *options, names[0], "-o", names[1]]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.stderr
    return Dossier.load(names[1])


@pytest.mark.parametrize("form", ["b.claims.json", "b.claims.txt"])
def test_drafts_are_left_out(tmp_path: Path, form: str) -> None:
    """And nothing that stays refers to them."""
    (tmp_path / "a.claims.txt").write_text(SHEET, encoding="utf-8")
    assert len(convert(tmp_path, "a.claims.txt", "all.claims.json").claims) == 5
    made = convert(tmp_path, "a.claims.txt", form, "--accepted")
    assert [each.id for each in made.claims] == ["c2", "c3", "c4"]
    opened, stays = made.claims[1:]
    assert opened.about == ("c2",)
    assert (opened.condition is not None and opened.condition.claim) is None
    assert opened.quantity is not None
    assert opened.quantity.of is None
    assert stays.condition is None
    (attribution,) = made.attributions
    assert attribution.chain.last.utterance is None
    assert [each.kind for each in made.relations] == ["contradicts"]
    assert (len(made.assessments), len(made.notices)) == (0, 0)


def test_json_says_by_its_attributions_what_is_a_draft(tmp_path: Path) -> None:
    """A claim without attribution was written by somebody, as far as it says."""
    (tmp_path / "a.claims.txt").write_text(SHEET, encoding="utf-8")
    convert(tmp_path, "a.claims.txt", "a.claims.json")
    made = convert(tmp_path, "a.claims.json", "b.claims.json", "--accepted")
    assert [each.id for each in made.claims] == ["c1", "c2", "c3", "c4"]


@given(dossiers())
def test_what_is_accepted_is_sound_and_stays_so(dossier: Dossier) -> None:
    """No reference dangles, and a second time changes nothing."""
    made = sheet.accepted(dossier)
    assert set(made) <= set(dossier)
    assert not [each for each in made.validate() if each.severity == "error"]
    assert sheet.accepted(made) == made
