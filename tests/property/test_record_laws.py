"""Laws of records: what is written is read, what exists is sound, nothing leaks."""

from __future__ import annotations

import copy
import json
import pickle
import unicodedata
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    Anonymity,
    Attribution,
    Chain,
    Document,
    Link,
    Recorded,
    Source,
)
from claimtrack.schema import read_record, write_record
from claimtrack.testing import json_values, records

if TYPE_CHECKING:
    from claimtrack.records import Record

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)


def fields_of(record: object) -> list[attrs.Attribute[Any]]:
    """Return the fields that are given when a record is made."""
    return list(attrs.fields(cast("type[attrs.AttrsInstance]", type(record))))


@laws
@given(records())
def test_what_is_written_is_read(record: Record) -> None:
    """As it is, and by way of text, to the same text again."""
    data = write_record(record)
    assert read_record(data) == (record, ())
    text = json.dumps(data, ensure_ascii=False)
    again, problems = read_record(json.loads(text))
    assert (again, problems) == (record, ())
    assert again is not None
    assert json.dumps(write_record(again), ensure_ascii=False) == text


@laws
@given(records())
def test_records_are_values(record: Record) -> None:
    """Copies are equal and hash the same, however they are made; none can change."""
    copies = [
        copy.copy(record),
        copy.deepcopy(record),
        pickle.loads(pickle.dumps(record)),  # noqa: S301  our own bytes
        attrs.evolve(record),
        type(record)(
            **{each.name: getattr(record, each.name) for each in fields_of(record)}
        ),
    ]
    for each in copies:
        assert each == record
        assert hash(each) == hash(record)
        assert type(each) is type(record)
        assert repr(each) == repr(record)
        assert each in {record: 1}
    loose: Any = record
    for field in fields_of(record):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(loose, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(loose, field.name)


@laws
@given(records(), records())
def test_equality_is_of_all_fields(one: Record, other: Record) -> None:
    """Records are equal exactly where they are written the same."""
    same = write_record(one) == write_record(other)
    assert (one == other) is same
    changed = attrs.evolve(one, note="changed" if one.note is None else None)
    assert changed != one
    assert write_record(changed) != write_record(one)
    assert attrs.evolve(changed, note=one.note) == one


UNSAFE: Final = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories of what could move, hide or break a message."""


class Stranger:
    """What no field takes."""


JUNK: Final[st.SearchStrategy[object]] = st.one_of(
    json_values(),
    st.sampled_from(
        [
            float("nan"),
            float("inf"),
            10**400,
            10**5_000,
            True,
            "",
            " ",
            "\0",
            "\ud800",
            "x\n",
            "\u202e" * 100,
            "x" * 30_000,
            "2025-02-30",
            "2025-05/2025-04",
            b"x",
            bytearray(b"x"),
            object,
            Stranger(),
            Source(id="x", kind="outlet", name="X"),
            Attribution(claim="x", chain=["x"]),
            Link(source="x"),
            Chain(links=["x"]),
            Anonymity(),
            [None],
            [Stranger()],
            {"x"},
            {5: "x"},
            ["x"] * 1_001,
            ["x"] * 10_001,
            ("x",),
            range(3),
        ]
    ),
)


@laws
@given(records(), st.integers(0, 30), JUNK)
def test_what_exists_is_sound(record: Record, place: int, junk: object) -> None:
    """Whatever a field is given: the record is sound, or the error says what to do.

    No other error comes out; the text names record and field, and keeps itself short.
    """
    names = [each.name for each in fields_of(record)]
    name = names[place % len(names)]
    made = outcome(record, {name: junk})
    if isinstance(made, InvalidRecord):
        said = str(made)
        parts = {"alias", "chain", "count", "link", "record"}
        assert made.record in {record.type, *parts}
        assert said.startswith((f"{made.record}.{made.field}: ", "count: "))
        assert said.endswith(f". {made.fix} ({made.code})")
        assert len(said) < 1_000
        assert not {unicodedata.category(each) for each in said} & UNSAFE
    else:
        data = write_record(made)
        assert read_record(data) == (made, ())
        assert ct.validate(json.dumps(data)) == ()


def outcome(record: Record, change: dict[str, Any]) -> Record | InvalidRecord:
    """Return the changed record, or the error."""
    try:
        return attrs.evolve(record, **change)
    except InvalidRecord as error:
        return error


CANARY: Final = "canary"
WHEN: Final = ct.When(text=f"when the {CANARY} sang", relative_to=CANARY)


def marked(record: Record) -> Record:
    """Return a record with a mark in every field that may be private."""
    marks: dict[str, Any] = {
        "note": CANARY,
        "ext": {CANARY: [{CANARY: CANARY}]},
        "anonymity": Anonymity(reason=CANARY, known_to=["lawyer"]),
        "recorded": Recorded(at=WHEN, by=CANARY, method="tool", tool=CANARY),
        "url": f"https://{CANARY}.example/",
        "archived": [f"https://{CANARY}.example/kept"],
        "at": WHEN,
    }
    if isinstance(record, Attribution):
        chain = [
            attrs.evolve(each, at=WHEN, occasion=CANARY, addressee=CANARY)
            for each in record.chain
        ]
        record = attrs.evolve(record, chain=chain)
    if not (isinstance(record, Source) and record.kind == "unnamed"):
        del marks["anonymity"]
    known = {each.name for each in fields_of(record)}
    given_ = {name: value for name, value in marks.items() if name in known}
    return attrs.evolve(record, **given_)


@laws
@given(records())
@example(Source(id="u", kind="unnamed", description="officials"))
@example(Document(id="d", kind="leak", title="T"))
@example(Attribution(claim="c", chain=["s", Link(candidates=[])]))
def test_private_fields_are_not_shown(record: Record) -> None:
    """Not in a prompt, a log, a list, an error, or in what is made of the record."""
    secret = marked(record)
    assert CANARY in json.dumps(write_record(secret))
    inner = list(secret.chain) if isinstance(secret, Attribution) else []
    for shown in (
        repr(secret),
        str(secret),
        f"{secret}",
        f"{[secret]}",
        f"{ {secret: 1} }",
        f"{inner}",
        "%r" % (secret,),  # noqa: UP031  logging writes so
    ):
        assert CANARY not in shown
    with pytest.raises(InvalidRecord) as caught:
        attrs.evolve(secret, note=[CANARY])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert CANARY not in str(caught.value)
    assert CANARY not in repr(caught.value)


@laws
@given(records())
def test_private_fields_alone_change_nothing_that_is_shown(record: Record) -> None:
    """Two records that differ in these alone look the same."""
    bare = attrs.evolve(record, note=None, ext={})
    assert repr(marked(bare)) == repr(marked(record))
