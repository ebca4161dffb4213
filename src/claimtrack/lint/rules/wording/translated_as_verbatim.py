"""Mark a translated quote.

Why: Quotation marks promise the speaker's own words.

Fires: A link has mode direct and no original_lang, and its document is in another
    language than the document that it was read in.

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
    """Yield CT505: translated as verbatim."""
    for each in case.view.on_record:
        story = case.document_of(each)
        if story is None or story.lang is None:
            continue
        for index, link in enumerate(each.chain):
            lang = case.lang_of(link.document)
            if (
                link.mode == "direct"
                and link.original_lang is None
                and lang is not None
                and primary(lang) != primary(story.lang)
            ):
                message = f"a quote is in {story.lang}, and was said in {lang}"
                yield Hit(str(each.id), message, field=("chain", index))
                break
