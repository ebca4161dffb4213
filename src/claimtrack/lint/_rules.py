"""All rules of ours, and the two ways to run them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.lint._anonymity import ANONYMITY
from claimtrack.lint._attributing import ATTRIBUTING
from claimtrack.lint._checking import Checked, Run, check_dossier, check_examined
from claimtrack.lint._citing import CITING
from claimtrack.lint._collecting import valid_dossiers
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
from claimtrack.validation import LIMITS, examine_all

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from claimtrack.validation import EngineName, Examination, Limits

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
    data: Dossier | bytes | str | Mapping[str, object] | Path,
    *,
    rules: RuleSet = RULES,
    config: Config = _DEFAULT,
    notices: Notices | None = None,
    today: date | None = None,
    engine: EngineName = "auto",
    limits: Limits = LIMITS,
) -> Checked:
    """Return all that ``claimtrack check`` finds, and the dossiers that were read.

    Syntax, shape, meaning, whether records fit together, what protects unnamed sources,
    and the rules; but nothing that is waived. Data that does not pass validation gets
    the findings of validation alone. Nothing is read twice: `Checked.dossier` is the
    dossier of the data.

    Args:
        data: a dossier, or what `claimtrack.validate` takes: JSON as bytes or text, a
            mapping as `json.loads` gives it, or the path of a file.
        rules: the rules; ours unless given.
        config: which of them run, how severe they are, and by what thresholds.
        notices: what other dossiers have published about records of these; if None,
            what the dossiers of the data have published about each other.
        today: the day on which waivers must not have ended; not checked if None. The
            command takes the day on which it runs.
        engine: as for `claimtrack.validate`.
        limits: as for `claimtrack.validate`.

    Returns:
        Findings sorted by place, dossier by dossier.

    Raises:
        OSError: when the file cannot be read. Never for what is in the data.
        MissingExtra: for the engine "fast" where it is not installed.

    >>> checked = check('{"claimtrack": "1.0", "records": ['
    ...     '{"type": "claim", "id": "c1", "text": "The ferry stops running in May"}]}')
    >>> [(each.code, each.record) for each in checked], checked.dossier
    ([('CT101', 'c1')], <Dossier, 1 records>)
    """
    if isinstance(data, Dossier):
        return check_dossier(data, Run(rules, config, notices or _NONE, today))
    read = [*examine_all(data, today=today, engine=engine, limits=limits)]
    if notices is None:
        notices = Notices.of(valid_dossiers(read)) if len(read) > 1 else _NONE
    run = Run(rules, config, notices, today)
    checked = [check_examined(each, run) for each in read]
    return Checked(
        (finding for each in checked for finding in each),
        (dossier for each in checked for dossier in each.dossiers),
    )


def check_examination(
    examination: Examination,
    *,
    rules: RuleSet = RULES,
    config: Config = _DEFAULT,
    notices: Notices = _NONE,
    today: date | None = None,
) -> Checked:
    """Return the same for one input that validation has examined.

    For sequences that are too long to be kept in memory.

    Args:
        examination: what `claimtrack.validation.examine` returned.
        rules: as for `check`.
        config: as for `check`.
        notices: as for `check`; none unless given.
        today: as for `check`. Validation takes it as well.

    >>> from claimtrack.validation import examine
    >>> text = '{"claimtrack": "1.0", "records": []}'
    >>> check_examination(examine(text))
    ()
    """
    return check_examined(examination, Run(rules, config, notices, today))
