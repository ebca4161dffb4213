"""Laws of files: nothing is lost, nothing is moved, nothing depends on chance."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.records import Attribution, Source
from claimtrack.schema import derive_id, write_record
from claimtrack.testing import dossiers
from claimtrack.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

laws = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)

SMALL: Final = dossiers(
    max_sources=4,
    max_documents=2,
    max_claims=2,
    max_attributions=3,
    max_relations=2,
    max_links=3,
)


FORMS: Final = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 4]),
        "ensure_ascii": st.booleans(),
        "sort_keys": st.booleans(),
    }
)
"""Ways to write JSON."""


@laws
@given(SMALL)
def test_files_keep_everything(dossier: Dossier) -> None:
    """What is written is read: the same records in the same order, the same text."""
    text = dossier.dumps()
    again = Dossier.loads(text)
    assert again == dossier
    assert list(again.items()) == list(dossier.items())
    assert again.head == dossier.head
    assert again.dumps() == text
    assert Dossier.loads(text.encode()) == dossier
    assert all(each.severity != "error" for each in validate(text))


def _as_given(dossier: Dossier) -> Counter[str]:
    """Return the records as JSON, without the ids that nobody gave."""
    derived = dossier.derived_ids
    records = (
        {**write_record(each), "id": None if key in derived else key}
        for key, each in dossier.items()
    )
    return Counter(json.dumps(each, sort_keys=True) for each in records)


def _has_twins(dossier: Dossier) -> bool:
    return any(derive_id(dossier[key]) != key for key in dossier.derived_ids)


@laws
@given(SMALL, st.data())
def test_the_order_is_the_writer_s(dossier: Dossier, data: st.DataObject) -> None:
    """Records may come in any order, and stay in it; the dossier is the same.

    Twins that differ in private fields alone may change ids: they have an ordinal.
    """
    document: dict[str, Any] = json.loads(dossier.dumps())
    document["records"] = data.draw(st.permutations(document["records"]))
    moved = Dossier.loads(json.dumps(document))
    assert _as_given(moved) == _as_given(dossier)
    assert moved == dossier or _has_twins(dossier)
    pairs = zip(moved, document["records"], strict=True)
    assert all(key == each.get("id", key) for key, each in pairs)
    assert json.loads(moved.dumps()) == document


@laws
@given(SMALL, FORMS)
def test_how_json_is_written_is_no_matter(
    dossier: Dossier, form: dict[str, Any]
) -> None:
    """Spaces, escapes and the order of keys do not change what is read."""
    again = Dossier.loads(json.dumps(json.loads(dossier.dumps()), **form))
    assert again == dossier
    if not form["sort_keys"]:
        assert again.dumps() == dossier.dumps()


@pytest.fixture
def folder() -> Iterator[Path]:
    """Yield a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@laws
@given(SMALL, SMALL)
def test_saving_is_writing(folder: Path, one: Dossier, other: Dossier) -> None:
    """A file holds what was saved last, to the byte, and nothing lies beside it."""
    path = folder / "x.claims.json"
    one.save(path)
    assert path.read_bytes() == one.dumps().encode()
    other.save(path)
    assert Dossier.load(path) == other
    assert list(folder.iterdir()) == [path]


@laws
@given(SMALL, SMALL)
def test_what_cannot_be_loaded_is_not_saved(
    folder: Path, one: Dossier, other: Dossier
) -> None:
    """The file stays what it was."""
    path = folder / "x.claims.json"
    one.save(path)
    broken = Dossier.loads(other.dumps())
    broken.add(Attribution(claim="nowhere", chain=["nowhere"]))
    with pytest.raises(InvalidDossier):
        broken.save(path)
    assert Dossier.load(path) == one
    assert list(folder.iterdir()) == [path]


SCRIPT: Final = """
import sys
from claimtrack import Dossier, validate
from claimtrack.errors import ClaimtrackError

def said(do, *given, **fields):
    try:
        return repr(do(*given, **fields))
    except ClaimtrackError as error:
        return f"{type(error).__name__}: {error}"

for text in sys.stdin.read().split("\\0"):
    d = Dossier.loads(text)
    lines = [d.dumps(), repr(d), repr(list(d.values()))]
    lines += [d.format_chain(each) for each in d.attributions]
    lines += [said(d.remove, key) for key in list(d)[:5]]
    lines += [said(d.outlet, "S", country="UA"), said(d.outlet, "S", country="US")]
    lines += [said(d.group, "G", count=text), said(d.claim, "T", kind="no-kind")]
    lines += map(str, validate(text.replace('"id"', '"ident"')))
    lines += [each.fingerprint for each in validate(text.replace("kind", "kin"))]
    sys.stdout.write("\\n".join(lines))
"""


def output(seed: str, given_: str) -> str:
    """Return what the script prints where hashes begin with this seed."""
    ran = subprocess.run(  # noqa: S603  the interpreter that runs the tests
        [sys.executable, "-c", SCRIPT],
        input=given_,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_hashes_are_no_matter() -> None:
    """Texts, ids and messages are the same in every process."""
    example = Path(__file__).parents[2] / "examples" / "us-air-cover.claims.json"
    d = Dossier(title="T")
    d.outlet("S")
    d.add(Source(id="s2", kind="group", name="G", members=["s"]))
    texts = "\0".join([example.read_text("utf-8"), d.dumps()])
    one = output("1", texts)
    assert len(one) > len(texts)
    assert "DanglingReference" in one
    assert "DuplicateId" in one
    assert {output(seed, texts) for seed in ("2", "3")} == {one}
