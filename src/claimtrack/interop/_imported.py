"""What an import gives."""

from __future__ import annotations

import attrs

from claimtrack.dossier import Dossier
from claimtrack.findings import Finding

__all__ = ["Imported"]


@attrs.frozen
class Imported:
    """A document of a foreign format as a dossier, and what is to be said of it.

    Attributes:
        dossier: what the document says. What no field takes is kept in `ext`.
        findings: where it departs from its format, with the place in the document.
    """

    dossier: Dossier
    findings: tuple[Finding, ...]
