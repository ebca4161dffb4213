"""A sheet with every construct, with and without its article."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from claimtrack import Dossier, sheet
from claimtrack.records import Attribution, Excerpt, Recorded

SHEET: Final = (Path(__file__).parent / "harbour.claims.txt").read_text("utf-8")
ARTICLE: Final = (
    "Port to close, sources say\n\n"
    "Two officials told us that the port will close for a year from June.\n"
    "It must be paid by the state, the Harbour Post writes. Ruiz said no, said Ruiz.\n"
)


def read(text: str, article: str | None = None) -> Dossier:
    """Return the dossier of a sheet that has no error."""
    found = sheet.read(text, article=article)
    assert found.dossier is not None, found.findings
    return found.dossier


def attribution(text: str, article: str | None = None) -> Attribution:
    """Return the one attribution of a sheet."""
    (made,) = read(text, article).attributions
    return made


@pytest.mark.parametrize("article", [None, ARTICLE])
def test_every_construct_is_read_and_written(article: str | None) -> None:
    """And formatting changes no record."""
    dossier = read(SHEET, article)
    assert len(dossier) > 25
    written = sheet.write(dossier, article=article)
    assert read(written, article) == dossier
    assert read(sheet.format(SHEET), article) == dossier


def test_only_the_doubt_and_the_undeclared_name_are_said() -> None:
    """What only looks unusual is fine."""
    found = sheet.read(SHEET, article=ARTICLE).findings
    codes = [each.code for each in found if each.code.startswith("CT03")]
    assert codes == ["CT032", "CT035"]


BEGIN: Final = (
    "article [a]: Port\nRuiz: person\ndrafted: “tool 1”, 2026-03-02\n"
    "reviewed: A. Editor, 2026-03-03\n"
)


@pytest.mark.parametrize(
    ("line", "recorded"),
    [
        ("- It closes.\n  body: Ruiz", None),
        (
            "~ It closes.\n  body: Ruiz",
            Recorded(method="tool", tool="tool 1", at="2026-03-02"),
        ),
        (
            "+ It closes.\n  body: Ruiz",
            Recorded(method="human", tool="tool 1", by="A. Editor", at="2026-03-03"),
        ),
        (
            "- It closes.\n  body, drafted: Ruiz",
            Recorded(method="tool", tool="tool 1", at="2026-03-02"),
        ),
        ("~ It closes.\n  body: Ruiz\n    recorded: none", None),
        ("~ It closes.\n  body: Ruiz\n    recorded: nothing", Recorded()),
    ],
)
def test_bullets_say_how_it_came_about(line: str, recorded: Recorded | None) -> None:
    """Unless the attribution says it otherwise."""
    assert attribution(BEGIN + line).recorded == recorded


CLAIM: Final = (
    "article [a]: Port\n- It closes.\n  body: Ruiz “{}”\n    > {}\nRuiz: person"
)


@pytest.mark.parametrize(
    ("cue", "quote", "places"),
    [
        ("writes", "It must … the state", [(97, 125), (144, 150)]),
        ("told", "will close for a year", [(64, 85), (42, 46)]),
        ("said", "Ruiz said no", [(152, 164)]),
    ],
)
def test_words_get_their_place(
    cue: str, quote: str, places: list[tuple[int, int]]
) -> None:
    """A cue that stands twice has none."""
    made = attribution(CLAIM.format(cue, quote), ARTICLE)
    assert [(each.start, each.end) for each in made.excerpts] == places
    assert [ARTICLE[s:e] for s, e in places][1:] in ([cue], [])


@pytest.mark.parametrize(
    ("cue", "quote", "severity", "message"),
    [
        ("writes", "the moon", "warning", "words are not in the article"),
        ("writes", "Ruiz", "warning", "words are in the article 2 times"),
        ("said", "will close for a year", "info", "in several places: @157, @166"),
        ("says", "will close for a year", "info", "cue is not in the article"),
    ],
)
def test_words_without_a_place_are_said(
    cue: str, quote: str, severity: str, message: str
) -> None:
    """With where they stand, if they do."""
    found = sheet.read(CLAIM.format(cue, quote), article=ARTICLE).findings
    (told,) = (each for each in found if each.code == "CT034")
    assert told.severity == severity
    assert message in told.message


def test_an_article_that_has_changed_is_told() -> None:
    """By its hash."""
    text = sheet.write(read(CLAIM.format("told", "from June"), ARTICLE))
    found = sheet.read(text, article=ARTICLE + "!")
    assert [e.code for e in found.findings if e.severity == "error"] == ["CT034"]
    assert found.dossier is None


def test_a_place_can_be_refused_or_given() -> None:
    """With @none, or a number."""
    text = CLAIM.format("said", "Ruiz said no")
    given = attribution(text.replace("“said”", "@152-156 “said”@157"), ARTICLE)
    assert given.excerpts[1:] == (
        Excerpt(start=157, end=161, role="cue", link=0),
        Excerpt(start=152, end=156, role="source", link=0),
    )
    refused = text.replace("“said”", "“told”@none").replace("Ruiz said no", "told us")
    assert len(attribution(refused, ARTICLE).excerpts) == 1


SCRIPTS: Final = {
    "Arabic": (
        "article [a]: الميناء\n  by: رويترز، 2026-03-02\nرويترز [r]: outlet، GB\n"
        "؟مسؤول [u]: مسؤول في الميناء\n- [c] سيغلق الميناء.\n"
        "\u200f  body: ؟مسؤول «قال»، direct\u200f\n"
    ),
    "Chinese": (
        "article [a]：港口\n  by： 新华社，2026-03-02\n新华社 [r]： outlet，CN\n"
        "？官员 [u]：港口官员\n• [c] 港口将关闭。\n\tbody： ？官员「表示」，direct\n"
    ),
    "Ukrainian": (
        "\ufeffarticle [a]: Порт\r\n  by: УНН, 2026-03-02\r\nУНН [r]: outlet, UA\r\n"
        "?посадовець [u]: посадовець порту\r\n— [c] Порт закриють.\r\n"
        "\tbody: ?посадовець „сказав“, direct\r\nх Порт відкриють.\r\n"
    ),
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_script_is_read(text: str) -> None:
    """With its own signs and quotes, tabs, CRLF and a byte order mark."""
    found = sheet.read(text)
    assert [each.code for each in found.findings] == []
    made = attribution(text)
    assert [each.source for each in made.chain] == ["r", "u"]
    assert (made.chain.last.mode, bool(made.chain.last.cue)) == ("direct", True)
    assert read(sheet.format(text)) == found.dossier


def test_a_second_draft_goes_in_and_decisions_stay() -> None:
    """A block with a tilde is replaced, words that are gone get a doubt."""
    edited = (
        "article [a]: Port\n  by: Post\n\nPost [p]: outlet\n\n"
        "- [c1] It closes.\n  body: Post\n    > will close\n\n"
        "~ [c2] It pays.\n  body: Post\n    > paid by the state\n\n"
        "~ [c3] It sank.\n  body: Post\n    > the ship sank\n\n"
        "x It opens.\n  body: Post\n    > from June\n"
    )
    second = read(
        "article [a]: Port\n  by: Post\nPost [p]: outlet\n"
        "- [c1] The port closes.\n  body: Post\n    > will close\n"
        "- [c2] The state pays.\n  body: Post\n    > paid by the state\n"
        "- [c3] It opens in June.\n  body: Post\n    > from June\n"
        "- [c4] Ruiz denied it.\n  body: Post\n    > Ruiz said no\n",
        ARTICLE,
    )
    made = sheet.merge(edited, second, article=ARTICLE)
    assert "- [c1] It closes." in made
    assert "x It opens." in made
    assert "It opens in June" not in made
    assert "~ [c2] The state pays." in made
    assert "~ [c3] It sank.\n" in made
    assert made.count("! the article no longer has these words") == 1
    assert "~ [c4] Ruiz denied it." in made
    assert sheet.merge(made, second, article=ARTICLE).count("[c4]") == 1
    assert sheet.merge("broken line", second) == "broken line"


EDITED: Final = (
    "drafted: “tool 1”, 2026-03-02\n\narticle [a]: Port\n  by: Ledger\n\n"
    "Ledger: outlet\n\n"
    "- [c1] It closes.\n  body: Ledger\n    > will close\n\n"
    "~ [c2] It is said so.\n  # Ask them.\n  ! who?\n"
    "  body: Ledger\n    > said Ruiz\n\n"
    "relations:\n  c1 contradicts c2\n"
)


def test_new_claims_come_in_the_article_s_order() -> None:
    """Where their words have no place, they come after the other claims."""
    second = read(
        "drafted: “tool 1”, 2026-03-02\narticle [a]: Port\n  by: Ledger\n"
        "Ledger: outlet\nRuiz: person\n"
        "~ [c1] Ruiz said it.\n  body: Ledger\n    > said Ruiz\n"
        "~ [c2] Nobody quotes this.\n  body: Ledger\n"
        "~ [c3] The state pays.\n  body: Ledger\n    > paid by the state\n"
        "~ [c4] It is two.\n  body: Ledger\n    > Two officials\n",
        ARTICLE,
    )
    made = sheet.merge(EDITED, second, article=ARTICLE)
    lines = [each for each in made.splitlines() if each and each[0] != " "]
    assert lines == [
        "drafted: “tool 1”, 2026-03-02",
        "article [a]: Port",
        "Ledger: outlet",
        "Ruiz: person",
        "~ [c4] It is two.",
        "- [c1] It closes.",
        "~ [c3] The state pays.",
        "~ [c2] Ruiz said it.",
        "~ [c2-2] Nobody quotes this.",
        "relations:",
    ]
    assert "  # Ask them.\n" in made
    assert "! who?" not in made
    assert "recorded:" not in made
    merged = read(made, ARTICLE)
    assert len(merged.claims) == 5
    drafted = Recorded(method="tool", tool="tool 1", at="2026-03-02")
    assert {e.claim: e.recorded for e in merged.attributions} == {
        key: None if key == "c1" else drafted
        for key in ("c4", "c1", "c3", "c2", "c2-2")
    }


def test_bullets_are_written_as_they_were_read() -> None:
    """With who drafted and who reviewed, and words where one line differs."""
    text = (
        "drafted: “tool 1”, 2026-03-02\nreviewed: A. Editor, 2026-03-03\n\n"
        "article [a]: Port\n\nRuiz: person\n\n"
        "~ [c1] It closes.\n  body: by Ruiz\n\n"
        "+ [c2] It closed.\n  body: by Ruiz\n  lead: by Ruiz\n\n"
        "- [c3] It opens.\n  headline: by Ruiz\n  body, drafted: by Ruiz\n"
        "  lead, accepted: by Ruiz\n  standfirst: by Ruiz\n"
        "    recorded: human\n"
    )
    assert sheet.write(read(text.replace("by Ruiz", "Ruiz"))) == text.replace(
        "by Ruiz", "Ruiz"
    )
    assert sheet.write(Dossier()) == ""


@pytest.mark.parametrize(
    "begin", ["drafted: “tool 1”, 2026-99-99", "drafted: “tool 1”", "lang: en"]
)
def test_a_draft_goes_into_any_sheet(begin: str) -> None:
    """Whatever its head says of drafts."""
    second = read(
        "drafted: “t”, 2026\narticle [a]: Port\nRuiz: person\n~ B.\n  body: Ruiz"
    )
    made = sheet.merge(f"{begin}\n- A.\n", second)
    assert "~ [c1-2] B." in made
    merged = read(made)
    drafted = Recorded(method="tool", tool="t", at="2026")
    assert merged.attributions[0].recorded == drafted
