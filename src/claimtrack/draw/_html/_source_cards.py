"""Cards for sources and documents, with what depends on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.draw._html._card_rows import Row, assessment_line, notice_line
from claimtrack.draw._html._element_ids import element_id
from claimtrack.draw._html._facts import counted
from claimtrack.draw._html._spans import Span, Words, said
from claimtrack.findings import natural_key
from claimtrack.records import Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.draw._html._facts import Facts

__all__ = ["GROUPS", "Group", "Role", "Thing", "find_groups", "find_things"]

Role: TypeAlias = Literal["cited", "publisher", "document", "other"]
"""The role of a source in the chains: cited, a publisher that nobody cites, or in no
chain; or it is a document."""

GROUPS: Final[dict[Role, str]] = {
    "cited": "Cited sources",
    "publisher": "Publishers that nobody cites",
    "document": "Documents",
    "other": "In no chain",
}
"""The groups of sources, by role, with their names."""


@attrs.frozen
class Thing:
    """A source or a document.

    Attributes:
        id: its least id.
        element: the id of its element.
        also: the element ids of the other records merged with it.
        name: its name, with a link and, if several have that name, its id.
        title: its full name.
        kind: its kind.
        role: its role in the chains.
        claims: the claims whose chains go through it.
        falls: the claims that fall without it.
        weakened: the claims that are weakened without it.
        rows: what else is known about it.
    """

    id: str
    element: str
    also: tuple[str, ...]
    name: Words
    title: str
    kind: str
    role: Role
    claims: tuple[str, ...]
    falls: tuple[str, ...]
    weakened: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_source(self) -> bool:
        """Whether it is a source, not a document."""
        return self.role != "document"

    @property
    def loss(self) -> str:
        """What its retraction would do, in words."""
        falls, weakened = len(self.falls), len(self.weakened)
        if falls and weakened:
            begin = f"▼ {counted(falls, 'claim falls')}, ◐ {weakened} weakened"
        elif weakened:
            begin = f"◐ {counted(weakened, 'claim is weakened')}"
        else:
            begin = f"▼ {counted(falls, 'claim falls')}" if falls else "nothing falls"
        return f"{begin} without it"


@attrs.frozen
class Group:
    """Sources or documents with one role, those on which most depends first."""

    role: Role
    label: str
    things: tuple[Thing, ...]


def find_groups(things: Iterable[Thing]) -> tuple[Group, ...]:
    """Return things grouped by role, without empty groups."""
    listed = [*things]
    groups = (
        Group(role, label, tuple(each for each in listed if each.role == role))
        for role, label in GROUPS.items()
    )
    return tuple(each for each in groups if each.things)


def find_things(facts: Facts) -> tuple[Thing, ...]:
    """Return sources and documents, those on which most depends first."""
    cited, heads = _places(facts)
    keys = dict.fromkeys(facts.one(each.id) for each in facts.view.all(Source))
    things = [
        _source(
            key,
            "cited" if key in cited else "publisher" if key in heads else "other",
            facts,
        )
        for key in keys
    ]
    things += [_document(each, facts) for each in facts.view.all(Document)]
    return tuple(
        sorted(
            things,
            key=lambda each: (
                -len(each.falls),
                -len(each.weakened),
                -len(each.claims),
                natural_key(each.title),
                each.id,
            ),
        )
    )


def _places(facts: Facts) -> tuple[set[str], set[str]]:
    """Return the sources that are cited or are holders, and those that publish."""
    cited: set[str] = set()
    heads: set[str] = set()
    for each in facts.dossier.attributions:
        for place, link in enumerate(each.chain):
            keys = [link.source] if link.source is not None else []
            keys += [candidate.source for candidate in link.candidates or ()]
            (cited if place else heads).update(map(facts.one, keys))
    return cited, heads


def _source(key: str, role: Role, facts: Facts) -> Thing:
    members = facts.view.sources.members_of(key)
    return Thing(
        id=key,
        element=element_id(key),
        also=tuple(element_id(e) for e in members if e != key and e in facts.dossier),
        name=facts.listed(key),
        title=facts.label(key),
        kind=facts.kind(key),
        role=role,
        claims=facts.claims_of.get(key, ()),
        falls=facts.falls(key),
        weakened=facts.weakened(key),
        rows=tuple(_rows(key, members, _about_source(key, facts), facts)),
    )


def _document(document: Document, facts: Facts) -> Thing:
    key = document.id
    return Thing(
        id=key,
        element=element_id(key),
        also=(),
        name=facts.listed(key),
        title=facts.label(key),
        kind=document.kind.replace("-", " "),
        role="document",
        claims=facts.claims_of.get(key, ()),
        falls=facts.falls(key),
        weakened=facts.weakened(key),
        rows=tuple(_rows(key, (key,), _about_document(document, facts), facts)),
    )


def _about_source(key: str, facts: Facts) -> Iterator[Words]:
    for each in facts.view.sources.records_of(key):
        if each.country is not None:
            yield said(f"country: {each.country}")
        if each.affiliations:
            yield said("of ", facts.named(each.affiliations))
        if each.kind == "unnamed":
            # Text that names somebody does not belong there, so no page shows it.
            continue
        aliases = [alias.text for alias in each.aka]
        if aliases:
            parts: list[str | Span] = ["also called "]
            for alias in aliases:
                parts.extend([*([", "] if len(parts) > 1 else []), Span(alias, "name")])
            yield said(*parts)
        for address in (each.url, *each.same_as):
            if address is not None:
                yield said(Span(address, "name", address))


def _about_document(document: Document, facts: Facts) -> Iterator[Words]:
    if document.publisher is not None:
        yield said("by ", facts.named([document.publisher]))
    if document.authors:
        yield said("written by ", facts.named(document.authors))
    if document.published is not None:
        yield said(f"published {document.published}")
    if document.status not in (None, "published"):
        yield said(f"not published: {document.status}")
    for address in (document.url, *document.archived):
        if address is not None:
            yield said(Span(address, "name", address))


def _rows(
    key: str, members: Iterable[str], about: Iterable[Words], facts: Facts
) -> Iterator[Row]:
    lines = tuple(about)
    if lines:
        yield Row("About it", lines)
    claims = facts.claims_of.get(key, ())
    yield Row(
        "In the chains of", ((facts.named(claims) if claims else said("no claim")),)
    )
    for label, ids in (
        ("Falls without it", facts.falls(key)),
        ("Weakened", facts.weakened(key)),
    ):
        if ids:
            yield Row(label, (facts.named(sorted(ids, key=natural_key)),))
    notices = [one for member in members for one in facts.notices.get(member, ())]
    if notices:
        yield Row("Notices", tuple(notice_line(each, facts) for each in notices))
    ratings = [one for member in members for one in facts.assessments.get(member, ())]
    lines = tuple(assessment_line(each, facts) for each in ratings)
    yield Row("Reliability", lines or (said("not rated"),))
