"""What lineage answers, against an oracle that works it out the long way.

`tests/oracles/lineage_oracle` walks every path, loses every source in turn and tries
every set. 5,000 random dossiers take a while, so only the long run has them all.
"""

from __future__ import annotations

from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, lineage
from claimtrack.testing import dossiers
from lineage_oracle import (
    differences,
    explain,
    seen,
    trace,
    tricky,
)

FEW: Final = 100
EACH: Final = 250
RANDOM: Final = [
    pytest.param(start, start + EACH, marks=pytest.mark.long)
    for start in range(FEW, FEW + 5_000, EACH)
]
"""Seeds of random dossiers; the first few are always tried."""


def traced_otherwise(dossier: Dossier) -> list[str]:
    """Return where the answers about its claims differ from the oracle's."""
    return [
        f"{claim.id}: {each}"
        for claim in dossier.claims
        for each in differences(
            seen(lineage.trace(dossier, claim)), trace(dossier, claim.id)
        )
    ]


@given(dossiers(max_judgements=1))
def test_it_agrees_on_whatever_a_dossier_may_hold(dossier: Dossier) -> None:
    """Records of every kind, with every field."""
    assert not traced_otherwise(dossier)


@given(st.randoms(use_true_random=False).map(tricky))
def test_it_agrees_on_tricky_ones(dossier: Dossier) -> None:
    """Chains that cross, splice and circle; hypothesis makes them small."""
    assert not traced_otherwise(dossier)


@pytest.mark.parametrize(("start", "stop"), [(0, FEW), *RANDOM])
def test_it_agrees_on_random_ones(start: int, stop: int) -> None:
    """What hypothesis would not try, since it likes small numbers best."""
    for seed in range(start, stop):
        dossier = tricky(Random(seed))  # noqa: S311  no secret hangs on it
        found = traced_otherwise(dossier)
        assert not found, f"seed {seed}\n{explain(dossier, traced_otherwise)}"
