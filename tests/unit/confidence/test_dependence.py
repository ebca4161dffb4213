"""Dependence: when two origins may be one voice, from what is on record."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.confidence import support
from claimtrack.records import to_id


class Case:
    """Two origins of a claim, each fully relied on but for a tenth."""

    def __init__(self) -> None:
        """Make two outlets, their articles, and a claim."""
        self.dossier = ct.Dossier()
        self.claim = self.dossier.claim("The bridge is closed")
        self.outlets = [self.dossier.outlet(name) for name in ("UNN", "Post")]
        self.papers = [
            self.dossier.document("article", f"By {each.name}", publisher=each)
            for each in self.outlets
        ]

    def hear(self, source: ct.Source, place: int) -> None:
        """Let one of the outlets cite a source, in its own article."""
        chain = self.outlets[place].citing(source)
        self.dossier.attribute(self.claim, chain, document=self.papers[place])

    def cause(self) -> str:
        """Return why the second origin counts for less."""
        found = support(self.dossier, self.claim, reliability=self.relied_on)
        (reason,) = [each for each in found.why if each.code == "echo"]
        return reason.text.partition(": ")[2]

    @property
    def relied_on(self) -> dict[str, float]:
        """How far everybody is relied on."""
        return {each.id: 0.9 for each in self.dossier.sources}

    def weight(self) -> float:
        """Return how much of the second origin counts."""
        found = support(self.dossier, self.claim, reliability=self.relied_on)
        return min(each.weight for each in found.by_origin)


@pytest.fixture
def case() -> Case:
    """Return a claim without chains."""
    return Case()


def unnamed(case: Case, first: int, second: int) -> tuple[ct.Source, ct.Source]:
    """Return two unnamed sources, heard by these outlets."""
    one, other = (case.dossier.unnamed(f"source {n}", count="1") for n in (1, 2))
    case.hear(one, first)
    case.hear(other, second)
    return one, other


def test_unnamed_sources_of_two_texts_may_be_one(case: Case) -> None:
    """Nothing shows that there are two, so they are not counted twice."""
    unnamed(case, 0, 1)
    assert case.weight() == 0


def test_unnamed_sources_of_one_text_may_be_one(case: Case) -> None:
    """The text names them apart, which is half a reason."""
    unnamed(case, 0, 0)
    assert case.weight() == 0.5


def test_unnamed_sources_that_differ_still_hang_on_their_outlet(case: Case) -> None:
    """Whoever has both names neither."""
    one, other = unnamed(case, 0, 0)
    case.dossier.relate(one, "distinct-from", other)
    assert case.weight() == 0.5


def test_unnamed_sources_that_differ_in_two_texts(case: Case) -> None:
    """They are two, and nobody calls the two independent."""
    one, other = unnamed(case, 0, 1)
    case.dossier.relate(other, "distinct-from", one)
    assert case.weight() == 0.5


def test_an_unnamed_source_may_be_a_named_one(case: Case) -> None:
    """Unless somebody knows better."""
    mayor = case.dossier.person("Ines Moreau")
    official = case.dossier.unnamed("an official", count="1")
    case.hear(mayor, 0)
    case.hear(official, 1)
    assert case.cause() == ("nothing on record says that they are different people")
    case.dossier.relate(official, "distinct-from", mayor)
    assert case.cause() == "nobody else calls them independent"


def test_independence_that_somebody_else_knows(case: Case) -> None:
    """By the two themselves it is no more than that they differ."""
    one, other = unnamed(case, 0, 0)
    case.dossier.relate(one, "independent-of", other, by=one)
    assert case.weight() == 0.5
    desk = case.dossier.organization("Desk")
    case.dossier.relate(one, "independent-of", other, by=desk)
    assert case.weight() == 1


def test_a_common_owner(case: Case) -> None:
    """Through others too, and whatever anybody says of independence."""
    d = case.dossier
    one, other = d.organization("Port"), d.organization("Ferry Line")
    case.hear(one, 0)
    case.hear(other, 1)
    assert case.weight() == 0.5
    middle, top = d.organization("Holding"), d.organization("Group")
    d.relate(one, "owned-by", middle)
    d.relate(middle, "owned-by", top)
    d.relate(other, "owned-by", top)
    d.relate(top, "owned-by", middle)
    assert case.weight() == 0.5
    d.relate(one, "independent-of", other, by=d.organization("Desk"))
    assert case.weight() == 0.5


def test_one_that_belongs_to_the_other(case: Case) -> None:
    """A minister and the ministry; two who belong to one body."""
    d = case.dossier
    ministry = d.organization("Ministry")
    one = d.person("Ann", affiliations=[ministry])
    case.hear(ministry, 0)
    case.hear(one, 1)
    assert case.weight() == 0.5
    d.remove(*map(to_id, d.attributions))
    other = d.person("Ben", affiliations=[ministry])
    case.hear(one, 0)
    case.hear(other, 1)
    assert case.weight() == 0.5


def test_papers_of_one_house(case: Case) -> None:
    """A paper has the owners of its publisher; one without has none."""
    d = case.dossier
    house = d.organization("Institute")
    papers = [d.document("report", f"Report {n}", publisher=house) for n in range(2)]
    lone = d.document("leak", "Minutes")
    for paper in papers:
        chain = ct.link(case.outlets[0], basis="document", evidence=[paper])
        d.attribute(case.claim, chain)
    assert case.weight() == 0.5
    d.attribute(case.claim, ct.link(case.outlets[1], basis="document", evidence=[lone]))
    found = support(
        d,
        case.claim,
        reliability=dict.fromkeys(d, 0.9),
    )
    assert [each.weight for each in found.by_origin if each.origin == lone.id] == [1]
