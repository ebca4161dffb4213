"""Parts: what came in at a door, one record or dossier, in the form that all share."""

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
    """A record or a dossier at the door: of a value, a text, a file or a sequence.

    Attributes:
        admitted: head and records as one JSON value, as a file of one dossier has
            them, and what keeps some of it out; None where it was turned away.
        layout: how it is written down.
        findings: what was found on the way.
        unread: the records of a sequence whose lines did not come through the gate.
        judgement: what is known of it, where one pass was enough to know.
        is_in_doubt: whether it was not, and another one would be in vain.
    """

    admitted: Admitted | None = None
    layout: Layout
    findings: tuple[Finding, ...] = ()
    unread: Unread = attrs.Factory(Unread)
    judgement: Judgement | None = None
    is_in_doubt: bool = False


def turned_away(error: UnreadableError, file: str | None, line: int) -> Part:
    """Return what is said of what is damaged, or beyond a limit, and not read.

    Args:
        error: what stops the reading.
        file: the name that it is read under.
        line: the line at which it stops, from 1.
    """
    return Part(layout=Layout(file=file), findings=(error.finding(file, line),))
