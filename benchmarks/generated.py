"""Dossiers to measure with: seeded, distinct, and built like those of newsrooms.

The same seed and number give the same dossiers. Each has outlets, people, bodies,
unnamed sources and groups, documents, claims, attributions whose chains are one to six
links deep, excerpts, assessments and relations. None of them has a finding of
validation.

    uv run python benchmarks/generated.py 100000 out.claims.ndjson

writes so many records. ``--long`` gives records of about 1.7 KB instead of 250 bytes.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Json", "generate", "lines_of", "write_records"]

Json = dict[str, Any]

SEED: Final = 21
CLAIMS: Final = (12, 28)
"""Claims of a dossier, at least and at most."""

TEXT: Final = """
the ministry said that talks on the northern ferry line would go on until spring because
neither port has found money for the pier and the union wants an answer about pay before
the season begins while residents of three islands ask who will carry their goods when
the old ship is sold уряд повідомив що перемовини триватимуть до весни порт шукає гроші
на причал профспілка чекає відповіді мешканці питають
"""
WORDS: Final = TEXT.split()
NAMES: Final = ("Olena", "Marta", "Ivan", "Greta", "Jonas", "Lucía", "Amir", "Kofi")
SURNAMES: Final = ("Kovalenko", "Moreau", "Lindqvist", "Okafor", "Haddad", "Brandt")
CUES: Final = ("with reference to", "said", "told reporters", "has learned from")
KINDS: Final = ("fact", "prediction", "evaluation", "norm")


class _Writer:
    """One dossier in the making."""

    def __init__(self, number: int, *, is_long: bool, seed: int) -> None:
        self.random = random.Random(f"{seed}-{number}-{is_long}")  # noqa: S311
        self.number = number
        self.is_long = is_long
        self.records: list[Json] = []
        self.outlets: list[str] = []
        self.people: list[str] = []
        self.unnamed: list[str] = []
        self.documents: dict[str, str] = {}

    def text(self, least: int, most: int) -> str:
        """Return so many words, as a sentence."""
        size = self.random.randint(least, most)
        words = self.random.choices(WORDS, k=size)
        return f"{' '.join(words).capitalize()} {self.random.randrange(10**6)}."

    def day(self) -> str:
        chosen = self.random
        return f"2025-{chosen.randint(1, 12):02}-{chosen.randint(1, 30 - 2):02}"

    def add(self, record_type: str, **fields: Any) -> None:  # noqa: ANN401
        """Add a record with the fields that are not None."""
        given = {key: each for key, each in fields.items() if each is not None}
        self.records.append({"type": record_type, **given})

    def maybe(self, value: Any, chance: float) -> Any:  # noqa: ANN401
        return value if self.random.random() < chance else None

    def source_records(self) -> None:
        """Add the sources, of which an unnamed one has nothing that names it."""
        chosen = self.random
        for n in range(chosen.randint(3, 5)):
            key = f"outlet-{n}"
            self.outlets.append(key)
            name = f"{chosen.choice(SURNAMES)} Post {self.number}-{n}"
            self.add(
                "source",
                id=key,
                kind="outlet",
                name=name,
                aka=self.maybe([f"{name} online"], 0.3),
                url=f"https://example.org/{self.number}/{n}",
                country=chosen.choice(("UA", "DE", "US", "GB")),
            )
        for n in range(chosen.randint(3, 6)):
            key = f"person-{n}"
            self.people.append(key)
            self.add(
                "source",
                id=key,
                kind="person",
                name=f"{chosen.choice(NAMES)} {chosen.choice(SURNAMES)} {n}",
                role=self.text(2, 4),
                affiliations=self.maybe([self.outlets[0]], 0.3),
                note=self.text(180, 240) if self.is_long else None,
            )
        for n in range(chosen.randint(1, 3)):
            key = f"u{n}"
            self.unnamed.append(key)
            self.add(
                "source",
                id=key,
                kind="unnamed",
                description=f"officials of the port, group {n}",
                count={"min": 2},
                anonymity=self.maybe(
                    {"reason": "not authorised to speak", "known_to": ["editor"]}, 0.5
                ),
            )
        self.add(
            "source",
            id="allies",
            kind="group",
            name=f"Island councils {self.number}",
            members=self.people[:2],
        )

    def document_records(self) -> None:
        for n, outlet in enumerate(self.outlets):
            key = f"story-{n}"
            self.documents[key] = outlet
            self.add(
                "document",
                id=key,
                kind="article",
                title=self.text(5, 9),
                publisher=outlet,
                url=f"https://example.org/{self.number}/{n}/story",
                lang="en",
                published=self.day(),
                note=self.text(180, 240) if self.is_long else None,
            )

    def link(self, source: str, *, is_last: bool) -> str | Json:
        chosen = self.random
        if not is_last and chosen.random() < 0.4:
            return source
        made: Json = {"source": source, "cue": chosen.choice(CUES)}
        if chosen.random() < 0.6:
            made["mode"] = chosen.choice(("direct", "indirect", "mixed"))
        if is_last:
            made["at"] = self.day()
            if chosen.random() < 0.3:
                made["attitude"] = chosen.choice(("belief", "intention"))
        if self.is_long:
            made["mention"] = self.text(8, 14)
            made["occasion"] = self.text(6, 10)
        return made

    def claim_records(self, number: int) -> None:
        """Add a claim with one to three attributions, and what may be said of it."""
        chosen = self.random
        key = f"c{number}"
        words = (150, 200) if self.is_long else (14, 26)
        self.add("claim", id=key, text=self.text(*words), kind=chosen.choice(KINDS))
        for _ in range(chosen.randint(1, 3)):
            document, head = chosen.choice([*self.documents.items()])
            depth = chosen.randint(1, 6)
            others = [each for each in self.outlets if each != head][
                : max(depth - 2, 0)
            ]
            end = chosen.choice([*self.people, *self.unnamed, "allies"])
            chain = [head, *others, *([end] if depth > 1 else [])]
            last = len(chain) - 1
            quoted = self.text(150, 200) if self.is_long else self.text(8, 14)
            start = chosen.randint(0, 4_000)
            self.add(
                "attribution",
                id=self.maybe(f"a{len(self.records)}", 0.5),
                claim=key,
                chain=[self.link(e, is_last=n == last) for n, e in enumerate(chain)],
                document=document,
                placement=chosen.choice(("headline", "lead", "body", "body")),
                excerpts=[
                    {"exact": quoted, "start": start, "end": start + len(quoted)},
                    *([{"exact": "said", "role": "cue", "link": last}] if last else []),
                ]
                if chosen.random() < (1.0 if self.is_long else 0.5)
                else None,
                note=self.text(60, 90) if self.is_long else None,
            )
        if number and chosen.random() < 0.2:
            self.add(
                "relation",
                kind=chosen.choice(("stronger-than", "context-of", "narrower-than")),
                subject=key,
                object=f"c{number - 1}",
                by=chosen.choice(self.outlets),
            )
        if chosen.random() < 0.15:
            self.add(
                "assessment",
                subject=key,
                by=chosen.choice(self.outlets),
                verdict=self.text(2, 4),
                rating={"value": chosen.randint(1, 5), "best": 5, "worst": 1},
                confidence=[{"scale": "percent", "value": chosen.randint(1, 99)}],
                rationale=self.text(60, 120) if self.is_long else None,
                at=self.day(),
            )

    def close(self) -> None:
        """Refer to what nothing has referred to, which is a finding."""
        self.add("claim", id="all", text=self.text(6, 9))
        for outlet in (*self.outlets, *self.people, *self.unnamed, "allies"):
            self.add(
                "attribution", claim="all", chain=[self.link(outlet, is_last=True)]
            )
        for document, outlet in self.documents.items():
            chain = [self.link(outlet, is_last=True)]
            self.add("attribution", claim="all", chain=chain, document=document)


def generate(number: int, *, is_long: bool = False, seed: int = SEED) -> Json:
    """Return the dossier of a number, as the JSON of one file."""
    made = _Writer(number, is_long=is_long, seed=seed)
    made.source_records()
    made.document_records()
    for each in range(made.random.randint(*CLAIMS)):
        made.claim_records(each)
    made.close()
    return {
        "claimtrack": "1.0",
        "title": f"Ferry {number}",
        "base": f"https://example.org/dossiers/{number}/",
        "lang": "en",
        "records": made.records,
    }


def lines_of(dossier: Json) -> list[bytes]:
    """Return a dossier as the lines of a sequence: its head, then its records."""
    head = {key: each for key, each in dossier.items() if key != "records"}
    return [
        json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        for each in ({"type": "dossier", **head}, *dossier["records"])
    ]


def dossiers_of(
    records: int, *, is_long: bool = False, seed: int = SEED
) -> Iterator[Json]:
    """Yield dossiers with so many records in all, or a few more."""
    count = 0
    for number in itertools.count():
        if count >= records:
            return
        made = generate(number, is_long=is_long, seed=seed)
        count += len(made["records"])
        yield made


def write_records(
    path: Path, records: int, *, is_long: bool = False, seed: int = SEED
) -> int:
    """Write so many records, or a few more, as a sequence; return how many."""
    count = 0
    with path.open("wb") as file:
        for made in dossiers_of(records, is_long=is_long, seed=seed):
            count += len(made["records"])
            file.writelines(lines_of(made))
    return count


def main() -> None:
    """Write a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    count = write_records(given.path, given.records, is_long=given.long)
    print(f"{count} records")


if __name__ == "__main__":
    main()
