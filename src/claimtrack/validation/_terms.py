"""Terms of a check: the engine, the limits and the date."""

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
"""How many inputs a process checks without an engine before it loads one."""

_checked: Iterator[int] = itertools.count()
"""Counts the inputs that could be checked without an engine."""


@attrs.frozen(kw_only=True)
class Limits:
    """How large an input may be before it is refused, and how many findings it gives.

    Text has as many bytes as it has in UTF-8.

    Attributes:
        record: bytes of a single record as written, or of one line of a sequence;
            inside a dossier, bytes of each record without white space.
        dossier: bytes of one dossier, and of any text that is read as a whole.
        unfolding: how many times its own size compressed data may expand to. A text may
            always expand to 16 MiB, a sequence to 1 MiB.
        findings: maximum number of findings for one file; one more says that there are
            others.
    """

    record: int = MEBIBYTE
    dossier: int = 256 * MEBIBYTE
    unfolding: int = 100
    findings: int = 100_000


LIMITS: Final = Limits()
"""The default limits."""


@attrs.frozen(kw_only=True)
class Terms:
    """How an input is to be checked.

    Attributes:
        name: name of the requested engine.
        limits: how large the input may be.
        today: the date on which waivers must still be in force; not checked if None.
    """

    name: EngineName = "auto"
    limits: Limits = LIMITS
    today: date | None = None

    @functools.cached_property
    def engine(self) -> Engine:
        """The engine that reads the input and checks it against the schemas."""
        return choose_engine(self.name)

    def is_early(self, size: int, most: int) -> bool:
        """Return whether to avoid loading an engine yet, because loading takes long.

        Args:
            size: size of the input.
            most: the size up to which an engine is not needed.
        """
        return self.name == "auto" and size <= most and next(_checked) < EARLY

    @classmethod
    def of(cls, engine: EngineName, limits: Limits, today: date | None) -> Terms:
        """Return the terms for the engine with a name.

        Raises:
            MissingExtra: if "fast" is requested but not installed.
            ValueError: if the name is unknown.
        """
        terms = cls(name=engine, limits=limits, today=today)
        if engine != "auto":
            choose_engine(engine)
        return terms
