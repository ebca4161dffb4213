"""A negative text with a negative factuality says the opposite.

Why: "Will not stop", presented as wrong, means that it will stop.

Fires: The text of a claim is negative (word list), and a link in one of its chains has
    the factuality CT-, PR- or PS-.

Fix: Keep the negation in one place, either in the text or in the factuality.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._word_lists import is_negative
from claimtrack.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["negated_twice"]

_NEGATIVE: Final = ("CT-", "PR-", "PS-")


@rule(code="CT407", severity="warning", unit="claim", scope="preview")
def negated_twice(case: Case) -> Iterator[Hit]:
    """Find negative texts that a link holds with a negative factuality."""
    held = {
        each.claim
        for each in case.view.on_record
        if any(link.factuality in _NEGATIVE for link in each.chain)
    }
    for each in case.view.all(Claim):
        if each.id in held and is_negative(each.text, case.speaks(each.lang)):
            message = "the text and the factuality are both negative"
            yield Hit(each.id, message, field=("text",))
