"""Convert sheets to dossiers, and dossiers to sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs

from claimtrack._arguments import require
from claimtrack.dossier import Dossier
from claimtrack.findings import Finding
from claimtrack.notation import examine_sheet, split_sheet, write_sheet
from claimtrack.sheet._doubt_lines import doubt_lines, joined, loose_doubts

__all__ = ["Read", "read", "write"]


@attrs.frozen(kw_only=True)
class Read:
    """The result of reading a sheet.

    Attributes:
        dossier: its records; None if there is an error.
        findings: the findings, sorted by place.
        places: JSON Pointer (``/records/0/text``) → position in the sheet: the offset
            of the first character, and the one after the last.
    """

    dossier: Dossier | None
    findings: tuple[Finding, ...]
    places: Mapping[str, tuple[int, int]] = attrs.field(repr=False)


def read(text: str, *, article: str | None = None) -> Read:
    """Return the dossier that a sheet describes, and findings about the sheet.

    Never raises because of what the text contains, and opens no file.

    Args:
        text: the text of the sheet.
        article: the text of the document, to check quotations against.

    Raises:
        InvalidRecord: if the sheet is not text, but for example a path or bytes.

    >>> found = read("- The port will close.")
    >>> found.dossier["c1"].text
    'The port will close.'
    """
    fix = "Use text; Dossier.load(path) reads the sheet in a file."
    require(text, str, place="sheet", what="text", fix=fix)
    made = examine_sheet(text, article=article).examination
    spans = made.layout.spans or {}
    places = {
        "".join(f"/{_escaped(step)}" for step in path): span
        for path, span in spans.items()
    }
    return Read(
        dossier=Dossier.from_examination(made) if made.is_valid else None,
        findings=made.findings,
        places=MappingProxyType(places),
    )


def _escaped(step: str | int) -> str:
    """Return an escaped step of a JSON Pointer.

    Source: RFC 6901, section 3.
    """
    return str(step).replace("~", "~0").replace("/", "~1")


def write(
    dossier: Dossier,
    *,
    article: str | None = None,
    file: str | None = None,
    doubts: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return a dossier as a sheet; `read` of the result returns an equal dossier.

    Args:
        dossier: the dossier.
        article: the text of the document; if given, its words are quoted instead of
            giving positions as numbers.
        file: the name of the article's file, to be written after "text:".
        doubts: claim id → points that a person has to decide: one line each below the
            claim, or at the end if there is no such claim.

    >>> d = Dossier(title="The port")
    >>> c = d.claim("The port will close")
    >>> print(write(d, doubts={"c1": ["Who says so?"]}))
    title: The port
    <BLANKLINE>
    - [c1] The port will close
      ! Who says so?
    <BLANKLINE>

    Raises:
        InvalidDossier: if it has fields of a newer version, which a sheet cannot hold.
    """
    text = write_sheet(dossier.head, dossier.values(), article=article, file=file)
    if not doubts:
        return text
    pieces = split_sheet(text)
    claims = {each.key for each in pieces if each.kind == "claim"}
    shown = [
        (each.text + doubt_lines(doubts.get(each.key, ())), each)
        if each.key in claims
        else (each.text, each)
        for each in pieces
    ]
    return joined(shown) + loose_doubts(doubts, claims)
