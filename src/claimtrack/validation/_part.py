"""Parts: one record or dossier of any input, in the form that all inputs share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import Finding
from claimtrack.validation._gate import Admitted
from claimtrack.validation._judgement import Judgement
from claimtrack.validation._places import Layout
from claimtrack.validation._unread import Unread

if TYPE_CHECKING:
    from claimtrack.validation._stream import UnreadableError

__all__ = ["Part", "turned_away"]


@attrs.frozen(kw_only=True)
class Part:
    """A record or a dossier from a value, a text, a file or a sequence.

    Attributes:
        admitted: head and records as one JSON value, as in a file with one dossier, and
            the faults found at the gate; None if the input was not read.
        layout: how the input is written.
        findings: findings made while reading.
        unread: the records of a sequence whose lines did not pass the gate.
        judgement: the result, if the single pass was enough.
        is_in_doubt: whether the single pass failed, so that repeating it is useless.
    """

    admitted: Admitted | None = None
    layout: Layout
    findings: tuple[Finding, ...] = ()
    unread: Unread = attrs.Factory(Unread)
    judgement: Judgement | None = None
    is_in_doubt: bool = False


def turned_away(error: UnreadableError, file: str | None, line: int) -> Part:
    """Return the part for input that is damaged or exceeds a limit and was not read.

    Args:
        error: the error that stopped reading.
        file: the name under which the input is read.
        line: the line at which reading stopped, from 1.
    """
    return Part(layout=Layout(file=file), findings=(error.finding(file, line),))
