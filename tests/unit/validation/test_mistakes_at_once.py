"""Files with many mistakes: nothing is done for each that can be done for all."""

from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.schema import read_record
from claimtrack.validation import _engines, validate
from claimtrack.validation._chunks import read_runs
from claimtrack.validation._collector import paused_collector
from many_mistakes import MISTAKES, as_sequence
from plain_records import claim, dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAMES: Final = 64
"""Objects that a traceback held for one mistake."""


@pytest.fixture
def _collected() -> Iterator[None]:
    """Start without circles, and collect none on the way."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_collected")
@pytest.mark.parametrize("name", ["CT022", "CT023", "CT024", "CT025", "CT026", "CT029"])
def test_mistakes_leave_no_circles(name: str) -> None:
    """What a record refuses holds neither the record nor what read it."""
    text = MISTAKES[name](100)
    validate(text)
    gc.collect()
    assert len(validate(text)) >= 100
    assert gc.collect() < FRAMES


def test_the_error_of_a_record_stands_alone() -> None:
    """It has no traceback, and does not say what came before it."""
    _, (problem,) = read_record(claim("c1", text="T", holds="2025-02-30"))
    error = problem.error
    assert (error.__traceback__, error.__cause__, error.__context__) == (None,) * 3


def test_who_has_paused_the_collector_goes_on_without_it() -> None:
    """Nobody but who paused it lets it go on, also where something fails."""
    with paused_collector():
        validate("{}")
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), paused_collector():
        assert 1 / 0
    assert gc.isenabled()


@pytest.mark.parametrize("name", ["CT012", "CT022", "CT040", "CT701"])
def test_without_the_extra_only_what_is_in_doubt_is_judged(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The findings are those of either engine."""
    text = MISTAKES[name](20)
    found = validate(text, engine="reference")
    assert validate(text) == found
    monkeypatch.setattr(_engines, "is_fast_there", lambda: False)
    asked: list[object] = []
    refusals_of = _engines.REFERENCE.refusals_of

    def asking(schema: str, value: Any) -> Any:  # noqa: ANN401
        asked.append(value)
        return refusals_of(schema, value)

    plain = _engines.Engine("reference", asking, lambda _text: None)

    def choose(_name: str) -> _engines.Engine:
        return plain

    monkeypatch.setattr("claimtrack.validation._terms.choose_engine", choose)
    assert validate(text) == found
    assert len(asked) < 50


LINES: Final = as_sequence(json.dumps(dossier(*[claim(f"c{n}") for n in range(9)])))


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (('"c3"', '"c2"'), "CT702"),
        (('"c3"', f'"c3", "ext": {{"a": {2**60}}}'), "CT005"),
        (('"title": "T"', f'"title": {2**60}'), "CT005"),
        (('"title": "T"', '"title": 7'), "CT010"),
        (('"title": "T"', '"records": []'), "CT012"),
        (('{"type": "claim", "id": "c3"', '7, {"id": "c3"'), "CT002"),
    ],
)
def test_what_is_read_in_chunks_is_what_is_read_by_lines(
    spoilt: tuple[str, str], code: str
) -> None:
    """One mistake in a sequence, that comes through the gate or does not."""
    assert LINES is not None
    lines = LINES.replace('"claimtrack"', '"title": "T", "claimtrack"', 1)
    data = lines.replace(*spoilt, 1).encode()
    found = validate(data, engine="fast")
    assert found == validate(data, engine="reference")
    assert code in {each.code for each in found}


def test_after_a_line_that_cannot_be_read_no_chunk_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All of the dossier is read by lines then, until there may be another head."""
    text = as_sequence(json.dumps(dossier(*[claim(f"c{n}") for n in range(2_000)])))
    assert text is not None
    head, first, *others = text.splitlines()
    lines = [head, "{", first, *others, head, *others]
    parsed: list[bytes] = []

    def reading(chunk: bytes) -> Any:  # noqa: ANN401
        parsed.append(chunk)
        return read_runs(chunk)

    monkeypatch.setattr("claimtrack.validation._sweep.read_runs", reading)
    data = "\n".join(lines).encode()
    found = validate(data, engine="fast")
    assert [(each.code, each.location and each.location.line) for each in found] == [
        ("CT002", 2)
    ]
    # The chunk of each head, and those after the second one.
    assert len(data) * 0.5 < sum(map(len, parsed)) < len(data) * 0.8
