"""Known traps: what engines of JSON Schema are known to disagree about, or to hang on.

Each row is a record, and the codes that it gets from both engines.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.validation import validate
from plain_records import claim

if TYPE_CHECKING:
    from claimtrack.findings import Finding
    from claimtrack.validation import EngineName

LONG: Final = 100_000
"""Characters that a pattern which backtracks would not come back from."""


def outlet(**fields: object) -> dict[str, Any]:
    """Return an outlet with these fields."""
    return {"type": "source", "id": "unn", "kind": "outlet", "name": "UNN", **fields}


TRAPS: Final[dict[str, tuple[dict[str, Any], list[str]]]] = {
    # Python's $ also stands before a last newline; no other engine's does.
    "a newline after an id": (outlet(id="unn\n"), ["CT014"]),
    "a newline after a country": (outlet(country="UA\n"), ["CT014"]),
    "a newline after a language": (claim(lang="uk\n"), ["CT014"]),
    "a newline after a date": (claim(holds="2025-04\n"), ["CT020"]),
    "two newlines after a date": (claim(holds="2025-04\n\n"), ["CT020"]),
    # To Python's \d these are digits.
    "Devanagari digits in a date": (claim(holds="२०२५-०४"), ["CT020"]),
    "full-width digits in a date": (claim(holds="２０２５"), ["CT020"]),
    "Arabic digits in a date": (claim(holds="٢٠٢٥-٠٤"), ["CT020"]),
    "Cyrillic letters in an id": (claim(id="с1"), ["CT014"]),
    # Engines that assert formats differ over these.
    "a leap second": (claim(holds="2016-12-31T23:59:60Z"), ["CT022"]),
    "midnight at the end": (claim(holds="2016-12-31T24:00:00Z"), ["CT022"]),
    "a small t and z": (claim(holds="2016-12-31t23:59:59z"), ["CT020"]),
    "a year of two digits": (claim(holds="25-04"), ["CT020"]),
    "a uuid in braces": (claim(id="{6f1d9a3e-0f0c-5b68-9f6a-4e5f0a2b7c11}"), ["CT014"]),
    "a uuid in braces in a URN": (
        claim(id="urn:uuid:{6f1d9a3e-0f0c-5b68-9f6a-4e5f0a2b7c11}"),
        ["CT014"],
    ),
    "a uuid in capitals": (
        claim(id="urn:uuid:6F1D9A3E-0F0C-5B68-9F6A-4E5F0A2B7C11"),
        [],
    ),
    "an IRI with a space": (outlet(url="https://example.org/a b"), ["CT014"]),
    "an IRI in another script": (outlet(url="https://приклад.example/стаття"), []),
    # Whole numbers and floats, true and 1: one to some, two to others.
    "a whole number with a point": (
        {**outlet(kind="crowd"), "count": {"min": 2.0, "max": 3}},
        [],
    ),
    "true for a number": (
        {**outlet(kind="crowd"), "count": {"min": True, "max": 3}},
        ["CT010"],
    ),
    # What grows with the square of the list where equals are looked for pairwise.
    "a thousand different objects": (
        outlet(aka=[{"text": f"name {n}"} for n in range(1_000)]),
        [],
    ),
    "a thousand equal objects": (outlet(aka=[{"text": "name"}] * 1_000), []),
    # What patterns that backtrack do not come back from.
    "subtags without an end": (claim(lang="en" + "-a1" * LONG + "!"), ["CT014"]),
    "a host without an end": (outlet(url="a" * LONG), ["CT014"]),
    "hyphens without an end": (claim(holds="2025" + "-" * LONG), ["CT020"]),
    "a short one of these": (claim(lang="en" + "-a1" * 9 + "!"), ["CT014"]),
    "blanks before the end": (claim(text=" " * 19_999 + "x"), []),
    "blanks to the end": (claim(text=" " * 20_000), ["CT014"]),
}


def found(record: dict[str, Any], engine: EngineName) -> tuple[Finding, ...]:
    """Return the findings of an engine, which has a second for them."""
    text = json.dumps(record)
    begun = time.process_time()
    findings = validate(text, engine=engine)
    assert time.process_time() - begun < 1
    return findings


@pytest.mark.parametrize("name", TRAPS)
def test_both_engines_see_through(name: str) -> None:
    """With the same findings, soon."""
    record, codes = TRAPS[name]
    reference = found(record, "reference")
    assert [each.code for each in reference] == codes
    assert found(record, "fast") == reference
