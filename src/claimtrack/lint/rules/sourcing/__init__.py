"""Sourcing: how many origins there are, how unnamed sources are used, what is fair."""

from claimtrack.lint.rules.sourcing.anonymity_reason_missing import (
    anonymity_reason_missing,
)
from claimtrack.lint.rules.sourcing.anonymous_opinion import anonymous_opinion
from claimtrack.lint.rules.sourcing.assumed_independence import assumed_independence
from claimtrack.lint.rules.sourcing.bare_source import bare_source
from claimtrack.lint.rules.sourcing.boilerplate_reason import boilerplate_reason
from claimtrack.lint.rules.sourcing.circular_reporting import circular_reporting
from claimtrack.lint.rules.sourcing.editor_does_not_know import editor_does_not_know
from claimtrack.lint.rules.sourcing.ground_rules_broken import ground_rules_broken
from claimtrack.lint.rules.sourcing.no_right_of_reply import no_right_of_reply
from claimtrack.lint.rules.sourcing.one_voice_for_many import one_voice_for_many
from claimtrack.lint.rules.sourcing.plural_without_two import plural_without_two
from claimtrack.lint.rules.sourcing.single_bottleneck import single_bottleneck
from claimtrack.lint.rules.sourcing.single_unnamed_source import single_unnamed_source
from claimtrack.lint.rules.sourcing.two_faced_source import two_faced_source
from claimtrack.lint.rules.sourcing.unapproved_anonymity import unapproved_anonymity
from claimtrack.lint.rules.sourcing.unbylined_anonymous import unbylined_anonymous

__all__ = ["SOURCING"]

SOURCING = (
    single_unnamed_source,
    single_bottleneck,
    bare_source,
    anonymity_reason_missing,
    boilerplate_reason,
    editor_does_not_know,
    anonymous_opinion,
    unapproved_anonymity,
    plural_without_two,
    two_faced_source,
    circular_reporting,
    assumed_independence,
    ground_rules_broken,
    no_right_of_reply,
    unbylined_anonymous,
    one_voice_for_many,
)
"""The rules of the family."""
