"""What a check reports: one frozen class for all checks."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.findings._code import CODES, Severity
from claimtrack.findings._quotes import clip, escape

__all__ = ["Finding", "Location", "is_discreet", "sort_findings"]

LONGEST: Final = 4_096
"""Characters of the name of a file, or of a pointer, that are shown."""

_DISCREET: Final = ("CT2", "CT8")
"""What codes of sourcing and protection begin with."""


@attrs.frozen(kw_only=True)
class Location:
    """A place in a file.

    Attributes:
        file: the path or name it was read under; None for a value in memory.
        line: from 1.
        column: from 1, in code points.
        end: the column after the last character of the place on its line.
    """

    file: str | None = None
    line: int
    column: int
    end: int

    def __str__(self) -> str:
        """Return the place as editors and terminals link it.

        What would steer a terminal stands in it as an escape.
        """
        place = f"{self.line}:{self.column}"
        return place if self.file is None else f"{clip(self.file, LONGEST)}:{place}"


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a check found, with a place, a reason and a fix.

    Attributes:
        code: "CT" and three digits; `claimtrack.findings.CODES` explains it.
        severity: "error", "warning" or "info".
        message: what is wrong here, a sentence.
        why: why it matters; the code's own reason unless given.
        fix: what to do; the code's own advice unless given.
        record: id of the record it is about, when that has one.
        pointer: JSON Pointer (RFC 6901) to the value, from the top of the input.
        field: the same for people: "source.kind".
        location: where that stands in the file, when the input was text.
        rule: the schema path or the authority behind it.
        related: ids of the other records it explains, sorted.
        dossier: what tells its dossier from others: its base, else its title, else
            "file#2" for the second of a file; empty in memory without either.
        gist: the message without the related ids that it lists; empty where it lists
            none.
    """

    code: str
    message: str
    severity: Severity
    why: str
    fix: str
    record: str | None = None
    pointer: str = ""
    field: str = ""
    location: Location | None = None
    rule: str = ""
    related: tuple[str, ...] = ()
    dossier: str = ""
    gist: str = attrs.field(default="", eq=False, repr=False)

    @classmethod
    def of(
        cls,
        code: str,
        message: str,
        *,
        fix: str = "",
        record: str | None = None,
        pointer: str = "",
        field: str = "",
        location: Location | None = None,
        rule: str = "",
        related: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding with the severity, reason and advice of its code.

        >>> Finding.of("CT011", "name is missing").severity
        'error'

        Raises:
            KeyError: for a code that is not in the table.
        """
        entry = CODES[code]
        return cls(
            code=code,
            message=message,
            severity=entry.severity,
            why=entry.why,
            fix=fix or entry.fix,
            record=record,
            pointer=pointer,
            field=field,
            location=location,
            rule=rule,
            related=related,
        )

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay when the file is reordered.

        They depend on code, record, place inside the record, related ids and the
        dossier: on its base, else its title, else its file and place in it. A record
        without an id is known by its place alone.
        """
        # Nobody asks for it where all is well, and it reads a large library.
        import hashlib  # noqa: PLC0415

        place = self.pointer
        if self.record is not None and place.startswith("/records/"):
            place = "/".join(["", *place.split("/")[3:]])
        parts = [self.code, self.record or "", place, *self.related]
        if self.dossier:
            parts.append(f"dossier {self.dossier}")
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace"))
        return digest.hexdigest()[:16]

    @property
    def brief(self) -> str:
        """The message without the ids that it lists, for who shows them otherwise."""
        return self.gist or self.message

    @property
    def is_discreet(self) -> bool:
        """Whether no line of the file is shown with it: it is about who said what."""
        return is_discreet(self.code)

    def __str__(self) -> str:
        """Return place, severity, code and message in one line, escaped."""
        where = str(self.location) if self.location else clip(self.pointer, LONGEST)
        head = f"{where}: " if where else ""
        field = f" [{self.field}]" if self.field else ""
        return escape(f"{head}{self.severity} {self.code}{field}  {self.message}")


def is_discreet(code: str) -> bool:
    """Return whether findings of a code are about who said what.

    >>> is_discreet("CT201"), is_discreet("CT102")
    (True, False)
    """
    return code.startswith(_DISCREET)


def sort_findings(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings by file, place, pointer and code."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, list[str], str, str]:
    where = finding.location
    file, line, column = (
        ("", 0, 0) if where is None else (where.file or "", where.line, where.column)
    )
    # Digits are padded so that the tenth record comes after the second.
    steps = [
        step.zfill(9) if step.isdigit() else step for step in finding.pointer.split("/")
    ]
    return (file, line, column, steps, finding.code, finding.message)
