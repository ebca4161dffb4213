"""As of: a dossier as it was, without what came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dossier import Dossier
from claimtrack.records import (
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

    from claimtrack.records import Record

__all__ = ["as_of"]


def as_of(dossier: Dossier, when: When | str) -> Dossier:
    """Return a dossier as it was at a time: without what surely came later.

    Attributions go where a link was said later, or where a document that they were
    read in, said in or rest on came out later. So do later assessments, relations and
    notices, also those whose document came out later, and whatever is about a record
    that goes. What has no date stays, and so
    do all sources, documents and claims: that there is a record of them says nothing
    about when. When something was put on record does not matter.

    Args:
        dossier: the dossier; it stays as it is.
        when: the time, or its EDTF.

    Raises:
        InvalidRecord: where the text is no date.

    >>> from claimtrack import link
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
    later = {key for key, each in dossier.items() if _came_later(each, papers, moment)}
    about = group_pairs(
        (subject, key)
        for key, record in dossier.items()
        for subject in _subjects(record)
    )
    gone = closure(later, about)
    made = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for key, record in dossier.items():
        if key not in gone:
            made.add(record)
    return made


def _is_later(date: When | None, moment: When) -> bool:
    """Return whether a date surely came after the moment."""
    return date is not None and date.after(moment) is True


def _came_later(record: Record, papers: set[str], moment: When) -> bool:
    """Return whether a record is of something that surely came after the moment."""
    if isinstance(record, Attribution):
        return record.document in papers or any(
            _is_later(link.at, moment)
            or link.document in papers
            or not papers.isdisjoint(link.evidence)
            for link in record.chain
        )
    if isinstance(record, (Assessment, Notice)):
        return record.document in papers or _is_later(record.at, moment)
    if isinstance(record, Relation):
        return _is_later(record.at, moment)
    return False


def _subjects(record: Record) -> Iterator[str]:
    """Yield what a record is about, without which it cannot stay."""
    if isinstance(record, Assessment):
        yield record.subject
    elif isinstance(record, (Notice, Waiver)):
        yield record.target
