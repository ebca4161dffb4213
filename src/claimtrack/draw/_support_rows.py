"""How far the record supports a claim, in rows for people and as data for programs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.confidence import support, support_all
from claimtrack.draw._phrases import name_of
from claimtrack.findings import clip
from claimtrack.scales import Band, ScaleId, convert

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.confidence import OriginSupport, Support
    from claimtrack.dossier import Dossier
    from claimtrack.records import Claim
    from claimtrack.schema import JsonValue

__all__ = [
    "PLAIN",
    "SupportShown",
    "find_supports",
    "support_data",
    "support_note",
    "support_rows",
]

_LINE: Final = 400
"""Most characters of a reason that are shown."""

_REASONS: Final = 20
"""Most reasons that are shown; the others are counted."""

_RATE: Final = 3
"""Most sources that are named as those to rate first."""

_HELD: Final = ("norm", "evaluation")
"""Kinds of claim that have no support."""


@attrs.frozen
class SupportShown:
    """Which parts of support are shown.

    Attributes:
        scale: the id of a scale of probabilities in whose terms support is also given;
            None for words only.
        has_numbers: whether the numbers are shown.
        has_why: whether all reasons are shown.
        is_asked: whether the user asked for the claims by id, so that support is shown
            even if it says nothing.
    """

    scale: ScaleId | None = None
    has_numbers: bool = False
    has_why: bool = False
    is_asked: bool = False


PLAIN: Final = SupportShown()
"""What is shown by default."""


def find_supports(dossier: Dossier, claims: Sequence[Claim]) -> Mapping[str, Support]:
    """Return how far these claims are supported, by id.

    The dossier is read a fixed number of times, however many claims there are.
    """
    if len(claims) == 1:
        return {claims[0].id: support(dossier, claims[0])}
    return support_all(dossier)


def support_rows(found: Support, shown: SupportShown) -> Iterator[tuple[str, str]]:
    """Yield the rows for the support of a claim; none if the support says nothing.

    Args:
        found: the result of `claimtrack.confidence.support`.
        shown: which parts of it are shown.
    """
    if found.opinion is not None or shown.is_asked:
        level = found.level.replace("-", " ")
        yield "support", clip(f"{level}: {found.because}", _LINE)
        if found.to_raise:
            yield "to raise", clip(found.to_raise, _LINE)
    if found.desk:
        yield "the desk", clip(found.desk, _LINE)
    if shown.scale is not None and (said := _likelihood(found, shown.scale)):
        yield "as likelihood", said
    if shown.has_numbers and found.opinion is not None:
        yield "numbers", f"if the grades are right: {found.opinion}"
    if shown.has_why:
        yield from _reasons(found)


def _reasons(found: Support) -> Iterator[tuple[str, str]]:
    # The row above already says that support cannot be judged, and why.
    texts = [clip(each.text, _LINE) for each in found.why if each.code != "not-judged"]
    for number, text in enumerate(texts[:_REASONS]):
        yield "" if number else "because", text
    if len(texts) > _REASONS:
        yield "", f"and {len(texts) - _REASONS} more reasons"


def _likelihood(found: Support, scale: ScaleId) -> str:
    """Return the terms for the support of a claim; "" if no term fits.

    No term fits if the claim is contested. If nothing speaks against the claim, the
    upper end of the interval means nothing; if nothing speaks for it, the lower end
    means nothing.
    """
    opinion = found.opinion
    if opinion is None or opinion.is_vacuous or found.level == "contested":
        return ""
    at_least = _terms(opinion.belief, scale)[-1]
    at_most = _terms(opinion.interval.hi, scale)[0]
    if opinion.disbelief == 0:
        said = f"{at_least} or more"
    elif opinion.belief == 0:
        said = f"{at_most} or less"
    else:
        said = at_least if at_least == at_most else f"{at_least} to {at_most}"
    return f"if the grades are right: {said}"


def _terms(probability: float, scale: ScaleId) -> list[str]:
    """Return the terms for a probability, or the number if there is no term."""
    candidates = convert(Band(probability, probability), to=scale).candidates
    terms = [each.term.label for each in candidates if each.term is not None]
    return terms or [f"{probability * 100:.0f} %"]


def support_note(every: Iterable[tuple[Dossier, Iterable[Support]]]) -> str:
    """Return a line about the claims whose support says nothing; "" if there are none.

    Args:
        every: dossiers, each with the support of the claims that were shown.
    """
    total = 0
    counts: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for dossier, supports in every:
        for each in supports:
            total += 1
            if each.level == "not-rated":
                counts["wait"] += 1
                names = {name_of(key, dossier) for key in _unrated(each)}
                missing.update(names)
            elif each.level == "none":
                is_held = dossier[each.claim].kind in _HELD  # type: ignore[union-attr]
                counts["held" if is_held else "none"] += 1
    parts = [
        f"{counts[kind]} {words[counts[kind] > 1]}"
        for kind, words in _NOTES.items()
        if counts[kind]
    ]
    if not parts:
        return ""
    parts[0] = parts[0].replace(" ", f" of {_claims(total)} ", 1)
    said = ", ".join(parts)
    if missing:
        first = sorted(missing, key=lambda name: (-missing[name], name))[:_RATE]
        named = [f"{name} ({_claims(missing[name])})" for name in first]
        said = f"{said}: rate {', then '.join(named)}"
    return f"support: {said}"


_NOTES: Final = {
    "none": ("has no origin on record", "have no origin on record"),
    "held": ("is a norm or an evaluation", "are norms or evaluations"),
    "wait": ("waits for ratings", "wait for ratings"),
}
"""The words for one claim, and for several, whose support says nothing."""


def _claims(number: int) -> str:
    return f"{number} claim" if number == 1 else f"{number} claims"


def _unrated(found: Support) -> set[str]:
    return {key for each in found.by_origin for key in each.unjudged}


def support_data(found: Support, scale: ScaleId | None) -> dict[str, JsonValue]:
    """Return the support of a claim, as data for JSON.

    Args:
        found: the result of `claimtrack.confidence.support`.
        scale: the id of a scale of probabilities in whose terms support is also given;
            None for none.
    """
    opinion = found.opinion
    return {
        "level": found.level,
        "because": found.because,
        "to_raise": found.to_raise,
        "desk": found.desk,
        "scale": scale,
        "candidates": [
            each.value for each in convert(opinion.interval, to=scale).candidates
        ]
        if scale is not None and opinion is not None and found.level != "contested"
        else [],
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
        "strength": found.strength,
        "weight": found.weight,
        "evidence": list(found.evidence),
        "unjudged": list(found.unjudged),
    }
