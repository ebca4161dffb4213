"""Sources: somebody or something that information is attributed to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, cast

import attrs

from claimtrack.findings import quote
from claimtrack.records import _limits
from claimtrack.records._accepted import is_list, to_ids, to_strings, to_tuple
from claimtrack.records._chain import citing
from claimtrack.records._checks import (
    each,
    identifier,
    instance,
    integer,
    matching,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import AnonymityKnower, SourceKind, words

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Alias", "Anonymity", "Count", "Source"]

_COUNT_TEXT: Final = re.compile(r"([0-9]{1,11})(?:(\+)|(?:-([0-9]{1,11})))?")


@attrs.frozen(kw_only=True, repr=False)
class Alias:
    """Another name of a source, and the language it is in.

    Attributes:
        text: the name as it is written in that language.
        lang: BCP 47 tag of the language.
    """

    text: str = attrs.field(validator=text())
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Count:
    """How many people: an interval of whole numbers, with both bounds included.

    Attributes:
        min: at least this many, from 1.
        max: at most this many; None if there is no upper bound.

    >>> Count.from_text("2+")
    Count(min=2)
    """

    min: int = attrs.field(default=1, validator=integer(1, _limits.PEOPLE))
    max: int | None = attrs.field(
        default=None, validator=optional(integer(1, _limits.PEOPLE))
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a minimum above the maximum."""
        if self.max is not None and self.min > self.max:
            problem = f"min {self.min} is greater than max {self.max}"
            raise refuse(self, "min", problem, "Swap them, or correct one.", "CT024")

    @classmethod
    def from_text(cls, text: str) -> Count:
        """Read "2" (exactly two), "2+" (two or more) or "2-5".

        Raises:
            InvalidRecord: for any other text.
        """
        match = _COUNT_TEXT.fullmatch(text)
        if match is None:
            fix = 'Write "2", "2+" or "2-5".'
            raise refuse("count", "", f"{quote(text)} is not a count", fix, "CT014")
        least, plus, most = match.groups()
        if plus:
            return cls(min=int(least))
        return cls(min=int(least), max=int(most or least))

    __repr__ = show


def _to_knowers(values: Iterable[AnonymityKnower]) -> tuple[AnonymityKnower, ...]:
    return to_tuple(values)


@attrs.frozen(kw_only=True, repr=False)
class Anonymity:
    """What the desk knows about why a source is not named. All of it is private.

    There is no field for the identity itself: a dossier is not a vault.

    Attributes:
        reason: why the source is not named.
        known_to: who knows the identity of the source, by function.
        approved_by: who approved that the source stays unnamed, by function.
    """

    reason: str | None = attrs.field(
        default=None, validator=optional(text(_limits.TEXT))
    )
    known_to: tuple[AnonymityKnower, ...] = attrs.field(
        default=(),
        converter=_to_knowers,
        validator=each(one_of(words(AnonymityKnower), "a function in a newsroom")),
    )
    approved_by: tuple[AnonymityKnower, ...] = attrs.field(
        default=(),
        converter=_to_knowers,
        validator=each(one_of(words(AnonymityKnower), "a function in a newsroom")),
    )

    def __repr__(self) -> str:
        """Return the type alone."""
        return "Anonymity(…)"


def _to_aliases(values: Iterable[Alias | str]) -> tuple[Alias, ...]:
    if not is_list(values):
        return cast("tuple[Alias, ...]", values)
    return tuple(Alias(text=v) if isinstance(v, str) else v for v in values)


def _to_count(value: Count | str | None) -> Count | None:
    return Count.from_text(value) if isinstance(value, str) else value


_KINDS_WITH: Final[dict[str, frozenset[str]]] = {
    "name": frozenset(words(SourceKind)) - {"unnamed"},
    "description": frozenset({"unnamed"}),
    "count": frozenset({"unnamed", "group", "crowd"}),
    "members": frozenset({"group"}),
    "anonymity": frozenset({"unnamed"}),
}
"""Fields that only some kinds of source have."""


@attrs.frozen(kw_only=True, repr=False)
class Source:
    """Somebody or something that information is attributed to.

    Attributes:
        id: slug, URN or IRI, unique in its dossier. The id of an unnamed source is
            not derived from anything.
        kind: person, organization, outlet, group (a body that speaks together),
            crowd (unidentified people at large), platform (a place where things are
            said), unnamed (people whom the text does not name), unresolved (a bare
            name that nobody has classified).
        name: the name of the source; needed by every kind but unnamed, which has none.
        description: how the text describes an unnamed source; only this kind has it,
            and needs it.
        aka: other names.
        same_as: addresses (IRIs) of the same source elsewhere.
        role: its office or function.
        affiliations: ids of the sources that it belongs to.
        members: ids of the sources that a group consists of.
        country: ISO 3166-1 alpha-2, two capitals.
        url: its web page.
        image: IRIs of pictures of it, such as a logo or a portrait.
        count: how many people it consists of (unnamed, group, crowd); text such as "2+"
            is accepted too.
        anonymity: what the desk knows about why the source is not named. Private.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Source(id="officials", kind="unnamed", description="European officials")
    Source(id='officials', kind='unnamed', description='European officials')
    """

    type: ClassVar[str] = "source"

    id: str = attrs.field(validator=identifier)
    kind: SourceKind = attrs.field(
        validator=one_of(words(SourceKind), "a kind of source")
    )
    name: str | None = attrs.field(default=None, validator=optional(text()))
    description: str | None = attrs.field(default=None, validator=optional(text()))
    aka: tuple[Alias, ...] = attrs.field(
        default=(),
        converter=_to_aliases,
        validator=each(instance(Alias, "text, or Alias(text=…, lang=…)")),
    )
    same_as: tuple[str, ...] = attrs.field(
        default=(), converter=to_strings, validator=each(matching("iri"))
    )
    role: str | None = attrs.field(default=None, validator=optional(text()))
    affiliations: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    members: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    country: str | None = attrs.field(
        default=None, validator=optional(matching("country"))
    )
    url: str | None = attrs.field(default=None, validator=optional(matching("iri")))
    image: tuple[str, ...] = attrs.field(
        default=(), converter=to_strings, validator=each(matching("iri"))
    )
    count: Count | None = attrs.field(
        default=None,
        converter=_to_count,
        validator=optional(instance(Count, 'text such as "2+", or Count(min=2)')),
    )
    anonymity: Anonymity | None = attrs.field(
        default=None, validator=optional(instance(Anonymity, "Anonymity(…)"))
    )
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse fields that the kind does not have, and ask for those it needs."""
        for name, kinds in _KINDS_WITH.items():
            if getattr(self, name) not in (None, ()) and self.kind not in kinds:
                problem = f"{name} is not allowed on a source of kind {self.kind}"
                fix = f"Remove it, or use one of the kinds: {', '.join(sorted(kinds))}."
                raise refuse(self, name, problem, fix, "CT019")
        needed = "description" if self.kind == "unnamed" else "name"
        if getattr(self, needed) is None:
            problem = f"{needed} is required because kind is {self.kind}"
            raise refuse(self, needed, problem, f"Add the {needed}.", "CT011")

    @property
    def label(self) -> str:
        """The name, or the description of an unnamed source."""
        return self.name or self.description or self.id

    citing = citing
    __repr__ = show
