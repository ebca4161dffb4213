"""Read dossiers in every form: sheets here, JSON through validation."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack._file_names import open_file
from claimtrack.findings import sort_findings
from claimtrack.notation._sheet_text import Sheet, examine_sheet, is_sheet
from claimtrack.notation._statements import split_lines
from claimtrack.validation import (
    LIMITS,
    Examination,
    Layout,
    examine,
    examine_all,
    first_sign,
    read_text,
)

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator, Mapping
    from datetime import date

    from claimtrack.validation import EngineName, Limits

__all__ = ["examine_any", "open_sheet"]

_OF_JSON: Final = (b"{", b"[", b"")
"""First bytes of JSON on standard input; empty input is not a sheet either."""

_READER: Final = "claimtrack.sheet.read reads the text of a sheet"
"""The function that reads text, for a program that passes text as a path."""

LONGEST_ARTICLE: Final = 16 * 2**20
"""Maximum number of bytes read from the text of an article."""


def examine_any(
    data: Path | io.BufferedIOBase,
    *,
    file: str | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
    texts: Mapping[str, str] | None = None,
) -> Iterator[Examination]:
    """Yield the result for each dossier of a file in any form.

    The name of a file shows whether it is a sheet. Standard input is a sheet unless it
    begins with ``{`` or ``[``, after any white space, and after decompression if it is
    compressed. Nothing but blanks is not a dossier, neither in JSON nor in a sheet.

    Args:
        data: the path of the file, or standard input.
        file: the name to use in findings; for a path, the path.
        today: the date on which waivers must still be in force; not checked if None.
        engine: the engine that validates JSON.
        limits: how large it may be.
        texts: document id → text of the document, to check a sheet's quotations
            against.

    Raises:
        OSError: when the file cannot be read.
        MissingExtra: if the engine "fast" is requested but not installed.
    """
    if isinstance(data, Path):
        if is_sheet(data.name):
            yield open_sheet(
                data, file=file, today=today, limits=limits, texts=texts
            ).examination
            return
    else:
        sign, data = first_sign(data, limits=limits)
        if sign not in _OF_JSON:
            yield _read(
                data, None, file=file, today=today, limits=limits, texts=texts
            ).examination
            return
    yield from examine_all(data, file=file, today=today, engine=engine, limits=limits)


def open_sheet(
    path: Path,
    *,
    file: str | None = None,
    today: date | None = None,
    limits: Limits = LIMITS,
    texts: Mapping[str, str] | None = None,
) -> Sheet:
    """Return the result for the sheet in a file, with the article that it names.

    Args:
        path: path of the sheet.
        file: the name to use in findings.
        today: as for `examine_any`.
        limits: as for `examine_any`.
        texts: as for `examine_any`.

    Raises:
        OSError: when the file cannot be read.
    """
    name = file or str(path)
    with open_file(path, _READER) as raw:
        return _read(
            raw, path.parent, file=name, today=today, limits=limits, texts=texts
        )


def _read(
    raw: io.BufferedIOBase,
    folder: Path | None,
    *,
    file: str | None,
    today: date | None,
    limits: Limits,
    texts: Mapping[str, str] | None,
) -> Sheet:
    text, found = read_text(raw, file=file, limits=limits)
    if text is None:
        return Sheet(examination=Examination(findings=found, layout=Layout(file=file)))
    if next(split_lines(text), None) is None:
        # As for JSON, because standard input does not say which of the two was meant.
        nothing = examine("", file=file)
        told = sort_findings([*found, *nothing.findings])
        return Sheet(examination=attrs.evolve(nothing, findings=told))
    opened = None if folder is None else partial(_article, folder)
    sheet = examine_sheet(
        text, article=opened, texts=texts, file=file, today=today, limits=limits
    )
    made = sheet.examination
    told = sort_findings([*found, *made.findings])
    return attrs.evolve(sheet, examination=attrs.evolve(made, findings=told))


def _article(folder: Path, name: str) -> str | None:
    """Return the text of a file in or below a folder; None for any other file."""
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        with open_file(path) as raw:
            data = raw.read(LONGEST_ARTICLE + 1)
        return None if len(data) > LONGEST_ARTICLE else data.decode("utf-8-sig")
    except (OSError, ValueError):
        return None
