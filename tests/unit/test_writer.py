"""The one writer of files: as a whole or not at all, and never for other eyes."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack import _writer
from claimtrack._writer import write_file
from claimtrack.cli import main
from claimtrack.dossier import Dossier, read_dossiers, write_dossiers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLD: Final = "as it was"


def small() -> Dossier:
    """Return a dossier that the command can draw and check."""
    d = Dossier(title="Night service")
    d.attribute(d.claim("The ferry stops."), d.outlet("Post"))
    return d


def mode_of(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


WRITERS: Final[dict[str, Callable[[Path], object]]] = {
    "save": lambda path: small().save(path),
    "write_dossiers": lambda path: write_dossiers([small()], path),
}
"""What writes to a path and raises where it cannot; commands are below."""


def commands(folder: Path, target: Path) -> dict[str, list[str]]:
    """Return the commands that write to a file."""
    read = folder / "read" / "x.claims.json"
    read.parent.mkdir()
    small().save(read)
    baseline = ["--write-baseline", "--baseline", str(target)]
    return {
        "check": ["check", *baseline, str(read)],
        "draw": ["draw", "-o", str(target), str(read)],
    }


def make_folder(path: Path) -> None:
    """Make a folder that has a file in it."""
    path.mkdir()
    (path / "inside").write_text(OLD)


def make_link_to_folder(path: Path) -> None:
    """Make a link that leads to a folder."""
    make_folder(path.with_name("f"))
    path.symlink_to("f")


def make_read_only(path: Path) -> None:
    """Make a file that nobody may write."""
    path.write_text(OLD)
    path.chmod(0o444)


def make_loop(path: Path) -> None:
    """Make a link that leads to itself by way of another."""
    other = path.with_name("other")
    other.symlink_to(path)
    path.symlink_to(other)


NO_FILES: Final[dict[str, tuple[Callable[[Path], object], str]]] = {
    "folder": (make_folder, "it is a folder"),
    "pipe": (os.mkfifo, "it is a pipe"),
    "socket": (lambda path: os.mknod(path, stat.S_IFSOCK | 0o600), "it is a socket"),
    "device": (lambda path: path.symlink_to("/dev/null"), "it is a device"),
    "loop": (make_loop, os.strerror(errno.ELOOP)),
    "read-only": (make_read_only, "it is read-only"),
    "link to a folder": (make_link_to_folder, "it is a folder"),
    "no folder around it": (
        lambda path: path.symlink_to("nowhere/x"),
        os.strerror(errno.ENOENT),
    ),
}
"""What may be there and is never replaced: what makes it, and what is said of it."""


def seen(folder: Path) -> dict[str, tuple[int, bytes | str | None]]:
    """Return everything in a folder: type, mode, and what it holds or leads to."""
    return {
        str(each.relative_to(folder)): (
            each.lstat().st_mode,
            each.readlink().as_posix()
            if each.is_symlink()
            else each.read_bytes()
            if each.is_file()
            else None,
        )
        for each in folder.rglob("*")
    }


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_no_file_is_never_replaced(
    tmp_path: Path, kind: str, writer: str
) -> None:
    """It is refused, in words that name it, and all is as it was."""
    make, said = NO_FILES[kind]
    path = tmp_path / "x.claims.ndjson"
    make(path)
    before = seen(tmp_path)
    with pytest.raises(OSError, match=said) as caught:
        WRITERS[writer](path)
    assert caught.value.filename == str(path)
    assert caught.value.strerror == said
    assert seen(tmp_path) == before


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("name", ["check", "draw"])
def test_commands_refuse_it_too(tmp_path: Path, kind: str, name: str) -> None:
    """In one line that names the file, with exit status 2."""
    make, said = NO_FILES[kind]
    path = tmp_path / "x.dot"
    arguments = commands(tmp_path, path)[name]
    make(path)
    before = seen(tmp_path)
    ran = CliRunner().invoke(main, arguments)
    assert (ran.exit_code, ran.stderr) == (
        2,
        f"Error: cannot write {path}: {said.lower()}\n",
    )
    assert seen(tmp_path) == before


def test_what_one_may_not_write_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that one may write into does not make its files ours."""
    path = tmp_path / "x.claims.json"
    path.write_text(OLD)

    def may_not(*_: object) -> bool:
        return False

    monkeypatch.setattr(os, "access", may_not)
    with pytest.raises(PermissionError, match="read-only"):
        small().save(path)
    assert path.read_text() == OLD


MODES: Final = (0o600, 0o640, 0o644, 0o664, 0o666, 0o755, 0o200)


@pytest.mark.parametrize("mode", MODES, ids=oct)
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    """Whatever it was; before it is set, only the owner can read the new file."""
    path = tmp_path / "x.claims.json"
    path.write_text(OLD)
    path.chmod(mode)
    small().save(path)
    assert mode_of(path) == mode
    assert path.read_text() == small().dumps()


@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077, 0o002, 0])
def test_a_new_file_is_like_any_other(tmp_path: Path, mask: int) -> None:
    """Its mode is what the process gives to new files, and that stays as it was."""
    path, other = tmp_path / "x.claims.json", tmp_path / "other"
    before = os.umask(mask)
    try:
        small().save(path)
        other.touch()
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode_of(path) == mode_of(other)


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("mode", [0o600, 0o644, None])
def test_until_it_is_there_nobody_else_can_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, mode: int | None
) -> None:
    """At no step has the file in the making another mode than 0600."""
    path = tmp_path / "x.claims.json"
    if mode is not None:
        path.write_text(OLD)
        path.chmod(mode)
    found: list[tuple[str, int]] = []

    def look() -> None:
        found.extend(
            (each.name, mode_of(each)) for each in tmp_path.iterdir() if each != path
        )

    def parts() -> Iterator[str]:
        yield "new"
        if step == "write":
            look()

    def spying(function: Callable[..., object]) -> Callable[..., object]:
        def spy(*arguments: object) -> object:
            look()
            return function(*arguments)

        return spy

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", spying(os.fsync))
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", spying(Path.replace))
    write_file(path, parts())
    assert [each for _, each in found] == [0o600]
    name, _ = found[0]
    assert name.startswith(".claimtrack-")
    assert name.endswith(".tmp")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ids", [(1234, 4321), (1234, None), (None, 4321)])
@pytest.mark.parametrize("refused", ["", "owner", "group"])
def test_owner_and_group_stay_where_that_is_allowed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ids: tuple[int | None, int | None],
    refused: str,
) -> None:
    """Where the group may not be kept, another group gets no more than everybody."""
    path = tmp_path / "x.claims.json"
    path.write_text(OLD)
    path.chmod(0o664)
    there = path.stat()
    owner, group = ids[0] or there.st_uid, ids[1] or there.st_gid
    stated = os.stat_result((*there[:4], owner, group, *there[6:]))
    asked: list[tuple[int, int]] = []

    def change(_: int, uid: int, gid: int) -> None:
        if refused == ("owner" if gid == -1 else "group"):
            raise PermissionError
        asked.append((uid, gid))

    def look(_: Path) -> os.stat_result:
        return stated

    monkeypatch.setattr(_writer, "_look_at", look)
    monkeypatch.setattr(os, "fchown", change)
    small().save(path)
    wanted = [(ids[0], -1)] if ids[0] and refused != "owner" else []
    wanted += [(-1, ids[1])] if ids[1] and refused != "group" else []
    assert asked == wanted
    is_group_lost = ids[1] is not None and refused == "group"
    assert mode_of(path) == (0o644 if is_group_lost else 0o664)


def test_a_file_system_without_modes_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the mode cannot be set, the file is there all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(_writer, "_set_mode", refuse)
    small().save(tmp_path / "x.claims.json")
    assert Dossier.load(tmp_path / "x.claims.json") == small()


def test_a_folder_that_cannot_be_synced_is_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is written when the folder's turn comes; both turns do come."""
    synced: list[bool] = []
    ours = os.fsync

    def sync(handle: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        if synced[-1]:
            raise OSError(errno.EINVAL, "Invalid argument")
        ours(handle)

    monkeypatch.setattr(os, "fsync", sync)
    small().save(tmp_path / "x.claims.json")
    assert synced == [False, True]
    assert Dossier.load(tmp_path / "x.claims.json") == small()


def test_a_link_to_what_is_not_there_makes_it(tmp_path: Path) -> None:
    """Links are followed wherever they lead."""
    path, there = tmp_path / "x", tmp_path / "there.json"
    path.symlink_to(there)
    small().save(path)
    assert path.is_symlink()
    assert Dossier.load(there) == small()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("x.claims.json.gz", False),
        ("x.claims.ndjson.gz", True),
        ("X.CLAIMS.NDJSON.GZ", True),
        ("x.ndjson", True),
        ("x.NDJSON", True),
        ("x.gz", False),
        ("x.gz.json", False),
    ],
)
def test_the_inner_ending_counts(tmp_path: Path, name: str, *, lines: bool) -> None:
    """What ends in .gz is compressed, and inside it is what the name says."""
    path = tmp_path / name
    small().save(path)
    data = path.read_bytes()
    if name.lower().endswith(".gz"):
        data = gzip.decompress(data)
    is_headed = data.startswith(b'{"type":"dossier"')
    assert (is_headed, data == small().dumps().encode()) == (lines, not lines)
    assert Dossier.load(path) == small()
    first = path.read_bytes()
    small().save(path)
    assert path.read_bytes() == first


def test_sequences_are_compressed_too(tmp_path: Path) -> None:
    """And read again."""
    path = tmp_path / "x.claims.ndjson.gz"
    write_dossiers([small(), small()], path)
    assert gzip.decompress(path.read_bytes()).count(b"\n") == 8
    assert list(read_dossiers(path)) == [small(), small()]


def test_a_baseline_is_not_compressed(tmp_path: Path) -> None:
    """It could not be read again, so it is not written."""
    path = tmp_path / "b.json.gz"
    ran = CliRunner().invoke(main, commands(tmp_path, path)["check"])
    assert (ran.exit_code, "cannot be compressed" in ran.stderr) == (2, True)
    assert not path.exists()


def test_a_baseline_knows_files_whose_names_are_not_utf_8(tmp_path: Path) -> None:
    """They are escaped in it, and found again."""
    file, path = tmp_path / os.fsdecode(b"f\xff.claims.json"), tmp_path / "b.json"
    small().save(file)
    arguments = ["check", "--baseline", str(path), str(file)]
    ran = CliRunner().invoke(main, [*arguments, "--write-baseline"])
    assert ran.exit_code == 0
    entries = json.loads(path.read_text())["findings"]
    assert {each["file"] for each in entries} == {"f\udcff.claims.json"}
    ran = CliRunner().invoke(main, arguments)
    assert (ran.exit_code, ran.stdout) == (0, "No findings.\n")
    assert "gone" not in ran.stderr


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9)),
    st.sampled_from(["x", "x.gz"]),
    st.sampled_from([None, "there", "link"]),
)
def test_what_is_written_is_what_was_given(
    tmp_path: Path, parts: list[str], name: str, there: str | None
) -> None:
    """Every character, line ends too, into a new file or over another."""
    path = tmp_path / name
    path.unlink(missing_ok=True)
    if there == "there":
        path.write_text(OLD)
    elif there == "link":
        path.symlink_to("elsewhere")
    write_file(path, parts)
    data = path.read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    assert text == "".join(parts).encode()


def run_child(script: str, *arguments: str) -> str:
    """Run a script in a process of its own, and return what it prints."""
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, "-c", textwrap.dedent(script), *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


KILLING: Final = """
    import os, random, signal, sys, time
    from claimtrack.dossier import Dossier, write_dossiers
    d = Dossier()
    for n in range(400):
        d.claim(f"Claim {n}.")
    d.attribute(d.claims[0], d.outlet("Post"))
    random.seed(7)
    paths = sys.argv[2:]
    for kill in range(int(sys.argv[1])):
        path = paths[kill % len(paths)]
        child = os.fork()
        if not child:
            while True:
                d.save(path) if path.endswith(".json") else write_dossiers([d], path)
        time.sleep(random.uniform(0.002, 0.05))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
"""
"""Saves again and again, and is killed each time."""


def test_a_hundred_kills_damage_nothing(tmp_path: Path) -> None:
    """The old file or the new one is there; what is left over only its owner reads."""
    paths = [
        tmp_path / f"{mode}{ending}"
        for mode in ("600", "644")
        for ending in (".claims.json", ".claims.ndjson")
    ]
    for each in paths:
        small().save(each)
        each.chmod(int(each.name[:3], 8))
    run_child(KILLING, "100", *map(str, paths))
    for each in paths:
        assert len(Dossier.load(each)) in (len(small()), 402)
        assert not mode_of(each) & ~int(each.name[:3], 8)
    left = [each for each in tmp_path.iterdir() if each not in paths]
    assert left, "no kill came while a file was open"
    for each in left:
        assert (each.name[:12], each.suffix) == (".claimtrack-", ".tmp")
        assert mode_of(each) == 0o600


TWO_WRITERS: Final = """
    import os, sys
    from claimtrack.dossier import Dossier
    def filled(title):
        d = Dossier(title=title)
        for n in range(40):
            d.claim(f"{title}, claim {n}.")
        return d
    path = sys.argv[1]
    texts = {filled("one").dumps(), filled("other").dumps()}
    filled("one").save(path)
    children = []
    for title in ("one", "other"):
        child = os.fork()
        if not child:
            d = filled(title)
            for _ in range(150):
                d.save(path)
            os._exit(0)
        children.append(child)
    reads = 0
    while children:
        assert open(path, encoding="utf-8").read() in texts, "torn"
        reads += 1
        done, status = os.waitpid(-1, os.WNOHANG)
        if done:
            assert status == 0
            children.remove(done)
    print(reads)
"""
"""Two processes save 150 times each, while a third reads."""


def test_two_writers_at_once_tear_nothing(tmp_path: Path) -> None:
    """Whoever reads finds what one of them wrote, whole; nothing is left over."""
    path = tmp_path / "x.claims.json"
    assert int(run_child(TWO_WRITERS, str(path))) > 10
    assert list(tmp_path.iterdir()) == [path]


FULL_DISK: Final = """
    import resource, sys
    from claimtrack.dossier import Dossier, write_dossiers
    d = Dossier()
    for n in range(200):
        d.claim(f"Claim {n}.")
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), -1))
    for path in sys.argv[2:]:
        for write in (d.save, lambda path: write_dossiers([d], path)):
            try:
                write(path)
            except OSError as error:
                print(error.errno)
"""
"""Saves where no file may be larger than that."""


@pytest.mark.parametrize("size", ["0", "5000"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, size: str) -> None:
    """Nothing is left over, and what was there is there."""
    names = ("x.claims.json", "x.claims.ndjson", "new.claims.json", "x.claims.json.gz")
    paths = [tmp_path / each for each in names]
    for each in paths:
        if each.name.startswith("x"):
            each.write_text(OLD)
    before = seen(tmp_path)
    too_large = paths if size == "0" else paths[:3]
    printed = run_child(FULL_DISK, size, *map(str, too_large))
    assert printed.split() == [str(errno.EFBIG)] * 2 * len(too_large)
    assert seen(tmp_path) == before


@pytest.mark.parametrize("name", ["check", "draw"])
def test_a_full_disk_is_status_2(tmp_path: Path, name: str) -> None:
    """Of a command that writes a file; the old one is untouched."""
    path = tmp_path / "x.dot"
    arguments = commands(tmp_path, path)[name]
    path.write_text(OLD)
    before = seen(tmp_path)
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9, -1)); "
    started = "import claimtrack.cli; claimtrack.cli.main(prog_name='claimtrack')"
    done = subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-c", limited + started, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        2,
        f"Error: cannot write {path}: {os.strerror(errno.EFBIG).lower()}\n",
    )
    assert seen(tmp_path) == before


def test_killed_by_the_user_it_leaves_nothing(tmp_path: Path) -> None:
    """An interruption is not a kill: it is cleaned up after."""
    path = tmp_path / "x"
    path.write_text(OLD)

    def parts() -> Iterator[str]:
        yield "half"
        signal.raise_signal(signal.SIGINT)
        yield "of it"

    # What is started in the background is started with interruptions ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_file(path, parts())
    finally:
        signal.signal(signal.SIGINT, before)
    assert [each.read_text() for each in tmp_path.iterdir()] == [OLD]
