"""How fast records are read and written: ratios measured in one run.

Run it from the repository's top::

    uv run --group bench python benchmarks/model.py

It prints CPU seconds and, beside each, the ratio to a yardstick measured in the same
run on the same data: `json` and `orjson` (which only parse), pydantic v2 models with
the same fields (which check less: no patterns across fields, no references), and
`stix2` objects that say as much as one attribution. Machines differ and are shared:
the ratios are what counts, and medians of several runs.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, Literal

import orjson
import pydantic
import stix2
from generated import WORDS

import claimtrack as ct

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5
CLAIMS = 300


def build_dossier(claims: int, *, is_long: bool = False) -> ct.Dossier:
    """Return a dossier of attributions like those of the article.

    Args:
        claims: how many.
        is_long: whether records have 1.6 KB, of texts and of quoted words, on average.
    """
    d = ct.Dossier(title="Benchmark", lang="en")
    outlets = [d.outlet(f"Outlet {n}") for n in range(20)]
    officials = [d.unnamed("officials", role="official", count="2+") for _ in range(20)]
    article = d.document("article", "A report")
    for n in range(claims):
        claim = d.claim(
            f"Something of importance will happen, number {n}."
            + tail(n, is_long=is_long),
            kind="prediction",
        )
        told = ct.link(outlets[n % 20]).citing(
            outlets[(n + 1) % 20],
            cue="with reference to",
            cue_basis="explicit",
            mode="indirect",
            at="2025-06-05",
        )
        d.attribute(
            claim,
            told.citing(officials[n % 20], cue="have said", attitude="belief"),
            document=article,
            placement="body",
            excerpts=[
                ct.Excerpt(exact=tail(n, is_long=True))
                if is_long
                else ct.Excerpt(start=n, end=n + 50),
                ct.Excerpt(exact="have said", role="cue", link=2),
            ],
        )
    return d


def tail(number: int, *, is_long: bool) -> str:
    """Return what a long text goes on with, which no other one does."""
    words = random.Random(number).choices(WORDS, k=230 if is_long else 0)  # noqa: S311
    return "".join(f" {each}" for each in words)


class Link(pydantic.BaseModel):
    """A link as a pydantic model: types and vocabularies, no more."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
    source: str
    cue: str | None = None
    cue_basis: (
        Literal[
            "explicit",
            "punctuation",
            "inherited",
            "carried-over",
            "carried-back",
            "absent",
        ]
        | None
    ) = None
    mode: Literal["direct", "mixed", "indirect", "free-indirect", "reported"] | None = (
        None
    )
    attitude: Literal["assertion", "belief", "knowledge", "intention", "desire"] = (
        "assertion"
    )
    at: str | None = None


class Excerpt(pydantic.BaseModel):
    """An excerpt as a pydantic model."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
    exact: str | None = None
    start: int | None = None
    end: int | None = None
    role: Literal["content", "cue", "source"] = "content"
    link: int | None = None


class Record(pydantic.BaseModel):
    """Any record as a pydantic model: every field optional, vocabularies as types."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)
    type: Literal["source", "document", "claim", "attribution"]
    id: str
    kind: str | None = None
    name: str | None = None
    description: str | None = None
    role: str | None = None
    count: dict[str, int] | None = None
    title: str | None = None
    publisher: str | None = None
    text: str | None = None
    claim: str | None = None
    chain: tuple[str | Link, ...] | None = None
    document: str | None = None
    placement: Literal["headline", "standfirst", "lead", "body", "caption"] | None = (
        None
    )
    excerpts: tuple[Excerpt, ...] | None = None


class Dossier(pydantic.BaseModel):
    """A dossier as a pydantic model."""

    claimtrack: str
    title: str
    lang: str
    records: tuple[Record, ...]


def stix_notes(count: int, *, is_long: bool = False) -> list[str]:
    """Return STIX notes as JSON that each say what an attribution says.

    Args:
        count: how many.
        is_long: whether they are as long as records of 1.6 KB.
    """
    author = "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff"
    target = "report--84e4d88f-44ea-4bcd-bbf3-b2c1c320bcb3"
    return [
        stix2.v21.Note(
            content="Something of importance will happen, number "
            f"{n}.{tail(n, is_long=is_long)}",
            created_by_ref=author,
            object_refs=[target],
            confidence=70,
            abstract="with reference to",
        ).serialize()
        for n in range(count)
    ]


def measure(work: Callable[[], object]) -> float:
    """Return the median CPU seconds of `work` over several runs, after a warm-up."""
    work()
    times: list[float] = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    dossier = build_dossier(CLAIMS)
    text = dossier.dumps()
    data = text.encode()
    plain = json.loads(text)
    notes = stix_notes(CLAIMS)
    size, version = len(data) / 1e6, sys.version.split()[0]
    print(f"{len(dossier)} records, {size:.2f} MB, Python {version}")
    load = measure(lambda: ct.Dossier.loads(data))
    rows = {
        "load": (load, None),
        "  of it: json.loads": (measure(lambda: json.loads(data)), load),
        "  orjson.loads": (measure(lambda: orjson.loads(data)), load),
        "  pydantic model_validate_json": (
            measure(lambda: Dossier.model_validate_json(data)),
            load,
        ),
        "  stix2.parse of as many notes": (
            measure(lambda: [stix2.parse(note) for note in notes])
            * len(dossier)
            / CLAIMS,
            load,
        ),
    }
    save = measure(dossier.dumps)
    rows |= {
        "save": (save, None),
        "  json.dumps of the same": (
            measure(lambda: json.dumps(plain, indent=2)),
            save,
        ),
        "  orjson.dumps of the same": (measure(lambda: orjson.dumps(plain)), save),
    }
    print(f"{'':34} {'seconds':>9}  ours / this")
    for name, (seconds, base) in rows.items():
        ratio = "" if base is None else f"{base / seconds:10.2f}"
        print(f"{name:34} {seconds:9.4f}  {ratio}")


if __name__ == "__main__":
    main()
