"""Index a dossier for support: its view, and who has judged what."""

from __future__ import annotations

import functools
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.dossier import Dossier, format_source
from claimtrack.findings import clip
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    ClaimKind,
    Document,
)
from claimtrack.view import View, group_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["HELD", "Index", "Pair", "latest", "pair"]

Pair = frozenset[str]
"""Two ids, in no order."""

HELD: Final[Mapping[ClaimKind, str]] = {
    "norm": "a norm says what ought to be, not what is so",
    "evaluation": "an evaluation is a view, not something that is so",
}
"""Kinds of claim that have no support → the reason."""

_NAMED: Final = 60
"""Most characters of a name that a sentence shows."""


def pair(one: str, other: str) -> Pair:
    """Return two ids as a key that does not depend on their order."""
    return frozenset((one, other))


@attrs.frozen(slots=False)
class Index:
    """A dossier, indexed for support. Merged records are identified by their least id.

    Attributes:
        dossier: the dossier.
        view: the view of the dossier, in which duplicates are merged.
    """

    dossier: Dossier
    view: View

    @classmethod
    def of(cls, dossier: Dossier) -> Index:
        """Return the index of a dossier."""
        return cls(dossier, View.of(dossier))

    def one(self, key: str) -> str:
        """Return the id that identifies a record and everything merged with it.

        This is the least id of a source or a claim, or the id of a document's original.
        """
        record = self.view.records.get(key)
        if isinstance(record, Claim):
            return self.view.claims.least_of(key)
        if isinstance(record, Document):
            return self.view.documents.original_of(key)
        return self.view.sources.least_of(key)

    def attribution(self, key: str) -> Attribution:
        """Return an attribution by its id, which lineage has returned."""
        # These ids are always of attributions, which a type checker cannot know.
        return cast("Attribution", self.view.records[key])

    def publisher(self, key: str) -> str | None:
        """Return the publisher of a document; None if unknown or not a document."""
        document = self.view.get(key, Document)
        if document is None or document.publisher is None:
            return None
        return self.one(document.publisher)

    def contradictions(self, claim: str) -> tuple[str, ...]:
        """Return the least ids of the claims that contradict a claim, sorted."""
        others = sorted(self.view.claims.contradicting_with(claim))
        return tuple(each for each in others if self.view.claim(each).kind not in HELD)

    @functools.cached_property
    def assessments(self) -> Mapping[str, tuple[Assessment, ...]]:
        """The assessments of each record and those merged with it, by least id."""
        return group_pairs(
            (self.one(each.subject), each) for each in self.view.all(Assessment)
        )

    def latest(
        self, key: str, is_asked: Callable[[Assessment], bool]
    ) -> dict[str, list[Assessment]]:
        """Return the latest assessments of a record by each assessor.

        Args:
            key: the id of the record.
            is_asked: returns whether an assessment counts at all.

        Returns:
            The assessments, by the id of the assessor; "" if none is recorded.
        """
        by_assessor = group_pairs(
            ("" if each.by is None else self.one(each.by), each)
            for each in self.assessments.get(self.one(key), ())
            if is_asked(each)
        )
        return {by: latest(every) for by, every in by_assessor.items()}

    @functools.cached_property
    def established(self) -> frozenset[Pair]:
        """Pairs that somebody else calls independent and that have no common owner."""
        sources = self.view.sources
        return frozenset(
            pair(self.one(each.subject), self.one(each.object))
            for each in sources.related("independent-of")
            if sources.is_judged_by_others(each)
            and not sources.have_common_owner(each.subject, each.object)
        )

    def name(self, key: str) -> str:
        """Return what to call a source or a document in a sentence."""
        document = self.view.get(key, Document)
        if document is not None:
            return f"the document “{clip(document.title or document.id, _NAMED)}”"
        return clip(format_source(self._shown(key), self.view.records), _NAMED)

    def _shown(self, key: str) -> str:
        """Return the id of the record that gives a merged source its name."""
        sources = self.view.sources
        kind, label = sources.kind(key), sources.label(key)
        alike = (
            each.id
            for each in sources.records_of(key)
            if (each.kind, each.label) == (kind, label)
        )
        return next(alike, key)


def latest(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Return the latest assessments of one assessor: those with no certainly later one.

    An assessment without a date only counts if none has a date. A date that is before
    any other is before the one that begins last. Days and instants are compared
    separately, because a day depends on the time zone.
    """
    every = list(assessments)
    dated = [each for each in every if each.at is not None]
    moments = [each.at for each in dated if each.at is not None]
    tops = [
        max(alike, key=lambda each: each.earliest or date.min)
        for alike in (
            [each for each in moments if isinstance(each.earliest, datetime)],
            [each for each in moments if not isinstance(each.earliest, datetime)],
        )
        if alike
    ]
    return [
        each
        for each in dated or every
        if each.at is None or not any(each.at.before(top) is True for top in tops)
    ]
