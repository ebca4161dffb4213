"""Attributions, with excerpts that fit their chains."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from claimtrack.records import (
    Attribution,
    Excerpt,
    ExcerptRole,
    Placement,
    Recorded,
    RecordMethod,
    limits,
    words,
)
from claimtrack.testing import _text
from claimtrack.testing._any_chain import chains, chains_of_nobody
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from claimtrack.records import Chain
    from claimtrack.testing._build import Fields, Ids

__all__ = ["attributions"]


def attributions(
    *,
    max_links: int = 4,
    ids: st.SearchStrategy[str | None] | None = None,
    claims: Ids | None = None,
    sources: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Attribution]:
    """Return attributions; one in six is of a claim with nobody on record.

    Args:
        max_links: maximum number of links in their chains.
        ids: strategy for their ids; any id or None by default.
        claims: strategy for claims that they and their links name; any id by default.
        sources: strategy for sources that their links name; any id by default.
        documents: strategy for documents that they and their links name; any id by
            default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(attributions(claims=st.just("c1")))
    ... def check(attribution: Attribution) -> None:
    ...     assert attribution.claim == "c1"
    >>> check()
    """
    own = st.one_of(st.none(), _text.ids()) if ids is None else ids
    propositions = _text.ids() if claims is None else claims
    papers = _text.ids() if documents is None else documents
    spoken = chains(
        max_links=max_links, sources=sources, documents=documents, claims=claims
    )
    unspoken = chains_of_nobody(sources=sources, documents=documents, claims=claims)
    listed = st.integers(0, 5).flatmap(lambda n: unspoken if n == 1 else spoken)
    needed: Fields = {"id": own, "claim": propositions}
    optional: Fields = {
        "document": papers,
        "placement": st.sampled_from(words(Placement)),
        "presupposed": st.booleans(),
        "recorded": _recorded(documents),
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    return _on_word_of(listed, needed, optional)


@st.composite
def _on_word_of(
    draw: st.DrawFn,
    chains: st.SearchStrategy[Chain],
    needed: Fields,
    optional: Fields,
) -> Attribution:
    chain = draw(chains)
    excerpts = {"excerpts": a_few(_excerpts(len(chain)))}
    return draw(
        built(
            Attribution,
            {**needed, "chain": st.just(chain)},
            {**optional, **excerpts},
        )
    )


@cache
def _excerpts(links: int) -> st.SearchStrategy[Excerpt]:
    around: Fields = {
        "prefix": _text.lines(),
        "suffix": _text.lines(),
        "role": st.sampled_from(words(ExcerptRole)),
        "link": st.integers(0, links - 1),
    }
    exact: Fields = {"exact": _text.texts()}
    place: Fields = {
        "start": st.one_of(st.integers(0, 500), st.integers(0, limits.INTEGER - 1)),
        "length": st.integers(1, 200),
    }
    return st.one_of(
        built(Excerpt, exact, around), built(_excerpt_at, place, {**exact, **around})
    )


def _excerpt_at(*, start: int, length: int, **fields: Any) -> Excerpt:  # noqa: ANN401
    return Excerpt(start=start, end=min(start + length, limits.INTEGER), **fields)


def _recorded(documents: Ids | None) -> st.SearchStrategy[Recorded]:
    return built(
        Recorded,
        {},
        {
            "at": whens(documents=documents),
            "by": _text.lines(),
            "method": st.sampled_from(words(RecordMethod)),
            "tool": _text.lines(),
        },
    )
