"""Judgements: what is wrong with a record or dossier, and what could be built of it."""

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
"""Records, or what builds them when somebody asks for them."""


@attrs.frozen
class Judgement:
    """What is wrong with a value, and what could be built of it.

    Attributes:
        faults: all that is wrong.
        records: the records that could be built, in their order.
        head: of a dossier, if it could be built.
    """

    faults: list[Fault]
    records: Built
    head: Head | None = None


class Buildable:
    """Records that are built when somebody asks for them.

    Attributes:
        sound: JSON of records that are surely sound, by their places.
        exact: records that are built already, by theirs, whatever their JSON.
    """

    def __init__(self, sound: Mapping[int, Mapping[str, JsonValue]]) -> None:
        """Take JSON, and no records so far."""
        self.sound = sound
        self.exact: dict[int, Record] = {}

    def build(self) -> tuple[Record, ...]:
        """Return the records in their order; the same ones each time."""
        return self._built

    @functools.cached_property
    def _built(self) -> tuple[Record, ...]:
        sound, exact = self.sound, self.exact
        return tuple(
            exact[index] if index in exact else build_record(sound[index])
            for index in sorted(sound.keys() | exact.keys())
        )


def build(records: Built) -> tuple[Record, ...]:
    """Return records, built if they were not before."""
    return records() if callable(records) else records
