"""Check a dossier in one pass if it has no faults, or almost none.

Records are checked against the tame schemas, type by type, and against each other with
sets. Without the fast engine, each record is read and written again instead. If this
does not prove that a record is sound, or that the records fit together, the exact check
of this part is run. The pass gives up at the first mistake, which the exact path then
reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.errors import InvalidRecord
from claimtrack.records import Head, Record
from claimtrack.schema import FORMAT, JsonValue, build_record, read_record
from claimtrack.validation._contradictions import find_contradictions
from claimtrack.validation._judgement import Buildable, Judgement
from claimtrack.validation._restated import restated
from claimtrack.validation._soundness import (
    grouped,
    is_coherent,
    is_integral,
    references_of,
)
from claimtrack.validation._tame import is_buildable, is_tame

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimtrack.validation._engines import Engine
    from claimtrack.validation._fault import Fault
    from claimtrack.validation._terms import Terms

__all__ = ["FEW", "pass_dossier", "pass_each", "pass_record"]

MOST: Final = 1_000_000
"""Maximum records in a dossier; a test keeps it equal to the schema's limit."""

FEW: Final = 16
"""Number of records up to which rewriting them is faster than loading a schema."""

_HEAD: Final = frozenset({"$schema", "title", "base", "lang"})
"""Fields of a head in addition to the version."""

Node = dict[str, JsonValue]


class _MistakeError(Exception):
    """Stops the pass at the first thing that the exact path has to check."""


def pass_record(
    root: Node, terms: Terms, *, is_early: bool = False
) -> Judgement | None:
    """Return the judgement of a single record; None unless it is known to be sound.

    Args:
        root: an object that passed the gate.
        terms: the engine and the date.
        is_early: whether to read the record and write it again, which needs no schema.
    """
    engine = None if is_early else terms.engine
    try:
        taken = take_records([root], engine, lambda _index: True, is_alone=True)
    except _MistakeError:
        return None
    return Judgement(taken.warnings, taken.built.build)


def pass_dossier(
    head: Mapping[str, JsonValue],
    records: Sequence[JsonValue],
    terms: Terms,
    is_clean: Callable[[int], bool],
    *,
    is_early: bool = False,
) -> Judgement | None:
    """Return the judgement of a dossier; None if it may contain a mistake.

    Args:
        head: the head of the dossier.
        records: its records, without duplicate keys or NUL.
        terms: the engine and the date.
        is_clean: returns whether the gate admits the record at an index.
        is_early: as for `pass_record`.
    """
    engine = None if is_early else terms.engine
    try:
        made = _head_of(head)
        taken = take_records(records, engine, is_clean)
    except _MistakeError:
        return None
    references = references_of(taken.groups)
    if len(records) > MOST or not is_integral(taken.groups, references):
        return None
    faults = taken.warnings
    if len(faults) > terms.limits.findings:
        return None
    if not is_coherent(taken.groups, references):
        # The modules that word the faults are large, and few dossiers need them.
        from claimtrack.validation._coherence import (  # noqa: PLC0415
            find_coherence_faults,
        )

        built = taken.built.build()
        faults = [*faults, *find_coherence_faults(built, records, terms.today)]
    return Judgement(faults, taken.built.build, made)


def pass_each(
    head: Mapping[str, JsonValue],
    records: Sequence[JsonValue],
    terms: Terms,
    is_clean: Callable[[int], bool],
) -> Judgement | None:
    """Return the judgement of each record, without checking how they fit together."""
    try:
        made = _head_of(head)
        taken = take_records(records, terms.engine, is_clean)
    except _MistakeError:
        return None
    return Judgement(taken.warnings, taken.built.build, made)


class Taken:
    """Records that are each sound.

    Attributes:
        groups: the records by type.
        warnings: warnings about single records.
        built: the records, built on demand.
    """

    def __init__(
        self, records: Sequence[JsonValue], groups: dict[str, list[Node]]
    ) -> None:
        """Start with records, and the same records grouped by type."""
        self.groups = groups
        self.warnings: list[Fault] = []
        self.built = Buildable(dict(enumerate(records)))


def take_records(
    records: Sequence[JsonValue],
    engine: Engine | None,
    is_clean: Callable[[int], bool],
    *,
    is_alone: bool = False,
) -> Taken:
    """Return records that are each sound.

    Args:
        records: as for `pass_dossier`.
        engine: the engine that checks them against the schemas; None to only read them
            and write them again.
        is_clean: as for `pass_dossier`.
        is_alone: whether it is a single record outside a dossier.

    Raises:
        _MistakeError: if a record may not be sound.
    """
    groups = grouped(records)
    if groups is None:
        raise _MistakeError
    taken = Taken(records, groups)
    is_fast = engine is not None and engine.is_fast
    wild = {
        kind for kind, each in groups.items() if not (is_fast and is_tame(kind, each))
    }
    for index, each in enumerate(records) if wild else ():
        kind = each["type"]
        if kind not in wild or (is_fast and is_tame(kind, [each])):
            continue
        record = _exactly(each, engine) if is_clean(index) else None
        if record is None:
            raise _MistakeError
        taken.built.exact[index] = record
        path = () if is_alone else ("records", index)
        taken.warnings.extend(find_contradictions(path, record))
    return taken


def _exactly(value: Node, engine: Engine | None) -> Record | None:
    """Return the record if it is sound; None if it may not be."""
    if engine is None or not engine.is_fast:
        record = restated(value)
        if record is not None or engine is None:
            return record
    elif is_buildable(value):
        return build_record(value)
    if any(engine.refusals_of("record", value)):
        return None
    record, problems = read_record(value)
    return None if problems else record


def _head_of(said: Mapping[str, JsonValue]) -> Head:
    given = dict(said)
    if given.pop("claimtrack", None) != FORMAT or not given.keys() <= _HEAD:
        raise _MistakeError
    if not all(isinstance(each, str) for each in given.values()):
        raise _MistakeError
    schema = given.pop("$schema", None)
    try:
        return Head(**given, schema=schema)
    except InvalidRecord as error:
        raise _MistakeError from error
