"""Builders of what is judged, announced and accepted about other records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dossier._chains import Chains
from claimtrack.records import Assessment, FrozenMapping, Notice, Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.records import (
        Identified,
        Normalized,
        NoticeKind,
        Rating,
        Significance,
    )
    from claimtrack.scales import Confidence
    from claimtrack.when import When

__all__ = ["Judgements"]

_NOTHING = FrozenMapping()


class Judgements(Chains):
    """Builders that also make assessments, notices and waivers."""

    def assess(
        self,
        subject: str | Identified,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        by: str | Identified | None = None,
        document: str | Identified | None = None,
        verdict: str | None = None,
        rating: Rating | None = None,
        normalized: Normalized | Iterable[Normalized] = (),
        confidence: Iterable[Confidence] = (),
        rationale: str | None = None,
        evidence: Iterable[str | Identified] = (),
        at: When | str | None = None,
        url: str | None = None,
        lang: str | None = None,
        license: str | None = None,  # noqa: A002  # the field's name
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Assessment:
        """Add a judgement on a record. The arguments are the fields of `Assessment`.

        A single `Normalized` serves as a list of one.

        Raises:
            InvalidRecord: for a value that the field does not take, and without a
                verdict, a rating or a confidence.
            DuplicateId: where the id is taken.
            DanglingReference: where it refers to what is not in the dossier.
        """
        return self._add_checked(
            Assessment(
                id=id or self._mint.numbered("v", self),
                subject=subject,
                by=by,
                document=document,
                verdict=verdict,
                rating=rating,
                normalized=normalized,
                confidence=confidence,
                rationale=rationale,
                evidence=evidence,
                at=at,
                url=url,
                lang=lang,
                license=license,
                note=note,
                ext=ext,
            )
        )

    def notice(
        self,
        kind: NoticeKind,
        target: str | Identified,
        *,
        id: str | None = None,  # noqa: A002  # the field's name
        by: str | Identified | None = None,
        at: When | str | None = None,
        was: str | None = None,
        now: str | None = None,
        significance: Significance | None = None,
        document: str | Identified | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Notice:
        """Add a correction, a retraction … of a record; it stays as it is.

        The arguments are the fields of `Notice`.

        Raises:
            InvalidRecord: for a value that the field does not take.
            DuplicateId: where the id is taken.
            DanglingReference: where it refers to what is not in the dossier.
        """
        return self._add_checked(
            Notice(
                id=id or self._mint.numbered("n", self),
                kind=kind,
                target=target,
                by=by,
                at=at,
                was=was,
                now=now,
                significance=significance,
                document=document,
                note=note,
                ext=ext,
            )
        )

    def waive(
        self,
        rule: str,
        target: str | Identified,
        *,
        by: str,
        reason: str,
        id: str | None = None,  # noqa: A002  # the field's name
        until: When | str | None = None,
        note: str | None = None,
        ext: Mapping[str, object] = _NOTHING,
    ) -> Waiver:
        """Accept a finding of a rule. The arguments are the fields of `Waiver`.

        Raises:
            InvalidRecord: for a value that the field does not take.
            DuplicateId: where the id is taken.
            DanglingReference: where the target is not in the dossier.
        """
        return self._add_checked(
            Waiver(
                id=id or self._mint.numbered("w", self),
                rule=rule,
                target=target,
                by=by,
                reason=reason,
                until=until,
                note=note,
                ext=ext,
            )
        )
