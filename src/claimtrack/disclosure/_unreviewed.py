"""Find drafts of a tool that no person has reviewed, so that none leaves unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.disclosure._public import public
from claimtrack.errors import UnreviewedDraft
from claimtrack.records import to_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier

__all__ = ["DRAFTED", "for_others", "unreviewed"]

DRAFTED: Final = "drafted by a tool, reviewed by nobody"
"""Label that outputs for others show if they contain an unreviewed draft."""


def unreviewed(dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of the attributions that a tool recorded and nobody reviewed.

    >>> from claimtrack import Dossier
    >>> from claimtrack.records import Recorded
    >>> d = Dossier()
    >>> tool = Recorded(method="tool")
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN"), recorded=tool, id="a1")
    >>> unreviewed(d)
    ('a1',)
    """
    return tuple(_drafted(dossier))


def for_others(
    dossier: Dossier, *, include_private: bool = False, unreviewed: bool = False
) -> Dossier:
    """Return the part of a dossier that others may see, and refuse unreviewed drafts.

    Everything that is made for others starts from this: a picture, a report, an export.
    Who recorded an attribution is private, so without this check an unreviewed draft
    would look like any other dossier. An output that shows one says `DRAFTED`.

    Args:
        dossier: the dossier; it does not change.
        include_private: whether to keep what `public` leaves out.
        unreviewed: whether to allow drafts of a tool that nobody reviewed.

    Returns:
        `public(dossier)`, or the dossier itself with `include_private`.

    Raises:
        UnreviewedDraft: if the result has attributions that a tool recorded and nobody
            reviewed. Those left out as off the record do not count, and are not named.

    >>> from claimtrack import Dossier
    >>> from claimtrack.records import Recorded
    >>> d = Dossier()
    >>> tool = Recorded(method="tool")
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN"), recorded=tool, id="a1")
    >>> for_others(d)
    Traceback (most recent call last):
    claimtrack.errors.UnreviewedDraft: a tool drafted "a1", and nobody has ...
    >>> len(for_others(d, unreviewed=True))
    3
    """
    shown = dossier if include_private else public(dossier)
    drafted = tuple(each for each in _drafted(dossier) if each in shown)
    if drafted and not unreviewed:
        raise UnreviewedDraft(drafted)
    return shown


def _drafted(dossier: Dossier) -> Iterator[str]:
    for each in dossier.attributions:
        if each.recorded is not None and each.recorded.method == "tool":
            yield to_id(each)
