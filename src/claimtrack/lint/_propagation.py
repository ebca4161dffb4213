"""CT601, CT606: whether what is taken back is taken back by those who carried it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage import dependence, impact
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
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    targets = {each.target for each in given}
    falls = frozenset(impact(case.dossier, retract=targets).falls)
    # What two retractions bring down together, each of them has weakened.
    touched: dict[str, set[str]] = {}
    for row in dependence(case.dossier):
        for key in targets.intersection(row.taken_by):
            touched.setdefault(key, set()).update(falls.intersection(row.claims))
    untold = _untold_stories(case, falls)
    for each in given:
        claims = tuple(
            key
            for key in sorted(touched.get(each.target, ()))
            if untold[key] - {each.target}
        )
        if claims:
            message = "what was retracted is all that these claims rest on"
            yield Hit(str(each.id), message, claims)


def _untold_stories(case: Case, claims: Iterable[str]) -> Mapping[str, set[str]]:
    """Return the documents that go on telling a claim as if nothing had happened."""
    found: dict[str, set[str]] = {key: set() for key in claims}
    told = {
        (each.target, each.by and case.sources.least_of(each.by))
        for each in case.every_notice()
    }
    noticed = {target for target, _ in told}
    for each in case.view.on_record:
        story = case.document_of(each)
        if each.claim in found and story is not None and is_out(story):
            # Its publisher has, or may have, said something.
            publisher = case.publisher_of(story.id)
            keys = noticed.intersection((story.id, each.claim, str(each.id)))
            said = {(key, by) for key in keys for by in (None, publisher)}
            if not keys or (publisher is not None and told.isdisjoint(said)):
                found[each.claim].add(story.id)
    return found


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
    stories: dict[str, Mapping[str | None, tuple[str, ...]]] = {}
    for each in case.every_notice():
        if each.kind in ("correction", "clarification"):
            late = sorted(
                {
                    relay
                    for corrected in _corrected(each, stories, case)
                    for relay in _relays(corrected, each, case)
                }
            )
            if late:
                message = "what was corrected stands uncorrected in its relays"
                yield Hit(str(each.id), message, tuple(late))


def _corrected(
    given: Notice,
    stories: dict[str, Mapping[str | None, tuple[str, ...]]],
    case: Case,
) -> tuple[str, ...]:
    """Return the documents that a notice corrects.

    Args:
        given: the notice.
        stories: of each claim, the documents that attribute it, by their publishers;
            filled as they are asked for.
        case: the case.
    """
    if case.view.get(given.target, Document) is not None:
        return (given.target,)
    if case.view.get(given.target, Claim) is None or given.by is None:
        return ()
    key = case.claims.least_of(given.target)
    if key not in stories:
        chains = case.view.on_record_of(key)
        read = {each.document: case.publisher_of(each.document) for each in chains}
        stories[key] = group_pairs((by, doc) for doc, by in read.items() if doc)
    return stories[key].get(case.sources.least_of(given.by), ())


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
