"""One deleted sign is a finding, changes no record, or is a listed exception."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from claimtrack import sheet

SHEET: Final = (Path(__file__).parent / "harbour.claims.txt").read_text("utf-8")
READ: Final = sheet.read(SHEET)
KNOWN: Final = {(each.code, each.message) for each in READ.findings}

FREE: Final = (
    "title: Will the port close?",
    "claimtrack 1.1 rules/en",
    "A. Editor",
    "Port to close for a year, sources say",
    "https://post.example/port",
    "https://www.wikidata.org/entity/Q1",
    "https://check.example/1",
    "Seen, not kept.",
    "Right in three of four earlier port stories.",
    "They would lose their posts.",
    "The port of Larsmouth will close for a year.",
    "Both sat in the room.",
    "The repair costs 30 to 40 million euros.",
    "The state must pay for the repair.",
    "The mayor has talked to the firms.",
    "L.B.",
    "Both are known to us.",
)
"""Free text and addresses: without a sign, they are another text."""

EXCEPTIONS: Final = {
    "2025-11~": "an approximate date is exact without its sign",
    "Ana Ruiz, mayor": "a role that is no longer apart is part of the name",
    "unnamed-1": "any word can be an id",
    "30..40": "between two numbers, one stop less is a decimal point",
}
"""What one deleted sign may change without a word."""


def signs() -> list[int]:
    """Return the offsets of the signs that are not free text."""
    free: set[int] = set()
    for text in (*FREE, *EXCEPTIONS):
        start = SHEET.index(text)
        while start >= 0:
            free.update(range(start, start + len(text)))
            start = SHEET.find(text, start + 1)
    return [
        index
        for index, sign in enumerate(SHEET)
        if not (sign.isalnum() or sign.isspace() or index in free)
    ]


def what_it_says(text: str) -> tuple[object, bool]:
    """Return the records of a sheet, and whether it has a finding of its own."""
    found = sheet.read(text)
    told = {(each.code, each.message) for each in found.findings}
    dossier = found.dossier
    records = None if dossier is None else (dossier.head, dict(dossier))
    return records, not told <= KNOWN


def test_one_deleted_sign_is_noticed() -> None:
    """Nothing is silently taken for something else."""
    assert READ.dossier is not None
    before = (READ.dossier.head, dict(READ.dossier))
    silent = [
        SHEET[max(at - 20, 0) : at] + "⟨" + SHEET[at] + "⟩" + SHEET[at + 1 : at + 20]
        for at in signs()
        for records, is_told in [what_it_says(SHEET[:at] + SHEET[at + 1 :])]
        if not is_told and records != before
    ]
    assert silent == []
    assert len(signs()) > 200


@pytest.mark.parametrize("text", EXCEPTIONS, ids=list(EXCEPTIONS.values()))
def test_exceptions_are_needed(text: str) -> None:
    """Each of them really changes something without a word."""
    start = SHEET.index(text)
    sign = next(each for each in ("~", ",", "..", "-") if each in text)
    at = start + text.index(sign)
    records, is_told = what_it_says(SHEET[:at] + SHEET[at + 1 :])
    assert not is_told
    assert READ.dossier is not None
    assert records != (READ.dossier.head, dict(READ.dossier))
