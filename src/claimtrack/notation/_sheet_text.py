"""Convert the text of a sheet to head and records, with findings in its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack._writer import COMPRESSED
from claimtrack.findings import quote, sort_findings
from claimtrack.notation._anchors import anchor
from claimtrack.notation._bullets import NOTHING_SAID, Bullets
from claimtrack.notation._marginalia import texts_beside
from claimtrack.notation._reader import Reader
from claimtrack.notation._statements import statements_of
from claimtrack.schema import FORMAT
from claimtrack.validation import (
    LIMITS,
    SHEET,
    Examination,
    Layout,
    check_size,
    examine_placed,
    locate_spans,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from claimtrack.notation._drafts import Span
    from claimtrack.schema import JsonValue, Path
    from claimtrack.validation import Limits

__all__ = ["EMPTY_SHEET", "Sheet", "examine_sheet", "is_sheet"]


EMPTY_SHEET: Final = "# There is nothing in this dossier yet.\n"
"""The sheet of a dossier without title and records: an empty file is an error."""

_NOTHING: Final = EMPTY_SHEET.rstrip("\n")
"""The same line as a comment, which is nobody's note."""


@attrs.frozen(kw_only=True)
class Sheet:
    """The result of reading a sheet.

    Attributes:
        examination: its head, records and findings.
        texts: document id → the name of the file with the document's text.
        comments: its comments, with their positions.
        doubts: its doubts, with their positions.
        dropped: the number of claims that it drops.
        read: id of the document that was read.
        bullets: the meaning of the bullets of its claims.
    """

    examination: Examination
    texts: tuple[tuple[str, str], ...] = ()
    comments: tuple[str, ...] = attrs.field(default=(), repr=False)
    doubts: tuple[str, ...] = attrs.field(default=(), repr=False)
    dropped: int = 0
    read: str | None = None
    bullets: Bullets = NOTHING_SAID

    @property
    def holds_more(self) -> bool:
        """Whether it holds what a dossier cannot: comments, doubts, dropped claims."""
        return bool(self.comments or self.doubts or self.dropped)


def is_sheet(name: str) -> bool:
    """Return whether the name of a file marks it as a sheet.

    >>> is_sheet("port.claims.txt"), is_sheet("port.claims.json")
    (True, False)
    """
    return name.lower().removesuffix(COMPRESSED).endswith(SHEET)


def examine_sheet(
    text: str,
    *,
    article: str | Callable[[str], str | None] | None = None,
    texts: Mapping[str, str] | None = None,
    file: str | None = None,
    today: date | None = None,
    limits: Limits = LIMITS,
) -> Sheet:
    """Return the result of reading a sheet; never raises because of its text.

    Args:
        text: the text of the sheet.
        article: the text of the document that was read, to check quotations against, or
            a function that returns it by the name given after "text:".
        texts: document id → text of the document; for the document that was read, this
            takes precedence over `article`.
        file: the name to use in findings.
        today: the date on which waivers must still be in force; not checked if None.
        limits: how large it may be.

    >>> examine_sheet("- The port will close.").examination.records[0].id
    'c1'
    """
    large = check_size(text, file=file, limits=limits)
    if large:
        return Sheet(examination=Examination(findings=large, layout=Layout(file=file)))
    reader = Reader()
    statements, asides = statements_of(text)
    reader.read(statements)
    given = (texts or {}).get(reader.attributing.read or "")
    anchor(reader, _article_of(reader, article) if given is None else given)
    doubts = [each for each in asides if each.text.startswith("!")]
    for each in doubts:
        message = "this doubt is still open"
        reader.say("CT035", message, (each.start, each.start + len(each.text)))
    value, places = _value_of(reader)
    asides_at = [(each.start, each.start + len(each.text)) for each in asides]
    for index, span in enumerate([*reader.private, *asides_at]):
        # There is no value there, and no message shows it.
        places["ext", index] = span
    where = locate_spans(text, file, [span for _, span in reader.findings])
    found = [
        attrs.evolve(finding, location=location)
        for (finding, _), location in zip(reader.findings, where, strict=True)
    ]
    examination = examine_placed(
        value, text=text, places=places, file=file, today=today, limits=limits
    )
    if reader.is_broken:
        # Fields lost with a broken line would otherwise be reported again as missing.
        errors = [e for e in examination.findings if e.severity == "error"]
        examination = attrs.evolve(examination, findings=tuple(errors))
    return Sheet(
        examination=attrs.evolve(
            examination,
            findings=sort_findings([*found, *examination.findings]),
            beside=texts_beside(reader, asides, text, file),
        ),
        texts=tuple((key, name) for key, (name, _) in _texts(reader)),
        comments=tuple(
            e.text[1:].strip()
            for e in asides
            if e.text[0] == "#" and e.text != _NOTHING
        ),
        doubts=tuple(each.text[1:].strip() for each in doubts),
        dropped=reader.dropped,
        read=reader.attributing.read,
        bullets=reader.attributing.bullets(),
    )


def _article_of(
    reader: Reader, article: str | Callable[[str], str | None] | None
) -> str | None:
    if article is None or isinstance(article, str):
        return article
    name, span = reader.attributing.texts.get(reader.attributing.read or "", ("", None))
    if span is None:
        return None
    text = article(name)
    if text is None:
        message = f"the text {quote(name)} cannot be read"
        fix = "Name a text file in the folder of the sheet or below it."
        reader.say("CT034", message, span, fix)
    return text


def _texts(reader: Reader) -> Iterable[tuple[str, tuple[str, Span]]]:
    return reader.attributing.texts.items()


def _value_of(reader: Reader) -> tuple[dict[str, JsonValue], dict[Path, Span]]:
    """Return a sheet as the JSON of a dossier, with the place of each part."""
    records: list[JsonValue] = []
    places: dict[Path, Span] = {(): (0, 1)}
    for name, span in reader.head_places.items():
        places[name,] = span
    for index, draft in enumerate(reader.drafts):
        records.append(draft.data)
        places["records", index] = draft.span
        for path, span in draft.places.items():
            places[("records", index, *path)] = span
    return {"claimtrack": FORMAT, **reader.head, "records": records}, places
