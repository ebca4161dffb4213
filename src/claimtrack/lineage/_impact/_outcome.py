"""Outcome: what becomes of one claim when something is retracted."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._dependence import Verdict
from claimtrack.lineage._reasons import Reason

__all__ = ["Outcome"]

_TEXT: Final = 100
"""Characters of a claim that an outcome shows at most."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What becomes of one claim.

    Attributes:
        claim: id of the claim.
        text: what it says.
        verdict: *unsupported*, where no chain supported it before; *falls*, where no
            supporting chain is left, or it had origins and none of these is left;
            *weakened*, where a chain or an origin is lost; *stands*, where nothing is.
        chains_before: the attributions that supported it.
        chains_after: those of them that are left.
        origins_before: ids of its origins: sources and documents.
        origins_after: those of what is left. A former one is left where a chain is
            left that ends in it by itself; one that does not say how its source knows
            counts for nothing where another said: from hearsay alone.
        hangs_on: the sources of whom each alone carries all that is left.
        lost_opposing: the lost attributions that opposed it.
        lost_uncommitted: the lost attributions that committed to nothing.
        retracted_candidates: the sources that are retracted, and may have said it in a
            chain whose speaker is not settled.
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
        """Whether it stands or had no support, and rests on a claim that falls."""
        return any(each.code == "in-question" for each in self.why)

    @property
    def is_touched(self) -> bool:
        """Whether a chain or a candidate is lost, or it is in question."""
        return bool(
            self.chains_lost or self.retracted_candidates or self.is_in_question
        )

    def __str__(self) -> str:
        """Return the verdict, the claim, and the reasons."""
        head = f"{self.verdict.upper()} {clip(self.claim)}: {clip(self.text, _TEXT)}"
        return "\n".join([head, *(f"- {each.text}." for each in self.why)])
