"""A desk's CMS: take what a form sends, keep the dossier, say whether it may run.

Run it on a dossier: ``python examples/cms.py examples/us-air-cover.claims.json``.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import claimtrack as ct
from claimtrack.lint import Config
from claimtrack.validation import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS = Limits(record=100_000, dossier=1_000_000)
"""How many bytes a record and a dossier may have."""

CONFIG = Config.from_preset("reuters")
"""The rules that the desk works by."""


@dataclass(frozen=True)
class Answer:
    """What the CMS answers to a form."""

    is_kept: bool
    may_run: bool
    messages: tuple[str, ...]


class Store:
    """Dossiers by their keys, in a database."""

    def __init__(self, path: str = ":memory:") -> None:
        """Open the database, and make its table if there is none."""
        self.rows = sqlite3.connect(path)
        self.rows.execute(
            "create table if not exists dossiers (key text primary key, body text)"
        )

    def keep(self, key: str, dossier: ct.Dossier) -> None:
        """Keep a dossier under a key."""
        with self.rows:
            self.rows.execute(
                "insert or replace into dossiers values (?, ?)", (key, dossier.dumps())
            )

    def get(self, key: str) -> ct.Dossier:
        """Return the dossier of a key."""
        found = self.rows.execute("select body from dossiers where key = ?", (key,))
        (body,) = found.fetchone()
        return ct.Dossier.loads(str(body))

    def close(self) -> None:
        """Close the database."""
        self.rows.close()


def receive(store: Store, key: str, body: bytes, *, today: date) -> Answer:
    """Check what a form sends, and keep it if it is a dossier."""
    checked = ct.check(body, config=CONFIG, today=today, limits=LIMITS)
    messages = tuple(f"{each.message}. {each.fix}" for each in checked)
    if checked.dossier is None:
        return Answer(is_kept=False, may_run=False, messages=messages)
    store.keep(key, checked.dossier)
    has_error = any(each.severity == "error" for each in checked)
    return Answer(is_kept=True, may_run=not has_error, messages=messages)


def add_quote(dossier: ct.Dossier, text: str, chain: str, story: str) -> ct.Attribution:
    """Add what an editor typed: a claim, and who says so, as a chain."""
    document = dossier.documents.named(story)
    return dossier.attribute(dossier.claim(text), chain, document=document)


def describe(dossier: ct.Dossier, key: str) -> Mapping[str, object]:
    """Return what the page of a source shows."""
    source = dossier.sources[key]
    quoted = [
        dossier.claims[each.claim].text
        for each in dossier.attributions
        if any(link.source == source.id for link in each.chain)
    ]
    return {"record": ct.to_dict(source), "name": source.label, "quoted": quoted}


def main(path: Path) -> Answer:
    """Send a file as a form would, and print the answer."""
    store = Store()
    answer = receive(store, path.name, path.read_bytes(), today=date.today())  # noqa: DTZ011
    if answer.is_kept:
        dossier = store.get(path.name)
        first = dossier.sources[0]
        print(json.dumps(describe(dossier, first.id), ensure_ascii=False, indent=2))
    store.close()
    print("may run" if answer.may_run else "may not run")
    print(*answer.messages, sep="\n")
    return answer


if __name__ == "__main__":
    main(Path(sys.argv[1]))
