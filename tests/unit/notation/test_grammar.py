"""The grammar for editors: its expressions compile, and colour what they should."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from claimtrack.notation import examine_sheet
from claimtrack.notation._sheet_words import FIELDS, HEAD, KINDS, LINK_WORDS, PLACEMENTS

TOP: Final = Path(__file__).parents[3]
GRAMMAR: Final[dict[str, Any]] = json.loads(
    (TOP / "editors/claims.tmLanguage.json").read_text(encoding="utf-8")
)
SHEETS: Final = (
    TOP / "examples/us-air-cover.claims.txt",
    TOP / "tests/unit/notation/harbour.claims.txt",
)


def rules(patterns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rules with what they include put in its place."""
    made: list[dict[str, Any]] = []
    for each in patterns:
        if "include" in each:
            made += rules([GRAMMAR["repository"][each["include"][1:]]])
        elif "match" in each or "begin" in each:
            made.append(each)
        else:
            made += rules(each["patterns"])
    return made


def tokens(line: str) -> list[tuple[str, str]]:
    """Return the pieces of a line that have a scope, as an editor finds them."""
    made: list[tuple[str, str]] = []
    known, position, content = rules(GRAMMAR["patterns"]), 0, ""
    while position <= len(line):
        found = [
            (match.start(), index, each, match)
            for index, each in enumerate(known)
            if (match := re.compile(expression(each)).search(line, position))
            and match.end() > position
        ]
        if not found:
            break
        start, _, rule, match = min(found, key=lambda each: each[:2])
        if content:
            made.append((line[position:start], content))
        if "name" in rule:
            made.append((match[0], rule["name"]))
        for key, named in rule.get("captures", rule.get("beginCaptures", {})).items():
            if match[int(key)] and "name" in named:
                made.append((match[int(key)], named["name"]))
        position = match.end()
        if "begin" in rule:
            known, content = rules(rule["patterns"]), rule["contentName"]
    if content:
        made.append((line[position:], content))
    return [(text.strip(), name[: -len(".claimtrack")]) for text, name in made]


def expression(rule: dict[str, Any]) -> str:
    """Return what a rule looks for."""
    found: str = rule.get("match") or rule["begin"]
    return found


def test_all_expressions_compile() -> None:
    """And each rule of the repository is used."""
    found = json.dumps(GRAMMAR, ensure_ascii=False)
    for name in GRAMMAR["repository"]:
        assert f'"#{name}"' in found
    for each in rules(GRAMMAR["patterns"]):
        re.compile(expression(each))


LINES: Final = {
    "# Seen.": [("# Seen.", "comment.line.number-sign")],
    "  ! who?": [("! who?", "markup.changed.doubt")],
    "    > will … June": [("> will … June", "markup.quote")],
    "x [c9] It opens.": [("x [c9] It opens.", "markup.deleted.claim")],
    "title: Port": [
        ("title", "keyword.control.head"),
        (":", "punctuation.separator.colon"),
        ("Port", "string.unquoted"),
    ],
    "article [post]: Port to close": [
        ("article", "storage.type.document"),
        ("[post]", "entity.name.label"),
        (":", "punctuation.separator.colon"),
        ("Port to close", "string.unquoted.title"),
    ],
    "??two officials [u1]: two officials, role “x”": [
        ("??", "keyword.operator.unnamed"),
        ("two officials", "entity.name.source"),
        ("[u1]", "entity.name.label"),
        (":", "punctuation.separator.colon"),
        ("role", "keyword.other.item"),
        ("“x”", "string.quoted.cue"),
    ],
    "新华社：outlet，CN": [
        ("新华社", "entity.name.source"),
        ("：", "punctuation.separator.colon"),
        ("outlet", "storage.type.source"),
    ],
    "~ [c1] prediction about Port: It closes, direct. {2026-06}": [
        ("~", "keyword.operator.bullet"),
        ("[c1]", "entity.name.label"),
        ("prediction", "storage.type.claim"),
        ("about Port", "variable.other.about"),
        (":", "punctuation.separator.colon"),
        ("It closes, direct.", "string.unquoted.claim"),
        ("{2026-06}", "constant.other.date"),
        ("", "string.unquoted.claim"),
    ],
    "  body, presupposed: Ruiz “said”@4 < ?aide @1-9, direct, CT-, to Lena": [
        ("body", "keyword.other.placement"),
        (":", "punctuation.separator.colon"),
        ("“said”", "string.quoted.cue"),
        ("@4", "constant.numeric.place"),
        ("<", "keyword.operator.citing"),
        ("?", "keyword.operator.unnamed"),
        ("@1-9", "constant.numeric.place"),
        ("direct", "constant.language"),
        ("CT-", "constant.language"),
        ("to", "keyword.other.item"),
    ],
    "  note: Both sat there, direct.": [
        ("note", "variable.parameter.field"),
        (":", "punctuation.separator.colon"),
        ("Both sat there, direct.", "string.unquoted"),
    ],
    "  quantity: 3 of c1": [
        ("quantity", "variable.parameter.field"),
        (":", "punctuation.separator.colon"),
    ],
    "  verdict [v]: desk “no”": [
        ("verdict", "keyword.other.judgement"),
        ("[v]", "entity.name.label"),
        ("“no”", "string.quoted.cue"),
    ],
    "  cost presupposes closure": [("presupposes", "keyword.operator.relation")],
}


@pytest.mark.parametrize("line", LINES)
def test_words_get_their_scope(line: str) -> None:
    """From left to right."""
    assert tokens(line) == LINES[line]


@pytest.mark.parametrize("path", SHEETS, ids=lambda each: each.name)
def test_each_line_of_a_sheet_is_coloured(path: Path) -> None:
    """As what the reader takes it for: documents, sources, claims, attributions."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    scopes = [{name for _, name in tokens(line)} for line in lines]
    plain = [e for e, f in zip(lines, scopes, strict=True) if e.strip() and not f]
    assert plain == []
    wanted = {
        "document": "storage.type.document",
        "source": "entity.name.source",
        "claim": "keyword.operator.bullet",
        "attribution": "keyword.other.placement",
    }
    made = examine_sheet(text).examination
    spans = made.layout.spans or {}
    for index, record in enumerate(made.records):
        scope = wanted.get(record.type)
        start = spans["records", index][0]
        number = len(text[:start].splitlines()) - (0 if start else -1)
        is_own = record.type != "source" or text[start - 1 : start] in ("\n", "")
        if scope and is_own:
            at = number if text[start - 1 : start] == "\n" else number - 1
            assert scope in scopes[at], (record.type, lines[at])


def test_every_word_of_the_notation_is_in_the_grammar() -> None:
    """A new word of a vocabulary belongs there too."""
    text = json.dumps(GRAMMAR, ensure_ascii=False).replace("[+]", "+").casefold()
    kinds = ("claim", "document", "notice", "placement", "relation", "source")
    words = {word for kind in kinds for word in KINDS[kind]}
    for word in {*words, *FIELDS, *HEAD, *LINK_WORDS, *PLACEMENTS}:
        assert re.search(rf"[(|:]{re.escape(word)}[)|]", text), word
