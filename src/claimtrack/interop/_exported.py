"""The result of an export."""

from __future__ import annotations

import re
from typing import Final

import attrs

from claimtrack.findings import Finding
from claimtrack.schema import JsonValue
from claimtrack.validation import to_plain_json

__all__ = ["Exported", "Loss"]

_UNSAFE: Final = re.compile("[<>&]")
"""Characters that could end a script element, or an enclosing comment or section."""


@attrs.frozen
class Loss:
    """Something in a dossier that the format cannot express.

    Attributes:
        record: id of the record.
        field: its field.
        message: what is lost, and why.
    """

    record: str
    field: str
    message: str

    def __str__(self) -> str:
        """Return the loss as a line of text.

        >>> print(Loss("a1", "confidence", "the format has no word for it"))
        a1.confidence: the format has no word for it
        """
        return f"{self.record}.{self.field}: {self.message}"


@attrs.frozen
class Exported:
    """A dossier in a foreign format.

    Attributes:
        document: the document: a JSON value; for a table, its text, or the bytes of a
            spreadsheet.
        losses: what the dossier says and the document does not.
        findings: where the document does not meet its profile.
    """

    # The document may include private values, if that was requested.
    document: JsonValue = attrs.field(repr=False)
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def html(self) -> str:
        r"""The script element for a page, safe for any text.

        >>> Exported({"name": "</script>"}).html
        '<script type="application/ld+json">{"name": "\\u003c/script\\u003e"}</script>'
        """
        text = _UNSAFE.sub(_escaped, self.to_json())
        return f'<script type="application/ld+json">{text}</script>'

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the document as JSON text without hidden characters.

        >>> Exported({"name": "café"}).to_json()
        '{"name": "café"}'
        """
        return to_plain_json(self.document, indent)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
