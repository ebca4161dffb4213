"""What people call a thing leads to the word of the model."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.findings import suggest
from claimtrack.findings._synonyms import meant_by
from claimtrack.records import Attitude, ClaimKind, DocumentKind, SourceKind, words

SOURCES: Final = words(SourceKind)

MEANT: Final[list[tuple[str, tuple[str, ...], str]]] = [
    ("newspaper", SOURCES, "outlet"),
    ("Agency", SOURCES, "outlet"),
    ("news agency", SOURCES, "outlet"),
    ("politician", SOURCES, "person"),
    ("country", SOURCES, "organization"),
    ("government", SOURCES, "organization"),
    ("anonymous", SOURCES, "unnamed"),
    ("opinion", words(ClaimKind), "evaluation"),
    ("opinion", words(Attitude), "belief"),
    ("said", words(Attitude), "assertion"),
    ("said", ("direct", "indirect"), "indirect"),
    ("tweet", words(DocumentKind), "post"),
]


@pytest.mark.parametrize(("word", "known", "expected"), MEANT)
def test_a_synonym_leads_to_the_word(
    word: str, known: tuple[str, ...], expected: str
) -> None:
    """Among the words that there are, whatever the case and the hyphens."""
    assert suggest(word, known) == expected


def test_the_word_itself_comes_first() -> None:
    """It needs no table."""
    assert suggest("newspaper", ["outlet", "newspaper"]) == "newspaper"
    assert suggest("newspaper", ["person"]) is None
    assert meant_by("xyz") == ()
