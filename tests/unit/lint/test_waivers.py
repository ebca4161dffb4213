"""Waivers: what they take away, and that they are checked themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import Config, Settings, check

if TYPE_CHECKING:
    from claimtrack.findings import Finding

TODAY: Final = date(2025, 6, 6)


def dossier(*waivers: tuple[str, str, str | None]) -> Dossier:
    """Return a dossier with two findings of CT102, one of CT705, and a sound claim."""
    made = Dossier()
    post, herald = made.outlet("Post"), made.outlet("Herald")
    made.outlet("Unread", id="unread")
    for publisher in (post, post, herald):
        made.attribute(made.claim("The ferry stops"), [publisher])
    jane = made.person("Jane Roe")
    made.attribute(made.claim("It goes on", id="c9"), post.citing(jane, at="2025"))
    for rule, target, until in waivers:
        made.waive(rule, target, by="A. Editor", reason="Known.", until=until)
    return made


def found(made: Dossier, config: Config | None = None) -> list[tuple[str, str, str]]:
    """Return code, record and related ids of what is found."""
    findings = check(made, config=config or Config(), today=TODAY)
    return [(e.code, str(e.record), " ".join(e.related)) for e in findings]


POST: Final = ("CT102", "post", "c1 c2")
HERALD: Final = ("CT102", "herald", "c3")
UNREAD: Final = ("CT705", "unread", "")


@pytest.mark.parametrize(
    ("waivers", "expected"),
    [
        ([], [POST, HERALD, UNREAD]),
        ([("CT102", "post")], [HERALD, UNREAD]),
        ([("CT102", "c1")], [("CT102", "post", "c2"), HERALD, UNREAD]),
        ([("CT102", "c1"), ("CT102", "c2")], [HERALD, UNREAD]),
        ([("CT102", "c3")], [POST, UNREAD]),
        ([("CT705", "unread")], [POST, HERALD]),
        ([("CT102", "post"), ("CT102", "c1")], [HERALD, UNREAD]),
    ],
)
def test_a_waiver_takes_away_the_record_or_one_of_the_related(
    waivers: list[tuple[str, str]], expected: list[tuple[str, str, str]]
) -> None:
    """The finding goes when none is left, and no waiver is idle."""
    made = dossier(*((rule, target, None) for rule, target in waivers))
    assert found(made) == expected


def test_what_is_taken_out_is_not_in_the_message() -> None:
    """Which lists the ids that are left."""
    made = dossier(("CT102", "c1", None))
    (message,) = [e.message for e in check(made) if e.record == "post"]
    assert message.endswith("how it knows: c2")


@pytest.mark.parametrize(
    ("rule", "target", "message"),
    [
        ("CT102", "c9", "the waiver matches nothing: there is no CT102 about c9"),
        ("CT708", "c1", "the waiver matches nothing: there is no CT708 about c1"),
        ("CT201", "c1", "the waiver matches nothing: there is no CT201 about c1"),
        ("CT999", "c1", "there is no rule CT999"),
        ("CT799", "c1", "there is no rule CT799"),
        ("CT707", "c1", "the waiver matches nothing: there is no CT707 about c1"),
    ],
)
def test_a_waiver_without_effect_is_a_finding(
    rule: str, target: str, message: str
) -> None:
    """Once, at the waiver's rule."""
    made = dossier((rule, target, None))
    idle = [each for each in check(made, today=TODAY) if each.code == "CT707"]
    assert [(e.message, e.record, e.field) for e in idle] == [
        (message, "w1", "waiver.rule")
    ]
    assert idle[0].pointer == f"/records/{list(made).index('w1')}/rule"


def test_a_waiver_that_has_ended_waives_nothing() -> None:
    """That it has ended is said, and that it is idle is not said as well."""
    ended = dossier(("CT102", "post", "2025-06-05"))
    assert found(ended) == [
        POST,
        HERALD,
        UNREAD,
        ("CT707", "w1", ""),
    ]
    assert found(dossier(("CT102", "post", "2025-06-06"))) == [HERALD, UNREAD]
    # Without a day, no waiver has ended.
    assert POST[1] not in {each.record for each in check(ended)}


@pytest.mark.parametrize(
    "config",
    [
        Config().with_choice(ignore=["CT102"]),
        Config().with_choice(select=["CT7"]),
    ],
)
def test_of_what_did_not_run_nobody_can_tell(config: Config) -> None:
    """A waiver of a rule that is switched off is not idle."""
    made = dossier(("CT102", "c9", None))
    assert not [e for e in check(made, config=config) if e.code == "CT707"]


def test_a_rule_in_preview_that_is_off_does_not_make_a_waiver_idle() -> None:
    """It is one of ours all the same."""
    made = dossier(("CT506", "c1", None))
    assert not [e for e in check(made) if e.code == "CT707"]
    loud = Config(settings=Settings(preview=True, languages=("en",)))
    assert [e for e in check(made, config=loud) if e.code == "CT707"]


def test_a_waiver_cannot_hide_that_another_is_idle() -> None:
    """Else two could hide each other."""
    made = dossier(("CT102", "unread", None), ("CT707", "w1", None))
    assert [each for each in found(made) if each[0] == "CT707"] == [
        ("CT707", "w1", ""),
        ("CT707", "w2", ""),
    ]


def test_what_is_not_sound_is_not_linted() -> None:
    """Ids lead nowhere: nothing can be said of the chains."""
    made = Dossier()
    made.add(made.claim("T").__class__(id="x", text="T", about=["nobody"]))
    findings: tuple[Finding, ...] = check(made)
    assert [each.code for each in findings] == ["CT701"]
