"""Names of files: a text that is given for one is not repeated, by any door."""

from __future__ import annotations

import ast
import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click
import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack import Dossier, bulk, extract, notation, read_dossiers, validation
from claimtrack._file_names import NAME, TEXT, looks_like_text, open_file, shorten
from claimtrack.cli import main
from claimtrack.dossier import write_dossiers
from claimtrack.errors import InvalidRecord
from claimtrack.interop import claimreview, factcheck_api, table
from claimtrack.lint import RULES, Baseline, check, collect_notices, load_config

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE: Final = "examples/us-air-cover.claims.json"

MARK: Final = "Quillonby"
"""A word that stands in each sentence of a text."""

SENTENCE: Final = f"The ferry to {MARK} stops in May, the harbour master said."

RECORDS: Final = ", ".join([f'{{"type": "claim", "text": "{SENTENCE}"}}'] * 50)

TEXTS: Final[dict[str, str]] = {
    "a dossier": f'{{"claimtrack": "1.0", "records": [{RECORDS}]}}',
    "a short dossier": f'{{"records": [{{"text": "{MARK}", "url": "http://a.example"}}]}}',
    "half a dossier": f' {{"claimtrack": "1.0", "title": "{MARK} / {MARK} / {MARK}',
    "a sequence": f'{{"base": "http://a.example"}}\n{{"text": "{SENTENCE}"}}\n',
    "an article": f"{SENTENCE} " * 100,
    "paragraphs": f"{SENTENCE}\n\n" * 100,
    "a sentence": f"{SENTENCE[:-1]} on {MARK} / {MARK} / {MARK}.",
    "a quoted sentence": f"“{SENTENCE} Or/and not!”",
    "a line without an end": f"The ferry to {MARK} stops " * 40,
    "a page": f"<p>{SENTENCE}</p>",
    "a sheet": f"- {SENTENCE}\n  body: Post / Ledger\n",
    "a sentence in Chinese": f"{MARK}的渡轮停航/港务局长说。",
    "no character": f"{MARK} and\0{MARK}, {MARK} and {MARK} again and again and again",
    "half a character": f'{{"{MARK}": "\ud800", "{MARK} again": "{SENTENCE}"}}',
}

NAMES: Final[dict[str, str]] = {
    "a name": f"{MARK}.claims.json",
    "a name with blanks": f"The ferry to {MARK}, vol. 2.claims.json",
    "a name in brackets": f"[draft] {MARK}.claims.json",
    "a long name": f"{MARK}/" * 100 + "ferry.claims.json",
    "a longer name": f"{MARK}-" * 100 + "ferry.claims.json",
}
"""What may be the name of a file, but of none that is there."""

OPENERS: Final[dict[str, Callable[[Any], object]]] = {
    "Dossier.load": Dossier.load,
    "read_dossiers": lambda path: list(read_dossiers(path)),
    "bulk.verdict": bulk.verdict,
    "validate": lambda path: claimtrack.validate(Path(path)),
    "examine_all": lambda path: list(validation.examine_all(Path(path))),
    "tally": lambda path: validation.tally(Path(path)),
    "read_chunks": lambda path: list(validation.read_chunks(Path(path))),
    "check": lambda path: check(Path(path)),
    "collect_notices": lambda path: collect_notices(Path(path)),
    "load_config": lambda path: load_config(Path(path), RULES),
    "Baseline.load": lambda path: Baseline.load(Path(path)),
    "examine_any": lambda path: list(notation.examine_any(Path(path))),
    "open_sheet": lambda path: notation.open_sheet(Path(path)),
    "extract.read": lambda path: extract.read(Path(path)),
    "claimreview.read": lambda path: claimreview.read(Path(path)),
    "claimreview.read_all": lambda path: list(claimreview.read_all([Path(path)])),
    "verdict_maps": lambda path: claimreview.read({}, verdict_maps=[Path(path)]),
    "factcheck_api.read": lambda path: factcheck_api.read(Path(path)),
    "factcheck_api.read_all": lambda path: list(factcheck_api.read_all([Path(path)])),
    "table.read": lambda path: table.read(Path(path), columns="desk"),
    "table.read_all": lambda path: list(table.read_all([Path(path)], columns="desk")),
    "columns": lambda path: table.read("a,b\n1,2\n", columns=Path(path)),
}
"""What reads a file."""

WRITERS: Final[dict[str, Callable[[Any], object]]] = {
    "save": lambda path: Dossier().save(path),
    "write_dossiers": lambda path: write_dossiers([], path),
}
"""What writes a file. No text above could be the name of one: its folder is missing."""

DOORS: Final = OPENERS | WRITERS

READERS: Final[dict[str, str]] = {
    "Dossier.load": "Dossier.loads reads JSON text",
    "read_dossiers": "Dossier.loads reads JSON text",
    "bulk.verdict": "Dossier.loads reads JSON text",
    "open_sheet": "claimtrack.sheet.read reads the text of a sheet",
    "extract.read": "without Path, text is read as it is",
    "claimreview.read": "without Path, text is read as it is",
    "table.read": "without Path, text is read as it is",
}
"""What is said of the function that reads text, where there is one."""


def refused(door: str, given: str) -> OSError:
    """Return what a door raises."""
    with pytest.raises(OSError) as caught:  # noqa: PT011  # what it says is looked at
        DOORS[door](given)
    return caught.value


def assert_short(shown: str, given: str) -> None:
    """No more of a text is shown than its beginning."""
    assert "\n" not in shown
    assert len(shown) <= 300
    assert shown.count(MARK) <= given[:TEXT].count(MARK)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("door", OPENERS)
def test_text_for_a_file_is_not_repeated(door: str, name: str) -> None:
    """One line says what it looks like, and holds no more than its beginning."""
    error = refused(door, TEXTS[name])
    assert "this looks like text, not the name of a file" in str(error)
    assert_short(str(error), TEXTS[name])
    assert len(str(error.filename)) <= TEXT
    assert error.__context__ is None
    assert error.__cause__ is None


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("door", WRITERS)
def test_text_for_a_file_to_write_is_not_repeated(
    door: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is where a file is written; a short line can be the name of one."""
    monkeypatch.chdir(tmp_path)
    error = refused(door, TEXTS[name])
    assert "this looks like text, not the name of a file" in str(error)
    assert_short(str(error), TEXTS[name])
    assert len(str(error.filename)) <= TEXT
    assert error.__context__ is None
    assert not list(tmp_path.iterdir())


def test_text_for_a_sheet_to_write_is_not_repeated() -> None:
    """Before a sheet is written, the one that it replaces is looked at."""
    with pytest.raises(OSError, match="this looks like text") as caught:
        Dossier().save(TEXTS["paragraphs"] + ".claims.txt")
    assert_short(str(caught.value), TEXTS["paragraphs"])


@pytest.mark.parametrize("door", READERS)
def test_what_reads_text_is_named(door: str) -> None:
    """A program that has text reads which function takes it."""
    assert READERS[door] in str(refused(door, TEXTS["a dossier"]))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("door", DOORS)
def test_a_name_of_nothing_is_clipped(door: str, name: str, tmp_path: Path) -> None:
    """A name stays whole where it is no longer than names are."""
    given = str(tmp_path / "none" / NAMES[name])
    error = refused(door, given)
    assert "text" not in str(error.strerror)
    assert len(error.filename) <= NAME
    if len(given) < NAME:
        assert error.filename.startswith(given)
        assert type(error) is FileNotFoundError


@pytest.mark.parametrize("given", [b"{}", {}, None, 5, ["a.json"]], ids=repr)
@pytest.mark.parametrize(
    "door", ["Dossier.load", "read_dossiers", "bulk.verdict", "save", "write_dossiers"]
)
def test_another_type_is_no_path(door: str, given: object) -> None:
    """What was given, and what to give."""
    with pytest.raises(InvalidRecord) as caught:
        DOORS[door](given)
    assert caught.value.record == "path"
    assert "Use the path of a file" in str(caught.value)


def test_a_path_of_another_library_is_a_path() -> None:
    """What has a path in it is one."""

    class Entry:
        def __fspath__(self) -> str:
            return EXAMPLE

    assert len(Dossier.load(cast("Path", Entry()))) > 0


def test_a_file_with_the_name_of_a_text_is_read(tmp_path: Path) -> None:
    """What is there is a file, whatever its name looks like."""
    path = tmp_path / "{ It rains. }"
    Dossier(title="Rain").save(path)
    assert Dossier.load(path).title == "Rain"


def test_a_folder_with_the_name_of_a_text_is_a_folder(tmp_path: Path) -> None:
    """It is there, too."""
    path = tmp_path / "It rains."
    path.mkdir()
    assert refused("Dossier.load", str(path)).errno == errno.EISDIR


def test_half_a_character_is_no_name(tmp_path: Path) -> None:
    """Python refuses it, and its error would hold the whole name."""
    error = refused("Dossier.load", str(tmp_path / "a\ud800b.claims.json"))
    assert error.strerror == "not the name of a file"


def test_what_is_short_stays_whole() -> None:
    """A beginning ends with dots."""
    assert shorten("a" * NAME) == "a" * NAME
    assert shorten("a" * (NAME + 1)) == "a" * (NAME - 1) + "…"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_no_text(name: str) -> None:
    """Blanks, stops and brackets stand in names too."""
    assert not looks_like_text(NAMES[name])


def test_columns_are_a_name_or_a_path() -> None:
    """The text of a map is no name of one, and is not repeated either."""
    with pytest.raises(ValueError, match="there is no map") as caught:
        table.read("a,b\n1,2\n", columns=TEXTS["paragraphs"])
    assert_short(str(caught.value), TEXTS["paragraphs"])


OWN: Final = {
    "_advance.py",
    "_claimants.py",
    "_columns.py",
    "_lexicon.py",
    "_preset.py",
    "_rule_examples.py",
    "_store.py",
    "_templates.py",
    "_verdicts.py",
}
"""Modules that read text which comes with claimtrack."""


def opened_by(path: Path) -> list[str]:
    """Return where a module opens files by itself."""
    asked = {"read_bytes", "open"}
    if path.name not in OWN:
        asked.add("read_text")
    return [
        f"{path.name}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in asked
        and (node.func.attr != "open" or "".join(map(ast.unparse, node.args)) == "'rb'")
    ]


COMMANDS: Final[dict[str, list[list[str]]]] = {
    "check": [
        ["@"],
        [EXAMPLE, "--config", "@"],
        [EXAMPLE, "--rules", "@"],
        [EXAMPLE, "--text", "@"],
        [EXAMPLE, "--text", "c1=@"],
        [EXAMPLE, "--baseline", "@"],
    ],
    "show": [["@"], [EXAMPLE, "@"]],
    "impact": [["@", "--retract", "unn"]],
    "draw": [["@", "-o", "OUT.svg"], [EXAMPLE, "-o", "none/@"]],
    "convert": [["@", "-o", "OUT.claims.txt"], [EXAMPLE, "-o", "none/@"]],
    "fmt": [["@"], [EXAMPLE, "--check", "--text", "@"]],
    "new": [["@", "-o", "OUT.claims.txt"], ["README.md", "-o", "none/@"]],
    "draft": [
        ["@", "-o", "OUT.claims.txt"],
        ["README.md", "-o", "none/@"],
        ["README.md", "--into", "@"],
        ["README.md", "--using", "@"],
        ["README.md", "--known", "@"],
    ],
    "review": [["@"]],
    "import": [
        ["claimreview", "@", "-o", "OUT.claims.ndjson"],
        ["factcheck-api", "@", "-o", "OUT.claims.ndjson"],
        ["table", "@", "--columns", "desk", "-o", "OUT.claims.ndjson"],
        ["table", "README.md", "--columns", "@", "-o", "OUT.claims.ndjson"],
        ["claimreview", EXAMPLE, "--verdicts", "@", "-o", "OUT.claims.ndjson"],
        ["claimreview", EXAMPLE, "-o", "none/@"],
    ],
    "export": [
        ["claimreview", "@"],
        ["table", EXAMPLE, "--columns", "@"],
        ["claimreview", EXAMPLE, "-o", "none/@"],
    ],
    "timeline": [["@"]],
    "drift": [["@"]],
    "conflicts": [["@"]],
    "explain": [["CT104", "--rules", "@"]],
    "schema": [],
}
"""Each command with "@" where it takes a file."""

FILES: Final = {"article", "articles", "columns", "file", "files", "rules", "using"}
"""Parameters that are names of files, beside those that are paths by their type."""


@pytest.mark.parametrize("name", ["a dossier", "paragraphs", "a line without an end"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_does_not_repeat_a_text(
    command: str, name: str, tmp_path: Path
) -> None:
    """One line, exit status 2."""
    for places in COMMANDS[command]:
        words = [
            each.replace("@", TEXTS[name]).replace("OUT", str(tmp_path / "x"))
            for each in places
        ]
        result = CliRunner().invoke(main, [command, *words])
        assert isinstance(result.exception, SystemExit), places
        assert result.exit_code == 2, places
        assert_short(result.stderr.splitlines()[-1], TEXTS[name])
        assert result.output.count(MARK) <= 2, places


def test_every_file_of_a_command_is_tried() -> None:
    """A new option that takes a file comes with its line above."""
    group = cast("click.Group", main)
    assert set(COMMANDS) == set(group.commands)
    for name, command in group.commands.items():
        asked = [
            each
            for each in command.params
            if isinstance(each.type, click.Path) or each.name in FILES
        ]
        tried = {part for places in COMMANDS[name] for part in places}
        for each in asked:
            if isinstance(each, click.Option):
                assert tried.intersection(each.opts), (name, each.name)


@pytest.mark.parametrize("command", ["check", "show", "convert", "draft"])
def test_a_command_says_what_it_takes(command: str, tmp_path: Path) -> None:
    """What reads text is standard input."""
    output = ["-o", str(tmp_path / "x.claims.txt")] * (command in {"convert", "draft"})
    result = CliRunner().invoke(main, [command, TEXTS["paragraphs"], *output])
    assert result.stderr.rstrip("\n").endswith(
        "this looks like text, not the name of a file; - reads standard input"
    )


def test_a_file_is_opened_and_read() -> None:
    """It is the file."""
    with open_file(Path(EXAMPLE)) as file:
        assert file.read() == Path(EXAMPLE).read_bytes()


def test_no_module_opens_files_by_itself() -> None:
    """They all go through `open_file`, whose errors are short."""
    root = Path(claimtrack.__file__).parent
    paths = [
        each for each in sorted(root.rglob("*.py")) if "examples" not in each.parts
    ]
    assert [path.name for path in paths if opened_by(path)] == ["_file_names.py"]
