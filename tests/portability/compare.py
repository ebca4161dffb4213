"""Compare what ajv makes of the JSON Schemas with what claimtrack makes of them.

ajv has to accept every valid file and example and every record that hypothesis makes,
to reject every file whose shape is wrong, and to agree with claimtrack on records in
which one thing was changed. Meaning is not its business: the schemas accept it.

Needs node, and what `package.json` beside this file names; `.ci/run` installs it. No
test of pytest's, because a machine without node has nothing to skip it for.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import HealthCheck, Phase, given, settings

from claimtrack.schema import (
    NAMES,
    URN,
    JsonValue,
    bundle_schema,
    is_array,
    is_object,
    load_schema,
    write_record,
)
from claimtrack.testing import dossiers, records
from claimtrack.validation import examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

HERE: Final = Path(__file__).resolve().parent
TOP: Final = HERE.parents[1]
FOLDER: Final = TOP / "schemas" / "v1"

RECORDS: Final = 400
DOSSIERS: Final = 40
CHANGES: Final = 5
"""Changed copies of each record."""

SHAPE: Final = frozenset({*(f"CT01{digit}" for digit in "012345679"), "CT020", "CT021"})
"""Codes of what the schemas refuse."""

ODD: Final[tuple[JsonValue, ...]] = (
    None,
    True,
    0,
    -1,
    2.5,
    10**9,
    "",
    " ",
    "x\n",
    "٣",
    "\u00a0",
    "a b",
    "\u3164\u200b",
    "https://",
    "c:/a.pdf",
    "https://example.org/a\u200d",
    "https://example.org/\u2764\ufe0f",
    [],
    {},
)
"""Values that some fields take and others do not."""


@attrs.frozen
class Case:
    """A value, and whether it fits a schema.

    Attributes:
        group: what kind of case it is.
        name: which one.
        schema: the schema's id, with a pointer into it.
        value: the value.
        fits: whether it has to be accepted.
    """

    group: str
    name: str
    schema: str
    value: JsonValue
    fits: bool


def cases() -> Iterator[Case]:
    """Yield every case."""
    for folder, fits in (("valid", True), ("invalid-meaning", True)):
        yield from files(TOP / "tests" / "records" / folder, fits=fits)
    yield from files(TOP / "examples", fits=True)
    yield from files(TOP / "tests" / "records" / "invalid-shape", fits=False)
    for name in NAMES:
        yield from examples(load_schema(name), f"{URN}{name}", "")
    made = drawn(records().map(write_record), RECORDS)
    for number, each in enumerate(made):
        yield Case(
            "records that hypothesis makes", str(number), of(each), each, fits=True
        )
    for number, each in enumerate(
        drawn(dossiers().map(lambda d: json.loads(d.dumps())), DOSSIERS)
    ):
        yield Case(
            "dossiers that hypothesis makes", str(number), of(each), each, fits=True
        )
    chance = random.Random(1)  # noqa: S311  the same changes every time
    for number, each in enumerate(made):
        for _ in range(CHANGES):
            value = changed(each, chance)
            codes = {found.code for found in examine(value).findings}
            # What the gate stops never comes to a schema.
            if not any(code < "CT010" for code in codes):
                fits = SHAPE.isdisjoint(codes)
                yield Case("records with a change", str(number), of(value), value, fits)


def files(folder: Path, *, fits: bool) -> Iterator[Case]:
    """Yield the files of a folder."""
    for path in sorted(folder.glob("*.json")):
        value = json.loads(path.read_bytes())
        yield Case(f"files in {folder.name}", path.name, of(value), value, fits)


def of(value: dict[str, JsonValue]) -> str:
    """Return the id of the schema that a value is for."""
    return f"{URN}dossier" if "records" in value else f"{URN}record"


def examples(node: JsonValue, schema: str, pointer: str) -> Iterator[Case]:
    """Yield the examples that a schema gives, each for the place where it stands."""
    if is_array(node):
        for index, each in enumerate(node):
            yield from examples(each, schema, f"{pointer}/{index}")
    if not is_object(node):
        return
    for number, value in enumerate(node.get("examples", ())):
        place = f"{schema}#{pointer}"
        yield Case(
            "examples in the schemas", f"{place} {number}", place, value, fits=True
        )
    for key, each in node.items():
        if key != "examples":
            yield from examples(each, schema, f"{pointer}/{key}")


def drawn(
    strategy: SearchStrategy[dict[str, JsonValue]], count: int
) -> list[dict[str, JsonValue]]:
    """Return values that a strategy makes, the same every time."""
    made: list[dict[str, JsonValue]] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    )
    @given(strategy)
    def keep(value: dict[str, JsonValue]) -> None:
        made.append(value)

    keep()
    return made


def changed(record: dict[str, JsonValue], chance: random.Random) -> dict[str, Any]:
    """Return a copy of a record in which one thing is another."""
    copy: dict[str, JsonValue] = json.loads(json.dumps(record))
    places: list[tuple[Any, str | int]] = []
    todo: list[JsonValue] = [copy]
    while todo:
        node = todo.pop()
        keys: list[Any] = list(node) if is_object(node) else []
        keys += range(len(node)) if is_array(node) else ()
        places += [(node, key) for key in keys]
        todo += [node[key] for key in keys]
    owner, key = chance.choice(places)
    value = owner[key]
    changes: tuple[Callable[[], JsonValue], ...] = (
        lambda: chance.choice(ODD),
        lambda: [value],
        lambda: f"{value}\n" if isinstance(value, str) else str(value),
        lambda: value * 2 if isinstance(value, str) else [value, value],
    )
    match chance.randrange(3):
        case 0:
            owner[key] = chance.choice(changes)()
        case 1 if isinstance(key, str):
            owner[f"{key}s"] = owner.pop(key)
        case _:
            del owner[key]
    return copy


def node(*arguments: str, stdin: str) -> str:
    """Return what node prints; it finds ajv beside this file."""
    ran = subprocess.run(  # noqa: S603  our own scripts
        ["node", *arguments],  # noqa: S607
        input=stdin,
        stdout=subprocess.PIPE,
        check=True,
        cwd=HERE,
        encoding="utf-8",
    )
    return ran.stdout


def verdicts_of_ajv(listed: list[Case], folder: Path) -> list[bool]:
    """Return which values ajv accepts, by the schemas of a folder."""
    lines = [json.dumps({"schema": c.schema, "value": c.value}) for c in listed]
    said = node("judge.mjs", str(folder), stdin="\n".join(lines) + "\n")
    return [line == "true" for line in said.splitlines()]


def differing(listed: list[Case], folder: Path) -> list[Case]:
    """Return the cases of which ajv says anything else, and print them."""
    verdicts = verdicts_of_ajv(listed, folder)
    pairs = zip(listed, verdicts, strict=True)
    wrong = [case for case, says in pairs if case.fits != says]
    for case in wrong:
        said = "rejects" if case.fits else "accepts"
        shown = json.dumps(case.value)[:400]
        sys.stdout.write(f"ajv {said} {case.group}: {case.name}: {shown}\n")
    return wrong


def is_page_right() -> bool:
    """Return whether the script of the how-to page does what the page says."""
    page = (TOP / "docs/how-to/validate-from-javascript.md").read_text("utf-8")
    script = page.partition("```js\n")[2].partition("```")[0]
    example = TOP / "examples" / "us-air-cover.claims.json"
    arguments = ("--input-type=module", "-", str(FOLDER), str(example))
    return node(*arguments, stdin=script) == "The shape is right.\n"


def main() -> int:
    """Compare, print the counts, and return 1 where ajv says anything else."""
    listed = list(cases())
    counts = Counter((case.group, case.fits) for case in listed)
    for (group, fits), count in counts.items():
        asked = "accept" if fits else "reject"
        sys.stdout.write(f"{count:6} {group}, to {asked}\n")
    wrong = differing(listed, FOLDER)
    # The same once more, by the schemas as one file each.
    whole = [case for case in listed if "#" not in case.schema]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("dossier", "record"):
            text = json.dumps(bundle_schema(name))
            (Path(folder) / f"{name}.schema.json").write_text(text, encoding="utf-8")
        wrong += differing(whole, Path(folder))
    total = len(listed) + len(whole)
    sys.stdout.write(f"{len(wrong)} of {total} verdicts of ajv differ from ours\n")
    return 1 if wrong or not listed or not is_page_right() else 0


if __name__ == "__main__":
    sys.exit(main())
