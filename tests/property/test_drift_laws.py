"""What grew on the way, against an oracle, and whatever the order of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Attribution, Dossier, Relation, lineage
from claimtrack.testing import dossiers
from lineage_oracle import holding, surer_links, tricky, uncovered_headlines

if TYPE_CHECKING:
    from random import Random

    from claimtrack.records import Placement

CHANCE: Final = st.randoms(use_true_random=False)

ANY: Final = CHANCE.map(tricky) | dossiers(max_judgements=1)


def found(dossier: Dossier, kind: str) -> list[lineage.Drift]:
    """Return what drifts in one way."""
    return [each for each in lineage.drift(dossier) if each.kind == kind]


def of_headlines(chance: Random) -> Dossier:
    """Return headlines and bodies of one article, and what is inferred from what."""

    def plain(attribution: Attribution) -> Attribution:
        sources = [link.source or "sa" for link in attribution.chain]
        is_headline = chance.random() < 0.4
        placement: Placement = "headline" if is_headline else "body"
        return attrs.evolve(
            attribution, chain=sources, document=None, placement=placement
        )

    records = list(tricky(chance).values())
    for at, record in enumerate(records):
        if isinstance(record, Attribution):
            records[at] = plain(record)
        if isinstance(record, Relation) and record.kind == "stronger-than":
            records[at] = attrs.evolve(record, kind="inferred-from")
    return holding(Dossier(), records)


@given(ANY, st.data())
def test_the_order_of_records_never_matters(
    dossier: Dossier, data: st.DataObject
) -> None:
    """The same drifts, in the same order."""
    moved = holding(dossier, data.draw(st.permutations(list(dossier.values()))))
    assert lineage.drift(dossier) == lineage.drift(moved)


@given(ANY)
def test_surer_than_what_is_further_in(dossier: Dossier) -> None:
    """A link that records more certainty than it can have from the next."""
    expected = {
        (each.id, link) for each in dossier.attributions for link in surer_links(each)
    }
    drifts = found(dossier, "factuality")
    assert {(each.attribution, each.link) for each in drifts} == expected


@given(CHANCE.map(of_headlines))
def test_a_headline_ends_where_a_body_ends(dossier: Dossier) -> None:
    """With somebody with whom a chain of its claim ends, or of what it goes by."""
    drifts = found(dossier, "headline")
    assert {each.attribution for each in drifts} == uncovered_headlines(dossier)
