"""What falls if somebody retracts, as text for people and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.dossier import format_chain
from claimtrack.draw._json import line_data, names_data, reasons_data
from claimtrack.draw._phrases import LINE
from claimtrack.findings import clip, natural_key
from claimtrack.records import Attribution, Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Impact, Outcome, Verdict
    from claimtrack.schema import JsonValue

__all__ = ["draw_impact", "impact_data"]

VERDICTS: Final[tuple[Verdict, ...]] = ("falls", "weakened", "stands", "unsupported")
"""The verdicts in the order in which they are shown."""

CHAINS: Final = 5
"""Most chains that are written out of those that a claim lost or kept."""

NOTE: Final = (
    "FALLS means that a claim loses its recorded support, not that it is false."
)


def draw_impact(
    dossier: Dossier, found: Impact, *, lines: Mapping[str, int] | None = None
) -> str:
    """Return as text which claims fall, are weakened, stand, or had no support.

    Each claim that is touched is shown with the chains that it lost, those that are
    left if it lost some, and the reasons. The others are counted.

    Args:
        dossier: the dossier with the claims.
        found: the result of `claimtrack.lineage.impact`.
        lines: the line of the file in which each claim begins, by id.

    >>> from claimtrack import Dossier
    >>> from claimtrack.lineage import impact
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.outlet("AFP")))
    >>> print(draw_impact(d, impact(d, retract=["afp"])).partition("WEAKENED")[0])
    Retracted: AFP
    Of 1 claim, 1 lose their recorded support, 0 are weakened, 0 stand, and 0 had no \
support before
    <BLANKLINE>
    FALLS (1)
      c1  It rains
          lost: UNN < AFP
          Its only chain is lost
    <BLANKLINE>
    """
    drawn = [clip(each.text, 2 * LINE) for each in found.why]
    for verdict in VERDICTS:
        outcomes = [each for each in found.outcomes if each.verdict == verdict]
        drawn += ["", f"{verdict.upper()} ({len(outcomes)})"]
        for each in sorted(outcomes, key=lambda each: natural_key(each.claim)):
            if each.is_touched:
                drawn += _outcome(dossier, each, (lines or {}).get(each.claim))
    return "\n".join([*drawn, "", NOTE])


def _outcome(dossier: Dossier, outcome: Outcome, line: int | None) -> Iterator[str]:
    place = "" if line is None else f"  (line {line})"
    yield f"  {clip(outcome.claim)}  {clip(outcome.text, LINE)}{place}"
    yield from _chains(dossier, "lost", outcome.chains_lost)
    if outcome.chains_lost:
        yield from _chains(dossier, "left", outcome.chains_after)
    for each in outcome.why:
        yield f"      {clip(each.text, 2 * LINE)}"


def _chains(dossier: Dossier, word: str, keys: Sequence[str]) -> Iterator[str]:
    for key in sorted(keys, key=natural_key)[:CHAINS]:
        yield f"      {word}: {clip(_chain(dossier, key), 2 * LINE)}"
    if len(keys) > CHAINS:
        yield f"      {word}: and {len(keys) - CHAINS} more"


def _chain(dossier: Dossier, key: str) -> str:
    record = dossier[key]
    return (
        format_chain(record.chain, dossier) if isinstance(record, Attribution) else key
    )


def impact_data(
    dossier: Dossier, found: Impact, *, lines: Mapping[str, int] | None = None
) -> dict[str, JsonValue]:
    """Return which claims fall, are weakened, stand or had no support, as JSON data.

    Args:
        dossier: the dossier with the claims.
        found: the result of `claimtrack.lineage.impact`.
        lines: the line of the file in which each claim begins, by id.

    >>> from claimtrack import Dossier
    >>> from claimtrack.lineage import impact
    >>> impact_data(Dossier(), impact(Dossier()))["falls"]
    []
    """
    named = {key for each in found.outcomes for key in _named(each)}
    retracted = (dossier[key] for key in found.retracted)
    named.update(each.id for each in retracted if isinstance(each, (Document, Source)))
    return {
        "title": dossier.title,
        "retracted": [*found.retracted],
        "falls": [*found.falls],
        "weakened": [*found.weakened],
        "stands": [*found.stands],
        "unsupported": [*found.unsupported],
        "in_question": [*found.in_question],
        "outcomes": [
            {**_outcome_data(dossier, each), **line_data(each.claim, lines)}
            for each in found.outcomes
        ],
        "why": reasons_data(found.why),
        "names": names_data(named, dossier),
    }


def _named(outcome: Outcome) -> Iterator[str]:
    yield from outcome.origins_before
    yield from outcome.origins_after
    yield from outcome.hangs_on
    yield from outcome.retracted_candidates


def _outcome_data(dossier: Dossier, outcome: Outcome) -> dict[str, JsonValue]:
    return {
        "claim": outcome.claim,
        "text": outcome.text,
        "verdict": outcome.verdict,
        "chains_before": _chains_data(dossier, outcome.chains_before),
        "chains_after": _chains_data(dossier, outcome.chains_after),
        "origins_before": [*outcome.origins_before],
        "origins_after": [*outcome.origins_after],
        "hangs_on": [*outcome.hangs_on],
        "lost_opposing": _chains_data(dossier, outcome.lost_opposing),
        "lost_uncommitted": _chains_data(dossier, outcome.lost_uncommitted),
        "retracted_candidates": [*outcome.retracted_candidates],
        "why": reasons_data(outcome.why),
    }


def _chains_data(dossier: Dossier, keys: Sequence[str]) -> list[JsonValue]:
    return [{"attribution": key, "chain": _chain(dossier, key)} for key in keys]
