"""Foreign formats in and out: fact-checks as others publish them, as dossiers.

Each format has a package: `claimreview`, `factcheck_api`, `table`. Each package has
`read`, which returns `Imported`, `read_all`, which streams, and `write`, which returns
`Exported`. This layer must not know about pictures or the terminal, and fetches
nothing.
"""

from claimtrack.interop._exported import Exported, Loss
from claimtrack.interop._foreign_examples import EXAMPLES, ForeignExample
from claimtrack.interop._imported import Imported
from claimtrack.interop._vocabulary import CONTEXT

__all__ = ["CONTEXT", "EXAMPLES", "Exported", "ForeignExample", "Imported", "Loss"]
