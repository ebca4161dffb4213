"""The programs in examples/: they run, and type checkers find nothing in them."""

from __future__ import annotations

import csv
import importlib.util
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

import claimtrack as ct

TOP: Final = Path(__file__).parents[2]
ARTICLE: Final = TOP / "examples" / "us-air-cover.claims.json"
PROGRAMS: Final = sorted((TOP / "examples").glob("*.py"))
DAY: Final = date(2025, 6, 6)


def load(name: str) -> Any:  # noqa: ANN401  a module
    """Return a program as a module."""
    path = TOP / "examples" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"sample_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Return what a process of this Python answers."""
    return subprocess.run(  # noqa: S603  our own code in our own interpreter
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=TOP,
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    "checker", [("mypy", "--strict"), ("pyright", "--pythonpath", sys.executable)]
)
def test_type_checkers_find_nothing(checker: tuple[str, ...]) -> None:
    """Look-ups, chains and rows need no cast; a wrong attribute is found."""
    assert all(" cast" not in each.read_text("utf-8") for each in PROGRAMS)
    done = run("-m", *checker, *PROGRAMS)
    assert done.returncode == 0, done.stdout


def test_the_cms_keeps_what_can_be_kept() -> None:
    """What it kept is what was sent; what it shows is typed."""
    cms = load("cms")
    store = cms.Store()
    answer = cms.receive(store, "us", ARTICLE.read_bytes(), today=DAY)
    assert (answer.is_kept, answer.may_run) == (True, False)
    found = ct.check(ARTICLE, config=cms.CONFIG, today=DAY)
    assert answer.messages == tuple(f"{each.message}. {each.fix}" for each in found)
    dossier = store.get("us")
    assert dossier == ct.Dossier.load(ARTICLE)
    sent = ct.Dossier(title="Ferry")
    sent.document("article", "Ferry stops", publisher=sent.outlet("Post"))
    made = cms.add_quote(sent, "It stops.", "Post < Ann Lee", "ferry stops")
    assert sent.format_chain(made) == "Post < Ann Lee"
    assert made.document == sent.documents[0].id
    assert cms.describe(sent, "post") == {
        "record": ct.to_dict(sent["post"]),
        "name": "Post",
        "quoted": ["It stops."],
    }
    refused = cms.receive(store, "bad", b'{"claimtrack": "1.0"}', today=DAY)
    assert (refused.is_kept, refused.may_run) == (False, False)
    assert any("records" in each for each in refused.messages)
    store.close()
    done = run(TOP / "examples" / "cms.py", ARTICLE)
    assert done.returncode == 0, done.stderr
    assert "may not run" in done.stdout
    assert json.loads(done.stdout.partition("\nmay")[0])["name"] == "UNN"


def test_the_pipeline_writes_a_table(tmp_path: Path) -> None:
    """A row for each claim of each dossier; broken ones are counted."""
    pipeline = load("pipeline")
    many, target = tmp_path / "many.claims.ndjson", tmp_path / "claims.csv"
    ct.write_dossiers([ct.Dossier(title="Empty")], many)
    text = '{"type":"dossier","claimtrack":"1.0"}\n{"type":"claim","id":7}\n'
    many.write_text(text + many.read_text("utf-8"), encoding="utf-8")
    counts = pipeline.run(target, [many, ARTICLE])
    dossier = ct.Dossier.load(ARTICLE)
    with target.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [each["claim"] for each in rows] == [each.id for each in dossier.claims]
    assert counts["CT010"] == counts["CT502"] == 1
    falls = ct.lineage.impact(dossier, retract=["bloomberg"]).falls
    assert pipeline.hanging_on(dossier, "Bloomberg") == tuple(
        dossier.claims[each].text for each in falls
    )
    done = run(TOP / "examples" / "pipeline.py", target, many, ARTICLE)
    assert done.returncode == 0, done.stderr
    assert f"CT502 {counts['CT502']}" in done.stdout.splitlines()
