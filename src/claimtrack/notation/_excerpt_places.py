"""Check whether excerpts are in the text of their document, and where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from claimtrack.findings import CODES, Finding, clip
from claimtrack.notation._anchors import hash_of
from claimtrack.notation._folded_text import FoldedText
from claimtrack.notation._word_places import WordPlaces, whole_of
from claimtrack.records import Attribution, Document, limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.notation._folded_text import Span
    from claimtrack.records import Excerpt, Record

__all__ = ["check_excerpts", "place_excerpts", "with_place"]

_Code: TypeAlias = Literal["CT034", "CT045", "CT046"]

_NEAR: Final = 2_000
"""Characters before and after a place in which its words are searched for first."""

_LOOSE: Final = 8
"""Characters of a text that may correspond to one character of a quotation."""

_BESIDE: Final = "Give the prefix or suffix too: the words right before or after."

_BETWEEN: Final = "not between the given prefix and suffix"


@attrs.frozen
class _Quoted:
    """An excerpt of a document whose text is available.

    Attributes:
        attribution: the attribution that it belongs to.
        place: index of the attribution among the records.
        number: index of the excerpt in the attribution, from 0.
    """

    attribution: Attribution
    place: int
    number: int

    @property
    def excerpt(self) -> Excerpt:
        """The excerpt."""
        return self.attribution.excerpts[self.number]

    def says(self, code: _Code, problem: str, field: str, fix: str = "") -> Finding:
        """Return a finding about it without its words, because they may be private."""
        step = f"excerpts/{self.number}/{field}"
        where = f"excerpt {self.number + 1} of claim {clip(self.attribution.claim)}"
        return Finding.of(
            code,
            f"{where} in {clip(str(self.attribution.document))}: {problem}",
            fix=fix,
            record=self.attribution.id,
            pointer=f"/records/{self.place}/{step}",
            field=f"attribution.{step.replace('/', '.')}",
            rule=CODES[code].authority or CODES[code].name,
        )


def check_excerpts(
    records: Mapping[str, Record], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return the excerpts that are missing or misplaced in the text of their document.

    CT045 is for words that do not occur in the text, and CT046 for words that are not
    where the excerpt says. Invisible differences do not count: NFC and NFD, line ends
    and runs of blanks, the forms of quotation marks, apostrophes and dashes. Linear in
    texts and excerpts.

    Args:
        records: the records of a dossier by id.
        texts: document id → text of the document.

    >>> from claimtrack import Dossier, Excerpt
    >>> d = Dossier()
    >>> ferry = d.document("article", "Ferry", id="d1")
    >>> a = d.attribute(d.claim("The ferry stops."), d.outlet("Post"), document=ferry,
    ...     excerpts=[Excerpt(exact="the ferry", start=0, end=9)])
    >>> (found,) = check_excerpts(d, {"d1": "On Monday the ferry stops."})
    >>> print(found.code, found.message)
    CT046 excerpt 1 of claim c1 in d1: the words are at 10-19, not at 0-9
    """
    found: list[Finding] = []
    for document, several in _quoted(records, texts).items():
        text = texts[document]
        bare = [each for each in several if each.excerpt.exact is None]
        if bare and _is_another(records[document], text):
            found.append(_another(records, document, len(bare)))
        else:
            found += (each for quoted in bare for each in _check_place(quoted, text))
        unsettled = [
            each
            for each in several
            if each.excerpt.exact is not None and not _stands_there(each.excerpt, text)
        ]
        places = WordPlaces.of(text, (each.excerpt for each in unsettled))
        for quoted in unsettled:
            found += _look_for(quoted, text, places)
    return tuple(found)


def _quoted(
    records: Mapping[str, Record], texts: Mapping[str, str]
) -> dict[str, list[_Quoted]]:
    """Return the excerpts of each document whose text is available."""
    quoted: defaultdict[str, list[_Quoted]] = defaultdict(list)
    for place, record in enumerate(records.values()):
        key = record.document if isinstance(record, Attribution) else None
        if isinstance(record, Attribution) and key is not None and key in texts:
            numbers = range(len(record.excerpts))
            quoted[key] += (_Quoted(record, place, number) for number in numbers)
    return quoted


def _is_another(document: Record, text: str) -> bool:
    """Return whether the hash of a document shows that its text is a different one."""
    given = document.sha256 if isinstance(document, Document) else None
    return given is not None and given != hash_of(text)


def _another(records: Mapping[str, Record], document: str, count: int) -> Finding:
    excerpts = "1 excerpt" if count == 1 else f"{count} excerpts"
    return Finding.of(
        "CT046",
        f"the hash of the text is not the one that {clip(document)} has, so the places "
        f"of {excerpts} without words cannot be checked",
        record=document,
        pointer=f"/records/{list(records).index(document)}",
        field="document",
        rule=CODES["CT046"].name,
    )


def _check_place(quoted: _Quoted, text: str) -> Iterator[Finding]:
    """Yield the faults of an excerpt that has a place but no words."""
    excerpt = quoted.excerpt
    start, end = excerpt.start or 0, excerpt.end or 0
    if end > len(text):
        problem = f"it ends at {end}, but the text has {len(text)} characters"
        yield quoted.says("CT045", problem, "end")
    elif not _is_between(excerpt, text, (start, end)):
        problem = f"the text at {_shown((start, end))} is {_BETWEEN}"
        yield quoted.says("CT046", problem, "start")


def _stands_there(excerpt: Excerpt, text: str) -> bool:
    """Return whether the words of an excerpt are at its stated place."""
    exact, start, end = excerpt.exact or "", excerpt.start, excerpt.end
    if start is None or end is None or end - start > _LOOSE * len(exact) + _LOOSE:
        return False
    return _is_same(text[start:end], exact) and _is_between(excerpt, text, (start, end))


def _is_between(excerpt: Excerpt, text: str, place: Span) -> bool:
    """Return whether prefix and suffix, if given, are next to a place."""
    prefix, suffix = excerpt.prefix or "", excerpt.suffix or ""
    before = text[max(0, place[0] - _LOOSE * len(prefix)) : place[0]]
    behind = text[place[1] : place[1] + _LOOSE * len(suffix)]
    return (before.endswith(prefix) or _folded(before).endswith(_folded(prefix))) and (
        behind.startswith(suffix) or _folded(behind).startswith(_folded(suffix))
    )


def _is_same(one: str, other: str) -> bool:
    return one == other or _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return FoldedText.of(text).text


def _look_for(quoted: _Quoted, text: str, places: WordPlaces) -> Iterator[Finding]:
    """Yield the faults of an excerpt whose words are not at its stated place."""
    excerpt = quoted.excerpt
    start, end = excerpt.start, excerpt.end
    if start is None and places.has(whole_of(excerpt)):
        return
    stands = _nearby(excerpt, text) or places.place_of(excerpt)
    if stands is None:
        yield quoted.says("CT045", "the words are not in the text", "exact")
    elif start is None or stands == (start, end):
        problem = f"the words are at {_shown(stands)}, but {_BETWEEN}"
        yield quoted.says("CT046", problem, "exact")
    else:
        problem = f"the words are at {_shown(stands)}, not at {start}-{end}"
        yield quoted.says("CT046", problem, "start")


def _nearby(excerpt: Excerpt, text: str) -> Span | None:
    """Return the occurrence of words nearest to the stated place; None if it is far."""
    words, start = excerpt.exact or "", excerpt.start
    if start is None:
        return None
    begin, end = max(0, start - _NEAR), start + len(words) + _NEAR
    before = text.rfind(words, begin, start + len(words))
    behind = text.find(words, start, end)
    found = [each for each in (before, behind) if each >= 0]
    if not found:
        return None
    nearest = min(found, key=lambda each: abs(each - start))
    return nearest, nearest + len(words)


def _shown(place: Span) -> str:
    return f"{place[0]}-{place[1]}"


def place_excerpts(
    records: Mapping[str, Record], texts: Mapping[str, str]
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """Return records with the places that texts give, and findings for the others.

    An excerpt with words but no place gets one if the words occur once in the text,
    between prefix and suffix if it has these. A document without a hash gets the hash
    of its text. Existing values are kept, and so is everything that was read in a
    document with a different hash.

    Args:
        records: the records of a dossier by id.
        texts: document id → text of the document.

    Returns:
        The records that have changed, and the findings: CT034 for words that occur more
        than once in the text and for a text that has changed, CT045 and CT046 as in
        `check_excerpts`.

    >>> from claimtrack import Dossier, Excerpt
    >>> d = Dossier()
    >>> ferry = d.document("article", "Ferry", id="d1")
    >>> a = d.attribute(d.claim("The ferry stops."), d.outlet("Post"), document=ferry,
    ...     excerpts=[Excerpt(exact="the ferry")])
    >>> changed, findings = place_excerpts(d, {"d1": "On Monday the ferry stops."})
    >>> changed[1].excerpts[0].start, findings
    (10, ())
    """
    changed: list[Record] = []
    findings: list[Finding] = []
    placed: defaultdict[str, dict[int, Excerpt]] = defaultdict(dict)
    quoted = _quoted(records, texts)
    for key, text in texts.items():
        document = records.get(key)
        if not isinstance(document, Document):
            continue
        if _is_another(document, text):
            findings.append(_moved(records, key))
            continue
        if document.sha256 is None:
            changed.append(attrs.evolve(document, sha256=hash_of(text)))
        bare = [each for each in quoted.get(key, ()) if each.excerpt.start is None]
        places = WordPlaces.of(text, (each.excerpt for each in bare))
        for each in bare:
            made = with_place(each.excerpt, text, places)
            if made is None:
                findings.append(_unplaced(each, places))
            else:
                placed[str(each.attribution.id)][each.number] = made
    for key, made_of in placed.items():
        record = cast("Attribution", records[key])
        excerpts = (made_of.get(n, each) for n, each in enumerate(record.excerpts))
        changed.append(attrs.evolve(record, excerpts=tuple(excerpts)))
    return tuple(changed), tuple(findings)


def with_place(excerpt: Excerpt, text: str, places: WordPlaces) -> Excerpt | None:
    """Return an excerpt with the only place of its words; None if there is none.

    If the length of the words differs in the text, the excerpt takes them from the
    text.
    """
    if not places.has_once(whole_of(excerpt)):
        return None
    place = places.place_of(excerpt)
    if place is None or place[1] - place[0] > limits.TEXT:
        return None
    start, end = place
    exact = (
        excerpt.exact if end - start == len(excerpt.exact or "") else text[start:end]
    )
    return attrs.evolve(excerpt, exact=exact, start=start, end=end)


def _moved(records: Mapping[str, Record], document: str) -> Finding:
    return Finding.of(
        "CT034",
        f"the text has changed: its hash is not the one that {clip(document)} has",
        fix="Restore the text, or remove sha256 and check the places of the excerpts.",
        record=document,
        pointer=f"/records/{list(records).index(document)}",
        field="document",
        rule=CODES["CT034"].name,
    )


def _unplaced(quoted: _Quoted, places: WordPlaces) -> Finding:
    """Return the finding that explains why an excerpt has no unique place."""
    if places.has(whole_of(quoted.excerpt)):
        problem = "the words are in the text more than once"
        return quoted.says("CT034", problem, "exact", _BESIDE)
    if places.has(quoted.excerpt.exact or ""):
        problem = f"the words are in the text, but {_BETWEEN}"
        return quoted.says("CT046", problem, "exact")
    return quoted.says("CT045", "the words are not in the text", "exact")
