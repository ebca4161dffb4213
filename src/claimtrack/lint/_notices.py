"""Notices of other dossiers: collected in a first pass, then matched to records.

Ids are matched by the IRIs that the base of a dossier turns them into; documents and
sources also by their url. Memory only grows with the number of notices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Document, Notice, Source
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.dossier import Dossier

__all__ = ["Notices"]

ELSEWHERE = "urn:claimtrack:elsewhere:"
"""The beginning of the id of a notice that has no id outside its own dossier."""


@attrs.frozen(kw_only=True)
class _Known:
    """A notice, with the names under which others may know what it refers to.

    Attributes:
        notice: the notice, as its own dossier has it.
        key: its id for other dossiers.
        target: the names of its target.
        by: the names of the source that gave it.
    """

    notice: Notice
    key: str
    # The address of a leak, or of an unnamed source, is private.
    target: tuple[str, ...] = attrs.field(repr=False)
    by: tuple[str, ...] = attrs.field(repr=False)


@attrs.frozen
class Notices:
    """Notices that dossiers have published about records.

    Attributes:
        known: the notices, with the names under which others may know their targets.

    >>> from claimtrack import Dossier
    >>> d = Dossier(base="https://example.org/d/")
    >>> story = d.document("article", "Ferry", url="https://example.org/ferry")
    >>> n = d.notice("correction", story)
    >>> other = Dossier()
    >>> read = other.document("article", "Ferry", url="https://example.org/ferry")
    >>> [each.target for each in Notices.of([d]).about(other)]
    ['ferry']
    """

    known: tuple[_Known, ...] = ()
    _by_name: dict[str, list[int]] = attrs.field(
        init=False, repr=False, eq=False, factory=dict[str, "list[int]"]
    )

    def __attrs_post_init__(self) -> None:
        """Index the notices once for all dossiers."""
        for place, known in enumerate(self.known):
            for name in known.target:
                self._by_name.setdefault(name, []).append(place)

    @classmethod
    def of(cls, dossiers: Iterable[Dossier]) -> Notices:
        """Return the notices of dossiers, which are read one by one."""
        return cls(tuple(known for each in dossiers for known in _notices_in(each)))

    @classmethod
    def joined(cls, several: Iterable[Notices]) -> Notices:
        """Return the notices of several collections as one collection."""
        return cls(tuple(known for each in several for known in each.known))

    def __len__(self) -> int:
        """Return the number of notices."""
        return len(self.known)

    def about(self, dossier: Dossier) -> tuple[Notice, ...]:
        """Return the notices of other dossiers about records of this one.

        They have ids of this dossier, with one notice for each record that it may be
        about. The source that gave a notice is left out if this dossier does not have
        it.
        """
        # Most runs have no notices, so do not compute the names for nothing.
        local = group_pairs(_names_of(dossier)) if self.known else {}
        found: list[Notice] = []
        places = {each for name in local for each in self._by_name.get(name, ())}
        for known in (self.known[place] for place in sorted(places)):
            if _is_own(known, dossier):
                continue
            by = next(iter(_first(known.by, local)), None)
            found += [
                attrs.evolve(
                    known.notice, id=known.key, target=target, by=by, document=None
                )
                for target in _first(known.target, local)
            ]
        return tuple(found)


def _notices_in(dossier: Dossier) -> Iterator[_Known]:
    for each in dossier.notices:
        key = dossier.global_id(str(each.id))
        yield _Known(
            notice=each,
            key=key or f"{ELSEWHERE}{each.id}",
            target=tuple(_names(each.target, dossier)),
            by=() if each.by is None else tuple(_names(each.by, dossier)),
        )


def _names_of(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the names under which others may know records, each with the id here."""
    for key in sorted(dossier):
        for name in _names(key, dossier):
            yield name, key


def _names(key: str, dossier: Dossier) -> Iterator[str]:
    """Yield the names under which others may know a record."""
    iri = dossier.global_id(key)
    if iri is not None:
        yield iri
    record = dossier[key]
    if isinstance(record, (Document, Source)) and record.url is not None:
        yield record.url


def _first(
    names: Iterable[str], local: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the ids for the first of these names that is known."""
    return next((local[each] for each in names if each in local), ())


def _is_own(known: _Known, dossier: Dossier) -> bool:
    """Return whether a notice came from this very dossier."""
    return dossier.get(str(known.notice.id)) == known.notice
