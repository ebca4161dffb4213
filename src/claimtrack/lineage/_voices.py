"""Who speaks in a chain, and who is only spoken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.records import Chain, Link

__all__ = ["holders", "voices"]


def voices(chain: Chain) -> tuple[Link, ...]:
    """Return the links of a chain whose sources speak: up to the last not ascribed.

    The head is always a voice: it published.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in voices(chain)]
    ['unn']
    """
    spoken = [index for index, link in enumerate(chain) if not link.is_ascribed]
    return chain[: max(spoken, default=0) + 1]


def holders(chain: Chain) -> tuple[Link, ...]:
    """Return the links after the last voice: those said to believe, want or know.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", Link(source="allies", attitude="belief")])
    >>> [link.source for link in holders(chain)]
    ['allies']
    """
    return chain[len(voices(chain)) :]
