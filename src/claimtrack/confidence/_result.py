"""What support returns: the opinion, origin by origin, and why."""

from __future__ import annotations

import attrs

from claimtrack._notebook import print_as_text, to_markdown
from claimtrack.confidence._opinion import Opinion
from claimtrack.confidence._origins import Side
from claimtrack.findings import clip
from claimtrack.lineage import EndKind, Reason

__all__ = ["Attestation", "OriginSupport", "Support"]

_TEXT = 200
"""Characters of a claim that are shown at most."""


@attrs.frozen(kw_only=True)
class OriginSupport:
    """What the word of one origin comes to.

    Attributes:
        origin: its id: a source, or a document.
        kind: what kind of end it is.
        side: whether its word is for the claim or against it.
        claim: id of the claim that it speaks for or against: the claim itself, or one
            that contradicts it.
        path: the best path to it, from a publisher inward, itself included.
        share: how much of its word arrives along the path, in [0, 1]; None where that
            cannot be judged.
        ground: what hearing it directly would be worth; None where that cannot be
            judged.
        strength: how certain it says it, in [0, 1].
        weight: how much of it is no echo of an origin with more evidence, in [0, 1].
        evidence: what it adds for and against its word.
        unjudged: sources of whom nobody has said how far to rely on them, and who
            would have to be judged first.
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

    @property
    def is_judged(self) -> bool:
        """Whether it is known what its word comes to."""
        return self.share is not None and self.ground is not None


@attrs.frozen
class Attestation:
    """How sure it is that a source did say what is ascribed to it.

    Attributes:
        source: its id.
        probability: in [0, 1]. It grows with each relay, and says nothing about
            whether what it said is so.
    """

    source: str
    probability: float


@attrs.frozen(kw_only=True)
class Support:
    """How far what is on record speaks for a claim. It is never "true".

    Attributes:
        claim: id of the claim.
        text: what it says.
        opinion: the opinion that all origins come to, each counted once; None where
            it cannot be judged.
        by_origin: each origin with what it adds, those in favour first.
        attestation: how sure it is that each source said what is ascribed to it, of
            those who can be judged. No measure of confidence.
        why: the reasons, to be read aloud.
    """

    claim: str
    text: str
    opinion: Opinion | None
    by_origin: tuple[OriginSupport, ...]
    attestation: tuple[Attestation, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return the claim, what it comes to, and the reasons, a sentence a line."""
        head = f"{clip(self.claim)}: {clip(self.text, _TEXT)}"
        said = "cannot be judged" if self.opinion is None else str(self.opinion)
        return "\n".join([head, said, *(f"- {each.text}." for each in self.why)])

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown
