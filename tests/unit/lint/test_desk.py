"""Whose desk: which unnamed sources are own, and what runs without a desk."""

from __future__ import annotations

from typing import Final

import attrs
import pytest

from claimtrack import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.lint import RULES, Config, Settings, check, missing_outlets, read_config
from claimtrack.records import Candidate, Link

ABOUT_OWN: Final = {"CT204", "CT206", "CT208", "CT215"}

CALLED: Final = (
    "harbour-post",
    "THE  HARBOUR\u00a0POST",
    "Гарбор пост",
    "https://post.example/",
    "https://post.example",
    "urn:outlet:post",
)
"""Id, name, alias and addresses of the outlet, as people write them."""


def dossier(*, herald: bool = False) -> Dossier:
    """Return the story of a desk that dealt with a source, or relays another's."""
    d = Dossier()
    post = d.outlet(
        "The Harbour Post",
        id="harbour-post",
        aka=["Гарбор Пост"],
        url="https://post.example",
        same_as=["urn:outlet:post"],
    )
    source = d.unnamed("a clerk", count="1")
    story = d.document("article", "Ferry", publisher=post, status="published")
    chain = post.citing(d.outlet("Herald")) if herald else post
    stops = d.claim("The ferry stops", kind="prediction")
    d.attribute(stops, chain.citing(source), document=story)
    return d


def found(d: Dossier, *desk: str) -> dict[str, str]:
    """Return code and severity of the findings on sourcing."""
    config = Config(settings=Settings(desk=desk)).with_choice(select=["CT2"])
    return {each.code: each.severity for each in check(d, config=config)}


@pytest.mark.parametrize("name", CALLED)
def test_a_desk_is_meant_by_id_name_alias_or_address(name: str) -> None:
    """Compared as names are, and its own source is its own business."""
    assert found(dossier(), name) == {
        "CT201": "error",
        "CT203": "warning",
        "CT206": "error",
        "CT207": "warning",
        "CT215": "warning",
    }
    assert found(dossier(herald=True), name) == {
        "CT201": "warning",
        "CT203": "info",
        "CT207": "info",
    }


@pytest.mark.parametrize("desk", [(), ("Herald",), ("unnamed-1",), ("Nobody",)])
def test_everybody_else_s_sources_are_relayed(desk: tuple[str, ...]) -> None:
    """Without a desk, with another, or with one that the dossier does not have."""
    expected = {"CT201": "warning", "CT203": "info", "CT207": "info"}
    assert found(dossier(), *desk) == expected


def test_one_of_several_desks_will_do() -> None:
    """A group of outlets has one set of settings."""
    assert found(dossier(), "Nobody", "The Harbour Post")["CT206"] == "error"


def test_outlets_that_are_one_are_one_desk() -> None:
    """The name of either means both."""
    d = dossier()
    d.outlet("HP Online", id="online")
    d.relate("online", "same-as", "harbour-post")
    assert found(d, "HP Online")["CT206"] == "error"


def test_a_person_of_that_name_is_no_desk() -> None:
    """A desk is an outlet."""
    d = Dossier()
    source = d.unnamed("a clerk", count="1", role="clerk")
    d.attribute(d.claim("It rains"), d.person("Jane Roe").citing(source))
    assert found(d, "Jane Roe") == {"CT201": "warning"}


def test_candidates_publish_nothing() -> None:
    """Who published is not settled, even if the desk may have."""
    d = dossier()
    (said,) = d.attributions
    head = Link(candidates=[Candidate(source="harbour-post")])
    d.replace(attrs.evolve(said, chain=[head, said.chain.last]))
    assert "CT206" not in found(d, "harbour-post")


def test_rules_about_own_sources_say_that_they_need_a_desk() -> None:
    """And their fragments carry one."""
    assert {each.code for each in RULES.values() if each.needs_desk} == ABOUT_OWN
    for rule in RULES.values():
        if rule.needs_desk or ("own", rule.severity) in rule.grades:
            assert rule.sample.desk == ("Post",)


def test_a_waiver_of_a_rule_that_did_not_run_is_no_finding() -> None:
    """CT707 is for waivers without effect although the rule ran."""
    d = dossier(herald=True)
    d.waive("CT206", "unnamed-1", by="A. Editor", reason="Known.")
    for desk, idle in (((), 0), (("Nobody",), 0), (("harbour-post",), 1)):
        config = Config(settings=Settings(desk=desk))
        codes = [each.code for each in check(d, config=config)]
        assert codes.count("CT707") == idle


def test_the_settings_take_one_or_several() -> None:
    """In a file as in Python."""
    assert Settings(desk="UNN") == Settings(desk=["UNN"]) == Settings(desk=("UNN",))
    for given in ("UNN", ["UNN"]):
        read = read_config({"desk": given}, RULES)
        assert (read.config.settings.desk, read.findings) == (("UNN",), ())
    for wrong in ("", [""], 7, [7], None):
        with pytest.raises(InvalidRecord):
            Settings(desk=wrong)  # type: ignore[arg-type]


def test_what_is_missing_keeps_its_order() -> None:
    """As it was given."""
    assert missing_outlets(["b", *CALLED, "a"], dossier().values()) == ("b", "a")
