"""Single constructs of a sheet: how each is read, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs
import pytest

from claimtrack import Dossier, InvalidDossier, sheet
from claimtrack.notation import examine_sheet, open_sheet
from claimtrack.notation._sheet_words import KINDS, LINK_FIELDS, LINK_WORDS
from claimtrack.records import Attribution, Excerpt, words
from claimtrack.scales import SCALES
from claimtrack.schema import JsonValue, bundle_schema, is_array, is_object
from claimtrack.validation import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEGIN = "article [a]: Port\n\nRuiz: person\n\n- [c1] It closes.\n"


def read(text: str, article: str | None = None) -> Dossier:
    """Return the dossier of a sheet that has no error."""
    found = sheet.read(text, article=article)
    assert found.dossier is not None, found.findings
    return found.dossier


def same(text: str) -> Dossier:
    """Return the dossier of a sheet that is written as it was read."""
    dossier = read(text)
    again = read(sheet.write(dossier))
    assert again == dossier
    return dossier


@pytest.mark.parametrize(
    ("field", "word"),
    [(field, word) for field, of in LINK_FIELDS.items() for word in words(of)],
)
def test_every_word_of_a_link_is_read_and_written(field: str, word: str) -> None:
    """By itself, or behind the name of its field."""
    said = [f"{field.replace('_', '-')} {word}"]
    if LINK_WORDS.get(word.casefold(), ("",))[0] == field:
        said.append(word)
    for each in said:
        dossier = same(f"{BEGIN}  body: Ruiz “said”, {each}\n")
        (made,) = dossier.attributions
        assert getattr(made.chain.head, field) == word


def test_an_excerpt_of_no_link_stands_by_itself() -> None:
    """A line of its own says it, where the chain cannot."""
    dossier = read(f"{BEGIN}  body: Ruiz “said”\n")
    (made,) = dossier.attributions
    cue = Excerpt(exact="said", start=4, end=8, role="cue")
    dossier.replace(attrs.evolve(made, excerpts=(cue,)))
    assert read(sheet.write(dossier)) == dossier


LINES = {
    "claim": "- [c2] {} about Ruiz: It opens.\n",
    "document": "{} [b]: Another\n",
    "notice": "{} on c1: Ruiz\n",
    "outcome": "- [c2] It opens.\n  response: {}\n",
    "placement": "- [c2] It opens.\n  {}: Ruiz\n",
    "relation": "- [c2] It opens.\nc1 {} c2\n",
    "significance": "correction on c1: Ruiz, {}\n",
    "source": "Ana: {}\n",
    "status": "article [b]: Another\n  status: {}\n",
}


@pytest.mark.parametrize(
    ("vocabulary", "word"), [(each, word) for each in LINES for word in KINDS[each]]
)
def test_every_word_of_a_vocabulary_is_read_and_written(
    vocabulary: str, word: str
) -> None:
    """In the line that takes it."""
    text = BEGIN + LINES[vocabulary].format(word)
    found = examine_sheet(text).examination
    assert not [each for each in found.findings if each.code in ("CT030", "CT031")]
    if found.is_valid:
        shown = sheet.write(read(text))
        assert read(shown) == read(text)
        assert KINDS[vocabulary][word] in shown


def enumerations(schema: JsonValue) -> Iterator[str]:
    """Yield the words that schemas list."""
    if is_object(schema):
        listed = schema.get("enum")
        if is_array(listed):
            yield from (each for each in listed if isinstance(each, str))
        for each in schema.values():
            yield from enumerations(each)
    elif is_array(schema):
        for each in schema:
            yield from enumerations(each)


def test_no_word_of_the_schemas_is_missing() -> None:
    """Of the vocabularies that sheets have words for."""
    ours = {word for table in KINDS.values() for word in table.values()}
    ours |= {word for of in LINK_FIELDS.values() for word in words(of)}
    ours |= {code for scale in SCALES.values() for code in scale.codes}
    missing = set(enumerations(cast("JsonValue", bundle_schema("dossier")))) - ours
    assert missing <= IN_FIELDS


IN_FIELDS = frozenset(
    # Types of record, and what they are called in waivers and notices.
    {"assessment", "attribution", "claim", "document", "notice", "relation", "source"}
    | {"status", "waiver"}
    # Roles of excerpts; who knows; how something was recorded.
    | {"content", "cue", "editor", "human", "lawyer", "manager", "reporter", "tool"}
    # Axes of a verdict, in the JSON of "normalized".
    | {"authenticity", "completeness", "veracity"}
)
"""Words that fields of their own take, which `test_slips.py` and the laws read."""


@pytest.mark.parametrize(
    "text",
    [
        "Ana: unnamed\n",
        "[c1] contradicts [c2]\n- [c2] It opens.\n",
        "- [c2] “It” opens.\n",
        "- [c2] {a} b {2026}\n",
        '- [c2] "{a} b"\n',
        '- [c2] "It opens" {2026}\n',
        '- [c2] "It" opens “at two”: "so"\n',
        "- [c2] It opens.\n  if: [c1]\n",
        "- [c2] It opens.\n  holds: {“{a}”}\n",
        "- [c2] It opens.\n  body: Ruiz ‘it’s so’\n",
        "Ana: person, mayor\u200f, ES\n",
        '"A, B": outlet\n- [c2] It opens.\n  body: A, B\n',
        "Ana: person, also O’Hara (en)\n",
        "Ana: person, also Hara’ (en)\n",
        "- [c2] It opens.\n  contradicts: c1, 2026, by Ruiz, score 0.5, method x\n",
        "- [c2] It opens.\n  contradicts: c1, c3\n- [c3] It is shut.\n",
        "- [c2] It opens.\n  verdict: Ruiz, kent “probable”\n",
        "c1 context-of c2, method “by hand”\n- [c2] It opens.\n",
        "article [b]: Another\n  by: -, 2026\n",
        "- [c2] It opens.\n  quantity: ..9, of c1\n",
        "- [c2] It opens.\n  verdict: Ruiz, admiralty-credibility 2, lang en\n",
    ],
)
def test_constructs_are_read_back(text: str) -> None:
    """Equal, and without a finding of the notation."""
    dossier = same(BEGIN + text)
    assert sheet.write(same(sheet.write(dossier))) == sheet.write(dossier)


def test_braces_in_a_date_are_kept() -> None:
    """The date stands in a line of its own."""
    text = f"{BEGIN}- [c2] It opens.\n  holds: {{“the day {{x}}”}}\n"
    assert 'holds: {"the day {x}"}' in sheet.write(same(text))


def test_a_label_is_given_where_a_name_has_no_slug() -> None:
    """So that the id stays, whatever comes before it."""
    assert sheet.format("東京: outlet\n") == "東京 [outlet]: outlet\n"


def test_new_words_with_a_colon_are_declared_once() -> None:
    """A colon ends a name where it is declared, and none in a chain."""
    text = f"{BEGIN}  body: ??one: two\n"
    formatted = sheet.format(text)
    assert '??"one: two" [unnamed-1]:\n' in formatted
    assert sheet.format(formatted) == formatted
    assert read(formatted) == read(text)


def test_a_longer_name_that_begins_like_a_declared_one_is_another() -> None:
    """The declared one ends where the name does."""
    text = f'{BEGIN}"A, B": outlet\n- [c2] It opens.\n  body: A, BC\n'
    found = sheet.read(text)
    assert found.dossier is None


def test_a_place_of_a_head_that_goes_unsaid_is_kept() -> None:
    """As JSON."""
    text = f"{BEGIN}  body: Ruiz < Ana “said”\nAna: person\n"
    dossier = read(text.replace("Port\n", "Port\n  by: Ruiz\n", 1))
    (made,) = dossier.attributions
    dossier.replace(
        attrs.evolve(made, excerpts=[Excerpt(start=0, end=4, role="source", link=0)])
    )
    assert read(sheet.write(dossier)) == dossier


def test_a_cue_without_a_place_says_so() -> None:
    """Where the article would give it one."""
    article = "Ruiz said it closes."
    text = f"{BEGIN}  body: Ruiz “said”@none\n    > it closes\n"
    dossier = read(text, article)
    (made,) = dossier.attributions
    assert isinstance(made, Attribution)
    assert [each.role for each in made.excerpts] == ["content"]
    shown = sheet.write(dossier, article=article)
    assert "“said”@none" in shown
    assert read(shown, article) == dossier


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  if:\n", "CT"),
        ("  body: Ruiz, {}\n", "CT"),
        ("Ana: person, also , US\n", "CT030"),
    ],
)
def test_what_says_nothing_is_refused(line: str, code: str) -> None:
    """By the notation, or by what checks the record."""
    found = sheet.read(BEGIN + line)
    errors = [each for each in found.findings if each.severity == "error"]
    assert found.dossier is None
    assert [each.code.startswith(code) for each in errors] == [True]


def test_what_is_too_long_is_not_read() -> None:
    """One finding says so."""
    found = examine_sheet("- It closes.", limits=attrs.evolve(Limits(), dossier=5))
    assert [each.code for each in found.examination.findings] == ["CT007"]


def test_suggestions_end_where_names_are_many() -> None:
    """Each of them compares all names."""
    chains = "".join(f"  body: Ruiz{each}\n" for each in range(30))
    found = sheet.read(BEGIN + chains).findings
    hints = [each for each in found if "did you mean" in each.message]
    assert (len(hints), len(found) >= 30) == (20, True)


@pytest.mark.parametrize("name", ["../b.txt", "none.txt", "bytes.txt", ".", "\0"])
def test_an_article_that_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    """It has to be a text in the folder of the sheet or below it."""
    (tmp_path / "b.txt").write_text("Port", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bytes.txt").write_bytes(b"\xff\xfe\xff")
    path = folder / "a.claims.txt"
    path.write_text(f"article [a]: Port\n  text: {name}\n", encoding="utf-8")
    found = open_sheet(path).examination.findings
    (told,) = (each for each in found if each.code == "CT034")
    assert "cannot be read" in told.message


def test_a_newer_dossier_has_no_sheet() -> None:
    """It may hold what no line says."""
    newer = Dossier.loads('{"claimtrack": "1.9", "records": [], "extra": 1}')
    with pytest.raises(InvalidDossier) as caught:
        sheet.write(newer)
    assert "newer version" in caught.value.findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "X Corp: organization\n",
        "X [twitter]: platform\n",
        "X: platform\n",
        '"x" [so1]: outlet\n',
        '"+ plus" [so2]: outlet\n',
    ],
)
def test_a_name_that_begins_like_a_bullet_is_a_source(text: str) -> None:
    """It is no claim that was dropped, and is written so that it stays one."""
    found = sheet.read(text)
    assert found.dossier is not None
    (source,) = found.dossier.sources
    again = sheet.read(sheet.write(found.dossier)).dossier
    assert again == found.dossier
    assert source.label[0] in "Xx+"


def test_empty_brackets_say_that_a_link_has_no_report() -> None:
    """Where its source has one most of the time."""
    found = sheet.read(
        "article [a]: T\n  by: Gazette\nreport [r]: R\n  by: Jane\n\n"
        "Gazette: outlet\nJane: outlet\n\n"
        "- [c1] It rains.\n  body: Jane, [r]\n- [c2] It pours.\n  body: Jane, []\n"
    )
    assert found.dossier is not None, found.findings
    reports = [each.chain.links[-1].document for each in found.dossier.attributions]
    assert reports[-1] is None


@pytest.mark.parametrize("line", ["-", "- ", "- [c1] ", "x ", "~\t"])
def test_a_claim_without_words_is_formatted_once(line: str) -> None:
    """No blank is left at the end of its line."""
    once = sheet.format(f"article [a]: Port\n{line}\n- It rains.\n")
    assert sheet.format(once) == once
    assert all(each == each.rstrip() for each in once.splitlines())
