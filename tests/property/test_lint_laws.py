"""Laws of the newsroom rules, and a corpus in which every violation is planted."""

from __future__ import annotations

import copy
import json
import random
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, disclosure
from claimtrack.lint import RULES, Config, Settings, check
from claimtrack.records import Attribution, Waiver, link
from claimtrack.schema import find_references, write_record
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Finding

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

RICH: Final = dossiers(max_sources=6, max_claims=3, max_attributions=6, max_links=4)

LOUD: Final = Config(
    settings=Settings(preview=True, languages=["en"], stale_days=30)
).with_choice(ignore=["CT7", "CT8"])
"""Every rule, those in preview too, and no other check."""

Told: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""Code, severity, record and related ids."""


def in_brief(findings: Iterable[Finding]) -> list[Told]:
    """Return what tells findings apart, sorted."""
    return sorted(
        (each.code, each.severity, str(each.record), each.related) for each in findings
    )


def with_records(dossier: Dossier, records: Iterable[Any]) -> Dossier:
    """Return a dossier with the same head and other records."""
    made = Dossier(title=dossier.title, lang=dossier.lang, base=dossier.base)
    for record in records:
        made.add(record)
    return made


def renamed(dossier: Dossier, names: dict[str, str]) -> Dossier:
    """Return a dossier in which every id has another name."""
    records: list[dict[str, Any]] = []
    for record in dossier.values():
        data: dict[str, Any] = copy.deepcopy(dict(write_record(record)))
        for reference in list(find_references(data)):
            if reference.id not in names:
                continue
            place: Any = data
            *steps, last = reference.path
            for step in steps:
                place = place[step]
            # A link in short is a text where others are objects.
            place[last] = names[reference.id]
        records.append({**data, "id": names[str(record.id)]})
    head = {"title": dossier.title, "lang": dossier.lang, "base": dossier.base}
    told = {key: value for key, value in head.items() if value is not None}
    text = json.dumps({"claimtrack": "1.0", **told, "records": records})
    return Dossier.loads(text)


@laws
@given(RICH, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    dossier: Dossier, chance: random.Random
) -> None:
    """The same records in another order get the same findings."""
    records = list(dossier.values())
    chance.shuffle(records)
    moved = with_records(dossier, records)
    assert in_brief(check(moved, config=LOUD)) == in_brief(check(dossier, config=LOUD))


@laws
@given(RICH, st.randoms(use_true_random=False))
def test_names_of_records_do_not_matter(
    dossier: Dossier, chance: random.Random
) -> None:
    """Other ids in the same order give the same findings with these ids.

    In another order another one may be the least, and so stand for the rest; what is
    found, and how severe it is, stays.
    """
    found = in_brief(check(dossier, config=LOUD))
    same = {key: f"n{place:03}" for place, key in enumerate(sorted(dossier))}
    expected = sorted(
        (code, severity, same.get(record, record), tuple(sorted(same[k] for k in ids)))
        for code, severity, record, ids in found
    )
    assert in_brief(check(renamed(dossier, same), config=LOUD)) == expected
    mixed = list(same.values())
    chance.shuffle(mixed)
    other = check(renamed(dossier, dict(zip(same, mixed, strict=True))), config=LOUD)
    assert Counter(each[:2] for each in in_brief(other)) == Counter(
        each[:2] for each in found
    )


@laws
@given(RICH)
def test_one_more_open_voice_adds_no_finding_on_sourcing(dossier: Dossier) -> None:
    """An identified source, on the record, by a chain that shares no source."""
    before = {(code, record): ids for code, _, record, ids in sourcing(dossier)}
    for claim in dossier.claims:
        more = with_records(dossier, dossier.values())
        outlet = more.outlet("An outlet of its own", id="outlet-of-its-own")
        person = more.person("A person of its own", id="person-of-its-own")
        told = outlet.citing(link(person, ground_rules="on-record"))
        more.attribute(claim, told, id="chain-of-its-own")
        for code, _, record, ids in sourcing(more):
            assert (code, record) in before
            assert set(ids) <= set(before[code, record])


def sourcing(dossier: Dossier) -> list[Told]:
    """Return the findings on sourcing."""
    return in_brief(check(dossier, config=LOUD.with_choice(select=["CT2"])))


MISSING: Final = frozenset({"CT204", "CT206", "CT208"})
"""Rules that ask for what a public dossier does not have."""


@laws
@given(RICH)
def test_what_is_public_gains_no_finding(dossier: Dossier) -> None:
    """But those about what is known of unnamed sources, which is private.

    Neither waivers nor what was said off the record are in it, so they are not in what
    it is held against.
    """
    kept = [
        each
        for each in dossier.values()
        if not isinstance(each, Waiver)
        and not (
            isinstance(each, Attribution)
            and any(one.ground_rules == "off-record" for one in each.chain)
        )
    ]
    whole = with_records(dossier, kept)
    before = {
        (code, record) for code, _, record, _ in in_brief(check(whole, config=LOUD))
    }
    after = in_brief(check(disclosure.public(whole), config=LOUD))
    gained = [each for each in after if each[:1] + each[2:3] not in before]
    assert [each for each in gained if each[0] not in MISSING] == []


# What the firing fragment of each rule holds, by hand: record and related ids.
PLANTED: Final[dict[str, list[tuple[str, ...]]]] = {
    "CT101": [("CT101", "c2")],
    "CT102": [("CT102", "herald", "c1")],
    "CT103": [("CT103", "post-story")],
    "CT104": [("CT104", "a1", "a2")],
    "CT105": [("CT105", "herald", "a1")],
    "CT106": [("CT106", "herald", "a1")],
    "CT107": [("CT107", "jane-roe", "a1")],
    "CT108": [("CT108", "a2", "a1")],
    "CT109": [("CT109", "herald", "a1")],
    "CT201": [("CT201", "u1", "c1")],
    "CT202": [("CT202", "herald", "c1")],
    "CT203": [("CT203", "u1")],
    "CT204": [("CT204", "u1")],
    "CT205": [("CT205", "u1")],
    "CT206": [("CT206", "u1")],
    "CT207": [("CT207", "u1", "c1")],
    "CT208": [("CT208", "u1", "post-story")],
    "CT209": [("CT201", "u1", "c1"), ("CT209", "u1")],
    "CT210": [("CT210", "jane-roe", "a1", "a2")],
    "CT211": [("CT211", "herald", "c1")],
    "CT212": [("CT212", "jane-roe-independent-of-john-doe")],
    "CT213": [("CT213", "a1")],
    "CT214": [("CT214", "c1")],
    "CT215": [("CT215", "post-story", "u1")],
    "CT216": [("CT201", "u1", "c1"), ("CT216", "u1", "c1")],
    "CT301": [("CT301", "herald-story", "c1")],
    "CT303": [("CT303", "post-story", "a1")],
    "CT304": [("CT304", "a1")],
    "CT306": [("CT306", "post-story", "a1")],
    "CT307": [("CT307", "jane-roe", "her-post")],
    "CT308": [("CT308", "her-post")],
    "CT309": [("CT309", "c1", "second")],
    "CT401": [("CT401", "v1", "jane-roe")],
    "CT402": [("CT402", "v1")],
    "CT403": [("CT403", "v1", "c1")],
    "CT404": [("CT404", "v1")],
    "CT407": [("CT407", "c1")],
    "CT501": [("CT501", "a1", "c2")],
    "CT502": [("CT502", "a1", "c1")],
    "CT503": [("CT503", "a1")],
    "CT505": [("CT505", "a1")],
    "CT506": [("CT506", "story", "a1")],
    "CT507": [("CT507", "c1", "a1")],
    "CT508": [("CT508", "a1")],
    "CT509": [("CT509", "a1", "a2")],
    "CT601": [("CT601", "n1", "c1")],
    "CT602": [("CT602", "n1")],
    "CT603": [("CT603", "n1")],
    "CT604": [("CT604", "story-2")],
    "CT605": [("CT605", "n1")],
    "CT606": [("CT606", "n1", "post-story")],
    "CT608": [("CT608", "v1")],
}
"""Code → the findings of its fragment under `LOUD`: code, record, related ids."""


def test_every_rule_is_planted() -> None:
    """A new one is added to the corpus."""
    assert set(PLANTED) == set(RULES)


def planted(text: str, prefix: str) -> list[Any]:
    """Return the records of a fragment with ids of their own."""
    dossier = Dossier.loads(text)
    return list(renamed(dossier, {key: f"{prefix}.{key}" for key in dossier}).values())


@pytest.mark.parametrize("seed", range(6))
def test_all_that_is_planted_is_found_and_nothing_else(seed: int) -> None:
    """Recall and precision are 1: among sound records, near misses and each other."""
    chance = random.Random(seed)  # noqa: S311  no secret
    records: list[Any] = []
    expected: list[tuple[str, ...]] = []
    for place, (code, rule) in enumerate(sorted(RULES.items())):
        for number in range(chance.randint(1, 3)):
            prefix = f"f{place}-{number}"
            records += planted(rule.fires, prefix)
            expected += [
                (code, *(f"{prefix}.{key}" for key in ids))
                for code, *ids in PLANTED[code]
            ]
        if code not in ("CT209", "CT216"):  # one person is one too few for CT201
            records += planted(rule.near, f"n{place}")
            records += planted(rule.passes, f"p{place}")
    chance.shuffle(records)
    whole = with_records(Dossier(), records)
    found = [
        (each.code, str(each.record), *each.related)
        for each in check(whole, config=LOUD)
    ]
    assert Counter(found) == Counter(expected)
    assert len(found) >= len(RULES)
