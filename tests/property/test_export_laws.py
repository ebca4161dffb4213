"""Laws of exports: what is written is read as it was meant, and written the same again.

Dossiers are those of a desk with names that clash, and any other; documents are those
that fact-checkers publish, with every mistake that was seen in them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings

from claimtrack import Dossier
from claimtrack.interop import claimreview, factcheck_api
from claimtrack.interop._leaves import find_leaves, find_objects
from claimtrack.interop.claimreview import PROFILES, Profile
from dirty_documents import ANSWER, MEDIA, REVIEW, dirty, junk
from reviewed_dossiers import reviewed

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

laws = settings(
    deadline=None,
    # Each example is written and read several times.
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def same(one: JsonValue, other: JsonValue) -> bool:
    """Return whether two values are the same JSON."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def hold_fixed(dossier: Dossier, profile: Profile) -> None:
    """Assert that what is written, read and written again is the same.

    Who recorded something is private, so a draft is none any more when it is read.
    """
    for each in dossier.attributions:
        dossier.replace(attrs.evolve(each, recorded=None))
    whole = claimreview.write(dossier, profile=profile)
    for made in (*claimreview.write_all(dossier, profile=profile), whole):
        read = claimreview.read(made.document).dossier
        again = claimreview.write(read, profile=profile)
        assert made.document == again.document
        assert same(made.document, again.document)


@pytest.mark.parametrize("profile", PROFILES)
@given(dossier=reviewed())
@laws
def test_a_written_dossier_is_written_the_same_again(
    profile: Profile, dossier: Dossier
) -> None:
    """In every profile."""
    hold_fixed(dossier, profile)


@pytest.mark.parametrize("profile", PROFILES)
@given(document=dirty(REVIEW) | dirty(MEDIA) | junk)
@laws
def test_a_dirty_document_is_written_the_same_again(
    profile: Profile, document: JsonValue
) -> None:
    """Once it is clean, it stays so."""
    if not isinstance(document, str):
        hold_fixed(claimreview.read(document).dossier, profile)


def exactly(value: JsonValue) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return the leaves of a value, as only the same JSON has them."""
    return {
        steps: (
            type(leaf).__name__,
            hex(leaf) if isinstance(leaf, int) else repr(leaf),
        )
        for steps, leaf in find_leaves(value).items()
    }


def hold_lossless(form: Any, document: JsonValue) -> None:  # noqa: ANN401  a module
    """Assert that a document comes back as it came, from a file too."""
    dossier = form.read(document).dossier
    for each in (dossier, Dossier.loads(dossier.dumps())):
        back = form.write(each, lossless=True, include_private=True)
        assert exactly(back.document) == exactly(document)
        assert find_objects(back.document) == find_objects(document)
        assert back.losses == ()


@given(document=dirty(REVIEW) | dirty(MEDIA) | junk)
@example(
    document={"@type": "ClaimReview", "0": {"0": "a", "1": {"00": []}}, "\ud800": 1}
)
@example(document=[REVIEW, {**REVIEW, "name": "Another", "datePublished": "2025"}])
@laws
def test_any_linked_data_come_back(document: JsonValue) -> None:
    """As they came in, whatever they are."""
    if not isinstance(document, str):
        hold_lossless(claimreview, document)


@given(document=dirty(ANSWER) | junk)
@example(document={"text": "Tea.", "claimReview": [{"reviewDate": "2025"}]})
@example(
    document={
        "text": "Tea.",
        "claimReview": [{"reviewDate": "2025", "textualRating": "No"}],
    }
)
@laws
def test_any_answer_comes_back(document: JsonValue) -> None:
    """As it came in."""
    if not isinstance(document, str):
        hold_lossless(factcheck_api, document)


@given(dossier=reviewed())
@laws
def test_a_dossier_of_ones_own_comes_back(dossier: Dossier) -> None:
    """With equal records, from JSON text too, and as an answer of the API."""
    for form in (claimreview, factcheck_api):
        made = form.write(dossier, lossless=True, include_private=True, unreviewed=True)
        read = form.read(made.document)
        assert read.dossier == dossier
        assert read.findings == ()
        again = form.read(made.to_json())
        assert again.dossier == dossier


@given(document=dirty(REVIEW), more=reviewed())
@laws
def test_what_was_imported_comes_back_with_what_was_added(
    document: JsonValue, more: Dossier
) -> None:
    """The document first, as it came, and then all that the dossier says."""
    if isinstance(document, str):
        return
    dossier = claimreview.read(document).dossier
    added = [each for each in more.values() if each.id not in dossier]
    for each in added:
        dossier.add(each)
    made = claimreview.write(
        dossier, lossless=True, include_private=True, unreviewed=True
    )
    first = made.document[0] if added else made.document
    assert exactly(first) == exactly(document)
    assert claimreview.read(made.document).dossier == dossier
