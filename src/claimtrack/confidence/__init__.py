"""Confidence: opinions and how they combine, based on the lineage of a claim.

It uses subjective logic in evidence space: fusion adds up evidence, and uncertainty is
a lack of evidence. This layer must not know of files, JSON, the clock or the terminal,
and it never calls anything true.
"""

from claimtrack.confidence._compromise import (
    consensus_compromise_fusion,
    constraint_fusion,
)
from claimtrack.confidence._discount import TrustVariant, trust_discount
from claimtrack.confidence._fusion import (
    averaging_fusion,
    cumulative_fusion,
    weighted_fusion,
)
from claimtrack.confidence._level import Level
from claimtrack.confidence._logic import (
    conjunction,
    deduction,
    disjunction,
    maximize_uncertainty,
    negation,
)
from claimtrack.confidence._opinion import Opinion
from claimtrack.confidence._origins import Side
from claimtrack.confidence._reliability import GRADES, Grades, Reliance
from claimtrack.confidence._result import Attestation, OriginSupport, Support
from claimtrack.confidence._support import support, support_all

__all__ = [
    "GRADES",
    "Attestation",
    "Grades",
    "Level",
    "Opinion",
    "OriginSupport",
    "Reliance",
    "Side",
    "Support",
    "TrustVariant",
    "averaging_fusion",
    "conjunction",
    "consensus_compromise_fusion",
    "constraint_fusion",
    "cumulative_fusion",
    "deduction",
    "disjunction",
    "maximize_uncertainty",
    "negation",
    "support",
    "support_all",
    "trust_discount",
    "weighted_fusion",
]
