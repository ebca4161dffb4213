"""The same dossier under other ids, and dossiers in which much is joined."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import strategies as st

from claimtrack import Attribution, Chain, Count, Dossier, Relation, Source
from claimtrack.schema import find_references, write_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.records import Record, RelationKind

__all__ = ["joined", "nameless", "renamed", "with_records"]

BETWEEN_SOURCES: Final[tuple[RelationKind, ...]] = (
    "same-as",
    "same-as",
    "same-as",
    "same-as",
    "distinct-from",
    "independent-of",
    "owned-by",
)
BETWEEN_CLAIMS: Final[tuple[RelationKind, ...]] = (
    "same-as",
    "same-as",
    "translation-of",
    "contradicts",
    "stronger-than",
    "inferred-from",
)
BETWEEN_DOCUMENTS: Final[tuple[RelationKind, ...]] = ("copied-from", "translation-of")


def with_records(dossier: Dossier, records: Iterable[Record]) -> Dossier:
    """Return a dossier with the same head and other records."""
    made = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in records:
        made.add(record)
    return made


def renamed(dossier: Dossier, names: Mapping[str, str]) -> Dossier:
    """Return a dossier in which every id has another name."""
    records: list[dict[str, Any]] = []
    for record in dossier.values():
        data: dict[str, Any] = copy.deepcopy(dict(write_record(record)))
        for reference in list(find_references(data)):
            if reference.id not in names:
                continue
            place: Any = data
            *steps, last = reference.path
            for step in steps:
                place = place[step]
            # A link in short is a text where others are objects.
            place[last] = names[reference.id]
        records.append({**data, "id": names[str(record.id)]})
    head = {"title": dossier.title, "lang": dossier.lang, "base": dossier.base}
    told = {key: value for key, value in head.items() if value is not None}
    text = json.dumps({"claimtrack": "1.0", **told, "records": records})
    return Dossier.loads(text)


def nameless(ids: Iterable[str]) -> dict[str, str]:
    """Return other ids, which say nothing, in the order of these."""
    return {key: f"n{place:03}" for place, key in enumerate(ids)}


@st.composite
def joined(draw: st.DrawFn, dossiers: st.SearchStrategy[Dossier]) -> Dossier:
    """Return dossiers in which a few more sources, claims and documents are joined.

    Half of those with an unnamed source have a crowd that is one with it and speaks in
    its place in a chain.
    """
    dossier = draw(dossiers)
    for records, kinds in (
        (dossier.sources, BETWEEN_SOURCES),
        (dossier.claims, BETWEEN_CLAIMS),
        (dossier.documents, BETWEEN_DOCUMENTS),
    ):
        ids = [each.id for each in records]
        ends = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
        pairs = st.lists(st.tuples(st.sampled_from(kinds), ends), max_size=3)
        for kind, (one, other) in draw(pairs) if len(ids) > 1 else ():
            _relate(dossier, kind, one, other)
    unnamed = [each for each in dossier.sources if each.kind == "unnamed"]
    has_crowd = draw(st.booleans())
    if unnamed and has_crowd:
        source = draw(st.sampled_from(unnamed))
        count = draw(st.sampled_from([None, Count(min=1, max=1), Count(min=2)]))
        dossier.add(Source(id="zz-crowd", kind="crowd", name="Crowd", count=count))
        _relate(dossier, "same-as", source.id, "zz-crowd")
        for each in dossier.attributions[:1]:
            dossier.replace(_spoken_by(each, "zz-crowd"))
    return dossier


def _relate(dossier: Dossier, kind: RelationKind, one: str, other: str) -> None:
    key = f"joined-{len(dossier)}"
    dossier.add(Relation(id=key, kind=kind, subject=one, object=other))


def _spoken_by(attribution: Attribution, source: str) -> Attribution:
    *links, last = attribution.chain
    spoken = attrs.evolve(last, source=source, candidates=None)
    return attrs.evolve(attribution, chain=Chain(links=[*links, spoken]))
