"""Foreign values in messages: short, on one line, and harmless."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.findings import clip, quote
from claimtrack.testing import json_values

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

UNSAFE: Final = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}

QUOTED: Final[list[tuple[object, str]]] = [
    ("oulet", '"oulet"'),
    ("", '""'),
    ("УНН 欧州 é", '"УНН 欧州 é"'),
    ("a\tb\r\n", r'"a\tb\r\n"'),
    ("\x00\x1b[31m\x7f", r'"\x00\x1b[31m\x7f"'),
    ("exe\u202egnp", r'"exe\u202egnp"'),
    ("\u2028\u2029\ufeff\ud800\ue000", r'"\u2028\u2029\ufeff\ud800\ue000"'),
    ("\U000e0041", r'"\U000e0041"'),
    ("x" * 60, f'"{"x" * 60}"'),
    ("x" * 61, f'"{"x" * 59}…"'),
    (None, "null"),
    (True, "true"),
    (False, "false"),
    (3, "3"),
    (-0.5, "-0.5"),
    (float("nan"), "nan"),
    (10**59, "1" + "0" * 59),
    (10**60, "1" + "0" * 58 + "…"),
    (10**5_000, "a huge number"),
    (-(10**5_000), "a huge number"),
    ([1, 2], "a list"),
    ((), "a list"),
    ({1}, "a list"),
    (frozenset({1}), "a list"),
    ({"a": 1}, "an object"),
    (MappingProxyType({"a": 1}), "an object"),
    (b"x", "a value of type bytes"),
    (object(), "a value of type object"),
    (object, "a value of type type"),
]


@pytest.mark.parametrize(
    ("value", "shown"), QUOTED, ids=[str(at) for at in range(len(QUOTED))]
)
def test_text_is_quoted_and_what_holds_values_is_named(
    value: object, shown: str
) -> None:
    """Text stands in quotes, as JSON writes the rest; what holds values is named."""
    assert quote(value) == shown


def test_the_limit_counts_characters_before_escapes() -> None:
    """The limit counts characters of what is shown, before escapes."""
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
    assert quote("abcdefg", 6) == '"abcde…"'
    assert quote(1234567, 6) == "12345…"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters()), st.integers(1, 70))
@example("\n" * 100, 3)
def test_a_clipped_line_is_short_and_hides_nothing(text: str, limit: int) -> None:
    """Whatever comes in, one short line comes out that hides nothing."""
    shown = clip(text, limit)
    assert len(shown) <= 10 * limit
    assert not {unicodedata.category(char) for char in shown} & UNSAFE
    if len(text) <= limit and not {unicodedata.category(c) for c in text} & UNSAFE:
        assert shown == text


@settings(max_examples=60, deadline=None)
@given(json_values())
def test_any_json_value(value: JsonValue) -> None:
    """Any value is shown on one short line."""
    shown = quote(value)
    assert 0 < len(shown) <= 10 * 60 + 2
    assert shown.splitlines() == [shown]
