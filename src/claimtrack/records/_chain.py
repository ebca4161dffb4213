"""Chains: links from the outermost source inward, and how to write them.

`Source`, `Link` and `Chain` share one method, `citing`, so that code reads as the
sentence does: ``unn.citing(bloomberg, cue="with reference to").citing(officials)``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeAlias, cast, overload

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import (
    Identified,
    is_list,
    to_ids,
    to_optional_id,
    to_optional_when,
    to_tuple,
)
from claimtrack.records._candidate import Candidate
from claimtrack.records._checks import (
    boolean,
    each,
    identifier,
    instance,
    matching,
    moment,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._show import show
from claimtrack.records._words import (
    DEFAULT_FACTUALITY,
    Attitude,
    Basis,
    CueBasis,
    Factuality,
    GroundRules,
    Mode,
    Stance,
    words,
)
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.errors import InvalidRecord

__all__ = [
    "Chain",
    "Citable",
    "Link",
    "citing",
    "link",
    "to_chain",
]

P = ParamSpec("P")

Citable: TypeAlias = "Chain | Link | Identified | str"
"""What a chain can begin with or continue with; text is the id of a source."""

_WHEN = optional(moment)


def link(
    source: Link | Identified | str,
    *,
    cue: str | None = None,
    cue_basis: CueBasis | None = None,
    mode: Mode | None = None,
    stance: Stance = "neutral",
    ground_rules: GroundRules = "unknown",
    embargo_until: When | str | None = None,
    addressee: str | Identified | None = None,
    original_lang: str | None = None,
    attitude: Attitude = "assertion",
    ascribed: bool | None = None,
    factuality: Factuality | None = None,
    negated: bool = False,
    hypothetical: bool = False,
    basis: Basis = "unknown",
    at: When | str | None = None,
    document: str | Identified | None = None,
    evidence: Iterable[str | Identified] = (),
    occasion: str | None = None,
    utterance: str | Identified | None = None,
    on_behalf_of: str | Identified | None = None,
    mention: str | None = None,
) -> Link:
    """Return a link to `source`: the head of a chain that carries fields.

    The arguments are the fields of `Link`, which explains them. An existing `Link` (one
    with candidates, say) is returned as it is, and takes no other fields.

    >>> link("unn", mention="Ukrainian National News")
    Link(source='unn', mention='Ukrainian National News')

    Raises:
        InvalidRecord: for a value that a link does not take.
    """
    made = Link(
        source="_" if isinstance(source, Link) else source,
        cue=cue,
        cue_basis=cue_basis,
        mode=mode,
        stance=stance,
        ground_rules=ground_rules,
        embargo_until=embargo_until,
        addressee=addressee,
        original_lang=original_lang,
        attitude=attitude,
        ascribed=ascribed,
        factuality=factuality,
        negated=negated,
        hypothetical=hypothetical,
        basis=basis,
        at=at,
        document=document,
        evidence=evidence,
        occasion=occasion,
        utterance=utterance,
        on_behalf_of=on_behalf_of,
        mention=mention,
    )
    if made.is_nobody:
        # None was given: a chain with nobody on record is made by `nobody` instead.
        raise _no_source(made, "source")
    if not isinstance(source, Link):
        return made
    if made != Link(source="_"):
        problem = "a finished link cannot be given further fields"
        raise refuse(source, "", problem, "Use attrs.evolve on the link.", "CT019")
    return source


def _no_source(owner: object, field: str) -> InvalidRecord:
    problem = "source is required because there are no candidates"
    return refuse(owner, field, problem, "Give a source.", "CT011")


def _as_method(
    make: Callable[Concatenate[Link | Identified | str, P], Link],
) -> Callable[
    Concatenate[Chain | Link | Identified, Link | Identified | str, P], Chain
]:
    """Return `make` as a method that adds the link it makes to the end of a chain.

    The function and the method share one signature, with all the fields of a link.
    """

    def citing(
        self: Chain | Link | Identified,
        source: Link | Identified | str,
        /,
        *args: P.args,
        **fields: P.kwargs,
    ) -> Chain:
        """Return a chain that goes one link further in: this one cites `source`.

        Takes what `claimtrack.link` takes. Returns a new chain and changes nothing.

        Raises:
            InvalidRecord: for a value that a link does not take.
        """
        inner = make(source, *args, **fields)
        return Chain(links=(*to_chain(self).links, inner))

    signature = inspect.signature(make)
    itself = inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY)
    citing.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[itself, *signature.parameters.values()],
        return_annotation="Chain",
    )
    return citing


citing = _as_method(link)


def _to_candidates(values: Iterable[Candidate] | None) -> tuple[Candidate, ...] | None:
    return None if values is None else to_tuple(values)


@attrs.frozen(kw_only=True, repr=False)
class Link:
    """One source in a chain: how it is introduced, and how it holds the claim.

    Attributes:
        source: id of the source, unless `candidates` are given. A link without either
            must be a whole chain: nobody is on record for the claim (see `nobody`).
        candidates: the sources that may be meant, if the speaker is not settled;
            empty if there is not even a guess. Such a link is an open end.
        cue: the words that introduce the source, verbatim ("with reference to").
        cue_basis: explicit, punctuation, inherited (from the lead), carried-over
            (from the sentence before), carried-back (from a later one), absent.
        mode: how its words are given: direct, mixed, indirect, free-indirect, reported.
        stance: what the link before this one thinks of what it passes on: neutral,
            endorses, distances, denies.
        ground_rules: the terms on which the source spoke: on-record, background,
            deep-background, not-for-attribution, off-record, unknown.
        embargo_until: the earliest time at which it may be published.
        addressee: id of the source that this one spoke to.
        original_lang: BCP 47 tag of the language that the source spoke in.
        attitude: how the source holds the claim: assertion, belief, knowledge,
            intention, desire.
        ascribed: reported about it, not said by it. None: what the attitude implies.
        factuality: how certain it presents the claim (FactBank). None: as for ascribed.
        negated: the saying is negated ("did not say"); an annotation only.
        hypothetical: the saying is hypothetical ("would say"); an annotation only.
        basis: how the source can know: witnessed, participant, official, expert,
            document, hearsay, unknown.
        at: when the source said so.
        document: id of the document in which the source said so.
        evidence: ids of the documents that the source's word rests on.
        occasion: the occasion on which the source said so.
        utterance: id of the claim *that* the source said so.
        on_behalf_of: id of the source that this one spoke for.
        mention: how the text names the source here, verbatim.

    Raises:
        InvalidRecord: for a value that the field does not take.
    """

    source: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    candidates: tuple[Candidate, ...] | None = attrs.field(
        default=None,
        converter=_to_candidates,
        validator=optional(each(instance(Candidate, "Candidate(source=…)"))),
    )
    cue: str | None = attrs.field(default=None, validator=optional(text()))
    cue_basis: CueBasis | None = attrs.field(
        default=None, validator=optional(one_of(words(CueBasis), "a cue basis"))
    )
    mode: Mode | None = attrs.field(
        default=None, validator=optional(one_of(words(Mode), "a mode"))
    )
    stance: Stance = attrs.field(
        default="neutral", validator=one_of(words(Stance), "a stance")
    )
    ground_rules: GroundRules = attrs.field(
        default="unknown", validator=one_of(words(GroundRules), "a ground rule")
    )
    embargo_until: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    addressee: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    original_lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )
    attitude: Attitude = attrs.field(
        default="assertion", validator=one_of(words(Attitude), "an attitude")
    )
    ascribed: bool | None = attrs.field(default=None, validator=optional(boolean))
    factuality: Factuality | None = attrs.field(
        default=None, validator=optional(one_of(words(Factuality), "a factuality"))
    )
    negated: bool = attrs.field(default=False, validator=boolean)
    hypothetical: bool = attrs.field(default=False, validator=boolean)
    basis: Basis = attrs.field(
        default="unknown", validator=one_of(words(Basis), "a basis")
    )
    at: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    document: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    evidence: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    occasion: str | None = attrs.field(default=None, validator=optional(text()))
    utterance: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    on_behalf_of: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    mention: str | None = attrs.field(default=None, validator=optional(text()))

    def __attrs_post_init__(self) -> None:
        """Refuse a source together with candidates."""
        if self.source is not None and self.candidates is not None:
            problem = "source is not allowed on a link with candidates"
            fix = "Keep the source if it is settled, otherwise the candidates."
            raise refuse(self, "source", problem, fix, "CT019")

    @property
    def is_nobody(self) -> bool:
        """Whether it has neither a source nor candidates: nobody is on record."""
        return self.source is None and self.candidates is None

    @property
    def is_ascribed(self) -> bool:
        """Whether this was reported about the source: as recorded, or by attitude."""
        if self.ascribed is not None:
            return self.ascribed
        return self.attitude != "assertion"

    @property
    def own_factuality(self) -> Factuality:
        """How certain it presents the claim to be: as recorded, or by attitude."""
        return self.factuality or DEFAULT_FACTUALITY[self.attitude]

    citing = citing
    __repr__ = show


def _to_links(values: Iterable[Link | Identified | str]) -> tuple[Link, ...]:
    if not is_list(values):
        return cast("tuple[Link, ...]", values)
    return tuple(v if isinstance(v, Link) else link(v) for v in values)


@attrs.frozen(kw_only=True, repr=False)
class Chain(Sequence[Link]):
    """Links from the outermost source inward: UNN, then Bloomberg, then the officials.

    A sequence of its links.

    Attributes:
        links: 1 to 10,000 links; sources and their ids are accepted too.

    Raises:
        InvalidRecord: if there are no links, or too many.

    >>> [each.source for each in Chain(links=["unn", "bloomberg"])]
    ['unn', 'bloomberg']
    """

    links: tuple[Link, ...] = attrs.field(
        converter=_to_links,
        validator=each(instance(Link, "sources, ids or links"), most=_limits.LINKS),
    )

    def __attrs_post_init__(self) -> None:
        """Ask for at least one link, and for a source in each if there are several."""
        if not self.links:
            fix = "Give at least the source that published it."
            raise refuse(self, "links", "the chain is empty", fix, "CT016")
        if len(self.links) == 1:
            return
        for index, each_ in enumerate(self.links):
            if each_.is_nobody:
                raise _no_source(self, f"links.{index}.source")

    @property
    def head(self) -> Link:
        """The first link; its source is the publisher."""
        return self.links[0]

    @property
    def is_nobody(self) -> bool:
        """Whether nobody is on record: one link, with neither source nor candidates."""
        return self.links[0].is_nobody

    @property
    def last(self) -> Link:
        """The innermost link."""
        return self.links[-1]

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, index: int | slice) -> Link | tuple[Link, ...]:
        """Return the link at `index`, 0 being the outermost; a slice as a tuple."""
        return self.links[index]

    def __iter__(self) -> Iterator[Link]:
        """Iterate over the links, outermost first."""
        return iter(self.links)

    def __len__(self) -> int:
        """Return the number of links."""
        return len(self.links)

    citing = citing

    def __repr__(self) -> str:
        """Return the links by their ids."""
        inside = " < ".join(each.source or "…" for each in self.links)
        return f"<Chain {inside}>"


def to_chain(value: Citable | Iterable[Link | Identified | str]) -> Chain:
    """Return a chain, a link, a source, an id, or several of these, as a chain."""
    if isinstance(value, Chain):
        return value
    several = value if is_list(value) else (value,)
    return Chain(links=cast("Iterable[Link | Identified | str]", several))
