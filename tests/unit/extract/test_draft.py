"""Drafts: chains, carriers, sources, doubts."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.extract import Article, Drafted, Mention, draft, mentions
from cpu_time import times_as_long


def chains(text: str, **options: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return each chain with its claim."""
    dossier = draft(Article(text=text), **options).dossier
    return [
        (dossier.format_chain(a.chain), getattr(dossier[a.claim], "text", ""))
        for a in dossier.attributions
    ]


def codes(drafted: Drafted) -> list[str]:
    """Return the codes of the doubts."""
    return [doubt.code for doubt in drafted.doubts]


RELAYED = """Port to close for a year - Ledger
Larsmouth • Harbour Post
The port will close for a year, two officials told Ledger on Monday.

The town was not asked. The newspaper writes that Mayor Ana Ruiz is angry.
Background
Ruiz has said that “nobody” paid.
"""


def test_an_outlet_of_the_headline_carries_the_article_to_its_background() -> None:
    """Publisher, carrier and source, outermost first."""
    assert chains(RELAYED) == [
        ("Harbour Post < Ledger", "Port to close for a year"),
        ("Harbour Post < Ledger < ??two officials", "The port will close for a year"),
        ("Harbour Post < Ledger", "The town was not asked."),
        ("Harbour Post < Ledger", "that Mayor Ana Ruiz is angry"),
        ("Harbour Post < Ruiz", "that “nobody” paid"),
    ]


def test_links_carry_what_the_words_say() -> None:
    """Cue, basis, mode, attitude, factuality, date."""
    dossier = draft(Article(text=RELAYED)).dossier
    first, second, third, fourth, last = dossier.attributions
    assert [link.cue_basis for link in first.chain] == [None, "punctuation"]
    assert (first.placement, second.placement) == ("headline", "standfirst")
    told = second.chain[2]
    assert (told.cue, told.mode) == ("told", "indirect")
    assert second.chain[1].cue_basis == "explicit"
    assert third.chain[1].cue_basis == "inherited"
    assert fourth.chain[1].mention == "The newspaper"
    assert last.chain[1].mode == "mixed"
    assert last.recorded is not None
    assert "rules/en" in (last.recorded.tool or "")


def test_the_first_paragraph_is_the_lead() -> None:
    """Where no empty line sets it off."""
    made = draft(
        Article(text="Rain in Rome\nIt rains, Jo Smith said.\nIt pours, she said.")
    )
    assert [a.placement for a in made.dossier.attributions] == ["lead", "body"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It rains, Jo Smith said on Monday.", "on Monday"),
        ("Jo Smith said in April it rains.", "in April"),
    ],
)
def test_words_of_time_stay_words(text: str, when: str) -> None:
    """No day is invented; the words count from the document."""
    [attribution] = draft(Article(text=text)).dossier.attributions
    at = attribution.chain[-1].at
    assert at is not None
    assert (at.text, at.edtf, at.relative_to) == (when, None, attribution.document)


def test_denials_and_guesses_have_their_factuality() -> None:
    """By the verb's own table."""
    values = [
        a.chain[-1].factuality
        for a in draft(
            Article(
                text="Jo Smith denied that it rains. Al Brown doubts that it rains."
            )
        ).dossier.attributions
    ]
    assert values == ["CT-", "PR-"]


def test_an_outlet_that_speaks_later_carries_its_paragraph() -> None:
    """And no further."""
    text = (
        "Rome is wet\nIt rains.\nIt pours.\n"
        "Reuters reported that the Tiber rose. A bridge fell.\nIt is cold."
    )
    assert chains(text) == [
        ("Reuters", "that the Tiber rose"),
        ("Reuters", "A bridge fell."),
    ]


def test_candidates_stand_for_a_pronoun() -> None:
    """People for "she", several for "they", things for "it"."""
    text = (
        "Ana Ruiz said it rains. Two officials said it pours. "
        "Reuters said it snows. She said it hails. They said it thaws. It said it dries."  # noqa: E501
    )
    drafted = draft(Article(text=text))
    kinds = [
        [str(getattr(drafted.dossier[c.source], "kind", "")) for c in link.candidates]
        for a in drafted.dossier.attributions
        for link in a.chain
        if link.candidates
    ]
    assert [set(each) for each in kinds] == [
        {"person"},
        {"unnamed", "outlet"},
        {"outlet"},
    ]
    assert codes(drafted).count("CT050") == 3


def test_i_in_a_quote_is_its_speaker() -> None:
    """As a candidate, still, and so is whoever stands for the speaker."""
    text = "“I think it rains,” Ana Ruiz said. “I think it pours,” she said."
    dossier = draft(Article(text=text)).dossier
    nested = [a.chain for a in dossier.attributions if len(a.chain) == 2]
    assert [[c.source for c in chain[1].candidates or ()] for chain in nested] == [
        ["ana-ruiz"],
        ["ana-ruiz"],
    ]


def test_a_last_name_is_the_person_of_the_full_name() -> None:
    """With a doubt; where two people have it, it is somebody else."""
    drafted = draft(Article(text="Ana Ruiz said it rains. Ruiz said it pours."))
    assert [s.name for s in drafted.dossier.sources] == ["Ana Ruiz"]
    assert "CT055" in codes(drafted)
    both = "Ana Ruiz said it rains. Leo Ruiz said it pours. Ruiz said it snows."
    assert len(draft(Article(text=both)).dossier.sources) == 3


def test_two_names_of_one_state_are_a_doubt() -> None:
    """They stay two sources."""
    text = "The US said it rains. The United States said it pours."
    drafted = draft(Article(text=text))
    assert len(drafted.dossier.sources) == 2
    assert "CT057" in codes(drafted)


def test_what_nobody_says_is_a_doubt_and_no_claim() -> None:
    """And coverage says where it stands."""
    text = "It rains. It was said that Rome is wet. “Nobody is dry in Rome today.”"
    drafted = draft(Article(text=text))
    assert {"CT052", "CT054", "CT059"} <= {*codes(drafted)}
    assert text[slice(*drafted.coverage[0])].startswith("It rains.")


def test_how_many_there_are_is_a_doubt_where_no_number_stands() -> None:
    """Two officials are two, and officials are some."""
    assert "CT056" not in codes(draft(Article(text="Two officials said it rains.")))
    assert "CT056" in codes(draft(Article(text="Officials said that it rains.")))


def test_an_outlet_that_is_carried_on_is_a_doubt() -> None:
    """For each paragraph that has it from another one."""
    text = "It rains, according to Reuters.\n\nIt pours, officials said."
    drafted = draft(Article(text=text))
    told = [doubt.message for doubt in drafted.doubts if doubt.code == "CT051"]
    assert told == [
        "Reuters, named at the beginning, is used as the source of this paragraph"
    ]
    own = draft(Article(text=text.partition("\n")[0]))
    assert "CT051" not in codes(own)


def test_a_verb_of_saying_without_a_claim_is_a_doubt() -> None:
    """So that nobody takes the draft for all that is said."""
    drafted = draft(Article(text="Asked about it, he said nothing at all."))
    assert "CT058" in codes(drafted)
    assert "CT058" not in codes(draft(Article(text="Ana Ruiz said that it rains.")))


def test_what_is_told_to_the_publication_is_told_to_the_outlet_before() -> None:
    """It is the head of the chain, as an outlet that is named is."""
    text = "According to Axios, the port is busy. “It will close,” Ruiz told "
    assert chains(f"{text}the publication.") == [
        ("Axios", "the port is busy"),
        ("Axios < Ruiz", "It will close"),
    ]
    assert chains(f"{text}Reuters.")[1] == ("Reuters < Ruiz", "It will close")


def test_two_who_plan_are_one_subject() -> None:
    """What they plan goes with the thing that it is said of, quoted or not."""
    for opening, closing in (("“", "”"), ("", "")):
        things = f"{opening}river patrols{closing}"
        text = (
            f"Norway refuses to fund the {things} that Sweden and Finland plan to send"
        )
        assert "Ledger < (Sweden and Finland)" in [
            chain for chain, _ in chains(f"{text}, the Ledger writes.")
        ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is late and South Harbour says the ferries will return.",
            ("South Harbour", "the ferries will return"),
        ),
        *(
            (
                f"The ferries stop {when} and South Harbour says they will return.",
                ("South Harbour", "they will return"),
            )
            for when in ("on August 10", "at noon", "on Monday", "in May")
        ),
        (
            "Norway joins the talks and Sweden says it may follow.",
            ("Sweden", "it may follow"),
        ),
        (
            "The talks stall and the Ministry of Trade and Industry says it can wait.",
            ("the Ministry of Trade and Industry", "it can wait"),
        ),
        (
            "The mayor and the port authority say more will follow.",
            ("?The mayor and the port authority", "more will follow"),
        ),
        (
            "The Mail on Sunday and the Ledger say they will wait.",
            ("The Mail on Sunday and the Ledger", "they will wait"),
        ),
        (
            (
                "Boats, which will help the islands by carrying food, and lending "
                "boats, depend on a loan, which local officials believe is late."
            ),
            ("??local officials", "a loan, which local officials believe is late"),
        ),
    ],
)
def test_a_clause_before_is_no_part_of_a_name(
    text: str, expected: tuple[str, str]
) -> None:
    """Whether "and" joins it or a comma."""
    assert expected in chains(text)


def test_interrupted_statements_are_a_doubt() -> None:
    """The claim has the longest part, the excerpts have all."""
    drafted = draft(Article(text="The move, Jo Smith said, was a mistake."))
    [attribution] = drafted.dossier.attributions
    content = [e.exact for e in attribution.excerpts if e.role == "content"]
    assert content == ["The move", "was a mistake"]
    assert drafted.dossier[attribution.claim].text == "was a mistake"  # type: ignore[union-attr]
    assert "CT053" in codes(drafted)


def test_a_sentence_may_claim_several_things() -> None:
    """What is only added is presupposed, and stays in the text of the other claim."""
    text = (
        "The port, which has two docks, will close, and has lost money, sources said."
    )
    found = draft(Article(text=text)).dossier
    assert [(found[a.claim].text, a.presupposed) for a in found.attributions] == [  # type: ignore[union-attr]
        ("The port, which has two docks, will close, and has lost money", False),
        ("which has two docks", True),
    ]
    text = "The port has closed its docks, but has not lost money, sources said."
    assert [claim for _, claim in chains(text)] == [
        "The port has closed its docks",
        "has not lost money",
    ]


def test_who_published_it_is_known_or_given() -> None:
    """The caller's word counts before the page's, that before the dateline's."""
    text = "Rain in Rome\nRome, 2 May 2025 | ANSA\nIt rains, sources said."
    assert chains(text)[0][0] == "ANSA < ??sources"
    assert chains(text, publisher="Post")[0][0] == "Post < ??sources"
    page = Article(
        text=text,
        publisher="Herald",
        authors=("Lena Berg", " "),
        title="Rain",
        published="2025-05-02",
        url="https://post.example/1",
    )
    dossier = draft(page).dossier
    [document] = dossier.documents
    assert (document.title, document.authors) == ("Rain", ("lena-berg",))
    assert document.published is not None
    assert document.published.edtf == "2025-05-02"
    assert document.publisher == "herald"


def test_known_sources_are_used_by_name_and_alias_and_nothing_else() -> None:
    """The desk's ids, names and IRIs; not its claims, nor its unnamed sources."""
    desk = ct.Dossier()
    desk.outlet("Morning Star", id="star", aka=["The Star"], url="https://star.example")
    desk.person("Ana Ruiz", id="ruiz", role="mayor")
    desk.organization("Quay")
    desk.person("Quay")
    desk.unnamed("sources")
    desk.claim("It is dry.")
    text = "The Star reported that it rains. Ana Ruiz said it pours. Quay said it snows. Ana Ruiz said so, too."  # noqa: E501
    dossier = draft(Article(text=text), known=desk).dossier
    assert {"star", "ruiz"} <= {*dossier}
    assert dossier["ruiz"].role == "mayor"  # type: ignore[union-attr]
    assert "It is dry." not in {claim.text for claim in dossier.claims}
    assert [s.kind for s in dossier.sources if s.name == "Quay"] == ["unresolved"]


def test_the_sure_tier_leaves_out_what_is_often_wrong() -> None:
    """Plans, and verbs without "that"."""
    text = "Smith plans to leave. Jones said that it rains."
    assert [claim for _, claim in chains(text, sure=True)] == ["that it rains"]


def test_groups_have_members_that_are_named() -> None:
    """Those whom "and" joins speak together."""
    dossier = draft(Article(text="The UK and France said it rains.")).dossier
    [group] = [s for s in dossier.sources if s.kind == "group"]
    assert group.members == ("uk", "france")


def test_what_says_nothing_is_passed_over() -> None:
    """A mention without letters, or with signs that no file can hold."""
    text = "He said: “…” \0"
    using = [
        Mention(content=(9, 12), rule="x"),
        Mention(content=(0, 2), source=(14, 15), rule="x"),
        Mention(content=(0, 2), source=(7, 8), rule="x"),
    ]
    dossier = draft(Article(text=text), using=lambda _: using).dossier
    assert len(dossier.attributions) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "…", "“"])
def test_an_empty_text_gives_an_empty_draft(text: str) -> None:
    """With a document that has a title."""
    dossier = draft(Article(text=text)).dossier
    assert [d.title for d in dossier.documents] == ["Untitled"]
    assert not dossier.claims


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines that go on in lower case, with empty lines between paragraphs."""
    text = "The port will\nclose for\na year, two\nofficials said.\n\nIt is\nlate, they\nsaid."  # noqa: E501
    assert chains(text)[0][1] == "The port will\nclose for\na year"


def test_quotes_that_do_not_close_end_with_their_paragraph() -> None:
    """The next paragraph has its own."""
    text = "“It rains, Jo Smith said.\n“It pours,” Al Brown said."
    assert chains(text)[-1] == ("Al Brown", "It pours")


def test_blockquotes_of_a_page_are_quotes() -> None:
    """Without marks, and with candidates for the speaker."""
    text = "Ana Ruiz said that it rains.\nThere must be an end to rain."
    drafted = draft(Article(text=text, blockquotes=[(29, len(text))]))
    last = drafted.dossier.attributions[-1].chain[-1]
    assert [c.source for c in last.candidates or ()] == ["ana-ruiz"]
    assert last.mode == "direct"


def test_speakers_of_an_interview_are_sources() -> None:
    """A name and a colon at the beginning of a paragraph."""
    assert chains("Rain talk\nAna Ruiz: It rains in Rome.\nIt is wet, sources said.")[
        0
    ] == (
        "Ana Ruiz",
        "It rains in Rome.",
    )
    assert chains("Reuters: Rome is wet\nIt rains.")[0][0] == "Reuters"


@pytest.mark.parametrize(
    "unit",
    [
        "said ",
        "He said that ",
        "“ He said ",
        '"It rains", he said "',
        "a, which b said, ",
        ".",
        "„",
        "According to ",
        "Reuters said it rains. ",
        "She said it rains.\n",
    ],
)
def test_drafting_is_linear(unit: str) -> None:
    """Four times the text takes less than eight times as long (CPU time)."""

    def draft_of(size: int) -> None:
        draft(Article(text=unit * (size // len(unit))))

    assert times_as_long(partial(draft_of, 20_000), partial(draft_of, 5_000)) < 8


SEED = Path(__file__).resolve().parents[4] / "shared/data/seed"


@pytest.mark.skipif(not SEED.exists(), reason="../shared is not there")
def test_the_seed_has_its_chains() -> None:
    """As the goals of benchmarks/extraction.py; here only that it runs and covers."""
    text = (SEED / "article.txt").read_text("utf-8")
    dossier = draft(Article(text=text)).dossier
    found = {dossier.format_chain(a.chain) for a in dossier.attributions}
    assert "UNN < Bloomberg < Keir Starmer" in found
    assert "UNN < Yuriy Ushakov < Donald Trump" in found
    assert json.loads(dossier.dumps())
    assert len(mentions(Article(text=text))) > 20
