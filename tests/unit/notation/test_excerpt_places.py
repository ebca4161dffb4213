"""Whether excerpts stand in the text of their document, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack import Attribution, Dossier, Excerpt
from claimtrack.dossier import fill_dossier
from claimtrack.notation import check_excerpts, fill_sheet, hash_of

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT: Final = "On Monday the ferry stops, the Post said. The “ferry” stops in May.\n"

AROUND: Final = "not between the given prefix and suffix"

E = Excerpt


def dossier_of(*excerpts: Excerpt, sha256: str | None = None) -> Dossier:
    """Return a dossier that quotes one document."""
    d = Dossier(title="Night ferry")
    post = d.outlet("Post")
    ferry = d.document("article", "Ferry", id="d1", publisher=post, sha256=sha256)
    claim = d.claim("It stops.")
    d.attribute(claim, post, document=ferry, excerpts=excerpts, id="a1")
    return d


def said(d: Dossier, text: str = TEXT) -> list[tuple[str, str]]:
    """Return the codes and messages of a check of excerpts."""
    return [(e.code, e.message) for e in check_excerpts(d, {"d1": text})]


CASES: Final[list[tuple[Excerpt, str, str]]] = [
    (E(exact="the fairy"), "CT045", "the words are not in the text"),
    (E(exact="the fairy", start=10, end=19), "CT045", "the words are not in the text"),
    (
        E(exact="the ferry", start=9, end=18),
        "CT046",
        "the words are at 10-19, not at 9-18",
    ),
    (
        E(exact="ferry stops", start=10, end=21),
        "CT046",
        "the words are at 14-25, not at 10-21",
    ),
    (
        E(exact="Monday", start=9_000, end=9_006),
        "CT046",
        "the words are at 3-9, not at 9000-9006",
    ),
    (
        E(exact="the ferry", prefix="A "),
        "CT046",
        f"the words are at 10-19, but {AROUND}",
    ),
    (
        E(exact="the ferry", start=10, end=19, suffix=" sinks"),
        "CT046",
        f"the words are at 10-19, but {AROUND}",
    ),
    (
        E(start=10, end=19, prefix="A "),
        "CT046",
        f"the text at 10-19 is {AROUND}",
    ),
    (
        E(start=60, end=90),
        "CT045",
        "it ends at 90, but the text has 68 characters",
    ),
    (
        E(exact='the  Post said. The "ferry"', start=0, end=27),
        "CT046",
        "the words are at 27-53, not at 0-27",
    ),
]


@pytest.mark.parametrize(("excerpt", "code", "problem"), CASES)
def test_what_is_not_there_is_said(excerpt: Excerpt, code: str, problem: str) -> None:
    """With claim, excerpt, document and place, and without its words."""
    d = dossier_of(E(exact="Monday"), excerpt)
    (found,) = check_excerpts(d, {"d1": TEXT})
    assert found.code == code
    assert found.message.startswith(f"excerpt 2 of claim c1 in d1: {problem}")
    assert (found.severity, found.record) == ("warning", "a1")
    assert found.pointer.startswith("/records/3/excerpts/1/")


@pytest.mark.parametrize(
    "excerpt",
    [
        E(exact="the ferry", start=10, end=19),
        E(exact="the ferry", start=10, end=19, prefix="Monday ", suffix=" stops"),
        E(start=10, end=19, prefix="Monday\n", suffix="\u00a0stops"),
        E(exact="ferry stops"),
        E(exact='The "ferry" stops', suffix=" in"),
        E(exact="The 'ferry' stops".replace("'", '"'), start=42, end=59),
        E(exact="Monday\r\nthe ferry", start=3, end=19),
    ],
)
def test_what_is_there_is_not_said(excerpt: Excerpt) -> None:
    """Whatever its quotation marks and blanks are."""
    assert said(dossier_of(excerpt)) == []


def test_documents_without_a_text_are_left_alone() -> None:
    """So are attributions that were read nowhere."""
    d = dossier_of(E(exact="the fairy"))
    d.replace(attrs.evolve(d.attributions[0], document=None))
    assert said(d) == []
    assert check_excerpts(dossier_of(E(exact="the fairy")), {}) == ()


def test_an_empty_text_has_no_words() -> None:
    """And no places."""
    d = dossier_of(E(exact="ferry"), E(start=0, end=1))
    assert [code for code, _ in said(d, "")] == ["CT045", "CT045"]


def test_places_in_another_text_cannot_be_checked() -> None:
    """Which is one finding for all of them; words can be looked up in any text."""
    d = dossier_of(E(start=10, end=19), E(exact="Monday"), E(start=1, end=3))
    assert said(d) == []
    other = dossier_of(*d.attributions[0].excerpts, sha256="ab" * 32)
    message = (
        "the hash of the text is not the one that d1 has, so the places of 2 excerpts "
        "without words cannot be checked"
    )
    assert said(other) == [("CT046", message)]
    one = dossier_of(E(start=10, end=19), sha256="ab" * 32)
    assert "of 1 excerpt without" in said(one)[0][1]
    same = dossier_of(E(start=10, end=19), sha256=hash_of(TEXT))
    assert said(same) == []
    assert said(dossier_of(E(exact="Monday"), sha256="ab" * 32)) == []


def filled(
    excerpts: Sequence[Excerpt], *, sha256: str | None = None
) -> tuple[Dossier, list[str]]:
    """Return a dossier with what the text fills in, and what is said of the rest."""
    made, found = fill_dossier(dossier_of(*excerpts, sha256=sha256), {"d1": TEXT})
    return made, [f"{each.code} {each.message}" for each in found]


def test_words_get_their_places() -> None:
    """Those that stand there once; the others stay as they are, and are said."""
    made, found = filled(
        [
            E(exact="Monday"),
            E(exact="stops", prefix="” "),
            E(exact="stops"),
            E(exact="the fairy"),
            E(exact="Monday", suffix=" a"),
            E(exact='The "ferry"  stops'),
            E(start=1, end=2),
        ]
    )
    placed = made.attributions[0].excerpts
    assert [(e.start, e.end) for e in placed] == [
        (3, 9),
        (54, 59),
        (None, None),
        (None, None),
        (None, None),
        (42, 59),
        (1, 2),
    ]
    # Its length would not fit its place otherwise.
    assert placed[5].exact == "The “ferry” stops"
    assert made.documents[0].sha256 == hash_of(TEXT)
    begin = "of claim c1 in d1: the words"
    assert found == [
        f"CT034 excerpt 3 {begin} are in the text more than once",
        f"CT045 excerpt 4 {begin} are not in the text",
        f"CT046 excerpt 5 {begin} are in the text, but {AROUND}",
    ]


def test_a_document_of_another_text_is_left_alone() -> None:
    """Its places count in that text."""
    made, found = filled([E(exact="Monday")], sha256="ab" * 32)
    assert made.attributions[0].excerpts == (E(exact="Monday"),)
    assert found == ["CT034 the text has changed: its hash is not the one that d1 has"]
    d = dossier_of(E(exact="Monday"))
    assert fill_dossier(d, {"post": TEXT, "d9": TEXT})[0].dumps() == d.dumps()


def test_a_piece_that_is_too_long_gets_no_place() -> None:
    """An excerpt has a limit, and the blanks of a text have none."""
    text = f"On{' ' * 30_000}Monday"
    d = dossier_of(E(exact="On Monday"))
    made, found = fill_dossier(d, {"d1": text})
    assert made.attributions[0].excerpts == (E(exact="On Monday"),)
    assert [each.code for each in found] == ["CT034"]


def test_ids_that_nobody_gave_stay_ungiven() -> None:
    """Though they are made of the excerpts too."""
    d = dossier_of()
    d.remove("a1")
    quoted = Attribution(
        claim="c1", chain=["post"], document="d1", excerpts=[E(exact="Monday")]
    )
    d.add(quoted)
    again = Dossier.loads(d.dumps())
    made, _ = fill_dossier(again, {"d1": TEXT})
    assert '"start"' in made.dumps()
    assert '"id": "a' not in made.dumps()
    assert made.dumps().count('"id"') == d.dumps().count('"id"')


SHEET: Final = """article [d1]: Ferry

“Post”: outlet

- [c1] It stops.
  body: “Post”
    excerpts: {0}
""".replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(
    ("listed", "made"),
    [
        (
            '[{"exact": "Monday"}, {"exact": "the fairy"}]',
            '[{"exact": "Monday", "start": 3, "end": 9}, {"exact": "the fairy"}]',
        ),
        ('[{"exact": "the fairy"}]', '[{"exact": "the fairy"}]'),
        ('[{"exact":"Monday","start":3,"end":9}]', None),
        ('[{"exact": 7}]', None),
        ('[{"wrong": "Monday"}]', None),
        ('[{"exact": "Monday"}', None),
    ],
)
def test_a_sheet_lists_places_too(listed: str, made: str | None) -> None:
    """Where it lists excerpts; what cannot be read stays as it is."""
    after = fill_sheet(SHEET.format(listed), TEXT)
    assert after.splitlines()[-1].strip() == f"excerpts: {made or listed}"
    assert fill_sheet(after, TEXT) == after


def test_what_was_read_elsewhere_is_left_alone() -> None:
    """Its words are another text's."""
    sheet = SHEET.format('[{"exact": "Monday"}]').replace(
        '\n\n"Post', '\narticle [d2]: Quay\n\n"Post', 1
    )
    other = sheet.replace('body: "Post"', 'body: "Post" in [d2]')
    assert '"start"' not in fill_sheet(other, TEXT)
