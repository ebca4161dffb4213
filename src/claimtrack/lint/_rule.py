"""A rule: one small function over a dossier, with its texts and examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, Literal, TypeAlias

import attrs

from claimtrack.findings import SEVERITIES, Code, Severity, quote
from claimtrack.lint._authorities import AUTHORITIES
from claimtrack.lint._case import Case
from claimtrack.lint._page import page_of
from claimtrack.lint._rule_examples import examples_of
from claimtrack.lint.config import Settings

__all__ = ["Grades", "Hit", "Rule", "Scope", "rule"]

Scope: TypeAlias = Literal["record", "dossier", "several", "preview"]
"""What a rule must see: one record, a dossier, or also the notices of other dossiers.
A rule in preview only runs on request."""

Grades: TypeAlias = tuple[tuple[str, Severity], ...]
"""The grades of a rule's findings, each with its severity."""

SCOPES: Final[tuple[Scope, ...]] = ("record", "dossier", "several", "preview")

_EXPECTED: Final = {
    "code": '"CT" and three digits',
    "name": "lower-case words joined by hyphens",
    "severity": "error, warning or info",
    "scope": "record, dossier, several or preview",
    "authority": "keys of AUTHORITIES",
    "grades": "the rule's own severity in the first grade",
}
"""What each field of a rule must be, for messages."""

_CODE: Final = re.compile(r"CT[0-9]{3}")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@attrs.frozen
class Hit:
    """What a rule reports about a dossier, before it becomes a finding.

    Attributes:
        record: the id of the unit, the record that the finding is about.
        message: what is wrong, without the ids in `related`.
        related: the ids of the records that it explains, in any order.
        fix: what to do, if it is more exact than the rule's own fix.
        grade: one of the rule's grades; empty if the rule has none.
        field: the steps from the record to the value that the finding is about.
    """

    record: str
    message: str
    related: tuple[str, ...] = ()
    fix: str = ""
    grade: str = ""
    field: tuple[str | int, ...] = ()


def _to_grades(given: Iterable[tuple[str, Severity]]) -> Grades:
    return tuple((name, severity) for name, severity in given)


def _to_keys(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Rule:
    """What a newsroom asks of its records, who asks for it, and when it fires.

    Attributes:
        code: "CT" and three digits; never reused.
        name: a name in words, kebab-case.
        severity: how severe a finding is by default.
        grades: if the severity depends on the case, each grade with its severity; the
            first is the rule's own.
        unit: the type of record that a finding is about.
        scope: what the rule must see.
        authority: keys of `AUTHORITIES`; empty if the rule is based on the model.
        text: what is asked for, a sentence.
        why: why it matters, a sentence.
        fix: what to do, a sentence.
        form: when exactly it fires.
        fires: JSON of a dossier, or of a sequence of dossiers, with one finding.
        passes: JSON with no finding.
        near: JSON with no finding that differs from `fires` in one field.
        sample: the settings for these three examples.
        needs_desk: whether it is only about the desk's own sources, and so only runs
            if the settings name a desk.
        check: the function.

    Raises:
        ValueError: if the code, name, a grade, the scope or an authority is malformed.
    """

    code: str
    name: str
    severity: Severity
    grades: Grades = attrs.field(default=(), converter=_to_grades)
    unit: str
    scope: Scope = "dossier"
    authority: tuple[str, ...] = attrs.field(default=(), converter=_to_keys)
    text: str
    why: str
    fix: str
    form: str = ""
    fires: str = attrs.field(repr=False)
    passes: str = attrs.field(repr=False)
    near: str = attrs.field(repr=False)
    sample: Settings = attrs.field(factory=Settings)
    needs_desk: bool = False
    reads_private: bool = False
    check: Callable[[Case], Iterable[Hit]] = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        """Raise an error for values that could not be told apart, selected or found."""
        severities = (self.severity, *(severity for _, severity in self.grades))
        first = [severity for _, severity in self.grades[:1]]
        wrong: dict[str, list[str]] = {
            "code": [each for each in [self.code] if not _CODE.fullmatch(each)],
            "name": [each for each in [self.name] if not _NAME.fullmatch(each)],
            "severity": [each for each in severities if each not in SEVERITIES],
            "scope": [each for each in [self.scope] if each not in SCOPES],
            "authority": [each for each in self.authority if each not in AUTHORITIES],
            "grades": [each for each in first if each != self.severity],
        }
        for field, values in wrong.items():
            if values:
                given, expected = quote(values[0]), _EXPECTED[field]
                message = f"{self.code}: invalid {field} {given}; expected {expected}"
                raise ValueError(message)

    def severity_of(self, grade: str) -> Severity:
        """Return the severity of findings of a grade.

        Raises:
            KeyError: if the rule does not have the grade.
        """
        return dict(self.grades)[grade] if grade else self.severity

    @property
    def entry(self) -> Code:
        """The rule as an entry in the table of codes."""
        return Code(
            code=self.code,
            name=self.name,
            severity=self.severity,
            why=self.why,
            fix=self.fix,
            authority=", ".join(self.authority),
        )


def rule(
    *,
    code: str,
    severity: Severity,
    unit: str,
    name: str | None = None,
    grades: Iterable[tuple[str, Severity]] = (),
    scope: Scope = "dossier",
    needs_desk: bool = False,
    reads_private: bool = False,
    text: str | None = None,
    why: str | None = None,
    fix: str | None = None,
    form: str | None = None,
    authority: Iterable[str] | None = None,
    fires: str | None = None,
    passes: str | None = None,
    near: str | None = None,
    sample: Settings | None = None,
) -> Callable[[Callable[[Case], Iterable[Hit]]], Rule]:
    """Return a decorator that turns a function of a case into a `Rule`.

    The arguments are the attributes of `Rule`. By default, `name` is the name of the
    function, the texts come from the docstring of its file, and the examples from the
    folder next to the file. The rule is not registered anywhere; put it into a
    `RuleSet`.

    >>> EMPTY = '{"claimtrack": "1.0", "records": []}'
    >>> @rule(code="CT900", severity="info", unit="dossier",
    ...       text="A dossier has a title", why="People look for it by its title.",
    ...       fix="Give it one.", fires=EMPTY, passes=EMPTY, near=EMPTY)
    ... def untitled(case):
    ...     if case.dossier.title is None:
    ...         yield Hit("", "the dossier has no title")
    >>> untitled.code, untitled.name, untitled.scope
    ('CT900', 'untitled', 'dossier')

    Raises:
        ValueError: as `Rule` does.
        FileNotFoundError: as `examples_of` does.
    """

    def made(check: Callable[[Case], Iterable[Hit]]) -> Rule:
        page, examples = page_of(check), examples_of(check)
        return Rule(
            code=code,
            name=check.__name__.replace("_", "-") if name is None else name,
            severity=severity,
            grades=grades,
            unit=unit,
            scope=scope,
            authority=page.authority if authority is None else authority,
            text=page.text if text is None else text,
            why=page.why if why is None else why,
            fix=page.fix if fix is None else fix,
            form=page.form if form is None else form,
            fires=examples.fires if fires is None else fires,
            passes=examples.passes if passes is None else passes,
            near=examples.near if near is None else near,
            sample=examples.sample if sample is None else sample,
            needs_desk=needs_desk,
            reads_private=reads_private,
            check=check,
        )

    return made
