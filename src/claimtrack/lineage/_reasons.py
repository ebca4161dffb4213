"""Reasons: why an analysis answers as it does, in words that can be read aloud."""

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
"""How many names a sentence lists before it only counts the rest."""


@attrs.frozen
class Reason:
    """One reason for an answer.

    Attributes:
        code: what it is about, a word that stays.
        ids: ids of the records that it is about.
        text: a sentence without its full stop, with names in place of ids.
    """

    code: str
    ids: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        """Return the sentence."""
        return self.text


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them.

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
    """Return what records are called, as a sentence lists it: sources last.

    In the order of the alphabet, so that it does not depend on their ids.

    Args:
        ids: the records.
        view: where they are.
        name: returns what to call one; left out, as an origin is called.
    """
    name = view.named_origin if name is None else name
    names = [(view.get(each, Source) is not None, name(each)) for each in ids]
    names.sort(key=lambda each: (each[0], natural_key(each[1])))
    return listed([name for _, name in names])


def names_of(chains: Iterable[Chain], view: View) -> str:
    """Return who makes of a claim what these chains do, as a sentence lists them."""
    spoken = (each for each in chains if not each.is_nobody)
    links = (link for each in spoken for link in who_stands_so(each))
    return listed(sorted({view.named_link(link) for link in links}, key=natural_key))


def counted(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "chain"), counted(3, "chain")
    ('1 chain', '3 chains')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
