"""The report: one HTML file that an editor opens, prints or mails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack import disclosure
from claimtrack.draw._html._axis import find_axis
from claimtrack.draw._html._cards import find_cards
from claimtrack.draw._html._facts import Facts
from claimtrack.draw._html._finding_rows import find_findings
from claimtrack.draw._html._inset import draw_legend
from claimtrack.draw._html._matrix import LETTERS, find_matrix
from claimtrack.draw._html._overview import find_bars, find_figures, find_head
from claimtrack.draw._html._source_cards import find_groups, find_things
from claimtrack.draw._html._templates import embed_json, fill
from claimtrack.draw._html._what_if import what_if_data
from claimtrack.lint import RULES, Config, RuleSet, check

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding

__all__ = ["PUBLIC_RULES", "check_shown", "read_facts", "report", "report_of"]

PUBLIC_RULES: Final = RuleSet(each for each in RULES.rules if not each.reads_private)
"""The rules that only read what others may see."""

MANY: Final = 200
"""With more claims than this, browsers skip drawing what is not in view."""

_USUAL: Final = Config()


def check_shown(
    shown: Dossier, *, include_private: bool, config: Config | None, today: date | None
) -> Sequence[Finding]:
    """Return the findings that a page shows.

    Args:
        shown: the part of a dossier that the page shows.
        include_private: whether that is all of it. If so, every rule runs and waivers
            apply. Otherwise, only the rules run that read what others may see, so two
            dossiers that only differ in private fields have the same findings.
        config: as for `claimtrack.check`.
        today: as for `claimtrack.check`.
    """
    rules = RULES if include_private else PUBLIC_RULES
    return check(shown, rules=rules, config=config or _USUAL, today=today)


def read_facts(
    dossier: Dossier,
    *,
    include_private: bool,
    unreviewed: bool,
    config: Config | None,
    today: date | None,
) -> Facts:
    """Return the facts from which a page is made.

    Raises:
        UnreviewedDraft: if an attribution has not been reviewed, unless `unreviewed`.
    """
    shown = disclosure.for_others(
        dossier, include_private=include_private, unreviewed=unreviewed
    )
    found = check_shown(
        shown, include_private=include_private, config=config, today=today
    )
    return Facts.of(
        shown,
        found,
        is_private=include_private,
        is_draft=any(key in shown for key in disclosure.unreviewed(dossier)),
    )


def report(
    dossier: Dossier,
    *,
    include_private: bool = False,
    unreviewed: bool = False,
    config: Config | None = None,
    today: date | None = None,
) -> str:
    """Return a dossier as one HTML page, for people who want to see it at a glance.

    The page only needs a browser, no network and no other file. It shows who says so,
    how many origins there are, what everything depends on, what falls if somebody
    retracts, what grew on the way, how sure one can be, and whether the record is
    sound. By default it leaves out everything private, so others may see it. The same
    dossier always gives the same page. Linear in the size of the dossier, with roughly
    7 KB per claim.

    Args:
        dossier: the dossier.
        include_private: whether to show also what is not for others.
        unreviewed: whether to show a draft that nobody has reviewed. The page then says
            so at the top.
        config: which rules run and how severe they are; the default config if None.
        today: the day on which waivers must not have ended; not checked if None.

    Raises:
        MissingExtra: if the extra "report" is not installed.
        UnreviewedDraft: if an attribution has not been reviewed, unless `unreviewed`.

    >>> from claimtrack import Dossier
    >>> d = Dossier(title="Night ferry")
    >>> told = d.attribute(d.claim("The ferry stops"), "UNN < Ann")
    >>> page = report(d)
    >>> page[:15], "Night ferry" in page
    ('<!DOCTYPE html>', True)
    """
    facts = read_facts(
        dossier,
        include_private=include_private,
        unreviewed=unreviewed,
        config=config,
        today=today,
    )
    return report_of(facts)


def report_of(facts: Facts, *, index: str = "") -> str:
    """Return the page for the facts of a dossier.

    Args:
        facts: the facts.
        index: the address of the index page; empty for none.
    """
    things = find_things(facts)
    cards = find_cards(facts)
    return fill(
        "report",
        {
            "head": find_head(facts, things),
            "is_private": facts.is_private,
            "index": index,
            "figures": find_figures(facts),
            "bars": find_bars(facts, things),
            "groups": find_groups(things),
            "cards": cards,
            "many": len(cards) > MANY,
            "eyebrow": "Source report",
            "legend": draw_legend(),
            "kinds": sorted({each.kind for each in facts.dossier.claims}),
            "axis": find_axis(facts),
            "matrix": find_matrix(facts, things),
            "letters": LETTERS,
            "findings": find_findings(facts),
            "data": embed_json(what_if_data(facts)),
        },
    )
