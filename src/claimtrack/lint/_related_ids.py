"""What a message calls the records that it lists: by an id that its reader can find."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import format_chain
from claimtrack.findings import clip, natural_key
from claimtrack.records import Attribution
from claimtrack.schema import is_derived_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Location

__all__ = ["Listing"]

_SHOWN: Final = 5
"""Ids that one message lists at most."""

_LONGEST: Final = 160
"""Characters of a chain that a message shows at most."""


@attrs.frozen
class Listing:
    """The related ids that messages list, and what they are called.

    Attributes:
        told: messages that list no ids yet, and the related ids of each.
        shown: those of them that each message lists, as people read them.
        names: claim and chain of those attributions that have no id in their file.
    """

    told: Sequence[tuple[str, tuple[str, ...]]]
    shown: Sequence[Sequence[str]]
    names: Mapping[str, str]

    @classmethod
    def of(
        cls,
        told: Sequence[tuple[str, tuple[str, ...]]],
        dossier: Dossier,
        derived: Container[str] | None,
    ) -> Listing:
        """Return what messages list. In natural order: c8, c9, c10.

        Args:
            told: messages that list no ids yet, and the related ids of each.
            dossier: where the records are.
            derived: ids that are in no file; None for whatever looks like one.
        """
        names = _names({key for _, keys in told for key in keys}, dossier, derived)

        @functools.cache
        def place(key: str) -> tuple[tuple[str, int, str], ...]:
            return natural_key(names.get(key, key))

        shown = [
            sorted(keys, key=place)[:_SHOWN] if len(keys) > 1 else keys
            for _, keys in told
        ]
        return cls(told, shown, names)

    @functools.cached_property
    def nameless(self) -> list[str]:
        """The ids that are listed by a name, for want of one that can be looked for."""
        listed = {key: None for keys in self.shown for key in keys}
        return [key for key in listed if key in self.names]

    def messages(self, locations: Sequence[Location | None]) -> Iterator[str]:
        """Yield the messages with the related ids that each lists.

        Args:
            locations: where those that are nameless stand, in text.
        """
        lines = {
            key: f" (line {location.line})"
            for key, location in zip(self.nameless, locations, strict=True)
            if location is not None
        }
        for (message, related), keys in zip(self.told, self.shown, strict=True):
            called = [
                (self.names.get(key) or clip(key)) + lines.get(key, "") for key in keys
            ]
            listed = f"{message}: {', '.join(called)}" if keys else message
            others = len(related) - len(keys)
            yield f"{listed} and {others} more" if others else listed


def _names(
    ids: AbstractSet[str], dossier: Dossier, derived: Container[str] | None
) -> dict[str, str]:
    """Return claim and chain of those attributions that have no id in their file."""
    if not ids:
        return {}
    records = dict(dossier.items())
    return {
        key: clip(f"{record.claim}: {format_chain(record.chain, records)}", _LONGEST)
        for key in ids
        if isinstance(record := records.get(key), Attribution)
        and (is_derived_id(key) if derived is None else key in derived)
    }
