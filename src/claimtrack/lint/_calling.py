"""What a message calls a record: its id, or what one sees where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import format_chain
from claimtrack.findings import Finding, clip
from claimtrack.records import Attribution
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.dossier import Dossier
    from claimtrack.validation import Examination

__all__ = ["Calling"]

_LONGEST: Final = 160
"""Characters of a chain that a message shows at most."""


@attrs.frozen
class Calling:
    """What the records of a dossier are called that have no id in their file.

    Attributes:
        names: derived id → claim, chain and line.
    """

    names: Mapping[str, str] = attrs.Factory(dict[str, str])

    @classmethod
    def of(cls, dossier: Dossier, examination: Examination) -> Calling:
        """Return what the attributions without an id in a file are called."""
        root = examination.value
        listed = root.get("records") if is_object(root) else None
        written = {
            each.get("id")
            for each in (listed if is_array(listed) else ())
            if is_object(each)
        }
        derived = {
            f"/records/{index}": record
            for index, (key, record) in enumerate(dossier.items())
            if isinstance(record, Attribution) and key not in written
        }
        lines = _lines(derived, examination)
        return cls(
            {
                str(record.id): clip(
                    f"{record.claim}: {format_chain(record.chain, dossier)}", _LONGEST
                )
                + lines.get(pointer, "")
                for pointer, record in derived.items()
            }
        )

    def __call__(self, key: str) -> str:
        """Return what a record is called, by its id."""
        return self.names.get(key) or clip(key)


def _lines(pointers: Iterable[str], examination: Examination) -> dict[str, str]:
    """Return in which line each record begins, where the input was text."""
    asked = [Finding.of("CT701", "", pointer=each) for each in pointers]
    return {
        each.pointer: f" (line {each.location.line})"
        for each in (examination.locate(asked) if asked else ())
        if each.location is not None
    }
