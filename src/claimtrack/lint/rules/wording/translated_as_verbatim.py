"""Mark a translated quote.

Why: Quotation marks promise the speaker's own words.

Fires: A link has mode direct but no original_lang, and its document is in a different
    language from the document that the attribution was read in.

Fix: Record "original_lang", and say in the text that it is a translation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._word_lists import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["translated_as_verbatim"]


@rule(code="CT505", severity="warning", unit="attribution")
def translated_as_verbatim(case: Case) -> Iterator[Hit]:
    """Find direct quotes in another language than they were said in."""
    told: set[str] = set()
    for each, index, document in case.view.cited:
        said, shown = case.lang_of(document), case.lang_of(each.document)
        link, key = each.chain[index], str(each.id)
        if (
            link.mode == "direct"
            and link.original_lang is None
            and said is not None
            and shown is not None
            and primary(said) != primary(shown)
            and not each.chain.is_nobody
            and key not in told
        ):
            told.add(key)
            message = f"a quote is in {shown}, but was said in {said}"
            yield Hit(key, message, field=("chain", index))
