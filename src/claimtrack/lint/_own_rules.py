"""All rules of claimtrack, and the two ways to run them."""

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
    """Return everything that ``claimtrack check`` finds, with the dossiers it read.

    This checks syntax, shape, meaning, how records fit together, the protection of
    unnamed sources, and the rules; waived findings are left out. If data does not pass
    validation, only the findings of validation are returned. Nothing is read twice:
    `Checked.dossier` is the dossier of the data.

    Args:
        data: a dossier, or any input of `claimtrack.validate`: JSON as bytes or text, a
            mapping from `json.loads`, or the path of a file.
        rules: the rules; by default those of claimtrack.
        config: which rules run, how severe they are, and their thresholds.
        notices: notices of other dossiers about records in the data; if None, those
            that the dossiers of the data have published about each other.
        today: the day on which waivers must not have ended; not checked if None. The
            command uses the current date.
        engine: as for `claimtrack.validate`.
        limits: as for `claimtrack.validate`.
        texts: the texts of documents, by document or id. Quotations are looked up in
            them: CT045 reports words that are not there, CT046 words that are
            elsewhere.

    Returns:
        Findings sorted by place, dossier by dossier.

    Raises:
        OSError: if the file cannot be read; never because of the data in it.
        MissingExtra: if the engine is "fast" and is not installed.
        InvalidRecord: if a text is not a string.
        UnknownName: if there is a text for a document that is in none of the dossiers.

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
    """Return what `check` does, for one input that validation has examined.

    Use this for sequences that are too long to keep in memory.

    Args:
        examination: the result of `claimtrack.validation.examine`.
        rules: as for `check`.
        config: as for `check`.
        notices: as for `check`; none by default.
        today: as for `check`. Give it to validation as well.
        texts: the texts of documents, by id; texts of other documents are ignored.

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
        InvalidRecord: if a text is not a string.
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
    """Raise an error if there is a text for a document that no dossier has.

    Raises:
        UnknownName: for the first such document.
    """
    known = {each.id for dossier in dossiers for each in dossier.documents}
    for key in texts:
        if key not in known:
            raise UnknownName(key, meant=suggest(key, known))
