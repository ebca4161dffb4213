"""Pages for a browser: the report of a dossier, and the index of several.

The content of a page is computed in Python, as frozen records; the templates only print
them. Text that could break out of its place is escaped there; nothing is fetched.
"""

from claimtrack.draw._html._index_page import index, site
from claimtrack.draw._html._report_page import report

__all__ = ["index", "report", "site"]
