"""Foreign formats in and out: fact-checks as others publish them, as dossiers.

A package a format: `claimreview`, `factcheck_api`, `table`. Each has `read`, which
returns `Imported`, `read_all`, which streams, and `write`, which returns `Exported`.
This layer must not know of pictures or the terminal, and fetches nothing.
"""

from claimtrack.interop._exported import Exported, Loss
from claimtrack.interop._foreign_examples import EXAMPLES, ForeignExample
from claimtrack.interop._imported import Imported
from claimtrack.interop._vocabulary import CONTEXT

__all__ = ["CONTEXT", "EXAMPLES", "Exported", "ForeignExample", "Imported", "Loss"]
