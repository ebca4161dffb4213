"""Validation: the gate, the engine, and findings with places.

Reports what is wrong with the syntax, shape, meaning and references of any input, and
never raises because of what the input contains. This layer must not know about dossiers
as workspaces, newsroom rules or the terminal, and it never fetches anything.
"""

from typing import TYPE_CHECKING

from claimtrack._late_names import late_names
from claimtrack.validation._collector import paused_collector
from claimtrack.validation._doors import (
    SEQUENCE,
    SHEET,
    check_size,
    read_chunks,
    read_text,
)
from claimtrack.validation._engines import ENGINES, EngineName
from claimtrack.validation._examination import Beside, Examination
from claimtrack.validation._examine import (
    check_integrity,
    examine,
    examine_all,
    examine_placed,
    validate,
)
from claimtrack.validation._first_sign import first_sign
from claimtrack.validation._places import Layout, locate_spans
from claimtrack.validation._soundness import referenced_ids
from claimtrack.validation._terms import LIMITS, Limits

if TYPE_CHECKING:
    from claimtrack.validation._code_examples import EXAMPLES, Example
    from claimtrack.validation._plain_json import to_plain_json
    from claimtrack.validation._render import (
        render_json,
        render_ndjson,
        render_parts,
        render_text,
        summarise,
    )
    from claimtrack.validation._sarif import render_sarif
    from claimtrack.validation._tally import tally
    from claimtrack.validation._workflow import render_github
else:
    # Modules that describe findings are imported only where there are findings to
    # describe.
    _HOMES = {
        "EXAMPLES": "_code_examples",
        "Example": "_code_examples",
        "render_github": "_workflow",
        "render_json": "_render",
        "render_ndjson": "_render",
        "render_parts": "_render",
        "render_sarif": "_sarif",
        "render_text": "_render",
        "summarise": "_render",
        "tally": "_tally",
        "to_plain_json": "_plain_json",
    }

    __getattr__ = late_names(__name__, _HOMES, globals())


__all__ = [
    "ENGINES",
    "EXAMPLES",
    "LIMITS",
    "SEQUENCE",
    "SHEET",
    "Beside",
    "EngineName",
    "Examination",
    "Example",
    "Layout",
    "Limits",
    "check_integrity",
    "check_size",
    "examine",
    "examine_all",
    "examine_placed",
    "first_sign",
    "locate_spans",
    "paused_collector",
    "read_chunks",
    "read_text",
    "referenced_ids",
    "render_github",
    "render_json",
    "render_ndjson",
    "render_parts",
    "render_sarif",
    "render_text",
    "summarise",
    "tally",
    "to_plain_json",
    "validate",
]
