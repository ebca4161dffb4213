"""Lineage: what the chains of a claim say together, as pure functions over a dossier.

It finds who speaks, who is only spoken about, where the voices stop, how many origins
there are, and what everything depends on. This layer must not know of files, JSON, the
clock or the terminal.
"""

from claimtrack.lineage._as_of import as_of
from claimtrack.lineage._conflicts import Conflict, conflicts
from claimtrack.lineage._dependence import (
    Dependence,
    HangingOn,
    Verdict,
    dependence,
    hanging_on,
)
from claimtrack.lineage._drift import Drift, DriftKind, drift
from claimtrack.lineage._ends import ChainEnd, End, EndKind, chain_end
from claimtrack.lineage._factuality import factuality
from claimtrack.lineage._impact import Impact, impact
from claimtrack.lineage._impact._outcome import Outcome
from claimtrack.lineage._impact._retraction import Retraction
from claimtrack.lineage._reasons import Reason
from claimtrack.lineage._timeline import Event, EventKind, timeline
from claimtrack.lineage._trace import supporting_chains, trace, trace_all
from claimtrack.lineage._trace._independence import Independence
from claimtrack.lineage._trace._lineage import Lineage
from claimtrack.lineage._trace._supporting_chains import SupportingChains
from claimtrack.lineage._voices import holders, voices
from claimtrack.view import Interval

__all__ = [
    "ChainEnd",
    "Conflict",
    "Dependence",
    "Drift",
    "DriftKind",
    "End",
    "EndKind",
    "Event",
    "EventKind",
    "HangingOn",
    "Impact",
    "Independence",
    "Interval",
    "Lineage",
    "Outcome",
    "Reason",
    "Retraction",
    "SupportingChains",
    "Verdict",
    "as_of",
    "chain_end",
    "conflicts",
    "dependence",
    "drift",
    "factuality",
    "hanging_on",
    "holders",
    "impact",
    "supporting_chains",
    "timeline",
    "trace",
    "trace_all",
    "voices",
]
