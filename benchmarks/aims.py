"""Where speed stands: each aim, what is measured, and whether it is met.

Run it from the repository's top::

    uv run --group bench python benchmarks/aims.py [RECORDS [MISTAKES]]

Times are CPU times, and ratios are measured in one run on the same data: those of
`generated.py`, all different. The floor is `orjson.loads` of each line with its value
dropped. What the command does is measured as the slope of two sizes, so that its start
does not count. A peer that is not installed is named as not measured.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import tempfile
import time
import tracemalloc
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import orjson
from generated import dossiers_of, generate, write_records
from measures import RUNS, child, measure, started

import claimtrack as ct
from claimtrack.bulk import verdict
from claimtrack.dossier import dump_dossiers
from claimtrack.lint import check_examination
from claimtrack.validation import examine_all

sys.path.append(str(Path(__file__).parents[1] / "tests/oracles"))
import many_mistakes  # one table, for the tests and for this

RECORDS: Final = 20_000
MISTAKES: Final = 40_000


def say(aim: str, measured: str, *, is_met: bool | None) -> None:
    """Print a line: the aim, what was measured, and whether it is met."""
    met = "not measured" if is_met is None else "met" if is_met else "not met"
    print(f"{aim}, {measured}, {met}", flush=True)


def loads_all(lines: list[bytes]) -> None:
    """Parse lines, and drop their values."""
    for line in lines:
        orjson.loads(line)


def of_verdicts(path: Path, least: float, name: str) -> None:
    """Print how fast a file of records is judged."""
    lines = path.read_bytes().splitlines()
    size = sum(map(len, lines)) / len(lines)
    floor = measure(lambda: loads_all(lines))
    share = floor / measure(lambda: verdict(path))
    say(
        f"verdict of {name} records ({size:.0f} bytes) >= {least} of orjson.loads",
        f"{share:.2f}",
        is_met=share >= least,
    )


def of_doors(folder: Path, records: int) -> None:
    """Print what a record costs by the public doors, as the slope of two sizes."""
    few, many = folder / "few.claims.ndjson", folder / "many.claims.ndjson"
    counts = write_records(few, records), write_records(many, 3 * records)
    lines = many.read_bytes().splitlines()
    floor = measure(lambda: loads_all(lines)) / len(lines)
    more = counts[1] - counts[0]
    times = [measure(lambda path=path: ct.validate(path)) for path in (few, many)]
    share = floor / ((times[1] - times[0]) / more)
    aim = ">= 0.15 of orjson.loads, slope of two sizes"
    say(f"claimtrack.validate {aim}", f"{share:.3f}", is_met=share >= 0.15)
    command = (sys.executable, "-m", "claimtrack", "check", "--select", "CT0")
    spent = [min(child(*command, str(p))[0] for _ in range(3)) for p in (few, many)]
    share = floor / ((spent[1] - spent[0]) / more)
    say(f"check --select CT0 {aim}", f"{share:.3f}", is_met=share >= 0.15)


def of_growth(folder: Path, records: int) -> None:
    """Print how time and memory of a check of everything grow."""
    few, many = folder / "tenth.claims.ndjson", folder / "all.claims.ndjson"
    write_records(few, records // 2)
    write_records(many, records * 5)
    command = (sys.executable, "-m", "claimtrack", "check", "--format", "ndjson")
    (small, _), (large, most) = (child(*command, str(each)) for each in (few, many))
    say(
        "check of ten times as much <= 12 times the time",
        f"{large / small:.1f} times",
        is_met=large / small <= 12,
    )
    say("memory of a check <= 300 MB", f"{most:.0f} MiB", is_met=most <= 286)


def of_load(name: str, *, is_long: bool) -> None:
    """Print how fast typed records are read and looked at, beside what peers do."""
    aims = (
        f"typed load of {name} records >= 1 of pydantic v2",
        f"typed load of {name} records >= 20 of stix2.parse",
    )
    if find_spec("pydantic") and find_spec("stix2"):
        import model  # noqa: PLC0415
        import stix2  # noqa: PLC0415

        same = model.build_dossier(model.CLAIMS, is_long=is_long)
        data = same.dumps().encode()
        notes = model.stix_notes(model.CLAIMS, is_long=is_long)
        ours = measure(lambda: [*ct.Dossier.loads(data).attributions])
        ratio = measure(lambda: model.Dossier.model_validate_json(data)) / ours
        say(aims[0], f"{ratio:.2f}", is_met=ratio >= 1)
        theirs = measure(lambda: [stix2.parse(each) for each in notes])
        ratio = theirs / len(notes) / (ours / len(same))
        say(aims[1], f"{ratio:.1f}", is_met=ratio >= 20)
    else:
        for aim in aims:
            say(aim, "it is not there", is_met=None)


def of_dump(name: str, *, is_long: bool) -> None:
    """Print how fast records are written, for people and on lines."""
    read = [ct.Dossier.loads(json.dumps(generate(n, is_long=is_long))) for n in (1, 2)]
    plain = [json.loads(each.dumps()) for each in read]
    floor = measure(lambda: [orjson.dumps(each) for each in plain])
    ways = {
        "dump": lambda: [each.dumps() for each in read],
        "dump as a sequence": lambda: dump_dossiers(read),
    }
    for way, work in ways.items():
        share = floor / measure(work)
        aim = f"{way} of {name} records >= 0.33 of orjson.dumps"
        say(aim, f"{share:.3f}", is_met=share >= 0.33)


def of_memory() -> None:
    """Print what an attribution costs that is held in memory."""
    made = [json.dumps(each) for each in dossiers_of(2_000)]
    kept = [json.loads(each) for each in made]
    lines = [e for d in kept for e in d["records"] if e["type"] == "attribution"]
    raw = sum(len(json.dumps(each)) for each in lines) / len(lines)
    read = [ct.Dossier.loads(each) for each in made]
    del read
    gc.collect()
    tracemalloc.start()
    held = [[*ct.Dossier.loads(each).attributions] for each in made]
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / sum(map(len, held))
    tracemalloc.stop()
    say(
        "an attribution in memory <= 2 x raw + 1 kB",
        f"{size:.0f} bytes for {raw:.0f}",
        is_met=size <= 2 * raw + 1_000,
    )


def of_start() -> None:
    """Print what it costs to begin."""
    bare = started("pass")
    ratio = (started("import claimtrack") - bare) / (started("import attrs") - bare)
    say("import claimtrack <= 1 of attrs", f"{ratio:.2f}", is_met=ratio <= 1)
    record = '{"type": "claim", "id": "c1", "text": "The ferry stops"}'
    first = started(f"import claimtrack; claimtrack.validate('{record}')")
    say("the first validate <= 100 ms", f"{first:.0f} ms", is_met=first <= 100)
    for asked in ("--version", "--help"):
        command = (sys.executable, "-m", "claimtrack", asked)
        spent = min(child(*command)[0] for _ in range(RUNS)) * 1000
        aim = f"claimtrack {asked} <= 100 ms"
        say(aim, f"{spent:.0f} ms", is_met=spent <= 100)


def of_mistakes(mistakes: int) -> None:
    """Print what it costs to say what is wrong."""
    wrong = json.dumps({"type": "claim", "id": "c1", "text": "T" * 1_900, "kind": "x"})
    for engine, most in (("fast", 0.5), ("reference", 1.0)):
        spent = measure(lambda engine=engine: ct.validate(wrong, engine=engine)) * 1e3
        aim = f"the report of one bad record, {engine} <= {most} ms"
        say(aim, f"{spent:.2f} ms", is_met=spent <= most)
    for name in many_mistakes.JUDGED:
        text = many_mistakes.MISTAKES[name](mistakes)
        lines = many_mistakes.as_sequence(text)
        spent = [cost_of(each, mistakes) for each in (text, lines) if each]
        told = " and, with a record on each line, ".join(f"{e:.0f} µs" for e in spent)
        aim = f"{mistakes} mistakes ({name}) <= 50 µs a finding"
        say(aim, told, is_met=max(spent) <= 50)


def cost_of(text: str, mistakes: int) -> float:
    """Return the CPU microseconds that a file takes for each of its findings.

    Of many mistakes one finding may say all.
    """
    data = text.encode()
    begin = time.process_time()
    found = ct.validate(data)
    spent = time.process_time() - begin
    return spent / max(len(found), mistakes) * 1e6


def of_checked_mistakes(folder: Path, mistakes: int) -> None:
    """Print what it costs to have the command say what is wrong, for programs."""
    command = (sys.executable, "-m", "claimtrack", "check", "--format", "ndjson")
    bare = min(child(*command[:3], "--version")[0] for _ in range(RUNS))
    for name in ("CT012", "CT022", "CT701"):
        path = folder / "wrong.claims.json"
        path.write_text(many_mistakes.MISTAKES[name](mistakes), encoding="utf-8")
        spent = min(child(*command, str(path))[0] for _ in range(2))
        each = (spent - bare) / mistakes * 1e6
        aim = f"check of {mistakes} mistakes ({name}) <= 50 µs a finding"
        say(aim, f"{each:.0f} µs", is_met=each <= 50)


def of_lint(path: Path) -> None:
    """Print how many records a second the rules get through."""
    records = sum(len(each.records) for each in examine_all(path))

    def lint() -> None:
        for each in examine_all(path):
            check_examination(each)

    speed = records / measure(lint, 2)
    aim = "lint >= 25,000 records a second"
    say(aim, f"{speed:,.0f}", is_met=speed >= 25_000)


def main() -> None:
    """Measure and print."""
    given = [int(each) for each in sys.argv[1:]]
    records, mistakes = given + [RECORDS, MISTAKES][len(given) :]
    usage = resource.getrusage(resource.RUSAGE_SELF)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        short, long = folder / "short.claims.ndjson", folder / "long.claims.ndjson"
        write_records(short, records)
        write_records(long, records // 3, is_long=True)
        of_verdicts(long, 0.40, "long")
        of_verdicts(short, 0.25, "short")
        of_doors(folder, records)
        for size, is_long in (("short", False), ("long", True)):
            of_load(size, is_long=is_long)
            of_dump(size, is_long=is_long)
        of_memory()
        of_start()
        of_mistakes(mistakes)
        of_checked_mistakes(folder, mistakes)
        of_lint(short)
        of_growth(folder, records)
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime - usage.ru_utime
    print(f"Python {sys.version.split()[0]}, {spent:.0f} CPU seconds")


if __name__ == "__main__":
    main()
