"""Why claims fall, are weakened or stand: the reasons of an impact."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._factuality import Standing
from claimtrack.lineage._impact._outcome import Outcome
from claimtrack.lineage._reasons import Reason, counted, named
from claimtrack.records import Assessment
from claimtrack.schema import is_derived_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimtrack.lineage._dependence import Verdict
    from claimtrack.lineage._impact._retraction import Retraction

__all__ = ["Fallen", "why_decided", "why_fallen", "why_unreviewed"]

_LOST: Final[Mapping[Standing, tuple[str, str, str]]] = {
    "supports": ("chains", "supports it", "support it"),
    "opposes": ("opposing", "opposes it", "oppose it"),
    "uncommitted": ("uncommitted", "commits to nothing", "commit to nothing"),
}
"""The code of a loss, and the words for what one chain or several did to the claim."""


@attrs.frozen
class Fallen:
    """What the reasons for an outcome are written from.

    Attributes:
        outcome: the outcome that they explain.
        chains: how many chains the claim had, by standing.
        lost: the ids of the lost attributions, by standing.
        voices: the sources that speak in the remaining chains.
        heard: the sources that a chain says know it only from hearsay, each with
            whether such a chain is left.
        view: the view of the dossier, for names.
    """

    outcome: Outcome
    chains: Mapping[Standing, int]
    lost: Mapping[Standing, tuple[str, ...]]
    voices: AbstractSet[str]
    heard: Mapping[str, bool]
    view: View


def why_fallen(
    retracted: Sequence[str], outcomes: Sequence[Outcome], view: View
) -> Iterator[Reason]:
    """Yield what is retracted, and how many claims it touches or leaves unchanged."""
    if not retracted:
        yield Reason("retracted", (), "Nothing is retracted")
    else:
        text = f"Retracted: {named(retracted, view, name=view.named)}"
        yield Reason("retracted", tuple(retracted), text)
        yield Reason("claims", (), _summary([each.verdict for each in outcomes]))
    untouched = sum(not each.is_touched for each in outcomes)
    if untouched:
        verb = "is" if untouched == 1 else "are"
        yield Reason("untouched", (), f"{counted(untouched, 'claim')} {verb} untouched")


def _summary(verdicts: Sequence[Verdict]) -> str:
    numbers = {each: verdicts.count(each) for each in verdicts}
    return (
        f"Of {counted(len(verdicts), 'claim')}, {numbers.get('falls', 0)} lose their "
        f"recorded support, {numbers.get('weakened', 0)} are weakened, "
        f"{numbers.get('stands', 0)} stand, "
        f"and {numbers.get('unsupported', 0)} had no support before"
    )


def why_unreviewed(retraction: Retraction, view: View) -> Iterator[Reason]:
    """Yield the assessments that were published in what is retracted, sorted by id."""
    for each in view.all(Assessment):
        if each.document in retraction.documents:
            key = str(each.id)
            which = (
                "An assessment" if is_derived_id(key) else f"The assessment {clip(key)}"
            )
            text = (
                f"{which} of {view.named(each.subject)} was published in what is "
                "retracted"
            )
            yield Reason("assessment", (str(each.id), each.subject), text)


def why_decided(fallen: Fallen) -> Iterator[Reason]:
    """Yield why one claim falls, is weakened or stands, and what else it loses."""
    for explain in _EXPLANATIONS:
        yield from explain(fallen)


def _losses(fallen: Fallen) -> Iterator[Reason]:
    total = sum(fallen.chains.values())
    lost = sum(map(len, fallen.lost.values()))
    if fallen.chains["supports"] == 0:
        if not lost or lost < total:
            yield Reason("unsupported", (), "No chain supported it before")
    elif not lost:
        yield Reason("chains", (), "Nothing is lost")
    for standing, (code, one, several) in _LOST.items():
        ids = fallen.lost[standing]
        if not ids:
            continue
        had = fallen.chains[standing]
        is_plain = standing == "supports" and had == total
        what = "" if is_plain else f" that {one if had == 1 else several}"
        if total == 1 and not is_plain:
            text = f"Its only chain, which {one}, is lost"
        else:
            text = _lost_of(len(ids), had, what)
        yield Reason(code, ids, text)


def _lost_of(lost: int, had: int, what: str) -> str:
    if had == 1:
        return f"The only chain{what} is lost" if what else "Its only chain is lost"
    if lost == had:
        return f"All {had} chains{what} are lost"
    return f"{lost} of {had} chains{what} {'is' if lost == 1 else 'are'} lost"


def _candidates(fallen: Fallen) -> Iterator[Reason]:
    ids = fallen.outcome.retracted_candidates
    if ids:
        names = named(ids, fallen.view)
        text = f"Retracted among those who may have said it: {names}"
        yield Reason("candidates", ids, text)


def _origins(fallen: Fallen) -> Iterator[Reason]:
    outcome = fallen.outcome
    gone = set(outcome.origins_before) - set(outcome.origins_after)
    if not gone or not outcome.chains_after:
        return
    lost = tuple(sorted(gone - fallen.voices))
    if lost:
        is_all = outcome.verdict == "falls" and len(lost) == len(gone)
        which = "None of its origins is left" if is_all else "Lost"
        yield Reason("origins", lost, f"{which}: {named(lost, fallen.view)}")
    found = [_discounted(each, fallen) for each in gone & fallen.voices]
    yield from sorted(found, key=lambda each: (each.text, each.ids))


def _discounted(origin: str, fallen: Fallen) -> Reason:
    """Return why an origin that still speaks in a remaining chain does not count."""
    name = fallen.view.named_origin(origin)
    why = f"no chain that is left says that {name} knows it at first hand"
    if origin in fallen.heard:
        is_left = fallen.heard[origin]
        why = (
            f"a chain that is {'left' if is_left else 'lost'} says that {name} knows "
            "it from hearsay alone, and no chain that is left says otherwise"
        )
        if not is_left:
            why += "; losing that chain too does not make it count again"
    return Reason("discounted", (origin,), f"{name} no longer counts: {why}")


def _hangs_on(fallen: Fallen) -> Iterator[Reason]:
    ids = fallen.outcome.hangs_on
    if ids:
        each = "" if len(ids) == 1 else "each of "
        text = f"What is left hangs on {each}{named(ids, fallen.view)}"
        yield Reason("hangs-on", ids, text)


_EXPLANATIONS: Final[tuple[Callable[[Fallen], Iterator[Reason]], ...]] = (
    _losses,
    _candidates,
    _origins,
    _hangs_on,
)
