"""The dossiers of a file, and the claims in them that a command is asked about."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.cli._files import UnusableInput, examine_input
from claimtrack.cli._reporting import echo_findings
from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding, quote, suggest
from claimtrack.records import Claim

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.validation import Examination

__all__ = ["Chosen", "Sound", "choose_claims", "not_there", "read_sound"]


@attrs.frozen
class Chosen:
    """A dossier, and what of it is asked for.

    Attributes:
        dossier: the dossier.
        claims: the claims, in their order.
        findings: what was found in it, short of errors.
        lines: of a sheet: the line in which each claim begins, by ids.
    """

    dossier: Dossier
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    lines: Mapping[str, int]


@attrs.frozen
class Sound:
    """A dossier without errors.

    Attributes:
        dossier: the dossier.
        findings: what was found in it.
        lines: of a sheet: the line in which each claim begins, by ids.
    """

    dossier: Dossier
    findings: tuple[Finding, ...]
    lines: Mapping[str, int]


def read_sound(file: Path, style: str) -> Iterator[Sound]:
    """Yield each dossier of a file with what was found in it.

    Where one has errors, they are reported as by `check`, and the command ends.

    Args:
        file: the file, or "-".
        style: the format in which errors are reported.
    """
    for examination in examine_input(file):
        try:
            dossier = Dossier.from_examination(examination)
        except InvalidDossier as error:
            echo_findings(style, error.findings, [examination])
            sys.exit(1)
        yield Sound(dossier, examination.findings, _lines_of(examination))


def _lines_of(examination: Examination) -> dict[str, int]:
    """Return where the claims of a sheet begin; nothing for JSON."""
    layout = examination.layout
    if layout.spans is None:
        return {}
    lines = layout.lines
    return {
        str(each.id): lines.location(layout.spans["records", index]).line or 1
        for index, each in enumerate(examination.records)
        if isinstance(each, Claim)
    }


def choose_claims(
    file: Path,
    claim: str | None,
    style: str,
    of: Callable[[Dossier], Dossier] = lambda whole: whole,
) -> Iterator[Chosen]:
    """Yield the dossiers of a file with their claims, or those that have one claim.

    Args:
        file: the file, or "-".
        claim: id of the claim that is asked for; None for all.
        style: the format in which errors are reported.
        of: returns what of a dossier is looked at.

    Raises:
        UnusableInput: where no dossier has the claim; after all were yielded.
    """
    others: list[str] = []
    is_there = claim is None
    for sound in read_sound(file, style):
        dossier = of(sound.dossier)
        ids = [each.id for each in dossier.claims]
        others += ids
        if claim is None or claim in ids:
            claims = [each for each in dossier.claims if claim in (None, each.id)]
            yield Chosen(dossier, tuple(claims), sound.findings, sound.lines)
            is_there = True
    if claim is not None and not is_there:
        raise not_there("claim", claim, others)


def not_there(noun: str, key: str, others: Iterable[str]) -> UnusableInput:
    """Return what is said of an id that is in no dossier of the file."""
    near = suggest(key, others)
    hint = f" Did you mean {quote(near)}?" if near else ""
    message = f"there is no {noun} {quote(key)} in this dossier.{hint}"
    return UnusableInput(message)
