"""Relations of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.records import RELATION_ENDS, Relation, to_id
from claimtrack.testing import _text
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import built

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.records import RelationKind
    from claimtrack.testing._build import Fields, Ids

__all__ = ["relations"]


def relations(
    *,
    kinds: Iterable[RelationKind] | None = None,
    ids: st.SearchStrategy[str | None] | None = None,
    claims: Ids | None = None,
    sources: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Relation]:
    """Return relations between two records of one type.

    Args:
        kinds: the kinds to use; all by default.
        ids: strategy for their ids; any id or None by default.
        claims: strategy for claims to join; any id by default. It must give at least
            two different claims for a relation between claims.
        sources: strategy for sources to join, and for those who judged; any id by
            default.
        documents: strategy for documents to join, or that dates are relative to; any id
            by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(relations(kinds=["contradicts"], claims=st.sampled_from(["c1", "c2"])))
    ... def check(relation: Relation) -> None:
    ...     assert {relation.subject, relation.object} == {"c1", "c2"}
    >>> check()
    """
    own = st.one_of(st.none(), _text.ids()) if ids is None else ids
    known = _text.ids() if sources is None else sources
    ends: dict[str, Ids] = {
        "claim": _text.ids() if claims is None else claims,
        "source": known,
        "document": _text.ids() if documents is None else documents,
    }
    optional = {
        "by": known,
        "at": whens(documents=documents),
        "score": st.floats(0, 1),
        "method": _text.lines(),
        "note": _text.texts(),
        "ext": foreign_data(),
    }

    joins: list[tuple[RelationKind, str]] = [
        (kind, type_)
        for kind in (RELATION_ENDS if kinds is None else kinds)
        for type_ in RELATION_ENDS[kind]
        if not ends[type_].is_empty
    ]
    pairs = {type_: _two_of(each) for type_, each in ends.items()}
    return _joining(joins, pairs, {"id": own}, optional)


@st.composite
def _joining(
    draw: st.DrawFn,
    joins: Sequence[tuple[RelationKind, str]],
    pairs: Mapping[str, st.SearchStrategy[list[str]]],
    needed: Fields,
    optional: Fields,
) -> Relation:
    kind, type_ = draw(st.sampled_from(joins))
    subject, end = draw(pairs[type_])
    ends = {"subject": st.just(subject), "object": st.just(end)}
    return draw(built(Relation, {"kind": st.just(kind), **ends, **needed}, optional))


def _two_of(ids: Ids) -> st.SearchStrategy[list[str]]:
    return st.lists(ids.map(to_id), min_size=2, max_size=2, unique=True)
