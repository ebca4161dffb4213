"""Chains in words: as sentences to be said aloud, and step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._facts import LISTED, counted, shortened
from claimtrack.draw._html._spans import Span, Words, said
from claimtrack.lineage import factuality, voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.draw._drawn_claim import Reading, Standing
    from claimtrack.draw._html._facts import Facts
    from claimtrack.records import (
        Attitude,
        Attribution,
        Basis,
        Factuality,
        Link,
        Stance,
    )

__all__ = ["Path", "Step", "find_paths"]

MANY: Final = 3
"""From this number on, chains that only differ in their publisher are shown as one."""

_FACTUALITY: Final[Mapping[Factuality, str]] = {
    "CT+": "as certain",
    "PR+": "as probable",
    "PS+": "as possible",
    "CT-": "as certainly not so",
    "PR-": "as probably not so",
    "PS-": "as possibly not so",
    "CTu": "knows whether it is so, and does not say",
    "Uu": "does not commit to it",
}

_HELD: Final[Mapping[Attitude, str]] = {
    "assertion": "spoken for",
    "belief": "said to believe it",
    "knowledge": "said to know it",
    "intention": "said to intend it",
    "desire": "said to want it",
}

_STANCES: Final[Mapping[Stance, str]] = {
    "neutral": "",
    "endorses": "endorsed by whoever cites it",
    "distances": "cited with distance",
    "denies": "denied by whoever cites it",
}

_BASES: Final[Mapping[Basis, str]] = {
    "witnessed": "was there",
    "participant": "took part",
    "official": "speaks officially",
    "expert": "speaks as an expert",
    "document": "has it from a document",
    "hearsay": "has it from hearsay",
    "unknown": "",
}

_STANDINGS: Final[Mapping[Standing, str]] = {
    "supports": "",
    "opposes": "This chain opposes the claim.",
    "uncommitted": "This chain commits to nothing.",
}


@attrs.frozen
class Step:
    """One link of a chain.

    Attributes:
        words: who it is, how it takes up the claim, and how certain it presents it.
        is_holder: whether it is a holder, who did not speak.
    """

    words: Words
    is_holder: bool


@attrs.frozen
class Path:
    """A chain, or several that only differ in their publishers.

    Attributes:
        aloud: the chain as a sentence.
        steps: its links.
        foot: where it was read, and what it does to the claim.
    """

    aloud: Words
    steps: tuple[Step, ...]
    foot: tuple[Words, ...]


def find_paths(read: Reading, facts: Facts) -> tuple[Path, ...]:
    """Return the chains of a claim in words, in their order."""
    groups: dict[object, list[tuple[Attribution, Standing]]] = {}
    for attribution, standing in read.chains:
        groups.setdefault((attribution.chain[1:], standing), []).append(
            (attribution, standing)
        )
    told: list[Path] = []
    for group in groups.values():
        is_one = len(group) >= MANY and group[0][0].chain.head.source is not None
        parts = [group] if is_one else [[each] for each in group]
        told += (_path([e for e, _ in each], each[0][1], read, facts) for each in parts)
    return tuple(told)


def _path(
    alike: Sequence[Attribution], standing: Standing, read: Reading, facts: Facts
) -> Path:
    """Return one chain in words, or several chains with the same tail."""
    chain = alike[0].chain
    spoken = len(voices(chain))
    values = factuality(alike[0])
    steps = [
        Step(
            words=_step(place, each, values[place], facts, is_holder=place >= spoken),
            is_holder=place >= spoken,
        )
        for place, each in enumerate(chain)
    ]
    if len(alike) > 1:
        manner = Span(f" each publish it{_manner(values[0])}", "note")
        steps[0] = attrs.evolve(steps[0], words=said(_heads(alike, facts), manner))
    return Path(
        aloud=said(*_aloud(alike, spoken, standing, read, facts)),
        steps=tuple(steps),
        foot=tuple(_foot(alike, standing, facts)),
    )


def _heads(alike: Sequence[Attribution], facts: Facts) -> Words:
    keys = [each.chain.head.source or "" for each in alike]
    number = counted(len(alike), "outlet")
    return said(f"{number} (", facts.named(keys, most=MANY), ")")


def _aloud(
    alike: Sequence[Attribution],
    spoken: int,
    standing: Standing,
    read: Reading,
    facts: Facts,
) -> Iterator[str | Span | Words]:
    """Yield the pieces of the sentence for a chain."""
    chain = alike[0].chain
    for place, link in enumerate(chain[:spoken]):
        if place:
            yield ", denying " if link.stance == "denies" else ", citing "
        yield (
            _heads(alike, facts) if len(alike) > 1 and not place else _who(link, facts)
        )
        if link.source is not None and facts.view.sources.is_unnamed(link.source):
            yield " (unnamed)"
    if standing == "supports" and _is_open(chain[spoken - 1], read):
        yield " (basis not recorded)"
    if chain[spoken:]:
        yield "; spoken for: "
    for place, link in enumerate(chain[spoken:]):
        yield said(*([", "] if place else []), _who(link, facts))
    if standing == "opposes" and all(e.stance != "denies" for e in chain[1:]):
        yield "; against it"


def _is_open(link: Link, read: Reading) -> bool:
    """Return whether a link is an end whose source does not say how it knows."""
    key = None if link.source is None else read.one(link.source)
    return any(each.kind == "open" for each in read.ends.get(key, ()) if key)


def _who(link: Link, facts: Facts) -> Words:
    """Return who a link is: a source, one of several, or nobody."""
    if link.is_nobody:
        return (Span("nobody on record"),)
    if link.source is not None:
        return (facts.name(link.source),)
    names = facts.named([each.source for each in link.candidates or ()])
    return said("a speaker who is not settled", *((": ", names) if names else ()))


def _step(
    place: int, link: Link, value: Factuality, facts: Facts, *, is_holder: bool
) -> Words:
    """Return who a link is, in which role, and how it takes up the claim."""
    if link.is_nobody:
        return _who(link, facts)
    notes = [] if link.source is None else [facts.kind(link.source)]
    notes += [] if place else ["publishes"]
    parts: list[str | Span | Words] = [_who(link, facts)]
    note = f" {', '.join(notes)}" if notes else ""
    if link.cue is not None:
        parts.extend((Span(f"{note} ", "note"), Span(shortened(link.cue), "quote")))
        note = ""
    note += "".join(f", {each}" for each in _details(link, is_holder=is_holder))
    if link.document is not None:
        parts.extend((Span(f"{note}, in ", "note"), facts.name(link.document)))
        note = ""
    if link.evidence:
        resting = Span(f"{note}, resting on ", "note")
        parts.extend((resting, facts.named(link.evidence)))
        note = ""
    return said(*parts, Span(f"{note}{_manner(value)}", "note"))


def _manner(value: Factuality) -> str:
    return f": {_FACTUALITY[value]} ({value})"


def _details(link: Link, *, is_holder: bool) -> Iterator[str]:
    if is_holder:
        yield f"{_HELD[link.attitude]}, did not speak"
    elif link.attitude != "assertion":
        yield f"speaks of {link.attitude}"
    if link.mode is not None and link.mode in ("direct", "mixed"):
        yield f"{link.mode} quote"
    if _STANCES[link.stance]:
        yield _STANCES[link.stance]
    if _BASES[link.basis]:
        yield _BASES[link.basis]
    if link.negated:
        yield "is said not to have said so"
    if link.hypothetical:
        yield "would say so"
    if link.ground_rules not in ("unknown", "on-record"):
        yield link.ground_rules.replace("-", " ")


def _foot(
    alike: Sequence[Attribution], standing: Standing, facts: Facts
) -> Iterator[Words]:
    """Yield where chains were read, and what they do to the claim."""
    places = list(dict.fromkeys((each.placement, each.document) for each in alike))
    for placement, document in places[:LISTED]:
        if placement is None and document is None:
            continue
        where = "Read" if placement is None else f"Read in the {placement}"
        joined = " in " if placement is None else " of "
        name = () if document is None else (joined, facts.name(document))
        yield said(where, *name)
    if len(places) > LISTED:
        yield said(f"and in {len(places) - LISTED} more places")
    if all(each.presupposed for each in alike):
        yield said("The text takes it for granted")
    if _STANDINGS[standing] and not alike[0].chain.is_nobody:
        yield said(_STANDINGS[standing].rstrip("."))
