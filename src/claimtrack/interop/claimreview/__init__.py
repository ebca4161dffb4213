"""ClaimReview and MediaReview, as schema.org defines them and as they are published.

Importing never raises because of what a document contains, and loses nothing. Every
departure from the format is a finding.
"""

from claimtrack.interop.claimreview._linked_reviews import write, write_all
from claimtrack.interop.claimreview._profiles import PROFILES, Profile
from claimtrack.interop.claimreview._review_pages import read, read_all

__all__ = ["PROFILES", "Profile", "read", "read_all", "write", "write_all"]
