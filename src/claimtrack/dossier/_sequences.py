"""Sequences of dossiers, as files of many: ``*.claims.ndjson``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack._arguments import GIVE_DOSSIER, require
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
    """Yield the dossiers of a file, one after the other, as it is read.

    A file of one dossier gives that one. No more than one is in memory.

    Args:
        path: of a ``*.claims.ndjson``, or of any other file of dossiers; it may be
            compressed with gzip.
        on_error: called with the findings of each dossier that does not pass
            validation; reading goes on behind it.
        engine: what validates them; as for `claimtrack.validate`.
        limits: how large a record and a dossier may be.

    Raises:
        OSError: when the file cannot be read.
        InvalidDossier: at the first dossier that does not pass validation, where there
            is no `on_error`.
        MissingExtra: for the engine "fast" where it is not installed.
    """
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
    """Return the next dossier, or what keeps it from being one; None at the end."""
    examination = next(examinations, None)
    if examination is None:
        return None
    try:
        return Dossier.from_examination(examination)
    except InvalidDossier as error:
        return error


def write_dossiers(dossiers: Iterable[Dossier], path: str | Path) -> None:
    """Write dossiers to a file one after the other, as a whole or not at all.

    Each gets a head line and a compact line for each of its records. They are taken one
    by one, so they may come from a generator.

    Args:
        dossiers: what to write.
        path: of the file, ``*.claims.ndjson`` by custom; with ``.gz`` behind it, it
            is compressed.

    Raises:
        OSError: when the file cannot be written.
        InvalidDossier: when one could not be read again, because ids lead nowhere.
        InvalidRecord: for what is no dossier.
    """
    write_file(Path(path), _lines_of(dossiers))


def dump_dossiers(dossiers: Iterable[Dossier]) -> str:
    """Return dossiers as the text that `write_dossiers` writes.

    Raises:
        InvalidDossier: when one could not be read again, because ids lead nowhere.

    >>> print(dump_dossiers([Dossier(title="Ferry"), Dossier()]), end="")
    {"type":"dossier","claimtrack":"1.0","title":"Ferry"}
    {"type":"dossier","claimtrack":"1.0"}
    """
    return "".join(_lines_of(dossiers))


def _lines_of(dossiers: Iterable[Dossier]) -> Iterator[str]:
    for each in dossiers:
        require(each, Dossier, place="dossier", what="a dossier", fix=GIVE_DOSSIER)
        yield write_lines(each.content())
