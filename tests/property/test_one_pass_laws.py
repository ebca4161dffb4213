"""What goes through in one pass is sound, and is what the exact path makes of it.

Lines and dossiers are spoilt at random, most of them so that they still look right. By
default some hundred are tried; what is marked as long tries 500,000 chunks of lines and
20,000 dossiers, and prints how many of them went through: a gate that lets nothing pass
would prove nothing.
"""

from __future__ import annotations

import copy
import functools
import gzip
import importlib.util
import io
import json
import pickle
import random
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.schema import (
    JsonValue,
    build_record,
    is_array,
    is_object,
    read_record,
    write_record,
)
from claimtrack.testing import dossiers, records
from claimtrack.validation import (
    LIMITS,
    EngineName,
    Examination,
    Limits,
    _engines,
    _terms,
    examine_all,
)
from claimtrack.validation._chunks import read_chunk
from claimtrack.validation._contradictions import find_contradictions
from claimtrack.validation._engines import REFERENCE
from claimtrack.validation._gate import admit_text
from claimtrack.validation._judgement import build
from claimtrack.validation._one_pass import pass_dossier
from claimtrack.validation._places import Layout
from claimtrack.validation._restated import restated
from claimtrack.validation._sequence import read_parts
from claimtrack.validation._stream import Stream, UnreadableError
from claimtrack.validation._sweep import sweep
from claimtrack.validation._tame import is_buildable, is_sound, is_tame
from claimtrack.validation._terms import Terms
from claimtrack.validation._verdict import judge

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from types import ModuleType

    from claimtrack.dossier import Dossier
    from claimtrack.records import Record
    from claimtrack.validation._part import Part

Json = dict[str, Any]

TERMS: Final = Terms.of("fast", LIMITS, None)
PLACE: Final = Path(__file__).parents[2] / "benchmarks" / "generated.py"

PIECES: Final = (
    *(
        b"\n",
        b'"',
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b" ",
        b"\r",
        b"0",
        b"\xff",
    ),
    *(b"\\u0000", b"\\u0022", b"\\ud800", b'\\"', b"\\\\", b"\x00", b"\xef\xbb\xbf"),
    *(b',"id":"c1"', b'"type":"claim",', b"9007199254740993", b"1e400", b"NaN"),
    *(b"[1,\n2]", b'"a\n', b'b"', b'{"a":\n1}', b"-", b"null", b"\n\n", b"1\n,2"),
)
"""What is put into lines: what is right somewhere, and what swallows a neighbour."""

VALUES: Final[tuple[Any, ...]] = (
    *("", " ", "\u2800", "x", "c1", "c2", "outlet-0", "person-1", "u0", "story-0"),
    *(
        "2025-02-29",
        "2024-02-29",
        "2025-13",
        "2025",
        "2025-06-31",
        "0000",
        "2025-06/2024",
    ),
    *("2025-06-05T10:00:00Z", "2025-06-05T10:00:00", "2025-06-05T24:00:00+03:00"),
    *(
        "en",
        "ua",
        "UK",
        "pt-BR",
        "UA",
        "qaa",
        "urn:a:b",
        "https://e.org/x y",
        "a" * 300,
    ),
    *(0, 1, -1, 2.0, 2.5, 10**16, 1e300, True, None, [], {}, ["x"], {"edtf": "2025"}),
    *({"text": "in April"}, {"edtf": "2025", "relative_to": "story-0"}, {"min": 3}),
    *({"min": 3, "max": 2}, {"source": "c1"}, "person", "unnamed", "allegation"),
    *("same-as", "supersedes", "version-of", "distinct-from", "copied-from", "CT999"),
    *({"a": {"a": {"a": {"a": {"a": {"a": 1}}}}}}, {"a": 2**60}, {"a": 2.5}),
)
"""What is put in the place of values."""

KEYS: Final = (
    *("id", "type", "kind", "at", "lang", "country", "count", "quantity", "condition"),
    *(
        "excerpts",
        "document",
        "note",
        "ext",
        "candidates",
        "evidence",
        "about",
        "holds",
    ),
    *("name", "description", "aka", "same_as", "publisher", "modified", "published"),
    *(
        "response",
        "rating",
        "confidence",
        "normalized",
        "until",
        "by",
        "source",
        "tone",
    ),
)
"""Keys that are put into records, or exchanged for others."""

RECORDS: Final[tuple[Json, ...]] = (
    {
        "type": "relation",
        "kind": "same-as",
        "subject": "outlet-0",
        "object": "outlet-1",
    },
    {"type": "relation", "kind": "supersedes", "subject": "c0", "object": "c1"},
    {"type": "relation", "kind": "supersedes", "subject": "c1", "object": "c0"},
    {"type": "relation", "kind": "same-as", "subject": "person-0", "object": "allies"},
    {"type": "waiver", "rule": "CT708", "target": "c1", "by": "A", "reason": "B"},
    {"type": "waiver", "rule": "CT099", "target": "c1", "by": "A", "reason": "B"},
    {"type": "notice", "kind": "retraction", "target": "story-0", "by": "outlet-0"},
    {"type": "source", "id": "extra", "kind": "person", "name": "Dana Silva 1"},
    {"type": "document", "id": "extra", "kind": "page", "url": "https://e.org/"},
    {
        "type": "claim",
        "id": "extra",
        "text": "T",
        "about": ["urn:x:y", "c1", "nothing"],
    },
    {"type": "attribution", "claim": "c1", "chain": [{"at": "2025"}]},
    {"type": "attribution", "claim": "c1", "chain": ["outlet-0", {"candidates": []}]},
)
"""Records that are put into dossiers."""


@functools.cache
def generator() -> ModuleType:
    """Return what generates dossiers for the benchmarks."""
    spec = importlib.util.spec_from_file_location("generated", PLACE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made(number: int) -> Json:
    """Return a sound dossier."""
    dossier: Json = generator().generate(number)
    return dossier


def inner_of(value: JsonValue) -> Iterator[Json | list[Any]]:
    """Yield every object and list inside a value, itself too."""
    if is_object(value) or is_array(value):
        yield value
    for each in value.values() if is_object(value) else value:
        if is_object(each) or is_array(each):
            yield from inner_of(each)


def spoil_value(value: Json, chosen: random.Random) -> None:
    """Change one thing inside a JSON object."""
    owner = chosen.choice([*inner_of(value)])
    new = copy.deepcopy(chosen.choice(VALUES))
    if isinstance(owner, list):
        owner.append(new)
        return
    key = chosen.choice([*owner, chosen.choice(KEYS)])
    if key in owner and chosen.random() < 0.2:
        del owner[key]
    else:
        owner[key] = new


def spoil_bytes(data: bytes, chosen: random.Random) -> bytes:
    """Change a few bytes, or exchange two pieces."""
    start = chosen.randrange(len(data) + 1)
    if chosen.random() < 0.2:
        # What ends with a bracket in one line may begin in another.
        other = chosen.randrange(len(data) + 1)
        return data[:start] + data[other : other + 9] + data[start:]
    gone = chosen.choice((0, 0, 1, 1, 2, 9))
    return data[:start] + chosen.choice(PIECES) + data[start + gone :]


def spoilt_chunks(count: int, part: int = 0) -> Iterator[bytes]:
    """Yield chunks of one to five lines, spoilt or not; others for each part."""
    chosen = random.Random(21 + part)  # noqa: S311
    numbers = range(3 * part, 3 * part + 3)
    sound = [json.dumps(each) for n in numbers for each in made(n)["records"]]
    for _ in range(count):
        some = [*map(json.loads, chosen.choices(sound, k=chosen.randint(1, 5)))]
        for _ in range(chosen.choice((0, 1, 1, 2))):
            spoil_value(chosen.choice(some), chosen)
        lines = [
            json.dumps(e, ensure_ascii=chosen.random() < 0.1).encode() for e in some
        ]
        data = b"\n".join(lines)
        for _ in range(chosen.choice((0, 0, 1, 2))):
            data = spoil_bytes(data, chosen)
        yield data


def same(one: object, other: object) -> bool:
    """Return whether two values are the same JSON: 1 and 1.0 are not."""
    return json.dumps(one) == json.dumps(other)


def assert_alike(trusted: Record, constructed: Record) -> None:
    """Fail where a trusted record is not as good as a constructed one."""
    assert trusted == constructed
    assert type(trusted) is type(constructed)
    assert hash(trusted) == hash(constructed)
    assert repr(trusted) == repr(constructed)
    assert pickle.loads(pickle.dumps(trusted)) == constructed  # noqa: S301


def try_chunks(count: int, part: int = 0) -> tuple[int, int]:
    """Compare chunks with the exact gate; return how many, and what lines, passed."""
    chunks = lines = 0
    for data in spoilt_chunks(count, part):
        values = read_chunk(data)
        if values is None:
            continue
        texts = data.removesuffix(b"\n").split(b"\n")
        assert len(values) == len(texts)
        chunks += 1
        for text, value in zip(texts, values, strict=True):
            kind: object = value.get("type") if is_object(value) else None
            if (
                not isinstance(kind, str)
                or kind not in KINDS
                or not is_tame(kind, [value])
            ):
                continue
            lines += 1
            admitted = admit_text(text.decode(), REFERENCE)
            assert not admitted.faults, text
            assert same(admitted.value, value), text
            judgement = judge(admitted.value, TERMS)
            assert not judgement.faults, (text, judgement.faults)
            assert_alike(build_record(value), build(judgement.records)[0])
    return chunks, lines


KINDS: Final = (
    *("source", "document", "claim", "attribution", "assessment"),
    *("relation", "notice", "waiver"),
)


def try_restated(count: int) -> int:
    """Hold records that are read and written again against the exact path."""
    chosen = random.Random(7)  # noqa: S311
    sound = [each for n in range(20) for each in made(n)["records"]]
    passed = 0
    for _ in range(count):
        value = copy.deepcopy(chosen.choice([*sound, *RECORDS]))
        for _ in range(chosen.choice((0, 1, 1, 2))):
            spoil_value(value, chosen)
        admitted = admit_text(json.dumps(value), REFERENCE)
        if admitted.faults or not is_object(admitted.value):
            continue
        record = restated(admitted.value)
        if record is None:
            continue
        passed += 1
        judgement = judge(admitted.value, TERMS)
        warnings = [*find_contradictions((), record)]
        assert judgement.faults == warnings, (value, judgement.faults)
        assert build(judgement.records) == (record,)
    return passed


def spoilt_dossiers(count: int, seed: int = 42, part: int = 0) -> Iterator[Json]:
    """Yield dossiers in which one to three things are changed; others for each part."""
    chosen = random.Random(seed + part)  # noqa: S311
    sound = [json.dumps(made(n)) for n in range(20 * part, 20 * part + 20)]
    for _ in range(count):
        dossier = json.loads(chosen.choice(sound))
        listed = dossier["records"]
        for _ in range(chosen.choice((0, 1, 1, 2, 3))):
            way = chosen.random()
            if way < 0.4:
                listed.append(copy.deepcopy(chosen.choice(RECORDS)))
            elif way < 0.5:
                del listed[chosen.randrange(len(listed))]
            elif way < 0.95:
                spoil_value(chosen.choice(listed), chosen)
            else:
                spoil_value(dossier, chosen)
        yield dossier


def try_dossiers(count: int, part: int = 0) -> tuple[int, int]:
    """Compare dossiers with the exact path; return how many passed, and are clean."""
    passed = clean = 0
    for dossier in spoilt_dossiers(count, part=part):
        admitted = admit_text(json.dumps(dossier), REFERENCE)
        head = {key: each for key, each in dossier.items() if key != "records"}
        listed = dossier.get("records")
        if admitted.faults or not is_array(listed):
            continue
        found = pass_dossier(head, listed, TERMS, lambda _index: True)
        if found is None:
            continue
        passed += 1
        exact = judge(dossier, TERMS)
        assert found.faults == exact.faults
        assert found.head == exact.head
        assert build(found.records) == build(exact.records)
        clean += not found.faults
    return passed, clean


def test_what_is_the_same_when_written_again_is_sound() -> None:
    """Though it was held against no schema."""
    assert try_restated(3_000) > 1_000


@given(records())
def test_what_can_be_built_and_is_written_is_known_again(record: Record) -> None:
    """So that the first few records need no schema."""
    assert restated(write_record(record)) == record


def test_what_a_chunk_lets_pass_is_sound() -> None:
    """What a chunk lets pass is sound."""
    chunks, lines = try_chunks(600)
    assert chunks > 200
    assert lines > 300


def test_dossiers_are_what_the_exact_path_makes_of_them() -> None:
    """Dossiers are what the exact path makes of them."""
    passed, clean = try_dossiers(60)
    assert passed > 20
    assert clean > 5


def test_what_is_surely_sound_need_not_be_checked() -> None:
    """The same is found where only what is in doubt is held against the schemas."""
    spoilt = faulty = 0
    for dossier in spoilt_dossiers(200):
        admitted = admit_text(json.dumps(dossier), REFERENCE)
        if admitted.faults or not is_object(admitted.value):
            continue
        exact = judge(admitted.value, TERMS)
        found = judge(admitted.value, TERMS, is_sound=is_sound)
        assert found.faults == exact.faults, dossier
        assert found.head == exact.head
        assert build(found.records) == build(exact.records)
        spoilt += 1
        faulty += bool(exact.faults)
    assert spoilt > 150
    assert faulty > 100


def contradictory(chosen: random.Random) -> Json:
    """Return a record that may contradict itself, or be wrong."""
    numbers = [chosen.choice((0, 1, 2, 3, 5, 9)) for _ in range(4)]
    words = "said so"[: chosen.choice((1, 2, 4))]
    dates = ("2024", "2024-05", "2024-05-06", "2025~", "2024-02-30")
    made: list[Json] = [
        {
            "type": "attribution",
            "claim": "c1",
            "chain": ["s1", "s2"],
            "excerpts": [
                {"exact": words, "start": numbers[0], "end": numbers[1]},
                {"exact": words, "role": "cue", "link": numbers[2] % 4},
            ],
        },
        {
            "type": "document",
            "id": "d1",
            "kind": "article",
            "title": "T",
            "published": chosen.choice(dates),
            "modified": chosen.choice(dates),
        },
        {
            "type": "assessment",
            "subject": "c1",
            "verdict": "False",
            "rating": dict(zip(("value", "best", "worst"), numbers, strict=False)),
        },
    ]
    return chosen.choice(made)


def test_what_contradicts_itself_is_built_if_nothing_else_is_wrong() -> None:
    """A warning is no reason to hold a record against the schemas."""
    chosen = random.Random(3)  # noqa: S311
    buildable = warned = 0
    for _ in range(600):
        value = contradictory(chosen)
        exact = judge(value, TERMS)
        if is_buildable(value):
            (record,) = build(exact.records)
            assert_alike(build_record(value), record)
            assert exact.faults == [*find_contradictions((), record)]
            assert is_sound(value) <= (not exact.faults)
            buildable += 1
            warned += bool(exact.faults)
    assert 200 < buildable < 500
    assert warned > 100


@pytest.mark.long
def test_a_hundred_thousand_records() -> None:
    """A hundred thousand records that are read and written again."""
    passed = try_restated(100_000)
    print(f"of 100,000 records {passed} were the same again")  # noqa: T201
    assert passed > 30_000


@pytest.mark.long
@pytest.mark.parametrize("part", range(5))
def test_half_a_million_chunks(part: int) -> None:
    """Half a million chunks, in parts that several processes can share."""
    chunks, lines = try_chunks(100_000, part)
    print(f"of 100,000 chunks {chunks} passed, and in them {lines} lines")  # noqa: T201
    assert chunks > 20_000


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_twenty_thousand_dossiers(part: int) -> None:
    """Twenty thousand dossiers, in parts that several processes can share."""
    passed, clean = try_dossiers(5_000, part)
    print(f"of 5,000 dossiers {passed} passed, and of them {clean} are clean")  # noqa: T201
    assert passed > 1_250


@given(records())
def test_a_trusted_record_equals_a_constructed_one(record: Record) -> None:
    """A trusted record equals a constructed one."""
    written = write_record(record)
    constructed, problems = read_record(written)
    assert constructed is not None
    assert not problems
    assert_alike(build_record(written), constructed)


def known(parts: Iterable[Part], stream: Stream) -> list[object]:
    """Return what the parts of a stream are, and why reading it had to stop."""
    found: list[object] = []
    try:
        found.extend((e.layout, e.findings, e.admitted) for e in parts)
    except UnreadableError as error:
        found.append((Layout(file="f"), (error.finding("f", stream.line),), None))
    return found


@contextmanager
def plain_install() -> Generator[None]:
    """Do without the extra, as where it is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_engines, "is_fast_there", lambda: False)
        patch.setattr(_terms, "EARLY", 0)
        yield


def examined(
    data: str | bytes, engine: EngineName = "auto", limits: Limits = LIMITS
) -> list[tuple[Examination, list[JsonValue]]]:
    """Return what is known of each dossier, with its records as they are written."""
    found = examine_all(data, engine=engine, limits=limits)
    return [(each, [*map(write_record, each.records)]) for each in found]


def swept(data: bytes, size: int, terms: Terms) -> list[object]:
    """Return what is known of a sequence that is read in chunks of this size."""
    chunks = Stream.of(io.BytesIO(data), terms.limits).line_chunks(b"", size)
    return [(e.layout, e.findings, e.admitted) for e in sweep(chunks, "f", terms)]


@given(
    st.integers(0, 10**9),
    st.sampled_from([1, 7, 100, 1_000, 5_000]),
    st.sampled_from([LIMITS, Limits(record=300), Limits(record=150, dossier=900)]),
    st.sampled_from(["plain", "folded"]),
)
def test_chunks_of_any_size_say_the_same(
    seed: int, size: int, limits: Limits, form: str
) -> None:
    """A spoilt sequence has the same parts, read line by line or a chunk at a time."""
    chosen = random.Random(seed)  # noqa: S311
    data = b""
    for number in range(3):
        dossier = made(number)
        dossier["records"] = dossier["records"][: chosen.randint(0, 12)]
        head = {k: each for k, each in dossier.items() if k != "records"}
        data += chosen.choice((b"", b"", b"\n", b" \r\n\n")) if number else b""
        for each in ({"type": "dossier", **head}, *dossier["records"]):
            data += json.dumps(each).encode() + chosen.choice((b"\n", b"\r\n"))
    for _ in range(chosen.choice((0, 1, 1, 2))):
        data = spoil_bytes(data, chosen)
    if form == "folded":
        data = gzip.compress(data)[: chosen.choice((None, -1, -40))]
    terms = Terms.of("fast", limits, None)
    stream = Stream.of(io.BytesIO(data), limits)
    exact = known(read_parts(stream.lines(b""), "f", terms), stream)
    assert swept(data, size, terms) == swept(data, 2**20, terms) == exact
    exactly = examined(data, "reference", limits)
    assert examined(data, "fast", limits) == exactly
    with plain_install():
        assert examined(data, "auto", limits) == exactly


@given(dossiers())
def test_engines_give_the_same_dossier(dossier: Dossier) -> None:
    """Fast or plain, the records are written the same way."""
    data = dossier.dumps()
    exactly = examined(data, "reference")
    assert examined(data, "fast") == exactly
    with plain_install():
        assert examined(data) == exactly


@given(st.integers(0, 10**9))
def test_spoilt_dossiers_are_the_same_to_a_plain_install(seed: int) -> None:
    """Which reads and writes records again, where the other asks tame schemas."""
    (dossier,) = spoilt_dossiers(1, seed)
    data = json.dumps(dossier)
    with plain_install():
        plain = examined(data)
    assert plain == examined(data, "fast") == examined(data, "reference")
