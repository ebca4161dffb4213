"""Sentences as newsrooms write them, and who says what in each of them."""

from __future__ import annotations

import attrs
import pytest

import drafted_chains
from claimtrack import Dossier
from claimtrack.extract import Article, Mention, draft, mentions
from claimtrack.extract._article import pieces
from claimtrack.extract._lexicon import lexicon
from claimtrack.extract._source_names import name_of


def said(text: str, mention: Mention) -> tuple[str, str, str, str]:
    """Return rule, source, cue and content, each as words of the text."""
    shown = [
        " … ".join(text[start:end] for start, end in pieces(span))
        for span in (mention.source, mention.cue, mention.content)
    ]
    return mention.rule, shown[0], shown[1], shown[2]


SENTENCES: dict[str, list[tuple[str, str, str, str]]] = {
    (
        'He asked the bank to review it, stressing he wanted "to understand all costs".'
    ): [("participial", "He", "stressing", 'he wanted "to understand all costs"')],
    ('It was decided that a review would be used to "discover" the fault.'): [
        (
            "passive",
            "",
            "was decided",
            'that a review would be used to "discover" the fault',
        )
    ],
    ("A police spokesperson said while the road was closed, nobody was hurt."): [
        (
            "bare",
            "A police spokesperson",
            "said",
            "while the road was closed, nobody was hurt",
        )
    ],
    "A spokesman said since the storm began, 40 ships had called.": [
        ("bare", "A spokesman", "said", "since the storm began, 40 ships had called")
    ],
    (
        "In one of the worst breaches in years, hackers sent out "
        "tweets on July 15, Ruiz said."
    ): [
        (
            "trailing",
            "Ruiz",
            "said",
            (
                "In one of the worst breaches in years, hackers sent out "
                "tweets on July 15"
            ),
        )
    ],
    '"The port is closed," he told the Guardian.': [
        ("trailing-quote", "he", "told", '"The port is closed,"')
    ],
    ("The memo anticipated an offering by May, but that did not happen."): [
        (
            "bare",
            "The memo",
            "anticipated",
            "an offering by May, but that did not happen",
        )
    ],
    (
        "In May, when the work was announced, Mr. Berg told the Post, "
        '"I hope that it will last."'
    ): [
        ("quote", "Mr. Berg", "told", '"I hope that it will last."'),
        ("that", "I", "hope", "that it will last"),
    ],
    (
        "The union believes that money is spent on boats and nets, "
        "which are considered safe."
    ): [
        (
            "that",
            "The union",
            "believes",
            ("that money is spent on boats and nets, which are considered safe"),
        )
    ],
    "'Nobody comes here,' said the taxi driver.": [
        ("inverted-quote", "the taxi driver", "said", "'Nobody comes here,'")
    ],
    "The minister for ports, Ana Ruiz, said it rains.": [
        ("bare", "The minister for ports, Ana Ruiz", "said", "it rains")
    ],
    "Larsmouth police said that it rains.": [
        ("that", "Larsmouth police", "said", "that it rains")
    ],
    "Ana Ruiz, the mayor of Larsmouth, said it rains.": [
        ("bare", "Ana Ruiz, the mayor of Larsmouth", "said", "it rains")
    ],
    "Ana Ruiz, 42, said it rains.": [("bare", "Ana Ruiz, 42", "said", "it rains")],
    "The British Foreign Office spokesman Jo Smith said it rains.": [
        ("bare", "The British Foreign Office spokesman Jo Smith", "said", "it rains")
    ],
    "Mayor Ruiz said it rains.": [("bare", "Mayor Ruiz", "said", "it rains")],
    "The UK and officials said it rains.": [
        ("bare", "The UK and officials", "said", "it rains")
    ],
    "The mayor's claim that it rains is old.": [
        ("noun", "The mayor", "claim", "that it rains is old")
    ],
    "Two thirds of adults, according to Mason & Berg, stay.": [
        ("relay", "Mason & Berg", "according to", "Two thirds of adults … stay")
    ],
    (
        "Harbour Post (the port's own paper, which nobody reads any "
        "more because it is old and costs too much, according to "
        "Ruiz, is closed."
    ): [
        (
            "relay",
            "Ruiz",
            "according to",
            (
                "Harbour Post (the port's own paper, which nobody reads any "
                "more because it is old and costs too much … is closed"
            ),
        )
    ],
    "The fee will, according to officials, now probably rise.": [
        ("relay", "officials", "according to", "The fee will … now probably rise")
    ],
    "He plans, according to officials, to leave.": [
        ("relay", "officials", "according to", "He plans … to leave")
    ],
    'Ruiz left, warning: "It rains."': [
        ("participial", "Ruiz", "warning", '"It rains."')
    ],
    "It is widely said to be cold.": [
        ("passive", "", "is widely said", "It … to be cold")
    ],
    "The deal is also reportedly said to have failed.": [
        ("passive", "", "is also reportedly said", "The deal … to have failed")
    ],
    "The rule, which supporters say would help, is old.": [
        (
            "gap",
            "supporters",
            "say",
            "The rule, which supporters say would help, is old",
        )
    ],
    "The post named people with whom he wanted to speak.": [
        ("to", "he", "wanted", "to speak")
    ],
    "It opened at 2:30 p.m. EST, Ruiz said.": [
        ("trailing", "Ruiz", "said", "It opened at 2:30 p.m. EST")
    ],
    "Officials who attended said it rains.": [
        ("bare", "Officials who attended", "said", "it rains")
    ],
    (
        "He knew that his parents had been seen by those who met him, "
        "but the boy was not the person whom they thought he was."
    ): [
        (
            "that",
            "He",
            "knew",
            (
                "that his parents had been seen by those who met him, but the "
                "boy was not the person whom they thought he was"
            ),
        ),
        ("bare", "they", "thought", "he was"),
    ],
    ("But it's the agent Berg who is now facing charges, Ruiz said."): [
        ("trailing", "Ruiz", "said", "it's the agent Berg who is now facing charges")
    ],
    "The Commission on Debates then said it rains.": [
        ("bare", "The Commission on Debates", "then said", "it rains")
    ],
    "It rains, according to ESPN Stats & Info.": [
        ("relay", "ESPN Stats & Info", "according to", "It rains")
    ],
    ("Lee who said she understands the anger but she said it's late."): [
        ("bare", "Lee", "said", "she understands the anger but she said it's late"),
        ("bare", "she", "said", "it's late"),
    ],
    "Those in the hall said it rains.": [
        ("bare", "Those in the hall", "said", "it rains")
    ],
    ("The Athletes Village, which Ruiz hoped would be calm, is a tinderbox."): [
        (
            "gap",
            "Ruiz",
            "hoped",
            ("The Athletes Village, which Ruiz hoped would be calm, is a tinderbox"),
        )
    ],
    (
        "Two big outlets spread news on a daily basis, and then they "
        "are quoted, Berg said."
    ): [
        (
            "trailing",
            "Berg",
            "said",
            ("Two big outlets spread news on a daily basis, and then they are quoted"),
        )
    ],
    ('"The concern was the terms of service, which did not allow it." Ruiz said.'): [
        (
            "bare-quote",
            "",
            "",
            ('"The concern was the terms of service, which did not allow it."'),
        )
    ],
    '"Research with children will help," they wrote in the study.': [
        ("trailing-quote", "they", "wrote", '"Research with children will help,"')
    ],
    (
        "The concerns grew after the group's biggest producer said it "
        "planned to cut output."
    ): [
        ("bare", "the group's biggest producer", "said", "it planned to cut output"),
        ("to", "it", "planned", "to cut output"),
    ],
    "Mr Still said that it rains.": [("that", "Mr Still", "said", "that it rains")],
    ", Ruiz and Smith said it rains.": [("bare", "Ruiz and Smith", "said", "it rains")],
    ", which Ruiz plans to leave.": [("to", "Ruiz", "plans", "to leave")],
    "The port, according to officials, has now also closed.": [
        ("relay", "officials", "according to", "The port … has now also closed")
    ],
    "It  rains, Ruiz  said.": [("trailing", "Ruiz", "said", "It  rains")],
    'Many blogs report "this means little" again.': [
        ("quote", "Many blogs", "report", '"this means little" again')
    ],
    'He asked for the "papers".': [("quote", "He", "asked", '"papers"')],
    'He asked "Why?".': [("quote", "He", "asked", '"Why?"')],
    'Ruiz promised "calm".': [("quote", "Ruiz", "promised", '"calm"')],
}

NOBODY = [
    "What on earth would they call it?",
    "Claims that it rains are old.",
    "He asked reporters to leave.",
    "The offers said to be fair were refused.",
    "Ruiz is known to be late.",
    "As we know it, and say so often, it rains.",
    "With this assault on his image, Ruiz swore revenge.",
    (
        "President Berg and President Ruiz are to hold a call as the "
        "US announced plans to leave."
    ),
    "Yes - 73.68%",
    "Ruiz told and retold the story.",
    'Ruiz called it "a mess".',
]


@pytest.mark.parametrize("text", SENTENCES)
def test_somebody_says_something(text: str) -> None:
    """Whom, by which word, and what: as pieces of the sentence."""
    found = mentions(Article(text=text))
    assert [said(text, mention) for mention in found] == SENTENCES[text]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_anything(text: str) -> None:
    """Words that can be verbs of saying, and are none here."""
    assert mentions(Article(text=text)) == ()


NAMES = {
    "The minister for ports, Ana Ruiz": ("person", "Ana Ruiz"),
    "the spokesman, Jo Smith": ("person", "Jo Smith"),
    "Larsmouth police": ("organization", "Larsmouth police"),
    "The police": ("unnamed", "The police"),
    "North Larsmouth police": ("organization", "North Larsmouth police"),
    "Ana Ruiz, the mayor of Larsmouth": ("person", "Ana Ruiz"),
    "Ruiz, 42": ("person", "Ruiz"),
    "Ruiz, a sailor": ("person", "Ruiz"),
    "British Foreign Office spokesman Jo Smith": ("person", "Jo Smith"),
    "spokesman Ministry Jo Smith": ("person", "Jo Smith"),
    "Mr Ruiz": ("person", "Ruiz"),
    "Jo Smith the lawyer": ("person", "Jo Smith"),
    "Son": ("unresolved", "Son"),
    "Ruiz and other sailors": ("group", "Ruiz and other sailors"),
    "the UK and Ana Ruiz": ("group", "the UK and Ana Ruiz"),
    "the prosecutor's office": ("organization", "prosecutor's office"),
    "His sister, former France captain Ana Ruiz": ("person", "Ana Ruiz"),
    "Its boss at the port, XYZ chief Jo Smith": ("person", "Jo Smith"),
    "His brother, Max": ("person", "Max"),
    "a lawyer, Ruiz": ("person", "Ruiz"),
    "her lawyer, a friend of Jo Smith": ("unnamed", "her lawyer"),
    "his aide, born in South Bend": ("unnamed", "his aide"),
    "two sailors, Ruiz": ("unnamed", "two sailors"),
    "a source, CNN": ("unnamed", "a source"),
    "the company, BlueLine": ("organization", "BlueLine"),
    "the mining firm, Harbour Stone Ltd": ("organization", "Harbour Stone Ltd"),
    "the company, which owns BlueLine": ("unnamed", "the company"),
    "Physicist Jo Berg of Sund University": ("person", "Jo Berg"),
    "Political scientist Ana Maria Ruiz of Sund University": (
        "person",
        "Ana Maria Ruiz",
    ),
    "Fund manager Jo Holm from Alder": ("person", "Jo Holm"),
    "one reporter in the Harbour Bank": ("unnamed", "one reporter in the Harbour Bank"),
    "Her co-star Max Berg": ("person", "Max Berg"),
    "Labour co-leader Jo Smith": ("person", "Jo Smith"),
    "Jo Smith KC": ("person", "Jo Smith"),
    "Ana Maria Ruiz MP": ("person", "Ana Maria Ruiz"),
    "Mayor Jo Smith OBE": ("person", "Jo Smith"),
    "the Labour MP": ("unnamed", "the Labour MP"),
    "Sir Max Crewe": ("person", "Max Crewe"),
    "Shri Anil Nair": ("person", "Anil Nair"),
    "Det Con Louise Hart": ("person", "Louise Hart"),
    "Prof Dame Jo Smith": ("person", "Jo Smith"),
    "CNN's Jo Smith": ("person", "Jo Smith"),
    "the Washington Post's Ana Ruiz": ("person", "Ana Ruiz"),
    "Labour’s Max Berg": ("person", "Max Berg"),
    "Norway's Defence Ministry": ("organization", "Norway's Defence Ministry"),
    "the BBC's Jo": ("organization", "BBC's Jo"),
    "Downing Street": ("organization", "Downing Street"),
    "Ruiz herself": ("unresolved", "Ruiz"),
    "Jo Smith himself": ("person", "Jo Smith"),
    "…, Ruiz": ("unresolved", "…, Ruiz"),
    "police": ("unnamed", "police"),
    "Superintendent of Police Ilan Moor": ("person", "Ilan Moor"),
    "Deputy Minister of Foreign Affairs Ana Ruiz Berg": ("person", "Ana Ruiz Berg"),
    "Head of Research Institute Sund": (
        "organization",
        "Head of Research Institute Sund",
    ),
    "Head of Home Affairs": ("unresolved", "Head of Home Affairs"),
    "the head of police": ("unnamed", "the head of police"),
}


@pytest.mark.parametrize("phrase", NAMES)
def test_a_phrase_says_what_a_source_is(phrase: str) -> None:
    """Its kind and its name, and nothing that the words do not say."""
    named = name_of(phrase, lexicon("en"))
    assert (named.kind, named.name) == NAMES[phrase]


def test_letters_behind_a_name_and_titles_before_it_are_no_other_person() -> None:
    """Whoever is named in full is meant by the last name that follows."""
    text = "Jo Smith KC said it rains. Mr Smith said it snows. Sir Smith said no."
    found = draft(Article(text=text)).dossier
    assert [(each.kind, each.name) for each in found.sources] == [
        ("person", "Jo Smith")
    ]


@pytest.mark.parametrize("labels", [("Q", "A"), ("Question", "Answer")])
def test_nobody_is_called_q_or_a(labels: tuple[str, str]) -> None:
    """A question claims nothing; whoever may be interviewed is a candidate."""
    asks, answers = labels
    text = f"Talk\n\nAna Ruiz said it rains.\n\n{asks}: Why so?\n\n{answers}: It snows."
    found = draft(Article(text=text)).dossier
    assert [each.name for each in found.sources] == ["Ana Ruiz"]
    assert [each.text for each in found.claims] == ["it rains", "It snows."]
    last = found.attributions[-1].chain[-1]
    assert [each.source for each in last.candidates or ()] == ["ana-ruiz"]


def test_how_a_sentence_opens_is_no_candidate() -> None:
    """Nobody is called Opening or Asked."""
    text = (
        "Opening the fair in May, Ana Ruiz said it rains. She said it snows.\n\n"
        "Asked about the fair, Max Berg said it pours. He said it is late."
    )
    found = draft(Article(text=text)).dossier
    assert {each.name for each in found.sources} == {"Ana Ruiz", "Max Berg"}


DRAFTED: dict[str, list[tuple[str, str]]] = {
    ("Many sailors believe the new 25 minute film proves the cook was right."): [
        ("the new 25 minute film proves the cook was right", "??Many sailors")
    ],
    'All five worked – "a good crew," she said – and left.': [
        ('All five worked – "a good crew', "…")
    ],
    '"Children who were seen agreed," they wrote in the study.': [
        ("Children who were seen agreed", "…")
    ],
    (
        "Experts said the plan could leave only the sick behind, "
        "raising prices and eroding trust."
    ): [
        (
            (
                "the plan could leave only the sick behind, raising prices "
                "and eroding trust"
            ),
            "??Experts",
        )
    ],
    ('"It was moved on Monday," said Berg, as reported by the Harbour Post.'): [
        ("It was moved on Monday", "Harbour Post < Berg")
    ],
    ("Fees that they need not pay back as long as they keep sailing, the Post said."): [
        (("Fees that they need not pay back as long as they keep sailing"), "Post")
    ],
    ('"It is white there," Berg said while trying to dismiss questions.'): [
        ("It is white there", "Berg")
    ],
    ('"The fault was the rules of the site, which did not allow you to trade."'): [
        ("The fault was the rules of the site", "…"),
        ("which did not allow you to trade", "…"),
    ],
    ("The port – which two (of many) call home – closed, Berg said."): [
        ("The port – which two (of many) call home – closed", "Berg")
    ],
    ('"There is no link," Canadian Minister of Public Safety Jo Smith said.'): [
        ("There is no link", "Canadian Minister of Public Safety Jo Smith")
    ],
    "The Inspector General says he is late.": [("he is late", "Inspector General")],
    "According to the Owl Man, it rains.": [("it rains", "Owl Man")],
    (
        "The film did not show a second woman, who began angrily "
        "shouting at her, Berg said."
    ): [
        ("The film did not show a second woman", "Berg"),
        ("who began angrily shouting at her", "Berg"),
    ],
}

ODD = (
    'In May this year, Berg promised an "open" port.',
    'What would a question like "the best ship" show you?',
    "Sailors who worked agreed. They said it rains.",
    (
        "And so, in an act of anger, the port dismissed the letter "
        "and instead praised the union."
    ),
    "After they read it, almost every cook had a laugh.",
    ('"It was moved on Monday," said Berg, as reported by the Harbour Post.'),
    ("With that in mind, consider how this change will affect the port."),
    ("Dunmore', which reported its results, also said that its sales grew."),
    (
        "Seven men believed to be planning and suspected of "
        'plotting "an event" were held.'
    ),
    ("I have seen, not many people, but some people who should know, criticize her."),
    "In 1879, Col. Berg, established the school.",
    ("One of the cooks who wrote the study, Jo Smith, told the Post it will rain."),
    ("However, port groups and even the head of the union warned that it rains."),
    ("Jo Smith, the cook known as Salt, is also a friend, and agrees that it rains."),
    (
        "President Berg and President Ruiz are to meet as the union "
        "announced that it rains."
    ),
    (
        "The mayor, 95, sent a letter to Emma while the Duke and "
        "Duchess of Cork praised her."
    ),
    ("The port would shut, although what on earth would they call it?"),
    ("Cooks almost all responded in kind, which gave the room a calmer mood."),
    ("As a cook, she has always written with care, wit and depth."),
    ("A sailor who told him to leave because she did not write, according to Berg."),
    (
        '"Imagine how I felt after seeing Berg just weeks after, '
        'being elected," Ruiz said.'
    ),
    ('Berg would later say so, adding, "It was the men, after all, who did the work."'),
    ("The village, which Berg hoped would be a place of calm, he now called a trap."),
    (
        "The news of the find, whatever you want to call it, of "
        "cells, which use, of course, waves, Berg said."
    ),
    ("The port dismissed the letter's tone, and often sits with it."),
    "The deal is not known exactly.",
    (
        "Berg, in the port's defence, said that, as the cooks came "
        "late, where salt is in use, they should pay."
    ),
    (
        "We forget, while conveniently forgetting those that we "
        "would wish were not true."
    ),
    (
        "Ana Ruiz, of Ayr, in Bute, of Cork, in Down, of Eyre, in Fife, of Gorey, "
        "said it rains."
    ),
    "Ruiz, it was late, said it rains.",
    "Lives that depend on us continuing to work, matter.",
    "The letter to the union now warning that it rains is old.",
    "A report by cooks saying that it rains is old.",
    "Ruiz is widely and often said to be late.",
    "The deal was announced today by Berg.",
    (
        "He said in a very long and rather old and quite unread "
        "statement on Monday that it rains."
    ),
    ("The Queen, 95, addressed a warm letter to Emma and Berg praised her."),
)


@pytest.mark.parametrize("text", DRAFTED)
def test_a_sentence_is_drafted(text: str) -> None:
    """Its claims, each on the word of its chain."""
    found = draft(Article(text=text)).dossier
    claims = {each.id: each.text for each in found.claims}
    assert [
        (claims[each.claim], found.format_chain(each.chain))
        for each in found.attributions
    ] == DRAFTED[text]


@pytest.mark.parametrize("text", ODD)
def test_odd_sentences_invent_nothing(text: str) -> None:
    """Rules go wrong in some; what is drafted is in the text all the same."""
    drafted = draft(Article(text=text))
    assert all(each.text in text for each in drafted.dossier.claims)
    for each in drafted.dossier.attributions:
        assert each.excerpts
        for one in each.excerpts:
            assert text[one.start : one.end] == one.exact
    assert len(drafted.dossier.claims) == len({*drafted.dossier.attributions})
    assert drafted.doubts or drafted.dossier.claims or drafted.coverage


def test_a_letter_and_a_phrase_that_end_a_sentence() -> None:
    """A noun before "saying" is its source; a name may end without a full stop."""
    text = "Ruiz sent a letter saying that it rains."
    [mention] = mentions(Article(text=text))
    assert said(text, mention)[1:] == ("a letter", "saying", "that it rains")
    text = "“The port is closed,” he told the Guardian"
    [mention] = mentions(Article(text=text))
    assert text[slice(*mention.addressee)] == "the Guardian"  # type: ignore[misc]


def test_a_bracket_that_never_closes_is_no_part_of_a_name() -> None:
    """Nor is one that closes far away."""
    text = "It rains, according to Ruiz (who said so in May and June and July and more."
    [mention, *_] = mentions(Article(text=text))
    assert said(text, mention)[1] == "Ruiz"


def test_a_quote_before_that_opens_no_clause_in_ukrainian() -> None:
    """A name may stand between the verb and its comma, and nothing else."""
    text = "Речник повідомив агентству «Новини», що порт закриють."
    assert all(
        text[a:b]
        for m in mentions(Article(text=text), "uk")
        for a, b in pieces(m.content)
    )


def test_desks_know_one_outlet_by_several_names() -> None:
    """Its names are one source; where it is the publisher, it does not cite itself."""
    desk = Dossier()
    desk.outlet("Harbour Star", id="star", aka=["The Star", "harbour star"])
    text = "Harbour Star said it rains.\nThe Star said it snows. It is wet in Rome."
    found = draft(Article(text=text), known=desk, publisher="Harbour Star").dossier
    assert {found.format_chain(each.chain) for each in found.attributions} == {
        "Harbour Star"
    }
    assert [each.id for each in found.sources] == ["star"]


def test_what_somebody_told_the_publisher_is_in_its_own_report() -> None:
    """The publisher stands in the chain once."""
    text = "Ruiz told the Harbour Post that it rains."
    found = draft(Article(text=text), publisher="Harbour Post").dossier
    [each] = found.attributions
    assert found.format_chain(each.chain) == "Harbour Post < Ruiz"


def test_a_dateline_may_name_a_place_alone() -> None:
    """A place is no outlet."""
    text = "Port to close\nLarsmouth, 2 May 2026\nIt closes in May, Ruiz said."
    [document] = draft(Article(text=text)).dossier.documents
    assert document.publisher is None


EVERYDAY: dict[str, list[str]] = {
    "Bloomberg reported Sunday, citing people familiar with it, that it may rain.": [
        "Bloomberg < ??people familiar with it: that it may rain"
    ],
    "The port will close, Reuters reported on Sunday, citing two officials.": [
        "Reuters < ??two officials: The port will close"
    ],
    "Reuters, citing two officials, reported on Sunday that the port will close.": [
        "Reuters < ??two officials: that the port will close"
    ],
    "Reuters reported late on Tuesday, citing documents, that the port will close.": [
        "Reuters < documents: that the port will close"
    ],
    "The port will close, Berg said, according to Reuters.": [
        "Reuters < Berg: The port will close"
    ],
    "“The port will close,” said Berg, according to Reuters.": [
        "Reuters < Berg: The port will close"
    ],
    "Kyiv says, according to Reuters, that the port is closed.": [
        "Reuters < Kyiv: that the port is closed"
    ],
    "The port will close, Berg said, Reuters reported.": [
        "Reuters < Berg: The port will close"
    ],
    "The port is closed, as first reported by Reuters.": [
        "Reuters: The port is closed"
    ],
    "According to Reuters, which cited two officials, the port is closed.": [
        "Reuters: the port is closed"
    ],
    "The port is closed, the Courier has learned.": ["Courier: The port is closed"],
    "The Harbour Workers' Union said 140 jobs were at risk.": [
        "Harbour Workers' Union: 140 jobs were at risk"
    ],
    "The Teachers’ Association of Ohio says schools are full.": [
        "Teachers’ Association of Ohio: schools are full"
    ],
    "Police said the road was closed, and the mayor, Ana Ruiz, said it would reopen.": [
        "Police: the road was closed",
        "Ana Ruiz: it would reopen",
    ],
    "Two officials said the road was closed and a third said it would open soon.": [
        "??Two officials: the road was closed",
        "?a third: it would open soon",
    ],
    "A pilot said it rains, but another warned that it pours.": [
        "?A pilot: it rains",
        "?another: that it pours",
    ],
    "Ruiz, 56, who leads the council, said on Tuesday that the road was closed.": [
        "Ruiz: that the road was closed"
    ],
    "The ministry had said in a statement last week that it was in talks.": [
        "?The ministry: that it was in talks"
    ],
    "The ministry said in an email late on Monday that it was in talks.": [
        "?The ministry: that it was in talks"
    ],
    "The ministry said this week it was in talks.": ["?The ministry: it was in talks"],
    "Fares fell by a fifth, according to a study by the University of Larsmouth.": [
        "a study by the University of Larsmouth: Fares fell by a fifth"
    ],
    "The city plans cuts, according to documents seen by the Courier.": [
        "documents seen by the Courier: The city plans cuts"
    ],
    "The port will close, according to a report published on Monday.": [
        "a report: The port will close"
    ],
    "The port will close, according to two people briefed on the plan.": [
        "??two people briefed on the plan: The port will close"
    ],
    "The port will close, according to data compiled by Larsmouth University.": [
        "data compiled by Larsmouth University: The port will close"
    ],
    "Fares rose 12% last year, city data show, while profits fell.": [
        "city data: Fares rose 12% last year"
    ],
    "It rains, according to officials at the ministry.": [
        "??officials at the ministry: It rains"
    ],
    "It rains, said Ruiz at the ministry.": ["Ruiz: It rains"],
    "It rains, according to officials during the visit.": ["??officials: It rains"],
    "The boat sank, the report found.": ["the report: The boat sank"],
    "Sources close to the talks say the road is closed.": [
        "??Sources close to the talks: the road is closed"
    ],
    "The minister told the BBC's Today programme that the road was closed.": [
        "BBC < ?The minister: that the road was closed"
    ],
    "Jo Smith told CNN’s Max Berg the road is closed.": [
        "CNN < Jo Smith: the road is closed"
    ],
    "Ann Lund, its head, told Radio Sund that it rains.": [
        "Radio Sund < Ann Lund: that it rains"
    ],
    'Ruiz warned that the sum "was never checked".': [
        'Ruiz: that the sum "was never checked"'
    ],
    "Ruiz warned that it is “not so,” and it rains.": [
        "Ruiz: that it is “not so,” and it rains"
    ],
    "A spokesman for Mayor Ana Ruiz said it rains.": [
        "?A spokesman for Mayor Ana Ruiz: it rains"
    ],
    "A spokeswoman for French President Jo Berg said it rains.": [
        "?A spokeswoman for French President Jo Berg: it rains"
    ],
    "The office of President Oleg Marn said it rains.": [
        "office of President Oleg Marn: it rains"
    ],
    "He told the Mail on Sunday that it rains.": ["Mail on Sunday < …: that it rains"],
    "The Voice of America reported that it rains.": ["Voice of America: that it rains"],
    "It rains, Ruiz told the Times of India on Monday.": [
        "Times of India < Ruiz: It rains"
    ],
    "He told the Herald on Sunday that it rains.": ["Herald < …: that it rains"],
    "Superintendent of Police Ilan Moor said it rains.": ["Ilan Moor: it rains"],
    "Director of Nursing Mary Hill warned that it rains.": ["Mary Hill: that it rains"],
    "White House Chief of Staff Jo Smith said it rains.": ["Jo Smith: it rains"],
    "Adviser to the president Jo Smith said it rains.": ["Jo Smith: it rains"],
    "The news agency Xylo said it rains.": ["Xylo: it rains"],
    "The government agency Xylo said it rains.": ["government agency Xylo: it rains"],
    "He told the Telegram channel Baza that it rains.": ["Baza < …: that it rains"],
    "REUTERS said it rains.": ["REUTERS: it rains"],
    "He said 12 boats sank, but gave no evidence.": ["…: 12 boats sank"],
    "Officials have said that it rains, the Financial Times reported last week.": [
        "Financial Times < ??Officials: that it rains"
    ],
    "KYIV, Oct 14 (Reuters) - The port is shut, the mayor said.": [
        "Reuters < ?the mayor: The port is shut"
    ],
    "LONDON (AP) — The port is shut, officials said.": [
        "AP < ??officials: The port is shut"
    ],
    "REUTERS, Oct 14 - The port is shut, officials said.": [
        "REUTERS < ??officials: The port is shut"
    ],
    "LARSMOUTH – The mayor said it rains.": ["?The mayor: it rains"],
    "Ferry strike over, union says\n\nIt rains.": ["?union: Ferry strike over"],
    "City to cut ferries by half, council documents show\n\nIt rains.": [
        "council documents: City to cut ferries by half"
    ],
    "Its chair, Ravi Nair, told MPs that it rains.": ["Ravi Nair: that it rains"],
    "Ruiz said it rains, and called on the city to act.": ["Ruiz: it rains"],
    "Ravi Nair, 31, of Quay Street, Larsmouth, said it rains.": ["Ravi Nair: it rains"],
    "Judge Ann Lund, fining a skipper, Max Berg, for theft, said it rains.": [
        "Ann Lund: it rains"
    ],
    "Jo Smith, opening a library, the second in May, said that it rains.": [
        "Jo Smith: that it rains"
    ],
    "Ana Ruiz (Green), who runs the port, told MPs that it rains.": [
        "Ana Ruiz: that it rains"
    ],
    "Max Berg (Labour), the mayor, said it rains.": ["Max Berg: it rains"],
    '"It rains," Ruiz told the union’s newsletter.': ["Ruiz: It rains"],
    "Ruiz told the town's committee on Monday that it rains.": ["Ruiz: that it rains"],
    "His sister, former France captain Ana Ruiz, said it rains.": [
        "Ana Ruiz: it rains"
    ],
    "Ruiz said in a letter read to the crew that it rains.": ["Ruiz: that it rains"],
    "The crew said in a message posted on Monday it was sad.": [
        "?The crew: it was sad"
    ],
    "The mayor said in an email obtained by the Courier that it rains.": [
        "?The mayor: that it rains"
    ],
    "“It rains,” Ruiz said, claiming, with no proof, that the port was shut.": [
        "Ruiz: It rains",
        "Ruiz: that the port was shut",
    ],
    "Ruiz had told the crew that it rains, officials at the port say.": [
        "??officials at the port: Ruiz had told the crew that it rains",
        "??officials at the port < Ruiz: that it rains",
    ],
    "The bank's research office said at least 40 boats sank.": [
        "bank's research office: at least 40 boats sank"
    ],
    "The navy said about 200 sailors were ill.": [
        "?The navy: about 200 sailors were ill"
    ],
    "The port said more than two dozen ships had left.": [
        "?The port: more than two dozen ships had left"
    ],
    "The port said nearly 40 boats sank.": ["?The port: nearly 40 boats sank"],
    "The port said about two weeks ago that it rains.": ["?The port: that it rains"],
    "The firm said it “fully backs” the plan.": [
        "?The firm: it “fully backs” the plan"
    ],
    "Ruiz warned that she “never rests”.": ["Ruiz: that she “never rests”"],
    "Officials close to the mayor claim the road is shut.": [
        "??Officials close to the mayor: the road is shut"
    ],
    "Sources close to the bank tell us that it rains.": [
        "??Sources close to the bank: that it rains"
    ],
    "Two people briefed on the deal say it rains.": [
        "??Two people briefed on the deal: it rains"
    ],
    "Xylo analysts, who rate it “hold”, said the cut was deep.": [
        "??Xylo analysts: the cut was deep"
    ],
    "BlueLine closed the route, citing low demand.": [],
    "The museum shut on Monday, citing safety concerns.": [],
    "The judge rose, quoting case 14.": [],
    "The museum shut on Monday, citing two officials.": [
        "??two officials: The museum shut on Monday"
    ],
    "The museum shut, citing data from the city.": [
        "data from the city: The museum shut"
    ],
    "According to The Sun, it rains.": ["Sun: it rains"],
    "It rains, The Sun reported.": ["Sun: It rains"],
    "It rains, according to the Monday Club.": ["Monday Club: It rains"],
    "Internal emails seen by the Courier reveal that it rains.": [
        "Internal emails seen by the Courier: that it rains"
    ],
    "Two reports published by the bank say it rains.": [
        "Two reports published by the bank: it rains"
    ],
    "Sales came to 40, down from a previous forecast of 50.": [],
    "According to minutes of a talk held in May 2022, it rains.": [
        "minutes of a talk: it rains"
    ],
    "09:30 - The port is shut, according to officials.": [
        "??officials: The port is shut"
    ],
    "7.05am: “The port is shut,” Ruiz told MPs.": ["Ruiz: The port is shut"],
    "18:15 GMT – Ruiz said it rains.": ["Ruiz: it rains"],
    "Ruiz told Radio Sund last week it rains.": ["Radio Sund < Ruiz: it rains"],
    "Berg has told friends he is tired, Reuters reports.": [
        "Reuters: Berg has told friends he is tired",
        "Reuters < Berg: he is tired",
    ],
    "Ruiz told colleagues it rains, but gave no details.": ["Ruiz: it rains"],
    "Ships came, city data show, while fares fell, according to a study.": [
        "city data: Ships came",
        "a study: fares fell",
    ],
    "Ships came, Ruiz said, whereas fares fell, Berg said.": [
        "Ruiz: Ships came",
        "Berg: fares fell",
    ],
    "Ana Ruiz, Xylo's head of trade, cautioned that it rains.": [
        "Ana Ruiz: that it rains"
    ],
    "Max Berg, the union's chief, said it rains.": ["Max Berg: it rains"],
    "Berg has told friends he wants to stay, Reuters reports.": [
        "Reuters: Berg has told friends he wants to stay",
        "Reuters < Berg: he wants to stay",
        "Reuters < Berg < (…): to stay",
    ],
    "Ruiz told the crew to stay on the boat.": [],
    "Ruiz told the crew to leave the boat it owns.": [],
    "The port is old, files seen by the Courier and its partners reveal.": [
        "files seen by the Courier and its partners: The port is old"
    ],
    "A trove of files, obtained by the Courier, shows that it rains.": [
        "A trove of files: that it rains"
    ],
    "Her client Max Berg said it rains.": ["Max Berg: it rains"],
    "The doctor accepted that nobody was asked.": [
        "?The doctor: that nobody was asked"
    ],
    "Ruiz herself is said to be ill.": ["…: to be ill"],
    "CNN reported that the port is shut, citing two officials.": [
        "CNN < ??two officials: that the port is shut"
    ],
    "Reuters said on Monday that ships left and crews stayed, citing data.": [
        "Reuters < data: that ships left and crews stayed"
    ],
    "The Courier reports that Berg said it rains, citing his aide.": [
        "Courier < ?his aide: that Berg said it rains",
        "Courier < ?his aide < Berg: it rains",
    ],
    "CNN said it rains, and the BBC said it snows, citing two officials.": [
        "CNN: it rains",
        "BBC < ??two officials: it snows",
    ],
    "Ruiz warned that sailors refused to go.": [
        "Ruiz: that sailors refused to go",
        "Ruiz < (?sailors): to go",
    ],
    "The firm, which owns two ports, on Monday said it rains.": ["?The firm: it rains"],
    "The court, hearing a case against Berg, on Friday noted that it rains.": [
        "?The court: that it rains"
    ],
    "Ana Ruiz, the mayor, in June said it rains.": ["Ana Ruiz: it rains"],
    "The city's Port Office warned of floods, saying it pours.": [
        "city's Port Office: it pours"
    ],
    "The firm said on Monday it would go, citing weak orders, and Berg left.": [
        "?The firm: it would go"
    ],
    "The report's lead author, Prof Max Berg of Sund University, said it rains.": [
        "Max Berg: it rains"
    ],
    "Speaking in court, his widow, Ana, said it rains.": ["Ana: it rains"],
    "His ally, Max Berg, said it rains.": ["Max Berg: it rains"],
    "Ruiz told the crew, in a letter, that it rains.": ["Ruiz: that it rains"],
    "Ruiz told the crew, in May, “it rains”.": ["Ruiz: it rains"],
    "Berg said it rains, and Ruiz wants to go.": [
        "Berg: it rains, and Ruiz wants to go",
        "Berg < (Ruiz): to go",
    ],
    "It rains, according to the morning bulletin.": ["the morning bulletin: It rains"],
    "The mayor and the council says it rains.": [
        "?The mayor and the council: it rains"
    ],
    "His claim that it rains is old.": ["…: that it rains is old"],
    "In Rome, at the port, Ana Ruiz, a sailor, said it rains.": ["Ana Ruiz: it rains"],
    "Results of a study, published in May, show prices rose.": [
        "Results of a study: prices rose"
    ],
    "Giving a talk, Ana Ruiz, a sailor, said it rains.": ["Ana Ruiz: it rains"],
    "A spokesperson for the ministry declined to comment.": [],
    "BlueLine refused to comment on the report.": [],
    "The firm declined to confirm that it would sell ships.": [],
    "Asked whether the road was closed, Ruiz said no.": [],
}
"""Sentences as newsrooms write them → who says what."""


@pytest.mark.parametrize("text", EVERYDAY)
def test_an_everyday_sentence_has_its_chains(text: str) -> None:
    """All that is claimed, each on the word of its chain, and nothing else."""
    assert drafted_chains.said("en", text) == EVERYDAY[text]


@pytest.mark.parametrize("title", sorted(lexicon("en").long_titles))
def test_a_title_that_holds_small_words_is_one_outlet(title: str) -> None:
    """Wherever it is: it speaks, and it is told."""
    assert drafted_chains.said("en", f"The {title} reported that it rains.") == [
        f"{title}: that it rains"
    ]
    assert drafted_chains.said("en", f"It rains, Ruiz told the {title} on Monday.") == [
        f"{title} < Ruiz: It rains"
    ]


def test_of_two_titles_the_longer_one_is_read() -> None:
    """Where one begins as the other does."""
    both = attrs.evolve(
        lexicon("en"), long_titles=frozenset({"Times of Oro", "Times of Oro and Sul"})
    )
    pattern = both.with_titles_in("The Times of Oro and Sul closes.").token
    assert pattern.findall("Times of Oro and Sul")[0] == "Times of Oro and Sul"
