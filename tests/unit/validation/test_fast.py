"""The fast engine: it decides nothing that the reference would decide otherwise."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dossier import Dossier, read_dossiers
from claimtrack.errors import MissingExtra
from claimtrack.schema import NAMES
from claimtrack.validation import ENGINES, Limits, examine, examine_all, validate
from claimtrack.validation._engine import find_refusals, home_of
from claimtrack.validation._engines import choose_engine
from claimtrack.validation._fast import (
    find_refusals_fast,
    is_fast_there,
    read_clean,
)
from claimtrack.validation._gate import admit_text
from claimtrack.validation._plain import DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CLEAN: Final = {
    "an object": '{"a": [1, -2.5e3, true, false, null, "b"]}',
    "escapes": r'{"\u0061": "\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t"}',
    "a quote before a colon": r'{"a\":": "\":\""}',
    "no white space": '{"a":1,"b":[2],"c":{"d":"e"}}',
    "much white space": ' {\n"a" :\t1 , "b"\r\n: [ ] }\n',
    "15 digits": '{"a": 999999999999999, "b": -999999999999999}',
    "an id of 19 digits in a text": '["https://x.example/status/1930000000000000001"]',
    "brackets in texts, few": '["[[[[", "]{}{"]',
    "64 levels, 130 brackets": "[" * 64 + "]" * 64,
    "many lists": "[" + "[[], {}]," * 100 + "0]",
    "brackets in texts, many, and escapes": "["
    + r'["[a] {b}", "\\", "\"", "\u00e9"], ' * 100
    + "0]",
    "texts side by side": "[" + '["", ""],' * 100 + "0]",
    "a minus zero": "[-0, -0.0]",
    "a float too small to hold": "[1e-400]",
    "letters of all sizes": '["aéф中😀"]',
    "DEL": '["\x7f"]',
}
"""What there is nothing to refuse in, and the fast reader sees it."""

DOUBTFUL: Final = {
    "an equal key": '{"a": 1, "a": 1}',
    "an equal key in escapes": r'{"a": 1, "\u0061": 2}',
    "an equal key in an object that goes with one": '{"a": {"b": 1, "b": 2}, "c": 3}',
    "an equal key, made up for by a quote": r'{"a": 1, "a": "\u0022\u0022"}',
    "2^53": f"[{2**53}]",
    "2^53 + 1": f"[{2**53 + 1}]",
    "-2^60": f"[-{2**60}]",
    "2^64, a float to orjson": f"[{2**64}]",
    "2^60 by itself": str(2**60),
    "a text by itself": '"a"',
    "16 digits after a colon": '{"a":1234567890123456}',
    "1e999": "[1e999]",
    "NaN": "[NaN]",
    "NUL": r'["\u0000"]',
    "half a surrogate pair": r'["\ud800"]',
    "half a surrogate pair, raw": '["\ud800"]',
    "65 levels": "[" * 65 + "]" * 65,
    "66 levels, of both kinds in turn": '[{"b":' * 33 + "1" + "}]" * 33,
    "300 levels": "[" * 300 + "]" * 300,
    "100,000 levels": "[" * 100_000 + "]" * 100_000,
    "many brackets in texts": '["' + "[" * 65 + '"]',
    "a byte order mark": "\ufeff[]",
    "nothing": "",
    "a NUL at the end": "[]\0",
    "no JSON": "[1,]",
}
"""What the fast reader leaves to the exact gate, rightly or to be on the safe side."""


BRACKETED: Final = st.text(alphabet='[]{}"\\,:é', max_size=4) | st.sampled_from(
    ["[", "]", '"', "\\", "[]", "{[]}", '\\"']
)


@given(st.integers(60, 70), st.lists(BRACKETED, min_size=70, max_size=70))
def test_reads_nothing_that_is_too_deep(levels: int, texts: list[str]) -> None:
    """Whatever brackets, quotes and escapes stand in its texts."""
    value: object = 0
    for number, text in zip(range(levels), texts, strict=False):
        value = [text, value, text] if number % 2 else {text: value}
    for written in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
        found = read_clean(written)
        assert found is None or (levels <= DEPTH and found == value)


MANY: Final = json.dumps(
    {
        "claimtrack": "1.0",
        "records": [
            {"type": "claim", "id": f"c{n}", "text": f"Té {n}"} for n in range(200)
        ],
    },
    ensure_ascii=False,
).encode()
"""Bytes that are long enough to be read without their text."""

CODED: Final = {
    "clean": MANY,
    "with a mark": b"\xef\xbb\xbf" + MANY,
    "UTF-16": MANY.decode().encode("utf-16"),
    "UTF-16 without a mark": MANY.decode().encode("utf-16-le"),
    "Latin-1": MANY.decode().encode("latin-1"),
    "half a surrogate pair": MANY.replace(b"T\xc3\xa9 7", b"T\xed\xa0\x80 7", 1),
    "longer than it needs to be": MANY.replace(b"T\xc3\xa9 7", b"T\xc0\xaf 7", 1),
    "NUL": MANY.replace(b"T\xc3\xa9 7", b"T\0 7", 1),
    "a key twice": MANY.replace(b'"id": "c7"', b'"id": "c7", "id": "c7"', 1),
    "a mistake": MANY.replace(b'"id": "c7"', b'"id": "c7", "tone": "dry"', 1),
    "cut off": MANY[:-5],
    "a stretch": MANY.replace(b'"id": "c7"', b'"id": "c7", "holds": "2025/.."', 1),
    "a stretch, and 2^53": MANY.replace(
        b'"id": "c7"', b'"id": "c7", "holds": "2025/..", "ext": {"a": %d}' % 2**53, 1
    ),
    "a stretch, and 2^70": MANY.replace(
        b'"id": "c7"', b'"id": "c7", "holds": "2025/..", "ext": {"a": %d}' % 2**70, 1
    ),
    "too deep": MANY.replace(
        b'"id": "c7"', b'"id": "c7", "ext": {"a": %b}' % (b"[" * 65 + b"]" * 65), 1
    ),
    "a name for two": MANY.replace(
        b'"records": [',
        b'"records": [{"type": "source", "id": "s", "kind": "outlet", "name": "S"}, ',
        1,
    ),
    "one record": b'{"type": "claim", "id": "c1", "text": "%b"}' % (b"T" * 9_000),
    "a list": b"[%b]" % MANY,
}

SOUND: Final = ("clean", "one record", "a stretch", "a stretch, and 2^53")


@pytest.mark.parametrize("name", CODED)
def test_bytes_are_read_as_their_text_would_be(name: str) -> None:
    """With the same findings in the same places, whatever they are."""
    data = CODED[name]
    found = validate(data, engine="fast")
    assert found == validate(data, engine="reference")
    assert bool(found) == (name not in SOUND)
    if name in SOUND:
        (one,) = examine_all(data, engine="fast")
        (other,) = examine_all(data.decode(), engine="fast")
        assert one == other
        assert one.layout.text == data.decode()


@pytest.mark.parametrize("levels", [65, 251, 252, 253, 254, 255, 1_020, 1_030])
@pytest.mark.parametrize("is_line", [True, False])
def test_what_is_too_deep_is_said_and_raises_nothing(
    levels: int, *, is_line: bool
) -> None:
    """Also where orjson reads what it cannot write again: 255 to 1,024 levels."""
    deep = b'"id": "c7", "ext": {"a": %b}' % (b"[" * levels + b"]" * levels)
    data = MANY.replace(b'"id": "c7"', deep, 1)
    if is_line:
        records = json.loads(MANY)["records"]
        rows = [json.dumps(each, ensure_ascii=False) for each in records]
        rows[7] = rows[7].replace('"id": "c7"', deep.decode())
        head = '{"type": "dossier", "claimtrack": "1.0"}'
        data = "\n".join([head, *rows]).encode()
    found = validate(data, engine="fast")
    assert [each.code for each in found] == ["CT004"]
    assert found == validate(data, engine="reference")


SMALL: Final = Limits(record=9_000)


@pytest.mark.parametrize("number", [0, 1e16, 2**70, 1e-7])
@pytest.mark.parametrize("length", [1, 5_000, 9_100])
def test_records_are_as_large_with_and_without_orjson(
    number: float, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever numbers stand in them, which it may write in another form."""
    value: dict[str, Any] = json.loads(MANY)
    value["records"][7] |= {"text": "T" * length, "ext": {"a": [number]}}
    data = json.dumps(value).encode()
    found = validate(data, engine="fast", limits=SMALL)
    assert found == validate(data, engine="reference", limits=SMALL)
    assert ("CT007" in {each.code for each in found}) == (length > SMALL.record)
    monkeypatch.delitem(sys.modules, "orjson")
    assert validate(data, engine="reference", limits=SMALL) == found


def test_a_long_head_is_too_large() -> None:
    """It is measured beside the records."""
    head = {**json.loads(MANY), "title": "T" * 9_100}
    codes = [
        [each.code for each in validate(json.dumps(head), engine=name, limits=SMALL)]
        for name in ("fast", "reference")
    ]
    assert codes == [["CT007"]] * 2


@pytest.mark.parametrize("name", CLEAN)
def test_reads_what_is_clean(name: str) -> None:
    """The very value that the standard library gives, to the type and the sign."""
    value = read_clean(CLEAN[name])
    assert repr(value) == repr(json.loads(CLEAN[name]))
    assert admit_text(CLEAN[name]).faults == ()


@pytest.mark.parametrize("name", DOUBTFUL)
def test_leaves_what_is_doubtful(name: str) -> None:
    """With it the gate does not depend on what orjson makes of it."""
    assert read_clean(DOUBTFUL[name]) is None
    fast = admit_text(DOUBTFUL[name], choose_engine("fast"))
    assert repr(fast) == repr(admit_text(DOUBTFUL[name]))


def test_depth_is_told_in_time() -> None:
    """A million brackets, whatever stands between them."""
    for text in ("[" * 10**6, "[]" * 10**6, '{"":[' * 10**6, '["[",' * 10**6):
        begun = time.process_time()
        read_clean(text)
        assert time.process_time() - begun < 1


@pytest.mark.parametrize("name", NAMES)
def test_refusals_are_those_of_the_reference(name: str) -> None:
    """The same keyword of the very same node at the same place."""
    values: list[Any] = [
        {"type": name, "kind": "unnamed", "chain": [{"at": "x"}, {"mode": "y"}, 7]},
        {"claimtrack": "x\n", "records": [7, {}, {"type": "claim", "id": "a b"}]},
        7,
        {},
    ]
    for value in values:
        fast, reference = (
            sorted(
                (repr(each.path), each.keyword, home_of(each.node).rule)
                for each in refusals_of(name, value)
            )
            for refusals_of in (find_refusals_fast, find_refusals)
        )
        assert fast == reference


def test_an_engine_is_chosen_by_name() -> None:
    """Fast where it is installed, as it is here."""
    names = [choose_engine(name).name for name in ENGINES]
    assert names == ["fast", "fast", "reference"]
    wrong: Any = "quick"
    with pytest.raises(ValueError, match="choose one of auto, fast, reference"):
        choose_engine(wrong)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make orjson look as if it was not installed."""
    monkeypatch.setitem(sys.modules, "orjson", None)
    is_fast_there.cache_clear()
    yield
    is_fast_there.cache_clear()


@pytest.mark.usefixtures("slow")
def test_without_the_extra_the_reference_does_the_work(tmp_path: Path) -> None:
    """Nobody notices, unless they ask for what is not there."""
    claim = {"type": "claim", "id": "c1", "kind": "x"}
    assert choose_engine().name == "reference"
    assert [each.code for each in validate(claim)] == ["CT013", "CT011"][::-1]
    for ask in (
        lambda: validate(claim, engine="fast"),
        lambda: examine(claim, engine="fast"),
        lambda: Dossier.loads("{}", engine="fast"),
        lambda: Dossier.load(tmp_path / "x", engine="fast"),
        lambda: next(read_dossiers(tmp_path / "x", engine="fast")),
    ):
        with pytest.raises(MissingExtra, match=r'pip install "claimtrack\[fast\]"'):
            ask()


def test_each_engine_is_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reference never calls orjson, and neither engine calls the other."""

    def refuse(*_args: object) -> None:
        message = "the other engine was called"
        raise AssertionError(message)

    claim = '{"type": "claim", "id": "c1", "text": "T"}'
    with monkeypatch.context() as patch:
        patch.setattr(orjson, "loads", refuse)
        patch.setattr(jsonschema_rs, "Draft202012Validator", refuse)
        assert validate(claim, engine="reference") == ()
    monkeypatch.setattr(json, "loads", refuse)
    monkeypatch.setattr("claimtrack.validation._engine._validator", refuse)
    assert validate(claim, engine="fast") == ()
