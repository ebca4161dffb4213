"""Claims that nobody is recorded to have made."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.lineage import ChainEnd, chain_end, impact, timeline, trace
from claimtrack.records import Factuality, Link, words


@pytest.mark.parametrize("factuality", words(Factuality))
def test_it_commits_to_nothing(factuality: Factuality) -> None:
    """Whatever is recorded of how certain it was presented."""
    d = ct.Dossier()
    link = Link(at="2025-05", factuality=factuality, basis="witnessed")
    a = d.attribute(d.claim("The ferry stops", id="c"), link)
    found = trace(d, "c")
    assert found.uncommitted == (a.id,)
    assert (found.supported_by, found.opposed_by) == ((), ())
    assert (found.publishers, found.ends, found.holders) == ((), (), ())
    assert str(found.individuals) == "0"
    assert found.independence == "none"
    assert chain_end(a.chain, d) == ChainEnd(None, "open")


def test_it_says_so() -> None:
    """Beside the other chains that commit to nothing."""
    d = ct.Dossier()
    claim = d.claim("The ferry stops")
    d.attribute(claim, ct.nobody())
    assert [each.text for each in trace(d, claim).why] == [
        "No chain on record supports it",
        "1 chain commits to nothing",
        "1 chain has nobody on record as the speaker",
    ]
    d.attribute(claim, ct.nobody())
    assert trace(d, claim).why[-1].text == (
        "2 chains have nobody on record as the speaker"
    )
    assert trace(d, claim).why[-1].ids == ("a1", "a2")


def test_it_adds_nothing_to_those_who_speak() -> None:
    """One origin stays one, and falls as if nobody else had been there."""
    d = ct.Dossier()
    claim, unn = d.claim("The ferry stops"), d.outlet("UNN")
    d.attribute(claim, unn.citing(d.person("Keir Starmer")))
    before = trace(d, claim)
    d.attribute(claim, ct.nobody(at="2025-05"))
    after = trace(d, claim)
    assert (after.origins, after.bottlenecks, after.cut) == (
        before.origins,
        before.bottlenecks,
        before.cut,
    )
    assert impact(d, retract=[unn]).falls == (claim.id,)


def test_its_date_is_shown_and_that_of_an_unsettled_speaker_is_not() -> None:
    """Who is not settled may be unnamed; who is not there needs no protection."""
    d = ct.Dossier()
    claim = d.claim("The ferry stops")
    d.attribute(claim, ct.nobody(at="2025-05"))
    d.attribute(claim, Link(candidates=(), at="2025-06"))
    assert [str(each) for each in timeline(d, claim)] == [
        "2025-05  the claim was made (nobody on record)",
        "(not shown)  somebody who is not settled said so",
    ]
