"""Turn faults into findings: add the place and the record of each."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.findings import CODES, Finding, Location, sort_findings
from claimtrack.schema import Path, ids_of, is_array, is_object
from claimtrack.validation._fault import (
    Fault,
    authority,
    field_name,
    is_dossier,
    record_at,
    record_id,
    record_index,
    value_at,
)
from claimtrack.validation._judgement import Built, build
from claimtrack.validation._scan import (
    Lines,
    Place,
    Wanted,
    pick,
    pick_lines,
    scan,
    scan_lines,
    to_pointer,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from claimtrack.schema import JsonValue

__all__ = [
    "NOWHERE",
    "Form",
    "Layout",
    "locate",
    "locate_spans",
    "locations_of",
    "to_findings",
]

Form: TypeAlias = Literal["whole", "headed", "headless"]
"""One JSON value; a head line and then a record on each line; or records alone."""

START: Final = Place((), None, (0, 1))
"""Place of something whose own line cannot be read."""


def _put_together(text: str | Callable[[], bytes] | None) -> str | None:
    return text().decode() if callable(text) else text


@attrs.frozen(kw_only=True)
class Layout:
    """How an input is written.

    Attributes:
        text: the text, or a function that assembles its bytes on demand; None for a
            value in memory.
        file: the name under which it was read.
        first_line: the number of its first line in that file, from 1.
        form: whether it is one value or has a line for each record.
        unread: indices of records whose lines cannot be read; -1 for the head.
        spans: offsets of its values, for text that is not JSON.
    """

    _text: str | Callable[[], bytes] | None = attrs.field(
        alias="text", default=None, repr=False, eq=_put_together
    )
    file: str | None = None
    first_line: int = 1
    form: Form = "whole"
    unread: frozenset[int] = frozenset()
    spans: Mapping[Path, tuple[int, int]] | None = attrs.field(default=None, repr=False)

    @property
    def raw(self) -> str | bytes | None:
        """The text as it is available, decoded or not; None for a value in memory."""
        return self._text() if callable(self._text) else self._text

    @functools.cached_property
    def text(self) -> str | None:
        """The text; None for a value in memory."""
        return _put_together(self._text)

    @functools.cached_property
    def lines(self) -> Lines:
        """Its lines, numbered as in the file."""
        return Lines(self.text or "", self.file, self.first_line)

    def places(self, lines: Container[int] | None = None) -> Iterator[Place]:
        """Yield the places of its values. Only for text that parses.

        Args:
            lines: numbers of the lines of interest; all if None. Other lines may be
                skipped.
        """

        def is_asked(number: int) -> bool:
            return lines is None or number + self.first_line in lines

        if self.spans is not None:
            for path, span in self.spans.items():
                yield Place(path, None, span)
        elif self.form == "whole":
            yield from scan(self.text or "")
        else:
            yield from scan_lines(self.text or "", self._first, self.unread, is_asked)

    def pick(self, wanted: Wanted) -> Iterator[Place]:
        """Yield the places of the requested values, and of others if they are known."""
        if self.spans is not None:
            yield from self.places()
        elif self.form == "whole":
            yield from pick(self.text or "", wanted)
        else:
            yield from pick_lines(self.text or "", self._first, self.unread, wanted)

    @property
    def _first(self) -> int:
        """The index of the record on the first line; -1 for the head."""
        return -1 if self.form == "headed" else 0


NOWHERE = Layout()
"""Layout of a value in memory."""


def to_findings(
    faults: list[Fault],
    root: JsonValue,
    layout: Layout,
    records: Built = (),
    dossier: str = "",
) -> list[Finding]:
    """Return the findings for the faults of an input.

    A record without an id is named by the id that a dossier derives for it.

    Args:
        faults: the faults.
        root: the input as JSON.
        layout: how it is written.
        records: the records that could be built; no ids are derived unless all could.
        dossier: the name of the dossier in the findings.
    """
    ids = _derived_ids(faults, root, records)
    asked = [
        (each.path if each.spot is None else each.spot, each.at_key) for each in faults
    ]

    def known_as(path: Path) -> str | None:
        return record_id(record_at(root, path)[0]) or ids.get(path[:2])

    made: list[Finding] = []
    for fault, place in zip(faults, locations_of(asked, layout), strict=True):
        entry = CODES[fault.code]
        record, inside = record_at(root, fault.path)
        made.append(
            Finding(
                code=fault.code,
                message=fault.message,
                severity=entry.severity,
                why=entry.why,
                fix=fault.fix or entry.fix,
                record=record_id(record) or ids.get(fault.path[:2]),
                pointer=to_pointer(fault.path),
                field=field_name(root, record, inside),
                location=place,
                rule=fault.rule or authority(fault.code),
                related=_sorted_ids(map(known_as, fault.related)),
                dossier=dossier,
            )
        )
    return made


def locate(
    findings: Iterable[Finding], root: JsonValue, layout: Layout
) -> tuple[Finding, ...]:
    """Return findings about a dossier with their places in its file, sorted.

    For a discreet finding, the place is the key: the end of the value would reveal how
    long the value is.

    Args:
        findings: findings with pointers into the dossier that was built.
        root: the input as JSON: a dossier or a single record.
        layout: how it is written.
    """
    listed = list(findings)
    if is_object(root) and not is_dossier(root):
        # A single record was checked as the only record of a dossier.
        listed = [
            attrs.evolve(each, pointer=each.pointer.removeprefix("/records/0"))
            for each in listed
        ]
    asked = [(_to_path(each.pointer, root), each.is_discreet) for each in listed]
    places = locations_of(asked, layout)
    return sort_findings(
        [
            attrs.evolve(each, location=place)
            for each, place in zip(listed, places, strict=True)
        ]
    )


def _to_path(pointer: str, root: JsonValue) -> Path:
    """Return the path that a JSON Pointer means in `root`."""
    path: list[str | int] = []
    value = root
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        path.append(int(name) if is_array(value) and name.isdigit() else name)
        value = value_at(value, (path[-1],))
    return tuple(path)


def locations_of(
    asked: Sequence[tuple[Path | slice, bool]], layout: Layout
) -> list[Location | None]:
    """Return the places of values; None for each if there is no text.

    Args:
        asked: for each value, its path or offsets, and whether its key is meant.
        layout: how the input is written.
    """
    text = layout.text if asked else None
    if text is None:
        return [None] * len(asked)
    lines = layout.lines
    paths = {spot for spot, _ in asked if isinstance(spot, tuple)}
    places = _places_at(paths, layout) if paths else {}
    # Many findings can be about one value.
    known: dict[tuple[Path, bool], Location] = {}
    found: list[Location | None] = []
    for spot, at_key in asked:
        if isinstance(spot, slice):
            found.append(lines.location((spot.start, spot.stop)))
            continue
        location = known.get((spot, at_key))
        if location is None:
            place = places[spot]
            span = place.value
            if layout.spans is None:
                span = _first_of(span, text)
            if at_key and place.key is not None:
                span = place.key
            location = known[spot, at_key] = lines.location(span)
        found.append(location)
    return found


def _places_at(paths: Iterable[Path], layout: Layout) -> dict[Path, Place]:
    """Return the places of values.

    A value composed of several written values gets the place of its enclosing value.
    """
    wanted: Wanted = {}
    for path in paths:
        inside = wanted
        for step in path:
            inside = inside.setdefault(step, {})
    places = {each.path: each for each in layout.pick(wanted)}
    for path in paths:
        if path not in places:
            around = (path[:end] for end in range(len(path) - 1, -1, -1))
            near = (places[each] for each in around if each in places)
            places[path] = next(near, START)
    return places


def _first_of(span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return the span to show; for an object or array, its opening bracket."""
    start, end = span
    return (start, start + 1) if text[start] in "[{" else (start, end)


def _sorted_ids(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({each for each in ids if each is not None}))


def _derived_ids(
    faults: list[Fault], root: JsonValue, records: Built
) -> dict[Path, str]:
    """Return the derived ids of a dossier's records by path."""
    listed = root.get("records") if is_object(root) else None
    if not is_array(listed):
        return {}
    paths = (path for each in faults for path in (each.path, *each.related))
    indices = {index for index in map(record_index, paths) if index is not None}
    about = [each for each in map(listed.__getitem__, indices) if is_object(each)]
    if all("id" in each for each in about):
        return {}
    built = build(records)
    if len(built) != len(listed):
        return {}
    derived = enumerate(zip(built, ids_of(built), strict=True))
    return {("records", n): key for n, (record, key) in derived if record.id is None}


def locate_spans(
    text: str, file: str | None, spans: Iterable[tuple[int, int]]
) -> list[Location]:
    """Return the lines and columns of parts of a text.

    Args:
        text: the text.
        file: its name.
        spans: for each part, the offset of its first character and the one after its
            last.
    """
    lines = Layout(text=text, file=file).lines
    return [lines.location(span) for span in spans]
