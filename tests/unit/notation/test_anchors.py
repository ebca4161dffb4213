"""Words of articles find their place, in every script and form."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimtrack import Dossier, sheet
from claimtrack.cli import main
from claimtrack.notation import fill_sheet

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "article [a]: Port\nRuiz: person\n"
SHEET = HEAD + "- [c] It closes.\n  body: Ruiz “{}”\n    > {}\n"

ARTICLES = {
    "Arabic": ("سيغلق الميناء لمدة عام، قال رويز.", "قال", "سيغلق … عام"),
    "Chinese": ("港口将关闭一年。\r\n鲁伊斯表示，六月开始。", "表示", "关闭一年"),
    "Ukrainian": ("Порт закриють.\r\n«Так», — сказав Руїс.\r\n", "сказав", "закриють"),
    "CR alone": (
        "He said.\rThe port will close, Ruiz said.",
        "said",
        "port will close",
    ),
}


def places(text: str, article: str | None = None) -> list[tuple[int | None, ...]]:
    """Return the places of the one attribution of a sheet."""
    found = sheet.read(text, article=article)
    assert found.dossier is not None, found.findings
    (made,) = found.dossier.attributions
    return [(each.start, each.end) for each in made.excerpts]


def told(text: str, article: str | None) -> list[str]:
    """Return what is said of places."""
    findings = sheet.read(text, article=article).findings
    return [each.message for each in findings if each.code == "CT034"]


@pytest.mark.parametrize(("article", "cue", "words"), ARTICLES.values(), ids=ARTICLES)
def test_words_have_their_place_in_every_script(
    article: str, cue: str, words: str
) -> None:
    """Counted in code points of the article as it is."""
    content, at = places(SHEET.format(cue, words), article)
    assert article[slice(*at)] == cue
    assert article[slice(*content)].startswith(words[:3])
    assert article[slice(*content)].endswith(words[-2:])


ODD = {
    "NFD article": (unicodedata.normalize("NFD", "Škoda zavře, řekl."), "Škoda zavře"),
    "NFC article": ("Škoda zavře, řekl.", unicodedata.normalize("NFD", "Škoda zavře")),
    "Hangul in NFD": (unicodedata.normalize("NFD", "항구가, řekl."), "항구가"),
    "a folded line": ("Port will\r\n close, řekl.", "Port will close"),
    "no-break blanks": ("za\u00a0rok, řekl.", "za rok"),
    "marks of direction": ("ab\u200fcd, řekl.", "abcd"),
    "an apostrophe": ("It’s shut, řekl.", "It's shut"),
    "quotation marks around": ("It is shut, řekl.", "“is shut”"),
    "both": ("It’s shut, řekl.", "„It's shut“"),
    "a gap": ("It’s shut for a year, řekl.", "It's … year"),
}


@pytest.mark.parametrize(("article", "words"), ODD.values(), ids=ODD)
def test_what_cannot_be_seen_hides_no_words(article: str, words: str) -> None:
    """The place is that of the article's own characters."""
    content, cue = places(SHEET.format("řekl", words), article)
    assert content == (
        article.index(article.split(maxsplit=1)[0]),
        article.rindex(","),
    ) or (article[slice(*content)] == "is shut")
    assert unicodedata.normalize("NFC", article[slice(*cue)]) == "řekl"


def test_words_that_stand_twice_in_another_form_have_no_place() -> None:
    """Nothing is guessed."""
    article = "It’s shut. It’s shut, she said."
    assert told(SHEET.format("said", "It's shut"), article) == [
        "these words are in the article 2 times"
    ]


ARTICLE = "Port to close\n\nIt will close for a year, Ruiz said. She left.\n"
QUOTED = SHEET.format("said", "will close … year")


def test_filled_places_need_no_article() -> None:
    """The sheet says with them what it says with the article; once is enough."""
    filled = fill_sheet(QUOTED, ARTICLE)
    assert sheet.read(filled).dossier == sheet.read(QUOTED, article=ARTICLE).dossier
    assert sheet.read(filled, article=ARTICLE).dossier == sheet.read(filled).dossier
    assert told(filled, None) == told(filled, ARTICLE) == []
    assert fill_sheet(filled, ARTICLE) == filled
    assert sheet.format(filled) == filled
    assert "    > will close … year\n    at: 18-39\n" in filled
    assert "“said”@46\n" in filled


@pytest.mark.parametrize(
    ("old", "new", "added"),
    [
        ("article [a]: Port\n", "article [a]: Port\n  text: a.txt\n", ["sha256"]),
        ("will close", "has closed", []),
        ("article [a]: Port\n", "", []),
        ("“said”", "“said”@none", ["sha256", "at:"]),
        ("“said”", "", ["sha256", "at:"]),
        ("“said”", "« said »", ["sha256", "at:", "@46"]),
        ("“said”", '"sa\\u0069d"', ["sha256", "at:"]),
        ("“said”", "@40-44 “said”", ["sha256", "at:", "@46"]),
        ("“said”", "“said”@46", ["sha256", "at:"]),
        ("> will", "> Port to close\n    > will", ["sha256", "at:", "@46"]),
        ("> will", "> the moon\n    > will", ["sha256", "@46"]),
        ("    > will close … year\n", "    at: 18-39\n", ["sha256"]),
        ("    > will close … year\n", "", ["sha256"]),
    ],
)
def test_only_what_can_be_filled_is(old: str, new: str, added: list[str]) -> None:
    """What stands there stays; another article's sheet is left alone."""
    text = QUOTED.replace(old, new, 1)
    filled = fill_sheet(text, ARTICLE)
    signs = ("sha256", "at:", "@46")
    assert [e for e in signs if filled.count(e) > text.count(e)] == added
    if not added:
        assert filled == text


def test_a_cue_in_other_letters_gets_both_ends() -> None:
    """Its length in the article is another one."""
    article = "It will close for a year, " + unicodedata.normalize("NFD", "řekl.")
    filled = fill_sheet(SHEET.format("řekl", "close for a year"), article)
    assert "“řekl”@26-31" in filled
    assert fill_sheet(filled, article + "!") == filled


def test_a_line_without_an_end_gets_one() -> None:
    """The last line of a file often has none."""
    filled = fill_sheet(QUOTED.rstrip(), ARTICLE)
    assert filled.endswith("year\n    at: 18-39\n")


def test_cues_stand_in_the_order_of_their_links() -> None:
    """After the content."""
    text = QUOTED.replace("“said”", "“said” < Lena “left” < … “to”@5-7")
    filled = fill_sheet(text, ARTICLE)
    assert places(filled) == places(text, ARTICLE)
    assert places(filled) == [(18, 39), (46, 50), (56, 60), (5, 7)]


def test_what_moved_is_told() -> None:
    """With where it stood and where it stands, or that it is gone."""
    filled = fill_sheet(QUOTED, ARTICLE)
    assert told(filled, "New. " + ARTICLE) == [
        "the article has changed: its hash is not the sha256 given here",
        "this cue is at @51, not at @46",
        "these words are at 23-44, not at 18-39",
    ]
    gone = told(filled, ARTICLE.replace("year", "week"))
    assert gone[1:] == ["these words are not in the article"]
    assert len(told(filled, "Nothing.")) == 2


def test_a_given_place_settles_words_that_stand_twice() -> None:
    """A number is there for that."""
    text = SHEET.format("said", "Ruiz").replace("> Ruiz", "> Ruiz\n    at: 6-10")
    assert told(text, "Ruiz, Ruiz said.") == []
    assert places(text, "Ruiz, Ruiz said.") == [(6, 10), (11, 15)]


def test_the_command_fills_and_says_what_has_no_place(tmp_path: Path) -> None:
    """A byte order mark of the article moves nothing."""
    article, path = tmp_path / "a.txt", tmp_path / "a.claims.txt"
    article.write_text("\ufeff" + ARTICLE, encoding="utf-8")
    path.write_text(QUOTED + "    > the moon\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["fmt", "--text", str(article), str(path)])
    assert "these words are not in the article" in result.stdout
    text = path.read_text(encoding="utf-8")
    assert "“said”@46" in text
    named = QUOTED.replace("Port\n", "Port\n  text: a.txt\n", 1)
    path.write_text(named, encoding="utf-8")
    (made,) = Dossier.load(path).attributions
    assert [each.start for each in made.excerpts] == [18, 46]
