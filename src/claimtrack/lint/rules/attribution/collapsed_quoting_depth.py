"""\"X said that Y confirmed it" is X's word, not Y's.

Why: Whoever passes a statement on can get it wrong; without that link, the statement
    looks first-hand.

Fires: Two attributions of one class were read in one document, and one chain is the
    other without some of its inner voices, with the same head and last voice.

Fix: Keep the whole chain, or show that the inner source spoke directly as well.

Authority: APb
"""  # noqa: D301  it begins with a quote

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.lineage import voices
from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["collapsed_quoting_depth"]

_Step: TypeAlias = tuple[str, ...]


@rule(code="CT108", severity="warning", unit="attribution")
def collapsed_quoting_depth(case: Case) -> Iterator[Hit]:
    """Find chains that lack an inner voice of another chain."""
    read = (each for each in case.view.on_record if each.document is not None)
    together = group_pairs(
        ((each.document, case.claims.least_of(each.claim)), each) for each in read
    )
    # A single chain cannot lack a voice of another one.
    for chains in (each for each in together.values() if len(each) > 1):
        sides = group_pairs((_sides(each, case), each) for each in chains)
        for similar in (each for each in sides.values() if len(each) > 1):
            yield from _collapsed_ones(similar, case)


def _collapsed_ones(similar: tuple[Attribution, ...], case: Case) -> Iterator[Hit]:
    """Find those that lack voices of others with the same head, last voice, holders."""
    spoken = group_pairs((_spoken(each, case), str(each.id)) for each in similar)
    # A shorter chain is only compared with the chains that have its rarest voice.
    having = group_pairs((step, full) for full in spoken for step in {*full[1:-1]})
    fuller: dict[tuple[_Step, ...], tuple[str, ...]] = {}
    for short in spoken:
        near = min((having[step] for step in short[1:-1]), key=len, default=spoken)
        parts = (spoken[full] for full in near if _is_part(short, full))
        fuller[short] = tuple(sorted(key for ids in parts for key in ids))
    for each in similar:
        full = fuller[_spoken(each, case)]
        if full:
            message = f"“{case.chain(each)}” leaves out who passed the statement on"
            yield Hit(str(each.id), message, full)


def _spoken(attribution: Attribution, case: Case) -> tuple[_Step, ...]:
    """Return the voices, with neighbouring links of one source merged."""
    steps: list[_Step] = []
    for link in voices(attribution.chain):
        step = case.sources_in(link)
        if not steps or steps[-1] != step:
            steps.append(step)
    return tuple(steps)


def _sides(attribution: Attribution, case: Case) -> tuple[_Step, ...]:
    """Return what stays if inner voices are left out: head, last voice and holders."""
    spoken = _spoken(attribution, case)
    told = attribution.chain[len(voices(attribution.chain)) :]
    return (spoken[0], spoken[-1], *(case.sources_in(link) for link in told))


def _is_part(short: tuple[_Step, ...], full: tuple[_Step, ...]) -> bool:
    """Return whether `short` is `full` without some of its steps."""
    rest = iter(full)
    return len(short) < len(full) and all(step in rest for step in short)
