"""The data with which the page computes what falls: numbers instead of ids.

It comes from `claimtrack.lineage.dependence`. The verdict on any set of retractions
follows from it by set algebra, in the page as in `claimtrack.lineage.impact`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._html._facts import shortened
from claimtrack.records import Claim, Document, RelationKind, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.draw._html._facts import Facts
    from claimtrack.lineage import Dependence
    from claimtrack.schema import JsonValue

__all__ = ["what_if_data"]

_SIGNS: Final = {"supports": 1, "opposes": -1, "uncommitted": 0}

_RESTS: Final[tuple[RelationKind, ...]] = ("inferred-from", "presupposes")
"""Relations by which a claim rests on another."""


def what_if_data(facts: Facts) -> dict[str, JsonValue]:
    """Return the data of the what-if.

    `ids` has all ids, and everything else refers to them by number: `claims` in the
    order of impact; `names` of sources and documents; `classes`, each with its claims
    and its rows, in the order in which pictures number chains. A row has an
    attribution, what it does to the claim (1, -1 or 0), what takes it away in addition
    to itself and its claims, and the origins that it carries. `rests` has pairs of
    classes in which the first rests on the second.
    """
    claims = sorted(each.id for each in facts.dossier.claims)
    classes: dict[tuple[str, ...], list[Dependence]] = {
        facts.view.claims.members_of(each): [] for each in claims
    }
    order = {str(e.id): at for at, e in enumerate(facts.dossier.attributions)}
    for each in sorted(facts.depends, key=lambda one: order[one.attribution]):
        classes[each.claims].append(each)
    number = {key: place for place, key in enumerate(_ids(claims, facts))}

    def numbers(keys: Iterable[str]) -> list[JsonValue]:
        return [number[key] for key in keys if key in number]

    place = {key: at for at, members in enumerate(classes) for key in members}
    found: list[JsonValue] = [
        [numbers(members), [_row(each, number) for each in rows]]
        for members, rows in classes.items()
    ]
    return {
        "ids": [*number],
        "claims": len(claims),
        "names": {
            str(at): shortened(facts.label(key))
            for key, at in number.items()
            if isinstance(facts.dossier.get(key), (Document, Source))
        },
        "classes": found,
        "rests": [[*pair] for pair in _rests(place, facts)],
    }


def _ids(claims: Iterable[str], facts: Facts) -> Iterator[str]:
    """Yield the ids that have a number, each once, beginning with those of claims."""
    found = dict.fromkeys(claims)
    for each in facts.depends:
        found.update(dict.fromkeys(each.taken_by))
        found.update(dict.fromkeys(each.carries))
    yield from found


def _row(depends: Dependence, number: Mapping[str, int]) -> JsonValue:
    implied = {depends.attribution, *depends.claims}
    taken = [number[key] for key in depends.taken_by if key not in implied]
    carried = [number[key] for key in depends.carries]
    sign = _SIGNS[depends.standing]
    return [number[depends.attribution], sign, [*taken], [*carried]]


def _rests(place: Mapping[str, int], facts: Facts) -> list[tuple[int, int]]:
    """Return which class of claims rests on which other one, by their places."""
    pairs = [(e.subject, e.object) for e in facts.view.related(Claim, *_RESTS)]
    for claim in facts.dossier.claims:
        on = None if claim.condition is None else claim.condition.claim
        if on is not None and on in place:
            pairs.append((claim.id, on))
    steps = {(place[one], place[on]) for one, on in pairs}
    return sorted(each for each in steps if each[0] != each[1])
