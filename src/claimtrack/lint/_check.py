"""All rules of ours, and the two ways to run them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._notices import Notices
from claimtrack.lint._run import Run, check_dossier, check_examined
from claimtrack.lint.config import Config
from claimtrack.lint.rules import RULES

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.lint._ruleset import RuleSet
    from claimtrack.validation import Examination

__all__ = ["check", "check_examination"]


_DEFAULT: Final = Config()
_NONE: Final = Notices()


def check(
    dossier: Dossier,
    *,
    rules: RuleSet = RULES,
    config: Config = _DEFAULT,
    notices: Notices = _NONE,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Return what integrity and the rules find in a dossier, but what is waived.

    Args:
        dossier: the dossier; with errors between its records, no rule looks at it.
        rules: the rules; ours unless given.
        config: which of them run, how severe they are, and by what thresholds.
        notices: what other dossiers have published about records of this one.
        today: the day on which waivers must not have ended; not checked if None.

    Returns:
        Findings sorted by place.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> claim = d.claim("The ferry stops running in May")
    >>> [(each.code, each.record) for each in check(d)]
    [('CT101', 'c1')]
    """
    return check_dossier(dossier, Run(rules, config, notices, today))


def check_examination(
    examination: Examination,
    *,
    rules: RuleSet = RULES,
    config: Config = _DEFAULT,
    notices: Notices = _NONE,
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Return the same of an input that validation has examined, with places.

    What is no sound dossier gets the findings of validation alone.

    Args:
        examination: what `claimtrack.validation.examine` returned.
        rules: as for `check`.
        config: as for `check`.
        notices: as for `check`.
        today: as for `check`; validation wants to be told as well.

    >>> from claimtrack.validation import examine
    >>> text = '{"claimtrack": "1.0", "records": []}'
    >>> check_examination(examine(text))
    ()
    """
    return check_examined(examination, Run(rules, config, notices, today))
