"""Records as JSON: a function for each class, generated from its fields.

The class determines what each field holds and when it is left out, so nothing is looked
up for each value. `writer_source` shows the code.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, cast

import attrs

from claimtrack.records import RECORD_TYPES, FrozenMapping, Link
from claimtrack.schema._mapping import ALWAYS, NESTED, SHORTHANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Record
    from claimtrack.schema._store import JsonValue

__all__ = ["fields_said", "thaw", "to_dict", "write_record", "writer_source"]


def write_record(record: Record) -> dict[str, JsonValue]:
    """Return the record as JSON: its type, then the fields that are set.

    >>> from claimtrack.records import Claim
    >>> write_record(Claim(id="c1", text="…"))
    {'type': 'claim', 'id': 'c1', 'text': '…'}
    """
    cls: type = type(record)
    return cast("dict[str, JsonValue]", _writer(cls)(record))


def to_dict(record: Record) -> dict[str, JsonValue]:
    """Return a record as JSON values, as in a file, for `json.dumps` or a database.

    Args:
        record: a record of any type. Fields with their default value are left out.

    >>> from claimtrack.records import Claim
    >>> to_dict(Claim(id="c1", text="The ferry stops running in May"))
    {'type': 'claim', 'id': 'c1', 'text': 'The ferry stops running in May'}
    """
    return write_record(record)


def thaw(foreign: FrozenMapping) -> dict[str, JsonValue]:
    """Return foreign data as the JSON it came from.

    >>> thaw(FrozenMapping({"tags": ["war"]}))
    {'tags': ['war']}
    """
    return {key: _write(value) for key, value in foreign.items()}


def writer_source(cls: type) -> str:
    """Return the source code of the function that writes values of a class.

    >>> from claimtrack.records import Count
    >>> print(writer_source(Count))
    def write(value):
        data = {}
        held = value.min
        data['min'] = held
        held = value.max
        if held is not None:
            data['max'] = held
        return data
    """
    kind = {each: name for name, each in RECORD_TYPES.items()}.get(cls)
    head = "{}" if kind is None else f"{{'type': {kind!r}}}"
    lines = ["def write(value):", f"    data = {head}"]
    said = fields_said(cls, lambda e: f"data[{e.name!r}] = {_value(cls, e)}")
    lines += said.values()
    short = SHORTHANDS.get(cls)
    if short is not None:
        lines.append(f"    if len(data) == 1 and {short!r} in data:")
        lines.append(f"        return data[{short!r}]")
    return "\n".join([*lines, "    return data"])


def fields_said(
    cls: type, said: Callable[[attrs.Attribute[Any]], str]
) -> dict[str, str]:
    """Return the code that writes each field of `value`, by the name of the field.

    Args:
        cls: the class.
        said: returns the code for one field, whose value is in `held`.
    """
    always = ALWAYS.get(cls, frozenset[str]())
    made: dict[str, str] = {}
    for field in attrs.fields(cls):
        if field.init:
            is_asked = field.default is not attrs.NOTHING and field.name not in always
            asked = f"if {_is_said(field)}:\n        " if is_asked else ""
            held = f"    held = value.{field.name}"
            made[field.name] = f"{held}\n    {asked}{said(field)}"
    return made


def _is_said(field: attrs.Attribute[Any]) -> str:
    """Return the code that tests whether a field differs from its default."""
    if field.default is None:
        return "held is not None"
    if field.default == ():
        return "held"
    usual = f"usual_{field.name}"
    return f"held is not {usual} and held != {usual}"


def _value(cls: type, field: attrs.Attribute[Any]) -> str:
    """Return the code of the JSON of a field."""
    shape = NESTED.get(cls, {}).get(field.name)
    is_list = str(field.type).startswith("tuple[")
    if isinstance(shape, type):
        one = f"write_{field.name}"
        if shape is Link:
            return f"[{one}(e) for e in held.links]"
        return f"[{one}(e) for e in held]" if is_list else f"{one}(held)"
    if field.name == "ext":
        return "thaw(held)"
    return "list(held)" if is_list else "held"


@functools.cache
def _writer(cls: type) -> Callable[[object], JsonValue]:
    """Return the function that writes values of a class."""
    names: dict[str, object] = {"thaw": thaw}
    names |= {f"usual_{each.name}": each.default for each in attrs.fields(cls)}
    for name, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type):
            names[f"write_{name}"] = _writer(shape)
    made: dict[str, Callable[[object], JsonValue]] = {}
    exec(writer_source(cls), names, made)  # noqa: S102  # all of it is written above
    return made["write"]


def _write(value: object) -> JsonValue:
    """Return the JSON of a foreign value."""
    if isinstance(value, tuple):
        return [_write(each) for each in cast("tuple[object, ...]", value)]
    return thaw(value) if isinstance(value, FrozenMapping) else value
