"""How fast "S says C, citing T, with confidence, on a day" is read, beside peers.

Run it from the repository's top::

    uv run --group bench python benchmarks/statements.py [STATEMENTS [PEER ...]]

Each reads what it has written itself, as JSON, and holds all of it. Peers say as much
of it as they can, and most of them check none of it. Each is installed by itself: their
requirements clash. One that cannot be installed is named in a line. The memory is the
most that is held while the statements are read, beyond the text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from measures import apart, held, measure, most_held

if TYPE_CHECKING:
    from collections.abc import Callable

STATEMENTS: Final = 3_000
DAY: Final = "2025-06-05"
INSIDE: Final = "--inside"
READ: Final = "--read"
"""The arguments with which this runs where a peer is installed: it writes, or reads."""

Work: TypeAlias = "tuple[Callable[[int], str], Callable[[str], object]]"
"""What writes so many statements as text, and what reads the text."""


def claimtrack() -> Work:
    """Return ours: a claim, who says it citing whom, and an assessment of each."""
    import claimtrack as ct  # noqa: PLC0415

    def write(count: int) -> str:
        d = ct.Dossier(title="Statements")
        speakers = [d.outlet(f"Outlet {n}") for n in range(20)]
        confidence = [ct.Confidence("probability", 0.7)]
        for n in range(count):
            claim = d.claim(f"Something of importance happened, number {n}.")
            told = ct.link(speakers[n % 20], at=DAY).citing(speakers[(n + 7) % 20])
            d.attribute(claim, told)
            d.assess(claim, by=speakers[n % 20], confidence=confidence, at=DAY)
        return d.dumps()

    return write, ct.Dossier.loads


def stix2() -> Work:
    """Return notes of STIX: content, author, confidence and day; an object for each."""
    import stix2 as peer  # noqa: PLC0415

    def write(count: int) -> str:
        author, other = (peer.v21.Identity(name=name) for name in ("One", "Other"))
        return "\n".join(
            peer.v21.Note(
                content=f"Something of importance happened, number {n}.",
                created_by_ref=author.id,
                object_refs=[other.id],
                confidence=70,
                created=f"{DAY}T00:00:00Z",
                modified=f"{DAY}T00:00:00Z",
            ).serialize()
            for n in range(count)
        )

    return write, lambda text: [peer.parse(each) for each in text.splitlines()]


def followthemoney() -> Work:
    """Return statements of Follow the Money: no confidence."""
    from followthemoney.statement import Statement  # noqa: PLC0415

    def write(count: int) -> str:
        made = (
            Statement(
                entity_id=f"c{n}",
                prop="description",
                schema="Thing",
                value=f"Something of importance happened, number {n}.",
                dataset=f"outlet-{n % 20}",
                origin=f"outlet-{(n + 7) % 20}",
                first_seen=DAY,
            )
            for n in range(count)
        )
        return "\n".join(json.dumps(each.to_dict()) for each in made)

    def read(text: str) -> object:
        return [Statement.from_dict(json.loads(each)) for each in text.splitlines()]

    return write, read


def prov() -> Work:
    """Return a document of PROV: entities, attributed and derived, in one document."""
    from prov.model import ProvDocument  # noqa: PLC0415

    def write(count: int) -> str:
        made: Any = ProvDocument()
        made.add_namespace("e", "https://e.example/")
        speakers = [made.agent(f"e:s{n}") for n in range(20)]
        origins = [made.entity(f"e:t{n}") for n in range(20)]
        for n in range(count):
            text = f"Something of importance happened, number {n}."
            said = {"prov:value": text, "e:confidence": 0.7, "e:day": DAY}
            claim = made.entity(f"e:c{n}", said)
            made.wasAttributedTo(claim, speakers[n % 20])
            made.wasDerivedFrom(claim, origins[(n + 7) % 20])
        return str(made.serialize())

    return write, lambda text: ProvDocument.deserialize(content=text, format="json")


def jsonld_ex() -> Work:
    """Return values of JSON-LD with what is said of them: one field of a node each."""
    from jsonld_ex import annotate, get_provenance  # noqa: PLC0415

    def write(count: int) -> str:
        made = (
            annotate(
                f"Something of importance happened, number {n}.",
                confidence=0.7,
                source=f"https://e.example/{n % 20}",
                derived_from=f"https://e.example/{(n + 7) % 20}",
                extracted_at=f"{DAY}T00:00:00Z",
            )
            for n in range(count)
        )
        return "\n".join(map(json.dumps, made))

    def read(text: str) -> object:
        return [get_provenance(json.loads(each)) for each in text.splitlines()]

    return write, read


WORKS: Final[dict[str, Callable[[], Work]]] = {
    "claimtrack": claimtrack,
    "stix2": stix2,
    "followthemoney": followthemoney,
    "prov": prov,
    "jsonld-ex": jsonld_ex,
}
"""Name, which is also what is installed → what writes and reads."""


def write_and_read(name: str, count: int) -> str:
    """Return what another process says that reads what this one writes."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(WORKS[name]()[0](count))
        file.flush()
        command = [sys.executable, __file__, READ, name, file.name]
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return done.stdout


def read(name: str, path: Path) -> str:
    """Return the CPU seconds and the MiB that it takes to read a file."""
    write, work = WORKS[name]()
    # What is imported when it is needed is no memory of statements.
    work(write(50))
    text = path.read_text(encoding="utf-8")
    before = held()
    kept = work(text)
    most = most_held() - before
    del kept
    return f"{measure(lambda: work(text))} {most}"


def main() -> None:
    """Measure and print."""
    asked = sys.argv[1:]
    if asked[:1] == [READ]:
        print(read(asked[1], Path(asked[2])))
        return
    if asked[:1] == [INSIDE]:
        print(write_and_read(asked[1], int(asked[2])))
        return
    count = int(asked[0]) if asked else STATEMENTS
    print(f"{count} statements, Python {sys.version.split()[0]}")
    print(f"{'':16} {'a CPU second':>14} {'µs each':>9} {'MiB':>6}")
    for name in ["claimtrack", *(asked[1:] or [*WORKS][1:])]:
        if name == "claimtrack":
            found: str | None = write_and_read(name, count)
        else:
            found = apart(name, __file__, INSIDE, name, str(count))
        if not found:
            print(f"{name:16} cannot be installed here", flush=True)
            continue
        spent, most = map(float, found.split())
        speed, each = count / spent, spent / count * 1e6
        print(f"{name:16} {speed:14,.0f} {each:9.1f} {most:6.1f}", flush=True)


if __name__ == "__main__":
    main()
