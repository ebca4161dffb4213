"""Corrections: whether mistakes are admitted, and corrections reach everybody."""

from claimtrack.lint.rules.corrections.correction_not_explaining import (
    correction_not_explaining,
)
from claimtrack.lint.rules.corrections.correction_not_propagated import (
    correction_not_propagated,
)
from claimtrack.lint.rules.corrections.correction_unlabelled import (
    correction_unlabelled,
)
from claimtrack.lint.rules.corrections.removal_without_note import removal_without_note
from claimtrack.lint.rules.corrections.retracted_upstream import retracted_upstream
from claimtrack.lint.rules.corrections.review_stale import review_stale
from claimtrack.lint.rules.corrections.silent_change import silent_change

__all__ = ["CORRECTIONS"]

CORRECTIONS = (
    retracted_upstream,
    correction_unlabelled,
    correction_not_explaining,
    silent_change,
    removal_without_note,
    correction_not_propagated,
    review_stale,
)
"""The rules of the family."""
