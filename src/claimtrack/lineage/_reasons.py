"""Reasons: why an analysis has its result, in words that can be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import natural_key
from claimtrack.lineage._factuality import who_stands_so
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimtrack.records import Chain
    from claimtrack.view import View

__all__ = ["Reason", "counted", "listed", "named", "names_of"]

_NAMED: Final = 5
"""Most names that a sentence lists; the others are counted."""


@attrs.frozen
class Reason:
    """One reason for a result.

    Attributes:
        code: what the reason is about, as a stable word.
        ids: the ids of the records that it is about.
        text: a sentence without its full stop, with names instead of ids.
    """

    code: str
    ids: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.text


def listed(names: Sequence[str]) -> str:
    """Return a list of names as part of a sentence.

    >>> listed(["UNN"]), listed(["UNN", "AP", "BBC"])
    ('UNN', 'UNN, AP and BBC')
    >>> listed([str(n) for n in range(1, 100)])
    '1, 2, 3, 4, 5 and 94 more'
    """
    shown = [*names[:_NAMED]]
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED} more")
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def named(
    ids: Iterable[str], view: View, *, name: Callable[[str], str] | None = None
) -> str:
    """Return the names of records as part of a sentence, with sources last.

    The names are sorted alphabetically, so that the order does not depend on ids.

    Args:
        ids: the ids of the records.
        view: the view of the dossier.
        name: returns the name of a record; by default, the name of an origin.
    """
    name = view.named_origin if name is None else name
    names = [(view.get(each, Source) is not None, name(each)) for each in ids]
    names.sort(key=lambda each: (each[0], natural_key(each[1])))
    return listed([name for _, name in names])


def names_of(chains: Iterable[Chain], view: View) -> str:
    """Return who supports or opposes a claim in these chains, as part of a sentence."""
    spoken = (each for each in chains if not each.is_nobody)
    links = (link for each in spoken for link in who_stands_so(each))
    return listed(sorted({view.named_link(link) for link in links}, key=natural_key))


def counted(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "chain"), counted(3, "chain")
    ('1 chain', '3 chains')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
