"""What drifts: one place at which a claim grew on the way, or lost something."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

__all__ = ["Drift", "DriftKind"]

DriftKind: TypeAlias = Literal[
    "factuality", "attitude", "ground-rules", "anonymity", "wording", "headline"
]
"""What drifts.

- *factuality*: a link is recorded as surer than the links inside it make it.
- *attitude*: a source's word is passed on as a stronger one.
- *ground-rules*: a source's word is passed on without what it was given under.
- *anonymity*: a report is passed on, and that it relied on unnamed people is not.
- *wording*: what is said is another claim, which is stronger.
- *headline*: who stands behind the headline stands behind nothing in the body.
"""


@attrs.frozen(kw_only=True)
class Drift:
    """One place at which a claim drifts.

    Attributes:
        kind: what drifts.
        attribution: id of the attribution that says more, or less, than it should.
        link: index of the link that does, from 0.
        related: ids of the attributions that it is held against, sorted; of many that
            tell the same, the first.
        was: what it was before: a value, or the id of a claim or a source.
        now: what it is now; None where it dropped out.
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
