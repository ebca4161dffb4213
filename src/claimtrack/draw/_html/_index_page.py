"""The index of several dossiers: a page with links to the report of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.disclosure import DRAFTED
from claimtrack.draw._html._dossier_rows import (
    SHOWN,
    Entry,
    find_entry,
    find_shared,
    page_names,
)
from claimtrack.draw._html._facts import counted
from claimtrack.draw._html._overview import PRIVATE, Head
from claimtrack.draw._html._report_page import read_facts, report_of
from claimtrack.draw._html._spans import said
from claimtrack.draw._html._templates import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from claimtrack.dossier import Dossier
    from claimtrack.lint import Config

__all__ = ["index", "site"]

INDEX: Final = "index.html"
"""The file name of the index."""


def index(
    dossiers: Iterable[Dossier],
    *,
    pages: Iterable[str] | None = None,
    include_private: bool = False,
    unreviewed: bool = False,
    config: Config | None = None,
    today: date | None = None,
) -> str:
    """Return an HTML page with links to the reports of several dossiers.

    It lists the dossiers, those with the worst findings first, and their sources by how
    much depends on them in all dossiers. A source is the same in two dossiers if it has
    the same id under one base or the same IRI; if only the names are the same, the page
    says so.

    Args:
        dossiers: the dossiers.
        pages: the address of each report; by default made from the titles, as in
            `site`.
        include_private: as for `report`.
        unreviewed: as for `report`.
        config: as for `report`.
        today: as for `report`.

    Raises:
        MissingExtra: if the extra "report" is not installed.
        UnreviewedDraft: if an attribution has not been reviewed, unless `unreviewed`.

    >>> from claimtrack import Dossier
    >>> 'href="Night-ferry.html"' in index([Dossier(title="Night ferry")])
    True
    """
    listed = [*dossiers]
    names = page_names(_labels(listed)) if pages is None else [*pages]
    entries = [
        find_entry(
            read_facts(
                each,
                include_private=include_private,
                unreviewed=unreviewed,
                config=config,
                today=today,
            ),
            name,
        )
        for each, name in zip(listed, names, strict=True)
    ]
    return _filled(entries, is_private=include_private)


def site(
    dossiers: Iterable[Dossier],
    *,
    labels: Iterable[str] | None = None,
    include_private: bool = False,
    unreviewed: bool = False,
    config: Config | None = None,
    today: date | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield the report of each dossier and, at the end, their index.

    Each item is a file name and the HTML text of the file. The links are relative, so
    all files belong in one folder.

    Args:
        dossiers: the dossiers.
        labels: the names for their pages; by default their titles.
        include_private: as for `report`.
        unreviewed: as for `report`.
        config: as for `report`.
        today: as for `report`.

    Raises:
        MissingExtra: if the extra "report" is not installed.
        UnreviewedDraft: if an attribution has not been reviewed, unless `unreviewed`.

    >>> from claimtrack import Dossier
    >>> [name for name, _ in site([Dossier(title="Night ferry")])]
    ['Night-ferry.html', 'index.html']
    """
    listed = [*dossiers]
    names = page_names(_labels(listed) if labels is None else labels)
    entries: list[Entry] = []
    for each, name in zip(listed, names, strict=True):
        facts = read_facts(
            each,
            include_private=include_private,
            unreviewed=unreviewed,
            config=config,
            today=today,
        )
        entries.append(find_entry(facts, name))
        yield name, report_of(facts, index=INDEX)
    yield INDEX, _filled(entries, is_private=include_private)


def _labels(dossiers: Iterable[Dossier]) -> list[str]:
    return [each.title or "" for each in dossiers]


def _filled(entries: list[Entry], *, is_private: bool) -> str:
    """Return the HTML of an index with these entries."""
    entries = sorted(entries, key=lambda each: each.rank)
    shared = find_shared(entries)
    claims = sum(each.claims for each in entries)
    is_draft = any(each.is_draft for each in entries)
    notes = [
        *([f"Partly {DRAFTED}"] if is_draft else []),
        *([PRIVATE] if is_private else []),
    ]
    number = counted(len(entries), "dossier")
    return fill(
        "index",
        {
            "head": Head(
                title=number,
                notes=tuple(notes),
                words=said(f"{counted(claims, 'claim')} in {number}."),
            ),
            "eyebrow": "Source reports",
            "is_private": is_private,
            "index": "",
            "many": False,
            "entries": entries,
            "shared": shared[:SHOWN],
            "others": len(shared[SHOWN:]),
        },
    )
