"""Sources and documents of a dossier in the terms of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import Dossier
from claimtrack.interop._addresses import canonical_url
from claimtrack.interop._claimants import kind_of
from claimtrack.interop._exported import Loss
from claimtrack.interop._people import KIND_TERMS
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Document, Record, SourceKind
    from claimtrack.schema import JsonValue
    from claimtrack.when import When

__all__ = ["Draft", "document_key", "is_person", "one_or_all", "put"]

_CLAIMANTS: Final[dict[SourceKind, str]] = {
    "person": "Person",
    "organization": "Organization",
    "outlet": "NewsMediaOrganization",
    "group": "Organization",
}
"""Kind of source → type of schema.org, which has none for crowds and places."""

_DOCUMENTS: Final = {
    "article": "Article",
    "audio": "AudioObject",
    "dataset": "Dataset",
    "image": "ImageObject",
    "live-blog": "LiveBlogPosting",
    "post": "SocialMediaPosting",
    "report": "Report",
    "video": "VideoObject",
}
"""Kind of document → type of schema.org; any other is a CreativeWork."""


@attrs.define
class Draft:
    """A document being built.

    Attributes:
        dossier: the dossier.
        is_narrow: whether it is limited to Duke's profile.
        losses: what cannot be expressed in it.
    """

    dossier: Dossier
    is_narrow: bool = False
    losses: list[Loss] = attrs.Factory(list[Loss])

    def lose(self, record: Record, field: str, message: str) -> None:
        """Note a loss."""
        self.losses.append(Loss(str(record.id), field, message))

    def lose_fields(self, record: Record, fields: tuple[str, ...]) -> None:
        """Note the fields that are set but have no place in the format."""
        for field in fields:
            if getattr(record, field):
                self.lose(record, field, "the format has no place for it")

    def source(self, key: str | None) -> Source | None:
        """Return a source."""
        found = self.dossier.get(key) if key else None
        return found if isinstance(found, Source) else None

    def checker(self, source: Source, *, has_role: bool = True) -> dict[str, JsonValue]:
        """Return a source that publishes, judges or writes a review."""
        type_ = "Person" if has_role and is_person(source) else "Organization"
        return self._someone(source, {"@type": type_}, has_url=True)

    def claimant(self, source: Source) -> dict[str, JsonValue]:
        """Return who made a claim, with its kind if the name suggests another."""
        type_ = _CLAIMANTS.get(source.kind)
        if self.is_narrow and type_ is None:
            type_ = "Organization"
        made = self._someone(
            source,
            {"@type": type_} if type_ else {},
            # With an address, it would be a person and an organization at once.
            has_url=not self.is_narrow,
        )
        if source.kind == "unnamed":
            return made
        types = (type_,) if type_ else ()
        if kind_of(source.label, types, frozenset(made)) != source.kind:
            made["additionalType"] = KIND_TERMS[source.kind]
        return made

    def _someone(
        self, source: Source, made: dict[str, JsonValue], *, has_url: bool
    ) -> dict[str, JsonValue]:
        """Return a source with all properties that schema.org has for it."""
        made["name"] = source.label
        aka = [each.text for each in source.aka if each.text != source.label]
        same_as = [*source.same_as]
        if source.url and not has_url:
            same_as.insert(0, source.url)
        person = made.get("@type") == "Person"
        put(made, "alternateName", one_or_all(dict.fromkeys(aka)))
        put(made, "url", source.url if has_url else None)
        put(made, "sameAs", [*dict.fromkeys(same_as)])
        put(made, "image", self.one_or_first(source, "image"))
        put(made, "jobTitle", source.role if person else None)
        if any(each.lang for each in source.aka):
            self.lose(
                source, "aka", "the format has no place for the languages of names"
            )
        if source.kind == "unnamed":
            self.lose(source, "kind", "the format cannot say that it is unnamed")
        fields = ("affiliations", "members", "country", "count")
        self.lose_fields(source, fields if person else (*fields, "role"))
        return made

    def document(self, document: Document) -> dict[str, JsonValue]:
        """Return a document in which a claim appeared."""
        made: dict[str, JsonValue] = {
            "@type": _DOCUMENTS.get(document.kind, "CreativeWork")
        }
        put(made, "url", document.url)
        put(made, "name", document.title)
        put(made, "datePublished", self.date(document, "published"))
        put(made, "archivedAt", one_or_all(document.archived))
        put(made, "image", one_or_all(document.image))
        if document.kind not in (*_DOCUMENTS, "page"):
            self.lose(document, "kind", f"schema.org has no type for {document.kind}")
        fields = ("publisher", "authors", "lang", "modified", "version", "license")
        self.lose_fields(document, (*fields, "retrieved", "status", "sha256"))
        return made

    def medium(self, document: Document) -> dict[str, JsonValue]:
        """Return a medium in the form of Duke's profile."""
        made: dict[str, JsonValue] = {
            "@type": _DOCUMENTS.get(document.kind, "CreativeWork")
        }
        put(made, "accessedOnUrl", document.url)
        put(made, "description", document.title)
        put(made, "archivedAt", self.one_or_first(document, "archived"))
        self.lose_fields(document, ("published", "image"))
        return made

    def one_or_first(self, record: Source | Document, field: str) -> JsonValue:
        """Return the items of a field; in Duke's profile, the first one."""
        items: tuple[str, ...] = getattr(record, field)
        if self.is_narrow and len(items) > 1:
            self.lose(record, field, "the profile has a place for only one of them")
        return one_or_all(items[:1] if self.is_narrow else items)

    def date(self, record: Record, field: str) -> str | None:
        """Return a date field, if the format can express the date."""
        when: When | None = getattr(record, field)
        return None if when is None else self.moment(record, field, when)

    def moment(self, record: Record, field: str, when: When) -> str | None:
        """Return a date of a record, if the format can express it."""
        given = when.edtf or ""
        lengths = _LENGTHS.get(when.precision, ())
        is_plain = "X" not in given and len(given) in lengths
        if self.is_narrow and is_plain and when.precision == "second":
            self.lose(record, field, "the profile has only days, not times")
            return given[:10]
        if is_plain and not (self.is_narrow and when.precision != "day"):
            return given
        self.lose(record, field, f"the format cannot express the date {when}")
        return None


_LENGTHS: Final = {"year": {4}, "month": {7}, "day": {10}, "second": {20, 25}}
"""Precision → length of a plain date: without qualifiers, and not an interval."""


def put(made: dict[str, JsonValue], key: str, value: JsonValue) -> None:
    """Put a value into an object, unless the value is missing."""
    if value not in (None, "", [], {}):
        made[key] = value


def one_or_all(values: Iterable[JsonValue]) -> JsonValue:
    """Return a single value by itself, several as a list, and None for none."""
    listed = [*values]
    return listed[0] if len(listed) == 1 else listed or None


def is_person(source: Source) -> bool:
    """Return whether a source counts as a person rather than an organization."""
    return source.kind in ("person", "unresolved")


def document_key(url: str | None, title: str | None) -> tuple[str | None, ...]:
    """Return the key by which readers recognise a document: its address or title."""
    return (canonical_url(url), None) if url else (None, title)
