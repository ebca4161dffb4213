"""What `claimtrack.lineage` has to answer, worked out the long way.

Written from the definitions and for reading, not for speed: it walks every path,
loses every source in turn, tries every set. It takes nothing from
`claimtrack.lineage`, so that one can be held against the other.
"""

from __future__ import annotations

from lineage_oracle._chains import factuality
from lineage_oracle._drift import Drifted, drifts
from lineage_oracle._ends import End, Origin
from lineage_oracle._impact import Outcome, Resting, dependence, impact, in_question
from lineage_oracle._joining import Joined
from lineage_oracle._retelling import retold
from lineage_oracle._seen import differences, seen
from lineage_oracle._tracing import Traced, trace, uncited, walks
from lineage_oracle._tricky import explain, holding, tricky

__all__ = [
    "Drifted",
    "End",
    "Joined",
    "Origin",
    "Outcome",
    "Resting",
    "Traced",
    "dependence",
    "differences",
    "drifts",
    "explain",
    "factuality",
    "holding",
    "impact",
    "in_question",
    "retold",
    "seen",
    "trace",
    "tricky",
    "uncited",
    "walks",
]
