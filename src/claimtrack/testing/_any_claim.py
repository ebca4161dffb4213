"""Claims of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from claimtrack.records import (
    Claim,
    ClaimKind,
    Condition,
    Quantity,
    Response,
    ResponseOutcome,
    limits,
    words,
)
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids
    from claimtrack.when import When

__all__ = ["claims"]

_NUMBERS: Final[st.SearchStrategy[float]] = st.one_of(
    st.integers(0, 40),
    st.integers(-int(limits.NUMBER), int(limits.NUMBER)),
    st.floats(-limits.NUMBER, limits.NUMBER),
)


def claims(
    *,
    ids: st.SearchStrategy[str] | None = None,
    claims: Ids | None = None,
    documents: Ids | None = None,
    about: Ids | None = None,
) -> st.SearchStrategy[Claim]:
    """Return claims.

    Args:
        ids: strategy for their ids.
        claims: strategy for claims in conditions and quantities; any id by default.
        documents: strategy for documents that dates are relative to; any id by default.
        about: strategy for their subjects; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(claims(about=st.just("us")))
    ... def check(claim: Claim) -> None:
    ...     assert set(claim.about) <= {"us"}
    >>> check()
    """
    others = _text.ids() if claims is None else claims
    subjects = _text.ids() if about is None else about
    dates = whens(documents=documents)
    needed: Fields = {
        "id": _text.ids() if ids is None else ids,
        "text": _text.texts(),
    }
    optional: Fields = {
        "lang": _text.languages(),
        "about": a_few(subjects),
        "holds": dates,
        "quantity": _quantities(others),
        "condition": _conditions(others),
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    any_kind: Fields = {**needed, "kind": st.sampled_from(words(ClaimKind))}
    answered: Fields = {
        **needed,
        "kind": st.just("allegation"),
        "response": _responses(dates),
    }
    return st.one_of(
        built(Claim, any_kind, optional),
        built(Claim, any_kind, optional),
        built(Claim, answered, optional),
    )


def _quantities(claims: Ids) -> st.SearchStrategy[Quantity]:
    extent: Fields = {"unit": _text.lines(), "of": claims}
    return st.one_of(
        built(Quantity, {"min": _NUMBERS}, extent),
        built(Quantity, {"max": _NUMBERS}, extent),
        built(_quantity_between, {"bounds": st.tuples(_NUMBERS, _NUMBERS)}, extent),
    )


def _quantity_between(
    *, bounds: tuple[float, float], unit: str | None = None, of: str | None = None
) -> Quantity:
    return Quantity(min=min(bounds), max=max(bounds), unit=unit, of=of)


def _conditions(claims: Ids) -> st.SearchStrategy[Condition]:
    text, claim = {"text": _text.texts()}, {"claim": claims}
    worded = built(Condition, text, claim)
    if claims.is_empty:
        return worded
    return st.one_of(worded, built(Condition, claim, text))


def _responses(dates: st.SearchStrategy[When]) -> st.SearchStrategy[Response]:
    outcome = st.sampled_from(words(ResponseOutcome))
    return built(Response, {"outcome": outcome}, {"sought": dates})
