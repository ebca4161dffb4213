"""The rows of an open claim card: what is known about the claim, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._element_ids import fragment
from claimtrack.draw._html._facts import counted, people, shortened
from claimtrack.draw._html._spans import Span, Words, said
from claimtrack.draw._phrases import NOBODY
from claimtrack.records import Claim
from claimtrack.scales import SCALES, Confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.draw._html._facts import Facts
    from claimtrack.lineage import End, EndKind
    from claimtrack.records import Assessment, Notice, Quantity, RelationKind

__all__ = [
    "CLAIM",
    "SIGNS",
    "Row",
    "assessment_line",
    "find_rows",
    "finding_line",
    "notice_line",
]

CLAIM: Final = 500
"""Most characters of another claim that a card shows."""

_ENDS: Final[Mapping[EndKind, str]] = {
    "stated": "on the record",
    "unnamed": "unnamed",
    "witnessed": "was there",
    "document": "rests on a document",
    "open": "does not say how it knows",
    "circular": "cites in a circle",
}

_BUILDS: Final[Mapping[RelationKind, str]] = {
    "presupposes": "taken for granted",
    "inferred-from": "concluded from it",
}

SIGNS: Final = {"error": "▲", "warning": "◆", "info": "●"}
"""Severity → the sign next to the word for it."""


@attrs.frozen
class Row:
    """A row of a card.

    Attributes:
        label: what the row is about.
        lines: its text.
        is_chains: whether it shows the chains, step by step.
    """

    label: str
    lines: tuple[Words, ...] = ()
    is_chains: bool = False


def find_rows(read: Reading, facts: Facts) -> tuple[Row, ...]:
    """Return the rows of a claim, without empty ones."""
    rows = (
        Row(label, tuple(find(read, facts)), is_chains=label == "Chain in words")
        for label, find in _ROWS.items()
    )
    return tuple(e for e in rows if e.lines or (e.is_chains and read.chains))


def _whole(read: Reading, _facts: Facts) -> Iterator[Words]:
    if len(read.claim.text) > CLAIM:
        yield said(read.claim.text)


def _who(read: Reading, facts: Facts) -> Iterator[Words]:
    for each in read.found.ends:
        yield _end(each, facts)
    if not read.found.ends:
        yield said("Nobody on record says so")


def _end(end: End, facts: Facts) -> Words:
    if end.source is None:
        return said("a speaker who is not settled")
    what = _ENDS[end.kind]
    if end.kind == "unnamed":
        what = f"{what}, {people(facts.view.sources.count(end.source))}"
    papers = (": ", facts.named(end.documents)) if end.documents else ()
    return said(facts.listed(end.source), f": {what}", *papers)


def _how_many(read: Reading, _facts: Facts) -> Iterator[Words]:
    found = read.found
    number = len(found.origin_ids)
    if not number:
        yield said(Span("No origin on record", "strong"))
        return
    origins = Span(counted(number, "origin"), "strong")
    has_people = found.individuals.lo or found.individuals.hi is None
    who = f", {people(found.individuals)}" if has_people else ""
    reason = next((e.text for e in found.why if e.code == "independence"), "")
    note = {
        "unestablished": "Independence not established",
        "established": "Independent of each other",
    }.get(found.independence, "")
    because = f" ({reason[:1].lower()}{reason[1:]})" if note and reason else ""
    yield said(origins, f"{who}{'. ' if note else ''}{note}{because}")


def _hangs_on(read: Reading, facts: Facts) -> Iterator[Words]:
    parts: list[str | Words] = []
    for key, what in sorted(read.points.items(), key=lambda each: each[1]):
        parts.extend([*([", "] if parts else []), facts.listed(key), f" ({what})"])
    if parts:
        yield said(*parts)


def _spoken_for(read: Reading, facts: Facts) -> Iterator[Words]:
    if read.found.holders:
        yield facts.named(read.found.holders)


def _how_sure(read: Reading, facts: Facts) -> Iterator[Words]:
    found = facts.supports[read.claim.id]
    if facts.is_rated:
        level = Span(found.level.replace("-", " "), "strong")
        yield said(level, f": {shortened(found.because, CLAIM)}")
        if found.to_raise:
            yield said("To raise it: ", shortened(found.to_raise, CLAIM))
    if found.desk:
        yield said("The desk: ", shortened(found.desk, CLAIM))


def _drifts(read: Reading, facts: Facts) -> Iterator[Words]:
    for each in facts.concerns.drifts_of(read):
        claims = [
            one
            for one in dict.fromkeys(facts.claim_of[key] for key in each.related)
            if one != read.claim.id
        ]
        kind = Span(each.kind.replace("-", " "), "strong")
        more = (" ", facts.named(claims)) if claims else ()
        yield said(kind, f": {shortened(each.text, CLAIM)}", *more)


def _contradicted(read: Reading, facts: Facts) -> Iterator[Words]:
    least = facts.view.claims.least_of
    mine = least(read.claim.id)
    for other, conflict in facts.concerns.against_claim(read):
        newer = {least(each) for each, _ in conflict.supersedes}
        which = "this one supersedes it" if mine in newer else "supersedes this one"
        note = f" ({which})" if len(newer) == 1 else ""
        yield said(_sentence(other, facts), note)


def _sentence(claim: str, facts: Facts) -> Words:
    record = facts.view.get(claim, Claim)
    text = "" if record is None else f" {shortened(record.text, CLAIM)}"
    return said(Span(claim, "id", fragment(claim)), text)


def _builds_on(read: Reading, facts: Facts) -> Iterator[Words]:
    for kind, how in _BUILDS.items():
        for key in facts.builds[kind].get(read.claim.id, ()):
            yield said(_sentence(key, facts), f" ({how})")
    condition = read.claim.condition
    if condition is not None and condition.claim is not None:
        yield said(_sentence(condition.claim, facts), " (only if this holds)")


def _about(read: Reading, facts: Facts) -> Iterator[Words]:
    claim = read.claim
    if claim.about:
        yield facts.named(claim.about)
    if claim.holds is not None:
        yield said(f"the time {claim.holds}")
    if claim.quantity is not None:
        unit = claim.quantity.unit
        yield said(_bounds(claim.quantity), "" if unit is None else f" {unit}")
    if claim.condition is not None and claim.condition.text is not None:
        yield said("on the condition: ", shortened(claim.condition.text, CLAIM))
    if claim.response is not None:
        outcome = claim.response.outcome.replace("-", " ")
        yield said(f"those concerned were asked: {outcome}")


def _bounds(quantity: Quantity) -> str:
    low, high = quantity.min, quantity.max
    if low is None or high is None:
        return f"at least {low:g}" if low is not None else f"at most {high:g}"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def _notices(read: Reading, facts: Facts) -> Iterator[Words]:
    for key in (read.claim.id, *(str(each.id) for each, _ in read.chains)):
        for each in facts.notices.get(key, ()):
            yield notice_line(each, facts)


def notice_line(notice: Notice, facts: Facts) -> Words:
    parts: list[str | Span | Words] = [
        Span(notice.kind.replace("-", " "), "strong"),
        "" if notice.at is None else f" ({notice.at})",
    ]
    if notice.by is not None:
        parts.extend((" by ", facts.name(notice.by)))
    if notice.was is not None:
        parts.extend((", was ", Span(shortened(notice.was, CLAIM), "quote")))
    if notice.now is not None:
        parts.extend((", now ", Span(shortened(notice.now, CLAIM), "quote")))
    return said(*parts)


def _assessments(read: Reading, facts: Facts) -> Iterator[Words]:
    for each in facts.assessments.get(read.claim.id, ()):
        yield assessment_line(each, facts)


def assessment_line(found: Assessment, facts: Facts) -> Words:
    """Return a judgement in words, with who gave it."""
    parts: list[str | Span | Words] = []
    if found.verdict is not None:
        parts.append(Span(shortened(found.verdict), "quote"))
    rating = found.rating
    if rating is not None:
        value = "no value" if rating.value is None else f"{rating.value:g}"
        parts.extend([*([", "] if parts else []), f"rated {value}"])
    for each in found.confidence:
        parts.extend([*([", "] if parts else []), _graded(each)])
    parts.extend([", by ", NOBODY if found.by is None else facts.name(found.by)])
    if found.at is not None:
        parts.append(f", {found.at}")
    if found.url is not None:
        parts.extend((", ", Span("where it stands", "text", found.url)))
    return said(*parts)


def _graded(found: Confidence) -> str:
    """Return a grade with its meaning.

    >>> _graded(Confidence("admiralty-reliability", "B"))
    'Admiralty code, reliability of the source: B, usually reliable'
    >>> _graded(Confidence("percent", 70))
    'Percent: 70'
    """
    words = [str(found.value).replace("-", " ")]
    if found.term is not None:
        words.append(found.term.label)
    return f"{SCALES[found.scale].title}: {', '.join(dict.fromkeys(words))}"


def _findings(read: Reading, facts: Facts) -> Iterator[Words]:
    own = facts.concerns.findings_of(read)
    mentioned = facts.mentions.get(read.claim.id, ())
    for each in dict.fromkeys((*own, *mentioned)):
        yield finding_line(each.severity, each.code, each.brief)


def finding_line(severity: str, code: str, message: str) -> Words:
    """Return a finding as one line."""
    sign = Span(f"{SIGNS[severity]} {severity}", "strong")
    return said(sign, " ", Span(code, "code", "#findings"), f" {message}")


_ROWS: Final[Mapping[str, Callable[[Reading, Facts], Iterator[Words]]]] = {
    "In full": _whole,
    "Who says so": _who,
    "How many": _how_many,
    "Hangs on": _hangs_on,
    "Spoken for": _spoken_for,
    "Chain in words": lambda _read, _facts: iter(()),
    "How sure": _how_sure,
    "Grew on the way": _drifts,
    "Contradicted by": _contradicted,
    "Builds on": _builds_on,
    "It is about": _about,
    "Notices": _notices,
    "Assessments": _assessments,
    "Findings": _findings,
}
"""The label of a row → the function that finds its lines."""
