"""Write files: each one is replaced as a whole, in one step, or stays as it was.

Everything that claimtrack writes to a disk goes through `write_file`. This module does
not know what the files contain.
"""

from __future__ import annotations

import contextlib
import errno
import gzip
import io
import os
import secrets
import stat
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from claimtrack._file_names import look_at, name_error, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COMPRESSED", "write_file"]

COMPRESSED: Final = ".gz"
"""The ending of the name of a file that is compressed with gzip."""

_LEFTOVER: Final = ".claimtrack-{}.tmp"
"""The name of a file that is still being written, or was left by a killed process."""

_OTHERS: Final[dict[int, str]] = {
    stat.S_IFDIR: "it is a folder",
    stat.S_IFCHR: "it is a device",
    stat.S_IFBLK: "it is a device",
    stat.S_IFIFO: "it is a pipe",
    stat.S_IFSOCK: "it is a socket",
}
"""What exists but is not a file, and so is never replaced → what messages say of it."""

_umask: Final = threading.Lock()
"""Held while the umask of the process is read, because reading it means setting it."""


def write_file(path: Path, parts: Iterable[str | bytes]) -> None:
    r"""Write a text file in UTF-8, as a whole or not at all.

    The text is written to a temporary file in the same folder, ``.claimtrack-….tmp``,
    which only the owner can read. When all of it is on the disk, it replaces the old
    file. Mode, owner and group are kept, as far as that is allowed. A new file gets the
    usual mode of new files. If the path is a symbolic link, the file that it points to
    is written. If the name ends in ``.gz``, the file is compressed, and the same text
    always gives the same bytes.

    Args:
        path: the path of the file.
        parts: its text, piece by piece, with ``\n`` at the ends of lines.

    Raises:
        OSError: if the file cannot be written, or is a folder, a device, a pipe, a
            socket, a loop of links or read-only; the old file is then untouched.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_file(Path(folder, "x.txt"), ["Who says ", "what.\n"])
    ...     Path(folder, "x.txt").read_text()
    'Who says what.\n'
    """
    before = _look_at(path)
    target = Path(os.path.realpath(path))
    spare = target.with_name(_LEFTOVER.format(secrets.token_hex(8)))
    try:
        with _create(spare, path) as file:
            _write_parts(file, parts, is_compressed=_is_compressed(path))
            os.fsync(file.fileno())
            mode = _hand_over(file, before)
            spare.replace(target)
            # Others may only read it from now on, so a kill before this leaks nothing.
            with contextlib.suppress(PermissionError):
                _set_mode(file, target, mode)
    except BaseException:
        spare.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _is_compressed(path: Path) -> bool:
    return path.suffix.lower() == COMPRESSED


def _look_at(path: Path) -> os.stat_result | None:
    """Return the status of the file that will be replaced; None if there is none.

    Raises:
        OSError: if there is something that must not be replaced.
    """
    found = look_at(path)
    if found is None:
        return None
    what = _OTHERS.get(stat.S_IFMT(found.st_mode))
    if what is not None:
        number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
        raise OSError(number, what, shorten(str(path)))
    # The system would not object for the administrator, who may write anything.
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", shorten(str(path)))
    return found


def _create(spare: Path, path: Path) -> BinaryIO:
    """Return a new, open file that nobody else can read.

    Raises:
        OSError: if it cannot be created; the error names the path that the caller gave.
    """
    try:
        return open(  # only this one takes an opener
            spare, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)
        )
    except OSError as error:
        named = OSError(error.errno, error.strerror, str(path))
        refusal = name_error(path, named)
    raise refusal


def _write_parts(
    file: BinaryIO, parts: Iterable[str | bytes], *, is_compressed: bool
) -> None:
    """Write to an open file, and make the system write all of it to the disk."""
    data = (each.encode() if isinstance(each, str) else each for each in parts)
    if is_compressed:
        # Leave out name and time, so that the same text gives the same bytes.
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
            io.BufferedWriter(packed) as waiting,
        ):
            waiting.writelines(data)
    else:
        file.writelines(data)
    file.flush()


def _hand_over(file: BinaryIO, before: os.stat_result | None) -> int:
    """Give a file the owner and group of the old one, and return the mode to set."""
    if before is None:
        return 0o666 & ~_mask()
    made = os.fstat(file.fileno())
    mode = stat.S_IMODE(before.st_mode)
    if made.st_uid != before.st_uid:
        with contextlib.suppress(PermissionError):
            os.fchown(file.fileno(), before.st_uid, -1)
    if made.st_gid != before.st_gid:
        try:
            os.fchown(file.fileno(), -1, before.st_gid)
        except PermissionError:
            # If the group differs, it gets no more rights than everybody has.
            mode = (mode & ~stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    return mode


def _mask() -> int:
    """Return the umask: the rights that new files of this process do not give."""
    with _umask:
        mask = os.umask(0o077)
        os.umask(mask)
    return mask


def _set_mode(file: BinaryIO, target: Path, mode: int) -> None:
    """Set the mode of a file, through its open descriptor if the system can."""
    os.chmod(  # noqa: PTH101  # a path would do where the system can do no better
        file.fileno() if os.chmod in os.supports_fd else target, mode
    )


def _sync_folder(folder: Path) -> None:
    """Write a folder to the disk as well, if the system can.

    The file has been written by now, so a failure here is not an error.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
