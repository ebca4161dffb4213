"""Every rule's three fragments do what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import RULES, Config, Notices, check_examination
from claimtrack.schema import is_array, is_object
from claimtrack.validation import examine_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.findings import Finding
    from claimtrack.lint import Rule
    from claimtrack.schema import JsonValue

EACH = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)


def found_in(text: str, rule: Rule) -> list[Finding]:
    """Return what all rules find in a fragment, under the settings of this one."""
    examined = list(examine_all(text))
    notices = Notices.of(Dossier.from_examination(each) for each in examined)
    config = Config(settings=rule.sample)
    return [
        finding
        for each in examined
        for finding in check_examination(each, config=config, notices=notices)
        if finding.code != "CT705"
    ]


@EACH
def test_the_first_gets_one_finding(rule: Rule) -> None:
    """Its own, and no other rule has anything to say."""
    found = found_in(rule.fires, rule)
    assert [(each.code, each.severity) for each in found] == [
        (rule.code, rule.severity)
    ], found


@EACH
@pytest.mark.parametrize("name", ["passes", "near"])
def test_the_others_get_none(rule: Rule, name: str) -> None:
    """Neither of this rule nor of any other."""
    assert found_in(getattr(rule, name), rule) == []


@EACH
def test_the_near_miss_differs_in_one_field(rule: Rule) -> None:
    """Changed, added or removed."""
    one, other = (list(values_in(text)) for text in (rule.fires, rule.near))
    assert len(differences(one, other)) == 1


def values_in(text: str) -> Iterator[JsonValue]:
    """Yield the JSON values of a fragment: one, or one a line."""
    try:
        yield json.loads(text)
    except json.JSONDecodeError:
        yield from map(json.loads, text.splitlines())


def differences(one: JsonValue, other: JsonValue, path: str = "") -> list[str]:
    """Return the fields in which two JSON values differ."""
    if is_object(one) and is_object(other):
        return [
            each
            for key in {**one, **other}
            for each in (
                differences(one[key], other[key], f"{path}/{key}")
                if key in one and key in other
                else [f"{path}/{key}"]
            )
        ]
    if is_array(one) and is_array(other) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return [e for n, (a, b) in pairs for e in differences(a, b, f"{path}/{n}")]
    return [] if one == other else [path]
