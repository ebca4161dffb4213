"""What the library answered, in the oracle's words, and where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from lineage_oracle._ends import End
from lineage_oracle._tracing import Traced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack import lineage
    from lineage_oracle._ends import Origin

__all__ = ["differences", "seen"]


def seen_origins(ends: Iterable[lineage.End]) -> frozenset[Origin]:
    """Return who speaks for himself at these ends: sources, and documents."""
    return frozenset(
        origin
        for end in ends
        for origin in (
            [("document", each) for each in end.documents]
            or [("source", str(end.source))]
        )
    )


def seen(answer: lineage.Lineage) -> Traced:
    """Return an answer of `claimtrack.lineage.trace` with sets for tuples."""
    return Traced(
        publishers=frozenset(answer.publishers),
        outlets=frozenset(answer.outlets),
        holders=frozenset(answer.holders),
        ends=frozenset(
            End(
                source=each.source,
                kind=each.kind,
                bases=frozenset({each.basis}),
                documents=frozenset(each.documents),
            )
            for each in answer.ends
        ),
        origins=seen_origins(answer.origins),
        individuals=(answer.individuals.lo, answer.individuals.hi),
        independence=answer.independence,
        single_points=frozenset(answer.single_points),
        bottlenecks=frozenset(answer.bottlenecks),
        cut=frozenset(answer.cut),
        cycles=frozenset(frozenset(each) for each in answer.cycles),
        depth=answer.depth,
        supported_by=frozenset(answer.supported_by),
        opposed_by=frozenset(answer.opposed_by),
        uncommitted=frozenset(answer.uncommitted),
    )


def differences(answer: Traced, expected: Traced) -> list[str]:
    """Return where they differ, in words.

    Of several bases of one end, the answer has one: the definitions leave open which.
    """
    found = [
        f"{field.name}: {ours!r}, but expected {theirs!r}"
        for field in attrs.fields(Traced)
        if field.name != "ends"
        and (ours := getattr(answer, field.name))
        != (theirs := getattr(expected, field.name))
    ]
    there = {(each.source, each.kind, each.documents): each for each in expected.ends}
    for each in answer.ends:
        end = there.pop((each.source, each.kind, each.documents), None)
        if end is None:
            found.append(f"ends: nobody expects {each!r}")
        elif end.bases and not each.bases <= end.bases:
            found.append(f"ends: {each!r}, but its basis is one of {end.bases!r}")
    found += [f"ends: {each!r} is missing" for each in there.values()]
    return found
