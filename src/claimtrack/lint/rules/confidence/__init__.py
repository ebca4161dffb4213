"""Confidence: grades of the right thing, with a basis, no higher than chains allow."""

from claimtrack.lint.rules.confidence.axis_mixup import axis_mixup
from claimtrack.lint.rules.confidence.confidence_exceeds_chain import (
    confidence_exceeds_chain,
)
from claimtrack.lint.rules.confidence.confidence_without_basis import (
    confidence_without_basis,
)
from claimtrack.lint.rules.confidence.unlabelled_scale import unlabelled_scale

__all__ = ["CONFIDENCE"]

CONFIDENCE = (
    axis_mixup,
    confidence_without_basis,
    confidence_exceeds_chain,
    unlabelled_scale,
)
"""The rules of the family."""
