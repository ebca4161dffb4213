"""`ct.check(…, texts=…)`: what is quoted is looked up in the texts of documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

import claimtrack as ct
from claimtrack import lint
from claimtrack.errors import InvalidRecord, UnknownName

if TYPE_CHECKING:
    from pathlib import Path

TEXT: Final = "On Monday the ferry stops."


@pytest.fixture
def d() -> ct.Dossier:
    """Return a dossier with an excerpt that its text does not have."""
    made = ct.Dossier(title="Night ferry")
    post = made.outlet("Post")
    ferry = made.document("article", "Ferry", id="d1", publisher=post)
    wrong = ct.Excerpt(exact="the fairy")
    claim = made.claim("It stops.")
    made.attribute(claim, post, document=ferry, excerpts=[wrong], id="a1")
    return made


def codes(found: lint.Checked) -> list[str]:
    """Return the codes of what is found in excerpts."""
    return [each.code for each in found if each.code.startswith("CT04")]


def test_every_door_gives_the_same(d: ct.Dossier, tmp_path: Path) -> None:
    """A dossier in memory, text, bytes, a mapping, and a file."""
    path, lines = tmp_path / "a.claims.json", tmp_path / "a.claims.ndjson"
    d.save(path)
    d.save(lines)
    doors: list[Any] = [
        d,
        d.dumps(),
        d.dumps().encode(),
        json.loads(d.dumps()),
        path,
        lines,
    ]
    for each in doors:
        assert codes(ct.check(each, texts={"d1": TEXT})) == ["CT045"]
        assert codes(ct.check(each)) == []
        assert codes(ct.check(each, texts={"d1": "To the fairy"})) == []
    (found,) = lint.check(path, texts={"d1": TEXT}, config=chosen())
    assert found.location is not None
    assert (found.record, found.dossier) == ("a1", "Night ferry")


def chosen() -> lint.Config:
    """Return a config that reports CT045 alone."""
    return lint.Config(selection=lint.Selection(("CT045",)))


def test_a_document_is_as_good_as_its_id(d: ct.Dossier) -> None:
    """As wherever an id is asked for."""
    assert codes(ct.check(d, texts={d.documents["d1"]: TEXT})) == ["CT045"]


def test_a_text_of_nothing_is_a_mistake(d: ct.Dossier) -> None:
    """It would look as if all was in order."""
    for data in (d, d.dumps()):
        with pytest.raises(UnknownName, match="d2"):
            ct.check(data, texts={"d1": TEXT, "d2": TEXT})
        with pytest.raises(UnknownName, match="post"):
            ct.check(data, texts={"post": TEXT})
    # Whether a dossier that cannot be read has it is not known.
    assert "CT002" in {e.code for e in ct.check("{", texts={"d2": TEXT})}


def test_a_text_is_a_text(d: ct.Dossier, tmp_path: Path) -> None:
    """Neither bytes nor the name of a file."""
    given: Any
    for given in (b"On Monday", tmp_path, None):
        with pytest.raises(InvalidRecord, match="the text of") as refused:
            ct.check(d, texts={"d1": given})
        assert refused.value.code == "CT010"


def test_a_waiver_waives_it(d: ct.Dossier) -> None:
    """As it does any other finding."""
    d.waive("CT045", "a1", by="Desk", reason="The page has a misprint.")
    found = ct.check(d, texts={"d1": TEXT})
    assert codes(found) == []
    assert "CT707" not in [each.code for each in found]


def test_one_of_several_dossiers(d: ct.Dossier, tmp_path: Path) -> None:
    """Each takes the texts of its documents."""
    path = tmp_path / "a.claims.ndjson"
    other = ct.Dossier(title="Quay")
    ct.write_dossiers([d, other], path)
    (found,) = lint.check(path, texts={"d1": TEXT}, config=chosen())
    assert found.dossier == "Night ferry"
    examination = ct.validation.examine(d.dumps())
    assert codes(lint.check_examination(examination, texts={"d9": TEXT})) == []


def test_a_sheet_quotes_the_text_it_is_given(tmp_path: Path) -> None:
    """Before that which it names itself."""
    path = tmp_path / "a.claims.txt"
    (tmp_path / "a.txt").write_text("The fairy sinks.", encoding="utf-8")
    path.write_text(
        'article [d1]: Ferry\n  text: a.txt\n\n"Post": outlet\n\n'
        '- It stops.\n  body: "Post"\n    > the ferry stops\n'
        '- It sinks.\n  body: "Post"\n    excerpts: [{"exact": "fairy sinks"}]\n',
        encoding="utf-8",
    )

    def found(**texts: str) -> list[str]:
        wanted = lint.Config(selection=lint.Selection(("CT034", "CT045")))
        return [e.code for e in ct.check(path, texts=texts, config=wanted)]

    assert found() == ["CT034"]
    assert found(d1=TEXT) == ["CT045"]
