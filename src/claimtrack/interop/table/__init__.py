"""Tables of fact-checks: CSV, TSV, sheets of a spreadsheet, rows of JSON.

A map says which column holds what. Importing never raises because of what a table
contains, and loses nothing.
"""

from claimtrack.interop.table._columns import MAPS
from claimtrack.interop.table._fact_checks import read, read_all
from claimtrack.interop.table._judgement_table import (
    FORMS,
    ROWS,
    Form,
    Rows,
    write,
    write_all,
)

__all__ = [
    "FORMS",
    "MAPS",
    "ROWS",
    "Form",
    "Rows",
    "read",
    "read_all",
    "write",
    "write_all",
]
