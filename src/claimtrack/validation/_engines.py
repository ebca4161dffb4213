"""Which engine does the work: the reference, or the fast one where it is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.errors import MissingExtra
from claimtrack.schema import JsonValue
from claimtrack.validation._fast import find_refusals_fast, is_fast_there, read_clean

if TYPE_CHECKING:
    # Nothing looks what the annotations mean, and it is read when it is needed.
    from claimtrack.validation._engine import Refusal  # noqa: TC004

__all__ = ["ENGINES", "REFERENCE", "Engine", "EngineName", "choose_engine"]

EngineName: TypeAlias = Literal["auto", "fast", "reference"]
"""How an engine is asked for; "auto" is the fast one where it is installed."""

ENGINES: Final[tuple[EngineName, ...]] = ("auto", "fast", "reference")
"""The names by which engines are asked for."""


@attrs.frozen
class Engine:
    """What reads JSON and holds it against the schemas. The verdict is always the same.

    Attributes:
        name: "fast" or "reference".
        refusals_of: what the schema of a name refuses in a value.
        read_clean: the value of a text that is surely clean, or None.
        is_fast: whether what the extra ``fast`` installs may be used.
    """

    name: str
    refusals_of: Callable[[str, JsonValue], Iterable[Refusal]]
    read_clean: Callable[[str], JsonValue]
    is_fast: bool = False


def _refusals(name: str, value: JsonValue) -> Iterable[Refusal]:
    """Return all that the reference engine refuses; it is read when it is asked."""
    from claimtrack.validation._engine import find_refusals  # noqa: PLC0415

    return find_refusals(name, value)


REFERENCE: Final = Engine("reference", _refusals, lambda _text: None)
"""The engine that is always there."""

_FAST: Final = Engine("fast", find_refusals_fast, read_clean, is_fast=True)


def choose_engine(name: EngineName = "auto") -> Engine:
    """Return the engine of a name.

    Args:
        name: "reference" (`jsonschema`, always there), "fast" (`jsonschema-rs` and
            `orjson`), or "auto": fast where it is installed.

    Raises:
        MissingExtra: for "fast" where it is not installed.
        ValueError: for another name.

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
