"""Slips that reporters make, each with the one thing that is said of it."""

from __future__ import annotations

import pytest

from claimtrack.notation import examine_sheet

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
        '"bodi" is not a word that a line begins with; did you mean "body"?',
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
        '"denied" is not a word of a chain; did you mean "denies"?',
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
        'nothing here has the id or name "c9"',
    ),
    (
        f"{CLAIM}  if: peace [c1",
        "CT036",
        (6, 7),
        "a bracket is not closed, so all of this is taken as words",
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
        "an indented line belongs to one above, and there is none",
    ),
    (
        f"{CLAIM}  rationale: x",
        "CT019",
        (6, 3),
        'nothing above this line takes "rationale"',
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
        'no document here is called "nope"',
    ),
    (
        f"{BEGIN}unless said: quoted",
        "CT031",
        (5, 14),
        '"quoted" is neither a mode nor a basis of cues',
    ),
    (
        f"{BEGIN}Ana: person, US, blah",
        "CT031",
        (5, 18),
        '"blah" cannot be said of a source here',
    ),
    (f"{CLAIM}  note secret", "CT030", (6, 8), 'a colon is missing after "note"'),
    (f"{CLAIM}  ! who?", "CT035", (6, 3), "this doubt is still open"),
    (
        f"{BEGIN}- fact It is so.",
        "CT036",
        (5, 3),
        'the claim begins with "fact", which is also a kind of claim',
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
        '"?man" is somebody new; "??man" is declared',
    ),
]


@pytest.mark.parametrize(
    ("text", "code", "place", "message"), SLIPS, ids=[each[3] for each in SLIPS]
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
