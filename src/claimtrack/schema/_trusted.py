"""Records from JSON that has surely passed its schema: built, and not checked again.

A constructor converts and checks each value. Where both are done already, a record is
made by a twin of its class: a subclass without fields of its own, whose ``__init__`` is
generated from the fields, and whose instances turn into records. `source_of` shows the
code.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

import attrs

from claimtrack.records import (
    RECORD_TYPES,
    Attribution,
    Candidate,
    Chain,
    FrozenMapping,
    Link,
)
from claimtrack.schema._mapping import NESTED, SHORTHANDS
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.records import Record
    from claimtrack.schema._store import JsonValue

__all__ = ["build_record", "source_of"]

_KEPT: Final = 4_096
"""Dates and links of an id alone that are kept to be used again: they repeat."""

_Build: TypeAlias = "Callable[[Any], object]"


def build_record(data: Mapping[str, JsonValue]) -> Record:
    """Return the record of JSON that is surely sound; of other JSON, anything.

    It equals what `read_record` gives in its fields, its hash and its pickle.

    >>> build_record({"type": "claim", "id": "c1", "text": "The ferry stops"})
    Claim(id='c1', text='The ferry stops')
    """
    cls: type = RECORD_TYPES[data["type"]]
    return cast("Record", _twin(cls)(**data))


def source_of(cls: type) -> str:
    """Return the code of the ``__init__`` of the twin of a class.

    >>> from claimtrack.records import Rating
    >>> print(source_of(Rating))
    def __init__(self, *, value=None, best=None, worst=None):
        self.value = value
        self.best = best
        self.worst = worst
        self.__class__ = cls
    """
    heads, lines = ["self", "*"], list[str]()
    if cls in RECORD_TYPES.values():
        heads.append("type")
    for field in attrs.fields(cls):
        usual = "" if field.default is attrs.NOTHING else f"={_default(field)}"
        heads.append(f"{field.name}{usual}")
        value = _EXT if field.name == "ext" else _value(cls, field)
        lines.append(f"    self.{field.name} = {value}")
    lines.append("    self.__class__ = cls")
    return "\n".join([f"def __init__({', '.join(heads)}):", *lines])


_EXT: Final = "ext if ext is no_ext else freeze(ext)"


def _default(field: attrs.Attribute[Any]) -> str:
    return "no_ext" if field.name == "ext" else repr(field.default)


def _value(cls: type, field: attrs.Attribute[Any]) -> str:
    """Return the code of what a field is set to."""
    name, is_list = field.name, field.default == ()
    shape = NESTED.get(cls, {}).get(name)
    one, many = f"build_{name}({name})", f"tuple([build_{name}(e) for e in {name}])"
    if shape == "whole":
        return f"int({name}) if isinstance({name}, float) else {name}"
    if shape is Link:
        return f"as_chain(links={many})"
    if shape is None:
        return f"tuple({name}) if {name} else ()" if is_list else name
    if shape is Candidate:
        return f"{many} if {name} is not None else None"
    if is_list:
        return f"() if not {name} else {many} if isinstance({name}, list) else ({one},)"
    return f"None if {name} is None else {one}"


@functools.cache
def _twin(cls: type) -> Callable[..., object]:
    """Return the twin of a class, which takes what its schema has let pass."""
    shapes = NESTED.get(cls, {})
    names: dict[str, object] = {
        f"build_{name}": _build(shape) for name, shape in shapes.items()
    }
    fields = attrs.fields_dict(cls)
    no_ext = fields["ext"].default if "ext" in fields else None
    names |= {"cls": cls, "no_ext": no_ext, "freeze": FrozenMapping}
    if cls is Attribution:
        names["as_chain"] = _twin(Chain)
    made: dict[str, Any] = {}
    exec(source_of(cls), names, made)  # noqa: S102  # all of it is written above
    # Setting is as fast as it can be, until the instance is one of `cls`.
    ways = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{cls.__name__}Twin", (cls,), {"__slots__": (), **ways, **made})


def _build(shape: type | Literal["whole"]) -> _Build:
    """Return what makes a value of its JSON, whatever is its shorthand."""
    if isinstance(shape, str):
        return int
    # A date reads its text as it is built, so it has no twin.
    whole = shape if shape is When else _twin(shape)
    short = SHORTHANDS.get(shape)
    if short is None:
        return lambda data: whole(**data)

    @functools.lru_cache(_KEPT)
    def of_text(text: str) -> object:
        return whole(**{short: text})

    return lambda data: of_text(data) if isinstance(data, str) else whole(**data)
