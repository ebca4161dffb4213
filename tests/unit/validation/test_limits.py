"""How much is said of a file: so many findings, and one that says there are more."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
from typing import TYPE_CHECKING, Any, Final

import pytest

import claimtrack as ct
from claimtrack.notation import examine_any, examine_sheet
from claimtrack.validation import Limits, examine, examine_all, read_chunks
from claimtrack.validation._engine import node_at
from plain_records import claim, source

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.findings import Finding

HEAD: Final = '{"type": "dossier", "claimtrack": "1.0"}\n'
MORE: Final = "there are more than 3 findings; the rest are left out"


def claims(count: int, **fields: object) -> list[dict[str, Any]]:
    """Return claims, each with what makes it wrong."""
    return [claim(f"c{n}", **fields) for n in range(count)]


def whole(records: list[Any]) -> str:
    """Return a dossier, a record on each line."""
    lines = ",\n".join(json.dumps(each) for each in records)
    return f'{{"claimtrack": "1.0", "records": [\n{lines}\n]}}'


def judged(data: Any, most: int = 3, **also: Any) -> tuple[Finding, ...]:  # noqa: ANN401
    """Return what both engines say of data, which must be the same."""
    limits = Limits(findings=most, **also)
    one, other = (
        ct.validate(data, limits=limits, engine=each) for each in ("reference", "fast")
    )
    assert one == other
    return one


BAD: Final[dict[str, str]] = {
    "shape": whole(claims(9, text=7)),
    "meaning": whole(claims(9, lang="ua")),
    "characters": whole(claims(9, text="\0")),
    "numbers": whole(claims(9, ext={"a": 2**60})),
    "keys": whole(claims(9)).replace('"text"', '"text": "T", "text"'),
    "references": whole(claims(9, about=["x"])),
    "the same id": whole(claims(1) * 9),
    "conflicts": "<<<<<<< a\n=======\n>>>>>>> b\n" * 9,
    "one list": whole(claims(1, ext={"a": [2**60] * 9})),
    "lines": HEAD + "{\n" * 9,
    "dossiers": (HEAD + '{"type": "claim", "id": "c1"}\n') * 9,
}


@pytest.mark.parametrize("name", BAD)
def test_beyond_the_limit_one_finding_says_that_there_are_more(name: str) -> None:
    """It stands at the first of those that are left out, and is an error as they."""
    every = judged(BAD[name], most=100)
    found = judged(BAD[name])
    if name == "references":  # One finding for all places that name an id.
        assert found == every
        return
    assert len(every) >= 8
    assert found[:3] == every[:3]
    (last,) = found[3:]
    assert (last.code, last.severity, last.message) == ("CT007", "error", MORE)
    assert last.location is not None
    assert every[3].location is not None
    assert last.location.line == every[3].location.line


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("past", [0, 1, 100])
def test_at_the_limit_nothing_is_added(name: str, past: int) -> None:
    """Only what is left out is said to be."""
    every = judged(BAD[name], most=100)
    assert judged(BAD[name], most=len(every) + past) == every


def test_a_value_in_memory_has_the_limit_too() -> None:
    """Also by `examine`, which says that the value is not valid."""
    value = {"claimtrack": "1.0", "records": claims(9, text=7)}
    assert sorted(each.code for each in judged(value)) == ["CT007"] + ["CT010"] * 3
    examination = examine(value, limits=Limits(findings=3))
    assert not examination.is_valid
    for data in (json.dumps(value), json.dumps(value).encode()):
        assert len(examine(data, limits=Limits(findings=3)).findings) == 4


SOURCES: Final = [source(f"s{n}", name=f"N{n}") for n in range(9)]


def test_what_is_valid_stays_so(tmp_path: Path) -> None:
    """Where only notes are left out, saying so is one: the file can be loaded."""
    *_, last = judged(whole(SOURCES))
    assert (last.code, last.severity) == ("CT007", "info")
    limits = Limits(findings=3)
    assert len(ct.Dossier.loads(whole(SOURCES), limits=limits)) == 9
    path = tmp_path / "x.claims.ndjson"
    lines = "\n".join(json.dumps(each) for each in SOURCES)
    path.write_text(f"{HEAD}{lines}\n{HEAD}{lines}\n{HEAD}7\n", encoding="utf-8")
    loaded = ct.read_dossiers(path, limits=limits)
    assert [len(next(loaded)), len(next(loaded))] == [9, 9]
    with pytest.raises(ct.InvalidDossier):
        next(loaded)
    assert [each.severity for each in judged(path)] == ["info"] * 4 + ["error"]


def test_after_an_error_that_is_left_out_nothing_is_read(tmp_path: Path) -> None:
    """What hostile files cost ends there."""
    path = tmp_path / "x.claims.ndjson"
    path.write_text((HEAD + "7\n") * 9, encoding="utf-8")
    examinations = examine_all(path, limits=Limits(findings=3))
    assert [len(each.findings) for each in examinations] == [1, 1, 1, 1]


TOGETHER: Final = 10
"""Records that are judged at a time in these tests."""


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.validation._shape.TOGETHER", TOGETHER)


@pytest.mark.usefixtures("_few")
def test_records_are_judged_some_at_a_time() -> None:
    """With the same places, whichever part they stand in; the head is judged once."""
    records: list[Any] = claims(2 * TOGETHER + 1)
    wrong = (0, TOGETHER - 1, TOGETHER, 2 * TOGETHER)
    for index in wrong:
        records[index] = {**records[index], "text": 7, "ext": {"secret": 1}}
    records[TOGETHER + 1] = {**records[TOGETHER + 1], "ext": 5, "note": 7}
    value = {"claimtrack": "1.0", "titel": "T", "records": records}
    found = ct.validate(value)
    assert found == ct.validate(value, engine="reference")
    expected = {f"/records/{index}/text" for index in wrong}
    assert expected <= {each.pointer for each in found}
    assert [each.pointer for each in found].count("/titel") == 1
    (note,) = [each for each in found if each.pointer.endswith("/note")]
    assert note.pointer == f"/records/{TOGETHER + 1}/note"
    assert note.message == "the value is not text"


@pytest.mark.usefixtures("_few")
def test_too_many_records_are_one_finding_beside_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As for a list of any other length."""
    node = node_at("dossier#/properties/records")
    monkeypatch.setitem(node, "maxItems", 2 * TOGETHER)
    records = [*claims(2 * TOGETHER), 7]
    much, seven = judged({"claimtrack": "1.0", "records": records})[-2:]
    assert (
        much.message == f"the list has {2 * TOGETHER + 1} items; at most 20 are allowed"
    )
    assert (much.code, much.pointer) == ("CT016", "/records")
    assert much.rule == "dossier#/properties/records/maxItems"
    assert (seven.code, seven.pointer) == ("CT010", "/records/20")


@pytest.mark.parametrize(
    "name", ["x.claims.json", "x.claims.ndjson", "X.CLAIMS.NDJSON"]
)
def test_a_sparse_file_is_searched_no_further_than_it_is_read(
    name: str, tmp_path: Path
) -> None:
    """A file of two gibibytes takes no room, and would take its time."""
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(HEAD.encode() if "nd" in name.lower() else b'{"records": [')
        file.truncate(2**31)
    limits = Limits(dossier=2**22)
    size = sum(len(chunk) for chunk in read_chunks(path, limits=limits))
    assert size <= 2**22 + 2**21
    (found,) = ct.validate(path, limits=limits)
    assert found.code == "CT007"


def test_a_long_sequence_is_searched_to_its_end(tmp_path: Path) -> None:
    """Its lines are short, and it is read one dossier at a time."""
    path = tmp_path / "x.claims.ndjson"
    path.write_bytes((HEAD.encode() + b'{"type": "claim"}\n' * 50_000) * 4)
    read = b"".join(read_chunks(path, limits=Limits(dossier=2**17)))
    assert read == path.read_bytes()


def test_damaged_data_is_searched_as_far_as_it_goes(tmp_path: Path) -> None:
    """The check itself says what is wrong with it."""
    path = tmp_path / "x.claims.json.gz"
    path.write_bytes(b"\x1f\x8b" + bytes(30))
    assert list(read_chunks(path)) == []


@pytest.mark.parametrize("name", ["A.CLAIMS.NDJSON", "a.Claims.NdJson"])
def test_an_ending_counts_in_any_case(name: str, tmp_path: Path) -> None:
    """For what is read and for what is saved alike."""
    path = tmp_path / name
    dossier = ct.Dossier()
    dossier.claim("The ferry stops.")
    dossier.save(path)
    assert path.read_text(encoding="utf-8").startswith('{"type":"dossier"')
    assert ct.Dossier.load(path) == dossier
    path.write_text("7\n", encoding="utf-8")
    (found,) = ct.validate(path)
    assert found.code == "CT009"


def test_long_keys_are_not_kept() -> None:
    """What a field is called is kept as far as it is shown, and no further."""
    tracemalloc.start()
    try:
        for number in range(200):
            name = f"{number:>03}" + "x" * 55
            examination = examine({**claim("c1"), name + "x" * 20_000: 1})
            fields = [found.field for found in examination.findings]
            assert fields == [f"claim.{name}"[:59] + "…"]
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000


SIGNS: Final = {"one byte": "a", "two": "ж", "three": "€", "four": "😀", "all": "aж€😀"}

RECORDS: Final = [claim(f"c{n}", text="SIGN" * 9) for n in range(3)]

FORMS: Final[dict[str, str]] = {
    "a dossier": json.dumps({"claimtrack": "1.0", "records": RECORDS}),
    "a dossier in lines": whole(RECORDS),
    "a record": json.dumps(RECORDS[0]),
    "a sequence": HEAD + "".join(f"{json.dumps(each)}\n" for each in RECORDS),
    "two dossiers": (HEAD + f"{json.dumps(RECORDS[0])}\r\n") * 2,
    "a long head": f'{HEAD.rstrip()[:-1]}, "title": "{"SIGN" * 9}"}}\n{{}}',
    "text": "SIGN" * 50,
    "a line of text": f'{HEAD}"{"SIGN" * 50}"\n',
}


@pytest.mark.parametrize("limit", ["record", "dossier"])
@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("form", FORMS)
def test_text_and_its_bytes_have_one_size(form: str, sign: str, limit: str) -> None:
    """A limit counts bytes, whichever of the two is given."""
    text = FORMS[form].replace("SIGN", SIGNS[sign])
    sizes = {len(text), len(text.encode())}
    sizes |= {len(each.encode()) for each in text.splitlines()}
    sizes = {each for each in sizes if each > len(HEAD) + 1}
    for size in sorted(sizes | {len(text.encode()) // 2}):
        for most in (size - 1, size, size + 1):
            limits = Limits(**{limit: most})
            for engine in ("reference", "fast"):
                one, other = (
                    [
                        each.findings
                        for each in examine_all(x, limits=limits, engine=engine)
                    ]
                    for x in (text, text.encode())
                )
                assert one == other


def test_a_long_head_is_none_by_any_door() -> None:
    """Beyond some bytes a first line is not looked at, as text or as bytes."""
    for sign in SIGNS.values():
        for size in (40_000, 70_000):
            title = sign * (size // len(sign.encode()))
            text = f'{HEAD.rstrip()[:-1]}, "title": "{title}"}}\n'
            assert ct.validate(text) == ct.validate(text.encode())


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sheet_has_one_size_by_any_door(sign: str) -> None:
    """It was measured in characters where it came as text."""
    text = f"- {SIGNS[sign] * 30}\n"
    size = len(text.encode())
    for most in (size - 1, size):
        limits = Limits(dossier=most)
        (piped,) = examine_any(io.BytesIO(text.encode()), limits=limits)
        given = examine_sheet(text, limits=limits).examination
        assert given.findings == piped.findings
        assert bool(given.findings) == (most < size)
