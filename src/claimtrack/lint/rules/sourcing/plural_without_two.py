"""Do not use the plural for one person.

Why: Two sources weigh more than one, so the plural overstates the sourcing.

Fires: An unnamed source whose count has a maximum of 1 is described or mentioned in the
    plural.

Fix: Use the singular, or correct the count.

Authority: Rs
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.lint._word_lists import is_plural
from claimtrack.lint.rules.sourcing._descriptions import is_one_person
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["plural_without_two"]

_OWN: Final[Grades] = (("own", "warning"), ("relayed", "info"))


@rule(code="CT209", severity="warning", grades=_OWN, unit="source", scope="preview")
def plural_without_two(case: Case) -> Iterator[Hit]:
    """Find single unnamed people who are described in the plural."""
    used: dict[str, bool] = {}
    plural: set[str] = set()
    for each in case.unnamed_links:
        used[each.source] = used.get(each.source, False) or each.is_own
        mention = each.attribution.chain[each.index].mention
        document = case.document_of(each.attribution)
        lang = None if document is None else document.lang
        if mention and is_plural(mention, case.speaks(lang)):
            plural.add(each.source)
    for source in case.view.all(Source):
        if source.description and is_plural(source.description, case.speaks(None)):
            plural.add(case.sources.least_of(source.id))
    for key, is_own in sorted(used.items()):
        if key in plural and is_one_person(key, case):
            message = f"{case.name(key)} is one person, but described in the plural"
            yield Hit(key, message, grade="own" if is_own else "relayed")
