"""What a draft holds, in words."""

from __future__ import annotations

from claimtrack.extract import Article, draft

__all__ = ["said"]


def said(lang: str, text: str) -> list[str]:
    """Return "CHAIN: CLAIM" for each attribution of a draft."""
    dossier = draft(Article(text=text), lang=lang).dossier
    return [
        f"{dossier.format_chain(each.chain)}: "
        f"{getattr(dossier[each.claim], 'text', '')}"
        for each in dossier.attributions
    ]
