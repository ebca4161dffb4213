"""The result of an import."""

from __future__ import annotations

import attrs

from claimtrack.dossier import Dossier
from claimtrack.findings import Finding

__all__ = ["Imported"]


@attrs.frozen
class Imported:
    """A document of a foreign format as a dossier, and the findings about it.

    Attributes:
        dossier: what the document says. Values that fit no field are kept in `ext`.
        findings: departures from its format, with their places in the document.
    """

    dossier: Dossier
    findings: tuple[Finding, ...]
