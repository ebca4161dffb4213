"""Rule sets are values: anybody builds their own, and nothing is registered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from claimtrack.dossier import Dossier
from claimtrack.findings import CODES
from claimtrack.lineage import trace_all
from claimtrack.lint import (
    AUTHORITIES,
    RULES,
    Case,
    Config,
    Hit,
    Rule,
    RuleSet,
    check,
    rule,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE: Final = Path(__file__).parents[3] / "examples/us-air-cover.claims.json"

EMPTY: Final = '{"claimtrack": "1.0", "records": []}'


@rule(
    code="CT900",
    name="untitled",
    severity="info",
    grades=(("small", "info"), ("large", "warning")),
    unit="dossier",
    text="A dossier has a title",
    why="People look for it by its title.",
    fix="Give it one.",
    fires=EMPTY,
    passes=EMPTY,
    near=EMPTY,
)
def untitled(case: Case) -> Iterator[Hit]:
    """Yield CT900: untitled."""
    if case.dossier.title is None:
        grade = "large" if len(case.dossier) > 1 else "small"
        yield Hit("", "the dossier has no title", grade=grade)


def evolved(changes: dict[str, Any]) -> Rule:
    """Return the rule with other data, which may make no sense."""
    fields = {each.name: getattr(untitled, each.name) for each in attrs.fields(Rule)}
    return Rule(**{**fields, **changes})


def test_a_rule_may_ask_for_lineages() -> None:
    """They are those of `lineage.trace_all`."""
    dossier = Dossier.loads(EXAMPLE.read_bytes())
    case = Case(dossier)
    assert case.lineages == trace_all(dossier)


def test_ours_are_in_the_order_of_their_codes() -> None:
    """Which are unique, as their names are, and are no other check's."""
    assert list(RULES) == sorted(RULES)
    assert len({each.name for each in RULES.values()}) == len(RULES)
    assert CODES.keys().isdisjoint(RULES)
    assert repr(RULES) == f"<RuleSet, {len(RULES)} rules>"


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_it_is(code: str) -> None:
    """In whole sentences, with authorities that were read."""
    each = RULES[code]
    assert each.why.endswith(".")
    assert each.fix.endswith(".")
    assert re.search(r"[.]$", each.form)
    assert not each.text.endswith(".")
    assert set(each.authority) <= AUTHORITIES.keys()
    entry = RULES.codes()[code]
    assert (entry.name, entry.severity) == (each.name, each.severity)


def test_a_rule_of_ones_own_runs_beside_ours() -> None:
    """The set that it was added to stays as it was."""
    mine = RULES.with_rules(untitled)
    assert "CT900" not in RULES
    found = {each.code: each for each in check(Dossier(), rules=mine)}
    finding = found["CT900"]
    assert (finding.record, finding.pointer, finding.severity) == (None, "", "info")
    assert (finding.rule, finding.field) == ("untitled", "dossier")
    assert check(Dossier(title="T"), rules=mine) == ()
    alone = RuleSet((untitled,))
    two = Dossier()
    for text in "ab":
        two.claim(text)
    assert [each.severity for each in check(two, rules=alone)] == ["warning"]
    assert mine.without("CT900") == RULES


@pytest.mark.parametrize(
    ("changes", "given", "expected"),
    [
        ({"code": "CT90"}, "CT90", '"CT" and three digits'),
        ({"name": "Un Titled"}, "Un Titled", "lower-case words joined by hyphens"),
        ({"severity": "fatal"}, "fatal", "error, warning or info"),
        ({"scope": "world"}, "world", "record, dossier, several or preview"),
        ({"authority": ("nobody",)}, "nobody", "keys of AUTHORITIES"),
        (
            {"grades": (("small", "error"),)},
            "error",
            "the rule's own severity in the first grade",
        ),
    ],
)
def test_what_could_not_be_looked_up_is_refused(
    changes: dict[str, Any], given: str, expected: str
) -> None:
    """When it is built, with the field, its value and what it takes."""
    (field,) = changes
    message = f'invalid {field} "{given}"; expected {expected}'
    with pytest.raises(ValueError, match=f"CT900?: {message}"):
        evolved(changes)


@pytest.mark.parametrize(
    ("changes", "taken"),
    [
        ({"code": "CT201"}, "CT201"),
        ({"code": "CT708"}, "CT708"),
        ({"name": "open-lineage"}, "open-lineage"),
        ({"name": "shared-name"}, "shared-name"),
    ],
)
def test_a_code_or_name_means_one_rule(changes: dict[str, Any], taken: str) -> None:
    """Also those of other checks."""
    other = evolved(changes)
    with pytest.raises(ValueError, match=f"{taken} is taken"):
        RULES.with_rules(other)


def test_what_is_not_there_cannot_be_left_out() -> None:
    """A typing mistake would leave it in."""
    with pytest.raises(KeyError):
        RULES.without("CT999")


def test_a_grade_that_a_rule_does_not_have_is_an_error() -> None:
    """Of whoever wrote the rule."""
    assert untitled.severity_of("large") == "warning"
    with pytest.raises(KeyError):
        untitled.severity_of("huge")


def test_what_is_left_out_of_a_config_does_not_run() -> None:
    """Neither the rule nor its findings."""
    config = Config().with_choice(select=["CT9"])
    found = check(Dossier(), rules=RULES.with_rules(untitled), config=config)
    assert [each.code for each in found] == ["CT900"]
    assert (
        check(
            Dossier(),
            rules=RuleSet((untitled,)),
            config=Config().with_choice(ignore=["CT900"]),
        )
        == ()
    )
