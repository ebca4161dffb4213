"""CT601, CT606: whether what is taken back is taken back by those who carried it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage import impact
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import (
    Sketch,
    claim,
    document,
    dossier,
    notice,
    outlet,
    person,
    says,
)
from claimtrack.lint._steps import is_out
from claimtrack.records import Attribution, Claim, Document, Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["PROPAGATION"]

_SPOKE: Final[Sketch] = {"source": "jane-roe", "occasion": "in parliament"}


def _retracted(also: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        person("john-doe"),
        document("herald-story", "herald", published="2025-05-01"),
        document("herald-first", "herald", published="2025-04-20"),
        document("post-story", "post", published="2025-05-02"),
        claim("c1", "The ferry stops running in May."),
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            "jane-roe",
            document="post-story",
        ),
        says(
            "a2",
            "c1",
            "post",
            {"source": "herald", "document": also},
            "john-doe",
            document="post-story",
        ),
        notice("n1", "retraction", "herald-story", by="herald", at="2025-05-03"),
    )


@rule(
    code="CT601",
    name="retracted-upstream",
    severity="error",
    unit="notice",
    scope="several",
    text="Nothing stands on a retracted report alone",
    why="Whoever reported it first no longer stands by it, and readers are not told.",
    fix="Find another origin, or tell the readers, and record the notice.",
    form=(
        "What retractions take away leaves a claim without its recorded support (it "
        "falls), and it is attributed in a document that is out, other than the one "
        "retracted, whose publisher has no notice on document, claim or attribution. "
        "One finding for each retraction; related are the claims."
    ),
    fires=_retracted("herald-story"),
    passes=dossier(
        outlet("post"),
        person("jane-roe"),
        claim("c1", "The ferry stops running in May."),
        says("a1", "c1", "post", _SPOKE),
    ),
    near=_retracted("herald-first"),
)
def retracted_upstream(case: Case) -> Iterator[Hit]:
    """Yield CT601: retracted upstream."""
    given = [each for each in case.every_notice() if each.kind == "retraction"]
    if not given:
        return
    together = impact(case.dossier, retract={each.target for each in given})
    falls = frozenset(together.falls)
    for each in given:
        alone = impact(case.dossier, retract=[each.target])
        # What two retractions bring down together, each of them has weakened.
        touched = falls.intersection(alone.falls + alone.weakened)
        claims = [key for key in sorted(touched) if _still_stands(key, each, case)]
        if claims:
            message = "what was retracted is all that these claims rest on"
            yield Hit(str(each.id), message, tuple(claims))


def _still_stands(key: str, given: Notice, case: Case) -> bool:
    """Return whether somebody goes on telling a claim as if nothing had happened."""
    return any(
        story is not None
        and is_out(story)
        and story.id != given.target
        and not _is_told(story, each, case)
        for each in case.view.on_record_of(key)
        if each.claim == key
        for story in [case.document_of(each)]
    )


def _is_told(story: Document, each: Attribution, case: Case) -> bool:
    """Return whether a document's publisher has, or may have, said something."""
    publisher = case.publisher_of(story.id)
    return any(
        notice_.by is None or publisher in (None, case.sources.least_of(notice_.by))
        for notice_ in case.notices_on(story.id, each.claim, each.id)
    )


def _carried(published: str) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        document("herald-story", "herald", published="2025-05-01"),
        document("post-story", "post", published=published),
        claim("c1", "The ferry stops running in May."),
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            "jane-roe",
            document="post-story",
        ),
        notice(
            "n1",
            "correction",
            "herald-story",
            by="herald",
            was="May",
            now="June",
            at="2025-05-03",
        ),
    )


@rule(
    code="CT606",
    name="correction-not-propagated",
    severity="warning",
    unit="notice",
    scope="several",
    authority=("Rc", "WPc"),
    text="A correction reaches all who carried it",
    why="Readers of the relay go on believing what its source has taken back.",
    fix="Correct the relay too, and record the notice.",
    form=(
        "A notice of kind correction or clarification on a document, or on a claim "
        "read in a document of whoever gave it. Another publisher's document was "
        "published before, and goes through that document (document of a link, "
        "copied-from, translation-of); no other notice is on it, its claim or its "
        "attribution. Related are these documents."
    ),
    fires=_carried("2025-05-02"),
    passes=dossier(
        outlet("post"),
        person("jane-roe"),
        claim("c1", "The ferry stops running in May."),
        says("a1", "c1", "post", _SPOKE),
    ),
    near=_carried("2025-05-04"),
)
def correction_not_propagated(case: Case) -> Iterator[Hit]:
    """Yield CT606: correction not propagated."""
    for each in case.every_notice():
        if each.kind in ("correction", "clarification"):
            late = sorted(
                {
                    relay
                    for corrected in _corrected(each, case)
                    for relay in _relays(corrected, each, case)
                }
            )
            if late:
                message = "what was corrected stands uncorrected in its relays"
                yield Hit(str(each.id), message, tuple(late))


def _corrected(given: Notice, case: Case) -> Iterator[str]:
    """Yield the documents that a notice corrects."""
    if case.view.get(given.target, Document) is not None:
        yield given.target
    elif case.view.get(given.target, Claim) is not None and given.by is not None:
        for each in case.view.on_record_of(given.target):
            if case.publisher_of(each.document) == case.sources.least_of(given.by):
                yield str(each.document)


def _relays(corrected: str, given: Notice, case: Case) -> Iterator[str]:
    """Yield the documents of others that carried one, and have no notice."""
    publisher = case.publisher_of(corrected)
    for key, chains in case.going_through(corrected).items():
        story, owner = case.view.get(key, Document), case.publisher_of(key)
        if (
            story is not None
            and None not in (owner, publisher)
            and owner != publisher
            and story.published is not None
            and given.at is not None
            and story.published.before(given.at) is True
            and not _is_noticed(story, chains, given, case)
        ):
            yield key


def _is_noticed(
    story: Document, chains: tuple[Attribution, ...], given: Notice, case: Case
) -> bool:
    """Return whether a notice tells the readers of a relay.

    What the publisher of the original says about the claim they do not read.
    """
    own = case.notices_on(story.id, *(each.id for each in chains))
    others = case.notices_on(*(each.claim for each in chains))
    told = [*own, *(e for e in others if e.by is None or e.by != given.by)]
    return any(each.id != given.id for each in told)


PROPAGATION: Final = (retracted_upstream, correction_not_propagated)
