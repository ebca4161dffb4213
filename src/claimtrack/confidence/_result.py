"""The result of support: a level with reasons, the opinion, and the parts by origin."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack._notebook import print_as_text, to_markdown
from claimtrack.confidence._level import Level
from claimtrack.confidence._opinion import Opinion, clipped
from claimtrack.confidence._origins import Side
from claimtrack.findings import clip
from claimtrack.lineage import EndKind, Reason

__all__ = ["Attestation", "OriginSupport", "Support", "discounted"]

_TEXT: Final = 200
"""Most characters of a claim that are shown."""


@attrs.frozen(kw_only=True)
class OriginSupport:
    """What the word of one origin adds.

    Attributes:
        origin: the id of the origin: a source or a document.
        kind: the kind of end that it is.
        side: whether its word is for the claim or against it.
        claim: the id of the claim that it speaks for or against: the claim itself, or
            one that contradicts it.
        path: the best path to it, from a publisher inward, including the origin.
        share: how much of its word arrives along the path, in [0, 1]; None if that
            cannot be judged.
        ground: what hearing it directly would be worth; None if that cannot be judged.
        strength: how certain its statement is, in [0, 1].
        weight: how much of it is not an echo of an origin that counts before it, in
            [0, 1].
        evidence: what it adds for and against its word, before the ceilings.
        unjudged: the sources without a rating that would have to be rated first.
        distanced: the sources on the path that distance themselves from whom they cite.
        is_firsthand: whether it was there, or is a document.
        is_unnamed: whether it is unnamed.
    """

    origin: str
    kind: EndKind
    side: Side
    claim: str
    path: tuple[str, ...]
    share: float | None
    ground: Opinion | None
    strength: float
    weight: float
    evidence: tuple[float, float]
    unjudged: tuple[str, ...]
    distanced: tuple[str, ...]
    is_firsthand: bool
    is_unnamed: bool

    @property
    def is_judged(self) -> bool:
        """Whether it can be judged what its word adds."""
        return self.share is not None and self.ground is not None

    @property
    def arriving(self) -> Opinion:
        """The opinion on its word as it arrives, by itself; vacuous if not judged."""
        if self.share is None or self.ground is None:
            return Opinion.vacuous()
        return discounted(self.ground, self.share * self.strength)

    @property
    def relays(self) -> tuple[str, ...]:
        """The sources that pass its word on, from the origin outward."""
        return tuple(each for each in reversed(self.path) if each != self.origin)


@attrs.frozen
class Attestation:
    """How certain it is that a source said what is ascribed to it.

    Attributes:
        source: the id of the source.
        probability: in [0, 1]. It grows with each outlet that quotes the source, and
            says nothing about whether the source is right.
    """

    source: str
    probability: float


@attrs.frozen(kw_only=True)
class Support:
    """How far the evidence on record supports a claim. It never says "true".

    It measures the evidence on record, not how likely the claim is.

    Attributes:
        claim: the id of the claim.
        text: the text of the claim.
        level: none, low, moderate, high, contested, spoken-against or not-rated.
        because: why support is at this level, in a few words.
        to_raise: what would raise it if it were recorded; empty if nothing would.
        desk: what people have said about the claim itself, in a few words; empty if
            nobody has. It does not affect the other attributes.
        opinion: the combined opinion of all origins, each counted once; None if it
            cannot be judged.
        by_origin: each origin with what it adds, those in favour first.
        attestation: how certain it is that each source said what is ascribed to it, for
            the sources that can be judged. It is not a measure of confidence.
        why: the reasons, written to be read aloud.
    """

    claim: str
    text: str
    level: Level
    because: str
    to_raise: str
    desk: str
    opinion: Opinion | None
    by_origin: tuple[OriginSupport, ...]
    attestation: tuple[Attestation, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return the claim, the level, and the reasons, one sentence per line."""
        lines = [
            f"{clip(self.claim)}: {clip(self.text, _TEXT)}",
            f"Support is {self.level.replace('-', ' ')}: {self.because}.",
        ]
        if self.to_raise:
            lines.append(f"To raise it: {self.to_raise}.")
        if self.desk:
            lines.append(f"The desk: {self.desk}.")
        return "\n".join([*lines, *(f"- {each.text}." for each in self.why)])

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown


def discounted(opinion: Opinion, share: float) -> Opinion:
    """Return an opinion of which only a share arrives.

    Source: Jøsang 2016, "Subjective Logic", trust discounting: the rest is uncertain.
    """
    return clipped(share * opinion.belief, share * opinion.disbelief, opinion.base_rate)
