"""Find records that are too large, and report them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from claimtrack.schema import JsonValue, Path, is_array, is_object
from claimtrack.validation._fault import Fault, is_dossier
from claimtrack.validation._stream import size_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.validation._gate import Admitted
    from claimtrack.validation._places import Layout

__all__ = ["are_small", "find_oversized", "is_longer", "large_fault"]

BYTES_OF_A_CHARACTER: Final = 4
"""Maximum number of bytes of one character in UTF-8."""

_TOGETHER: Final = 100
"""Records that are measured together: if the total is small enough, so is each."""

_WRITE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def find_oversized(admitted: Admitted, layout: Layout, limit: int) -> Iterator[Fault]:
    """Yield a fault for each record that is too large, if any can be.

    Args:
        admitted: the value that passed the gate.
        layout: how it is written.
        limit: maximum number of bytes of a record.
    """
    root = admitted.value
    # The lines of a sequence are measured as they are read.
    if layout.form != "whole" or not is_object(root):
        return
    text = layout.raw
    if text is None:
        # A value that does not pass the gate may expand to any size.
        if not admitted.faults:
            yield from _find_large_records(root, limit)
    elif is_longer(text, limit) and not are_small(root, limit):
        if is_dossier(root):
            yield from _find_large_records(root, limit)
        else:
            yield large_fault((), limit)


def are_small(root: dict[str, JsonValue], limit: int) -> bool:
    """Return whether head and records are known to be small, measured with `orjson`.

    Only measures if `orjson` is already imported. It may write numbers with fewer
    characters than the input, but not with fewer than half as many.

    >>> are_small({"records": "none"}, 100)
    False
    """
    if "orjson" not in sys.modules or not is_array(records := root.get("records")):
        return False
    import orjson  # noqa: PLC0415

    groups = (records[n : n + _TOGETHER] for n in range(0, len(records), _TOGETHER))
    try:
        written = map(orjson.dumps, ({**root, "records": None}, *groups))
        return all(2 * len(each) <= limit for each in written)
    except TypeError:
        # The value contains an integer that orjson cannot write.
        return False


def is_longer(text: str | bytes, limit: int) -> bool:
    """Return whether a text is longer than `limit` bytes in UTF-8.

    >>> is_longer("ж", 1), is_longer("ж", 2)
    (True, False)
    """
    if len(text) <= limit // BYTES_OF_A_CHARACTER:
        return False
    if isinstance(text, bytes) or text.isascii():
        return len(text) > limit
    return len(text) > limit or len(text.encode("utf-8", "surrogatepass")) > limit


def _find_large_records(root: dict[str, JsonValue], limit: int) -> Iterator[Fault]:
    """Yield a fault for each record of a dossier, and for its head, that is too large.

    The size is that of its JSON in UTF-8 without white space, so that it does not
    depend on the layout.

    Args:
        root: a dossier.
        limit: maximum number of bytes of a record.
    """
    head = {key: each for key, each in root.items() if key != "records"}
    if _size(head) > limit:
        yield large_fault((), limit)
    listed: JsonValue = root.get("records")
    records = listed if is_array(listed) else []
    for start in range(0, len(records), _TOGETHER):
        together = records[start : start + _TOGETHER]
        if _size(together) > limit:
            for index, record in enumerate(together, start):
                if _size(record) > limit:
                    yield large_fault(("records", index), limit)


def large_fault(path: Path, limit: int) -> Fault:
    """Return the fault for a record, or for a whole text, that is too large."""
    return Fault(
        path=path,
        code="CT007",
        message=f"the record is longer than {size_in_words(limit)}",
        # For a whole text, the place where it begins is not searched for.
        spot=None if path else slice(0, 1),
    )


def _size(value: JsonValue) -> int:
    return len(_WRITE(value).encode("utf-8", "surrogatepass"))
