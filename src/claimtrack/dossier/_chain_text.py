"""Write chains in notation: ``UNN < Bloomberg < ??European officials``.

``<`` reads "citing"; ``?x`` is one unnamed source, ``??x`` two or more, and ``(x)`` a
holder, who did not speak. ``…`` is a speaker who is not settled or, if it is the whole
chain, nobody on record. A name that would be read as notation is put in double quotes,
in the way JSON writes text.
"""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Final

from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.records import Chain, Link, Record

__all__ = ["CITING", "OPEN", "format_chain", "format_link", "format_source"]

CITING: Final = " < "
OPEN: Final = "…"

_PLAIN: Final = re.compile(r'[^\s<>?("….][^<>"\s]*(?: [^<>"\s]+)*')
"""A name that needs no quotes: it neither begins like notation nor contains any."""

_TWO_OR_MORE: Final = 2

_KEPT: Final = 4_096
"""Cache size for names in written form: they repeat."""


def format_chain(chain: Chain, records: Mapping[str, Record]) -> str:
    """Return a chain in notation.

    Args:
        chain: the chain.
        records: the records with its sources; an unknown id is written as it is.
    """
    links = chain.links
    spoken = len(links)
    while spoken > 1 and links[spoken - 1].is_ascribed:
        spoken -= 1
    said = [format_link(each, records) for each in links[:spoken]]
    told = [format_link(each, records, is_holder=True) for each in links[spoken:]]
    return CITING.join(said + told)


def format_link(
    link: Link, records: Mapping[str, Record], *, is_holder: bool = False
) -> str:
    """Return one link in notation.

    Args:
        link: the link.
        records: the records with its source.
        is_holder: whether it comes after the last voice of its chain.
    """
    shown = OPEN if link.source is None else format_source(link.source, records)
    return f"({shown})" if is_holder else shown


def format_source(key: str, records: Mapping[str, Record]) -> str:
    """Return a source, given by its id, in notation."""
    source = records.get(key)
    if not isinstance(source, Source):
        return _quoted(key)
    if source.kind != "unnamed":
        return _quoted(source.label)
    several = source.count is not None and source.count.min >= _TWO_OR_MORE
    return ("??" if several else "?") + _quoted(source.label)


@functools.lru_cache(_KEPT)
def _quoted(name: str) -> str:
    if _PLAIN.fullmatch(name) and name.isprintable() and not name.endswith((")", "…")):
        return name
    return json.dumps(name, ensure_ascii=not name.isprintable())
