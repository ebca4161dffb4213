"""Tame schemas: cheap checks that prove that a record is sound.

They are derived from ``schemas/v1``. References are inlined, and conditions become a
chain of if and else. Whatever the schemas leave to the model (the calendar, registered
codes, the depth of foreign data) is restricted to forms that are beyond doubt. A record
that does not pass may still be right: the exact path decides.
"""

from __future__ import annotations

import functools
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from claimtrack.records import (
    PATTERNS,
    RECORD_TYPES,
    TEXT_PATTERN,
    is_language,
    is_registered,
    limits,
)
from claimtrack.schema import URN, JsonValue, is_array, is_object, load_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jsonschema_rs import Draft202012Validator

__all__ = ["is_buildable", "is_sound", "is_tame", "tame_schema"]

Node = dict[str, JsonValue]

_Check: TypeAlias = "tuple[str, Callable[[Node], bool]]"
"""A field, and a check that returns whether a record with this field is sound."""

_SEEN: Final = (
    "[!-~\\u00c0-\\u02ff\\u0370-\\u0373\\u0386-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a"
    "\\u0904-\\u0939\\u0e01-\\u0e2e\\u10d0-\\u10fa\\u3041-\\u3096\\u30a1-\\u30fa"
    "\\u4e00-\\u9fff\\uac00-\\ud7a3]"
)
"""A character that is certainly visible."""

_IRI: Final = (
    "(?:https?://[A-Za-z0-9][A-Za-z0-9./_~%?=&#:+,;@!-]*"
    "|urn:[A-Za-z0-9-]+:[A-Za-z0-9./_~%?=&#:+,;@!-]+)"
)

_PATTERNS: Final = {
    TEXT_PATTERN: _SEEN,
    PATTERNS["id"][0]: f"^(?:[A-Za-z0-9_][A-Za-z0-9_.-]*|{_IRI})$",
    PATTERNS["iri"][0]: f"^{_IRI}$",
}
"""Pattern in the schemas → a cheaper pattern that matches a subset of the same
texts."""

_DAY: Final = (
    "(?:1[0-9]|20)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
"""A day that exists in any year: all but 29 February."""

_DATE: Final = (
    f"^(?:{_DAY}(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    "(?:Z|[+-](?:0[0-9]|1[0-2]):[0-5][0-9]))?"
    "|(?:1[0-9]|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?[~?%]?)$"
)
"""A day, an instant, a month or a year."""

_LEVELS: Final = 4
"""Levels of foreign data that are certainly allowed."""

_VALUES: Final = f"{URN}values#/$defs/"


def _codes(is_registered: Callable[[str], bool], letters: str) -> list[str]:
    pairs = (one + other for one in letters for other in letters)
    return [each for each in pairs if is_registered(each)]


def _foreign(levels: int) -> Node:
    """Return the schema of a foreign value with at most `levels` levels."""
    most = limits.INTEGER
    plain: Node = {"minimum": -most, "maximum": most}
    types = ["string", "boolean", "null", "number"]
    if levels:
        inner = _foreign(levels - 1)
        plain |= {"items": inner, "additionalProperties": inner}
        types += ["array", "object"]
    return {"type": types, **plain}


@functools.cache
def _tamed() -> dict[str, Node]:
    """Return replacements for definitions of the values schema, by name."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    line: Node = {"type": "string", "maxLength": limits.LINE, "pattern": _SEEN}
    date: Node = {"type": "string", "pattern": _DATE}
    return {
        "country": {"enum": _codes(partial(is_registered, "region"), letters.upper())},
        "edtf": date,
        "ext": {"type": "object", "additionalProperties": _foreign(_LEVELS)},
        "language": {"enum": _codes(is_language, letters)},
        # The document that words count from is a reference: left to the exact path.
        "when": {
            "type": ["string", "object"],
            "pattern": _DATE,
            "properties": {"edtf": date, "text": line},
            "required": ["edtf"],
            "additionalProperties": False,
        },
    }


@functools.cache
def tame_schema(record_type: str) -> Node:
    """Return the tame schema of a record type; the same object each time.

    >>> tame_schema("waiver")["properties"]["rule"]
    {'type': 'string', 'pattern': '^CT[0-9]{3}$'}
    """
    schema = load_schema(record_type)
    made: Node = _tame(schema, schema)
    if record_type == "attribution":
        chain: Node = made["properties"]["chain"]
        spoken: Node = schema["$defs"]["spoken"]
        # A link that is not settled, or that names nobody, is left to the exact path.
        link = _tame(schema["$defs"]["link"] | spoken, schema)
        link = {k: v for k, v in link.items() if k not in ("if", "then", "else")}
        for condition in ("if", "then"):
            del chain[condition]
        chain["items"] = {**link, "required": ["source"]}
    return made


_NOTES: Final = frozenset(
    {"$schema", "$id", "$defs", "title", "description", "examples", "minLength"}
)
"""Keywords that decide nothing here: text with a visible character is never empty."""


def _tame(node: JsonValue, home: Node) -> JsonValue:
    """Return a schema node with its references inlined, in tame form."""
    if is_array(node):
        return [_tame(each, home) for each in node]
    if not is_object(node):
        return node
    if "$ref" in node:
        return _referred(node["$ref"], home)
    made: Node = {}
    for key, value in node.items():
        if key in ("properties", "patternProperties"):
            made[key] = {name: _tame(each, home) for name, each in value.items()}
        elif key == "pattern":
            made[key] = _PATTERNS.get(value, value)
        elif key == "allOf" and all(
            "properties" in each.get("if", {}) for each in value
        ):
            made |= _chained([_tame(each, home) for each in value])
        elif key not in _NOTES and not key.startswith("x-"):
            made[key] = _tame(value, home)
    return made


def _referred(reference: str, home: Node) -> JsonValue:
    name = reference.removeprefix(_VALUES)
    if name in _tamed():
        return _tamed()[name]
    urn, _, pointer = reference.partition("#")
    if urn:
        home = load_schema(urn.removeprefix(URN))
    node: JsonValue = home
    for step in pointer.split("/")[1:]:
        node = node[step]
    return _tame(node, home)


def _chained(choices: Sequence[Node]) -> Node:
    """Return mutually exclusive choices as one chain of if, then and else."""
    chained: Any = False
    for each in reversed(choices):
        chained = {"if": each["if"], "then": each["then"], "else": chained}
    return dict(chained)


@functools.cache
def _validator(record_type: str) -> Draft202012Validator:
    """Return a validator of lists of records of one type by the tame schema."""
    import jsonschema_rs  # noqa: PLC0415

    return jsonschema_rs.Draft202012Validator(
        {"type": "array", "items": tame_schema(record_type)},
        offline=True,
        validate_formats=False,
        pattern_options=jsonschema_rs.RegexOptions(),
    )


def is_tame(record_type: str, records: list[JsonValue]) -> bool:
    """Return whether records of one type are known to be sound, each by itself.

    Args:
        record_type: the type that each of them states.
        records: the records as JSON, without forbidden characters or duplicate keys.

    >>> is_tame("claim", [{"type": "claim", "id": "c1", "text": "The ferry stops"}])
    True
    """
    if not _validator(record_type).is_valid(records):
        return False
    return all(_holds(table.get(record_type), records) for table in (_AGREES, _ACCORDS))


def is_buildable(record: Node) -> bool:
    """Return whether a record of a known type is known to have no errors by itself.

    It may contradict itself: such a record is kept, with a warning.

    Args:
        record: a record that passed the gate.

    >>> rating = {"value": 9, "best": 5, "worst": 1}
    >>> is_buildable({"type": "assessment", "subject": "c1", "rating": rating})
    True
    """
    kind: str = record["type"]
    return _validator(kind).is_valid([record]) and _holds(_AGREES.get(kind), [record])


def is_sound(record: Node) -> bool:
    """Return whether a record that passed the gate is known to be sound by itself.

    >>> is_sound({"type": "claim", "id": "c1", "text": "The ferry stops"})
    True
    >>> is_sound({"type": "claim", "id": "c1", "text": ""})
    False
    """
    kind = record.get("type")
    return isinstance(kind, str) and kind in RECORD_TYPES and is_tame(kind, [record])


def _holds(check: _Check | None, records: list[JsonValue]) -> bool:
    """Return whether all records with the checked field pass; True without a check."""
    if check is None:
        return True
    field, passes = check
    return all(map(passes, [each for each in records if field in each]))


def _excerpts_agree(record: Node) -> bool:
    """Return whether excerpts end after they begin, and refer to links that exist."""
    links = len(record["chain"])
    # This checks most of the long lists: a loop costs half as much as `all`.
    for each in record["excerpts"]:
        if each.get("start", 0) >= each.get("end", 1) or each.get("link", -1) >= links:
            return False
    return True


def _excerpts_accord(record: Node) -> bool:
    """Return whether the length of each excerpt matches its stated position."""
    for each in record["excerpts"]:
        is_known = "exact" in each and "start" in each
        if is_known and len(each["exact"]) != each["end"] - each["start"]:
            return False
    return True


def _count_agrees(record: Node) -> bool:
    count = record["count"]
    return bool(count.get("min", 1) <= count.get("max", limits.PEOPLE))


def _quantity_agrees(record: Node) -> bool:
    quantity = record["quantity"]
    is_open = len(quantity.keys() & {"min", "max"}) == 1
    return is_open or bool(quantity["min"] <= quantity["max"])


def _ends_agree(record: Node) -> bool:
    return bool(record["subject"] != record["object"])


def _normalized_agrees(record: Node) -> bool:
    """Return whether no scheme can have two codes."""
    normalized = record["normalized"]
    return is_object(normalized) or len(normalized) <= 1


def _modified_accords(record: Node) -> bool:
    """Return whether a document was certainly not modified before it was published."""
    return "published" not in record


def _rating_accords(record: Node) -> bool:
    """Return whether a rating is within its scale."""
    rating = record["rating"]
    if not {"value", "best", "worst"} <= rating.keys():
        return True
    least, most = sorted((rating["best"], rating["worst"]))
    return bool(least <= rating["value"] <= most)


_AGREES: Final[dict[str, _Check]] = {
    "assessment": ("normalized", _normalized_agrees),
    "attribution": ("excerpts", _excerpts_agree),
    "claim": ("quantity", _quantity_agrees),
    "relation": ("object", _ends_agree),
    "source": ("count", _count_agrees),
}
"""Record type → agreement between fields that no schema can check."""

_ACCORDS: Final[dict[str, _Check]] = {
    "assessment": ("rating", _rating_accords),
    "attribution": ("excerpts", _excerpts_accord),
    "document": ("modified", _modified_accords),
}
"""Record type → contradiction between fields that deserves a warning."""
