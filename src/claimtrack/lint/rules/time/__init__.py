"""Time: impossible dates, and what is outdated or gone."""

from claimtrack.lint.rules.time.embargo_broken import embargo_broken
from claimtrack.lint.rules.time.impossible_order import impossible_order
from claimtrack.lint.rules.time.live_blog_unversioned import live_blog_unversioned
from claimtrack.lint.rules.time.stale_sourcing import stale_sourcing
from claimtrack.lint.rules.time.superseded_shown_as_current import (
    superseded_shown_as_current,
)
from claimtrack.lint.rules.time.unarchived_volatile import unarchived_volatile
from claimtrack.lint.rules.time.unresolved_relative_date import unresolved_relative_date

__all__ = ["TIME"]

TIME = (
    unresolved_relative_date,
    impossible_order,
    stale_sourcing,
    embargo_broken,
    unarchived_volatile,
    live_blog_unversioned,
    superseded_shown_as_current,
)
"""The rules of the family."""
