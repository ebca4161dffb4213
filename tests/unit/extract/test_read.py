"""Articles from text, files and bytes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimtrack.errors import InvalidRecord, UnreadableArticle
from claimtrack.extract import Article, draft, read
from claimtrack.extract import _article_file as module

if TYPE_CHECKING:
    from pathlib import Path


def test_text_is_taken_as_it_is() -> None:
    """A path in a text is a text."""
    assert read("a.txt").text == "a.txt"


def test_a_file_is_read_as_it_is_but_for_its_mark(tmp_path: Path) -> None:
    """Its hash is the one that a sheet gives it, whatever its line ends are."""
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne\r\ntwo\rthree")
    assert read(file).text == "One\r\ntwo\rthree"
    assert read("é".encode("utf-16")).text == "é"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04", "a Word file"),
        (b"\xd0\xcf\x11\xe0", "an old Word file"),
        (b"{\\rtf1", "a rich text file"),
        (b"caf\xe9", "byte 3 is not in UTF-8"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    """The message says what it is, and what to do."""
    with pytest.raises(UnreadableArticle, match=what) as caught:
        read(data)
    assert caught.value.fix.split()[0] in ("Copy", "Save")


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="windows-1252"><title>Port</title>
<meta property="og:site_name" content="Café Post">
<meta name="author" content="Lena Berg">
<meta name="date" content="2026-03-02"></head>
<body><h1>Port to close</h1><p>The port will close, Ruiz said.</p>
<blockquote>We have no choice in this.</blockquote></body></html>
"""


@pytest.mark.parametrize("before", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_a_page_gives_more_than_its_text(before: bytes) -> None:
    """It is known by its first sign; what it says of itself goes into the document."""
    data = PAGE.replace("windows-1252", "utf-8") if before.startswith(b"\xef") else PAGE
    encoding = "utf-8" if before.startswith(b"\xef") else "windows-1252"
    article = read(before + data.encode(encoding))
    assert article.text.splitlines()[0] == "Port to close"
    assert article.encoding == encoding
    assert [article.text[a:b] for a, b in article.blockquotes] == [
        "We have no choice in this."
    ]
    drafted = draft(article)
    [document] = drafted.dossier.documents
    assert str(document.published) == "2026-03-02"
    names = {each.id: each.name for each in drafted.dossier.sources}
    assert names[document.publisher or ""] == "Café Post"
    assert [names[each] for each in document.authors] == ["Lena Berg"]
    assert "CT054" in {doubt.code for doubt in drafted.doubts}


def test_a_page_is_known_by_its_name(tmp_path: Path) -> None:
    """Where it begins with words; a text file that does so is none."""
    for name, text in (("a.HTML", "It rains\n\nHard."), ("a.txt", "It rains<p>Hard.")):
        file = tmp_path / name
        file.write_text("It rains<p>Hard.", "utf-8")
        assert read(file).text == text


@pytest.mark.parametrize(
    ("published", "kept"),
    [("03/04/2026", "03/04/2026"), ("2026-03", "2026-03"), ("\0", None)],
)
def test_a_date_that_cannot_be_read_stays_words(
    published: str, kept: str | None
) -> None:
    """Nothing is guessed, and what no record can hold is left out."""
    article = Article(text="It rains, Ruiz said.", published=published)
    [document] = draft(article).dossier.documents
    shown = document.published and (document.published.text or str(document.published))
    assert shown == kept


def test_a_date_that_is_asked_for_has_to_be_one() -> None:
    """The caller can mend it."""
    with pytest.raises(InvalidRecord):
        draft(Article(text="It rains."), published="03/04/2026")


@pytest.mark.parametrize("junk", ["\ud800", "x" * 2_000, " ", "…"])
def test_what_no_record_can_hold_is_left_out_of_what_a_page_says(junk: str) -> None:
    """A page may say anything of itself, and the article is drafted all the same."""
    article = Article(
        text="It rains, Ruiz said.",
        title=junk,
        publisher=junk,
        authors=(junk, "Lena Berg"),
        published=junk,
        url=junk,
    )
    [document] = draft(article).dossier.documents
    assert (document.publisher, document.published, document.url) == (None, None, None)
    assert len(document.authors) == 1


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is not a library."""
    monkeypatch.setattr(module, "MOST", 3)
    with pytest.raises(UnreadableArticle, match="more than 3 bytes"):
        read(b"four")


def test_the_hash_is_that_of_the_text() -> None:
    """The document of a draft carries it."""
    article = Article(text="It rains, Ruiz said.")
    [document] = draft(article).dossier.documents
    assert document.sha256 == article.sha256


def test_importing_it_costs_little() -> None:
    """No parser of HTML, no spaCy, and a quarter of what a dossier costs (CPU time)."""
    program = (
        "import sys, time; begun = time.process_time(); "
        "import claimtrack.dossier; between = time.process_time(); "
        "import claimtrack.extract; spent = time.process_time() - between; "
        "print(spent / (between - begun)); "
        "print(sorted({'lxml', 'spacy', 'claimtrack.pages'} & {*sys.modules}))"
    )
    least = 1.0
    for _ in range(5):
        command = [sys.executable, "-c", program]
        shown = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        share, loaded = shown.stdout.splitlines()
        assert loaded == "[]"
        least = min(least, float(share))
    assert least < 0.25
