"""Laws of the newsroom rules, and a corpus in which every violation is planted."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, disclosure
from claimtrack.lint import RULES, Config, Settings, check
from claimtrack.records import Attribution, Relation, Waiver, link
from claimtrack.testing import dossiers
from claimtrack.view import View
from lineage_oracle import tricky
from renaming import joined, nameless, renamed, with_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.findings import Finding
    from claimtrack.view import Sources

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

RICH: Final = joined(
    dossiers(max_sources=6, max_claims=3, max_attributions=6, max_links=4)
)

LOUD: Final = Config(
    settings=Settings(
        desk=["Post", "UNN"], preview=True, languages=["en"], stale_days=30
    )
).with_choice(ignore=["CT7", "CT8"])
"""Every rule, those in preview too, and no other check."""

Told: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""Code, severity, record and related ids."""


def in_brief(findings: Iterable[Finding]) -> list[Told]:
    """Return what tells findings apart, sorted."""
    return sorted(
        (each.code, each.severity, str(each.record), each.related) for each in findings
    )


TOGETHER: Final = {"CT043", "CT044", "CT503", "CT706"}
"""Codes of findings about several equal records, of which one is the record."""

LEAST: Final = {"CT201", "CT211"}
"""Codes of findings about several sources, of which the least id is the record."""

EVERYTHING: Final = Config(settings=LOUD.settings).with_choice(ignore=["CT703"])
"""All checks but that of shared names, which tells the later of two that it is one."""


def in_other_words(
    findings: Iterable[Finding], before: Mapping[str, str], sources: Sources
) -> Counter[tuple[object, ...]]:
    """Return what tells findings apart, whatever the ids.

    Args:
        findings: of a dossier under other ids.
        before: what each of its ids was before.
        sources: those of the dossier before; of those that are one, one is reported.
    """
    told: Counter[tuple[object, ...]] = Counter()
    for each in findings:
        record = sources.least_of(before.get(str(each.record), str(each.record)))
        ids = {sources.least_of(before[key]) for key in each.related}
        if each.code in TOGETHER:
            record, ids = "", {*ids, record}
        said = re.sub(r"\bn[0-9]{3}\b.*", "", each.message)
        if each.code in LEAST:
            record, said = "", ""
        told[each.code, each.severity, record, frozenset(ids), said] += 1
    return told


@laws
@given(RICH | st.randoms(use_true_random=False).map(tricky), st.randoms())
def test_neither_ids_nor_the_order_of_records_matter(
    dossier: Dossier, chance: random.Random
) -> None:
    """Other ids, in another order, give the same findings about the same records."""
    sources = View.of(dossier).sources
    told: list[Counter[tuple[object, ...]]] = []
    for _ in range(2):
        ids = list(dossier)
        chance.shuffle(ids)
        new = nameless(ids)
        records = list(renamed(dossier, new).values())
        chance.shuffle(records)
        other = with_records(dossier, records)
        before = {key: each for each, key in new.items()}
        told.append(in_other_words(check(other, config=EVERYTHING), before, sources))
    assert told[0] == told[1]


@laws
@given(RICH)
def test_one_more_open_voice_adds_no_finding_on_sourcing(dossier: Dossier) -> None:
    """An identified source, on the record, by a chain that shares no source."""
    before: dict[tuple[str, str], set[str]] = {}
    for code, _, record, ids in sourcing(dossier):
        before.setdefault((code, record), set()).update(ids)
    for claim in dossier.claims:
        more = with_records(dossier, dossier.values())
        outlet = more.outlet("An outlet of its own", id="outlet-of-its-own")
        person = more.person("A person of its own", id="person-of-its-own")
        told = outlet.citing(link(person, ground_rules="on-record"))
        more.attribute(claim, told, id="chain-of-its-own")
        for code, _, record, ids in sourcing(more):
            assert (code, record) in before
            assert set(ids) <= before[code, record]


def sourcing(dossier: Dossier) -> list[Told]:
    """Return the findings on sourcing."""
    return in_brief(check(dossier, config=LOUD.with_choice(select=["CT2"])))


MISSING: Final = frozenset({"CT204", "CT206", "CT208"})
"""Rules that ask for what a public dossier does not have."""


@laws
@given(RICH)
def test_what_is_public_gains_no_finding(dossier: Dossier) -> None:
    """But those about what is known of unnamed sources, which is private.

    Waivers, what was said off the record and who an unnamed source is are left out of
    what it is compared with too.
    """
    left = disclosure.public(dossier)
    kept = [
        each
        for each in dossier.values()
        if not isinstance(each, Waiver)
        and not (
            isinstance(each, Relation)
            and each.kind == "same-as"
            and each.id not in left
        )
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


OWN: Final = frozenset({"CT204", "CT206", "CT208", "CT215"})
"""Rules about the desk's own sources alone."""

GRADED: Final = frozenset({"CT201", "CT203", "CT207", "CT209"})
"""Rules that grade a source as own or relayed."""


@laws
@given(RICH, st.data())
def test_a_desk_adds_what_is_about_its_own_sources(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Nothing else changes, and without one nothing is graded as own."""
    quiet = attrs.evolve(LOUD, settings=attrs.evolve(LOUD.settings, desk=()))
    heads = [e.chain.head.source for e in dossier.attributions if e.chain.head.source]
    desk = data.draw(st.sampled_from([*heads, "nobody"]))
    ours = attrs.evolve(LOUD, settings=attrs.evolve(LOUD.settings, desk=desk))
    without, within = (check(dossier, config=each) for each in (quiet, ours))
    relayed = {code: dict(RULES[code].grades)["relayed"] for code in GRADED}
    for each in without:
        assert each.code not in OWN
        assert each.severity == relayed.get(each.code, each.severity)
    changing = OWN | GRADED
    assert [e for e in without if e.code not in changing] == [
        e for e in within if e.code not in changing
    ]
    if View.of(dossier).sources.kind(desk) != "outlet":
        assert within == without


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
    "CT111": [("CT111", "post-story", "a1")],
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
