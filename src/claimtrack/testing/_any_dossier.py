"""Whole dossiers in which every reference leads to a record of the right type."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
from hypothesis import strategies as st

from claimtrack.dossier import Dossier
from claimtrack.records import ORDERED, Claim, Document, Relation, Source
from claimtrack.testing import _text
from claimtrack.testing._any_assessment import assessments
from claimtrack.testing._any_attribution import attributions
from claimtrack.testing._any_claim import claims
from claimtrack.testing._any_document import documents
from claimtrack.testing._any_notice import notices
from claimtrack.testing._any_relation import relations
from claimtrack.testing._any_source import sources
from claimtrack.testing._any_waiver import waivers
from claimtrack.testing._build import built

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.records import Record
    from claimtrack.testing._build import Fields

__all__ = ["dossiers"]

IdsByType: TypeAlias = "Mapping[str, Sequence[str]]"
"""Type of record → ids of these records in a dossier."""

_JOINED: Final = ("source", "document", "claim")
"""Types of record that relations join."""

_JUDGEMENTS: Final = ("assessment", "notice", "waiver")
"""Types of record that are about another one."""

_NAMELESS: Final = ("attribution", "relation", *_JUDGEMENTS)
"""Types of record that may have no id of their own."""

_TWO: Final = 2
"""Number of records that a relation joins."""

_FEW: Final = 2
"""Number of outlets that cite each other if nobody else speaks."""

_HEAD: Final[Fields] = {
    "title": _text.lines(),
    "lang": _text.languages(),
    "base": _text.bases(),
}


@st.composite
def dossiers(
    draw: st.DrawFn,
    *,
    max_sources: int = 10,
    max_documents: int = 4,
    max_claims: int = 4,
    max_attributions: int = 8,
    max_relations: int = 6,
    max_judgements: int = 2,
    max_links: int = 4,
) -> Dossier:
    """Return consistent dossiers, from empty ones to rich ones.

    They contain sources of every kind, groups with members, speakers who are not
    settled, holders, documents shared by several chains, relations of every kind, and
    outlets that cite each other in circles. Records that may have no id of their own
    have one or a derived one. No id is written out under the dossier's base.

    Args:
        draw: given by hypothesis.
        max_sources: maximum number of sources.
        max_documents: maximum number of documents.
        max_claims: maximum number of claims.
        max_attributions: maximum number of attributions; none without sources and
            claims.
        max_relations: maximum number of relations; none without two records to join.
        max_judgements: maximum number each of assessments, notices and waivers.
        max_links: maximum number of links in a chain.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(dossiers(max_claims=1))
    ... def check(dossier: Dossier) -> None:
    ...     assert len(dossier.claims) <= 1
    ...     assert all(each.severity != "error" for each in dossier.validate())
    >>> check()
    """
    sizes = {
        "source": draw(st.integers(0, max_sources)),
        "document": draw(st.integers(0, max_documents)),
        "claim": draw(st.integers(0, max_claims)),
    }
    is_quotable = sizes["source"] > 0 and sizes["claim"] > 0
    is_joinable = max(sizes.values()) >= _TWO
    sizes["attribution"] = draw(st.integers(0, max_attributions if is_quotable else 0))
    sizes["relation"] = draw(st.integers(0, max_relations if is_joinable else 0))
    for type_ in _JUDGEMENTS:
        has_subject = any(sizes[each] for each in _JOINED)
        sizes[type_] = draw(st.integers(0, max_judgements if has_subject else 0))
    ids = draw(_ids(sizes))
    nameless = draw(
        st.lists(_any_of([*chain(*(ids[each] for each in _NAMELESS))]), unique=True)
    )
    about = [each for each in chain(*ids.values()) if each not in nameless]
    # Chains share sources and form circles if few sources speak.
    is_narrow = draw(st.integers(0, 2)) == 1
    by_type = _by_type(ids, about, max_links, is_narrow=is_narrow)
    outlets = sources(kinds=["outlet"], ids=st.just("_"), sources=st.nothing())
    made = draw(built(Dossier, {}, _HEAD))
    for type_, keys in ids.items():
        for place, key in enumerate(keys):
            is_outlet = is_narrow and type_ == "source" and place < _FEW
            record = draw(outlets if is_outlet else by_type[type_])
            ordered = _without_circles(record, chain(*ids.values()))
            made.add(_with_id(ordered, None if key in nameless else key))
    return made


@st.composite
def _ids(draw: st.DrawFn, sizes: Mapping[str, int]) -> IdsByType:
    """Return the given number of ids for each type: plain ones, and a few odd ones."""
    plain = [f"{type_[:2]}{n}" for type_, size in sizes.items() for n in range(size)]
    taken = frozenset(plain)
    free = _text.ids().filter(lambda each: each not in taken)
    odd = draw(st.lists(free, max_size=3, unique=True)) if plain else []
    for each in odd:
        plain[draw(st.integers(0, len(plain) - 1))] = each
    ids = iter(plain)
    return {type_: [next(ids) for _ in range(size)] for type_, size in sizes.items()}


def _by_type(
    ids: IdsByType, about: Sequence[str], max_links: int, *, is_narrow: bool
) -> dict[str, st.SearchStrategy[Record]]:
    """Return strategies for records of each type that may refer to these ids."""
    known, papers, statements = (_any_of(ids[each]) for each in _JOINED)
    speakers = _any_of(ids["source"][:_FEW]) if is_narrow else known
    joined = {
        each: _any_of(ids[each] if len(ids[each]) >= _TWO else ()) for each in _JOINED
    }
    judged = [
        each
        for type_ in (*_JOINED, "attribution")
        for each in ids[type_]
        if each in about
    ]
    unset = st.just("_")
    return {
        "source": sources(ids=unset, sources=known),
        "document": documents(ids=unset, sources=known, documents=papers),
        "claim": claims(
            ids=unset,
            claims=statements,
            documents=papers,
            about=st.one_of(_any_of(about), _text.foreign_ids()),
        ),
        "attribution": attributions(
            max_links=max_links,
            ids=unset,
            claims=statements,
            sources=speakers,
            documents=papers,
        ),
        "relation": relations(
            ids=unset,
            claims=joined["claim"],
            sources=joined["source"],
            documents=joined["document"],
        ),
        "assessment": assessments(
            ids=unset,
            subjects=_any_of(judged),
            sources=known,
            documents=papers,
        ),
        "notice": notices(
            ids=unset, targets=_any_of(about), sources=known, documents=papers
        ),
        "waiver": waivers(ids=unset, targets=_any_of(about), documents=papers),
    }


def _with_id(record: Record, key: str | None) -> Record:
    if isinstance(record, (Source, Document, Claim)):
        return attrs.evolve(record, id=str(key))
    return attrs.evolve(record, id=key)


def _without_circles(record: Record, ids: Iterable[str]) -> Record:
    """Return the record, reversed if it could otherwise be part of a cycle."""
    if not isinstance(record, Relation) or record.kind not in ORDERED:
        return record
    place = list(ids).index
    subject, end = sorted((record.subject, record.object), key=place)
    return attrs.evolve(record, subject=subject, object=end)


def _any_of(ids: Sequence[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(ids) if ids else st.nothing()
