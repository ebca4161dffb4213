"""Rules are found by their names, and their files say and show what they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimtrack import lint
from claimtrack.cli import main
from claimtrack.lint import RULES, RuleSet, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint import Case, Hit, Rule

ROOMS = Path(lint.__file__).parent / "rules"
EACH = pytest.mark.parametrize("each", RULES.values(), ids=lambda each: each.code)

FAMILIES = {
    "attribution": ("CT1",),
    "sourcing": ("CT2",),
    "time": ("CT3",),
    "confidence": ("CT401", "CT402", "CT403", "CT404"),
    "wording": ("CT407", "CT5"),
    "corrections": ("CT6",),
}

PAGE = '''"""A dossier has a title.

Why: People look for it by
    its title.

Fix: Give it one.
"""

from claimtrack.lint import Hit, rule


@rule(code="CT900", severity="info", unit="dossier")
def untitled_dossier(case):
    if case.dossier.title is None:
        yield Hit("", "the dossier has no title")
'''


def file_of(each: Rule) -> Path:
    """Return the file that a rule stands in."""
    return Path(each.check.__code__.co_filename)


def examples_of(each: Rule) -> Path:
    """Return the folder of a rule's examples."""
    return file_of(each).parent / "examples" / each.check.__name__


@EACH
def test_the_file_of_a_rule_has_its_name(each: Rule) -> None:
    """And stands in the folder of its family."""
    family = next(key for key, codes in FAMILIES.items() if each.code.startswith(codes))
    assert file_of(each) == ROOMS / family / f"{each.name.replace('-', '_')}.py"


def test_every_file_and_every_folder_of_examples_is_of_a_rule() -> None:
    """One rule a file; nothing is left over."""
    files = {path for path in ROOMS.glob("*/*.py") if not path.name.startswith("_")}
    assert files == {file_of(each) for each in RULES.values()}
    folders = set(ROOMS.glob("*/examples/*"))
    assert folders == {examples_of(each) for each in RULES.values()}


@EACH
@pytest.mark.parametrize("name", ["fires", "near", "passes"])
def test_examples_get_from_the_command_what_they_say(each: Rule, name: str) -> None:
    """Opened as files, under the settings that lie beside them."""
    folder = examples_of(each)
    [file] = folder.glob(f"{name}.claims.*")
    settings = folder / "settings.toml"
    config = ["--config", str(settings)] if settings.exists() else []
    asked = ["--select", each.code, "--format", "ndjson"]
    result = CliRunner().invoke(main, ["check", *config, *asked, str(file)])
    count = result.stdout.count(f'"code": "{each.code}"') + result.stdout.count(
        f'"code":"{each.code}"'
    )
    assert count == (name == "fires"), result.output


def test_pages_are_read_where_python_drops_docstrings() -> None:
    """With -OO every rule says the same."""
    program = (
        "from claimtrack.lint import RULES\n"
        "for r in RULES.values(): print(r.code, r.text, r.why, r.form, r.fix)"
    )
    said = [
        subprocess.run(  # noqa: S603  our own program
            [sys.executable, *flags, "-c", program],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={"PYTHONUTF8": "1"},
        ).stdout
        for flags in ((), ("-OO",))
    ]
    assert said[0] == said[1]
    assert said[0].count("CT") >= len(RULES)


def test_a_rule_of_ones_own_is_written_the_same_way(tmp_path: Path) -> None:
    """Its page is the docstring of its file, its examples lie beside it."""
    folder = tmp_path / "examples" / "untitled_dossier"
    folder.mkdir(parents=True)
    texts = {
        "fires": '{"claimtrack": "1.0", "records": []}',
        "passes": '{"claimtrack": "1.0", "title": "Ferry", "records": []}',
        "near": '{"claimtrack": "1.0", "title": "", "records": []}',
    }
    for name, text in texts.items():
        (folder / f"{name}.claims.json").write_text(text)
    (folder / "settings.toml").write_text('desk = "Post"\n')
    made = rule_in(tmp_path)
    assert (made.name, made.text) == ("untitled-dossier", "A dossier has a title")
    assert (made.why, made.fix) == ("People look for it by its title.", "Give it one.")
    assert (made.form, made.authority) == ("", ())
    assert {name: getattr(made, name) for name in texts} == texts
    assert made.sample.desk == ("Post",)
    assert "CT900" in RuleSet().with_rules(made)


def test_an_example_that_is_missing_is_named(tmp_path: Path) -> None:
    """The folder is there, and a file is not."""
    (tmp_path / "examples" / "untitled_dossier").mkdir(parents=True)
    with pytest.raises(FileNotFoundError, match=r"no fires\.claims\.json in "):
        rule_in(tmp_path)


def test_a_rule_may_have_neither_page_nor_examples(tmp_path: Path) -> None:
    """For a rule that is tried in a notebook."""
    made = rule_in(tmp_path, PAGE.partition('"""\n\n')[2])
    assert (made.text, made.why, made.fires) == ("", "", "")


def test_a_paragraph_without_a_name_is_for_readers_of_the_file(tmp_path: Path) -> None:
    """It is no part of the page."""
    text = PAGE.replace("\n\nFix:", "\n\nMore on it.\n\nFix:")
    assert rule_in(tmp_path, text).fix == "Give it one."


def test_arguments_go_before_what_files_say() -> None:
    """What is given is not looked for."""

    @rule(code="CT900", name="other", severity="info", unit="claim", text="Say so")
    def mine(_case: Case) -> Iterator[Hit]:
        yield from ()

    assert (mine.name, mine.text) == ("other", "Say so")


def rule_in(folder: Path, text: str = PAGE) -> Rule:
    """Return the rule of a file that is written and run."""
    file = folder / "untitled_dossier.py"
    file.write_text(text)
    scope: dict[str, object] = {"__name__": "untitled_dossier"}
    exec(compile(text, file, "exec"), scope)  # noqa: S102  as import would
    return scope["untitled_dossier"]  # type: ignore[return-value]
