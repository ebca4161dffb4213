"""What is printed: nothing in it is obeyed, and what cannot be printed is status 2.

Each command in each of its formats, with poison wherever a stranger can put some, into
a pipe and onto a terminal.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import subprocess
import sys
import threading
import tty
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import click
import pytest

from claimtrack import Dossier, link
from claimtrack.cli import main
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.schema import JsonValue

WORD: Final = "poison"

POISON: Final = (
    f"\x1b[31m\x07\x7f\x9b1m\u202e\u2066\u2028::error file=x::{WORD} ##[error]{WORD} "
    f"\r\n::add-mask::{WORD}\n  ::stop-commands::{WORD}\n##vso[task.a]{WORD}"
)
"""Colours, a bell, DEL, what turns the line round, new lines, and commands."""

ON_A_LINE: Final = POISON.replace("\r", "").replace("\n", " ")

OPTION: Final = f"--{POISON}".replace("=", "")

IRI: Final = f"https://e.org/::error::{WORD}##[error]{WORD}"

FILE_NAME: Final = os.fsdecode(
    ON_A_LINE.replace("/", "").encode() + b"\n::error::\xff.claims.json"
)
"""A name that is not UTF-8, with all of it."""


def poisoned() -> Dossier:
    """Return a sound dossier with poison in every name, text and title."""
    d = Dossier(title=POISON)
    post, ship = d.outlet(f"{POISON} Post"), d.organization(ON_A_LINE, id=IRI)
    worker = d.unnamed(POISON, role=POISON)
    paper = d.document("article", POISON, publisher=post)
    claim = d.claim(POISON, id=f"{IRI}/c1")
    told = link(worker, cue=POISON, addressee=ship)
    d.attribute(claim, post.citing(ship).citing(told), document=paper)
    d.attribute(claim, link(post, cue=f"::warning::{WORD}"), presupposed=True)
    d.attribute(d.claim(f"##[group]{WORD}"), ship)
    d.notice("retraction", worker)
    d.assess(claim, by=post, verdict=POISON, rationale=POISON)
    return d


def wrong() -> str:
    """Return a file with poison in every place that a finding speaks of."""
    root: dict[str, Any] = json.loads(poisoned().dumps())
    root[POISON] = POISON
    for each in root["records"]:
        each[f"{POISON}{each['type']}"] = 1
        each["id"] = each["id"] + POISON
        each["kind"] = POISON
    root["records"] += [{"type": POISON, POISON: 1}, POISON]
    return json.dumps(root, ensure_ascii=False)


SETTINGS: Final = {
    POISON: 1,
    "preset": POISON,
    "select": [POISON],
    "languages": [POISON],
    "severities": {POISON: "error", "CT201": POISON, "CT202": {POISON: POISON}},
    "per-path-ignores": {POISON: [POISON]},
}


def as_toml(value: JsonValue) -> str:
    """Return a value as TOML has it, in a line."""
    if is_object(value):
        pairs = (f"{json.dumps(k)} = {as_toml(v)}" for k, v in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if is_array(value):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value).replace("\x7f", "\\u007f")


@attrs.frozen
class Files:
    """Files with poison in them and in their names.

    Attributes:
        sound: a sound dossier.
        wrong: one with mistakes.
        settings: settings that do not exist.
        baseline: a baseline that knows what is not found any more.
        elsewhere: a file that is not there.
    """

    sound: str
    wrong: str
    settings: str
    baseline: str
    elsewhere: str


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return such files."""
    folder = tmp_path / FILE_NAME.removesuffix(".claims.json")
    folder.mkdir()
    made = Files(
        sound=str(folder / FILE_NAME),
        wrong=str(folder / f"wrong{FILE_NAME}"),
        settings=str(folder / f"{FILE_NAME}.toml"),
        baseline=str(folder / f"{FILE_NAME}.json"),
        elsewhere=str(folder / "elsewhere"),
    )
    poisoned().save(made.sound)
    Path(made.wrong).write_text(wrong(), encoding="utf-8")
    lines = (f"{json.dumps(k)} = {as_toml(v)}\n" for k, v in SETTINGS.items())
    Path(made.settings).write_text("".join(lines).replace("\x7f", "\\u007f"))
    gone = {"file": Path(made.sound).name, "code": POISON, "record": POISON}
    entries = [{**gone, "fingerprint": "0", "count": 1}]
    known = {"claimtrack-baseline": "1.0", "findings": entries}
    Path(made.baseline).write_text(json.dumps(known))
    return made


Arguments = tuple[str, ...]

COMMANDS: Final[dict[str, list[Arguments]]] = {
    **{
        f"claimtrack check --format {style}": [
            ("check", "--format", style, "SOUND"),
            ("check", "--format", style, "WRONG"),
            ("check", "--format", style, "--config", "SETTINGS", "SOUND", "WRONG"),
            ("check", "--format", style, "--baseline", "BASELINE", "SOUND"),
        ]
        for style in ("text", "json", "ndjson", "github", "sarif")
    },
    **{
        f"claimtrack draw --format {style}": [
            ("draw", "--format", style, "SOUND"),
            ("draw", "--format", style, "--include-private", "SOUND", f"{IRI}/c1"),
            ("draw", "--format", style, "WRONG"),
        ]
        for style in ("mermaid", "dot", "svg", "html")
    },
    **{
        f"claimtrack {name} --format {style}": [
            (name, "--format", style, *more, "SOUND"),
            (name, "--format", style, *more, "WRONG"),
        ]
        for name, more, styles in (
            ("show", (), ("text", "json", "csv")),
            ("impact", ("--as-recorded",), ("text", "json")),
        )
        for style in styles
    },
    **{
        f"claimtrack {name} --format {style}": [
            (name, "--format", style, "SOUND"),
            (name, "--format", style, "SOUND", "WRONG"),
        ]
        for name in ("conflicts", "drift", "timeline")
        for style in ("text", "json")
    },
    "claimtrack convert": [("convert", "SOUND", "-o", "ELSEWHERE/x.claims.txt")],
    "claimtrack fmt": [
        ("fmt", "WRONG"),
        ("fmt", "ELSEWHERE"),
    ],
    "claimtrack export": [
        ("export", "claimreview", "--profile", "google", "SOUND"),
        ("export", "claimreview", "--html", "--include-private", "SOUND"),
        ("export", "claimreview", "--id", POISON, "SOUND"),
        ("export", "factcheck-api", "SOUND"),
        ("export", "table", "SOUND"),
        ("export", "table", "--rows", "claims", "SOUND"),
        ("export", "table", "--columns", POISON, "SOUND"),
        ("export", "claimreview", "WRONG"),
    ],
    "claimtrack draft": [("draft", "--publisher", POISON, "SOUND")],
    "claimtrack review": [("review", "WRONG")],
    "claimtrack new": [("new", "ELSEWHERE", "-o", "ELSEWHERE/x.claims.txt")],
    "claimtrack explain": [("explain",), ("explain", "CT201"), ("explain", POISON)],
    "claimtrack import": [
        ("import", "claimreview", "WRONG", "-o", "SOUND.out.claims.ndjson"),
        ("import", "table", "WRONG", "--columns", POISON, "-o", "SOUND.out"),
        ("import", "factcheck-api", "ELSEWHERE", "-o", "SOUND.out"),
    ],
    "claimtrack schema": [("schema", "source"), ("schema", POISON), ("schema",)],
    "wrong usage": [
        ("show", "--brief", "SOUND"),
        (POISON,),
        (OPTION,),
        ("check", OPTION, "SOUND"),
        ("check", "--format", POISON, "SOUND"),
        ("check", "--preset", POISON, "SOUND"),
        ("check", "--select", POISON, "SOUND"),
        ("check", "--rules", POISON, "SOUND"),
        ("check", "--config", "ELSEWHERE", "SOUND"),
        ("check", "--config", "WRONG", "SOUND"),
        ("check", "--baseline", "WRONG", "SOUND"),
        ("check", "ELSEWHERE"),
        ("show", "SOUND", POISON),
        ("show", "SOUND", POISON, "c1"),
        ("impact", "--retract", POISON, "SOUND"),
        ("draw", "-o", POISON, "SOUND"),
        ("draw", "-o", "ELSEWHERE/x.dot", "SOUND"),
        ("schema", "source", POISON),
    ],
}
"""What is run, by command and format; a word in capitals is one of the files."""

CASES: Final = [each for several in COMMANDS.values() for each in several]


def filled(arguments: Arguments, files: Files) -> list[str]:
    """Return arguments with the names of the files."""
    return [
        re.sub(
            r"^(SOUND|WRONG|SETTINGS|BASELINE|ELSEWHERE)",
            lambda match: str(getattr(files, match[0].lower())),
            each,
        )
        for each in arguments
    ]


def commands_of(group: click.Command, name: str) -> Iterator[str]:
    """Yield every command, once for each of its formats."""
    if isinstance(group, click.Group):
        for each in group.commands.values():
            yield from commands_of(each, f"{name} {each.name}")
        return
    styles = [
        f"{name} --format {choice}"
        for option in group.params
        if "--format" in option.opts and isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    yield from styles or [name]


def test_every_command_and_format_is_tried() -> None:
    """Whoever adds one adds it to `COMMANDS`."""
    assert {*COMMANDS} - {"wrong usage"} == {*commands_of(main, "claimtrack")}


def run_on(stdout: int, stderr: int, arguments: list[str]) -> int:
    """Run the command with these for its streams, and return its status."""
    with (
        os.fdopen(stdout, "w", encoding="utf-8") as out,
        os.fdopen(stderr, "w", encoding="utf-8") as err,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as caught:
            main(arguments, prog_name="claimtrack")
    code = caught.value.code
    assert isinstance(code, int)
    return code


THE_END: Final = b"\0the end\0"
"""What is written behind all that the command prints."""


def read_all(source: int, into: bytearray) -> None:
    """Read until the end was read.

    The other end stays open until then: what a terminal was given and nobody has read
    may be lost when it is closed.
    """
    while not into.endswith(THE_END):
        into += os.read(source, 65_536)
    os.close(source)


def pipe() -> tuple[int, int]:
    """Return the two ends of a pipe."""
    return os.pipe()


def terminal() -> tuple[int, int]:
    """Return the two ends of a terminal that hands on every byte."""
    source, sink = os.openpty()
    tty.setraw(sink)
    return source, sink


def printed(ends: Callable[[], tuple[int, int]], arguments: list[str]) -> list[str]:
    """Return what the command prints on standard output and on standard error."""
    pairs = [ends(), ends()]
    read = [bytearray(), bytearray()]
    threads = [
        threading.Thread(target=read_all, args=(source, into))
        for (source, _), into in zip(pairs, read, strict=True)
    ]
    for each in threads:
        each.start()
    kept = [os.dup(sink) for _, sink in pairs]
    try:
        run_on(pairs[0][1], pairs[1][1], arguments)
    finally:
        for sink, thread in zip(kept, threads, strict=True):
            os.write(sink, THE_END)
            thread.join()
            os.close(sink)
    return [each.removesuffix(THE_END).decode("utf-8") for each in read]


OBEYED: Final = re.compile(r"::[a-z]|##[a-z]*\[", re.IGNORECASE)

ANNOTATION: Final = re.compile(r"::(?:error|warning|notice) [^:\n]*::")
"""How a line begins that we want to be obeyed."""

STYLED: Final = re.compile(r"<style>.*?</style>", re.DOTALL)
"""What of a page is the same in every page."""

JOINER: Final = "\u2060"
"""What keeps two characters apart in a picture for Mermaid: ours."""

UNSAFE: Final = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def harm_in(text: str, style: str) -> list[str]:
    """Return what in a text a terminal or GitHub would obey."""
    if style == "html":
        text = STYLED.sub("", text)
    if style == "mermaid":
        text = text.replace(JOINER, "")
    if style == "github":
        text = "\n".join(ANNOTATION.sub("", each, count=1) for each in text.split("\n"))
    odd = {each for each in text if unicodedata.category(each) in UNSAFE}
    return [*map(ascii, odd - {"\n"}), *OBEYED.findall(text)]


@pytest.mark.parametrize("ends", [pipe, terminal])
@pytest.mark.parametrize("arguments", CASES, ids=ascii)
def test_nothing_that_is_printed_is_obeyed(
    arguments: Arguments,
    ends: Callable[[], tuple[int, int]],
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not by a terminal, and not by GitHub, wherever it stands."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = printed(ends, filled(arguments, files))
    style = next(iter(arguments[2:3]), "") if "--format" in arguments else ""
    assert [harm_in(each, style) for each in shown] == [[], []]
    has_poison = any(
        each.startswith(("SOUND", "WRONG", "ELSEWHERE")) or WORD in each
        for each in arguments
    )
    quiet = {"--select", "--format", "--rules"} & {*arguments}
    if arguments == (POISON,) and version("click").startswith("8.1."):
        # It takes a command that begins with a sign for an option, and prints its help.
        assert "Usage: " in "".join(shown)
        has_poison = False
    assert WORD in "".join(shown) or not has_poison or quiet


@pytest.mark.parametrize(
    "arguments",
    [each for each in CASES if each not in COMMANDS["wrong usage"]],
    ids=ascii,
)
def test_colour_adds_nothing_to_what_is_printed(
    arguments: Arguments, files: Files
) -> None:
    """Without its colours a line is the line that has none: it says all by itself."""
    plain, coloured = (
        printed(terminal, ["--color", choice, *filled(arguments, files)])
        for choice in ("never", "always")
    )
    assert [OURS.sub("", each) for each in coloured] == plain


OURS: Final = re.compile(r"\x1b\[(?:0|1|2|3[1-6])m")
"""What turns a colour on or off."""


def test_the_test_sees_what_is_obeyed() -> None:
    """Each part of the poison by itself."""
    for each in ("\x1b[31m", "\x7f", "\x9b", "\u202e", "\u2028", "\r", "\x07"):
        assert harm_in(f"a{each}b", "text")
    for each in ("::error::x", "  ::add-mask::x", "a ##[error]x", "##vso[a]x"):
        assert harm_in(each, "text")
    assert harm_in("::error title=a::b ::error::c", "github")
    assert not harm_in("::error title=a::b: c", "github")


@pytest.mark.parametrize("style", ["json", "ndjson", "sarif"])
def test_programs_read_what_was_written(style: str, files: Files) -> None:
    """The escapes are those of JSON: a name is the same when it is read."""
    (out, _) = printed(pipe, ["check", "--format", style, files.wrong])
    lines = out.splitlines() if style == "ndjson" else [out]
    texts = json.dumps([json.loads(each) for each in lines])
    if style != "sarif":  # which names a file by a URI
        assert json.dumps(files.wrong) in texts


def full_disk() -> int:
    """Return a device that takes nothing."""
    return os.open("/dev/full", os.O_WRONLY)


def closed_pipe() -> int:
    """Return a pipe that nobody reads any more."""
    source, sink = os.pipe()
    os.close(source)
    return sink


UNWRITABLE: Final = {
    full_disk: "no space left on device",
    closed_pipe: "broken pipe",
}

SILENT: Final = (
    "wrong usage",
    "claimtrack convert",
    "claimtrack fmt",
    "claimtrack import",
    "claimtrack new",
)
"""Commands that print nothing where all is well, or on standard error alone."""

PRINTING: Final = [
    *(several[0] for name, several in COMMANDS.items() if name not in SILENT),
    *(("check", "--format", each, "WRONG") for each in ("text", "github", "sarif")),
    ("schema",),
    ("schema", "dossier", "--bundle"),
    ("explain", "CT201"),
    ("--help",),
    ("--version",),
    ("check", "--help"),
    ("show", "--help"),
]
"""Commands that have something to print; ndjson has, as the dossier is not sound."""


@pytest.mark.parametrize("sink", UNWRITABLE)
@pytest.mark.parametrize("arguments", PRINTING, ids=ascii)
def test_output_that_cannot_be_written_is_status_2(
    arguments: Arguments, sink: Callable[[], int], files: Files
) -> None:
    """Said in one line; 1 would say that there are findings."""
    source, err = os.pipe()
    assert run_on(sink(), err, filled(arguments, files)) == 2
    expected = f"Error: cannot write standard output: {UNWRITABLE[sink]}\n"
    with os.fdopen(source, encoding="utf-8") as said:
        assert said.read() == expected


@pytest.mark.parametrize("sink", UNWRITABLE)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--baseline", "BASELINE", "SOUND"),
        ("check", ""),
        ("check", "ELSEWHERE"),
        (f"--{WORD}",),
    ],
    ids=ascii,
)
def test_nor_is_an_error_that_cannot_be_written_status_1(
    arguments: Arguments, sink: Callable[[], int], files: Files
) -> None:
    """The status says it alone."""
    source, out = os.pipe()
    assert run_on(out, sink(), filled(arguments, files)) == 2
    os.close(source)


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_stream_that_was_closed_before_is_one_that_takes_nothing(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Python has no stream then, and click would print nothing and call it success."""
    monkeypatch.setattr(sys, name, None)
    with pytest.raises(SystemExit) as caught:
        main(["explain", "CT201" if name == "stdout" else "CT"], prog_name="claimtrack")
    assert caught.value.code == 2
    said = "Error: cannot write standard output: broken pipe\n"
    assert capfd.readouterr().err == (said if name == "stdout" else "")


def test_what_has_nothing_to_print_needs_no_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: Files
) -> None:
    """A picture that goes to a file is drawn all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as caught:
        main(["draw", "-o", str(tmp_path / "x.dot"), files.sound])
    assert caught.value.code == 0
    assert (tmp_path / "x.dot").stat().st_size


@pytest.mark.parametrize(
    ("redirected", "status"),
    [
        ("> /dev/full", 2),
        (">&-", 2),
        ("2> /dev/full", 1),
        ("2>&-", 1),
        ("> /dev/full 2> /dev/full", 2),
        (">&- 2>&-", 2),
    ],
)
def test_the_interpreter_adds_nothing_at_its_end(
    redirected: str, status: int, files: Files
) -> None:
    """It tries to write once more when it ends, and would make the status 120."""
    command = f'{sys.executable} -m claimtrack check "$0" {redirected}'
    done = subprocess.run(  # noqa: S603  # the command under test
        ["/bin/sh", "-c", command, files.wrong], capture_output=True, check=False
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") <= 1


def test_a_stream_that_is_no_file_can_fail_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As one of a notebook might: there is nothing to silence."""

    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(click.ClickException) as caught:
        main(["explain", "CT201"], standalone_mode=False)
    assert (
        caught.value.message
        == "cannot write standard output: it does not accept output"
    )


EMPTY: Final[list[Arguments]] = [
    ("check", ""),
    ("check", "SOUND", ""),
    ("show", ""),
    ("draw", ""),
    ("impact", "", "--retract", "post"),
    ("check", "--baseline", "", "SOUND"),
    ("check", "--baseline=", "--write-baseline", "SOUND"),
    ("check", "--config", "", "SOUND"),
    ("check", "--config=", "SOUND"),
    ("check", "--rules", "", "SOUND"),
    ("draw", "-o", "", "SOUND"),
    ("draw", "--output=", "SOUND"),
    ("schema", ""),
    ("explain", ""),
]


@pytest.mark.parametrize("arguments", EMPTY, ids=ascii)
def test_an_empty_name_is_wrong_usage(
    arguments: Arguments, files: Files, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And never the current folder, which has a dossier here."""
    monkeypatch.chdir(tmp_path)
    Dossier().save("x.claims.json")
    before = sorted(tmp_path.rglob("*"))
    out, err = printed(pipe, filled(arguments, files))
    source, sink = os.pipe()
    assert run_on(os.open(os.devnull, os.O_WRONLY), sink, filled(arguments, files)) == 2
    os.close(source)
    assert out == ""
    assert err.count("Error: ") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_what_an_encoding_cannot_decode_is_not_ours() -> None:
    """The handler is for writing."""
    error = UnicodeDecodeError("ascii", b"\xff", 0, 1, "")
    with pytest.raises(UnicodeDecodeError):
        codecs.lookup_error("claimtrack")(error)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1251", "cp866", "utf-16"])
@pytest.mark.parametrize("command", ["show", "impact"])
def test_letters_that_an_encoding_lacks_are_escaped(
    command: str, encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No name becomes question marks: they would say that it is unnamed."""
    d = Dossier(title="東京")
    chain = d.outlet("УНН").citing(d.outlet("Éire ŧ")).citing(d.person("東京"))
    d.attribute(d.claim("Łódź → ok"), chain)
    d.notice("retraction", d.sources[0])
    d.save(tmp_path / "x")
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    more = ["--as-recorded"] if command == "impact" else []
    main([command, *more, str(tmp_path / "x")], standalone_mode=False)
    stream.seek(0)
    shown = stream.read()
    legend = "?x one unnamed", "??x two"
    for each in legend:
        shown = shown.replace(each, "")
    assert "?" not in shown
    for char in "東京Łź" if encoding != "utf-16" else "":
        if not char.encode(encoding, "ignore"):
            assert char.encode("ascii", "backslashreplace").decode() in shown
