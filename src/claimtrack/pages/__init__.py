"""What the HTML of a page holds as data: linked data and microdata.

Needs the extra `html`. This layer must not know of records, and fetches nothing.
"""

from claimtrack.pages._linked_data import read_linked_data
from claimtrack.pages._microdata import read_microdata

__all__ = ["read_linked_data", "read_microdata"]
