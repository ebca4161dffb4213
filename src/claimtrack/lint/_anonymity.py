"""CT204-CT206, CT208, CT215: what a desk owes to unnamed sources of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._settings import Settings
from claimtrack.lint._sketch import (
    claim,
    document,
    dossier,
    outlet,
    person,
    says,
    unnamed,
)
from claimtrack.lint._steps import is_out, unnamed_links
from claimtrack.lint._words import is_boilerplate
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.lint._steps import Unnamed
    from claimtrack.records import Anonymity
    from claimtrack.schema import JsonValue

__all__ = ["ANONYMITY"]

_DESK: Final = Settings(desk="Post")

_ALL_THREE: Final = (
    "Record in its anonymity why the source is not named, who knows it, and who "
    "approved it."
)
_KNOWN: Final[JsonValue] = {
    "reason": "Would lose the post.",
    "known_to": ["reporter", "editor"],
    "approved_by": ["manager"],
}


def _dealt(
    anonymity: JsonValue,
    *,
    chain: tuple[JsonValue, ...] = ("post", "u1"),
    authors: list[str] | None = None,
    **fields: JsonValue,
) -> str:
    source = unnamed("u1", "harbour clerks", anonymity=anonymity)
    story = document("post-story", "post", authors=authors or ["jane-roe"], **fields)
    if authors == []:
        del story["authors"]
    return dossier(
        outlet("post"),
        person("jane-roe"),
        source,
        story,
        claim("c1", "The ferry stops running in May."),
        says("a1", "c1", *chain, document="post-story"),
    )


def _without(*names: str) -> JsonValue:
    return {key: value for key, value in _KNOWN.items() if key not in names}


_FROM_JANE: Final = (
    "post",
    {"source": "jane-roe", "occasion": "in parliament"},
    "u1",
)


def _own_voices(case: Case) -> Iterator[Unnamed]:
    for attribution in case.view.all(Attribution):
        for each in unnamed_links(attribution, case):
            if each.is_own and each.is_voice:
                yield each


def _recorded(source: str, case: Case) -> tuple[Anonymity, ...]:
    """Return what is recorded of why a source is unnamed; nothing if it is bare."""
    records = case.sources.records_of(source)
    return tuple(each.anonymity for each in records if each.anonymity)


def _lacks_editor(source: str, case: Case) -> bool:
    wanted = case.settings.must_know
    return not any(wanted in each.known_to for each in _recorded(source, case))


def _lacks_reason(source: str, case: Case) -> bool:
    return not any(each.reason for each in _recorded(source, case))


def _lacks_approval(source: str, case: Case) -> bool:
    return not any(each.approved_by for each in _recorded(source, case))


def _unapproved(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the documents that use a source which nobody approved, by source."""
    pairs: list[tuple[str, str]] = []
    for each in _own_voices(case):
        story = case.document_of(each.attribution)
        if story is None or not (story.status == "ready" or is_out(story)):
            continue
        if _lacks_approval(each.source, case):
            pairs.append((each.source, story.id))
    return group_pairs(pairs)


@rule(
    code="CT204",
    name="anonymity-reason-missing",
    severity="warning",
    unit="source",
    authority=("SPJ", "APs", "N04"),
    text="Record why the source is not named",
    why="Who weighs the story later has to know what the source risks, or wants.",
    fix='Record the reason in the source\'s "anonymity".',
    fires=_dealt(_without("reason")),
    passes=_dealt(_KNOWN),
    near=_dealt(_without("reason"), chain=_FROM_JANE),
    sample=_DESK,
    needs_desk=True,
    form=(
        "An own unnamed voice has no anonymity.reason. A source without anonymity at "
        "all gets one finding, of CT206 or CT208 where these fire, whose fix names "
        "all fields."
    ),
)
def anonymity_reason_missing(case: Case) -> Iterator[Hit]:
    """Yield CT204: anonymity reason missing."""
    unapproved = _unapproved(case) if "CT208" in case.enabled else {}
    for source in sorted({each.source for each in _own_voices(case)}):
        bare = not _recorded(source, case)
        told = "CT206" in case.enabled or source in unapproved
        if _lacks_reason(source, case) and not (bare and told):
            message = f"why {case.name(source)} is not named is not recorded"
            yield Hit(source, message, fix=_ALL_THREE if bare else "")


@rule(
    code="CT205",
    name="boilerplate-reason",
    severity="info",
    unit="source",
    scope="preview",
    authority=("N10",),
    text="A rote reason is no reason",
    why="A phrase that fits every source says nothing about this one.",
    fix="Say what this source risks.",
    fires=_dealt({**_KNOWN, "reason": "Not authorised to speak publicly."}),
    passes=_dealt(_KNOWN),
    near=_dealt({**_KNOWN, "reason": "Signed a contract that forbids it."}),
    sample=Settings(preview=True, languages=("en",)),
    form="The anonymity.reason of an unnamed source matches the word list.",
)
def boilerplate_reason(case: Case) -> Iterator[Hit]:
    """Yield CT205: boilerplate reason."""
    chains = case.view.all(Attribution)
    used = {each.source for chain in chains for each in unnamed_links(chain, case)}
    for source in sorted(used):
        reasons = (each.reason for each in _recorded(source, case))
        if any(each and is_boilerplate(each, case.speaks(None)) for each in reasons):
            # The reason itself is private.
            yield Hit(source, f"the reason for not naming {case.name(source)} is rote")


@rule(
    code="CT206",
    name="editor-does-not-know",
    severity="error",
    unit="source",
    authority=("Nh", "APs"),
    text="Somebody besides the reporter knows who it is",
    why="A source that one person alone knows can be nobody.",
    fix='Tell an editor, and record in "anonymity.known_to" that one knows.',
    fires=_dealt({**_KNOWN, "known_to": ["reporter"]}),
    passes=_dealt({**_KNOWN, "known_to": ["editor"]}),
    near=_dealt({**_KNOWN, "known_to": ["reporter", "editor"]}),
    sample=_DESK,
    needs_desk=True,
    form="The anonymity.known_to of an own unnamed voice lacks `must_know`.",
)
def editor_does_not_know(case: Case) -> Iterator[Hit]:
    """Yield CT206: editor does not know."""
    for source in sorted({each.source for each in _own_voices(case)}):
        if _lacks_editor(source, case):
            who = case.settings.must_know
            message = (
                f"it is not recorded that the {who} knows who {case.name(source)} is"
            )
            fix = _ALL_THREE if not _recorded(source, case) else ""
            yield Hit(source, message, fix=fix)


@rule(
    code="CT208",
    name="unapproved-anonymity",
    severity="warning",
    unit="source",
    authority=("APs",),
    text="A manager approves anonymity before use",
    why="Not to name a source is a decision, and somebody has to answer for it.",
    fix='Have it approved, and record by whom in "anonymity.approved_by".',
    fires=_dealt(_without("approved_by"), status="ready"),
    passes=_dealt(_KNOWN, status="published"),
    near=_dealt(_without("approved_by"), status="draft"),
    sample=_DESK,
    needs_desk=True,
    form=(
        "An own unnamed voice in a document that is ready or out has no "
        "anonymity.approved_by. Related are the documents."
    ),
)
def unapproved_anonymity(case: Case) -> Iterator[Hit]:
    """Yield CT208: unapproved anonymity."""
    for source, documents in sorted(_unapproved(case).items()):
        bare = not _recorded(source, case)
        if not (bare and "CT206" in case.enabled):
            message = f"nobody is recorded to have approved {case.name(source)}"
            yield Hit(source, message, documents, fix=_ALL_THREE if bare else "")


@rule(
    code="CT215",
    name="unbylined-anonymous",
    severity="warning",
    unit="document",
    authority=("APs",),
    text="Who uses unnamed sources signs",
    why="Readers trust an unnamed source as far as they trust whoever vouches for it.",
    fix='Record the "authors" of the document.',
    fires=_dealt(_KNOWN, authors=[]),
    passes=_dealt(_KNOWN, chain=_FROM_JANE),
    near=_dealt(_KNOWN),
    sample=_DESK,
    needs_desk=True,
    form=(
        "A document without authors has an own unnamed voice. Related are the sources."
    ),
)
def unbylined_anonymous(case: Case) -> Iterator[Hit]:
    """Yield CT215: unbylined anonymous."""
    pairs: list[tuple[str, str]] = []
    for each in _own_voices(case):
        story = case.document_of(each.attribution)
        if story is not None and not story.authors:
            pairs.append((story.id, each.source))
    for key, sources in group_pairs(pairs).items():
        message = f"{case.title(key)} uses unnamed sources, and nobody signs it"
        yield Hit(key, message, sources)


ANONYMITY: Final = (
    anonymity_reason_missing,
    boilerplate_reason,
    editor_does_not_know,
    unapproved_anonymity,
    unbylined_anonymous,
)
