"""Embed a whole dossier in a foreign document, and read it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding
from claimtrack.interop._exported import Exported
from claimtrack.interop._imported import Imported
from claimtrack.interop._leaves import to_pointer
from claimtrack.interop._restored_documents import restore
from claimtrack.interop._whereabouts import digest_of
from claimtrack.schema import URN, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.records import Assessment
    from claimtrack.schema import JsonValue

    Writer = Callable[[Sequence[Assessment]], Exported]

__all__ = ["BLOCK", "read_whole", "write_whole"]

BLOCK: Final = f"{URN}dossier"
"""Key of the block with a dossier: an IRI, so that it means the same everywhere."""


def write_whole(dossier: Dossier, name: str, write: Writer) -> Exported:
    """Return the documents a dossier was imported from, with everything added since.

    Args:
        dossier: the dossier.
        name: name of the format.
        write: returns a document, an object, with the judgements that were not
            imported.
    """
    restored = restore(dossier, name)
    documents = [*restored.documents]
    if documents and restored.is_whole:
        return Exported(documents[0] if len(documents) == 1 else documents)
    own = [each for each in dossier.assessments if each.id not in restored.ids]
    made = write(own)
    value = {
        "beside": digest_of([*documents, made.document]),
        "dossier": json.loads(dossier.dumps()),
    }
    last = {**made.document, BLOCK: {"@type": "@json", "@value": value}}
    return Exported([*documents, last] if documents else last, findings=made.findings)


def read_whole(value: JsonValue) -> tuple[Imported | None, tuple[Finding, ...]]:
    """Return the dossier of a block, if the rest of the document still agrees with it.

    Otherwise somebody has changed the document, and it is treated as a foreign one.
    """
    listed = value if is_array(value) else [value]
    last = listed[-1] if listed else None
    block = last.get(BLOCK) if is_object(last) else None
    if not is_object(last) or block is None:
        return None, ()
    rest = {key: each for key, each in last.items() if key != BLOCK}
    held = block.get("@value") if is_object(block) else None
    beside = held.get("beside") if is_object(held) else None
    if is_object(held) and digest_of([*listed[:-1], rest]) == beside:
        try:
            return Imported(Dossier.loads(json.dumps(held.get("dossier"))), ()), ()
        except InvalidDossier:
            pass
    message = "the document no longer agrees with the dossier inside it"
    pointer = to_pointer((*([str(len(listed) - 1)] if is_array(value) else []), BLOCK))
    return None, (Finding.of("CT750", message, pointer=pointer),)
