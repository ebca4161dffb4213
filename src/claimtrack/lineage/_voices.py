"""Who speaks in a chain, and who is only spoken about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Chain, Link

__all__ = ["holders", "last_run", "told_about", "voices"]


def voices(chain: Chain) -> tuple[Link, ...]:
    """Return the voices: the links of a chain up to the last one that is not ascribed.

    The head is always a voice, because it published. So is the only link of a chain
    with nobody on record, although it has no source.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in voices(chain)]
    ['unn']
    """
    return chain.links[: _spoken(chain)]


def holders(chain: Chain) -> tuple[Link, ...]:
    """Return the holders: the links after the last voice, who did not speak.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in holders(chain)]
    ['allies']
    """
    return chain[_spoken(chain) :]


def _spoken(chain: Chain) -> int:
    """Return the number of links that speak."""
    links = chain.links
    last = len(links) - 1
    while last > 0 and links[last].is_ascribed:
        last -= 1
    return last + 1


def last_run(chain: Chain, of: Callable[[str], str]) -> tuple[Link, ...]:
    """Return the link of the last voice with neighbouring links of the same source.

    Neighbouring links of one source count as one, so a source that speaks and is spoken
    about in the next link is not a holder there.

    Args:
        chain: the chain.
        of: returns the least id of a source.
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
    """Return the least ids of the holders of a chain, without unsettled ones.

    Args:
        chain: the chain.
        of: returns the least id of a source.
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
