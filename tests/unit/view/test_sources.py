"""Which id a source goes by."""

from __future__ import annotations

from hypothesis import given, settings

from claimtrack import Dossier
from claimtrack.lineage import trace_all
from claimtrack.testing import dossiers
from claimtrack.view import View


def test_sources_that_are_one_go_by_their_least_id() -> None:
    """However they are joined; a document or a claim is no source."""
    d = Dossier()
    for name in ("D", "C", "B", "A"):
        d.outlet(name)
    d.relate("d", "same-as", "c")
    d.relate("b", "same-as", "d")
    d.relate(d.claim("T"), "same-as", d.claim("U"))
    assert View.of(d).sources.classes.least == {"b": "b", "c": "b", "d": "b"}


@settings(max_examples=20)
@given(dossiers(max_sources=6, max_claims=2, max_relations=4))
def test_what_lineage_reports_goes_by_these_ids(dossier: Dossier) -> None:
    """Whatever it names."""
    same = View.of(dossier).sources.classes.least
    for found in trace_all(dossier).values():
        named = {*found.publishers, *found.outlets, *found.holders, *found.cut}
        named.update(each.source for each in found.ends if each.source is not None)
        assert all(same.get(each, each) == each for each in named)
