"""Tables: a row for each judgement or claim, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack import Dossier, UnreviewedDraft
from claimtrack.errors import MissingExtra
from claimtrack.interop import table
from claimtrack.interop.table._cells import armed, inert
from claimtrack.records import Normalized, Rating, Recorded

if TYPE_CHECKING:
    from pathlib import Path


def desk() -> Dossier:
    """Return a dossier with two judgements."""
    d = Dossier(title="Ferry")
    checker = d.outlet("Harbour Check", url="https://check.example")
    page = d.document("article", "=No()", url="https://check.example/1", lang="en")
    claim = d.claim("The ferry is\r\nfree, they say.")
    post = d.document("post", url="https://post.example/1")
    d.attribute(claim, ct.link(d.person("Ada", role="Mayor")), document=post)
    d.attribute(claim, "Post < Radio")
    d.attribute(claim, "Radio < Post")
    d.assess(
        claim,
        by=checker,
        document=page,
        verdict="-1",
        rating=Rating(value=-1, best=5, worst=1),
        rationale="@why",
        license="CC0",
    )
    category = Normalized(
        scheme="https://schema.org/mediaAuthenticityCategory",
        axis="authenticity",
        code="StagedContent",
    )
    d.assess(d.claim("'=Tea"), verdict="\tFalse", normalized=[category])
    d.assess(checker, verdict="Good")
    return d


def test_a_row_for_each_judgement_is_read_as_it_was_meant() -> None:
    """In text divided by commas and by tabs, and in a spreadsheet."""
    d = desk()
    for form in table.FORMS:
        made = table.write(d, form=form).document
        read = table.read(made, columns="desk").dossier
        first, second = read.assessments
        claims = [each.text for each in read.claims]
        assert claims == ["The ferry is\r\nfree, they say.", "'=Tea"]
        assert [first.verdict, second.verdict] == ["-1", "\tFalse"]
        assert first.rating == Rating(value=-1, best=5, worst=1)
        assert first.rationale == "@why"
        (page,) = [each for each in read.documents if each.kind == "article"]
        assert page.title == "=No()"
        chains = [read.format_chain(each) for each in read.attributions]
        assert chains == ["Ada", "Post < Radio"]


def test_what_has_no_column_is_lost() -> None:
    """And what a cell has no place for."""
    made = table.write(desk(), columns={"claimReviewed": "Claim", "chain": "Chain"})
    lines = made.document.splitlines()
    assert lines[0] == "Claim,Chain"
    lost = {(each.record, each.field) for each in made.losses}
    first, second, third = (each.id for each in desk().assessments)
    assert {(first, "chain"), (first, "url"), (third, "verdict")} <= lost
    assert (second, "mediaAuthenticityCategory") in lost
    twice = {"reviewRating.alternateName": "V", "reviewRating.ratingValue": "V"}
    assert table.write(desk(), columns=twice).document.splitlines()[1] == "'-1"


def test_a_row_for_each_claim() -> None:
    """With what lineage knows of it."""
    made = table.write(desk(), rows="claims", form="tsv")
    head, first, *_ = made.document.splitlines()
    assert head.split("\t")[:3] == ["dossier", "claim", "text"]
    assert first.startswith("Ferry\tc1\t")
    assert made.losses == ()


def test_nothing_in_a_spreadsheet_is_a_formula() -> None:
    """And what no spreadsheet takes is spelled out."""
    d = desk()
    d.assess(d.claim("\x01\x02 tea"), verdict="=1+1")
    made = table.write(d, form="xlsx").document
    sheet: Any = openpyxl.load_workbook(io.BytesIO(made)).active
    kinds = {cell.data_type for row in sheet for cell in row if cell.value is not None}
    assert kinds <= {"s", "n"}
    texts = [cell.value for row in sheet for cell in row]
    assert "=1+1" in texts
    assert "\\x01\\x02 tea" in texts
    assert -1 in texts


def test_a_draft_is_refused_and_says_what_it_is() -> None:
    """In a column of its own."""
    d = desk()
    d.attribute(d.claims[0], d.person("Bo"), recorded=Recorded(method="tool"))
    with pytest.raises(UnreviewedDraft):
        table.write(d)
    made = table.write_all([d, desk()], unreviewed=True)
    rows = [*csv.DictReader(io.StringIO(made.document, newline=""))]
    said = "drafted by a tool, reviewed by nobody"
    assert [each["status"] for each in rows] == [said, said, "", ""]


def test_what_is_asked_for_has_to_make_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows, forms, maps, and the extra."""
    d = desk()
    with pytest.raises(ValueError, match="rows is 'x'; expected assessments or claims"):
        table.write(d, rows="x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="form is 'x'; expected csv or tsv or xlsx"):
        table.write(d, form="x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="there is no map"):
        table.write(d, columns="x")
    with pytest.raises(OSError, match="No such file"):
        table.write(d, columns=tmp_path / "none.toml")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra):
        table.write(d, form="xlsx")


@given(
    st.text(st.sampled_from("'=+-@\t\ra1"), max_size=6),
)
def test_an_apostrophe_comes_off_as_it_went_on(text: str) -> None:
    """Whatever the text begins with, nothing that runs is left at its start."""
    assert armed(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r"))
