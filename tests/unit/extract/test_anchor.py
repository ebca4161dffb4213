"""Proposals: what the article bears out is anchored, each kind of lie is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimtrack.extract import Anchored, Article, Span, anchor, draft, mentions
from claimtrack.extract._article import pieces
from claimtrack.schema import load_schema

TEXT = (
    "The port will close for a year, two officials told the Ledger.\n"
    "“It is a mistake,” Ruiz said. “Nobody was asked.” She said it is late.\n"
    "Ruiz vowed to fight on. She did not say why."
)
ARTICLE = Article(text=TEXT)


def propose(*rows: dict[str, Any]) -> Anchored:
    """Return what of these rows the article bears out."""
    return anchor({"mentions": list(rows)}, ARTICLE)


def refused(*rows: dict[str, Any]) -> list[str]:
    """Return the codes of what is refused."""
    made = propose(*rows)
    assert made.mentions == ()
    return [finding.code for finding in made.findings]


def test_words_are_found_whatever_their_quotes_and_blanks() -> None:
    """A straight quote stands for a curly one, a line break for a blank."""
    made = propose(
        {"source": "Ruiz", "cue": "said", "content": ['"It is  a\nmistake,"']}
    )
    [mention] = made.mentions
    assert made.findings == ()
    assert TEXT[slice(*pieces(mention.content)[0])] == "“It is a mistake,”"
    assert TEXT[slice(*pieces(mention.source)[0])] == "Ruiz"


def test_pieces_stay_apart() -> None:
    """A statement that is interrupted has several pieces, in the text's order."""
    row = {"source": "Ruiz", "content": ["“Nobody was asked.”", "“It is a mistake,”"]}
    [mention] = propose(row).mentions
    assert [TEXT[a:b] for a, b in mention.content] == [  # type: ignore[misc]
        "“It is a mistake,”",
        "“Nobody was asked.”",
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"content": "The port will close for two years"}, "CT060"),
        ({"content": "“It is a mistake. Nobody was asked.”"}, "CT063"),
        ({"source": "Mayor Gomez", "content": "The port will close"}, "CT062"),
        ({"cue": "shouted", "content": "The port will close"}, "CT060"),
        ({"content": {"exact": "The port", "start": 3, "end": 11}}, "CT064"),
        ({"content": {"exact": "The port", "start": 3}}, "CT064"),
        ({"content": "said"}, "CT061"),
        ({"content": {"exact": "said", "prefix": "nobody "}}, "CT061"),
        ({"content": {"exact": "said", "prefix": "x", "start": 1, "end": 2}}, "CT064"),
        ({"content": []}, "CT065"),
        ({"content": 3}, "CT065"),
        ({"content": {"exact": 3}}, "CT065"),
        ({"content": {"exact": "port", "prefix": 3}}, "CT065"),
        ({"content": {"words": "port"}}, "CT065"),
        ({"content": ""}, "CT060"),
        ({"source": "Ruiz"}, "CT065"),
        ({"content": "port", "attitude": "belief"}, "CT065"),
    ],
)
def test_each_kind_of_lie_is_refused(row: dict[str, Any], code: str) -> None:
    """Changed words, joined quotes, invented names, wrong offsets."""
    assert refused(row) == [code]


@pytest.mark.parametrize(
    "proposal", ["{", "[]", "{}", '{"mentions": 3}', "[" * 100_000]
)
def test_what_is_no_proposal_is_a_finding(proposal: str) -> None:
    """Nothing raises."""
    made = anchor(proposal, ARTICLE)
    assert [finding.code for finding in made.findings] == ["CT065"]


def test_a_row_that_is_no_object_is_refused() -> None:
    """The rest of the proposal still counts."""
    made = anchor({"mentions": ["?", {"content": "The port"}]}, ARTICLE)
    assert len(made.mentions) == 1
    assert [finding.pointer for finding in made.findings] == ["/mentions/0"]


def test_what_stands_around_words_tells_their_places_apart() -> None:
    """A prefix, a suffix, or the right offsets."""
    place = TEXT.rindex("She")
    for piece in (
        {"exact": "She", "suffix": " did not"},
        {"exact": "She", "prefix": "fight on. "},
        {"exact": "She", "start": place, "end": place + 3},
    ):
        [mention] = propose({"content": piece}).mentions
        assert mention.content == (place, place + 3)


def test_offsets_of_a_refusal_lead_to_the_article() -> None:
    """A wrong offset is shown where the words are."""
    made = propose({"content": {"exact": "Ruiz vowed", "start": 3, "end": 11}})
    location = made.findings[0].location
    assert location is not None
    assert (location.line, location.column) == (3, 1)


@pytest.mark.parametrize(
    ("row", "attitude", "negated", "rule"),
    [
        (
            {"source": "Ruiz", "cue": "vowed", "content": "to fight on"},
            "intention",
            False,
            "proposal",
        ),
        (
            {"source": "She", "cue": "did not say", "content": "why"},
            "assertion",
            True,
            "proposal",
        ),
        (
            {"source": "Ruiz", "content": "“Nobody was asked.”"},
            "assertion",
            False,
            "follow-up",
        ),
        ({"content": "“Nobody was asked.”"}, "assertion", False, "bare-quote"),
    ],
)
def test_the_tables_say_how_it_is_held(
    row: dict[str, Any],
    attitude: str,
    negated: bool,  # noqa: FBT001
    rule: str,
) -> None:
    """Nothing but places is taken from a proposal."""
    [mention] = propose(row).mentions
    assert (mention.attitude, mention.negated, mention.rule) == (
        attitude,
        negated,
        rule,
    )


@pytest.mark.parametrize(
    ("text", "cue", "content", "attitude", "rule"),
    [
        (
            "It rained, according to Ruiz.",
            "according to",
            "It rained",
            "assertion",
            "relay",
        ),
        ("It rained - Reuters", "-", "It rained", "assertion", "headline"),
        (
            "Ruiz is convinced that it rains.",
            "is convinced",
            "that it rains",
            "belief",
            "proposal",
        ),
        ("Ruiz says nay to rain.", "nay", "rain", "assertion", "proposal"),
    ],
)
def test_phrases_and_signs_are_cues_too(
    text: str, cue: str, content: str, attitude: str, rule: str
) -> None:
    """As the rules have them."""
    [mention] = anchor(
        {"mentions": [{"cue": cue, "content": content}]}, Article(text=text)
    ).mentions
    assert (mention.attitude, mention.rule) == (attitude, rule)


def test_a_correct_proposal_gives_the_draft_of_the_rules() -> None:
    """The same spans give the same dossier, whoever found them."""
    text = TEXT.splitlines()[0] + "\nRuiz vowed to fight on. “It is late,” Ruiz said."
    article = Article(text=text)

    def piece(span: Span) -> dict[str, object]:
        [(start, end)] = pieces(span)
        return {"exact": text[start:end], "start": start, "end": end}

    rows = [
        {
            role: piece(span)
            for role in ("source", "cue", "content", "addressee")
            if (span := getattr(mention, role)) is not None
        }
        for mention in mentions(article)
    ]
    proposal = json.dumps({"mentions": rows})

    def using(given: Article) -> Any:  # noqa: ANN401
        made = anchor(proposal, given)
        assert made.findings == ()
        return made.mentions

    assert draft(article, using=using).dossier.dumps() == draft(article).dossier.dumps()


def test_the_schema_describes_what_is_taken() -> None:
    """`claimtrack schema proposal` and the code have the same roles."""
    item = load_schema("proposal")["properties"]["mentions"]["items"]
    assert {*item["properties"]} == {"source", "cue", "content", "addressee"}
    assert item["required"] == ["content"]


def test_white_space_in_a_row_counts_as_one_blank() -> None:
    """The places are those of the article."""
    text = "It  rains \n in Rome, Ruiz said."
    found = anchor({"mentions": [{"content": "It rains in Rome"}]}, Article(text=text))
    [mention] = found.mentions
    [(start, end)] = pieces(mention.content)
    assert text[start:end] == "It  rains \n in Rome"
