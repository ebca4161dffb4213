"""What happened, in words and as data."""

from __future__ import annotations

from claimtrack import Dossier
from claimtrack.draw import timeline_data


def test_events_are_data_in_their_order() -> None:
    """With the record of each, and its day."""
    d = Dossier()
    post, claim = d.outlet("Post"), d.claim("It is so")
    article = d.document("article", "A", publisher=post, published="2025-01-02")
    d.attribute(claim, [post], document=article)
    [listed] = timeline_data(d, [claim])["claims"]
    assert listed["claim"] == claim.id
    assert listed["events"] == [
        {
            "kind": "published",
            "record": article.id,
            "link": None,
            "when": "2025-01-02",
            "text": "the document “A” was published",
        }
    ]
