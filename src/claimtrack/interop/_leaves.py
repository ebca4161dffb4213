"""Track every leaf of a foreign document and its destination: no leaf is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.interop._whereabouts import OF_CHAINS
from claimtrack.records import FrozenMapping
from claimtrack.schema import JsonValue, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "GIVEN",
    "HELD",
    "KEPT",
    "OBJECTS",
    "TEXT",
    "Leaves",
    "Node",
    "Steps",
    "Taken",
    "find_leaves",
    "find_objects",
    "is_equal",
    "is_number",
    "outermost",
    "to_pointer",
]

Steps: TypeAlias = tuple[str, ...]
"""Path to a value: keys, and indices of items as text."""


def to_pointer(steps: Steps) -> str:
    """Return the JSON Pointer of a place.

    >>> to_pointer(("a/b", "0"))
    '/a~1b/0'

    Source: RFC 6901, section 3.
    """
    return "".join(f"/{s.replace('~', '~0').replace('/', '~1')}" for s in steps)


@attrs.frozen
class Node:
    """A value of a document, and its place.

    For a format with other names for the same things, nodes are arranged in new
    objects; each node still knows its real place.

    Attributes:
        value: the value.
        steps: the path to it.
    """

    value: JsonValue
    steps: Steps = ()

    def child(self, key: str) -> Node:
        """Return the node under a key; its value is None if there is none."""
        value = self.value.get(key) if is_object(self.value) else None
        return value if isinstance(value, Node) else Node(value, (*self.steps, key))

    def items(self) -> Iterator[Node]:
        """Yield the items of a list, also of lists inside it; otherwise this node."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            if is_array(node.value):
                waiting += reversed(
                    [
                        v if isinstance(v, Node) else Node(v, (*node.steps, str(n)))
                        for n, v in enumerate(node.value)
                    ]
                )
            elif node.value is not None:
                yield node


def find_objects(value: JsonValue) -> tuple[Steps, ...]:
    """Return the paths of objects whose keys are 0, 1, 2 and so on, as in a list.

    >>> find_objects({"a": {"0": "x", "1": "y"}, "b": ["x"]})
    (('a',),)
    """
    found: list[Steps] = []
    waiting: list[tuple[Steps, JsonValue]] = [((), value)]
    while waiting:
        steps, each = waiting.pop()
        if is_object(each):
            waiting += [((*steps, k), v) for k, v in each.items()]
            if each and all(is_number(key) for key in each):
                found.append(steps)
        elif is_array(each):
            waiting += [((*steps, str(n)), v) for n, v in enumerate(each)]
    return tuple(found)


def is_number(key: str) -> bool:
    """Return whether a key looks like the index of an item."""
    return key.isascii() and key.isdigit()


def find_leaves(value: JsonValue) -> dict[Steps, JsonValue]:
    """Return every value that is not a non-empty list or object, by path.

    >>> find_leaves({"a": [1, {}], "b": ""})
    {('a', '0'): 1, ('a', '1'): {}, ('b',): ''}
    """
    found: dict[Steps, JsonValue] = {}
    waiting: list[tuple[Steps, JsonValue]] = [((), value)]
    while waiting:
        steps, each = waiting.pop()
        if each and is_object(each):
            waiting += reversed([((*steps, k), v) for k, v in each.items()])
        elif each and is_array(each):
            waiting += reversed([((*steps, str(n)), v) for n, v in enumerate(each)])
        else:
            found[steps] = each
    return found


GIVEN: Final = "given"
"""A field has the leaf in another form (a number for text), or from another place."""

KEPT: Final = "kept"
"""No field has the leaf."""

TEXT: Final = "json"
"""No field has the leaf, and `ext` cannot hold it: it is kept as JSON text."""

HELD: Final = "held"
"""Record → pointer → path in the record to what the leaf became, with its value at
that time if that differs from the leaf."""

OBJECTS: Final = "objects"
"""Objects whose keys look like the indices of items."""


@attrs.frozen
class Taken:
    """The field that has a leaf.

    Attributes:
        key: id of the record.
        field: its field.
        is_exact: whether the field has the leaf unchanged.
        item: which item of a list field, or of which chain.
    """

    key: str
    field: str
    is_exact: bool
    item: JsonValue


@attrs.define
class Leaves:
    """The leaves of a document, and which of them are in a field.

    Attributes:
        all: path → leaf.
        objects: paths of objects whose keys look like the indices of items.
        taken: path → the field that has the leaf.
        as_text: paths of leaves that only JSON text can hold.
        held: record, field, type and value → path of the original leaf.
    """

    all: dict[Steps, JsonValue]
    objects: tuple[Steps, ...] = ()
    taken: dict[Steps, Taken] = attrs.Factory(dict[Steps, Taken])
    as_text: list[Steps] = attrs.Factory(list[Steps])
    held: dict[tuple[str, str, str, JsonValue], Steps] = attrs.Factory(
        dict[tuple[str, str, str, JsonValue], Steps]
    )

    def take(
        self,
        node: Node,
        key: str,
        field: str,
        *,
        is_exact: bool = True,
        item: JsonValue = None,
    ) -> None:
        """Note that a field has a leaf, unchanged or in another form.

        If several leaves have the same value in a field, the field counts as holding
        the first, and the others are also kept: otherwise nobody could tell that they
        existed.

        Args:
            node: the leaf.
            key: id of the record that has the field.
            field: its name.
            is_exact: whether the field has the leaf unchanged.
            item: what it became in a list field, if that differs from the leaf.
        """
        holder = (key, field, type(node.value).__name__, node.value)
        is_first = self.held.setdefault(holder, node.steps) == node.steps
        there = self.taken.get(node.steps)
        if there is None or not there.is_exact:
            became = node.value if item is None else item
            self.taken[node.steps] = Taken(key, field, is_exact and is_first, became)

    def rests(
        self, roots: frozenset[Steps], find: Find
    ) -> dict[Steps, dict[str, dict[str, object]]]:
        """Return the data to keep for each part of the document.

        Args:
            roots: the places of parts that are kept separately. Anything outside them
                belongs to the document as a whole.
            find: returns the path to what a leaf became, and its value there.
        """
        found: dict[Steps, dict[str, dict[str, object]]] = {}
        for steps in self.objects:
            root = _root_of(steps, roots)
            pointer = to_pointer(steps[len(outermost(root, roots)) :])
            found.setdefault(root, _empty())[OBJECTS][json.dumps(pointer)] = True
        for steps, value in self.all.items():
            root = _root_of(steps, roots)
            part = found.setdefault(root, _empty())
            # The place of a part inside another is relative to the outer one.
            pointer = to_pointer(steps[len(outermost(root, roots)) :])
            self._keep(part, pointer, steps, value, find)
        return {
            root: {name: each for name, each in part.items() if each}
            for root, part in found.items()
        }

    def _keep(
        self,
        part: dict[str, dict[str, Any]],
        pointer: str,
        steps: Steps,
        value: JsonValue,
        find: Find,
    ) -> None:
        """Keep a leaf, or note where it is."""
        taken = self.taken.get(steps)
        place = find(taken) if taken is not None else None
        if taken is not None and place is not None and _is_storable(pointer, None):
            path, became = place
            is_same = taken.is_exact and is_equal(became, value)
            is_plain = is_same and path not in OF_CHAINS
            held = part[HELD].setdefault(taken.key, {})
            held[pointer] = path if is_plain else [path, became]
            if is_same:
                return
        if _is_storable(pointer, value):
            part[KEPT if place is None else GIVEN][pointer] = value
            return
        part[TEXT][json.dumps(pointer)] = _to_text(value)
        self.as_text.append(steps)


Find: TypeAlias = "Callable[[Taken], tuple[str, JsonValue] | None]"


def _empty() -> dict[str, dict[str, object]]:
    return {name: {} for name in (GIVEN, KEPT, TEXT, HELD, OBJECTS)}


def is_equal(one: JsonValue, other: JsonValue) -> bool:
    """Return whether two leaves are the same JSON: 1, 1.0 and true are different."""
    return type(one) is type(other) and bool(one == other)


def _root_of(steps: Steps, roots: frozenset[Steps]) -> Steps:
    """Return the innermost part that contains a leaf."""
    ways = (steps[:length] for length in range(len(steps), -1, -1))
    return next((way for way in ways if way in roots), ())


def outermost(root: Steps, roots: frozenset[Steps]) -> Steps:
    """Return the outermost part that contains a part; itself if there is none."""
    ways = (root[:length] for length in range(len(root)))
    return next((way for way in ways if way in roots), root)


def _is_storable(pointer: str, value: JsonValue) -> bool:
    try:
        FrozenMapping({pointer: value})
    except InvalidRecord:
        return False
    return True


def _to_text(value: JsonValue) -> str:
    """Return ASCII JSON text, which can be kept for any value."""
    try:
        return json.dumps(value, default=repr)
    except ValueError:
        # Python refuses to write the longest whole numbers in decimal, but not like
        # this.
        return hex(value)
