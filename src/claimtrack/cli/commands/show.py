"""`claimtrack show`: show what chains say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack.cli._answer import (
    echo_data,
    echo_findings_briefly,
    echo_title,
    with_names,
)
from claimtrack.cli._chosen import PLACES, Chosen, choose_claims, split_claim
from claimtrack.cli._inputs import find_inputs, this_day
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.cli._progress import progress
from claimtrack.cli._rule_choice import Choice, gather_notices, load_rules, read_choice
from claimtrack.cli._terminal_table import echo_table
from claimtrack.draw import (
    BRIEF,
    LEGEND,
    SupportShown,
    brief_rows,
    claim_table,
    claims_data,
    draw_claims,
    find_supports,
    support_note,
    to_csv,
)
from claimtrack.findings import Finding
from claimtrack.lint import check_examination
from claimtrack.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from claimtrack.confidence import Support
    from claimtrack.dossier import Dossier
    from claimtrack.draw import ClaimRow
    from claimtrack.scales import ScaleId
    from claimtrack.schema import JsonValue

__all__ = ["show"]

_STYLES: Final = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Output format: text for people, json for programs, csv with a row per claim.",
)

_SCALE: Final = click.option(
    "--scale",
    type=click.Choice(
        [each.id for each in SCALES.values() if each.kind == "probability"]
    ),
    help="Also give support as a likelihood in the terms of this scale.",
)

_NUMBERS: Final = click.option(
    "--numbers", is_flag=True, help="Also show the numbers behind support."
)

_WHY: Final = click.option(
    "--why", is_flag=True, help="Also show every reason for support."
)

_NO_CLAIM: Final = "There is no claim in this dossier."


@attrs.frozen
class _Checked:
    """A dossier with the findings of a check.

    Attributes:
        chosen: the dossier, and the requested claims.
        findings: all findings that `claimtrack check` reports.
        is_whole: whether all claims were requested.
    """

    chosen: Chosen
    findings: tuple[Finding, ...]
    is_whole: bool

    @property
    def listed(self) -> list[Finding]:
        """The findings to list; for a single claim, only those that concern it."""
        if self.is_whole:
            return [*self.findings]
        ids = {each.id for each in self.chosen.claims}
        ids |= {
            each.id
            for each in self.chosen.dossier.attributions
            if each.id is not None and each.claim in ids
        }
        return [
            each
            for each in self.findings
            if each.record is None or ids & {each.record, *each.related}
        ]


@click.command()
@PLACES
@click.option("--brief", is_flag=True, help="Show one line per claim.")
@_STYLES
@_SCALE
@_NUMBERS
@_WHY
def show(
    file: tuple[str, ...],
    style: str,
    scale: ScaleId | None,
    *,
    brief: bool,
    numbers: bool,
    why: bool,
) -> None:
    """Draw the chains behind each claim of FILE, or behind CLAIM alone.

    FILE is a dossier, a folder of dossiers, or - for standard input. Below each tree
    you see what its chains say together: where they end, who speaks from knowledge of
    their own, how many people that is, without whom nothing would be left, where the
    claim grew on the way, what contradicts it, and why. Where the sources have grades,
    you also see how far the record supports the claim, and what would raise that. What
    claimtrack check finds comes last.
    """
    files, claim = split_claim(file)
    asked = "text" if style == "csv" else style
    checked = _check(choose_claims(files, claim, asked), files, is_whole=claim is None)
    if style == "json":
        _show_data(checked, scale)
    elif style == "csv":
        _show_table(checked)
    elif brief:
        _show_briefly(checked)
    else:
        _show(checked, SupportShown(scale, numbers, why, claim is not None))


def _check(
    chosen: Iterable[Chosen], files: Sequence[Path], *, is_whole: bool
) -> Iterator[_Checked]:
    """Yield dossiers with the findings of `claimtrack check`, using its settings."""
    rules = load_rules(())
    config = read_choice(Choice(), rules).config
    notices = gather_notices(find_inputs(files))
    for each in chosen:
        found = check_examination(
            each.examination,
            rules=rules,
            config=config,
            notices=notices,
            today=this_day(),
        )
        yield _Checked(each, found, is_whole)


def _show(checked: Iterable[_Checked], shown: SupportShown) -> None:
    found: list[Finding] = []
    supports: list[tuple[Dossier, list[Support]]] = []
    for each in checked:
        dossier, claims = each.chosen.dossier, each.chosen.claims
        echo_title(each.chosen)
        known = find_supports(dossier, claims)
        drawn = draw_claims(
            dossier,
            claims,
            known,
            shown=shown,
            findings=each.findings,
            lines=each.chosen.lines,
        )
        for text in progress(drawn, len(claims)):
            echo(f"{text}\n")
        found += each.listed
        supports.append((dossier, [known[one.id] for one in claims]))
    echo(LEGEND if any(some for _, some in supports) else _NO_CLAIM)
    note = "" if shown.is_asked else support_note(supports)
    if note:
        echo(note)
    echo_findings_briefly(found)


def _show_briefly(checked: Iterable[_Checked]) -> None:
    for number, each in enumerate(checked):
        chosen = each.chosen
        if number:
            echo()
        echo_title(chosen)
        rows = brief_rows(chosen.dossier, chosen.claims, findings=each.findings)
        if chosen.claims:
            echo_table([BRIEF, *progress(rows, len(chosen.claims))])
        else:
            echo(_NO_CLAIM)


def _show_data(checked: Iterable[_Checked], scale: ScaleId | None) -> None:
    dossiers: list[JsonValue] = []
    found: list[Finding] = []
    for each in checked:
        claims = claims_data(
            each.chosen.dossier,
            each.chosen.claims,
            scale=scale,
            findings=each.findings,
            lines=each.chosen.lines,
        )
        dossiers.append(with_names(each.chosen, {"claims": claims}))
        found += each.listed
    echo_data(dossiers, found)


def _show_table(checked: Iterable[_Checked]) -> None:
    rows: list[ClaimRow] = []
    for each in checked:
        shown = {claim.id for claim in each.chosen.claims}
        table = claim_table(each.chosen.dossier, findings=each.findings)
        rows += (row for row in table if row["claim"] in shown)
    echo_utf_8(to_csv(rows))
