"""Waivers: which findings have been accepted, and which waivers do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import clip
from claimtrack.records import Waiver
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from datetime import date

__all__ = ["Waivers"]


_TOLD: Final = ("CT0", "CT7")
"""Beginnings of the codes whose unused waivers validation itself reports."""


@attrs.define
class Waivers:
    """The waivers of a dossier, and which of them took effect.

    Attributes:
        waivers: the waivers that have not ended.
        used: the ids of those that have waived something.
        by_target: rule → id of a record → ids of the waivers for both.
    """

    waivers: tuple[Waiver, ...]
    used: set[str] = attrs.Factory(set[str])
    by_target: dict[str, dict[str, list[str]]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Index the waivers once for all findings."""
        self.by_target = {}
        for each in self.waivers:
            targets = self.by_target.setdefault(each.rule, {})
            targets.setdefault(each.target, []).append(str(each.id))

    @classmethod
    def of(cls, waivers: Iterable[Waiver], today: date | None) -> Waivers:
        """Return the waivers that have not ended on a day, or all if it is None."""
        now = None if today is None else When.parse(today.isoformat())
        return cls(tuple(each for each in waivers if not _has_ended(each, now)))

    def left(
        self, code: str, record: str | None, related: Iterable[str]
    ) -> tuple[str, ...] | None:
        """Return the related ids of a finding that are left; None if it is waived.

        A waiver for the record removes the finding. A waiver for a related id removes
        that id, and the finding is removed if no related id is left.
        """
        ids = tuple(related)
        waived = self.by_target.get(code)
        if waived is None:
            return ids
        for key in ids if record is None else (record, *ids):
            self.used.update(waived.get(key, ()))
        left = tuple(key for key in ids if key not in waived)
        return None if record in waived or (ids and not left) else left

    def idle(
        self, ran: Container[str], known: Container[str]
    ) -> Iterator[tuple[Waiver, str]]:
        """Yield the waivers that have no effect, each with a message.

        Args:
            ran: the codes of the rules and checks that ran; waivers for others are not
                reported.
            known: the codes of all rules and checks.
        """
        for each in self.waivers:
            if each.rule not in known and not each.rule.startswith(_TOLD):
                yield each, f"there is no rule {each.rule}"
            elif each.rule in ran and str(each.id) not in self.used:
                missing = f"there is no {each.rule} about {clip(each.target)}"
                yield each, f"the waiver matches nothing: {missing}"


def _has_ended(waiver: Waiver, now: When | None) -> bool:
    until = waiver.until
    return now is not None and until is not None and until.before(now) is True
