"""The reasons for a claim's lineage, as sentences that an editor can read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.lineage._reasons import Reason, counted, named, names_of
from claimtrack.lineage._trace._lineage import Lineage
from claimtrack.lineage._voices import last_run, told_about
from claimtrack.records import Chain
from claimtrack.view import Heaviest, View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


__all__ = ["Told", "why_traced"]

_TWO: Final = 2

_OPEN: Final = {
    False: "the basis is not recorded",
    True: "known there only from hearsay",
}
"""Why an end is open, by whether its basis is hearsay."""


@attrs.frozen
class Told:
    """What the reasons for a lineage are written from.

    Attributes:
        lineage: the lineage that they explain.
        supporting: the chains that support the claim.
        opposing: the chains that oppose it.
        uncommitted: the chains that are uncommitted.
        different: the heaviest set of origins that are certainly different.
        independent: the two origins that are independent, if two are.
        is_disputed: whether somebody calls two of the origins independent.
        view: the view of the dossier, for names.
    """

    lineage: Lineage
    supporting: Sequence[Chain]
    opposing: Sequence[Chain]
    uncommitted: Sequence[Chain]
    different: Heaviest
    independent: tuple[str, ...]
    is_disputed: bool
    view: View

    def named(self, ids: Iterable[str]) -> str:
        """Return the names of sources or documents as part of a sentence."""
        return named(ids, self.view)


def why_traced(told: Told) -> Iterator[Reason]:
    """Yield the reasons: who supports it, what that depends on, where voices stop."""
    for explain in _EXPLANATIONS:
        yield from explain(told)


def _supported(told: Told) -> Iterator[Reason]:
    found = told.lineage
    number = len(found.supported_by)
    if not number:
        yield Reason("unsupported", (), "No chain on record supports it")
        return
    verb = "supports" if number == 1 else "support"
    # There may be candidates in the place of a publisher.
    by = told.named(found.publishers) or "somebody who is not settled"
    text = f"{counted(number, 'chain')} {verb} it, published by {by}"
    yield Reason("supported", found.supported_by, text)


def _others(told: Told) -> Iterator[Reason]:
    found = told.lineage
    for code, ids, chains, one, several in (
        ("opposed", found.opposed_by, told.opposing, "opposes it", "oppose it"),
        (
            "uncommitted",
            found.uncommitted,
            told.uncommitted,
            "commits to nothing",
            "commit to nothing",
        ),
    ):
        if ids:
            does, those = (one, "that") if len(ids) == 1 else (several, "those")
            who = names_of(chains, told.view)
            text = f"{counted(len(ids), 'chain')} {does}"
            yield Reason(code, ids, f"{text}: {those} of {who}" if who else text)
    pairs = zip(found.uncommitted, told.uncommitted, strict=True)
    ids = tuple(key for key, chain in pairs if chain.is_nobody)
    if ids:
        verb = "has" if len(ids) == 1 else "have"
        text = f"{counted(len(ids), 'chain')} {verb} nobody on record as the speaker"
        yield Reason("nobody", ids, text)


def _bottlenecks(told: Told) -> Iterator[Reason]:
    ids = told.lineage.bottlenecks
    if not ids:
        return
    narrow, of = set(ids), told.view.sources.least_of
    passing = [
        narrow <= {of(each.source) for each in chain if each.source is not None}
        for chain in told.supporting
    ]
    ways = "Every path passes"
    if all(passing):
        ways = {1: "The only chain passes", 2: "Both chains pass"}.get(
            len(passing), f"All {len(passing)} chains pass"
        )
    yield Reason("bottleneck", ids, f"{ways} through {told.named(ids)}")


def _single_points(told: Told) -> Iterator[Reason]:
    found = told.lineage
    narrow = set(found.bottlenecks)
    ids = tuple(each for each in found.single_points if each not in narrow)
    if ids:
        which = told.named(ids) if len(ids) == 1 else f"any one of {told.named(ids)}"
        yield Reason("single-point", ids, f"Without {which} nothing is left")
    if len(found.cut) > 1:
        number = len(found.cut)
        text = (
            f"Nothing is left without these {number} sources: {told.named(found.cut)}"
        )
        yield Reason("cut", found.cut, text)


def _ends(told: Told) -> Iterator[Reason]:
    ends = told.lineage.ends
    for is_hearsay, because in _OPEN.items():
        ids = tuple(
            each.source
            for each in ends
            if each.source is not None
            and each.kind == "open"
            and (each.basis == "hearsay") is is_hearsay
        )
        if ids:
            yield Reason("open", ids, f"Open at {told.named(ids)}: {because}")
    if any(each.source is None for each in ends):
        yield Reason("unsettled", (), "A chain ends where the speaker is not settled")
    closed = {each.source for each in ends if each.kind == "circular"}
    cycles = ((told.named(each), each) for each in told.lineage.cycles)
    for who, cycle in sorted(cycles):
        if cycle[0] in closed:
            text = f"Circular reporting without an origin: {who}"
            yield Reason("circular", cycle, text)
        else:
            yield Reason("cycle", cycle, f"In a circle, with a way out of it: {who}")


def _origins(told: Told) -> Iterator[Reason]:
    ids = told.lineage.origin_ids
    if not ids:
        if told.lineage.supported_by:
            yield Reason("origins", (), "No origin is recorded")
        return
    text = f"{counted(len(ids), 'origin')}: {told.named(ids)}"
    yield Reason("origins", ids, text)
    ids = told.different.ids
    text = f"Individuals behind it: {told.lineage.individuals}"
    if len(ids) > 1:
        text += f"; known to be different: {told.named(ids)}"
    if not told.different.is_sure:
        text += "; there may be more, because the search was cut short"
    yield Reason("individuals", ids, text)


def _independence(told: Told) -> Iterator[Reason]:
    found = told.lineage
    ids = found.origin_ids
    if found.independence == "established":
        ids = told.independent
        text = f"Independent of each other: {told.named(ids)}"
    elif found.independence != "unestablished":
        return
    elif told.is_disputed:
        text = (
            "Two origins are called independent only by themselves, "
            "or they have a common owner"
        )
    elif len(ids) == _TWO:
        text = f"Nothing says that {told.named(ids)} are independent of each other"
    else:
        text = f"Nothing says that any two of the {len(ids)} origins are independent"
    yield Reason("independence", ids, text)


def _spoken_for(told: Told) -> Iterator[Reason]:
    of = told.view.sources.least_of
    speaking: dict[str, set[str]] = {}
    for chain in told.supporting:
        speaker = last_run(chain, of)[0].source
        for holder in told_about(chain, of):
            speakers = speaking.setdefault(holder, set())
            if speaker is not None:
                speakers.add(of(speaker))
    found: list[tuple[str, tuple[str, ...]]] = []
    for holder, speakers in speaking.items():
        who = told.named(speakers) or "somebody who is not settled"
        text = f"{told.view.sources.name(holder)} did not speak; spoken for by {who}"
        found.append((text, (holder, *sorted(speakers))))
    yield from (Reason("spoken-for", ids, text) for text, ids in sorted(found))


_EXPLANATIONS: Final[tuple[Callable[[Told], Iterator[Reason]], ...]] = (
    _supported,
    _others,
    _bottlenecks,
    _single_points,
    _ends,
    _origins,
    _independence,
    _spoken_for,
)
