"""Find the first significant byte of a stream without consuming the stream."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

from claimtrack.validation._stream import GZIP, Counted, is_compressed
from claimtrack.validation._terms import LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["first_sign"]

_CHUNK: Final = 32 * 1024
_IN_GZIP: Final = 16 + zlib.MAX_WBITS
_PASSED_OVER: Final = b" \t\r\n\v\f\xef\xbb\xbf"
"""White space, and the bytes of a byte order mark."""


def first_sign(
    raw: io.BufferedIOBase, *, limits: Limits = LIMITS
) -> tuple[bytes, io.BufferedIOBase]:
    """Return the first significant byte, and a stream that still holds everything.

    White space and a byte order mark are skipped. For compressed data, it is the first
    byte after decompression. The result is empty if the stream is blank or damaged, or
    if nothing else comes within the size limit of a dossier.

    Args:
        raw: a file or pipe. Do not read it afterwards; read the returned stream.
        limits: how far to read.

    Raises:
        OSError: when it cannot be read.

    >>> sign, stream = first_sign(io.BytesIO(b"  {}"))
    >>> sign, stream.read()
    (b'{', b'  {}')
    """
    start = raw.tell() if raw.seekable() else None
    taken: list[bytes] = []
    size, sign = 0, b""
    for piece in _unfolded(raw, taken, limits.dossier):
        size += len(piece)
        sign = piece.lstrip(_PASSED_OVER)[:1]
        if sign or size > limits.dossier:
            break
    if start is None:
        return sign, io.BufferedReader(Counted(b"".join(taken), raw))
    raw.seek(start)
    return sign, raw


def _unfolded(raw: io.BufferedIOBase, taken: list[bytes], most: int) -> Iterator[bytes]:
    """Yield the decompressed stream, and keep in `taken` the bytes read from it."""
    data = raw.read(len(GZIP))
    is_folded = is_compressed(data)
    unfold = zlib.decompressobj(_IN_GZIP)
    size = 0
    while data and size <= most:
        taken.append(data)
        size += len(data)
        if not is_folded:
            yield data
        while is_folded and data and not unfold.eof:
            try:
                yield unfold.decompress(data, _CHUNK)
            except zlib.error:
                return
            data = unfold.unconsumed_tail
        # Take what the pipe holds now: its writer may be waiting for an answer.
        data = raw.read1(_CHUNK)
    taken.append(data)
