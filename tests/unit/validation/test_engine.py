"""The engine: exact patterns, one registry, and nothing from anywhere else."""

from __future__ import annotations

import json
import re
import socket
import urllib.request
from typing import TYPE_CHECKING

import pytest

from claimtrack.schema import NAMES, JsonValue, is_array, is_object, load_schema
from claimtrack.validation import validate
from claimtrack.validation._engine import find_refusals, home_of, parents_of
from claimtrack.validation._fast import find_refusals_fast
from plain_records import source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.validation._engine import Refusal

NEWLINE = (
    ("/id", source("unn\n", name="U")),
    ("/country", {"country": "UA\n"}),
    ("/url", {"url": "https://example.org/\n"}),
    ("/same_as/0", {"same_as": ["https://example.org/\n"]}),
    ("/aka/0/lang", {"aka": [{"text": "U", "lang": "uk\n"}]}),
)


@pytest.mark.parametrize(("pointer", "fields"), NEWLINE)
def test_a_last_newline_is_refused(pointer: str, fields: dict[str, JsonValue]) -> None:
    """Python's ``$`` would let it pass, behind a reference to another file too."""
    base = source("u")
    (found,) = validate({**base, **fields})
    assert (found.code, found.pointer) == ("CT014", pointer)
    assert found.rule.startswith("values#/$defs/")


@pytest.mark.parametrize("digits", ["२०२५", "٢٠٢٥", "\uff12\uff10\uff12\uff15", "²⁰²⁵"])
def test_foreign_digits_are_no_digits(digits: str) -> None:
    """A date is written in the digits 0 to 9; every engine must read it alike."""
    (found,) = validate({"type": "claim", "id": "c", "text": "T", "holds": digits})
    assert (found.code, found.pointer) == ("CT020", "/holds")
    head = f"{digits}.0" if digits.isdecimal() else "1.\u0660"
    (found,) = validate({"claimtrack": head, "records": []})
    assert found.code == "CT027"


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every way out raise."""

    def refuse(*_args: object, **_fields: object) -> None:
        message = "something was to be fetched"
        raise AssertionError(message)

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("key", ["$ref", "$schema", "$id", "$dynamicRef"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_reference_in_the_data_is_data(key: str, inside: bool) -> None:  # noqa: FBT001
    """Nothing is fetched, whatever the data name."""
    url = "https://example.org/schema.json"
    claim = {"type": "claim", "id": "c", "text": "T"}
    if inside:
        assert validate({**claim, "ext": {key: url}}) == ()
        return
    (found,) = validate({**claim, key: url})
    assert (found.code, found.pointer) == ("CT012", f"/{key}")


@pytest.mark.usefixtures("offline")
def test_all_schemas_are_at_hand() -> None:
    """A record of each type is judged without a single look elsewhere."""
    for name in NAMES:
        list(find_refusals(name, {"type": name, "kind": "unnamed", "chain": [{}]}))


def nodes(value: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Yield every object inside a schema."""
    if is_object(value):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif is_array(value):
        for each in value:
            yield from nodes(each)


def refusals() -> list[tuple[str, dict[str, JsonValue]]]:
    """Return what the engine says of a record with all sorts of mistakes."""
    record = {"type": "attribution", "id": 3, "chain": [{"at": "x"}, {"mode": "y"}]}
    found = list(find_refusals("record", record))
    assert {each.keyword for each in found} == {"enum", "pattern", "required", "type"}
    return [(each.keyword, each.node) for each in found]


def test_every_refusal_has_a_home() -> None:
    """The rule of a finding leads to the keyword in our own file."""
    for keyword, node in refusals():
        home = home_of(node)
        name, _, pointer = home.rule.partition("#")
        found: JsonValue = load_schema(name)
        for step in pointer.split("/")[1:]:
            found = found[int(step) if is_array(found) else step]
        assert {**found, "$schema": None} == {**node, "$schema": None}
        assert keyword in node
        assert home.name == name


def test_parents_lead_to_the_file() -> None:
    """A node knows what it stands in, up to the whole schema."""
    for _, node in refusals():
        around = list(parents_of(node))
        assert around[0] is node
        assert around[-1]["$id"] == f"urn:claimtrack:v1:{home_of(node).name}"


def test_a_stranger_has_no_home() -> None:
    """Nodes that are equal to ours are not ours."""
    with pytest.raises(KeyError):
        home_of(json.loads(json.dumps(load_schema("claim"))))


def test_dollar_stands_at_the_end_alone() -> None:
    """The exact pattern replaces a last ``$``; there must not be another one."""
    patterns = {
        n["pattern"] for s in NAMES for n in nodes(load_schema(s)) if "pattern" in n
    }
    assert len(patterns) > 5
    for pattern in patterns:
        assert not re.search(r"(?<!\\)\$.", pattern)


@pytest.mark.parametrize("find", [find_refusals, find_refusals_fast])
def test_what_is_no_object_is_refused_once(
    find: Callable[[str, JsonValue], Iterable[Refusal]],
) -> None:
    """By every type of record it was, and a hundred thousand numbers took minutes."""
    dossier: JsonValue = {"claimtrack": "1.0", "records": [7, "text", None, [7]]}
    refused = [(each.path, each.keyword) for each in find("dossier", dossier)]
    assert refused == [(("records", index), "type") for index in range(4)]
