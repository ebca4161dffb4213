"""Attributions, and what is inside them: excerpts, and who recorded them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    Attribution,
    Chain,
    Claim,
    Document,
    Excerpt,
    Link,
    Recorded,
    Source,
)
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

UNN: Final = Source(id="unn", kind="outlet", name="UNN")
CLAIM: Final = Claim(id="c", text="T")
PAPER: Final = Document(id="d", kind="article", title="T")

EXCERPTS: Final[list[tuple[JsonValue, str]]] = [
    (
        {},
        (
            "excerpt.exact: exact is required because there is no start and end. "
            "Give the exact words, or start and end. (CT011)"
        ),
    ),
    ({"prefix": "x"}, "excerpt.exact: exact is required"),
    (
        {"exact": "x", "start": 1},
        (
            "excerpt.end: end is required because start is given. "
            "Give both or neither. (CT011)"
        ),
    ),
    (
        {"exact": "x", "end": 1},
        (
            "excerpt.start: start is required because end is given. "
            "Give both or neither. (CT011)"
        ),
    ),
    (
        {"start": 5, "end": 5},
        (
            "excerpt.start: start 5 is not before end 5. "
            "The end is exclusive: a single character is start 5, end 6. (CT024)"
        ),
    ),
    ({"start": 6, "end": 5}, "excerpt.start: start 6 is not before end 5."),
    (
        {"start": -1, "end": 5},
        "excerpt.start: -1 is not between 0 and 9007199254740992",
    ),
    ({"exact": "x", "link": 10_000}, "excerpt.link: 10000 is not between 0 and 9999."),
    ({"exact": "x", "role": "quote"}, 'excerpt.role: "quote" is not an excerpt role'),
]


@pytest.mark.parametrize(("fields", "said"), EXCERPTS)
def test_an_excerpt_has_words_or_a_place(fields: JsonValue, said: str) -> None:
    """An excerpt has words or a place, and a place has two ends in order."""
    with pytest.raises(InvalidRecord) as caught:
        Excerpt(**fields)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "fields",
    [{"exact": "x"}, {"start": 0, "end": 1}, {"exact": "x", "start": 5, "end": 6}],
)
def test_what_is_quoted_is_content_unless_said(fields: JsonValue) -> None:
    """Words, a place, or both; what they are is content unless said."""
    made = Excerpt(**fields)
    assert attrs.asdict(made, filter=lambda _, value: value is not None) == {
        **fields,
        "role": "content",
    }


def test_the_link_of_an_excerpt_is_in_the_chain() -> None:
    """An index that the chain does not have is refused by its place."""
    chain = UNN.citing("b")
    for at in (0, 1):
        excerpt = Excerpt(exact="x", role="cue", link=at)
        made = Attribution(claim=CLAIM, chain=chain, excerpts=[excerpt])
        assert made.excerpts == (excerpt,)
    excerpts = [Excerpt(exact="x"), Excerpt(exact="x", role="cue", link=2)]
    with pytest.raises(InvalidRecord) as caught:
        Attribution(claim=CLAIM, chain=chain, excerpts=excerpts)
    assert str(caught.value) == (
        "attribution.excerpts.1.link: link 2 is not in the chain, "
        "whose links are 0 to 1. "
        "Give the index of a link in the chain, counted from 0. (CT025)"
    )


def test_what_an_attribution_takes() -> None:
    """Records serve for ids, and a source, a link or a list for a chain."""
    made = Attribution(claim=CLAIM, chain=UNN, document=PAPER)
    assert (made.id, made.claim, made.document) == (None, "c", "d")
    assert made.chain == Chain(links=["unn"])
    assert made == attrs.evolve(made, chain=[Link(source="unn")])
    assert not made.presupposed
    with pytest.raises(InvalidRecord, match=r"link\.source: 5 is not text"):
        Attribution(claim="c", chain=[5])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def test_how_it_was_recorded_is_never_shown() -> None:
    """It is kept, and never shown."""
    made = Recorded(at="2025-04-17T10:00:00Z", by="the desk", method="tool", tool="x")
    assert made.at == When.parse("2025-04-17T10:00:00Z")
    assert repr(made) == "Recorded(…)"
    shown = repr(Attribution(claim="c", chain=["s"], recorded=made, note="n"))
    assert shown == "Attribution(claim='c', chain=<Chain s>)"
