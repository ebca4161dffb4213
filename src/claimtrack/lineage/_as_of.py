"""A dossier as of a time: as it was then, without what came later."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from claimtrack.lineage._impact._retraction import papers_of
from claimtrack.records import (
    REFERENCES,
    Assessment,
    Attribution,
    Notice,
    Relation,
    Waiver,
)
from claimtrack.view import closure, group_pairs
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Record

__all__ = ["as_of"]

T = TypeVar("T")


def as_of(dossier: Dossier, when: When | str) -> Dossier:
    """Return a copy of a dossier as it was at a time, without what came later.

    A record is only removed if its date is certainly later:

    - documents that came out later, and attributions that were read in one, said in one
      or rest on one; also attributions with a link that spoke later;
    - later assessments, relations and notices, including those whose document came out
      later, and assessments whose evidence is only documents that are removed;
    - everything that is about a removed record.

    Remaining records no longer refer to removed ones. Records without a date are kept,
    and so are all sources and claims, because a record of them does not say when they
    came up. The time at which something was recorded does not matter.

    Args:
        dossier: the dossier, which is not changed.
        when: the time, as a `When` or an EDTF string.

    Raises:
        InvalidRecord: if the text is not a date.

    >>> from claimtrack import link
    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> rain, unn = d.claim("It rains"), d.outlet("UNN")
    >>> a = d.attribute(rain, link(unn, at="2025-05"))
    >>> b = d.attribute(rain, link(unn, at="2025-07"))
    >>> [each.id for each in as_of(d, "2025-06").attributions]
    ['a1']
    """
    moment = When.parse(when) if isinstance(when, str) else when
    papers = {
        each.id for each in dossier.documents if _is_later(each.published, moment)
    }
    gone = {key for key, each in dossier.items() if _came_later(each, papers, moment)}
    about = group_pairs(
        (subject, key) for key, each in dossier.items() for subject in _subjects(each)
    )
    gone = closure(gone | papers, about)
    made = dossier.emptied(dossier.head)
    for key, record in dossier.items():
        if key not in gone:
            made.add(_without(record, gone) if gone else record)
    return made


def _is_later(date: When | None, moment: When) -> bool:
    """Return whether a date is certainly after the moment."""
    return date is not None and date.after(moment) is True


def _came_later(record: Record, papers: set[str], moment: When) -> bool:
    """Return whether a record is about something that certainly came later."""
    if isinstance(record, Attribution):
        return not papers.isdisjoint(papers_of(record)) or any(
            _is_later(link.at, moment) for link in record.chain
        )
    if isinstance(record, Relation):
        return _is_later(record.at, moment)
    if not isinstance(record, (Assessment, Notice)):
        return False
    rests_on = set(record.evidence) if isinstance(record, Assessment) else set[str]()
    return (
        _is_later(record.at, moment)
        or record.document in papers
        or (bool(rests_on) and rests_on <= papers)
    )


def _subjects(record: Record) -> Iterator[str]:
    """Yield the ids of what a record is about; without these, it is removed."""
    if isinstance(record, Assessment):
        yield record.subject
    elif isinstance(record, Relation):
        yield record.subject
        yield record.object
    elif isinstance(record, (Notice, Waiver)):
        yield record.target


def _without(value: T, gone: set[str], *, is_reference: bool = False) -> T:
    """Return a record, or a part of one, without references to removed records."""
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        kept = (each for each in parts if not (is_reference and each in gone))
        return cast("T", tuple(_without(each, gone) for each in kept))
    cls: type[attrs.AttrsInstance] = type(value)  # type: ignore[assignment]
    if not attrs.has(cls):
        return cast("T", None) if is_reference and value in gone else value
    references = REFERENCES.get(cls, {})
    changes: dict[str, object] = {}
    for field in attrs.fields(cls):
        old = getattr(value, field.name)
        new = _without(old, gone, is_reference=field.name in references)
        if new != old:
            changes[field.name] = new
    return attrs.evolve(value, **changes) if changes else value  # type: ignore[misc]
