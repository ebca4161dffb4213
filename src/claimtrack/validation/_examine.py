"""All steps of validation in order: gate, shape, meaning, integrity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import Finding, sort_findings
from claimtrack.schema import JsonValue, is_array, is_object, write_record
from claimtrack.validation._collector import paused_collector
from claimtrack.validation._contradictions import find_contradictions
from claimtrack.validation._doors import enter, enter_one
from claimtrack.validation._engines import REFERENCE
from claimtrack.validation._examination import (
    Examination,
    name_of_dossier,
    within,
)
from claimtrack.validation._fault import Fault, is_dossier
from claimtrack.validation._gate import admit_value
from claimtrack.validation._judgement import Judgement
from claimtrack.validation._one_pass import FEW, pass_dossier, pass_record
from claimtrack.validation._part import Part
from claimtrack.validation._places import NOWHERE, Layout, to_findings
from claimtrack.validation._private_values import privacy_of
from claimtrack.validation._restated import restated
from claimtrack.validation._size import find_oversized
from claimtrack.validation._soundness import hold_together
from claimtrack.validation._tame import is_sound
from claimtrack.validation._terms import LIMITS, Limits, Terms
from claimtrack.validation._unread import Unread, unread_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from claimtrack.records import Record
    from claimtrack.schema import Path as Steps
    from claimtrack.validation._doors import Door
    from claimtrack.validation._engines import EngineName

__all__ = [
    "check_integrity",
    "examine",
    "examine_all",
    "examine_placed",
    "examined",
    "validate",
]

_SORTS: Final[dict[type, str]] = {
    list: "a list",
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}
"""Python type of a value that is not an object → its name in messages."""


def validate(
    data: bytes | str | Mapping[str, object] | Path,
    *,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> tuple[Finding, ...]:
    """Check a record, a dossier or a sequence of dossiers, and return all findings.

    Checks syntax, shape (the JSON Schemas) and meaning (dates that exist, bounds in
    order). In a dossier, it also checks that ids are unique, that references resolve,
    and that the records fit together. If one record cannot be read, the others are
    still checked. Nothing is fetched.

    Args:
        data: JSON as bytes or text, a mapping as `json.loads` returns it, or the path
            of a file. Bytes and files may be compressed with gzip.
        today: the date on which waivers must still be in force; not checked if None.
        engine: "reference" (`jsonschema`), "fast" (`jsonschema-rs` and `orjson`, the
            extra ``fast``), or "auto": fast if it is installed. The findings are the
            same.
        limits: how large the input may be.

    Returns:
        Findings sorted by place; empty if there are none.

    Raises:
        OSError: when the file cannot be read. Never because of what the data contains.
        MissingExtra: if the engine "fast" is requested but not installed.

    >>> [finding.code for finding in validate('{"type": "claim", "id": "c1"}')]
    ['CT011']
    """
    examinations = examine_all(data, today=today, engine=engine, limits=limits)
    return tuple(finding for each in examinations for finding in each.findings)


def examine_all(
    data: Door,
    *,
    file: str | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Iterator[Examination]:
    """Yield the result for each dossier of a sequence, or for the single input.

    A sequence (``*.claims.ndjson``, or input that begins with a head line) is read line
    by line, with at most one of its dossiers in memory.

    Args:
        data: as for `validate`, or an open binary file or pipe.
        file: the name to use in findings; for a path, the path.
        today: as for `validate`.
        engine: as for `validate`.
        limits: as for `validate`.

    Raises:
        OSError: when the file cannot be read.
        MissingExtra: as for `validate`.
    """
    terms = Terms.of(engine, limits, today)
    parts = enumerate(enter(data, file, terms), 1)
    made = (examined(each, terms, number) for number, each in parts)
    yield from within(made, limits.findings)


def examine(
    data: bytes | str | Mapping[str, object],
    *,
    file: str | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Examination:
    """Check one record or dossier, and return the findings and what was built.

    Args:
        data: as for `validate`, but not a path, compressed data or a sequence.
        file: the name to use in findings.
        today: as for `validate`.
        engine: as for `validate`.
        limits: as for `validate`.

    Raises:
        MissingExtra: as for `validate`.
    """
    terms = Terms.of(engine, limits, today)
    made = examined(enter_one(data, file, terms), terms)
    return next(within([made], limits.findings))


def examine_placed(
    value: Mapping[str, object],
    *,
    text: str,
    places: Mapping[Steps, tuple[int, int]],
    file: str | None = None,
    today: date | None = None,
    limits: Limits = LIMITS,
) -> Examination:
    """Check a dossier that was read from a text format other than JSON.

    Args:
        value: the dossier as JSON.
        text: the text it was read from.
        places: positions of its values in that text, by path; must include `()`.
        file: the name to use in findings.
        today: as for `validate`.
        limits: as for `validate`.
    """
    terms = Terms.of("auto", limits, today)
    part = Part(
        admitted=admit_value(value, limits.findings),
        layout=Layout(text=text, file=file, spans=places),
    )
    return next(within([examined(part, terms)], limits.findings))


def check_integrity(
    records: Iterable[Record],
    *,
    today: date | None = None,
    dossier: str = "",
    written: Sequence[JsonValue] | None = None,
) -> tuple[Finding, ...]:
    """Return findings about well-formed records: conflicts between or within them.

    Args:
        records: in the order in which a file would have them.
        today: as for `validate`.
        dossier: base or title of the dossier, for use in the findings.
        written: the same records as JSON, if available.
    """
    from claimtrack.validation._coherence import (  # noqa: PLC0415
        find_coherence_faults,
    )
    from claimtrack.validation._integrity import (  # noqa: PLC0415
        find_integrity_faults,
    )

    listed = list(records)
    if written is None:
        written = [write_record(each) for each in listed]
    root: JsonValue = {"records": written}
    faults: list[Fault] = []
    if not hold_together(written):
        faults += find_integrity_faults(written, privacy_of(root))
        if not faults:
            faults += find_coherence_faults(listed, written, today)
    for index, record in enumerate(listed):
        faults.extend(find_contradictions(("records", index), record))
    return sort_findings(to_findings(faults, root, NOWHERE, (), dossier))


@paused_collector()
def examined(part: Part, terms: Terms, number: int = 1) -> Examination:
    """Return the result for one part. Every input takes this path.

    Args:
        part: the input as a part.
        terms: the engine, the limits and the date.
        number: position of the dossier in its file, from 1.
    """
    if part.admitted is None:
        return _made(part, None, Judgement([], ()), number)
    root = part.admitted.value
    if part.judgement is not None:
        return _made(part, root, part.judgement, number)
    faults = [
        *part.admitted.faults,
        *find_oversized(part.admitted, part.layout, terms.limits.record),
    ]
    left_out = unread_of(root, faults)
    judgement = Judgement([], ())
    if is_object(root) and left_out is not None:
        left_out = {**left_out, **part.unread}
        passed = None if left_out or part.is_in_doubt else _passed(root, terms)
        judgement = passed or _exact(root, terms, left_out)
    elif not faults:
        message = (
            f"expected a record or a dossier (a JSON object), got {_SORTS[type(root)]}"
        )
        strange = Fault(path=(), code="CT009", message=message)
        judgement = Judgement([strange], ())
    if faults:
        judgement = attrs.evolve(judgement, faults=[*faults, *judgement.faults])
    # Values that did not pass the gate cannot be relied on.
    return _made(part, None if faults or left_out else root, judgement, number)


def _passed(root: dict[str, JsonValue], terms: Terms) -> Judgement | None:
    """Return the result of the single pass over an admitted value, if it succeeds."""
    is_whole = is_dossier(root)
    records = root.get("records") if is_whole else [root]
    if not is_array(records):
        return None
    is_early = terms.is_early(len(records), FEW)
    if not is_early and terms.engine is REFERENCE and terms.name != "auto":
        return None
    if not is_whole:
        return pass_record(root, terms, is_early=is_early)
    head = {key: each for key, each in root.items() if key != "records"}
    return pass_dossier(head, records, terms, lambda _index: True, is_early=is_early)


def _exact(root: dict[str, JsonValue], terms: Terms, left_out: Unread) -> Judgement:
    """Return the result of the exact path, whose modules are imported on first use."""
    from claimtrack.validation._verdict import judge  # noqa: PLC0415

    if terms.engine.is_fast:
        return judge(root, terms, left_out, is_sound)
    if terms.name == "auto":
        return judge(root, terms, left_out, lambda each: restated(each) is not None)
    return judge(root, terms, left_out)


def _made(
    part: Part, value: JsonValue, judgement: Judgement, number: int
) -> Examination:
    """Return the result for a part.

    Args:
        part: the part.
        value: as much of its value as can be relied on.
        judgement: its faults, and the records that could be built.
        number: position of the dossier in its file.
    """
    found = list(part.findings)
    faults = judgement.faults
    if found or faults:
        name = name_of_dossier(value, part.layout.file, number)
        if name:
            found = [attrs.evolve(each, dossier=name) for each in found]
        root = part.admitted and part.admitted.value
        found += to_findings(faults, root, part.layout, judgement.records, name)
    return Examination(
        findings=sort_findings(found),
        value=value,
        head=judgement.head,
        records=judgement.records,
        layout=part.layout,
        number=number,
    )
