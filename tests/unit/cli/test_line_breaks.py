"""Lines fit the terminal: broken between words, and in a pipe not at all."""

from __future__ import annotations

import io
import itertools
import os
import re
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from claimtrack.cli import main
from claimtrack.cli._line_breaks import columns_of, width_of, wrap
from claimtrack.lint import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS: Final = st.one_of(
    st.sampled_from(["◆ bottleneck", "│", "├─", "└─", "|", "why", "c1", "^^^", "why:"]),
    st.text("ab-/東é\u0301漢", min_size=1, max_size=70),
)

BLANKS: Final = st.sampled_from([" ", "  ", "   "])


def joined(lead: str, rest: list[tuple[str, str]]) -> str:
    """Return a line of words, each with the blanks behind it."""
    return lead + "".join(map("".join, rest))


LINES: Final = st.builds(
    joined,
    st.one_of(
        st.sampled_from(["", "    ", "  12 | ", "     |    ^^^   ", " " * 60]),
        st.integers(0, 60).map(lambda n: "    " + "│  " * n + "├─ "),
    ),
    st.lists(st.tuples(WORDS, BLANKS), max_size=30),
)

WIDTHS: Final = st.integers(40, 200)


def wrapped(line: str, width: int) -> list[str]:
    """Return the lines that a line becomes."""
    return [each.prefix + line[each.start : each.end] for each in wrap(line, width)]


def parts(lines: list[str]) -> list[str]:
    """Return words without what only leads the eye."""
    return [
        each for each in " ".join(lines).split() if each not in {"│", "├─", "└─", "|"}
    ]


@given(LINES, WIDTHS)
@example("    " + "│  " * 60 + "├─ " + "word " * 9, 40)
@example(f"    └─ {'a' * 70} b", 40)
@example(f"  12 | {'漢' * 30} b", 40)
def test_every_line_fits_unless_it_is_one_word(line: str, width: int) -> None:
    """And what is one word stands there by itself, from the first column."""
    for each in wrapped(line, width):
        assert columns_of(each.rstrip()) <= width or re.fullmatch(r"\S+", each)


@given(LINES, WIDTHS)
def test_no_word_is_lost_broken_or_moved(line: str, width: int) -> None:
    """Whatever the line looks like."""
    assert parts(wrapped(line, width)) == parts([line])


@given(LINES, WIDTHS)
def test_no_line_is_broken_that_need_not_be(line: str, width: int) -> None:
    """What fits stays as it is; a word goes down only where it does not fit."""
    lines = wrapped(line, width)
    if columns_of(line) <= width:
        assert lines == [line]
    if parts([line]) != line.split():
        return
    for one, other in itertools.pairwise(lines):
        (word,) = re.findall(r"◆ single point|◆ \S+|\S+", other)[:1]
        assert columns_of(f"{one.rstrip()}   {word}") > width


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "c23  Their own forces and allied training are enough to deter Russia.",
            [
                "c23  Their own forces and allied",
                "     training are enough to deter",
                "     Russia.",
            ],
        ),
        (
            "    │  ├─ United States  “has announced its refusal”, CT+  ◆ single point",
            [
                "    │  ├─ United States  “has announced",
                "    │  │    its refusal”, CT+",
                "    │  │    ◆ single point",
            ],
        ),
        (
            "   25 |       ^^^^   Cite whom the outlet cites, or record how it knows.",
            [
                "   25 |       ^^^^   Cite whom the",
                "      |    outlet cites, or record how",
                "      |    it knows.",
            ],
        ),
        (
            "file.json:25:13: error CT102  chains stop there, and it does not say why",
            [
                "file.json:25:13: error CT102  chains",
                "    stop there, and it does not say why",
            ],
        ),
        (
            "See https://example.org/a/very/long/address?that=nobody&may=break now.",
            [
                "See",
                "https://example.org/a/very/long/address?that=nobody&may=break",
                "    now.",
            ],
        ),
    ],
)
def test_what_goes_on_stands_below_what_it_goes_on_with(
    line: str, expected: list[str]
) -> None:
    """Below the text of a claim, of a tree, of a source line, of a finding."""
    assert wrapped(line, 40) == expected


class Terminal(io.StringIO):
    """A terminal without a file behind it."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


@pytest.mark.parametrize(
    ("given_width", "expected"),
    [("80", 80), ("12", 40), ("999", 200), ("", 80), ("0", 80), ("-5", 80), ("x", 80)],
)
def test_columns_has_the_last_word(
    given_width: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between 40 and 200; what is no number says nothing."""
    monkeypatch.setenv("COLUMNS", given_width)
    assert width_of(Terminal()) == expected
    assert width_of(io.StringIO()) is None


def test_without_columns_the_terminal_says_how_wide_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when its window is drawn wider."""
    monkeypatch.delenv("COLUMNS", raising=False)

    def size(_: int) -> os.terminal_size:
        return os.terminal_size((123, 40))

    def one(_: object) -> int:
        return 1

    monkeypatch.setattr(os, "get_terminal_size", size)
    monkeypatch.setattr(Terminal, "fileno", one, raising=False)
    assert width_of(Terminal()) == 123


def is_seen(_: object) -> bool:
    """Return that a stream is a terminal."""
    return True


def on_terminal(width: int, *arguments: str, color: str = "never") -> str:
    """Return what the command prints onto a terminal of this width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        patch.setattr("click.testing._NamedTextIOWrapper.isatty", is_seen)
        result = CliRunner().invoke(main, ["--color", color, *arguments], color=True)
    return result.output


def too_long(shown: str, width: int) -> Iterator[str]:
    """Yield lines that are longer than the terminal and more than a word."""
    for line in shown.split("\n"):
        if columns_of(line) > width and len(line.split()) > 1:
            yield line


ADDRESS: Final = re.compile(r"https?://\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+/?\S*")


@pytest.mark.parametrize("code", RULES.codes())
def test_no_explanation_breaks_an_address(code: str) -> None:
    """At any width; and in a pipe no line is broken."""
    plain = CliRunner().invoke(main, ["explain", code]).output
    for width in (40, 60, 80, 120):
        shown = on_terminal(width, "explain", code)
        assert not [*too_long(shown, width)]
        assert shown.split() == plain.split()
        assert ADDRESS.findall(shown) == ADDRESS.findall(plain)
