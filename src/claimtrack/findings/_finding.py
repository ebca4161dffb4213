"""Findings: one frozen class for what every check reports."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.findings._code import CODES, Severity
from claimtrack.findings._quotes import clip, escape

__all__ = ["Finding", "Location", "is_discreet", "sort_findings"]

LONGEST: Final = 4_096
"""Most characters of a file name or of a pointer that are shown."""

_DISCREET: Final = ("CT2", "CT8")
"""The beginnings of the codes about sourcing and protection."""


@attrs.frozen(kw_only=True)
class Location:
    """A place in a file.

    Attributes:
        file: the path or name of the file; None for a value in memory.
        line: the line, from 1.
        column: the column, from 1, in code points.
        end: the column after the last character of the place on its line.
    """

    file: str | None = None
    line: int
    column: int
    end: int

    def __str__(self) -> str:
        """Return the place in the form that editors and terminals turn into a link.

        Characters that would control a terminal are escaped.
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
        record: the id of the record that it is about, if that has one.
        pointer: a JSON Pointer (RFC 6901) to the value, from the top of the input.
        field: the same place for people: "source.kind".
        location: the place in the file, if the input was text.
        rule: the schema path or the authority behind it.
        related: the ids of the other records that it explains, sorted.
        dossier: what distinguishes its dossier from others: the base, otherwise the
            title, otherwise "file#2" for the second dossier of a file; empty in memory
            if there is neither a base nor a title.
        gist: the message without the related ids that it lists; empty if it lists
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
        """Return a finding with the severity, `why` and `fix` of its code.

        >>> Finding.of("CT011", "name is missing").severity
        'error'

        Raises:
            KeyError: if the code is not in the table.
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
        """Sixteen hexadecimal digits that stay the same when the file is reordered.

        They depend on the code, the record, the place in the record, the related ids
        and the dossier: its base, otherwise its title, otherwise its file and its place
        there. A record without an id is identified only by its place.
        """
        # Imported here because the library is large, and only findings need it.
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
        """The message without the ids that it lists, if they are shown elsewhere."""
        return self.gist or self.message

    @property
    def is_discreet(self) -> bool:
        """Whether to hide the line of the file, because it shows who said what."""
        return is_discreet(self.code)

    def __str__(self) -> str:
        """Return the place, severity, code and message on one line, escaped."""
        where = str(self.location) if self.location else clip(self.pointer, LONGEST)
        head = f"{where}: " if where else ""
        field = f" [{self.field}]" if self.field else ""
        return escape(f"{head}{self.severity} {self.code}{field}  {self.message}")


def is_discreet(code: str) -> bool:
    """Return whether findings with a code are about who said what.

    >>> is_discreet("CT201"), is_discreet("CT102")
    (True, False)
    """
    return code.startswith(_DISCREET)


def sort_findings(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by file, place, pointer and code."""
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[str, int, int, list[str], str, str]:
    where = finding.location
    file, line, column = (
        ("", 0, 0) if where is None else (where.file or "", where.line, where.column)
    )
    # Pad digits, so that the tenth record comes after the second.
    steps = [
        step.zfill(9) if step.isdigit() else step for step in finding.pointer.split("/")
    ]
    return (file, line, column, steps, finding.code, finding.message)
