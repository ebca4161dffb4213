"""Claim cards: what a closed card shows at a glance, and what an open one shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._card_rows import CLAIM, SIGNS, Row, find_rows
from claimtrack.draw._html._chain_words import Path, find_paths
from claimtrack.draw._html._element_ids import element_id
from claimtrack.draw._html._facts import counted
from claimtrack.draw._html._inset import draw_inset
from claimtrack.draw._html._spans import Html, Words, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.draw._html._facts import Facts

__all__ = ["Card", "Chip", "find_cards", "origins_text"]

ALOUD: Final = 3
"""Most chains that a closed card says in sentences."""

_PUBLISHED: Final = 3
"""Most names that a chip lists."""


@attrs.frozen
class Chip:
    """A few words on a closed card.

    Attributes:
        words: its text.
        look: how it looks: plain, or like a finding of a severity.
    """

    words: Words
    look: str = "plain"


@attrs.frozen
class Card:
    """The card of a claim.

    Attributes:
        id: the id of the claim.
        element: the id of its element.
        text: the text of the claim; the page clips long ones.
        lang: its language; empty if not recorded.
        kind: its kind.
        origins: how many origins it has, in the words of the filter.
        problems: the other words by which the filter finds it.
        aloud: its chains in sentences.
        chips: the chips below the text.
        figure: its picture.
        rows: what is known about it.
        paths: its chains, step by step.
        is_long: whether the text has to be clipped.
        is_open: whether the card is open at first.
    """

    id: str
    element: str
    text: str
    lang: str
    kind: str
    origins: str
    problems: str
    aloud: tuple[Words, ...]
    chips: tuple[Chip, ...]
    figure: Html
    rows: tuple[Row, ...]
    paths: tuple[Path, ...]
    is_long: bool
    is_open: bool


def find_cards(facts: Facts) -> tuple[Card, ...]:
    """Return the cards of all claims; the first with an error is open."""
    cards = [_card(each, n, facts) for n, each in enumerate(facts.readings)]
    for place, each in enumerate(cards):
        if "error" in each.problems.split():
            cards[place] = attrs.evolve(each, is_open=True)
            break
    return tuple(cards)


def _card(read: Reading, number: int, facts: Facts) -> Card:
    paths = find_paths(read, facts)
    aloud = [each.aloud for each in paths[:ALOUD]]
    if len(paths) > ALOUD:
        aloud.append(said(f"and {counted(len(paths) - ALOUD, 'more chain')}"))
    claim = read.claim
    return Card(
        id=claim.id,
        element=element_id(claim.id),
        text=claim.text,
        lang=claim.lang or facts.dossier.head.lang or "",
        kind=claim.kind,
        origins=read.found.independence,
        problems=" ".join(_problems(read, facts)),
        aloud=tuple(aloud) or (said("nobody is on record for it"),),
        chips=tuple(_chips(read, facts)),
        figure=draw_inset(read, number),
        rows=find_rows(read, facts),
        paths=paths,
        is_long=len(claim.text) > CLAIM,
        is_open=False,
    )


def _severities(read: Reading, facts: Facts) -> list[str]:
    return [each.severity for each in facts.concerns.findings_of(read)]


def _problems(read: Reading, facts: Facts) -> Iterator[str]:
    """Yield the words by which a filter finds a claim."""
    yield from dict.fromkeys(_severities(read, facts))
    if facts.concerns.drifts_of(read):
        yield "drift"
    if facts.concerns.against_claim(read):
        yield "contradicted"
    if any(each.kind == "open" for each in read.found.ends):
        yield "open"
    if facts.supports[read.claim.id].opinion is None:
        yield "unrated"


def origins_text(read: Reading) -> str:
    """Return how many origins a claim has, in a few words."""
    number = len(read.found.origin_ids)
    return counted(number, "origin") if number else "no origin on record"


def _chips(read: Reading, facts: Facts) -> Iterator[Chip]:
    yield Chip(said(read.claim.kind))
    yield Chip(said(origins_text(read)))
    if read.found.bottlenecks:
        names = facts.named(read.found.bottlenecks, most=_PUBLISHED)
        yield Chip(said("hangs on ", tuple(attrs.evolve(e, to="") for e in names)))
    if facts.concerns.drifts_of(read):
        yield Chip(said("↗ grew on the way"), "warning")
    against = [other for other, _ in facts.concerns.against_claim(read)]
    if against:
        names = facts.named(against, most=_PUBLISHED)
        names = tuple(attrs.evolve(each, to="") for each in names)
        yield Chip(said("contradicted by ", names), "warning")
    severities = _severities(read, facts)
    for severity in ("error", "warning"):
        number = severities.count(severity)
        if number:
            text = f"{SIGNS[severity]} {counted(number, severity)}"
            yield Chip(said(text), severity)
