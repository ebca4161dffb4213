"""Lineage as JSON for programs: ids, together with a name for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.dossier import format_chain, format_source
from claimtrack.draw._concerns import Concerns
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._support_rows import find_supports, support_data
from claimtrack.records import Document, Source
from claimtrack.validation import to_plain_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.findings import Finding
    from claimtrack.lineage import End, Lineage, Reason
    from claimtrack.records import Claim, Record
    from claimtrack.scales import ScaleId
    from claimtrack.schema import JsonValue

__all__ = ["claims_data", "line_data", "names_data", "reasons_data", "to_json"]


def to_json(data: JsonValue) -> str:
    r"""Return JSON text, indented by two spaces, with unsafe characters escaped.

    >>> print(to_json({"name": "a\u202eb"}))
    {
      "name": "a\u202eb"
    }
    """
    return to_plain_json(data, indent=2)


def claims_data(
    dossier: Dossier,
    claims: Sequence[Claim],
    *,
    scale: ScaleId | None = None,
    findings: Sequence[Finding] = (),
    lines: Mapping[str, int] | None = None,
) -> list[JsonValue]:
    """Return claims with their chains in notation and their lineage, as data for JSON.

    Args:
        dossier: the dossier with the claims.
        claims: the claims.
        scale: the id of a scale in whose terms support is also given; None for none.
        findings: the findings of a check of the dossier.
        lines: the line of the file in which each claim begins, by id.
    """
    supports = find_supports(dossier, claims)
    concerns = Concerns.of(dossier, findings)
    return [
        {
            **_claim(each),
            **concerns.data(each),
            **line_data(each.claim.id, lines),
            "support": support_data(supports[each.claim.id], scale),
        }
        for each in read_claims(dossier, claims)
    ]


def line_data(claim: str, lines: Mapping[str, int] | None) -> dict[str, JsonValue]:
    """Return the line in which a claim begins, if it is known."""
    line = (lines or {}).get(claim)
    return {} if line is None else {"line": line}


def _claim(read: Reading) -> dict[str, JsonValue]:
    found = read.found
    chains: list[JsonValue] = [
        {
            "attribution": each.id,
            "chain": format_chain(each.chain, read.dossier),
            "standing": standing,
        }
        for each, standing in read.chains
    ]
    return {
        "claim": read.claim.id,
        "text": read.claim.text,
        "kind": read.claim.kind,
        "chains": chains,
        "publishers": [*found.publishers],
        "outlets": [*found.outlets],
        "holders": [*found.holders],
        "ends": [_end(each) for each in found.ends],
        "origins": [*found.origin_ids],
        "individuals": {"lo": found.individuals.lo, "hi": found.individuals.hi},
        "independence": found.independence,
        "bottlenecks": [*found.bottlenecks],
        "single_points": [*found.single_points],
        "cut": [*found.cut],
        "cycles": [[*each] for each in found.cycles],
        "depth": found.depth,
        "why": reasons_data(found.why),
        "names": names_data(_named(found), read.dossier),
    }


def _end(end: End) -> dict[str, JsonValue]:
    return {
        "source": end.source,
        "kind": end.kind,
        "basis": end.basis,
        "documents": [*end.documents],
    }


def _named(found: Lineage) -> set[str]:
    """Return the ids of all sources and documents that the lineage mentions."""
    named = {each.source for each in found.ends if each.source is not None}
    named.update(*(each.documents for each in found.ends), *found.cycles)
    return named.union(found.publishers, found.outlets, found.holders, found.cut)


def reasons_data(why: Iterable[Reason]) -> list[JsonValue]:
    """Return reasons as data: code, ids, and text for people."""
    return [
        {"code": each.code, "ids": list(each.ids), "text": each.text} for each in why
    ]


def names_data(
    keys: Iterable[str], records: Mapping[str, Record]
) -> dict[str, JsonValue]:
    """Return the names of sources and documents, by id."""
    return {key: _name(key, records) for key in sorted(keys)}


def _name(key: str, records: Mapping[str, Record]) -> str:
    record = records.get(key)
    if isinstance(record, Document):
        return record.title or key
    return format_source(key, records) if isinstance(record, Source) else key
