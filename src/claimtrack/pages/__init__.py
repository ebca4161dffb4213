"""Contents of an HTML page: linked data, microdata, and the text of its article.

Needs the extra `html`. This layer must not know about records, and fetches nothing.
"""

from claimtrack.pages._article_page import ArticlePage, read_article_page
from claimtrack.pages._linked_data import read_linked_data
from claimtrack.pages._microdata import read_microdata

__all__ = ["ArticlePage", "read_article_page", "read_linked_data", "read_microdata"]
