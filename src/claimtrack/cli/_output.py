"""Write output: escaped, in any encoding, with an error if it cannot be written."""

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
"""Sign used in output → its replacement in ASCII. None is a question mark, which
marks unnamed sources."""

_ERRORS: Final = "claimtrack"
"""Name of the error handler for characters that an encoding lacks."""

_UTF_8: Final = "utf-8"


class _UnwritableError(click.ClickException):
    """Output that cannot be written: reported in one line, with exit status 2."""

    exit_code = 2

    @classmethod
    def of(cls, name: str, error: OSError) -> _UnwritableError:
        """Return the error for standard output or standard error."""
        reason = (error.strerror or "it does not accept output").lower()
        return cls(f"cannot write standard {name}: {reason}")


class _Said(click.ClickException):
    """An exception of a command in the form that is printed on standard error."""

    exit_code = 2

    def __init__(self, error: click.ClickException) -> None:
        """Take over the message and the exit status of another exception."""
        super().__init__(error.message)
        self._error = error
        self._color = asked_for()

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it escaped; if that fails, only the exit status shows the error."""
        lines = io.StringIO()
        self._error.show(lines)
        try:
            stream = file or sys.stderr
            _write(_laid_out(lines.getvalue(), stream, asked=self._color), stream)
        except OSError:
            _silence(sys.stderr)


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    """Return a replacement for unencodable characters, and where to continue."""
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

    In a terminal, lines are wrapped and coloured.

    Raises:
        click.ClickException: when it cannot be written; exit status 2.
    """
    stream = sys.stderr if err else sys.stdout
    _print(_laid_out(f"{text}\n", stream, asked=asked_for()), err=err)


def terminal_width() -> int | None:
    """Return the width of standard output in columns; None if it is not a terminal."""
    return width_of(sys.stdout)


def echo_utf_8(text: str) -> None:
    """Print text for programs in UTF-8, whatever the encoding of the terminal.

    It is printed unchanged, because each format has its own escapes.

    Raises:
        click.ClickException: when it cannot be written; exit status 2.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=_UTF_8, errors=_ERRORS)
    _print(text, err=False)


def _laid_out(text: str, stream: IO[Any], *, asked: bool | None) -> str:
    """Return text as a stream shows it: escaped, wrapped and coloured.

    Args:
        text: the text.
        stream: the stream to print to.
        asked: whether colour was requested; None if the terminal decides.
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
    """Write text that already has its colours."""
    # Given explicitly, because click would write UTF-8 to an ASCII terminal.
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
    """Formats help to fit the terminal, however long the option names are."""

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = 30,
        col_spacing: int = 2,
    ) -> None:
        """Write names with their meanings, on separate lines in a narrow terminal."""
        super().write_dl([*rows], min(col_max, self.width // 3), col_spacing)

    def getvalue(self) -> str:
        """Return the text written so far."""
        lines = super().getvalue().split("\n")
        return "\n".join(
            piece.prefix + line[piece.start : piece.end]
            for line in lines
            for piece in wrap(line, self.width)
        )


class _Context(click.Context):
    """Context of a command."""

    formatter_class = _Help


def dress(command: click.Command) -> None:
    """Add what all commands share: lines that fit, and the colour option."""
    command.context_class = _Context
    command.params.append(COLOR)


class Outermost(click.Group):
    """The main command, which decides how errors end it.

    Errors are printed on separate lines on standard error, escaped. If that fails, only
    the exit status shows them. Each subcommand accepts the colour option before or
    after its name.
    """

    context_class = _Context

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what each command does, as a whole sentence."""
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
        """Parse the options before the name of a command."""
        _prepare()
        extra.setdefault("terminal_width", terminal_width())
        with _said():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        with _said():
            return super().invoke(ctx)


def _prepare() -> None:
    """Make both streams print what they can, and fail if they are closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Closed at start: the replacement stream accepts no output either.
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
    """Convert exceptions of a command to messages that are safe to print.

    Raises:
        click.ClickException: if the command raises one, or its output cannot be
            written.
    """
    try:
        try:
            yield
        finally:
            _flush()
    except click.ClickException as error:
        raise _Said(error) from error


def _flush() -> None:
    """Write buffered output.

    Raises:
        click.ClickException: when it cannot be written.
    """
    for name, stream in (("output", sys.stdout), ("error", sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            _silence(stream)
            raise _UnwritableError.of(name, error) from error


def _silence(stream: object) -> None:
    """Discard output that could not be written, so that Python does not retry."""
    with contextlib.suppress(OSError):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
