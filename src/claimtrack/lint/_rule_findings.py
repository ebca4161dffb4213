"""Turn hits of rules that are not waived into findings with texts and severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.findings import Finding, is_discreet
from claimtrack.lint._related_ids import Listing

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Location
    from claimtrack.lint._rule import Hit, Rule
    from claimtrack.lint._waivers import Waivers
    from claimtrack.lint.config import Config
    from claimtrack.schema import Path
    from claimtrack.validation import Examination

__all__ = ["path_of", "pointer_of", "rule_findings"]

_Kept: TypeAlias = "tuple[Rule, Hit, tuple[str, ...]]"
"""A rule, its hit, and the related ids that are not waived."""

_RECORD: Final = 2
"""The number of steps in the path to a record."""

_ID: Final = ("id",)
"""The path from a record to its id."""


def rule_findings(
    hits: Iterable[tuple[Rule, Hit]],
    waivers: Waivers,
    config: Config,
    dossier: Dossier,
    examination: Examination | None,
) -> Iterator[Finding]:
    """Yield the findings from hits, except those that are waived.

    Args:
        hits: the rules with their hits.
        waivers: the waivers that apply; they record which of them took effect.
        config: how severe findings are.
        dossier: the dossier with the records.
        examination: the examination of the file; None for a dossier in memory, which
            has no places.
    """
    kept = _left(hits, waivers)
    if not kept:
        return
    told = [(hit.message, related) for _, hit, related in kept]
    places = {key: index for index, key in enumerate(dossier)}
    paths = [path_of(hit.record, hit.field, places) for _, hit, _ in kept]
    name, derived = dossier.base or dossier.title or "", None
    if examination is not None:
        name, derived = examination.dossier, dossier.derived_ids
    listing = Listing.of(told, dossier, derived)
    asked = _asked(kept, paths, derived or ())
    asked += [(("records", places[key]), False) for key in listing.nameless]
    found: Sequence[Location | None] = [None] * len(asked)
    if examination is not None:
        found = examination.locations(asked)
        paths = [path[:_RECORD] if path[_RECORD:] == _ID else path for path in paths]
    messages = listing.messages(found[len(kept) :])
    for (rule, hit, related), message, path, location in zip(
        kept, messages, paths, found[: len(kept)], strict=True
    ):
        usual = rule.severity_of(hit.grade)
        yield Finding(
            code=rule.code,
            severity=config.severity(rule.code, hit.grade, usual),
            message=message,
            why=rule.why,
            fix=hit.fix or rule.fix,
            record=hit.record or None,
            pointer=pointer_of(path),
            field=".".join([rule.unit, *map(str, hit.field)]),
            location=location,
            rule=", ".join(rule.authority) or rule.name,
            related=related,
            dossier=name,
            gist=hit.message if related else "",
        )


def _left(hits: Iterable[tuple[Rule, Hit]], waivers: Waivers) -> list[_Kept]:
    """Return the hits that are not waived."""
    kept: list[_Kept] = []
    for rule, hit in hits:
        ids = sorted({*hit.related} - {hit.record})
        related = waivers.left(rule.code, hit.record, ids)
        if related is not None:
            kept.append((rule, hit, related))
    return kept


def _asked(
    kept: Iterable[_Kept], paths: Iterable[Path], derived: Container[str]
) -> list[tuple[Path, bool]]:
    """Return the paths to look up for findings; for a whole record, that of its id."""
    asked: list[tuple[Path, bool]] = []
    for (rule, hit, _), path in zip(kept, paths, strict=True):
        has_id = len(path) == _RECORD and hit.record not in derived
        asked.append(((*path, *_ID) if has_id else path, is_discreet(rule.code)))
    return asked


def path_of(record: str, field: Path, places: Mapping[str, int]) -> Path:
    """Return the path to a field of a record, or to the whole if there is no record."""
    return ("records", places[record], *field) if record in places else ()


def pointer_of(path: Path) -> str:
    """Return a path to a field as a JSON Pointer."""
    return "".join(f"/{step}" for step in path)
