"""What a message calls the records that it lists: by an id that its reader can find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import format_chain
from claimtrack.findings import Finding, clip, natural_key
from claimtrack.records import Attribution
from claimtrack.schema import is_array, is_derived_id, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.dossier import Dossier
    from claimtrack.validation import Examination

__all__ = ["with_ids"]

_SHOWN: Final = 5
"""Ids that one message lists at most."""

_LONGEST: Final = 160
"""Characters of a chain that a message shows at most."""


def with_ids(
    findings: Iterable[Finding], dossier: Dossier, examination: Examination | None
) -> Iterator[Finding]:
    """Yield findings whose messages list the related ids as people read them.

    In natural order: c8, c9, c10. An attribution that has no id in its file is named by
    its claim and its chain, and by its line where the input was text.

    Args:
        findings: of rules, with messages that list no ids yet.
        dossier: where the records are.
        examination: of the file; None for a dossier in memory.
    """
    listed = list(findings)
    names = _names({key for e in listed for key in e.related}, dossier, examination)

    def place(key: str) -> tuple[tuple[str, int, str], ...]:
        return natural_key(names.get(key, key))

    shown = [sorted(each.related, key=place)[:_SHOWN] for each in listed]
    nameless = {key for keys in shown for key in keys if key in names}
    lines = _lines(nameless, dossier, examination)
    for each, keys in zip(listed, shown, strict=True):
        called = (names.get(key, clip(key)) + lines.get(key, "") for key in keys)
        message = f"{each.message}: {', '.join(called)}" if keys else each.message
        others = len(each.related) - len(keys)
        more = f" and {others} more" if others else ""
        gist = each.message if keys else ""
        yield attrs.evolve(each, message=f"{message}{more}", gist=gist)


def _names(
    ids: AbstractSet[str], dossier: Dossier, examination: Examination | None
) -> dict[str, str]:
    """Return claim and chain of those attributions that have no id in their file."""
    if not ids:
        return {}
    written = None if examination is None else _written(examination)
    return {
        key: clip(f"{record.claim}: {format_chain(record.chain, dossier)}", _LONGEST)
        for key in ids
        if isinstance(record := dossier.get(key), Attribution)
        and (is_derived_id(key) if written is None else key not in written)
    }


def _written(examination: Examination) -> set[object]:
    """Return the ids that the records of an input have."""
    root = examination.value
    records = root.get("records") if is_object(root) else None
    listed = records if is_array(records) else ()
    return {each.get("id") for each in listed if is_object(each)}


def _lines(
    ids: AbstractSet[str], dossier: Dossier, examination: Examination | None
) -> Mapping[str, str]:
    """Return in which line records begin, where the input was text."""
    if examination is None or not ids:
        return {}
    keys = {f"/records/{n}": key for n, key in enumerate(dossier) if key in ids}
    asked = [Finding.of("CT701", "", pointer=pointer) for pointer in keys]
    return {
        keys[each.pointer]: f" (line {each.location.line})"
        for each in examination.locate(asked)
        if each.location is not None
    }
