"""`--select` decides what is computed, not what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import claimtrack as ct
from claimtrack.lint import check_examination
from claimtrack.lint.config import Config, Selection
from claimtrack.validation import examine

if TYPE_CHECKING:
    import pytest

    from claimtrack.validation import Examination


def examined() -> Examination:
    """Examined."""
    d = ct.Dossier(title="Ferry")
    d.attribute(d.claim("It stops"), d.outlet("UNN").citing(d.unnamed("officials")))
    return examine(d.dumps())


def test_without_rules_no_dossier_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rules no dossier is built."""
    examination = examined()
    config = Config(selection=Selection(("CT0",)))
    with monkeypatch.context() as patched:
        patched.delattr(ct.Dossier, "from_examination")
        checked = check_examination(examination, config=config)
    assert len(checked) == 0
    assert checked.dossier == ct.Dossier.from_examination(examination)


def test_rules_that_are_selected_find_what_they_find_among_all() -> None:
    """Rules that are selected find what they find among all."""
    examination = examined()
    every = check_examination(examination)
    codes = {each.code for each in every}
    assert codes
    for code in codes:
        config = Config(selection=Selection((code,)))
        found = check_examination(examination, config=config)
        assert found == tuple(each for each in every if each.code == code)
