"""Assessments: somebody's judgement on a claim, a source or what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

import attrs

from claimtrack.findings import quote
from claimtrack.records import _limits
from claimtrack.records._accepted import (
    to_id,
    to_ids,
    to_optional_id,
    to_optional_when,
    to_tuple,
)
from claimtrack.records._checks import (
    each,
    identifier,
    instance,
    matching,
    moment,
    number,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import VerdictAxis, words
from claimtrack.scales import Confidence
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Assessment", "Normalized", "Rating"]


def _to_confidences(values: Iterable[Confidence]) -> tuple[Confidence, ...]:
    return to_tuple(values)


_NUMBER = number(-_limits.NUMBER, _limits.NUMBER)

_SEVERAL: Final[frozenset[VerdictAxis]] = frozenset({"authenticity"})
"""Axes on which one scheme may give several codes: a picture can be cropped and
miscaptioned at once."""


@attrs.frozen(kw_only=True, repr=False)
class Rating:
    """A verdict as a number, as it was published.

    The numbers are not interpreted or corrected: published scales can be upside down,
    have no ends, or not include the number given. Some publishers give the scale but
    no number.

    Attributes:
        value: the number given; a rating needs a `value`, a `best` or a `worst`.
        best: the best possible value, which may be lower than `worst`.
        worst: the worst possible value.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Rating(best=5, worst=1).value is None
    True
    """

    value: float | None = attrs.field(default=None, validator=optional(_NUMBER))
    best: float | None = attrs.field(default=None, validator=optional(_NUMBER))
    worst: float | None = attrs.field(default=None, validator=optional(_NUMBER))

    def __attrs_post_init__(self) -> None:
        """Ask for at least one number."""
        if self.value is None and self.best is None and self.worst is None:
            problem = "value is required because there is no best or worst"
            fix = "Give the value, or an end of the scale."
            raise refuse(self, "value", problem, fix, "CT011")

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Normalized:
    """A verdict in the terms of a scheme, in addition to the published words.

    Attributes:
        scheme: the scheme that the code comes from: a name or an IRI.
        axis: what is judged: veracity, completeness (context is missing),
            authenticity (altered, miscaptioned) or status (unproven, satire).
        code: the term of the scheme.
        method: how the code was chosen: by whom, or with what.
        rule: which rule of the method gave the code.
    """

    scheme: str = attrs.field(validator=text())
    axis: VerdictAxis = attrs.field(
        validator=one_of(words(VerdictAxis), "an axis of verdicts")
    )
    code: str = attrs.field(validator=text())
    method: str | None = attrs.field(default=None, validator=optional(text()))
    rule: str | None = attrs.field(default=None, validator=optional(text()))

    __repr__ = show


def _to_normalized(
    value: Normalized | Iterable[Normalized] | None,
) -> tuple[Normalized, ...]:
    """Return one verdict, as the first version accepted it, or several, as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, Normalized) else to_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Assessment:
    """Somebody's judgement on a claim, a source, an attribution or a document.

    The published words and their reading in the terms of a scheme are both kept, and
    neither replaces the other.

    Attributes:
        id: slug, URN or IRI; a dossier assigns one if it is missing.
        subject: id of the claim, source, attribution or document that is judged.
        by: id of the source that made the judgement.
        document: id of the published review: the document that states the judgement.
        verdict: the judgement in the original words; an assessment needs a verdict, a
            `rating` or a `confidence`.
        rating: the judgement as a number.
        normalized: the judgement in the terms of one or more schemes: one code for each
            scheme and axis, where the axis authenticity can have several. A single
            entry needs no list.
        confidence: how sure the judgement is, on one or more scales.
        rationale: the reasons for the judgement.
        evidence: ids of the documents that the judgement is based on.
        at: when the judgement was made.
        url: the address at which the judgement can be read.
        lang: BCP 47 tag of the verdict and the rationale.
        license: the licence or terms of use.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Assessment(subject="c1", by="desk", verdict="Missing context")
    Assessment(subject='c1', by='desk', verdict='Missing context')
    """

    type: ClassVar[str] = "assessment"

    id: str | None = attrs.field(default=None, validator=optional(identifier))
    subject: str = attrs.field(converter=to_id, validator=identifier)
    by: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    document: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    verdict: str | None = attrs.field(
        default=None, validator=optional(text(_limits.TEXT))
    )
    rating: Rating | None = attrs.field(
        default=None, validator=optional(instance(Rating, "Rating(value=…)"))
    )
    normalized: tuple[Normalized, ...] = attrs.field(
        default=(),
        converter=_to_normalized,
        validator=each(instance(Normalized, "Normalized(scheme=…, axis=…)")),
    )
    confidence: tuple[Confidence, ...] = attrs.field(
        default=(),
        converter=_to_confidences,
        validator=each(instance(Confidence, "Confidence(scale, value)")),
    )
    rationale: str | None = attrs.field(
        default=None, validator=optional(text(_limits.TEXT))
    )
    evidence: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    at: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=optional(moment)
    )
    url: str | None = attrs.field(default=None, validator=optional(matching("iri")))
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )
    license: str | None = attrs.field(default=None, validator=optional(text()))
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Ask for a judgement, and for one code on each axis of a scheme."""
        if self.verdict is None and self.rating is None and not self.confidence:
            problem = "verdict is required because there is no rating or confidence"
            fix = "Give a verdict, a rating or a confidence."
            raise refuse(self, "verdict", problem, fix, "CT011")
        seen: set[tuple[str, str]] = set()
        for index, one in enumerate(self.normalized):
            key = (one.scheme, one.axis)
            if key in seen and one.axis not in _SEVERAL:
                problem = (
                    f"the scheme {quote(one.scheme)} already has a code for {one.axis}"
                )
                fix = "Keep one code for each scheme and axis."
                raise refuse(self, f"normalized.{index}", problem, fix, "CT003")
            seen.add(key)

    __repr__ = show
