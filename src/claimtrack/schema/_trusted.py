"""Build records from JSON known to be valid, without checking it again.

A constructor converts and checks each value. If both have been done, a record is made
by a twin of its class: a subclass without fields of its own, whose ``__init__`` is
generated from the fields, and whose instances then become instances of the original
class. `source_of` shows the code.
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
"""Cache size for dates and links that consist of one text: they repeat."""

_IN_FRONT: Final[dict[type, tuple[str, ...]]] = {
    Excerpt: ("exact", "start", "end", "role", "link"),
    Link: ("source", "cue", "mode", "attitude", "at"),
}
"""Fields that are given often. Keys from a parser are not interned, so each one is
compared with the parameter names in turn until it is found."""

_Build: TypeAlias = "Callable[..., Any]"


def build_record(data: Mapping[str, JsonValue]) -> Record:
    """Return the record for JSON that is known to be sound; other JSON gives anything.

    The record equals that of `read_record` in its fields, its hash and its pickle.

    >>> build_record({"type": "claim", "id": "c1", "text": "The ferry stops"})
    Claim(id='c1', text='The ferry stops')
    """
    record: Record = _twin_of(data["type"])(**data)
    return record


def source_of(cls: type) -> str:
    """Return the source code of the ``__init__`` of the twin of a class.

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
    """Return the code of a field's default; None if the field is always given."""
    if field.name == "ext":
        return "no_ext"
    return repr(None if field.default is attrs.NOTHING else field.default)


def _value(cls: type, field: attrs.Attribute[Any]) -> str:
    """Return the code of the value that a field is set to."""
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
    """Return the code that builds the value of a field from its JSON."""
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
    """Return the twin of a class, for JSON that has passed its schema."""
    fields = attrs.fields_dict(cls)
    no_ext = fields["ext"].default if "ext" in fields else None
    names: dict[str, object] = {"cls": cls, "no_ext": no_ext, "freeze": FrozenMapping}
    for name, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type):
            # A date parses its text when it is built, so it has no twin.
            whole = shape if shape is When else _twin(shape)
            names |= {f"new_{name}": whole, f"text_{name}": _of_text(shape, whole)}
    if cls is Attribution:
        names["as_chain"] = _twin(Chain)
    made: dict[str, Any] = {}
    exec(source_of(cls), names, made)  # noqa: S102  # all of it is written above
    # Setting attributes is unrestricted until the instance becomes one of `cls`.
    ways = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{cls.__name__}Twin", (cls,), {"__slots__": (), **ways, **made})


def _of_text(shape: type, whole: _Build) -> _Build | None:
    """Return a cached function that builds values from a shorthand, if there is one."""
    short = SHORTHANDS.get(shape)
    if short is None:
        return None

    @functools.lru_cache(_KEPT)
    def of_text(text: str) -> object:
        return whole(**{short: text})

    return of_text
