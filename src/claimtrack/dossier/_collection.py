"""What holds records: a mapping from ids, with the changes it allows."""

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
from typing import TYPE_CHECKING, Final, Literal, Self, TypeAlias, TypeVar, get_args

import attrs

from claimtrack._arguments import require
from claimtrack.dossier._lookup import NamedRecords, Records
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

_RECORDS: Final[tuple[type, ...]] = get_args(Record)

History: TypeAlias = Literal["unseen", "read", "grown", "changed"]
"""What became of records since they were read: not even ids were derived for them, or
nothing more, or they got more, or else. As they were read they hold together; and what
reading derived, it derives again until one of them is replaced or taken away."""


@attrs.define
class _Held:
    """What a collection holds.

    Attributes:
        records: by their ids.
        ever: all ids that there have been.
        derived: those that nobody gave.
        named: ids and names of sources by kind and key of the name. Several may have
            one, where they were given ids of their own.
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
        """Add a record under an id that it has, or that was derived for it."""
        taken = self.records.get(key)
        if taken is not None:
            raise DuplicateId(key, taken.type)
        if record.id is None:
            record = with_id(record, key)
            self.derived.add(key)
        self.keep(key, record)
        return record

    def keep(self, key: str, record: Record) -> None:
        """Hold a record under its id."""
        self.records[key] = record
        self.ever.add(key)
        if isinstance(record, Source):
            name = _name_of(record)
            if name is not None:
                self.named.setdefault(name, {})[key] = record.label


class Collection(Mapping[str, Record]):
    """A mutable mapping of records by their ids, in the order of their coming."""

    def __init__(self) -> None:
        """Begin empty."""
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
        """Return what is held, with the records of a file that were not looked at yet.

        To derive the ids that nobody gave takes longer than to read all the rest.
        """
        waiting = self._waiting
        if waiting:
            held = _Held()
            for each, key in zip(waiting, ids_of(waiting), strict=True):
                held.add(each, key)
            # Another thread may look meanwhile, or be the first to have them in order.
            if self._waiting is waiting:
                self._held = held
                self._waiting = ()
        return self._held

    def __copy__(self) -> Self:
        """Return a copy: what is done to it is not done to this one."""
        made = object.__new__(type(self))
        self._settled()
        # Records are frozen, so that both may hold the same ones.
        same: dict[int, object] = {id(each): each for each in self._records.values()}
        made.__dict__.update(copy.deepcopy(self.__dict__, same))
        return made

    def __getitem__(self, key: str) -> Record:
        """Return the record with this id."""
        held = self._settled() if self._waiting else self._held
        return held.records[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in the order in which the records came."""
        return iter(self._records)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self._waiting) or len(self._held.records)

    def keys(self) -> KeysView[str]:
        """Return the ids, in the order in which the records came."""
        return self._records.keys()

    def values(self) -> ValuesView[Record]:
        """Return the records, in the order in which they came."""
        return self._records.values()

    def items(self) -> ItemsView[str, Record]:
        """Return the ids and the records, in the order in which they came."""
        return self._records.items()

    @property
    def derived_ids(self) -> frozenset[str]:
        """The ids that nobody gave, which are made of the fields of their records."""
        return frozenset(self._derived)

    @property
    def sources(self) -> NamedRecords[Source]:
        """The sources, in their order."""
        return NamedRecords(self._all(Source))

    @property
    def documents(self) -> NamedRecords[Document]:
        """The documents, in their order."""
        return NamedRecords(self._all(Document))

    @property
    def claims(self) -> Records[Claim]:
        """The claims, in their order."""
        return Records(self._all(Claim))

    @property
    def attributions(self) -> Records[Attribution]:
        """The attributions, in their order."""
        return Records(self._all(Attribution))

    @property
    def assessments(self) -> Records[Assessment]:
        """The assessments, in their order."""
        return Records(self._all(Assessment))

    @property
    def relations(self) -> Records[Relation]:
        """The relations, in their order."""
        return Records(self._all(Relation))

    @property
    def notices(self) -> Records[Notice]:
        """The notices, in their order."""
        return Records(self._all(Notice))

    @property
    def waivers(self) -> Records[Waiver]:
        """The waivers, in their order."""
        return Records(self._all(Waiver))

    def _all(self, cls: type[R]) -> Iterator[R]:
        return (each for each in self._records.values() if isinstance(each, cls))

    def add(self, record: R) -> R:
        """Add a record, and return it with the id that it has here.

        A record without an id gets one made of its public fields. What it refers to
        may come later; `Dossier.validate` reports what never does.

        Raises:
            DuplicateId: where another record has the id already.
            InvalidRecord: for what is no record.
        """
        _require_record(record)
        held = self._settled()
        key = record.id or free_id(record, held.records, held.twins)
        added = held.add(record, key)
        if self._history == "read":
            self._history = "grown"
        return added

    def replace(self, record: R) -> R:
        """Put a record in the place of the one that has its id.

        Raises:
            DanglingReference: where no record has the id.
            DuplicateId: where a record of another type has it.
            InvalidRecord: for what is no record.
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
        """Remove records, given as such or by their ids; all of them or none.

        Raises:
            DanglingReference: where one is not there, or where a record that stays
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
        """Return who refers to each target and is not a target itself."""
        found: dict[str, list[str]] = {}
        for key, record in self._records.items():
            if key not in targets:
                named = {each.id for each in find_references(write_record(record))}
                for target in named & targets:
                    found.setdefault(target, []).append(key)
        return found

    def _extend(self, records: Iterable[Record]) -> None:
        """Add the records of a file to an empty collection.

        Ids that are made keep clear of those that later records have.
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

        Of several, the first that is spelled so, else the first.
        """
        named = self._named.get((kind, name_key(name)), {})
        return min(named, key=lambda each: named[each] != name, default=None)


def _require_record(value: object) -> None:
    fix = "Give a record, such as Claim(text=…); Dossier.loads reads records in JSON."
    require(value, _RECORDS, place="record", what="a record", fix=fix)


def with_id(record: R, key: str) -> R:
    """Return a copy that has an id: all else is sound already, and so is the id."""
    cls: type = type(record)
    made = object.__new__(type(record))
    for each in _slots_of(cls):
        each.__set__(made, each.__get__(record))
    object.__setattr__(made, "id", key)
    return made


@functools.cache
def _slots_of(cls: type) -> tuple[MemberDescriptorType, ...]:
    """Return what reads and sets the fields of a class, but for the id."""
    names = (each.name for each in attrs.fields(cls) if each.name != "id")
    return tuple(getattr(cls, each) for each in names)


def _name_of(record: Record) -> tuple[SourceKind, str] | None:
    """Return what an identified source is known by, however its name is spelled."""
    if isinstance(record, Source) and record.name is not None:
        return record.kind, name_key(record.name)
    return None
