"""What support comes to, in the terms of a scale."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from claimtrack.confidence import support, support_all
from claimtrack.findings import clip
from claimtrack.scales import SCALES, Band, convert

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.confidence import OriginSupport, Support
    from claimtrack.dossier import Dossier
    from claimtrack.records import Claim
    from claimtrack.scales import ScaleId
    from claimtrack.schema import JsonValue

__all__ = ["SCALE", "find_supports", "support_data", "support_rows"]

SCALE: Final[ScaleId] = "icd203"
"""The scale on whose terms support is given unless another one is asked for."""

_LINE: Final = 400
"""Characters of a reason that are shown at most."""

_REASONS: Final = 20
"""Reasons that are shown; the others are counted."""


def find_supports(dossier: Dossier, claims: Sequence[Claim]) -> Mapping[str, Support]:
    """Return how far these claims are supported, by their ids.

    The dossier is gone through a few times, however many claims there are.
    """
    if len(claims) == 1:
        return {claims[0].id: support(dossier, claims[0])}
    return support_all(dossier)


def support_rows(found: Support, scale: ScaleId) -> Iterator[tuple[str, str]]:
    """Yield the rows for how far a claim is supported: what it comes to, and why.

    Args:
        found: what `claimtrack.confidence.support` returned.
        scale: id of a scale of probabilities.
    """
    reasons = [each.text for each in found.why]
    if found.opinion is None:
        # The first reason is that it cannot be judged.
        yield "support", reasons.pop(0).removeprefix("it ")
    else:
        yield "support", _on_scale(found.opinion.interval, scale)
    for text in reasons[:_REASONS]:
        yield "", clip(text, _LINE)
    if len(reasons) > _REASONS:
        yield "", f"and {len(reasons) - _REASONS} more reasons"


def _on_scale(interval: Band, scale: ScaleId) -> str:
    """Return the terms that an interval meets, and the interval in percent."""
    whole = Band(
        math.floor(interval.lo * 100 + _ROUNDING) / 100,
        math.ceil(interval.hi * 100 - _ROUNDING) / 100,
    )
    terms = _terms(interval, scale)
    if SCALES[scale].numbers is not None:
        return str(whole)
    if not terms:
        return f"no term of the scale {scale} ({whole})"
    first, last = terms[0], terms[-1]
    said = first if first == last else f"{first} to {last}"
    return f"{said} ({whole})"


_ROUNDING: Final = 1e-9


def _terms(interval: Band, scale: ScaleId) -> list[str]:
    candidates = convert(interval, to=scale).candidates
    return [each.term.label for each in candidates if each.term is not None]


def support_data(found: Support, scale: ScaleId) -> dict[str, JsonValue]:
    """Return how far a claim is supported, for programs.

    Args:
        found: what `claimtrack.confidence.support` returned.
        scale: id of a scale of probabilities.
    """
    opinion = found.opinion
    return {
        "scale": scale,
        "candidates": []
        if opinion is None
        else [each.value for each in convert(opinion.interval, to=scale).candidates],
        "opinion": None
        if opinion is None
        else {
            "belief": opinion.belief,
            "disbelief": opinion.disbelief,
            "uncertainty": opinion.uncertainty,
            "base_rate": opinion.base_rate,
            "projection": opinion.projection,
        },
        "origins": [_origin_data(each) for each in found.by_origin],
        "attestation": {each.source: each.probability for each in found.attestation},
        "why": [
            {"code": each.code, "ids": list(each.ids), "text": each.text}
            for each in found.why
        ],
    }


def _origin_data(found: OriginSupport) -> dict[str, JsonValue]:
    return {
        "origin": found.origin,
        "side": found.side,
        "claim": found.claim,
        "path": list(found.path),
        "share": found.share,
        "weight": found.weight,
        "evidence": list(found.evidence),
        "unjudged": list(found.unjudged),
    }
