"""Records in the making: what foreign data fill field by field, under ids of theirs."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.records import Assessment, Attribution, Claim, Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Record

__all__ = ["Shelf", "foreign_id"]

Kind: TypeAlias = "type[Source | Document | Claim | Attribution | Assessment]"

_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:claimtrack:v1:interop")

_PROBES: Final[dict[Kind, Record]] = {
    Source: Source(id="_", kind="organization", name="_"),
    Document: Document(id="_", kind="page", title="_"),
    Claim: Claim(id="_", text="_"),
    Attribution: Attribution(claim="_", chain=["_"]),
    Assessment: Assessment(subject="_", verdict="_"),
}
"""Records of which one field after the other is replaced, to see what it takes."""

_ORDER: Final = (Source, Document, Claim, Attribution, Assessment)


def foreign_id(*key: str | None) -> str:
    """Return the id of a record that has this key in foreign data.

    >>> foreign_id("claim", "Tea is dear") == foreign_id("claim", "Tea is dear")
    True

    Source: RFC 9562, section 5.5.
    """
    return uuid.uuid5(_NAMESPACE, json.dumps(key)).urn


def fits(kind: Kind, field: str, value: object) -> bool:
    """Return whether a field takes a value.

    >>> fits(Document, "url", "not an address")
    False
    """
    try:
        evolve: Any = attrs.evolve
        evolve(_PROBES[kind], **{field: value})
    except InvalidRecord:
        return False
    return True


@attrs.define
class Shelf:
    """Records in the making, by their ids."""

    records: dict[str, tuple[Kind, dict[str, Any]]] = attrs.Factory(
        dict[str, "tuple[Kind, dict[str, Any]]"]
    )
    attributions: dict[Attribution, None] = attrs.Factory(dict["Attribution", None])

    def begin(self, kind: Kind, key: str, /, **fields: object) -> str:
        """Begin a record unless it is there, and return its id."""
        self.records.setdefault(key, (kind, {"id": key, **fields}))
        return key

    def fill(self, key: str, field: str, value: object) -> bool:
        """Fill a field, and return whether it has the value now.

        It has not where it takes no such value, or has another already.
        """
        kind, fields = self.records[key]
        there = fields.get(field)
        if there is not None:
            return bool(there == value)
        if not fits(kind, field, value):
            return False
        fields[field] = value
        return True

    def append(self, key: str, field: str, value: object) -> bool:
        """Add to a field that is a list, and return whether it has the value now."""
        kind, fields = self.records[key]
        there: tuple[object, ...] = fields.get(field, ())
        if value in there:
            return True
        if not fits(kind, field, (*there, value)):
            return False
        fields[field] = (*there, value)
        return True

    def field(self, key: str, name: str) -> Any:  # noqa: ANN401  whatever it holds
        """Return what a field holds so far."""
        return self.records[key][1].get(name)

    def keep(self, key: str, name: str, part: dict[str, object]) -> None:
        """Keep what no field takes in `ext`."""
        fields = self.records[key][1]
        ext = fields.setdefault("ext", {})
        ext.setdefault(name, []).append(part)

    def to_dossier(self) -> Dossier:
        """Return all of them as a dossier: sources first, judgements last."""
        d = Dossier()
        for kind in _ORDER:
            made: Iterable[Record] = (
                each(**fields) for each, fields in self.records.values() if each is kind
            )
            for record in self.attributions if kind is Attribution else made:
                d.add(record)
        return d
