"""Sequences of dossiers, for files with many: ``*.claims.ndjson``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack._arguments import GIVE_DOSSIER, GIVE_PATH, PATH, require
from claimtrack._writer import write_file
from claimtrack.dossier._dossier import Dossier
from claimtrack.dossier._json_file import write_lines
from claimtrack.errors import InvalidDossier
from claimtrack.notation import examine_any
from claimtrack.validation import LIMITS, Limits, paused_collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.findings import Finding
    from claimtrack.validation import EngineName, Examination

__all__ = ["dump_dossiers", "read_dossiers", "write_dossiers"]


def read_dossiers(
    path: str | Path,
    *,
    on_error: Callable[[tuple[Finding, ...]], object] | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Iterator[Dossier]:
    """Yield the dossiers of a file one after the other while it is read.

    A file with one dossier gives that one. At most one is in memory at a time.

    Args:
        path: path of a ``*.claims.ndjson`` or any other file of dossiers, which may be
            compressed with gzip.
        on_error: called with the findings of each dossier that does not pass
            validation; reading then continues with the next.
        engine: the engine that validates them; as for `claimtrack.validate`.
        limits: how large a record and a dossier may be.

    Raises:
        OSError: when the file cannot be read.
        InvalidDossier: at the first dossier that does not pass validation, if there is
            no `on_error`.
        MissingExtra: if the engine "fast" is requested but not installed.
    """
    require(path, PATH, place="path", what="a path", fix=GIVE_PATH)
    examinations = iter(examine_any(Path(path), engine=engine, limits=limits))
    while (read := _next_of(examinations)) is not None:
        if isinstance(read, Dossier):
            yield read
        elif on_error is None:
            raise read
        else:
            on_error(read.findings)


@paused_collector()
def _next_of(examinations: Iterator[Examination]) -> Dossier | InvalidDossier | None:
    """Return the next dossier, or the error that prevents it; None at the end."""
    examination = next(examinations, None)
    if examination is None:
        return None
    try:
        return Dossier.from_examination(examination)
    except InvalidDossier as error:
        return error


def write_dossiers(dossiers: Iterable[Dossier], path: str | Path) -> None:
    """Write dossiers to a file one after the other, completely or not at all.

    Each is written as a head line and a compact line for each record. They are consumed
    one by one, so they may come from a generator.

    Args:
        dossiers: the dossiers to write.
        path: path of the file, ``*.claims.ndjson`` by convention; if ``.gz`` is
            appended, it is compressed.

    Raises:
        OSError: when the file cannot be written.
        InvalidDossier: if one could not be read again because ids do not resolve.
        InvalidRecord: if an item is not a dossier.
    """
    require(path, PATH, place="path", what="a path", fix="Use the path of a file.")
    write_file(Path(path), _lines_of(dossiers))


def dump_dossiers(dossiers: Iterable[Dossier]) -> str:
    """Return dossiers as the text that `write_dossiers` would write.

    Raises:
        InvalidDossier: if one could not be read again because ids do not resolve.

    >>> print(dump_dossiers([Dossier(title="Ferry"), Dossier()]), end="")
    {"type":"dossier","claimtrack":"1.0","title":"Ferry"}
    {"type":"dossier","claimtrack":"1.0"}
    """
    return "".join(_lines_of(dossiers))


def _lines_of(dossiers: Iterable[Dossier]) -> Iterator[str]:
    for each in dossiers:
        require(each, Dossier, place="dossier", what="a dossier", fix=GIVE_DOSSIER)
        yield write_lines(each.content())
