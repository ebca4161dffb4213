"""Files of one dossier and of many: nothing is lost, and it is written the same."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, read_dossiers, write_dossiers
from claimtrack.records import limits
from claimtrack.schema import is_array, is_object
from claimtrack.testing import dossiers, json_values
from claimtrack.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(st.lists(dossiers(max_sources=4, max_claims=2, max_attributions=3), max_size=3))
@SLOW
def test_what_is_written_in_sequence_is_read_in_sequence(found: list[Dossier]) -> None:
    """All of it, in its order, and written the same the second time."""
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder, "1.claims.ndjson"), Path(folder, "2.claims.ndjson")
        write_dossiers(iter(found), one)
        again = list(read_dossiers(one))
        assert again == found
        assert [list(each) for each in again] == [list(each) for each in found]
        write_dossiers(again, two)
        assert one.read_bytes() == two.read_bytes()


@given(dossiers())
@SLOW
def test_one_dossier_reads_the_same_in_both_forms(dossier: Dossier) -> None:
    """What is said of it is the same too, but for the places."""
    with tempfile.TemporaryDirectory() as folder:
        whole, lines = Path(folder, "d.claims.json"), Path(folder, "d.claims.ndjson")
        dossier.save(whole)
        dossier.save(lines)
        assert Dossier.load(whole) == Dossier.load(lines) == dossier
        told = [
            [(each.code, each.pointer, each.message) for each in validate(path)]
            for path in (whole, lines)
        ]
        assert told[0] == told[1]
        assert Dossier.load(lines).dumps().encode() == whole.read_bytes()


def owners(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the objects of a record that a newer version may give more fields."""
    yield value
    for key, inner in value.items():
        if key == "ext":
            continue
        for each in inner if is_array(inner) else [inner]:
            if is_object(each):
                yield from owners(each)


def is_deep(value: object) -> bool:
    """Return whether a value may be nested deeper than foreign data may be."""
    text = json.dumps(value)
    return text.count("[") + text.count("{") > limits.FOREIGN_DEPTH // 2


@st.composite
def newer(draw: st.DrawFn) -> dict[str, Any]:
    """Return a dossier as a newer version may write it, with fields of its own."""
    written = draw(dossiers(max_sources=3, max_claims=2, max_attributions=3))
    root: dict[str, Any] = copy.deepcopy(json.loads(written.dumps()))
    root["claimtrack"] = draw(st.sampled_from(["1.1", "1.12"]))
    places = [each for record in root["records"] for each in owners(record)]
    for place in draw(st.lists(st.sampled_from([root, *places]), max_size=4)):
        place[draw(st.sampled_from(["x_tone", "x-of/it", "zzzz"]))] = draw(
            json_values().filter(lambda value: value is not None and not is_deep(value))
        )
    return root


@given(newer())
@SLOW
def test_what_only_a_newer_version_knows_is_written_back(root: dict[str, Any]) -> None:
    """With one warning, whatever and wherever it is."""
    text = json.dumps(root, ensure_ascii=False)
    found = [each for each in validate(text) if each.severity != "info"]
    codes = [each.code for each in found if each.code[:3] == "CT0"]
    assert [each for each in codes if each < "CT040"] == ["CT028"]
    dossier = Dossier.loads(text)
    assert json.loads(dossier.dumps()) == root
    assert Dossier.loads(dossier.dumps()) == dossier
