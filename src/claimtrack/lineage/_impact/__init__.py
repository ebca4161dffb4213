"""Impact: which claims fall, are weakened or stand if something is retracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack._notebook import print_as_text, to_markdown
from claimtrack.errors import DanglingReference, InvalidRecord
from claimtrack.findings import natural_key, quote
from claimtrack.lineage._dependence import Verdict, carried, decide
from claimtrack.lineage._ends import heard_from_others
from claimtrack.lineage._impact._in_question import find_in_question
from claimtrack.lineage._impact._outcome import Outcome
from claimtrack.lineage._impact._retraction import Retraction
from claimtrack.lineage._impact._why_fallen import (
    Fallen,
    why_decided,
    why_fallen,
    why_unreviewed,
)
from claimtrack.lineage._reasons import Reason
from claimtrack.lineage._trace import by_standing
from claimtrack.lineage._trace._supporting_chains import SupportingChains
from claimtrack.records import is_list, to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.lineage._factuality import Standing
    from claimtrack.records import Attribution, Identified

__all__ = ["Impact", "impact"]


@attrs.frozen(kw_only=True)
class Impact:
    """What a retraction does to every claim of a dossier.

    A claim that falls loses its recorded support, which does not make it false.

    Attributes:
        retracted: the ids of what is retracted, sorted.
        falls: the ids of the claims that fall, sorted like all lists of claims here.
        weakened: the ids of the claims that are weakened.
        stands: the ids of the claims that stand.
        unsupported: the ids of the claims that had no support before.
        in_question: the ids of the claims that stand or had no support, and are
            inferred from, presuppose or are conditioned on a claim that falls, directly
            or through other claims.
        outcomes: for each claim, what it had and what is left; sorted by claim.
        why: the reasons: what is retracted, how many claims it touches, and which
            assessments were published in it.

    As text, an impact lists the claims that are touched, and counts the others.
    """

    retracted: tuple[str, ...]
    falls: tuple[str, ...]
    weakened: tuple[str, ...]
    stands: tuple[str, ...]
    unsupported: tuple[str, ...]
    in_question: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return what is retracted and the claims it touches, falling ones first."""
        order: tuple[Verdict, ...] = ("falls", "weakened", "stands", "unsupported")
        outcomes = sorted(
            (each for each in self.outcomes if each.is_touched),
            key=lambda each: (order.index(each.verdict), natural_key(each.claim)),
        )
        return "\n".join([*(f"{each.text}." for each in self.why), *map(str, outcomes)])

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown


def impact(
    dossier: Dossier,
    *,
    retract: Iterable[str | Identified] = (),
    as_recorded: bool = False,
) -> Impact:
    """Return which claims fall, are weakened or stand if something is retracted.

    Linear in the records and links of the dossier, which is not changed.

    Args:
        dossier: the dossier.
        retract: sources, documents, attributions or claims, or their ids. Retracting a
            source takes away all chains that contain it; a document, also its copies
            and translations; a claim, also the claims merged with it and the chains
            that go through it as an utterance. A candidate is not part of a chain, so
            it is only reported.
        as_recorded: whether to retract also everything that the dossier's own notices
            of kind retraction name.

    Raises:
        DanglingReference: if an id is not in the dossier.
        InvalidRecord: if one id or record is given instead of a list.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, bloomberg = d.outlet("UNN"), d.outlet("Bloomberg")
    >>> a = d.attribute(d.claim("It rains"), unn.citing(bloomberg))
    >>> b = d.attribute(d.claim("It snows"), unn.citing(d.person("Keir Starmer")))
    >>> found = impact(d, retract=[bloomberg])
    >>> found.falls, found.stands
    (('c1',), ('c2',))
    """
    if not is_list(retract):
        problem = f"{quote(retract)} is not a list"
        raise InvalidRecord("impact", "retract", problem, "Use a list.", "CT010")
    view = View.of(dossier)
    ids = {to_id(each) for each in retract}
    for each in sorted(ids):
        if each not in dossier:
            raise DanglingReference(each)
    if as_recorded:
        ids |= {each.target for each in dossier.notices if each.kind == "retraction"}
    retracted = tuple(sorted(each for each in ids if each in dossier))
    retraction = Retraction.of(retracted, view)
    of = view.claims.least_of
    # Merged claims have one outcome.
    by_class: dict[str, Outcome] = {}
    claims = sorted(dossier.claims, key=to_id)
    for claim in claims:
        if of(claim.id) not in by_class:
            by_class[of(claim.id)] = _outcome(claim.id, retraction, view)
    falls = {key for key, each in by_class.items() if each.verdict == "falls"}
    for key, reasons in find_in_question(falls, view).items():
        outcome = by_class[key]
        if outcome.verdict != "weakened":
            by_class[key] = attrs.evolve(outcome, why=(*outcome.why, *reasons))
    outcomes = [
        attrs.evolve(by_class[of(each.id)], claim=each.id, text=each.text)
        for each in claims
    ]
    return Impact(
        retracted=retracted,
        falls=_decided("falls", outcomes),
        weakened=_decided("weakened", outcomes),
        stands=_decided("stands", outcomes),
        unsupported=_decided("unsupported", outcomes),
        in_question=tuple(each.claim for each in outcomes if each.is_in_question),
        outcomes=tuple(outcomes),
        why=(
            *why_fallen(retracted, outcomes, view),
            *why_unreviewed(retraction, view),
        ),
    )


def _decided(verdict: Verdict, outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(each.claim for each in outcomes if each.verdict == verdict)


def _outcome(claim: str, retraction: Retraction, view: View) -> Outcome:
    """Return the outcome for a claim, without the claims that it rests on."""
    attributions = by_standing(view.attributions_of(claim))
    lost: dict[Standing, tuple[str, ...]] = {
        standing: _ids(each for each in some if retraction.takes_away(each, view))
        for standing, some in attributions.items()
    }
    had = attributions["supports"]
    gone = {*lost["supports"]}
    left = [each for each in had if to_id(each) not in gone]
    chains_had, chains_left = ([each.chain for each in some] for some in (had, left))
    before = SupportingChains.of_chains(chains_had, view)
    after = SupportingChains.of_chains(chains_left, view) if gone else before
    former = before.origin_ids
    carries = carried(had, former, view)
    kept = {origin for each in left for origin in carries[to_id(each)]}
    outcome = Outcome(
        claim=claim,
        text="",
        verdict=decide(carries, {to_id(each) for each in left}),
        chains_before=_ids(had),
        chains_after=_ids(left),
        origins_before=tuple(sorted(former)),
        # An origin that a chain has by itself may not be one next to other chains: an
        # outlet that read a paper is not an origin if another chain names the paper.
        origins_after=tuple(sorted(after.origin_ids - (former - kept))),
        hangs_on=after.single_points,
        lost_opposing=lost["opposes"],
        lost_uncommitted=lost["uncommitted"],
        retracted_candidates=_candidates(view.attributions_of(claim), retraction, view),
    )
    fallen = Fallen(
        outcome=outcome,
        chains={standing: len(some) for standing, some in attributions.items()},
        lost=lost,
        voices=set(after.graph.ids),
        heard={
            **dict.fromkeys(heard_from_others(chains_had, view), False),
            **dict.fromkeys(heard_from_others(chains_left, view), True),
        },
        view=view,
    )
    return attrs.evolve(outcome, why=tuple(why_decided(fallen)))


def _ids(attributions: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(map(to_id, attributions))


def _candidates(
    attributions: Sequence[Attribution], retraction: Retraction, view: View
) -> tuple[str, ...]:
    """Return the retracted sources that may be the speaker of an unsettled link."""
    found = {
        view.sources.least_of(candidate.source)
        for each in attributions
        for link in each.chain
        for candidate in link.candidates or ()
    }
    return tuple(sorted(found & retraction.sources))
