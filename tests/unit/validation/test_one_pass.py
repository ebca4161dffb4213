"""What is surely sound goes through in one pass; the exact path decides on the rest."""

from __future__ import annotations

import gzip
import io
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pytest

from claimtrack.records import RECORD_TYPES, REFERENCES, Rating
from claimtrack.schema import (
    NESTED,
    _store,
    _trusted,
    build_record,
    load_schema,
    source_of,
)
from claimtrack.validation import (
    LIMITS,
    EngineName,
    Limits,
    _soundness,
    _tame,
    _terms,
    examine,
    examine_all,
    referenced_ids,
    validate,
)
from claimtrack.validation import _one_pass as one_pass
from claimtrack.validation._chunks import read_chunk
from claimtrack.validation._engines import ENGINES
from claimtrack.validation._judgement import build
from claimtrack.validation._one_pass import pass_dossier
from claimtrack.validation._sequence import Sequence
from claimtrack.validation._soundness import hold_together
from claimtrack.validation._stream import Stream, UnreadableError
from claimtrack.validation._sweep import sweep
from claimtrack.validation._tame import is_tame, tame_schema
from claimtrack.validation._terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue
    from claimtrack.validation._part import Part

Json = dict[str, Any]

Way: TypeAlias = tuple[str, ...]

TERMS: Final = Terms.of("fast", LIMITS, None)
HEAD: Final = {"claimtrack": "1.0"}
CLAIM: Final = {"type": "claim", "id": "c1", "text": "The ferry stops"}
UNN: Final = {"type": "source", "id": "unn", "kind": "outlet", "name": "UNN"}
SAID: Final = {"type": "attribution", "claim": "c1", "chain": ["unn"]}


def passed(*records: object, terms: Terms = TERMS, **head: object) -> bool:
    """Return whether one pass is enough to know what is to be known."""
    given = [*records]
    return pass_dossier({**HEAD, **head}, given, terms, lambda _: True) is not None


def test_sound_records_pass() -> None:
    """Sound records pass."""
    assert passed(CLAIM, UNN, SAID, title="Ferry", lang="en")


def test_what_is_sound_and_not_tame_passes_too() -> None:
    """What is sound and not tame passes too."""
    unsettled = {**SAID, "chain": ["unn", {"candidates": [{"source": "unn"}]}]}
    dated = {**CLAIM, "id": "c2", "holds": "2025-04/2025-06", "about": ["c1"]}
    assert not is_tame("attribution", [unsettled])
    assert not is_tame("claim", [dated])
    assert passed(CLAIM, UNN, unsettled, {**SAID, "claim": "c2"}, dated)


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        {"type": "dossier"},
        {"type": ["claim"]},
        {**CLAIM, "text": ""},
        {**CLAIM, "holds": "2025-02-30"},
        {**CLAIM, "lang": "ua"},
        {**SAID, "claim": "c9"},
        {**SAID, "claim": "unn"},
        CLAIM,
    ],
)
def test_mistakes_are_left_to_the_exact_path(wrong: object) -> None:
    """Mistakes are left to the exact path."""
    assert not passed(CLAIM, UNN, SAID, wrong)


@pytest.mark.parametrize(
    "head",
    [{"claimtrack": "1.1"}, {"tone": "dry"}, {"title": 7}, {"lang": "ua"}],
)
def test_heads_with_mistakes_are_left_to_the_exact_path(head: Json) -> None:
    """Heads with mistakes are left to the exact path."""
    assert not passed(CLAIM, UNN, SAID, **head)


def test_what_the_gate_does_not_let_through_is_left_to_the_exact_path() -> None:
    """What the gate does not let through is left to the exact path."""
    dated = {**CLAIM, "holds": "2025-04/2025-06"}
    given = [dated, UNN, SAID]
    assert pass_dossier(HEAD, given, TERMS, lambda _: False) is None


def test_what_is_to_be_said_of_sound_records_is_said() -> None:
    """A source that nothing leads to, and an excerpt that is longer than its place."""
    long = {**SAID, "excerpts": [{"exact": "abc", "start": 0, "end": 9}]}
    lone = {**UNN, "id": "lone", "name": "Lone"}
    found = pass_dossier(HEAD, [CLAIM, UNN, long, lone], TERMS, lambda _: True)
    assert found is not None
    assert [each.code for each in found.faults] == ["CT040", "CT705"]
    assert len(build(found.records)) == 4
    few = Terms.of("fast", Limits(findings=0), None)
    assert not passed(CLAIM, UNN, long, terms=few)


def test_a_chain_that_begins_with_another_than_the_publisher_is_said() -> None:
    """The sets see that something is there, and the finder says what."""
    wire = {**UNN, "id": "wire", "name": "Wire"}
    story = {"type": "document", "id": "d", "kind": "page", "title": "T"}
    read = {**SAID, "document": "d"}
    given = [CLAIM, UNN, wire, {**story, "publisher": "wire"}, read]
    found = pass_dossier(HEAD, given, TERMS, lambda _: True)
    assert found is not None
    assert [each.code for each in found.faults] == ["CT708"]


def test_a_dossier_has_as_many_records_as_the_schema_allows() -> None:
    """A dossier has as many records as the schema allows."""
    most = load_schema("dossier")["properties"]["records"]["maxItems"]
    assert most == one_pass.MOST


def test_records_that_are_no_records_do_not_surely_hold_together() -> None:
    """Records that are no records do not surely hold together."""
    assert not hold_together([7])
    assert hold_together([CLAIM, UNN, SAID])


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}\n{"b": 2, "b": 2}\n',
        b'{"a": "\\u0000"}',
        b'{"a": "\\ud800"}',
        b"[1,\n2],3",
        b'{"a": 1}\n\n{"a": 1}',
        b"\xef\xbb\xbf{}",
        b'"\xff"',
        b"1,2",
    ],
)
def test_chunks_in_doubt_are_left_to_the_exact_path(data: bytes) -> None:
    """Chunks in doubt are left to the exact path."""
    assert read_chunk(data) is None


def test_lines_are_not_taken_for_values_between_them() -> None:
    """Lines are not taken for values between them."""
    assert read_chunk(b"[1,\n2]\n3,4,5") is None


def test_code_and_schemas_that_are_derived_can_be_looked_at() -> None:
    """Code and schemas that are derived can be looked at."""
    assert "self.best = best" in source_of(Rating)
    assert tame_schema("attribution")["properties"]["chain"]["items"]["required"]


def test_a_file_of_another_kind_is_said_once() -> None:
    """What follows a first line that shows it is not read."""
    data = b"<!DOCTYPE html>\n<p>\n" * 2
    stream = Stream.of(io.BytesIO(data), LIMITS)
    parts = list(sweep(stream.line_chunks(b"", 7), None, TERMS))
    assert [each.code for part in parts for each in part.findings] == ["CT002"]


def test_a_dossier_that_is_too_large_is_said_once() -> None:
    """A dossier that is too large is said once."""
    head = json.dumps({"type": "dossier", **HEAD}).encode() + b"\n"
    line = json.dumps(CLAIM).encode() + b"\n"
    limits = Limits(dossier=400)
    found = list(examine_all(head + line * 20 + head + line, limits=limits))
    assert [[e.code for e in each.findings] for each in found] == [["CT007"], []]


def test_a_line_beyond_the_limit_of_a_dossier_ends_it() -> None:
    """A line beyond the limit of a dossier ends it."""
    limits = Limits(record=100, dossier=1_000)
    head = json.dumps({"type": "dossier", **HEAD}).encode() + b"\n"
    short, deep = b'{"type":"x"}\n', b"[" * 1_200
    for data in (head, head + short, head + b"\n\n" + short, head + short * 40):
        told = {
            (each.message, each.location.line)
            for fold in (bytes, gzip.compress)
            for end in (b"\n", b"")
            for line in [fold(data + deep + end)]
            for engine in ENGINES
            for part in examine_all(line, engine=engine, limits=limits)
            for each in part.findings
            if each.location is not None and "longer" in each.message
        }
        message = "the line is longer than 1,000 bytes; the rest was not read"
        assert told == {(message, data.count(b"\n") + 1)}


def test_single_records_pass_or_are_said_exactly() -> None:
    """Single records pass or are said exactly."""
    assert examine(json.dumps(CLAIM)).records
    assert [e.code for e in validate(json.dumps({**CLAIM, "kind": "x"}))] == ["CT013"]
    dated = {**CLAIM, "holds": "2025-04/2025-06"}
    assert examine(json.dumps(dated)).is_valid
    assert [e.code for e in validate('{"claimtrack": "1.0"}')] == ["CT011"]


def test_schemas_are_found_in_an_archive_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no folder stands beside the code, the package itself is asked."""
    root = _store.schema_root()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "is_dir", Path.is_socket)
        assert _store.schema_root().name == root.name


def test_what_is_derived_is_derived_for_every_type() -> None:
    """Caches are emptied, because a law may have asked before."""
    for module in (_tame, _trusted, _soundness):
        for value in vars(module).values():
            if (clear := getattr(value, "cache_clear", None)) is not None:
                clear()
    for name, cls in RECORD_TYPES.items():
        assert is_tame(name, [])
        assert source_of(cls).startswith("def __init__(self, type=None, id=None, ")
    built = build_record({**SAID, "chain": ["unn", {"source": "unn", "at": "2025"}]})
    assert built.type == "attribution"
    far = {**UNN, "id": "far", "name": "Far"}
    near = {**UNN, "affiliations": ["far"], "aka": ["The UNN", {"text": "UNN news"}]}
    by = {"type": "relation", "kind": "context-of", "subject": "c1", "object": "c2"}
    other = {**CLAIM, "id": "c2"}
    assert passed(CLAIM, other, near, far, SAID, {**by, "by": "unn"}, by)


def test_blanks_count_for_the_length_of_a_line() -> None:
    """The beginning of a line that is too long may be JSON, and is not taken for it."""
    head = json.dumps({"type": "dossier", **HEAD}).encode()
    line = json.dumps(CLAIM).encode()
    data = head + b"\n" + line + b" " * 99 + b"\n"
    limits = Limits(record=len(line) + 9)
    (found,) = examine_all(data, limits=limits)
    assert [each.code for each in found.findings] == ["CT007"]


@pytest.mark.parametrize("spare", range(4))
@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_what_is_cut_off_a_line_is_never_lost(engine: EngineName, spare: int) -> None:
    """Where the limit falls on carriage returns, something may follow them."""
    line = json.dumps(CLAIM)
    limits = Limits(record=len(line) + 3)
    text = f'{{"type": "dossier", "claimtrack": "1.0"}}\n{line}{" " * spare}'
    for end, codes in (("\r\n", []), ("\r\r\r\r and more\n", ["CT007"])):
        data = text + end
        for door in (data, data.encode(), gzip.compress(data.encode())):
            found = validate(door, engine=engine, limits=limits)
            assert [each.code for each in found] == codes


def test_compressed_lines_come_in_chunks_too() -> None:
    """What was read before the damage is not lost."""
    lines = [b"[%d]\n" % number for number in range(50)]
    data = gzip.compress(b"".join(lines))
    whole = Stream.of(io.BytesIO(data), LIMITS)
    assert b"".join(whole.line_chunks(b"", 20)) == b"".join(lines)
    torn = Stream.of(io.BytesIO(data[:-8]), LIMITS)
    found: list[bytes] = []
    with pytest.raises(UnreadableError):
        found.extend(torn.line_chunks(b"", 2**20))
    assert b"".join(lines).startswith(b"".join(found))


@pytest.mark.parametrize("blank", [b"\n", b"\r\n", b" \n"])
def test_blank_lines_are_passed_over_at_once(
    monkeypatch: pytest.MonkeyPatch, blank: bytes
) -> None:
    """Where a dossier is read line by line, too: a few bytes unfold to millions."""
    taken: list[bytes] = []
    take = Sequence.take

    def counted(self: Sequence, data: bytes) -> Iterator[Part]:
        taken.append(data)
        return take(self, data)

    monkeypatch.setattr(Sequence, "take", counted)
    head = json.dumps({"type": "dossier", **HEAD}).encode()
    data = b"\n".join([head, b"[", b"", *[blank * 50_000] * 4, b"[", b""])
    found = validate(data)
    assert [e.location.line for e in found if e.location] == [2, data.count(b"\n")]
    assert len(taken) < 100


@pytest.mark.parametrize("engine", ["auto", "reference"])
def test_the_first_few_are_checked_without_an_engine(
    monkeypatch: pytest.MonkeyPatch, engine: EngineName
) -> None:
    """With the same findings as later, whether they are sound or not."""
    dossier = {**HEAD, "records": [CLAIM, UNN, SAID]}
    many = {**HEAD, "records": [CLAIM, *({**SAID, "note": f"{n}"} for n in range(20))]}
    inputs: list[Json] = [
        CLAIM,
        {**CLAIM, "kind": "x"},
        dossier,
        many,
        {**HEAD, "records": 7},
    ]
    given: list[Json | str] = [*inputs, *map(json.dumps, inputs)]
    monkeypatch.setattr(_terms, "_checked", itertools.count())
    early = [validate(each, engine=engine) for each in given]
    monkeypatch.setattr(_terms, "_checked", itertools.count(_terms.EARLY))
    assert early == [validate(each, engine=engine) for each in given]
    assert [not each for each in early[:3]] == [True, False, True]


def ways_to_references(cls: type, way: tuple[str, ...] = ()) -> Iterator[Way]:
    """Yield each way from a record to a field that refers to another record."""
    for key in REFERENCES.get(cls, {}):
        yield (*way, key)
    for key, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type) and shape is not cls:
            yield from ways_to_references(shape, (*way, key))


WAYS: Final[list[tuple[str, Way]]] = [
    (name, way) for name, cls in RECORD_TYPES.items() for way in ways_to_references(cls)
]


@pytest.mark.parametrize(("record_type", "way"), WAYS)
def test_every_field_that_refers_is_looked_at(record_type: str, way: Way) -> None:
    """However deep it is, and also beside fields that are looked at by themselves."""
    value: JsonValue = "nowhere"
    for key in reversed(way[1:]):
        value = {key: value}
    record = {"type": record_type, "kind": "contradicts", "subject": "a", "object": "b"}
    assert "nowhere" in referenced_ids([{**record, way[0]: value}])


def test_there_are_many_ways_to_refer() -> None:
    """The tables of fields have them, dates of relations among them."""
    assert len(WAYS) > 30
    assert ("relation", ("at", "relative_to")) in WAYS
