"""JSON on one line for sequences: the same bytes with and without `orjson`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.schema import JsonValue

__all__ = ["WITH_FRACTIONS", "line_encoder"]

WITH_FRACTIONS: Final = frozenset({"confidence", "ext", "quantity", "rating", "score"})
"""Fields of records with numbers that `orjson` may write in another form; in links,
candidates may have such numbers."""

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def line_encoder(*, has_known_fields: bool) -> Callable[[dict[str, JsonValue]], str]:
    """Return a function that writes a record, or the head of a dossier, on one line.

    It uses `orjson` if that is already imported, but does not import it.

    Args:
        has_known_fields: whether there are no fields of a newer format version.

    >>> line_encoder(has_known_fields=True)({"type": "claim", "text": "…"})
    '{"type":"claim","text":"…"}'
    """
    if not has_known_fields or "orjson" not in sys.modules:
        return _encode
    import orjson  # noqa: PLC0415

    def encode(data: dict[str, JsonValue]) -> str:
        if WITH_FRACTIONS.isdisjoint(data):
            line = orjson.dumps(data)
            if b'"candidates":' not in line:
                return line.decode()
        return _encode(data)

    return encode
