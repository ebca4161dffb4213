"""Baselines: the known findings of an existing corpus, so that only new ones show."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack._file_names import read_file
from claimtrack.findings import Finding
from claimtrack.schema import JsonValue, is_array, is_derived_id, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["Baseline", "Compared", "KnownFinding", "Tally"]

VERSION: Final = "1.0"
"""The version of the file format."""


@attrs.frozen(order=True)
class KnownFinding:
    """A finding in a baseline: what is needed to recognise it again.

    Attributes:
        file: its file, relative to the folder of the baseline; empty for none.
        code: its code.
        record: the id of its record; empty for none.
        fingerprint: its fingerprint, which includes the related ids.
    """

    file: str
    code: str
    record: str
    fingerprint: str

    def __str__(self) -> str:
        """Return the code, the id of the record if the file has it, and the file."""
        is_written = self.record and not is_derived_id(self.record)
        record = f" {self.record}" if is_written else ""
        return f"{self.code}{record}" + (f" in {self.file}" if self.file else "")


@attrs.frozen
class Compared:
    """Findings compared with a baseline.

    Attributes:
        new: the findings that are not in the baseline.
        known: how many findings are in the baseline.
        gone: the entries of the baseline that were not found any more.
    """

    new: tuple[Finding, ...]
    known: int
    gone: tuple[KnownFinding, ...]


@attrs.frozen
class Baseline:
    """Findings that are known, each as often as it was found.

    A baseline still matches when a file is reordered or reformatted. A finding that
    explains one more record than before is new.
    """

    _counts: dict[KnownFinding, int]

    @classmethod
    def of(cls, findings: Iterable[Finding], folder: Path) -> Baseline:
        """Return a baseline of these findings.

        Args:
            findings: the findings.
            folder: the folder of the baseline; file names are relative to it.
        """
        return cls(dict(Counter(_all_known(list(findings), folder))))

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Return the baseline in a file.

        Raises:
            OSError: if the file cannot be read.
            ValueError: if it is not a baseline.
        """
        try:
            value: JsonValue = json.loads(read_file(path))
        except RecursionError as error:
            raise ValueError("it is nested too deeply") from error
        if not is_object(value) or value.get("claimtrack-baseline") != VERSION:
            raise ValueError(f"it is not a baseline of version {VERSION}")
        entries = value.get("findings")
        return cls(dict(_read(each) for each in entries) if is_array(entries) else {})

    def dumps(self) -> str:
        """Return the baseline as JSON, sorted, with one finding per line.

        A file name that is not UTF-8 is written with escapes.
        """
        lines = ",\n    ".join(
            _line(key, count) for key, count in sorted(self._counts.items())
        )
        listed = f"[\n    {lines}\n  ]" if lines else "[]"
        return (
            f'{{\n  "claimtrack-baseline": "{VERSION}",\n  "findings": {listed}\n}}\n'
        )

    def compare(
        self, findings: Iterable[Finding], folder: Path, files: Iterable[str]
    ) -> Compared:
        """Return which findings are new, and which entries of the baseline are gone.

        Args:
            findings: the findings of a check.
            folder: the folder of the baseline.
            files: the files that were checked; only their entries can be gone.
        """
        tally = Tally(dict(self._counts), folder)
        listed = list(findings)
        new = tally.new_among(listed)
        for each in files:
            tally.checked(each)
        return Compared(tuple(new), len(listed) - len(new), tally.gone())

    def tally(self, folder: Path) -> Tally:
        """Return a tally that compares findings with the baseline one file at a time.

        Args:
            folder: the folder of the baseline.
        """
        return Tally(dict(self._counts), folder)


@attrs.define
class Tally:
    """The entries of a baseline that have not been found yet, during a check.

    Attributes:
        left: the entries that have not been found yet, with their counts.
        folder: the folder of the baseline.
        files: the files that were checked, as the baseline names them.
    """

    left: dict[KnownFinding, int]
    folder: Path
    files: set[str] = attrs.Factory(set[str])

    def new_among(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are not in the baseline."""
        new: list[Finding] = []
        listed = list(findings)
        if not self.left:
            return listed
        for each, key in zip(listed, _all_known(listed, self.folder), strict=True):
            if self.left.get(key, 0):
                self.left[key] -= 1
            else:
                new.append(each)
        return new

    def checked(self, file: str) -> None:
        """Note that a file has been checked."""
        self.files.add(_from(self.folder, file))

    def gone(self) -> tuple[KnownFinding, ...]:
        """Return the entries for the checked files that were not found any more."""
        return tuple(
            sorted(
                key
                for key, count in self.left.items()
                if count and key.file in self.files
            )
        )


def _all_known(findings: list[Finding], folder: Path) -> list[KnownFinding]:
    """Return findings as baseline entries; each file name is only resolved once."""
    files = [None if (e := each.location) is None else e.file for each in findings]
    names = {file: "" if file is None else _from(folder, file) for file in set(files)}
    return [
        KnownFinding(
            file=names[file],
            code=each.code,
            record=each.record or "",
            fingerprint=_without_file(each, file).fingerprint,
        )
        for each, file in zip(findings, files, strict=True)
    ]


def _without_file(finding: Finding, file: str | None) -> Finding:
    """Return a finding without the file in the dossier, as it is stored separately."""
    if file is None or not finding.dossier.startswith(f"{file}#"):
        return finding
    return attrs.evolve(finding, dossier=finding.dossier.removeprefix(file))


def _from(folder: Path, file: str) -> str:
    """Return the name of a file relative to a folder."""
    if not os.path.exists(file):  # noqa: PTH110  # "<stdin>" and the like
        return file
    return os.path.relpath(file, folder).replace(os.sep, "/")


def _line(key: KnownFinding, count: int) -> str:
    text = json.dumps({**attrs.asdict(key), "count": count}, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()


def _read(entry: JsonValue) -> tuple[KnownFinding, int]:
    names = [field.name for field in attrs.fields(KnownFinding)]
    if not is_object(entry) or not isinstance(count := entry.get("count"), int):
        raise ValueError("it lists something that is not a finding")
    values = [entry.get(name) for name in names]
    if not all(isinstance(each, str) for each in values):
        raise ValueError("a finding in it lacks a field")
    return KnownFinding(*cast("list[str]", values)), count
