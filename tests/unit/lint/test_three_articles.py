"""Three invented articles: checked by a fact-checker, by their desk, and as ifcn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
import pytest
from click.testing import CliRunner

from claimtrack import Dossier
from claimtrack.cli import main
from claimtrack.lint import Config, Settings, check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimtrack.records import Document

Found: TypeAlias = list[tuple[str, str, str | None]]

ADDRESS: Final = "https://example.org/story"


def story(d: Dossier, title: str, publisher: str) -> Document:
    """Return the article that is recorded."""
    return d.document(
        "article", title, publisher=publisher, url=ADDRESS, status="published"
    )


def ceasefire() -> Dossier:
    """Return a wire story on talks, from officials and from people near a president."""
    d = Dossier(title="Talks stall", lang="en")
    d.organization("White House", id="white-house")
    d.organization("United States", id="us", aka=["US"])
    d.outlet("Axios", id="axios")
    d.person("Donald Trump", id="trump")
    official = d.unnamed("a White House official", id="u1", count="1")
    officials = d.unnamed("US officials", id="u2", count="2+", role="official")
    people = d.unnamed("people close to Donald Trump", id="u3", count="2+")
    sources = d.unnamed("sources of Axios", id="u4", count="2+")
    paper = story(d, "Talks stall", "axios")
    for number, source in enumerate((official, officials, people, sources), 1):
        claim = d.claim(f"Round {number} of the talks has failed", id=f"c{number}")
        d.attribute(claim, ["axios", source], document=paper)
    return d


def ferry() -> Dossier:
    """Return a local story that relays another paper's single source."""
    d = Dossier(title="Night ferry", lang="en")
    d.outlet("Harbour Post", id="post", aka=["HP"])
    d.outlet("The Herald", id="herald")
    d.person("Ines Moreau", id="mayor")
    clerk = d.unnamed("a harbour clerk", id="u1", count="1", role="clerk")
    captain = d.unnamed("a captain", id="u2", count="1", role="captain")
    paper = story(d, "Night ferry", "post")
    stops = d.claim("The night ferry stops in September", id="c1")
    leaks = d.claim("The night ferry has leaked since May", id="c2")
    d.attribute(stops, ["post", clerk], document=paper)
    d.attribute(leaks, ["post", "herald", captain], document=paper)
    return d


def mine() -> Dossier:
    """Return a story whose unnamed workers judge, and whose reporter saw a part."""
    d = Dossier(title="Mine closes", lang="en")
    d.outlet("Valley News", id="valley", url="https://valley.example/")
    d.organization("Northern Mining", id="company")
    workers = d.unnamed("two miners", id="u1", count="2", role="miner")
    paper = story(d, "Mine closes", "valley")
    closes = d.claim("The mine closes in June", id="c1")
    unsafe = d.claim("The mine was badly run", id="c2", kind="evaluation")
    d.attribute(closes, ["valley", "company"], document=paper)
    d.attribute(unsafe, ["valley", workers], document=paper)
    return d


ARTICLES: Final[list[tuple[Callable[[], Dossier], str, Found, Found, Found]]] = [
    (
        ceasefire,
        "Axios",
        [
            ("CT203", "info", "axios"),
            ("CT806", "info", "u3"),
            ("CT201", "warning", "u1"),
        ],
        [
            ("CT201", "error", "u1"),
            ("CT206", "error", "u1"),
            ("CT206", "error", "u2"),
            ("CT206", "error", "u3"),
            ("CT206", "error", "u4"),
        ],
        [("CT203", "warning", "axios")],
    ),
    (
        ferry,
        "hp",
        [
            ("CT106", "info", "herald"),
            ("CT201", "warning", "u1"),
            ("CT201", "warning", "u2"),
        ],
        [("CT201", "error", "u1"), ("CT206", "error", "u1")],
        [("CT106", "warning", "herald")],
    ),
    (
        mine,
        "https://valley.example",
        [("CT207", "info", "valley")],
        [("CT206", "error", "u1")],
        [],
    ),
]
"""Each with its desk, what a fact-checker sees, the errors of the desk, and what the
preset of fact-checkers raises."""

WATCHED: Final = ("CT1", "CT2", "CT5", "CT7", "CT8")


def checked(d: Dossier, config: Config) -> Found:
    """Return code, severity and record of each finding."""
    found = check(d, config=config.with_choice(select=WATCHED, ignore=["CT705"]))
    return [(each.code, each.severity, each.record) for each in found]


@pytest.mark.parametrize(("make", "desk", "seen", "errors", "raised"), ARTICLES)
def test_an_article_for_whoever_checks_it(
    make: Callable[[], Dossier], desk: str, seen: Found, errors: Found, raised: Found
) -> None:
    """No error for a fact-checker; for the desk those about its own sources."""
    ifcn = Config.from_preset("ifcn")
    for d in (make(), Dossier.loads(make().dumps())):
        assert sorted(checked(d, Config())) == sorted(seen)
        ours = checked(d, Config(settings=Settings(desk=desk)))
        assert sorted(each for each in ours if each[1] == "error") == sorted(errors)
        stricter = checked(d, ifcn)
        assert sorted({*stricter} - {*seen}) == raised
        assert not [each for each in stricter if each[1] == "error"]
        as_desk = attrs.evolve(ifcn, settings=Settings(desk=desk))
        assert {*errors} <= {*checked(d, as_desk)}


@pytest.mark.parametrize(("make", "desk", "seen", "errors", "raised"), ARTICLES)
def test_the_command_finds_the_same_in_json(  # noqa: PLR0917
    make: Callable[[], Dossier],
    desk: str,
    seen: Found,
    errors: Found,
    raised: Found,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Attributions have no id in the file, as people write it."""
    monkeypatch.chdir(tmp_path)
    written = json.loads(make().dumps())
    for each in written["records"]:
        if each["type"] == "attribution":
            each.pop("id", None)
    path = tmp_path / "a.claims.json"
    path.write_text(json.dumps(written), encoding="utf-8")
    select = ["--select", ",".join(WATCHED), "--ignore", "CT705"]

    def run(*options: str) -> tuple[int, Found]:
        arguments = ["check", str(path), "--format", "json", *select, *options]
        result = CliRunner().invoke(main, arguments)
        found = json.loads(result.stdout)["findings"]
        assert all(each["dossier"] == written["title"] for each in found)
        assert "urn:uuid" not in "".join(each["message"] for each in found)
        return result.exit_code, [
            (each["code"], each["severity"], each["record"]) for each in found
        ]

    status, found = run()
    assert (status, sorted(found)) == (0, sorted(seen))
    status, found = run("--desk", desk)
    assert status == 1
    assert sorted(each for each in found if each[1] == "error") == sorted(errors)
    status, found = run("--preset", "ifcn")
    assert (status, sorted({*found} - {*seen})) == (0, raised)
    assert "urn:uuid" not in CliRunner().invoke(main, ["check", str(path)]).stdout
