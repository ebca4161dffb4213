"""Which of two dates comes first, if that is known, and the dates of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.records import (
    Document,
)

if TYPE_CHECKING:
    from claimtrack.lint._case import Case
    from claimtrack.records import Link
    from claimtrack.when import When

__all__ = ["is_before", "said_and_read"]


def is_before(one: When, other: When | None) -> bool:
    return other is not None and one.before(other) is True


def said_and_read(link: Link, case: Case) -> tuple[When | None, When | None]:
    read = case.view.get(link.document, Document)
    return link.at, None if read is None else read.published
