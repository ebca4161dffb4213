"""All rules of ours, and the two ways to run them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidRecord, UnknownName
from claimtrack.findings import quote, suggest, with_article
from claimtrack.lint._notice_search import valid_dossiers
from claimtrack.lint._notices import Notices
from claimtrack.lint._run import Checked, Run, check_dossier, check_examined
from claimtrack.lint.config import Config
from claimtrack.lint.rules import RULES
from claimtrack.notation import examine_any
from claimtrack.records import to_id
from claimtrack.validation import LIMITS, examine_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from claimtrack.lint._ruleset import RuleSet
    from claimtrack.records import Document
    from claimtrack.validation import EngineName, Examination, Limits

__all__ = ["check", "check_examination"]


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
    texts: Mapping[str, str] | Mapping[Document, str] | None = None,
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
        texts: the texts of documents, by these or by their ids. What is quoted of them
            is looked up: words that are not there are CT045, words that are elsewhere
            CT046.

    Returns:
        Findings sorted by place, dossier by dossier.

    Raises:
        OSError: when the file cannot be read. Never for what is in the data.
        MissingExtra: for the engine "fast" where it is not installed.
        InvalidRecord: for a text that is not a string.
        UnknownName: for the text of a document that is in none of the dossiers.

    >>> checked = check('{"claimtrack": "1.0", "records": ['
    ...     '{"type": "claim", "id": "c1", "text": "The ferry stops running in May"}]}')
    >>> [(each.code, each.record) for each in checked], checked.dossier
    ([('CT101', 'c1')], <Dossier, 1 records>)
    """
    given = _texts_by_id(texts)
    if isinstance(data, Dossier):
        _refuse_strangers(given, [data])
        return check_dossier(data, Run(rules, config, notices or _NONE, today, given))
    if isinstance(data, Path):
        found = examine_any(
            data, today=today, engine=engine, limits=limits, texts=given
        )
    else:
        found = examine_all(data, today=today, engine=engine, limits=limits)
    read = [*found]
    if notices is None:
        notices = Notices.of(valid_dossiers(read)) if len(read) > 1 else _NONE
    run = Run(rules, config, notices, today, given)
    checked = [check_examined(each, run) for each in read]
    if all(each.is_valid for each in read):
        _refuse_strangers(given, (one for each in checked for one in each.dossiers))
    return Checked(
        (finding for each in checked for finding in each),
        lambda: (dossier for each in checked for dossier in each.dossiers),
    )


def check_examination(
    examination: Examination,
    *,
    rules: RuleSet = RULES,
    config: Config = _DEFAULT,
    notices: Notices = _NONE,
    today: date | None = None,
    texts: Mapping[str, str] | None = None,
) -> Checked:
    """Return the same for one input that validation has examined.

    For sequences that are too long to be kept in memory.

    Args:
        examination: what `claimtrack.validation.examine` returned.
        rules: as for `check`.
        config: as for `check`.
        notices: as for `check`; none unless given.
        today: as for `check`. Validation takes it as well.
        texts: of documents, by their ids; those of documents that it does not have do
            not matter.

    >>> from claimtrack.validation import examine
    >>> text = '{"claimtrack": "1.0", "records": []}'
    >>> check_examination(examine(text))
    ()
    """
    run = Run(rules, config, notices, today, texts or {})
    return check_examined(examination, run)


def _texts_by_id(
    texts: Mapping[str, str] | Mapping[Document, str] | None,
) -> dict[str, str]:
    """Return texts by the ids of their documents.

    Raises:
        InvalidRecord: for a text that is not a string.
    """
    pairs = [(to_id(key), text) for key, text in (texts or {}).items()]
    for key, text in pairs:
        _refuse_other_types(key, text)
    return dict(pairs)


def _refuse_other_types(key: str, text: object) -> None:
    if not isinstance(text, str):
        problem = f"the text of {quote(key)} is {with_article(type(text).__name__)}"
        fix = "Give the text itself, as a string."
        raise InvalidRecord("texts", "", problem, fix, "CT010")


def _refuse_strangers(texts: Iterable[str], dossiers: Iterable[Dossier]) -> None:
    """Refuse texts of documents that no dossier has.

    Raises:
        UnknownName: for the first of them.
    """
    known = {each.id for dossier in dossiers for each in dossier.documents}
    for key in texts:
        if key not in known:
            raise UnknownName(key, meant=suggest(key, known))
