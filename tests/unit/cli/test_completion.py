"""What a shell offers: codes, names of schemas, claims and what can be retracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from claimtrack import Dossier
from claimtrack.cli import main
from claimtrack.lint import RULES
from claimtrack.schema import NAMES

if TYPE_CHECKING:
    from pathlib import Path


def offered(*words: str, incomplete: str = "") -> dict[str, str | None]:
    """Return what is offered behind these words, with what it says."""
    shell = ShellComplete(main, {}, "claimtrack", "_CLAIMTRACK_COMPLETE")
    found = shell.get_completions([*words], incomplete)
    return {each.value: each.help for each in found if each.type == "plain"}


@pytest.fixture(params=["x.claims.json", "x.claims.txt"])
def ferry(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the name of a file with one of each, as JSON and as a sheet."""
    d = Dossier(title="Ferry")
    paper = d.document("article", "Story", publisher=d.outlet("Post"))
    d.document("page", url="https://example.org/p", id="p")
    d.person("Keir", id="keir")
    clerk = d.unnamed("a clerk", id="u1")
    d.attribute(
        d.claim("It \u202estops."),
        d.outlet("Post").citing(clerk),
        document=paper,
        id="a1",
    )
    d.notice("update", "c1", id="n1")
    file = tmp_path / str(request.param)
    d.save(file)
    return str(file)


def test_codes_and_their_names() -> None:
    """Each says what the other is."""
    assert offered("explain", incomplete="CT10")["CT102"] == RULES["CT102"].name
    assert offered("explain", incomplete="self-c") == {"self-citation": "CT109"}


def test_one_of_several_codes() -> None:
    """In either case; what stands before the comma stays."""
    found = offered("check", "--select", incomplete="CT0,ct10")
    assert found["CT0,CT102"] == RULES["CT102"].name
    assert all(each.startswith("CT0,CT10") for each in found)
    assert "CT102" in offered("check", "--ignore", incomplete="CT10")


def test_names_of_schemas() -> None:
    """All of them."""
    assert [*offered("schema")] == [*NAMES]


@pytest.mark.parametrize("command", ["show", "timeline", "draw"])
def test_claims_of_the_file_that_is_named(command: str, ferry: str) -> None:
    """With their text, in which nothing is obeyed."""
    assert offered(command, ferry, incomplete="c") == {"c1": "It \\u202estops."}
    assert offered(command, ferry, incomplete="x") == {}
    assert offered(command) == {}


def test_what_can_be_retracted(ferry: str) -> None:
    """Sources, documents, attributions and claims: no notice."""
    found = offered("impact", ferry, "--retract")
    assert found == {
        "post": "Post",
        "story": "Story",
        "p": None,
        "keir": "Keir",
        "u1": None,
        "c1": "It \\u202estops.",
        "a1": "Post < ?a clerk",
    }


def test_a_file_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    """A shell has no place for what is wrong."""
    broken = tmp_path / "a.claims.json"
    broken.write_text("{")
    assert offered("show", str(broken)) == {}
    assert offered("show", str(tmp_path / "missing")) == {}


def test_the_shell_gets_a_script() -> None:
    """As the page says."""
    result = CliRunner().invoke(
        main,
        prog_name="claimtrack",
        env={"_CLAIMTRACK_COMPLETE": "zsh_source"},
    )
    assert "_CLAIMTRACK_COMPLETE=zsh_complete claimtrack" in result.stdout
