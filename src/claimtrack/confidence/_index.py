"""What support looks up in a dossier, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.dossier import Dossier, format_source
from claimtrack.findings import clip
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Relation,
    Source,
    to_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.records import RelationKind

__all__ = ["Index", "Pair", "pair"]

Pair = frozenset[str]
"""Two ids, in no order."""

_SAME_CLAIM: Final[tuple[RelationKind, ...]] = ("same-as", "translation-of")
_NAMED: Final = 60
"""Characters of a name that a sentence shows at most."""


def pair(one: str, other: str) -> Pair:
    """Return two ids as a key that does not depend on their order."""
    return frozenset((one, other))


@attrs.frozen
class Index:
    """A dossier as support reads it. Sources that are one go by their least id.

    Attributes:
        dossier: the dossier.
        least_source: the least id of its class for each source joined by same-as.
        least_claim: the same for claims, by same-as and translation-of.
        assessments: of sources and documents, by the id that their subject goes by.
        independent: pairs that somebody else calls independent.
        distinct: pairs that are declared distinct, or independent by anybody.
        owners: who owns each source directly.
        belongs: the groups, members and affiliations of each source.
        contradicting: least ids of the claims that contradict a class, by its own.
    """

    dossier: Dossier
    least_source: Mapping[str, str]
    least_claim: Mapping[str, str]
    assessments: Mapping[str, tuple[Assessment, ...]]
    independent: frozenset[Pair]
    distinct: frozenset[Pair]
    owners: Mapping[str, frozenset[str]]
    belongs: Mapping[str, frozenset[str]]
    contradicting: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, dossier: Dossier) -> Index:
        """Return the index of a dossier; linear in its records."""
        relations = sorted(dossier.relations, key=to_id)
        sources = _classes(_joined(dossier, relations, ("same-as",), Source))
        claims = _classes(_joined(dossier, relations, _SAME_CLAIM, Claim))

        def who(key: str) -> str:
            return sources.get(key, key)

        by_subject: dict[str, list[Assessment]] = {}
        for each in sorted(dossier.assessments, key=to_id):
            by_subject.setdefault(who(each.subject), []).append(each)
        apart = {
            kind: frozenset(
                pair(who(each.subject), who(each.object))
                for each in relations
                if each.kind == kind
            )
            for kind in ("independent-of", "distinct-from")
        }
        return cls(
            dossier=dossier,
            least_source=sources,
            least_claim=claims,
            assessments={key: tuple(found) for key, found in by_subject.items()},
            independent=frozenset(
                pair(who(each.subject), who(each.object))
                for each in relations
                if each.kind == "independent-of"
                and who(each.by or "") not in (who(each.subject), who(each.object))
            ),
            distinct=apart["independent-of"] | apart["distinct-from"],
            owners=_links(
                (who(each.subject), who(each.object))
                for each in relations
                if each.kind == "owned-by"
            ),
            belongs=_links(_belonging(dossier, sources)),
            contradicting={
                key: tuple(sorted(others - {key}))
                for key, others in _links(
                    each
                    for one, other in _joined(
                        dossier, relations, ("contradicts",), Claim
                    )
                    for each in _both_ways(
                        claims.get(one, one), claims.get(other, other)
                    )
                ).items()
            },
        )

    def who(self, source: str) -> str:
        """Return the id that a source goes by."""
        return self.least_source.get(source, source)

    def contradictions(self, claim: str) -> tuple[str, ...]:
        """Return the least ids of the claims that contradict a claim, sorted."""
        return self.contradicting.get(self.least_claim.get(claim, claim), ())

    def attribution(self, key: str) -> Attribution:
        """Return an attribution that lineage has found."""
        # Lineage names attributions alone, which a type checker cannot know.
        return cast("Attribution", self.dossier[key])

    def source(self, key: str) -> Source | None:
        """Return a source by its id."""
        record = self.dossier.get(key)
        return record if isinstance(record, Source) else None

    def document(self, key: str) -> Document | None:
        """Return a document by its id."""
        record = self.dossier.get(key)
        return record if isinstance(record, Document) else None

    def is_unnamed(self, key: str) -> bool:
        """Return whether nothing names a source, by the id that it goes by."""
        source = self.source(key)
        return source is not None and source.kind == "unnamed"

    def all_owners(self, key: str) -> frozenset[str]:
        """Return a source and all who own it, through others or not."""
        found, todo = {key}, [key]
        while todo:
            new = self.owners.get(todo.pop(), frozenset()) - found
            found |= new
            todo.extend(new)
        return frozenset(found)

    def name(self, key: str) -> str:
        """Return what to call a source or a document in a sentence."""
        document = self.document(key)
        if document is not None:
            return f"the document “{clip(document.title or document.id, _NAMED)}”"
        return clip(format_source(key, self.dossier), _NAMED)


def _joined(
    dossier: Dossier,
    relations: Iterable[Relation],
    kinds: tuple[RelationKind, ...],
    type_: type[Source | Claim],
) -> Iterator[tuple[str, str]]:
    for each in relations:
        ends = (each.subject, each.object)
        if each.kind in kinds and all(
            isinstance(dossier.get(key), type_) for key in ends
        ):
            yield ends


def _belonging(
    dossier: Dossier, sources: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for each in dossier.sources:
        for other in (*each.members, *each.affiliations):
            one, whole = sources.get(each.id, each.id), sources.get(other, other)
            yield from _both_ways(one, whole)


def _both_ways(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (other, one)


def _links(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return {key: frozenset(others) for key, others in found.items()}


def _classes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the least id of its class for each id that a pair joins to another."""
    near = _links(each for one, other in pairs for each in _both_ways(one, other))
    least: dict[str, str] = {}
    # From the least id on, so whoever is met first goes by it.
    for start in sorted(near):
        todo = [start] if start not in least else []
        while todo:
            key = todo.pop()
            if key not in least:
                least[key] = start
                todo.extend(near[key])
    return least
