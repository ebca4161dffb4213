"""The dossier: a collection of records that belong together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claimtrack._arguments import GIVE_DOSSIER, GIVE_PATH, PATH, require
from claimtrack._notebook import print_as_text, to_markdown
from claimtrack._writer import COMPRESSED, write_file
from claimtrack.dossier._builders import Builders
from claimtrack.dossier._json_file import (
    Content,
    only_one,
    read_dossier,
    refuse_to_replace,
    write_dossier,
    write_lines,
    write_text,
)
from claimtrack.dossier._merge import global_id, merge_heads, merge_records
from claimtrack.findings import Finding, clip
from claimtrack.notation import examine_any, is_sheet
from claimtrack.records import Head, to_id
from claimtrack.validation import (
    LIMITS,
    SEQUENCE,
    Limits,
    check_integrity,
    examine_all,
    paused_collector,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claimtrack.records import Identified
    from claimtrack.validation import EngineName, Examination

__all__ = ["Dossier", "Merged"]


@attrs.frozen
class Merged:
    """The result of merging two dossiers.

    Attributes:
        dossier: the records of both.
        findings: CT700 for each difference between them; it is an error if something
            had to be kept apart or left out.
    """

    dossier: Dossier
    findings: tuple[Finding, ...]


class Dossier(Builders):
    """A collection of records that belong together: the workspace.

    A mapping from ids to records, and the only mutable object. Builders create ids and
    apply defaults; analyses are separate functions that take a dossier.

    >>> d = Dossier(title="US air cover", lang="en")
    >>> told = d.outlet("UNN").citing(d.outlet("Bloomberg"), cue="with reference to")
    >>> claim = d.claim("US guarantees are needed to deter Russia", kind="norm")
    >>> officials = d.unnamed("European officials", count="2+")
    >>> a = d.attribute(claim, told.citing(officials, cue="have said"))
    >>> d.format_chain(a.chain)
    'UNN < Bloomberg < ??European officials'
    """

    def __init__(
        self,
        *,
        title: str | None = None,
        lang: str | None = None,
        base: str | None = None,
    ) -> None:
        """Create an empty dossier.

        Args:
            title: what it is about.
            lang: BCP 47 tag of the language of its texts, unless a record says
                otherwise.
            base: the IRI that makes its slugs global.

        Raises:
            InvalidRecord: if a field does not accept a value.
        """
        super().__init__()
        self.head = Head(title=title, lang=lang, base=base)

    def __eq__(self, other: object) -> bool:
        """Return whether both have the same head and the same records, in any order."""
        if not isinstance(other, Dossier):
            return NotImplemented
        return self.head == other.head and dict(self) == dict(other)

    # A dossier is mutable, so it cannot be hashed.
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Return the title and the number of records."""
        title = "" if self.title is None else f" {self.title!r}"
        return f"<Dossier{title}, {len(self)} records>"

    def __str__(self) -> str:
        """Return the title, and how many records of each type there are.

        >>> d = Dossier(title="Night ferry")
        >>> claim = d.claim("It stops.")
        >>> print(d)
        Night ferry: 1 claim
        """
        counts = Counter(each.type for each in self.values())
        listed = (f"{n} {type_}{'s' * (n != 1)}" for type_, n in counts.items())
        title = "dossier without a title" if self.title is None else clip(self.title)
        return f"{title}: {', '.join(listed) or 'no records'}"

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown

    @property
    def title(self) -> str | None:
        """The subject of the dossier."""
        return self.head.title

    @property
    def lang(self) -> str | None:
        """The language of its texts, unless a record says otherwise."""
        return self.head.lang

    @property
    def base(self) -> str | None:
        """The IRI that makes its slugs global."""
        return self.head.base

    def global_id(self, record: str | Identified) -> str | None:
        """Return the id of a record for use outside the dossier: an IRI.

        A slug is appended to the base unchanged; without a base it has no global id.

        >>> Dossier(base="https://example.org/d/").global_id("c1")
        'https://example.org/d/c1'
        """
        return global_id(to_id(record), self.base)

    def merge(self, other: Dossier) -> Merged:
        """Return a new dossier with the records of both; neither of them changes.

        Records with the same id become one if they are equal except for the spelling of
        names. If they differ, this dossier's record is kept and a finding says which
        fields differ. Records that cannot be the same are kept apart under two ids,
        with a finding of severity error: records of two types, a named and an unnamed
        source, and unnamed sources that differ in public unless both dossiers have the
        same base. It is also an error if a relation that would close a cycle is left
        out. The result can always be saved.

        Slugs of another base become global ids. Slugs without a base become slugs of
        this dossier, which a finding reports. An id written out under this base becomes
        its slug. If the languages differ, each text states its own. Merging a dossier
        with itself changes nothing else, merging the same one again adds nothing, and
        the order of merging several does not matter if they do not differ.

        Raises:
            InvalidRecord: if `other` is not a dossier, if a new id would be too long,
                or if a relation joins a slug to the same id written out.
        """
        require(other, Dossier, place="dossier", what="a dossier", fix=GIVE_DOSSIER)
        ours, theirs = self.head, other.head
        # Without records, base and language apply to nothing.
        if not other:
            theirs = attrs.evolve(theirs, base=ours.base, lang=ours.lang)
        elif not self:
            ours = attrs.evolve(ours, base=theirs.base, lang=theirs.lang)
        head, findings = merge_heads(ours, theirs)
        # Both sides, so that one record has one id in whichever way it is written.
        sides = ((self, ours), (other, theirs))
        kept, conflicts = merge_records(sides, head)
        given = {
            key for each in (self, other) for key in each.keys() - each.derived_ids
        }
        made = self.emptied(head, (self.derived_ids | other.derived_ids) - given)
        for record in kept:
            made.add(record)
        return Merged(made, (*findings, *conflicts))

    def validate(self, *, today: date | None = None) -> tuple[Finding, ...]:
        """Return findings about conflicts between records or within one.

        These are references that lead nowhere or to a wrong type, names that two
        sources share, cycles, and records that nothing refers to. Invalid values are
        refused earlier, when a record is built.

        Args:
            today: the date on which waivers must still be in force; not checked if
                None.
        """
        name = self.base or self.title or ""
        return check_integrity(self.values(), today=today, dossier=name)

    @classmethod
    def load(
        cls,
        path: str | Path,
        *,
        engine: EngineName = "auto",
        limits: Limits = LIMITS,
    ) -> Dossier:
        """Return the dossier in a file.

        Args:
            path: path of the file, which may be compressed with gzip. If its name ends
                in ``.claims.txt``, it is a sheet.
            engine: the engine that validates it; as for `claimtrack.validate`.
            limits: how large it may be.

        Raises:
            OSError: when the file cannot be read.
            InvalidDossier: with every finding, if it does not pass validation, or if it
                holds several dossiers: see `read_dossiers`.
            MissingExtra: if the engine "fast" is requested but not installed.
        """
        require(path, PATH, place="path", what="a path", fix=GIVE_PATH)
        with paused_collector():
            found = examine_any(Path(path), engine=engine, limits=limits)
            return cls.from_examination(only_one(found))

    @classmethod
    def loads(
        cls,
        data: str | bytes,
        *,
        engine: EngineName = "auto",
        limits: Limits = LIMITS,
    ) -> Dossier:
        """Return the dossier in JSON text or bytes.

        Args:
            data: the text or bytes; bytes may be compressed with gzip.
            engine: the engine that validates it; as for `claimtrack.validate`.
            limits: how large it may be.

        Raises:
            InvalidDossier: with every finding, if it does not pass validation, or if it
                holds several dossiers.
            MissingExtra: if the engine "fast" is requested but not installed.
        """
        with paused_collector():
            found = examine_all(data, engine=engine, limits=limits)
            return cls.from_examination(only_one(found))

    @classmethod
    def from_examination(cls, examination: Examination) -> Dossier:
        """Return the dossier from a result of `claimtrack.validation.examine`.

        Raises:
            InvalidDossier: with every finding, if it did not pass validation.
        """
        head, records = read_dossier(examination)
        made = cls()
        made.head = head
        made._extend(records)
        return made

    def save(self, path: str | Path) -> None:
        """Write the dossier to a file, completely or not at all.

        The name decides the format. ``.claims.txt`` gives a sheet, ``.ndjson`` a head
        line and a compact line for each record, and any other ending the text of
        `dumps`. If ``.gz`` is appended, the file is compressed.

        Raises:
            OSError: when the file cannot be written.
            InvalidDossier: if it could not be loaded again because ids do not resolve.
            UnsafeReplacement: if the file is a sheet with comments, doubts or dropped
                claims.
        """
        require(path, PATH, place="path", what="a path", fix="Use the path of a file.")
        file = Path(path)
        if is_sheet(file.name):
            refuse_to_replace(file)
            write_file(file, [write_text(self.head, self.values())])
        elif file.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE):
            write_file(file, [write_lines(self.content())])
        else:
            write_file(file, [self.dumps()])

    def dumps(self) -> str:
        """Return the dossier as JSON text; equal dossiers always give the same text.

        A record is on one line if it fits into 100 characters; otherwise it is broken
        between its fields. A derived id is left out if nothing refers to it and reading
        derives it again.

        Raises:
            InvalidDossier: if it could not be loaded again because ids do not resolve.
        """
        return write_dossier(self.content())

    def content(self) -> Content:
        """Return a snapshot of its contents, for functions that write it."""
        if waiting := self._waiting:
            return Content(self.head, waiting, frozenset(), "unseen")
        records = tuple(self.values())
        return Content(self.head, records, self.derived_ids, self._history)

    def emptied(self, head: Head, derived: Iterable[str] | None = None) -> Dossier:
        """Return a dossier without records that treats the same ids as derived.

        For functions that return a part of a dossier.

        Args:
            head: the head of the new dossier.
            derived: the derived ids; those of this dossier if None.
        """
        made = Dossier()
        made.head = head
        made._derived = set(self._derived if derived is None else derived)
        return made
