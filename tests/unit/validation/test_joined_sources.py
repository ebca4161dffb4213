"""CT043 and CT044: joined sources that by kind or by count cannot be one."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Count, Dossier, Relation, Source, validate
from claimtrack.testing import dossiers
from claimtrack.view import View
from lineage_oracle import tricky

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.findings import Finding
    from claimtrack.records import SourceKind

CODES: Final = ("CT043", "CT044")


def found_in(dossier: Dossier) -> list[Finding]:
    """Return the findings of these codes."""
    return [each for each in dossier.validate() if each.code in CODES]


def source(key: str, kind: SourceKind, count: str | None = None) -> Source:
    """Return a source with a name or a description."""
    number = None if count is None else Count.from_text(count)
    if kind == "unnamed":
        return Source(id=key, kind=kind, description=key, count=number)
    return Source(id=key, kind=kind, name=key, count=number)


def one(*sources: Source, others: Iterable[Source] = ()) -> Dossier:
    """Return a dossier in which these are one, and others are by themselves."""
    d = Dossier()
    for each in (*sources, *others):
        d.add(each)
    for each in sources[1:]:
        # Without an id of its own, as in a file.
        relation = Relation(kind="same-as", subject=sources[0].id, object=each.id)
        d.add(relation)
    return d


@pytest.mark.parametrize(
    ("kinds", "is_clash"),
    [
        (("person", "crowd"), True),
        (("crowd", "unresolved", "person"), True),
        (("person", "organization"), True),
        (("outlet", "crowd"), True),
        (("platform", "unnamed"), True),
        (("unnamed", "crowd"), False),
        (("outlet", "platform"), False),
        (("outlet", "organization"), False),
        (("person", "unresolved"), False),
        (("person", "unnamed"), False),
    ],
)
def test_kinds_that_cannot_be_one(
    kinds: tuple[SourceKind, ...],
    is_clash: bool,  # noqa: FBT001
) -> None:
    """One finding a joined source, whatever the ids and the order."""
    for ids in permutations([f"s{place}" for place in range(len(kinds))]):
        made = [source(key, kind) for key, kind in zip(ids, kinds, strict=True)]
        found = found_in(one(*made))
        assert [each.code for each in found] == ["CT043"] * is_clash
        for each in found:
            assert (each.record, each.severity) == ("s0", "warning")
            assert each.related == tuple(sorted(ids)[1:])
            assert each.pointer.endswith("/kind")


@pytest.mark.parametrize(
    ("counts", "is_clash"),
    [
        (("1", "2+"), True),
        (("1-2", None, "4-5", "3+"), True),
        (("1-2", "2+"), False),
        (("2+", None), False),
        ((None, None), False),
    ],
)
def test_counts_that_contradict_each_other(
    counts: tuple[str | None, ...],
    is_clash: bool,  # noqa: FBT001
) -> None:
    """Named are those that have a count."""
    made = [source(f"s{n}", "unnamed", count) for n, count in enumerate(counts)]
    found = found_in(one(*made, others=[source("x", "unnamed", "9")]))
    assert [each.code for each in found] == ["CT044"] * is_clash
    for each in found:
        counted = [key.id for key in made if key.count is not None]
        assert [each.record, *each.related] == counted
        assert each.pointer.endswith("/count")


def test_counts_of_who_takes_none_do_not_contradict() -> None:
    """A person is one, whatever the count of the crowd that it is one with."""
    made = one(
        source("p", "person"), source("a", "crowd", "1"), source("b", "crowd", "5")
    )
    assert [each.code for each in found_in(made)] == ["CT043"]


def test_a_long_list_is_cut_short() -> None:
    """Five ids are shown."""
    made = one(*(source(f"s{n}", "crowd" if n else "person") for n in range(7)))
    (found,) = found_in(made)
    assert found.message.endswith("s0, s1, s2, s3, s4 and 2 more")


@settings(deadline=None)
@given(dossiers(max_sources=6, max_relations=6) | st.randoms().map(tricky))
def test_a_finding_for_each_joined_source_that_cannot_be(dossier: Dossier) -> None:
    """As the view has it, in a file and in memory."""
    sources = View.of(dossier).sources
    classes = sources.classes.members
    expected = {("CT043", key) for key in classes if sources.kinds_clash(key)}
    expected |= {("CT044", key) for key in classes if sources.counts_clash(key)}
    found = found_in(dossier)
    told = [(each.code, sources.least_of(str(each.record))) for each in found]
    assert sorted(told) == sorted(expected)
    again = [each.code for each in validate(dossier.dumps()) if each.code in CODES]
    assert sorted(again) == sorted(code for code, _ in expected)
