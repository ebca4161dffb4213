"""Draft dossiers: chains, sources, claims and doubts, from mentions of any origin."""

from claimtrack.extract._draft._drafted import Drafted, draft

__all__ = ["Drafted", "draft"]
