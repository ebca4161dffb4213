"""A container of records: a mapping from ids, with the changes that it allows."""

from __future__ import annotations

import copy
import functools
from collections.abc import (
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Mapping,
    ValuesView,
)
from typing import (
    TYPE_CHECKING,
    Literal,
    Self,
    TypeAlias,
    TypeVar,
    overload,
)

import attrs

from claimtrack._arguments import require
from claimtrack.dossier._lookup import RECORDS, NamedRecords, Records
from claimtrack.errors import DanglingReference, DuplicateId
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Identified,
    Notice,
    Record,
    Relation,
    Source,
    SourceKind,
    Waiver,
    name_key,
    to_id,
)
from claimtrack.schema import find_references, free_id, ids_of, write_record

if TYPE_CHECKING:
    from types import MemberDescriptorType

__all__ = ["Collection", "History", "with_id"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

History: TypeAlias = Literal["unseen", "read", "grown", "changed"]
"""What happened to records since they were read: no ids were derived for them yet,
nothing else, records were added, or other changes. As read, they hold together; and
ids that reading derived are derived again until a record is replaced or removed."""


@attrs.define
class _Held:
    """The contents of a collection.

    Attributes:
        records: the records by id.
        ever: all ids that were ever used.
        derived: the ids that were derived rather than given.
        named: ids and names of sources by kind and key of the name. A key may have
            several if they were given different ids.
        twins: as for `free_id`.
    """

    records: dict[str, Record] = attrs.Factory(dict[str, Record])
    ever: set[str] = attrs.Factory(set[str])
    derived: set[str] = attrs.Factory(set[str])
    named: dict[tuple[SourceKind, str], dict[str, str]] = attrs.Factory(
        dict[tuple[SourceKind, str], dict[str, str]]
    )
    twins: dict[str, int] = attrs.Factory(dict[str, int])

    def add(self, record: R, key: str) -> R:
        """Add a record under its own id or the id derived for it."""
        taken = self.records.get(key)
        if taken is not None:
            raise DuplicateId(key, taken.type)
        if record.id is None:
            record = with_id(record, key)
            self.derived.add(key)
        self.keep(key, record)
        return record

    def keep(self, key: str, record: Record) -> None:
        """Store a record under its id."""
        self.records[key] = record
        self.ever.add(key)
        if isinstance(record, Source):
            name = _name_of(record)
            if name is not None:
                self.named.setdefault(name, {})[key] = record.label


class Collection(Mapping[str, Record]):
    """A mutable mapping of records by id, in the order in which they were added."""

    def __init__(self) -> None:
        """Start empty."""
        self._held = _Held()
        self._waiting: tuple[Record, ...] = ()
        self._history: History = "read"

    @property
    def _records(self) -> dict[str, Record]:
        return self._settled().records

    @property
    def _ever(self) -> set[str]:
        return self._settled().ever

    @property
    def _derived(self) -> set[str]:
        return self._settled().derived

    @_derived.setter
    def _derived(self, keys: set[str]) -> None:
        self._settled().derived = keys
        self._history = "changed"

    @property
    def _named(self) -> dict[tuple[SourceKind, str], dict[str, str]]:
        return self._settled().named

    def _settled(self) -> _Held:
        """Return the contents, and index records from a file if that was not done yet.

        Deriving the missing ids takes longer than reading everything else.
        """
        waiting = self._waiting
        if waiting:
            held = _Held()
            for each, key in zip(waiting, ids_of(waiting), strict=True):
                held.add(each, key)
            # Another thread may be reading meanwhile, or may finish the index first.
            if self._waiting is waiting:
                self._held = held
                self._waiting = ()
        return self._held

    def __copy__(self) -> Self:
        """Return an independent copy."""
        made = object.__new__(type(self))
        self._settled()
        # Records are frozen, so both can share them.
        same: dict[int, object] = {id(each): each for each in self._records.values()}
        made.__dict__.update(copy.deepcopy(self.__dict__, same))
        return made

    @overload
    def __getitem__(self, key: R) -> R: ...
    @overload
    def __getitem__(self, key: str) -> Record: ...
    def __getitem__(self, key: str | Record) -> Record:
        """Return the record with this id; a record stands for its id and its type.

        If the record was replaced since, the current one is returned.

        Raises:
            KeyError: if there is none.

        >>> from claimtrack import Dossier
        >>> d = Dossier()
        >>> ferry = d.claim("The ferry stops running in May")
        >>> d["c1"] is d[ferry], ferry in d
        (True, True)
        """
        held = self._settled() if self._waiting else self._held
        if isinstance(key, str):
            return held.records[key]
        found = held.records.get(key.id or "") if isinstance(key, RECORDS) else None
        if found is None or type(found) is not type(key):
            raise KeyError(key)
        return found

    @overload
    def get(self, key: str, default: None = None, /) -> Record | None: ...
    @overload
    def get(self, key: str, default: Record, /) -> Record: ...
    @overload
    def get(self, key: str, default: T, /) -> Record | T: ...
    @overload
    def get(self, key: R, default: None = None, /) -> R | None: ...
    @overload
    def get(self, key: R, default: T, /) -> R | T: ...
    def get(self, key: str | Record, default: object = None) -> object:
        """Return the record with this id, or the default if there is none."""
        try:
            return self[key]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in the order in which the records were added."""
        return iter(self._records)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self._waiting) or len(self._held.records)

    def keys(self) -> KeysView[str]:
        """Return the ids, in the order in which the records were added."""
        return self._records.keys()

    def values(self) -> ValuesView[Record]:
        """Return the records, in the order in which they were added."""
        return self._records.values()

    def items(self) -> ItemsView[str, Record]:
        """Return the ids and the records, in the order in which they were added."""
        return self._records.items()

    @property
    def derived_ids(self) -> frozenset[str]:
        """The ids that were not given, but derived from the fields of their records."""
        return frozenset(self._derived)

    @property
    def sources(self) -> NamedRecords[Source]:
        """The sources, in order."""
        return NamedRecords(self._all(Source))

    @property
    def documents(self) -> NamedRecords[Document]:
        """The documents, in order."""
        return NamedRecords(self._all(Document))

    @property
    def claims(self) -> Records[Claim]:
        """The claims, in order."""
        return Records(self._all(Claim))

    @property
    def attributions(self) -> Records[Attribution]:
        """The attributions, in order."""
        return Records(self._all(Attribution))

    @property
    def assessments(self) -> Records[Assessment]:
        """The assessments, in order."""
        return Records(self._all(Assessment))

    @property
    def relations(self) -> Records[Relation]:
        """The relations, in order."""
        return Records(self._all(Relation))

    @property
    def notices(self) -> Records[Notice]:
        """The notices, in order."""
        return Records(self._all(Notice))

    @property
    def waivers(self) -> Records[Waiver]:
        """The waivers, in order."""
        return Records(self._all(Waiver))

    def _all(self, cls: type[R]) -> Iterator[R]:
        return (each for each in self._records.values() if isinstance(each, cls))

    def add(self, record: R) -> R:
        """Add a record, and return it with the id that it has in this collection.

        A record without an id gets one derived from its public fields. The records it
        refers to may be added later; `Dossier.validate` reports those that are still
        missing.

        Raises:
            DuplicateId: if another record already has the id.
            InvalidRecord: if the argument is not a record.
        """
        _require_record(record)
        held = self._settled()
        key = record.id or free_id(record, held.records, held.twins)
        added = held.add(record, key)
        if self._history == "read":
            self._history = "grown"
        return added

    def replace(self, record: R) -> R:
        """Replace the record that has the same id.

        Raises:
            DanglingReference: if no record has the id.
            DuplicateId: if a record of another type has it.
            InvalidRecord: if the argument is not a record.
        """
        _require_record(record)
        key = to_id(record)
        there = self._records.get(key)
        if there is None:
            raise DanglingReference(str(key))
        if there.type != record.type:
            raise DuplicateId(key, there.type)
        self._history = "changed"
        if _name_of(there) != _name_of(record):
            self._forget_name(key, there)
        self._settled().keep(key, record)
        return record

    def remove(self, *records: str | Identified) -> None:
        """Remove records, given as records or ids; either all of them or none.

        Raises:
            DanglingReference: if one is not in the collection, or if a remaining record
                refers to it.
        """
        going = [to_id(each) for each in records]
        for key in going:
            if key not in self._records:
                raise DanglingReference(str(key))
        referrers = self._referrers(set(going))
        for key in going:
            if referrers.get(key):
                raise DanglingReference(key, tuple(referrers[key]))
        self._history = "changed"
        for key in dict.fromkeys(going):
            self._forget_name(key, self._records.pop(key))
        self._derived.difference_update(going)
        self._settled().twins.clear()

    def _referrers(self, targets: set[str]) -> dict[str, list[str]]:
        """Return the ids that refer to each target and are not targets themselves."""
        found: dict[str, list[str]] = {}
        for key, record in self._records.items():
            if key not in targets:
                named = {each.id for each in find_references(write_record(record))}
                for target in named & targets:
                    found.setdefault(target, []).append(key)
        return found

    def _extend(self, records: Iterable[Record]) -> None:
        """Add the records of a file to an empty collection.

        Derived ids never equal an id that was given to a later record.
        """
        self._waiting = tuple(records)

    def _forget_name(self, key: str, record: Record) -> None:
        name = _name_of(record)
        if name is not None:
            keys = self._named[name]
            del keys[key]
            if not keys:
                del self._named[name]

    def _id_of_name(self, kind: SourceKind, name: str) -> str | None:
        """Return the id of the source of this kind and name.

        If there are several, the first with this exact spelling is chosen, or else the
        first.
        """
        named = self._named.get((kind, name_key(name)), {})
        return min(named, key=lambda each: named[each] != name, default=None)


def _require_record(value: object) -> None:
    fix = "Give a record, such as Claim(text=…); Dossier.loads reads records in JSON."
    require(value, RECORDS, place="record", what="a record", fix=fix)


def with_id(record: R, key: str) -> R:
    """Return a copy with an id, unchecked, because everything is known to be sound."""
    cls: type = type(record)
    made = object.__new__(type(record))
    for each in _slots_of(cls):
        each.__set__(made, each.__get__(record))
    object.__setattr__(made, "id", key)
    return made


@functools.cache
def _slots_of(cls: type) -> tuple[MemberDescriptorType, ...]:
    """Return the slots of a class's fields, except the id."""
    names = (each.name for each in attrs.fields(cls) if each.name != "id")
    return tuple(getattr(cls, each) for each in names)


def _name_of(record: Record) -> tuple[SourceKind, str] | None:
    """Return kind and normalized name if the record is an identified source."""
    if isinstance(record, Source) and record.name is not None:
        return record.kind, name_key(record.name)
    return None
