"""Scales: how sure people say they are, as data tables with their sources.

A term stands for an interval of probabilities, or for none. `convert` goes from one
scale to another through these intervals and says what is lost; what measures different
things never turns into each other unless it is told to. This layer must not know what
a record is.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from claimtrack.scales._confidence import Confidence, is_top
from claimtrack.scales._scale import Band, Scale, ScaleId, ScaleKind, Term
from claimtrack.scales._tables import SCALES

if TYPE_CHECKING:
    from claimtrack.scales._conversion import Conversion, convert
    from claimtrack.scales._misp import from_misp_tag, to_misp_tag
    from claimtrack.scales._stix import from_stix, to_stix
else:
    # Records hold confidences, and hardly any of them is converted.
    _HOMES = {
        "Conversion": "_conversion",
        "convert": "_conversion",
        "from_misp_tag": "_misp",
        "from_stix": "_stix",
        "to_misp_tag": "_misp",
        "to_stix": "_stix",
    }

    def __getattr__(name: str) -> object:
        """Load a name at its first use."""
        if name not in _HOMES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


__all__ = [
    "SCALES",
    "Band",
    "Confidence",
    "Conversion",
    "Scale",
    "ScaleId",
    "ScaleKind",
    "Term",
    "convert",
    "from_misp_tag",
    "from_stix",
    "is_top",
    "to_misp_tag",
    "to_stix",
]
