"""Findings in whole sentences, for output without source lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.findings import CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.findings import Code, Finding

__all__ = ["in_full", "title_of"]

_ENDS: Final = (".", "?", "!", "…", '."', '…"')
"""Endings after which no full stop is added."""


def in_full(finding: Finding) -> str:
    """Return what is wrong and what to do, in sentences.

    >>> from claimtrack.findings import Finding
    >>> in_full(Finding.of("CT013", '"x" is not a kind', fix="one of: fact, norm"))
    '"x" is not a kind. One of: fact, norm.'
    """
    fix = finding.fix[:1].upper() + finding.fix[1:]
    return " ".join(_ended(each) for each in (finding.message, fix) if each)


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def title_of(finding: Finding, codes: Mapping[str, Code] = CODES) -> str:
    """Return the code of a finding, the name of the code, and the field.

    Args:
        finding: the finding.
        codes: the definitions of codes.

    >>> from claimtrack.findings import Finding
    >>> title_of(Finding.of("CT011", "text is missing", field="claim"))
    'CT011 missing-field [claim]'
    """
    entry = codes.get(finding.code)
    field = f"[{finding.field}]" if finding.field else ""
    parts = [finding.code, entry.name if entry else "", field]
    return " ".join(part for part in parts if part)
