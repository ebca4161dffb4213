"""Records from JSON that has surely passed its schema: built, and not checked again.

A constructor converts and checks each value. Where both are done already, a record is
made by a twin of its class: a subclass without fields of its own, whose ``__init__`` is
generated from the fields, and whose instances turn into records. `source_of` shows the
code.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from claimtrack.records import (
    RECORD_TYPES,
    Attribution,
    Candidate,
    Chain,
    Excerpt,
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

_IN_FRONT: Final[dict[type, tuple[str, ...]]] = {
    Excerpt: ("exact", "start", "end", "role", "link"),
    Link: ("source", "cue", "mode", "attitude", "at"),
}
"""Fields that are given often. Parsers have their own texts for keys, so that each is
compared with one name after the other until it is found."""

_Build: TypeAlias = "Callable[..., Any]"


def build_record(data: Mapping[str, JsonValue]) -> Record:
    """Return the record of JSON that is surely sound; of other JSON, anything.

    It equals what `read_record` gives in its fields, its hash and its pickle.

    >>> build_record({"type": "claim", "id": "c1", "text": "The ferry stops"})
    Claim(id='c1', text='The ferry stops')
    """
    record: Record = _twin_of(data["type"])(**data)
    return record


def source_of(cls: type) -> str:
    """Return the code of the ``__init__`` of the twin of a class.

    >>> from claimtrack.records import Rating
    >>> print(source_of(Rating))
    def __init__(self, value=None, best=None, worst=None):
        self.value = value
        self.best = best
        self.worst = worst
        self.__class__ = cls
    """
    fields = attrs.fields_dict(cls)
    front = _IN_FRONT.get(cls, ())
    heads = ["self", *(["type=None"] if cls in RECORD_TYPES.values() else [])]
    heads += [f"{name}={_default(fields[name])}" for name in (*front, *fields)]
    lines = [f"    self.{name} = {_value(cls, each)}" for name, each in fields.items()]
    made = [f"def __init__({', '.join(dict.fromkeys(heads))}):", *lines]
    return "\n".join([*made, "    self.__class__ = cls"])


def _default(field: attrs.Attribute[Any]) -> str:
    """Return the code of what a field is if it is not given; None if it always is."""
    if field.name == "ext":
        return "no_ext"
    return repr(None if field.default is attrs.NOTHING else field.default)


def _value(cls: type, field: attrs.Attribute[Any]) -> str:
    """Return the code of what a field is set to."""
    name, is_list = field.name, field.default == ()
    shape = NESTED.get(cls, {}).get(name)
    if not isinstance(shape, type):
        if shape == "whole":
            return f"int({name}) if isinstance({name}, float) else {name}"
        usual = f"tuple({name}) if {name} else ()" if is_list else name
        return "ext if ext is no_ext else freeze(ext)" if name == "ext" else usual
    one = _built(name, name, shape)
    many = f"tuple([{_built(name, 'e', shape)} for e in {name}])"
    if shape is Link:
        return f"as_chain({many})"
    if shape is Candidate:
        return f"{many} if {name} is not None else None"
    if is_list:
        return f"() if not {name} else {many} if isinstance({name}, list) else ({one},)"
    return f"None if {name} is None else {one}"


def _built(name: str, value: str, shape: type) -> str:
    """Return the code that builds a value of a field of what JSON has for it."""
    whole = f"new_{name}(**{value})"
    if shape not in SHORTHANDS:
        return whole
    return f"text_{name}({value}) if isinstance({value}, str) else {whole}"


@functools.cache
def _twin_of(record_type: str) -> _Build:
    cls: type = RECORD_TYPES[record_type]
    return _twin(cls)


@functools.cache
def _twin(cls: type) -> _Build:
    """Return the twin of a class, which takes what its schema has let pass."""
    fields = attrs.fields_dict(cls)
    no_ext = fields["ext"].default if "ext" in fields else None
    names: dict[str, object] = {"cls": cls, "no_ext": no_ext, "freeze": FrozenMapping}
    for name, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type):
            # A date reads its text as it is built, so it has no twin.
            whole = shape if shape is When else _twin(shape)
            names |= {f"new_{name}": whole, f"text_{name}": _of_text(shape, whole)}
    if cls is Attribution:
        names["as_chain"] = _twin(Chain)
    made: dict[str, Any] = {}
    exec(source_of(cls), names, made)  # noqa: S102  # all of it is written above
    # Setting is as fast as it can be, until the instance is one of `cls`.
    ways = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{cls.__name__}Twin", (cls,), {"__slots__": (), **ways, **made})


def _of_text(shape: type, whole: _Build) -> _Build | None:
    """Return what makes a value of its shorthand, and keeps it; None if it has none."""
    short = SHORTHANDS.get(shape)
    if short is None:
        return None

    @functools.lru_cache(_KEPT)
    def of_text(text: str) -> object:
        return whole(**{short: text})

    return of_text
