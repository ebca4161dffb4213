"""Faults about the fields of an object: missing, unknown and misplaced ones."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.findings import clip, quote, suggest, with_article
from claimtrack.schema import JsonValue, Path, load_schema
from claimtrack.validation._engine import Refusal, home_of, node_at, parents_of
from claimtrack.validation._fault import Fault
from claimtrack.validation._private_values import shared_fields

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

__all__ = ["as_in", "find_field_faults"]

SAMPLE: Final = 100
"""Maximum number of characters shown of an example."""

KIND: Final = "kind"
"""The field that determines which other fields are allowed."""

ENDED: Final = ('."', '…"', "…")
"""Endings after which no full stop is added."""


def as_in(node: dict[str, JsonValue], before: str = "") -> str:
    """Return the end of a sentence that quotes the schema's example, if it has one."""
    if "examples" not in node:
        return "."
    example = clip(json.dumps(node["examples"][0], ensure_ascii=False), SAMPLE)
    return f", as in {before}{example}{'' if example.endswith(ENDED) else '.'}"


def find_field_faults(
    refusals: Iterable[Refusal],
    path: Path,
    value: dict[str, JsonValue],
    *,
    is_hidden: bool,
) -> Iterator[Fault]:
    """Yield a fault for each missing, unknown or misplaced field of one object.

    Args:
        refusals: what the schema refuses in the object.
        path: path to the object.
        value: the object.
        is_hidden: whether the object is private, so that none of its keys may be shown.
    """
    missing = {
        name: refusal.node
        for refusal in refusals
        if refusal.keyword == "required"
        for name in refusal.node["required"]
        if name not in value
    }
    extra = {
        key: refusal.node
        for refusal in refusals
        if refusal.keyword == "additionalProperties"
        for key in value
        if key not in refusal.node["properties"]
    }
    rules = {home_of(refusal.node).rule for refusal in refusals}
    known = frozenset[str]().union(*map(_known_fields, rules))
    strangers = [key for key in value if key not in known]
    free = sorted(known - value.keys()) if strangers else []
    renamed = _renamed(strangers, extra, missing, value)
    is_kind_lost = False
    for key in strangers:
        # An unknown key that resembles a missing one is a misspelling: one mistake. The
        # same holds for a key that resembles an alternative: "ulr" where the title is
        # missing.
        near = suggest(key, missing) or suggest(key, free)
        meant = near or renamed.get(key)
        is_kind_lost = is_kind_lost or meant == KIND
        if meant in missing or key in extra:
            node = extra.get(key) or missing[str(meant)]
            fault = _unknown(node, path, key, meant, is_renamed=near is None)
            yield _without_key(fault, node) if is_hidden else fault
            missing = {
                name: node
                for name, node in missing.items()
                if meant not in (name, *_because(node).split())
            }
    # While the kind is unknown, no field can be misplaced for it.
    for key in [key for key in extra if key in known and not is_kind_lost]:
        # The same holds for a field of another kind if its counterpart in this kind is
        # missing.
        meant = next(
            (each for each in missing if _are_alike(extra[key], key, each)), None
        )
        if meant is not None:
            del missing[meant]
        yield _misplaced(extra[key], path, key, meant, value)
    for name, node in missing.items():
        yield _missing(node, path, name, value)


def _renamed(
    strangers: list[str],
    extra: Collection[str],
    missing: dict[str, dict[str, JsonValue]],
    value: dict[str, JsonValue],
) -> dict[str, str]:
    """Return the one unknown key that may be the one missing field, and that field.

    This is what fields of other formats look like: "label" where "name" is missing.
    """
    if len(missing) != 1:
        return {}
    ((name, node),) = missing.items()
    field = _definition(node, name)
    if "enum" in field:
        fitting = [key for key in strangers if value[key] in field["enum"]]
    else:
        sort = _type_name(field["examples"][0])
        refused = [key for key in strangers if key in extra]
        fitting = [key for key in refused if _type_name(value[key]) == sort]
    return {fitting[0]: name} if len(fitting) == 1 else {}


def _type_name(value: JsonValue) -> str:
    """Return the name of the Python type of a JSON value."""
    kind = cast("type[object]", type(value))
    return kind.__name__


def _unknown(
    node: dict[str, JsonValue],
    path: Path,
    key: str,
    meant: str | None,
    *,
    is_renamed: bool,
) -> Fault:
    fields: dict[str, JsonValue] = node.get("properties", {})
    besides = f", and {meant} is missing" if meant and is_renamed else ""
    hint = f'{besides}. Did you mean "{meant}"?' if meant else ""
    keyword = "additionalProperties" if "additionalProperties" in node else "required"
    return Fault(
        path=(*path, key),
        code="CT012",
        message=f"{quote(key)} is not a field of {_owner(node)}{hint}",
        # The code's own advice is to use "ext".
        fix="" if "ext" in fields else "Correct the name of the field, or remove it.",
        rule=f"{home_of(node).rule}/{keyword}",
        at_key=True,
    )


def _without_key(fault: Fault, node: dict[str, JsonValue]) -> Fault:
    """Return the fault of an unknown key inside a private value.

    The fault does not suggest a field either, because that would reveal the key.
    """
    return attrs.evolve(
        fault,
        path=fault.path[:-1],
        spot=fault.path,
        message=f"the key, which may be private, is not a field of {_owner(node)}",
    )


_PARTS: Final = {
    "alias": "an alias",
    "anonymity": "anonymity",
    "candidate": "a candidate",
    "condition": "a condition",
    "confidence": "a confidence",
    "count": "a count",
    "excerpt": "an excerpt",
    "normalized": "a normalized verdict",
    "open": "a link",
    "quantity": "a quantity",
    "rating": "a rating",
    "recorded": "recorded",
    "response": "a response",
    "spoken": "a link",
    "when": "a date",
}
"""Schema name of an object inside a record → what messages call it."""


def _owner(node: dict[str, JsonValue]) -> str:
    """Return what messages call an object of this schema."""
    home = home_of(node)
    part = home.rule.partition("/$defs/")[2].partition("/")[0]
    return _PARTS.get(part) or with_article(home.name)


def _misplaced(
    node: dict[str, JsonValue],
    path: Path,
    key: str,
    meant: str | None,
    value: dict[str, JsonValue],
) -> Fault:
    template: str = node["x-misplaced"]
    if meant is not None:
        fix = f'Use "{meant}" instead, or change the kind.'
    elif "{kind}" in template:
        fix = "Remove the field, or change the kind."
    else:
        fix = "Keep the one of the two that is right, and remove the other."
    return Fault(
        path=(*path, key),
        code="CT019",
        message=f"{key} is not allowed on {_filled(template, value)}",
        fix=fix,
        rule=f"{home_of(node).rule}/additionalProperties",
        at_key=True,
    )


def _missing(
    node: dict[str, JsonValue], path: Path, name: str, value: dict[str, JsonValue]
) -> Fault:
    because = _filled(_because(node), value)
    wanting = f"required because {because}" if because else "missing"
    field = _definition(node, name)
    if "enum" in field:
        fix = f'Add "{name}", one of: {", ".join(field["enum"])}.'
    else:
        before = f'"{name}": '
        fix = f"Add it{as_in(field, before)}"
    return Fault(
        path=path,
        code="CT011",
        message=f"{name} is {wanting}",
        fix=fix,
        rule=f"{home_of(node).rule}/required",
    )


def _because(node: dict[str, JsonValue]) -> str:
    because: str = node.get("x-because", "")
    return because


def _filled(template: str, value: dict[str, JsonValue]) -> str:
    """Return a text of the schema with the actual kind filled in."""
    return template.replace("{kind}", clip(str(value.get("kind", "fact"))))


def _definition(node: dict[str, JsonValue], name: str) -> dict[str, JsonValue]:
    """Return the definition of the field `name` in the schema around `node`."""
    return next(
        field
        for each in parents_of(node)
        for fields in (each.get("properties", {}), shared_fields(each))
        for field in [fields.get(name, {})]
        if "enum" in field or "examples" in field
    )


def _are_alike(node: dict[str, JsonValue], one: str, other: str) -> bool:
    """Return whether two fields of a record take the same type of value."""
    fields = shared_fields(load_schema(home_of(node).name))
    sort = fields.get(one, {}).get("$ref")
    return sort is not None and sort == fields.get(other, {}).get("$ref")


@functools.cache
def _fields_of_schema(name: str) -> frozenset[str]:
    """Return every field that any kind of this record type has."""
    return frozenset(shared_fields(load_schema(name)))


@functools.cache
def _known_fields(rule: str) -> frozenset[str]:
    """Return the fields of an object of a schema, including those of sibling kinds."""
    node = node_at(rule)
    own = frozenset(node.get("properties", {}))
    siblings = _fields_of_schema(home_of(node).name)
    return own | siblings if own and own <= siblings else own
