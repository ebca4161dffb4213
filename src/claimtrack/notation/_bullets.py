"""Bullets of claims as written: what was drafted by a tool, and what was reviewed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.records import Recorded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.records import Attribution
    from claimtrack.when import When

__all__ = ["FLAGS", "NOTHING_SAID", "Bullets"]

FLAGS: Final = {"~": "drafted", "+": "accepted"}
"""A bullet → the word that says the same of a single attribution."""


@attrs.frozen
class Bullets:
    """What "~" and "+" say about how attributions were recorded.

    Attributes:
        drafted: the meaning of "~"; None if a tool drafted nothing.
        accepted: the meaning of "+"; None if nothing drafted by a tool was reviewed.
    """

    drafted: Recorded | None = None
    accepted: Recorded | None = None

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> Bullets:
        """Return the meanings that fit most attributions drafted by a tool.

        Ties are broken by the value, so that the order of records changes nothing.
        """
        recorded = [
            each.recorded
            for each in attributions
            if each.recorded is not None and _is_absolute(each.recorded.at)
        ]
        tool = _most(Recorded(tool=e.tool) for e in recorded if e.tool is not None)
        if tool is None:
            return cls()
        of_tool = [each for each in recorded if each.tool == tool.tool]
        by_tool = [each for each in of_tool if each.method == "tool" and not each.by]
        by_people = [each for each in of_tool if each.method == "human" and each.by]
        drafted = _most(by_tool) or Recorded(method="tool", tool=tool.tool)
        return cls(drafted, _most(by_people))

    def bullet(self, recorded: Recorded | None) -> str | None:
        """Return the bullet for how something was recorded; None if there is none."""
        if recorded is None:
            return "-"
        if recorded == self.drafted:
            return "~"
        return "+" if recorded == self.accepted else None

    def common(self, attributions: Sequence[Attribution]) -> str:
        """Return the bullet of a claim: the one that fits all of its attributions."""
        found = {self.bullet(each.recorded) for each in attributions}
        return (found.pop() if len(found) == 1 else None) or "-"


NOTHING_SAID: Final = Bullets()
"""Only "-" has a meaning."""


def _is_absolute(when: When | None) -> bool:
    return when is None or when.relative_to is None


def _most(values: Iterable[Recorded]) -> Recorded | None:
    counts = Counter(values)
    return min(counts, key=lambda each: (-counts[each], _key(each)), default=None)


def _key(recorded: Recorded) -> tuple[str, ...]:
    at = recorded.at
    day = () if at is None else (at.edtf or "", at.text or "")
    return recorded.tool or "", recorded.by or "", *day
