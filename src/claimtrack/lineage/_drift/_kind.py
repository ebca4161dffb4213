"""One place at which a claim drifts, and the kinds of drift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Drift", "DriftKind", "first_by"]

DriftKind: TypeAlias = Literal[
    "factuality", "attitude", "ground-rules", "anonymity", "wording", "headline"
]
"""What drifts.

- *factuality*: a link is recorded as surer than its inner links support, or a source's
  word is passed on as surer.
- *attitude*: a source's word is passed on as a stronger one.
- *ground-rules*: a source's word is passed on under looser rules than it was given.
- *anonymity*: a report is cited without the unnamed people it relied on.
- *wording*: a source's word is passed on as a different, stronger claim.
- *headline*: the body attributes nothing to the source of the headline, or is less
  sure than the headline.
"""


@attrs.frozen(kw_only=True)
class Drift:
    """One place at which a claim drifts.

    Attributes:
        kind: what drifts.
        attribution: the id of the attribution that says more, or less, than it should.
        link: the index of the link that does, from 0.
        related: the ids of all attributions that it was compared with, sorted; if there
            are weaker claims at several steps, those of the nearest. Empty for a value
            recorded on a link, which is compared with its own chain.
        was: what it was before: the strongest of several values, or the first of
            several claims or unnamed sources by text or name. None if a headline has a
            source that the body does not have, and if several claims or unnamed sources
            have the same text or name.
        now: what it is now: a value, or the id of a claim or a source; None if it was
            dropped.
        text: a sentence without its full stop.
    """

    kind: DriftKind
    attribution: str
    link: int
    related: tuple[str, ...]
    was: str | None
    now: str | None
    text: str

    def __str__(self) -> str:
        """Return where it drifts, and how."""
        return f"{self.attribution}: {self.text}"


def first_by(label: Callable[[str], str], ids: Iterable[str]) -> str | None:
    """Return the id whose label comes first; None if several ids have that label.

    This way the result does not depend on how ids are spelt.
    """
    distinct = set(ids)
    first = min(label(each) for each in distinct)
    keys = [each for each in distinct if label(each) == first]
    return keys[0] if len(keys) == 1 else None
