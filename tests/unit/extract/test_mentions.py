"""Who says what: sentences of news prose, and what is to be found in each."""

from __future__ import annotations

import pytest

from claimtrack.extract import Article, Mention, Span, draft, mentions
from claimtrack.extract._article import pieces


def words(text: str, span: Span | None) -> str:
    """Return the words of a span, its pieces joined by an ellipsis."""
    return " … ".join(text[start:end] for start, end in pieces(span))


def shown(text: str, mention: Mention) -> tuple[str, str, str, str]:
    """Return rule, source, cue and content of a mention."""
    spans = (mention.source, mention.cue, mention.content)
    source, cue, content = (words(text, span) for span in spans)
    return mention.rule, source, cue, content


SAID: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    (
        "The port will close, said Karnataka chief minister Bommai.",
        [
            (
                "inverted",
                "Karnataka chief minister Bommai",
                "said",
                "The port will close",
            )
        ],
    ),
    ('"No," Smith said.', [("trailing-quote", "Smith", "said", '"No,"')]),
    (
        "“It was wrong,” she said, “and we knew it.”",
        [("quote", "she", "said", "“It was wrong,” … “and we knew it.”")],
    ),
    (
        "The move, he said, was a mistake.",
        [("trailing", "he", "said", "The move … was a mistake")],
    ),
    (
        "The bank will, according to two people, cut jobs.",
        [("relay", "two people", "according to", "The bank will … cut jobs")],
    ),
    (
        "Smith (a lawyer) said the case was closed.",
        [("bare", "Smith (a lawyer)", "said", "the case was closed")],
    ),
    (
        "Jo Smith, a lawyer for the family, said the case was closed.",
        [("bare", "Jo Smith, a lawyer for the family", "said", "the case was closed")],
    ),
    (
        "Jo Smith, 42, said the street was quiet.",
        [("bare", "Jo Smith, 42", "said", "the street was quiet")],
    ),
    (
        "Jo Smith, who lives nearby, said the street was quiet.",
        [("bare", "Jo Smith, who lives nearby", "said", "the street was quiet")],
    ),
    (
        "The French, German and Italian governments said the plan had failed.",
        [
            (
                "bare",
                "The French, German and Italian governments",
                "said",
                "the plan had failed",
            )
        ],
    ),
    (
        "Smith, Jones and Brown said the plan had failed.",
        [("bare", "Smith, Jones and Brown", "said", "the plan had failed")],
    ),
    (
        "The mayor and the governor said the plan had failed.",
        [("bare", "The mayor and the governor", "said", "the plan had failed")],
    ),
    (
        "Officials who attended the talks said a deal was near.",
        [("bare", "Officials who attended the talks", "said", "a deal was near")],
    ),
    (
        "The officials, who said that the deal was near, left early.",
        [("that", "The officials", "said", "that the deal was near")],
    ),
    (
        "On Tuesday Smith said the plan had failed.",
        [("bare", "Smith", "said", "the plan had failed")],
    ),
    (
        "In a statement on Monday, the ministry said that talks would resume.",
        [("that", "the ministry", "said", "that talks would resume")],
    ),
    (
        "The ministry said in a statement on Monday that talks would resume.",
        [("that", "The ministry", "said", "that talks would resume")],
    ),
    (
        "The ministry said on Monday, without giving details, that talks would resume.",
        [("that", "The ministry", "said", "that talks would resume")],
    ),
    (
        "The ministry told the BBC that talks would resume.",
        [("that", "The ministry", "told", "that talks would resume")],
    ),
    (
        "Smith told reporters talks would resume.",
        [("bare", "Smith", "told", "talks would resume")],
    ),
    (
        "Smith told the BBC on Tuesday talks would resume.",
        [("bare", "Smith", "told", "talks would resume")],
    ),
    (
        "Smith told The Huffington Post, prices are rising fast.",
        [("bare", "Smith", "told", "prices are rising fast")],
    ),
    (
        'Smith told the court: "I was there."',
        [("quote", "Smith", "told", '"I was there."')],
    ),
    (
        'Smith told the court, "I was there."',
        [("quote", "Smith", "told", '"I was there."')],
    ),
    (
        "Smith told the court why the deal failed.",
        [("wh", "Smith", "told", "why the deal failed")],
    ),
    (
        "Smith told the BBC, adding that it was late.",
        [("participial", "Smith", "adding", "that it was late")],
    ),
    (
        "Smith was told that the deal had failed.",
        [("passive", "", "was told", "that the deal had failed")],
    ),
    (
        "Smith was told by police that the deal had failed.",
        [("passive", "police", "was told", "that the deal had failed")],
    ),
    (
        "It was reported that the bank failed.",
        [("passive", "", "was reported", "that the bank failed")],
    ),
    (
        "He is said to own three houses.",
        [("passive", "", "is said", "He … to own three houses")],
    ),
    ("She denied the allegations.", [("object", "She", "denied", "the allegations")]),
    (
        "He did not say why the deal failed.",
        [("wh", "He", "did not say", "why the deal failed")],
    ),
    (
        "They do not believe that the deal will hold.",
        [("that", "They", "do not believe", "that the deal will hold")],
    ),
    (
        "He announced that the review had begun.",
        [("that", "He", "announced", "that the review had begun")],
    ),
    (
        "Smith asked whether the bank would pay.",
        [("wh", "Smith", "asked", "whether the bank would pay")],
    ),
    ('Smith asked: "Will it pay?"', [("colon", "Smith", "asked", '"Will it pay?"')]),
    (
        "The survey showed that prices rose.",
        [("that", "The survey", "showed", "that prices rose")],
    ),
    (
        "The survey suggests prices are rising.",
        [("bare", "The survey", "suggests", "prices are rising")],
    ),
    (
        "She made the claim that prices rose.",
        [("noun", "She", "claim", "that prices rose")],
    ),
    ("Critics accuse him of lying.", [("object", "Critics", "accuse", "him of lying")]),
    (
        "Smith laughed and said he was tired.",
        [("coordinated", "Smith", "said", "he was tired")],
    ),
    (
        "Smith said the bank failed and added that nobody would pay.",
        [
            ("bare", "Smith", "said", "the bank failed"),
            ("coordinated", "Smith", "added", "that nobody would pay"),
        ],
    ),
    (
        "Smith said the bank failed, and Jones said nobody would pay.",
        [
            ("bare", "Smith", "said", "the bank failed"),
            ("bare", "Jones", "said", "nobody would pay"),
        ],
    ),
    (
        "Smith said the bank failed, adding that nobody would pay.",
        [
            ("bare", "Smith", "said", "the bank failed"),
            ("participial", "Smith", "adding", "that nobody would pay"),
        ],
    ),
    (
        'Smith said the bank failed, adding: "Nobody will pay."',
        [
            ("bare", "Smith", "said", "the bank failed"),
            ("participial", "Smith", "adding", '"Nobody will pay."'),
        ],
    ),
    (
        "With the deal done, Smith left, saying the bank had failed.",
        [("participial", "Smith", "saying", "the bank had failed")],
    ),
    (
        "The post, citing officials, said the bank had failed.",
        [
            ("relay", "officials", "citing", "the bank had failed"),
            ("bare", "The post", "said", "the bank had failed"),
        ],
    ),
    (
        "The bank failed, the Post reported, citing two officials.",
        [
            ("trailing", "the Post", "reported", "The bank failed"),
            ("relay", "two officials", "citing", "The bank failed"),
        ],
    ),
    (
        "According to Reuters, quoting the agency, the bank failed.",
        [
            ("relay", "Reuters", "According to", "quoting the agency, the bank failed"),
            (
                "relay",
                "the agency",
                "quoting",
                "According to Reuters … the bank failed",
            ),
        ],
    ),
    (
        "According to Reuters (London), the bank failed.",
        [("relay", "Reuters (London)", "According to", "the bank failed")],
    ),
    (
        'According to the report "we failed" as a bank.',
        [("relay", 'the report "we failed"', "According to", "as a bank")],
    ),
    (
        "As Reuters reported, the bank failed.",
        [("as", "Reuters", "reported", "the bank failed")],
    ),
    (
        "The bank failed, as Reuters reported on Monday.",
        [("as", "Reuters", "reported", "The bank failed")],
    ),
    ("Smith vowed to fight on.", [("to", "Smith", "vowed", "to fight on")]),
    ("Smith plans to close the bank.", [("to", "Smith", "plans", "to close the bank")]),
    (
        "He who says that banks fail is wrong.",
        [("that", "He", "says", "that banks fail is wrong")],
    ),
    (
        "He wants to know whether the bank failed.",
        [("to", "He", "wants", "to know whether the bank failed")],
    ),
    (
        "They said by 2050, prices would double.",
        [("bare", "They", "said", "by 2050, prices would double")],
    ),
    (
        "He said to friends that he was tired.",
        [("that", "He", "said", "that he was tired")],
    ),
    ("He said: the bank has failed.", [("colon", "He", "said", "the bank has failed")]),
    (
        "He said he believes the bank failed.",
        [
            ("bare", "He", "said", "he believes the bank failed"),
            ("bare", "he", "believes", "the bank failed"),
        ],
    ),
    (
        "The bank, he believes, failed.",
        [("trailing", "he", "believes", "The bank … failed")],
    ),
    (
        '"The bank failed" and "nobody paid," Smith said.',
        [("trailing-quote", "Smith", "said", '"The bank failed" and "nobody paid,"')],
    ),
    (
        'The plan is "a disaster," Smith said.',
        [("trailing-quote", "Smith", "said", 'The plan is "a disaster,"')],
    ),
    (
        "Smith said the plan was “a disaster” and left.",
        [("bare", "Smith", "said", "the plan was “a disaster” and left")],
    ),
    (
        "The so-called “coalition” said it would meet.",
        [("bare", "The so-called “coalition”", "said", "it would meet")],
    ),
    (
        "Prices rose; Smith said banks failed.",
        [("bare", "Smith", "said", "banks failed")],
    ),
    (
        "Prices rose (Smith said banks failed) again.",
        [("bare", "Smith", "said", "banks failed")],
    ),
    ("Reports: banks failed.", [("speaker", "Reports", ":", "banks failed.")]),
    (
        "The U.S. and the E.U. said the deal was off.",
        [("bare", "The U.S. and the E.U.", "said", "the deal was off")],
    ),
    (
        "Dr. Smith said the case was closed.",
        [("bare", "Dr. Smith", "said", "the case was closed")],
    ),
    (
        "40% of voters say they are tired.",
        [("bare", "40% of voters", "say", "they are tired")],
    ),
    (
        "Those with money said they were tired.",
        [("bare", "Those with money", "said", "they were tired")],
    ),
    (
        "The study's authors say prices rose.",
        [("bare", "The study's authors", "say", "prices rose")],
    ),
    (
        "Every official said prices rose.",
        [("bare", "Every official", "said", "prices rose")],
    ),
    ("Police say the man was found.", [("bare", "Police", "say", "the man was found")]),
    ("Later, she added, “It was late.”", [("quote", "she", "added", "“It was late.”")]),
    ("“Who knows?” he asked.", [("trailing-quote", "he", "asked", "“Who knows?”")]),
    (
        "“We failed!” cried the mayor of Rome, a friend.",
        [("inverted-quote", "the mayor of Rome", "cried", "“We failed!”")],
    ),
    (
        "“We failed,” said Smith, who lives in Rome.",
        [("inverted-quote", "Smith", "said", "“We failed,”")],
    ),
    (
        '"We failed," said Smith, "and they know it."',
        [("inverted-quote", "Smith", "said", '"We failed," … "and they know it."')],
    ),
    (
        '"It failed," according to a spokesperson.',
        [("relay", "a spokesperson", "according to", '"It failed,"')],
    ),
    (
        "He is convinced that it failed.",
        [("that", "He", "is convinced", "that it failed")],
    ),
    (
        "She made it clear that it failed.",
        [("that", "She", "made it clear", "that it failed")],
    ),
    (
        "Officials, speaking on condition of anonymity, said it failed.",
        [
            (
                "bare",
                "Officials, speaking on condition of anonymity",
                "said",
                "it failed",
            )
        ],
    ),
    (
        "In Rome, on Monday, after the talks, officials said it failed.",
        [("bare", "officials", "said", "it failed")],
    ),
    ("“It failed” said Smith.", [("inverted-quote", "Smith", "said", "“It failed”")]),
    ("He will say that it failed.", [("that", "He", "will say", "that it failed")]),
    ("Many, he noted, paid.", [("trailing", "he", "noted", "Many … paid")]),
    (
        'The "strong" man said it failed.',
        [("bare", 'The "strong" man', "said", "it failed")],
    ),
    ("He told her it failed.", [("bare", "He", "told", "it failed")]),
    (
        "She told reporters in Rome on Monday the bank failed.",
        [("bare", "She", "told", "the bank failed")],
    ),
    ("He urges that they leave.", [("that", "He", "urges", "that they leave")]),
    ("WHO say it failed.", [("bare", "WHO", "say", "it failed")]),
    ("Smith’s aides said it failed.", [("bare", "Smith’s aides", "said", "it failed")]),
    (
        "Mr. Smith's friend, speaking to the Post, said it failed.",
        [("bare", "Mr. Smith's friend, speaking to the Post", "said", "it failed")],
    ),
    ("He, too, said it failed.", [("bare", "He, too", "said", "it failed")]),
    ("They agree it failed.", [("bare", "They", "agree", "it failed")]),
    (
        "They hope it will fail and that it ends.",
        [("bare", "They", "hope", "it will fail and that it ends")],
    ),
    ("He said who failed.", [("wh", "He", "said", "who failed")]),
    (
        "Police, who had said it failed, left.",
        [("bare", "Police", "had said", "it failed")],
    ),
    (
        "In the words of Smith, it failed.",
        [("relay", "Smith", "In the words of", "it failed")],
    ),
    (
        "“It failed — according to Smith.”",
        [("relay", "Smith", "according to", "It failed")],
    ),
    ("He asked if it failed.", [("wh", "He", "asked", "if it failed")]),
    ("He has, he says, failed.", [("trailing", "he", "says", "He has … failed")]),
    ('He warned, "It fails."', [("quote", "He", "warned", '"It fails."')]),
    ("He warned the bank it would fail.", [("bare", "He", "warned", "it would fail")]),
    (
        "The study found that prices rose.",
        [("that", "The study", "found", "that prices rose")],
    ),
    (
        "The mayor found that prices rose.",
        [("that", "The mayor", "found", "that prices rose")],
    ),
    (
        'He said: "It failed" and left.',
        [("colon", "He", "said", '"It failed" and left')],
    ),
    (
        "He said it failed, although Jones said it had not.",
        [("bare", "He", "said", "it failed"), ("bare", "Jones", "said", "it had not")],
    ),
    (
        "He said it failed — Jones says it did not.",
        [
            ("bare", "He", "said", "it failed — Jones says it did not"),
            ("bare", "Jones", "says", "it did not"),
        ],
    ),
    ("It failed, Jones told the Post.", [("trailing", "Jones", "told", "It failed")]),
    ("It is feared that it fails.", [("passive", "", "is feared", "that it fails")]),
    (
        "It was announced by Smith that it failed.",
        [("passive", "Smith", "was announced", "that it failed")],
    ),
    (
        "He was believed to have left.",
        [("passive", "", "was believed", "He … to have left")],
    ),
    (
        "It failed. But, Smith said, it paid.",
        [("trailing", "Smith", "said", "But … it paid")],
    ),
    ("And yet it failed, he said.", [("trailing", "he", "said", "it failed")]),
    (
        "It rained and added that it failed.",
        [("coordinated", "It", "added", "that it failed")],
    ),
    ("He vowed never to fail.", [("to", "He", "vowed", "to fail")]),
    (
        "A man, dressed in a coat that was red and his, said it failed.",
        [
            (
                "bare",
                "A man, dressed in a coat that was red and his",
                "said",
                "it failed",
            )
        ],
    ),
    (
        "Smith noted the court ruled it failed.",
        [
            ("bare", "Smith", "noted", "the court ruled it failed"),
            ("bare", "the court", "ruled", "it failed"),
        ],
    ),
    ("As he said, it failed.", [("as", "he", "said", "it failed")]),
    (
        "Smith, in blue, and his aide, in red, said it failed.",
        [("bare", "his aide, in red", "said", "it failed")],
    ),
    (
        "he said and said that it failed",
        [("coordinated", "he", "said", "that it failed")],
    ),
    ("He denied “the whole story.”", [("quote", "He", "denied", "“the whole story.”")]),
    (
        "She said if it rains, the match will be lost.",
        [("wh", "She", "said", "if it rains, the match will be lost")],
    ),
    (
        "He said in May, adding that it failed.",
        [("participial", "He", "adding", "that it failed")],
    ),
    (
        "It failed, he told his friends, and nobody cared.",
        [("trailing", "he", "told", "It failed")],
    ),
    ("Bob or Al said it failed.", [("bare", "Bob or Al", "said", "it failed")]),
    (
        "A very old man said it failed.",
        [("bare", "A very old man", "said", "it failed")],
    ),
    (
        '"It failed", said Smith and his aide on Monday.',
        [("inverted-quote", "Smith and his aide", "said", '"It failed"')],
    ),
    (
        '"It failed", said Mr. Smith of the bank in Rome.',
        [("inverted-quote", "Mr. Smith of the bank in Rome", "said", '"It failed"')],
    ),
    (
        '"It failed", said an April report.',
        [("inverted-quote", "an April report", "said", '"It failed"')],
    ),
    (
        '"It failed", said the head who left.',
        [("inverted-quote", "the head", "said", '"It failed"')],
    ),
    (
        "Smith made a claim that it failed.",
        [("noun", "Smith", "claim", "that it failed")],
    ),
    (
        "It failed (according to Smith).",
        [("relay", "Smith", "according to", "It failed")],
    ),
    (
        "According to Smith: it failed.",
        [("relay", "Smith", "According to", "it failed")],
    ),
    ('As per Smith, "It failed."', [("relay", "Smith", "As per", '"It failed."')]),
    (
        "Smith left after saying it failed.",
        [("participial", "Smith", "saying", "it failed")],
    ),
    (
        "While Smith slept, aides left, saying it failed.",
        [("participial", "aides", "saying", "it failed")],
    ),
]

NOBODY: list[str] = [
    "Smith told the man to leave.",
    "He is reportedly ill.",
    "He announced the start of a review.",
    "The move suggests that prices will rise.",
    "Amid fears that prices will rise, banks closed.",
    "But as Reuters reported the bank failed.",
    "The bank plans were shelved.",
    "The US offer to the bank was refused.",
    "Russia’s plans to close the bank worried many.",
    "He claimed to own the bank.",
    "He continues to work.",
    "Smith called the plan “a disaster.”",
    "Anna said — and nobody objected — that it was late.",
    "There said nothing.",
    "This means that prices rise.",
    "Trading at the bank in the city said little.",
    "Analysts say yes.",
    "Said.",
    "No one said it failed.",
    "To say that it failed is wrong.",
    "The man they said was guilty left.",
    "Sources say.",
    "He told the BBC about it.",
    "He said to leave.",
    "He said something to the bank.",
    "We urge the governments to act.",
    "A bank say it failed.",
    "Prices, said to be high, fell.",
    '"It failed," said to be true.',
    "The bank, which has said that it failed, closed.",
    "He said (and she denied) it failed.",
    "With reference to",
    "It failed, according to",
    "According to them",
    "That said it failed.",
    "He warned of failure.",
    "He said in May 2024 the bank failed.",
    "He said, without a smile, nothing.",
    "It failed — Jones.",
    "The claim that it failed hurt Smith.",
    "He was accused.",
    "He had been told by",
    "; he said.",
    "said that it failed",
    "And added that it failed.",
    "They say that",
    "It failed as he said.",
    "As the bank that failed in May said",
    "Smith) said it failed.",
    "He said on",
    "( said it failed.",
    "Of said it failed.",
    "The bank; a firm, said it failed.",
    "The bank and, said it failed.",
    "Yesterday said it failed.",
    "On Monday said it failed.",
    "The fact and claim that it failed hurt.",
    "in claims that it failed",
    "Smith was given a warning that it failed.",
    "According to Smith.",
    "He vowed.",
    "Then the house, green paint, said it failed.",
    "It failed, Smith learned.",
    "It failed, showed reports.",
    "It failed, reports show on Monday.",
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text for text, _ in SAID])
def test_who_says_what(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Each mention has the words that say so."""
    found = mentions(Article(text=text))
    assert [shown(text, mention) for mention in found] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_it(text: str) -> None:
    """Nouns, plans that are nouns, and verbs without a subject say nothing."""
    assert mentions(Article(text=text)) == ()


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("The ministry told the BBC that talks would resume.", "the BBC"),
        ("Smith told reporters talks would resume.", "reporters"),
        ("He said to friends that he was tired.", "friends"),
        ("It failed, Jones told the Post.", "the Post"),
        ("He told her it failed.", "her"),
    ],
)
def test_whom_it_was_said_to(text: str, addressee: str) -> None:
    """The addressee is found before "that", a quote or a plain clause."""
    [mention] = mentions(Article(text=text))
    assert words(text, mention.addressee) == addressee


@pytest.mark.parametrize(
    ("text", "attitude", "negated"),
    [
        ("They do not believe that the deal will hold.", "belief", True),
        ("He did not say why the deal failed.", "assertion", True),
        ("Smith vowed to fight on.", "intention", False),
        ("They hope it will fail.", "desire", False),
        ("The mayor found that prices rose.", "knowledge", False),
        ("The study found that prices rose.", "assertion", False),
    ],
)
def test_how_it_is_held(text: str, attitude: str, negated: bool) -> None:  # noqa: FBT001
    """Verbs say whether somebody says, thinks, knows, plans or wants it."""
    [mention] = mentions(Article(text=text))
    assert (mention.attitude, mention.negated) == (attitude, negated)


BESIDE = [
    (
        "The port will close, Smith said Monday, but trains run, Jones said.",
        ["Smith: The port will close", "Jones: trains run"],
    ),
    (
        "The port will close, Smith said on Monday, and trains run, Jones added.",
        ["Smith: The port will close", "Jones: trains run"],
    ),
    (
        "The port will close, according to Smith, but trains run, according to Jones.",
        ["Smith: The port will close", "Jones: trains run"],
    ),
    (
        "“It rains,” Smith said, “and it is wet,” Jones said.",
        ["Smith: “It rains,”", "Jones: “and it is wet,”"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE, ids=[text for text, _ in BESIDE])
def test_two_sayings_stand_side_by_side(text: str, expected: list[str]) -> None:
    """What "and", "but" or a quote sets beside a saying is not said by both."""
    found = mentions(Article(text=text))
    assert [f"{words(text, m.source)}: {words(text, m.content)}" for m in found] == (
        expected
    )


@pytest.mark.parametrize(
    "between",
    [
        "",
        " on Monday,",
        " because ships are late,",
        " and because ships are late,",
        " and added that trains run,",
        " and on Monday,",
    ],
)
def test_a_saying_that_is_reported_stays_in_its_report(between: str) -> None:
    """Where no clause is set beside the first one, the second reports all of it."""
    text = f"The port will close, Smith said,{between} Reuters reported."
    last = mentions(Article(text=text))[-1]
    assert words(text, last.content).startswith("The port will close, Smith said")
    assert words(text, last.source) == "Reuters"
    assert last.rule == "trailing"


def test_a_very_long_content_is_not_divided() -> None:
    """One of 80 names is one claim, whatever "but" adds."""
    names = ",".join("abcdefgh" * 10)
    text = f"Smith said that {names}, but it rains, and it is wet."
    [claim] = draft(Article(text=text)).dossier.claims
    assert claim.text.endswith("but it rains, and it is wet")


@pytest.mark.parametrize("added", [f",{'²,' * 960}", " " + "()" * 960])
def test_what_is_added_to_a_name_is_no_tower(added: str) -> None:
    """Ages and brackets are passed over one after the other, however many there are."""
    text = f"Smith{added} said that it rains."

    def deep(levels: int) -> tuple[Mention, ...]:
        return deep(levels - 1) if levels else mentions(Article(text=text))

    [mention] = deep(200)
    assert words(text, mention.source).startswith("Smith")
