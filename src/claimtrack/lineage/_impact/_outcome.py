"""Outcome: what happens to one claim if something is retracted."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._dependence import Verdict
from claimtrack.lineage._reasons import Reason

__all__ = ["Outcome"]

_TEXT: Final = 100
"""Most characters of a claim that an outcome shows."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What a retraction does to one claim.

    Attributes:
        claim: the id of the claim.
        text: the text of the claim.
        verdict: *unsupported* if no chain supported it before; *falls* if no supporting
            chain is left, or if it had origins and none of them is left; *weakened* if
            a chain or an origin is lost; *stands* if nothing is lost.
        chains_before: the attributions that supported it.
        chains_after: the supporting attributions that are left.
        origins_before: the ids of its origins: sources and documents.
        origins_after: the ids of the origins that are left. A former origin is left if
            a remaining chain ends in it by itself. A chain that does not say how its
            source knows does not count if another one said that it is only hearsay.
        hangs_on: the sources that each carry everything that is left.
        lost_opposing: the lost attributions that opposed it.
        lost_uncommitted: the lost attributions that were uncommitted.
        retracted_candidates: the retracted sources that may have said it in a chain
            whose speaker is not settled.
        why: the reasons.
    """

    claim: str
    text: str
    verdict: Verdict
    chains_before: tuple[str, ...]
    chains_after: tuple[str, ...]
    origins_before: tuple[str, ...]
    origins_after: tuple[str, ...]
    hangs_on: tuple[str, ...]
    lost_opposing: tuple[str, ...]
    lost_uncommitted: tuple[str, ...]
    retracted_candidates: tuple[str, ...]
    why: tuple[Reason, ...] = ()

    @property
    def chains_lost(self) -> tuple[str, ...]:
        """The attributions that are lost: supporting, opposing, then uncommitted."""
        left = set(self.chains_after)
        lost = (each for each in self.chains_before if each not in left)
        return (*lost, *self.lost_opposing, *self.lost_uncommitted)

    @property
    def is_in_question(self) -> bool:
        """Whether the claim stands or had no support, and rests on one that falls."""
        return any(each.code == "in-question" for each in self.why)

    @property
    def is_touched(self) -> bool:
        """Whether a chain or a candidate is lost, or the claim is in question."""
        return bool(
            self.chains_lost or self.retracted_candidates or self.is_in_question
        )

    def __str__(self) -> str:
        """Return the verdict, the claim, and the reasons."""
        head = f"{self.verdict.upper()} {clip(self.claim)}: {clip(self.text, _TEXT)}"
        return "\n".join([head, *(f"- {each.text}." for each in self.why)])
