"""Records as pieces of JSON text: the fields, before they are laid out on lines.

As in `write_record`, a function is generated for each class from its fields;
`parts_source` shows the code. Text that may be tried on one line and then on several is
only generated once.
"""

from __future__ import annotations

import functools
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, Final, TypeAlias, Union

import attrs

from claimtrack.records import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    RECORD_TYPES,
    Link,
)
from claimtrack.schema._mapping import NESTED, SHORTHANDS
from claimtrack.schema._store import is_array, is_object
from claimtrack.schema._writers import fields_said, thaw

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Record
    from claimtrack.schema._store import JsonValue

__all__ = ["Nest", "Part", "part_of", "parts_of", "parts_source", "public_text"]

Part: TypeAlias = Union[str, "Nest"]
"""A field or an item as JSON; text if it has no parts of its own."""

Nest: TypeAlias = tuple[str, str, list[Any], str]
"""An object or a list: all of it on one line, with its name; the name; its parts;
and its brackets."""

_NUMBERS: Final = frozenset({"bool", "float", "int"})
"""Types of fields that hold anything but text, or not only text."""

_WORDS: Final = {None: "null", True: "true", False: "false"}


def parts_of(record: Record) -> list[Part]:
    """Return the fields of a record that are set, in the order of `write_record`.

    >>> from claimtrack.records import Claim
    >>> parts_of(Claim(id="c1", text="…"))
    ['"type": "claim"', '"id": "c1"', '"text": "…"']
    """
    cls: type = type(record)
    made: list[Part] = _writer(cls)(record, "")
    return made


def public_text(record: Record) -> str:
    """Return the JSON of a record without its id and private fields, with sorted keys.

    >>> from claimtrack.records import Claim
    >>> public_text(Claim(id="c1", text="…", note="Ask again", about=["ferry"]))
    '{"about": ["ferry"], "text": "…", "type": "claim"}'
    """
    cls: type = type(record)
    return _inline("", _writer(cls, is_public=True)(record, ""), "{}")


def part_of(value: JsonValue, name: str = "") -> Part:
    """Return a JSON value as a part, with its name in front.

    >>> part_of(True, '"negated": ')
    '"negated": true'
    >>> part_of(["unn"], '"about": ')
    ('"about": ["unn"]', '"about": ', ['"unn"'], '[]')
    """
    if is_object(value):
        fields = [part_of(e, f"{encode_basestring(key)}: ") for key, e in value.items()]
        return _nest(name, fields, "{}")
    if is_array(value):
        return _nest(name, [*map(part_of, value)], "[]")
    return name + _scalar(value)


def parts_source(cls: type, *, is_public: bool = False) -> str:
    """Return the source code of the function that returns the parts of a class.

    Args:
        cls: the class.
        is_public: whether to leave out the same fields as `public_text`.

    >>> from claimtrack.records import Count
    >>> print(parts_source(Count))
    def write(value, name):
        parts = []
        held = value.min
        parts.append('"min": ' + scalar(held))
        held = value.max
        if held is not None:
            parts.append('"max": ' + scalar(held))
        return nest(name, parts, '{}')
    """
    kind = {each: name for name, each in RECORD_TYPES.items()}.get(cls)
    said = fields_said(
        cls, lambda e: f"parts.append({_part(cls, e, is_public=is_public)})"
    )
    if kind is not None:
        said = {"type": f'    parts.append(\'"type": "{kind}"\')', **said}
    hidden = [each for each in said if is_public and each in _private_fields(cls)]
    order = sorted(said.keys() - hidden) if is_public else said
    lines = ["def write(value, name):", "    parts = []", *(said[e] for e in order)]
    short = SHORTHANDS.get(cls)
    if short is not None:
        # Hidden fields count all the same: the short form is only for a value set
        # alone.
        unset = "".join(f" and value.{each} is None" for each in hidden)
        lines.append(f"    if len(parts) == 1 and value.{short} is not None{unset}:")
        lines.append(f"        return name + text(value.{short})")
    end = "nest(name, parts, '{}')" if kind is None else "parts"
    return "\n".join([*lines, f"    return {end}"])


def _private_fields(cls: type) -> frozenset[str]:
    """Return the fields that an id does not depend on: the id itself and private ones.

    An id therefore reveals nothing private, and two dossiers that differ only in these
    fields have the same ids.
    """
    secret = {each.name for each in attrs.fields(cls) if each.metadata.get("secret")}
    return ALWAYS_PRIVATE | PRIVATE_IN_CONTEXT["link-to-unnamed"] | secret | {"id"}


def _part(cls: type, field: attrs.Attribute[Any], *, is_public: bool) -> str:
    """Return the code for the part of a field."""
    name = f'"{field.name}": '
    shape = NESTED.get(cls, {}).get(field.name)
    is_list = str(field.type).startswith("tuple[")
    if field.name == "ext":
        return f"part_of(thaw(held), {name!r})"
    if isinstance(shape, type):
        if not is_list and shape is not Link:
            return f"write_{field.name}(held, {name!r})"
        held = "held.links" if shape is Link else "held"
        many = f"nest({name!r}, [write_{field.name}(e, '') for e in {held}], '[]')"
        if is_public and field.name == "normalized":
            # Written as before there could be several, so that existing ids stay the
            # same.
            return f"write_normalized(*held, {name!r}) if len(held) == 1 else {many}"
        return many
    if is_list:
        return f"nest({name!r}, [*map(text, held)], '[]')"
    is_text = _NUMBERS.isdisjoint(str(field.type).split(" | "))
    return f"{name!r} + {'text' if is_text else 'scalar'}(held)"


def _inline(name: str, parts: list[str], around: str) -> str:
    return f"{name}{around[0]}{', '.join(parts)}{around[1]}"


def _nest(name: str, parts: list[Part], around: str) -> Nest:
    inner = ", ".join([each if isinstance(each, str) else each[0] for each in parts])
    if around == "{}" and parts:
        inner = f" {inner} "
    return f"{name}{around[0]}{inner}{around[1]}", name, parts, around


def _scalar(value: JsonValue) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return float.__repr__(value) if isinstance(value, float) else int.__repr__(value)


@functools.cache
def _writer(cls: type, *, is_public: bool = False) -> Callable[..., Any]:
    """Return the function that gives the parts of a class, or the text if nested.

    Args:
        cls: the class.
        is_public: as for `parts_source`; nested values become text at once.
    """
    names: dict[str, object] = {
        "text": encode_basestring,
        "scalar": _scalar,
        "nest": _inline if is_public else _nest,
        "part_of": part_of,
        "thaw": thaw,
    }
    names |= {f"usual_{each.name}": each.default for each in attrs.fields(cls)}
    for name, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type):
            names[f"write_{name}"] = _writer(shape, is_public=is_public)
    made: dict[str, Callable[..., Any]] = {}
    source = parts_source(cls, is_public=is_public)
    exec(source, names, made)  # noqa: S102  # all of it is written above
    return made["write"]
