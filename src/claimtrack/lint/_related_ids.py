"""What a message calls the records that it lists: by an id that its reader can find."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import format_chain
from claimtrack.findings import clip, natural_key
from claimtrack.records import Attribution
from claimtrack.schema import is_derived_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.dossier import Dossier
    from claimtrack.validation import Examination

__all__ = ["list_ids"]

_SHOWN: Final = 5
"""Ids that one message lists at most."""

_LONGEST: Final = 160
"""Characters of a chain that a message shows at most."""


def list_ids(
    told: Sequence[tuple[str, tuple[str, ...]]],
    dossier: Dossier,
    examination: Examination | None,
) -> Iterator[str]:
    """Yield messages with the related ids that each lists, as people read them.

    In natural order: c8, c9, c10. An attribution that has no id in its file is named by
    its claim and its chain, and by its line where the input was text.

    Args:
        told: messages that list no ids yet, and the related ids of each.
        dossier: where the records are.
        examination: of the file; None for a dossier in memory.
    """
    names = _names({key for _, keys in told for key in keys}, dossier, examination)

    @functools.cache
    def place(key: str) -> tuple[tuple[str, int, str], ...]:
        return natural_key(names.get(key, key))

    shown = [
        sorted(keys, key=place)[:_SHOWN] if len(keys) > 1 else keys for _, keys in told
    ]
    nameless = {key for keys in shown for key in keys if key in names}
    lines = _lines(nameless, dossier, examination)
    for (message, related), keys in zip(told, shown, strict=True):
        called = ((names.get(key) or clip(key)) + lines.get(key, "") for key in keys)
        listed = f"{message}: {', '.join(called)}" if keys else message
        others = len(related) - len(keys)
        yield f"{listed} and {others} more" if others else listed


def _names(
    ids: AbstractSet[str], dossier: Dossier, examination: Examination | None
) -> dict[str, str]:
    """Return claim and chain of those attributions that have no id in their file."""
    if not ids:
        return {}
    derived = None if examination is None else dossier.derived_ids
    records = dict(dossier.items())
    return {
        key: clip(f"{record.claim}: {format_chain(record.chain, records)}", _LONGEST)
        for key in ids
        if isinstance(record := records.get(key), Attribution)
        and (is_derived_id(key) if derived is None else key in derived)
    }


def _lines(
    ids: AbstractSet[str], dossier: Dossier, examination: Examination | None
) -> Mapping[str, str]:
    """Return in which line records begin, where the input was text."""
    if examination is None or not ids:
        return {}
    places = [(n, key) for n, key in enumerate(dossier) if key in ids]
    found = examination.locations((("records", n), False) for n, _ in places)
    return {
        key: f" (line {location.line})"
        for (_, key), location in zip(places, found, strict=True)
        if location is not None
    }
