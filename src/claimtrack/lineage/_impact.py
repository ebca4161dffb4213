"""Impact: what falls, is weakened or stands when something is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.errors import DanglingReference
from claimtrack.findings import clip
from claimtrack.lineage._ends import heard_from_others, origins_alone
from claimtrack.lineage._reasons import Reason
from claimtrack.lineage._retraction import Retraction
from claimtrack.lineage._support import Support
from claimtrack.lineage._trace import by_standing
from claimtrack.lineage._why_fallen import why_decided, why_fallen, why_unreviewed
from claimtrack.records import to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.records import Attribution, Identified

__all__ = ["Impact", "Outcome", "Verdict", "impact"]

Verdict: TypeAlias = Literal["falls", "weakened", "stands", "unsupported"]
"""What becomes of a claim: of its recorded support, not of its being right."""

_TEXT: Final = 100
"""Characters of a claim that an impact shows at most."""


@attrs.frozen(kw_only=True)
class Outcome:
    """What becomes of one claim.

    Attributes:
        claim: id of the claim.
        text: what it says.
        verdict: *unsupported*, where no chain supported it before; *falls*, where no
            supporting chain is left, or it had origins and none of these is left;
            *weakened*, where a chain or an origin is lost; *stands*, where nothing is.
        chains_before: the attributions that supported it.
        chains_after: those of them that are left.
        origins_before: ids of its origins: sources and documents.
        origins_after: those of what is left. A former one is left where a chain is
            left that ends in it by itself; one that does not say how its source knows
            counts for nothing where another said: from hearsay.
        hangs_on: the sources of whom each alone carries all that is left.
        why: the reasons.
    """

    claim: str
    text: str
    verdict: Verdict
    chains_before: tuple[str, ...]
    chains_after: tuple[str, ...]
    origins_before: tuple[str, ...]
    origins_after: tuple[str, ...]
    hangs_on: tuple[str, ...]
    why: tuple[Reason, ...] = ()

    def __str__(self) -> str:
        """Return the verdict, the claim, and the reasons."""
        head = f"{self.verdict.upper()} {clip(self.claim)}: {clip(self.text, _TEXT)}"
        return "\n".join([head, *(f"- {each.text}." for each in self.why)])


@attrs.frozen(kw_only=True)
class Impact:
    """What a retraction does to every claim of a dossier.

    "Falls" means: loses its recorded support. It does not mean: is false.

    Attributes:
        retracted: ids of what is taken back, sorted.
        falls: ids of the claims that fall, sorted; so are the others.
        weakened: ids of the claims that are weakened.
        stands: ids of the claims that stand.
        unsupported: ids of the claims that nothing supported before.
        outcomes: for each claim, what it had and what is left; sorted by claim.
        why: the reasons: what is retracted, how many claims it touches, and which
            assessments were published in it.
    """

    retracted: tuple[str, ...]
    falls: tuple[str, ...]
    weakened: tuple[str, ...]
    stands: tuple[str, ...]
    unsupported: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    why: tuple[Reason, ...]

    def __str__(self) -> str:
        """Return what is retracted, and the outcomes, those that fall first."""
        order: tuple[Verdict, ...] = ("falls", "weakened", "stands", "unsupported")
        outcomes = sorted(self.outcomes, key=lambda each: order.index(each.verdict))
        return "\n".join([*(f"{each.text}." for each in self.why), *map(str, outcomes)])


def impact(
    dossier: Dossier,
    *,
    retract: Iterable[str | Identified] = (),
    as_recorded: bool = False,
) -> Impact:
    """Return what falls, is weakened or stands when something is taken back.

    Linear in the records and links of the dossier. Nothing in it changes.

    Args:
        dossier: the dossier.
        retract: sources, documents, attributions or claims, or their ids. With a
            source go all chains that it is in; with a document its copies and
            translations; with a claim those that are one with it, and the chains
            that go through it as an utterance. Candidates are not in a chain.
        as_recorded: also what the dossier's own notices of kind retraction name.

    Raises:
        DanglingReference: where an id leads nowhere.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, bloomberg = d.outlet("UNN"), d.outlet("Bloomberg")
    >>> a = d.attribute(d.claim("It rains"), unn.citing(bloomberg))
    >>> b = d.attribute(d.claim("It snows"), unn.citing(d.person("Keir Starmer")))
    >>> found = impact(d, retract=[bloomberg])
    >>> found.falls, found.stands
    (('c1',), ('c2',))
    """
    view = View.of(dossier)
    ids = {to_id(each) for each in retract}
    for each in sorted(ids):
        if each not in dossier:
            raise DanglingReference(each)
    if as_recorded:
        ids |= {each.target for each in dossier.notices if each.kind == "retraction"}
    retracted = tuple(sorted(each for each in ids if each in dossier))
    retraction = Retraction.of(retracted, view)
    # Claims that are one have one outcome.
    by_class: dict[str, Outcome] = {}
    outcomes: list[Outcome] = []
    for claim in sorted(dossier.claims, key=to_id):
        key = view.claims.least_of(claim.id)
        if key not in by_class:
            by_class[key] = _outcome(claim.id, retraction, view)
        outcomes.append(attrs.evolve(by_class[key], claim=claim.id, text=claim.text))
    return Impact(
        retracted=retracted,
        falls=_decided("falls", outcomes),
        weakened=_decided("weakened", outcomes),
        stands=_decided("stands", outcomes),
        unsupported=_decided("unsupported", outcomes),
        outcomes=tuple(outcomes),
        why=(
            *why_fallen(retracted, [each.verdict for each in outcomes], view),
            *why_unreviewed(retraction, view),
        ),
    )


def _decided(verdict: Verdict, outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    return tuple(each.claim for each in outcomes if each.verdict == verdict)


def _outcome(claim: str, retraction: Retraction, view: View) -> Outcome:
    """Return what becomes of a claim."""
    had = by_standing(view.attributions_of(claim))["supports"]
    left = [each for each in had if not retraction.takes_away(each, view)]
    before = Support.of_chains([each.chain for each in had], view.sources)
    after = before
    if len(left) < len(had):
        after = Support.of_chains([each.chain for each in left], view.sources)
    former = before.origin_ids
    # What a chain carries alone may be no origin beside others: an outlet that read a
    # paper is none where another chain names the paper.
    kept = former & after.origin_ids & _still_carried(had, left, view)
    outcome = Outcome(
        claim=claim,
        text="",
        verdict=_verdict(had, left, had_origins=bool(former), keeps_one=bool(kept)),
        chains_before=tuple(map(to_id, had)),
        chains_after=tuple(map(to_id, left)),
        origins_before=tuple(sorted(former)),
        origins_after=tuple(sorted((after.origin_ids - former) | kept)),
        hangs_on=after.single_points(),
    )
    return attrs.evolve(outcome, why=tuple(why_decided(outcome, view)))


def _still_carried(
    had: Iterable[Attribution], left: Iterable[Attribution], view: View
) -> set[str]:
    """Return the origins that one of the chains that are left carries by itself.

    Each chain is judged alone, and against what was known before. So what counted for
    nothing does not begin to count, and to take back more never saves anything.
    """
    heard = heard_from_others((each.chain for each in had), view.sources)
    return {
        origin
        for each in left
        for origin in origins_alone(each.chain, view.sources, heard)
    }


def _verdict(
    had: Sequence[Attribution],
    left: Sequence[Attribution],
    *,
    had_origins: bool,
    keeps_one: bool,
) -> Verdict:
    if not had:
        return "unsupported"
    if not left or (had_origins and not keeps_one):
        return "falls"
    # An origin is not lost without a chain.
    return "weakened" if len(left) < len(had) else "stands"
