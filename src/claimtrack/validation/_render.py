"""Render findings as text for people and as JSON for programs."""

from __future__ import annotations

import bisect
import functools
import re
import unicodedata
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import SEVERITIES, Finding, Location, disarm, escape
from claimtrack.schema import NAMES, JsonValue, is_array, is_object, load_schema
from claimtrack.validation._plain_json import to_plain_json
from claimtrack.validation._private_values import known_fields, privacy_of
from claimtrack.validation._scan import Lines

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from claimtrack.findings import Severity
    from claimtrack.validation._examination import Examination

__all__ = [
    "render_json",
    "render_ndjson",
    "render_parts",
    "render_text",
    "summarise",
]

WIDTH: Final = 100
"""Maximum number of columns shown of a source line."""

MASK: Final = "·"
"""Replaces a character that is not shown."""

_WORD: Final = re.compile(r"""("(?:[^"\\]|\\.?)*"?)|[^\s{}\[\]:,"'/*#]+""")
"""A text in double quotes, or anything except white space, the punctuation of JSON
and characters that are mistaken for it."""


def render_text(
    findings: Sequence[Finding], examinations: Iterable[Examination] = ()
) -> str:
    """Return findings for people, with the source lines where available.

    Private values are masked in the lines shown.

    Args:
        findings: the findings to show, in this order.
        examinations: the results that they come from, for the source lines.

    >>> print(render_text(()))
    No findings.
    """
    parts = render_parts(findings, examinations)
    return "\n".join([*parts, summarise(Counter(e.severity for e in findings))])


def render_parts(
    findings: Iterable[Finding],
    examinations: Iterable[Examination] = (),
    *,
    width: int | None = None,
) -> list[str]:
    """Return each finding for people, without the counts at the end.

    Args:
        findings: as for `render_text`.
        examinations: as for `render_text`.
        width: columns of the terminal that source lines must fit; if None, they are
            limited to 100 characters.

    >>> render_parts(())
    []
    """
    listed = list(findings)
    lines: dict[str | None, set[int]] = {}
    for finding in listed:
        if finding.location is not None and not finding.is_discreet:
            number = finding.location.line
            lines.setdefault(finding.location.file, set()).update((number - 1, number))
    by_file: dict[str | None, list[_Source]] = {}
    for each in examinations:
        file = each.layout.file
        if file in lines and each.layout.text:
            by_file.setdefault(file, []).append(_Source.of(each, lines[file]))
    sources = {file: _Sources.of(each) for file, each in by_file.items()}
    return [_one(finding, sources, width) for finding in listed]


def summarise(counts: Mapping[Severity, int]) -> str:
    """Return the number of findings of each severity, in words.

    >>> summarise({"error": 2, "info": 1})
    '2 errors, 1 info.'
    """
    shown = [
        f"{count} {severity if count == 1 or severity == 'info' else severity + 's'}"
        for severity in SEVERITIES
        if (count := counts.get(severity, 0))
    ]
    return f"{', '.join(shown)}." if shown else "No findings."


def render_json(
    findings: Sequence[Finding],
    *,
    counts: Mapping[Severity, int] | None = None,
    hidden: Mapping[str, int] | None = None,
) -> str:
    """Return findings for programs: `{"findings": […], "summary": {…}}`.

    Args:
        findings: the findings to show, in this order.
        counts: how many there are of each severity, if that is more than are shown.
        hidden: how many of each code are not shown; adds a field `not_shown`.

    >>> render_json(()).splitlines()[0]
    '{'
    """
    found = Counter(e.severity for e in findings) if counts is None else counts
    document: JsonValue = {
        "findings": [_fields(each) for each in findings],
        "summary": {each: found.get(each, 0) for each in SEVERITIES},
    }
    if hidden:
        document["not_shown"] = dict(hidden)
    return to_plain_json(document, indent=2)


def render_ndjson(findings: Iterable[Finding]) -> str:
    """Return findings for programs that read line by line: one JSON object per line.

    The objects are those of `render_json`. Without findings, the result is empty.

    >>> from claimtrack.findings import Finding
    >>> render_ndjson([Finding.of("CT011", "name is missing")])[:45]
    '{"code": "CT011", "message": "name is missing'
    """
    return "\n".join(to_plain_json(_fields(each)) for each in findings)


_FIELDS: Final = tuple(e.name for e in attrs.fields(Finding) if e.name != "gist")
"""Fields of a finding that are written. The gist is left out: it repeats the
message."""


_OF_PLACES: Final = tuple(each.name for each in attrs.fields(Location))

_VALUES: Final = attrgetter(*_FIELDS)
_VALUES_OF_PLACES: Final = attrgetter(*_OF_PLACES)


def _fields(finding: Finding) -> dict[str, JsonValue]:
    fields = dict(zip(_FIELDS, _VALUES(finding), strict=True))
    place = finding.location
    if place is not None:
        values = _VALUES_OF_PLACES(place)
        fields["location"] = dict(zip(_OF_PLACES, values, strict=True))
    return {**fields, "fingerprint": finding.fingerprint}


@attrs.define
class _Source:
    """A text that was checked, and the parts of it that may be shown.

    Attributes:
        lines: the text.
        private: offsets of the parts to hide, in order and without nesting; None for a
            text that did not pass the gate, of which only punctuation and words of the
            schemas are shown.
        ends: the end of each of these parts.
    """

    lines: Lines
    private: list[tuple[int, int]] | None
    ends: list[int]

    @classmethod
    def of(cls, examination: Examination, shown: Container[int]) -> _Source:
        """Return the source text of an examination.

        Args:
            examination: the result for the text.
            shown: numbers of the lines that are shown.
        """
        lines = examination.layout.lines
        if examination.value is None:
            return cls(lines, None, [])
        is_private = privacy_of(examination.value)
        places = examination.layout.places(shown)
        found = sorted(each.value for each in places if is_private(each.path))
        private: list[tuple[int, int]] = []
        for start, end in found:
            if not private or start >= private[-1][1]:
                private.append((start, end))
        return cls(lines, private, [end for _, end in private])

    def shown(self, number: int, shift: int, width: int) -> str:
        """Return a part of a line with every private value masked.

        Args:
            number: number of the line, from 1.
            shift: characters left out at its beginning.
            width: maximum number of characters shown.
        """
        begin, end = self.lines.span(number)
        start = begin + shift
        stop = min(start + width, end)
        shown = self.lines.text[start:stop]
        if self.private is None:
            return _WORD.sub(_public_word, shown)
        for index in range(bisect.bisect_right(self.ends, start), len(self.ends)):
            left, right = self.private[index]
            if left >= stop:
                break
            head, tail = max(left - start, 0), min(right, stop) - start
            shown = shown[:head] + MASK * (tail - head) + shown[tail:]
        return shown


@attrs.frozen
class _Sources:
    """The texts of one file; a sequence has one for each dossier.

    Attributes:
        firsts: the number of the first line of each, in order.
        texts: the texts.
    """

    firsts: list[int]
    texts: list[_Source]

    @classmethod
    def of(cls, texts: list[_Source]) -> _Sources:
        """Return the texts of one file, ordered by line."""
        return cls([each.lines.first for each in texts], texts)

    def at(self, line: int) -> _Source | None:
        """Return the text that contains a line."""
        index = bisect.bisect_right(self.firsts, line)
        return self.texts[index - 1] if index else None


def _public_word(match: re.Match[str]) -> str:
    """Return a word of the schemas unchanged and any other word masked.

    In broken JSON nobody can tell which word is a private value.
    """
    is_ours = match[1] is not None and match[1][1:-1] in _words()
    return match[0] if is_ours else MASK * len(match[0])


@functools.cache
def _words() -> frozenset[str]:
    """Return the field names and fixed values of the schemas."""
    fixed: set[str] = set()
    todo: list[JsonValue] = [load_schema(name) for name in NAMES]
    while todo:
        node = todo.pop()
        if is_object(node):
            fixed.update(node.get("enum", []))
            todo.extend(node.values())
        elif is_array(node):
            todo.extend(node)
    return known_fields() | fixed


def _one(
    finding: Finding, sources: dict[str | None, _Sources], columns: int | None
) -> str:
    where = finding.location
    listed = sources.get(where.file) if where else None
    source = listed.at(where.line) if where and listed else None
    if where is None or source is None or finding.is_discreet:
        return f"{finding}\n        fix: {escape(finding.fix)}"
    is_first = where.line == source.lines.first
    numbers = [where.line] if is_first else [where.line - 1, where.line]
    width = len(str(where.line)) + 3
    room = WIDTH if columns is None else min(columns - width - len(" | "), WIDTH)
    # A long line is shown around the place, and everything is shifted alike.
    shift = max(where.column - room // 2, 0) if where.end > room else 0
    parts = [_plain(source.shown(number, shift, room)) for number in numbers]
    shown = [
        f"{number:>{width}} | {part}".rstrip()
        for number, part in zip(numbers, parts, strict=True)
    ]
    first = where.column - 1 - shift
    marked = parts[-1][first : first + where.end - where.column]
    gap = " " * _columns(parts[-1][:first])
    marks = "^" * max(_columns(marked), 1)
    under = f"{'':>{width}} | {gap}{marks}   {escape(finding.fix)}"
    return "\n".join([str(finding), *shown, under])


def _plain(text: str) -> str:
    """Return text of the same length without hidden or active characters."""
    shown = "".join(
        char if char.isprintable() else " " if char in "\t\r" else MASK for char in text
    )
    return disarm(shown, lambda _sign: MASK)


def _columns(text: str) -> int:
    """Return how many terminal columns a printable text takes.

    Combining characters take none.

    Source: Unicode Standard Annex 11 (East Asian Width).
    """
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
