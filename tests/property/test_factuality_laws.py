"""Laws of how sure a claim comes out at each link of a chain."""

from __future__ import annotations

from typing import Final

from hypothesis import given

from claimtrack import Attribution, lineage
from claimtrack.testing import attributions
from lineage_oracle import factuality

CERTAIN: Final = ("CT+", "CT-")
"""What nothing that is only probable or possible may become."""


@given(attributions(max_links=6))
def test_the_oracle_agrees(attribution: Attribution) -> None:
    """Worked out the long way, each link has the same value."""
    assert lineage.factuality(attribution) == factuality(attribution)


@given(attributions(max_links=6))
def test_the_innermost_has_its_own_value(attribution: Attribution) -> None:
    """One value a link; recorded ones stand as they are."""
    values = lineage.factuality(attribution)
    assert len(values) == len(attribution.chain)
    assert values[-1] == attribution.chain.last.own_factuality
    for link, value in zip(attribution.chain, values, strict=True):
        assert link.factuality in (None, value)


@given(attributions(max_links=6))
def test_passing_on_never_makes_certain(attribution: Attribution) -> None:
    """PS and PR never become CT by composing: what is CT was CT further in."""
    values = lineage.factuality(attribution)
    for at, link in enumerate(attribution.chain[:-1]):
        if link.factuality is None and values[at] in CERTAIN:
            assert values[at + 1] in CERTAIN


@given(attributions(max_links=6))
def test_a_neutral_link_makes_every_outer_value_open(attribution: Attribution) -> None:
    """Whoever passes on without a word of his own has not said how sure it is."""
    values = lineage.factuality(attribution)
    for at, link in enumerate(attribution.chain):
        outer = attribution.chain[:at]
        is_passed_on = link.stance in ("neutral", "distances")
        if is_passed_on and all(each.factuality is None for each in outer):
            assert set(values[:at]) <= {"Uu"}
