"""From what an engine refuses to what a person reads: one mistake, one finding."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.errors import InvalidRecord
from claimtrack.findings import clip, quote, suggest
from claimtrack.records import meant_country, meant_language
from claimtrack.schema import JsonValue, Path, is_array, load_schema
from claimtrack.validation._engine import Refusal, find_refusals, home_of, parents_of
from claimtrack.validation._fault import Fault, value_at, with_article
from claimtrack.validation._privacy import shared_fields
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = ["UNSHOWN", "find_shape_faults"]

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
"""Keyword → code; a schema's ``x-code`` goes before for text."""

_FIRST: Final = tuple(_CODES)
"""Of several keywords that refuse one scalar, the earliest here speaks for all."""

_TYPES: Final = {
    "string": "text",
    "object": "an object",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def find_shape_faults(
    name: str, root: JsonValue, is_private: Callable[[Path], bool]
) -> Iterator[Fault]:
    """Yield what the schema `name` finds wrong with the shape of a value.

    Args:
        name: "dossier" or "record".
        root: a JSON value.
        is_private: tells of a path whether its value may be shown.
    """
    by_path: dict[Path, list[Refusal]] = {}
    for refusal in find_refusals(name, root):
        by_path.setdefault(refusal.path, []).append(refusal)
    for path, refusals in by_path.items():
        value = value_at(root, path)
        plain = [r for r in refusals if r.keyword not in _OF_FIELDS]
        if plain:
            chosen = min(plain, key=lambda r: _FIRST.index(r.keyword))
            shown = UNNAMED if is_private(path) else quote(value)
            yield _scalar_fault(chosen, path, value, shown)
        else:
            yield from _field_faults(refusals, path, value)


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
"""What a private value is called."""

BLANK: Final = "is blank"
"""The ``x-message`` of text that must have something to see."""

SAMPLE: Final = 100
"""Characters of an example that are shown at most."""

ENDED: Final = ('."', '…"', "…")
"""What needs no full stop after it."""

UNSHOWN: Final = {
    "CT020": "the value is not an EDTF date",
    "CT021": "the time of day has no offset",
    "CT022": "the calendar has no such date",
    "CT023": "the interval ends before it begins",
    "CT029": "the code is not registered",
}
"""What is said of a date or a code whose value is private."""

Wording: TypeAlias = tuple[str, str, str]
"""Code, message and fix."""


def _of_type(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    takes = node["type"] if is_array(node["type"]) else [node["type"]]
    wanted = [_TYPES[each] for each in takes]
    neither = f"neither {' nor '.join(wanted)}" if wanted[1:] else f"not {wanted[0]}"
    fix = f"Give {' or '.join(wanted)}{_as_in(node)}"
    if takes == ["boolean"]:
        neither, fix = "neither true nor false", "Write true or false, without quotes."
    if value is None:
        fix = f"{fix[:-1]}, or leave the field out."
    return "CT010", f"{shown} is {neither}", fix


def _as_in(node: dict[str, JsonValue], before: str = "") -> str:
    """Return the end of a sentence: an example as the schema gives it, if it does."""
    if "examples" not in node:
        return "."
    example = clip(json.dumps(node["examples"][0], ensure_ascii=False), SAMPLE)
    return f", as in {before}{example}{'' if example.endswith(ENDED) else '.'}"


def _of_words(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    words: list[str] = node["enum"]
    near = suggest(value, words) if isinstance(value, str) else None
    hint = f'. Did you mean "{near}"?' if near and shown != UNNAMED else ""
    return "CT013", f"{shown} {node['x-message']}{hint}", f"one of: {', '.join(words)}"


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
    return code, f"{shown} {message}{hint}", fix


def _hint(node: dict[str, JsonValue], value: JsonValue) -> str:
    """Return what was probably meant by text that has not the form it needs."""
    find_meant = _MEANT.get(home_of(node).rule)
    meant = find_meant(value) if find_meant else None
    return f'. Did you mean "{meant}"?' if meant else ""


_MEANT: Final[dict[str, Callable[[str], str | None]]] = {
    "values#/$defs/language": meant_language,
    "values#/$defs/country": meant_country,
}
"""Where a form is described → what finds out what was meant."""


def _of_length(node: dict[str, JsonValue], value: JsonValue, shown: str) -> Wording:
    most = node["maxLength"]
    message = f"{shown} has {len(value)} characters; {most} are allowed"
    return "CT015", message, f"Shorten it to {most} characters."


def _of_items(node: dict[str, JsonValue], value: JsonValue, _shown: str) -> Wording:
    if not value:
        return "CT016", "the list is empty", f"Give at least one item{_as_in(node)}"
    most = node["maxItems"]
    message = f"the list has {len(value)} items; {most} are allowed"
    return "CT016", message, f"Shorten it to {most} items."


def _of_bounds(node: dict[str, JsonValue], _value: JsonValue, shown: str) -> Wording:
    least, most = node["minimum"], node["maximum"]
    message = f"{shown} is not between {least} and {most}"
    return "CT017", message, f"Give a number from {least} to {most}."


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


def _field_faults(
    refusals: Iterable[Refusal], path: Path, value: dict[str, JsonValue]
) -> Iterator[Fault]:
    """Yield a fault for each missing, unknown or misplaced field of one object."""
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
    known = {name for refusal in refusals for name in _known_fields(refusal.node)}
    free = sorted(known - value.keys())
    strangers = [key for key in value if key not in known]
    renamed = _renamed(strangers, extra, missing, value)
    for key in strangers:
        # A key that is nearly a missing one is that one misspelt: one mistake. So is
        # one that is nearly what would do instead: "ulr" where the title is missing.
        near = suggest(key, missing) or suggest(key, free)
        meant = near or renamed.get(key)
        if meant in missing or key in extra:
            node = extra.get(key) or missing[str(meant)]
            yield _unknown(node, path, key, meant, is_renamed=near is None)
            missing = {
                name: node
                for name, node in missing.items()
                if meant not in (name, *_because(node).split())
            }
    for key in [key for key in extra if key in known]:
        # So is a field of another kind where its counterpart in this kind is missing.
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

    So do fields of other formats look: "label" where "name" is missing.
    """
    if len(missing) != 1:
        return {}
    ((name, node),) = missing.items()
    field = _definition(node, name)
    if "enum" in field:
        fitting = [key for key in strangers if value[key] in field["enum"]]
    else:
        sort = type(field["examples"][0])
        refused = [key for key in strangers if key in extra]
        fitting = [key for key in refused if type(value[key]) is sort]
    return {fitting[0]: name} if len(fitting) == 1 else {}


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
"""What an object inside a record is called, by its name in the schema."""


def _owner(node: dict[str, JsonValue]) -> str:
    """Return what an object of this schema is called."""
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
        message=f"{key} is not for {_filled(template, value)}",
        fix=fix,
        rule=f"{home_of(node).rule}/additionalProperties",
        at_key=True,
    )


def _missing(
    node: dict[str, JsonValue], path: Path, name: str, value: dict[str, JsonValue]
) -> Fault:
    because = _filled(_because(node), value)
    reason = f", because {because}" if because else ""
    field = _definition(node, name)
    if "enum" in field:
        fix = f'Add "{name}", one of: {", ".join(field["enum"])}.'
    else:
        before = f'"{name}": '
        fix = f"Add it{_as_in(field, before)}"
    return Fault(
        path=path,
        code="CT011",
        message=f"{name} is missing{reason}",
        fix=fix,
        rule=f"{home_of(node).rule}/required",
    )


def _because(node: dict[str, JsonValue]) -> str:
    because: str = node.get("x-because", "")
    return because


def _filled(template: str, value: dict[str, JsonValue]) -> str:
    """Return a text of the schema with the kind at hand in its place."""
    return template.replace("{kind}", clip(str(value.get("kind", "fact"))))


def _definition(node: dict[str, JsonValue], name: str) -> dict[str, JsonValue]:
    """Return what the schema around `node` says of the field `name`."""
    return next(
        field
        for each in parents_of(node)
        for fields in (each.get("properties", {}), shared_fields(each))
        for field in [fields.get(name, {})]
        if "enum" in field or "examples" in field
    )


def _are_alike(node: dict[str, JsonValue], one: str, other: str) -> bool:
    """Return whether two fields of a record take the same sort of value."""
    fields = shared_fields(load_schema(home_of(node).name))
    sort = fields.get(one, {}).get("$ref")
    return sort is not None and sort == fields.get(other, {}).get("$ref")


@functools.cache
def _fields_of_schema(name: str) -> frozenset[str]:
    """Return every field that some kind of this type of record has."""
    return frozenset(shared_fields(load_schema(name)))


def _known_fields(node: dict[str, JsonValue]) -> frozenset[str]:
    """Return the fields that an object of this schema, or of a sibling kind, has."""
    own = frozenset(node.get("properties", {}))
    siblings = _fields_of_schema(home_of(node).name)
    return own | siblings if own and own <= siblings else own
