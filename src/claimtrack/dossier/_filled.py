"""Fill in a dossier from the texts of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.notation import place_excerpts
from claimtrack.records import Attribution, to_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.dossier._dossier import Dossier
    from claimtrack.findings import Finding

__all__ = ["fill_dossier"]


def fill_dossier(
    dossier: Dossier, texts: Mapping[str, str]
) -> tuple[Dossier, tuple[Finding, ...]]:
    """Return a dossier with the positions of its excerpts, and findings for the others.

    An excerpt with words but no position gets one if the words occur once in the text,
    between prefix and suffix if it has these. A document without a hash gets the hash
    of its text. If the words in the text differ from the excerpt in length because they
    were typed differently, the excerpt takes over the text's wording. Nothing else
    changes, and the given dossier stays as it is.

    Args:
        dossier: the dossier.
        texts: document id → text of the document.

    Returns:
        The new dossier, and the findings: CT034 for words that occur more than once in
        the text, CT045 for words that do not occur, and CT046 for words that do not
        occur between prefix and suffix. If a document has the hash of another text,
        nothing is filled in, and this is reported as CT034 too.

    >>> from claimtrack import Dossier, Excerpt
    >>> d = Dossier()
    >>> ferry = d.document("article", "Ferry", id="d1")
    >>> a = d.attribute(d.claim("The ferry stops."), d.outlet("Post"), document=ferry,
    ...     excerpts=[Excerpt(exact="the ferry")])
    >>> filled, findings = fill_dossier(d, {"d1": "On Monday the ferry stops."})
    >>> filled.attributions[0].excerpts[0].start, findings
    (10, ())
    """
    records, findings = place_excerpts(dossier, texts)
    changed = {to_id(each): each for each in records}
    made = dossier.emptied(dossier.head)
    renamed = changed.keys() & dossier.derived_ids
    for key, record in dossier.items():
        new = changed.get(key, record)
        if isinstance(new, Attribution) and key in renamed:
            # A derived id depends on the fields, which have changed.
            new = attrs.evolve(new, id=None)
        made.add(new)
    return made, findings
