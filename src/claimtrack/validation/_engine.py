"""The reference engine: `jsonschema`, made exact, and never on the network.

An engine reports which keyword of which schema refuses which value. Other modules turn
this into messages, which are the same for every engine.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from claimtrack.schema import NAMES, JsonValue, Path, is_array, is_object, load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

__all__ = ["Home", "Refusal", "find_refusals", "home_of", "node_at", "parents_of"]


@attrs.frozen
class Refusal:
    """One keyword of a schema that a value does not satisfy.

    Attributes:
        path: from the top of the checked value to the refused one.
        keyword: the keyword that refuses it.
        node: the schema that holds the keyword.
    """

    path: Path = attrs.field(repr=False)
    keyword: str
    node: dict[str, JsonValue]


@attrs.frozen
class Home:
    """Location of a schema node.

    Attributes:
        name: name of the schema file.
        rule: name and JSON Pointer: "source#/$defs/fields/properties/kind".
        outer: the enclosing node; None for a whole file.
        order: how many nodes come before it in all schemas, the widest schema first.
    """

    name: str
    rule: str
    outer: dict[str, JsonValue] | None
    order: int


def find_refusals(name: str, value: JsonValue) -> Iterator[Refusal]:
    """Yield every refusal of a value by the schema `name`.

    >>> [(r.path, r.keyword) for r in find_refusals("claim", {"type": "claim"})]
    [((), 'required'), ((), 'required')]
    """
    for error in _validator(name).iter_errors(value):
        yield Refusal(tuple(error.absolute_path), str(error.validator), _node(error))


def home_of(node: dict[str, JsonValue]) -> Home:
    """Return the location of a node of claimtrack's schemas.

    Raises:
        KeyError: if the node is not from one of these schemas.
    """
    return _homes()[id(node)]


def node_at(rule: str) -> dict[str, JsonValue]:
    """Return the schema node at a location such as "values#/$defs/id".

    Raises:
        KeyError: if there is no such node.
    """
    return _nodes()[rule]


def parents_of(node: dict[str, JsonValue]) -> Iterator[dict[str, JsonValue]]:
    """Yield a schema node and all nodes that enclose it, innermost first."""
    around: dict[str, JsonValue] | None = node
    while around is not None:
        yield around
        around = home_of(around).outer


def _node(error: Any) -> dict[str, JsonValue]:  # noqa: ANN401  # jsonschema is untyped here
    node: dict[str, JsonValue] = error.schema
    return node


@functools.cache
def _validator(name: str) -> Validator:
    # jsonschema takes as long to import as everything else; only validation pays for
    # it.
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    schemas = _schemas()
    # The registry holds claimtrack's schemas and nothing else: no `$ref` is ever
    # fetched.
    registry = Registry[JsonValue]().with_resources(
        (schema["$id"], DRAFT202012.create_resource(schema))
        for schema in schemas.values()
    )
    extend: Any = cast("Any", validators).extend  # the stubs leave it untyped
    exact: type[Validator] = extend(Draft202012Validator, _KEYWORDS)
    return exact(schemas[name], registry=registry)


@functools.cache
def _schemas() -> dict[str, dict[str, JsonValue]]:
    """Return claimtrack's schemas by name, each without its `$schema`.

    For a schema with a `$schema`, even behind a `$ref`, jsonschema would switch to a
    class of its own and lose the exact `pattern` check.
    """
    return {
        name: {key: node for key, node in load_schema(name).items() if key != "$schema"}
        for name in NAMES
    }


def _check_pattern(
    _validator: Validator, pattern: str, value: JsonValue, _schema: JsonValue
) -> Iterator[ValidationError]:
    from jsonschema import ValidationError  # noqa: PLC0415

    if isinstance(value, str) and not _exact(pattern).search(value):
        yield ValidationError(f"does not match {pattern}")


@functools.cache
def _inner(node: _Node) -> Validator:
    """Return the validator of a node, created once because the schemas do not change.

    jsonschema itself creates a new one for each value that it checks.
    """
    validator: Validator = node.outer.evolve(schema=node.schema)
    return validator


@functools.cache
def _referred(node: _Node, ref: str) -> Validator:
    """Return the validator of the schema that a `$ref` points to."""
    outer = node.outer
    resolved = outer._resolver.lookup(ref)  # noqa: SLF001  # as jsonschema does
    validator: Validator = outer.evolve(
        schema=resolved.contents, _resolver=resolved.resolver
    )
    return validator


@attrs.frozen(eq=False)
class _Node:
    """A schema node that is compared by identity, not by value.

    Attributes:
        outer: the validator of the enclosing node.
        schema: the node.
    """

    outer: Any
    schema: JsonValue

    def __hash__(self) -> int:
        """Return a hash of the node's identity."""
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        """Return whether both are the same node."""
        return isinstance(other, _Node) and self.schema is other.schema


def _check_ref(
    validator: Validator, ref: str, value: JsonValue, schema: JsonValue
) -> Iterator[ValidationError]:
    yield from _referred(_Node(validator, schema), ref).iter_errors(value)


def _check_properties(
    validator: Validator, nodes: JsonValue, value: JsonValue, _schema: JsonValue
) -> Iterator[ValidationError]:
    if is_object(value):
        for name, node in nodes.items():
            if name in value:
                yield from _check_inside(validator, node, name, value[name])


def _check_items(
    validator: Validator, node: JsonValue, value: JsonValue, _schema: JsonValue
) -> Iterator[ValidationError]:
    if is_array(value):
        for index, each in enumerate(value):
            yield from _check_inside(validator, node, index, each)


def _check_inside(
    validator: Validator, node: JsonValue, step: str | int, value: JsonValue
) -> Iterator[ValidationError]:
    for error in _inner(_Node(validator, node)).iter_errors(value):
        error.path.appendleft(step)
        yield error


def _check_all_of(
    validator: Validator, nodes: JsonValue, value: JsonValue, _schema: JsonValue
) -> Iterator[ValidationError]:
    for node in nodes:
        yield from _inner(_Node(validator, node)).iter_errors(value)


def _check_if(
    validator: Validator, node: JsonValue, value: JsonValue, schema: JsonValue
) -> Iterator[ValidationError]:
    branch = "then" if _inner(_Node(validator, node)).is_valid(value) else "else"
    if branch in schema:
        yield from _inner(_Node(validator, schema[branch])).iter_errors(value)


_KEYWORDS: Final = {
    "$ref": _check_ref,
    "allOf": _check_all_of,
    "if": _check_if,
    "items": _check_items,
    "pattern": _check_pattern,
    "properties": _check_properties,
}
"""Keywords checked here: `pattern` for exactness, the others for speed."""


@functools.cache
def _exact(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose ``$`` matches only at the very end, as in ECMA-262.

    Python's ``$`` also matches before a final newline.
    """
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


@functools.cache
def _homes() -> dict[int, Home]:
    return {id(node): home for node, home in _walk()}


@functools.cache
def _nodes() -> dict[str, dict[str, JsonValue]]:
    return {home.rule: node for node, home in _walk()}


def _walk() -> Iterator[tuple[dict[str, JsonValue], Home]]:
    """Yield every schema node in text order, with its location."""
    todo: list[tuple[JsonValue, str, str, dict[str, JsonValue] | None]] = [
        (schema, name, f"{name}#", None)
        for name, schema in reversed(_schemas().items())
    ]
    order = 0
    while todo:
        node, name, rule, outer = todo.pop()
        inner: list[tuple[object, JsonValue]] = []
        if is_object(node):
            yield node, Home(name, rule, outer, order)
            order += 1
            inner.extend(node.items())
            outer = node
        elif is_array(node):
            inner.extend(enumerate(node))
        todo.extend(
            (each, name, f"{rule}/{step}", outer) for step, each in reversed(inner)
        )
