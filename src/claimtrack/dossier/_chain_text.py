"""Chains as people write them: ``UNN < Bloomberg < ??European officials``.

``<`` reads "citing"; ``?x`` is one unnamed source, ``??x`` two or more, ``(x)`` a
holder, who did not speak, and ``…`` a speaker who is not settled, or where it stands
alone nobody on record. A name that would be read as notation stands in double quotes,
as JSON writes text.
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
"""A name that needs no quotes: it neither begins like notation nor holds any."""

_TWO_OR_MORE: Final = 2

_KEPT: Final = 4_096
"""Names that are kept as they are written: they repeat."""


def format_chain(chain: Chain, records: Mapping[str, Record]) -> str:
    """Return a chain in notation.

    Args:
        chain: the chain.
        records: where its sources are; an id that is not there stands for itself.
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
        records: where its source is.
        is_holder: whether it stands after the last voice of its chain.
    """
    shown = OPEN if link.source is None else format_source(link.source, records)
    return f"({shown})" if is_holder else shown


def format_source(key: str, records: Mapping[str, Record]) -> str:
    """Return a source in notation, by its id."""
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
