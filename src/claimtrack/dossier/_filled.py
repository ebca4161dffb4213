"""A dossier with what the texts of its documents can fill in."""

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
    """Return a dossier whose excerpts have their places, and what has none.

    An excerpt that has words and no place gets one where they stand in the text once,
    between prefix and suffix if it has these. A document gets the hash of its text
    where it has none. Words that were typed otherwise than in the text are written as
    they stand there if their length differs. All else stays as it is, and so does the
    given dossier.

    Args:
        dossier: the dossier.
        texts: the texts of documents, by the ids of these.

    Returns:
        The new dossier; and CT034 for words that stand in the text more than once,
        CT045 for words that are not in it, CT046 for words that are not between prefix
        and suffix. Where a document has the hash of another text, nothing is filled in,
        which is a CT034 too.

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
            # An id that nobody gave is made of the fields, which have changed.
            new = attrs.evolve(new, id=None)
        made.add(new)
    return made, findings
