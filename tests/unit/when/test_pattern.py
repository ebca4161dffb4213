"""The form of dates, as every engine that reads the JSON Schema sees it."""

from __future__ import annotations

import importlib
import re

import pytest

from claimtrack.when import EDTF_MAX_LENGTH, EDTF_PATTERN
from claimtrack.when._pattern import has_edtf_form

ACCEPTED = (
    *("2025", "2025-04", "2025-04-17", "2025?", "2025-04~", "2025-04-17%"),
    *("202X", "20XX", "20XX~", "2025-XX", "2025-04-XX", "2025-XX-XX", "2025-XX?"),
    *("2025-21", "2025-24~", "2025-33", "2025-41", "XXXX-04", "XXXX-04-17?"),
    *("2025-06-05T10:00:00Z", "2025-06-05T10:00:00+03", "2025-06-05T10:00:00-03:30"),
    *("2025/2026", "2025-04/2025-06-05", "2025-04~/2025-06?", "2025/2026-02%"),
    *("../2025", "/2025", "2025/..", "2025/", "/2025-04-17~", "2025-04?/.."),
    # The calendar refuses these, not the form.
    *("0000", "2025-13", "2025-50", "2025-02-30", "2025-21-01", "XXXX-02-30"),
    *("2025-06-05T25:61:61Z", "2025-06-05T10:00:00+99:99", "2026/2025", "2025-13/.."),
)

REFUSED = (
    *("", " ", "2025 ", " 2025", "2025\n", "\n2025", "2025-04-17\n", "2025\r"),
    *("25", "202", "20255", "2025-4", "2025-04-1", "20250417", "2025-", "2025-04-"),
    *(
        "٢٠٢٥",
        "\uff12\uff10\uff12\uff15",
        "2025\u201304",
        "2025-x",
        "2025-xx",
        "20xx",
        "201x",
    ),
    *("XXXX", "2XXX", "XXX5", "20X5", "2025-1X", "2025-XX-05", "202X-04", "20XX-XX"),
    *("XXXX-XX", "XXXX-04-XX", "XXXX-21", "XXXX/2025", "2025/XXXX-04", "202X/2025"),
    *("2025-XX/2026", "2025/2026-04-XX", "2025-21/2026", "2025/2025-33", "../2025-22"),
    *("2025??", "2025-04~~", "?2025", "2025~-04", "2025-~04", "2025!"),
    *("/", "../", "/..", "../..", "2025//2026", "2025/2026/2027", ".../2025", "./2025"),
    *("2025-06-05T10:00:00", "2025-06-05T10:00Z", "2025-06-05 10:00:00Z"),
    *("2025-06-05T10:00:00z", "2025-06-05t10:00:00Z", "2025-06-05T10:00:00.5Z"),
    *("2025-06-05T10:00:00+0300", "2025-06-05T10:00:00+3", "2025-06-05T10:00:00Z?"),
    *(
        "2025-06-05T10:00:00Z/2025-06-06",
        "2025-06-05T10:00:00Z/..",
        "2025-06T10:00:00Z",
    ),
    *("-1985", "Y170000002", "Y-17E7", "1950S2", "[2025]", "{2025,2026}", "April 2025"),
)


@pytest.mark.parametrize("text", ACCEPTED)
def test_every_form_that_is_taken_fits_the_pattern(text: str) -> None:
    """Everything of levels 0 and 1, and the parts of level 2 that are taken."""
    assert has_edtf_form(text)
    assert len(text) <= EDTF_MAX_LENGTH


@pytest.mark.parametrize("text", REFUSED)
def test_near_misses_do_not_fit_the_pattern(text: str) -> None:
    """The rest of level 2, near misses, foreign digits, white space around."""
    assert not has_edtf_form(text)


def test_an_engine_of_rust_gives_the_same_verdicts() -> None:
    """Rust's own engine, without look-around, gives the same verdicts."""
    jsonschema_rs = importlib.import_module("jsonschema_rs")
    schema = {"type": "string", "pattern": EDTF_PATTERN}
    options = jsonschema_rs.RegexOptions()
    rust = jsonschema_rs.validator_for(schema, pattern_options=options)
    texts = ACCEPTED + REFUSED
    assert [rust.is_valid(t) for t in texts] == [has_edtf_form(t) for t in texts]


def test_the_pattern_is_read_alike_by_every_engine() -> None:
    """No construct that ECMA-262 with its u flag or Rust reads in another way."""
    assert EDTF_PATTERN.startswith("^(?:")
    assert EDTF_PATTERN.endswith(")$")
    assert EDTF_PATTERN.isascii()
    escapes = set(re.findall(r"\\.", EDTF_PATTERN))
    assert escapes == {r"\."}
    groups = set(re.findall(r"\(\??.", EDTF_PATTERN))
    assert groups == {"(?:"}
