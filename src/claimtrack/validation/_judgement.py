"""Judgements: the faults of a record or dossier, and the records built from it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import attrs

from claimtrack.records import Head, Record
from claimtrack.schema import build_record
from claimtrack.validation._fault import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.schema import JsonValue

__all__ = ["Buildable", "Built", "Judgement", "build"]

Built: TypeAlias = tuple[Record, ...] | Callable[[], tuple[Record, ...]]
"""Records, or a function that builds them on demand."""


@attrs.frozen
class Judgement:
    """The faults of a value, and the records that could be built from it.

    Attributes:
        faults: all faults.
        records: the records that could be built, in order.
        head: the head of a dossier, if it could be built.
    """

    faults: list[Fault]
    records: Built
    head: Head | None = None


class Buildable:
    """Records that are built on demand.

    Attributes:
        sound: position → JSON of a record known to be sound.
        exact: position → a record that is already built, whatever its JSON.
    """

    def __init__(self, sound: Mapping[int, Mapping[str, JsonValue]]) -> None:
        """Start with JSON and without built records."""
        self.sound = sound
        self.exact: dict[int, Record] = {}

    def build(self) -> tuple[Record, ...]:
        """Return the records in order; the same objects each time."""
        return self._built

    @functools.cached_property
    def _built(self) -> tuple[Record, ...]:
        sound, exact = self.sound, self.exact
        return tuple(
            exact[index] if index in exact else build_record(sound[index])
            for index in sorted(sound.keys() | exact.keys())
        )


def build(records: Built) -> tuple[Record, ...]:
    """Return records, and build them first if necessary."""
    return records() if callable(records) else records
