"""How fast dossiers are linted, and that memory does not grow with their number.

Run it from the repository's top::

    uv run python benchmarks/lint.py [DOSSIERS]

It writes a sequence of dossiers with about 50 records each (2,000 of them unless told
otherwise, 100,000 records), and goes through it in one pass each: validation alone,
building dossiers, and the newsroom rules beside both. It prints records per CPU second,
the ratio to plain validation of the same file in the same run, and the most memory that
Python held while a tenth of the file and the whole of it were linted.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import claimtrack as ct
from claimtrack.lint import Notices, check_examination, collect_notices
from claimtrack.validation import examine_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOSSIERS = 2_000
CLAIMS = 14
CORRECTED = 50
"""Every so many-eth dossier has a notice."""


def build_dossier(number: int) -> ct.Dossier:
    """Return a dossier of about 50 records: chains, documents, relations."""
    d = ct.Dossier(title=f"Case {number}", lang="en", base=f"https://e.org/{number}/")
    unn, wire = d.outlet("UNN"), d.outlet("Wire")
    people = [d.person(f"Person {n}", role="minister") for n in range(5)]
    officials = d.unnamed("officials", role="official", count="2+")
    story = d.document(
        "article", f"Story {number}", publisher=unn, published="2025-06-05"
    )
    report = d.document(
        "article", "Report", publisher=wire, url=f"https://e.org/{number % 99}"
    )
    told = unn.citing(wire, document=report, cue="with reference to")
    before = None
    for n in range(CLAIMS):
        claim = d.claim(f"Something of importance will happen, number {n}.")
        source = people[n % 5] if n % 3 else officials
        d.attribute(claim, told.citing(source, cue="said"), document=story)
        if before is not None and n % 2:
            d.relate(claim, "stronger-than", before, by=unn)
        before = claim
    d.attribute(
        "c1", unn.citing(people[0]), document=story, placement="headline", id="head"
    )
    if number % CORRECTED == 0:
        d.notice("correction", report, by=wire, at="2025-06-06", was="a", now="b")
    return d


def measure(work: Callable[[], int]) -> tuple[int, float]:
    """Return what some work counts, and the CPU seconds that it takes."""
    start = time.process_time()
    count = work()
    return count, time.process_time() - start


def peak(work: Callable[[], int]) -> float:
    """Return the most memory in MiB that Python holds at once during some work."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def validated(path: Path) -> int:
    """Return the number of records that validation goes through."""
    return sum(len(each.records) for each in examine_all(path))


def built(path: Path) -> int:
    """Return the number of records of all dossiers."""
    return sum(len(each) for each in ct.read_dossiers(path))


def linted(path: Path, notices: Notices) -> Iterator[int]:
    """Yield the number of findings of each dossier."""
    for each in examine_all(path):
        yield len(check_examination(each, notices=notices))


def main() -> None:
    """Print what was measured."""
    dossiers = int(sys.argv[1]) if len(sys.argv) > 1 else DOSSIERS
    with tempfile.TemporaryDirectory() as folder:
        path, part = Path(folder, "all.ndjson"), Path(folder, "part.ndjson")
        ct.write_dossiers(map(build_dossier, range(dossiers)), path)
        ct.write_dossiers(map(build_dossier, range(dossiers // 10)), part)
        records, plain = measure(lambda: validated(path))
        _, building = measure(lambda: built(path))
        known, collecting = measure(lambda: len(collect_notices(path)))
        notices = collect_notices(path)
        found, linting = measure(lambda: sum(linted(path, notices)))
        print(f"{records} records in {dossiers} dossiers, {known} notices")
        print(f"{'':24}{'records/s':>12}{'to validation':>16}")
        for name, seconds in (
            ("validation alone", plain),
            ("and building dossiers", building),
            ("collecting notices", collecting),
            (f"rules ({found} findings)", linting),
        ):
            print(f"{name:24}{records / seconds:12,.0f}{seconds / plain:15.2f}x")
        few = peak(lambda: sum(linted(part, notices)))
        many = peak(lambda: sum(linted(path, notices)))
        print(f"memory, a tenth and all: {few:.1f} MiB, {many:.1f} MiB")


if __name__ == "__main__":
    main()
