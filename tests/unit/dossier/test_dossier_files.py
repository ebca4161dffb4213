"""Dossiers in files: what is read, what is refused, and files that stay whole."""

from __future__ import annotations

import gc
import json
import os
import stat
from typing import TYPE_CHECKING, Final, NoReturn

import attrs
import pytest

from claimtrack._writer import write_file
from claimtrack.disclosure import public
from claimtrack.dossier import (
    Dossier,
    dump_dossiers,
    read_dossiers,
    write_dossiers,
)
from claimtrack.errors import InvalidDossier
from claimtrack.lineage import as_of
from claimtrack.records import Attribution, Claim, Source
from claimtrack.schema import derive_id, write_record
from claimtrack.validation import examine, examine_all
from plain_records import dossier

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimtrack.schema import JsonValue

S: Final = Source(id="s", kind="outlet", name="УНН")
C: Final = Claim(id="c", text="T")
A: Final = Attribution(claim="c", chain=["s"])


def filled() -> Dossier:
    """Return a small dossier."""
    made = Dossier(title="Title", lang="uk", base="https://example.org/")
    for each in (S, C, A):
        made.add(each)
    return made


def text_of(*records: JsonValue, **head: JsonValue) -> str:
    """Return the text of a dossier's file."""
    return json.dumps(dossier(*list(records), **head))


WRITTEN: Final = """\
{
  "claimtrack": "1.0",
  "title": "Title",
  "base": "https://example.org/",
  "lang": "uk",
  "records": [
    { "type": "source", "id": "s", "kind": "outlet", "name": "УНН" }
  ]
}
"""


def test_how_it_is_written() -> None:
    """A record a line, letters as they are, a last newline."""
    d = Dossier(title="Title", lang="uk", base="https://example.org/")
    d.add(S)
    assert d.dumps() == WRITTEN
    assert Dossier().dumps() == '{\n  "claimtrack": "1.0",\n  "records": []\n}\n'


LONG: Final = """\
{
  "$schema": "../schemas/v1/dossier.schema.json",
  "claimtrack": "1.0",
  "records": [
    { "type": "source", "id": "s", "kind": "outlet", "name": "УНН" },
    {
      "type": "claim", "id": "c",
      "text": "The night ferry between the two ports of the bay will stop in May, \
and nobody has said what will take its place.",
      "kind": "prediction"
    },
    {
      "type": "attribution", "claim": "c",
      "chain": [
        "s",
        { "source": "s", "cue": "as it reported earlier", "mode": "indirect" },
        { "source": "s", "at": "2025-04" }
      ],
      "excerpts": [{ "exact": "will stop in September" }, { "start": 33, "end": 92 }]
    }
  ]
}
"""


def test_long_records_are_broken_between_their_fields() -> None:
    """As many to a line as fit; objects of a long list have lines of their own."""
    d = Dossier.loads(LONG)
    assert d.dumps() == LONG
    assert d.derived_ids == {d.attributions[0].id}


def test_ids_that_nobody_gave_stay_away(tmp_path: Path) -> None:
    """Until something refers to them, or reading would derive others."""
    d = filled()
    (a,) = d.attributions
    assert a.id is not None
    assert a.id not in d.dumps()
    d.notice("correction", a, id="n")
    assert d.dumps().count(a.id) == 2
    d.remove("n")
    d.replace(attrs.evolve(a, placement="lead"))
    assert f'"id": "{a.id}"' in d.dumps()
    again = Dossier.loads(d.dumps())
    assert again == d
    assert again.derived_ids == frozenset()
    path = tmp_path / "x.claims.ndjson"
    filled().save(path)
    assert "urn:uuid" not in path.read_text("utf-8")


def test_parts_of_a_dossier_leave_out_the_same_ids() -> None:
    """What is public, what was known on a day, and what is merged."""
    d = filled()
    d.head = attrs.evolve(d.head, schema="/home/ann/dossier.schema.json")
    merged = Dossier(base=d.base, lang=d.lang).merge(d).dossier
    for part in (public(d), as_of(d, "2030"), merged):
        assert part.derived_ids == d.derived_ids
        assert "urn:uuid" not in part.dumps()
        assert ("ann" in part.dumps()) == (part.head.schema is not None)
    assert public(d).head.schema is None
    assert merged.head.schema == as_of(d, "2030").head.schema == d.head.schema
    given = Dossier.loads(d.dumps())
    given.remove(*given.derived_ids)
    given.add(d.attributions[0])
    assert d.merge(given).dossier.derived_ids == frozenset()
    assert "ann" not in repr(d.head)


@pytest.mark.parametrize("as_text", [True, False])
def test_load_and_save(tmp_path: Path, *, as_text: bool) -> None:
    """A path may be text; what is saved is what is loaded."""
    path = tmp_path / "x.claims.json"
    given = str(path) if as_text else path
    filled().save(given)
    assert path.read_bytes() == filled().dumps().encode()
    assert Dossier.load(given) == filled()
    assert Dossier.loads(path.read_bytes()) == filled()
    assert [each.name for each in tmp_path.iterdir()] == ["x.claims.json"]


def test_what_has_been_examined_is_not_read_again() -> None:
    """What has been examined already need not be read again."""
    examination = examine(filled().dumps())
    assert Dossier.from_examination(examination) == filled()


REFUSED: Final[list[tuple[str | bytes, list[str]]]] = [
    ("", ["CT002"]),
    ("[]", ["CT009"]),
    (b"\xff", ["CT001"]),
    (json.dumps(write_record(C)), ["CT009"]),
    (text_of({"type": "claim", "id": "c"}), ["CT011"]),
    (text_of({"type": "claim"}, title=5), ["CT010", "CT011", "CT011"]),
    (text_of(write_record(A)), ["CT701", "CT701"]),
    (text_of(write_record(C), write_record(C)), ["CT702"]),
]


@pytest.mark.parametrize(("data", "codes"), REFUSED)
def test_what_is_not_loaded(data: str | bytes, codes: list[str]) -> None:
    """Everything that is wrong is in the error."""
    with pytest.raises(InvalidDossier) as caught:
        Dossier.loads(data)
    assert [each.code for each in caught.value.findings] == codes


def test_a_single_record_is_no_dossier() -> None:
    """The error says what to do with it."""
    with pytest.raises(InvalidDossier) as caught:
        Dossier.loads(json.dumps(write_record(C)))
    (found,) = caught.value.findings
    assert found.message == "it is a single record, not a dossier"
    assert found.fix == 'Put it in the "records" of a dossier.'


def test_remarks_do_not_keep_a_file_from_loading() -> None:
    """A byte order mark is worth a remark, and no more."""
    assert Dossier.loads(b"\xef\xbb\xbf" + filled().dumps().encode()) == filled()


def test_no_such_file(tmp_path: Path) -> None:
    """A file that cannot be read or written gives the system's own error."""
    with pytest.raises(FileNotFoundError):
        Dossier.load(tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        filled().save(tmp_path / "nowhere" / "x")


def test_ids_that_are_derived_keep_clear_of_given_ones() -> None:
    """A record without id, and after it its twin that was saved with one."""
    bare = write_record(A)
    twin = {**bare, "id": derive_id(A), "note": "the second one"}
    d = Dossier.loads(text_of(write_record(S), write_record(C), bare, twin, bare))
    found = {each.id: each.note for each in d.attributions}
    assert found == {
        derive_id(A, 2): None,
        derive_id(A): "the second one",
        derive_id(A, 3): None,
    }
    assert list(found) == [derive_id(A, 2), derive_id(A), derive_id(A, 3)]


def test_an_id_that_something_refers_to_is_written() -> None:
    """Also of a dossier that nobody has looked into, and when it is read again."""
    about = {**write_record(C), "about": [derive_id(A)]}
    text = text_of(write_record(S), about, write_record(A), write_record(A))
    unseen, seen = Dossier.loads(text), Dossier.loads(text)
    assert [each.id for each in seen.attributions] == [derive_id(A), derive_id(A, 2)]
    for written, other in (
        (unseen.dumps(), seen.dumps()),
        (dump_dossiers([unseen]), dump_dossiers([seen])),
    ):
        assert written == other
        assert written.count(derive_id(A)) == 2
        assert derive_id(A, 2) not in written
        (again,) = examine_all(written)
        assert Dossier.from_examination(again) == seen


def test_a_dossier_that_could_not_be_loaded_is_not_written(tmp_path: Path) -> None:
    """Ids that lead nowhere are found, and the file stays as it was."""
    path = tmp_path / "x.claims.json"
    path.write_text("as it was")
    d = filled()
    assert d.validate() == ()
    d.add(attrs.evolve(A, chain=["s", "nowhere"]))
    assert [each.code for each in d.validate()] == ["CT701"]
    for write in (d.dumps, lambda: d.save(path)):
        with pytest.raises(InvalidDossier) as caught:
            write()
        assert caught.value.findings == d.validate()
    assert path.read_text() == "as it was"


def fail(*_: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def interrupt(*_: object) -> NoReturn:
    """Be interrupted by the user."""
    raise KeyboardInterrupt


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize(
    ("stop", "error"), [(fail, OSError), (interrupt, BaseException)]
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_what_was_there_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    stop: object,
    error: type[BaseException],
    *,
    there: bool,
) -> None:
    """Where writing stops half-way, nothing is changed and nothing is left over."""
    path = tmp_path / "x.claims.json"
    if there:
        path.write_text("as it was")
    monkeypatch.setattr(step, stop)
    with pytest.raises(error):
        filled().save(path)
    monkeypatch.undo()
    assert [each.read_text() for each in tmp_path.iterdir()] == ["as it was"] * there


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    """What cannot be replaced stays."""
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(OSError, match="folder"):
        filled().save(path)
    assert list(tmp_path.iterdir()) == [path]


def test_who_may_read_a_file(tmp_path: Path) -> None:
    """A new file is like any other; one that is there keeps what it had."""
    path, other = tmp_path / "x.claims.json", tmp_path / "other"
    other.touch()
    filled().save(path)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    path.chmod(0o640)
    filled().save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_links_are_followed(tmp_path: Path) -> None:
    """A symbolic link stays one; the file it leads to is written."""
    path, there = tmp_path / "link", tmp_path / "folder" / "there"
    there.parent.mkdir()
    there.write_text("as it was")
    path.symlink_to(there)
    filled().save(path)
    assert path.is_symlink()
    assert Dossier.load(there) == filled()


def test_a_file_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    """A name may be as long as the system allows."""
    path = tmp_path / ("x" * 255)
    filled().save(path)
    assert Dossier.load(path) == filled()


def test_lines_end_the_same_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written does not depend on the system."""
    monkeypatch.setattr(os, "linesep", "\r\n")
    path = tmp_path / "x"
    write_file(path, "a\nb\n")
    assert path.read_bytes() == b"a\nb\n"


def test_a_file_of_several_is_read_one_by_one(tmp_path: Path) -> None:
    """Loading is for one; the error says what reads many."""
    path = tmp_path / "two.claims.ndjson"
    write_dossiers([Dossier(title="1"), Dossier(title="2")], path)
    with pytest.raises(InvalidDossier, match=r"several[\s\S]*read_dossiers"):
        Dossier.load(path)
    assert [each.title for each in read_dossiers(path)] == ["1", "2"]
    path.write_bytes(b"")
    with pytest.raises(InvalidDossier, match="empty"):
        Dossier.load(path)
    assert list(read_dossiers(path)) == []


def test_one_that_cannot_be_loaded_keeps_a_sequence_from_being_written(
    tmp_path: Path,
) -> None:
    """All or nothing: what was there before is still there."""
    path = tmp_path / "many.claims.ndjson"
    write_dossiers([Dossier(title="old")], path)
    broken = Dossier()
    broken.add(Attribution(claim="c9", chain=["s9"]))
    with pytest.raises(InvalidDossier):
        write_dossiers([Dossier(title="new"), broken], path)
    assert [each.title for each in read_dossiers(path)] == ["old"]


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_nothing_is_collected_while_a_dossier_is_loaded(
    switch: Callable[[], None], tmp_path: Path
) -> None:
    """And the collector is as it was afterwards, also where a file is refused."""
    path = tmp_path / "x.claims.json"
    claims = [{"type": "claim", "id": f"c{n}", "text": "T"} for n in range(3_000)]
    data = text_of(*claims)
    was_on, seen = gc.isenabled(), list[str]()

    def see(phase: str, _what: dict[str, int]) -> None:
        seen.append(phase)

    path.write_text(data, encoding="utf-8")
    switch()
    is_on = gc.isenabled()
    gc.callbacks.append(see)
    try:
        loaded = Dossier.loads(data)
        # What was put off is done once, at the end.
        assert seen.count("start") <= 1
        assert gc.isenabled() == is_on
        seen.clear()
        assert len([*read_dossiers(path)]) == 1
        assert seen.count("start") <= 1
        assert gc.isenabled() == is_on
        with pytest.raises(InvalidDossier):
            Dossier.loads(data.replace('"c7"', '"c8"'))
        assert gc.isenabled() == is_on
    finally:
        gc.callbacks.remove(see)
        (gc.enable if was_on else gc.disable)()
    assert len(loaded) == 3_000
