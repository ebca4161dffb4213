"""Slips that reporters make, each with the one thing that is said of it."""

from __future__ import annotations

import pytest

from claimtrack.notation import examine_sheet
from claimtrack.records import Claim

BEGIN = "article [post]: Port\n  by: Ledger\nLedger: outlet\nRuiz: person\n"
CLAIM = f"{BEGIN}- The port will close.\n"

SLIPS = [
    (
        f"{BEGIN}Post Ltd: newspaper",
        "CT031",
        (5, 11),
        '"newspaper" is not a kind of source; did you mean "outlet"?',
    ),
    (
        f"{BEGIN}Ana: politician",
        "CT031",
        (5, 6),
        '"politician" is not a kind of source; did you mean "person"?',
    ),
    (
        f"{BEGIN}Spain: country, ES",
        "CT031",
        (5, 8),
        '"country" is not a kind of source; did you mean "organization"?',
    ),
    (
        f"{BEGIN}Radio: oulet",
        "CT031",
        (5, 8),
        '"oulet" is not a kind of source; did you mean "outlet"?',
    ),
    (
        f"{BEGIN}- opinion: It is bad.",
        "CT031",
        (5, 3),
        '"opinion" is not a kind of claim; did you mean "evaluation"?',
    ),
    (
        f"{CLAIM}  body Ruiz",
        "CT030",
        (6, 8),
        'a colon is missing after "body"',
    ),
    (
        f"{CLAIM}  bodi: Ruiz",
        "CT031",
        (6, 3),
        '"bodi" is not a word that can begin a line; did you mean "body"?',
    ),
    (
        f"{CLAIM}  body: Ruiz “said",
        "CT030",
        (6, 14),
        "the quote that begins with “ is not closed",
    ),
    (
        f"{CLAIM}  body: (Ruiz “said”",
        "CT030",
        (6, 9),
        "the bracket ( is not closed",
    ),
    (f"{CLAIM}  body: Ruiz <", "CT030", (6, 15), "a name is missing here"),
    (
        f"{CLAIM}  body: Ruiz, denied",
        "CT031",
        (6, 15),
        '"denied" is not a word used in chains; did you mean "denies"?',
    ),
    (
        f"{CLAIM}  body: Ruiz, direct, mixed",
        "CT030",
        (6, 23),
        "the mode is given twice",
    ),
    (
        f"{CLAIM}  body: Ruis",
        "CT032",
        (6, 9),
        '"Ruis" is not declared; did you mean "Ruiz"?',
    ),
    (
        f"{CLAIM}  if: [c9]",
        "CT701",
        (6, 7),
        'nothing has the id or name "c9"',
    ),
    (
        f"{CLAIM}  if: peace [c1",
        "CT036",
        (6, 7),
        "a bracket is not closed, so all of this is read as words",
    ),
    (
        f"{CLAIM}  quantity: many",
        "CT030",
        (6, 13),
        "expected a number, or bounds such as 1..9",
    ),
    (f"{BEGIN}Ana [x: person", "CT030", (5, 5), "the bracket [ is not closed"),
    (f"{BEGIN}Ana person", "CT030", (5, 10), 'a colon is missing after "Ana person"'),
    (f"{BEGIN}verdict: desk", "CT030", (5, 8), '"on" is missing: what is it about?'),
    (
        f"{BEGIN}relations:\n  a b c",
        "CT030",
        (6, 3),
        "expected a relation: [a] contradicts [b]",
    ),
    (
        "  note: x",
        "CT030",
        (1, 3),
        "an indented line belongs to the line above, but there is none",
    ),
    (
        f"{CLAIM}  rationale: x",
        "CT019",
        (6, 3),
        'nothing above this line can have "rationale"',
    ),
    (
        f"{CLAIM}  > will close",
        "CT030",
        (6, 3),
        "a quote (>) belongs under an attribution, and there is none above it",
    ),
    (f"title: a\ntitle: b\n{BEGIN}", "CT030", (2, 1), '"title" is given twice'),
    (
        f"{BEGIN}read: nope",
        "CT701",
        (5, 7),
        'no document in this sheet is called "nope"',
    ),
    (
        f"{BEGIN}unless said: quoted",
        "CT031",
        (5, 14),
        '"quoted" is neither a mode nor a cue basis; did you mean "direct"?',
    ),
    (
        f"{BEGIN}Ana: person, US, blah",
        "CT031",
        (5, 18),
        '"blah" is not something a source can have',
    ),
    ("reviewed Ana Ruiz", "CT030", (1, 17), 'a colon is missing after "reviewed"'),
    ("Drafted Ana, 2025", "CT030", (1, 11), 'a colon is missing after "drafted"'),
    (f"{CLAIM}  note secret", "CT030", (6, 8), 'a colon is missing after "note"'),
    (f"{CLAIM}  ! who?", "CT035", (6, 3), "this doubt is still open"),
    (
        f"{BEGIN}- fact It is so.",
        "CT036",
        (5, 3),
        'the claim begins with "fact", which is also a kind of claim',
    ),
    (
        f"{BEGIN}Article: outlet",
        "CT036",
        (5, 1),
        'this is an article with the title "outlet", not a source',
    ),
    (
        f"{BEGIN}Post: outlet",
        "CT036",
        (5, 1),
        'this is a post with the title "outlet", not a source',
    ),
    (
        f"{CLAIM}  body: ?man\n??man: several men",
        "CT036",
        (6, 9),
        '"?man" is a new source; the same words are declared with the other mark',
    ),
    (
        f"{CLAIM}  body: Ruiz “said”@x",
        "CT030",
        (6, 21),
        "expected a place (@480) or @none",
    ),
    (
        f"{CLAIM}  body: Ruiz @5 “said”",
        "CT030",
        (6, 16),
        "a name's place needs its end too: @5-12",
    ),
    (
        f"{CLAIM}  body: … (Ruiz, likely)",
        "CT030",
        (6, 18),
        "expected a weight from 0 to 1, or a reason in quotes",
    ),
    (
        f"{CLAIM}  body: … (Ruiz",
        "CT030",
        (6, 10),
        "the bracket ( is not closed",
    ),
    (
        f"{CLAIM}  body: … (Ruiz, 0.5; Ledger)",
        "CT030",
        (6, 21),
        'expected "or" before the next candidate',
    ),
    (
        f"{CLAIM}  body: Ruiz, mode quote",
        "CT031",
        (6, 20),
        '"quote" is not a word used in chains; did you mean "direct"?',
    ),
    (
        f"{CLAIM}  body: Ruiz, embargo soon",
        "CT030",
        (6, 23),
        "expected a date: 2025-04-17, or in braces {in April}",
    ),
    (
        f"{CLAIM}  body: Ruiz, as they",
        "CT030",
        (6, 15),
        '"as" needs words in quotes after it',
    ),
    (
        f"{CLAIM}  body: Ruiz, {{“in May”",
        "CT030",
        (6, 15),
        "the brace { is not closed",
    ),
    (
        f"{CLAIM}  body: Ruiz, {{in May”}}",
        "CT030",
        (6, 22),
        "the sign ” does not close anything",
    ),
    (
        f"{CLAIM}  body: Ruiz, (direct)",
        "CT030",
        (6, 15),
        "expected a word such as direct, belief or CT-, or a date",
    ),
    (
        "read: none\nRuiz: person\n- It closes. {“Monday” from here}",
        "CT701",
        (3, 33),
        '"here" means the document that was read, but there is none',
    ),
    (f"{CLAIM}  ext: {{a}}", "CT002", (6, 8), "this is not JSON"),
    (f"{BEGIN}- [] It closes.", "CT030", (5, 3), "the label is empty"),
    (
        f'{CLAIM}  note: "He said',
        "CT030",
        (6, 9),
        'the quote that begins with " is not closed',
    ),
    (
        f'{CLAIM}  lang: "en" too',
        "CT030",
        (6, 9),
        "text in straight quotes ends with the quote",
    ),
    (f"{CLAIM}  note:", "CT030", (6, 7), "the text is missing"),
    (f"{CLAIM}  lang: en\n  lang: uk", "CT030", (7, 3), '"lang" is given twice'),
    (
        f"{CLAIM}  body: Ruiz\n  at: 5",
        "CT030",
        (7, 7),
        "expected places such as 33-92, 100-120",
    ),
    (
        f"{CLAIM}  verdict: Ruiz, admiralty-reliability",
        "CT030",
        (6, 18),
        "the value on the scale admiralty-reliability is missing",
    ),
    (
        f"{CLAIM}  verdict: Ruiz, trust 5",
        "CT031",
        (6, 18),
        '"trust" is not a word used in verdicts',
    ),
    (
        f"{CLAIM}  verdict: Ruiz, rating best",
        "CT030",
        (6, 25),
        'a number is missing after "best"',
    ),
    (
        f"{CLAIM}  verdict: Ruiz,",
        "CT030",
        (6, 17),
        "something is missing after the comma",
    ),
    (
        f"{CLAIM}  waiver CT201: Ruiz known",
        "CT030",
        (6, 27),
        "the reason of a waiver must be in quotes",
    ),
    (
        f"{CLAIM}  waiver CT201: Ruiz “known”, 2026",
        "CT030",
        (6, 31),
        'expected "until" and a date',
    ),
    (
        f"{CLAIM}  correction: Ruiz, small",
        "CT031",
        (6, 21),
        '"small" is not a significance',
    ),
    (
        f"{CLAIM}  contradicts: Ruiz, score high",
        "CT030",
        (6, 22),
        "expected a score from 0 to 1",
    ),
    (
        f"{CLAIM}  contradicts: Ruiz, by Ledger, Ledger",
        "CT031",
        (6, 33),
        "expected by, a date, score or method",
    ),
    (
        f"{BEGIN}relations:\n  contradicts: Ruiz",
        "CT030",
        (6, 3),
        "expected a relation: [a] contradicts [b]",
    ),
    (
        f"{BEGIN}Ana: person, US,",
        "CT030",
        (5, 16),
        "something is missing after the comma",
    ),
    (
        f"{BEGIN}Ana: person, also Anita (es",
        "CT030",
        (5, 24),
        "the bracket ( is not closed",
    ),
    (f"{BEGIN}Ana: person, also", "CT030", (5, 18), "a name is missing here"),
    (
        f"{CLAIM}  body, assumed: Ruiz",
        "CT031",
        (6, 9),
        "expected presupposed, drafted or accepted",
    ),
    (
        f"{CLAIM}  response: refused",
        "CT031",
        (6, 13),
        '"refused" is not a response outcome',
    ),
    (
        f"{CLAIM}  body: Ruiz\n    recorded: me",
        "CT030",
        (7, 15),
        "expected human or tool, by “…”, tool “…” or a date",
    ),
    (
        f"{BEGIN}??aides: two\n  anonymity: fear",
        "CT030",
        (6, 14),
        "expected “the reason”, known to editor or approved by editor",
    ),
    (
        f"{BEGIN}- It closes. {{2026",
        "CT030",
        (5, 14),
        "the brace { is not closed; text with braces must be in quotes",
    ),
    (
        f"{BEGIN}- It closes. 2026}}",
        "CT030",
        (5, 18),
        "there is no { for this }; text with braces must be in quotes",
    ),
    (
        f"{BEGIN}reviewed: Ana Ruiz 2026-03-02",
        "CT036",
        (5, 11),
        'the name "Ana Ruiz 2026-03-02" contains a date',
    ),
    (
        f"{CLAIM}  in: Ruiz",
        "CT031",
        (6, 3),
        '"in" is not a word that can begin a line',
    ),
    (
        f"{CLAIM}  condition: peace",
        "CT031",
        (6, 3),
        '"condition" cannot be used here; did you mean "if"?',
    ),
]


NESTED = "a claim begins at the margin, and this line is indented"

NESTING = [
    (f"{CLAIM}  {bullet} c2: It opens.", "CT030", (6, 3), NESTED)
    for bullet in "-~+x•*–—×х"
] + [
    (f"{CLAIM}  – [c2] It opens.", "CT030", (6, 3), NESTED),
    (f"{CLAIM}  - It opens.\n  body: Ruiz", "CT030", (6, 3), NESTED),
    (f"{CLAIM}  body: Ruiz\n\t* It opens.", "CT030", (7, 2), NESTED),
    (f"{BEGIN}  - It opens.", "CT030", (5, 3), NESTED),
    (
        (
            f"{CLAIM}  quantity: 5 days\n  - [c2] It opens.\n    quantity: 6 days\n"
            "- It rains.\n  contradicts: c2"
        ),
        "CT030",
        (7, 3),
        NESTED,
    ),
    (f"{BEGIN}- c1: It opens.", "CT036", (5, 3), '"c1:" is read as part of the claim'),
]
"""A claim that stands below another, and a label without brackets."""


@pytest.mark.parametrize(
    ("text", "code", "place", "message"),
    [*SLIPS, *NESTING],
    ids=[f"{index}" for index in range(len(SLIPS) + len(NESTING))],
)
def test_one_slip_is_one_finding(
    text: str, code: str, place: tuple[int, int], message: str
) -> None:
    """With its line and column; what only follows from it is not said."""
    found = examine_sheet(text).examination.findings
    (told,) = (each for each in found if each.code.startswith(("CT01", "CT03", code)))
    assert (told.code, told.message) == (code, message)
    assert told.location is not None
    assert (told.location.line, told.location.column) == place
    assert told.location.end > told.location.column


HINTS = [
    (
        f"{CLAIM}  - c2: It opens.",
        (6, 3),
        NESTED,
        (
            "Begin a claim at the margin: “- [c2] …”. "
            "A line that goes on with the text above may begin with “| ”."
        ),
    ),
    (
        f"{CLAIM}body: Ruiz “said”",
        (6, 1),
        '"body" is at the margin, but cannot begin a line there',
        "Indent the line: it belongs to the claim, document or source above it.",
    ),
    (
        "article: Port\nby: Ledger, 2026-03-02",
        (2, 1),
        '"by" is at the margin, but cannot begin a line there',
        "Indent the line: it belongs to the claim, document or source above it.",
    ),
    (
        "language: en",
        (1, 1),
        '"language" is not a word of the notation',
        "Write “lang: ”.",
    ),
    (
        f"{CLAIM}[c2] The port reopens.\n  body: Ruiz\n- It rains.\n  contradicts: c2",
        (6, 1),
        "a label alone begins neither a claim nor a relation",
        "Begin a claim with a hyphen (- [c1] …), or write [a] contradicts [b].",
    ),
    (
        f"{CLAIM}[c2]",
        (6, 1),
        "a label alone begins neither a claim nor a relation",
        "Begin a claim with a hyphen (- [c1] …), or write [a] contradicts [b].",
    ),
    (
        f"{CLAIM}  body: Ruiz “said” > Ledger",
        (6, 21),
        "there is unexpected text here; a comma may be missing before it",
        "Write A < B where A cites B.",
    ),
    (
        f"{CLAIM}  body: Ruiz “said” Ledger",
        (6, 21),
        "there is unexpected text here; a comma may be missing before it",
        "Correct the line as the message says.",
    ),
    (
        f"{CLAIM}  body: Ruiz “said",
        (6, 14),
        "the quote that begins with “ is not closed",
        "Write ” where it ends.",
    ),
    (
        f'{CLAIM}  body: Ruiz "said',
        (6, 14),
        'the quote that begins with " is not closed',
        'Write " where it ends.',
    ),
    (
        f"{CLAIM}- [c2 It rains.",
        (6, 3),
        "the bracket [ is not closed",
        "Write ] after the id.",
    ),
    (
        f"{CLAIM}  body:",
        (6, 8),
        "a name is missing here",
        "Write the name of a source, or … if nobody is on record.",
    ),
    (
        f"{BEGIN}??aides: aides of the mayor, count two",
        (5, 30),
        '"two" is not a number of people',
        "Write it in digits: count 2, count 2+ or count 2-5.",
    ),
    (
        f"{CLAIM}  verdict: Ruiz",
        (6, 15),
        "the verdict is missing after the name",
        "Write it in quotation marks: verdict: desk “Unproven”.",
    ),
    (
        f"{CLAIM}  body: Ruiz\n    > The port",
        (7, 5),
        "the article was not given, so these words cannot be found in it",
        "Name its file (text: FILE, below the article), or give it with --text.",
    ),
    (
        f"{CLAIM}Ruiz: person\n- It rains.\n  body: Ruiz",
        (8, 9),
        '"Ruiz" may be [ruiz] or [ruiz-2]',
        "Write the id in square brackets, or declare only one of them.",
    ),
    (
        f"{BEGIN}- forecast about Ruiz: The port will close.",
        (5, 3),
        '"forecast about" is read as part of the claim',
        'Write "prediction about" for its kind.',
    ),
    (
        f"{CLAIM}  remark: Ask again.",
        (6, 3),
        '"remark" cannot be used here; did you mean "note"?',
        "Use a word of the notation, or put the text in quotes.",
    ),
    (
        f"{BEGIN}article: Ferry\n  publisher: Ledger",
        (6, 3),
        '"publisher" cannot be used here; did you mean "by"?',
        "Use a word of the notation, or put the text in quotes.",
    ),
]


@pytest.mark.parametrize(
    ("text", "place", "message", "fix"),
    HINTS,
    ids=[f"{index}" for index, _ in enumerate(HINTS)],
)
def test_it_is_said_what_to_write(
    text: str, place: tuple[int, int], message: str, fix: str
) -> None:
    """At the place of the slip, once."""
    found = examine_sheet(text).examination.findings
    (told,) = (each for each in found if each.code != "CT705")
    assert (told.message, told.fix) == (message, fix)
    assert told.location is not None
    assert (told.location.line, told.location.column) == place


@pytest.mark.parametrize("begin", ["- [c1]: ", "- [c1] : ", "- [c1]： "])
def test_a_colon_behind_a_label_belongs_to_it(begin: str) -> None:
    """Where it stands right behind it; behind a blank, the claim begins with it."""
    (claim,) = examine_sheet(f"{begin}prediction: It rains.").examination.records
    is_apart = begin == "- [c1] : "
    assert claim == Claim(
        id="c1",
        kind="fact" if is_apart else "prediction",
        text=": prediction: It rains." if is_apart else "It rains.",
    )


def test_a_role_may_begin_like_a_number_of_people() -> None:
    """A count is also a title."""
    found = examine_sheet("Ana: person, count of Larsmouth").examination
    assert [each.code for each in found.findings] == ["CT705"]


DATES = [
    ("article: Port\n  by: -, 14.10.2025", (2, 10, 20), "CT020"),
    ("- The port will close. {14.10.2025}", (1, 24, 36), "CT020"),
    ('- "The port will close." {2025-02-30}', (1, 26, 38), "CT022"),
    ("article: Port\n  by: -, 14 October 2025", (2, 10, 25), "CT030"),
    ("article: Port\n  published: 3. März 2025", (2, 14, 26), "CT030"),
]


@pytest.mark.parametrize(("text", "place", "code"), DATES)
def test_a_date_is_told_where_it_stands(
    text: str, place: tuple[int, int, int], code: str
) -> None:
    """And not where its record begins."""
    found = examine_sheet(text).examination.findings
    (told,) = (each for each in found if each.code != "CT705")
    where = told.location
    assert where is not None
    assert (where.line, where.column, where.end, told.code) == (*place, code)


def test_a_date_in_words_is_put_in_braces() -> None:
    """As the finding says."""
    text = "article: Port\n  by: -, {}"
    found = examine_sheet(text.format("14 October 2025")).examination.findings
    told = next(each for each in found if each.code == "CT030")
    assert told.message == '"14 October 2025" is a date in words'
    assert told.fix == "Put it in braces: {14 October 2025}."
    sound = examine_sheet(text.format("{14 October 2025}")).examination
    assert [each.code for each in sound.findings] == ["CT705"]
