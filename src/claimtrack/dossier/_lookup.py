"""Records of one type in order, found by position, id or name."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Final,
    SupportsIndex,
    TypeVar,
    cast,
    get_args,
    overload,
)

from claimtrack.errors import DanglingReference, UnknownName
from claimtrack.findings import suggest
from claimtrack.records import Document, Record, Source, name_key, to_id

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RECORDS", "NamedRecords", "Records"]

RECORDS: Final[tuple[type, ...]] = get_args(Record)

R_co = TypeVar("R_co", bound=Record, covariant=True)
N_co = TypeVar("N_co", bound=Source | Document, covariant=True)


class Records(tuple[R_co, ...]):  # noqa: SLOT001  # tuples have no room for slots
    """Records of one type: a tuple that also accepts ids.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> ferry = d.claim("The ferry stops running in May")
    >>> d.claims["c1"].text, d.claims[0] == ferry, "c2" in d.claims
    ('The ferry stops running in May', True, False)
    """

    @overload
    def __getitem__(self, key: SupportsIndex | str | Record) -> R_co: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R_co, ...]: ...
    def __getitem__(
        self, key: SupportsIndex | str | Record | slice
    ) -> R_co | tuple[R_co, ...]:
        """Return the record at a position or with an id, or the records of a slice.

        A record stands for its id.

        Raises:
            DanglingReference: if none of these records has the id.
        """
        name = _id_of(key)
        if name is None:
            return super().__getitem__(cast("SupportsIndex | slice", key))
        found = self.get(name)
        if found is None:
            raise DanglingReference(name)
        return found

    def __contains__(self, item: object) -> bool:
        """Return whether a record, or a record with this id, is one of these."""
        if isinstance(item, str):
            return self.get(item) is not None
        return super().__contains__(item)

    def get(self, id: str | Record) -> R_co | None:  # noqa: A002  # the field's name
        """Return the record with an id; None if none of these has it.

        A record stands for its id.
        """
        if "_by_id" not in self.__dict__:
            self.__dict__["_by_id"] = {each.id: each for each in self}
        key = id if isinstance(id, str) else id.id
        found: R_co | None = self.__dict__["_by_id"].get(key)
        return found


class NamedRecords(Records[N_co]):
    """Sources or documents, which can also be found by name or title."""

    def named(self, name: str) -> N_co:
        """Return the source or document with a name.

        For a source, aliases count too, and for an unnamed one its description; for a
        document, its title. An exact match takes precedence over a name that is only
        equal according to `claimtrack.records.name_key`.

        Raises:
            UnknownName: if no record has the name, or several have it.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> unn = d.outlet("UNN", aka=["Ukrainian National News"])
        >>> d.sources.named("Ukrainian national news").id
        'unn'
        """
        key = name_key(name)
        found = {each.id: each for each in self for it in _names(each) if it == name}
        if not found:
            near = (each for each in self if key in map(name_key, _names(each)))
            found = {each.id: each for each in near}
        if len(found) == 1:
            return found.popitem()[1]
        names = (it for each in self if each.kind != "unnamed" for it in _names(each))
        hint = None if found else suggest(name, names)
        raise UnknownName(name, tuple(found), hint)


def _id_of(key: object) -> str | None:
    """Return an id, or the id of a record; None for a position."""
    if isinstance(key, RECORDS):
        return str(to_id(cast("Record", key)))
    return key if isinstance(key, str) else None


def _names(record: Source | Document) -> Iterator[str]:
    """Yield the names of a record."""
    if isinstance(record, Source):
        yield record.label
        for alias in record.aka:
            yield alias.text
    elif record.title is not None:
        yield record.title
