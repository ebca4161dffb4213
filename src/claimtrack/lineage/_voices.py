"""Who speaks in a chain, and who is only spoken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Chain, Link

__all__ = ["holders", "last_run", "told_about", "voices"]


def voices(chain: Chain) -> tuple[Link, ...]:
    """Return the links of a chain whose sources speak: up to the last not ascribed.

    The head is always a voice: it published. So is the link of a chain that nobody is
    on record for, which has no source.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in voices(chain)]
    ['unn']
    """
    return chain.links[: _spoken(chain)]


def holders(chain: Chain) -> tuple[Link, ...]:
    """Return the links after the last voice: those said to believe, want or know.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in holders(chain)]
    ['allies']
    """
    return chain[_spoken(chain) :]


def _spoken(chain: Chain) -> int:
    """Return how many links speak."""
    links = chain.links
    last = len(links) - 1
    while last > 0 and links[last].is_ascribed:
        last -= 1
    return last + 1


def last_run(chain: Chain, of: Callable[[str], str]) -> tuple[Link, ...]:
    """Return the last voice: its link, and the neighbouring ones of the same source.

    Neighbouring links of one source are one, so a source that speaks and is told
    about in the next link is no holder there.

    Args:
        chain: the chain.
        of: returns the id that a source goes by.
    """
    links = chain.links
    end = _spoken(chain)
    first = end - 1
    source = links[first].source
    if source is not None:
        key = of(source)
        while first > 0 and _goes_by(links[first - 1], key, of):
            first -= 1
        while end < len(links) and _goes_by(links[end], key, of):
            end += 1
    return links[first:end]


def told_about(chain: Chain, of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the ids that the holders of a chain go by, those that are settled.

    Args:
        chain: the chain.
        of: returns the id that a source goes by.
    """
    place = _spoken(chain)
    source = chain[place - 1].source
    while source is not None and place < len(chain):
        if not _goes_by(chain[place], of(source), of):
            break
        place += 1
    return tuple(of(each.source) for each in chain[place:] if each.source is not None)


def _goes_by(link: Link, key: str, of: Callable[[str], str]) -> bool:
    return link.source is not None and of(link.source) == key
