"""The one writer of files: each is replaced as a whole, in one step, or left alone.

Whatever claimtrack writes to a disk goes through `write_file`. The module knows nothing
of what is written.
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

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COMPRESSED", "write_file"]

COMPRESSED: Final = ".gz"
"""What the name of a file ends in that is compressed with gzip."""

_LEFTOVER: Final = ".claimtrack-{}.tmp"
"""The name of a file that is still being written, or that a kill has left behind."""

_OTHERS: Final[dict[int, str]] = {
    stat.S_IFDIR: "it is a folder",
    stat.S_IFCHR: "it is a device",
    stat.S_IFBLK: "it is a device",
    stat.S_IFIFO: "it is a pipe",
    stat.S_IFSOCK: "it is a socket",
}
"""What is there and is not a file, and so is never replaced → what is said of it."""

_umask: Final = threading.Lock()
"""Held while the process's mask is looked at: to look at it is to set it."""


def write_file(path: Path, parts: Iterable[str | bytes]) -> None:
    r"""Write a file, its text in UTF-8, as a whole or not at all.

    The text goes to a temporary file in the same folder, ``.claimtrack-….tmp``, which
    only the owner can read, and which takes the place of the old file when all of it is
    on the disk. Mode, owner and group stay as they were, as far as that is allowed. A
    new file gets the mode that any other would. Where the path is a symbolic link, the
    file that it leads to is written. A name that ends in ``.gz`` is compressed, and the
    same text always gives the same bytes.

    Args:
        path: of the file.
        parts: its text, piece by piece, with ``\n`` at the ends of lines.

    Raises:
        OSError: where it cannot be written, or is a folder, a device, a pipe, a socket,
            a loop of links or read-only; what was there before is untouched.

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
            # Only now may others read it: a kill before this leaves nothing to them.
            with contextlib.suppress(PermissionError):
                _set_mode(file, target, mode)
    except BaseException:
        spare.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _is_compressed(path: Path) -> bool:
    return path.suffix.lower() == COMPRESSED


def _look_at(path: Path) -> os.stat_result | None:
    """Return what is known of the file that is to be replaced; None if there is none.

    Raises:
        OSError: for what must not be replaced.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    what = _OTHERS.get(stat.S_IFMT(found.st_mode))
    if what is not None:
        number = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
        raise OSError(number, what, str(path))
    # The administrator may write anything, so that the system would not object.
    if not found.st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", str(path))
    return found


def _create(spare: Path, path: Path) -> BinaryIO:
    """Return a new file that nobody else can read.

    Raises:
        OSError: where it cannot be made, with the path that the caller knows.
    """
    try:
        return open(  # only this one takes an opener
            spare, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)
        )
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write_parts(
    file: BinaryIO, parts: Iterable[str | bytes], *, is_compressed: bool
) -> None:
    """Write to an open file, and hand all of it to the system."""
    data = (each.encode() if isinstance(each, str) else each for each in parts)
    if is_compressed:
        # Without name and time, so that the same text gives the same bytes.
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
            io.BufferedWriter(packed) as waiting,
        ):
            waiting.writelines(data)
    else:
        file.writelines(data)
    file.flush()


def _hand_over(file: BinaryIO, before: os.stat_result | None) -> int:
    """Give a file the owner and the group of another, and return the mode to set."""
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
            # Another group may do no more than everybody.
            mode = (mode & ~stat.S_IRWXG) | (mode & stat.S_IRWXO) << 3
    return mode


def _mask() -> int:
    """Return what the process withholds from others when it makes a file."""
    with _umask:
        mask = os.umask(0o077)
        os.umask(mask)
    return mask


def _set_mode(file: BinaryIO, target: Path, mode: int) -> None:
    """Set the mode of a file, by its open end where the system can."""
    os.chmod(  # noqa: PTH101  # a path would do where the system can do no better
        file.fileno() if os.chmod in os.supports_fd else target, mode
    )


def _sync_folder(folder: Path) -> None:
    """Have a folder on the disk, too, where the system can.

    The file is written by now, so that nothing is refused for want of this.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
