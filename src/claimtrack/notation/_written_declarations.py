"""Write documents and sources as lines of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.notation._ledger import Defaults, Labels, implied_count, mark_of
from claimtrack.notation._sheet_words import BULLETS
from claimtrack.notation._signs import is_blank
from claimtrack.notation._written_values import (
    write_common,
    write_json,
    write_name,
    write_quote,
    write_text,
    write_texts,
)

if TYPE_CHECKING:
    from claimtrack.records import Anonymity, Document, Source
    from claimtrack.when import When

__all__ = ["Declarations"]

_FIELD: Final = "  "


@attrs.frozen
class Declarations:
    """Writes documents and sources, without judgements on them.

    Attributes:
        labels: how records are referred to.
        defaults: values that can be left unsaid.
        file: the name of the file with the text of the document that was read.
    """

    labels: Labels
    defaults: Defaults
    file: str | None = None

    def document(self, document: Document) -> list[str]:  # noqa: C901
        """Return the lines of a document."""
        title = document.title
        shown = document.url
        if title is not None:
            shown = write_text(title, indent=_FIELD, before="document")
        key = self.labels.bracket(document.id)
        lines = [f"{document.kind} {key}: {shown}"]
        publisher = document.publisher
        items = ["-" if publisher is None else self.labels.refer(publisher)]
        if document.published is not None:
            items.append(self._date(document.published))
        if document.lang is not None:
            items.append(f"lang {document.lang}")
        if document.status is not None:
            items.append(document.status)
        if items != ["-"]:
            lines.append(f"{_FIELD}by: {', '.join(items)}")
        if document.authors:
            named = ", ".join(self.labels.refer(each) for each in document.authors)
            lines.append(f"{_FIELD}authors: {named}")
        if title is not None and document.url is not None:
            lines.append(f"{_FIELD}url: {document.url}")
        lines.extend(f"{_FIELD}archived: {each}" for each in document.archived)
        if self.file is not None and document.id == self.defaults.read:
            lines.append(f"{_FIELD}text: {write_text(self.file, indent=_FIELD)}")
        elif document.sha256 is not None:
            lines.append(f"{_FIELD}sha256: {document.sha256}")
        lines.extend(f"{_FIELD}image: {each}" for each in document.image)
        for name in ("modified", "retrieved"):
            when = getattr(document, name)
            if when is not None:
                lines.append(f"{_FIELD}{name}: {self._date(when)}")
        lines.extend(write_texts(document, ("version", "license"), _FIELD))
        return [*lines, *write_common(document, _FIELD)]

    def source(self, source: Source) -> list[str]:
        """Return the lines of a source."""
        label = self.labels.of[source.id]
        mark = mark_of(source)
        items = self._source_items(source)
        first: str = source.kind
        if mark:
            is_same = label == source.label and not items
            first = "" if is_same else self.labels.name(source.label)
        elif label != source.name:
            first += f" {self.labels.name(source.label)}"
        said = ", ".join([first, *items])
        declared = self.labels.declared(source)
        shown = write_json(label) if _begins_as_bullet(label) else write_name(label)
        lines = [f"{mark}{shown}{declared}: {said}".rstrip()]
        if source.url is not None:
            lines.append(f"{_FIELD}url: {source.url}")
        lines.extend(f"{_FIELD}same as: {each}" for each in source.same_as)
        lines.extend(f"{_FIELD}image: {each}" for each in source.image)
        if source.anonymity is not None:
            lines.append(f"{_FIELD}anonymity: {_anonymity(source.anonymity)}")
        return [*lines, *write_common(source, _FIELD)]

    def _source_items(self, source: Source) -> list[str]:
        labels, items = self.labels, list[str]()
        if source.role is not None:
            is_plain = labels.is_plain(source.role) and not _is_item(source.role)
            shown = source.role if is_plain else f"role {write_quote(source.role)}"
            items.append(shown)
        if source.country is not None:
            items.append(source.country)
        count = source.count
        if count != implied_count(source):
            if count is None:
                items.append("count unknown")
            elif count.max is None:
                items.append(f"count {count.min}+")
            else:
                spread = "" if count.min == count.max else f"-{count.max}"
                items.append(f"count {count.min}{spread}")
        for alias in source.aka:
            lang = "" if alias.lang is None else f" ({alias.lang})"
            items.append(f"also {labels.name(alias.text)}{lang}")
        items.extend(f"of {labels.refer(each)}" for each in source.affiliations)
        items.extend(f"with {labels.refer(each)}" for each in source.members)
        report = self.defaults.reports.get(source.id)
        if report is not None:
            items.append(f"in {labels.bracket(report)}")
        return items

    def _date(self, when: When) -> str:
        return self.labels.date(when, here=self.defaults.read)


def _begins_as_bullet(label: str) -> bool:
    """Return whether a line that begins with a name would be mistaken for a claim."""
    return label[:1] in BULLETS and (len(label) == 1 or is_blank(label[1]))


def _is_item(role: str) -> bool:
    """Return whether a role would be read as another property of a source."""
    return role[:1].isdigit() or (role[:2].isupper() and not role[2:3].isalnum())


def _anonymity(anonymity: Anonymity) -> str:
    parts: list[str] = []
    if anonymity.reason is not None:
        parts.append(write_quote(anonymity.reason))
    parts.extend(f"known to {each}" for each in anonymity.known_to)
    parts.extend(f"approved by {each}" for each in anonymity.approved_by)
    return ", ".join(parts) or "nothing"
