"""All rules of ours, and the two ways to run them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._anonymity import ANONYMITY
from claimtrack.lint._attributing import ATTRIBUTING
from claimtrack.lint._checking import Run, check_dossier, check_examined
from claimtrack.lint._citing import CITING
from claimtrack.lint._config import Config
from claimtrack.lint._corrections import CORRECTIONS
from claimtrack.lint._dating import DATING
from claimtrack.lint._describing import DESCRIBING
from claimtrack.lint._drifts import DRIFTS
from claimtrack.lint._fairness import FAIRNESS
from claimtrack.lint._grading import GRADING
from claimtrack.lint._headlines import HEADLINES
from claimtrack.lint._keeping import KEEPING
from claimtrack.lint._notices import Notices
from claimtrack.lint._origins import ORIGINS
from claimtrack.lint._propagation import PROPAGATION
from claimtrack.lint._ruleset import RuleSet
from claimtrack.lint._wording import WORDING

if TYPE_CHECKING:
    from datetime import date

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.validation import Examination

__all__ = ["RULES", "check", "check_examination"]

RULES: Final = RuleSet(
    (
        *ATTRIBUTING,
        *CITING,
        *ORIGINS,
        *DESCRIBING,
        *ANONYMITY,
        *FAIRNESS,
        *DATING,
        *KEEPING,
        *HEADLINES,
        *DRIFTS,
        *WORDING,
        *GRADING,
        *CORRECTIONS,
        *PROPAGATION,
    )
)
"""Our rules."""

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
