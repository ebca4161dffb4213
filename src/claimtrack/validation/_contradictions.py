"""Check whether a sound record contradicts itself, as foreign data does; it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import clip
from claimtrack.records import Assessment, Attribution, Document
from claimtrack.validation._fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.records import Excerpt, Rating, Record
    from claimtrack.schema import Path

__all__ = ["find_contradictions"]


def find_contradictions(path: Path, record: Record) -> Iterator[Fault]:
    """Yield faults where the values of one record exclude each other.

    Args:
        path: from the top of the input to the record.
        record: a record that could be built, because contradictory data is kept.
    """
    if isinstance(record, Attribution):
        for index, excerpt in enumerate(record.excerpts):
            yield from _misplaced((*path, "excerpts", index), excerpt)
    elif isinstance(record, Document):
        yield from _changed_too_early(path, record)
    elif isinstance(record, Assessment) and record.rating is not None:
        yield from _outside((*path, "rating"), record.rating)


def _misplaced(path: Path, excerpt: Excerpt) -> Iterator[Fault]:
    """Yield CT040: an excerpt whose length does not match its stated position."""
    exact, start, end = excerpt.exact, excerpt.start, excerpt.end
    if exact is None or start is None or end is None or len(exact) == end - start:
        return
    units = {
        "UTF-16 units": len(exact.encode("utf-16-le")) // 2,
        "UTF-8 bytes": len(exact.encode()),
        "characters, if the last one is counted in end": len(exact) - 1,
    }
    fits = [name for name, length in units.items() if length == end - start]
    message = (
        f"the quoted words have {len(exact)} characters (code points), "
        f"but start {start} and end {end} are {end - start} apart"
    )
    if fits:
        message += f", which fits {fits[0]}"
    yield Fault(path=(*path, "end"), code="CT040", message=message)


def _changed_too_early(path: Path, document: Document) -> Iterator[Fault]:
    """Yield CT041: a document that was modified before it was published."""
    published, modified = document.published, document.modified
    if published is not None and modified is not None and modified.before(published):
        message = (
            f"the document was modified on {clip(str(modified))}, before it was "
            f"published on {clip(str(published))}"
        )
        yield Fault(path=(*path, "modified"), code="CT041", message=message)


def _outside(path: Path, rating: Rating) -> Iterator[Fault]:
    """Yield CT042: a number outside the scale that the rating itself states."""
    value, best, worst = rating.value, rating.best, rating.worst
    if value is None or best is None or worst is None:
        return
    if not min(best, worst) <= value <= max(best, worst):
        message = f"the rating {value} is outside its scale, {worst} to {best}"
        yield Fault(path=(*path, "value"), code="CT042", message=message)
