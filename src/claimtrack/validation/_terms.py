"""On what terms an input is checked: by which engine, within what limits, when."""

from __future__ import annotations

import functools
import itertools
from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.validation._engines import Engine, EngineName, choose_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIMITS", "MEBIBYTE", "Limits", "Terms"]

MEBIBYTE: Final = 2**20

EARLY: Final = 32
"""How often a process does without an engine, before it reads one."""

_checked: Iterator[int] = itertools.count()
"""Counts what could be checked without an engine."""


@attrs.frozen(kw_only=True)
class Limits:
    """How large an input may be before it is refused, and how much is said of it.

    Attributes:
        record: bytes of one record as it stands, or of one line of a sequence; inside
            a dossier, of each record without white space.
        dossier: bytes of one dossier, and of any text that is read as a whole.
        unfolding: how many times its size compressed data may unfold to. A text may
            always unfold to 16 MiB, a sequence to 1 MiB.
        findings: findings that one file gives; one more says that there are others.
    """

    record: int = MEBIBYTE
    dossier: int = 256 * MEBIBYTE
    unfolding: int = 100
    findings: int = 100_000


LIMITS: Final = Limits()
"""The limits unless others are given."""


@attrs.frozen(kw_only=True)
class Terms:
    """How an input is to be checked.

    Attributes:
        name: of the engine that was asked for.
        limits: how large it may be.
        today: the day on which waivers must not have ended; not checked if None.
    """

    name: EngineName = "auto"
    limits: Limits = LIMITS
    today: date | None = None

    @functools.cached_property
    def engine(self) -> Engine:
        """What reads the input and holds it against the schemas."""
        return choose_engine(self.name)

    def is_early(self, size: int, most: int) -> bool:
        """Return whether it is too early to read an engine, which takes long.

        Args:
            size: of what is to be checked.
            most: the size up to which it can be checked as well without one.
        """
        return self.name == "auto" and size <= most and next(_checked) < EARLY

    @classmethod
    def of(cls, engine: EngineName, limits: Limits, today: date | None) -> Terms:
        """Return the terms with the engine that a name stands for.

        Raises:
            MissingExtra: for "fast" where it is not installed.
            ValueError: for a name that is none.
        """
        terms = cls(name=engine, limits=limits, today=today)
        if engine != "auto":
            choose_engine(engine)
        return terms
