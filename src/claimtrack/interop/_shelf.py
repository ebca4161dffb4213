"""Records being built: filled field by field, under ids derived from foreign data."""

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
"""Sample records in which single fields are replaced, to test which values fit."""

_ORDER: Final = (Source, Document, Claim, Attribution, Assessment)


def foreign_id(*key: str | None) -> str:
    """Return the id of a record with this key in foreign data.

    >>> foreign_id("claim", "Tea is dear") == foreign_id("claim", "Tea is dear")
    True

    Source: RFC 9562, section 5.5.
    """
    return uuid.uuid5(_NAMESPACE, json.dumps(key)).urn


def fits(kind: Kind, field: str, value: object) -> bool:
    """Return whether a field accepts a value.

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
    """Records being built, by id."""

    records: dict[str, tuple[Kind, dict[str, Any]]] = attrs.Factory(
        dict[str, "tuple[Kind, dict[str, Any]]"]
    )
    attributions: dict[Attribution, None] = attrs.Factory(dict["Attribution", None])

    def begin(self, kind: Kind, key: str, /, **fields: object) -> str:
        """Begin a record unless it exists, and return its id."""
        self.records.setdefault(key, (kind, {"id": key, **fields}))
        return key

    def fill(self, key: str, field: str, value: object) -> bool:
        """Fill a field, and return whether it has the value now.

        It does not if it rejects the value, or already has another one.
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
        """Append to a list field, and return whether it has the value now."""
        kind, fields = self.records[key]
        there: tuple[object, ...] = fields.get(field, ())
        if value in there:
            return True
        if not fits(kind, field, (*there, value)):
            return False
        fields[field] = (*there, value)
        return True

    def field(self, key: str, name: str) -> Any:  # noqa: ANN401  whatever it holds
        """Return the current value of a field."""
        return self.records[key][1].get(name)

    def keep(self, key: str, name: str, part: dict[str, object]) -> None:
        """Keep data that fit no field in `ext`."""
        fields = self.records[key][1]
        ext = fields.setdefault("ext", {})
        ext.setdefault(name, []).append(part)

    def to_dossier(self) -> Dossier:
        """Return all records as a dossier: sources first, judgements last."""
        d = Dossier()
        for kind in _ORDER:
            made: Iterable[Record] = (
                each(**fields) for each, fields in self.records.values() if each is kind
            )
            for record in self.attributions if kind is Attribution else made:
                d.add(record)
        return d
