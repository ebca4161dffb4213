"""How links describe whoever is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._steps import unnamed_links
from claimtrack.records import Attribution
from claimtrack.view import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.lint._steps import Unnamed

__all__ = ["is_one_person", "unnamed_links_in"]


def unnamed_links_in(case: Case) -> Iterator[Unnamed]:
    for attribution in case.view.all(Attribution):
        yield from unnamed_links(attribution, case)


def is_one_person(source: str, case: Case) -> bool:
    return case.sources.count(source) == Interval(1, 1)
