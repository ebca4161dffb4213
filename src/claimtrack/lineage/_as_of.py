"""As of: a dossier as it was, without what came later."""

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
    """Return a dossier as it was at a time: without what surely came later.

    Documents that came out later go, and attributions that go through one: read in it,
    said in it, or resting on it; so do attributions of which a link was said later.
    Later assessments, relations and notices go, also those whose document came out
    later, and assessments that rest on nothing but documents that go. With a record
    goes whatever is about it. What stays refers to nothing that is gone. What has no
    date stays, and so do all sources and claims: that there is a record of them says
    nothing about when. When something was put on record does not matter.

    Args:
        dossier: the dossier; it stays as it is.
        when: the time, or its EDTF.

    Raises:
        InvalidRecord: where the text is no date.

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
    """Return whether a date surely came after the moment."""
    return date is not None and date.after(moment) is True


def _came_later(record: Record, papers: set[str], moment: When) -> bool:
    """Return whether a record is of something that surely came after the moment."""
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
    """Yield what a record is about, without which it cannot stay."""
    if isinstance(record, Assessment):
        yield record.subject
    elif isinstance(record, Relation):
        yield record.subject
        yield record.object
    elif isinstance(record, (Notice, Waiver)):
        yield record.target


def _without(value: T, gone: set[str], *, is_reference: bool = False) -> T:
    """Return a record, or a part of one, that refers to nothing that is gone."""
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
