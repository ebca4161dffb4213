"""Claims, documents, and what is inside claims: quantities, conditions, responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    Attribution,
    Claim,
    ClaimKind,
    Condition,
    Document,
    Quantity,
    Response,
    ResponseOutcome,
    Source,
    words,
)
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.schema import JsonValue

OTHER: Final = Claim(id="o", text="O")
SOURCE: Final = Source(id="s", kind="outlet", name="S")

REFUSED: Final[list[tuple[Callable[..., object], JsonValue, str]]] = [
    (
        Quantity,
        {"unit": "tanks"},
        (
            "quantity.min: min is required because there is no max. "
            "Give at least one bound. (CT011)"
        ),
    ),
    (
        Quantity,
        {"min": 2, "max": 1.5},
        (
            "quantity.min: min 2 is greater than max 1.5. "
            "Swap them, or correct one. (CT024)"
        ),
    ),
    (
        Condition,
        {},
        (
            "condition.text: text is required because there is no claim. "
            "Give a text or a claim. (CT011)"
        ),
    ),
    (
        Response,
        {"outcome": "replyed"},
        (
            'response.outcome: "replyed" is not a response outcome. '
            'Did you mean "replied"? Use one of: replied, declined, no-answer, '
            "not-sought. (CT013)"
        ),
    ),
    (
        Document,
        {"id": "d", "kind": "article"},
        (
            "document.title: title is required because there is no url. "
            "Add a title or a url. (CT011)"
        ),
    ),
]


@pytest.mark.parametrize(("cls", "fields", "said"), REFUSED)
def test_a_claim_that_says_nothing_is_refused(
    cls: Callable[..., object], fields: JsonValue, said: str
) -> None:
    """What says nothing, or makes no sense, says what to do."""
    with pytest.raises(InvalidRecord) as caught:
        cls(**fields)
    assert str(caught.value) == said


def test_bounds_may_meet_and_be_open() -> None:
    """One bound is enough, and both may be the same."""
    assert Quantity(min=5).max is None
    assert Quantity(max=5).min is None
    assert Quantity(min=5, max=5.0, of=OTHER).of == "o"


def test_a_condition_has_words_or_a_claim() -> None:
    """Words, a claim, or both."""
    assert Condition(text="if").claim is None
    assert Condition(claim=OTHER) == Condition(claim="o")
    assert Condition(text="if", claim="o").text == "if"


@pytest.mark.parametrize("kind", words(ClaimKind))
@pytest.mark.parametrize("outcome", words(ResponseOutcome))
def test_only_allegations_have_responses(
    kind: ClaimKind, outcome: ResponseOutcome
) -> None:
    """Those whom another claim is about need not be asked."""
    response = Response(outcome=outcome, sought="2025")
    assert response.sought == When.parse("2025")
    claim = Claim(id="c", text="T", kind=kind)
    if kind == "allegation":
        assert attrs.evolve(claim, response=response).response is response
        return
    with pytest.raises(InvalidRecord) as caught:
        attrs.evolve(claim, response=response)
    assert str(caught.value) == (
        f"claim.response: response is not allowed on a claim of kind {kind}. "
        'Remove it, or make the kind "allegation". (CT019)'
    )


def test_what_a_claim_takes() -> None:
    """Records serve for ids, text for dates, and a kind is a fact unless said."""
    claim = Claim(id="c", text="T", about=[OTHER, SOURCE, "urn:x:1"], holds="2025-04")
    assert claim.about == ("o", "s", "urn:x:1")
    assert claim.holds == When.parse("2025-04")
    assert claim.kind == "fact"


def test_a_record_without_an_id_is_not_dropped() -> None:
    """What has no id yet cannot be referred to."""
    nameless = Attribution(claim="c", chain=["s"])
    with pytest.raises(InvalidRecord, match=r"claim\.about: a value of type Attrib"):
        Claim(id="c", text="T", about=[nameless])


def test_a_document_needs_a_title_or_a_url() -> None:
    """A title or a url is enough; records serve for ids, text for dates."""
    made = Document(
        id="d",
        kind="leak",
        url="https://example.org/",
        publisher=SOURCE,
        authors=[SOURCE, "p"],
        archived=iter(["https://example.org/kept"]),
        published="2025-04-17",
        modified="2025",
        retrieved=When(text="in spring"),
    )
    assert made.title is None
    assert (made.publisher, made.authors) == ("s", ("s", "p"))
    assert made.archived == ("https://example.org/kept",)
    assert str(made.published) == "2025-04-17"
    assert repr(made) == (
        "Document(id='d', kind='leak', publisher='s', authors=('s', 'p'), "
        "published=When('2025-04-17'), modified=When('2025'), "
        "retrieved=When(text='in spring'))"
    )
