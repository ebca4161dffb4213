"""The first sign of a stream, found without losing anything of the stream."""

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
"""Blanks, and the bytes of a byte order mark."""


def first_sign(
    raw: io.BufferedIOBase, *, limits: Limits = LIMITS
) -> tuple[bytes, io.BufferedIOBase]:
    """Return the first byte that is neither blank nor a mark, and the whole stream.

    Of what is compressed, it is the first byte that it unfolds to. There is none in a
    stream of blanks, in one that is damaged, and beyond the size of a dossier.

    Args:
        raw: a file or pipe. It is not to be read any more; what comes back is.
        limits: how far is read.

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
    """Yield what a stream holds, unfolded, and keep in `taken` what was read of it."""
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
        # What a pipe has now is enough; who writes into it may wait for an answer.
        data = raw.read1(_CHUNK)
    taken.append(data)
