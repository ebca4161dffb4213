"""`claimtrack fmt`: JSON in one layout, standard input, and places from texts."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

import claimtrack as ct
from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TEXT: Final = "On Monday the ferry stops."

SHEET: Final = (
    'article [d1]: Ferry\n\n"Post": outlet\n\n- It stops.\n  body: "Post"\n'
    '    > the ferry\n    excerpts: [{"exact": "Monday"}]\n'
)


def run(*arguments: object, stdin: str | bytes | None = None) -> tuple[int, str, str]:
    """Return the exit status, and what is printed."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def d() -> ct.Dossier:
    """Return a dossier with an excerpt that has no place."""
    made = ct.Dossier(title="Night ferry")
    post = made.outlet("Post")
    ferry = made.document("article", "Ferry", id="d1", publisher=post)
    quoted = [ct.Excerpt(exact="the ferry"), ct.Excerpt(exact="the fairy")]
    made.attribute(made.claim("It stops."), post, document=ferry, excerpts=quoted)
    return made


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return the file of its text."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_gets_the_layout_that_is_saved(tmp_path: Path, d: ct.Dossier) -> None:
    """However it was laid out; once is enough."""
    path = tmp_path / "x.claims.json"
    path.write_text(json.dumps(json.loads(d.dumps())), encoding="utf-8")
    assert run("fmt", "--check", path) == (1, f"would change {path}\n", "")
    assert run("fmt", path) == (0, "", "")
    assert path.read_text("utf-8") == ct.Dossier.load(path).dumps()
    before = path.stat().st_mtime_ns
    assert run("fmt", path) == run("fmt", "--check", path) == (0, "", "")
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize("name", ["x.claims.ndjson", "x.claims.json"])
def test_a_sequence_keeps_a_dossier_a_line(
    tmp_path: Path, d: ct.Dossier, name: str
) -> None:
    """By its name, or by how it begins."""
    path, other = tmp_path / name, tmp_path / "y.claims.ndjson"
    for several in ([d], [d, ct.Dossier(title="Quay")]):
        ct.write_dossiers(several, other)
        text = other.read_text("utf-8")
        path.write_text(text.replace('":', '": '), encoding="utf-8")
        assert run("fmt", path) == (0, "", "")
        assert path.read_text("utf-8") == text == ct.dossier.dump_dossiers(several)
        assert run("fmt", "-", stdin=text.replace('":', '": '))[1] == text


def test_a_compressed_file_stays_compressed(tmp_path: Path, d: ct.Dossier) -> None:
    """And is compared as what it holds."""
    path = tmp_path / "x.claims.json.gz"
    path.write_bytes(gzip.compress(json.dumps(json.loads(d.dumps())).encode()))
    assert run("fmt", "--check", path)[0] == 1
    assert run("fmt", path)[0] == 0
    assert gzip.decompress(path.read_bytes()).decode() == d.dumps()
    assert run("fmt", "--check", path)[0] == 0


def test_what_is_read_from_standard_input_is_printed(
    d: ct.Dossier, article: Path
) -> None:
    """JSON and sheets; what has no place is said beside it."""
    packed = json.dumps(json.loads(d.dumps()))
    assert run("fmt", "-", stdin=packed) == (0, d.dumps(), "")
    assert run("fmt", "-", stdin=f"\ufeff  {packed}") == (0, d.dumps(), "")
    assert run("fmt", "--check", "-", stdin=packed) == (1, "would change -\n", "")
    assert run("fmt", "--check", "-", stdin=d.dumps()) == (0, "", "")
    status, out, err = run("fmt", "--text", article, "-", stdin=packed)
    assert (status, '"start": 10, "end": 19' in out) == (0, True)
    assert "CT045" in err
    assert "CT045" not in out
    status, out, err = run("fmt", "-", stdin=SHEET)
    assert (status, out, err) == (0, ct.sheet.format(SHEET), "")
    status, out, err = run("fmt", "--text", article, "-", stdin=SHEET)
    assert (status, err) == (0, "")
    assert "    at: 10-19\n" in out
    assert '[{"exact": "Monday", "start": 3, "end": 9}]' in out
    for wrong in (b"\xff", b"- caf\xe9"):
        assert run("fmt", "-", stdin=wrong) == (
            2,
            "",
            "Error: standard input is not UTF-8\n",
        )


def test_what_does_not_pass_is_answered_as_check_does(tmp_path: Path) -> None:
    """And stays as it is."""
    path = tmp_path / "x.claims.json"
    for text in ('{"claimtrack": "1.0", "records": [{"type": "clam"}]}', "{", ""):
        path.write_text(text, encoding="utf-8")
        status, out, _ = run("fmt", path)
        assert (status, out) == run("check", path)[:2]
        assert path.read_text("utf-8") == text
    assert run("fmt", "-", stdin="")[0] == 1


@pytest.mark.parametrize("name", ["x.claims.json", "x.claims.ndjson"])
def test_words_get_their_places(
    tmp_path: Path, d: ct.Dossier, article: Path, name: str
) -> None:
    """With the hash of the text; the check is content with what has one."""
    path = tmp_path / name
    d.save(path)
    status, out, _ = run("fmt", "--text", article, path)
    assert (status, out.count("CT045"), out.count("\n")) == (0, 1, 1)
    made = ct.Dossier.load(path)
    placed = made.attributions[0].excerpts
    assert [(e.start, e.end) for e in placed] == [(10, 19), (None, None)]
    assert made.documents[0].sha256 is not None
    assert run("fmt", "--check", "--text", f"d1={article}", path)[0] == 0
    found = ct.check(made, texts={"d1": TEXT})
    assert [e.pointer[-17:] for e in found if e.code == "CT045"] == [
        "/excerpts/1/exact"
    ]


def test_of_several_texts_a_sheet_takes_its_own(tmp_path: Path, article: Path) -> None:
    """The one that has the hash, or is named."""
    path, other = tmp_path / "x.claims.txt", tmp_path / "other.txt"
    other.write_text("Here the ferry is on Monday.", encoding="utf-8")
    path.write_text(SHEET, encoding="utf-8")
    assert run("fmt", "--text", f"d9={other}", "--text", f"d1={article}", path)[0] == 0
    text = path.read_text("utf-8")
    assert "at: 10-19" in text
    for named in ((other, article), (article, other)):
        options = [each for file in named for each in ("--text", file)]
        assert run("fmt", "--check", *options, path) == (0, "", "")
    path.write_text(SHEET, encoding="utf-8")
    assert run("fmt", "--text", f"d9={other}", path)[0] == 0
    assert path.read_text("utf-8") == ct.sheet.format(SHEET)


def test_a_sheet_that_quotes_wrongly_is_said(tmp_path: Path, article: Path) -> None:
    """Its quotes and what it lists; nothing of a sheet that cannot be read."""
    path = tmp_path / "x.claims.txt"
    path.write_text(SHEET.replace("Monday", "Sunday"), encoding="utf-8")
    _, out, _ = run("fmt", "--text", article, path)
    assert "CT045" in out
    path.write_text(f"{SHEET}  body: <\n", encoding="utf-8")
    assert run("fmt", "--text", article, path)[1] == ""
    path.write_text("- It stops.\n", encoding="utf-8")
    assert run("fmt", "--text", article, path) == (0, "", "")
