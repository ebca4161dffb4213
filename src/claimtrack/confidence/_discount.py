"""Trust: how much is left of an opinion that somebody else passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimtrack.confidence._opinion import Opinion, clipped, refused
from claimtrack.findings import quote, suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["TrustVariant", "trust_discount"]

TrustVariant: TypeAlias = Literal[
    "probability-sensitive",
    "uncertainty-favouring",
    "opposite-belief",
    "evidence-belief",
    "evidence-probability",
]
"""How trust weakens an opinion: by the probability of trust; by belief in it; by belief
in it, while distrust means the opposite of what is said; and by scaling the
evidence with the belief in trust, or with its probability."""


def trust_discount(
    trust: Opinion, opinion: Opinion, *, variant: TrustVariant = "probability-sensitive"
) -> Opinion:
    """Return what is left of an opinion that somebody else passes on.

    Args:
        trust: how far those who pass it on are trusted.
        opinion: the opinion that is passed on.
        variant: how trust weakens it. Use "opposite-belief" only for sources that are
            known to say the opposite of the truth.

    Returns:
        An opinion with the same base rate, and with no more evidence than before.

    Raises:
        InvalidRecord: if the variant is unknown.

    Source: Jøsang 2016, "Subjective Logic", trust discounting (probability-sensitive);
    Jøsang, Hayward & Pope 2006, "Trust network analysis with subjective logic"
    (uncertainty-favouring, opposite-belief); Škorić, de Hoogh & Zannone 2016,
    "Flow-based reputation with uncertainty: evidence-based subjective logic" (scaled
    evidence).

    >>> half = Opinion(0.5, 0.5, 0)
    >>> trust_discount(half, Opinion(0.8, 0, 0.2)).belief
    0.4
    """
    rule = _VARIANTS.get(variant)
    if rule is None:
        near = suggest(variant, _VARIANTS)
        hint = f'Did you mean "{near}"? ' if near else ""
        raise refused(
            f"{quote(variant)} is not a variant of trust",
            f"{hint}Use one of: {', '.join(_VARIANTS)}.",
            field="variant",
            code="CT013",
        )
    return rule(trust, opinion)


def _by_probability(trust: Opinion, opinion: Opinion) -> Opinion:
    return _times(trust.projection, opinion)


def _by_belief(trust: Opinion, opinion: Opinion) -> Opinion:
    return _times(trust.belief, opinion)


def _times(factor: float, opinion: Opinion) -> Opinion:
    return clipped(
        factor * opinion.belief, factor * opinion.disbelief, opinion.base_rate
    )


def _opposite(trust: Opinion, opinion: Opinion) -> Opinion:
    yes, no = trust.belief, trust.disbelief
    return clipped(
        yes * opinion.belief + no * opinion.disbelief,
        yes * opinion.disbelief + no * opinion.belief,
        opinion.base_rate,
    )


def scaled(factor: float, opinion: Opinion) -> Opinion:
    """Return an opinion with its evidence scaled by a factor.

    Source: as for `trust_discount`, scaled evidence: (r, s) becomes (g r, g s).
    """
    known = opinion.belief + opinion.disbelief
    total = factor * known + opinion.uncertainty
    if not total:
        # None of an infinite amount of evidence arrives, so nothing is known.
        return Opinion.vacuous(opinion.base_rate)
    belief, disbelief = factor * opinion.belief, factor * opinion.disbelief
    return clipped(belief / total, disbelief / total, opinion.base_rate)


_VARIANTS: Final[Mapping[str, Callable[[Opinion, Opinion], Opinion]]] = {
    "probability-sensitive": _by_probability,
    "uncertainty-favouring": _by_belief,
    "opposite-belief": _opposite,
    "evidence-belief": lambda trust, opinion: scaled(trust.belief, opinion),
    "evidence-probability": lambda trust, opinion: scaled(trust.projection, opinion),
}
