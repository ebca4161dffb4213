"""Foreign formats in: fact-checks as others publish them, as dossiers.

A package a format: `claimreview`, `factcheck_api`, `table`. Each has `read`, which
returns `Imported`, and `read_all`, which streams. This layer must not know of pictures
or the terminal, and fetches nothing.
"""

from claimtrack.interop._foreign_examples import EXAMPLES, ForeignExample
from claimtrack.interop._imported import Imported

__all__ = ["EXAMPLES", "ForeignExample", "Imported"]
