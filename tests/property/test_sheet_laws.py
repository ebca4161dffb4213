"""Laws of the sheet: what is written can be read again, and no text raises."""

from __future__ import annotations

import hashlib
import io
import json
import random
from pathlib import Path

import attrs
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from claimtrack import Dossier, sheet
from claimtrack.notation import examine_any, split_sheet
from claimtrack.records import Attribution, Excerpt
from claimtrack.testing import dossiers

ROOT = Path(__file__).parents[2]
EXAMPLE = Dossier.load(ROOT / "examples/us-air-cover.claims.json")
SHEET = (ROOT / "examples/us-air-cover.claims.txt").read_text(encoding="utf-8")
HARBOUR = (ROOT / "tests/unit/notation/harbour.claims.txt").read_text(encoding="utf-8")

PARTS = 10
"""Of tests that take minutes, so that workers share them."""


def read(text: str, article: str | None = None) -> Dossier:
    """Return the dossier of a sheet that has no error."""
    found = sheet.read(text, article=article)
    assert found.dossier is not None, found.findings
    return found.dossier


@given(dossiers())
def test_what_is_written_is_read_back(dossier: Dossier) -> None:
    """Equal, and written again as the same text."""
    text = sheet.write(dossier)
    again = read(text)
    assert again == dossier
    assert sheet.write(again) == text


@given(dossiers())
def test_a_written_sheet_gives_no_finding_of_its_own(dossier: Dossier) -> None:
    """No name is undeclared, and nothing is suspicious."""
    found = sheet.read(sheet.write(dossier)).findings
    assert not [each for each in found if each.code.startswith("CT03")]


@given(dossiers())
def test_formatting_keeps_the_records_and_changes_nothing_twice(d: Dossier) -> None:
    """No word changes."""
    text = sheet.write(d)
    formatted = sheet.format(text)
    assert sheet.format(formatted) == formatted
    assert read(formatted) == d


@given(dossiers(), st.sampled_from(["\t", "   ", " \u200f "]), st.sampled_from("\n\r"))
def test_depth_tabs_and_line_ends_mean_nothing(
    dossier: Dossier, margin: str, end: str
) -> None:
    """Nor do a byte order mark and marks of direction."""
    lines = sheet.write(dossier).split("\n")
    deep = [
        f"{margin}{line.lstrip(' ')}" if line.startswith(" ") else line
        for line in lines
    ]
    ends = " \u200f" + ("\r\n" if end == "\n" else end)
    assert read("\ufeff" + ends.join(deep)) == dossier


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """What cannot be read has a finding."""
    found = sheet.read(text)
    assert (found.dossier is None) == any(e.severity == "error" for e in found.findings)
    sheet.format(text)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever stands in a file, or comes from standard input."""
    for examination in examine_any(io.BytesIO(data)):
        assert examination.is_valid or examination.findings


def mutated(number: int) -> None:
    """Read and format a sheet in which a few signs have changed."""
    chance = random.Random(number)  # noqa: S311
    text = chance.choice([SHEET, HARBOUR])
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        put = chance.choice(
            ["", ",", "<", "{", "}", "[", '"', "“", "(", "@", "\n", ":", "…", "?", "\\"]
        )
        text = text[:at] + put + text[at + chance.randint(0, 3) :]
    found = sheet.read(text)
    assert (found.dossier is None) == any(e.severity == "error" for e in found.findings)
    assert all(each.message and each.location for each in found.findings)
    assert sheet.format(sheet.format(text)) == sheet.format(text)


@given(st.integers(0, 2**32))
def test_no_mutated_sheet_raises(seed: int) -> None:
    """Each finding says something, and where."""
    mutated(seed)


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_no_mutated_sheet_of_many_raises(part: int) -> None:
    """None of 20,000."""
    for number in range(part, 20_000, PARTS):
        mutated(number)


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_written_is_read_back_many_times(part: int) -> None:
    """As above, 5,000 times."""

    @seed(part)
    @settings(max_examples=5_000 // PARTS, derandomize=False, database=None)
    @given(dossiers())
    def read_back(dossier: Dossier) -> None:
        text = sheet.write(dossier)
        again = read(text)
        assert again == dossier
        assert sheet.write(again) == text

    read_back()


@st.composite
def quoted(draw: st.DrawFn) -> tuple[Dossier, str]:
    """Draw a dossier about a text, with places in it, and the text."""
    dossier = draw(dossiers().filter(lambda d: d.documents and d.attributions))
    cues = [
        link.cue
        for each in dossier.attributions
        for link in each.chain
        if link.cue is not None
    ]
    words = [*cues, "will close", "said", "Port", "“no”", "\n", ".", "said that", "ü"]
    text = "Port " + " ".join(
        draw(st.lists(st.sampled_from(words), min_size=5, max_size=30))
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    read_one = dossier.documents[0]
    dossier.replace(attrs.evolve(read_one, sha256=digest))
    for other in dossier.documents[1:]:
        # Whoever reads it with this text is told that it is another.
        dossier.replace(attrs.evolve(other, sha256="0" * 64))
    for each in dossier.attributions:
        excerpts: list[Excerpt] = []
        for _ in range(draw(st.integers(0, 2))):
            start = draw(st.integers(0, len(text) - 1))
            end = draw(st.integers(start + 1, len(text)))
            excerpts.append(Excerpt(start=start, end=end))
        for index, link in enumerate(each.chain):
            at = -1 if link.cue is None else text.find(link.cue)
            if link.cue is not None and at >= 0 and draw(st.integers(0, 3)):
                end = at + len(link.cue)
                excerpts.append(Excerpt(start=at, end=end, role="cue", link=index))
        document = draw(st.sampled_from([read_one.id, read_one.id, each.document]))
        dossier.replace(attrs.evolve(each, excerpts=excerpts, document=document))
    return dossier, text


@given(quoted())
def test_with_its_article_a_dossier_is_read_back(made: tuple[Dossier, str]) -> None:
    """Quotes lead to the places that they were made of."""
    dossier, article = made
    found = sheet.read(sheet.write(dossier), article=article)
    if any(each.code == "CT034" for each in found.findings):
        return  # another of its documents was read, and that has another text
    text = sheet.write(dossier, article=article)
    assert read(text, article) == dossier
    assert sheet.write(read(text, article), article=article) == text


@given(dossiers(max_attributions=6))
def test_what_format_chain_prints_can_be_read(dossier: Dossier) -> None:
    """In the sheet of its dossier, as one step for each link."""
    written = sheet.write(dossier)
    for each in dossier.attributions:
        shown = dossier.format_chain(each)
        text = f"{written}\n- [new-one] A claim.\n  said in none [new-two]: {shown}\n"
        found = sheet.read(text)
        errors = [e for e in found.findings if e.severity == "error"]
        assert {e.code for e in errors} <= {"CT033"}, (shown, errors)
        if found.dossier is not None:
            made = found.dossier["new-two"]
            assert isinstance(made, Attribution)
            assert len(made.chain) == len(each.chain)
            are_open = [link.source is None for link in made.chain]
            assert are_open == [link.source is None for link in each.chain]


@given(dossiers(), st.randoms(use_true_random=False))
def test_blocks_that_change_places_give_the_same_records(
    dossier: Dossier, chance: random.Random
) -> None:
    """Where all is labelled, and the sheet says which document was read."""
    text = sheet.format(sheet.write(dossier))
    if "\nread:" not in f"\n{text}":
        key = dossier.documents[0].id if dossier.documents else None
        said = "none" if key is None else f"[{json.dumps(key)}]"
        text = f"read: {said}\n\n{text}"
    blocks = [each.text for each in split_sheet(text)]
    chance.shuffle(blocks)
    assert dict(read("".join(blocks))) == dict(dossier)


def test_the_example_is_the_same_in_both_forms() -> None:
    """With places as numbers, and none of the words of the article."""
    assert read(SHEET) == EXAMPLE
    assert sheet.write(EXAMPLE) == SHEET
    assert sheet.format(SHEET) == SHEET
    assert len(SHEET.encode()) <= 15_500
    assert "text:" not in SHEET


def test_the_seed_is_the_example() -> None:
    """With the article, and in few bytes."""
    folder = ROOT.parent / "shared/data/seed"
    if not folder.is_dir():
        pytest.skip("../shared is not there")
    text = (folder / "us-air-cover.claims.txt").read_text(encoding="utf-8")
    article = (folder / "article.txt").read_text(encoding="utf-8")
    assert read(text, article) == EXAMPLE
    quoting = sheet.write(EXAMPLE, article=article)
    assert read(quoting, article) == EXAMPLE
    assert len(quoting.encode()) <= 15_500
