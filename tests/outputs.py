"""Hashes of all that the command says, before a change and after it.

For changes that are to change nothing: `python tests/outputs.py --write FOLDER` at the
commit before, `python tests/outputs.py --compare FOLDER` at the one after. Every
command, in each of its formats, is given the example, the records of `tests/records`,
what foreign formats there are examples of, and dossiers that hypothesis drew. These are
kept in the folder: another version might draw others.

No test of pytest's: it takes minutes, and only who has two versions has a use for it.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, seed, settings

from claimtrack.cli import main
from claimtrack.errors import ClaimtrackError
from claimtrack.findings import CODES
from claimtrack.interop import EXAMPLES
from claimtrack.lint import RULES
from claimtrack.schema import NAMES
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack import Dossier

__all__ = ["Difference", "compare", "draw_inputs", "hashes_of"]

TOP: Final = Path(__file__).resolve().parents[1]
HASHES: Final = "hashes.json"
INPUTS: Final = "inputs"

OPTIONS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "check": (
        ("--preset", "reuters", "--desk", "Post"),
        ("--select", "ALL", "--severity", "info"),
        ("--engine", "reference"),
    ),
    "show": (("--brief",), ("--numbers", "--why", "--scale", "icd203")),
    "draw": (("--include-private",), ("--unreviewed",)),
    "impact": (("--as-recorded",),),
    "convert": (
        ("-o", "out.claims.json"),
        ("-o", "out.claims.ndjson"),
        ("-o", "out.claims.txt"),
        ("-o", "out.claims.json", "--public", "--unreviewed"),
        ("-o", "out.claims.txt", "--accepted"),
    ),
    "fmt": (("--check",),),
    "new": (("-o", "out.claims.txt"),),
}
"""What commands that take a file are tried with, beside each of their formats."""

OTHERS: Final = frozenset({"explain", "import", "schema"})
"""Commands that take no file of ours."""

FOREIGN: Final = {
    "claimreview": ("import", "claimreview"),
    "table": ("import", "table", "--columns", "desk"),
}

Difference = tuple[str, str]
"""A call, and whether it says something else, is gone or is new."""


def draw_inputs(folder: Path, number: int) -> None:
    """Write what the commands are given into a folder: `number` dossiers are drawn."""
    folder.mkdir(parents=True)
    for file in (TOP / "examples").glob("*.claims.*"):
        shutil.copy(file, folder)
    for file in (TOP / "tests/records").rglob("*.json"):
        shutil.copy(file, folder / f"{file.parent.name}-{file.name}")
    for code, each in EXAMPLES.items():
        for name in ("failing", "passing"):
            file = folder / f"{code}-{name}.{each.format}"
            file.write_bytes(getattr(each, name))
    drawn: list[Dossier] = []

    @seed(11)
    @settings(
        max_examples=max(number, 1),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(dossiers())
    def keep(dossier: Dossier) -> None:
        drawn.append(dossier)

    if number:
        keep()
    for index, dossier in enumerate(drawn[:number]):
        with contextlib.suppress(ClaimtrackError):
            dossier.save(folder / f"drawn-{index}.claims.json")


def hashes_of(inputs: Path) -> dict[str, str]:
    """Return the hash of what each call says, prints and writes, by the call."""
    made: dict[str, str] = {}
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        for file in inputs.iterdir():
            shutil.copy(file, folder)
        os.chdir(folder)
        try:
            for call in _calls(sorted(each.name for each in inputs.iterdir())):
                made[" ".join(call)] = _hash_of(call)
        finally:
            os.chdir(before)
    return made


def compare(before: dict[str, str], after: dict[str, str]) -> list[Difference]:
    """Return the calls whose hashes are not the same."""
    found = [(call, "is gone") for call in before if call not in after]
    found += [(call, "is new") for call in after if call not in before]
    found += [
        (call, "says something else")
        for call in before
        if call in after and before[call] != after[call]
    ]
    return sorted(found)


def _calls(files: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every call, without the name of the command."""
    yield ("--help",)
    for name in main.commands:
        yield (name, "--help")
    yield ("explain",)
    yield from (("explain", code) for code in {**CODES, **RULES})
    yield from (("schema", name, *more) for name in NAMES for more in ((), _BUNDLE))
    for file in files:
        kind = Path(file).suffix[1:]
        if kind in FOREIGN:
            yield (*FOREIGN[kind], file, "-o", "out.claims.ndjson")
            continue
        for name, command in main.commands.items():
            if name not in OTHERS:
                options = (*_styles(command), *OPTIONS.get(name, ()))
                yield from ((name, file, *each) for each in options or ((),))


_BUNDLE: Final = ("--bundle",)


def _styles(command: click.Command) -> Iterator[tuple[str, ...]]:
    """Yield each of a command's formats as options; nothing where it has none."""
    for each in command.params:
        if "--format" in each.opts and isinstance(each.type, click.Choice):
            yield from (("--format", str(kind)) for kind in each.type.choices)


def _hash_of(call: tuple[str, ...]) -> str:
    """Return the hash of exit status, both streams and the file that is written."""
    result = CliRunner().invoke(main, list(call))
    told = [str(result.exit_code).encode(), result.stdout_bytes, result.stderr_bytes]
    for file in sorted(Path.cwd().glob("out.*")):
        told += [file.name.encode(), file.read_bytes()]
        file.unlink()
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        told.append(repr(result.exception).encode())
    return hashlib.sha256(b"\0".join(told)).hexdigest()


def _run() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    doing = parser.add_mutually_exclusive_group(required=True)
    doing.add_argument("--write", metavar="FOLDER", type=Path)
    doing.add_argument("--compare", metavar="FOLDER", type=Path)
    parser.add_argument("--dossiers", type=int, default=100)
    told = parser.parse_args()
    if told.write is not None:
        draw_inputs(told.write / INPUTS, told.dossiers)
        made = hashes_of(told.write / INPUTS)
        (told.write / HASHES).write_text(json.dumps(made, indent=1), encoding="utf-8")
        sys.stdout.write(f"{len(made)} outputs\n")
        return 0
    before = json.loads((told.compare / HASHES).read_text(encoding="utf-8"))
    found = compare(before, hashes_of(told.compare / INPUTS))
    for call, how in found:
        sys.stdout.write(f"{call}: {how}\n")
    sys.stdout.write(f"{len(before)} outputs, {len(found)} of them differ\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_run())
