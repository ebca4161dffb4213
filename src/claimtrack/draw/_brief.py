"""Claims in brief: one row per claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._concerns import Concerns
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._lineage_rows import NOTHING
from claimtrack.draw._phrases import LINE, end_mark, name_of
from claimtrack.findings import clip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.lineage import End, Interval
    from claimtrack.records import Claim

__all__ = ["BRIEF", "brief_rows"]

BRIEF: Final = ("claim", "text", "ends", "people", "hangs on", "findings")
"""The column names of a brief row."""

_PLAIN: Final = frozenset({"stated", "unnamed"})
"""Kinds of end that need no word: they are usual, or the notation shows them."""


def brief_rows(
    dossier: Dossier, claims: Sequence[Claim], *, findings: Sequence[Finding] = ()
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each claim; `BRIEF` has the names of the columns.

    A claim hangs on the sources without which no path to an end is left.

    Args:
        dossier: the dossier with the claims.
        claims: the claims.
        findings: the findings of a check of the dossier.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> rain = d.claim("It rains")
    >>> a = d.attribute(rain, d.outlet("UNN").citing(d.person("Keir")))
    >>> [*brief_rows(d, [rain])]
    [('c1', 'It rains', 'Keir', '1', 'Keir', 'none')]
    """
    concerns = Concerns.of(dossier, findings)
    for read in read_claims(dossier, claims):
        codes = dict.fromkeys(each.code for each in concerns.findings_of(read))
        yield (
            clip(read.claim.id, LINE),
            clip(read.claim.text, LINE),
            ", ".join(_end(each, dossier) for each in read.found.ends) or NOTHING,
            _people(read.found.individuals),
            ", ".join(name_of(each, dossier) for each in read.found.single_points)
            or NOTHING,
            " ".join(codes) or NOTHING,
        )


def _people(found: Interval) -> str:
    """Return the number of people, in notation: 1, 2-5, 2+."""
    if found.hi is None:
        return f"{found.lo}+"
    return str(found.lo) if found.lo == found.hi else f"{found.lo}-{found.hi}"


def _end(end: End, dossier: Dossier) -> str:
    mark = end_mark(end.source, end.kind, dossier)
    if end.source is None:
        return mark
    name = name_of(end.source, dossier)
    return name if end.kind in _PLAIN else f"{name} {mark}"
