"""Choose how a sheet refers to records, and what it can leave unsaid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.notation._bullets import Bullets
from claimtrack.notation._slugs import slug
from claimtrack.notation._suspicions import are_related, suspicion_of
from claimtrack.notation._written_values import (
    is_plain_name,
    is_slug,
    write_date,
    write_json,
    write_name,
)
from claimtrack.records import Attribution, Count, Document, Source, name_key
from claimtrack.schema import derive_id, find_references, write_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.records import Link, Record
    from claimtrack.when import When

__all__ = ["Defaults", "Labels", "mark_of", "written_links"]


def mark_of(source: Source) -> str:
    """Return the mark of an unnamed source; "" for any other."""
    if source.kind != "unnamed":
        return ""
    several = source.count is not None and source.count.min > 1
    return "??" if several else "?"


def implied_count(source: Source) -> Count | None:
    """Return the count of people that a source's mark alone implies."""
    mark = mark_of(source)
    if not mark:
        return None
    return Count(min=1, max=1) if mark == "?" else Count(min=2)


class Labels:
    """How a sheet refers to each record, so that the reader finds it again."""

    def __init__(self, records: Sequence[Record]) -> None:
        """Choose a label for each source."""
        self._ids = {str(each.id) for each in records}
        sources = [each for each in records if isinstance(each, Source)]
        self._taken: Counter[str] = Counter(name_key(each) for each in self._ids)
        for record in records:
            names = {name_key(each) for each in _names_of(record)}
            self._taken.update(names)
        self._used: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self.of: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        for source in sources:
            self._choose(source)

    def _choose(self, source: Source) -> None:
        """Choose the name of a source in its declaration and elsewhere."""
        key = str(source.id)
        mark = mark_of(source)
        for label in self._offered(source):
            if self._is_free(mark, label, source) and is_plain_name(label):
                self._used.add(name_key(mark + label))
                self.of[key] = label
                self.shown[key] = mark + label
                return
        self.of[key] = source.label
        self.shown[key] = self.bracket(key)

    def _offered(self, source: Source) -> Iterable[str]:
        key, name = str(source.id), source.label
        if source.kind == "unnamed":
            yield name
            self._numbers[name] += 1
            yield f"{name} {self._numbers[name] + 1}"
            return
        if slug(name) == key:
            yield name
            return
        for part in name.split():
            if slug(part) == key:
                yield part
        if is_slug(key) and slug(key) == key and are_related(key, name):
            yield key.upper() if len(key) <= len("USA") else key
        yield name

    def _is_free(self, mark: str, label: str, source: Source) -> bool:
        folded = name_key(mark + label)
        own = {name_key(each) for each in (str(source.id), *_names_of(source))}
        others = self._taken[folded] - (folded in own and self._counts(folded, source))
        return others <= 0 and folded not in self._used

    def _counts(self, folded: str, source: Source) -> int:
        is_id = folded == name_key(str(source.id))
        is_name = folded in {name_key(each) for each in _names_of(source)}
        return int(is_id) + int(is_name)

    def name(self, text: str) -> str:
        """Return a name, in straight quotes if it would look suspicious."""
        return write_name(text) if self.is_plain(text) else write_json(text)

    def is_plain(self, text: str) -> bool:
        """Return whether a name needs no quotes and looks like a single thing."""
        return is_plain_name(text) and suspicion_of(text, self._is_declared) is None

    def _is_declared(self, text: str) -> bool:
        key = name_key(text)
        return key in self._taken or key in self._used

    def bracket(self, key: str) -> str:
        """Return an id in square brackets."""
        plain = not set(key) & set('[]"') and key == key.strip()
        return f"[{key}]" if plain else f"[{write_json(key)}]"

    def refer(self, key: str) -> str:
        """Return the text that refers to a record."""
        if key in self.shown:
            return self.shown[key]
        return key if is_slug(key) and key in self._ids else self.bracket(key)

    def date(self, when: When, *, here: str | None = None) -> str:
        """Return a date, which may count from a document.

        Args:
            when: the date.
            here: id of the document that was read, which is written as "here".
        """
        return write_date(
            when, lambda key: "here" if key == here else self.bracket(key)
        )

    def declared(self, source: Source) -> str:
        """Return the id of a source in brackets, unless its label implies it."""
        key = str(source.id)
        label = self.of[key]
        is_same = source.kind != "unnamed" and slug(label) == key
        return "" if is_same else f" {self.bracket(key)}"


def _names_of(record: Record) -> tuple[str, ...]:
    if isinstance(record, Source):
        if record.kind == "unnamed":
            return tuple(each.text for each in record.aka)
        return (record.label, *(each.text for each in record.aka))
    if isinstance(record, Document) and record.title is not None:
        return (record.title,)
    return ()


def written_links(attribution: Attribution, publisher: str | None) -> tuple[bool, bool]:
    """Return whether the head can be left unsaid, and whether "by" must precede it."""
    links = attribution.chain.links
    head = links[0]
    if publisher is None or attribution.chain.is_nobody:
        return False, False
    if head.source != publisher:
        return False, True
    is_bare = write_record(attribution)["chain"][0] == publisher
    return is_bare and len(links) > 1 and links[1].source != publisher, False


class Defaults:
    """Values that can be left unsaid because they are the most common ones.

    Ties are broken by the value, so that the order of records changes nothing.
    """

    def __init__(
        self, records: Sequence[Record], bullets: Bullets | None = None
    ) -> None:
        """Count the values that attributions have in common."""
        found = [each for each in records if isinstance(each, Attribution)]
        documents = [each for each in records if isinstance(each, Document)]
        self.publishers = {str(each.id): each.publisher for each in documents}
        self.read = _most(each.document for each in found)
        if not found and documents:
            self.read = documents[0].id
        if self.read not in self.publishers:
            self.read = None
        steps = [link for each in found for link in each.chain.links[1:]]
        self.mode = _most(each.mode for each in steps)
        self.cue_basis = _most(
            link.cue_basis
            for each in found
            for link in each.chain.links
            if link.cue is not None
        )
        self.reports = _reports(steps)
        self.bullets = bullets or Bullets.of(found)
        self.referred = {
            each.id
            for record in records
            for each in find_references(write_record(record))
        }

    def needs_id(self, record: Record) -> bool:
        """Return whether the id of a record must be written."""
        return record.id in self.referred or record.id != derive_id(record)


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda each: (-counts[each], each or ""), default=None)


def _reports(steps: Iterable[Link]) -> dict[str, str]:
    """Return source id → the document in which the source speaks most often."""
    counts: dict[str, Counter[str | None]] = {}
    for each in steps:
        if each.source is not None:
            counts.setdefault(each.source, Counter())[each.document] += 1
    made: dict[str, str] = {}
    for source, found in counts.items():
        document = min(found, key=lambda each: (-found[each], each or ""))
        if document is not None:
            made[source] = document
    return made
