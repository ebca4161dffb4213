"""Judgements: what is wrong with a record or dossier, and what could be built of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

from claimtrack.records import Head, Record
from claimtrack.validation._fault import Fault

__all__ = ["Built", "Judgement", "build"]

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


def build(records: Built) -> tuple[Record, ...]:
    """Return records, built if they were not before."""
    return records() if callable(records) else records
