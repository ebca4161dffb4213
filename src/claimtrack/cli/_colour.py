"""Colour output. Colour highlights words, and never carries meaning by itself."""

from __future__ import annotations

import os
import re
from typing import IO, TYPE_CHECKING, Any, Final, TypeAlias

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimtrack.cli._line_breaks import Piece

__all__ = ["COLOR", "asked_for", "is_coloured", "paint"]

_CHOICES: Final[Mapping[str, bool | None]] = {
    "auto": None,
    "always": True,
    "never": False,
}
"""Value of the option → whether to use colour; None if the terminal decides."""

_Style: TypeAlias = dict[str, Any]

_STRONG: Final[_Style] = {"bold": True}
_FAINT: Final[_Style] = {"dim": True}
_BAD: Final[_Style] = {"fg": "red", "bold": True}
_DOUBTFUL: Final[_Style] = {"fg": "yellow", "bold": True}
_GOOD: Final[_Style] = {"fg": "green", "bold": True}
_NEUTRAL: Final[_Style] = {"fg": "cyan"}
_HINGE: Final[_Style] = {"fg": "magenta", "bold": True}

_ENDS: Final = (
    "open|stated|unnamed|witnessed|document|circular|opposes|uncommitted|goes on"
)
"""Beginnings of the text in square brackets where the voices of a chain stop."""

_PLACE: Final = r"(?:.{1,400}?:\d+:\d+: |.{1,400}?: )?"
"""What may come before a finding on its line."""

_MARKS: Final[tuple[tuple[re.Pattern[str], _Style], ...]] = tuple(
    (re.compile(pattern), style)
    for pattern, style in [
        (r"^ *(?:│ +)*(?:│|[├└]─) ", _FAINT),
        (r"^ *\| *\^+(?= {3})", _BAD),
        (r"^ *\d* \|", _FAINT),
        (r"^ {4}[a-z][a-z ]{0,15}?(?= {2,}\S)", _FAINT),
        (r"^\S+(?=  \S)", _STRONG),
        (r"^[A-Z][a-z]+:(?= )", _STRONG),
        (r"^ {6,}left:(?= )", _GOOD),
        (r"^ {6,}fix:(?= )", _GOOD),
        (r"^ {6,}lost:(?= )", _BAD),
        (r"◆ (?:bottleneck|single point)", _HINGE),
        (rf"\[(?:{_ENDS})(?:: [^\]]*)?\]", _NEUTRAL),
        (r"^FALLS(?= \()", _BAD),
        (r"^WEAKENED(?= \()", _DOUBTFUL),
        (r"^STANDS(?= \()", _GOOD),
        (r"^UNSUPPORTED(?= \()", _FAINT),
        (rf"^{_PLACE}(error [A-Z]{{2,}}\d+)", _BAD),
        (rf"^{_PLACE}(warning [A-Z]{{2,}}\d+)", _DOUBTFUL),
        (rf"^{_PLACE}(info [A-Z]{{2,}}\d+)", _NEUTRAL),
        (r"^Error:", _BAD),
    ]
)
"""Pattern to highlight, or its group → style. The last match counts."""


def _choose(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.color = _CHOICES[value]


COLOR: Final = click.Option(
    ["--color"],
    type=click.Choice([*_CHOICES]),
    expose_value=False,
    is_eager=True,
    callback=_choose,
    help="When to use colour: auto uses it in a terminal, unless NO_COLOR is set.",
)
"""The colour option of the main command and of each subcommand."""


def asked_for() -> bool | None:
    """Return whether colour was requested; None if the terminal decides."""
    context = click.get_current_context(silent=True)
    return None if context is None else context.color


def is_coloured(stream: IO[Any], *, asked: bool | None) -> bool:
    """Return whether a stream gets colour.

    Args:
        stream: the stream to print to.
        asked: the result of `asked_for`.
    """
    if asked is not None:
        return asked
    return stream.isatty() and not os.environ.get("NO_COLOR")


def paint(line: str, pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the pieces of a line with their colours.

    Args:
        line: the line.
        pieces: the parts to show, with their prefixes.
    """
    styles: list[_Style | None] = [None] * len(line)
    for pattern, style in _MARKS:
        for match in pattern.finditer(line):
            start, end = match.span(match.lastindex or 0)
            styles[start:end] = [style] * (end - start)
    for piece in pieces:
        prefix = piece.prefix
        yield (click.style(prefix, **_FAINT) if prefix.strip() else prefix) + "".join(
            text if style is None else click.style(text, **style)
            for text, style in _runs(line, piece, styles)
        )


def _runs(
    line: str, piece: Piece, styles: Sequence[_Style | None]
) -> Iterator[tuple[str, _Style | None]]:
    """Yield the parts of a piece that each have one style."""
    start = piece.start
    while start < piece.end:
        stop = start + 1
        while stop < piece.end and styles[stop] is styles[start]:
            stop += 1
        yield line[start:stop], styles[start]
        start = stop
