"""`claimtrack check --text`: whose text it is, and what is not in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

import claimtrack as ct
from claimtrack.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TEXT: Final = "On Monday the ferry stops.\r\n"
SHA: Final = hashlib.sha256(TEXT.encode()).hexdigest()


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    """Return the exit status, and what is printed."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def dossier(
    *ids: str, title: str = "Ferry", hashed: Sequence[str] = (), words: str = "fairy"
) -> ct.Dossier:
    """Return a dossier that quotes each of these documents wrongly."""
    d = ct.Dossier(title=title)
    post, claim = d.outlet("Post"), d.claim("It stops.")
    for key in ids:
        sha256 = SHA if key in hashed else None
        d.document("article", f"Ferry {key}", id=key, publisher=post, sha256=sha256)
        excerpt = ct.Excerpt(exact=words)
        d.attribute(claim, post, document=key, excerpts=[excerpt], id=f"a-{key}")
    return d


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return the file of a text, with a byte order mark, which does not count."""
    path = tmp_path / "article.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    return path


def found(*arguments: object, stdin: str | None = None) -> list[str]:
    """Return the attributions whose excerpts are not in their text."""
    options = ("--select", "CT045", "--format", "ndjson")
    status, out, err = run("check", *options, *arguments, stdin=stdin)
    assert (status, err) == (0, "")
    lines = (line.partition('"record":')[2] for line in out.splitlines())
    return [line.split('"')[1] for line in lines if line]


@pytest.mark.parametrize(
    "name", ["x.claims.json", "x.claims.ndjson", "x.claims.json.gz"]
)
def test_the_only_document_that_is_read_has_the_text(
    tmp_path: Path, article: Path, name: str
) -> None:
    """Documents that nothing was read in do not count."""
    d = dossier("d1")
    d.document("article", "Quay", id="d2")
    d.save(tmp_path / name)
    assert found("--text", article, tmp_path / name) == ["a-d1"]
    assert found("--text", f"d1={article}", tmp_path / name) == ["a-d1"]
    assert found("--text", f"d2={article}", tmp_path / name) == []
    assert found("--text", article, "-", stdin=d.dumps()) == ["a-d1"]


def test_else_the_hash_says_whose_it_is(tmp_path: Path, article: Path) -> None:
    """Of all the documents that have it."""
    path = tmp_path / "x.claims.json"
    dossier("d1", "d2", "d3", hashed=["d2", "d3"]).save(path)
    assert found("--text", article, path) == ["a-d2", "a-d3"]
    dossier("d1", "d2", hashed=["d2"]).save(path)
    assert found("--text", article, path) == ["a-d2"]


def test_else_one_is_asked_for(tmp_path: Path, article: Path) -> None:
    """With the documents that it could be."""
    path = tmp_path / "x.claims.json"
    dossier("d1", "d2").save(path)
    status, out, err = run("check", "--text", article, path)
    assert (status, out) == (2, "")
    assert err == (
        f"Error: it is not clear which document {article} is the text of; name it: "
        f"--text ID={article}. Use one of: d1, d2\n"
    )
    assert found("--text", f"d2={article}", path) == ["a-d2"]
    both = ("--text", f"d2={article}", "--text", f"d1={article}")
    assert found(*both, path) == ["a-d1", "a-d2"]
    many = dossier(*(f"d{number}" for number in range(30)))
    many.save(path)
    assert run("check", "--text", article, path)[2].endswith("d19 and 10 more\n")


@pytest.mark.parametrize(
    ("ids", "option", "answer"),
    [
        (("ferry",), "fery=", '"fery". Did you mean "ferry"? Use one of: ferry'),
        (("d1",), "post=", 'there is no document "post". Use one of: d1'),
        ((), "", "does not belong to any document: there is none"),
        ((), "d1=", "does not belong to any document: there is none"),
    ],
)
def test_a_text_of_nothing_is_wrong_usage(
    tmp_path: Path, article: Path, ids: tuple[str, ...], option: str, answer: str
) -> None:
    """It would look as if all was in order."""
    path = tmp_path / "x.claims.json"
    dossier(*ids).save(path)
    status, _, err = run("check", "--text", f"{option}{article}", path)
    assert (status, answer in err) == (2, True), err


def test_a_document_has_one_text(tmp_path: Path, article: Path) -> None:
    """The same one given twice is one."""
    path, other = tmp_path / "x.claims.json", tmp_path / "other.txt"
    dossier("d1").save(path)
    other.write_text("The fairy sinks.", encoding="utf-8")
    status, _, err = run("check", "--text", article, "--text", f"d1={other}", path)
    assert (status, err) == (2, 'Error: two texts are given for "d1"\n')
    assert found("--text", article, "--text", f"d1={article}", path) == ["a-d1"]
    assert found("--text", other, path) == []


def test_several_files_share_no_text(tmp_path: Path, article: Path) -> None:
    """A text without a hash belongs to one document of all that are checked."""
    one, two = tmp_path / "1.claims.json", tmp_path / "2.claims.json"
    dossier("d1").save(one)
    dossier("d1", title="Quay").save(two)
    assert "not clear" in run("check", "--text", article, one, two)[2]
    err = run("check", "--text", f"d1={article}", one, two)[2]
    assert 'several dossiers have a document "d1"' in err
    dossier("d1", title="Quay", hashed=["d1"]).save(two)
    assert found("--text", article, one, two) == ["a-d1"]
    assert found("--text", f"d1={article}", tmp_path) == ["a-d1"]
    dossier("d2", title="Quay").save(two)
    assert found("--text", f"d2={article}", one, two) == ["a-d2"]


def test_of_a_sequence_one_dossier_has_the_text(tmp_path: Path, article: Path) -> None:
    """Which of them says the document."""
    path = tmp_path / "x.claims.ndjson"
    ct.write_dossiers([dossier("d1"), dossier("d2", title="Quay")], path)
    assert found("--text", f"d2={article}", path) == ["a-d2"]
    assert "Use one of: d1, d2" in run("check", "--text", article, path)[2]


def test_an_id_and_a_name_may_hold_an_equals_sign(
    tmp_path: Path, article: Path
) -> None:
    """What is a file is one."""
    d = dossier("https://example.org/?a=b")
    path, odd = tmp_path / "x.claims.json", tmp_path / "d1=a.txt"
    d.save(path)
    odd.write_text(TEXT, encoding="utf-8")
    for option in (odd, f"https://example.org/?a=b={article}"):
        assert len(found("--text", option, path)) == 1
    err = run("check", "--text", f"d1={tmp_path / 'none.txt'}", path)[2]
    assert err.startswith("Error: cannot read ")
    assert run("check", "--text", tmp_path / "none.txt", path)[0] == 2


def test_a_text_is_utf_8_and_may_be_empty(tmp_path: Path) -> None:
    """Nothing is in an empty one."""
    path, text = tmp_path / "x.claims.json", tmp_path / "a.txt"
    dossier("d1").save(path)
    for wrong in (b"\xff\xfeO\0n\0", "café".encode("latin-1")):
        text.write_bytes(wrong)
        status, _, err = run("check", "--text", text, path)
        assert (status, err) == (2, f"Error: {text} is not UTF-8\n")
    text.write_bytes(b"")
    assert found("--text", text, path) == ["a-d1"]


def test_a_dossier_with_errors_is_answered_as_ever(
    tmp_path: Path, article: Path
) -> None:
    """Whose the text is cannot be known then."""
    path = tmp_path / "x.claims.json"
    path.write_text('{"claimtrack": "1.0", "records": [{"type": "clam"}]}')
    assert run("check", "--text", article, path) == run("check", path)


def test_a_sheet_is_checked_with_it(tmp_path: Path, article: Path) -> None:
    """From a file and from standard input; what it quotes has its place then."""
    path = tmp_path / "x.claims.txt"
    sheet = (
        'article [d1]: Ferry\n\n"Post": outlet\n\n- [c1] It stops.\n  body: "Post"\n'
        '    > the ferry\n- [c2] It sinks.\n  body: "Post"\n'
        '    excerpts: [{"exact": "the fairy"}]\n'
    )
    path.write_text(sheet, encoding="utf-8")
    for arguments, stdin in (((path,), None), (("-",), sheet)):
        options = ("--select", "CT034,CT045", "--text", article)
        _, out, _ = run("check", *options, *arguments, stdin=stdin)
        assert "excerpt 1 of claim c2 in d1: the words are not in the text" in out
        assert "CT034" not in out
    assert "CT034" in run("check", "--select", "CT034", path)[1]


def test_no_finding_shows_the_words(tmp_path: Path, article: Path) -> None:
    """They may be off the record; where the source line is shown, it is the file's."""
    d = dossier("d1", words="a secret of the harbour master")
    path = tmp_path / "x.claims.json"
    d.save(path)
    for style in ("json", "ndjson", "github", "sarif"):
        _, out, _ = run("check", "--format", style, "--text", article, path)
        assert "CT045" in out
        assert "secret" not in out
