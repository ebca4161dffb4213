"""Completions that a shell offers when the user presses the tab key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from claimtrack._file_names import is_file
from claimtrack.dossier import Dossier, format_chain
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import clip
from claimtrack.lint import RULES
from claimtrack.notation import examine_any
from claimtrack.records import Attribution, Claim, Document, Source
from claimtrack.schema import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

    from claimtrack.records import Record

__all__ = [
    "complete_claim",
    "complete_code",
    "complete_codes",
    "complete_places",
    "complete_retractable",
    "complete_schema",
]


def complete_code(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the codes and names of findings that begin with the incomplete word."""
    codes = RULES.codes().values()
    found = [(each.code, each.name) for each in codes]
    found += [(each.name, each.code) for each in codes]
    return _items(found, incomplete)


def complete_codes(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return codes for the last item of a comma-separated list."""
    before, comma, last = incomplete.rpartition(",")
    codes = RULES.codes().values()
    found = [(f"{before}{comma}{each.code}", each.name) for each in codes]
    return _items(found, f"{before}{comma}{last.upper()}")


def complete_schema(
    _: click.Context, __: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names of schemas that begin with the incomplete word."""
    return _items(((name, "") for name in NAMES), incomplete)


def complete_places(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return files, and the claims of files that are already on the command line."""
    named = ctx.params.get("file") or ()
    claims = _items(_named(named, (Claim,)), incomplete)
    return [*claims, CompletionItem(incomplete, type="file")]


def complete_claim(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the claims of the file that is already on the command line."""
    return _items(_named([ctx.params.get("file")], (Claim,)), incomplete)


def complete_retractable(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return retractable records of the files that are already on the command line."""
    kinds = (Source, Document, Attribution, Claim)
    # If the last option still lacks its value, files are not parsed yet.
    named = ctx.params.get("files") or ctx.args
    return _items(_named(named, kinds), incomplete)


def _items(found: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(value, help=clip(told) or None)
        for value, told in found
        if value.startswith(incomplete) and clip(value, len(value) + 1) == value
    ]


def _named(
    files: Iterable[object], kinds: tuple[type[Record], ...]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of records of these kinds, with a summary of each.

    A file that cannot be read yields nothing, because a shell cannot show errors here.
    """
    for file in files:
        path = Path(str(file))
        if not is_file(path):
            continue
        try:
            for examination in examine_any(path):
                dossier = Dossier.from_examination(examination)
                for record in dossier.values():
                    if isinstance(record, kinds) and record.id is not None:
                        yield record.id, _told(record, dossier)
        except (OSError, ClaimtrackError):
            continue


def _told(record: Record, dossier: Dossier) -> str:
    """Return a one-line summary of a record."""
    if isinstance(record, Claim):
        return record.text
    if isinstance(record, Attribution):
        return format_chain(record.chain, dossier)
    if isinstance(record, Document):
        return record.title or ""
    return (record.name or "") if isinstance(record, Source) else ""
