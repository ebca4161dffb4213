"""Why claims fall, are weakened or stand: the reasons of an impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import clip
from claimtrack.lineage._reasons import Reason, counted, listed
from claimtrack.records import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.lineage._impact import Outcome, Verdict
    from claimtrack.lineage._index import Index
    from claimtrack.lineage._retraction import Retraction

__all__ = ["why_decided", "why_fallen", "why_unreviewed"]


def why_fallen(
    retracted: Sequence[str], verdicts: Iterable[Verdict], index: Index
) -> Iterator[Reason]:
    """Yield what is retracted, and what that does to how many claims."""
    if not retracted:
        yield Reason("retracted", (), "Nothing is retracted")
        return
    names = listed([index.named(each) for each in retracted])
    yield Reason("retracted", tuple(retracted), f"Retracted: {names}")
    numbers = {"falls": 0, "weakened": 0, "stands": 0, "unsupported": 0}
    for each in verdicts:
        numbers[each] += 1
    text = (
        f"Of {counted(sum(numbers.values()), 'claim')}, {numbers['falls']} lose their "
        f"recorded support, {numbers['weakened']} are weakened, {numbers['stands']} "
        f"stand, and {numbers['unsupported']} had no support before"
    )
    yield Reason("claims", (), text)


def why_unreviewed(retraction: Retraction, index: Index) -> Iterator[Reason]:
    """Yield the judgements that were published in what is retracted, sorted by id."""
    for key in sorted(index.records):
        record = index.records[key]
        if isinstance(record, Assessment) and record.document in retraction.documents:
            text = (
                f"The assessment {clip(key)} of {index.named(record.subject)} was "
                "published in what is retracted"
            )
            yield Reason("assessment", (key, record.subject), text)


def why_decided(outcome: Outcome, index: Index) -> Iterator[Reason]:
    """Yield why one claim falls, is weakened or stands."""
    had, left = outcome.chains_before, outcome.chains_after
    if not had:
        yield Reason("unsupported", (), "No chain supported it before")
        return
    lost = tuple(sorted(set(had) - set(left)))
    yield Reason("chains", lost, _chains_lost(len(lost), len(had)))
    gone = tuple(sorted(set(outcome.origins_before) - set(outcome.origins_after)))
    if gone and left:
        which = "None of its origins is left" if outcome.verdict == "falls" else "Lost"
        names = listed([index.sources.described(each) for each in gone])
        yield Reason("origins", gone, f"{which}: {names}")
    if left and outcome.hangs_on:
        names = listed([index.sources.described(each) for each in outcome.hangs_on])
        each = "" if len(outcome.hangs_on) == 1 else "each of "
        text = f"What is left hangs on {each}{names}"
        yield Reason("hangs-on", outcome.hangs_on, text)


def _chains_lost(lost: int, had: int) -> str:
    if not lost:
        return "Nothing is lost"
    if lost == had:
        return "Its only chain is lost" if had == 1 else f"All {had} chains are lost"
    verb = "is" if lost == 1 else "are"
    return f"{lost} of {counted(had, 'chain')} {verb} lost"
