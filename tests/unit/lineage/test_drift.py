"""Where a claim grew on the way, or lost what it came with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import attrs
import pytest

from claimtrack import Candidate, Dossier, Link, Relation, Source
from claimtrack.lineage import drift

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import RelationKind

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def relate(dossier: Dossier, kind: RelationKind, *pairs: str) -> Dossier:
    """Add relations, each as ``c1 c2``."""
    for each in pairs:
        subject, object_ = each.split()
        dossier.add(Relation(kind=kind, subject=subject, object=object_))
    return dossier


def found(dossier: Dossier) -> list[str]:
    """Return what drifts: where, what, held against what, from what to what."""
    return [
        f"{each.attribution}.{each.link} {each.kind} "
        f"{','.join(each.related) or '-'} {each.was}>{each.now}"
        for each in drift(dossier)
    ]


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        # Factuality: recorded against composed.
        ("o1:CT+ ^p1:PR+", ["a1.0 factuality - PR+>CT+"]),
        ("o1:PR+ ^p1:PR+", []),
        ("o1:PS+ ^p1:PR+", []),
        ("o1:PR+ p1:PR+", ["a1.0 factuality - Uu>PR+"]),
        ("o1:CTu p1:PR+", []),
        ("o1:CT- !p1:CT+", []),
        ("o1:CT+ !p1:CT+", ["a1.0 factuality - CT->CT+"]),
        ("o1:CT- ^p1:CT+", ["a1.0 factuality - CT+>CT-"]),
        ("o1:PS- ^p1:CT+", ["a1.0 factuality - CT+>PS-"]),
        ("o1:Uu ^p1:CT+", []),
        ("o1 o2:CT+ ^?:PS+", ["a1.1 factuality - PS+>CT+"]),
        ("? ^p1:PS+", []),
        ("?:CT+ ^p1:PS+", ["a1.0 factuality - PS+>CT+"]),
        # Factuality: surer than all that was read in the document it goes through.
        ("d1> o1 o2@d2 p1 | d2> o2 p1:PR+", ["a1.2 factuality a2 PR+>CT+"]),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:PR+ | d2> o2 p1:PS+",
            ["a1.2 factuality a2,a3 PR+>CT+"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1:PR+ | d2> o3 p1", []),
        ("d1> o1 o2@d2 p1:PS+ | d2> o2 p1:PR+", []),
        ("d1> o1 o2@d2 p1:CT- | d2> o2 p1", ["a1.2 factuality a2 CT+>CT-"]),
        (
            "d1> o1 o2@d2 p1:CT- | d2> o2 p1 | d2> o2 p1:PR-",
            ["a1.2 factuality a2,a3 CT+>CT-"],
        ),
        ("d1> o1 o2@d2 p1:CT- | d2> o2 p1 | d2> o2 p1:CT-", []),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:Uu | d2> o2 p1:CTu",
            ["a1.2 factuality a2,a3 CTu>CT+"],
        ),
        ("d1> o1 o2@d2 p1:CTu | d2> o2 p1:Uu", []),
        ("d1> o1 o2@d2 p1 | d2> o2 p2:PR+", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1:PR+", []),
        ("d1> o1 o2@d2 p1 | d3> o2 p1:PR+", []),
        ("d2> o1 o2@d2 p1 | d2> o2 p1:PR+", []),
        ("o1 o2@d2 p1 | d2> o2 p1:PR+", ["a1.2 factuality a2 PR+>CT+"]),
        ("d1> o1@d2 p1 | d2> o2 p1:PR+", ["a1.1 factuality a2 PR+>CT+"]),
        (
            "d1> o1 o2@d2 o3@d3 p1 | d2> o2 p1:PR+ | d3> o3 p1:PS+",
            ["a1.3 factuality a2 PR+>CT+", "a1.3 factuality a3 PS+>CT+"],
        ),
        ("d1> o1 o2@d2 ? | d2> o2 ?:PR+", []),
        ("d1> o1 !o2@d2 p1 | d2> o2 p1", []),
        ("d1> o1 o2@d2 !p1 | d2> o2 p1", ["a1.2 factuality a2 CT+>CT-"]),
        ("d1> o1 o2@d2 !p1 | d2> o2 !p1", []),
        ("d1> o1 o2@d2 !p1:Uu | d2> o2 p1:Uu", ["a1.2 factuality a2 Uu>CT-"]),
        # Attitude: stronger than in every chain that was read there.
        (
            "d1> o1 o2@d2 p1:PR+ | d2> o2 p1~belief",
            ["a1.2 attitude a2 belief>assertion"],
        ),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1~belief",
            ["a1.2 factuality a2 PR+>CT+", "a1.2 attitude a2 belief>assertion"],
        ),
        (
            "d1> o1 o2@d2 p1~intention | d2> o2 p1~desire",
            ["a1.2 attitude a2 desire>intention"],
        ),
        (
            "d1> o1 o2@d2 p1:Uu~belief | d2> o2 p1~intention",
            ["a1.2 attitude a2 intention>belief"],
        ),
        (
            "d1> o1 o2@d2 p1~knowledge | d2> o2 p1",
            ["a1.2 attitude a2 assertion>knowledge"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1~knowledge", []),
        ("d1> o1 o2@d2 p1~belief | d2> o2 p1", []),
        ("d1> o1 o2@d2 p1~desire | d2> o2 p1~intention", []),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:CT+~belief | d2> o2 p1:CT+~desire",
            ["a1.2 attitude a2,a3 belief>assertion"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1~belief | d2> o2 p1", []),
        ("d1> o1 o2@d2 p1 | d2> o2 p2~belief", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1~belief", []),
        ("d1> o1 o2@d2 ? | d2> o2 ?~belief", []),
        ("d2> o1 o2@d2 p1 | d2> o2 p1~belief", []),
        # Ground rules: looser than in every chain that was read there.
        (
            "d1> o1 o2@d2 u1 | d2> o2 u1%background",
            ["a1.2 ground-rules a2 background>None"],
        ),
        (
            "d1> o1 o2@d2 u1%on-record | d2> o2 u1%background",
            ["a1.2 ground-rules a2 background>on-record"],
        ),
        (
            "d1> o1 o2@d2 u1%background | d2> o2 u1%not-for-attribution",
            ["a1.2 ground-rules a2 not-for-attribution>background"],
        ),
        (
            "d1> o1 o2@d2 u1%not-for-attribution | d2> o2 u1%deep-background",
            ["a1.2 ground-rules a2 deep-background>not-for-attribution"],
        ),
        (
            "d1> o1 o2@d2 u1%deep-background | d2> o2 u1%off-record",
            ["a1.2 ground-rules a2 off-record>deep-background"],
        ),
        ("d1> o1 o2@d2 u1 | d2> o2 u1%on-record", []),
        ("d1> o1 o2@d2 u1%on-record | d2> o2 u1", []),
        ("d1> o1 o2@d2 u1%off-record | d2> o2 u1%background", []),
        ("d1> o1 o2@d2 u1 | d2> o2 u1%background | d2> o2 u1", []),
        (
            "d1> o1 o2@d2 u1 | d2> o2 u1%background | d2> o2 u1%off-record",
            ["a1.2 ground-rules a2,a3 background>None"],
        ),
        # An outlet that relied on unnamed people.
        ("d1> o1 o2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d3 | d2> o3 o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d3 | d2> o2@d3 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 o2@d3 | d2> o2@d3 u1", ["a1.2 anonymity a2 u1>None"]),
        ("d1> o1 o2 | d2> o2 o2@d3 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 (p1) | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> ? o2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 | d2> o2 u1 | d3> o2 u2", ["a1.1 anonymity a2,a3 u1>None"]),
        ("d1> o1 o2@d3 | d2> o2 u1", []),
        ("d1> o1 o2@d3 | d2> o2@d4 u1", []),
        (
            "d1> o1 o2@d3 | d2> o3 o2@d4 u1 | d4> o3 o2 u2",
            ["a1.1 anonymity a3 u2>None"],
        ),
        ("d1> o1 o2 | d1> o2 u1", []),
        ("d1> o1 o2 | d1> o2 u3 | d2> o2 u1", []),
        ("d1> o1 o2 | d1> o2 p1 | d2> o2 u1", ["a1.1 anonymity a3 u1>None"]),
        ("d1> o1 o2 | c2: d1> o2 u3 | d2> o2 u1", ["a1.1 anonymity a3 u1>None"]),
        ("d1> o2 | d2> o2 u1", []),
        ("d1> o2 o2 | d2> o2 u1", []),
        ("d1> o2 (p1) | d2> o2 u1", []),
        ("d1> o1 o2 | d2> o2 p1", []),
        ("d1> o1 o2 | d2> o2 ? u1", []),
        ("d1> o1 o2 | d2> o2 (u1)", []),
        ("d1> o1 p1 | d2> p1 u1", []),
        ("d1> o1 ? | d2> o1 u1", []),
        ("o1 o2 | d2> o2 u1", []),
        ("d1> o1 o2 | o2 u1", []),
        ("d1> o1 o2 | c2: d2> o2 u1", []),
        # From headline to body: on whose word.
        ("d1/headline> o1 p1 | d1/lead> o1 o2", ["a1.1 headline a2 None>p1"]),
        (
            "d1/headline> o1 p1 | d1/caption> o1 o2 | d1> o1 p2",
            ["a1.1 headline a2,a3 None>p1"],
        ),
        ("d1/headline> o1 b1 | d1> o1 b2", ["a1.1 headline a2 None>b1"]),
        ("d1/headline> o1 u1 | d1> o1 p1", ["a1.1 headline a2 None>u1"]),
        ("d1/headline> o1/witnessed | d1> o1 p1", ["a1.0 headline a2 None>o1"]),
        ("d1/headline> o1 p1 | d1> o1 p1 p2", ["a1.1 headline a2 None>p1"]),
        ("d1/headline> o1 p1 | d1> o1 p1 | d1> o1 o2 p2", []),
        ("d1/headline> o1 p1 | d1> o2 p1/hearsay", []),
        (
            "d1/headline> o1 p1 | d1/headline> o1 p2 | d1> p2",
            ["a1.1 headline a3 None>p1"],
        ),
        ("d1/headline> o1 o2 | d1> o1 o2 u1", []),
        ("d1/headline> o1 p1/hearsay | d1> o1 p2", []),
        ("d1/headline> o1 (p1) | d1> o1", []),
        ("d1/headline> o1 ? | d1> o1 p1", []),
        ("d1/headline> o1 m1 | d1> o1 p1", []),
        ("d1/headline> o1/document=d3 | d1> o2/document=d3", []),
        ("d1/headline> o1/document=d3,d4 | d1> o2/document=d4,d5", []),
        ("d1/headline> o1/document=d3 | d1> o2 o1", []),
        (
            "d1/headline> o1/document=d3 | d1> o2/document=d4",
            ["a1.0 headline a2 None>o1"],
        ),
        ("d1/headline> o1 p1", []),
        ("d1/headline> o1 p1 | d2> o1 p2", []),
        ("/headline> o1 p1 | d1> o1 p2", []),
        ("/headline> o1 p1 | o1 p1", []),
        ("/headline> o1 p1 | o1 p2", ["a1.1 headline a2 None>p1"]),
        ("d1/headline> o1 p1 | c2: d1> o1 p1", ["a1.1 headline - None>p1"]),
        # From headline to body: how surely.
        ("d1/headline> o1 p1 | d1> o1 p1:PR+", ["a1.1 headline a2 PR+>CT+"]),
        (
            "d1/headline> o1 p1 | d1> o1 p1:PS+ | d1> o1 p1~belief",
            ["a1.1 headline a2,a3 PR+>CT+"],
        ),
        ("d1/headline> o1 p1 | d1> o1 p1:PS+ | d1> o1 o2 p2", []),
        ("d1/headline> o1 p1 | d1> o1 p1:Uu", ["a1.1 headline a2 Uu>CT+"]),
        ("d1/headline> o1 p1:CT- | d1> o1 p1", ["a1.1 headline a2 CT+>CT-"]),
        ("d1/headline> o1 !p1 | d1> o1 p1", ["a1.1 headline a2 CT+>CT-"]),
        ("d1/headline> o1 p1:PS+ | d1> o1 p1", []),
        (
            "d1/headline> o1 p1 | d1> o1 p1:PR+ | d2> o1 p1",
            ["a1.1 headline a2 PR+>CT+"],
        ),
        (
            "d1/headline> o1 p1:PR+ | d1> o1 p2:PS+",
            ["a1.1 headline a2 None>p1", "a1.1 headline a2 PS+>PR+"],
        ),
    ],
)
def test_what_drifts_is_told_from_what_nearly_does(
    chains: str, expected: list[str], tell: Callable[..., Dossier]
) -> None:
    """And what nearly does."""
    assert found(tell(*chains.split(" | "))) == expected


@pytest.mark.parametrize(
    ("chains", "relations", "expected"),
    [
        # Wording: what is passed on is stronger than what was read there.
        (
            "d1> o1 o2@d2 p1 | c2: d2> o2 p1",
            "stronger-than c1 c2",
            ["a1.1 wording a2 c2>c1"],
        ),
        (
            "d1> o1 o2@d2 p1 | c3: d2> o2 p1 | c2: d3> p1",
            "stronger-than c1 c2, stronger-than c2 c3",
            ["a1.1 wording a2 c3>c1"],
        ),
        (
            "d1> o1 o2@d2 p1 | c3: d2> o2 p1 | c2: d2> o2 p1",
            "stronger-than c1 c2, stronger-than c2 c3",
            ["a1.1 wording a3 c2>c1"],
        ),
        (
            "d1> o1 o2@d2 p1 | c3: d2> o2 p1 | c2: d2> o2 p1",
            "stronger-than c1 c2, stronger-than c1 c3",
            ["a1.1 wording a2,a3 c2>c1"],
        ),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1 | d2> o2 p1", "stronger-than c1 c2", []),
        (
            "d1> o1 o2@d2 p1 | c2: d2> o2 p1 | d2> o2 p2",
            "stronger-than c1 c2",
            ["a1.1 wording a2 c2>c1"],
        ),
        (
            "d1> o1 o2@d2 p1 | c2: d2> o2 p1 | c3: d2> o2 p1",
            "stronger-than c1 c2, same-as c1 c3",
            [],
        ),
        (
            "d1> o1 o2@d2 p1 | c2: d2> o2 p1 | c3: d9> p1",
            "stronger-than c3 c2, same-as c1 c3",
            ["a1.1 wording a2 c2>c1"],
        ),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p2", "stronger-than c1 c2", []),
        ("d1> o1 o2@d2 p1 | c2: d3> o2 p1", "stronger-than c1 c2", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1", "stronger-than c2 c1", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1", "narrower-than c1 c2", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1", "inferred-from c1 c2", []),
        (
            "d1> o1 o2@d2 p1 | c2: d2> o2 p1",
            "stronger-than c1 c2, stronger-than c2 c1",
            ["a1.1 wording a2 c2>c1"],
        ),
        ("d2> o1 o2@d2 p1 | c2: d2> o2 p1", "stronger-than c1 c2", []),
        # Wording of a headline, and on whose word it stands.
        (
            "d1/headline> o1 p1 | c2: d1> o1 p1",
            "stronger-than c1 c2",
            ["a1.1 wording a2 c2>c1"],
        ),
        ("d1/headline> o1 p1 | c2: d1> o1 p1 | d1> o1 p1", "stronger-than c1 c2", []),
        (
            "d1/headline> o1 p1 | c3: d1> o1 p1 | c2: d2> p1",
            "stronger-than c1 c2, stronger-than c2 c3",
            ["a1.1 wording a2 c3>c1"],
        ),
        (
            "d1/headline> o1 p1 | c3: d1> o1 p1 | c2: d1> o1 p2",
            "stronger-than c1 c2, stronger-than c2 c3",
            ["a1.1 wording a3 c2>c1"],
        ),
        (
            "d1/headline> o1 p1 | c3: d1> o1 p2 | c2: d1> o1 p2",
            "stronger-than c1 c2, stronger-than c2 c3",
            ["a1.1 wording a3 c2>c1", "a1.1 headline a3 None>p1"],
        ),
        ("d1/headline> o1 p1 | c2: d1> o1 p1", "inferred-from c1 c2", []),
        (
            "d1/headline> o1 p1 | c3: d1> o1 p1 | c2: d2> p1",
            "inferred-from c1 c2, inferred-from c2 c3",
            [],
        ),
        (
            "d1/headline> o1 p1 | c2: d1> o1 p2",
            "inferred-from c1 c2",
            ["a1.1 headline a2 None>p1"],
        ),
        (
            "d1/headline> o1 p1 | c3: d1> o1 p1 | c2: d2> p1",
            "stronger-than c1 c2, inferred-from c2 c3",
            ["a1.1 headline - None>p1"],
        ),
        (
            "d1/headline> o1 p1 | c2: d1> o1 p1",
            "inferred-from c2 c1",
            ["a1.1 headline - None>p1"],
        ),
        (
            "d1/headline> o1 p1 | c2: d1> o1 p1",
            "narrower-than c1 c2",
            ["a1.1 headline - None>p1"],
        ),
        (
            "d1/headline> o1 p1 | c2: d2> o1 p1 | c3: d1> p1",
            "stronger-than c1 c2",
            ["a1.1 headline - None>p1"],
        ),
        (
            "d1/headline> o1 o2@d2 p1 | c2: d2> o2 p1 | d1> o1 p1",
            "stronger-than c1 c2",
            ["a1.1 wording a2 c2>c1"],
        ),
        # Documents that are one are one origin.
        ("d1/headline> o1/document=d3 | d1> o2/document=d4", "copied-from d4 d3", []),
        (
            "d1/headline> o1/document=d3 | d1> o2/document=d4",
            "translation-of d3 d4",
            [],
        ),
        (
            "d1/headline> o1/document=d3 | d1> o2/document=d4",
            "version-of d3 d4",
            ["a1.0 headline a2 None>o1"],
        ),
    ],
)
def test_what_drifts_by_relations(
    chains: str, relations: str, expected: list[str], tell: Callable[..., Dossier]
) -> None:
    """Stronger than and inferred from, at any remove; each by itself."""
    dossier = tell(*chains.split(" | "))
    for each in relations.split(", "):
        kind, _, pair = each.partition(" ")
        relate(dossier, cast("RelationKind", kind), pair)
    assert found(dossier) == expected


AFFILIATED: Final = {
    "b1": Source(id="b1", kind="organization", name="B1"),
    "b2": Source(id="b2", kind="organization", name="B2", affiliations=["b1"]),
    "p1": Source(id="p1", kind="person", name="P1", affiliations=["b2"]),
    "g1": Source(id="g1", kind="group", name="G1", members=["b1"]),
    "g2": Source(id="g2", kind="group", name="G2", members=["g1"]),
    "u1": Source(
        id="u1", kind="unnamed", description="U1", role="aide", affiliations=["b1"]
    ),
}


@pytest.mark.parametrize(
    ("headline", "body", "is_drift"),
    [
        ("b1", "b2", False),
        ("b1", "p1", False),
        ("b1", "u1", False),
        ("g1", "b1", False),
        ("g2", "b1", False),
        ("g2", "p1", False),
        ("p1", "b1", True),
        ("b2", "b1", True),
        ("b1", "g1", True),
        ("u1", "b1", True),
        ("b2", "u1", True),
        ("g1", "p2", True),
    ],
)
def test_who_counts_as_whom(
    headline: str, body: str, *, is_drift: bool, tell: Callable[..., Dossier]
) -> None:
    """Members and those affiliated, and theirs in turn; not the other way round."""
    dossier = tell(f"d1/headline> o1 {headline}", f"d1> o1 {body}", "p2")
    for key, record in AFFILIATED.items():
        if key in dossier:
            dossier.replace(record)
        else:
            dossier.add(record)
    expected = [f"a1.1 headline a2 None>{headline}"] if is_drift else []
    assert found(dossier) == expected


def test_a_speaker_who_may_be_the_one_is_no_drift(tell: Callable[..., Dossier]) -> None:
    """Nobody knows that the body is attributed to somebody else."""
    dossier = tell("d1/headline> o1 p1", "d1> o1 ?", "p2")
    assert found(dossier) == ["a1.1 headline a2 None>p1"]
    guess = Link(candidates=[Candidate(source="p2"), Candidate(source="p1")])
    body = attrs.evolve(dossier.attributions[1], chain=["o1", guess])
    dossier.replace(body)
    assert found(dossier) == []


def test_of_several_that_read_alike_none_is_chosen(
    tell: Callable[..., Dossier],
) -> None:
    """Which came first would depend on how their ids are spelled."""
    dossier = tell("d1> o1 o2", "d2> o2 u1", "d3> o2 u2")
    assert found(dossier) == ["a1.1 anonymity a2,a3 u1>None"]
    for key in ("u1", "u2"):
        dossier.replace(Source(id=key, kind="unnamed", description="officials"))
    assert found(dossier) == ["a1.1 anonymity a2,a3 None>None"]


def test_what_is_one_does_not_drift_from_itself(tell: Callable[..., Dossier]) -> None:
    """Claims and sources are taken by their classes."""
    dossier = tell("d1/headline> o1 p1", "c2: d1> o1 p2")
    assert found(dossier) == ["a1.1 headline - None>p1"]
    assert found(relate(dossier, "same-as", "c1 c2", "p1 p2")) == []


ALOUD: Final = [
    (
        "a1: what is attributed to “U1” (unnamed, 1 or more) is passed on as "
        "CT+, but it is PR+ in the document “D2”"
    ),
    (
        "a1: what is attributed to “U1” (unnamed, 1 or more) is passed on as an "
        "assertion, but it is a belief in the document “D2”"
    ),
    (
        "a1: what is attributed to “U1” (unnamed, 1 or more) is passed on "
        "without ground rules, but it is on background in the document “D2”"
    ),
    (
        "a10: somebody who is not settled presents the claim as CT+, but what "
        "it cites makes that PR+"
    ),
    ("a12: the headline presents the claim as CT+, but the body presents it as PS+"),
    (
        "a3: O2 is cited without the unnamed source it relied on: “U1” "
        "(unnamed, 1 or more)"
    ),
    ("a5: O1 presents the claim as CT+, but what it cites makes that PR+"),
    (
        "a6: what is attributed to P1 is passed on as a stronger claim than the "
        "one in the document “D6”: the claim “Text of c4”"
    ),
    ("a8: the headline makes a stronger claim than the body: the claim “Text of c4”"),
    ("a8: the headline quotes P1, but nothing in the body is attributed to them"),
]


def test_it_can_be_read_aloud(tell: Callable[..., Dossier]) -> None:
    """Where it is, and what became of it."""
    dossier = tell(
        "d1/headline> o1 o2@d2 u1",
        "d2> o2 u1~belief%background",
        "c2: d3> o1 o2",
        "c2: d2> o2 u1",
        "c2: d4> o1:CT+ ^?:PR+",
        "c3: d5> o1 o2@d6 p1",
        "c4: d6> o2 p1",
        "c5: d7/headline> p1",
        "c4: d7> p2",
        "c6: d8> ?:CT+ ^p1:PR+",
        "c7: d9> p1:PS+",
        "c7: d9/headline> p1",
    )
    relate(dossier, "stronger-than", "c3 c4", "c5 c4")
    assert [str(each) for each in drift(dossier)] == ALOUD


def test_the_headline_of_the_article_has_another_origin() -> None:
    """The headline's origin is the US, which is the origin of no body chain."""
    drifting = drift(Dossier.load(EXAMPLE))
    assert [(each.kind, each.attribution, each.now) for each in drifting] == [
        ("wording", "a01", "c01"),
        ("headline", "a01", "us"),
    ]
    assert {each.related for each in drifting} == {("a02", "a04", "a08")}
