"""Turn an engine's refusals into findings: one finding for each mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.errors import InvalidRecord
from claimtrack.findings import is_unseen, name_character, quote, suggest
from claimtrack.records import RECORD_TYPES, meant_country, meant_language
from claimtrack.schema import JsonValue, Path, is_array, is_object
from claimtrack.validation._engine import Refusal, find_refusals, home_of, node_at
from claimtrack.validation._fault import Fault, value_at
from claimtrack.validation._fields import as_in, find_field_faults
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

__all__ = ["UNSHOWN", "find_dossier_faults", "find_shape_faults"]

TOGETHER: Final = 10_000
"""Records of a dossier that are checked against the schema at a time. The faults of
millions of records would fill the memory before anybody could stop."""

_LIST: Final = "dossier#/properties/records"
"""Location of the schema of the list of records."""

_CODES: Final = {
    "type": "CT010",
    "required": "CT011",
    "additionalProperties": "CT012",
    "enum": "CT013",
    "const": "CT013",
    "pattern": "CT014",
    "minLength": "CT015",
    "maxLength": "CT015",
    "minItems": "CT016",
    "maxItems": "CT016",
    "minimum": "CT017",
    "maximum": "CT017",
}
"""Keyword → code; for text, a schema's ``x-code`` takes precedence."""

_FIRST: Final = tuple(_CODES)
"""If several keywords refuse a scalar, only the first in this order is reported."""

_TYPES: Final = {
    "string": "text",
    "object": "an object",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def find_shape_faults(
    name: str,
    root: JsonValue,
    is_private: Callable[[Path], bool],
    refusals_of: Callable[[str, JsonValue], Iterable[Refusal]] = find_refusals,
) -> Iterator[Fault]:
    """Yield the faults in the shape of a value by the schema `name`.

    Args:
        name: "dossier" or "record".
        root: a JSON value.
        is_private: returns whether the value at a path is private.
        refusals_of: the engine: yields what the schema of a name refuses in a value.
    """
    by_path: dict[Path, list[Refusal]] = {}
    # Engines report in different orders; the order of the schemas is the same for all.
    for refusal in sorted(refusals_of(name, root), key=_order):
        by_path.setdefault(refusal.path, []).append(refusal)
    for path, refusals in by_path.items():
        value = value_at(root, path)
        plain = [r for r in refusals if r.keyword not in _OF_FIELDS]
        if plain:
            chosen = min(plain, key=lambda r: _FIRST.index(r.keyword))
            shown = UNNAMED if is_private(path) else quote(value)
            yield _scalar_fault(chosen, path, value, shown)
        else:
            yield from find_field_faults(
                refusals, path, value, is_hidden=is_private(path)
            )


def find_dossier_faults(
    root: dict[str, JsonValue],
    is_private: Callable[[Path], bool],
    refusals_of: Callable[[str, JsonValue], Iterable[Refusal]] = find_refusals,
    sound: Container[int] = (),
) -> Iterator[Fault]:
    """Yield the faults in the shape of a dossier, some thousand records at a time.

    Args:
        root: the dossier.
        is_private: as for `find_shape_faults`.
        refusals_of: as for `find_shape_faults`.
        sound: indices of records that need not be checked.
    """
    listed = root.get("records")
    if not is_array(listed):
        yield from find_shape_faults("dossier", root, is_private, refusals_of)
        return
    node = node_at(_LIST)
    if len(listed) > node["maxItems"]:
        too_many = Refusal(("records",), "maxItems", node)
        yield from find_shape_faults(
            "dossier", root, is_private, lambda _name, _value: [too_many]
        )
    for start in range(0, max(len(listed), 1), TOGETHER):
        indices = range(start, min(start + TOGETHER, len(listed)))
        chosen = [index for index in indices if index not in sound]
        refusals_of_part = _of_part(root, chosen, refusals_of, is_first=start == 0)
        yield from find_shape_faults("dossier", root, is_private, refusals_of_part)


def _of_part(
    root: dict[str, JsonValue],
    chosen: list[int],
    refusals_of: Callable[[str, JsonValue], Iterable[Refusal]],
    *,
    is_first: bool,
) -> Callable[[str, JsonValue], Iterator[Refusal]]:
    """Return a function that finds refusals in some records, and once in the head.

    A record is refused for the same reasons by its type's schema as by that of a
    record.
    """

    def find(name: str, _root: JsonValue) -> Iterator[Refusal]:
        if is_first:
            yield from refusals_of(name, {**root, "records": []})
        for index in chosen:
            record = root["records"][index]
            kind = record.get("type") if is_object(record) else None
            known = isinstance(kind, str) and kind in RECORD_TYPES
            for each in refusals_of(str(kind) if known else "record", record):
                path = ("records", index, *each.path)
                yield Refusal(path, each.keyword, each.node)

    return find


def _order(refusal: Refusal) -> int:
    return home_of(refusal.node).order


_OF_FIELDS: Final = frozenset({"required", "additionalProperties"})


def _scalar_fault(refusal: Refusal, path: Path, value: JsonValue, shown: str) -> Fault:
    node, keyword = refusal.node, refusal.keyword
    code, message, fix = _WORDING[keyword](node, value, shown)
    home = home_of(node)
    return Fault(
        path=path,
        code=code,
        message=message,
        fix=fix,
        rule=f"{home.rule}/{keyword}",
    )


UNNAMED: Final = "the value"
"""What messages call a private value."""

BLANK: Final = "is blank"
"""The ``x-message`` of text that must contain a visible character."""

UNSHOWN: Final = {
    "CT020": "the value is not an EDTF date",
    "CT021": "the time has no offset",
    "CT022": "the calendar has no such date",
    "CT023": "the interval ends before it begins",
    "CT029": "the code is not registered",
}
"""Messages about a date or a code whose value is private."""

Wording: TypeAlias = tuple[str, str, str]
"""Code, message and fix."""


def _of_type(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    takes = node["type"] if is_array(node["type"]) else [node["type"]]
    wanted = [_TYPES[each] for each in takes]
    neither = f"neither {' nor '.join(wanted)}" if wanted[1:] else f"not {wanted[0]}"
    fix = f"Use {' or '.join(wanted)}{as_in(node)}"
    if takes == ["boolean"]:
        neither, fix = "neither true nor false", "Write true or false, without quotes."
    if value is None:
        fix = f"{fix[:-1]}, or leave the field out."
    return "CT010", f"{shown} is {neither}", fix


def _of_words(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    words: list[str] = node["enum"]
    near = suggest(value, words) if isinstance(value, str) else None
    hint = f'. Did you mean "{near}"?' if near and shown != UNNAMED else ""
    return (
        "CT013",
        f"{shown} {node['x-message']}{hint}",
        f"Use one of: {', '.join(words)}.",
    )


def _of_form(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    code: str = node.get("x-code", "CT014")
    message: str = node["x-message"]
    fix: str = node["x-fix"]
    if code == "CT020":
        try:
            When.parse(value)
        except InvalidRecord as error:
            if shown == UNNAMED:
                return error.code, UNSHOWN[error.code], ""
            return error.code, error.problem, error.fix
    if not value and message == BLANK:
        return "CT015", "the text is empty", fix
    hint = _hint(node, value) if shown != UNNAMED else ""
    if home_of(node).rule == _ADDRESS and shown != UNNAMED:
        hint = _held(value)
    return code, f"{shown} {message}{hint}", fix


_ADDRESS: Final = "values#/$defs/iri"
"""Location of the schema of addresses."""

_NOT_IN_ADDRESSES: Final = frozenset('<>"{}|\\^`')
"""Visible characters that no address may contain (RFC 3987, section 2.2)."""


def _held(value: str) -> str:
    """Return the first character that an address may not contain, if there is one."""
    found = (e for e in value if e in _NOT_IN_ADDRESSES or is_unseen(e))
    char = next(found, None)
    return f"; it may not contain {name_character(char)}" if char else ""


def _hint(node: dict[str, JsonValue], value: JsonValue) -> str:
    """Return a suggestion for text that does not have the required form."""
    find_meant = _MEANT.get(home_of(node).rule)
    meant = find_meant(value) if find_meant else None
    return f'. Did you mean "{meant}"?' if meant else ""


_MEANT: Final[dict[str, Callable[[str], str | None]]] = {
    "values#/$defs/language": meant_language,
    "values#/$defs/country": meant_country,
}
"""Location of a form in the schemas → function that suggests what was meant."""


def _of_length(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    most = node["maxLength"]
    message = f"{shown} has {len(value)} characters; at most {most} are allowed"
    return "CT015", message, f"Shorten it to {most} characters."


def _of_items(node: dict[str, JsonValue], value: JsonValue, _shown: str) -> Wording:
    if not value:
        return "CT016", "the list is empty", f"Add at least one item{as_in(node)}"
    most = node["maxItems"]
    message = f"the list has {len(value)} items; at most {most} are allowed"
    return "CT016", message, f"Shorten it to {most} items."


def _of_bounds(node: dict[str, JsonValue], _value: JsonValue, shown: str) -> Wording:
    least, most = node["minimum"], node["maximum"]
    message = f"{shown} is not between {least} and {most}"
    return "CT017", message, f"Use a number from {least} to {most}."


_WORDING: Final[
    dict[str, Callable[[dict[str, JsonValue], JsonValue, str], Wording]]
] = {
    "type": _of_type,
    "enum": _of_words,
    "const": _of_words,
    "pattern": _of_form,
    "minLength": _of_length,
    "maxLength": _of_length,
    "minItems": _of_items,
    "maxItems": _of_items,
    "minimum": _of_bounds,
    "maximum": _of_bounds,
}
