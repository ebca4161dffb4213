"""CT602-CT605, CT608: notices that say what they are, and verdicts that follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._extremes import beginning_last
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import (
    claim,
    document,
    dossier,
    notice,
    outlet,
    person,
    relation,
    says,
)
from claimtrack.lint._steps import is_out
from claimtrack.records import Assessment, Document, Notice
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.lint._case import Case
    from claimtrack.schema import JsonValue
    from claimtrack.when import When

__all__ = ["CORRECTIONS"]

_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}
_STORY: Final = (
    outlet("post"),
    person("jane-roe"),
    document("story", "post", published="2025-05-01"),
    claim("c1", "The ferry stops in May."),
    says("a1", "c1", "post", _SPOKE, document="story"),
)


def _told(kind: str, **fields: JsonValue) -> str:
    return dossier(*_STORY, notice("n1", kind, "story", by="post", **fields))


_EXPLAINED: Final[dict[str, JsonValue]] = {
    "was": "May",
    "now": "June",
    "at": "2025-05-03",
}


@rule(
    code="CT602",
    name="correction-unlabelled",
    severity="warning",
    unit="notice",
    scope="record",
    authority=("Rc", "APw"),
    text="Call a correction one",
    why="Readers who learn of an update do not learn that they were told wrong.",
    fix='Make it a correction; where nothing was wrong, its significance is "minor".',
    fires=_told("update", significance="substantive"),
    passes=_told("correction", significance="substantive", **_EXPLAINED),
    near=_told("update", significance="minor"),
    form=(
        "A notice of kind update, refile or editors-note has the significance "
        "substantive."
    ),
)
def correction_unlabelled(case: Case) -> Iterator[Hit]:
    """Yield CT602: correction unlabelled."""
    for each in case.view.all(Notice):
        quiet = each.kind in ("update", "refile", "editors-note")
        if quiet and each.significance == "substantive":
            message = f"a substantive change is called {each.kind}"
            yield Hit(str(each.id), message, field=("kind",))


@rule(
    code="CT603",
    name="correction-not-explaining",
    severity="warning",
    unit="notice",
    scope="record",
    authority=("WPc", "Rc"),
    text="Say what was wrong, what is right, when",
    why="A correction that does not say what was wrong corrects nobody's memory.",
    fix='Record "was", "now" and "at".',
    fires=_told("correction", was="May", at="2025-05-03"),
    passes=_told("correction", **_EXPLAINED),
    near=_told("clarification", was="May", at="2025-05-03"),
    form="A notice of kind correction lacks was, now or at.",
)
def correction_not_explaining(case: Case) -> Iterator[Hit]:
    """Yield CT603: correction not explaining."""
    for each in case.view.all(Notice):
        given = {"was": each.was, "now": each.now, "at": each.at}
        missing = [name for name, value in given.items() if value is None]
        if each.kind == "correction" and missing:
            message = f"the correction does not say: {', '.join(missing)}"
            yield Hit(str(each.id), message)


def _changed(target: str) -> str:
    return dossier(
        *_STORY,
        document("other-story", "post", published="2025-04-01"),
        {**document("story-2", "post", published="2025-05-02"), "sha256": "b" * 64},
        {**document("story-1", "post", published="2025-05-01"), "sha256": "a" * 64},
        relation("story-2", "version-of", "story-1"),
        notice("n1", "refile", target, by="post"),
    )


@rule(
    code="CT604",
    name="silent-change",
    severity="warning",
    unit="document",
    authority=("Rc",),
    text="No published text changes unannounced",
    why="Who read the first version is never told.",
    fix="Publish a notice on the change, and record it.",
    fires=_changed("other-story"),
    passes=_told("correction", **_EXPLAINED),
    near=_changed("story-1"),
    form=(
        "A version-of relation joins two documents that are out and whose sha256 "
        "differ; no notice is about either, or about a claim or an attribution read "
        "in them. The unit is the newer one."
    ),
)
def silent_change(case: Case) -> Iterator[Hit]:
    """Yield CT604: silent change."""
    for key in sorted(
        {
            key
            for each in case.view.related(Document, "version-of")
            for key in _pair(each.subject, each.object, case)
        }
    ):
        yield Hit(key, f"{case.title(key)} changed, and no notice says so")


def _pair(subject: str, end: str, case: Case) -> tuple[str, ...]:
    """Return the newer of two versions, where the change was silent."""
    version, model = case.view.get(subject, Document), case.view.get(end, Document)
    if version is None or model is None or not (is_out(version) and is_out(model)):
        return ()
    if version.sha256 is None or model.sha256 is None or version.sha256 == model.sha256:
        return ()
    if case.has_read_notice(subject) or case.has_read_notice(end):
        return ()
    first, last = version.published, model.published
    is_turned = first is not None and last is not None and first.before(last) is True
    return (end if is_turned else subject,)


@rule(
    code="CT605",
    name="removal-without-note",
    severity="warning",
    unit="notice",
    scope="record",
    authority=("WPm",),
    text="What is taken down leaves a note",
    why="A page that is gone without a word looks like one that never was.",
    fix='Leave a note where it stood, and record it as the notice\'s "document".',
    fires=_told("removal"),
    passes=_told("correction", **_EXPLAINED),
    near=_told("removal", document="story"),
    form="A notice of kind removal has no document.",
)
def removal_without_note(case: Case) -> Iterator[Hit]:
    """Yield CT605: removal without note."""
    for each in case.view.all(Notice):
        if each.kind == "removal" and each.document is None:
            yield Hit(str(each.id), "what was removed left no note")


def _reviewed(by: str) -> str:
    verdict = {"type": "assessment", "subject": "c1", "verdict": "True."}
    return dossier(
        *_STORY,
        person("checker"),
        person("other-checker"),
        {**verdict, "id": "v1", "by": "checker", "at": "2025-05-02"},
        {**verdict, "id": "v2", "by": by, "at": "2025-05-04"},
        notice("n1", "correction", "c1", by="post", **_EXPLAINED),
    )


@rule(
    code="CT608",
    name="review-stale",
    severity="info",
    unit="assessment",
    text="A verdict follows the claim's correction",
    why="The verdict is about words that nobody stands by any more.",
    fix="Look at the claim again, and record a new assessment.",
    fires=_reviewed("other-checker"),
    passes=dossier(
        *_STORY,
        person("checker"),
        {
            "type": "assessment",
            "id": "v1",
            "subject": "c1",
            "verdict": "True.",
            "by": "checker",
            "at": "2025-05-04",
        },
        notice("n1", "correction", "c1", by="post", **_EXPLAINED),
    ),
    near=_reviewed("checker"),
    form=(
        "An assessment is before a correction, retraction or substantive update of "
        "its subject's class, and the same source has made no later one."
    ),
)
def review_stale(case: Case) -> Iterator[Hit]:
    """Yield CT608: review stale."""
    least_of = case.claims.least_of
    judged = group_pairs(
        (least_of(each.subject), (each, each.at))
        for each in case.view.all(Assessment)
        if each.at is not None
    )
    for subject, assessments in judged.items():
        notices = case.notices_on(*case.claims.members_of(subject))
        corrected = beginning_last(each.at for each in notices if _corrects(each))
        again = _judged_last(assessments, case)
        for each, at in assessments:
            by = None if each.by is None else case.sources.least_of(each.by)
            if any(at.before(date) for date in corrected) and not any(
                at.before(date) for date in again[by]
            ):
                yield Hit(str(each.id), "what was judged has been corrected since")


def _judged_last(
    assessments: Iterable[tuple[Assessment, When]], case: Case
) -> Mapping[str | None, tuple[When, ...]]:
    """Return the last dates of each source's assessments; under None, of everybody's.

    Those that do not say whose they are count for every source.
    """
    dates = group_pairs(
        (None if each.by is None else case.sources.least_of(each.by), at)
        for each, at in assessments
    )
    unsigned = dates.get(None, ())
    return {
        None: beginning_last(at for _, at in assessments),
        **{
            by: beginning_last((*found, *unsigned))
            for by, found in dates.items()
            if by is not None
        },
    }


def _corrects(notice_: Notice) -> bool:
    is_update = notice_.kind == "update" and notice_.significance == "substantive"
    return is_update or notice_.kind in ("correction", "retraction")


CORRECTIONS: Final = (
    correction_unlabelled,
    correction_not_explaining,
    silent_change,
    removal_without_note,
    review_stale,
)
