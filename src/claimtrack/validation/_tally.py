"""Count the records of a file and those refused, without keeping anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.schema import is_array, is_object
from claimtrack.validation._doors import enter
from claimtrack.validation._examine import examined
from claimtrack.validation._fault import is_dossier
from claimtrack.validation._one_pass import pass_each
from claimtrack.validation._terms import LIMITS, Limits, Terms

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.validation._examination import Examination
    from claimtrack.validation._part import Part

__all__ = ["tally"]

MOST: Final = 2**40
"""More findings than any file produces."""

_BY_ITSELF: Final = "CT0"
"""Prefix of the codes for faults of a single record."""

_RECORD: Final = re.compile("/records/([0-9]+)")


def tally(path: Path, *, limits: Limits = LIMITS) -> tuple[int, int]:
    """Return how many records a file holds, and how many are refused on their own.

    Args:
        path: path of the file, which may be compressed.
        limits: as for `validate`, except that the number of findings is not limited.

    Raises:
        OSError: when the file cannot be read.

    >>> from pathlib import Path
    >>> tally(Path("examples/us-air-cover.claims.json"))[1]
    0
    """
    terms = Terms.of("auto", attrs.evolve(limits, findings=MOST), None)
    records = refused = 0
    for part in enter(path, None, terms, pass_each):
        held = _records_of(part)
        wrong = set[int]() if part.judgement else _refused(examined(part, terms), held)
        records += max(held, len(wrong))
        refused += len(wrong)
    return records, refused


def _records_of(part: Part) -> int:
    """Return how many records a part contains."""
    root = part.admitted and part.admitted.value
    if not is_object(root):
        return 0
    listed = root.get("records") if is_dossier(root) else [root]
    return len(listed) if is_array(listed) else 0


def _refused(examination: Examination, records: int) -> set[int]:
    """Return the refused records: for a fault in the head all, or at least one."""
    refused: set[int] = set()
    for each in examination.findings:
        if each.severity == "error" and each.code.startswith(_BY_ITSELF):
            match = _RECORD.match(each.pointer)
            if match is None:
                return set(range(max(records, 1)))
            refused.add(int(match[1]))
    return refused
