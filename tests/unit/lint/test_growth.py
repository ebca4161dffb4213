"""What rules cost where everything hangs on one record: no more than in proportion."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import Dossier, link
from claimtrack.lint import RULES, Case

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from claimtrack.lint import Rule

FEW: Final = 30
MANY: Final = 10 * FEW


def retractions(count: int) -> Dossier:
    """Return one claim that as many outlets report, each of which retracts."""
    d = Dossier()
    claim, jane = d.claim("The ferry stops."), d.person("Jane Roe")
    wire = d.outlet("Wire")
    for number in range(count):
        outlet = d.outlet(f"Outlet {number}")
        story = d.document(
            "article", title=f"Story {number}", publisher=outlet, published="2025-05-02"
        )
        d.attribute(claim, outlet.citing(wire).citing(jane), document=story)
        d.notice("retraction", outlet, by=outlet, at="2025-05-03")
    d.notice("retraction", jane, at="2025-05-03")
    return d


def corrections(count: int) -> Dossier:
    """Return one claim that as many outlets report and correct, and others judge."""
    d = Dossier()
    claim, jane = d.claim("The ferry stops."), d.person("Jane Roe")
    for number in range(count):
        outlet = d.outlet(f"Outlet {number}")
        story = d.document(
            "article", title=f"Story {number}", publisher=outlet, published="2025-05-02"
        )
        d.attribute(claim, outlet.citing(jane), document=story)
        d.notice("correction", claim, by=outlet, at="2025-05-04", was="a", now="b")
        checker = d.outlet(f"Checker {number}")
        d.assess(claim, by=checker, verdict="So.", at=f"2025-05-0{1 + number % 3}")
    return d


def collapsed(count: int) -> Dossier:
    """Return one document with as many chains, and each again without a voice."""
    d = Dossier()
    claim, jane, post = d.claim("T"), d.person("Jane Roe"), d.outlet("Post")
    story = d.document("article", title="Story", publisher=post)
    for number in range(count):
        first, second = d.outlet(f"First {number}"), d.outlet(f"Second {number}")
        d.attribute(claim, post.citing(first).citing(jane), document=story)
        d.attribute(
            claim, post.citing(first).citing(second).citing(jane), document=story
        )
    return d


def superseded(count: int) -> Dossier:
    """Return two claims, one instead of the other, each in as many documents."""
    d = Dossier()
    old, new, post = d.claim("Old"), d.claim("New"), d.outlet("Post")
    d.relate(new, "supersedes", old)
    for number in range(count):
        for claim, day in ((new, "2025-05-01"), (old, "2025-05-02")):
            title = f"{claim.text} {number}"
            story = d.document("article", title=title, publisher=post, published=day)
            d.attribute(claim, link(post, at=day), document=story)
    return d


def independent(count: int) -> Dossier:
    """Return a group of as many people, each called independent of it."""
    d = Dossier()
    desk = d.organization("Desk")
    people = [d.person(f"Member {number}") for number in range(count)]
    council = d.group("The council", members=people)
    for each in people:
        d.relate(each, "independent-of", council, by=desk, method="asked both")
    return d


def headlines(count: int) -> Dossier:
    """Return one document with as many headlines over as many other claims."""
    d = Dossier()
    post, jane, john = d.outlet("Post"), d.person("Jane Roe"), d.person("John Doe")
    story = d.document("article", title="Story", publisher=post)
    weak = d.claim("Weak")
    d.attribute(weak, post.citing(jane), document=story, placement="body")
    for number in range(count):
        strong = d.claim(f"Strong {number}")
        d.relate(strong, "stronger-than", weak)
        d.attribute(strong, post.citing(john), document=story, placement="headline")
    return d


SHAPES: Final = (
    retractions,
    corrections,
    collapsed,
    superseded,
    independent,
    headlines,
)


def calls_of(rule: Rule, case: Case) -> tuple[int, int]:
    """Return how many calls a rule makes, and how many findings it yields."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        found = sum(1 for _ in rule.check(case))
    finally:
        sys.setprofile(before)
    return calls, found


@pytest.mark.parametrize("shape", SHAPES)
def test_no_rule_goes_through_all_for_each(shape: Callable[[int], Dossier]) -> None:
    """Ten times the records are at most twelve times the calls, a sort aside."""
    few, many = Case(shape(FEW)), Case(shape(MANY))
    grown: dict[str, float] = {}
    seen = 0
    for code, rule in RULES.items():
        less, _ = calls_of(rule, few)
        more, found = calls_of(rule, many)
        seen += found
        if more > 12 * less + 2_000:
            grown[code] = more / less
    assert grown == {}
    assert seen > 0
