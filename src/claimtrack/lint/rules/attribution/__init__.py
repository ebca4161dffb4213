"""Attribution: whose word each claim rests on, and whether readers can follow it."""

from claimtrack.lint.rules.attribution.citation_without_locator import (
    citation_without_locator,
)
from claimtrack.lint.rules.attribution.collapsed_quoting_depth import (
    collapsed_quoting_depth,
)
from claimtrack.lint.rules.attribution.dropped_anonymity import dropped_anonymity
from claimtrack.lint.rules.attribution.missing_second_hand_credit import (
    missing_second_hand_credit,
)
from claimtrack.lint.rules.attribution.open_lineage import open_lineage
from claimtrack.lint.rules.attribution.self_citation import self_citation
from claimtrack.lint.rules.attribution.skipped_link import skipped_link
from claimtrack.lint.rules.attribution.unattributed_claim import unattributed_claim
from claimtrack.lint.rules.attribution.unreviewed_draft import unreviewed_draft
from claimtrack.lint.rules.attribution.unstated_relay import unstated_relay

__all__ = ["ATTRIBUTION"]

ATTRIBUTION = (
    unattributed_claim,
    open_lineage,
    missing_second_hand_credit,
    dropped_anonymity,
    skipped_link,
    citation_without_locator,
    unstated_relay,
    collapsed_quoting_depth,
    self_citation,
    unreviewed_draft,
)
"""The rules of the family."""
