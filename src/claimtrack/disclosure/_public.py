"""The part of a dossier that others may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from claimtrack.disclosure._joined import Named
from claimtrack.disclosure._kept import staying
from claimtrack.records import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    Attribution,
    Chain,
    Document,
    FrozenMapping,
    Source,
    Waiver,
    to_id,
)
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Link, Record
    from claimtrack.view import Sources

__all__ = ["WITHHELD", "public"]

V = TypeVar("V", bound="Record | Link")

WITHHELD: Final = "[withheld]"
"""Replaces a private text in a record that requires one: the description of a source
on deep background, the title of a leak known only by its address."""


def public(dossier: Dossier) -> Dossier:
    """Return a new dossier that others may see; the given one does not change.

    Private data are left out: the fields that the schemas mark with ``x-private``;
    waivers; where a leak is kept; when, where and to whom an unnamed source, or one
    that is not settled, spoke; where and to whom something was said with nobody on
    record, but not when; anything that could name an unnamed source; and the
    description of a source on deep background. Attributions with an off-the-record link
    in their chain are left out completely, together with the claims, sources and
    documents that only they brought in, the judgements about these, and what only those
    brought in. Being the subject of a claim does not keep a record in: records that are
    left out are also removed from ``about``, however their ids are written.

    Nothing refers to removed records, ids stay the same, and doing it twice changes
    nothing. Two dossiers that differ only in private fields become equal. Names in the
    text of public fields stay: see `check`.

    Linear in records, links and references, except for judgements about judgements.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> aide = d.unnamed("an aide", note="Call after six.")
    >>> public(d)[aide.id].note is None
    True
    """
    sources = View.of(dossier).sources
    named = frozenset(each.id for each in sources.all if not _is_unnamed(each, sources))
    classes = {sources.least_of(each) for each in _on_deep_background(dossier)}
    deep = frozenset(e.id for e in sources.all if sources.least_of(e.id) in classes)
    cleaned = {
        key: _cleaned(record, named, deep)
        for key, record in dossier.items()
        if not isinstance(record, Waiver)
    }
    withheld = {to_id(relation) for relation, _ in Named.of(sources).naming}
    withheld.update(to_id(waiver) for waiver in dossier.waivers)
    # Fields known only to a newer version may be private in it.
    made = dossier.emptied(
        attrs.evolve(dossier.head, schema=None, version=None, later=FrozenMapping())
    )
    for record in staying(cleaned, withheld, dossier.global_id):
        made.add(record)
    return made


def _is_unnamed(source: Source, sources: Sources) -> bool:
    """Return whether a source, together with all that it is the same as, is unnamed."""
    return source.kind == "unnamed" or sources.is_unnamed(source.id)


def _on_deep_background(dossier: Dossier) -> Iterator[str]:
    """Yield the sources that are on deep background in a link of any chain."""
    for attribution in dossier.attributions:
        for link in attribution.chain:
            if link.ground_rules == "deep-background":
                if link.source is not None:
                    yield link.source
                yield from (each.source for each in link.candidates or ())


def _cleaned(record: Record, named: frozenset[str], deep: frozenset[str]) -> Record:
    """Return a record without its private fields.

    Args:
        record: the record.
        named: ids of the sources that are not unnamed.
        deep: ids of the sources on deep background.
    """
    record = _without(record, ALWAYS_PRIVATE)
    if isinstance(record, Document) and record.kind == "leak":
        titled = attrs.evolve(record, title=record.title or WITHHELD)
        return _without(titled, PRIVATE_IN_CONTEXT["leak"])
    if isinstance(record, Source) and record.kind == "unnamed":
        if record.id in deep:
            record = attrs.evolve(record, description=WITHHELD)
        return _without(record, PRIVATE_IN_CONTEXT["unnamed"])
    if isinstance(record, Attribution):
        links = tuple(_cleaned_link(each, named) for each in record.chain)
        return attrs.evolve(record, chain=Chain(links=links))
    return record


def _cleaned_link(link: Link, named: frozenset[str]) -> Link:
    if link.source in named:
        return link
    if link.is_nobody:
        return _without(link, PRIVATE_IN_CONTEXT["link-to-nobody"])
    # If the source is not settled or missing, it is private to be safe.
    return _without(link, PRIVATE_IN_CONTEXT["link-to-unnamed"])


def _without(value: V, fields: frozenset[str]) -> V:
    """Return a value without these fields."""
    defaults = {
        field.name: field.default
        for field in attrs.fields(type(value))
        if field.name in fields and getattr(value, field.name) != field.default
    }
    return attrs.evolve(value, **defaults) if defaults else value
