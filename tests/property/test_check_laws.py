"""One check: `ct.check` finds what the command finds, code by code, place by place."""

from __future__ import annotations

import json
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.cli import main
from claimtrack.testing import dossiers
from claimtrack.validation import render_json

if TYPE_CHECKING:
    from collections.abc import Iterable

TOP: Final = Path(__file__).parents[2]
FILES: Final = sorted(
    [
        *(TOP / "examples").glob("*.claims.json"),
        *(TOP / "docs").glob("how-to/*.claims.*"),
        *(TOP / "tests/records").glob("*/*.json"),
    ]
)

NUMBER: Final = re.compile(r"#\d+$")
LINE: Final = re.compile(r" \(line \d+\)|, line \d+")

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
)

SMALL: Final = dossiers(
    max_sources=4, max_documents=3, max_claims=3, max_attributions=4, max_links=3
)


def by_command(path: Path) -> list[dict[str, Any]]:
    """Return what the command finds in a file."""
    answer = CliRunner().invoke(main, ["check", str(path), "--format", "json"])
    assert answer.exit_code in (0, 1), answer.output
    found: list[dict[str, Any]] = json.loads(answer.stdout)["findings"]
    return found


def in_python(
    data: ct.Dossier | bytes | str | Path, file: Path | None = None
) -> list[dict[str, Any]]:
    """Return what `ct.check` finds, as JSON that says in which file."""
    today = datetime.now(tz=UTC).astimezone().date()
    found: list[dict[str, Any]] = json.loads(render_json(ct.check(data, today=today)))[
        "findings"
    ]
    for each in found:
        if file is not None and each["location"] is not None:
            each["location"]["file"] = str(file)
    return found


def without_file(findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return findings without the name of a dossier that its file alone names.

    One without base and title is known by its file, and so are its findings.
    """
    return [
        {**each, "dossier": "", "fingerprint": ""}
        if not each["dossier"] or NUMBER.search(each["dossier"])
        else each
        for each in findings
    ]


def without_places(findings: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return findings without lines and columns, which nothing in memory has."""
    left = [
        {k: LINE.sub("", v) if k == "message" else v for k, v in each.items()}
        for each in without_file(findings)
    ]
    for each in left:
        del each["location"]
    return sorted(left, key=lambda each: json.dumps(each, sort_keys=True))


@pytest.mark.parametrize(
    "path", FILES, ids=lambda each: f"{each.parent.name}/{each.name}"
)
def test_a_file_is_checked_as_by_the_command(path: Path) -> None:
    """As a path, as bytes, and where it is sound as a dossier as well."""
    expected = by_command(path)
    assert in_python(path) == expected
    assert without_file(in_python(path.read_bytes(), path)) == without_file(expected)
    read = ct.check(path).dossier
    if read is not None:
        assert read == ct.Dossier.load(path)
        assert without_places(in_python(read)) == without_places(expected)


@laws
@given(SMALL, st.data())
def test_any_dossier_is_checked_as_by_the_command(
    dossier: ct.Dossier, data: st.DataObject
) -> None:
    """In memory, in a file, in bytes; whole, or with records that are gone."""
    compare(dossier, data)


@pytest.mark.long
@settings(laws, max_examples=300)
@given(SMALL, st.data())
def test_many_dossiers_are_checked_as_by_the_command(
    dossier: ct.Dossier, data: st.DataObject
) -> None:
    """The same, three hundred times."""
    compare(dossier, data)


def compare(dossier: ct.Dossier, data: st.DataObject) -> None:
    """Check a dossier in every way, and compare with the command."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.claims.json")
        dossier.save(path)
        expected = by_command(path)
        assert without_places(in_python(dossier)) == without_places(expected)
        checked = ct.check(path)
        assert checked.dossier == dossier
        document = json.loads(path.read_text("utf-8"))
        count = len(document["records"])
        gone = data.draw(st.sets(st.integers(0, count), max_size=3))
        document["records"] = [
            each for n, each in enumerate(document["records"]) if n not in gone
        ]
        path.write_text(json.dumps(document), "utf-8")
        expected = by_command(path)
        assert in_python(path) == expected
        text = path.read_text("utf-8")
        assert without_file(in_python(text, path)) == without_file(expected)
        errors = [each.severity for each in ct.validate(path)]
        assert (ct.check(path).dossier is None) == ("error" in errors)


@laws
@given(st.lists(SMALL, min_size=2, max_size=3), st.booleans())
def test_a_sequence_is_checked_as_by_the_command(
    several: list[ct.Dossier],
    is_broken: bool,  # noqa: FBT001  # drawn
) -> None:
    """Dossier by dossier; those that are sound are handed back."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.claims.ndjson")
        ct.write_dossiers(several, path)
        if is_broken:
            text = path.read_text("utf-8")
            head, _, rest = text.partition("\n")
            path.write_text(f'{head}\n{{"type": "claim", "id": 7}}\n{rest}', "utf-8")
        expected = by_command(path)
        assert in_python(path) == expected
        data = path.read_bytes()
        assert without_file(in_python(data, path)) == without_file(expected)
        sound = several[1:] if is_broken else several
        assert ct.check(path).dossiers == tuple(sound)
        errors: list[tuple[ct.Finding, ...]] = []
        assert list(ct.read_dossiers(path, on_error=errors.append)) == sound
        assert len(errors) == is_broken
        assert [
            each for found in errors for each in found if each.severity == "error"
        ] == [each for each in ct.validate(path) if each.severity == "error"]
