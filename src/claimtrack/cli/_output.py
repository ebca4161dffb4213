"""How the command writes: escaped, in any encoding, and said where it cannot."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from typing import IO, TYPE_CHECKING, Any, Final

import click

from claimtrack.cli._colour import COLOR, asked_for, is_coloured, paint
from claimtrack.cli._line_breaks import Piece, columns_of, width_of, wrap
from claimtrack.cli._progress import clear_progress
from claimtrack.cli.commands import SUMMARIES

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

__all__ = ["Outermost", "dress", "echo", "echo_utf_8", "terminal_width"]

_SIGNS: Final = {
    "…": "...",
    "·": "-",
    "◆": "*",
    "├": "|",
    "└": "`",
    "│": "|",
    "─": "-",
    "“": '"',
    "”": '"',
    "→": "->",
}
"""Sign of ours → what stands for it in ASCII: none is a question mark, which begins
what is unnamed."""

_ERRORS: Final = "claimtrack"
"""The name of what encodings do with a character that they lack."""

_UTF_8: Final = "utf-8"


class _UnwritableError(click.ClickException):
    """Output that cannot be written: said in a line, exit status 2."""

    exit_code = 2

    @classmethod
    def of(cls, name: str, error: OSError) -> _UnwritableError:
        """Return what is said of standard output, or of standard error."""
        reason = (error.strerror or "it does not accept output").lower()
        return cls(f"cannot write standard {name}: {reason}")


class _Said(click.ClickException):
    """What a command raised, as it is said on standard error."""

    exit_code = 2

    def __init__(self, error: click.ClickException) -> None:
        """Take the message of another exception, which has the same status."""
        super().__init__(error.message)
        self._error = error
        self._color = asked_for()

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it escaped; where it cannot be printed, the exit status says it."""
        lines = io.StringIO()
        self._error.show(lines)
        try:
            stream = file or sys.stderr
            _write(_laid_out(lines.getvalue(), stream, asked=self._color), stream)
        except OSError:
            _silence(sys.stderr)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for characters that an encoding lacks, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    shown = (
        _SIGNS.get(char) or char.encode("ascii", "backslashreplace").decode()
        for char in lacking
    )
    return "".join(shown), error.end


codecs.register_error(_ERRORS, _in_ascii)


def echo(text: str = "", *, err: bool = False) -> None:
    """Print text for people, escaped, and a line feed.

    In a terminal its lines are broken so that they fit, and have colours.

    Raises:
        click.ClickException: where it cannot be written; exit status 2.
    """
    stream = sys.stderr if err else sys.stdout
    _print(_laid_out(f"{text}\n", stream, asked=asked_for()), err=err)


def terminal_width() -> int | None:
    """Return how many columns standard output has; None where it is no terminal."""
    return width_of(sys.stdout)


def echo_utf_8(text: str) -> None:
    """Print text in UTF-8, whatever the terminal speaks: a program reads it.

    It is printed as it is: each format has escapes of its own.

    Raises:
        click.ClickException: where it cannot be written; exit status 2.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=_UTF_8, errors=_ERRORS)
    _print(text, err=False)


def _laid_out(text: str, stream: IO[Any], *, asked: bool | None) -> str:
    """Return text as a stream shows it: escaped, in lines that fit, with colours.

    Args:
        text: the text.
        stream: where it is printed.
        asked: whether colour was asked for; None where the terminal decides.
    """
    # The version and the help are written without it.
    from claimtrack.findings import escape  # noqa: PLC0415

    lines = [escape(each) for each in text.split("\n")]
    width, has_colour = width_of(stream), is_coloured(stream, asked=asked)
    if width is None and not has_colour:
        return "\n".join(lines)

    def columns(part: str) -> int:
        encoding = getattr(stream, "encoding", None) or _UTF_8
        return columns_of(part.encode(encoding, _ERRORS).decode(encoding))

    shown: list[str] = []
    for line in lines:
        pieces = [Piece("", 0, len(line))]
        if width is not None:
            pieces = [*wrap(line, width, columns)]
        if has_colour:
            shown += paint(line, pieces)
        else:
            shown += (each.prefix + line[each.start : each.end] for each in pieces)
    return "\n".join(shown)


def _write(text: str, stream: IO[Any]) -> None:
    """Write text that has the colours it is to have."""
    # Named, because click by itself would write UTF-8 to a terminal of ASCII.
    click.echo(text, file=stream, nl=False, color=True)


def _print(text: str, *, err: bool) -> None:
    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        clear_progress()
    try:
        _write(text, stream)
    except OSError as error:
        raise _UnwritableError.of("error" if err else "output", error) from error


class _Help(click.HelpFormatter):
    """Writes help that fits the terminal, however long the names of options are."""

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = 30,
        col_spacing: int = 2,
    ) -> None:
        """Write names with what they mean; in a narrow terminal below each other."""
        super().write_dl([*rows], min(col_max, self.width // 3), col_spacing)

    def getvalue(self) -> str:
        """Return what was written."""
        lines = super().getvalue().split("\n")
        return "\n".join(
            piece.prefix + line[piece.start : piece.end]
            for line in lines
            for piece in wrap(line, self.width)
        )


class _Context(click.Context):
    """What a command runs in."""

    formatter_class = _Help


def dress(command: click.Command) -> None:
    """Give a command what all have: lines that fit, and the option for colour."""
    command.context_class = _Context
    command.params.append(COLOR)


class Outermost(click.Group):
    """The command as a whole: how it ends when it cannot go on.

    What is wrong is said in lines of their own on standard error, escaped. Where that
    cannot be written, the exit status says it alone. Each command has the option for
    colour, before its name or behind it.
    """

    context_class = _Context

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what each command does, in a whole sentence."""
        rows = [
            (name, SUMMARIES.get(name) or self.commands[name].get_short_help_str())
            for name in self.list_commands(ctx)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401  # as click has it
    ) -> click.Context:
        """Read the options before the name of a command."""
        _prepare()
        extra.setdefault("terminal_width", terminal_width())
        with _said():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        with _said():
            return super().invoke(ctx)


def _prepare() -> None:
    """Have both streams show what they can, and fail where they are closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed before the start: what stands for it takes nothing either.
            source, sink = os.pipe()
            os.close(source)
            stream = open(  # noqa: SIM115  # for as long as the command runs
                sink, "w", encoding=_UTF_8, closefd=False
            )
            setattr(sys, name, stream)
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)


@contextlib.contextmanager
def _said() -> Generator[None]:
    """Have what a command raises said so that it does no harm.

    Raises:
        click.ClickException: where it raises one, or its output cannot be written.
    """
    try:
        try:
            yield
        finally:
            _flush()
    except click.ClickException as error:
        raise _Said(error) from error


def _flush() -> None:
    """Write what is still waiting to be written.

    Raises:
        click.ClickException: where it cannot be.
    """
    for name, stream in (("output", sys.stdout), ("error", sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            _silence(stream)
            raise _UnwritableError.of(name, error) from error


def _silence(stream: object) -> None:
    """Let what could not be written go, or Python tries it once more at its end."""
    with contextlib.suppress(OSError):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
