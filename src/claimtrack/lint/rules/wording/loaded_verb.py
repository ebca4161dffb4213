"""Do not use verbs that pass judgement.

Why: "Admitted" suggests that the statement is right, "claimed" that it is not.

Fires: A cue matches the word list. One finding for each document, and one for each
    attribution without a document.

Fix: Use a neutral verb, such as "said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._word_lists import is_loaded
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["loaded_verb"]


@rule(code="CT506", severity="info", unit="document", scope="preview")
def loaded_verb(case: Case) -> Iterator[Hit]:
    """Find cues that pass judgement on what they introduce."""
    pairs = (
        (each.document or str(each.id), str(each.id))
        for each in case.view.on_record
        for languages in [case.speaks(case.lang_of(each.document))]
        if any(link.cue and is_loaded(link.cue, languages) for link in each.chain)
    )
    for key, attributions in group_pairs(pairs).items():
        message = "a verb of saying passes judgement on the statement"
        yield Hit(key, message, attributions)
