"""Pages for a browser: a report for one dossier or for each, and an index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import (
    ENDINGS,
    UnusableInput,
    shown,
    this_day,
    write_output,
)
from claimtrack.cli._rule_choice import Choice, load_rules, read_choice
from claimtrack.draw import report, site
from claimtrack.errors import MissingExtra, UnreviewedDraft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.lint import Config

__all__ = ["PageChoice", "report_text", "write_site"]

_SEVERAL: Final = (
    "there are several dossiers, but a report covers one: name a folder for a page "
    "each, as in -o reports/"
)

_NONE: Final = "there is no dossier to make a report of"


@attrs.frozen
class PageChoice:
    """The command's options for pages."""

    include_private: bool
    unreviewed: bool


def report_text(file: Path, choice: PageChoice) -> str:
    """Return the report of the single dossier in a file.

    Raises:
        UnusableInput: if there is none, or there are several; for a draft that nobody
            has reviewed; if the extra is not installed.
    """
    dossiers = [dossier for dossier, _ in read_sound([file], "text")]
    if len(dossiers) != 1:
        raise UnusableInput(_SEVERAL if dossiers else _NONE)
    try:
        return report(
            dossiers[0],
            include_private=choice.include_private,
            unreviewed=choice.unreviewed,
            config=_config(),
            today=this_day(),
        )
    except (MissingExtra, UnreviewedDraft) as error:
        raise UnusableInput(str(error)) from error


def write_site(file: Path, folder: Path, choice: PageChoice) -> None:
    """Write a report for each dossier of a file or a folder, and their index.

    Raises:
        UnusableInput: as for `report_text`, except that several dossiers are allowed;
            and when a file cannot be written.
    """
    labelled = [*_labelled(file)]
    pages = site(
        (dossier for _, dossier in labelled),
        labels=[label for label, _ in labelled],
        include_private=choice.include_private,
        unreviewed=choice.unreviewed,
        config=_config(),
        today=this_day(),
    )
    try:
        made = [*pages]
        folder.mkdir(parents=True, exist_ok=True)
    except (MissingExtra, UnreviewedDraft) as error:
        raise UnusableInput(str(error)) from error
    except OSError as error:
        reason = (error.strerror or "it cannot be made").lower()
        message = f"cannot make the folder {shown(folder)}: {reason}"
        raise UnusableInput(message) from error
    for name, text in made:
        write_output(folder / name, text)


def _labelled(file: Path) -> Iterator[tuple[str, Dossier]]:
    """Yield dossiers, each with the name of its page.

    This is the name of its file, or its title if it is one of several in a sequence.
    """
    for dossier, examination in read_sound([file], "text"):
        name = Path(examination.layout.file or "dossier").name
        stem = next((name.removesuffix(e) for e in ENDINGS if name.endswith(e)), name)
        is_in_sequence = ".ndjson" in name or name == "<stdin>"
        yield (dossier.title or stem) if is_in_sequence else stem, dossier


def _config() -> Config:
    """Return the rule configuration from the settings that `claimtrack check` reads."""
    return read_choice(Choice(), load_rules(())).config
