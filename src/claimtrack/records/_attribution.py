"""Attributions: a claim, the chain it is attributed to, and where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import (
    to_id,
    to_optional_id,
    to_optional_when,
    to_tuple,
)
from claimtrack.records._chain import Chain, to_chain
from claimtrack.records._checks import (
    boolean,
    each,
    identifier,
    instance,
    integer,
    moment,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import ExcerptRole, Placement, RecordMethod, words
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Attribution", "Excerpt", "Recorded"]

_OFFSET = optional(integer(0, _limits.INTEGER))


@attrs.frozen(kw_only=True, repr=False)
class Excerpt:
    """A passage of the document: its words, or its position.

    Attributes:
        exact: the words, verbatim.
        prefix: the text directly before the words.
        suffix: the text directly after the words.
        start: offset of the first character, in code points from 0, in the text
            whose hash is the document's sha256.
        end: offset just after the last character.
        role: what the words show: the content of the claim, a cue or a source.
        link: for a cue or a source: the index of its link in the chain, counted from 0.
    """

    exact: str | None = attrs.field(
        default=None, validator=optional(text(_limits.TEXT))
    )
    prefix: str | None = attrs.field(default=None, validator=optional(text()))
    suffix: str | None = attrs.field(default=None, validator=optional(text()))
    start: int | None = attrs.field(default=None, validator=_OFFSET)
    end: int | None = attrs.field(default=None, validator=_OFFSET)
    role: ExcerptRole = attrs.field(
        default="content", validator=one_of(words(ExcerptRole), "an excerpt role")
    )
    link: int | None = attrs.field(
        default=None, validator=optional(integer(0, _limits.LINKS - 1))
    )

    def __attrs_post_init__(self) -> None:
        """Ask for words or offsets, and for offsets in order."""
        if self.start is None and self.end is None:
            if self.exact is None:
                problem = "exact is required because there is no start and end"
                fix = "Give the exact words, or start and end."
                raise refuse(self, "exact", problem, fix, "CT011")
            return
        if self.start is None or self.end is None:
            missing, other = (
                ("start", "end") if self.start is None else ("end", "start")
            )
            problem = f"{missing} is required because {other} is given"
            raise refuse(self, missing, problem, "Give both or neither.", "CT011")
        if self.start >= self.end:
            problem = f"start {self.start} is not before end {self.end}"
            fix = "The end is exclusive: a single character is start 5, end 6."
            raise refuse(self, "start", problem, fix, "CT024")

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Recorded:
    """Who recorded an attribution, when and how. All of it is private.

    Attributes:
        at: when it was recorded.
        by: who recorded it, in the desk's own words.
        method: whether a human or a tool recorded it.
        tool: which tool recorded it.
    """

    at: When | None = attrs.field(
        default=None,
        converter=to_optional_when,
        validator=optional(moment),
    )
    by: str | None = attrs.field(default=None, validator=optional(text()))
    method: RecordMethod | None = attrs.field(
        default=None, validator=optional(one_of(words(RecordMethod), "a method"))
    )
    tool: str | None = attrs.field(default=None, validator=optional(text()))

    def __repr__(self) -> str:
        """Return the type alone."""
        return "Recorded(…)"


def _to_excerpts(values: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False)
class Attribution:
    """One claim, the chain it is attributed to, and the document in which it was read.

    Attributes:
        id: slug, URN or IRI; a dossier assigns one if it is missing.
        claim: id of the claim that is attributed.
        chain: who says it and on whose word, from the outermost source inward.
        document: id of the document in which the claim was read.
        placement: where in the document the claim was read: headline, standfirst,
            lead, body or caption.
        excerpts: the passages of the document that show the attribution.
        presupposed: whether the text takes the claim for granted instead of stating
            it.
        recorded: who recorded the attribution, when and how. Private.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Attribution(claim="c1", chain=["unn", "bloomberg"])
    Attribution(claim='c1', chain=<Chain unn < bloomberg>)
    """

    type: ClassVar[str] = "attribution"

    id: str | None = attrs.field(default=None, validator=optional(identifier))
    claim: str = attrs.field(converter=to_id, validator=identifier)
    chain: Chain = attrs.field(converter=to_chain, validator=instance(Chain, "a chain"))
    document: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    placement: Placement | None = attrs.field(
        default=None, validator=optional(one_of(words(Placement), "a placement"))
    )
    excerpts: tuple[Excerpt, ...] = attrs.field(
        default=(),
        converter=_to_excerpts,
        validator=each(instance(Excerpt, "Excerpt(exact=…)")),
    )
    presupposed: bool = attrs.field(default=False, validator=boolean)
    recorded: Recorded | None = attrs.field(
        default=None, validator=optional(instance(Recorded, "Recorded(…)"))
    )
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse an excerpt whose link is not in the chain."""
        for index, excerpt in enumerate(self.excerpts):
            if excerpt.link is not None and excerpt.link >= len(self.chain):
                problem = (
                    f"link {excerpt.link} is not in the chain, "
                    f"whose links are 0 to {len(self.chain) - 1}"
                )
                fix = "Give the index of a link in the chain, counted from 0."
                raise refuse(self, f"excerpts.{index}.link", problem, fix, "CT025")

    __repr__ = show
