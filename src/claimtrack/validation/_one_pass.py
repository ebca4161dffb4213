"""One pass over a dossier in which there is nothing to say, or next to nothing.

Records are held against the tame schemas, type by type, and to each other by sets.
Where there is no fast engine, a record is read and written again instead. What is not
surely sound that way is looked at exactly: a record by itself, or how the records fit
together. At the first mistake this gives up, and the exact path says it.
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
"""Records of a dossier at most; a test holds it and the schema together."""

FEW: Final = 16
"""Records that are read and written again sooner than a schema is read."""

_HEAD: Final = frozenset({"$schema", "title", "base", "lang"})
"""Fields of a head beside the version."""

Node = dict[str, JsonValue]


class _MistakeError(Exception):
    """Stops at the first thing that the exact path has to look at."""


def pass_record(
    root: Node, terms: Terms, *, is_early: bool = False
) -> Judgement | None:
    """Return what is known of a record by itself; None where it is not surely sound.

    Args:
        root: what came through the gate.
        terms: by what engine.
        is_early: whether to read it and write it again, which needs no schema.
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
    """Return what is known of a dossier; None where there may be a mistake in it.

    Args:
        head: what is said of it as a whole.
        records: its records. There is no key twice in them, and no NUL.
        terms: by what engine, and as of when.
        is_clean: tells of a record by its index whether the gate lets it through.
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
        # What finds the words is large, and few dossiers are in need of it.
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
    """Return the same of the records one by one: not of how they fit together."""
    try:
        made = _head_of(head)
        taken = take_records(records, terms.engine, is_clean)
    except _MistakeError:
        return None
    return Judgement(taken.warnings, taken.built.build, made)


class Taken:
    """Records each of which is sound by itself.

    Attributes:
        groups: the records by their types.
        warnings: what is to be said of single ones all the same.
        built: the records, built when somebody asks for them.
    """

    def __init__(
        self, records: Sequence[JsonValue], groups: dict[str, list[Node]]
    ) -> None:
        """Take records, and the same by their types."""
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
    """Return records that are each sound by themselves.

    Args:
        records: as for `pass_dossier`.
        engine: what holds them against the schemas; None where nothing does, and they
            are only read and written again.
        is_clean: as for `pass_dossier`.
        is_alone: whether it is one record that stands in no dossier.

    Raises:
        _MistakeError: where one may not be sound.
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
    """Return a record that is sound; None where it may not be."""
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
