"""What an index shows: a row for each dossier, and the sources of all dossiers."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._facts import falling, shortened
from claimtrack.draw._html._source_cards import Thing, find_things
from claimtrack.draw._html._spans import Span, Words, said
from claimtrack.findings import SEVERITIES, Severity, natural_key
from claimtrack.records import name_key
from claimtrack.view import IDENTIFIED, Classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.draw._html._facts import Facts

__all__ = ["Entry", "Shared", "find_entry", "find_shared", "page_names"]

SHOWN: Final = 200
"""Most sources that an index lists."""

_NAMED: Final = 5
"""Most dossiers that are named for a source."""

_LONGEST: Final = 60
"""Most characters of the name of a page, without its ending and number."""

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_]+")


@attrs.frozen
class Holding:
    """A source of one dossier, and what depends on it there."""

    keys: tuple[str, ...]
    name: str
    kind: str
    is_identified: bool
    falls: int
    weakened: int


@attrs.frozen
class Entry:
    """A dossier in an index.

    Attributes:
        title: its title.
        page: the address of its page.
        claims: how many claims it has.
        found: how many findings it has, by severity.
        worst: the codes of its worst findings, in words.
        top: what it depends on most, in words.
        holdings: its sources that are in a chain.
        is_draft: whether a tool drafted it and nobody has reviewed it.
    """

    title: str
    page: str
    claims: int
    found: dict[Severity, int]
    worst: str
    top: str
    holdings: tuple[Holding, ...]
    is_draft: bool

    @property
    def rank(self) -> tuple[int, ...]:
        """The sort key of a dossier: those with the worst findings come first."""
        return tuple(-self.found[each] for each in SEVERITIES)


@attrs.frozen
class Shared:
    """A source of one or more dossiers.

    Attributes:
        name: its name.
        kind: its kind.
        mark: a note if only the name says that it is one source; empty if an id does.
        falls: the number of claims that fall without it, in all dossiers.
        weakened: the number of claims that are weakened.
        dossiers: the dossiers in which it is, with links.
    """

    name: str
    kind: str
    mark: str
    falls: int
    weakened: int
    dossiers: Words


def find_entry(facts: Facts, page: str) -> Entry:
    """Return what an index shows about a dossier."""
    things = [e for e in find_things(facts) if e.is_source and e.role != "other"]
    number = Counter(each.severity for each in facts.findings)
    severity = next((each for each in SEVERITIES if number[each]), None)
    codes = Counter(each.code for each in facts.findings if each.severity == severity)
    worst = ", ".join(
        f"{code} ({times})" if times > 1 else code
        for code, times in codes.most_common(_NAMED)
    )
    cited = [each for each in things if each.role == "cited" and each.falls]
    top = ""
    if cited:
        fall = falling(len(cited[0].falls), len(facts.readings))
        top = f"{fall} without {shortened(cited[0].title)}"
    return Entry(
        title=facts.dossier.title or page.removesuffix(".html"),
        page=page,
        claims=len(facts.readings),
        found={each: number[each] for each in SEVERITIES},
        worst=worst,
        top=top,
        holdings=tuple(_holding(each, facts) for each in things),
        is_draft=facts.is_draft,
    )


def _holding(thing: Thing, facts: Facts) -> Holding:
    sources = facts.view.sources
    members = sources.members_of(thing.id)
    ids = [facts.dossier.global_id(each) for each in members]
    same = [iri for each in sources.records_of(thing.id) for iri in each.same_as]
    return Holding(
        keys=tuple(dict.fromkeys(each for each in (*ids, *same) if each is not None)),
        name=thing.title,
        kind=sources.kind(thing.id),
        is_identified=sources.kind(thing.id) in IDENTIFIED,
        falls=len(thing.falls),
        weakened=len(thing.weakened),
    )


def find_shared(entries: Sequence[Entry]) -> tuple[Shared, ...]:
    """Return the sources of all dossiers, those on which most depends first.

    Two sources are the same if they share a global id: under one base, or an IRI.
    Sources that only share their name and kind have one row too, which says so. Unnamed
    sources are never merged by name.
    """
    held = [(entry, each) for entry in entries for each in entry.holdings]
    same = Classes.of((each.keys[0], key) for _, each in held for key in each.keys)
    rows: dict[object, list[tuple[Entry, Holding, str]]] = {}
    for number, (entry, each) in enumerate(held):
        key = same.least_of(each.keys[0]) if each.keys else f"{number}"
        by: object = (each.kind, name_key(each.name)) if each.is_identified else key
        rows.setdefault(by, []).append((entry, each, key))
    # One id with two names is still one source.
    joined = Classes.of(
        (_first(rows, by), key) for by, found in rows.items() for _, _, key in found
    )
    groups: dict[str, list[tuple[Entry, Holding, str]]] = {}
    for by, found in rows.items():
        groups.setdefault(joined.least_of(_first(rows, by)), []).extend(found)
    shared = map(_shared, groups.values())
    return tuple(
        sorted(shared, key=lambda e: (-e.falls, -e.weakened, natural_key(e.name)))
    )


def _first(rows: dict[object, list[tuple[Entry, Holding, str]]], by: object) -> str:
    return rows[by][0][2]


def _shared(found: Sequence[tuple[Entry, Holding, str]]) -> Shared:
    pages = dict.fromkeys((entry.page, entry.title) for entry, _, _ in found)
    parts: list[str | Span] = []
    for page, title in [*pages][:_NAMED]:
        name = Span(shortened(title), "name", page)
        parts.extend([*([", "] if parts else []), name])
    if len(pages) > _NAMED:
        parts.append(f" and {len(pages) - _NAMED} more")
    first = found[0][1]
    return Shared(
        name=first.name,
        kind=first.kind,
        mark="one by name alone" if len({key for _, _, key in found}) > 1 else "",
        falls=sum(each.falls for _, each, _ in found),
        weakened=sum(each.weakened for _, each, _ in found),
        dossiers=said(*parts),
    )


def page_names(labels: Iterable[str]) -> tuple[str, ...]:
    """Return a file name for the page of each dossier, unique on every file system.

    >>> page_names(["Night ferry", "night/ferry", "index"])
    ('Night-ferry.html', 'night-ferry-2.html', 'index-2.html')
    """
    taken = {"index"}
    names: list[str] = []
    for label in labels:
        stem = _UNSAFE.sub("-", label)[:_LONGEST].strip("-") or "dossier"
        name, number = stem, 1
        while name.lower() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.lower())
        names.append(f"{name}.html")
    return tuple(names)
