"""The top of a report: its subject, seven figures, and what everything depends on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.disclosure import DRAFTED
from claimtrack.draw._html._facts import counted, falling
from claimtrack.draw._html._spans import Span, Words, said
from claimtrack.findings import natural_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.draw._html._facts import Facts
    from claimtrack.draw._html._source_cards import Thing

__all__ = ["Bar", "Figure", "Head", "find_bars", "find_figures", "find_head"]

BARS: Final = 6
"""Most sources that are shown, beginning with those on which most depends."""

_PAIRS: Final = 5
"""Most contradictions that are named."""

_DOCUMENTS: Final = 3
"""Most documents that the head names."""

PRIVATE: Final = "It shows what is not for others. Do not pass it on."


@attrs.frozen
class Head:
    """The head of a report.

    Attributes:
        title: the title of the dossier.
        notes: what readers must know first.
        words: what the dossier is about, in a sentence or two.
    """

    title: str
    notes: tuple[str, ...]
    words: Words


@attrs.frozen
class Figure:
    """A number, what it counts, and a remark."""

    number: int
    label: Words
    note: Words


@attrs.frozen
class Bar:
    """How many claims fall and how many are weakened without one source.

    Attributes:
        name: the name of the source.
        kind: its kind.
        falls: the number of claims that fall.
        weakened: the number of claims that are weakened.
        total: the number of all claims.
    """

    name: Words
    kind: str
    falls: int
    weakened: int
    total: int


def find_head(facts: Facts, things: tuple[Thing, ...]) -> Head:
    """Return the head of a report."""
    total = len(facts.readings)
    read = [each.document for each in facts.dossier.attributions if each.document]
    papers = [key for key, _ in Counter(read).most_common()]
    parts: list[str | Span | Words] = [counted(total, "claim")]
    if papers:
        parts.extend((", read in ", facts.named(papers, most=_DOCUMENTS)))
    parts.append(". " if total else ".")
    cited = [each for each in things if each.role == "cited" and each.falls]
    if cited:
        fall = f"{falling(len(cited[0].falls), total)} if "
        name = attrs.evolve(facts.name(cited[0].id), look="name")
        parts.extend((Span(fall, "strong"), name, Span(" retracts.", "strong")))
    notes = [
        *([DRAFTED] if facts.is_draft else []),
        *([PRIVATE] if facts.is_private else []),
    ]
    return Head(
        title=facts.dossier.title or "A dossier without a title",
        notes=tuple(each[:1].upper() + each[1:] for each in notes),
        words=said(*parts),
    )


def find_bars(facts: Facts, things: tuple[Thing, ...]) -> tuple[Bar, ...]:
    """Return what falls without each source, the source with the most first.

    A publisher that nobody cites is left out if it is the only one, because without it
    every claim falls.
    """
    publishers = [each for each in things if each.role == "publisher"]
    shown = [
        each
        for each in things
        if each.is_source
        and (each.falls or each.weakened)
        and not (each.role == "publisher" and len(publishers) == 1)
    ]
    shown.sort(key=lambda each: (-len(each.falls), -len(each.weakened)))
    return tuple(
        Bar(
            name=each.name,
            kind=facts.kind(each.id),
            falls=len(each.falls),
            weakened=len(each.weakened),
            total=len(facts.readings),
        )
        for each in shown[:BARS]
    )


def find_figures(facts: Facts) -> tuple[Figure, ...]:
    """Return the seven figures; the words of a figure link to its claims."""
    return tuple(_figures(facts))


def _line(number: int, noun: str, show: str, *note: str | Span | Words) -> Figure:
    """Return a figure; its words are a link unless there is nothing to show."""
    text = counted(number, noun).partition(" ")[2]
    to = "#claims" if number and show else ""
    return Figure(number, (Span(text, "text", to, show),), said(*note))


def _figures(facts: Facts) -> Iterator[Figure]:
    reads = facts.readings
    kinds = Counter(each.found.independence for each in reads)
    named = sum(any(e.kind != "unnamed" for e in r.found.origins) for r in reads)
    has = len(reads) - kinds["none"]
    yield _line(
        kinds["none"],
        "claim has no origin on record",
        "origins none",
        f"{has} {'has' if has == 1 else 'have'} at least one; in {named} of them one "
        "is named",
    )
    publishers = {key for each in reads for key in each.found.publishers}
    opened = sum(any(end.kind == "open" for end in r.found.ends) for r in reads)
    label = Span("see which claims", "text", "#claims", "problems open")
    yield _line(
        len(publishers),
        "publisher",
        "",
        *(
            (facts.named(sorted(publishers, key=natural_key), most=_PAIRS), "; ")
            if publishers
            else ()
        ),
        f"in {counted(opened, 'claim')} a chain ends where nobody says how it is known",
        *((": ", label) if opened else ()),
    )
    yield _line(
        kinds["established"],
        "claim rests on independent origins",
        "origins established",
        f"{kinds['unestablished']} on several whose independence is not established, "
        f"{kinds['single']} on one",
    )
    drifting = sum(bool(facts.concerns.drifts_of(each)) for each in reads)
    yield _line(
        drifting,
        "claim grew on the way",
        "problems drift",
        "headline stronger than body, hedge lost, unnamed source dropped",
    )
    yield _contradictions(facts)
    unrated = sum(each.opinion is None for each in facts.supports.values())
    yield _line(
        unrated,
        "claim cannot be judged for confidence",
        "problems unrated" if facts.is_rated else "",
        "somebody on the way to each origin has no reliability rating"
        if facts.is_rated
        else "no source whose word would count has a reliability rating",
    )
    yield _errors(facts)


def _contradictions(facts: Facts) -> Figure:
    pairs = dict.fromkeys(
        conflict.claims
        for against in facts.concerns.against.values()
        for _, conflict in against
    )
    parts: list[str | Span | Words] = []
    ordered = sorted(pairs, key=lambda pair: [*map(natural_key, pair)])
    for one, other in ordered[:_PAIRS]:
        if parts:
            parts.append(", ")
        parts.extend((facts.name(one), " against ", facts.name(other)))
    if len(pairs) > _PAIRS:
        parts.append(f" and {len(pairs) - _PAIRS} more")
    return _line(len(pairs), "contradiction", "problems contradicted", *parts)


def _errors(facts: Facts) -> Figure:
    found = Counter(each.severity for each in facts.findings)
    note = (
        f"and {counted(found['warning'], 'warning')}, {counted(found['info'], 'hint')}"
    )
    figure = _line(
        found["error"],
        "error",
        "",
        note,
        ": " if facts.findings else "",
        *([Span("all findings", "text", "#findings")] if facts.findings else []),
    )
    if not found["error"]:
        return figure
    label = (attrs.evolve(figure.label[0], to="#findings"),)
    return attrs.evolve(figure, label=label)
