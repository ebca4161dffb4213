"""MISP's machine tags for the scales that MISP and claimtrack share.

MISP's numbers are not used: it gives "cannot be judged" the middle value, 50, and the
words of ICD 203 the lower ends of their ranges.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote
from claimtrack.scales._confidence import Confidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.scales._scale import ScaleId

__all__ = ["from_misp_tag", "to_misp_tag"]

_TAG: Final = re.compile(r'([^:="]{1,60}):([^:="]{1,60})="([^"]{1,60})"')


class _Predicate(NamedTuple):
    """A predicate of a MISP taxonomy: its scale, and its value for each code."""

    namespace: str
    name: str
    scale: ScaleId
    values: Mapping[str, str]


def _same(*codes: str) -> dict[str, str]:
    return {code: code.lower() for code in codes}


_PREDICATES: Final = (
    _Predicate(
        "admiralty-scale",
        "source-reliability",
        "admiralty-reliability",
        _same("A", "B", "C", "D", "E", "F"),
    ),
    _Predicate(
        "admiralty-scale",
        "information-credibility",
        "admiralty-credibility",
        _same("1", "2", "3", "4", "5", "6"),
    ),
    _Predicate(
        "estimative-language",
        "likelihood-probability",
        "icd203",
        _same(
            "almost-no-chance",
            "very-unlikely",
            "unlikely",
            "roughly-even-chance",
            "likely",
            "very-likely",
            "almost-certain",
        ),
    ),
    _Predicate(
        "estimative-language",
        "confidence-in-analytic-judgment",
        "level",
        _same("low", "moderate", "high"),
    ),
    _Predicate(
        "vocabulaire-des-probabilites-estimatives",
        "degré-de-probabilité",
        "kent",
        {
            "almost-certainly-not": "presque-aucune-chance",
            "probably-not": "probablement-pas",
            "chances-about-even": "chances-à-peu-près-egales",
            "probable": "probable",
            "almost-certain": "quasi-certaine",
        },
    ),
)
"""Source: MISP taxonomies admiralty-scale 5, estimative-language 5 and
vocabulaire-des-probabilites-estimatives 3."""


def to_misp_tag(confidence: Confidence) -> str | None:
    """Return the MISP machine tag for a confidence.

    Args:
        confidence: how sure somebody is.

    Returns:
        The tag; None if MISP has no tag for this scale or this term.

    >>> to_misp_tag(Confidence("admiralty-reliability", "B"))
    'admiralty-scale:source-reliability="b"'
    """
    if confidence.term is None:
        return None
    code = confidence.term.codes[0]
    for each in _PREDICATES:
        if each.scale == confidence.scale and code in each.values:
            return f'{each.namespace}:{each.name}="{each.values[code]}"'
    return None


def from_misp_tag(tag: str) -> Confidence:
    """Return the confidence that a MISP machine tag means.

    Args:
        tag: the tag, ``namespace:predicate="value"``; case does not matter.

    Raises:
        InvalidRecord: if the tag does not belong to the Admiralty code, ICD 203 or
            Kent.

    >>> from_misp_tag('estimative-language:likelihood-probability="likely"')
    Confidence(scale='icd203', value='likely')
    """
    parts = _TAG.fullmatch(unicodedata.normalize("NFC", tag.strip().lower()))
    namespace, name, value = parts.groups() if parts else ("", "", "")
    for each in _PREDICATES:
        if (each.namespace, each.name) != (namespace, name):
            continue
        codes = [code for code, theirs in each.values.items() if theirs == value]
        if not codes:
            words = ", ".join(each.values.values())
            # MISP adds a grade "g", deliberately deceptive, to the Admiralty's six.
            fix = f"Use one of: {words}. Keep what only MISP has in ext."
            problem = f"{quote(value)} is not a term of the scale {each.scale}"
            raise InvalidRecord("tag", "value", problem, fix, "CT013")
        return Confidence(each.scale, codes[0])
    known = ", ".join(f"{each.namespace}:{each.name}" for each in _PREDICATES)
    problem = f"{quote(tag)} is not a tag of a scale"
    raise InvalidRecord("tag", "", problem, f"Use one of: {known}.", "CT013")
