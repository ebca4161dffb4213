"""Findings: what checks report, their codes, and how messages quote values.

This is the lowest layer. It must not know what a record, a schema or a file is.
"""

from claimtrack.findings._code import CODES, SEVERITIES, Code, Severity
from claimtrack.findings._finding import (
    Finding,
    Location,
    is_discreet,
    sort_findings,
)
from claimtrack.findings._natural_order import natural_key
from claimtrack.findings._quotes import (
    clip,
    disarm,
    escape,
    is_unseen,
    name_character,
    quote,
    with_article,
)
from claimtrack.findings._suggestions import suggest

__all__ = [
    "CODES",
    "SEVERITIES",
    "Code",
    "Finding",
    "Location",
    "Severity",
    "clip",
    "disarm",
    "escape",
    "is_discreet",
    "is_unseen",
    "name_character",
    "natural_key",
    "quote",
    "sort_findings",
    "suggest",
    "with_article",
]
