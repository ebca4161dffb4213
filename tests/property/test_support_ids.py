"""Support under other ids and in another order: the numbers stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Assessment, Confidence, Dossier
from claimtrack.confidence import support_all
from claimtrack.testing import dossiers
from renaming import joined, nameless, renamed, with_records

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from claimtrack.confidence import Support

GRADES = "AAE"  # equal ones often: then only the order could tell them apart


@st.composite
def graded(draw: st.DrawFn) -> Dossier:
    """Return dossiers in which much is joined, and most sources are graded."""
    dossier = draw(
        joined(
            dossiers(max_sources=7, max_documents=2, max_claims=1, max_attributions=9)
        )
    )
    for place, source in enumerate(dossier.sources):
        if draw(st.integers(0, 4)):
            grade = Confidence("admiralty-reliability", draw(st.sampled_from(GRADES)))
            made = Assessment(
                id=f"grade-{place}", subject=source.id, confidence=[grade]
            )
            if made.id not in dossier:
                dossier.add(made)
    return dossier


def numbers(found: Support, before: Mapping[str, str]) -> list[object]:
    """Return what support comes to, with the ids that there were before."""
    opinion = found.opinion
    total = opinion and (opinion.belief, opinion.disbelief, opinion.uncertainty)
    # Of several ids of one source, any may be the least.
    origins = sorted(
        (each.side, each.kind, round(each.share or 0, 9), each.strength)
        for each in found.by_origin
    )
    return [before[found.claim], total and [round(e, 9) for e in total], origins]


@given(graded(), st.randoms(use_true_random=False))
def test_neither_ids_nor_order_change_a_number(
    dossier: Dossier, chance: random.Random
) -> None:
    """Whichever id of a merged source is the least, and whoever comes first."""
    told: list[list[list[object]]] = []
    for _ in range(2):
        ids = list(dossier)
        chance.shuffle(ids)
        new = nameless(ids)
        records = list(renamed(dossier, new).values())
        chance.shuffle(records)
        other = with_records(dossier, records)
        before = {key: each for each, key in new.items()}
        found = [numbers(each, before) for each in support_all(other).values()]
        told.append(sorted(found, key=lambda each: str(each[0])))
    assert told[0] == told[1]
