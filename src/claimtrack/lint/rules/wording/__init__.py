"""Wording: headlines, quotes, values and verbs."""

from claimtrack.lint.rules.wording.headline_speaker_not_in_body import (
    headline_speaker_not_in_body,
)
from claimtrack.lint.rules.wording.headline_stronger_than_body import (
    headline_stronger_than_body,
)
from claimtrack.lint.rules.wording.hedge_lost import hedge_lost
from claimtrack.lint.rules.wording.loaded_verb import loaded_verb
from claimtrack.lint.rules.wording.negated_twice import negated_twice
from claimtrack.lint.rules.wording.plan_as_fact import plan_as_fact
from claimtrack.lint.rules.wording.quote_without_speaker import quote_without_speaker
from claimtrack.lint.rules.wording.relay_stronger_than_report import (
    relay_stronger_than_report,
)
from claimtrack.lint.rules.wording.translated_as_verbatim import translated_as_verbatim

__all__ = ["WORDING"]

WORDING = (
    negated_twice,
    headline_stronger_than_body,
    headline_speaker_not_in_body,
    quote_without_speaker,
    translated_as_verbatim,
    loaded_verb,
    plan_as_fact,
    hedge_lost,
    relay_stronger_than_report,
)
"""The rules of the family."""
