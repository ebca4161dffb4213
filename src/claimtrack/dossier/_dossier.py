"""The dossier: a collection of records that belong together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from claimtrack._arguments import GIVE_DOSSIER, require
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
    """What became of two dossiers.

    Attributes:
        dossier: the records of both.
        findings: CT700 for each thing that they say differently; an error where
            something had to be kept apart or left out.
    """

    dossier: Dossier
    findings: tuple[Finding, ...]


class Dossier(Builders):
    """A collection of records that belong together: the workspace.

    A mapping from ids to records, and the one mutable thing. Builders mint ids and
    apply defaults; analyses are functions elsewhere that take a dossier.

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
        """Begin an empty dossier.

        Args:
            title: what it is about.
            lang: BCP 47 tag of the language of its texts unless they say otherwise.
            base: the IRI that makes its slugs global.

        Raises:
            InvalidRecord: for a value that the field does not take.
        """
        super().__init__()
        self.head = Head(title=title, lang=lang, base=base)

    def __eq__(self, other: object) -> bool:
        """Return whether both have the same head and the same records, in any order."""
        if not isinstance(other, Dossier):
            return NotImplemented
        return self.head == other.head and dict(self) == dict(other)

    # A dossier changes, so it cannot be a key.
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
        """What it is about."""
        return self.head.title

    @property
    def lang(self) -> str | None:
        """The language of its texts unless they say otherwise."""
        return self.head.lang

    @property
    def base(self) -> str | None:
        """The IRI that makes its slugs global."""
        return self.head.base

    def global_id(self, record: str | Identified) -> str | None:
        """Return the id of a record as others can use it: an IRI.

        A slug follows the base as it is; without a base it has no global id.

        >>> Dossier(base="https://example.org/d/").global_id("c1")
        'https://example.org/d/c1'
        """
        return global_id(to_id(record), self.base)

    def merge(self, other: Dossier) -> Merged:
        """Return the records of both dossiers in a new one; both stay as they are.

        Records with one id are one where they are equal but for the spelling of names;
        where they differ, ours is kept and a finding says in what. What cannot be one
        is kept apart under two ids, and the finding is an error: records of two types,
        a named source and an unnamed one, unnamed sources that differ in public unless
        both dossiers have the same base. So is it where a relation that would close a
        circle is left out. The result can always be saved.

        Slugs of another base become global ids; slugs without a base become ours, which
        a finding says too; an id that is spelled out under our base becomes its slug.
        Where the languages differ, each text says its own. Merging a dossier with
        itself changes nothing else, merging the same one again adds nothing, and the
        order of merging several does not matter where they say nothing different.

        Raises:
            InvalidRecord: for what is no dossier, where a new id would be too long, or
                where a relation joins a slug to the same id spelled out.
        """
        require(other, Dossier, place="dossier", what="a dossier", fix=GIVE_DOSSIER)
        ours, theirs = self.head, other.head
        # Without records, base and language are of nothing.
        if not other:
            theirs = attrs.evolve(theirs, base=ours.base, lang=ours.lang)
        elif not self:
            ours = attrs.evolve(ours, base=theirs.base, lang=theirs.lang)
        head, findings = merge_heads(ours, theirs)
        # Both sides, so that one record has one id whichever way it is spelled.
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
        """Return what is wrong between the records, or contradicts itself in one.

        Ids that lead nowhere or astray, names that two sources share, circles, records
        that nothing refers to. What a record cannot hold, it refuses when it is built.

        Args:
            today: the day on which waivers must not have ended; not checked if None.
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
        """Return the dossier that a file holds.

        Args:
            path: of the file, which may be compressed with gzip; one whose name ends
                in ``.claims.txt`` is a sheet.
            engine: what validates it; as for `claimtrack.validate`.
            limits: how large it may be.

        Raises:
            OSError: when the file cannot be read.
            InvalidDossier: with every finding, when it does not pass validation, or
                holds several: see `read_dossiers`.
            MissingExtra: for the engine "fast" where it is not installed.
        """
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
        """Return the dossier that JSON text or its bytes hold.

        Args:
            data: the text, or its bytes, which may be compressed with gzip.
            engine: what validates it; as for `claimtrack.validate`.
            limits: how large it may be.

        Raises:
            InvalidDossier: with every finding, when it does not pass validation, or
                holds several.
            MissingExtra: for the engine "fast" where it is not installed.
        """
        with paused_collector():
            found = examine_all(data, engine=engine, limits=limits)
            return cls.from_examination(only_one(found))

    @classmethod
    def from_examination(cls, examination: Examination) -> Dossier:
        """Return the dossier that `claimtrack.validation.examine` found in an input.

        Raises:
            InvalidDossier: with every finding, when it did not pass validation.
        """
        head, records = read_dossier(examination)
        made = cls()
        made.head = head
        made._extend(records)
        return made

    def save(self, path: str | Path) -> None:
        """Write the dossier to a file, as a whole or not at all.

        A name that ends in ``.claims.txt`` gets a sheet; one in ``.ndjson`` gets a head
        line and a compact line for each record; any other the text of `dumps`. With
        ``.gz`` behind its ending, the file is compressed.

        Raises:
            OSError: when the file cannot be written.
            InvalidDossier: when it could not be loaded again, because ids lead
                nowhere.
            UnsafeReplacement: when there is a sheet with comments, doubts or dropped
                claims.
        """
        file = Path(path)
        if is_sheet(file.name):
            refuse_to_replace(file)
            write_file(file, [write_text(self.head, self.values())])
        elif file.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE):
            write_file(file, [write_lines(self.content())])
        else:
            write_file(file, [self.dumps()])

    def dumps(self) -> str:
        """Return the dossier as JSON text; the same dossier always as the same text.

        A record has a line where it fits into 100 characters, and is broken between
        its fields where it does not. An id that nobody gave is left out, if nothing
        refers to it and reading derives it again.

        Raises:
            InvalidDossier: when it could not be loaded again, because ids lead
                nowhere.
        """
        return write_dossier(self.content())

    def content(self) -> Content:
        """Return what it holds as it is now.

        For functions that write it.
        """
        if waiting := self._waiting:
            return Content(self.head, waiting, frozenset(), "unseen")
        records = tuple(self.values())
        return Content(self.head, records, self.derived_ids, self._history)

    def emptied(self, head: Head, derived: Iterable[str] | None = None) -> Dossier:
        """Return a dossier without records, which leaves out the same ids as this one.

        For functions that return a part of a dossier.

        Args:
            head: of the new dossier.
            derived: ids that nobody gave; those of this dossier if None.
        """
        made = Dossier()
        made.head = head
        made._derived = set(self._derived if derived is None else derived)
        return made
