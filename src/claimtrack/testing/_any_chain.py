"""Links and chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.records import (
    Attitude,
    Basis,
    Candidate,
    Chain,
    CueBasis,
    Factuality,
    GroundRules,
    Link,
    Mode,
    Stance,
    words,
)
from claimtrack.testing import _text
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids

__all__ = ["chains", "chains_of_nobody", "links"]


def links(
    *,
    sources: Ids | None = None,
    documents: Ids | None = None,
    claims: Ids | None = None,
) -> st.SearchStrategy[Link]:
    """Return links: plain ones, ones with fields, and ones with an unsettled speaker.

    Args:
        sources: strategy for their source and candidates; any id by default.
        documents: strategy for their document and evidence; any id by default.
        claims: strategy for their utterance; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(links(sources=st.just("unn")))
    ... def check(link: Link) -> None:
    ...     assert link.source in (None, "unn")
    >>> check()
    """
    known = _text.ids() if sources is None else sources
    papers = _text.ids() if documents is None else documents
    statements = _text.ids() if claims is None else claims
    fields = _fields(known, papers, statements)
    candidate = built(
        Candidate,
        {"source": known},
        {"weight": st.floats(0, 1), "why": _text.texts()},
    )
    source: Fields = {"source": known}
    candidates: Fields = {"candidates": st.lists(candidate, max_size=3)}
    on_paper: Fields = {
        **source,
        "basis": st.just("document"),
        "evidence": st.lists(papers, min_size=1, max_size=2),
    }
    # Most links in real chains are plain; one_of counts equal strategies once.
    return st.one_of(
        built(Link, source, {}),
        built(Link, source, {}),
        built(Link, source, fields),
        built(Link, source, fields),
        built(Link, candidates, fields),
        *([] if papers.is_empty else [built(Link, on_paper, {})]),
    )


def chains(
    *,
    max_links: int = 4,
    sources: Ids | None = None,
    documents: Ids | None = None,
    claims: Ids | None = None,
) -> st.SearchStrategy[Chain]:
    """Return chains; the same source may occur more than once.

    Args:
        max_links: maximum number of links.
        sources: strategy for the links' source and candidates; any id by default.
        documents: strategy for their document and evidence; any id by default.
        claims: strategy for their utterance; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(chains(max_links=2))
    ... def check(chain: Chain) -> None:
    ...     assert len(chain) in (1, 2)
    >>> check()
    """
    each = links(sources=sources, documents=documents, claims=claims)
    listed = st.lists(each, min_size=1, max_size=max_links)
    return listed.map(lambda held: Chain(links=held))


def chains_of_nobody(
    *, sources: Ids | None, documents: Ids | None, claims: Ids | None
) -> st.SearchStrategy[Chain]:
    """Return chains with nobody on record: one link without a source.

    Args:
        sources: strategy for the link's addressee; any id if None.
        documents: strategy for its document and evidence; any id if None.
        claims: strategy for its utterance; any id if None.
    """
    named = [_text.ids() if e is None else e for e in (sources, documents, claims)]
    return built(Link, {}, _fields(*named)).map(lambda held: Chain(links=[held]))


def _fields(sources: Ids, documents: Ids, claims: Ids) -> Fields:
    dates = whens(documents=documents)
    return {
        "cue": _text.lines(),
        "cue_basis": st.sampled_from(words(CueBasis)),
        "mode": st.sampled_from(words(Mode)),
        "stance": st.sampled_from(words(Stance)),
        "ground_rules": st.sampled_from(words(GroundRules)),
        "embargo_until": dates,
        "addressee": sources,
        "original_lang": _text.languages(),
        "attitude": st.sampled_from(words(Attitude)),
        "ascribed": st.booleans(),
        "factuality": st.sampled_from(words(Factuality)),
        "negated": st.booleans(),
        "hypothetical": st.booleans(),
        "basis": st.sampled_from(words(Basis)),
        "at": dates,
        "document": documents,
        "evidence": a_few(documents),
        "occasion": _text.lines(),
        "utterance": claims,
        "on_behalf_of": sources,
        "mention": _text.lines(),
    }
