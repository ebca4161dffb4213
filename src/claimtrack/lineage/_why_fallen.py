"""Why claims fall, are weakened or stand: the reasons of an impact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import clip
from claimtrack.lineage._reasons import Reason, counted, named
from claimtrack.records import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.lineage._impact import Outcome, Verdict
    from claimtrack.lineage._retraction import Retraction
    from claimtrack.view import View

__all__ = ["why_decided", "why_fallen", "why_unreviewed"]


def why_fallen(
    retracted: Sequence[str], verdicts: Iterable[Verdict], view: View
) -> Iterator[Reason]:
    """Yield what is retracted, and what that does to how many claims."""
    if not retracted:
        yield Reason("retracted", (), "Nothing is retracted")
        return
    names = named(retracted, view)
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


def why_unreviewed(retraction: Retraction, view: View) -> Iterator[Reason]:
    """Yield the judgements that were published in what is retracted, sorted by id."""
    for each in view.all(Assessment):
        if each.document in retraction.documents:
            text = (
                f"The assessment {clip(str(each.id))} of {view.named(each.subject)} "
                "was published in what is retracted"
            )
            yield Reason("assessment", (str(each.id), each.subject), text)


def why_decided(outcome: Outcome, view: View) -> Iterator[Reason]:
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
        names = named(gone, view)
        yield Reason("origins", gone, f"{which}: {names}")
    if left and outcome.hangs_on:
        names = named(outcome.hangs_on, view)
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
