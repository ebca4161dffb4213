"""Register the sources of a draft: one per name, a new one per unnamed mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._people_counts import count_of
from claimtrack.extract._source_names import Named, name_of
from claimtrack.records import Source, name_key

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier
    from claimtrack.extract._draft._nominatives import Nominatives
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Register"]


class Register:
    """Sources by name, in the order in which the text mentions them.

    Attributes:
        merged: full names that a shorter name was matched to, with the shorter name.
    """

    def __init__(
        self,
        dossier: Dossier,
        words: Lexicon,
        known: Dossier | None,
        subjects: Nominatives,
    ) -> None:
        """Start without sources; those of `known` are added when they are named."""
        self.dossier = dossier
        self._subjects = subjects
        self._cases: set[tuple[str, str]] = set()
        self.words = words
        self.merged: list[tuple[str, str]] = []
        self._by_name: dict[str, Source] = {}
        self._by_last: dict[str, list[Source]] = {}
        self._known: dict[str, list[Source]] = {}
        for source in known.sources if known else ():
            if source.kind == "unnamed" or source.name is None:
                continue
            for name in (source.name, *(alias.text for alias in source.aka)):
                rows = self._known.setdefault(name_key(name), [])
                if source not in rows:
                    rows.append(source)

    def find(self, phrase: str, *, is_subject: bool = True) -> Source:
        """Return the source that a phrase names; add it if there is none yet.

        If the phrase is not a subject, and names have cases, it may be in another case.
        """
        kept = self._from_known(name_key(phrase))
        if kept is not None:
            return kept
        named = name_of(phrase, self.words)
        if named.kind == "unnamed":
            return self.dossier.unnamed(
                named.name, count=count_of(named.name, self.words)
            )
        return self._named(named) if is_subject else self._inflected(named)

    def outlet(self, name: str) -> Source:
        """Return the outlet with a name."""
        return self._named(Named("outlet", name))

    def _inflected(self, named: Named) -> Source:
        """Return the source whose name in another case this is, or a new one."""
        subject = self._subjects.of(named.name)
        if subject is not None:
            if (subject, named.name) not in self._cases:
                self._cases.add((subject, named.name))
                self.merged.append((subject, named.name))
            kind = name_of(subject, self.words).kind
            return self._named(attrs.evolve(named, name=subject, kind=kind))
        source = self._named(named)
        last = self._subjects.last_of(named.name) if source.kind == "person" else None
        if last is not None and source not in self._by_last.setdefault(last, []):
            self._by_last[last].append(source)
        return source

    def _named(self, named: Named) -> Source:
        key = name_key(named.name)
        there = self._by_name.get(key) or self._from_known(key)
        if there is None and named.kind in ("person", "unresolved"):
            there = self._by_last_name(named)
        if there is None:
            members = [self._named(name_of(part, self.words)) for part in named.parts]
            there = self.dossier.source(
                named.kind,
                named.name,
                role=named.role if named.kind == "person" else None,
                members=members if named.kind == "group" else (),
            )
        self._by_name.setdefault(key, there)
        if there.kind == "person":
            rows = self._by_last.setdefault(named.name.split()[-1].lower(), [])
            if there not in rows:
                rows.append(there)
        return there

    def _by_last_name(self, named: Named) -> Source | None:
        """Return the only person with this last name, if it is a single word."""
        if len(named.name.split()) != 1:
            return None
        rows = self._by_last.get(named.name.lower(), [])
        if len(rows) != 1:
            return None
        full = rows[0].name or ""
        self.merged.append((full, named.name))
        return rows[0]

    def _from_known(self, key: str) -> Source | None:
        """Return a source of the desk's dossier, without its references."""
        rows = self._known.get(key, [])
        if len(rows) != 1:
            return None
        kept = rows[0]
        for source in self.dossier.sources:
            if source.id == kept.id and source.kind == kept.kind:
                return source
        return self.dossier.source(
            kept.kind,
            kept.name or "",
            id=kept.id if kept.id not in self.dossier else None,
            aka=kept.aka,
            same_as=kept.same_as,
            role=kept.role,
            country=kept.country,
            url=kept.url,
        )
