"""Scales: how sure people say they are, as data tables with their sources.

A term means an interval of probabilities, or none. `convert` goes from one scale to
another through these intervals and says what is lost. Scales that measure different
things are only converted into each other on request. This layer must not know what a
record is.
"""

from typing import TYPE_CHECKING

from claimtrack._late_names import late_names
from claimtrack.scales._confidence import Confidence, is_top
from claimtrack.scales._scale import Band, Scale, ScaleId, ScaleKind, Term
from claimtrack.scales._tables import SCALES

if TYPE_CHECKING:
    from claimtrack.scales._conversion import Conversion, convert
    from claimtrack.scales._misp import from_misp_tag, to_misp_tag
    from claimtrack.scales._stix import from_stix, to_stix
else:
    # Records hold confidences, but few programs convert them.
    _HOMES = {
        "Conversion": "_conversion",
        "convert": "_conversion",
        "from_misp_tag": "_misp",
        "from_stix": "_stix",
        "to_misp_tag": "_misp",
        "to_stix": "_stix",
    }

    __getattr__ = late_names(__name__, _HOMES, globals())


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
