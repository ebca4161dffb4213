"""What a terminal shows, at three widths and in colour, as somebody has looked at it.

After a change that is meant, write the files anew and look at them:
``python tests/unit/cli/test_terminal.py``. An escape character stands there as ␛.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.cli._line_breaks import columns_of

ROOT: Final = Path(__file__).resolve().parents[3]
FOLDER: Final = Path(__file__).with_name("terminal")
EXAMPLE: Final = "examples/us-air-cover.claims.json"

COMMANDS: Final = {
    "show": ("show", EXAMPLE, "c23"),
    "brief": ("show", "--brief", EXAMPLE),
    "impact": ("impact", "--retract", "ushakov", EXAMPLE),
    "check": ("check", "--select", "CT5", EXAMPLE),
    "drift": ("drift", EXAMPLE),
    "conflicts": ("conflicts", EXAMPLE),
    "explain": ("explain", "CT204"),
    "help": ("--help",),
}

WIDTHS: Final = (60, 80, 120)

CASES: Final = [
    (f"{name}-{width}{'-colour' * (color == 'always')}.txt", command, width, color)
    for name, command in COMMANDS.items()
    for width in WIDTHS
    for color in ("never", "always")
]


def is_seen(_: object) -> bool:
    """Return that a stream is a terminal."""
    return True


def on_terminal(width: int, *arguments: str, color: str = "never") -> str:
    """Return what the command prints onto a terminal of this width."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("COLUMNS", str(width))
        patch.setattr("click.testing._NamedTextIOWrapper.isatty", is_seen)
        result = CliRunner().invoke(
            main, ["--color", color, *arguments], color=True, prog_name="claimtrack"
        )
    return result.output


@pytest.mark.parametrize(("name", "command", "width", "color"), CASES)
def test_a_terminal_shows_what_somebody_has_looked_at(
    name: str, command: tuple[str, ...], width: int, color: str
) -> None:
    """To the letter."""
    shown = on_terminal(width, *command, color=color).replace("\x1b", "␛")
    assert shown == (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, *WIDTHS, 200])
@pytest.mark.parametrize("command", [*COMMANDS.values(), ("show", EXAMPLE)])
def test_no_line_is_longer_than_the_terminal(
    command: tuple[str, ...], width: int
) -> None:
    """Unless it is one word; and nothing of what a pipe gets is lost."""
    shown = on_terminal(width, *command)
    for line in shown.split("\n"):
        assert columns_of(line) <= width or len(line.split()) == 1
    if "--help" not in command and "--brief" not in command and "check" not in command:
        plain = CliRunner().invoke(main, command).output
        guides = str.maketrans("│", " ")
        assert shown.translate(guides).split() == plain.translate(guides).split()


@pytest.mark.parametrize("color", ["never", "always"])
@pytest.mark.parametrize("command", COMMANDS.values())
def test_colour_is_never_alone(command: tuple[str, ...], color: str) -> None:
    """Without it every line says the same."""
    shown = on_terminal(80, *command, color=color)
    assert ("\x1b" in shown) == (color == "always" and command != ("--help",))
    assert re.sub(r"\x1b\[\d+m", "", shown) == on_terminal(80, *command)


@pytest.mark.parametrize(
    ("arguments", "environment", "has_colour"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        (("--color", "never"), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "auto"), {"NO_COLOR": "1"}, False),
    ],
)
def test_who_asks_for_colour_gets_it(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    *,
    has_colour: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the option, before the command or behind it; then by NO_COLOR."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", is_seen)
    for order in ([*arguments, "explain", "CT204"], ["explain", *arguments, "CT204"]):
        shown = CliRunner().invoke(main, order, color=True).output
        assert ("\x1b" in shown) is has_colour


def test_a_pipe_gets_colour_where_it_is_asked_for() -> None:
    """As for a pager; and its lines stay whole."""
    plain = CliRunner().invoke(main, ["explain", "CT204"]).output
    shown = CliRunner().invoke(main, ["--color", "always", "explain", "CT204"]).output
    assert re.sub(r"\x1b\[\d+m", "", shown) == plain != shown


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, command, width, color in CASES:
        shown = on_terminal(width, *command, color=color).replace("\x1b", "␛")
        (FOLDER / name).write_text(shown, encoding="utf-8")
