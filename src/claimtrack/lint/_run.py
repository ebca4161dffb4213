"""Run rules over a dossier: from hits, waivers and severities to sorted findings."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, Self

import attrs

from claimtrack import disclosure
from claimtrack.dossier import Dossier
from claimtrack.findings import CODES, Finding, sort_findings
from claimtrack.lint._case import Case
from claimtrack.lint._notices import Notices
from claimtrack.lint._rule_findings import path_of, pointer_of, rule_findings
from claimtrack.lint._ruleset import RuleSet
from claimtrack.lint._waivers import Waivers
from claimtrack.lint.config import Config
from claimtrack.notation import check_excerpts
from claimtrack.schema import is_object
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.lint._rule import Rule
    from claimtrack.validation import Examination

__all__ = ["Checked", "Run", "check_dossier", "check_examined"]

_RECORD: Final = re.compile(r"/records/[0-9]+")
"""Matches the pointer to a record."""

_ID: Final = "/id"
"""The end of the pointer to an id."""

_TOLD: Final = ("CT801", "source.id")
"""The code and field of the finding that an id reveals who somebody is."""

_IDLE: Final = "CT707"

_OURS: Final = (_IDLE, "CT8")
"""Beginnings of the codes that come from neither validation nor the rules."""


@attrs.frozen
class Run:
    """The arguments of a check that are the same for all dossiers.

    Attributes:
        rules: the rules.
        config: which rules run, how severe they are, and their thresholds.
        notices: the notices of other dossiers.
        today: the day on which waivers must not have ended; not checked if None.
        texts: the texts of documents, by document id.
    """

    rules: RuleSet
    config: Config
    notices: Notices
    today: date | None
    texts: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)


class Checked(tuple[Finding, ...]):  # noqa: SLOT001  # tuples have no room for slots
    """The findings of a check, sorted by place, with the dossiers that it read.

    Attributes:
        dossiers: the dossiers that passed validation, in order. The rules may have
            found errors in them.

    >>> checked = Checked((), [Dossier(title="Night ferry")])
    >>> checked == (), checked.dossier
    (True, <Dossier 'Night ferry', 0 records>)
    """

    _dossiers: Iterable[Dossier] | Callable[[], Iterable[Dossier]]

    def __new__(
        cls,
        findings: Iterable[Finding],
        dossiers: Iterable[Dossier] | Callable[[], Iterable[Dossier]] = (),
    ) -> Self:
        """Make a result from findings and dossiers, or a function that builds these."""
        made = super().__new__(cls, findings)
        made._dossiers = dossiers if callable(dossiers) else tuple(dossiers)
        return made

    @functools.cached_property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The dossiers that passed validation, in order."""
        held = self._dossiers
        return tuple(held() if callable(held) else held)

    def __getnewargs__(self) -> tuple[tuple[Finding, ...], tuple[Dossier, ...]]:
        """Return the arguments from which a copy is made."""
        return tuple(self), self.dossiers

    @property
    def dossier(self) -> Dossier | None:
        """The only dossier; None if it did not pass validation or there are several."""
        return self.dossiers[0] if len(self.dossiers) == 1 else None


def check_dossier(dossier: Dossier, run: Run) -> Checked:
    """Return the findings of integrity, protection and rules in a dossier in memory."""
    name = dossier.base or dossier.title or ""
    found = dossier.validate(today=run.today)
    if not any(each.severity == "error" for each in found):
        quoted = check_excerpts(dossier, run.texts)
        view = View.of(dossier)
        told = (*found, *disclosure.check(view), *quoted)
        found = _lint(dossier, view, told, run)
    else:
        found = tuple(_judged(found, run.config))
    return Checked(_reported(found, run.config, name), [dossier])


def check_examined(examination: Examination, run: Run) -> Checked:
    """Return the findings of validation, protection and rules in an input.

    What validation has refused is not linted. A single record is only searched for text
    that reveals who an unnamed source is.
    """
    before = examination.findings
    root = examination.value
    name = examination.dossier
    if not examination.is_valid or not is_object(root):
        return Checked(_reported(_judged(before, run.config), run.config, name))
    if "records" not in root:
        dossier = Dossier()
        for record in examination.records:
            dossier.add(record)
        told = examination.locate(disclosure.check(dossier))
        judged = _judged([*before, *told], run.config)
        return Checked(_reported(judged, run.config, name))
    if not before and not examination.beside and _asks_for_nothing(run):
        return Checked((), lambda: [Dossier.from_examination(examination)])
    dossier = Dossier.from_examination(examination)
    view = View.of(dossier)
    shown = (
        each
        for each in disclosure.check(view)
        if run.config.selection.takes(each.code) or (each.code, each.field) == _TOLD
    )
    told = (
        *examination.locate(shown),
        *disclosure.check_beside(dossier, examination.beside),
        *check_excerpts(dossier, run.texts),
    )
    found = (
        each
        for each in _lint(dossier, view, (*before, *told), run, examination)
        if run.config.selection.takes(each.code)
    )
    return Checked(_reported(_placed(found, examination), run.config, name), [dossier])


def _asks_for_nothing(run: Run) -> bool:
    """Return whether no code is selected that only this layer reports."""
    takes = run.config.selection.takes
    if run.texts or any(map(run.config.runs, run.rules.rules)):
        return False
    return not any(takes(code) for code in CODES if code.startswith(_OURS))


def _lint(
    dossier: Dossier,
    view: View,
    before: Iterable[Finding],
    run: Run,
    examination: Examination | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of other checks and of the rules, without places.

    If an id reveals who an unnamed source is, no rule runs, because it would show the
    id.
    """
    config = run.config
    before = tuple(before)
    is_told = any((e.code, e.field) == _TOLD for e in before)
    rules = () if is_told else run.rules.rules
    running = [each for each in rules if config.runs(each)]
    case = Case(
        dossier,
        settings=config.settings,
        enabled=(each.code for each in running),
        notices=run.notices.about(dossier),
        view=view,
    )
    running = [each for each in running if case.desk or not each.needs_desk]
    waivers = Waivers.of(dossier.waivers, run.today)
    found = list(_unwaived(_judged(before, config), waivers))
    hits = ((rule, hit) for rule in running for hit in rule.check(case))
    found += rule_findings(hits, waivers, config, dossier, examination)
    return (*found, *_idle(waivers, running, run, dossier))


def _unwaived(findings: Iterable[Finding], waivers: Waivers) -> Iterator[Finding]:
    for each in findings:
        # A waiver for the check of waivers would hide itself.
        left = (
            each.related
            if each.code == _IDLE
            else waivers.left(each.code, each.record, each.related)
        )
        if left is not None:
            yield attrs.evolve(each, related=left)


def _idle(
    waivers: Waivers, running: Iterable[Rule], run: Run, dossier: Dossier
) -> Iterator[Finding]:
    """Yield CT707 for each waiver that had no effect although it could have had one."""
    if not waivers.waivers:
        return
    places = {key: index for index, key in enumerate(dossier)}
    ran = {each.code for each in running}
    ran |= {code for code in CODES if run.config.selection.takes(code)}
    for waiver, message in waivers.idle(ran, run.rules.codes()):
        yield Finding.of(
            _IDLE,
            message,
            record=waiver.id,
            pointer=pointer_of(path_of(str(waiver.id), ("rule",), places)),
            field="waiver.rule",
            rule=CODES[_IDLE].name,
        )


def _placed(findings: Iterable[Finding], examination: Examination) -> Iterator[Finding]:
    """Yield findings with their places in the input.

    The place of a record is its id or, if it has none, its first bracket.
    """
    told: list[Finding] = []
    for each in findings:
        if each.location is not None:
            yield each
        elif _RECORD.fullmatch(each.pointer):
            told.append(attrs.evolve(each, pointer=f"{each.pointer}{_ID}"))
        else:
            told.append(each)
    for each in examination.locate(told):
        is_record = _RECORD.fullmatch(each.pointer.removesuffix(_ID)) is not None
        pointer = each.pointer.removesuffix(_ID) if is_record else each.pointer
        yield attrs.evolve(each, pointer=pointer)


def _reported(
    findings: Iterable[Finding], config: Config, dossier: str
) -> tuple[Finding, ...]:
    """Return the findings that the config selects, with their dossier, by place."""
    listed = list(findings)
    ignored = {
        file: config.ignored_in(file) for file in {_file_of(each) for each in listed}
    }
    taken = [
        each if each.dossier == dossier else attrs.evolve(each, dossier=dossier)
        for each in listed
        if config.selection.takes(each.code)
        and not each.code.startswith(ignored[_file_of(each)])
    ]
    return sort_findings(taken)


def _file_of(finding: Finding) -> str | None:
    return None if finding.location is None else finding.location.file


def _judged(findings: Iterable[Finding], config: Config) -> Iterator[Finding]:
    """Yield findings of other checks with the severities of the config."""
    for each in findings:
        severity = config.severity(each.code, "", each.severity)
        is_same = severity == each.severity
        yield each if is_same else attrs.evolve(each, severity=severity)
