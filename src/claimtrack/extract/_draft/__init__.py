"""A draft dossier: chains, sources, claims and doubts, whatever found the mentions."""

from claimtrack.extract._draft._drafted import Drafted, draft

__all__ = ["Drafted", "draft"]
