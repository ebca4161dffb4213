"""How messages name the records that they list, so that readers can find them."""

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
"""Most ids that one message lists."""

_LONGEST: Final = 160
"""Most characters of a chain that a message shows."""


@attrs.frozen
class Listing:
    """The related ids that messages list, and the names for them.

    Attributes:
        told: messages that do not list ids yet, each with its related ids.
        shown: the ids that each message lists, in the order in which people read them.
        names: the claim and the chain of attributions that have no id in their file.
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
        """Return what messages list, in natural order: c8, c9, c10.

        Args:
            told: messages that do not list ids yet, each with its related ids.
            dossier: the dossier with the records.
            derived: the ids that are in no file; if None, all ids that look derived.
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
        """The ids that are listed by a name, because they are not in the file."""
        listed = {key: None for keys in self.shown for key in keys}
        return [key for key in listed if key in self.names]

    def messages(self, locations: Sequence[Location | None]) -> Iterator[str]:
        """Yield the messages, each with its list of related ids.

        Args:
            locations: the places of the `nameless` ids, in text.
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
    """Return the claim and chain of attributions that have no id in their file."""
    if not ids:
        return {}
    records = dict(dossier.items())
    return {
        key: clip(f"{record.claim}: {format_chain(record.chain, records)}", _LONGEST)
        for key in ids
        if isinstance(record := records.get(key), Attribution)
        and (is_derived_id(key) if derived is None else key in derived)
    }
