"""The reference engine: `jsonschema`, made exact, and never on the network.

An engine says which keyword of which schema refuses which value. What that means to
a person is said elsewhere, the same for every engine.
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
        path: from the top of what was checked to the value.
        keyword: the keyword that refuses it.
        node: the schema that holds the keyword.
    """

    path: Path = attrs.field(repr=False)
    keyword: str
    node: dict[str, JsonValue]


@attrs.frozen
class Home:
    """Where a schema node stands.

    Attributes:
        name: the schema file it belongs to.
        rule: name and JSON Pointer: "source#/$defs/fields/properties/kind".
        outer: the node it stands in; None for a whole file.
        order: how many nodes stand before it in all our schemas, the widest first.
    """

    name: str
    rule: str
    outer: dict[str, JsonValue] | None
    order: int


def find_refusals(name: str, value: JsonValue) -> Iterator[Refusal]:
    """Yield all that the schema `name` refuses in a value.

    >>> [(r.path, r.keyword) for r in find_refusals("claim", {"type": "claim"})]
    [((), 'required'), ((), 'required')]
    """
    for error in _validator(name).iter_errors(value):
        yield Refusal(tuple(error.absolute_path), str(error.validator), _node(error))


def home_of(node: dict[str, JsonValue]) -> Home:
    """Return where a node of our schemas stands.

    Raises:
        KeyError: for a schema that is not one of ours.
    """
    return _homes()[id(node)]


def node_at(rule: str) -> dict[str, JsonValue]:
    """Return the node of our schemas that stands at a place: "values#/$defs/id".

    Raises:
        KeyError: where there is none.
    """
    return _nodes()[rule]


def parents_of(node: dict[str, JsonValue]) -> Iterator[dict[str, JsonValue]]:
    """Yield a node of our schemas, and all that it stands in, innermost first."""
    around: dict[str, JsonValue] | None = node
    while around is not None:
        yield around
        around = home_of(around).outer


def _node(error: Any) -> dict[str, JsonValue]:  # noqa: ANN401  # jsonschema is untyped here
    node: dict[str, JsonValue] = error.schema
    return node


@functools.cache
def _validator(name: str) -> Validator:
    # jsonschema costs as much to import as all the rest: only who validates pays.
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415
    from referencing import Registry  # noqa: PLC0415
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

    schemas = _schemas()
    # A registry of our own schemas and nothing else: no `$ref` is ever fetched.
    registry = Registry[JsonValue]().with_resources(
        (schema["$id"], DRAFT202012.create_resource(schema))
        for schema in schemas.values()
    )
    extend: Any = cast("Any", validators).extend  # the stubs leave it untyped
    exact: type[Validator] = extend(Draft202012Validator, _KEYWORDS)
    return exact(schemas[name], registry=registry)


@functools.cache
def _schemas() -> dict[str, dict[str, JsonValue]]:
    """Return our schemas by their names, each without its `$schema`.

    jsonschema takes a class of its own for every schema that has one, also behind a
    `$ref`, and would leave our exact `pattern` behind.
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
    """Return the validator of a node, made once: our schemas do not change.

    jsonschema itself makes one anew for each value that it checks.
    """
    validator: Validator = node.outer.evolve(schema=node.schema)
    return validator


@functools.cache
def _referred(node: _Node, ref: str) -> Validator:
    """Return the validator of what a `$ref` leads to."""
    outer = node.outer
    resolved = outer._resolver.lookup(ref)  # noqa: SLF001  # as jsonschema does
    validator: Validator = outer.evolve(
        schema=resolved.contents, _resolver=resolved.resolver
    )
    return validator


@attrs.frozen(eq=False)
class _Node:
    """A node of a schema, for which it does not matter what is equal to it.

    Attributes:
        outer: the validator of the node around it.
        schema: the node.
    """

    outer: Any
    schema: JsonValue

    def __hash__(self) -> int:
        """Return a hash of which node it is."""
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
"""Keywords that are checked here: `pattern` to be exact, the others to be fast."""


@functools.cache
def _exact(pattern: str) -> re.Pattern[str]:
    """Return a pattern whose ``$`` is the very end, as ECMA-262 has it.

    Python's ``$`` also matches before a last newline.
    """
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


@functools.cache
def _homes() -> dict[int, Home]:
    return {id(node): home for node, home in _walk()}


@functools.cache
def _nodes() -> dict[str, dict[str, JsonValue]]:
    return {home.rule: node for node, home in _walk()}


def _walk() -> Iterator[tuple[dict[str, JsonValue], Home]]:
    """Yield every node of our schemas in the order of the text, with its place."""
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
