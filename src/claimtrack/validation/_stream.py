"""Read bytes from any source, decompress them if necessary, and limit their size.

A file, a pipe or a device may hold more than fits into memory, and a few bytes of gzip
may expand to more than fits on a disk. Everything is therefore limited while it is
read.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final, Protocol, cast

import attrs

from claimtrack.findings import Finding, Location
from claimtrack.validation._fault import authority
from claimtrack.validation._terms import MEBIBYTE, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

__all__ = [
    "BLANK",
    "GZIP",
    "Counted",
    "Stream",
    "UnreadableError",
    "is_compressed",
    "size_in_words",
    "too_long",
]

BLANK: Final = b" \t\r\n"
"""White space of JSON."""

GZIP: Final = b"\x1f\x8b"
"""First bytes of gzip data, which JSON never begins with."""

FREE: Final = 16 * MEBIBYTE
"""Bytes that compressed data may always expand to, however small it is."""

FREE_IN_LINES: Final = MEBIBYTE
"""The same limit for data read line by line, which takes longer."""

_CHUNK: Final = MEBIBYTE


class UnreadableError(Exception):
    """Stops reading: the rest is damaged, or exceeds a limit."""

    def __init__(self, code: str, message: str, fix: str = "") -> None:
        """Store the parts of the finding to report."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix

    def finding(self, file: str | None, line: int) -> Finding:
        """Return the finding, at the line that was being read."""
        here = Location(file=file, line=line, column=1, end=2)
        rule = authority(self.code)
        return Finding.of(
            self.code, self.message, fix=self.fix, location=here, rule=rule
        )


def is_compressed(data: bytes) -> bool:
    """Return whether data begins like gzip.

    Source: RFC 1952, section 2.3.1.
    """
    return data.startswith(GZIP)


def size_in_words(size: int) -> str:
    """Return a number of bytes in readable form.

    >>> size_in_words(2**20), size_in_words(1000)
    ('1 MiB', '1,000 bytes')
    """
    whole, rest = divmod(size, MEBIBYTE)
    return f"{size:,} bytes" if rest or not whole else f"{whole:,} MiB"


def too_long(what: str, limit: int) -> UnreadableError:
    """Return the error for something that exceeds a limit of bytes."""
    return UnreadableError(
        "CT007", f"{what} is longer than {size_in_words(limit)}; the rest was not read"
    )


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...
    def read1(self, size: int, /) -> bytes: ...
    def readline(self, size: int, /) -> bytes: ...
    def peek(self, size: int, /) -> bytes: ...


class _Read(Protocol):
    def __call__(self, size: int, /) -> bytes: ...


class Counted(io.RawIOBase):
    """A stream of bytes already read and bytes to come, which counts its bytes."""

    def __init__(self, first: bytes, rest: io.BufferedIOBase) -> None:
        super().__init__()
        self._first = first
        self._rest = rest
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        # Take what the pipe holds now: its writer may be waiting for an answer.
        data = self._first[: len(view)] or self._rest.read1(len(view))
        self._first = self._first[len(view) :]
        view[: len(data)] = data
        self.taken += len(data)
        return len(data)


def _goes_back(raw: io.BufferedIOBase) -> bool:
    """Return whether this is a buffered file that can be rewound."""
    return isinstance(raw, io.BufferedReader) and raw.seekable()


@attrs.define
class Stream:
    """A stream of bytes within its limits.

    Attributes:
        limits: how much of it may be read.
        plain: the bytes, decompressed.
        folded: the compressed source, if there is one.
        line: the number of the next line that `lines` reads, from 1.
    """

    limits: Limits
    plain: _Readable
    folded: Counted | None = None
    line: int = 1
    _unfolded: int = 0
    _free: int = FREE

    @classmethod
    def of(cls, raw: io.BufferedIOBase, limits: Limits) -> Stream:
        """Return the stream of a file, a pipe or bytes in memory."""
        first = raw.read(len(GZIP))
        is_plain = not is_compressed(first)
        if is_plain and _goes_back(raw):
            # A file needs no second buffer, because unlike a pipe it can be rewound.
            raw.seek(-len(first), io.SEEK_CUR)
            return cls(limits, cast("_Readable", raw))
        source = Counted(first, raw)
        buffered = io.BufferedReader(source)
        if is_plain:
            return cls(limits, buffered)
        import gzip  # noqa: PLC0415  # few files are compressed

        return cls(limits, gzip.GzipFile(fileobj=buffered), source)

    def first_line(self, most: int) -> bytes:
        """Return the first line with preceding blank lines, or the first `most` bytes.

        Raises:
            UnreadableError: if it is damaged or exceeds a limit.
            OSError: when it cannot be read.
        """
        parts: list[bytes] = []
        while most > 0:
            line = self._take(self.plain.readline, most)
            parts.append(line)
            most -= len(line)
            if not line or line.strip(BLANK):
                break
        return b"".join(parts)

    def whole(self, before: bytes) -> bytes:
        """Return the bytes read before and all the rest.

        Raises:
            UnreadableError: if it is damaged or exceeds a limit.
            OSError: when it cannot be read.
        """
        parts = [before]
        size = len(before)
        while more := self._take(self.plain.read, _CHUNK):
            parts.append(more)
            size += len(more)
            if size > self.limits.dossier:
                raise too_long("the text", self.limits.dossier)
        return b"".join(parts)

    def lines(self, before: bytes) -> Iterator[bytes]:
        """Yield the lines, beginning with the bytes read before.

        Blank lines are yielded together with the next line, so that many of them cost
        little. If a line is longer than a record may be, only its beginning is yielded,
        which is too long as well, and the rest is skipped.

        Raises:
            UnreadableError: if it is damaged or exceeds a limit.
            OSError: when it cannot be read.
        """
        most = self.limits.record + len(b"\r\n")
        self._free = FREE_IN_LINES
        blank = len(before) - len(before.lstrip(BLANK))
        if above := before[: before.rfind(b"\n", 0, blank) + 1]:
            self.line += above.count(b"\n")
            yield above
            before = before[len(above) :]
        while line := before or self._take(self.plain.readline, most):
            before = b""
            if not line.endswith(b"\n"):
                line += self._take(self.plain.readline, max(most - len(line), 0))
                self._pass_over(line)
            elif not line.strip(BLANK):
                line += self._blank_lines()
            self.line += line.count(b"\n") or 1
            yield line

    def line_chunks(self, before: bytes, size: int) -> Iterator[bytes]:
        """Yield the same lines as `lines`, many at a time.

        Args:
            before: the bytes read before.
            size: approximate number of bytes to yield at a time.

        Raises:
            UnreadableError: if it is damaged or exceeds a limit; all lines before that
                are still yielded.
            OSError: when it cannot be read.
        """
        if self.folded is None:
            yield from self._plain_chunks(before, size)
            return
        chunk: list[bytes] = []
        length = 0
        try:
            for line in self.lines(before):
                chunk.append(line)
                length += len(line)
                # A truncated line has no line end, but is a line all the same.
                if length >= size or not line.endswith(b"\n"):
                    yield b"".join(chunk)
                    chunk, length = [], 0
        except UnreadableError:
            if chunk:
                yield b"".join(chunk)
            raise
        if chunk:
            yield b"".join(chunk)

    def _plain_chunks(self, rest: bytes, size: int) -> Iterator[bytes]:
        """Yield the lines of uncompressed data as they come."""
        most = self.limits.record + len(b"\r\n")
        while data := self.plain.read1(size):
            rest += data
            if end := rest.rfind(b"\n") + 1:
                yield from self._within_limits(rest[:end], most)
                rest = rest[end:]
            if len(rest) > most:
                if len(rest) > self.limits.dossier:
                    raise too_long("the line", self.limits.dossier)
                self._pass_over(rest)
                yield rest[:most]
                rest = b""
        if rest:
            yield rest

    def _within_limits(self, data: bytes, most: int) -> Iterator[bytes]:
        """Yield whole lines; only the beginning if a line is too long."""
        if len(data) <= most:
            yield data
            return
        for line in data.removesuffix(b"\n").split(b"\n"):
            if len(line) >= max(most, self.limits.dossier):
                raise too_long("the line", self.limits.dossier)
            yield (line + b"\n")[:most]

    def _blank_lines(self) -> bytes:
        """Read the blank lines that follow, as far as they are already decompressed."""
        ahead = self.plain.peek(_CHUNK)
        blank = len(ahead) - len(ahead.lstrip(BLANK))
        return self._take(self.plain.read, ahead.rfind(b"\n", 0, blank) + 1)

    def chunks(self, before: bytes, *, is_listed: bool) -> Iterator[bytes]:
        """Yield the bytes as they come, as far as `whole` or `lines` would read.

        Args:
            before: the bytes read before.
            is_listed: whether the data is read line by line.

        Raises:
            UnreadableError: if it is damaged or expands beyond a limit.
            OSError: when it cannot be read.
        """
        if is_listed:
            self._free = FREE_IN_LINES
        size, chunk = 0, before
        while chunk and size <= self.limits.dossier:
            yield chunk
            end = chunk.rfind(b"\n") if is_listed else -1
            size = len(chunk) + (size if end < 0 else -end - 1)
            chunk = self._take(self.plain.read, _CHUNK)

    def _pass_over(self, line: bytes) -> None:
        """Skip the rest of a line that has been read up to here."""
        size = len(line)
        while not line.endswith(b"\n"):
            line = self._take(self.plain.readline, _CHUNK)
            if not line:
                return
            size += len(line)
            if size > self.limits.dossier:
                raise too_long("the line", self.limits.dossier)

    def _take(self, read: _Read, most: int) -> bytes:
        if self.folded is None:
            return read(most)
        import gzip  # noqa: PLC0415

        try:
            data = read(most)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            message = "the compressed data is damaged or cut off"
            fix = "Compress the file again; it may have been cut off in transfer."
            raise UnreadableError("CT002", message, fix) from error
        self._unfolded += len(data)
        times = self.limits.unfolding
        if self._unfolded > max(self._free, times * self.folded.taken):
            message = f"the compressed data expands to more than {times} times its size"
            raise UnreadableError("CT007", message)
        return data
