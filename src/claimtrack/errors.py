"""The exceptions of claimtrack: they hold data and build their text from it.

Every exception is a `ClaimtrackError` and also the standard exception that fits, so
``except ValueError`` works in code that does not know this library.

This module does not depend on the rest of the library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    # Neither of errors and findings imports the other at run time.
    from claimtrack.findings import Finding  # noqa: TC004

__all__ = [
    "ClaimtrackError",
    "DanglingReference",
    "DuplicateId",
    "InvalidDossier",
    "InvalidRecord",
    "MissingExtra",
    "UnknownName",
    "UnknownSchema",
    "UnreadableArticle",
    "UnreviewedDraft",
    "UnsafeReplacement",
]

FINDINGS_SHOWN: Final = 20
"""How many findings the text of an `InvalidDossier` lists."""

IDS_SHOWN: Final = 5
"""Most ids that a text lists."""

CLIP: Final = 60
"""Most characters of an id that a text shows."""


def _quoted(key: object) -> str:
    """Return an id or a name in quotes, clipped, escaped and on one line.

    Programs may pass anything as an id.
    """
    shown = str(key)
    if len(shown) > CLIP:
        shown = f"{shown[: CLIP - 1]}…"
    plain = (each if each.isprintable() else ascii(each)[1:-1] for each in shown)
    return f'"{"".join(plain)}"'


def _listed(keys: tuple[str, ...]) -> str:
    """Return the first ids in quotes, and how many more there are."""
    more = len(keys) - IDS_SHOWN
    tail = f" and {more} more" if more > 0 else ""
    return ", ".join(map(_quoted, keys[:IDS_SHOWN])) + tail


class ClaimtrackError(Exception):
    """Base class of all exceptions that claimtrack raises on purpose."""


@attrs.frozen
class InvalidRecord(ClaimtrackError, ValueError):
    """Raised for a value that is not allowed in a record.

    Attributes:
        record: what was being built ("source", "link", "date").
        field: the field with the value ("count", "kind"); empty for the whole record.
        problem: what is wrong, a sentence without its full stop.
        fix: what to do about it, a sentence.
        code: the code of the finding that validation reports for the same mistake.
    """

    record: str
    field: str
    problem: str
    fix: str
    code: str

    def __str__(self) -> str:
        """Return the place, the problem and the fix on one line."""
        place = f"{self.record}.{self.field}" if self.field else self.record
        return f"{place}: {self.problem}. {self.fix} ({self.code})"


@attrs.frozen
class InvalidDossier(ClaimtrackError, ValueError):
    """Raised for a dossier, or the file of one, that does not pass validation.

    Attributes:
        findings: all findings, sorted by place.
    """

    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """Return the findings that are errors, one per line."""
        errors = [str(f) for f in self.findings if f.severity == "error"]
        lines = errors[:FINDINGS_SHOWN]
        if len(errors) > len(lines):
            lines.append(f"… and {len(errors) - len(lines)} more")
        count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        return "\n".join([f"the dossier is not valid: {count}", *lines])


@attrs.frozen
class DanglingReference(ClaimtrackError, LookupError):
    """Raised for an id that is not in the dossier, or would not be after a change.

    Attributes:
        target: the id that is missing, or would be after the change.
        referrers: ids of the records that refer to it; empty if the caller gave the id.
    """

    target: str
    referrers: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the missing id, the records that refer to it, and what to do."""
        if not self.referrers:
            return (
                f"{_quoted(self.target)} is not in this dossier. "
                "Add the record first, or use the id of one that is there."
            )
        still, them = (
            ("still refers", "it")
            if len(self.referrers) == 1
            else ("still refer", "them")
        )
        return (
            f"cannot remove {_quoted(self.target)}: {_listed(self.referrers)} {still} "
            f"to it. Remove or update {them} first, or remove them together."
        )


@attrs.frozen
class DuplicateId(ClaimtrackError, ValueError):
    """Raised for an id that another record of the dossier already has.

    Attributes:
        id: the id that is taken.
        kind: the type of the record that has it.
    """

    id: str
    kind: str

    def __str__(self) -> str:
        """Return the id, the type of the record that has it, and what to do."""
        article = "an" if self.kind[:1] in "aeiou" else "a"
        return (
            f"the id {_quoted(self.id)} already belongs to {article} {self.kind} in "
            "this dossier. Choose another id, or use replace() to change that record."
        )


@attrs.frozen
class MissingExtra(ClaimtrackError, ImportError):
    """Raised if a feature needs an optional dependency that is not installed.

    Attributes:
        extra: the name of the extra that installs it: "fast".
        packages: the packages that the extra installs.
    """

    extra: str
    packages: tuple[str, ...]

    def __str__(self) -> str:
        """Return what is missing, and how to install it."""
        verb = "is" if len(self.packages) == 1 else "are"
        return (
            f"{' and '.join(self.packages)} {verb} not installed. "
            f'Install the extra: pip install "claimtrack[{self.extra}]".'
        )


@attrs.frozen
class UnknownName(ClaimtrackError, LookupError):
    """Raised for a name that no source or document has, or that several have.

    Attributes:
        name: the name that was looked up.
        ids: ids of the records that have the name, if there are several.
        meant: what was probably meant, if no record has the name.
    """

    name: str
    ids: tuple[str, ...] = ()
    meant: str | None = None

    def __str__(self) -> str:
        """Return the name, the records that have it, and what to do."""
        if self.ids:
            named = ", ".join(map(_quoted, self.ids[:IDS_SHOWN]))
            return (
                f"the name {_quoted(self.name)} belongs to several: {named}. Use an id."
            )
        hint = "" if self.meant is None else f" Did you mean {_quoted(self.meant)}?"
        return f"nothing here is named {_quoted(self.name)}.{hint}"


@attrs.frozen
class UnknownSchema(ClaimtrackError, LookupError):
    """Raised for the name of a schema that claimtrack does not have.

    Attributes:
        name: the name that was looked up.
        names: the names of all schemas.
    """

    name: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        """Return the name, and the names of all schemas."""
        names = ", ".join(self.names)
        return f"there is no schema {_quoted(self.name)}. Use one of: {names}."


@attrs.frozen
class UnreadableArticle(ClaimtrackError, ValueError):
    """Raised for input that is not the text of an article.

    Attributes:
        problem: what it is instead.
        fix: what to do.
    """

    problem: str
    fix: str

    def __str__(self) -> str:
        """Return what was found, and what to do."""
        return f"the article cannot be read: {self.problem}. {self.fix}"


@attrs.frozen
class UnreviewedDraft(ClaimtrackError, ValueError):
    """Raised if output for others would show tool drafts that nobody has reviewed.

    Attributes:
        attributions: ids of the attributions that a tool recorded.
    """

    attributions: tuple[str, ...]

    def __str__(self) -> str:
        """Return which attributions are drafts, and what to do."""
        them = "it" if len(self.attributions) == 1 else "them"
        return (
            f"a tool drafted {_listed(self.attributions)}, and nobody has reviewed "
            f"{them}. Review {them} first, or allow drafts with unreviewed=True (on "
            "the command line: --unreviewed)."
        )


@attrs.frozen
class UnsafeReplacement(ClaimtrackError, ValueError):
    """Raised for overwriting a sheet that contains text which a dossier cannot hold.

    Attributes:
        path: the path of the sheet.
    """

    path: str

    def __str__(self) -> str:
        """Return what would be lost, and how to keep it."""
        return (
            f"{_quoted(self.path)} holds comments, doubts or dropped claims, which a "
            "dossier cannot keep; write to another file, or use claimtrack.sheet.merge"
        )
