"""What a report is made from: a dossier and its analyses, each computed once."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.confidence import Support
from claimtrack.dossier import Dossier
from claimtrack.draw._concerns import Concerns
from claimtrack.draw._drawn_claim import Reading, read_claims
from claimtrack.draw._html._element_ids import fragment
from claimtrack.draw._html._spans import LONGEST, Span, Words, said
from claimtrack.draw._support_rows import find_supports
from claimtrack.findings import Finding, natural_key
from claimtrack.lineage import Dependence, HangingOn, dependence, hanging_on
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Source,
)
from claimtrack.view import Interval, View, group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Facts", "counted", "falling", "people", "shortened"]

LISTED: Final = 24
"""Most records that one list names; the others are counted."""

MENTIONED: Final = 6
"""A finding that mentions more claims than this is not on their cards."""

_PLURALS: Final = {
    "falls": "fall",
    "has": "have",
    "is": "are",
    "person": "people",
    "rests": "rest",
}


@attrs.frozen(slots=False)
class Facts:
    """A dossier, and what is known about it.

    Attributes:
        dossier: the public part of the dossier, or all of it.
        view: the view of the dossier, in which duplicates are merged.
        readings: its claims, each with its chains and its lineage.
        concerns: drift, contradictions and findings, claim by claim.
        supports: how far each claim is supported.
        depends: what each attribution depends on.
        hanging: what falls if a single record is retracted.
        findings: the findings of a check.
        is_private: whether it shows what is not for others.
        is_draft: whether a tool drafted it and nobody has reviewed it.
    """

    dossier: Dossier
    view: View
    readings: tuple[Reading, ...]
    concerns: Concerns
    supports: Mapping[str, Support]
    depends: tuple[Dependence, ...]
    hanging: Mapping[str, HangingOn]
    findings: tuple[Finding, ...]
    is_private: bool = False
    is_draft: bool = False

    @classmethod
    def of(
        cls,
        dossier: Dossier,
        findings: Sequence[Finding],
        *,
        is_private: bool = False,
        is_draft: bool = False,
    ) -> Facts:
        """Return the facts of a dossier, which is read a fixed number of times."""
        claims = dossier.claims
        depends = dependence(dossier, include_others=True)
        return cls(
            dossier=dossier,
            view=View.of(dossier),
            readings=tuple(read_claims(dossier, claims)),
            concerns=Concerns.of(dossier, findings),
            supports=find_supports(dossier, claims),
            depends=depends,
            hanging=hanging_on(depends),
            findings=tuple(findings),
            is_private=is_private,
            is_draft=is_draft,
        )

    @functools.cached_property
    def is_rated(self) -> bool:
        """Whether the support of any claim can be judged."""
        return any(each.opinion is not None for each in self.supports.values())

    @functools.cached_property
    def claims_of(self) -> Mapping[str, tuple[str, ...]]:
        """For each record in a chain, the claims of its chains, in natural order."""
        found: dict[str, set[str]] = {}
        for each in self.depends:
            for key in each.taken_by:
                found.setdefault(key, set()).update(each.claims)
        return {k: tuple(sorted(ids, key=natural_key)) for k, ids in found.items()}

    @functools.cached_property
    def claim_of(self) -> Mapping[str, str]:
        """The claim of each attribution, by the attribution's id."""
        return {str(each.id): each.claim for each in self.dossier.attributions}

    @functools.cached_property
    def _labels(self) -> Counter[str]:
        """How many sources and documents share each label."""
        of = self.view.sources.least_of
        keys = {of(each.id) for each in self.view.all(Source)}
        papers = (self.label(each.id) for each in self.view.all(Document))
        return Counter([*map(self.label, keys), *papers])

    @functools.cached_property
    def builds(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The claims that a claim presupposes or is inferred from: kind → id → ids."""
        return {
            kind: group_pairs(
                (member, each.object)
                for each in self.view.related(Claim, kind)
                for member in self.view.claims.members_of(each.subject)
            )
            for kind in ("presupposes", "inferred-from")
        }

    @functools.cached_property
    def notices(self) -> Mapping[str, tuple[Notice, ...]]:
        """The notices about each record, by its id."""
        return group_pairs((each.target, each) for each in self.dossier.notices)

    @functools.cached_property
    def assessments(self) -> Mapping[str, tuple[Assessment, ...]]:
        """The assessments of each record, by its id."""
        return group_pairs((each.subject, each) for each in self.dossier.assessments)

    @functools.cached_property
    def mentions(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that only mention a claim among a few others, by its id."""
        pairs: list[tuple[str, Finding]] = []
        for each in self.findings:
            keys = (self.claim_of.get(key, key) for key in each.related)
            claims = {key for key in keys if key in self.supports}
            if len(claims) <= MENTIONED:
                pairs.extend((key, each) for key in claims)
        return group_pairs(pairs)

    def one(self, key: str) -> str:
        """Return the least id of a source, or any other id unchanged."""
        return self.view.sources.least_of(key)

    def falls(self, key: str) -> tuple[str, ...]:
        """Return the claims that fall if a record is retracted."""
        found = self.hanging.get(key)
        return () if found is None else found.falls

    def weakened(self, key: str) -> tuple[str, ...]:
        """Return the claims that are weakened if a record is retracted."""
        found = self.hanging.get(key)
        return () if found is None else found.weakened

    def label(self, key: str) -> str:
        """Return the full name of a source or a document."""
        record = self.dossier.get(key)
        if isinstance(record, Document):
            return record.title or key
        return self.view.sources.label(key)

    def name(self, key: str) -> Span:
        """Return the name of a source, a document or a claim, with a link to it.

        The link of an attribution leads to its claim. A missing record is named by its
        id.
        """
        record = self.dossier.get(key)
        if isinstance(record, Attribution):
            return Span(record.claim, "id", fragment(record.claim))
        if isinstance(record, Claim):
            return Span(key, "id", fragment(key))
        if isinstance(record, Document):
            return Span(shortened(self.label(key)), "name", fragment(key))
        if isinstance(record, Source):
            return Span(shortened(self.label(key)), "name", fragment(self.one(key)))
        return Span(shortened(key), "id")

    def listed(self, key: str) -> Words:
        """Return the name for a list; records with the same name show their ids."""
        name = self.name(key)
        if name.look == "name" and self._labels[self.label(key)] > 1:
            return said(name, " ", Span(self.one(key), "id"))
        return (name,)

    def named(self, keys: Iterable[str], most: int = LISTED) -> Words:
        """Return the names of records as part of a sentence, each record once."""
        names = list(dict.fromkeys(self.listed(key) for key in keys))
        shown: list[str | Span | Words] = []
        for each in names[:most]:
            shown.extend((", ", each) if shown else (each,))
        if len(names) > most:
            shown.append(f" and {len(names) - most} more")
        return said(*shown)

    def kind(self, key: str) -> str:
        """Return the role or the kind of a source, in a word or two."""
        kind = self.view.sources.kind(key)
        if kind == "unnamed":
            return f"unnamed, {people(self.view.sources.count(key))}"
        record = self.view.sources.shown(key)
        if record is not None and record.role is not None:
            return shortened(record.role)
        return "not identified" if kind == "unresolved" else kind


def people(number: Interval) -> str:
    """Return a number of people in words.

    >>> people(Interval(1, 1)), people(Interval(2, None))
    ('1 person', '2 or more people')
    """
    return f"{number} {'person' if (number.lo, number.hi) == (1, 1) else 'people'}"


def counted(number: int, noun: str) -> str:
    """Return a number of things, with a noun and a verb that agree with it.

    >>> counted(1, "claim falls"), counted(2, "claim falls"), counted(2, "chain")
    ('1 claim falls', '2 claims fall', '2 chains')
    """
    if number == 1:
        return f"1 {noun}"
    first, *others = noun.split(" ")
    plural = _PLURALS.get(first, f"{first}s")
    return " ".join([str(number), plural, *(_PLURALS.get(e, e) for e in others)])


def falling(number: int, total: int) -> str:
    """Return how many of all claims fall.

    >>> falling(1, 3), falling(2, 3)
    ('1 of 3 claims falls', '2 of 3 claims fall')
    """
    verb = "falls" if number == 1 else "fall"
    return f"{number} of {counted(total, 'claim')} {verb}"


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text, cut if it is too long.

    >>> shortened("abcdef", 4)
    'abc…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"
