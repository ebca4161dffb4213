"""Who asks for a rule: the newsroom rules that we have read, by short keys.

Some are excerpts or mirrors. A key says where our reading comes from, not that the
newsroom endorses it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["AUTHORITIES"]

AUTHORITIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "APb": (
            "AP, blog.ap.org/behind-the-news/when-is-it-ok-to-use-anonymous-sources"
        ),
        "APs": (
            "AP Statement of News Values, excerpts at dpkpr.com, howardowens.com and "
            "anonymoussources.org"
        ),
        "APc": (
            "AP memo on credit, 2010, at mediamatters.org/associated-press/"
            "associated-press-issues-tighter-attribution-policy"
        ),
        "APt": "AP's ground-rule terms, at blog.chrislkeller.com",
        "APw": "AP's wording of corrections, at vnnlive.tv",
        "Rs": (
            "Reuters, handbook.reuters.com/index.php?title="
            "The_Essentials_of_Reuters_sourcing, and "
            "aalep.eu/essentials-sourcing-journalists"
        ),
        "Rc": (
            "Reuters, handbook.reuters.com/index.php/"
            "Corrections%2C_Refiles%2C_Kills%2C_Repeats_and_Embargoes"
        ),
        "B3": (
            "BBC Guidelines 3.3.1-3.3.7, mirror thewriterstown.com/"
            "editorialguidelines/guidelines/accuracy/guidelines, and bbc.co.uk/"
            "guidelines/editorialguidelines/edguide/accuracy/gatheringmateri.shtml"
        ),
        "Ba": (
            "BBC, bbc.co.uk/guidelines/editorialguidelines/edguide/accuracy/"
            "reportingallega.shtml, and bbc.co.uk/editorialguidelines/page/"
            "guidance-right-reply-full"
        ),
        "WPs": "Washington Post, washingtonpost.com/wp-srv/guidelines/sourcing.html",
        "WPc": "Washington Post, washingtonpost.com/wp-srv/guidelines/corrections.html",
        "WPm": "Washington Post memo, 2013, at poynter.org",
        "N04": "New York Times policy on confidential sources, 2004, at gawker.com",
        "N10": "New York Times, Corbett memo, 2010, at gawker.com",
        "Nh": "Hoyt, public editor of the New York Times, at daringfireball.net",
        "G": "Guardian readers' editor, 2014",
        "SPJ": "SPJ Code of Ethics, at ethicscentral.org",
        "IFCN": (
            "IFCN, ifcncodeofprinciples.poynter.org/know-more/"
            "the-commitments-of-the-code-of-principles (before the 2020 update)"
        ),
        "GCR": "Google's ClaimReview documentation",
    }
)
"""Key → where the rule was read."""
