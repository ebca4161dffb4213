"""Choose the engine: the reference, or the fast one if it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.errors import MissingExtra
from claimtrack.schema import JsonValue
from claimtrack.validation._fast import find_refusals_fast, is_fast_there, read_clean

if TYPE_CHECKING:
    # Nothing evaluates the annotations at run time, and the engine is imported on
    # demand.
    from claimtrack.validation._engine import Refusal  # noqa: TC004

__all__ = ["ENGINES", "REFERENCE", "Engine", "EngineName", "choose_engine"]

EngineName: TypeAlias = Literal["auto", "fast", "reference"]
"""Name of an engine; "auto" is the fast one if it is installed."""

ENGINES: Final[tuple[EngineName, ...]] = ("auto", "fast", "reference")
"""Accepted names of engines."""


@attrs.frozen
class Engine:
    """Reads JSON and checks it against the schemas. All engines give the same verdict.

    Attributes:
        name: "fast" or "reference".
        refusals_of: yields what the schema of a name refuses in a value.
        read_clean: returns the value of a text known to be clean, or None.
        is_fast: whether the libraries of the extra ``fast`` may be used.
    """

    name: str
    refusals_of: Callable[[str, JsonValue], Iterable[Refusal]]
    read_clean: Callable[[str], JsonValue]
    is_fast: bool = False


def _refusals(name: str, value: JsonValue) -> Iterable[Refusal]:
    """Return all refusals of the reference engine, which is imported on first use."""
    from claimtrack.validation._engine import find_refusals  # noqa: PLC0415

    return find_refusals(name, value)


REFERENCE: Final = Engine("reference", _refusals, lambda _text: None)
"""The engine that is always available."""

_FAST: Final = Engine("fast", find_refusals_fast, read_clean, is_fast=True)


def choose_engine(name: EngineName = "auto") -> Engine:
    """Return the engine with this name.

    Args:
        name: "reference" (`jsonschema`, always available), "fast" (`jsonschema-rs` and
            `orjson`), or "auto": fast if it is installed.

    Raises:
        MissingExtra: if "fast" is requested but not installed.
        ValueError: for any other name.

    >>> choose_engine("reference").name
    'reference'
    """
    if name == "reference":
        return REFERENCE
    if name not in ENGINES:
        message = f"there is no engine {name!r}: choose one of {', '.join(ENGINES)}"
        raise ValueError(message)
    if is_fast_there():
        return _FAST
    if name == "fast":
        raise MissingExtra("fast", ("jsonschema-rs", "orjson"))
    return REFERENCE
