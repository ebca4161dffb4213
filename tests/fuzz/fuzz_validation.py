"""Fuzz validation: whatever the bytes, both engines say the same, soon, and only that.

Run it from the repository's top, for as many minutes as you have::

    uv run python tests/fuzz/fuzz_validation.py 10

It mutates the files of `tests/records`, the example and its own corpus, as bytes and
as JSON, and gives them to validation as bytes, as text, as a sequence and compressed.
An input that gets a finding that none got before, or that is found to be wrong here, is
kept in `tests/fuzz/corpus`, which `test_corpus` runs each time.
"""

from __future__ import annotations

import copy
import gzip
import hashlib
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from claimtrack.dossier import Dossier
from claimtrack.schema import JsonValue, is_array, is_object
from claimtrack.validation import examine_all, render_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.validation import Examination

HERE: Final = Path(__file__).resolve().parent
CORPUS: Final = HERE / "corpus"
ROOT: Final = HERE.parents[1]

LONGEST: Final = 4_000
"""Bytes of an input that is kept: what is interesting can be shown in few."""

SLOWEST: Final = 2.0
"""Seconds that an input may take, by both engines and all doors."""

TOKENS: Final = (
    *(b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\n", b" ", b"\0", b"\xff"),
    *(b"\xef\xbb\xbf", b"\xc0\xaf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\x1f\x8b"),
    *(b"\\u0000", b"\\ud800", b"\\u0022", b"\\u0061", b"null", b"true", b"NaN", b"-0"),
    *(b"1e999", b"1e-999", b"9007199254740993", b"18446744073709551616", b"0.5"),
    *(b"[" * 70, b"2025-02-30", b"2025/2024", b"../2025", b'"type": "dossier"'),
    *(b'{"type": "dossier", "claimtrack": "1.0"}\n', b'"claimtrack": "1.9",', b"//"),
)

VALUES: Final[tuple[Any, ...]] = (
    *(None, True, 0, -1, 1.5, 2**53, "", " ", "x", "x\n", "\u0664", "uk", "xx-"),
    *("2025-04~", "2025-02-30", "urn:x:y", "unnamed", "claim", [], {}, [{}], [[]]),
    *({"min": 2, "max": 1}, {"edtf": "2025"}, {"source": "unn"}, "c1", "unn"),
)


def seeds() -> list[bytes]:
    """Return what mutation begins with."""
    folders = (ROOT / "tests" / "records", ROOT / "examples", CORPUS)
    files = [each for folder in folders for each in sorted(folder.rglob("*"))]
    return [each.read_bytes()[: 2 * LONGEST] for each in files if each.is_file()]


def mutate_bytes(chance: random.Random, data: bytes) -> bytes:
    """Return bytes with something put in, cut, doubled or turned."""
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((0, 1, 1, 2, 8, 64)))
    match chance.randrange(4):
        case 0:
            return data[:at] + chance.choice(TOKENS) + data[to:]
        case 1:
            return data[:at] + data[at:to] * 2 + data[to:]
        case 2:
            return data[:at] + data[to:]
        case _:
            turned = bytes(each ^ 1 << chance.randrange(8) for each in data[at:to])
            return data[:at] + turned + data[to:]


def mutate_value(chance: random.Random, data: bytes) -> bytes:
    """Return JSON with one value or key changed, or bytes where it is no JSON."""
    try:
        root: Any = json.loads(data)
    except ValueError:
        return mutate_bytes(chance, data)
    places: list[tuple[Any, Any]] = []
    todo: list[Any] = [root]
    while todo:
        held = todo.pop()
        keys: list[Any] = []
        if is_object(held):
            keys = list(held)
        elif is_array(held):
            keys = list(range(len(held)))
        places += [(held, key) for key in keys]
        todo += [held[key] for key in keys]
    if not places:
        return mutate_bytes(chance, data)
    (held, key), (other, place) = chance.choice(places), chance.choice(places)
    match chance.randrange(4):
        case 0:
            del held[key]
        case 1:
            held[key] = copy.deepcopy(other[place])
        case 2 if is_object(held) and isinstance(place, str):
            held[place] = held.pop(key)
        case _:
            held[key] = copy.deepcopy(chance.choice(VALUES))
    return json.dumps(root, ensure_ascii=chance.random() < 0.5).encode(
        "utf-8", "surrogatepass"
    )


def as_lines(chance: random.Random, data: bytes) -> bytes:
    """Return the records of a dossier on a line each, if it is one."""
    try:
        root: JsonValue = json.loads(data)
    except ValueError:
        return mutate_bytes(chance, data)
    if not is_object(root) or not is_array(root.get("records")):
        return mutate_bytes(chance, data)
    head = {key: each for key, each in root.items() if key != "records"}
    listed: list[JsonValue] = [{**head, "type": "dossier"}, *root["records"]]
    return b"\n".join(json.dumps(each).encode() for each in listed)


def check(data: bytes) -> set[str]:
    """Return what kinds of finding an input gets.

    Raises:
        AssertionError: where the engines or the doors disagree, or it takes too long.
    """
    begun = time.process_time()
    fast, reference = (
        list(examine_all(data, engine=engine)) for engine in ("fast", "reference")
    )
    assert fast == reference, "the engines disagree"
    if not data.startswith(b"\x1f\x8b"):
        folded = list(examine_all(gzip.compress(data, 1)))
        assert said(folded) == said(fast), "compressed, it is judged otherwise"
    render_text([f for each in fast for f in each.findings], fast).encode()
    for each in fast:
        if each.is_valid and each.head is not None:
            Dossier.from_examination(each).dumps()
    assert time.process_time() - begun < SLOWEST, "it takes too long"
    return {f"{f.code} {f.rule}" for each in fast for f in each.findings}


def said(examinations: list[Examination]) -> list[str]:
    """Return the findings in words."""
    return [repr(found) for each in examinations for found in each.findings]


def keep(data: bytes) -> None:
    """Put an input into the corpus."""
    CORPUS.mkdir(exist_ok=True)
    name = hashlib.sha256(data).hexdigest()[:16]
    (CORPUS / f"{name}.bin").write_bytes(data)


MUTATIONS: Final[tuple[Callable[[random.Random, bytes], bytes], ...]] = (
    mutate_bytes,
    mutate_value,
    mutate_value,
    as_lines,
)


def main(minutes: float) -> int:
    """Fuzz for so many minutes, and return how many inputs were judged wrongly."""
    chance = random.Random()  # noqa: S311  # nothing secret
    pool = seeds()
    known = {kind for data in pool for kind in check(data)}
    end = time.monotonic() + 60 * minutes
    runs = failures = 0
    while time.monotonic() < end:
        data = chance.choice(pool)
        for _ in range(chance.randrange(1, 5)):
            data = chance.choice(MUTATIONS)(chance, data)
        runs += 1
        try:
            fresh = check(data) - known
        except Exception as error:  # noqa: BLE001  # this is what is looked for
            failures += 1
            keep(data)
            print(f"{type(error).__name__}: {error}: {data[:200]!r}")
            continue
        if fresh and len(data) <= LONGEST:
            known |= fresh
            pool.append(data)
            keep(data)
            print(f"{runs}: {', '.join(sorted(fresh))}")
    print(f"{runs} inputs, {len(known)} kinds of finding, {failures} failures")
    return failures


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])) > 0)
