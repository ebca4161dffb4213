"""Recognise reviews that were already imported in the same run."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Literal

import attrs

from claimtrack.interop._addresses import canonical_url, mend_address
from claimtrack.interop._leaves import Node, find_leaves, to_pointer
from claimtrack.records import name_key
from claimtrack.schema import is_object

if TYPE_CHECKING:
    from claimtrack.interop._filler import Reading
    from claimtrack.schema import JsonValue

__all__ = ["Seen", "review_key"]


@attrs.define
class Seen:
    """The reviews of a run so far, each with two digests of twenty bytes.

    Attributes:
        keys: digests that identify each review.
        contents: digests of all values of each review.
    """

    keys: set[bytes] = attrs.Factory(set[bytes])
    contents: set[bytes] = attrs.Factory(set[bytes])

    def meet(self, key: bytes, review: Node) -> Literal["new", "equal", "other"]:
        """Return whether a review is new, or came before with equal or other values."""
        digest = _digest(
            {
                to_pointer(steps): _comparable(value)
                for steps, value in find_leaves(_without_nodes(review.value)).items()
            }
        )
        if key + digest in self.contents:
            return "equal"
        self.contents.add(key + digest)
        is_known = key in self.keys
        self.keys.add(key)
        return "other" if is_known else "new"


def review_key(reading: Reading, review: Node) -> bytes:
    """Return a key that identifies a review: page, claim and publisher."""
    page = next(reading.addresses(review.child("url")), "")
    claim = _text(review.child("claimReviewed"))
    publisher = _text(review.child("author")) or _text(review.child("publisher"))
    return _digest([canonical_url(page), name_key(claim), name_key(publisher)])


def _text(node: Node) -> str:
    """Return the first text of a value; for an object, its name."""
    for each in node.items():
        inner = each.child("name") if is_object(each.value) else each
        for plain in inner.items():
            if isinstance(plain.value, str):
                return plain.value
    return ""


def _comparable(value: JsonValue) -> str:
    """Return a leaf in a form for comparison: normalized address or words."""
    if not isinstance(value, str):
        return repr(value)
    address = mend_address(value)
    return canonical_url(address) if "://" in address else name_key(value)


def _without_nodes(value: JsonValue) -> JsonValue:
    """Return an object that the import built with plain values in place of nodes."""
    if isinstance(value, Node):
        return _without_nodes(value.value)
    if is_object(value) and any(isinstance(v, Node) for v in value.values()):
        return {key: _without_nodes(each) for key, each in value.items()}
    return value


def _digest(value: object) -> bytes:
    text = json.dumps(value, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:20]
