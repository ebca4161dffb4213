"""Records of every type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.testing._any_assessment import assessments
from claimtrack.testing._any_attribution import attributions
from claimtrack.testing._any_claim import claims
from claimtrack.testing._any_document import documents
from claimtrack.testing._any_notice import notices
from claimtrack.testing._any_relation import relations
from claimtrack.testing._any_source import sources
from claimtrack.testing._any_waiver import waivers

if TYPE_CHECKING:
    from claimtrack.records import Record

__all__ = ["records"]


def records() -> st.SearchStrategy[Record]:
    """Return records of every type, each well-formed by itself.

    They refer to any id: for records that belong together, see `dossiers`.

    >>> from hypothesis import given, settings
    >>> from claimtrack.schema import read_record, write_record
    >>> @settings(max_examples=10)
    ... @given(records())
    ... def check(record: Record) -> None:
    ...     assert read_record(write_record(record)) == (record, ())
    >>> check()
    """
    types = (
        sources(),
        documents(),
        claims(),
        attributions(),
        assessments(),
        relations(),
        notices(),
        waivers(),
    )
    return _one_in_turn(types)


@st.composite
def _one_in_turn(
    draw: st.DrawFn, types: tuple[st.SearchStrategy[Record], ...]
) -> Record:
    """Return a record of any type, all equally likely; one_of would count branches."""
    return draw(types[draw(st.integers(0, len(types) - 1))])
