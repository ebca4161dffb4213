"""The article texts given to a command, and the documents they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack._file_names import exists
from claimtrack.cli._inputs import UnusableInput, examine_input, read_words, shown
from claimtrack.findings import clip, quote, suggest
from claimtrack.notation import hash_of
from claimtrack.records import Attribution, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.validation import Examination

__all__ = ["TEXT", "GivenText", "TextOwners", "read_texts"]

_LISTED: Final = 20
"""Maximum number of documents listed in one message."""

TEXT: Final = click.option(
    "--text",
    "articles",
    multiple=True,
    metavar="[ID=]FILE",
    help="The text of an article. It belongs to the document that has its hash, or "
    "otherwise to the only document that is read; ID= names another.",
)
"""The option of commands that look up quotations."""


@attrs.frozen
class GivenText:
    """A text, and the document that it is said to belong to.

    Attributes:
        name: name of its file.
        key: id of the document; None if none was given.
        text: the text.
    """

    name: str
    key: str | None
    text: str = attrs.field(repr=False)


@attrs.frozen
class _Owner:
    """A document of one of the dossiers.

    Attributes:
        place: its file, and the position of its dossier in the file.
        document: the document.
        is_read: whether an attribution was read in it.
    """

    place: tuple[str, int]
    document: Document
    is_read: bool


def read_texts(articles: Iterable[str]) -> tuple[GivenText, ...]:
    """Return the texts that an option names.

    Raises:
        UnusableInput: when one cannot be read, or is not UTF-8.
    """
    return tuple(_read(each) for each in articles)


def _read(option: str) -> GivenText:
    key, name = None, option
    if not exists(Path(option)):
        # Both an id and the name of a file can contain equals signs.
        parts = option.split("=")
        pairs = [
            ("=".join(parts[:end]), "=".join(parts[end:]))
            for end in range(1, len(parts))
        ]
        there = [pair for pair in pairs if pair[1] and exists(Path(pair[1]))]
        key, name = (*there, *pairs, (None, option))[0]
    return GivenText(name, key, read_words(Path(name), encoding="utf-8-sig"))


@attrs.frozen
class TextOwners:
    """The texts of the documents in a command's dossiers.

    Attributes:
        texts: file and position in it → document id → text.
    """

    texts: Mapping[tuple[str, int], Mapping[str, str]]

    @classmethod
    def of(
        cls, given: Sequence[GivenText], paths: Iterable[Path], held: bytes | None
    ) -> TextOwners:
        """Find the documents of texts, which reads every dossier once.

        Dossiers that do not pass validation are ignored.

        Args:
            given: the texts.
            paths: the files of the dossiers, or "-".
            held: the contents of standard input.

        Raises:
            UnusableInput: if it is not clear which document a text belongs to, or if a
                document would have two texts.
        """
        owned: defaultdict[tuple[str, int], dict[str, str]] = defaultdict(dict)
        if not given:
            return cls(owned)
        owners: list[_Owner] = []
        is_any_valid = False
        for path in paths:
            for examination in examine_input(path, held=held):
                if examination.is_valid:
                    is_any_valid = True
                    owners += _owners_in(str(path), examination)
        for each in given if is_any_valid else ():
            for owner in _owners_of(each, owners):
                there = owned[owner.place].setdefault(owner.document.id, each.text)
                if there != each.text:
                    message = f"two texts are given for {quote(owner.document.id)}"
                    raise UnusableInput(message)
        return cls(owned)

    def of_dossier(self, path: Path, number: int = 1) -> Mapping[str, str]:
        """Return document id → text for one dossier."""
        return self.texts.get((str(path), number), {})


def _owners_in(file: str, examination: Examination) -> Iterable[_Owner]:
    read = {e.document for e in examination.records if isinstance(e, Attribution)}
    for each in examination.records:
        if isinstance(each, Document):
            yield _Owner((file, examination.number), each, each.id in read)


def _owners_of(given: GivenText, owners: Sequence[_Owner]) -> Sequence[_Owner]:
    """Return the documents that a text belongs to.

    Raises:
        UnusableInput: if there is none, or there could be several.
    """
    digest = hash_of(given.text)
    asked = [each for each in owners if given.key in (None, each.document.id)]
    hashed = [each for each in asked if each.document.sha256 == digest]
    if hashed:
        return hashed
    if given.key is None:
        asked = [each for each in owners if each.is_read]
    if len(asked) == 1:
        return asked
    raise UnusableInput(_unclear(given, asked, owners))


def _unclear(
    given: GivenText, asked: Sequence[_Owner], owners: Sequence[_Owner]
) -> str:
    """Return the message for a text that cannot be assigned to one document."""
    if given.key is not None and asked:
        return (
            f"several dossiers have a document {quote(given.key)}, but none of these "
            f"has the hash of {shown(given.name)}; check one dossier at a time"
        )
    listed = [each.document.id for each in asked or owners]
    if not listed:
        return f"{shown(given.name)} does not belong to any document: there is none"
    if given.key is not None:
        near = suggest(given.key, listed)
        hint = f" Did you mean {quote(near)}?" if near else ""
        problem = f"there is no document {quote(given.key)}.{hint}"
    else:
        problem = (
            f"it is not clear which document {shown(given.name)} is the text of; name "
            f"it: --text ID={shown(given.name)}."
        )
    names = ", ".join(map(clip, dict.fromkeys(listed[:_LISTED])))
    more = len(listed) - _LISTED
    return f"{problem} Use one of: {names}{f' and {more} more' if more > 0 else ''}"
